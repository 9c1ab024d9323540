//! `tests/compile/<case>/`: a project, its rows, and what a purge must make of them.
//!
//! `rows.sql` fills the application's tables and asks for purges; `after.sql` says, row by row and by hand, what
//! must be different afterwards. Every table is compared, so a row too many or too few is seen. The printed SQL
//! stands beside as snapshots. `times.sql` replaces the times of runs, which no file can know, by one that `after.sql`
//! has.

use std::path::{Path, PathBuf};

use probate::source::Disk;
use probate::{Artefact, Checked};
use serde_json::Value as Json;
use sqlparser::dialect::{Dialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;

use crate::engine::{self, Database, Engine};

mod applied;
mod planned;
mod verified;

struct Case {
    folder: PathBuf,
    /// The folder of the policies.
    project: PathBuf,
    name: String,
    schema: String,
    artefacts: Vec<Artefact>,
    dialects: Vec<&'static str>,
    subjects: String,
}

impl Case {
    fn read(folder: &Path) -> Self {
        // A case is a project itself, or names one.
        let project = match std::fs::read_to_string(folder.join("PROJECT")) {
            Ok(named) => folder.join(named.trim()),
            Err(_) => folder.to_owned(),
        };
        let checked = checked(&project);
        let artefacts = checked.compile().unwrap_or_else(|_| panic!("{} compiles", folder.display()));
        let program = checked.program.as_ref().expect("a program");
        let subject = &program.site.subject;
        let schema = checked
            .project
            .sources
            .ids()
            .map(|id| (checked.project.sources.path(id), checked.project.sources.text(id)));
        // What another engine's schema is called says so; it is read by `schema`.
        let is_shared =
            |path: &str| path.ends_with(".sql") && !path.ends_with(".postgres.sql") && !path.ends_with(".mariadb.sql");
        let schema = schema.filter(|(path, _)| is_shared(path)).map(|(_, text)| text.to_owned()).collect();
        Self {
            folder: folder.to_owned(),
            project,
            name: folder.file_name().expect("a folder has a name").to_string_lossy().into_owned(),
            schema,
            artefacts,
            dialects: program.site.dialects.iter().map(|dialect| dialect.name()).collect(),
            subjects: format!("select count(*) from \"{}\"", subject.table.name.replace('"', "\"\"")),
        }
    }

    /// `rows.sql`, or `rows.postgres.sql` where the two cannot be one.
    fn text(&self, name: &str, engine: Engine) -> String {
        let own = self.folder.join(format!("{name}.{}.sql", engine.dialect()));
        let path = if own.exists() { own } else { self.folder.join(format!("{name}.sql")) };
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn script(&self, path: &str) -> String {
        let artefact = self
            .artefacts
            .iter()
            .find(|artefact| artefact.path == path)
            .unwrap_or_else(|| panic!("{path} is compiled"));
        String::from_utf8(artefact.bytes.clone()).expect("scripts are text")
    }

    fn scripts(&self, engine: Engine, folder: &str) -> Vec<(String, String)> {
        let prefix = format!("sql/{}/{folder}/", engine.dialect());
        let found = self.artefacts.iter().filter(|artefact| artefact.path.starts_with(&prefix));
        found.map(|artefact| (artefact.path.clone(), self.script(&artefact.path))).collect()
    }

    fn schema(&self, engine: Engine) -> String {
        let own = self.folder.join(format!("schema.{}.sql", engine.dialect()));
        // MariaDB wants to know how long a text in a key is.
        let shared = || {
            if engine == Engine::Mariadb { self.schema.replace(" TEXT", " VARCHAR(190)") } else { self.schema.clone() }
        };
        std::fs::read_to_string(own).unwrap_or_else(|_| shared())
    }

    /// A database with the case's rows.
    fn open(&self, engine: Engine) -> Database {
        let database = Database::new(engine);
        database.batch(&self.schema(engine));
        database.must(&self.script(&format!("sql/{}/install.sql", engine.dialect())));
        database.batch(&self.text("rows", engine));
        database
    }

    /// Times of runs, which no file can know, become one that `after.sql` has.
    fn settle_times(&self, database: &Database) {
        if self.folder.join("times.sql").exists() {
            database.batch(&self.text("times", database.engine));
        }
    }

    /// The application's tables as they must be afterwards.
    fn expected(&self, engine: Engine) -> engine::Dump {
        let database = self.open(if engine == Engine::Shell { Engine::Library } else { engine });
        database.batch(&self.text("after", engine));
        database.host()
    }
}

fn checked(project: &Path) -> Checked {
    let checked = probate::check(&probate::reviewed(&Disk::open(project).expect("the project is there")));
    let found =
        probate::diagnostic::text(checked.diagnostics(), &checked.project.sources, probate::diagnostic::Style::Plain);
    assert!(!checked.diagnostics().has_errors(), "{}:\n{found}", project.display());
    checked
}

fn folders() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    folders.sort();
    assert!(folders.len() >= 6, "the cases are found");
    folders
}

fn cases() -> Vec<Case> {
    folders().iter().map(|folder| Case::read(folder)).collect()
}

#[test]
fn printed_sql_is_as_it_was_reviewed() {
    for case in cases() {
        for artefact in case.artefacts.iter().filter(|artefact| artefact.path.starts_with("sql/")) {
            let name = artefact.path.trim_start_matches("sql/").trim_end_matches(".sql").replace('/', ".");
            if [".install", ".grants"].iter().any(|end| name.ends_with(end)) && case.name != "notes" {
                continue;
            }
            insta::with_settings!({ snapshot_path => &case.folder, prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name, case.script(&artefact.path));
            });
        }
    }
}

