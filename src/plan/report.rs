//! Reports: views over the tool's own tables, and what is asked of them.
//!
//! WHY: no view reads a table of the application: some databases refuse to change a table that a view stands on, and
//! no migration of the application may fail because of us.

use std::sync::Arc;

use super::asked::NOWHERE;
use super::claim::with_status;
use super::rows::column;
use super::tables::{self, DEFAULT, OFFER, OWN_TYPE, REQUEST, RESULT, RUN, SUBJECT, UNFINISHED, one_of};
use crate::program::{Approval, Program, StatusMeaning, Use};
use crate::sql::{Comparison, Expr, From, Literal, Script, Select, Statement};

/// What there is a view of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    Exports,
    Purges,
    Failures,
    Types,
    Deleted,
    Kept,
    KeptRows,
    Offers,
}

/// What a value of a column is, whatever an engine calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Number,
    /// `yes` or `no`.
    Flag,
}

pub type Column = (&'static str, Shape);

use Shape::{Flag, Number, Text};

impl Report {
    pub const ALL: [Self; 8] = [
        Self::Exports,
        Self::Purges,
        Self::Failures,
        Self::Types,
        Self::Deleted,
        Self::Kept,
        Self::KeptRows,
        Self::Offers,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Exports => "exports",
            Self::Purges => "purges",
            Self::Failures => "failures",
            Self::Types => "types",
            Self::Deleted => "deleted",
            Self::Kept => "kept",
            Self::KeptRows => "kept-rows",
            Self::Offers => "offers",
        }
    }

    pub fn view(self) -> String {
        format!("probate_report_{}", self.name().replace('-', "_"))
    }

    /// The columns of the view, in their order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Exports => EXPORTS,
            Self::Purges => PURGES,
            Self::Failures => FAILURES,
            Self::Types => TYPES,
            Self::Deleted => DELETED,
            Self::Kept => KEPT,
            Self::KeptRows => KEPT_ROWS,
            Self::Offers => OFFERS,
        }
    }

    /// Whether its rows are about people.
    pub fn is_of_people(self) -> bool {
        self != Self::Types
    }

    fn comment(self) -> &'static str {
        match self {
            Self::Exports => "report: exports, pending and complete",
            Self::Purges => "report: purges, pending and complete; rows and people are those of the whole run",
            Self::Failures => "report: what failed, what is tried again, and what came back after a sweep",
            Self::Types => "report: the types, how they may be asked for, and how many requests there are",
            Self::Deleted => "report: people whose status was noticed, and what was purged of them; never others",
            Self::Kept => "report: whose purge kept something back, and why",
            Self::KeptRows => "report: how many rows a duty or a hold keeps of whom, and until when",
            Self::Offers => "report: what was offered by its age, who decided about it, and what has become of it",
        }
    }

    fn query(self, program: &Program) -> Select {
        match self {
            Self::Exports => requests(is(REQUEST, "kind", "export"), EXPORTS),
            Self::Purges => requests(is(REQUEST, "kind", "purge"), PURGES),
            Self::Failures => failures(),
            Self::Types => types(program),
            Self::Deleted => {
                let legacy = of(SUBJECT, "legacy").equals(Expr::integer(1));
                let noticed = iso(of(SUBJECT, "since"));
                let row = person(program, &of(SUBJECT, "subject"), of(SUBJECT, "status"), noticed, flag(legacy));
                named(row, DELETED).table(SUBJECT)
            }
            Self::Kept => requests(is_held(), KEPT),
            Self::KeptRows => kept_rows(),
            Self::Offers => offers(),
        }
    }
}

const EXPORTS: &[Column] = &[
    ("id", Number),
    ("type", Text),
    ("subject", Text),
    ("origin", Text),
    ("state", Text),
    ("attempts", Number),
    ("asked", Text),
    ("asked_by", Text),
    ("decided", Text),
    ("decided_by", Text),
    ("not_before", Text),
    ("finished", Text),
    ("expires", Text),
    ("reason", Text),
];

const PURGES: &[Column] = &[
    ("id", Number),
    ("type", Text),
    ("subject", Text),
    ("place", Text),
    ("origin", Text),
    ("state", Text),
    ("attempts", Number),
    ("asked", Text),
    ("asked_by", Text),
    ("decided", Text),
    ("decided_by", Text),
    ("not_before", Text),
    ("finished", Text),
    ("run", Number),
    ("run_people", Number),
    ("run_rows", Number),
    ("reason", Text),
];

const FAILURES: &[Column] = &[
    ("id", Number),
    ("kind", Text),
    ("type", Text),
    ("subject", Text),
    ("place", Text),
    ("what", Text),
    ("attempts", Number),
    ("not_before", Text),
    ("finished", Text),
    ("reason", Text),
];

