//! Coverage: which columns refer to a person, over which path, and what the policy says of them.

use std::collections::BTreeMap;
use std::path::Path;

use probate::Checked;
use probate::diagnostic::{Style, text};
use probate::review::{As, Coverage, State, coverage};
use probate::source::{Disk, Memory};

use crate::engine::skipped;

const SITE: &str = "kind: Site
id: s
title: S
controller: {name: C, contact: c}
locales: [en]
schema: schema.sql
dialects: [sqlite]
";

fn checked(files: impl IntoIterator<Item = (String, String)>) -> Checked {
    let files = files.into_iter().filter(|(path, _)| !path.starts_with("lock/"));
    let files = Memory(files.map(|(path, text)| (path, text.into_bytes())).collect());
    probate::check(&probate::reviewed(&files))
}

/// The coverage of a project of one Site, one schema and the rows of one item.
fn of(site: &str, ddl: &str, rows: &str) -> Coverage {
    let component = format!("kind: Component\nid: c\ntitle: C\nitems:\n  i:\n    title: I\n    rows:\n{rows}");
    let files = [("site.yaml", format!("{SITE}{site}")), ("schema.sql", ddl.to_owned()), ("c.yaml", component)];
    let checked = checked(files.map(|(path, text)| (path.to_owned(), text)));
    let found = checked.diagnostics();
    assert!(!found.has_errors(), "{}", text(found, &checked.project.sources, Style::Plain));
    coverage(checked.program.as_ref().expect("a program"))
}

/// `table.column > refers to: path, state` of each column.
fn lines(coverage: &Coverage) -> Vec<String> {
    let columns = coverage.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    let lines = columns.map(|(table, column)| {
        let state = match &column.state {
            State::Covered { by } => by.iter().map(|one| one.relation.name()).collect::<Vec<_>>().join(" "),
            State::NotTheirs => "not theirs".to_owned(),
            State::Impersonal { reason } => reason.clone(),
            State::Missing => "MISSING".to_owned(),
        };
        let is = column.is.as_ref().map_or(String::new(), |is| format!(" is {is}"));
        let columns = column.columns.join("|");
        format!("{}.{columns} > {}: {}{is}, {state}", table.table, column.refers_to, column.path)
    });
    lines.collect()
}

const PERSON: &str = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE);\n";
const SUBJECT: &str =
    "subject: {table: person, key: id, label: name, status: {active: default}, identifiers: {email: email}}\n";

#[test]
fn columns_are_found_over_every_chain_and_matched_with_what_speaks_of_them() {
    let ddl = format!(
        "{PERSON}CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id), editor INTEGER REFERENCES person (id), parent INTEGER REFERENCES note (id));
CREATE TABLE reply (id INTEGER PRIMARY KEY, note_id INTEGER REFERENCES note (id), mail TEXT REFERENCES person (email));
CREATE TABLE mark (reply_id INTEGER REFERENCES reply (id), note_id INTEGER REFERENCES note (id));
CREATE TABLE planet (id INTEGER PRIMARY KEY);
"
    );
    let rows = "      - {table: person, owner: id, export: all}
      - {table: note, owner: person_id, export: [id], parts: [{table: reply.note_id, export: none}]}
      - {table: note, mention: editor, export: none}
";
    assert_eq!(
        lines(&of(SUBJECT, &ddl, rows)),
        [
            "mark.note_id > note: note_id.person_id, MISSING",
            "mark.reply_id > reply: reply_id.mail is email, MISSING",
            "note.editor > person: editor, mention",
            "note.person_id > person: person_id, owner",
            "note.parent > note: parent.person_id, MISSING",
            "person.id > person: id, owner",
            "reply.mail > person: mail is email, MISSING",
            "reply.note_id > note: note_id.person_id, part",
        ]
    );
    let rows = "      - {table: reply, owner: {path: mail, is: email}, export: [id], parts: [{table: mark.reply_id, export: all}]}
      - {table: mark, access: note_id.person_id, export: [reply_id]}
      - {table: note, access: parent.person_id, export: [id]}
";
    assert_eq!(
        lines(&of(SUBJECT, &ddl, rows)),
        [
            "mark.note_id > note: note_id.person_id, access",
            "mark.reply_id > reply: reply_id.mail is email, part",
            "note.editor > person: editor, MISSING",
            "note.person_id > person: person_id, MISSING",
            "note.parent > note: parent.person_id, access",
            "person.id > person: id, MISSING",
            "reply.mail > person: mail is email, owner",
            "reply.note_id > note: note_id.person_id, MISSING",
        ]
    );
}

