//! Whether people hold a role: anywhere, or where a row lies. A role is held in a place and in all that lies in it.

use std::sync::Arc;

use super::age::Asks;
use super::chain::{Chain, joined};
use super::identifier;
use super::rows::{Held, as_in, as_referring, column, members, somebody};
use super::within::{Reads, one_below, places_around};
use crate::database::{Column, TableId};
use crate::program::{Condition, Entry, IdentifierSource, Named, Path, Place, Program, RolePeriod, Roles};
use crate::sql::{Expr, From, Select};

/// The person at hand holds the role, in any place.
pub(super) fn holds(program: &Program, role: &str) -> Expr {
    let Some(roles) = &program.site.roles else { return Expr::any([]) };
    let subject = &program.site.subject;
    let key = column(program, subject.table.id, subject.key.id);
    let mut chain = Chain::of(program);
    let found = Rows { program, roles, role }.enter(&mut chain);
    chain.filter(same(found.holder, (Expr::of(&subject.table.name, &key.name), key)));
    Expr::Exists(Arc::new(chain.select(Expr::integer(1))))
}

/// One of those whose row it is holds the role where the row lies.
pub(super) fn is_held(program: &Program, entry: &Entry, role: &str) -> Asks {
    let Some(roles) = &program.site.roles else { return Asks { expr: Expr::any([]), reads: Vec::new() } };
    let rows = Rows { program, roles, role };
    let mut search = Search { rows, entry, chain: Chain::of, reads: rows.reads() };
    let mut found = Vec::new();
    for whose in whose(entry) {
        let asked = whose.condition.map(|one| one.expr.clone());
        let held = search.held_by(&|chain| whose.enter(program, entry, &entry.table.name, chain));
        found.extend(held.into_iter().map(|one| Expr::all(asked.clone().into_iter().chain([one])).is_true()));
    }
    Asks { expr: Expr::any(found), reads: search.reads }
}

/// One of those whose row it is holds none of the roles where the row lies.
pub(super) fn is_lacked(program: &Program, entry: &Entry, roles: &[RolePeriod]) -> Asks {
    let mut reads = Vec::new();
    let lacks = whose(entry).into_iter().map(|whose| {
        let mut chain = Chain::of(program);
        let (who, of) = whose.enter(program, entry, &entry.table.name, &mut chain);
        let mut held = Vec::new();
        for role in program.site.roles.iter().flat_map(|all| roles.iter().map(move |one| (all, one))) {
            let rows = Rows { program, roles: role.0, role: &role.1.role };
            let mut search = Search { rows, entry, chain: Chain::within, reads: rows.reads() };
            held.extend(search.held_by(&|_| (who.clone(), of)));
            reads.extend(search.reads);
        }
        chain.filter(somebody(program, who, of));
        chain.filter(Expr::any(held).is_true().negated());
        Expr::all(whose.condition.map(|one| one.expr.clone()).into_iter().chain([chain.found()])).is_true()
    });
    let expr = Expr::any(lacks.collect::<Vec<_>>());
    Asks { expr, reads }
}

/// Rows that give one of these roles to somebody to whom a row belongs that is called so, by each of its ways. They are
/// called as is said here, or are the rows at hand.
pub(super) fn given<'p>(
    program: &'p Program,
    (entry, called): (&Entry, &str),
    names: &[RolePeriod],
    enter: impl Fn() -> (Chain<'p>, String),
) -> Vec<(Chain<'p>, String)> {
    let Some(roles) = &program.site.roles else { return Vec::new() };
    let by_way = |whose: Whose<'_>| {
        let (mut chain, role) = enter();
        let end = |path: &Path| column(program, path.ends_in.id, path.last.id);
        let name = end(&roles.name).exact(chain.follow(roles.table.id, &role, &roles.name));
        let holder = chain.follow(roles.table.id, &role, &roles.owner);
        let who = whose.enter(program, entry, called, &mut chain);
        chain.filter(Expr::InList(Arc::new(name), names.iter().map(|one| Expr::text(&one.role)).collect()));
        chain.filter(same((holder, end(&roles.owner)), who));
        (chain, role)
    };
    whose(entry).into_iter().map(by_way).collect()
}

/// By what a row belongs to somebody, and of which rows that is so.
struct Whose<'e> {
    path: &'e Path,
    identifier: Option<&'e IdentifierSource>,
    condition: Option<&'e Condition>,
}

