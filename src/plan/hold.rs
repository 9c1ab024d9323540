//! Legal holds of people: placed, lifted, listed. Rows of `probate_hold` are only ever added, and lifted.

use std::sync::Arc;

use super::kept::first_after;
use super::rows;
use super::tables::{self, HOLD, REQUEST, is};
use crate::program::{LegalHold, Program};
use crate::sql::{Change, Comparison, CreateTable, Expr, Family, Literal, Script, Select, Statement};

/// Who says so, and why.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'s> {
    pub by: Option<&'s str>,
    pub because: Option<&'s str>,
}

/// From now on what the hold says is kept of this person; somebody who is under it stays so.
pub fn place(hold: &LegalHold, subject: &Literal, said: Said<'_>) -> Statement {
    let subject = || Expr::Literal(subject.clone());
    let values = [Expr::text(&hold.id), subject(), Expr::Now, text(said.by), text(said.because)];
    let open = Select::from(HOLD, [Expr::integer(1)]).filter(open(&hold.id, subject()));
    let new = Select::values(values).filter(Expr::Exists(Arc::new(open)).negated());
    Statement::insert(HOLD, &["hold", "subject", "placed", "placed_by", "because"], new)
}

/// The person is under the hold no more, and what it kept is due again.
pub fn lift(hold: &str, subject: &Literal, said: Said<'_>) -> [Statement; 2] {
    let subject = || Expr::Literal(subject.clone());
    let set = [("lifted", Expr::Now), ("lifted_by", text(said.by)), ("lifted_because", text(said.because))];
    let lifted = Change::Update {
        table: HOLD.to_owned(),
        set: set.map(|(column, value)| (column.to_owned(), value)).to_vec(),
        kept: Vec::new(),
        filter: open(hold, subject()),
    };
    // Others may have been kept for this person's sake, and know no day.
    let theirs = Expr::column("subject").equals(subject());
    let again = Change::Update {
        table: REQUEST.to_owned(),
        set: vec![("not_before".to_owned(), Expr::Now)],
        kept: Vec::new(),
        filter: Expr::all([
            is("kind", "purge"),
            is("state", "held"),
            is("reason", "kept"),
            Expr::any([theirs, Expr::column("not_before").is_null()]),
        ]),
    };
    [Statement::Change(lifted), Statement::Change(again)]
}

fn open(hold: &str, subject: Expr) -> Expr {
    Expr::all([is("hold", hold), Expr::column("subject").equals(subject), is_open()])
}

/// It has not been lifted.
pub(super) fn is_open() -> Expr {
    Expr::column("lifted").is_null()
}

/// The holds that anybody is under, each once; `None` where the policy has none.
pub fn in_force(program: &Program) -> Option<Select> {
    let open = || Select::from(HOLD, [Expr::column("hold")]).distinct().filter(is_open());
    (!program.legal_holds.is_empty()).then(open)
}

/// How many people are under any of these holds.
pub(super) fn under(holds: &[String]) -> Select {
    let holds = holds.iter().map(Expr::text).collect();
    let named = Expr::InList(Arc::new(Expr::column("hold")), holds);
    Select::from(HOLD, [Expr::Count]).filter(Expr::all([named, is_open()]))
}

fn text(value: Option<&str>) -> Expr {
    value.map_or_else(Expr::null, Expr::text)
}

/// How many open ones a person has by a hold: one, or none.
pub fn count(hold: &str, subject: &Literal) -> Select {
    Select::from(HOLD, [Expr::Count]).filter(open(hold, Expr::Literal(subject.clone())))
}

/// How many people have the key: one, or none.
pub fn is_there(program: &Program, subject: &Literal) -> Select {
    let (table, key) = (&program.site.subject.table, &program.site.subject.key);
    let key = rows::column(program, table.id, key.id);
    let name = key.exact(Expr::of(&table.name, &key.name));
    Select::from(&table.name, [Expr::Count]).filter(name.equals(Expr::Literal(subject.clone())))
}

/// Whether a hold has ended by now: 1 or 0.
pub fn has_ended(hold: &LegalHold) -> Option<Select> {
    let end = hold.until.as_deref().and_then(first_after)?;
    let ended = Expr::Now.compare(Comparison::GreaterOrEqual, Expr::integer(end));
    Some(Select::values([Expr::Case(vec![(ended, Expr::integer(1))], Arc::new(Expr::integer(0)))]))
}

/// Hold, subject, placed, by whom, why, lifted, by whom, why; of one person or of all.
pub fn list(subject: Option<&Literal>) -> Select {
    let columns = ["hold", "subject", "placed", "placed_by", "because", "lifted", "lifted_by", "lifted_because"];
    let all = Select::from(HOLD, columns.map(Expr::column)).order([Expr::column("id")]);
    let one = subject.map(|key| Expr::column("subject").equals(Expr::Literal(key.clone())));
    one.into_iter().fold(all, Select::filter)
}

/// `lifted`: NULL while it holds.
fn table(key: Family) -> CreateTable {
    use tables::{column, counted, optional};
    let text = Family::Text;
    let columns = vec![
        counted("id"),
        column("hold", text),
        column("subject", key),
        column("placed", Family::Integer),
        optional("placed_by", text),
        optional("because", text),
        optional("lifted", Family::Integer),
        optional("lifted_by", text),
        optional("lifted_because", text),
    ];
    tables::table(HOLD, columns, &[])
}

/// What `install.sql` makes for it.
pub(super) fn tables(key: Family, script: &mut Script) {
    script.push("who is under which legal hold; only ever appended to, and lifted", Statement::CreateTable(table(key)));
    script.and(Statement::CreateIndex {
        name: "probate_hold_open",
        unique: true,
        table: HOLD,
        columns: vec!["hold", "subject"],
        filter: Some(is_open()),
    });
}