const TYPES: &[Column] = &[
    ("kind", Text),
    ("type", Text),
    ("title", Text),
    ("status", Text),
    ("uses", Text),
    ("approval", Text),
    ("is_default", Flag),
    ("open", Number),
    ("done", Number),
    ("failed", Number),
];

const DELETED: &[Column] = &[
    ("subject", Text),
    ("status", Text),
    ("noticed", Text),
    ("legacy", Flag),
    ("type", Text),
    ("purged_by", Text),
    ("purged", Text),
    ("open", Text),
];

const KEPT: &[Column] = &[
    ("id", Number),
    ("type", Text),
    ("subject", Text),
    ("place", Text),
    ("since", Text),
    ("run", Number),
    ("reason", Text),
];

const KEPT_ROWS: &[Column] = &[
    ("id", Number),
    ("type", Text),
    ("subject", Text),
    ("item", Text),
    ("table", Text),
    ("kind", Text),
    ("because", Text),
    ("rows", Number),
    ("until", Text),
];

const OFFERS: &[Column] = &[
    ("id", Number),
    ("rule", Text),
    ("kind", Text),
    ("context", Text),
    ("unit", Text),
    ("subject", Text),
    ("rows", Number),
    ("offered", Text),
    ("state", Text),
    ("decided", Text),
    ("decided_by", Text),
    ("begun", Text),
    ("ended", Text),
    ("reason", Text),
];

/// The type of somebody of whom nothing is purged by itself.
pub(super) const NEVER: &str = "(never)";

/// Every view. A database has those of the program that installed it last.
pub(super) fn views(program: &Program) -> Script {
    let mut script = Script::default();
    for report in Report::ALL {
        let view = Statement::CreateView { name: report.view(), query: report.query(program) };
        script.push(report.comment(), view);
    }
    script
}

/// Which rows of a report are wanted.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    pub of_type: Option<String>,
    pub subject: Option<Literal>,
}

impl Narrowed {
    fn asked(&self) -> Vec<Expr> {
        let of_type = self.of_type.iter().map(|name| Expr::column("type").equals(Expr::text(name)));
        let key = |key: &Literal| Expr::column("subject").equals(Expr::Literal(key.clone()));
        of_type.chain(self.subject.iter().map(key)).collect()
    }
}

/// The rows of a report, in the order in which they are shown.
pub fn rows(report: Report, narrowed: &Narrowed) -> Select {
    let columns = report.columns().iter().map(|(name, _)| Expr::column(*name));
    let order: &[&str] = match report {
        Report::Types => &["kind", "type"],
        Report::Deleted => &["status", "subject"],
        Report::KeptRows => &["id", "item", "table", "kind", "because"],
        Report::Exports | Report::Purges | Report::Failures | Report::Kept | Report::Offers => &["id"],
    };
    let asked = narrowed.asked();
    let select = Select::from(report.view(), columns).order(order.iter().map(Expr::column));
    if asked.is_empty() { select } else { select.filter(Expr::all(asked)) }
}

/// People who are in a status of their own now, noticed or not: the rows of `deleted`.
pub fn deleted_now(program: &Program, narrowed: &Narrowed) -> Option<Select> {
    let subject = &program.site.subject;
    let mut all = subject.statuses.iter().enumerate().filter_map(|(at, status)| match status.meaning {
        StatusMeaning::When { .. } => Some(in_status(program, at, &status.name)),
        StatusMeaning::Default | StatusMeaning::OnRequest => None,
    });
    let mut people = all.next()?;
    people.more = all.collect();
    let asked = narrowed.asked();
    let all = Select::values(DELETED.iter().map(|(name, _)| Expr::column(*name))).query(people, "people");
    let all = if asked.is_empty() { all } else { all.filter(Expr::all(asked)) };
    Some(all.order(["status", "subject"].map(Expr::column)))
}

fn in_status(program: &Program, at: usize, status: &str) -> Select {
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let key = column(program, subject.table.id, subject.key.id).exact(key);
    let noticed = |name: &str| {
        let is_theirs = key.clone().equals(of(SUBJECT, "subject"));
        let row = Expr::all([is_theirs, is(SUBJECT, "status", status)]);
        Expr::scalar(Select::from(SUBJECT, [of(SUBJECT, name)]).filter(row))
    };
    // Whom no run has noticed yet is none of those before the default type, where there is one.
    let has_default =
        Expr::Exists(Arc::new(Select::from(DEFAULT, [Expr::integer(1)]).filter(is(DEFAULT, "status", status))));
    let no_default = Expr::Case(vec![(has_default, Expr::integer(0))], Arc::new(Expr::integer(1)));
    let legacy = Expr::Else(Arc::new(noticed("legacy")), Arc::new(no_default)).equals(Expr::integer(1));
    let row = person(program, &key, Expr::text(status), iso(noticed("since")), flag(legacy));
    Select { columns: named(row, DELETED).columns, ..with_status(program, at) }
}