/// What the parser does not know, and what it reads instead.
const UNREAD: &[(&str, &str)] = &[
    // No constraints that are set, only variables.
    ("set constraints all deferred;\n", ""),
    (" with consistent snapshot;", ";"),
    (" into @probate_claimed from", " from"),
    (" add column if not exists ", " add column "),
    (
        "create unique index if not exists `probate_request_unfinished` on",
        "create unique index `probate_request_unfinished` on",
    ),
    (" virtual invisible;", ";"),
    ("grant create temporary tables on * to", "grant create on * to"),
    // A text that another language reads.
    ("\ndo '", "\nselect '"),
];

/// A script as the parser can read it.
pub fn readable(script: &str) -> String {
    let script = with_a_condition(&without_charset(&engine::plain(script)));
    UNREAD.iter().fold(script, |script, (text, read)| script.replace(text, read))
}

/// Of a `select` without a table the parser takes the `on` of `on conflict` for the name of its last column.
fn with_a_condition(script: &str) -> String {
    let mut read = String::with_capacity(script.len());
    let mut is_select = false;
    for line in script.split_inclusive('\n') {
        if is_select && line.starts_with("on ") {
            read.push_str("where true\n");
        }
        is_select = line.starts_with("select ");
        read.push_str(line);
    }
    read
}

/// `char(0x0A using utf8mb4)`, which the parser knows without its character set.
fn without_charset(script: &str) -> String {
    let mut pieces = script.split("char(0x");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + "char(0x" + &piece.replacen(" using utf8mb4)", ")", 1))
}

#[test]
fn every_printed_statement_parses_in_its_dialect() {
    for case in cases() {
        for artefact in case.artefacts.iter().filter(|artefact| artefact.path.starts_with("sql/")) {
            let dialect: fn() -> &'static dyn Dialect = match artefact.path.split('/').nth(1) {
                Some("mariadb") => || &MySqlDialect {},
                Some("postgres") => || &PostgreSqlDialect {},
                _ => || &SQLiteDialect {},
            };
            let script = readable(&case.script(&artefact.path));
            // The parser goes deep.
            let parsed = crate::laws::in_a_large_room({
                let script = script.clone();
                move || Parser::parse_sql(dialect(), &script)
            });
            let parsed = parsed.unwrap_or_else(|error| panic!("{} {}: {error}", case.name, artefact.path));
            let semicolons = script.lines().filter(|line| line.ends_with(';')).count();
            assert!(parsed.len() >= semicolons, "{} {}: statements were swallowed", case.name, artefact.path);
        }
    }
}

/// Each case on each engine that it is compiled for and that is here.
fn everywhere(test: &str, clients: &[Engine]) -> Vec<(Case, Engine)> {
    let here = Engine::here(test, clients);
    let pairs = |case: PathBuf| here.iter().map(move |engine| (Case::read(&case), *engine));
    let all = folders().into_iter().flat_map(pairs);
    all.filter(|(case, engine)| case.dialects.contains(&engine.dialect())).collect()
}

