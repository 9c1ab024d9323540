//! SQLite 3.39 and later, by the `sqlite3` shell or a library.

use super::{KeyChecks, NewRun, Once, PrintedArm, Spec, YEARS, moments, standard};
use crate::sql::{Family, Grain, Length, Literal, Reads, Step, Storage, Time};

pub(super) const SPEC: Spec = Spec {
    name,
    literal,
    column_type: |family, _| type_name(family).to_owned(),
    cast: |expr, family| format!("cast({expr} as {})", type_name(family)),
    number: |text| format!("cast({text} as integer)"),
    times_as_text: true,
    folds_texts: false,
    indexes_expressions: true,
    client: &[
        ".bail on",
        ".timeout 15000",
        ".headers off",
        ".mode list",
        // Off in the shell unless told; the guards of a purge do not depend on it.
        "pragma foreign_keys = 1;",
    ],
    install: &[
        // The fuse: a run is only what this one row says, and a lost transaction takes the row along. It refers to a
        // row that never exists, which only an open transaction with deferred checks tolerates: outside of one there
        // is no run.
        // WHY: the key itself is not declared deferred. SQLite counts the two kinds apart, and only where violations
        // of this kind are open does it let a row be updated that refers to a row of its own table which is long gone.
        "create table if not exists \"probate_never\" (\"k\" integer primary key check (\"k\" is null))",
        "create table if not exists \"probate_current\" (\n  \"one\" integer primary key check (\"one\" = 1),\n  \"run\" integer not null,\n  \
         \"open\" integer not null default 0 references \"probate_never\" (\"k\")\n)",
    ],
    run: "(select \"run\" from \"probate_current\")",
    // WHY: no query in a query: the parser has a stack of 100.
    from_run: Some(r#" from "probate_run" join "probate_current" using ("run")"#),
    token: "(select \"token\" from temp.\"probate_claim\")",
    now: "cast(strftime('%s', 'now') as integer)",
    moment,
    iso,
    truncated,
    months_on,
    cut,
    before,
    ends,
    table_kind: |_| "",
    table_end: |storage| match storage {
        Storage::Rows => "",
        Storage::Passing => " without rowid",
    },
    index: |index| standard::index(&SPEC, index),
    index_row: None,
    counted_key: "integer primary key",
    // WHY: the parser has no room for queries in queries in queries; what reads no table is reckoned once anyway.
    once: |value, from| if from.is_empty() { value.to_owned() } else { format!("(select {value}{from})") },
    variable: None,
    commit_unawaited: None,
    // Deferred: it cannot be refused as busy. One writer, and readers see one state.
    begin: |reads| match reads {
        Reads::Latest | Reads::Snapshot | Reads::Unheld => &["begin"],
    },
    // Each run begins with it.
    keys: KeyChecks::AtTheEnd,
    make_token: &[
        "create temp table if not exists \"probate_claim\" (\"one\" integer primary key, \"token\" text not null)",
        "insert or replace into temp.\"probate_claim\" (\"one\", \"token\") values (1, lower(hex(randomblob(16))))",
    ],
    drop_temporary: |_| None,
    pretend_run: &[
        "create temporary table \"probate_current\" (\"one\" integer primary key, \"run\" integer not null)",
        "insert into temp.\"probate_current\" (\"one\", \"run\") values (1, -1)",
    ],
    make_run,
    keep: |_, _| ("or ignore ", String::new()),
    keep_writes: false,
    holding_is_writing: false,
    view: |name, query| vec![format!("drop view if exists {name}"), format!("create view {name} as\n{query}")],
    has_rights: false,
    role: |_, _| Vec::new(),
    grant: |_| Vec::new(),
    follows_changes: false,
    update: |change, set| standard::update(&SPEC, change, set),
    delete: |change| standard::delete(&SPEC, change),
    lock: "",
    analyze: |_| None,
    must_be_zero: |constraint, column| format!("constraint {} check ({} = 0)", name(constraint), name(column)),
    settle,
    counted,
    as_kept: str::to_owned,
    by_bytes,
    text_by_bytes: None,
    referring: |expr, collation| collation.map_or_else(|| by_bytes(expr), |of| format!("{expr} collate {}", name(of))),
    differs: standard::differs,
    concat: standard::concat,
    values: standard::values,
    starts_with,
    // GLOB, unlike LIKE, tells capital from small letters; a sign in brackets is only itself.
    matches: |text, pattern| format!("{text} glob {pattern}"),
    anything: "*",
    pattern_of: |text| format!("replace(replace(replace({text}, '[', '[[]'), '*', '[*]'), '?', '[?]')"),
    escaped: |text| text.replace('[', "[[]").replace('*', "[*]").replace('?', "[?]"),
    quoted: |text| format!("json_quote({text})"),
    in_quotes: |quoted| format!("substr({quoted}, 2, length({quoted}) - 2)"),
    // SQLite's own folds ASCII letters only.
    fold_case: |text| format!("lower({text})"),
    // What a subquery returns is a text to newer versions, and would be quoted.
    rows_of_queries: true,
    reads_around: true,
    list: |lists| {
        let query = lists.first().map_or("", |list| &list.query);
        format!("json((select json_group_array(json(\"v\")) from ({query})))")
    },
    lines: |list| format!("(select group_concat(\"v\", char(10)) from ({}))", list.query),
    json: None,
    exported,
    exported_moment,
    object,
    merged,
};

fn name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn by_bytes(expr: &str) -> String {
    format!("{expr} collate binary")
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => i32::from(*value).to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Decimal(digits) => digits.clone(),
        Literal::Text(value) | Literal::Date(value) | Literal::Timestamp(value) => text(value),
    }
}

