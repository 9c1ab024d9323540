//! Three people of the example site: Ada (2), her near-twin (22) and Bob (3), with a row of each kind. Every text
//! says whose it is.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use probate::source::Memory;
use probate::{Artefact, Checked};
use serde_json::Value;

use super::script;
use crate::engine::{Database, Engine};

/// Item by item: what is in it, and which statement finds Ada's part of it.
pub struct Tick {
    pub group: &'static str,
    pub item: &'static str,
    /// How many lines of an export are hers, and what is in them.
    pub exported: (usize, &'static str),
    /// Counts the rows that a purge of the item changes, and the table that they are in.
    pub purged: Option<(&'static str, &'static str)>,
}

const CORE: &str = "Core data";
const ACTIVITY: &str = "Activity module data";
const COMPLETION: &str = "Course completion data";
const PLUGIN: &str = "Plugin type data";
const COMPONENT: &str = "Component type data";

const fn tick(
    group: &'static str,
    item: &'static str,
    exported: (usize, &'static str),
    purged: Option<(&'static str, &'static str)>,
) -> Tick {
    Tick { group, item, exported, purged }
}

pub const GROUPS: [&str; 5] = [CORE, ACTIVITY, COMPLETION, PLUGIN, COMPONENT];

pub const TICKS: &[Tick] = &[
    tick(CORE, "core_user.names", (1, "<first:2>"), Some(("mdl_user", "id = 2 and firstname <> ''"))),
    tick(CORE, "core_user.account", (1, "<login:2>"), None),
    tick(CORE, "core_user.email", (1, "<mail:2>"), Some(("mdl_user", "id = 2 and email <> ''"))),
    tick(CORE, "core_user.phones", (1, "<tel:2>"), Some(("mdl_user", "id = 2 and phone1 <> ''"))),
    tick(ACTIVITY, "mod_forum.posts", (2, "<shown:2>"), Some(("mdl_forum_posts", "userid = 2 and message <> ''"))),
    tick(ACTIVITY, "mod_forum.ratings_received", (1, "<subject:2>"), None),
    tick(ACTIVITY, "mod_glossary.comments_received", (1, "<on:2>"), Some(("mdl_comments", "content = '<on:2>'"))),
    tick(ACTIVITY, "mod_glossary.entries", (1, "<entry:2>"), Some(("mdl_glossary_entries", "userid = 2"))),
    tick(COMPLETION, "core_completion.courses", (1, "00:15:29"), Some(("mdl_course_completions", "userid = 2"))),
    tick(
        COMPLETION,
        "core_completion.activities",
        (1, "\"forum\""),
        Some(("mdl_course_modules_completion", "userid = 2")),
    ),
    tick(PLUGIN, "core_auth.linked_logins", (1, "<linked:2>"), Some(("mdl_auth_oauth2_linked_login", "userid = 2"))),
    tick(COMPONENT, "core_comment.comments", (1, "<by:2>"), Some(("mdl_comments", "userid = 2"))),
    tick(COMPONENT, "core_badges.issued", (1, "00:15:29"), Some(("mdl_badge_issued", "userid = 2"))),
];

/// What the example has no type for: one item at a time, and the same item with and without its files.
fn types() -> String {
    let mut types = String::new();
    for (at, tick) in TICKS.iter().enumerate() {
        types += &super::export_type(&format!("tick-{at}"), tick.item);
        if tick.purged.is_some() {
            types += &super::purge_type(&format!("tick-{at}"), "deleted", tick.item);
        }
    }
    types += &super::export_type("whole", "mod_forum.posts");
    types += &super::export_type("listed", "mod_forum.posts").replace("items:", "files: false\nitems:");
    types += &super::export_type("visible", "core_profile.fields");
    types += &super::export_type("invisible", "core_profile.hidden_fields");
    types += &super::purge_type("account", "suspended", "\"core_user.*\"");
    types + &super::purge_type("account-of-deleted", "deleted", "\"core_user.*\"")
}

/// The example with further documents.
pub fn check(more: &str) -> Checked {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/moodle");
    let mut files = Memory::default();
    for folder in ["", "components", "schema", "texts"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("the example") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let name = path.strip_prefix(&root).expect("inside").to_string_lossy().into_owned();
                files.0.insert(name, std::fs::read(&path).expect("a file of the example"));
            }
        }
    }
    files.0.insert("more.yaml".to_owned(), more.as_bytes().to_vec());
    probate::check(&probate::reviewed(&files))
}