fn take_exactly_the_right_rows(test: &str, client: Engine) {
    for (case, engine) in everywhere(test, &[client]) {
        let database = case.open(engine);
        assert!(database.number(&case.subjects) >= Some(3), "{}: at least three subjects", case.name);
        let before = database.host();
        for (path, script) in case.scripts(engine, "purge") {
            let ran = database.run(&script);
            assert!(ran.ok && ran.stderr.is_empty(), "{} {path}: {}", case.name, ran.stderr);
        }
        case.settle_times(&database);
        let after = database.host();
        assert_ne!(before, after, "{}: the purge does something", case.name);
        compare(&format!("{} {engine:?}", case.name), &case.expected(engine), &after);
        if let Ok(told) = std::fs::read_to_string(case.folder.join("told.txt")) {
            assert_eq!(told, self::told(&database), "{}: what the run tells", case.name);
        }
        // What is due again at once would be tried without end.
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
        let again = format!("select count(*) from probate_request where state = 'held' and not_before <= {now}");
        assert_eq!(database.number(&again), Some(0), "{}: held until a day that is over", case.name);
        settled(&case, &database);
    }
}

/// What became of the requests, and what the outbox says.
fn told(database: &Database) -> String {
    let became = "select subject || ': ' || state || coalesce(' (' || reason || ')', '') from probate_request where kind = 'purge' order by id";
    let outbox = "select kind || ': ' || body from probate_outbox order by id";
    let count = |query: &str| database.number(&format!("select count(*) from ({query}) as told")).unwrap_or(0);
    let line = |query: &str, at: i64| database.text(&format!("{query} limit 1 offset {at}")).expect("a line") + "\n";
    let lines = |query: &str| (0..count(query)).map(|at| line(query, at)).collect::<Vec<_>>();
    let mut said = lines(outbox);
    said.sort();
    lines(became).into_iter().chain(said).collect()
}

#[test]
fn purges_take_exactly_the_right_rows_by_the_library() {
    take_exactly_the_right_rows("purges_take_exactly_the_right_rows_by_the_library", Engine::Library);
}

#[test]
fn purges_take_exactly_the_right_rows_by_the_shell() {
    take_exactly_the_right_rows("purges_take_exactly_the_right_rows_by_the_shell", Engine::Shell);
}

#[test]
fn purges_take_exactly_the_right_rows_by_psql() {
    take_exactly_the_right_rows("purges_take_exactly_the_right_rows_by_psql", Engine::Postgres);
}

#[test]
fn purges_take_exactly_the_right_rows_by_mariadb() {
    take_exactly_the_right_rows("purges_take_exactly_the_right_rows_by_mariadb", Engine::Mariadb);
}

/// Nothing is left in between runs, and running again changes nothing, the tool's own tables included.
fn settled(case: &Case, database: &Database) {
    for table in database.engine.between_runs() {
        assert_eq!(database.number(&format!("select count(*) from {table}")), Some(0), "{}: {table}", case.name);
    }
    assert_eq!(
        database.number("select count(*) from probate_request where state in ('running', 'failed')"),
        Some(0),
        "{}",
        case.name
    );
    // The next run looks at those who were purged; one after that has nothing to do.
    let (host, requests) = (database.host(), database.number("select count(*) from probate_request"));
    for (_, script) in case.scripts(database.engine, "purge") {
        database.must(&script);
    }
    compare(&format!("{} again", case.name), &host, &database.host());
    assert_eq!(requests, database.number("select count(*) from probate_request"), "{}: nobody is swept", case.name);
    let first = database.dump();
    for (_, script) in case.scripts(database.engine, "purge") {
        database.must(&script);
    }
    compare(&format!("{} once more", case.name), &first, &database.dump());
    // Nor does asking again for the same people.
    let host = database.host();
    database.batch(
        "insert into probate_request (kind, type, subject, state)
         select distinct kind, type, subject, 'approved' from probate_request where kind = 'purge' and state = 'done'",
    );
    for (_, script) in case.scripts(database.engine, "purge") {
        database.must(&script);
    }
    let undone = "select count(*) from probate_request where kind = 'purge' and state = 'running'";
    assert_eq!(database.number(undone), Some(0), "{}: asked again", case.name);
    compare(&format!("{} asked again", case.name), &host, &database.host());
}

