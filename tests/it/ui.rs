//! What is said to the user: every folder of `tests/ui` is a project, named after the code that it must give
//! (`<code>` or `<code>.<variant>`), with the rendered text beside it. What cannot lie in a folder is made here.

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use probate::database::{self, Vendor};
use probate::diagnostic::{Code, Diagnostics, Style, text};
use probate::document::Project;
use probate::source::{Disk, Files, Memory, SourceMap};
use probate::sql::dialect::Dialect;

struct Said {
    codes: Vec<Code>,
    text: String,
}

/// With what its lock says, where it has one; without one, a project here is about something else.
fn whole(files: &dyn Files) -> probate::Checked {
    let is_locked = ["catalogue", "consent"].iter().any(|name| files.read(&format!("lock/{name}.lock")).is_ok());
    let checked = probate::check(files);
    if is_locked { checked.with_refusals() } else { checked }
}

/// Lints aside: projects that are made here are about something else.
fn check(files: &dyn Files) -> Said {
    let mut checked = whole(files);
    checked.project.found.retain(|one| !one.code.is_lint());
    let codes = checked.diagnostics().iter().map(|one| one.code).collect();
    Said { codes, text: text(checked.diagnostics(), &checked.project.sources, Style::Plain) }
}

fn memory<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Memory {
    Memory(files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect())
}

fn folders() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut folders: Vec<(String, PathBuf)> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    folders.sort();
    folders
}

fn code_of(folder: &str) -> Code {
    let name = folder.split('.').next().unwrap();
    Code::from_name(name).unwrap_or_else(|| panic!("{folder}: there is no code `{name}`"))
}

/// What is found in a folder: a project, beside it what a database says of itself (`live.<dialect>.sql`); or where there
/// is one the `install.xml` of `import`.
fn found(path: &Path) -> (Diagnostics, SourceMap) {
    let Ok(xml) = std::fs::read_to_string(path.join("install.xml")) else {
        let mut checked = whole(&Disk::open(path).unwrap());
        for dialect in Dialect::ALL {
            let Ok(ddl) = std::fs::read_to_string(path.join(format!("live.{}.sql", dialect.name()))) else { continue };
            assert!(!checked.diagnostics().has_errors(), "{}: a database is only looked into then", path.display());
            let Project { sources, found } = &mut checked.project;
            let file = sources.add("database", ddl);
            let live = database::read(sources, file, Vendor::of(*dialect).unwrap(), found);
            assert!(!found.has_errors(), "{}", text(found, sources, Style::Plain));
            found.extend(probate::run::drift(checked.program.as_ref().unwrap(), *dialect, &live, &[]).unwrap());
            found.sort(sources);
        }
        return (checked.project.found, checked.project.sources);
    };
    let (mut sources, mut found) = (SourceMap::default(), Diagnostics::default());
    let file = sources.add("install.xml", xml);
    probate::import::read(&sources, file, &mut found);
    found.sort(&sources);
    (found, sources)
}

fn compare(name: &str, path: &Path) {
    let (mut found, sources) = found(path);
    // A project is about one code; what other lints say of it is theirs to show.
    found.retain(|one| !one.code.is_lint() || one.code == code_of(name));
    let codes = found.iter().map(|one| one.code).collect();
    let said = Said { codes, text: text(&found, &sources, Style::Plain) };
    assert!(said.codes.contains(&code_of(name)), "{name} is not among {:?}:\n{}", said.codes, said.text);
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(path);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("rendered", said.text));
}

#[test]
fn every_project_is_told_what_its_snapshot_says() {
    let failed: Vec<String> = folders()
        .into_iter()
        .filter(|(name, path)| catch_unwind(|| compare(name, path)).is_err())
        .map(|(name, _)| name)
        .collect();
    assert!(failed.is_empty(), "see above: {}", failed.join(", "));
}

/// Codes whose projects nobody wants to have in a repository; a test below gives them.
const MADE_HERE: &[Code] = &[Code::TooLarge];

#[test]
fn every_code_has_a_project() {
    let shown: Vec<Code> = folders().iter().map(|(name, _)| code_of(name)).collect();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !shown.contains(code) && !MADE_HERE.contains(code))
        .map(|code| code.name())
        .collect();
    assert!(missing.is_empty(), "no folder in tests/ui shows {}", missing.join(", "));
}

