//! What the tool's own tables know of one person.

use std::sync::Arc;

use super::report::{Column, NEVER, Shape, flag, iso, of, of_offer};
use super::tables::{HOLD, LEDGER, OFFER, REQUEST, RESULT, RUN, SUBJECT};
use super::{hold, own_type};
use crate::sql::{Expr, Literal, Select};

use Shape::{Number, Text};

/// The columns of [`runs_of`].
pub const RUNS: &[Column] = &[
    ("request", Number),
    ("type", Text),
    ("run", Number),
    ("item", Text),
    ("action", Text),
    ("table", Text),
    ("run_rows", Number),
    ("run_people", Number),
];

/// The columns of [`ledger_of`].
pub const LEDGER_ROWS: &[Column] =
    &[("seq", Number), ("request", Number), ("type", Text), ("program", Text), ("at", Text)];

/// What the runs in which a person's requests were done did, step by step: request, type, run, item, action, table,
/// rows. The rows are those of all people of the run.
pub fn runs_of(subject: &Literal) -> Select {
    let columns = [
        of(REQUEST, "id"),
        of(REQUEST, "type"),
        of(RESULT, "run"),
        of(RESULT, "item"),
        of(RESULT, "action"),
        of(RESULT, "table_name"),
        of(RESULT, "changed"),
        of(RUN, "subjects"),
    ];
    let same = |table: &str| of(table, "run").equals(of(REQUEST, "run"));
    Select::from(REQUEST, columns)
        .join(RESULT, RESULT, same(RESULT))
        .join(RUN, RUN, same(RUN))
        .filter(of(REQUEST, "subject").equals(Expr::Literal(subject.clone())))
        .order([of(REQUEST, "id"), of(RESULT, "step")])
}

/// What the ledger knows of a person's requests: seq, request, type, program, at.
pub fn ledger_of(subject: &Literal) -> Select {
    let columns = ["seq", "request", "type", "program"].map(|name| of(LEDGER, name));
    let theirs = Select::from(REQUEST, [of(REQUEST, "id")])
        .filter(of(REQUEST, "subject").equals(Expr::Literal(subject.clone())));
    Select::from(LEDGER, columns.into_iter().chain([iso(of(LEDGER, "at"))]))
        .filter(of(LEDGER, "request").within(theirs))
        .order([of(LEDGER, "seq")])
}

/// In which statuses a person was noticed: status, noticed, legacy.
pub fn noticed(subject: &Literal) -> Select {
    let legacy = flag(of(SUBJECT, "legacy").equals(Expr::integer(1)));
    Select::from(SUBJECT, [of(SUBJECT, "status"), iso(of(SUBJECT, "since")), legacy])
        .filter(of(SUBJECT, "subject").equals(Expr::Literal(subject.clone())))
        .order([of(SUBJECT, "status")])
}

/// Purge types of a person's own: status, type, since, by whom.
pub fn own_types(subject: &Literal) -> Select {
    let of_type = Expr::Else(Arc::new(Expr::column("type")), Arc::new(Expr::text(NEVER)));
    let shown = [Expr::column("status"), of_type, iso(Expr::column("since")), Expr::column("set_by")];
    Select { columns: Select::values(shown).columns, ..own_type::list(Some(subject)) }
}

/// The columns of [`holds`].
pub const HOLDS: &[Column] = &[
    ("hold", Text),
    ("placed", Text),
    ("placed_by", Text),
    ("because", Text),
    ("lifted", Text),
    ("lifted_by", Text),
    ("lifted_because", Text),
];

/// Under which legal holds a person is, or was.
pub fn holds(subject: &Literal) -> Select {
    let shown = HOLDS.iter().map(|(name, _)| match *name {
        "placed" | "lifted" => iso(of(HOLD, name)),
        _ => of(HOLD, name),
    });
    Select { columns: Select::values(shown).columns, ..hold::list(Some(subject)) }
}

/// The columns of [`offers`].
pub const OFFERS: &[Column] = &[
    ("id", Number),
    ("rule", Text),
    ("rows", Number),
    ("offered", Text),
    ("state", Text),
    ("decided", Text),
    ("decided_by", Text),
    ("reason", Text),
];

/// What was offered of a person's data.
pub fn offers(subject: &Literal) -> Select {
    Select::from(OFFER, OFFERS.iter().map(|(name, _)| of_offer(name)))
        .filter(of(OFFER, "subject").equals(Expr::Literal(subject.clone())))
        .order([of(OFFER, "id")])
}
