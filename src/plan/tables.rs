//! The tool's own tables. `install.sql` may run again at any time: it adds what is missing and changes nothing.

use std::sync::Arc;

use super::asked::NOWHERE;
use super::keys::{COLUMNS, Keys};
use super::{Basis, automatic, hold, offer, report, retention};
use crate::program::Approval;
use crate::sql::{
    Change, ColumnDef, Comparison, CreateTable, Expr, Family, Nullable, Script, Select, Statement, Storage,
};

pub(super) const REQUEST: &str = "probate_request";
pub(super) const RUN: &str = "probate_run";
pub(super) const BATCH: &str = "probate_batch";
pub(super) const IDENTIFIER: &str = "probate_identifier";
pub(super) const OUTBOX: &str = "probate_outbox";
pub(super) const RESULT: &str = "probate_result";
pub(super) const CHECK: &str = "probate_check";
pub(super) const ASSERT: &str = "probate_assert";
pub(super) const SUBJECT: &str = "probate_subject";
pub(super) const OWN_TYPE: &str = "probate_own_type";
pub(super) const DEFAULT: &str = "probate_default";
pub(super) const LEDGER: &str = "probate_ledger";
pub(super) const TAKEN: &str = "probate_taken";
pub(super) const RETENTION: &str = "probate_retention";
pub(super) const HOLD: &str = "probate_hold";
pub(super) const OFFER: &str = "probate_offer";
pub(super) const KEPT: &str = "probate_kept";
pub(super) const TOLD: &str = "probate_told";
pub(super) const INSTALL: &str = "probate_install";

/// Every table that `install.sql` makes on any engine.
pub const OWN: &[&str] = &[
    REQUEST,
    RUN,
    BATCH,
    IDENTIFIER,
    OUTBOX,
    RESULT,
    CHECK,
    ASSERT,
    SUBJECT,
    DEFAULT,
    LEDGER,
    TAKEN,
    TOLD,
    RETENTION,
    HOLD,
    OFFER,
    KEPT,
    OWN_TYPE,
    INSTALL,
    "probate_key",
    "probate_text_key",
    "probate_row_key",
    // Of one engine only.
    "probate_zero",
    "probate_current",
    "probate_never",
];

/// Of the tool's own tables. A database with others is told to run its new `install.sql`.
pub(super) const FORMAT: i64 = 5;
/// From this one on, `install.sql` makes what is missing.
pub(super) const EXTENDED: i64 = 3;

/// No key is smaller: the least number of 64 bits cannot be written as one.
pub(super) const FIRST_KEY: i64 = -i64::MAX;

/// The names that the tool keeps for itself.
pub fn is_own(table: &str) -> bool {
    table.starts_with("probate_")
}

/// States of a request in which it is not over.
pub(super) const UNFINISHED: &[&str] = &["requested", "awaiting_approval", "approved", "running", "held"];
pub const STATES: &[&str] = &[
    "requested",
    "awaiting_approval",
    "approved",
    "rejected",
    "running",
    "done",
    "held",
    "failed",
    "cancelled",
    "expired",
];

/// The state in which a request begins that nobody has decided about.
pub(super) fn first_state(approval: Approval) -> &'static str {
    match approval {
        Approval::None => "approved",
        Approval::Required => "awaiting_approval",
    }
}

/// What an index holds is short: MariaDB takes keys of 3,072 bytes, and a character may be four. Whatever is longer is
/// refused by it, never cut.
fn longest(name: &str) -> Option<u32> {
    Some(match name {
        "kind" | "type" | "rule" | "hold" | "place" | "state" | "status" | "name" | "subject" | "item" | "token"
        | "t1" | "t2" | "t3" | "t4" => 180,
        "value" | "unit" => 380,
        "k" | "what" => 700,
        _ => return None,
    })
}

pub(super) fn column(name: &'static str, family: Family) -> ColumnDef {
    ColumnDef { name, family, nullable: Nullable::NotNull, default: None, longest: longest(name) }
}

pub(super) fn optional(name: &'static str, family: Family) -> ColumnDef {
    ColumnDef { nullable: Nullable::Null, ..column(name, family) }
}

pub(super) fn counted(name: &'static str) -> ColumnDef {
    ColumnDef { nullable: Nullable::Counted, ..column(name, Family::Integer) }
}

pub(super) fn default(name: &'static str, family: Family, value: Expr) -> ColumnDef {
    ColumnDef { default: Some(value), ..column(name, family) }
}

