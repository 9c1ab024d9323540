//! The place that a request names, where the type asks for one.

use std::sync::Arc;

use super::keys::as_kept;
use super::tables::BATCH;
use crate::database::Column;
use crate::program::{Place, Program, PurgeType};
use crate::sql::{Expr, Family, Select};

/// What a request holds that names no place.
pub(super) const NOWHERE: &str = "";

/// The context whose place a request for this type names; `None`: it names none.
pub fn place_of<'p>(program: &'p Program, purge_type: &PurgeType) -> Option<&'p Place> {
    let within = purge_type.within.as_ref().filter(|within| within.condition.is_none())?;
    program.site.contexts.iter().find(|place| place.name == within.context)
}

/// That a place is one that the requests of the run name.
pub(super) fn is_asked_for(program: &Program, place: &Place) -> Expr {
    let (key, column) = key(program, place);
    let name = Expr::column("place");
    let of_run = |place: Expr| Select::from(BATCH, [place]).filter(Expr::column("run").equals(Expr::Run));
    if column.family == Family::Integer {
        // WHY: what is no number was refused before it was staged.
        return key.within(of_run(Expr::Number(Arc::new(name))));
    }
    column.exact(as_kept(key, column)).within(of_run(name))
}

/// What requests of the type cannot be carried out, because of the place that they name or do not name.
pub(super) fn misplaced(program: &Program, purge_type: &PurgeType) -> Expr {
    let named = Expr::column("place");
    match place_of(program, purge_type) {
        None => named.differs(Expr::text(NOWHERE)),
        Some(place) => named.within(keys(program, place)).negated(),
    }
}

/// The keys of all places of a context, as texts.
pub(super) fn keys(program: &Program, place: &Place) -> Select {
    let (key, column) = key(program, place);
    let is_there = key.clone().is_null().negated();
    let text = if column.family == Family::Integer {
        Expr::Cast(Arc::new(key), Family::Text)
    } else {
        column.exact(as_kept(key, column))
    };
    Select::from(&place.table.name, [text]).filter(is_there)
}

fn key<'p>(program: &'p Program, place: &Place) -> (Expr, &'p Column) {
    let column = program.schema.table(place.table.id).column(place.key.id);
    (Expr::of(&place.table.name, &column.name), column)
}
