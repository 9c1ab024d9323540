//! What retention rules do when they run: rows whose time is over go, whoever owns them; people whose time is over are
//! asked to be purged, or are put into a status.
//!
//! A row rule is a purge type without people: each of its entries, narrowed to the rows at hand, is decided, applied and
//! proved as a purge is.

mod aged;
mod candidates;
mod due;
mod offers;
mod people;
mod position;
pub mod simulate;
mod unit;
mod waits;

pub use candidates::candidates;
pub(super) use due::due;
pub use offers::void_gone;

pub(super) use position::{Position, Sought, table};
pub use position::{claimed, failed, give_back};

use aged::{Aged, Look, Referred, as_type};
use offers::Offers;
use position::ROWS;
use unit::Unit;

use super::kept::Kept;
use super::purge::{Reach, Stage, key_of, needs_key, todo_but, wrong};
use super::rows::{Held, Subjects, members};
use super::{Basis, Counted, Preview, automatic};
use crate::database::{Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{AtMost, Moment, PurgeType, RetentionRule, Then};
use crate::sql::{Expr, Family, Script, Select, Statement};

/// People in one batch.
const PEOPLE: u32 = 500;

/// What a rule does when it runs.
#[derive(Debug)]
pub enum RuleParts {
    /// With rows, entry by entry; or with people, who are put into a status.
    Stages(Vec<RuleStage>),
    /// It asks for purges, in one transaction.
    Requests(Box<Requests>),
    /// With rows of what a person has approved.
    Offers(Box<Offered>),
}

/// Offers of a rule: made and closed, carried out, and closed again.
#[derive(Debug)]
pub struct Offered {
    pub before: Script,
    pub stages: Vec<RuleStage>,
    pub after: Script,
}

/// What is done with rows of one entry: claimed and changed again and again, until nothing is claimed.
#[derive(Debug)]
pub struct RuleStage {
    pub claim: Script,
    pub run: Script,
    /// A row that cannot go is passed over in the end.
    pub passes_over: bool,
    /// Rows whose time is over, and to which others refer that stay.
    pub waiting: Option<Waiting>,
}

/// What a rule leaves for as long as others need it.
#[derive(Debug)]
pub struct Waiting {
    pub item: String,
    pub table: String,
    /// The tables that refer to them.
    pub by: Vec<String>,
    pub count: Select,
}

/// Purges that a rule asks for.
#[derive(Debug)]
pub struct Requests {
    pub script: Script,
    /// How many it will ask for, once those who came into a status are noticed.
    pub whom: Select,
    /// Where in the script that is asked.
    pub at: usize,
}

/// The rules by which data goes. Of those that offer places, those with the smaller places come first.
pub fn rules(basis: Basis<'_>) -> impl Iterator<Item = (&RetentionRule, &AtMost)> {
    let program = basis.program;
    let mut rules: Vec<_> = program.ending_rules().collect();
    let depth = |rule: &RetentionRule| match Unit::of(program, rule) {
        Unit::Place(place) => program.depth(&place.name) + 1,
        Unit::Person | Unit::Whole => 0,
    };
    rules.sort_by_key(|(rule, at_most)| std::cmp::Reverse(if at_most.then == Then::Offer { depth(rule) } else { 0 }));
    rules.into_iter()
}

/// The script of a rule.
///
/// # Errors
/// The rule's [`faults`].
pub fn script(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Result<Script, Vec<Diagnostic>> {
    let mut script = Script { header: header(basis, rule, at_most), pieces: Vec::new() };
    match parts(basis, rule, at_most)? {
        RuleParts::Stages(stages) => {
            let pieces = stages.into_iter().flat_map(|stage| [stage.claim, stage.run]);
            script.pieces.extend(pieces.flat_map(|one| one.pieces));
        }
        RuleParts::Requests(requests) => script.pieces.extend(requests.script.pieces),
        RuleParts::Offers(offered) => {
            let Offered { before, stages, after } = *offered;
            let stages = stages.into_iter().flat_map(|stage| [stage.claim, stage.run]);
            let parts = std::iter::once(before).chain(stages).chain([after]);
            script.pieces.extend(parts.flat_map(|one| one.pieces));
        }
    }
    Ok(script)
}

/// The parts of a rule's script, for whoever runs it.
///
/// # Errors
/// The rule's [`faults`].
pub fn parts(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Result<RuleParts, Vec<Diagnostic>> {
    match &at_most.then {
        Then::Request(id) => Ok(RuleParts::Requests(Box::new(people::requests(basis, rule, at_most, id)))),
        Then::Status(status) => Ok(RuleParts::Stages(vec![people::stage(basis, rule, at_most, *status)?])),
        Then::Purge | Then::Offer => {
            let found = faults(basis, rule, at_most);
            if !found.is_empty() {
                return Err(found);
            }
            let offers = (at_most.then == Then::Offer).then(|| Offers::of(basis, rule, at_most));
            let stages = entries(basis, rule, at_most, Extent::AtHand);
            let stages: Result<Vec<RuleStage>, _> =
                stages.iter().map(|one| one.parts(basis, rule, offers.as_ref())).collect();
            let stages = stages?;
            Ok(match offers {
                Some(offers) => {
                    let (before, after) = (offers.before(), offers.after());
                    RuleParts::Offers(Box::new(Offered { before, stages, after }))
                }
                None => RuleParts::Stages(stages),
            })
        }
    }
}

/// What makes a rule impossible to carry out.
pub fn faults(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Vec<Diagnostic> {
    if !at_most.then.takes_rows() {
        return Vec::new();
    }
    let mut found = wrong(basis, &whole(rule));
    for stage in entries(basis, rule, at_most, Extent::AtHand) {
        found.extend(stage.keyless(basis));
        found.extend(stage.stage().faults(basis));
    }
    let mut known = Vec::new();
    found.retain(|one| {
        let text = format!("{one:?}");
        !known.contains(&text) && {
            known.push(text);
            true
        }
    });
    found
}

/// How many offers a rule would make, and about how many rows.
pub fn would_offer(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Option<Select> {
    (at_most.then == Then::Offer).then(|| Offers::of(basis, rule, at_most).would_make())
}

/// All that a rule may do with rows, as a type.
pub fn whole(rule: &RetentionRule) -> PurgeType {
    PurgeType { narrowed: None, ..as_type(rule, Vec::new()) }
}

/// Looks at what a rule would do: at each entry of it, or at the people.
///
/// # Errors
/// The rule's [`faults`].
pub fn previews(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Result<Vec<Preview>, Vec<Diagnostic>> {
    match &at_most.then {
        Then::Request(_) | Then::Status(_) => Ok(vec![people::preview(basis, rule, at_most)?]),
        Then::Purge | Then::Offer => {
            let stages = entries(basis, rule, at_most, Extent::All);
            stages.iter().map(|one| one.preview(basis)).collect()
        }
    }
}

/// All that the previews read; the statements are never run.
pub(super) fn reads(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Vec<Statement> {
    match &at_most.then {
        Then::Request(_) | Then::Status(_) => people::reads(basis, rule, at_most),
        Then::Purge | Then::Offer => {
            entries(basis, rule, at_most, Extent::All).iter().flat_map(|one| one.stage().reads(basis)).collect()
        }
    }
}

/// Which of the rows whose time is over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Those that the run has taken.
    AtHand,
    All,
    /// Also those of which nobody has said yet that they may go.
    Unapproved,
}

/// An entry of a rule.
struct OfEntry<'p> {
    aged: Aged<'p>,
    rows: PurgeType,
    reach: Reach,
    position: Position,
    /// What is looked for by the claim.
    due: Expr,
    /// Rows at hand that go because somebody approved it.
    begins: Option<Expr>,
    /// What would go if nothing referred to it.
    waiting: Option<Expr>,
}

fn entries<'p>(basis: Basis<'p>, rule: &'p RetentionRule, at_most: &AtMost, extent: Extent) -> Vec<OfEntry<'p>> {
    // Over the whole catalogue: once, and not for each entry.
    let (now, started) = (Kept::of(basis, &Expr::Now), Kept::of(basis, &Expr::Started));
    let waits = at_most.then == Then::Offer && extent != Extent::Unapproved;
    let approved = waits.then(|| Unit::of(basis.program, rule));
    let of_entry = |(aged, number): (Aged<'p>, i64)| {
        let position = Position { rule: rule.id.clone(), entry: number };
        let table = basis.program.schema.table(aged.entry.table.id);
        let look = |now, referred| aged.due(basis, rule, at_most, &Look { now, referred, approved });
        let key = only_key(table);
        // What a duty keeps may still lose what the duty does not need, whatever refers to it.
        let is_written = key.is_some() && is_written_meanwhile(basis, aged.entry.table.id);
        let whole =
            |kept: &Kept<'_>| kept.whole(aged.entry.table.id, aged.entry.condition.as_ref()).filter(|_| is_written);
        let (stay, stays) = (whole(&now), whole(&started));
        let mut due = look(&Expr::Now, Referred::Left(stay.as_ref())).expr;
        let at_hand = if extent == Extent::AtHand { Referred::Left(stays.as_ref()) } else { Referred::Taken };
        let mut asks = look(&Expr::Started, at_hand);
        if !is_written {
            due = Expr::all(std::iter::once(due).chain(free(basis, &aged, &now)));
        }
        let (mut begins, mut waiting) = (None, None);
        if extent == Extent::AtHand {
            waiting = aged.waits(basis).map(|waits| {
                let over = look(&Expr::Now, Referred::Taken).expr;
                Expr::all([over, waits].into_iter().chain(free(basis, &aged, &now)))
            });
            let at_hand = if let Some(key) = key {
                position.range(&Expr::of(&table.name, key))
            } else {
                let due = std::iter::once(asks.expr.clone()).chain(free(basis, &aged, &started));
                some(&position, table, Expr::all(due))
            };
            asks.expr = Expr::all([at_hand, asks.expr]);
            begins =
                approved.map(|_| Expr::all(std::iter::once(asks.expr.clone()).chain(free(basis, &aged, &started))));
        }
        let again = extent != Extent::AtHand || key.is_some() && !aged.waits.are_among(aged.entry.table.id);
        let reach = Reach { subjects: Subjects::Anybody, again, waits: true };
        OfEntry { rows: aged.as_type(rule, asks), aged, reach, position, due, begins, waiting }
    };
    aged::of_rule(basis, rule).into_iter().zip(1..).map(of_entry).collect()
}

/// Rows that no duty and no hold keeps: where rows are taken some at a time, those would be taken for ever.
fn free(basis: Basis<'_>, aged: &Aged<'_>, kept: &Kept<'_>) -> Option<Expr> {
    let table = aged.entry.table.id;
    let whole = kept.whole(table, aged.entry.condition.as_ref()).map(|stays| stays.expr.is_true().negated());
    let rest = todo_but(basis, &aged.entry, kept);
    let stays: Vec<Expr> = whole.into_iter().chain(rest).collect();
    (!stays.is_empty()).then(|| Expr::all(stays))
}

/// Whether a duty writes into rows of the table that it keeps.
fn is_written_meanwhile(basis: Basis<'_>, table: TableId) -> bool {
    let duties = basis.program.retention_rules.iter().filter_map(|rule| rule.at_least.as_ref());
    duties.flat_map(|duty| &duty.meanwhile).any(|(of, _)| of.id == table)
}

/// The key of a table, where it is one whole number.
fn only_key(table: &Table) -> Option<&str> {
    let [key] = *table.primary_key.as_slice() else { return None };
    let column = table.column(key);
    (column.family == Family::Integer).then_some(&*column.name)
}

/// The first rows by a key that is no whole number.
fn some(position: &Position, table: &Table, due: Expr) -> Expr {
    let Some(columns) = key_of(table) else { return Expr::any([]) };
    let keys = || columns.iter().map(|column| Expr::of(&table.name, &column.name));
    let names: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
    let exact = columns.iter().zip(keys()).map(|(column, key)| column.exact(key));
    let mut first = Select::from(&table.name, exact).filter(due).order(keys()).limit(ROWS);
    for ((_, alias), name) in first.columns.iter_mut().zip(&names) {
        *alias = Some((*name).to_owned());
    }
    let held = columns.iter().map(|column| Held::of(table, column)).collect();
    Expr::all([position.is_at_hand(), members(held, &first.derived("probate_some", &names))])
}

impl<'p> OfEntry<'p> {
    fn stage(&self) -> Stage<'_> {
        Stage { rows: &self.rows, reach: self.reach, position: &self.position, people: None, first: None }
    }

    fn preview(&self, basis: Basis<'_>) -> Result<Preview, Vec<Diagnostic>> {
        let mut preview = self.stage().preview(basis)?;
        if self.aged.may_be_fewer() {
            preview.steps.iter_mut().for_each(|step| step.counted = Counted::AtMost);
        }
        Ok(preview)
    }

    /// Rows that cannot be told apart; or that would be taken again and again, because no number tells how far it is.
    fn keyless(&self, basis: Basis<'_>) -> Option<Diagnostic> {
        let table = basis.program.schema.table(self.aged.entry.table.id);
        if only_key(table).is_some() {
            return None;
        }
        let at = self.aged.entry.span;
        if key_of(table).is_none() {
            return Some(needs_key(table, &self.rows, at, "they are taken some at a time"));
        }
        let is_open = self.aged.todo.is_open || is_written_meanwhile(basis, self.aged.entry.table.id);
        is_open.then(|| {
            let title = format!("rows of `{}` that stay would be taken again and again", table.name);
            Diagnostic::new(Code::NeedsKey, at, title)
                .label("the key of the table is no whole number")
                .related(table.span, "declared here")
                .note("with which rows all is done is told by how far a run is, in the order of their keys")
                .help(format!(
                    "give the table a key of one whole number, or leave this item out of {}",
                    self.rows.called()
                ))
        })
    }

    fn parts(
        &self,
        basis: Basis<'_>,
        rule: &RetentionRule,
        offers: Option<&Offers<'p>>,
    ) -> Result<RuleStage, Vec<Diagnostic>> {
        let table = basis.program.schema.table(self.aged.entry.table.id);
        let what = format!("{}: {} ({})", self.aged.item.name, table.name, basis.line(self.aged.entry.span));
        let (due, key) = (self.due.clone(), only_key(table));
        let sought = match key {
            Some(key) => Sought::Range { table: &table.name, key, due },
            None => Sought::Any(Select::from(&table.name, [Expr::integer(1)]).filter(due)),
        };
        // Where rows with which all is done are taken again, every round would be followed by another.
        let is_open = self.aged.todo.is_open || is_written_meanwhile(basis, self.aged.entry.table.id);
        let begins = offers.zip(self.begins.as_ref()).map(|(offers, rows)| offers.begin(&self.aged, rows));
        Ok(RuleStage {
            claim: self.position.claim(&what, &sought, noticed(basis, rule), !is_open),
            run: Stage { first: begins, ..self.stage() }.script(basis)?,
            passes_over: key.is_some(),
            waiting: self.waiting.as_ref().map(|rows| Waiting {
                item: self.aged.item.name.clone(),
                table: table.name.to_string(),
                by: self.aged.waits.tables().into_iter().map(str::to_owned).collect(),
                count: Select::from(&table.name, [Expr::Count]).filter(rows.clone()),
            }),
        })
    }
}

/// Since when people are in a status, where the rule counts from then.
fn noticed(basis: Basis<'_>, rule: &RetentionRule) -> Script {
    let mut script = Script::default();
    if rule.after.contains(&Moment::StatusChanged) {
        let statuses = automatic::changes(basis.program);
        script.pieces.extend(statuses.flat_map(|status| automatic::notice(basis.program, status).pieces));
    }
    script
}

fn header(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Vec<String> {
    let line = |text: &str| text.to_owned();
    let mut lines = vec![format!("Retention rule `{}` ({}).", rule.id, basis.line(rule.span))];
    lines.extend(match &at_most.then {
        Then::Request(id) => vec![format!(
            "Asks for a purge by `{id}` for everybody whose time is over, once, in one transaction."
        )],
        Then::Status(_) => vec![
            format!("Puts up to {PEOPLE} people whose time is over into a status, in one transaction."),
            line("Run it again until nothing is done."),
        ],
        Then::Purge | Then::Offer => vec![
            format!("Takes up to {ROWS} rows of each entry whose time is over, whoever owns them; each entry in one transaction,"),
            line("all or nothing. Run it again until nothing is done."),
        ],
    });
    lines.extend(within(rule));
    if at_most.then.takes_rows() {
        let entries = aged::of_rule(basis, rule);
        if entries.is_empty() {
            lines.push(line(
                "There is nothing that it takes: other rules come first in all places, or nothing is done.",
            ));
        }
        lines.extend(entries.iter().filter_map(|one| {
            let by = one.waits.tables();
            let said =
                || format!("Rows of {} wait while rows of {} refer to them.", one.entry.table.name, by.join(", "));
            (!by.is_empty()).then(said)
        }));
    }
    lines.extend(basis.unreviewed(&rule.items, &rule.unreviewed));
    lines.push(line("Compiled from the policy; edit that instead."));
    lines.push(format!("Program {}", basis.digest));
    lines
}

fn within(rule: &RetentionRule) -> Option<String> {
    let within = rule.within.as_ref()?;
    Some(format!("Only data in a place of `{}` with: {}", within.context, within.written))
}