#[test]
fn what_refers_to_rows_that_only_name_people_is_not_theirs() {
    let ddl = format!(
        "{PERSON}CREATE TABLE quiz (id INTEGER PRIMARY KEY, modified_by INTEGER REFERENCES person (id));
CREATE TABLE question (id INTEGER PRIMARY KEY, quiz_id INTEGER REFERENCES quiz (id));
CREATE TABLE attempt (question_id INTEGER REFERENCES question (id), person_id INTEGER REFERENCES person (id));
"
    );
    let rows = "      - {table: quiz, mention: modified_by, export: none}\n      - {table: attempt, owner: person_id, export: all}\n";
    let only_named = of(SUBJECT, &ddl, rows);
    assert_eq!(
        lines(&only_named),
        [
            "attempt.person_id > person: person_id, owner",
            "attempt.question_id > question: question_id.quiz_id.modified_by, not theirs",
            "person.id > person: id, MISSING",
            "question.quiz_id > quiz: quiz_id.modified_by, not theirs",
            "quiz.modified_by > person: modified_by, mention",
        ]
    );
    assert_eq!((only_named.count.covered, only_named.count.missing, only_named.count.per_mille()), (4, 1, 800));
    // As soon as quizzes belong to somebody, their questions need a word.
    let owned = of(SUBJECT, &ddl, &format!("{rows}      - {{table: quiz, owner: modified_by, export: none}}\n"));
    assert_eq!(owned.count.missing, 3);
}

#[test]
fn a_value_that_decides_what_a_column_refers_to_is_part_of_the_path() {
    let ddl = format!(
        "{PERSON}CREATE TABLE team (id INTEGER PRIMARY KEY, lead INTEGER REFERENCES person (id));
CREATE TABLE place (id INTEGER PRIMARY KEY, level INTEGER, instance INTEGER);
CREATE TABLE grant_ (place_id INTEGER REFERENCES place (id));
"
    );
    let site = format!("{SUBJECT}references: {{place.instance: {{by: level, to: {{1: person.id, 2: team.id}}}}}}\n");
    let rows = "      - {table: grant_, owner: place_id.instance>person, export: all}\n      - {table: place, owner: instance>team.lead, export: all}\n";
    assert_eq!(
        lines(&of(&site, &ddl, rows)),
        [
            "grant_.place_id > place: place_id.instance>person, owner",
            "person.id > person: id, MISSING",
            "place.instance > person: instance>person, MISSING",
            "place.instance > team: instance>team.lead, owner",
            "team.lead > person: lead, MISSING",
        ]
    );
}

#[test]
fn a_table_that_is_reached_backward_only_is_perhaps_a_part() {
    let ddl = format!(
        "{PERSON}CREATE TABLE usage (id INTEGER PRIMARY KEY, state TEXT);
CREATE TABLE course (id INTEGER PRIMARY KEY);
CREATE TABLE attempt (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id), usage_id INTEGER UNIQUE REFERENCES usage (id), course_id INTEGER REFERENCES course (id));
"
    );
    let rows = "      - {table: attempt, owner: person_id, export: all}\n";
    let found = of(SUBJECT, &ddl, rows);
    let candidates: Vec<&str> = found.part_candidates.iter().map(|one| one.part.as_str()).collect();
    assert_eq!(candidates, ["usage.id = usage_id"], "a course is shared by many attempts");
    let part =
        "      - {table: attempt, owner: person_id, export: all, parts: [{table: usage.id = usage_id, export: all}]}\n";
    assert!(of(SUBJECT, &ddl, part).part_candidates.is_empty(), "as it was written");
}

#[test]
fn circles_end_and_nothing_is_missing_where_nobody_is_named() {
    let ddl = format!(
        "{PERSON}CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id), person INTEGER REFERENCES person (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id), b INTEGER REFERENCES b (id));
"
    );
    let found = of(SUBJECT, &ddl, "      - {table: person, owner: id, export: all}\n");
    assert_eq!(
        lines(&found),
        [
            "a.person > person: person, MISSING",
            "a.b > b: b.a.person, MISSING",
            "b.a > a: a.person, MISSING",
            "b.b > b: b.a.person, MISSING",
            "person.id > person: id, owner",
        ]
    );
    let alone = of(SUBJECT, PERSON, "      - {table: person, owner: id, export: all}\n");
    assert_eq!(alone.count.per_mille(), 1000);
}

fn example() -> Disk {
    Disk::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/moodle")).expect("the example")
}

