//! The proof on a filled Moodle: 944,000 rows, of which fifty people's go.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use probate::database::{ColumnId, Schema, Table, Vendor, read};
use probate::diagnostic::Diagnostics;
use probate::program::ExportColumn;
use probate::source::{Disk, SourceMap};
use probate::{Artefact, Checked};
use serde_json::Value;

use crate::engine::{Engine, skipped};

mod filled;
mod filled_mariadb;
mod live;
mod mariadb;

use filled::{Filled, leavers};

fn example() -> Checked {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/moodle");
    let checked = probate::check(&probate::reviewed(&Disk::open(&project).expect("the example")));
    assert!(!checked.diagnostics().has_errors(), "the example has no errors");
    checked
}

fn script(artefacts: &[Artefact], path: &str) -> String {
    let artefact = artefacts.iter().find(|artefact| artefact.path == path).expect("it is compiled");
    String::from_utf8(artefact.bytes.clone()).expect("scripts are text")
}

fn hand() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/hand/moodle.postgres.sql");
    std::fs::read_to_string(path).expect("the hand-written script")
}

/// A copy of the filled database, with the tool's tables; `None`, loudly, where it or the server is not there.
fn filled(test: &str, artefacts: &[Artefact]) -> Option<Filled> {
    if !filled::dump().exists() {
        skipped(&format!("{test}: {} is not there", filled::dump().display()));
        return None;
    }
    if Engine::here(test, &[Engine::Postgres]).is_empty() {
        return None;
    }
    let database = Filled::new();
    database.must(&script(artefacts, "sql/postgres/install.sql"));
    Some(database)
}

fn differing<'t>(one: &'t BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<&'t str> {
    one.iter().filter(|(name, sum)| other.get(*name) != Some(sum)).map(|(name, _)| name.as_str()).collect()
}

/// Somebody who asks to be purged and comes back between the claim and the purge.
const BACK: &str = "
update mdl_user set deleted = 1 where id = 60;
insert into probate_request (kind, type, subject, state) values ('purge', 'leaver-full', 60, 'approved');
";

#[test]
fn fifty_people_are_purged_from_a_filled_moodle_and_nobody_else_is_touched() {
    let test = "fifty_people_are_purged_from_a_filled_moodle_and_nobody_else_is_touched";
    let artefacts = example().compile().expect("it compiles");
    let purge = script(&artefacts, "sql/postgres/purge/leaver-full.sql");
    let Some(compiled) = filled(test, &artefacts) else { return };
    let Some(by_hand) = filled(test, &artefacts) else { return };
    compiled.must(&leavers(52));
    compiled.must(BACK);
    by_hand.must(&leavers(52));
    remember(&compiled);
    let before = compiled.tables();

    // The claim takes fifty and then one; he is back before the second run has staged him.
    compiled.must(&purge);
    let (claim, rest) = purge.split_at(purge.rfind("\nbegin ").expect("the second transaction"));
    compiled.must(&format!("{claim}\nupdate mdl_user set deleted = 0 where id = 60;\n{rest}"));
    assert_eq!(compiled.number("select count(*) from probate_request where state = 'done'"), 50);
    assert_eq!(compiled.number("select count(*) from probate_request where subject = 60 and state = 'approved'"), 1);
    compiled.must("update mdl_user set deleted = 1 where id = 60; delete from probate_request where subject = 60;");
    by_hand.must("update mdl_user set deleted = 1 where id = 60;");

    by_hand.must(&hand());
    let after = compiled.tables();
    let changed = differing(&before, &after);
    assert!(changed.len() > 30, "the purge reaches {} tables", changed.len());
    assert_eq!(differing(&after, &by_hand.tables()), Vec::<&str>::new(), "as by hand, byte for byte");
    for table in
        ["mdl_logstore_standard_log", "mdl_course_modules_completion", "mdl_user_preferences", "mdl_role_assignments"]
    {
        let left = format!("select count(*) from {table} where userid between 3 and 52");
        assert_eq!(compiled.number(&left), 0, "{table}");
    }
    others_are_untouched(&compiled, &changed);

    compiled.must(&purge);
    assert_eq!(differing(&after, &compiled.tables()), Vec::<&str>::new(), "a second run changes nothing");
}

/// All rows as they were.
fn remember(database: &Filled) {
    database.must(
        r"create schema before;
select format('create table before.%I as table public.%I', table_name, table_name) from information_schema.tables
where table_schema = 'public' and table_name like 'mdl\_%' \gexec
",
    );
}

