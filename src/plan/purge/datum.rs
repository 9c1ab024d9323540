//! What decides now about the rows of an item that one person has.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::age::{self, Periods};
use super::super::asked::NOWHERE;
use super::super::claim::{anybody, free};
use super::super::kept::{Kept, Why};
use super::super::rows::{Subjects, selected};
use super::super::spread::spread;
use super::super::tables::BATCH;
use super::super::{Basis, retention};
use super::keeping::{COUNTS, day, length};
use super::preview::pretended;
use super::staged_identifiers;
use crate::program::{AtMost, Entry, IdentifierSource, Item, ItemId, Moment, Relation, RetentionRule, Then};
use crate::source::Span;
use crate::sql::{Expr, Length, Literal, Select, Statement};

/// The place of a number among those that are asked for.
pub type At = usize;

/// A look at the rows of one item that a person has. The statements run in a transaction that is undone.
#[derive(Debug)]
pub struct Datum {
    pub statements: Vec<Statement>,
    /// One row each; the columns one after the other are the numbers, NULL where there is none.
    pub numbers: Vec<Select>,
    /// 1 where a purge may take anything of the person: they are not protected, and take nothing over.
    pub is_free: At,
    pub entries: Vec<DatumRows>,
}

/// Rows of one entry.
#[derive(Debug)]
pub struct DatumRows {
    pub table: String,
    pub span: Span,
    /// Nobody has reviewed the entry: every type and every rule leaves the rows alone, and what keeps rows keeps these.
    pub is_new: bool,
    pub rows: At,
    /// What keeps them, holds before duties.
    pub kept: Vec<Keeps>,
    /// How many stay only because rows that stay need them.
    pub needed: Option<At>,
    pub rules: Vec<Ends>,
}

/// Rows that a hold or a duty keeps now.
#[derive(Debug)]
pub struct Keeps {
    pub kind: &'static str,
    pub id: String,
    pub rows: At,
    /// The last day of a hold.
    pub until: Option<String>,
    /// When they are kept no more.
    pub days: Option<Days>,
}

/// When the period of rows is over.
#[derive(Debug)]
pub struct Days {
    /// The days on which it is for the first and for the last of them, in seconds since 1970.
    pub first: At,
    pub last: At,
    /// How many of them have a clock that has not begun.
    pub never: Option<At>,
}

/// What a rule says of the rows' age.
#[derive(Debug)]
pub struct Ends {
    pub id: String,
    pub then: String,
    /// Nobody has reviewed the item in it: it ends nothing.
    pub is_new: bool,
    /// Rows whose time is over, those of them that nothing keeps, and those whose time is not.
    pub over: At,
    pub due: At,
    pub young: At,
    /// When the time of the young is over.
    pub days: Days,
}

/// Whose rows, and of which item.
pub fn datum<'a>(basis: Basis<'a>, subject: &Literal, (id, item): (ItemId, &'a Item)) -> Datum {
    let person = [Expr::Run, Expr::Literal(subject.clone()), Expr::integer(0), Expr::text(NOWHERE)];
    let mut statements = pretended(basis, "", vec![Select::values(person)]);
    statements.push(Statement::Analyze(BATCH));
    let entries = || item.entries.iter().map(|one| (one, false)).chain(item.unreviewed.iter().map(|one| (one, true)));
    let sources: BTreeSet<IdentifierSource> = entries().filter_map(|(entry, _)| entry.identifier.clone()).collect();
    let sources: Vec<IdentifierSource> = sources.into_iter().collect();
    statements.extend(staged_identifiers(basis.program, &sources).into_iter().map(|(_, statement)| statement));
    let kept = Kept::of(basis, &Expr::Started);
    let mut asked = Asked { basis, id, item, kept: &kept, numbers: Vec::new() };
    let is_free = asked.free(subject);
    let entries = entries().map(|(entry, is_new)| asked.entry(entry, is_new)).collect();
    Datum { statements, numbers: self::statements(&asked.numbers), is_free, entries }
}

/// All that is read of any item, but for what a look at the rules reads; the statements are never run.
pub(in super::super) fn reads(basis: Basis<'_>) -> Vec<Statement> {
    let kept = Kept::of(basis, &Expr::Started);
    let mut all = Vec::new();
    for (at, item) in basis.program.items.iter().enumerate() {
        let mut asked = Asked { basis, id: ItemId(at), item, kept: &kept, numbers: Vec::new() };
        for entry in item.entries.iter().chain(&item.unreviewed) {
            asked.entry(entry, true);
        }
        all.extend(statements(&asked.numbers).into_iter().map(Statement::Query));
    }
    all
}

struct Asked<'a> {
    basis: Basis<'a>,
    id: ItemId,
    item: &'a Item,
    kept: &'a Kept<'a>,
    numbers: Vec<Expr>,
}

