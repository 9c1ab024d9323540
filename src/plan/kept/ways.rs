//! Rows over which rows that stay are found, and by which it is decided that they stay.

use std::sync::Arc;

use super::super::chain::Chain;
use super::super::identifier;
use super::super::rows::{Held, as_in, column, key_family, members};
use super::super::within::Reads;
use super::decided::{decided_over, part_reads};
use super::{Kept, Leading, Stays, Way, conjuncts, together, way_reads};
use crate::database::{ColumnId, Table, TableId};
use crate::program::Program;
use crate::sql::{Expr, Select};

impl Leading<'_> {
    /// How its rows are called where those of a table keep its name, and what is true of them.
    fn called(&self, program: &Program, table: &Table) -> Option<(String, Expr)> {
        if self.table.name != table.name {
            return Some((self.table.name.to_string(), self.expr.clone()));
        }
        let called = program.schema.alias("probate_kept");
        let keys = || table.primary_key.iter().map(|id| table.column(*id));
        let stay =
            Select::from(&table.name, keys().map(|key| Expr::of(&table.name, &key.name))).filter(self.expr.clone());
        let held = keys().map(|key| Held::as_is(Expr::of(&called, &key.name), key)).collect();
        (!table.primary_key.is_empty()).then(|| (called.clone(), members(held, &stay)))
    }

    fn leads_as(&self, other: &Self) -> bool {
        (self.table.id, self.way) == (other.table.id, other.way)
            && (self.why.kind(), self.why.id()) == (other.why.kind(), other.why.id())
            && self.expr == other.expr
    }
}

impl<'p> Kept<'p> {
    /// Rows on the way from rows that stay to whom they belong: without them they would be nobody's.
    pub(super) fn on_the_way(&self, program: &Program, table: TableId, found: &mut Vec<Expr>, reads: &mut Reads) {
        self.over(program, table, |_| true, (found, reads));
    }

    /// Rows over which those are found, or by which it is decided that they stay, by one of these columns of theirs.
    pub fn leads(&self, program: &Program, table: TableId, columns: &[ColumnId]) -> Option<Stays> {
        let (mut found, mut reads) = (Vec::new(), Vec::new());
        let by_these = |one: &Leading<'_>| columns.iter().any(|column| one.decisive.contains(&(table, *column)));
        self.over(program, table, by_these, (&mut found, &mut reads));
        (!found.is_empty()).then(|| Stays { expr: Expr::any(found), reads })
    }

    fn over(
        &self,
        program: &Program,
        table: TableId,
        which: impl Fn(&Leading<'_>) -> bool,
        (found, reads): (&mut Vec<Expr>, &mut Reads),
    ) {
        let subject = &program.site.subject;
        let to = program.schema.table(table);
        for one in self.leading(program).iter().filter(|one| which(one)) {
            let (path, identifier) = one.way;
            let Some((called, stays)) = one.called(program, to) else { continue };
            let before = found.len();
            let mut find = |mut chain: Chain<'_>, among: Option<(Held, Expr)>| {
                chain.filter(stays.clone());
                let one = match among {
                    None => Expr::Exists(Arc::new(chain.select(Expr::integer(1)))),
                    Some((held, value)) => members(vec![held], &chain.select(value)),
                };
                if !found.contains(&one) {
                    found.push(one);
                }
            };
            let enter = || {
                let mut chain = Chain::of(program);
                chain.enter_as(one.table, &called);
                chain
            };
            // A person's own row leads to itself.
            if table == subject.table.id && (one.table.id != table || !is_own(program, one.way)) {
                find(theirs(program, one, &called, enter()), None);
            }
            for (at, _) in path.steps.iter().enumerate().filter(|(_, step)| step.table.id == table) {
                let mut chain = enter();
                chain.follow_over(one.table.id, &called, &path.steps, Some(at));
                find(chain, None);
            }
            if let Some(source) = identifier {
                for chain in identifier::borne_over(program, source, (one.table.id, &called, path), to, enter) {
                    find(chain, None);
                }
            }
            decided_over(program, (one, &called), to, &mut find);
            if found.len() > before {
                reads.extend(one.reads.iter().copied());
                reads.extend(way_reads(program, one.table.id, one.way));
            }
        }
    }

    pub(super) fn leading(&self, program: &Program) -> &[Leading<'p>] {
        self.leading.get_or_init(|| {
            let all = self.whole.values().flat_map(|all| together(all.iter().filter(|one| one.via.is_none()), None));
            let mut found: Vec<Leading<'p>> = Vec::new();
            for one in all {
                let met = conjuncts(&one.expr);
                for (way, condition) in one.keeper.ways() {
                    let asked = condition.iter().flat_map(|condition| conjuncts(&condition.expr));
                    let asked = asked.filter(|part| !met.contains(part)).cloned();
                    let expr = Expr::all(asked.chain([one.expr.clone()]));
                    let mut reads = one.reads.clone();
                    reads.extend(condition.iter().flat_map(|condition| condition.reads.iter().copied()));
                    let (why, entry) = (one.keeper.why, one.keeper.entry);
                    let of_parts = part_reads(entry.table.id, &entry.parts);
                    let read = way_reads(program, entry.table.id, way).into_iter().chain(of_parts);
                    let decisive = read.chain(reads.clone()).collect();
                    let leading = Leading { table: &entry.table, why, entry, way, expr, reads, decisive };
                    // Each of several owners that stand in one entry leads to all of them.
                    if !found.iter().any(|known| known.leads_as(&leading)) {
                        found.push(leading);
                    }
                }
            }
            found
        })
    }
}

/// A row is of the person whose own it is.
fn is_own(program: &Program, (path, identifier): Way<'_>) -> bool {
    identifier.is_none() && path.steps.is_empty() && path.last.id == program.site.subject.key.id
}

/// The people at hand to whom a row belongs that is called so in the chain.
fn theirs<'d>(program: &'d Program, one: &Leading<'_>, called: &str, mut chain: Chain<'d>) -> Chain<'d> {
    let subject = &program.site.subject;
    let (path, identifier) = one.way;
    let last = chain.follow(one.table.id, called, path);
    let holder = column(program, path.ends_in.id, path.last.id);
    let key = column(program, subject.table.id, subject.key.id);
    let name = Expr::of(&subject.table.name, &key.name);
    chain.filter(match identifier {
        None => holder.exact(last).equals(key.exact(as_in(name, key_family(program), holder))),
        Some(source) => identifier::bears(program, source, holder, last, &name),
    });
    chain
}

/// How a condition on rows that stay is found to be one on the row at hand: that there are such rows; or that this of it
/// is that of one of them.
pub(super) type Find<'f> = dyn FnMut(Chain<'_>, Option<(Held, Expr)>) + 'f;
