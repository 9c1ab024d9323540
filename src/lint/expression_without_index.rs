//! Comparisons of what is computed from a column, which an index of the column does not serve.

use std::sync::Arc;

use super::found_by::{self, Key, Way};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;
use crate::source::Span;
use crate::sql::Expr;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let keys = found_by::unserved(program);
    keys.into_iter().filter_map(|(key, found)| unserved(program, &key, found)).collect()
}

fn unserved(program: &Program, (table, columns, way): &Key, (item, at): (&str, Span)) -> Option<Diagnostic> {
    let schema = &program.schema;
    let name = found_by::name(schema, *table, columns);
    let new = |title: String| Diagnostic::new(Code::ExpressionWithoutIndex, at, title).about(&name);
    match way {
        Way::Equal => None,
        // An index of some expression over the column is taken for the one that is needed.
        Way::Folded if columns.iter().all(|column| schema.table(*table).computed.contains(column)) => None,
        Way::Folded => {
            let statement =
                |dialect| found_by::create_index(schema, *table, columns, dialect, |one| Expr::FoldCase(Arc::new(one)));
            let diagnostic =
                new(format!("`{item}` compares `{name}` without regard to case, and no index serves that"))
                    .label("every purge reads the whole table");
            let mut able = program.site.dialects.iter().filter(|dialect| dialect.indexes_expressions()).peekable();
            if able.peek().is_none() {
                let help =
                    "this database has none of an expression: except it with the reason for which that is bearable";
                return Some(diagnostic.help(help));
            }
            Some(able.fold(diagnostic, |one, dialect| {
                one.help(format!("create it, for {}: `{}`", dialect.name(), statement(*dialect)))
            }))
        }
        Way::Within => {
            let diagnostic = new(format!("`{item}` looks for a text within `{name}`, and no index serves that"))
                .label("every purge compares each row with each person");
            Some(diagnostic.help(
                "name the person by a column of its own where there is one, or except it with the reason for which that is bearable",
            ))
        }
    }
}
