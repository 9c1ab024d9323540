//! How much goes into one statement.

/// So many queries: SQLite refuses a statement that reaches rows of rows and opens a thousand tables.
pub(super) const QUERIES: usize = 300;

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