pub struct Campus {
    pub artefacts: Vec<Artefact>,
    /// The group of each item.
    pub groups: BTreeMap<String, String>,
    /// The items that each purge type takes.
    pub taken: BTreeMap<String, usize>,
    /// The category of each item's data.
    pub categories: BTreeMap<String, Option<String>>,
}

pub static CAMPUS: LazyLock<Campus> = LazyLock::new(|| {
    let checked = check(&types());
    let program = checked.program.as_ref().expect("a program");
    let group = |item: &str| {
        let component = program.components.iter().find(|one| item.strip_prefix(&one.id).is_some_and(is_item));
        let group = component.and_then(|one| one.group.as_ref()).expect("every component of the example has a group");
        for locale in ["de", "ar"] {
            assert_eq!(group.in_locale(locale, "en").1, locale, "{item} has its group in every language");
        }
        group.in_locale("en", "en").0.to_owned()
    };
    // What the tool itself writes down is no part of the catalogue.
    let of_campus = |item: &&probate::program::Item| !item.name.starts_with("probate.");
    let taken = |one: &probate::program::PurgeType| one.items(program).filter(of_campus).count();
    Campus {
        groups: program.items.iter().filter(of_campus).map(|item| (item.name.clone(), group(&item.name))).collect(),
        taken: program.purge_types.iter().map(|one| (one.id.clone(), taken(one))).collect(),
        categories: program
            .items
            .iter()
            .filter(of_campus)
            .map(|item| (item.name.clone(), item.data_category.clone()))
            .collect(),
        artefacts: checked.compile().expect("it compiles"),
    }
});

fn is_item(rest: &str) -> bool {
    rest.starts_with('.')
}

const PLACES: &str = "
insert into mdl_modules (id, name) values (1, 'forum'), (2, 'glossary');
insert into mdl_course_categories (id, name) values (1, 'All');
insert into mdl_course (id, category, fullname) values (7, 1, 'A course');
insert into mdl_forum (id, course, name, intro) values (5, 7, 'open', ''), (6, 7, 'hidden', '');
insert into mdl_glossary (id, course, name, intro) values (8, 7, 'words', '');
insert into mdl_course_modules (id, course, module, instance, visible) values (50, 7, 1, 5, 1), (60, 7, 1, 6, 0), (80, 7, 2, 8, 1);
insert into mdl_context (id, contextlevel, instanceid) values (500, 70, 50), (600, 70, 60), (800, 70, 80);
insert into mdl_forum_discussions (id, course, forum, name, userid) values (70, 7, 5, 'thread', 3), (71, 7, 6, 'thread', 3);
insert into mdl_user_info_field (id, name, visible) values (1, 'shown', 2), (2, 'unseen', 0);
insert into mdl_badge (id, usercreated, usermodified, message, messagesubject) values (1, 0, 0, '', '');
insert into mdl_user (id, username) values (9, 'former-user');
";