/// One batch of several people ends like a batch for each: in some order, since rows of one may stand in the way of
/// another's until they are gone.
#[test]
fn a_batch_ends_like_its_people_one_by_one() {
    for (case, engine) in
        everywhere("a_batch_ends_like_its_people_one_by_one", &[Engine::Library, Engine::Postgres, Engine::Mariadb])
    {
        // Why this case cannot: the reason is in the file.
        if case.folder.join("together.txt").exists() {
            continue;
        }
        let database = case.open(engine);
        database.batch(
            "update probate_request set state = 'awaiting_approval' where kind = 'purge' and state = 'approved'",
        );
        while one_by_one(&case, &database) {}
        case.settle_times(&database);
        let what = format!("{} {engine:?} one by one", case.name);
        compare(&what, &case.expected(engine), &database.host());
        if let Ok(told) = std::fs::read_to_string(case.folder.join("told.txt")) {
            assert_eq!(told.lines().count(), self::told(&database).lines().count(), "{what}: what the runs tell");
        }
    }
}

/// Each request by itself; whether any was done.
fn one_by_one(case: &Case, database: &Database) -> bool {
    let mut done = false;
    let waiting = "from probate_request where kind = 'purge' and state = 'awaiting_approval'";
    let count = database.number(&format!("select count(*) {waiting}")).unwrap_or(0);
    let ids = (0..count).map(|at| database.text(&format!("select id {waiting} order by id limit 1 offset {at}")));
    for id in ids.flatten().collect::<Vec<_>>() {
        database.batch(&format!("update probate_request set state = 'approved' where id = {id}"));
        let ran: Vec<bool> =
            case.scripts(database.engine, "purge").iter().map(|(_, script)| database.run(script).ok).collect();
        if ran.contains(&false) {
            let back = "state = 'awaiting_approval', attempts = 0, not_before = null, token = null";
            database.batch(&format!("update probate_request set {back} where id = {id}"));
        } else {
            done = true;
        }
    }
    done
}

fn compare(case: &str, expected: &engine::Dump, found: &engine::Dump) {
    assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>(), "{case}: tables");
    for (table, rows) in expected {
        assert_eq!(rows, &found[table], "{case}: the rows of {table} (left: expected, right: found)");
    }
}

/// What an export prints, row by row, through the real client programs, and the same on every engine.
#[test]
fn exports_hold_every_row_of_the_subject_and_no_other() {
    let test = "exports_hold_every_row_of_the_subject_and_no_other";
    let mut found: std::collections::BTreeMap<(String, String), Vec<Json>> = std::collections::BTreeMap::new();
    for (case, engine) in everywhere(test, &[Engine::Shell, Engine::Postgres, Engine::Mariadb]) {
        for (path, script) in case.scripts(engine, "export") {
            let database = case.open(engine);
            // One unfinished export at a time: this one.
            let of_type = Path::new(&path).file_stem().expect("a type").to_string_lossy().into_owned();
            database.batch(&format!(
                "update probate_request set state = 'cancelled' where kind = 'export' and type <> '{of_type}';
                 update probate_request set state = 'approved' where kind = 'export' and type = '{of_type}' and state = 'cancelled'"
            ));
            let before = database.host();
            let printed = without_digest(&database.must(&script));
            let lines: Vec<Json> = printed
                .lines()
                .map(|line| {
                    serde_json::from_str(line).unwrap_or_else(|error| panic!("{} {path}: {error}: {line}", case.name))
                })
                .map(plain_numbers)
                .collect();
            assert_eq!(before, database.host(), "an export changes nothing");
            let name = path.trim_start_matches("sql/").trim_end_matches(".sql").replace('/', ".");
            insta::with_settings!({ snapshot_path => &case.folder, prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}.out"), printed);
            });
            let kind = name.split_once('.').expect("a dialect").1.to_owned();
            let other = found.entry((case.name.clone(), kind)).or_insert_with(|| lines.clone());
            assert_eq!(*other, lines, "{} {path}: another engine exports something else", case.name);
        }
    }
}

/// 2.0 is 2.
fn plain_numbers(value: Json) -> Json {
    match value {
        Json::Number(number) => number.as_f64().map_or(Json::Null, Json::from),
        Json::Array(values) => values.into_iter().map(plain_numbers).collect(),
        Json::Object(members) => members.into_iter().map(|(key, value)| (key, plain_numbers(value))).collect(),
        other => other,
    }
}

/// The program's digest changes with every edit of a case; what it is has a test of its own.
fn without_digest(text: &str) -> String {
    text.split('"')
        .map(
            |piece| {
                if piece.len() == 64 && piece.bytes().all(|byte| byte.is_ascii_hexdigit()) { "(digest)" } else { piece }
            },
        )
        .collect::<Vec<_>>()
        .join("\"")
}