/// A row of `deleted`.
fn person(program: &Program, key: &Expr, status: Expr, noticed: Expr, legacy: Expr) -> [Expr; 8] {
    let defaults = program.site.defaults.purge.iter().filter_map(|(at, of_type)| {
        let name = &program.site.subject.statuses.get(*at)?.name;
        Some((status.clone().equals(Expr::text(name)), Expr::text(of_type)))
    });
    let defaults: Vec<_> = defaults.collect();
    let default = if defaults.is_empty() { None } else { Some(Expr::Case(defaults, Arc::new(Expr::null()))) };
    let own = |value: Expr| {
        let theirs = [key.clone().equals(of(OWN_TYPE, "subject")), of(OWN_TYPE, "status").equals(status.clone())];
        Select::from(OWN_TYPE, [value]).filter(Expr::all(theirs))
    };
    // Who has one of their own has no default, also where it says that nothing is purged.
    let never = Expr::Else(Arc::new(of(OWN_TYPE, "type")), Arc::new(Expr::text(NEVER)));
    let theirs = Expr::Else(Arc::new(Expr::scalar(own(never))), Arc::new(default.unwrap_or_else(Expr::null)));
    let alias = program.schema.alias("probate_last");
    let last = |states: &[&str], column: Expr| {
        let purge = [is(&alias, "kind", "purge"), key.clone().equals(of(&alias, "subject")), among(&alias, states)];
        let last = Expr::Greatest(Arc::new(of(&alias, "id")));
        let last = Select::from(REQUEST, [last]).alias(&alias).filter(Expr::all(purge));
        Expr::scalar(Select::from(REQUEST, [column]).filter(of(REQUEST, "id").equals(Expr::scalar(last))))
    };
    let done = ["done", "held"];
    [
        key.clone(),
        status,
        noticed,
        legacy,
        theirs,
        last(&done, of(REQUEST, "type")),
        last(&done, iso(of(REQUEST, "finished"))),
        last(UNFINISHED, of(REQUEST, "state")),
    ]
}

/// Requests, of which each column is what its name says.
fn requests(which: Expr, columns: &[Column]) -> Select {
    let values: Vec<Expr> = columns.iter().map(|(name, _)| value(name)).collect();
    named(values, columns).table(REQUEST).filter(which)
}

fn is_held() -> Expr {
    Expr::all([is(REQUEST, "kind", "purge"), is(REQUEST, "state", "held")])
}

/// What the last run of a request that is held kept of the person.
fn kept_rows() -> Select {
    let same = |name: &str| of(tables::KEPT, name).equals(of(REQUEST, name));
    let values = KEPT_ROWS.iter().map(|(name, _)| match *name {
        "table" => of(tables::KEPT, "table_name"),
        "rows" => of(tables::KEPT, "kept"),
        "until" => iso(of(tables::KEPT, "ends")),
        "item" | "kind" | "because" => of(tables::KEPT, name),
        _ => value(name),
    });
    let kept = named(values, KEPT_ROWS).table(REQUEST);
    kept.join(tables::KEPT, tables::KEPT, Expr::all(["run", "subject"].map(same))).filter(is_held())
}

fn value(name: &str) -> Expr {
    let of_run = |table: &str| of(table, "run").equals(of(REQUEST, "run"));
    match name {
        "asked" | "decided" | "finished" | "expires" => iso(of(REQUEST, name)),
        "since" => iso(of(REQUEST, "finished")),
        "place" => {
            let none = of(REQUEST, name).equals(Expr::text(NOWHERE));
            Expr::Case(vec![(none, Expr::null())], Arc::new(of(REQUEST, name)))
        }
        // Of what is over it says something else.
        "not_before" => Expr::Case(vec![(among(REQUEST, UNFINISHED), iso(of(REQUEST, name)))], Arc::new(Expr::null())),
        "run_people" => Expr::scalar(Select::from(RUN, [of(RUN, "subjects")]).filter(of_run(RUN))),
        "run_rows" => {
            let changed = Expr::Sum(Arc::new(of(RESULT, "changed")));
            let sum = Expr::scalar(Select::from(RESULT, [changed]).filter(of_run(RESULT)));
            Expr::Case(vec![(of(REQUEST, "run").is_null(), Expr::null())], Arc::new(sum))
        }
        _ => of(REQUEST, name),
    }
}

