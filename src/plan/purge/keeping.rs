//! What a run leaves because a duty or a hold keeps it: counted for each person, with the reason and the day on which it
//! ends, and the request that is held until then.

use std::sync::Arc;

use super::super::age;
use super::super::below::Below;
use super::super::chain::Chain;
use super::super::kept::{Why, first_after, inside};
use super::super::rows::{Subjects, as_in, column, key_family, member, owned_by_one};
use super::super::spread::spread;
use super::super::tables::{BATCH, KEPT, REQUEST, is};
use super::spare::Spared;
use super::{Writer, this_run};
use crate::database::TableId;
use crate::program::{Entry, Moment, Part, Program, RetentionRule};
use crate::sql::{Comparison, Expr, Family, Length, Select, Statement};

/// So many counts in one statement.
pub(super) const COUNTS: usize = 20;
const DAY: i64 = 86_400;
/// Days after which rows are looked at that others need.
const MONTH: i64 = 30;
/// The kind of those rows.
const REFERRED: &str = "referred";

/// Rows of somebody, why they stay, and until when.
struct Line {
    rows: Rows,
    item: String,
    table: String,
    kind: &'static str,
    because: String,
    ends: Expr,
}

enum Rows {
    /// Those of the person at hand, counted.
    OfOne(Select),
    /// Of whom they are stands in a column: one query counts those of everybody.
    ByOwner { owner: Expr, rows: Select },
}

impl Rows {
    fn queries(&self) -> usize {
        match self {
            Self::OfOne(rows) | Self::ByOwner { rows, .. } => Expr::scalar(rows.clone()).queries(),
        }
    }
}

impl Writer<'_> {
    /// Before anything is changed: rows that stay are counted as they are.
    pub(super) fn keep(&mut self) {
        let lines: Vec<Line> = self.spared.iter().flat_map(|spared| lines(self.basis.program, spared)).collect();
        let mut comment = "decide: what a duty or a hold keeps, and for how long";
        for some in spread(&lines, COUNTS, |line| line.rows.queries() + line.ends.queries()) {
            let mut rows = some.iter().map(|line| counted(line));
            let Some(mut first) = rows.next() else { continue };
            first.more = rows.collect();
            let columns = ["subject", "item", "table_name", "kind", "because", "kept", "ends"];
            let found = first.derived("found", &columns);
            let found = Select { columns: std::iter::once((Expr::Run, None)).chain(found.columns).collect(), ..found };
            let found = found.filter(Expr::column("kept").compare(Comparison::Greater, Expr::integer(0)));
            let statement = Statement::insert(KEPT, &[&["run"], &columns[..]].concat(), found);
            if comment.is_empty() {
                self.script.and(statement);
            } else {
                self.script.push(std::mem::take(&mut comment), statement);
            }
        }
    }

    /// Requests of whom something was kept, and when that is looked at again.
    pub(super) fn held(&self) -> Option<(Expr, Expr)> {
        if self.spared.is_empty() {
            return None;
        }
        let of_subject = Expr::of(KEPT, "subject").equals(Expr::of(REQUEST, "subject"));
        let of_run = Expr::of(KEPT, "run").equals(Expr::Run);
        let rows =
            |columns: Vec<Expr>| Select::from(KEPT, columns).filter(Expr::all([of_run.clone(), of_subject.clone()]));
        let is_held = Expr::Exists(Arc::new(rows(vec![Expr::integer(1)])));
        // A duty of which no day is known is looked at again the day after; a hold when it is lifted.
        let days = |many: i64| Expr::Add(Arc::new(Expr::Now), Arc::new(Expr::integer(many * DAY)));
        let tomorrow = days(1);
        // A day that is over, while the row is kept, says nothing: it would be due again at once, without end.
        let is_ahead = Expr::column("ends").compare(Comparison::Greater, Expr::Now);
        let ends = vec![(is_ahead, Expr::column("ends")), (is("kind", "duty"), tomorrow.clone())];
        let ends = Expr::Case(ends, Arc::new(Expr::null()));
        let first = Expr::scalar(rows(vec![Expr::Least(Arc::new(ends))]));
        // Kept for others' sake alone: nobody tells when that is over.
        let any = |kind| Expr::Exists(Arc::new(rows(vec![Expr::integer(1)]).filter(is("kind", kind))));
        let again = Expr::Case(vec![(any("hold"), Expr::null())], Arc::new(tomorrow));
        let day = Expr::Else(Arc::new(first.clone()), Arc::new(again));
        if !self.spared.iter().any(|spared| spared.is_referred) {
            return Some((is_held, day));
        }
        // What others need may go before the first day of what is kept for itself.
        let is_far = first.compare(Comparison::Greater, days(MONTH));
        let soon = (Expr::all([any(REFERRED), is_far]), days(MONTH));
        Some((is_held, Expr::Case(vec![soon], Arc::new(day))))
    }

    /// That nothing of an item was kept of a subject of the batch.
    pub(super) fn nothing_kept(&self, item: &str) -> Option<Expr> {
        (!self.spared.is_empty()).then(|| {
            let kept = Select::from(KEPT, [Expr::column("subject")]).filter(Expr::all([this_run(), is("item", item)]));
            Expr::column("subject").within(kept).negated()
        })
    }
}

