//! Texts that were written down for whole numbers are read as these by every engine, and one that is none stops no
//! statement.

use std::fmt::Write as _;
use std::sync::Arc;

use probate::sql::{Expr, expression, session};

use crate::ages::dialect;
use crate::engine::{Database, Engine};

/// Whole numbers of eight bytes, to the last of them.
const NUMBERS: &[i64] =
    &[0, 7, -12, 999_999_999_999_999_999, 1_000_000_000_000_000_000, -1_000_000_000_000_000_000, i64::MAX, i64::MIN];

/// Texts that are none, or one that is too large.
const OTHERS: &[&str] = &[
    "",
    "-",
    "5abc",
    "ada@x.org",
    "12\n",
    " 12",
    "1e3",
    "9223372036854775808",
    "-9223372036854775809",
    "9999999999999999999",
    "123456789012345678901234567890",
];

#[test]
fn a_text_is_the_number_that_it_was_written_for_and_any_other_stops_nothing() {
    for engine in Engine::each("a_text_is_the_number_that_it_was_written_for_and_any_other_stops_nothing") {
        let database = Database::new(engine);
        let mut sql = "create table said (text_of varchar(60), means bigint);\ncreate table found (means bigint, is_read bigint);\n".to_owned();
        for number in NUMBERS {
            writeln!(sql, "insert into said values ('{number}', {number});").expect("a text");
        }
        for other in OTHERS {
            writeln!(sql, "insert into said values ('{other}', null);").expect("a text");
        }
        database.batch(&sql);
        // WHY: what a query only warns of is an error in a statement that writes.
        let read = expression(&Expr::Number(Arc::new(Expr::of("said", "text_of"))), dialect(engine));
        let settings: String = session(dialect(engine)).into_iter().map(|line| line + ";\n").collect();
        database.must(&format!("{settings}insert into found select means, {read} from said;\n"));
        let right = database.number("select count(*) from found where means = is_read");
        assert_eq!(right, i64::try_from(NUMBERS.len()).ok(), "{engine:?}");
        let all = database.number("select count(*) from found");
        assert_eq!(all, i64::try_from(NUMBERS.len() + OTHERS.len()).ok(), "{engine:?}");
    }
}
