//! What each person bears: the value of an identifier, or the pattern of a template.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::chain::joined;
use super::super::rows::{Subjects, column, key_family};
use super::{find, folds};
use crate::program::{IdentifierSource, Path, Piece, Program};
use crate::sql::{Comparison, Expr, Family, Literal, Select, whole_number};

/// The subjects' table, and the value that each of them bears.
pub(super) struct Borne {
    pub(super) rows: Select,
    pub(super) value: Expr,
    pub(super) family: Family,
    /// The subjects' table as it is called here.
    pub(super) called: String,
    pub(super) nobody: Nobody,
    /// Of a pattern that may match what another person's does: the shortest text that it matches.
    pub(super) shortest: Option<Expr>,
}

impl Borne {
    pub(super) fn of(program: &Program, source: &IdentifierSource, prefix: &str) -> Self {
        let subject = &program.site.subject;
        let called = match prefix {
            "" => subject.table.name.to_string(),
            prefix => program.schema.alias(&format!("probate_{prefix}")),
        };
        let mut rows = Select::values([]).table(&subject.table.name);
        if !prefix.is_empty() {
            rows = rows.alias(called.clone());
        }
        let mut borne = Self {
            rows,
            value: Expr::null(),
            family: Family::Text,
            called,
            nobody: Nobody::of(program, source),
            shortest: None,
        };
        borne.value = match source {
            IdentifierSource::Plain(name) => {
                let (value, family, folds) = borne.join(program, name, &format!("{prefix}v"));
                borne.family = family;
                if folds { Expr::FoldCase(Arc::new(value)) } else { value }
            }
            IdentifierSource::Template(pieces) => {
                let pattern = source.is_pattern();
                let (mut texts, mut patterns) = (Vec::new(), Vec::new());
                for (at, piece) in pieces.iter().enumerate() {
                    let Some(text) = borne.piece(program, piece, at, prefix) else {
                        patterns.push(Expr::Anything);
                        continue;
                    };
                    texts.push(text.clone());
                    patterns.push(if pattern { Expr::PatternOf(Arc::new(text)) } else { text });
                }
                borne.shortest = may_overlap(program, pieces).then_some(Expr::Concat(texts));
                Expr::Concat(patterns)
            }
        };
        borne
    }

    /// `None` for any run of characters.
    pub(super) fn piece(&mut self, program: &Program, piece: &Piece, at: usize, prefix: &str) -> Option<Expr> {
        Some(match piece {
            Piece::Anything => return None,
            Piece::Text(text) => Expr::text(text),
            Piece::Key => {
                let key = Expr::of(&self.called, &program.site.subject.key.name);
                let declared = column(program, program.site.subject.table.id, program.site.subject.key.id);
                as_text(declared.exact(key), key_family(program))
            }
            Piece::Identifier(name) => {
                let (value, family, _) = self.join(program, name, &format!("{prefix}p{at}_"));
                as_text(self.if_any(value, family), family)
            }
        })
    }

    /// NULL for a value that is nobody's, so that the whole template is.
    pub(super) fn if_any(&self, value: Expr, family: Family) -> Expr {
        if !matches!(family, Family::Text | Family::Integer) {
            return value;
        }
        let empty = (family == Family::Text).then(|| Expr::text(""));
        let nobody: Vec<Expr> = self.nobody.as_held(family).into_iter().chain(empty).collect();
        if nobody.is_empty() {
            return value;
        }
        let nobodys = Expr::InList(Arc::new(value.clone()), nobody);
        Expr::Case(vec![(nobodys, Expr::null())], Arc::new(value))
    }

    /// Joins what an identifier's path leads to: its value, the value's family, and whether it folds.
    pub(super) fn join(&mut self, program: &Program, name: &str, prefix: &str) -> (Expr, Family, bool) {
        let Some(identifier) = find(program, name) else {
            return (Expr::null(), Family::Text, false);
        };
        let subject = &program.site.subject.table;
        let path: &Path = &identifier.path;
        let (rows, value) = joined(program, subject.id, path, std::mem::take(&mut self.rows), prefix);
        // The path begins at the subjects' table, however it is called here.
        let called = self.called.clone();
        self.rows = rows.about(&subject.name, &called);
        let last = column(program, path.ends_in.id, path.last.id);
        let value = last.exact(value.about(&subject.name, &called));
        (value, last.family, identifier.folds)
    }

    pub(super) fn select(&self, columns: impl IntoIterator<Item = Expr>) -> Select {
        let columns = columns.into_iter().map(|column| (column, None)).collect();
        Select { columns, ..self.rows.clone() }.filter(self.is_somebodys())
    }

    /// Never NULL, '' or nobody: after one purge the e-mail is '', and a second one would take everybody's.
    pub(super) fn is_somebodys(&self) -> Expr {
        let some = self.value.clone().is_null().negated();
        let not_empty =
            (self.family == Family::Text).then(|| self.value.clone().compare(Comparison::Unequal, Expr::text("")));
        let nobody = self.nobody.as_held(self.family);
        let not_nobody = (!nobody.is_empty()).then(|| Expr::InList(Arc::new(self.value.clone()), nobody).negated());
        Expr::all([Some(some), not_empty, not_nobody].into_iter().flatten())
    }