fn counted(line: &Line) -> Select {
    let named = |(expr, name): (Expr, &str)| (expr, Some(name.to_owned()));
    let (subject, kept) = match &line.rows {
        Rows::OfOne(rows) => (Expr::of(BATCH, "subject"), Expr::scalar(rows.clone())),
        Rows::ByOwner { owner, .. } => (owner.clone(), Expr::Count),
    };
    let columns = [
        (subject, "subject"),
        (Expr::text(&line.item), "item"),
        (Expr::text(&line.table), "table_name"),
        (Expr::text(line.kind), "kind"),
        (Expr::text(&line.because), "because"),
        (kept, "kept"),
        // A column of NULLs alone would have no type.
        (Expr::Cast(Arc::new(line.ends.clone()), Family::Integer), "ends"),
    ];
    let columns = columns.into_iter().map(named).collect();
    match &line.rows {
        Rows::OfOne(_) => {
            Select { columns, ..Select::values([]).table(BATCH).filter(Expr::of(BATCH, "run").equals(Expr::Run)) }
        }
        Rows::ByOwner { owner, rows } => Select { columns, group: vec![owner.clone()], ..rows.clone() },
    }
}

fn lines(program: &Program, spared: &Spared<'_>) -> Vec<Line> {
    let table = &spared.rows.table.name;
    let (owner, of_subject) = (owner(program, spared), theirs(program, spared));
    let line = |kind, because: &str, also: Option<&Expr>, ends: Ends| {
        let asked = Expr::all(std::iter::once(spared.expr.clone()).chain(also.cloned()));
        let (rows, ends) = match (owner.clone(), ends) {
            (Some((owner, is_theirs)), Ends::Alike(ends)) => {
                let rows = Select::from(table, []).filter(Expr::all([is_theirs, asked]));
                (Rows::ByOwner { owner, rows }, ends)
            }
            (_, Ends::Alike(ends) | Ends::OfOne(ends)) => {
                let asked = Expr::all([of_subject.clone(), asked]);
                (Rows::OfOne(Select::from(table, [Expr::Count]).filter(asked)), ends)
            }
        };
        let (item, table) = (spared.rows.item.name.clone(), table.to_string());
        Line { rows, item, table, kind, because: because.to_owned(), ends }
    };
    if spared.is_referred {
        return vec![line(REFERRED, "rows that stay need them", None, Ends::Alike(no_day()))];
    }
    let one = |(why, expr): &(Why<'_>, Expr)| {
        // Where there is one reason alone, all that is kept is kept by it.
        let also = (spared.reasons.len() > 1).then_some(expr);
        let asked = Expr::all([of_subject.clone(), spared.expr.clone()].into_iter().chain(also.cloned()));
        let ends = match why {
            Why::Hold(hold) => {
                Ends::Alike(hold.until.as_deref().and_then(first_after).map_or_else(no_day, Expr::integer))
            }
            // The clocks of a part are those of the row that it is a part of.
            Why::Duty(_) if !spared.trail.is_empty() => Ends::Alike(no_day()),
            // As the rows of another item it keeps them by other clocks, and perhaps by somebody else's years.
            Why::Duty(rule) if !covers(program, rule, spared) => Ends::Alike(no_day()),
            Why::Duty(rule) => Ends::OfOne(ends(program, rule, spared.entry, &asked)),
        };
        line(why.kind(), why.id(), also, ends)
    };
    spared.reasons.iter().map(one).collect()
}

fn covers(program: &Program, rule: &RetentionRule, spared: &Spared<'_>) -> bool {
    rule.items.iter().filter_map(|id| program.item(*id)).any(|item| item.name == spared.rows.item.name)
}

/// The first day on which rows may go.
enum Ends {
    /// The same for everybody.
    Alike(Expr),
    OfOne(Expr),
}

/// The column of the row itself that holds the key of the one whose row it is, and that this is one of the batch.
fn owner(program: &Program, spared: &Spared<'_>) -> Option<(Expr, Expr)> {
    let entry = spared.entry;
    let is_alone = entry.identifier.is_none() && entry.co_owned.is_none() && entry.side.is_none();
    let holder = entry.path.own_column().filter(|_| is_alone && spared.trail.is_empty())?;
    let table = program.schema.table(entry.table.id);
    let holder = table.column(holder);
    // Texts may be grouped by other rules than they are compared by.
    let are_numbers = holder.family == Family::Integer && key_family(program) == Family::Integer;
    let keys = Subjects::Batch.keys(program, holder);
    let condition = entry.condition.iter().map(|one| one.expr.clone());
    let is_theirs = Expr::all(std::iter::once(member(table, holder, &keys)).chain(condition));
    are_numbers.then(|| (Expr::of(&table.name, &holder.name), is_theirs))
}