/// Backslashes mean nothing here. Line breaks are spelt out, so that every statement keeps its lines and no line
/// of a text can be taken for a command of the shell.
fn text(value: &str) -> String {
    let mut parts = Vec::new();
    for piece in value.split_inclusive(|c: char| c.is_control()) {
        let control = piece.chars().next_back().filter(|c| c.is_control());
        let plain = control.map_or(piece, |c| piece.strip_suffix(c).unwrap_or(piece));
        if !plain.is_empty() {
            parts.push(format!("'{}'", plain.replace('\'', "''")));
        }
        parts.extend(control.map(|c| format!("char({})", u32::from(c))));
    }
    match parts.as_slice() {
        [] => "''".to_owned(),
        [one] => one.clone(),
        many => format!("({})", many.join(" || ")),
    }
}

fn type_name(family: Family) -> &'static str {
    match family {
        Family::Boolean | Family::Integer => "integer",
        Family::Decimal => "numeric",
        Family::Real => "real",
        Family::Text | Family::Date | Family::Timestamp => "text",
        // No affinity: the value stays exactly what it was where it was captured.
        Family::Bytes | Family::Other => "blob",
    }
}

fn moment(seconds: &str, time: Time) -> String {
    match time {
        Time::Date => format!("date({seconds}, 'unixepoch')"),
        Time::Timestamp => format!("datetime({seconds}, 'unixepoch')"),
        Time::Seconds => seconds.to_owned(),
        Time::Milliseconds => format!("{seconds} * 1000"),
    }
}

fn iso(seconds: &str) -> String {
    format!("strftime('%Y-%m-%dT%H:%M:%SZ', {seconds}, 'unixepoch')")
}

fn truncated(column: &str, grain: Grain, time: Time) -> String {
    let start = format!("start of {}", grain.name());
    let since_1970 = |seconds: &str, factor: i64| {
        let (first, last) = (YEARS.0 * factor, (YEARS.1 + 1) * factor - 1);
        format!(
            "case when {column} between {first} and {last} then cast(strftime('%s', {seconds}, 'unixepoch', '{start}') as integer){} end",
            if factor == 1 { String::new() } else { format!(" * {factor}") }
        )
    };
    // What is no ISO 8601 text could still be read as a day: 'now', or a number.
    let iso = format!("{column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'");
    let day = format!("date({column}, '{start}')");
    match time {
        Time::Date => format!("case when {iso} then {day} end"),
        // As it was written: with a time or without, with a T or a space, with a Z or without.
        Time::Timestamp => format!(
            "case when {iso} then {day} || case when length({column}) > 10 then substr({column}, 11, 1) || '00:00:00' || case when {column} glob '*Z' then 'Z' else '' end else '' end end"
        ),
        Time::Seconds => since_1970(column, 1),
        // Division goes towards 0, and a moment before 1970 to the second before it.
        Time::Milliseconds => since_1970(&format!("{column} / 1000 - ({column} % 1000 < 0)"), 1000),
    }
}

/// Months go to the same day of another month, or its last one: `+1 month` alone overflows into the month after it.
fn months_on(now: Option<i64>, months: i32, days: i32) -> String {
    let now = now.map_or("'now'".to_owned(), |seconds| format!("{seconds}, 'unixepoch'"));
    let same_day = format!("date({now}, '{months:+} months')");
    let last_day = format!("date({now}, 'start of month', '{:+} months', '-1 day')", months + 1);
    format!("cast(strftime('%s', min({same_day}, {last_day}), '{days:+} days') as integer) + 86399")
}

