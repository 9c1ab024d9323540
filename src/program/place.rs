//! Where data lies, and the clocks by which it ages.

use std::sync::Arc;

use serde::Serialize;

use super::{ColumnName, Path, TableName};
use crate::database::Schema;
use crate::source::Span;
use crate::sql::{Expr, Family, Select};

/// A kind of place: a course, a category. Smaller places lie in larger ones.
#[derive(Debug, Serialize)]
pub struct Place {
    pub name: String,
    pub table: TableName,
    pub key: ColumnName,
    /// The column that leads to the place of the same kind that this one lies in.
    pub parent: Option<Path>,
    /// The larger places it lies in, by name, and how to get there; sorted.
    pub within: Vec<(String, Path)>,
    /// Sorted by name.
    pub clocks: Vec<Clock>,
    #[serde(skip)]
    pub span: Span,
}

/// Whether places of one kind are, or lie in, places of another; `around` names the kinds that one lies in.
pub fn reaches<'p, K: IntoIterator<Item = &'p str>>(place: &'p str, larger: &str, around: impl Fn(&str) -> K) -> bool {
    let mut open = vec![place];
    let mut seen = Vec::new();
    while let Some(name) = open.pop() {
        if name == larger {
            return true;
        }
        if !seen.contains(&name) {
            seen.push(name);
            open.extend(around(name));
        }
    }
    false
}

/// A moment in a row's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clock {
    pub name: String,
    pub column: ColumnName,
    pub unit: Unit,
    /// Where it is written; none where the Site's conventions found it.
    #[serde(skip)]
    pub written: Option<Span>,
}

/// How a column says what time it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A date or timestamp of the database.
    Native,
    /// ISO 8601, as SQLite keeps it.
    Text,
    /// Seconds since 1970.
    Unix,
    /// Milliseconds since 1970.
    UnixMs,
}

/// A text of the row contains the key of a place that the row belongs to, as `forum_7_sort` does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedPlace {
    /// The column of the row that holds the text.
    pub column: ColumnName,
    /// The name of a [`Place`], its table and key.
    pub context: String,
    pub table: TableName,
    pub key: ColumnName,
    /// The texts in which the key may stand, sorted.
    pub names: Vec<Vec<NamePiece>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum NamePiece {
    Text(String),
    /// The key of the place.
    Key,
    /// Any run of characters.
    Anything,
}

impl NamedPlace {
    /// Whether the text of a row of `table` names a place: of these, where keys are given, else any that there is.
    pub fn is_in(&self, table: &TableName, schema: &Schema, places: Option<&Select>) -> Expr {
        let text = Expr::of(&table.name, &self.column.name);
        let text = schema.table(table.id).column(self.column.id).exact(text);
        let alias = schema.alias("probate_place");
        let column = schema.table(self.table.id).column(self.key.id);
        let key = Expr::of(&alias, &self.key.name);
        let written =
            if column.family == Family::Text { key.clone() } else { Expr::Cast(Arc::new(key.clone()), Family::Text) };
        let among = |what: Expr| {
            let all = Select::from(&self.table.name, [what]).alias(&alias);
            match places {
                Some(places) => all.filter(key.clone().within(places.clone())),
                None => all,
            }
        };
        let named = self.names.iter().map(|pieces| {
            let is_pattern = pieces.contains(&NamePiece::Anything);
            let piece = |piece: &NamePiece| {
                let exact = match piece {
                    NamePiece::Anything => return Expr::Anything,
                    NamePiece::Text(text) => Expr::text(text),
                    NamePiece::Key => written.clone(),
                };
                if is_pattern { Expr::PatternOf(Arc::new(exact)) } else { exact }
            };
            let whole = Expr::Concat(pieces.iter().map(piece).collect());
            if is_pattern {
                let matched = Expr::Matches(Arc::new(text.clone()), Arc::new(whole));
                Expr::Exists(Arc::new(among(Expr::integer(1)).filter(matched)))
            } else {
                text.clone().within(among(whole))
            }
        });
        Expr::any(named)
    }
}