/// The column of the row at hand has this text.
pub(super) fn is(column: &str, value: &str) -> Expr {
    Expr::column(column).equals(Expr::text(value))
}

/// A value is one of these texts.
pub(super) fn one_of(value: Expr, texts: &[&str]) -> Expr {
    Expr::InList(Arc::new(value), texts.iter().map(|text| Expr::text(*text)).collect())
}

/// A request that is in this state is not over.
pub(super) fn unfinished(state: Expr) -> Expr {
    one_of(state, UNFINISHED)
}

/// The index of unfinished requests: what is done stays for years, and nobody who looks for work should pass it.
const OF_UNFINISHED: &str = "probate_request_unfinished";

/// The same of the request at hand, for whoever looks for requests of a type.
pub(super) fn is_unfinished() -> Expr {
    Expr::Indexed(Arc::new(unfinished(Expr::column("state"))), OF_UNFINISHED)
}

fn index(name: &'static str, table: &'static str, columns: Vec<&'static str>) -> Statement {
    Statement::CreateIndex { name, unique: false, table, columns, filter: None }
}

pub(super) fn table(name: &'static str, columns: Vec<ColumnDef>, primary_key: &[&'static str]) -> CreateTable {
    CreateTable {
        name,
        columns,
        primary_key: primary_key.to_vec(),
        storage: Storage::Rows,
        checks: Vec::new(),
        must_be_zero: None,
    }
}

/// Every statement of `install.sql`.
pub fn install(basis: Basis<'_>) -> Script {
    let subject = &basis.program.site.subject;
    let key = basis.program.schema.table(subject.table.id).column(subject.key.id).family;
    let mut script = Script {
        header: vec![
            format!("The tables of probate for the site `{}`; may run again at any time.", basis.program.site.id),
            "Times are seconds since 1970, UTC. Requests are made by inserting into probate_request.".to_owned(),
        ],
        pieces: Vec::new(),
    };
    whose(&basis.program.site.id, &mut script);
    script.push("the run at hand, and what ends it", Statement::Extras);
    asked(key, &mut script);
    staged(key, &mut script);
    done(&mut script);
    script.push("how far the runs of retention rules are", Statement::CreateTable(retention::table()));
    hold::tables(key, &mut script);
    offer::tables(key, &mut script);
    script.push("what a run did not take, and why", Statement::CreateTable(kept(key)));
    script.and(index("probate_kept_run", KEPT, vec!["run", "subject"]));
    script.push("since when people are in a status that has automatic types", Statement::CreateTable(statuses(key)));
    script.push("since when a status has a default type", Statement::CreateTable(defaults()));
    script.push("whose type for a status is another than the default, or none", Statement::CreateTable(own_types(key)));
    for status in automatic::statuses(basis.program) {
        script.pieces.extend(automatic::notice(basis.program, status).pieces);
    }
    script.push(
        "who was rid of an item whose rows have several owners: they own them no more",
        Statement::CreateTable(taken(key)),
    );
    script.pieces.extend(report::views(basis.program).pieces);
    script.push("tables of an older format have what they lacked", Statement::Change(extended()));
    script
}

fn extended() -> Change {
    let format = || Expr::column("format");
    let older = format().compare(Comparison::Less, Expr::integer(FORMAT));
    let known = format().compare(Comparison::GreaterOrEqual, Expr::integer(EXTENDED));
    let set = vec![("format".to_owned(), Expr::integer(FORMAT))];
    Change::Update { table: INSTALL.to_owned(), set, kept: Vec::new(), filter: Expr::all([known, older]) }
}

/// What stands in for our tables where a purge is only looked at.
pub(super) fn temporary(key: Family) -> Vec<CreateTable> {
    let keys = [keys(Keys::Number, Family::Integer), keys(Keys::Text, Family::Other), row_keys()];
    [run(), batch(key)].into_iter().chain(keys).chain([identifiers(key), checks()]).collect()
}

fn whose(site: &str, script: &mut Script) {
    script.push("whose tables these are, and of which format", Statement::CreateTable(installed()));
    let new = Select::values([Expr::integer(1), Expr::integer(FORMAT), Expr::text(site), Expr::Now])
        .filter(Expr::Exists(Arc::new(Select::from(INSTALL, [Expr::integer(1)]))).negated());
    script.and(Statement::insert_missing(INSTALL, &["one", "format", "site", "installed"], new));
}