fn cut(now: &str, Length { months, days }: Length) -> String {
    // WHY: one call with all its steps, and no call around another: the parser of SQLite has a stack of 100.
    let day = format!("{now}, 'unixepoch', '-{days} days'");
    let first_after = format!("date({day}, 'start of month', '{:+} months')", 1 - i64::from(months));
    let next_day = format!("date({day}, '-{months} months', '+1 day')");
    // WHY: what overflows into the next month is after its last day.
    format!(
        "cast(strftime('%s', case when strftime('%d', {day}, '+1 day') = '01' or {next_day} > {first_after} then {first_after} else {next_day} end) as integer)"
    )
}

/// What is no ISO 8601 text could still be read as a moment: 'now', or a number.
fn is_moment(column: &str) -> String {
    format!("{column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' and {column} >= '0000-01-01'")
}

fn before(column: &str, time: Time, seconds: &str, once: Once<'_>) -> String {
    match time {
        // The first is for an index: an offset from UTC moves the day by one at most.
        Time::Date | Time::Timestamp => {
            let next = once(&format!("date({seconds}, 'unixepoch', '+1 day')"));
            let day = once(&moment(seconds, Time::Date));
            format!("{column} < {next} and {} and date({column}) < {day}", is_moment(column))
        }
        // A text is larger than any number.
        Time::Seconds | Time::Milliseconds => format!("{column} > 0 and {column} < {}", once(&moment(seconds, time))),
    }
}

fn ends(column: &str, time: Time, Length { months, days }: Length) -> String {
    let (is_there, day) = match time {
        Time::Date | Time::Timestamp => (is_moment(column), format!("date({column})")),
        Time::Seconds => (format!("{column} > 0"), format!("date({column}, 'unixepoch')")),
        Time::Milliseconds => (format!("{column} > 0"), format!("date({column} / 1000, 'unixepoch')")),
    };
    let same_day = format!("date({day}, '{months:+} months')");
    let last_day = format!("date({day}, 'start of month', '{:+} months', '-1 day')", months + 1);
    format!(
        "case when {is_there} then cast(strftime('%s', min({same_day}, {last_day}), '{days:+} days') as integer) end"
    )
}

fn make_run(run: &NewRun) -> Vec<String> {
    let claimed = format!("exists (select 1 from {} where {})", name(run.claimed.0), run.claimed.1);
    vec![
        // Checked at the commit: statements of one table may refer to rows that a later one takes.
        "pragma defer_foreign_keys = 1".to_owned(),
        // What a broken client left here would be taken for this run.
        "delete from \"probate_current\"".to_owned(),
        format!(
            "insert into \"probate_current\" (\"one\", \"run\")\nselect 1, 1 + coalesce((select max(\"run\") from \"probate_run\"), 0)\nwhere {claimed}"
        ),
        format!(
            "insert into \"probate_run\" (\"run\", \"type\", \"program\", \"started\")\nselect \"run\", {}, {}, {} from \"probate_current\"",
            text(run.purge_type),
            text(run.program),
            run.now
        ),
    ]
}

fn settle(checks: &[(String, String)]) -> Vec<String> {
    let rows: Vec<String> = checks
        .iter()
        .map(|(what, bad)| format!("select \"run\", {}, {bad} from \"probate_current\"", text(what)))
        .collect();
    vec![
        // WHY: `or rollback` undoes everything even in a client that goes on after an error.
        format!(
            "insert or rollback into \"probate_assert\" (\"run\", \"what\", \"bad\")\n{}",
            rows.join("\nunion all ")
        ),
        "delete from \"probate_current\"".to_owned(),
        "commit".to_owned(),
    ]
}

fn counted(step: &Step, change: &str) -> Vec<String> {
    vec![
        change.to_owned(),
        format!(
            "insert into \"probate_result\" (\"run\", \"step\", \"item\", \"action\", \"table_name\", \"changed\")\n\
             select \"run\", {}, {}, {}, {}, changes() from \"probate_current\"",
            step.number,
            text(&step.item),
            text(step.action),
            text(&step.table)
        ),
    ]
}

/// LIKE folds case and GLOB has wildcards; a comparison of the first characters has neither.
fn starts_with(expr: &str, prefix: &str) -> String {
    format!("substr({expr}, 1, {}) = {}", prefix.chars().count(), text(prefix))
}