fn failures() -> Select {
    let attempts = |more: i64| of(REQUEST, "attempts").compare(Comparison::Greater, Expr::integer(more));
    let failed = is(REQUEST, "state", "failed");
    // The first attempt of a request that is being carried out is none that failed.
    let again = Expr::any([
        Expr::all([is(REQUEST, "state", "approved"), attempts(0)]),
        Expr::all([is(REQUEST, "state", "running"), attempts(1)]),
    ]);
    let back = Expr::all([is(REQUEST, "state", "done"), is(REQUEST, "reason", super::sweep::COMES_BACK)]);
    let what = Expr::Case(
        vec![(failed.clone(), Expr::text("failed")), (again.clone(), Expr::text("tried again"))],
        Arc::new(Expr::text("comes back")),
    );
    let values = FAILURES.iter().map(|(name, _)| if *name == "what" { what.clone() } else { value(name) });
    named(values, FAILURES).table(REQUEST).filter(Expr::any([failed, again, back]))
}

fn offers() -> Select {
    named(OFFERS.iter().map(|(name, _)| of_offer(name)), OFFERS).table(OFFER)
}

/// A column of a report about offers.
pub(super) fn of_offer(name: &str) -> Expr {
    match name {
        "offered" | "decided" | "begun" | "ended" => iso(of(OFFER, name)),
        "rows" => of(OFFER, "found"),
        _ => of(OFFER, name),
    }
}

fn types(program: &Program) -> Select {
    let locale = program.site.default_locale();
    let row = |kind: &str, id: &str, title: &crate::program::Text, status: Expr, uses: &[Use], approval, is_default| {
        let uses: Vec<&str> =
            uses.iter().map(|one| if kind == "export" { export_use(*one) } else { one.origin() }).collect();
        let texts = [kind, id, title.in_locale(locale, locale).0].map(Expr::text);
        let approval = match approval {
            Approval::None => "none",
            Approval::Required => "required",
        };
        let rest = [status, Expr::text(uses.join(", ")), Expr::text(approval), Expr::text(is_default)];
        texts.into_iter().chain(rest).collect::<Vec<Expr>>()
    };
    let exports = program.export_types.iter();
    let exports = exports.map(|one| row("export", &one.id, &one.title, Expr::text(""), &one.uses, one.approval, "no"));
    let purges = program.purge_types.iter().map(|one| {
        let status = program.site.subject.statuses.get(one.status).map_or("", |status| status.name.as_str());
        let is_default = if program.site.defaults.has(one) { "yes" } else { "no" };
        row("purge", &one.id, &one.title, Expr::text(status), &one.uses, one.approval, is_default)
    });
    let mut rows: Vec<Vec<Expr>> = exports.chain(purges).collect();
    let none = rows.is_empty();
    if none {
        rows.push(vec![Expr::text(""); 7]);
    }
    let listed = |at: usize| of("listed", &format!("column{at}"));
    let count = |states: &[&str]| {
        let theirs =
            [of(REQUEST, "kind").equals(listed(1)), of(REQUEST, "type").equals(listed(2)), among(REQUEST, states)];
        Expr::scalar(Select::from(REQUEST, [Expr::Count]).filter(Expr::all(theirs)))
    };
    let counts = [count(UNFINISHED), count(&["done", "expired"]), count(&["failed"])];
    let mut all = named((1..=7).map(listed).chain(counts), TYPES);
    all.from = Some(From::Values { rows, alias: "listed".to_owned() });
    if none { all.filter(Expr::any([])) } else { all }
}

/// As the policy writes it.
fn export_use(way: Use) -> &'static str {
    if way == Use::Manual { "officer" } else { way.origin() }
}

/// Every type that a request names, also of policies of the past: kind, type.
pub fn types_asked_for() -> Select {
    Select::from(REQUEST, ["kind", "type"].map(Expr::column)).distinct().order([Expr::column("type")])
}

fn named(values: impl IntoIterator<Item = Expr>, columns: &[Column]) -> Select {
    let named = values.into_iter().zip(columns).map(|(value, (name, _))| (value, Some((*name).to_owned())));
    Select { columns: named.collect(), ..Select::default() }
}

pub(super) fn of(table: &str, name: &str) -> Expr {
    Expr::of(table, name)
}

fn is(table: &str, name: &str, value: &str) -> Expr {
    of(table, name).equals(Expr::text(value))
}

fn among(table: &str, states: &[&str]) -> Expr {
    one_of(of(table, "state"), states)
}

pub(super) fn iso(seconds: Expr) -> Expr {
    Expr::Iso(Arc::new(seconds))
}

pub(super) fn flag(yes: Expr) -> Expr {
    Expr::Case(vec![(yes, Expr::text("yes"))], Arc::new(Expr::text("no")))
}
