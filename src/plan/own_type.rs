//! Purge types of people's own: which is theirs for a status, instead of the default. Read by every run, never copied.

use super::automatic;
use super::tables::{OWN_TYPE, is};
use crate::program::{Program, PurgeType};
use crate::sql::{Change, Expr, Literal, Select, Statement};

/// What a person's own type says.
#[derive(Debug, Clone, Copy)]
pub enum Own<'o> {
    Type(&'o PurgeType),
    /// Nothing is purged by itself.
    Never,
}

/// Gives a person a type of their own for a status, in place of one that they had.
pub fn set(subject: &Literal, status: &str, own: Own<'_>, by: Option<&str>) -> [Statement; 2] {
    let of_type = match own {
        Own::Type(one) => Expr::text(&one.id),
        Own::Never => Expr::null(),
    };
    let by = by.map_or_else(Expr::null, Expr::text);
    let values = [Expr::Literal(subject.clone()), Expr::text(status), of_type, Expr::Now, by];
    let columns = ["subject", "status", "type", "since", "set_by"];
    [clear(subject, status), Statement::insert(OWN_TYPE, &columns, Select::values(values))]
}

/// From here on the default holds for them again.
pub fn clear(subject: &Literal, status: &str) -> Statement {
    Statement::Change(Change::Delete { table: OWN_TYPE.to_owned(), filter: of(subject, status) })
}

fn of(subject: &Literal, status: &str) -> Expr {
    Expr::all([Expr::column("subject").equals(Expr::Literal(subject.clone())), is("status", status)])
}

/// How many a person has for a status: one, or none.
pub fn count(subject: &Literal, status: &str) -> Select {
    Select::from(OWN_TYPE, [Expr::Count]).filter(of(subject, status))
}

/// Subject, status, type, since, by whom; of one person or of all.
pub fn list(subject: Option<&Literal>) -> Select {
    let all = Select::from(OWN_TYPE, ["subject", "status", "type", "since", "set_by"].map(Expr::column))
        .order(["status", "subject"].map(Expr::column));
    let one = subject.map(|key| Expr::column("subject").equals(Expr::Literal(key.clone())));
    one.into_iter().fold(all, Select::filter)
}

/// Types that are people's own and that the program has no more, for its status: they are purged by nothing.
pub fn gone(program: &Program) -> Select {
    let known = program.purge_types.iter().filter(|one| automatic::asks(one));
    let known = known.filter_map(|one| {
        let status = program.site.subject.statuses.get(one.status)?;
        Some(Expr::all([is("type", &one.id), is("status", &status.name)]))
    });
    let known = Expr::any(known);
    let named = Expr::column("type").is_null().negated();
    let columns = ["status", "type"].map(Expr::column);
    Select::from(OWN_TYPE, columns.clone()).filter(Expr::all([named, known.negated()])).distinct().order(columns)
}
