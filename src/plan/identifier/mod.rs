//! By what else than their key rows name the subjects: values that are read once, before anything is changed.
//!
//! A value that somebody outside the batch bears too selects nothing: it could be that person's data.

mod borne;
mod over;

use std::sync::Arc;

use borne::{Borne, Nobody};
pub(super) use over::borne_over;

use super::rows::{Subjects, as_in, key_family, member, one_by_one};
use super::tables::{BATCH, IDENTIFIER, is};
use super::within::Reads;
use crate::database::{Column, Table};
use crate::program::{Identifier, IdentifierSource, Path, Piece, Program};
use crate::sql::{Comparison, Expr, Family, Select};

/// The rows whose column holds the identifier of a subject.
pub(super) fn named(
    program: &Program,
    source: &IdentifierSource,
    table: &Table,
    holder: &Column,
    subjects: Subjects,
) -> Expr {
    let values = match subjects {
        Subjects::Batch | Subjects::Anybody => staged(source, holder),
        Subjects::Claimed => claimed(program, source, holder),
        Subjects::All => {
            let borne = Borne::of(program, source, "");
            borne.select([as_in(borne.value.clone(), borne.family, holder)])
        }
    };
    if subjects == Subjects::All && !source.is_pattern() && !folds(program, source) {
        return one_by_one(Expr::of(&table.name, &holder.name), holder).within(values);
    }
    among(program, source, table, holder, values)
}

/// The rows whose column holds the identifier of a subject for whom a condition on their own row is true.
pub(super) fn borne_by(
    program: &Program,
    source: &IdentifierSource,
    table: &Table,
    holder: &Column,
    of_subject: Expr,
) -> Expr {
    if source.is_pattern() {
        // WHY: MariaDB lets a query in FROM know nothing of the queries around it.
        let borne = Borne::of(program, source, "bearer");
        let name = Expr::of(&table.name, &holder.name);
        let matches = Expr::Matches(Arc::new(name.clone()), Arc::new(borne.value.clone()));
        let of_bearer = of_subject.about(&program.site.subject.table.name, &borne.called);
        let one = borne.select([Expr::integer(1)]).filter(Expr::all([of_bearer, matches]));
        return Expr::all(shape(source, name).into_iter().chain([Expr::Exists(Arc::new(one))]));
    }
    let borne = Borne::of(program, source, "");
    let values = borne.select([as_in(borne.value.clone(), borne.family, holder)]).filter(of_subject);
    among(program, source, table, holder, values)
}

/// What is read of people to know what they bear.
pub(super) fn reads(program: &Program, source: &IdentifierSource) -> Reads {
    let subject = &program.site.subject;
    let of_them = ways(program, source).flat_map(|path| path.reads(subject.table.id));
    std::iter::once((subject.table.id, subject.key.id)).chain(of_them).collect()
}

/// The paths from a person to what they bear.
pub(super) fn ways<'p>(program: &'p Program, source: &'p IdentifierSource) -> impl Iterator<Item = &'p Path> {
    let names: Vec<&str> = match source {
        IdentifierSource::Plain(name) => vec![name],
        IdentifierSource::Template(pieces) => pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Identifier(name) => Some(name.as_str()),
                Piece::Text(_) | Piece::Key | Piece::Anything => None,
            })
            .collect(),
    };
    names.into_iter().filter_map(|name| find(program, name)).map(|one| &one.path)
}

/// The rows whose column holds the identifier of one subject of the batch.
pub(super) fn of_one(
    program: &Program,
    source: &IdentifierSource,
    table: &Table,
    holder: &Column,
    subject: &Expr,
) -> Expr {
    let is_theirs = Expr::of(IDENTIFIER, "subject").equals(subject.clone());
    let values = staged(source, holder).filter(is_theirs);
    if let (true, [(pattern, _)]) = (source.is_pattern(), values.columns.as_slice()) {
        // WHY: MariaDB lets a query in FROM know nothing of the queries around it.
        let name = Expr::of(&table.name, &holder.name);
        let matches = Expr::Matches(Arc::new(name), Arc::new(pattern.clone()));
        let one = Select { columns: vec![(Expr::integer(1), None)], ..values }.filter(matches);
        return Expr::Exists(Arc::new(one));
    }
    among(program, source, table, holder, values)
}