fn whose(entry: &Entry) -> Vec<Whose<'_>> {
    let Some(co_owned) = &entry.co_owned else {
        return vec![Whose { path: &entry.path, identifier: entry.identifier.as_ref(), condition: None }];
    };
    let owners = co_owned.owners.iter();
    let of = owners.map(|one| (&one.path, one.identifier.as_ref(), one.condition.as_ref()));
    of.map(|(path, identifier, condition)| Whose { path, identifier, condition }).collect()
}

impl Whose<'_> {
    /// The person to whom a row belongs that is called so, as they are called in the chain.
    fn enter<'p>(&self, program: &'p Program, entry: &Entry, called: &str, chain: &mut Chain<'_>) -> Value<'p> {
        let own = chain.follow(entry.table.id, called, self.path);
        let holder = column(program, self.path.ends_in.id, self.path.last.id);
        let Some(source) = self.identifier else { return (own, holder) };
        let subject = &program.site.subject;
        let key = column(program, subject.table.id, subject.key.id);
        let bearer = chain.enter(&subject.table, "holder");
        let key_of = Expr::of(&bearer, &key.name);
        chain.filter(identifier::bears(program, source, holder, own, &key_of));
        (key_of, key)
    }
}

/// A value, and the column that it compares as.
type Value<'p> = (Expr, &'p Column);

/// The rows that say who holds a role, and where.
#[derive(Clone, Copy)]
struct Rows<'p> {
    program: &'p Program,
    roles: &'p Roles,
    role: &'p str,
}

/// A row of those: how it is called, and who holds the role.
struct Found<'p> {
    alias: String,
    holder: Value<'p>,
}

impl<'p> Rows<'p> {
    fn end(self, path: &Path) -> &'p Column {
        column(self.program, path.ends_in.id, path.last.id)
    }

    /// Nobody holds no role.
    fn enter(self, chain: &mut Chain<'_>) -> Found<'p> {
        let Self { program, roles, role } = self;
        let alias = chain.enter(&roles.table, "role");
        let name = chain.follow(roles.table.id, &alias, &roles.name);
        let holder = chain.follow(roles.table.id, &alias, &roles.owner);
        chain.filter(self.end(&roles.name).exact(name).equals(Expr::text(role)));
        chain.filter(somebody(program, holder.clone(), self.end(&roles.owner)));
        Found { alias, holder: (holder, self.end(&roles.owner)) }
    }

    fn reads(self) -> Reads {
        let roles = self.roles;
        let paths = [&roles.name, &roles.owner].into_iter().chain(roles.places.iter().map(|place| &place.value));
        paths.flat_map(|path| path.reads(roles.table.id)).collect()
    }

    /// The paths by which roles are held in places of a kind.
    fn in_places(self, context: &str) -> impl Iterator<Item = &'p Path> {
        self.roles.places.iter().filter(move |one| one.name == context).map(|one| &one.value)
    }
}

/// Both are the same, by bytes.
fn same((one, of_one): Value<'_>, (other, of_other): Value<'_>) -> Expr {
    let [one, other] = [(one, of_one, of_other), (other, of_other, of_one)]
        .map(|(value, own, to)| own.exact(as_in(value, own.family, to)));
    one.equals(other)
}