fn asked(key: Family, script: &mut Script) {
    script.push("who asks for what, for whom, and how far it is", Statement::CreateTable(request(key)));
    script.push(
        "one unfinished request for a subject, kind, type and place",
        Statement::CreateIndex {
            name: OF_UNFINISHED,
            unique: true,
            table: REQUEST,
            columns: vec!["kind", "type", "subject", "place"],
            filter: Some(unfinished(Expr::column("state"))),
        },
    );
    let exports = is("kind", "export");
    script.push(
        "one unfinished export for a subject",
        Statement::CreateIndex {
            name: "probate_request_export",
            unique: true,
            table: REQUEST,
            columns: vec!["subject"],
            filter: Some(Expr::all([exports, unfinished(Expr::column("state"))])),
        },
    );
    script.and(index("probate_request_token", REQUEST, vec!["token"]));
    script.and(index("probate_request_subject", REQUEST, vec!["subject"]));
    script.push(
        "purges that are done and looked at again",
        // WHY: not by the state, or a claim that waits for a purge would hold the place that it is about to move to.
        index("probate_request_swept", REQUEST, vec!["not_before"]),
    );
    script.push("the requests that were noticed when they came in", Statement::CreateTable(told()));
}

fn told() -> CreateTable {
    table(TOLD, vec![column("request", Family::Integer), column("at", Family::Integer)], &["request"])
}

/// What is there during a run only.
fn staged(key: Family, script: &mut Script) {
    script.push("each run of a purge script that had something to do", Statement::CreateTable(run()));
    script.push("the subjects of the run at hand; empty between runs", Statement::CreateTable(batch(key)));
    script.push(
        "the rows that the run at hand selected, by their keys; empty between runs",
        Statement::CreateTable(keys(Keys::Number, Family::Integer)),
    );
    script.and(Statement::CreateTable(keys(Keys::Text, Family::Other)));
    script.and(Statement::CreateTable(row_keys()));
    script.push(
        "by what else the subjects of the run at hand are named; empty between runs",
        Statement::CreateTable(identifiers(key)),
    );
}

fn done(script: &mut Script) {
    script.push(
        "what others must do or be told: notices, recipients, stored files whose bytes must go",
        Statement::CreateTable(outbox()),
    );
    script.and(index("probate_outbox_run", OUTBOX, vec!["run"]));
    script.push("how many rows each step of a run changed", Statement::CreateTable(results()));
    script.push(
        "what must be 0 before a run may end: rows left, rows of others in the way",
        Statement::CreateTable(checks()),
    );
    script.push("the assertion: a row that is not 0 undoes the run", Statement::CreateTable(asserts()));
    script.push("what was purged, when, by which program; only ever appended to", Statement::CreateTable(ledger()));
    script.and(index("probate_ledger_run", LEDGER, vec!["run"]));
}

fn installed() -> CreateTable {
    let columns = vec![
        column("one", Family::Integer),
        column("format", Family::Integer),
        column("site", Family::Text),
        column("installed", Family::Integer),
    ];
    table(INSTALL, columns, &["one"])
}

/// `legacy`: so before there was a default type; such people are never due by themselves.
fn statuses(key: Family) -> CreateTable {
    let columns = vec![
        column("subject", key),
        column("status", Family::Text),
        column("since", Family::Integer),
        column("legacy", Family::Integer),
    ];
    table(SUBJECT, columns, &["subject", "status"])
}

/// `type`: NULL where the person is not to be purged by itself in this status.
fn own_types(key: Family) -> CreateTable {
    let columns = vec![
        column("subject", key),
        column("status", Family::Text),
        optional("type", Family::Text),
        column("since", Family::Integer),
        optional("set_by", Family::Text),
    ];
    table(OWN_TYPE, columns, &["subject", "status"])
}

/// `kind`: duty, hold, or referred (rows that are kept refer to it). `ends`: the first day on which one of the rows may
/// go; NULL where no day is known.
fn kept(key: Family) -> CreateTable {
    let text = Family::Text;
    let columns = vec![
        counted("id"),
        column("run", Family::Integer),
        column("subject", key),
        column("item", text),
        column("table_name", text),
        column("kind", text),
        column("because", text),
        column("kept", Family::Integer),
        optional("ends", Family::Integer),
    ];
    table(KEPT, columns, &[])
}

fn defaults() -> CreateTable {
    table(DEFAULT, vec![column("status", Family::Text), column("since", Family::Integer)], &["status"])
}