/// Whole numbers that a double cannot hold become text, as do decimals; see the README for the table of forms.
/// A BLOB in a column of another type makes `json_object` fail, which is louder than a guess.
fn exported(expr: &str, family: Family) -> String {
    match family {
        Family::Boolean => {
            format!("case {expr} when 0 then json('false') when 1 then json('true') else {expr} end")
        }
        Family::Integer => format!(
            "case when {expr} between -9007199254740991 and 9007199254740991 then {expr} else cast({expr} as text) end"
        ),
        Family::Decimal => format!("cast({expr} as text)"),
        Family::Real => format!(
            "case when typeof({expr}) <> 'real' then {expr} when abs({expr}) < 9e999 then json(printf('%!.17g', {expr})) else cast({expr} as text) end"
        ),
        Family::Timestamp => format!(
            "case when substr({expr}, 11, 1) = ' ' and ltrim(substr({expr}, 20), '.0123456789') = '' then replace({expr}, ' ', 'T') || 'Z' else {expr} end"
        ),
        Family::Bytes => base64(expr),
        Family::Text | Family::Date | Family::Other => expr.to_owned(),
    }
}

/// A column of whole numbers may hold anything here: what is none is no moment.
fn exported_moment(expr: &str, time: Time) -> String {
    let (first, last) = moments(time);
    let text = match time {
        Time::Milliseconds => {
            let exact = format!("strftime('%Y-%m-%dT%H:%M:%f', {expr} / 1000.0, 'unixepoch')");
            // As a timestamp is printed: zeros at the end of a fraction say nothing.
            format!("rtrim(rtrim({exact}, '0'), '.') || 'Z'")
        }
        Time::Date | Time::Timestamp | Time::Seconds => iso(expr),
    };
    format!(
        "case when {expr} = 0 then null when typeof({expr}) = 'integer' and {expr} between {first} and {last} then {text} else {} end",
        exported(expr, Family::Integer)
    )
}

/// Base64 in plain SQL: three bytes at a time, by way of `hex`.
fn base64(blob: &str) -> String {
    const DIGITS: &str = "'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'";
    let nibble = |byte: usize, half: usize| {
        format!("(instr('0123456789ABCDEF', substr(hex(substr({blob}, i + {byte}, 1)), {half}, 1)) - 1)")
    };
    let byte = |at: usize| {
        let value = format!("{} * 16 + {}", nibble(at, 1), nibble(at, 2));
        format!("case when i + {at} <= length({blob}) then {value} else 0 end")
    };
    let digit = |divisor: u32| format!("substr({DIGITS}, 1 + (v / {divisor}) % 64, 1)");
    let padded =
        |divisor: u32, at: usize| format!("case when i + {at} <= length({blob}) then {} else '=' end", digit(divisor));
    format!(
        "case when {blob} is null then null else (with recursive t(i) as (select 1 where length({blob}) > 0 union all select i + 3 from t where i + 3 <= length({blob})) \
         select coalesce(group_concat({} || {} || {} || {}, ''), '') from \
         (select i, ({}) * 65536 + ({}) * 256 + ({}) as v from t order by i)) end",
        digit(262_144),
        digit(4096),
        padded(64, 1),
        padded(1, 2),
        byte(0),
        byte(1),
        byte(2),
    )
}

/// A function takes a hundred arguments where nobody has raised the limit, and so an object has fifty members.
const MEMBERS: usize = 50;

fn object(members: &[(String, String)]) -> String {
    if members.len() > MEMBERS {
        return format!("json('{{' || substr({}, 2) || '}}')", inside(members));
    }
    let members: Vec<String> = members.iter().map(|(key, value)| format!("{}, {value}", text(key))).collect();
    format!("json_object({})", members.join(", "))
}

/// Members as a text, each after a comma.
fn inside(members: &[(String, String)]) -> String {
    let member = |(key, value): &(String, String)| {
        let head = format!(",{}:", serde_json::Value::String(key.clone()));
        format!("{} || json_quote({value})", text(&head))
    };
    members.iter().map(member).collect::<Vec<_>>().join(" || ")
}

/// WHY: not `json_set`, whose paths cannot name a member with a quotation mark: it would be left out without a word.
fn merged(groups: &[Vec<PrintedArm>]) -> String {
    let groups: Vec<String> = groups
        .iter()
        .map(|arms| {
            let arms: Vec<String> =
                arms.iter().map(|(condition, members)| format!("when {condition} then {}", inside(members))).collect();
            format!("case {} else '' end", arms.join(" "))
        })
        .collect();
    format!("json('{{' || substr({}, 2) || '}}')", groups.join(" || "))
}