/// Who is looked for, as they are called in a chain.
type Who<'w, 'p> = dyn Fn(&mut Chain<'_>) -> Value<'p> + 'w;

struct Search<'a> {
    rows: Rows<'a>,
    entry: &'a Entry,
    /// How a chain begins: who is looked for may be named in one around it.
    chain: fn(&'a Program) -> Chain<'a>,
    reads: Reads,
}

impl<'a> Search<'a> {
    /// Whoever that is holds the role where the row lies, by each of its places.
    fn held_by(&mut self, who: &Who<'_, 'a>) -> Vec<Expr> {
        let (program, entry) = (self.rows.program, self.entry);
        let mut found = self.held_at(who, (entry.table.id, &entry.table.name), &entry.places);
        if let Some(named) = &entry.named_place {
            let called = program.schema.alias("probate_seat");
            let key = Path { steps: Vec::new(), last: named.key.clone(), ends_in: named.table.clone() };
            let itself = Named { name: named.context.clone(), value: key };
            let there = Expr::any(self.held_at(who, (named.table.id, &called), &[itself]));
            let keys = Select::from(&named.table.name, [Expr::of(&called, &named.key.name)]).alias(&called);
            found.push(named.is_in(&entry.table, &program.schema, Some(&keys.filter(there))));
        }
        found
    }

    /// In a place that a path leads to from a row that is called so, or in one around it.
    fn held_at(&mut self, who: &Who<'_, 'a>, (table, called): (TableId, &str), places: &[Named<Path>]) -> Vec<Expr> {
        let (program, rows) = (self.rows.program, self.rows);
        let mut found = Vec::new();
        // What lies around a tree of places is looked up with it.
        for of_row in places_around(program, places, |place| place.parent.is_some()) {
            let Some(place) = place(program, &of_row.name) else { continue };
            self.reads.extend(of_row.value.reads(table));
            let key = rows.end(&of_row.value);
            if place.parent.is_some() {
                let Some(pairs) = self.pairs(place) else { continue };
                let mut chain = (self.chain)(program);
                let lies = (chain.follow(table, called, &of_row.value), key);
                let who = who(&mut chain);
                chain.filter(self.is_among(lies, who, pairs));
                found.push(chain.found());
                continue;
            }
            for path in rows.in_places(&of_row.name) {
                let mut chain = (self.chain)(program);
                let held = rows.enter(&mut chain);
                let there = (chain.follow(rows.roles.table.id, &held.alias, path), rows.end(path));
                let lies = (chain.follow(table, called, &of_row.value), key);
                let who = who(&mut chain);
                chain.filter(same(held.holder, who));
                chain.filter(same(there, lies));
                found.push(chain.found());
            }
        }
        found
    }

    fn is_among(&self, (lies, key): Value<'_>, (who, own): Value<'_>, pairs: Select) -> Expr {
        let program = self.rows.program;
        let (alias, holder) = (program.schema.alias("probate_held"), self.rows.end(&self.rows.roles.owner));
        let held = as_in(as_referring(Expr::of(&alias, "h"), holder, own), holder.family, own);
        let place = as_referring(Expr::of(&alias, "k"), key, key);
        let pairs = Select::values([place, held]).query(pairs, &alias);
        let lies = Held::as_is(lies, key);
        let who = Held::as_is(as_in(who, own.family, holder), own);
        members(vec![lies, Held { exact: who.exact.and(holder.folds_in), ..who }], &pairs)
    }

    /// The keys `k` of places of a kind, each with those who hold the role there or around it, as `h`.
    fn pairs(&mut self, of: &'a Place) -> Option<Select> {
        let (program, rows) = (self.rows.program, self.rows);
        let pair = |key, holder| vec![(key, Some("k".to_owned())), (holder, Some("h".to_owned()))];
        let mut all = Vec::new();
        for path in rows.in_places(&of.name) {
            let mut chain = Chain::of(program);
            let held = rows.enter(&mut chain);
            // WHY: by a collation that folds, UNION would take two places or two people for one.
            let there = rows.end(path).exact(chain.follow(rows.roles.table.id, &held.alias, path));
            let (holder, of) = held.holder;
            all.push(Select { columns: pair(there, of.exact(holder)), ..chain.select(Expr::integer(1)) });
        }
        for (larger, path) in &of.within {
            let Some(larger) = place(program, larger) else { continue };
            let Some(pairs) = self.pairs(larger) else { continue };
            self.reads.extend(path.reads(of.table.id));
            let alias = program.schema.alias("probate_larger");
            let of_these = Select::from(&of.table.name, []);
            let (mut select, end) = joined(program, of.table.id, path, of_these, "r");
            let on = rows.end(path).exact(end).equals(Expr::of(&alias, "k"));
            select.joins.push((From::Query { query: Arc::new(pairs), alias: alias.clone() }, on));
            let key = column(program, of.table.id, of.key.id);
            select.columns = pair(key.exact(Expr::of(&of.table.name, &of.key.name)), Expr::of(&alias, "h"));
            all.push(select);
        }
        self.reads.push((of.table.id, of.key.id));
        let mut all = all.into_iter();
        let first = all.next()?;
        let first = Select { more: all.collect(), ..first };
        Some(match &of.parent {
            Some(parent) => self.below(of, parent, first),
            None => first,
        })
    }

    /// The same for all places that lie in those, however deep.
    fn below(&mut self, of: &Place, parent: &Path, first: Select) -> Select {
        let program = self.rows.program;
        let tree = program.schema.alias("probate_tree");
        self.reads.extend(parent.first_columns().into_iter().map(|column| (of.table.id, column)));
        let mut next = one_below(program, of, parent, &tree, Vec::new());
        next.columns.push((Expr::of(&tree, "h"), None));
        let closure = From::Reached {
            first: Arc::new(first),
            next: Arc::new(next),
            columns: vec!["k".to_owned(), "h".to_owned()],
            alias: tree.clone(),
        };
        Select { from: Some(closure), ..Select::values([Expr::of(&tree, "k"), Expr::of(&tree, "h")]) }
    }
}

fn place<'p>(program: &'p Program, name: &str) -> Option<&'p Place> {
    program.site.contexts.iter().find(|place| place.name == name)
}
