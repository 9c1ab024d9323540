//! What an export of the example holds, and what a purge of it leaves.

use std::collections::BTreeSet;

use super::campus::{CAMPUS, count, database, engines, lines, run, texts_of};
use super::script;

#[test]
fn a_reduced_export_stands_beside_the_full_one() {
    for engine in engines("a_reduced_export_stands_beside_the_full_one") {
        let database = database(engine, "deleted = 0");
        // Where the bytes of a file are is for the full one to say.
        let export = |name: &str| -> BTreeSet<String> {
            let mut lines = lines(&run(&database, "export", name));
            for file in lines.iter_mut().filter_map(|line| line.pointer_mut("/row/files")?.as_array_mut()).flatten() {
                file.as_object_mut().expect("a file").remove("content");
            }
            lines.iter().map(ToString::to_string).collect()
        };
        let (reduced, full) = (export("essentials"), export("everything"));
        assert!(reduced.len() > 10 && reduced.is_subset(&full), "{engine:?}: {:?}", reduced.difference(&full));
        let only_full: String = full.difference(&reduced).cloned().collect();
        assert!(only_full.contains("<ip:2>") && only_full.contains("<editor:2>"), "{engine:?}: {only_full}");
        let reads_log = |name: &str| script(&CAMPUS.artefacts, engine, name).contains("logstore");
        assert!(reads_log("export/everything") && !reads_log("export/essentials"), "what is not wanted is not read");
    }
}

#[test]
fn stored_files_are_optional_and_always_listed() {
    for engine in engines("stored_files_are_optional_and_always_listed") {
        let database = database(engine, "deleted = 0");
        for (name, whole) in [("whole", true), ("listed", false)] {
            let lines = lines(&run(&database, "export", name));
            let post = lines.iter().find(|line| line["row"]["message"] == "<shown:2>").expect("her post");
            let files = post["row"]["files"].as_array().expect("its files");
            assert_eq!(files.len(), 1, "{engine:?}: {post}");
            assert_eq!(files[0]["filename"], "<file:2>", "{engine:?}: that it exists is shown in both");
            let bytes = files[0].get("content").and_then(|path| path.as_str());
            assert_eq!(bytes, whole.then_some("aa/bb/aabb2"), "{engine:?}: where its bytes are, if they are wanted");
        }
    }
}

#[test]
fn hidden_forums_are_exported_all_the_same() {
    for engine in engines("hidden_forums_are_exported_all_the_same") {
        let database = database(engine, "deleted = 0");
        for state in ["visible = 1", "visible = 0"] {
            database.batch(&format!("update mdl_course set {state}"));
            let printed = run(&database, "export", "everything");
            assert!(printed.contains("<shown:2>") && printed.contains("<hidden:2>"), "{engine:?} {state}: {printed}");
        }
    }
}

#[test]
fn what_is_shown_and_what_is_not_are_two_items() {
    for engine in engines("what_is_shown_and_what_is_not_are_two_items") {
        let database = database(engine, "deleted = 0");
        for (name, holds, lacks) in
            [("visible", "<public:2>", "<private:2>"), ("invisible", "<private:2>", "<public:2>")]
        {
            let printed = run(&database, "export", name);
            assert!(printed.contains(holds) && !printed.contains(lacks), "{engine:?} {name}: {printed}");
        }
    }
}

#[test]
fn an_export_is_about_the_person_and_nobody_else() {
    for engine in engines("an_export_is_about_the_person_and_nobody_else") {
        let database = database(engine, "deleted = 0");
        let printed = run(&database, "export", "everything");
        let others = [":22>", ":3>", "9229", "939"];
        // Any digits may stand in the program's digest.
        let rows: String = printed.lines().filter(|line| !line.contains("\"program\"")).collect();
        assert!(others.iter().all(|mark| !rows.contains(mark)), "{engine:?}: {printed}");
        assert!(lines(&printed).len() > 20 && printed.contains("<first:2>"), "{engine:?}: {printed}");
        assert!(!printed.contains("<secret:"), "a password is no information about her");
    }
    for (item, category) in &CAMPUS.categories {
        let is_personal = category.as_ref().is_some_and(|category| category.starts_with("user"));
        assert!(is_personal, "{item} is of a personal nature: {category:?}");
    }
    // Rows that are nobody's cannot be an item.
    let nobody = "kind: Component\nid: words\ntitle: W\nitems:\n  all: {title: A, rows: [{table: note, export: [body], purge: delete}]}\n";
    assert!(super::compile(nobody).is_err_and(|found| found.contains("one relation to the person")));
}

