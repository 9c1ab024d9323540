//! MariaDB 10.6 and later with InnoDB, by the `mariadb` client or a library.

use super::{KeyChecks, NewRun, PrintedArm, PrintedChange, PrintedIndex, PrintedList, Spec, YEARS, standard};
use crate::sql::{Family, Grain, Length, Literal, Reads, Step, Storage, Time, Uses};

pub(super) const SPEC: Spec = Spec {
    name,
    literal,
    column_type,
    cast,
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
        // Both cut what is longer, and only warn.
        "set session group_concat_max_len = 1073741824;",
        "set session max_recursive_iterations = 4294967295;",
        "set session innodb_lock_wait_timeout = 15;",
        "set session lock_wait_timeout = 15;",
    ],
    install: &[],
    // The fuse: the number survives a lost transaction, but none of the rows that have it does.
    run: "@probate_run",
    token: "@probate_token",
    now: NOW,
    moment,
    iso: |seconds| format!("date_format({EPOCH} + interval {seconds} second, '%Y-%m-%dT%H:%i:%sZ')"),
    truncated,
    months_on,
    cut,
    before,
    ends,
    table_end: |storage| match storage {
        // What cannot be rolled back is no place for what a run remembers; and our texts compare by bytes.
        Storage::Rows | Storage::ByKey => {
            " engine = InnoDB row_format = dynamic default character set utf8mb4 collate utf8mb4_nopad_bin"
        }
    },
    index,
    counted_key: "bigint auto_increment primary key",
    begin: |reads| match reads {
        // Repeatable read, and whatever decides or counts rows is a part of a statement that writes: it reads what is
        // committed, and holds it.
        Reads::Latest => "start transaction",
        Reads::Snapshot => "start transaction with consistent snapshot",
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
    json: Some(json),
    exported,
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

fn moment(seconds: &str, time: Time) -> String {
    match time {
        Time::Date => format!("cast({EPOCH} + interval {seconds} second as date)"),
        Time::Timestamp => format!("{EPOCH} + interval {seconds} second"),
        Time::Seconds => seconds.to_owned(),
        Time::Milliseconds => format!("{seconds} * 1000"),
    }
}

fn truncated(column: &str, grain: Grain, time: Time) -> String {
    let form = match grain {
        Grain::Year => "%Y-01-01",
        Grain::Month => "%Y-%m-01",
        Grain::Day => "%Y-%m-%d",
    };
    // WHY: unix_timestamp() knows no year after 2038, and from_unixtime() none before 1970.
    let since_1970 = |seconds: &str, factor: i64| {
        let (first, last) = (YEARS.0 * factor, (YEARS.1 + 1) * factor - 1);
        format!(
            "case when {column} between {first} and {last} then timestampdiff(second, {EPOCH}, cast(date_format({EPOCH} + interval {seconds} second, '{form}') as datetime)){} end",
            if factor == 1 { String::new() } else { format!(" * {factor}") }
        )
    };
    match time {
        Time::Date => format!("cast(date_format({column}, '{form}') as date)"),
        Time::Timestamp => format!("cast(date_format({column}, '{form}') as datetime)"),
        Time::Seconds => since_1970(column, 1),
        Time::Milliseconds => since_1970(&format!("floor({column} / 1000)"), 1000),
    }
}

/// Months go to the same day of another month, or its last one: so the interval does it.
fn months_on(now: Option<i64>, months: i32, days: i32) -> String {
    let today = now.map_or("utc_date()".to_owned(), |seconds| format!("date({EPOCH} + interval {seconds} second)"));
    let day = format!("cast({today} as datetime) + interval {months} month + interval {days} day");
    format!("timestampdiff(second, {EPOCH}, {day}) + 86399")
}

fn cut(now: &str, Length { months, days }: Length) -> String {
    let day = format!("(date({EPOCH} + interval {now} second) - interval {days} day)");
    let before = format!("({day} - interval {months} month)");
    // The interval goes to the last day of a month that is too short.
    format!(
        "timestampdiff(second, {EPOCH}, (case when last_day({day}) = {day} then last_day({before}) else {before} end) + interval 1 day)"
    )
}

fn before(column: &str, time: Time, seconds: &str) -> String {
    match time {
        // '0000-00-00' is no day.
        Time::Date => format!("{column} >= '0001-01-01' and {column} < {}", moment(seconds, time)),
        Time::Timestamp => format!("{column} >= '0001-01-01' and {column} < {}", moment(seconds, time)),
        Time::Seconds => format!("{column} > 0 and {column} < {seconds}"),
        Time::Milliseconds => format!("{column} > 0 and {column} < {seconds} * 1000"),
    }
}

fn ends(column: &str, time: Time, Length { months, days }: Length) -> String {
    // WHY: what ends after the last year there is is an error in a statement that writes.
    let last = YEARS.1 - (i64::from(months) * 31 + i64::from(days) + 1) * 86_400;
    let (is_there, moment) = match time {
        Time::Date | Time::Timestamp => {
            (format!("{column} between '0001-01-01' and {EPOCH} + interval {last} second"), column.to_owned())
        }
        Time::Seconds => (format!("{column} between 1 and {last}"), format!("{EPOCH} + interval {column} second")),
        Time::Milliseconds => {
            (format!("{column} between 1 and {}", last * 1000), format!("{EPOCH} + interval {column} div 1000 second"))
        }
    };
    let day = format!("cast(date({moment}) as datetime)");
    format!(
        "case when {is_there} then timestampdiff(second, {EPOCH}, {day} + interval {months} month + interval {days} day) end"
    )
}

/// Of some rows only: a column that is NULL in all others stands behind, because two rows may have NULL.
fn index(index: &PrintedIndex) -> Vec<String> {
    let (of, mut columns) = (name(index.table), index.columns.clone());
    let mut statements = Vec::new();
    if let Some(filter) = &index.filter {
        let counts = name(&format!("{}_row", index.name));
        statements.push(format!(
            "alter table {of} add column if not exists {counts} tinyint generated always as (case when {filter} then 1 end) virtual invisible"
        ));
        columns.push(counts);
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
        "set @probate_run = null, @probate_claimed = null".to_owned(),
        // WHY: held to be written from the start. Held to be read first, they and another client's claim that waits for
        // them would be a deadlock.
        format!(
            "select count(*) into @probate_claimed from `probate_request` where `token` = {} and `state` = 'running' for update",
            SPEC.token
        ),
        format!(
            "select 'undone because of', concat('table ', table_name, ' is none of InnoDB that forgets what is deleted'), 1 {unsafe_tables} and {claimed}"
        ),
        format!(
            "insert into `probate_assert` (`run`, `what`, `bad`)\nselect 0, 'tables', count(*) {unsafe_tables} and {claimed} having count(*) > 0"
        ),
        format!(
            "insert into `probate_run` (`type`, `program`, `started`)\nselect {}, {}, {} where {claimed} and not exists (select 1 {unsafe_tables})",
            text(run.purge_type),
            text(run.program),
            run.now,
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

/// A query in FROM may not speak of the row around it, and has no order.
fn list(lists: &[PrintedList]) -> String {
    let rows = |list: &PrintedList| {
        let order = if list.order.is_empty() { String::new() } else { format!(" order by {}", list.order.join(", ")) };
        // WHY: a row that is longer than `max_allowed_packet` is NULL, and would be left out without a word.
        let value = format!("coalesce({}, 'too long for max_allowed_packet')", list.value);
        format!("(select group_concat({value}{order} separator ','){})", list.rest)
    };
    format!("concat('[', concat_ws(',', {}), ']')", lists.iter().map(rows).collect::<Vec<_>>().join(", "))
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

/// Zeros at the end of a fraction say nothing.
fn without_zeros(number: &str) -> String {
    format!(
        "case when locate('.', {number}) > 0 then trim(trailing '.' from trim(trailing '0' from {number})) else {number} end"
    )
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