/// A value that a person bears, and one by which a row names somebody, are the same.
pub(super) fn is_value(
    program: &Program,
    source: &IdentifierSource,
    (value, of): (Expr, &Column),
    (held, holder): (Expr, &Column),
) -> Expr {
    if folds(program, source) {
        return Expr::FoldCase(Arc::new(held)).equals(Expr::FoldCase(Arc::new(value)));
    }
    holder.exact(held).equals(of.exact(as_in(value, of.family, holder)))
}

/// Whether a value names the subject with this key.
pub(super) fn bears(program: &Program, source: &IdentifierSource, holder: &Column, value: Expr, key: &Expr) -> Expr {
    let borne = Borne::of(program, source, "bearer");
    let own = Expr::of(&borne.called, &program.site.subject.key.name);
    let is_it = if source.is_pattern() {
        Expr::Matches(Arc::new(value), Arc::new(borne.value.clone()))
    } else {
        let held = if folds(program, source) { Expr::FoldCase(Arc::new(value)) } else { holder.exact(value) };
        held.equals(as_in(borne.value.clone(), borne.family, holder))
    };
    Expr::Exists(Arc::new(borne.select([Expr::integer(1)]).filter(Expr::all([own.equals(key.clone()), is_it]))))
}

fn among(program: &Program, source: &IdentifierSource, table: &Table, holder: &Column, values: Select) -> Expr {
    let name = Expr::of(&table.name, &holder.name);
    if source.is_pattern() {
        // WHY: a pattern is no value, so that each row that may hold one at all is compared with each of them.
        let alias = program.schema.alias("probate_value");
        let pattern = Expr::of(&alias, "value");
        let values = values.named("value");
        let matched = Select::values([Expr::integer(1)])
            .query(values, alias)
            .filter(Expr::Matches(Arc::new(name.clone()), Arc::new(pattern)));
        return Expr::all(shape(source, name).into_iter().chain([Expr::Exists(Arc::new(matched))]));
    }
    if folds(program, source) {
        return Expr::FoldCase(Arc::new(name)).within(values);
    }
    member(table, holder, &values)
}

/// The column holds an identifier, and neither one of the batch's own nor one that only people bear who were rid of the
/// row before (`taken`): somebody else's, as far as can be known.
pub(super) fn names_another(
    program: &Program,
    source: &IdentifierSource,
    table: &Table,
    holder: &Column,
    taken: &Select,
) -> Expr {
    let mut asked = not_nobodys(program, source, table, holder);
    asked.push(named(program, source, table, holder, Subjects::Batch).is_true().negated());
    if !source.is_pattern() {
        asked.push(theirs_alone(program, source, table, holder, taken).is_true().negated());
    }
    Expr::all(asked)
}

/// The column holds what may be an identifier: neither NULL nor '' nor one that is nobody's.
fn not_nobodys(program: &Program, source: &IdentifierSource, table: &Table, holder: &Column) -> Vec<Expr> {
    let name = Expr::of(&table.name, &holder.name);
    let mut asked = vec![name.clone().is_null().negated()];
    if holder.family == Family::Text {
        asked.push(holder.exact(name.clone()).compare(Comparison::Unequal, Expr::text("")));
    }
    let folds = folds(program, source) && holder.family == Family::Text;
    let nobody = Nobody::of(program, source).as_held(holder.family);
    if !nobody.is_empty() {
        let exact = if folds { Expr::FoldCase(Arc::new(name)) } else { holder.exact(name) };
        asked.push(Expr::InList(Arc::new(exact), nobody).negated());
    }
    asked
}

