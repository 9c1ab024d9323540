//! How long the tool's own rows about people are kept.

use super::Basis;
use super::tables::{HOLD, KEPT, OFFER, OUTBOX, REQUEST, SUBJECT, TOLD, is, one_of, unfinished};
use crate::program::Program;
use crate::sql::{Change, Comparison, Expr, Reads, Script, Select, Statement};

/// The script that removes what is over for long enough; `None` where nothing is, or where the Site does not say.
pub fn records(basis: Basis<'_>) -> Option<Script> {
    let [requests, noticed, kept, holds, offers, told] = changes(basis.program)?;
    let mut script = Script {
        header: vec![
            format!(
                "What probate wrote down about people of the site `{}`, and no longer needs.",
                basis.program.site.id
            ),
            "Run it once a day; `probate apply` does the same.".to_owned(),
        ],
        pieces: Vec::new(),
    };
    script.push("whole or not at all", Statement::Begin(Reads::Latest));
    script.push(
        "requests that are over; a purge is remembered while the person is in its status, or it would be asked for again",
        Statement::Change(requests),
    );
    // Where numbers of requests are given again, the next one would be taken for one that was noticed.
    script.and(Statement::Change(noticed));
    script.push("what runs kept that no request remembers", Statement::Change(kept));
    script.push("holds that were lifted", Statement::Change(holds));
    script.push("offers that are over; what was rejected is remembered", Statement::Change(offers));
    script.push("what others were told, and have done", Statement::Change(told));
    script.and(Statement::Commit);
    Some(script)
}

/// How many requests it would remove.
pub fn old_records(program: &Program) -> Option<Select> {
    Some(Select::from(REQUEST, [Expr::Count]).filter(over(since(program)?)))
}

fn changes(program: &Program) -> Option<[Change; 6]> {
    let since = since(program)?;
    let there = Select::from(REQUEST, [Expr::column("id")]);
    let runs = Select::from(REQUEST, [Expr::column("run")]).filter(Expr::column("run").is_null().negated());
    let before = |column: &str| Expr::column(column).compare(Comparison::LessOrEqual, since.clone());
    let (lifted, told) = (before("lifted"), before("done"));
    let ended = Expr::all([one_of(Expr::column("state"), &["done", "void"]), before("ended")]);
    Some([
        Change::Delete { table: REQUEST.to_owned(), filter: over(since) },
        Change::Delete { table: TOLD.to_owned(), filter: Expr::column("request").within(there).negated() },
        Change::Delete { table: KEPT.to_owned(), filter: Expr::column("run").within(runs).negated() },
        Change::Delete { table: HOLD.to_owned(), filter: lifted },
        Change::Delete { table: OFFER.to_owned(), filter: ended },
        Change::Delete { table: OUTBOX.to_owned(), filter: told },
    ])
}

/// What is older than that is not kept.
fn since(program: &Program) -> Option<Expr> {
    Some(program.site.records.as_ref()?.keep_for.length()?.before_now())
}

fn over(since: Expr) -> Expr {
    let noticed = Select::from(SUBJECT, [Expr::column("subject")]);
    Expr::all([
        unfinished(Expr::column("state")).negated(),
        Expr::column("finished").compare(Comparison::LessOrEqual, since),
        Expr::all([is("kind", "purge"), Expr::column("subject").within(noticed)]).negated(),
        // Its archive is there, and nothing else knows of it.
        Expr::all([is("kind", "export"), is("state", "done")]).negated(),
    ])
}