/// PostgreSQL takes a bare NULL among others for a text.
fn no_day() -> Expr {
    Expr::Cast(Arc::new(Expr::null()), Family::Integer)
}

/// Rows that the subject at hand owns, or parts of such rows.
fn theirs(program: &Program, spared: &Spared<'_>) -> Expr {
    let entry = spared.entry;
    let owned = owned_by_one(program, entry, &Expr::of(BATCH, "subject"));
    let condition = entry.condition.iter().map(|one| one.expr.clone());
    let owned = Expr::all(std::iter::once(owned).chain(condition));
    let parts = |(parent, rows): (TableId, Expr), part: &&Part| {
        let rows = match Below::of(program, part, &program.schema.table(parent).primary_key) {
            // Whose the rows above are is asked of a query around it.
            Some(below) if part.is_below(parent) => below.of_those(inside(program, part, parent, rows.clone()), rows),
            _ => inside(program, part, parent, rows),
        };
        (part.table.id, rows)
    };
    spared.trail.iter().fold((entry.table.id, owned), parts).1
}

/// The first day on which one of the rows may go, in seconds since 1970; NULL where none is known.
fn ends(program: &Program, rule: &RetentionRule, entry: &Entry, rows: &Expr) -> Expr {
    day(program, (rule, length(rule)), entry, rows, Expr::Least)
}

/// A day on which the period of a rule is over for one of the rows, in seconds since 1970; NULL where none is known.
pub(super) fn day(
    program: &Program,
    (rule, after): (&RetentionRule, Option<Length>),
    entry: &Entry,
    rows: &Expr,
    which: fn(Arc<Expr>) -> Expr,
) -> Expr {
    let Some(after) = after else { return no_day() };
    let mut chain = Chain::of(program);
    chain.enter_by_name(&entry.table);
    let mut all = Vec::new();
    for moment in &rule.after {
        let Some(one) = end(program, moment, entry, after, &mut chain) else { return no_day() };
        all.push(one);
    }
    let mut all = all.into_iter();
    let Some(first) = all.next() else { return no_day() };
    let latest = all.fold(first, |latest, one| {
        let is_later = latest.clone().compare(Comparison::GreaterOrEqual, one.clone());
        // NULL where one of them is.
        let unknown = Expr::any([latest.clone().is_null(), one.clone().is_null()]);
        Expr::Case(vec![(unknown, Expr::null()), (is_later, latest)], Arc::new(one))
    });
    // WHY: an aggregate over nothing of its own query's rows is one of the query around it, and makes one row of that.
    if rule.after.iter().all(|moment| matches!(moment, Moment::Subject(_))) {
        return latest;
    }
    chain.filter(rows.clone());
    Expr::scalar(chain.select(which(Arc::new(latest))))
}

/// The period of a duty; `None` where whose role it is decides, or it never ends.
pub(super) fn length(rule: &RetentionRule) -> Option<Length> {
    let at_least = rule.at_least.as_ref().filter(|at_least| at_least.roles.is_empty())?;
    at_least.period.length()
}

fn end(program: &Program, moment: &Moment, entry: &Entry, after: Length, chain: &mut Chain<'_>) -> Option<Expr> {
    let of = |table: TableId, called: &str, clock: &crate::program::Clock| {
        let column = program.schema.table(table).column(clock.column.id);
        Expr::Ends(Arc::new(Expr::of(called, &column.name)), age::time(clock.unit, column), after)
    };
    match moment {
        Moment::Row(name) => {
            let clock = entry.clocks.iter().find(|clock| clock.name == *name)?;
            Some(of(entry.table.id, &entry.table.name, clock))
        }
        Moment::Subject(name) => {
            // Of several owners the latest counts, who is not the one at hand.
            if entry.co_owned.is_some() {
                return None;
            }
            let subject = &program.site.subject;
            let clock = subject.clocks.iter().find(|clock| clock.name == *name)?;
            let key = column(program, subject.table.id, subject.key.id);
            let name = Expr::of(&subject.table.name, &key.name);
            let is_theirs = name.equals(as_in(Expr::of(BATCH, "subject"), key_family(program), key));
            let value = of(subject.table.id, &subject.table.name, clock);
            Some(Expr::scalar(Select::from(&subject.table.name, [value]).filter(is_theirs)))
        }
        Moment::StatusChanged => None,
        Moment::Place { context, clock } => {
            let [only] = &entry.places.as_slice() else { return None };
            let place = program.site.contexts.iter().find(|place| place.name == *context)?;
            let clock = place.clocks.iter().find(|one| one.name == *clock)?;
            if only.name != *context || only.value.steps.is_empty() {
                return None;
            }
            let called = chain.follow_steps(entry.table.id, &entry.table.name, &only.value.steps);
            Some(of(place.table.id, called.last()?, clock))
        }
    }
}