/// The column holds what looks like an identifier, whoever may bear it.
pub(super) fn names_one(program: &Program, source: &IdentifierSource, table: &Table, holder: &Column) -> Expr {
    let mut asked = not_nobodys(program, source, table, holder);
    asked.extend(shape(source, Expr::of(&table.name, &holder.name)));
    Expr::all(asked)
}

/// A value looks like what a template makes of anybody.
fn shape(source: &IdentifierSource, value: Expr) -> Option<Expr> {
    let IdentifierSource::Template(pieces) = source else { return None };
    let mut shape = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => shape.push(Expr::PatternOf(Arc::new(Expr::text(text)))),
            Piece::Key | Piece::Identifier(_) | Piece::Anything if shape.last() == Some(&Expr::Anything) => {}
            Piece::Key | Piece::Identifier(_) | Piece::Anything => shape.push(Expr::Anything),
        }
    }
    Some(Expr::Matches(Arc::new(value), Arc::new(Expr::Concat(shape))))
}

/// The column holds what these people bear, and nobody else.
fn theirs_alone(program: &Program, source: &IdentifierSource, table: &Table, holder: &Column, people: &Select) -> Expr {
    let borne = Borne::of(program, source, "");
    let key = Expr::of(&borne.called, &program.site.subject.key.name);
    let is_theirs = key.within(people.clone());
    let value = as_in(borne.value.clone(), borne.family, holder);
    let by = |whose: Expr| borne.select([value.clone()]).filter(whose);
    let holds = |values: &Select| {
        if folds(program, source) {
            return Expr::FoldCase(Arc::new(Expr::of(&table.name, &holder.name))).within(values.clone());
        }
        member(table, holder, values)
    };
    let others = borne.is_outside(program, Subjects::Batch);
    let not_theirs = Expr::all([is_theirs.clone().is_true().negated(), others]);
    Expr::all([holds(&by(is_theirs)), holds(&by(not_theirs)).negated()])
}

fn folds(program: &Program, source: &IdentifierSource) -> bool {
    match source {
        IdentifierSource::Plain(name) => find(program, name).is_some_and(|one| one.folds),
        IdentifierSource::Template(_) => false,
    }
}

fn find<'p>(program: &'p Program, name: &str) -> Option<&'p Identifier> {
    program.site.subject.identifiers.iter().find(|one| one.name == name)
}

/// What the run wrote down, without what is shared with somebody else.
fn staged(source: &IdentifierSource, holder: &Column) -> Select {
    let value = Expr::column("value");
    let value = if holder.family == Family::Integer { Expr::Number(Arc::new(value)) } else { value };
    Select::from(IDENTIFIER, [value]).filter(Expr::all([
        Expr::column("run").equals(Expr::Run),
        is("name", &source.text()),
        Expr::column("shared").equals(Expr::integer(0)),
    ]))
}

fn claimed(program: &Program, source: &IdentifierSource, holder: &Column) -> Select {
    let borne = Borne::of(program, source, "");
    let value = as_in(borne.value.clone(), borne.family, holder);
    let shared = borne.by_another(program, source, Subjects::Claimed);
    let own = borne.is_of(program, Subjects::Claimed);
    borne.select([value]).filter(Expr::all([own, Expr::Exists(Arc::new(shared)).negated()]))
}

/// The identifiers of the batch, with whether somebody else bears them too. For `probate_identifier`.
pub(super) fn stage(program: &Program, source: &IdentifierSource) -> Select {
    let borne = Borne::of(program, source, "");
    if let Some(shortest) = borne.shortest.clone() {
        return stage_patterns(program, source, &borne, shortest);
    }
    let subject = &program.site.subject;
    // Beside keys that are written down, of whatever collation.
    let key = by_bytes(program, Expr::of(&subject.table.name, &subject.key.name));
    let shared = Expr::Exists(Arc::new(borne.by_another(program, source, Subjects::Batch)));
    let shared = Expr::Case(vec![(shared, Expr::integer(1))], Arc::new(Expr::integer(0)));
    let value = if borne.family == Family::Integer {
        Expr::Cast(Arc::new(borne.value.clone()), Family::Text)
    } else {
        borne.value.clone()
    };
    let own = borne.is_of(program, Subjects::Batch);
    let columns = [Expr::Run, Expr::text(source.text()), key, value, shared];
    borne.select(columns).filter(own).distinct()
}

