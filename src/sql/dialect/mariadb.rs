//! MariaDB 10.6 and later with InnoDB, by the `mariadb` client or a library.

mod time;

use time::{before, cut, ends, iso, moment, months_on, truncated};

use super::{KeyChecks, NewRun, PrintedArm, PrintedChange, PrintedIndex, PrintedList, Spec, moments, standard};
use crate::sql::{Family, Literal, Reads, Step, Storage, Time, Uses};

pub(super) const SPEC: Spec = Spec {
    name,
    literal,
    column_type,
    cast,
    number,
    times_as_text: false,
    folds_texts: true,
    indexes_expressions: false,
    client: &[
        // A text that somebody writes in this script compares by bytes where nothing else is said.
        "set names utf8mb4 collate utf8mb4_nopad_bin;",
        // The right-hand sides of an update mean the row before it. Nothing is cut to fit, and a backslash is a backslash.
        "set session sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_BACKSLASH_ESCAPES,SIMULTANEOUS_ASSIGNMENT';",
        "set session time_zone = '+00:00';",
        "set session transaction isolation level repeatable read, read write;",
        "set session completion_type = 'NO_CHAIN';",
        // What a client may have turned off or limited for itself.
        "set session foreign_key_checks = 1;",
        "set session unique_checks = 1;",
        "set session check_constraint_checks = 1;",
        "set session sql_safe_updates = 0;",
        "set session sql_big_selects = 1;",
        "set session sql_select_limit = 18446744073709551615;",
        "set session sql_auto_is_null = 0;",
        // What it remembers of `a in (…)` it finds again by how the column `a` compares, and takes 'BOB' for 'bob'.
        "set session optimizer_switch = 'subquery_cache=off';",
        // Both cut what is longer, and only warn.
        "set session group_concat_max_len = 1073741824;",
        "set session max_recursive_iterations = 4294967295;",
        "set session innodb_lock_wait_timeout = 15;",
        "set session lock_wait_timeout = 15;",
    ],
    install: &[],
    // The fuse: the number survives a lost transaction, but none of the rows that have it does.
    run: "@probate_run",
    from_run: None,
    token: "@probate_token",
    now: NOW,
    moment,
    iso,
    truncated,
    months_on,
    cut,
    before,
    ends,
    table_kind: |_| "",
    table_end: |storage| match storage {
        // What cannot be rolled back is no place for what a run remembers; and our texts compare by bytes.
        Storage::Rows | Storage::Passing => {
            " engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin"
        }
    },
    index,
    index_row: Some(index_row),
    counted_key: "bigint auto_increment primary key",
    once: |value, _| value.to_owned(),
    variable: Some(|name| format!("@probate_{name}")),
    commit_unawaited: None,
    begin: |reads| match reads {
        // Repeatable read, and whatever decides or counts rows is a part of a statement that writes: it reads what is
        // committed, and holds it.
        Reads::Latest => &["start transaction"],
        Reads::Snapshot => &["start transaction with consistent snapshot"],
        // What was begun before would be ended by the last, and refuses the second.
        Reads::Unheld => &["commit", "set transaction isolation level read committed", "start transaction"],
    },
    keys: KeyChecks::AtOnce,
    make_token: &[
        // A transaction that is lost is followed by another, which only the end of the script can commit.
        "set session autocommit = 0",
        "set @probate_token = convert(uuid() using utf8mb4) collate utf8mb4_nopad_bin",
    ],
    drop_temporary: |table| Some(format!("drop temporary table if exists {}", name(table))),
    pretend_run: &["set @probate_run = -1"],
    make_run,
    keep: |into, column| {
        // WHY: `insert ignore` would also cut what is too long, and write 0 for what is no number.
        let column = name(column);
        ("", format!("\non duplicate key update {column} = {}.{column}", name(into)))
    },
    keep_writes: true,
    holding_is_writing: false,
    view: standard::view,
    has_rights: true,
    role,
    grant: |grant| standard::grant(&SPEC, grant),
    follows_changes: true,
    update,
    delete,
    lock: "for update",
    // It would commit.
    analyze: |_| None,
    must_be_zero: |constraint, column| format!("constraint {} check ({} = 0)", name(constraint), name(column)),
    settle,
    counted,
    // Whatever it is, its bytes are told apart.
    as_kept: |expr| format!("hex(cast({expr} as binary))"),
    by_bytes: |expr| format!("convert({expr} using utf8mb4) collate utf8mb4_nopad_bin"),
    text_by_bytes: Some(|literal| format!("{literal} collate utf8mb4_nopad_bin")),
    // InnoDB wants one collation of both columns.
    referring: |expr, _| expr.to_owned(),
    differs: |one, other| format!("not ({one} <=> {other})"),
    // `||` is OR, unless a mode says otherwise.
    concat: |parts| format!("concat({})", parts.join(", ")),
    values,
    starts_with: |expr, prefix| {
        let start = format!("left(convert({expr} using utf8mb4), {})", prefix.chars().count());
        format!("{start} = {} collate utf8mb4_nopad_bin", text(prefix))
    },
    matches: |text, pattern| {
        format!("convert({text} using utf8mb4) collate utf8mb4_nopad_bin like {pattern} escape '!'")
    },
    anything: "%",
    pattern_of: |text| format!("replace(replace(replace({text}, '!', '!!'), '%', '!%'), '_', '!_')"),
    escaped: |text| text.replace('!', "!!").replace('%', "!%").replace('_', "!_"),
    quoted: quote,
    in_quotes: |quoted| format!("substr({quoted}, 2, char_length({quoted}) - 2)"),
    fold_case,
    rows_of_queries: false,
    reads_around: false,
    list,
    lines,
    json: Some(json),
    exported,
    exported_moment,
    object,
    merged,
};

