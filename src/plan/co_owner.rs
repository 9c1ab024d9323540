//! Who else owns a row: people who stay when the batch goes.

use super::claim::in_status;
use super::identifier;
use super::rows::{Subjects, along, as_in, column, key_family, names_one};
use super::tables::{TAKEN, is};
use crate::database::{self, Column, Table, TableId};
use crate::program::{Owner, Program, StatusMeaning};
use crate::sql::{Expr, Select};

/// Whether a row has an owner who is not in the batch. Nobody and a placeholder own nothing; who was rid of the item
/// before owns the row no more; an owner without a row among the people counts as one who stays.
pub(super) fn stays(program: &Program, table: TableId, owners: &[Owner]) -> Expr {
    Expr::any(owners.iter().map(|owner| {
        let ends_in = program.schema.table(owner.path.ends_in.id);
        let last = ends_in.column(owner.path.last.id);
        let another = match &owner.identifier {
            None => Expr::all([somebody(program, ends_in, last), outside(program, owner, ends_in, last)]),
            Some(source) => {
                let taken = taken(program, owner);
                identifier::names_another(program, source, ends_in, last, &taken)
            }
        };
        let condition = owner.condition.as_ref().map(|one| one.expr.clone());
        Expr::all(condition.into_iter().chain([along(program, table, &owner.path, another)]))
    }))
}

/// A column as keys are compared with it: by bytes.
fn exact(table: &Table, column: &Column) -> Expr {
    let name = Expr::of(&table.name, &column.name);
    column.exact(name)
}

/// The column holds the key of a person, of whom nothing else is known.
pub(super) fn somebody(program: &Program, table: &Table, holder: &Column) -> Expr {
    let subject = &program.site.subject;
    let mut asked = vec![names_one(program, table, holder)];
    let family = key_family(program);
    let key = column(program, subject.table.id, subject.key.id);
    for placeholder in &subject.placeholders {
        let is_key = as_in(Expr::of(&subject.table.name, &key.name), family, holder);
        let keys = Select::from(&subject.table.name, [is_key.clone()])
            .filter(Expr::all([placeholder.condition.expr.clone(), is_key.is_null().negated()]));
        let name = database::exact(Expr::of(&table.name, &holder.name), &[holder, key]);
        asked.push(name.within(keys).negated());
    }
    Expr::all(asked)
}

/// The people who were rid of the item before, and have not come back since.
fn taken(program: &Program, owner: &Owner) -> Select {
    let taken = Select::from(TAKEN, [Expr::column("subject")]).filter(is("item", &owner.item));
    let mut statuses = program.site.subject.statuses.iter().enumerate();
    let Some((default, status)) = statuses.find(|(_, status)| matches!(status.meaning, StatusMeaning::Default)) else {
        return taken;
    };
    // Who was rid of it while in the default status has not come back by being in it.
    let never_away = is("status", &status.name);
    let is_away = Expr::column("subject").within(in_status(program, default)).negated();
    taken.filter(Expr::any([never_away, is_away]))
}

/// The person is not in the batch, and was not rid of the item before.
fn outside(program: &Program, owner: &Owner, table: &Table, holder: &Column) -> Expr {
    let family = key_family(program);
    let name = exact(table, holder);
    let mut taken = taken(program, owner);
    taken.columns = vec![(as_in(Expr::column("subject"), family, holder), None)];
    let batch = Subjects::Batch.keys(program, holder);
    Expr::all([name.clone().within(batch).negated(), name.within(taken).negated()])
}