/// Each row that changed or went is about one of the fifty: it names one in a column that Moodle's own declarations
/// relate to people, or belongs to such a row, or is what such a row is made of. The compiler is not asked.
fn others_are_untouched(database: &Filled, changed: &[&str]) {
    let mut sql = String::from("create table about (name text, id bigint, primary key (name, id));\n");
    for table in changed {
        sql += &format!(
            "create table \"lost_{table}\" as select * from before.\"{table}\" except all select * from \"{table}\";\n"
        );
    }
    let relations = relations();
    let columns: BTreeSet<(&str, &str)> =
        relations.iter().map(|(table, column, _)| (table.as_str(), column.as_str())).collect();
    let is_changed = |table: &str| changed.contains(&table);
    let named = |what: String| format!("{what} on conflict do nothing;\n");
    sql += &named("insert into about select 'mdl_user', id from mdl_user where id between 3 and 52".to_owned());
    // It names people by a text.
    sql += &named(
        "insert into about select 'mdl_cache_flags', id from \"lost_mdl_cache_flags\" where name in (select id::text from mdl_user where id between 3 and 52)"
            .to_owned(),
    );
    // A chain is four rows long at most.
    for _ in 0..4 {
        for (table, column, of) in &relations {
            if is_changed(table) && (is_changed(of) || of == "mdl_user") {
                sql += &named(format!(
                    "insert into about select '{table}', id from \"lost_{table}\" where \"{column}\" in (select id from about where name = '{of}')"
                ));
            }
        }
    }
    database.must(&sql);
    assert!(columns.len() > 300, "the relations are read");
    for table in changed {
        let strange = format!(
            "select count(*) from \"lost_{table}\" where id not in (select id from about where name = '{table}')"
        );
        assert_eq!(database.number(&strange), 0, "rows of {table} that are about nobody of the fifty");
    }
}

/// Table, column and the table it refers to, as the example declares them.
fn relations() -> Vec<(String, String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/moodle/schema/relations.csv");
    let text = std::fs::read_to_string(path).expect("the relations");
    let read = |line: &str| {
        let mut fields = line.split(',').map(str::to_owned);
        Some((fields.next()?, fields.next()?, fields.next()?))
    };
    text.lines().skip(1).filter_map(read).collect()
}

/// The rows that an export must hold, counted by hand: for each item and table with plain owner columns, the rows that
/// name the person in one of them.
#[test]
fn an_export_of_a_filled_moodle_holds_the_rows_of_one_person_and_no_other() {
    let test = "an_export_of_a_filled_moodle_holds_the_rows_of_one_person_and_no_other";
    let checked = example();
    let artefacts = checked.compile().expect("it compiles");
    let Some(database) = filled(test, &artefacts) else { return };
    database.must(
        "insert into probate_request (kind, type, subject, state) values ('export', 'everything', 100, 'approved')",
    );
    let before = database.tables();
    let out = database.must(&script(&artefacts, "sql/postgres/export/everything.sql"));
    assert_eq!(differing(&before, &database.tables()), Vec::<&str>::new(), "an export changes nothing");
    let lines: Vec<Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("one JSON object a line")).collect();
    assert_eq!(lines[0]["subject"], 100);
    let mut found: BTreeMap<(String, String), Vec<&Value>> = BTreeMap::new();
    for line in &lines[1..] {
        let text = |key: &str| line[key].as_str().expect("a text").to_owned();
        found.entry((text("item"), text("list"))).or_default().push(&line["row"]);
    }
    assert!(lines.len() > 500, "{} lines", lines.len());

    let program = checked.program.as_ref().expect("a program");
    let export_type = program.export_types.iter().find(|one| one.id == "everything").expect("the type");
    let mut compared = 0;
    for item in export_type.items.iter().filter_map(|id| program.item(*id)) {
        for entry in &item.entries {
            let alone = item.entries.iter().filter(|other| other.table == entry.table).count() == 1;
            let columns: Vec<_> =
                entry.export.columns.iter().filter(|one| one.reached.is_none() && one.person.is_none()).collect();
            let plain = entry.path.steps.is_empty() && entry.identifier.is_none() && entry.condition.is_none();
            // The request itself has been done since.
            let is_own = &*entry.table.name == "probate_request";
            if !alone || !plain || columns.is_empty() || is_own {
                continue;
            }
            let rows = found.remove(&(item.name.clone(), entry.list.to_string())).unwrap_or_default();
            let names: Vec<String> =
                columns.iter().map(|one| format!("'{}', {}", one.name, value_by_hand(one))).collect();
            // A function takes a hundred arguments.
            let names = &names[..names.len().min(40)];
            let by_hand = format!(
                "select jsonb_build_object({}) from \"{}\" as t where \"{}\" = 100",
                names.join(", "),
                entry.table.name,
                entry.path.last.name
            );
            let kept: BTreeSet<&str> = columns.iter().take(40).map(|one| &*one.name).collect();
            let mut expected: Vec<String> = database
                .must(&by_hand)
                .lines()
                .map(|line| canonical(&serde_json::from_str(line).expect("a row"), &kept))
                .collect();
            let mut exported: Vec<String> = rows.iter().map(|row| canonical(row, &kept)).collect();
            expected.sort();
            exported.sort();
            assert_eq!(exported, expected, "{} {}", item.name, entry.table.name);
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared} entries were compared by hand");
}