const NOW: &str = "unix_timestamp()";
const EPOCH: &str = "timestamp '1970-01-01 00:00:00'";

/// The last name is what a statement of several tables is about.
fn name(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Decimal(digits) => digits.clone(),
        Literal::Text(value) => text(value),
        Literal::Date(value) => format!("date {}", text(value)),
        Literal::Timestamp(value) => format!("timestamp {}", text(value)),
    }
}

/// Line breaks and backslashes are spelt out: so every statement keeps its lines, no line of a text can be taken for a
/// command of the client, and a backslash means the same in every mode.
fn text(value: &str) -> String {
    let spelt = |c: char| c.is_control() || c == '\\';
    let mut parts = Vec::new();
    for piece in value.split_inclusive(spelt) {
        let last = piece.chars().next_back().filter(|c| spelt(*c));
        let plain = last.map_or(piece, |c| piece.strip_suffix(c).unwrap_or(piece));
        if !plain.is_empty() {
            parts.push(format!("'{}'", plain.replace('\'', "''")));
        }
        parts.extend(last.map(|c| {
            let bytes: String = c.to_string().bytes().map(|byte| format!("{byte:02X}")).collect();
            format!("char(0x{bytes} using utf8mb4)")
        }));
    }
    match parts.as_slice() {
        [] => "''".to_owned(),
        [one] => one.clone(),
        many => format!("concat({})", many.join(", ")),
    }
}

fn column_type(family: Family, longest: Option<u32>) -> String {
    match family {
        Family::Boolean => "tinyint".to_owned(),
        Family::Integer => "bigint".to_owned(),
        Family::Decimal => "decimal(65, 30)".to_owned(),
        Family::Real => "double".to_owned(),
        Family::Text | Family::Other => longest.map_or("longtext".to_owned(), |most| format!("varchar({most})")),
        Family::Bytes => "longblob".to_owned(),
        Family::Date => "date".to_owned(),
        Family::Timestamp => "datetime(6)".to_owned(),
    }
}