/// Its files that are read, schemas aside.
fn texts() -> BTreeMap<String, String> {
    let disk = example();
    let checked = probate::check(&disk);
    let sources = &checked.project.sources;
    let of_project = sources.ids().filter(|id| !sources.path(*id).starts_with("(built in)"));
    of_project.map(|id| (sources.path(id).to_owned(), sources.text(id).to_owned())).collect()
}

/// Whatever coverage says is missing can be said with the path that it prints.
#[test]
fn every_path_that_is_shown_can_be_written() {
    let mut files = texts();
    let before = checked(files.clone());
    let found = coverage(before.program.as_ref().expect("a program"));
    let mut rows = String::new();
    let mut number = 0;
    for table in &found.tables {
        for column in &table.columns {
            number += 1;
            let relation = if *table.table == *"mdl_user" && column.steps > 0 { "mention" } else { "owner" };
            let path = match &column.is {
                Some(is) => format!("{{path: \"{}\", is: {is}}}", column.path),
                None => format!("\"{}\"", column.path),
            };
            rows.push_str(&format!(
                "      - {{table: {}, {relation}: {path}, export: none, as: l{number}}}\n",
                table.table
            ));
        }
    }
    assert!(number > 250, "{number} columns");
    files.insert(
        "components/coverage.yaml".to_owned(),
        format!("kind: Component\nid: coverage\ntitle: {{en: C, de: C, ar: C}}\nitems:\n  all:\n    title: {{en: C, de: C, ar: C}}\n    rows:\n{rows}"),
    );
    let written = checked(files);
    let found = written.diagnostics();
    assert!(!found.has_errors(), "{}", text(found, &written.project.sources, Style::Plain));
    let whole = coverage(written.program.as_ref().expect("a program"));
    assert_eq!(
        whole.count.missing,
        0,
        "{:#?}",
        lines(&whole).iter().filter(|line| line.ends_with("MISSING")).collect::<Vec<_>>()
    );
}

/// The example against all 880 tables of the site that its schema is an extract of, with all relations that Moodle
/// declares.
#[test]
fn what_the_example_leaves_out_of_a_whole_moodle_is_listed() {
    let test = "what_the_example_leaves_out_of_a_whole_moodle_is_listed";
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/moodle");
    let read = |name: &str| std::fs::read_to_string(data.join(name));
    let all = ["moodle-4.1-postgres.sql", "moodle-4.1-sqlite.sql", "moodle-4.1-relations.csv"].map(read);
    let [Ok(postgres), Ok(sqlite), Ok(relations)] = all else {
        return skipped(&format!("{test}: {} is not there", data.display()));
    };
    let mut files = texts();
    let site = files.get_mut("site.yaml").expect("the site");
    *site = site.replace("relations: [schema/relations.csv]", "relations: [schema/relations.csv, schema/all.csv]");
    let known = |name: &str| {
        sqlite.contains(&format!("CREATE TABLE {name} (")) || sqlite.contains(&format!("CREATE TABLE \"{name}\" ("))
    };
    let rows = relations.lines().skip(1).filter_map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        (known(cells[0]) && known(cells[2])).then(|| format!("{},{},{},{}\n", cells[0], cells[1], cells[2], cells[3]))
    });
    let listed: String = rows.collect();
    assert!(listed.lines().count() > 800, "{} relations", listed.lines().count());
    files.insert("schema/all.csv".to_owned(), format!("table,columns,ref_table,ref_columns\n{listed}"));
    files.insert("schema/moodle.postgres.sql".to_owned(), postgres);
    files.insert("schema/moodle.sqlite.sql".to_owned(), sqlite.clone());
    let checked = checked(files);
    let found = checked.diagnostics();
    let errors = text(found, &checked.project.sources, Style::Plain);
    let whole = coverage(checked.program.as_ref().unwrap_or_else(|| panic!("{errors}")));
    let count = whole.count;
    eprintln!(
        "{} of {} columns of a whole Moodle are covered, {} missing:",
        count.covered, count.columns, count.missing
    );
    for line in lines(&whole).iter().filter(|line| line.ends_with("MISSING")) {
        eprintln!("  {line}");
    }
    assert_eq!(count.covered + count.impersonal + count.missing, count.columns);
    assert!(count.covered > 280 && count.missing > 0, "{count:?}");
    // Moodle's own relations to its people, each of which must be among what was looked at.
    let direct = relations
        .lines()
        .filter(|line| line.contains(",mdl_user,id,"))
        .filter(|line| known(line.split(',').next().unwrap_or("")));
    for line in direct {
        let cells: Vec<&str> = line.split(',').collect();
        let table = whole.tables.iter().find(|table| *table.table == *cells[0]).unwrap_or_else(|| panic!("{line}"));
        assert!(table.columns.iter().any(|column| *column.columns[0] == *cells[1] && column.steps == 1), "{line}");
    }
    let by_owner =
        |column: &State| matches!(column, State::Covered { by } if by.iter().any(|one| one.relation == As::Owner));
    assert!(whole.tables.iter().flat_map(|table| &table.columns).any(|column| by_owner(&column.state)));
}

