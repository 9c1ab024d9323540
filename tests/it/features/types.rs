//! Types are documents: they are copied, edited and removed as such, and say how they may be asked for.

use std::collections::BTreeSet;

use probate::Artefact;

use super::{SCHEMA, ask, compile, compile_with, database, export_type, file, purge_type, script};
use crate::engine::{Database, Engine};

/// The statements of a script, without what names the type and the program.
fn statements(artefacts: &[Artefact], engine: Engine, kind: &str, id: &str) -> String {
    let digest = |piece: &str| piece.len() == 64 && piece.bytes().all(|byte| byte.is_ascii_hexdigit());
    let text = script(artefacts, engine, &format!("{kind}/{id}"));
    let lines = text.lines().filter(|line| !line.starts_with("-- ")).map(|line| line.replace(id, "(type)"));
    let plain: String = lines.collect::<Vec<_>>().join("\n");
    plain.split(['\'', '"']).map(|piece| if digest(piece) { "(program)" } else { piece }).collect::<Vec<_>>().join("'")
}

fn scripts(artefacts: &[Artefact], kind: &str) -> BTreeSet<String> {
    let prefix = format!("sql/sqlite/{kind}/");
    artefacts.iter().filter_map(|one| one.path.strip_prefix(&prefix)).map(str::to_owned).collect()
}

/// A copy under another id is the same type; an edit of it changes it alone; without its document it is no more.
fn documents(test: &str, kind: &str, write: impl Fn(&str, &str) -> String) {
    let (one, copy, edited) =
        (write("first-type", "user.mail"), write("copied-type", "user.mail"), write("copied-type", "user.phone"));
    let copied = compile(&[one.clone(), copy].concat()).expect("it compiles");
    let changed = compile(&[one.clone(), edited].concat()).expect("it compiles");
    let removed = compile(&one).expect("it compiles");
    for engine in Engine::each(test) {
        let of = |artefacts: &[Artefact], id: &str| statements(artefacts, engine, kind, id);
        assert_eq!(of(&copied, "first-type"), of(&copied, "copied-type"), "a copy does the same");
        assert_eq!(of(&copied, "first-type"), of(&changed, "first-type"), "an edit is of its own type");
        assert!(
            of(&copied, "copied-type").contains("mail") && !of(&changed, "copied-type").contains("mail"),
            "an edit is carried out"
        );
        assert!(of(&changed, "copied-type").contains("phone"));
    }
    assert_eq!(scripts(&copied, kind).len(), 2);
    assert_eq!(
        scripts(&removed, kind),
        BTreeSet::from(["first-type.sql".to_owned()]),
        "what has no document has no script"
    );
    let both = compile(&[one.clone(), one].concat());
    assert!(both.is_err_and(|found| found.contains("duplicate-id")), "a copy needs an id of its own");
    assert!(scripts(&compile("").expect("it compiles"), kind).is_empty(), "the last one can go, too");
}

#[test]
fn export_types_are_copied_edited_and_removed() {
    documents("export_types_are_copied_edited_and_removed", "export", export_type);
}

#[test]
fn purge_types_are_copied_edited_and_removed() {
    documents("purge_types_are_copied_edited_and_removed", "purge", |id, items| purge_type(id, "deleted", items));
}

const WAYS: &[(&str, &str, &[&str])] = &[
    ("officers", "[manual]", &["manual"]),
    ("scheduled", "[automatic]", &["automatic"]),
    ("both", "[automatic, manual]", &["manual", "automatic"]),
    ("nobody", "[]", &[]),
];

/// A person of each type and way of asking, numbered from 100.
fn asked(database: &Database) -> Vec<(i64, &'static str, &'static str)> {
    let mut people = Vec::new();
    for (id, _, _) in WAYS {
        for origin in ["manual", "automatic", "self"] {
            let person = 100 + i64::try_from(people.len()).expect("a few");
            database.batch(&format!(
                "insert into person values ({person}, 'p', 'm@x', '5', 'suspended'); insert into note values ({person}, {person}, 'n'); \
                 insert into probate_request (kind, type, subject, origin, state) values ('purge', '{id}', {person}, '{origin}', 'approved')"
            ));
            people.push((person, *id, origin));
        }
    }
    people
}