/// The value of a column; of a clock, when it was.
fn value_by_hand(one: &ExportColumn) -> String {
    let column = format!("t.\"{}\"", one.column.name);
    let iso = "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'";
    match one.clock {
        Some(_) => format!("to_char(to_timestamp(nullif({column}, 0)) at time zone 'UTC', {iso})"),
        None => column,
    }
}

/// The members that are compared, as texts: an export prints a decimal number as a text.
fn canonical(row: &Value, kept: &BTreeSet<&str>) -> String {
    let members = row.as_object().expect("an object").iter().filter(|(name, _)| kept.contains(name.as_str()));
    let text = |value: &Value| match value {
        Value::Null => "null".to_owned(),
        Value::Number(number) => number.as_f64().expect("a number").to_string(),
        Value::String(text) => text.parse::<f64>().map_or_else(|_| text.clone(), |number| number.to_string()),
        other => other.to_string(),
    };
    let members: BTreeMap<&String, String> = members.map(|(name, value)| (name, text(value))).collect();
    format!("{members:?}")
}

/// Every statement can find its rows in a large table by an index, where there is one: no cast, no `or` and no function
/// stands in its way. Whether it does is the planner's choice: of a table of which it expects many rows to match, it
/// reads all. An index over a column of a handful of values tells nothing apart, and is none here.
#[test]
fn large_tables_can_be_read_by_their_indexes() {
    let test = "large_tables_can_be_read_by_their_indexes";
    let artefacts = example().compile().expect("it compiles");
    let Some(database) = filled(test, &artefacts) else { return };
    database.must(&leavers(52));
    let large = database.must("select relname from pg_class where relkind = 'r' and reltuples > 10000");
    let large: BTreeSet<&str> = large.lines().collect();
    assert!(large.len() > 10, "{large:?}");
    let indexed = database.must(
        "select t.relname, a.attname from pg_index i join pg_class t on t.oid = i.indrelid
         join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
         left join pg_stats s on s.schemaname = 'public' and s.tablename = t.relname and s.attname = a.attname
         where i.indpred is null and not coalesce(s.n_distinct between 0 and 10, false)",
    );
    let indexed: BTreeSet<(&str, &str)> = indexed.lines().filter_map(|line| line.split_once('|')).collect();
    let purge = script(&artefacts, "sql/postgres/purge/leaver-full.sql");
    let plans = database.must(&explained(&purge));
    let mut wrong = Vec::new();
    let mut seen = 0;
    for plan in plans.split("=== ").skip(1) {
        let (statement, plan) = plan.split_once("---\n").expect("a statement and its plan");
        seen += 1;
        let asked = without_negated(statement);
        for table in read_whole(plan).into_iter().filter(|table| large.contains(table)) {
            let usable = |(of, column): &&(&str, &str)| {
                *of == table && asked.contains(&format!("\"{table}\".\"{column}\" in ("))
            };
            if let Some((_, column)) = indexed.iter().find(usable) {
                wrong.push(format!("{table} by {column}: {}", statement.get(..200).unwrap_or(statement)));
            }
        }
    }
    assert!(seen > 300, "{seen} plans");
    assert_eq!(wrong, Vec::<String>::new());
}

/// What is asked of rows, without what they are not: no index finds those.
fn without_negated(statement: &str) -> String {
    let mut pieces = statement.split("not (");
    let mut left = pieces.next().unwrap_or_default().to_owned();
    let mut depth = 0_usize;
    for piece in pieces {
        depth += 1;
        for c in piece.chars() {
            match c {
                ')' if depth > 0 => depth -= 1,
                '(' if depth > 0 => depth += 1,
                _ if depth == 0 => left.push(c),
                _ => {}
            }
        }
    }
    left
}

/// The tables of which a plan reads every row: from end to end, or along an index without a condition.
fn read_whole(plan: &str) -> Vec<&str> {
    let lines: Vec<&str> = plan.lines().collect();
    let reads = |line: &str, next: Option<&&str>| {
        let by_index = line.contains("Index Scan using") || line.contains("Index Only Scan using");
        line.contains("Seq Scan on") || by_index && !next.is_some_and(|next| next.contains("Index Cond"))
    };
    let whole = lines.iter().enumerate().filter(|(at, line)| reads(line, lines.get(at + 1)));
    whole.filter_map(|(_, line)| line.split(" on ").nth(1)?.split([' ', '"']).find(|word| !word.is_empty())).collect()
}