#[test]
fn every_code_is_explained() {
    for code in Code::ALL {
        let words = code.text().split_whitespace().count();
        assert!(words >= 25, "{} is explained in only {words} words", code.name());
    }
}

#[test]
fn every_finding_says_more_than_its_title_and_as_the_house_says_it() {
    for (name, path) in folders() {
        for one in found(&path).0.iter() {
            let parts = [&one.title, &one.label].into_iter().chain(&one.helps).chain(&one.notes);
            for part in parts.filter(|part| !part.is_empty()) {
                // A word of capitals is a keyword or an abbreviation.
                let mut chars = part.chars();
                let sentence = chars.next().unwrap().is_uppercase() && chars.next().is_some_and(char::is_lowercase);
                assert!(!sentence, "{name}: `{part}` begins with a capital");
                assert!(!part.ends_with('.') || part.ends_with("`..`"), "{name}: `{part}` ends with a full stop");
            }
            let mends = !one.helps.is_empty() || one.fix.is_some() || one.code == Code::MissingKey;
            assert!(mends, "{name}: `{}` does not say how to mend it", one.title);
            assert!(one.span.is_none() || !one.label.is_empty(), "{name}: `{}` underlines without a word", one.title);
        }
    }
}

const SITE: &str = "\
kind: Site
id: club
title: {en: Club, no: Klubb}
controller: {name: Example Club, contact: privacy@example.org}
locales: [en, \"no\"]
schema: schema.sql
dialects: [sqlite]
subject:
  table: person
  key: id
  label: username
  status: {active: default, left: {when: active = 0}}
";
const SCHEMA: &str = "\
CREATE TABLE person (id INTEGER PRIMARY KEY, username TEXT NOT NULL, active INTEGER NOT NULL, y TEXT, on_top TEXT);
";
const ITEMS: &str = "\
kind: Component
id: people
title: People
items:
  own:
    title: {en: The account, no: Kontoen}
    rows: [{table: person, owner: id, export: [username, {y: \"y\"}], purge: {overwrite: {y: null}}}]
---
kind: SitePolicy
id: privacy
type: privacy
title: {en: Privacy, no: Personvern}
versions: [{version: \"1\", status: published, text: {en: privacy.md}}]
";

/// A project without a mistake, in which one file is another.
fn with(path: &str, bytes: &[u8]) -> Memory {
    let text: &[u8] = b"# Privacy\n\nWhat we do.\n";
    let files = [("site.yaml", SITE.as_bytes()), ("schema.sql", SCHEMA.as_bytes()), ("items.yaml", ITEMS.as_bytes())];
    let mut files = memory(files.into_iter().chain([("privacy.md", text)]));
    files.0.insert(path.to_owned(), bytes.to_vec());
    files
}

#[test]
fn words_of_yaml_1_1_are_texts_as_keys() {
    let said = check(&with("site.yaml", SITE.as_bytes()));
    assert_eq!(said.text, "");
}

#[test]
fn tables_of_which_each_refers_to_all_others_are_refused_before_every_way_was_followed() {
    const TABLES: usize = 24;
    let (mut schema, mut items) = (SCHEMA.replace("on_top TEXT", "on_top INTEGER"), String::new());
    for one in 0..TABLES {
        let refers: String = (0..one).map(|other| format!(", t{other}_id INTEGER REFERENCES t{other}(id)")).collect();
        schema += &format!(
            "CREATE TABLE t{one} (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id){refers});\n"
        );
        items += &format!(
            "  t{one}: {{title: T, rows: [{{table: t{one}, owner: person_id, export: none, purge: delete}}]}}\n"
        );
    }
    let site = SITE.to_owned()
        + "  clocks: {on_top: {column: on_top, unit: unix}}\n---\nkind: PurgeType\nid: leaver\ntitle: Leaver\nstatus: left\nitems: {include: [c.*]}\n---\n\
           kind: RetentionRule\nid: tax\nitems: {include: [c.*]}\nperiod: {at_least: P1Y, after: subject.on_top}\nduty: {law: L, ground: gdpr.17.3.b}\n---\n\
           kind: Component\nid: c\ntitle: C\nitems:\n"
        + &items;
    let said = check(&memory([("site.yaml", site.as_bytes()), ("schema.sql", schema.as_bytes())]));
    assert!(said.codes.contains(&Code::StatementTooLarge), "{}", said.text);
    assert!(said.codes.iter().all(|code| *code == Code::StatementTooLarge), "{}", said.text);
}

/// A site whose tables and columns have names that SQL, or this compiler, uses for something else.
const RESERVED: &str = "\
kind: Site
id: club
title: Club
controller: {name: Example Club, contact: privacy@example.org}
locales: [en]
schema: schema.sql
dialects: [sqlite, postgres]
subject:
  table: user
  key: key
  label: Name
  status: {active: default, left: {when: \"group = 'left' and not desc\"}}
  identifiers: {select: Name}
relations: [{from: probate_1.probate_2, to: probate_1.key, name: table}]
---
kind: Component
id: people
title: People
items:
  account:
    title: The account
    rows: [{table: user, owner: key, columns: [Name], purge: empty}]
  orders:
    title: Orders
    rows:
      - table: order
        owner: from
        where: \"user.desc = true or from.group in ('x')\"
        export: [Where, {limit: from.group}]
        purge: {overwrite: {Where: null}}
        parts: [{table: OrderLine.OrderKey, export: [select]}]
  numbers:
    title: Numbers
    rows:
      - table: probate_1
        owner: probate_person.from
        where: \"table.probate_2 is null\"
        export: [key, {back: table.probate_2}]
        purge: delete
  people:
    title: People
    rows:
      - {table: probate_person, owner: \"<probate_1.probate_person>[key > 0].user\", export: all}
      - {table: claimed, owner: {path: OrderLine, is: select}, export: all, purge: delete}
---
kind: PurgeType
id: leaver
title: Leaver
status: left
items: {include: [\"*\"]}
---
kind: ExportType
id: everything
title: Everything
items: {include: [\"*\"]}
";
const RESERVED_SCHEMA: &str = "\
CREATE TABLE \"user\" (\"key\" INTEGER PRIMARY KEY, \"Name\" TEXT, \"group\" TEXT, \"desc\" BOOLEAN);
CREATE TABLE \"order\" (\"key\" INTEGER PRIMARY KEY, \"from\" INTEGER REFERENCES \"user\"(\"key\"),
  \"user\" INTEGER REFERENCES \"user\"(\"key\"), \"Where\" TEXT);
CREATE TABLE \"OrderLine\" (\"key\" INTEGER PRIMARY KEY, \"OrderKey\" INTEGER REFERENCES \"order\"(\"key\"), \"select\" TEXT);
CREATE TABLE probate_person (\"key\" INTEGER PRIMARY KEY, \"from\" INTEGER REFERENCES \"user\"(\"key\"));
CREATE TABLE probate_1 (\"key\" INTEGER PRIMARY KEY, probate_2 INTEGER, probate_person INTEGER REFERENCES probate_person(\"key\"),
  \"user\" INTEGER REFERENCES \"user\"(\"key\"));
CREATE TABLE claimed (\"key\" INTEGER PRIMARY KEY, \"OrderLine\" TEXT);
";

#[test]
fn names_that_mean_something_elsewhere_are_no_mistake() {
    let files = memory([("site.yaml", RESERVED.as_bytes()), ("schema.sql", RESERVED_SCHEMA.as_bytes())]);
    assert_eq!(check(&files).text, "");
    assert!(probate::check(&probate::reviewed(&files)).compile().is_ok());
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    for (path, text) in [("site.yaml", SITE), ("schema.sql", SCHEMA), ("items.yaml", ITEMS), ("privacy.md", "# Text")] {
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        assert_eq!(check(&with(path, &marked)).text, "", "{path}");
    }
}

#[test]
fn windows_line_ends_are_no_mistake() {
    for (path, text) in [("site.yaml", SITE), ("schema.sql", SCHEMA), ("items.yaml", ITEMS)] {
        assert_eq!(check(&with(path, text.replace('\n', "\r\n").as_bytes())).text, "", "{path}");
    }
}

/// The findings, in a few kilobytes, however large the files are.
fn briefly(files: &Memory) -> Said {
    let said = check(files);
    assert!(said.text.len() < 4000, "{} bytes of text", said.text.len());
    said
}

#[test]
fn a_hundred_thousand_brackets_are_one_short_finding() {
    let times = 100_000;
    for deep in [
        "[".repeat(times) + &"]".repeat(times),
        "{a: ".repeat(times) + &"}".repeat(times),
        "[".repeat(times),
        "- ".repeat(times),
        "? ".repeat(times),
        format!("[a{}]", ": ".repeat(times)),
        format!("[{}]", "[a: ".repeat(times)),
    ] {
        let text = format!("kind: Purpose\nid: care\ntitle: x\n---\n{deep}\n");
        let said = briefly(&with("deep.yaml", text.as_bytes()));
        assert!(said.codes.contains(&Code::TooDeep), "{}", said.text);
    }
}

fn with_condition(condition: &str) -> String {
    ITEMS.replace("export: [username", &format!("where: \"{condition}\", export: [username"))
}

/// Tokens of a condition that are not too many, and those of an expression in a schema.
const LONG: usize = 380;
const LONG_IN_SCHEMA: usize = 980;

#[test]
fn a_long_condition_is_no_mistake() {
    for condition in [
        format!("y = 'a'{}", " or y = 'b'".repeat(LONG / 5)),
        format!("y in ('a'{})", ", 'b'".repeat(20_000)),
        format!("{}on_top = 'a'{}", "(".repeat(12), ")".repeat(12)),
    ] {
        assert_eq!(check(&with("items.yaml", with_condition(&condition).as_bytes())).text, "");
    }
}

#[test]
fn endless_conditions_and_schemas_are_refused_before_they_fill_the_stack() {
    let conditions = [
        format!("y = 'a'{}", " or y = 'b'".repeat(50_000)),
        format!("{}true{}", "(".repeat(50_000), ")".repeat(50_000)),
        format!("{}true", "not ".repeat(50_000)),
        format!("id = {}1", "- ".repeat(50_000)),
        format!("{}y = 'a'{}", "(".repeat(45), ")".repeat(45)),
        format!("{}(y", "starts_with(".repeat(45)),
        format!("y{}", " like 'a'".repeat(LONG / 2)),
        format!("y{}", " is null".repeat(LONG / 2)),
        format!("y{}", "::int".repeat(LONG / 2)),
        format!("id{} = 1", " + id".repeat(LONG / 2)),
    ];
    for condition in conditions {
        let said = briefly(&with("items.yaml", with_condition(&condition).as_bytes()));
        let refused = said.codes.iter().all(|code| matches!(code, Code::ConditionSyntax | Code::ConditionUnsupported));
        assert!(refused, "{}", said.text);
    }
    let columns = [
        format!("x INTEGER DEFAULT (1{})", " + 1".repeat(50_000)),
        format!("x INTEGER DEFAULT {}1{}", "(".repeat(50_000), ")".repeat(50_000)),
        format!("x INTEGER CHECK ({}1{})", "(".repeat(40), ")".repeat(39)),
        format!("x INTEGER{}", "[]".repeat(50_000)),
        // Just below what is refused.
        format!("x INTEGER DEFAULT (1{})", " + 1".repeat(LONG_IN_SCHEMA / 2)),
        format!("x INTEGER DEFAULT (1{})", "::int".repeat(LONG_IN_SCHEMA / 2)),
        format!("x INTEGER CHECK (a{})", " like 'a'".repeat(LONG_IN_SCHEMA / 2)),
        format!("x INTEGER CHECK (a{})", " is null".repeat(LONG_IN_SCHEMA / 2)),
        format!("x INTEGER CHECK (a{})", " or a".repeat(LONG_IN_SCHEMA / 2)),
        format!("x INTEGER CHECK (a{})", " collate b".repeat(LONG_IN_SCHEMA / 2)),
    ];
    for column in columns {
        let schema = SCHEMA.replace("on_top TEXT", &column);
        briefly(&with("schema.sql", schema.as_bytes()));
    }
}

#[test]
fn the_character_nul_is_refused_wherever_it_stands() {
    for (path, bytes) in [
        ("privacy.md", &b"# Privacy\n\nWhat we\0 do.\n"[..]),
        ("schema.sql", &b"CREATE TABLE person (id INTEGER PRIMARY KEY, user\0name TEXT);\n"[..]),
        ("items.yaml", &b"kind: Purpose\nid: care\ntitle: Ca\0re\nlawful_basis: [gdpr.6.1.b]\n"[..]),
    ] {
        let said = briefly(&with(path, bytes));
        assert!(said.codes.contains(&Code::NulInText) || path == "items.yaml", "{path}: {}", said.text);
        assert!(!said.text.contains('\0') && !said.codes.is_empty(), "{path}: {}", said.text);
    }
}

#[test]
fn a_policy_cannot_drive_the_terminal() {
    let items = ITEMS.replace("id: people", "\"\\e[2J\\u202e\": x\nid: people");
    let said = briefly(&with("items.yaml", items.as_bytes()));
    assert_eq!(said.codes, [Code::UnknownKey], "{}", said.text);
    let harmless = |c: char| !c.is_control() || c == '\n';
    assert!(said.text.chars().all(harmless) && !said.text.contains('\u{202e}'), "{:?}", said.text);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("project");
    std::fs::create_dir_all(project.join("texts")).unwrap();
    std::fs::write(folder.path().join("secret.md"), "# Secret\n").unwrap();
    for (path, bytes) in with("site.yaml", SITE.as_bytes()).0 {
        std::fs::write(project.join(path), bytes).unwrap();
    }
    std::fs::remove_file(project.join("privacy.md")).unwrap();
    std::os::unix::fs::symlink("../secret.md", project.join("privacy.md")).unwrap();
    std::os::unix::fs::symlink("../secret.md", project.join("linked.yaml")).unwrap();
    let said = check(&Disk::open(&project).unwrap());
    insta::assert_snapshot!(said.text, @r#"
    error[outside-project]: `privacy.md` leads out of the project
      --> items.yaml:13:57
       |
    13 | versions: [{version: "1", status: published, text: {en: privacy.md}}]
       |                                                         ^^^^^^^^^^ named here
       |
       = help: copy the file into the project; links and `..` are not followed out of it

    error[outside-project]: `linked.yaml` leads out of the project
     --> linked.yaml:1:1
      |
    1 |
      | ^ this file
      |
      = help: copy the file into the project; links and `..` are not followed out of it

    2 errors
    "#);
}

#[test]
fn findings_of_all_files_are_in_the_order_of_their_places() {
    let (_, path) = folders().into_iter().find(|(name, _)| name == "unknown-key.several-files").unwrap();
    let checked = probate::check(&Disk::open(&path).unwrap());
    let sources = &checked.project.sources;
    let places: Vec<(&str, u32)> = checked
        .diagnostics()
        .iter()
        .filter_map(|one| one.span)
        .map(|span| (sources.path(span.file), span.start))
        .collect();
    let files: std::collections::BTreeSet<&str> = places.iter().map(|(path, _)| *path).collect();
    assert_eq!(files.len(), 5, "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let refused = |files: &Memory, what: &str| {
        let said = briefly(files);
        assert_eq!(said.codes, [Code::TooLarge], "{}", said.text);
        assert!(said.text.contains(what) && said.text.contains(" = help: "), "{}", said.text);
    };
    let rows = "INSERT INTO person VALUES (1, 'it''s');\n".repeat(1_800_000);
    refused(&with("schema.sql", format!("{SCHEMA}{rows}").as_bytes()), "the schema `schema.sql` is too large: 68 MB");
    let columns: String = (0..120_000).map(|at| format!("c{at} INTEGER NULL,\n")).collect();
    let wide = format!("{SCHEMA}CREATE TABLE wide (\n{columns} x);");
    refused(&with("schema.sql", wide.as_bytes()), "one statement of the schema is too large: 2");
    let relations = format!("table,columns,ref_table,ref_columns\n{}", "person,id,person,id\n".repeat(220_000));
    let mut files = with("relations.csv", relations.as_bytes());
    files.0.insert("site.yaml".to_owned(), format!("{SITE}relations: [relations.csv]\n").into_bytes());
    refused(&files, "the list of relations is too large: 4296 KB");
}

#[test]
fn rows_of_data_and_wide_tables_are_no_mistake() {
    let rows = "INSERT INTO person VALUES (1, 'it''s; a text');\n".repeat(60_000);
    let columns: String = (0..2_000).map(|at| format!("c{at} INTEGER NULL,\n")).collect();
    let keys: String = (0..2_000).map(|at| format!("CREATE INDEX i{at} ON wide (c{at});\n")).collect();
    let schema = format!("{SCHEMA}{rows}CREATE TABLE wide (\n{columns} x);\n{keys}");
    assert_eq!(briefly(&with("schema.sql", schema.as_bytes())).text, "");
}
