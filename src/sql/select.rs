//! Queries, and how they are built.

use std::sync::Arc;

use super::Expr;

#[derive(Clone, PartialEq, Eq, Hash, Debug, serde::Serialize)]
pub enum From {
    Table {
        name: String,
        alias: Option<String>,
    },
    Query {
        query: Arc<Select>,
        alias: String,
    },
    /// The rows of a query, and those that another finds from rows found so far, until there are no more. Both have as
    /// many columns as are named here; the other query reads rows found so far by the alias.
    Reached {
        first: Arc<Select>,
        next: Arc<Select>,
        columns: Vec<String>,
        alias: String,
    },
    /// Rows written out; their columns are called `column1`, `column2` and so on.
    Values {
        rows: Vec<Vec<Expr>>,
        alias: String,
    },
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, serde::Serialize)]
pub struct Select {
    pub distinct: Distinct,
    pub columns: Vec<(Expr, Option<String>)>,
    pub from: Option<From>,
    /// Inner joins.
    pub joins: Vec<(From, Expr)>,
    pub filter: Option<Expr>,
    /// One row for all rows in which these are the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<Expr>,
    pub order: Vec<Expr>,
    pub limit: Option<u32>,
    pub lock: Lock,
    /// Further queries whose rows follow (`union all`).
    pub more: Vec<Select>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, serde::Serialize)]
pub enum Distinct {
    #[default]
    All,
    Distinct,
}

/// Whether the rows that are read may be changed by others before this transaction ends, on engines with several
/// writers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, serde::Serialize)]
pub enum Lock {
    #[default]
    Free,
    /// Held in the order in which they are read.
    Held,
}

impl Select {
    pub fn values(columns: impl IntoIterator<Item = Expr>) -> Self {
        Self { columns: columns.into_iter().map(|column| (column, None)).collect(), ..Self::default() }
    }

    pub fn from(table: impl AsRef<str>, columns: impl IntoIterator<Item = Expr>) -> Self {
        Self::values(columns).table(table)
    }

    #[must_use]
    pub fn table(mut self, table: impl AsRef<str>) -> Self {
        self.from = Some(From::Table { name: table.as_ref().to_owned(), alias: None });
        self
    }

    #[must_use]
    pub fn alias(mut self, name: impl Into<String>) -> Self {
        if let Some(From::Table { alias, .. }) = &mut self.from {
            *alias = Some(name.into());
        }
        self
    }

    #[must_use]
    pub fn filter(mut self, filter: Expr) -> Self {
        self.filter = Some(match self.filter.take() {
            Some(before) => Expr::all([before, filter]),
            None => filter,
        });
        self
    }

    #[must_use]
    pub fn join(mut self, table: impl Into<String>, alias: impl Into<String>, on: Expr) -> Self {
        self.joins.push((From::Table { name: table.into(), alias: Some(alias.into()) }, on));
        self
    }

    /// Rows of another query.
    #[must_use]
    pub fn query(mut self, query: Select, alias: impl Into<String>) -> Self {
        self.from = Some(From::Query { query: Arc::new(query), alias: alias.into() });
        self
    }

    /// The column at this place compared by bytes.
    pub(super) fn by_bytes(&mut self, at: usize) {
        if let Some((expr, _)) = self.columns.get_mut(at)
            && !matches!(expr, Expr::ByBytes(_))
        {
            let taken = std::mem::replace(expr, Expr::Count);
            *expr = Expr::ByBytes(Arc::new(taken));
        }
        self.more.iter_mut().for_each(|more| more.by_bytes(at));
    }

    /// The first column under a name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        if let Some((_, alias)) = self.columns.first_mut() {
            *alias = Some(name.to_owned());
        }
        self
    }

    #[must_use]
    pub fn order(mut self, by: impl IntoIterator<Item = Expr>) -> Self {
        self.order = by.into_iter().collect();
        self
    }

    #[must_use]
    pub fn limit(mut self, rows: u32) -> Self {
        self.limit = Some(rows);
        self
    }

    #[must_use]
    pub fn locked(mut self) -> Self {
        self.lock = Lock::Held;
        self
    }

    #[must_use]
    pub fn distinct(mut self) -> Self {
        self.distinct = Distinct::Distinct;
        self
    }

    /// The same rows from a derived table: MariaDB wants it around LIMIT, and where the table is also written.
    #[must_use]
    pub fn derived(self, alias: &str, columns: &[&str]) -> Self {
        Self {
            columns: columns.iter().map(|name| (Expr::column(*name), None)).collect(),
            from: Some(From::Query { query: Arc::new(self), alias: alias.to_owned() }),
            ..Self::default()
        }
    }
}