#[test]
fn a_purge_is_asked_for_by_an_officer_or_by_its_own_script() {
    let types: String = WAYS
        .iter()
        .map(|(id, ways, _)| {
            purge_type(id, "suspended", "user.notes").replace("use: [manual]", &format!("use: {ways}"))
        })
        .collect();
    let artefacts = compile(&types).expect("it compiles");
    for engine in Engine::each("a_purge_is_asked_for_by_an_officer_or_by_its_own_script") {
        let database = database(&artefacts, engine, "suspended");
        let people = asked(&database);
        for (id, _, _) in WAYS {
            database.must(&script(&artefacts, engine, &format!("purge/{id}")));
        }
        for (person, id, origin) in people {
            let (_, _, ways) = WAYS.iter().find(|(name, _, _)| *name == id).expect("a type");
            let left = database.number(&format!("select count(*) from note where person_id = {person}"));
            assert_eq!(left, Some(i64::from(!ways.contains(&origin))), "{engine:?}: {id}, asked for as {origin}");
        }
        assert_eq!(database.number("select count(*) from note where person_id < 100"), Some(3), "nobody else");
        assert!(script(&artefacts, engine, "purge/nobody").contains("-- Not on offer"), "its file says so");
    }
    let active = purge_type("a", "active", "user.notes").replace("[manual]", "[manual, automatic]");
    assert!(
        compile(&active).is_err_and(|found| found.contains("automatic-on-active")),
        "of active people only by hand"
    );
}

/// Whoever was in the status before it had a default type is never asked for; whoever comes into it later is, once.
#[test]
fn a_default_type_takes_whoever_comes_into_its_status() {
    let light = purge_type("light", "suspended", "user.notes").replace("[manual]", "[automatic]");
    let before = compile(&light).expect("it compiles");
    let site = super::SITE.replace("\n---", "\ndefaults: {purge: {suspended: light}}\n---");
    let with_default = |more: &str| {
        let mut files = probate::source::Memory::default();
        files.0.insert("schema.sql".to_owned(), SCHEMA.as_bytes().to_vec());
        files.0.insert("site.yaml".to_owned(), site.replacen("\n---", &format!("\n---\n{more}\n---"), 1).into_bytes());
        probate::check(&probate::reviewed(&files)).compile().expect("it compiles")
    };
    let after = with_default(light.trim_start_matches("---\n").trim_end());
    for engine in Engine::each("a_default_type_takes_whoever_comes_into_its_status") {
        let database = database(&before, engine, "active");
        let run = |artefacts: &[Artefact]| database.must(&script(artefacts, engine, "purge/light"));
        let notes = || database.number("select coalesce(sum(person_id), 0) from note").expect("a sum");
        database.batch("update person set state = 'suspended' where id = 1");
        run(&before);
        assert_eq!(notes(), 14, "{engine:?}: it is nobody's default yet");
        database.must(&script(&after, engine, "install"));
        run(&after);
        assert_eq!(notes(), 14, "{engine:?}: suspended before");
        database.batch("update person set state = 'suspended' where id = 2");
        run(&after);
        assert_eq!(notes(), 12, "{engine:?}: suspended since");
        database.batch("insert into note values (20, 2, 'written later')");
        database.must(&script(&after, engine, "install"));
        run(&after);
        assert_eq!(notes(), 14, "{engine:?}: once");
        database.batch("update person set state = 'active' where id = 1");
        run(&after);
        database.batch("update person set state = 'suspended' where id = 1");
        run(&after);
        assert_eq!(notes(), 13, "{engine:?}: suspended again, and this time there is a default type");
        let asked = database.number("select count(*) from probate_request where origin = 'automatic'");
        assert_eq!(asked, Some(2), "{engine:?}");
    }
}