    /// The subjects are among these.
    pub(super) fn is_of(&self, program: &Program, subjects: Subjects) -> Expr {
        let key = column(program, program.site.subject.table.id, program.site.subject.key.id);
        let name = Expr::of(&self.called, &key.name);
        let name = key.exact(name);
        let nobody: Vec<Expr> = program.site.subject.nobody.iter().cloned().map(Expr::Literal).collect();
        let somebody = (!nobody.is_empty()).then(|| Expr::InList(Arc::new(name.clone()), nobody).negated());
        let among = name.within(subjects.keys(program, key));
        Expr::all([Some(among), somebody].into_iter().flatten())
    }

    /// The subject is not among these.
    pub(super) fn is_outside(&self, program: &Program, subjects: Subjects) -> Expr {
        let key = column(program, program.site.subject.table.id, program.site.subject.key.id);
        let name = Expr::of(&self.called, &key.name);
        let among = key.exact(name).within(subjects.keys(program, key));
        // Whoever has no key is somebody else.
        if key.nullable { among.is_true().negated() } else { among.negated() }
    }

    /// Somebody else who bears the same value.
    pub(super) fn by_another(&self, program: &Program, source: &IdentifierSource, subjects: Subjects) -> Select {
        let other = Self::of(program, source, "other");
        let outside = other.is_outside(program, subjects);
        let same = self.bytes(&other.value).equals(self.value.clone());
        // WHY: a row that two people's patterns match could be either's, as 'user:a:b:1' of people 'a' and 'a:b'.
        let overlap = |text: &Option<Expr>, pattern: &Expr| {
            text.clone().map(|text| Expr::Matches(Arc::new(text), Arc::new(pattern.clone())))
        };
        let overlaps = [overlap(&other.shortest, &self.value), overlap(&self.shortest, &other.value)];
        let same = Expr::any(std::iter::once(same).chain(overlaps.into_iter().flatten()));
        other.select([Expr::integer(1)]).filter(Expr::all([same, outside]))
    }

    pub(super) fn bytes(&self, value: &Expr) -> Expr {
        if self.family == Family::Text { Expr::ByBytes(Arc::new(value.clone())) } else { value.clone() }
    }
}

/// Whether two people's patterns could match one text. Not where the key is a number between other characters, and
/// the text before or after it is the same for everybody.
pub(super) fn may_overlap(program: &Program, pieces: &[Piece]) -> bool {
    let is_open = |pieces: &[Piece]| pieces.contains(&Piece::Anything);
    let is_name = |piece: &&Piece| matches!(piece, Piece::Key | Piece::Identifier(_));
    let at = pieces.iter().position(|piece| *piece == Piece::Key);
    let Some((before, after)) = at.and_then(|at| Some((pieces.get(..at)?, pieces.get(at + 1..)?))) else {
        return is_open(pieces);
    };
    let ends = |piece: Option<&Piece>, of: fn(&str) -> Option<char>| match piece {
        None => true,
        Some(Piece::Text(text)) => of(text).is_some_and(|next| !next.is_ascii_digit() && next != '-'),
        Some(Piece::Key | Piece::Identifier(_) | Piece::Anything) => false,
    };
    let alone = pieces.iter().filter(is_name).count() == 1 && key_family(program) == Family::Integer;
    let apart = ends(before.last(), |text| text.chars().next_back()) && ends(after.first(), |text| text.chars().next());
    is_open(pieces) && !(alone && apart && !(is_open(before) && is_open(after)))
}

/// Values that are no person, as the Site lists them.
pub(super) struct Nobody {
    pub(super) texts: BTreeSet<String>,
}

impl Nobody {
    pub(super) fn of(program: &Program, source: &IdentifierSource) -> Self {
        let subject = &program.site.subject;
        let text = |literal: &Literal| match literal {
            Literal::Integer(number) => Some(number.to_string()),
            Literal::Text(text) => Some(text.clone()),
            Literal::Null | Literal::Boolean(_) | Literal::Decimal(_) | Literal::Date(_) | Literal::Timestamp(_) => {
                None
            }
        };
        let texts = subject.nobody.iter().filter_map(text).chain(subject.nobody_known.iter().cloned());
        // As an identifier that folds is written down; 'bob' is nobody's then where 'Bob' is, and only then.
        let folds = folds(program, source);
        let texts = texts.map(|text| if folds { text.to_ascii_lowercase() } else { text });
        Self { texts: texts.filter(|text| !text.is_empty()).collect() }
    }

    /// Those that a column of this family could hold.
    pub(super) fn as_held(&self, family: Family) -> Vec<Expr> {
        let texts = self.texts.iter();
        match family {
            Family::Text => texts.map(Expr::text).collect(),
            Family::Integer => texts.filter_map(|text| whole_number(text)).map(Expr::integer).collect(),
            Family::Boolean
            | Family::Decimal
            | Family::Real
            | Family::Bytes
            | Family::Date
            | Family::Timestamp
            | Family::Other => Vec::new(),
        }
    }
}

pub(super) fn as_text(value: Expr, family: Family) -> Expr {
    if family == Family::Text { value } else { Expr::Cast(Arc::new(value), Family::Text) }
}