/// WHY: what a CASE asks of another column is known to the planner where the query asks the same, and is left out.
fn number(text: &str) -> String {
    let (first, last) = (i64::MIN, i64::MAX);
    // Of eighteen digits each is one that fits.
    format!(
        r"case when {text} regexp '^-?[0-9]{{1,18}}\z' then cast({text} as signed) when {text} regexp '^-?[0-9]{{19}}\z' then case when cast({text} as decimal(20)) between {first} and {last} then cast({text} as signed) end end"
    )
}

fn cast(expr: &str, family: Family) -> String {
    let kind = match family {
        Family::Boolean | Family::Integer => "signed",
        Family::Decimal => "decimal(65, 30)",
        Family::Real => "double",
        Family::Text | Family::Other => "char",
        Family::Bytes => "binary",
        Family::Date => "date",
        Family::Timestamp => "datetime(6)",
    };
    format!("cast({expr} as {kind})")
}

fn index_row(index: &str) -> String {
    format!("{index}_row")
}

/// Of some rows only: a column that is NULL in all others, because two rows may have NULL. It stands first, so that
/// whoever looks for these rows passes none of the others.
fn index(index: &PrintedIndex) -> Vec<String> {
    let (of, mut columns) = (name(index.table), index.columns.clone());
    let mut statements = Vec::new();
    if let Some(filter) = &index.filter {
        let counts = name(&index_row(index.name));
        statements.push(format!(
            "alter table {of} add column if not exists {counts} tinyint generated always as (case when {filter} then 1 end) virtual invisible"
        ));
        columns.insert(0, counts);
    }
    let unique = if index.unique { "unique " } else { "" };
    let columns = columns.join(", ");
    statements.push(format!("create {unique}index if not exists {} on {of} ({columns})", name(index.name)));
    statements
}

/// WHY: a statement of one table would look at every row, and hold it, where its rows are found by a query. One of
/// several tables may not read the table that it writes.
fn update(change: &PrintedChange, set: &[(String, String)]) -> String {
    let of = name(change.table);
    let set: Vec<String> = set.iter().map(|(column, value)| format!("{of}.{column} = {value}")).collect();
    let one = if change.reads_itself { "" } else { " join (select 1) as `probate_one`" };
    format!("update {of}{one}\nset {}\nwhere {}", set.join(", "), change.filter)
}

fn delete(change: &PrintedChange) -> String {
    let of = name(change.table);
    let several = if change.reads_itself { String::new() } else { format!("{of} ") };
    format!("delete {several}from {of}\nwhere {}", change.filter)
}

fn role(role: &str, uses: Uses) -> Vec<String> {
    let role = name(role);
    let needs = match uses {
        Uses::Tables => &[][..],
        // WHY: what a table is, also one that was made since, is shown to whoever has some right on the whole of it; of
        // those this one lets nobody read a row.
        Uses::Looks => &["create temporary tables on *", "references on *"],
        Uses::Runs => RUNS,
    };
    let grants = needs.iter().map(|what| format!("grant {what} to {role}"));
    std::iter::once(format!("create role if not exists {role}")).chain(grants).collect()
}

/// What the run, its steps and its assertion need besides.
const RUNS: &[&str] = &[
    "insert (`type`, `program`, `started`) on `probate_run`",
    "insert (`run`, `step`, `item`, `action`, `table_name`, `changed`) on `probate_result`",
    "select (`run`, `bad`), insert (`run`, `what`, `bad`) on `probate_assert`",
];