const PERSON: &str = "
insert into mdl_user (id, username, firstname, lastname, email, idnumber, phone1, password)
values ({p}, '<login:{p}>', '<first:{p}>', '<last:{p}>', '<mail:{p}>', '<number:{p}>', '<tel:{p}>', '<secret:{p}>');
insert into mdl_context (id, contextlevel, instanceid) values ({p}01, 30, {p});
insert into mdl_forum_posts (id, discussion, parent, userid, subject, message, attachment)
values ({p}01, 70, 0, {p}, '<subject:{p}>', '<shown:{p}>', '1'), ({p}02, 71, 0, {p}, '<subject:{p}>', '<hidden:{p}>', '');
insert into mdl_rating (id, contextid, component, ratingarea, itemid, scaleid, rating, userid, timecreated, timemodified)
values ({p}01, 500, 'mod_forum', 'post', {p}01, 0, 5, 3, 1, 1), ({p}02, 500, 'mod_forum', 'post', 301, 0, 5, {p}, 1, 1);
insert into mdl_files (id, contenthash, pathnamehash, contextid, component, filearea, itemid, filepath, filename, userid, filesize, timecreated, timemodified)
values ({p}01, 'aabb{p}', '{p}', 500, 'mod_forum', 'attachment', {p}01, '/', '<file:{p}>', {p}, 1, 1, 1);
insert into mdl_glossary_entries (id, glossaryid, userid, concept, definition) values ({p}01, 8, {p}, '<entry:{p}>', '');
insert into mdl_comments (id, contextid, component, commentarea, itemid, content, userid, timecreated)
values ({p}01, 800, 'mod_glossary', 'glossary_entry', {p}01, '<on:{p}>', 3, 1), ({p}02, 800, 'other', 'other', 1, '<by:{p}>', {p}, 1);
insert into mdl_course_completions (id, userid, course, timecompleted) values ({p}01, {p}, 7, 9{p}9);
insert into mdl_course_modules_completion (id, coursemoduleid, userid, completionstate, timemodified) values ({p}01, 50, {p}, 1, 1);
insert into mdl_grade_grades (id, itemid, userid, finalgrade) values ({p}01, 9, {p}, 80);
insert into mdl_quiz_attempts (id, quiz, userid, uniqueid, layout) values ({p}01, 4, {p}, {p}01, '');
insert into mdl_badge_issued (id, badgeid, userid, uniquehash, dateissued, dateexpire) values ({p}01, 1, {p}, '{p}', 9{p}9, 9{p}9);
insert into mdl_auth_oauth2_linked_login (id, timecreated, timemodified, usermodified, userid, issuerid, email) values ({p}01, 1, 1, 0, {p}, 1, '<linked:{p}>');
insert into mdl_user_preferences (id, userid, name, value) values ({p}01, {p}, 'htmleditor', '<editor:{p}>');
insert into mdl_user_info_data (id, userid, fieldid, data) values ({p}01, {p}, 1, '<public:{p}>'), ({p}02, {p}, 2, '<private:{p}>');
insert into mdl_logstore_standard_log (id, eventname, edulevel, contextid, contextlevel, contextinstanceid, userid, timecreated, ip)
values ({p}01, 'seen', 0, 500, 70, 50, {p}, 1, '<ip:{p}>');
";

/// MariaDB takes ten seconds to make these tables; `moodle` tries them there, filled.
pub fn engines(test: &str) -> Vec<Engine> {
    Engine::here(test, &[Engine::Library, Engine::Postgres])
}

/// A database of the three. Bob answers Ada's post. `state` is what is set for all of them.
pub fn database(engine: Engine, state: &str) -> Database {
    let database = Database::new(engine);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = root.join(format!("examples/moodle/schema/moodle.{}.sql", engine.dialect()));
    let people: Vec<String> = ["2", "22", "3"].iter().map(|id| PERSON.replace("{p}", id)).collect();
    database.batch(&format!(
        "{}\n{PLACES}{}update mdl_forum_posts set parent = 201 where id = 301;\nupdate mdl_user set {state} where id <> 9;",
        std::fs::read_to_string(schema).expect("the schema"),
        people.concat()
    ));
    database.must(&script(&CAMPUS.artefacts, engine, "install"));
    database
}

/// Carries out a type for Ada.
pub fn run(database: &Database, kind: &str, name: &str) -> String {
    database.batch(&format!(
        "insert into probate_request (kind, type, subject, state) values ('{kind}', '{name}', 2, 'approved')"
    ));
    let printed = database.must(&script(&CAMPUS.artefacts, database.engine, &format!("{kind}/{name}")));
    let left = database.number("select count(*) from probate_request where state <> 'done'");
    assert_eq!(left, Some(0), "{:?}: {kind} {name} is done", database.engine);
    printed
}

/// The lines of an export after its title.
pub fn lines(printed: &str) -> Vec<Value> {
    printed.lines().skip(1).map(|line| serde_json::from_str(line).expect("one JSON object a line")).collect()
}

/// How many rows of a table are as the condition says.
pub fn count(database: &Database, table: &str, condition: &str) -> i64 {
    database.number(&format!("select count(*) from {table} where {condition}")).expect("a number")
}

/// What of the three is in the database: how often each person's texts are.
pub fn texts_of(database: &Database, person: u8) -> usize {
    let mark = format!(":{person}>");
    database.host().values().flatten().map(|row| row.matches(&mark).count()).sum()
}