/// What `set` writes must put the person into the status, or the run is undone.
#[test]
fn a_transition_that_does_not_reach_the_status_undoes_the_run() {
    let schema =
        "create table person (id integer primary key, name text, gone boolean, locked boolean not null, state text);
        create table note (id integer primary key, person_id integer references person(id), body text);";
    let mut files = probate::source::Memory::default();
    let site = super::SITE
        .replace("suspended: {when: state = 'suspended'}, ", "")
        .replace("deleted: {when: state = 'deleted'}", "deleted: {when: gone and not locked, set: {gone: true}}")
        .replace("mail: {title: Mail, rows: [{table: person, owner: id, export: [mail], purge: {overwrite: {mail: null}}}]}\n  ", "")
        .replace("phone: {title: Phone, rows: [{table: person, owner: id, export: [phone], purge: {overwrite: {phone: null}}}]}\n  ", "");
    let erase = purge_type("erase", "deleted", "user.notes").replace("use:", "transition: true\nuse:");
    files.0.insert("schema.sql".to_owned(), schema.as_bytes().to_vec());
    files.0.insert("site.yaml".to_owned(), (site + &erase).into_bytes());
    let artefacts = probate::check(&probate::reviewed(&files)).compile().expect("it compiles");
    for engine in Engine::each("a_transition_that_does_not_reach_the_status_undoes_the_run") {
        let database = Database::new(engine);
        database.batch(schema);
        database.must(&script(&artefacts, engine, "install"));
        database.batch(
            "insert into person values (1, 'ada', false, true, ''), (2, 'bob', false, false, ''), (3, 'cy', false, false, '');
             insert into note values (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c');
             insert into probate_request (kind, type, subject, state, attempts) values ('purge', 'erase', 1, 'approved', 1);",
        );
        let erase = script(&artefacts, engine, "purge/erase");
        let ran = database.run(&erase);
        assert!(!ran.ok && ran.stderr.contains("probate_must_be_zero"), "{engine:?}: {}", ran.stderr);
        let told = [ran.stdout.as_str(), ran.stderr.as_str()].concat();
        assert!(engine == Engine::Library || told.contains("status deleted"), "{engine:?}: {told}");
        assert_eq!(
            database.number("select count(*) from person where gone"),
            Some(0),
            "{engine:?}: nothing is left of it"
        );
        ask(&database, "purge", "other");
        database
            .batch("insert into probate_request (kind, type, subject, state) values ('purge', 'erase', 2, 'approved')");
        database.must(&erase);
        assert_eq!(database.number("select count(*) from note"), Some(2), "{engine:?}: others go on");
        assert_eq!(database.number("select id from person where gone"), Some(2), "{engine:?}");
    }
}

/// People ask for their own data only where both the Site and the type let them.
#[test]
fn people_export_their_own_data_where_the_site_lets_them() {
    let own = export_type("own", "user.mail").replace("[officer]", "[self]");
    let officer = export_type("all", "user.mail");
    let closed = compile(&[own.clone(), officer.clone()].concat()).expect("it compiles");
    let schema = SCHEMA;
    let mut files = probate::source::Memory::default();
    files.0.insert("schema.sql".to_owned(), schema.as_bytes().to_vec());
    let site = super::SITE.replace("\n---", "\ndefaults: {self_export: true}\n---");
    files.0.insert("site.yaml".to_owned(), [site, own, officer].concat().into_bytes());
    let open = probate::check(&probate::reviewed(&files)).compile().expect("it compiles");
    for engine in Engine::each("people_export_their_own_data_where_the_site_lets_them") {
        for (artefacts, name, allowed) in [(&closed, "own", false), (&open, "own", true), (&open, "all", false)] {
            let database = database(artefacts, engine, "active");
            database.batch(&format!(
                "insert into probate_request (kind, type, subject, origin, state) values ('export', '{name}', 1, 'self', 'approved')"
            ));
            let printed = database.must(&script(artefacts, engine, &format!("export/{name}")));
            assert_eq!(printed.contains("m@x"), allowed, "{engine:?}: {name}: {printed}");
        }
    }
    let offers = file(&open, "manifest.json");
    assert!(
        offers.contains("\"self_export\": true") && file(&closed, "manifest.json").contains("\"self_export\": false")
    );
}

#[test]
fn all_items_are_taken_by_a_star_and_left_by_another() {
    let all = compile(&export_type("all", "\"*\"")).expect("it compiles");
    let some = compile(&export_type("some", "\"*\"").replace("]}\n", "], exclude: [\"user.*\"]}\n"));
    assert!(some.is_err_and(|found| found.contains("does-nothing")), "nothing is left of it");
    let more = "---\nkind: Component\nid: more\ntitle: More\nitems:\n  names: {title: Names, rows: [{table: person, owner: id, as: names, export: [name], purge: {keep: it stays}}]}\n";
    let rest = export_type("rest", "\"*\"").replace("]}\n", "], exclude: [\"user.*\"]}\n");
    let rest = compile_with(SCHEMA, &[more, &rest].concat()).expect("it compiles");
    for engine in Engine::each("all_items_are_taken_by_a_star_and_left_by_another") {
        for (artefacts, name, items) in
            [(&all, "all", vec!["user.mail", "user.notes", "user.phone"]), (&rest, "rest", vec!["more.names"])]
        {
            let database = database(artefacts, engine, "active");
            ask(&database, "export", name);
            let printed = database.must(&script(artefacts, engine, &format!("export/{name}")));
            let found: BTreeSet<String> = printed
                .lines()
                .skip(1)
                .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["item"].to_string())
                .collect();
            let items: BTreeSet<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
            assert_eq!(found, items, "{engine:?}: {name}");
        }
    }
}

/// Grades come back from attempts and assessments: the catalogue says so, and a type that takes all takes those too.
#[test]
fn grades_come_back_from_what_they_are_made_of() {
    let checked = super::campus::check("");
    let program = checked.program.as_ref().expect("a program");
    let grades = program.items.iter().find(|item| item.name == "core_grades.grades").expect("the grades");
    for origin in ["mod_assign.grades", "mod_quiz.attempts", "mod_lesson.grades", "mod_workshop.submissions"] {
        assert!(grades.comes_back_from.iter().any(|one| one == origin), "{origin}");
    }
    let named = |id: &probate::program::ItemId| program.item(*id).expect("an item").name.as_str();
    let full = program.purge_types.iter().find(|one| one.id == "leaver-full").expect("a type");
    let taken: BTreeSet<&str> = full.items.iter().map(named).collect();
    assert!(taken.contains("core_grades.grades"));
    for origin in &grades.comes_back_from {
        assert!(taken.contains(origin.as_str()), "{origin} goes with the grades");
    }
}