fn request(key: Family) -> CreateTable {
    let text = Family::Text;
    let columns = vec![
        counted("id"),
        column("kind", text),
        column("type", text),
        column("subject", key),
        // The key of the place whose data it is about, for a type that asks for one.
        default("place", text, Expr::text(NOWHERE)),
        default("origin", text, Expr::text("manual")),
        default("state", text, Expr::text("requested")),
        default("attempts", Family::Integer, Expr::integer(0)),
        optional("asked", Family::Integer),
        optional("asked_by", text),
        optional("decided", Family::Integer),
        optional("decided_by", text),
        optional("not_before", Family::Integer),
        optional("reason", text),
        optional("token", text),
        optional("run", Family::Integer),
        optional("finished", Family::Integer),
        optional("expires", Family::Integer),
    ];
    CreateTable {
        checks: vec![
            ("probate_request_kind", one_of(Expr::column("kind"), &["export", "purge"])),
            ("probate_request_state", one_of(Expr::column("state"), STATES)),
        ],
        ..table(REQUEST, columns, &[])
    }
}

fn run() -> CreateTable {
    let number = Family::Integer;
    let columns = vec![
        counted("run"),
        column("type", Family::Text),
        column("program", Family::Text),
        column("started", number),
        optional("finished", number),
        optional("subjects", number),
    ];
    table(RUN, columns, &[])
}

fn batch(key: Family) -> CreateTable {
    let columns = vec![
        column("run", Family::Integer),
        column("subject", key),
        column("request", Family::Integer),
        default("place", Family::Text, Expr::text(NOWHERE)),
    ];
    CreateTable { storage: Storage::Passing, ..table(BATCH, columns, &["run", "subject"]) }
}

fn keys(which: Keys, family: Family) -> CreateTable {
    let columns = vec![column("run", Family::Integer), column("capture", Family::Integer), column("k", family)];
    CreateTable { storage: Storage::Passing, ..table(which.table(), columns, &["run", "capture", "k"]) }
}

/// Keys of several columns: each stands in the place that it has in the key, as a whole number or as what else it is.
fn row_keys() -> CreateTable {
    let numbers = COLUMNS.map(|(number, _)| default(number, Family::Integer, Expr::integer(0)));
    let texts = COLUMNS.map(|(_, text)| default(text, Family::Other, Expr::text("")));
    let columns = [column("run", Family::Integer), column("capture", Family::Integer)];
    let columns: Vec<ColumnDef> = columns.into_iter().chain(numbers).chain(texts).collect();
    let key: Vec<&'static str> = columns.iter().map(|column| column.name).collect();
    CreateTable { storage: Storage::Passing, ..table(Keys::Row.table(), columns, &key) }
}

fn identifiers(key: Family) -> CreateTable {
    let columns = vec![
        column("run", Family::Integer),
        column("name", Family::Text),
        column("subject", key),
        column("value", Family::Text),
        column("shared", Family::Integer),
    ];
    CreateTable { storage: Storage::Passing, ..table(IDENTIFIER, columns, &["run", "name", "subject", "value"]) }
}

fn taken(key: Family) -> CreateTable {
    // Of which status the purge was: whoever comes back to another one owns such rows again.
    let columns = vec![
        column("item", Family::Text),
        column("subject", key),
        column("status", Family::Text),
        column("run", Family::Integer),
    ];
    table(TAKEN, columns, &["item", "subject", "status"])
}

fn outbox() -> CreateTable {
    let columns = vec![
        counted("id"),
        column("run", Family::Integer),
        column("kind", Family::Text),
        column("body", Family::Text),
        column("created", Family::Integer),
        optional("done", Family::Integer),
    ];
    table(OUTBOX, columns, &[])
}

fn results() -> CreateTable {
    let (number, text) = (Family::Integer, Family::Text);
    let columns = vec![
        column("run", number),
        column("step", number),
        column("item", text),
        column("action", text),
        column("table_name", text),
        column("changed", number),
    ];
    table(RESULT, columns, &["run", "step"])
}

fn checks() -> CreateTable {
    let columns = vec![column("run", Family::Integer), column("what", Family::Text), column("bad", Family::Integer)];
    table(CHECK, columns, &["run", "what"])
}

fn asserts() -> CreateTable {
    CreateTable { name: ASSERT, must_be_zero: Some(("probate_must_be_zero", "bad")), ..checks() }
}

fn ledger() -> CreateTable {
    let number = Family::Integer;
    let columns = vec![
        counted("seq"),
        column("run", number),
        column("request", number),
        column("type", Family::Text),
        column("program", Family::Text),
        column("at", number),
    ];
    table(LEDGER, columns, &[])
}
