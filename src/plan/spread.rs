//! How much goes into one statement.

use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;
use crate::source::Span;

/// So many queries: SQLite refuses a statement that reaches rows of rows and opens a thousand tables.
pub(super) const QUERIES: usize = 300;

/// So many queries at most in what cannot be spread.
///
/// WHY: measured on MariaDB 10.11, which makes room for each query in all that it is asked in: 600 of them take 200 MB of
/// the server, 1,700 more than 12 GB, and it is killed.
pub(super) const MOST: usize = 800;

/// That a statement about these rows would ask more than a server should have to read.
pub(super) fn too_large(purge_type: &PurgeType, what: &str, at: Span) -> Diagnostic {
    let title = format!("{} would ask more than {MOST} queries in one statement", purge_type.called());
    Diagnostic::new(Code::StatementTooLarge, at, title)
        .label("for these rows")
        .note(format!("it would find {what}"))
        .note("some servers run out of memory before they have read many more")
        .note("what keeps rows is asked for anew of every table that refers to them, and of every table behind it")
        .help("take tables that refer to each other out of the type, or make them `parts`, which stay or go as one; or let fewer duties and holds name them")
}

/// In their order, so many of them to a statement at most, and so many queries in all of them.
pub(super) fn spread<T>(all: &[T], most: usize, queries: impl Fn(&T) -> usize) -> Vec<Vec<&T>> {
    let mut spread: Vec<(usize, Vec<&T>)> = Vec::new();
    for one in all {
        let own = queries(one);
        match spread.last_mut().filter(|(queries, some)| some.len() < most && *queries + own <= QUERIES) {
            Some((queries, some)) => {
                *queries += own;
                some.push(one);
            }
            None => spread.push((own, vec![one])),
        }
    }
    spread.into_iter().map(|(_, some)| some).collect()
}