fn make_run(run: &NewRun) -> Vec<String> {
    let tables: Vec<String> = run.tables.iter().map(|table| text(table)).collect();
    // A view, a table that keeps its history, an engine without transactions.
    let unsafe_tables = format!(
        "from information_schema.tables where table_schema = database() and table_name in ({}) and not (table_type <=> 'BASE TABLE' and engine <=> 'InnoDB')",
        if tables.is_empty() { "null".to_owned() } else { tables.join(", ") }
    );
    let claimed = "@probate_claimed > 0";
    vec![
        format!("set @probate_run = null, @probate_claimed = null, @probate_started = {}", run.now),
        // WHY: held to be written from the start. Held to be read first, they and another client's claim that waits for
        // them would be a deadlock.
        format!(
            "select count(*) into @probate_claimed from {} where {} for update",
            name(run.claimed.0),
            run.claimed.1
        ),
        format!(
            "select 'undone because of', concat('table ', table_name, ' is none of InnoDB that forgets what is deleted'), 1 {unsafe_tables} and {claimed}"
        ),
        format!(
            "insert into `probate_assert` (`run`, `what`, `bad`)\nselect 0, 'tables', count(*) {unsafe_tables} and {claimed} having count(*) > 0"
        ),
        format!(
            "insert into `probate_run` (`type`, `program`, `started`)\nselect {}, {}, @probate_started where {claimed} and not exists (select 1 {unsafe_tables})",
            text(run.purge_type),
            text(run.program),
        ),
        "set @probate_run = if(row_count() = 1, last_insert_id(), null)".to_owned(),
    ]
}

fn settle(checks: &[(String, String)]) -> Vec<String> {
    let rows: Vec<String> = checks
        .iter()
        // Unknown is not 0.
        .map(|(what, bad)| {
            format!("select `run`, {}, coalesce({bad}, 1) from `probate_run` where `run` = {}", text(what), SPEC.run)
        })
        .collect();
    vec![
        format!("insert into `probate_assert` (`run`, `what`, `bad`)\n{}", rows.join("\nunion all ")),
        // WHY: a client that goes on after an error would commit; nothing is committed that was not asserted.
        format!(
            "set @probate_end = if((select count(*) from `probate_assert` where `run` = {} and `bad` = 0) = {}, 'commit', 'rollback')",
            SPEC.run,
            checks.len()
        ),
        "execute immediate @probate_end".to_owned(),
    ]
}

fn counted(step: &Step, change: &str) -> Vec<String> {
    vec![
        change.to_owned(),
        format!(
            "insert into `probate_result` (`run`, `step`, `item`, `action`, `table_name`, `changed`)\n\
             select `run`, {}, {}, {}, {}, row_count() from `probate_run` where `run` = {}",
            step.number,
            text(&step.item),
            text(step.action),
            text(&step.table),
            SPEC.run
        ),
    ]
}

fn values(rows: &[Vec<String>]) -> String {
    let row = |row: &Vec<String>| {
        let named = row.iter().zip(1..).map(|(value, at)| format!("{value} as `column{at}`"));
        format!("select {}", named.collect::<Vec<_>>().join(", "))
    };
    format!("(\n  {}\n)", rows.iter().map(row).collect::<Vec<_>>().join("\n  union all "))
}

/// WHY: `lower` folds letters of all languages. Of the character set of Thai, which has no capitals, it knows the ASCII
/// letters alone, and leaves every other byte as it is.
fn fold_case(text: &str) -> String {
    let bytes = format!("cast(convert({text} using utf8mb4) as binary)");
    format!("convert(cast(lower(convert({bytes} using tis620)) as binary) using utf8mb4) collate utf8mb4_nopad_bin")
}

fn list(lists: &[PrintedList]) -> String {
    let rows = |list: &PrintedList| joined(list, "','");
    format!("concat('[', concat_ws(',', {}), ']')", lists.iter().map(rows).collect::<Vec<_>>().join(", "))
}

fn lines(list: &PrintedList) -> String {
    // A line break, spelt out.
    joined(list, "0x0a")
}