fn by_bytes(program: &Program, key: Expr) -> Expr {
    if key_family(program) == Family::Text { Expr::ByBytes(Arc::new(key)) } else { key }
}

/// Patterns that may overlap are compared pair by pair, so each person's is made once before: `distinct` keeps a planner
/// from making it again for every pair.
fn stage_patterns(program: &Program, source: &IdentifierSource, borne: &Borne, shortest: Expr) -> Select {
    let named = |columns: [Expr; 3]| columns.into_iter().zip(["k", "v", "s"].map(|name| Some(name.to_owned())));
    let key = |of: &Borne| Expr::of(&of.called, &program.site.subject.key.name);
    let others = Borne::of(program, source, "other");
    let of_others = others.shortest.clone().unwrap_or_else(|| others.value.clone());
    let batch = Select {
        columns: named([key(borne), borne.value.clone(), shortest]).collect(),
        ..borne.select([]).filter(borne.is_of(program, Subjects::Batch)).distinct()
    };
    let outside = Select {
        columns: named([key(&others), others.value.clone(), of_others]).collect(),
        ..others.select([]).filter(others.is_outside(program, Subjects::Batch)).distinct()
    };
    let (ours, theirs) = (program.schema.alias("probate_borne"), program.schema.alias("probate_others"));
    let same = Expr::of(&theirs, "v").equals(Expr::of(&ours, "v"));
    let overlap = [(&theirs, &ours), (&ours, &theirs)]
        .map(|(text, pattern)| Expr::Matches(Arc::new(Expr::of(text, "s")), Arc::new(Expr::of(pattern, "v"))));
    let shared = Select::values([Expr::integer(1)])
        .query(outside, theirs.clone())
        .filter(Expr::any(std::iter::once(same).chain(overlap)));
    let shared = Expr::Case(vec![(Expr::Exists(Arc::new(shared)), Expr::integer(1))], Arc::new(Expr::integer(0)));
    let key = by_bytes(program, Expr::of(&ours, "k"));
    let columns = [Expr::Run, Expr::text(source.text()), key, Expr::of(&ours, "v"), shared];
    Select::values(columns).query(batch, ours.clone())
}

/// What stands in `probate_identifier` for each subject whose identifier was looked for.
pub(super) fn mark(source: &IdentifierSource) -> String {
    format!("looked for {}", source.text())
}

/// The first of the identifiers for which a subject's request is held.
pub(super) fn why_held(subject: Expr) -> Expr {
    let why = Expr::Concat(vec![
        Expr::text("shared-identifier "),
        Expr::Least(Arc::new(Expr::ByBytes(Arc::new(Expr::column("name"))))),
    ]);
    let of = Expr::all([
        Expr::column("run").equals(Expr::Run),
        Expr::of(IDENTIFIER, "subject").equals(subject),
        Expr::column("shared").equals(Expr::integer(1)),
    ]);
    Expr::scalar(Select::from(IDENTIFIER, [why]).filter(of))
}

/// The identifiers of the batch that somebody else bears too, for one request.
pub(super) fn shared_of_batch() -> Select {
    Select::from(IDENTIFIER, [Expr::column("subject")])
        .filter(Expr::all([Expr::column("run").equals(Expr::Run), Expr::column("shared").equals(Expr::integer(1))]))
}

/// The requests of subjects with a shared identifier.
pub(super) fn held_requests() -> Select {
    Select::from(BATCH, [Expr::column("request")])
        .filter(Expr::all([Expr::column("run").equals(Expr::Run), Expr::column("subject").within(shared_of_batch())]))
}