impl Asked<'_> {
    fn number(&mut self, number: Expr) -> At {
        self.numbers.push(number);
        self.numbers.len() - 1
    }

    fn count(&mut self, entry: &Entry, rows: Expr) -> At {
        self.number(Expr::scalar(Select::from(&entry.table.name, [Expr::Count]).filter(rows)))
    }

    fn free(&mut self, subject: &Literal) -> At {
        let program = self.basis.program;
        let key = Expr::of(&program.site.subject.table.name, &program.site.subject.key.name);
        let person = free(program, anybody(program)).filter(key.equals(Expr::Literal(subject.clone())));
        self.number(Expr::scalar(Select { columns: vec![(Expr::Count, None)], ..person }))
    }

    fn entry(&mut self, entry: &Entry, is_new: bool) -> DatumRows {
        let theirs = selected(self.basis.program, entry, Subjects::Batch);
        let rows = self.count(entry, theirs.clone());
        let (mut kept, mut needed, mut rules) = (Vec::new(), None, Vec::new());
        // What somebody only may see is never purged.
        if entry.relation != Relation::Access {
            kept = self.keeps(entry, &theirs);
            needed = self.needed(entry, &theirs);
            rules = if is_new { Vec::new() } else { self.rules(entry, &theirs) };
        }
        DatumRows { table: entry.table.name.to_string(), span: entry.span, is_new, rows, kept, needed, rules }
    }

    fn days(&mut self, of: (&RetentionRule, Option<Length>), entry: &Entry, rows: &Expr) -> Days {
        let program = self.basis.program;
        let [first, last] =
            [Expr::Least, Expr::Greatest].map(|which| self.number(day(program, of, entry, rows, which)));
        // Clocks of the person are the same for all rows.
        let is_of_rows = of.0.after.iter().any(|moment| !matches!(moment, Moment::Subject(_)));
        let never = is_of_rows.then(|| self.number(day(program, of, entry, rows, never)));
        Days { first, last, never }
    }

    fn keeps(&mut self, entry: &Entry, theirs: &Expr) -> Vec<Keeps> {
        let mut all = self.kept.reasons(entry.table.id, entry.condition.as_ref());
        all.sort_by_key(|(why, _)| matches!(why, Why::Duty(_)));
        let mut found = Vec::new();
        for (why, expr) in all {
            let rows = Expr::all([theirs.clone(), expr.is_true()]);
            let (until, days) = match why {
                Why::Hold(hold) => (hold.until.clone(), None),
                // What it keeps for the sake of others has no clock of its own.
                Why::Duty(rule) if !rule.items.contains(&self.id) => (None, None),
                Why::Duty(rule) => (None, Some(self.days((rule, length(rule)), entry, &rows))),
            };
            let (kind, id, rows) = (why.kind(), why.id().to_owned(), self.count(entry, rows));
            found.push(Keeps { kind, id, rows, until, days });
        }
        found
    }

    fn whole(&self, entry: &Entry) -> Option<Expr> {
        self.kept.whole(entry.table.id, entry.condition.as_ref()).map(|stays| stays.expr.is_true())
    }

    fn needs(&self, entry: &Entry) -> Option<Expr> {
        let stays = if entry.deletes() { self.kept.needed(self.basis.program, entry.table.id) } else { None };
        stays.map(|stays| stays.expr.is_true())
    }

    fn needed(&mut self, entry: &Entry, theirs: &Expr) -> Option<At> {
        let needs = self.needs(entry)?;
        let not_whole = self.whole(entry).map(Expr::negated);
        let rows = Expr::all([theirs.clone(), needs].into_iter().chain(not_whole));
        Some(self.count(entry, rows))
    }

    fn rules(&mut self, entry: &Entry, theirs: &Expr) -> Vec<Ends> {
        let all = self.basis.program.ending_rules();
        let mut of_item: Vec<_> =
            all.filter(|(rule, _)| rule.items.contains(&self.id) || rule.unreviewed.contains(&self.id)).collect();
        of_item.sort_by_key(|(rule, _)| self.basis.program.rules_before(rule).len());
        of_item.into_iter().filter_map(|(rule, at_most)| self.rule(rule, at_most, entry, theirs)).collect()
    }

    /// `None` where rules that come before it leave nothing to it.
    fn rule(&mut self, rule: &RetentionRule, at_most: &AtMost, entry: &Entry, theirs: &Expr) -> Option<Ends> {
        let (basis, program) = (self.basis, self.basis.program);
        let about = age::is_about(basis, rule, &age::Others::of(program, rule, self.item), entry)?;
        let periods = Periods { period: &at_most.period, roles: &at_most.roles };
        let is_over = age::is_over(basis, rule, periods, entry, &Expr::Started).expr.is_true();
        let of_rule = |asked: Expr| Expr::all([theirs.clone(), about.expr.clone(), asked]);
        let (over, young) = (of_rule(is_over.clone()), of_rule(is_over.negated()));
        let due = match at_most.then {
            Then::Purge | Then::Offer => retention::due(basis, (rule, at_most), (self.item, entry), self.kept),
            // Of people, of whom nothing is left out that nothing keeps.
            Then::Request(_) | Then::Status(_) => {
                let kept = self.whole(entry).into_iter().chain(self.needs(entry));
                Some(Expr::all(std::iter::once(over.clone()).chain(kept.map(Expr::negated))))
            }
        };
        let due = due.map_or_else(|| Expr::any([]), |due| Expr::all([theirs.clone(), due]));
        let after: Option<Length> = at_most.period.length().filter(|_| at_most.roles.is_empty());
        let days = self.days((rule, after), entry, &young);
        let [over, due, young] = [over, due, young].map(|rows| self.count(entry, rows));
        let (id, then) = (rule.id.clone(), at_most.then.written(program));
        Some(Ends { id, then, is_new: rule.unreviewed.contains(&self.id), over, due, young, days })
    }
}

/// How many of the days there are not.
fn never(day: Arc<Expr>) -> Expr {
    let arms = vec![(Expr::IsNull(day), Expr::integer(1))];
    Expr::Sum(Arc::new(Expr::Case(arms, Arc::new(Expr::integer(0)))))
}

/// Of the person, who is the only one of the batch.
fn statements(numbers: &[Expr]) -> Vec<Select> {
    let some = spread(numbers, COUNTS, Expr::queries).into_iter();
    some.map(|some| Select::from(BATCH, some.into_iter().cloned()).filter(of_batch())).collect()
}

fn of_batch() -> Expr {
    Expr::of(BATCH, "run").equals(Expr::Run)
}