/// A query in FROM may not speak of the row around it, and has no order.
fn joined(list: &PrintedList, separator: &str) -> String {
    let order = if list.order.is_empty() { String::new() } else { format!(" order by {}", list.order.join(", ")) };
    // WHY: a row that is longer than `max_allowed_packet` is NULL, and would be left out without a word.
    let value = format!("coalesce({}, 'too long for max_allowed_packet')", list.value);
    format!("(select group_concat({value}{order} separator {separator}){})", list.rest)
}

/// NULL only where the text is too long for the server, so that a row is no JSON then.
fn json(text: &str) -> String {
    format!("case when {text} is null then 'null' else {} end", quote(text))
}

/// A text as JSON writes it. What the function returns would compare by another collation than all other texts here.
fn quote(text: &str) -> String {
    format!("json_quote({text}) collate utf8mb4_nopad_bin")
}

/// Whole numbers that a double cannot hold become text, as do decimals; see the README for the table of forms.
fn exported(expr: &str, family: Family) -> String {
    let as_text = format!("cast({expr} as char)");
    // Without the zeros that ZEROFILL shows.
    let number = format!("cast({expr} + 0 as char)");
    let some = match family {
        Family::Boolean => format!("case {expr} when 0 then 'false' when 1 then 'true' else {number} end"),
        Family::Integer => format!(
            "case when {expr} between -9007199254740991 and 9007199254740991 then {number} else {} end",
            quote(&number)
        ),
        Family::Decimal => quote(&without_zeros(&number)),
        // As a double: of a FLOAT six digits would be shown.
        Family::Real => format!("cast({expr} + 0e0 as char)"),
        Family::Timestamp => quote(&format!("concat(replace({}, ' ', 'T'), 'Z')", without_zeros(&as_text))),
        Family::Bytes => quote(&format!("replace(to_base64({expr}), char(10), '')")),
        Family::Text => quote(&format!("convert({expr} using utf8mb4)")),
        Family::Date | Family::Other => quote(&as_text),
    };
    format!("case when {expr} is null then 'null' else {some} end")
}

fn exported_moment(expr: &str, time: Time) -> String {
    let (first, last) = moments(time);
    let text = match time {
        Time::Milliseconds => {
            let exact = format!("date_format({EPOCH} + interval {expr} * 1000 microsecond, '%Y-%m-%dT%H:%i:%s.%f')");
            format!("concat({}, 'Z')", trimmed(&exact))
        }
        Time::Date | Time::Timestamp | Time::Seconds => iso(expr),
    };
    format!(
        "case when {expr} = 0 then 'null' when {expr} between {first} and {last} then {} else {} end",
        quote(&text),
        exported(expr, Family::Integer)
    )
}

/// Zeros at the end of a fraction say nothing.
fn without_zeros(number: &str) -> String {
    format!("case when locate('.', {number}) > 0 then {} else {number} end", trimmed(number))
}

/// The same of a number that has a fraction.
fn trimmed(number: &str) -> String {
    format!("trim(trailing '.' from trim(trailing '0' from {number}))")
}

fn object(members: &[(String, String)]) -> String {
    match members {
        [] => "'{}'".to_owned(),
        members => format!("concat('{{', {}, '}}')", inside(members, "")),
    }
}

/// Members as texts, with a comma before each but the first, before which stands what is given.
fn inside(members: &[(String, String)], first: &str) -> String {
    let mut before = first;
    let mut parts = Vec::new();
    for (key, value) in members {
        parts.push(format!("{}, {value}", text(&format!("{before}{}:", serde_json::Value::String(key.clone())))));
        before = ",";
    }
    parts.join(", ")
}

fn merged(groups: &[Vec<PrintedArm>]) -> String {
    let groups: Vec<String> = groups
        .iter()
        .map(|arms| {
            let arms: Vec<String> = arms
                .iter()
                .map(|(condition, members)| format!("when {condition} then concat({})", inside(members, ",")))
                .collect();
            format!("case {} else '' end", arms.join(" "))
        })
        .collect();
    format!("concat('{{', substr(concat({}), 2), '}}')", groups.join(", "))
}