#[test]
fn a_purge_of_everything_catches_what_deletion_leaves() {
    assert_eq!(CAMPUS.taken["leaver-full"], CAMPUS.groups.len(), "it takes every item");
    for engine in engines("a_purge_of_everything_catches_what_deletion_leaves") {
        let database = database(engine, "deleted = 1");
        let others = (texts_of(&database, 22), texts_of(&database, 3));
        run(&database, "purge", "leaver-full");
        let left = texts_of(&database, 2);
        assert_eq!(left, 1, "{engine:?}: her login name stays, so that nobody takes it: {:?}", database.host());
        for table in HERS {
            assert_eq!(count(&database, table, "userid = 2"), 0, "{engine:?}: {table}");
            assert_eq!(count(&database, table, "userid = 22"), 1, "{engine:?}: {table}");
        }
        assert_eq!((texts_of(&database, 22), texts_of(&database, 3)), others, "{engine:?}");
    }
}

/// What must stay on record, one row each.
const RECORDS: [&str; 5] = [
    "mdl_course_completions",
    "mdl_course_modules_completion",
    "mdl_grade_grades",
    "mdl_quiz_attempts",
    "mdl_badge_issued",
];

const HERS: [&str; 8] = [
    RECORDS[0],
    RECORDS[1],
    RECORDS[2],
    RECORDS[3],
    RECORDS[4],
    "mdl_auth_oauth2_linked_login",
    "mdl_user_preferences",
    "mdl_logstore_standard_log",
];

#[test]
fn training_records_stay_while_the_rest_goes() {
    for engine in engines("training_records_stay_while_the_rest_goes") {
        let database = database(engine, "suspended = 1");
        let others = (texts_of(&database, 22), texts_of(&database, 3));
        let records = |database: &crate::engine::Database| RECORDS.map(|table| database.host()[table].clone());
        let before = records(&database);
        run(&database, "purge", "leaver-light");
        assert_eq!(records(&database), before, "{engine:?}: as they were");
        for table in ["mdl_auth_oauth2_linked_login", "mdl_user_preferences", "mdl_logstore_standard_log"] {
            assert_eq!(count(&database, table, "userid = 2"), 0, "{engine:?}: {table}");
        }
        for (table, gone) in [
            ("mdl_user", "phone1 = '<tel:2>' or password = '<secret:2>'"),
            ("mdl_forum_posts", "message = '<shown:2>'"),
            ("mdl_comments", "content = '<by:2>'"),
            ("mdl_user_info_data", "userid = 2"),
        ] {
            assert_eq!(count(&database, table, gone), 0, "{engine:?}: {table}");
        }
        assert_eq!(count(&database, "mdl_user", "id = 2 and suspended = 1 and deleted = 0"), 1, "{engine:?}");
        assert_eq!((texts_of(&database, 22), texts_of(&database, 3)), others, "{engine:?}");
    }
}

#[test]
fn posts_lose_their_words_and_the_thread_stays() {
    for engine in engines("posts_lose_their_words_and_the_thread_stays") {
        for (state, name) in [("suspended = 1", "leaver-light"), ("deleted = 1", "leaver-full")] {
            let database = database(engine, state);
            let others = database.host()["mdl_forum_posts"].clone();
            run(&database, "purge", name);
            let place = "id = 201 and discussion = 70 and parent = 0 and subject = '' and message = ''";
            assert_eq!(count(&database, "mdl_forum_posts", place), 1, "{engine:?} {name}: its place stays");
            let answer = "id = 301 and parent = 201 and message = '<shown:3>' and userid = 3";
            assert_eq!(count(&database, "mdl_forum_posts", answer), 1, "{engine:?} {name}: the answer hangs on it");
            let after = &database.host()["mdl_forum_posts"];
            let lost = others.iter().filter(|row| !after.contains(row)).count();
            assert_eq!((after.len(), lost), (6, 2), "{engine:?} {name}: only her two posts change");
            let author = count(&database, "mdl_user", "id = 2 and firstname = ''");
            assert_eq!(author, i64::from(name == "leaver-full"), "{engine:?}: and perhaps the author's name");
        }
    }
}