#[test]
fn settings_files_and_second_hand_columns_count_as_spoken_of() {
    let ddl = format!(
        "{PERSON}CREATE TABLE setting (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id), name TEXT, value TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id));
CREATE TABLE file (id INTEGER PRIMARY KEY, area TEXT, item_id INTEGER, place_id INTEGER REFERENCES place (id), hash TEXT);
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id), changed_by INTEGER REFERENCES person (id), place_id INTEGER REFERENCES place (id));
"
    );
    let site = format!(
        "{SUBJECT}contexts: {{place: {{table: place, key: id}}}}
conventions: {{second_hand: {{columns: [changed_by], purge: detach}}}}
preferences: {{table: setting, owner: person_id, name: name, value: value}}
files: {{table: file, area: \"{{area}}\", match: item_id, in: place_id, content: \"{{hash}}\", counted_by: hash}}
"
    );
    let rows = "      - {table: note, owner: person_id, export: [id], purge: delete, place: place_id, files: {area: note, match: id}}
  settings:
    title: Settings
    preferences: [\"*\"]
";
    assert_eq!(
        lines(&of(&site, &ddl, rows)),
        [
            "file.place_id > place: place_id.person_id, file",
            "note.changed_by > person: changed_by, mention",
            "note.person_id > person: person_id, owner",
            "note.place_id > place: place_id.person_id, MISSING",
            "person.id > person: id, MISSING",
            "place.person_id > person: person_id, MISSING",
            "setting.person_id > person: person_id, owner",
        ]
    );
}

#[test]
fn columns_that_refer_together_are_one_and_are_spoken_of_together() {
    let ddl = format!(
        "{PERSON}CREATE TABLE reply (note INTEGER, n INTEGER, person_id INTEGER REFERENCES person (id), PRIMARY KEY (note, n));
CREATE TABLE vote (note INTEGER, n INTEGER, person_id INTEGER REFERENCES person (id), FOREIGN KEY (note, n) REFERENCES reply (note, n));
CREATE TABLE flag (note INTEGER, n INTEGER, FOREIGN KEY (note, n) REFERENCES reply (note, n));
"
    );
    let rows = "      - {table: reply, owner: person_id, export: all}
      - {table: flag, access: note.person_id, export: all}
";
    assert_eq!(
        lines(&of(SUBJECT, &ddl, rows)),
        [
            "flag.note|n > reply: note.person_id, access",
            "person.id > person: id, MISSING",
            "reply.person_id > person: person_id, owner",
            "vote.person_id > person: person_id, MISSING",
            "vote.note|n > reply: note.person_id, MISSING",
        ]
    );
}

#[test]
fn a_table_without_personal_data_is_counted_with_its_reason_and_ends_a_chain() {
    let ddl = format!(
        "{PERSON}CREATE TABLE licence (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id));
CREATE TABLE use_ (licence_id INTEGER REFERENCES licence (id));
CREATE TABLE usage (id INTEGER PRIMARY KEY);
CREATE TABLE note (person_id INTEGER REFERENCES person (id), usage_id INTEGER UNIQUE REFERENCES usage (id));
"
    );
    let rows =
        "      - {table: person, owner: id, export: all}\n      - {table: note, owner: person_id, export: none}\n";
    let before = of(SUBJECT, &ddl, rows);
    assert_eq!((before.count.missing, before.part_candidates.len()), (2, 1));
    let site = format!("{SUBJECT}impersonal: {{licence: names of companies, usage: counts only}}\n");
    let found = of(&site, &ddl, rows);
    assert_eq!(
        lines(&found),
        [
            "licence.person_id > person: person_id, names of companies",
            "note.person_id > person: person_id, owner",
            "person.id > person: id, owner",
            "use_.licence_id > licence: licence_id.person_id, not theirs",
        ]
    );
    assert_eq!((found.count.covered, found.count.impersonal, found.count.missing), (3, 1, 0));
    assert_eq!(found.count.per_mille(), 1000);
    assert!(found.part_candidates.is_empty());
}
