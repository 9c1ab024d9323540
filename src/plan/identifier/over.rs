//! Over which rows others name somebody: those that bear the identifier.

use super::super::chain::Chain;
use super::super::rows::column;
use super::{bears, is_value, ways};
use crate::database::{Table, TableId};
use crate::program::{IdentifierSource, Path, Program};
use crate::sql::Expr;

/// Rows of a table that bear the identifier by which rows that are called so name somebody; the row at hand is the one that
/// bears it.
pub(in super::super) fn borne_over<'p>(
    program: &'p Program,
    source: &IdentifierSource,
    (table, called, path): (TableId, &str, &Path),
    to: &Table,
    enter: impl Fn() -> Chain<'p>,
) -> Vec<Chain<'p>> {
    let subject = &program.site.subject;
    let holder = column(program, path.ends_in.id, path.last.id);
    let mut found = Vec::new();
    for way in ways(program, source) {
        let here = way.steps.iter().enumerate().filter(|(_, step)| step.table.name == to.name);
        for (at, _) in here {
            let mut chain = enter();
            let held = chain.follow(table, called, path);
            let bearer = chain.enter(&subject.table, "namer");
            let steps = chain.follow_over(subject.table.id, &bearer, &way.steps, Some(at));
            let Some(last) = steps.last() else { continue };
            let value = column(program, way.ends_in.id, way.last.id);
            let key = Expr::of(&bearer, &subject.key.name);
            chain.filter(bears(program, source, holder, held.clone(), &key));
            if let IdentifierSource::Plain(_) = source {
                chain.filter(is_value(program, source, (Expr::of(last, &value.name), value), (held, holder)));
            }
            found.push(chain);
        }
    }
    found
}