/// The purge as far as Decide, and then the plan of each statement of Apply.
fn explained(purge: &str) -> String {
    let mut out = String::new();
    for piece in purge.split("\n-- ") {
        let is_step = piece.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        let (comment, sql) = piece.split_once('\n').unwrap_or((piece, ""));
        if is_step {
            let one_line = sql.replace('\n', " ");
            out += &format!("\\echo === {}\n\\echo ---\nexplain {sql}\n", one_line.replace(['\'', '\\', '`', ':'], ""));
        } else if comment.starts_with("residue") || comment.starts_with("outbox: bytes") {
            break;
        } else {
            out += sql;
            out.push('\n');
        }
    }
    // A page of a disk without moving parts costs what any other does: else reading all of a table is soon the cheaper.
    let only_loops = "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set random_page_cost = 1.1;\n";
    only_loops.to_owned() + &out + "rollback;\n"
}

/// What the example declares is what Moodle has: tables, columns, types, NULLs, keys and unique columns.
#[test]
fn the_schema_of_the_example_is_moodles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (vendor, name) in [(Vendor::Postgres, "postgres"), (Vendor::Sqlite, "sqlite"), (Vendor::Mariadb, "mariadb")] {
        let dump = root.join(format!("../shared/data/moodle/moodle-4.1-{name}.sql"));
        let Ok(dump) = std::fs::read_to_string(&dump) else {
            skipped(&format!("the_schema_of_the_example_is_moodles: {} is not there", dump.display()));
            return;
        };
        let ours = std::fs::read_to_string(root.join(format!("examples/moodle/schema/moodle.{name}.sql")));
        let (ours, theirs) = (schema(vendor, ours.expect("the example's schema")), schema(vendor, dump));
        assert!(ours.tables().count() >= 90, "{} tables", ours.tables().count());
        for (_, table) in ours.tables() {
            let (_, real) = theirs.find(&table.name).unwrap_or_else(|| panic!("Moodle has no table {}", table.name));
            assert_eq!(declared(table), declared(real), "{name}: {}", table.name);
        }
    }
}

fn schema(vendor: Vendor, text: String) -> Schema {
    let mut sources = SourceMap::default();
    let file = sources.add("schema.sql", text);
    let mut found = Diagnostics::default();
    let schema = read(&sources, file, vendor, &mut found);
    assert!(!found.has_errors(), "the schema is read");
    schema
}

/// What of a table matters to a purge, by name.
fn declared(table: &Table) -> Vec<String> {
    let mut all: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("{} {:?} null {} of {:?}", column.name, column.family, column.nullable, column.length))
        .collect();
    let names = |ids: &[ColumnId]| ids.iter().map(|id| &*table.column(*id).name).collect::<Vec<_>>().join(", ");
    all.sort();
    all.push(format!("key {}", names(&table.primary_key)));
    let mut uniques: Vec<String> =
        table.uniques.iter().map(|unique| format!("unique {}", names(&unique.columns))).collect();
    uniques.sort();
    uniques.dedup();
    all.extend(uniques);
    all
}

#[test]
fn the_example_speaks_of_what_a_moodle_holds() {
    let checked = example();
    let program = checked.program.as_ref().expect("a program");
    let tables: BTreeSet<&str> =
        program.items.iter().flat_map(|item| &item.entries).map(|entry| &*entry.table.name).collect();
    assert!(program.items.len() >= 60, "{} items", program.items.len());
    assert!(tables.len() >= 90, "{} tables", tables.len());
    assert_eq!(program.site.locales, ["en", "de", "ar"]);
    let statuses: BTreeSet<usize> = program.purge_types.iter().map(|one| one.status).collect();
    assert_eq!(statuses.len(), 3, "a purge type for each status");
    assert!(program.export_types.len() >= 2);
    let components: Vec<String> = program.components.iter().map(|one| one.id.clone()).collect();
    for wanted in [
        "user",
        "profile",
        "preferences",
        "message",
        "notification",
        "forum",
        "assign",
        "quiz",
        "lesson",
        "scorm",
        "feedback",
        "survey",
        "chat",
        "choice",
        "glossary",
        "wiki",
        "workshop",
        "grades",
        "completion",
        "badges",
        "calendar",
        "notes",
        "tag",
        "comment",
        "rating",
        "blog",
        "files",
        "log",
        "enrol",
        "cohort",
        "auth",
        "policy",
    ] {
        assert!(components.iter().any(|id| id.contains(wanted)), "no component speaks of {wanted}: {components:?}");
    }
}
