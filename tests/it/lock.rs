//! `lock/`: what is written, what is read, and what follows from a difference; by the program, as a user runs it.

use std::path::{Path, PathBuf};

use probate::diagnostic::Code;
use probate::lock::Domain;
use probate::source::Memory;
use tempfile::TempDir;

use crate::cli::{code, notes, run, stderr, stdout, text, tree};

/// Replaces a text of a file that must be there.
fn edit(folder: &TempDir, file: &str, from: &str, to: &str) {
    let path = folder.path().join(file);
    let text = std::fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{file} has no `{from}`");
    std::fs::write(&path, text.replace(from, to)).expect("written");
}

fn lock_of(folder: &TempDir, domain: Domain) -> String {
    std::fs::read_to_string(folder.path().join(domain.path())).expect("a lock")
}

/// The lock files that an edit followed by `lock` changes.
fn changed_by(edits: impl Fn(&TempDir)) -> Vec<&'static str> {
    let folder = notes();
    let before: Vec<String> = Domain::ALL.iter().map(|domain| lock_of(&folder, *domain)).collect();
    edits(&folder);
    let output = run(&["lock", text(folder.path())]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let differs = |(domain, before): &(&Domain, &String)| lock_of(&folder, **domain) != **before;
    Domain::ALL.iter().zip(&before).filter(differs).map(|(domain, _)| domain.name()).collect()
}

fn lock_files(folder: &TempDir) -> Vec<(PathBuf, Vec<u8>)> {
    tree(folder.path()).into_iter().filter(|(path, _)| path.starts_with("lock")).collect()
}

/// They change with what a line does not show.
fn without_digests(text: &str) -> String {
    let is_digest = |end: &str| end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    let line = |line: &str| {
        line.rsplit_once("; ").filter(|(_, end)| is_digest(end)).map_or(line, |(line, _)| line).to_owned() + "\n"
    };
    text.lines().map(line).collect()
}

#[test]
fn without_a_lock_a_project_is_sound_and_is_not_compiled() {
    let folder = notes();
    std::fs::remove_dir_all(folder.path().join("lock")).expect("removed");
    let checked = run(&["check", text(folder.path())]);
    assert_eq!(code(&checked), 0);
    assert!(
        stderr(&checked).contains("not as reviewed") && !stderr(&checked).contains("error"),
        "{}",
        stderr(&checked)
    );
    let before = tree(folder.path());
    for (arguments, expected) in [(["compile", "-q"], 1), (["check", "--locked"], 4)] {
        let output = run(&[&arguments[..], &[text(folder.path())]].concat());
        assert_eq!(code(&output), expected, "{}", stderr(&output));
        let said = stderr(&output);
        assert!(
            said.contains("error[not-reviewed]: nobody has reviewed this project") && said.contains("probate lock")
        );
    }
    assert_eq!(before, tree(folder.path()), "nothing is written");
}

#[test]
fn lock_lists_what_it_accepts_and_then_nothing_is_new() {
    let folder = notes();
    let path = text(folder.path());
    let again = run(&["lock", path]);
    assert_eq!((code(&again), stdout(&again).as_str()), (0, "nothing is new: everything is as it was reviewed\n"));
    edit(
        &folder,
        "notes.yaml",
        "rows: [{table: note, owner: person_id, export: [id, title, body, pinned, changed_at]",
        "rows: [{table: note, owner: person_id, export: [title]",
    );
    edit(&folder, "notes.yaml", "  comments_on_notes:", "  remarks:");
    assert_eq!(code(&run(&["check", "--locked", path])), 4);
    let before = tree(folder.path());
    let accepted = run(&["lock", path]);
    assert_eq!(code(&accepted), 0, "{}", stderr(&accepted));
    insta::assert_snapshot!(without_digests(&stdout(&accepted)), @r#"
    10 decisions accepted as reviewed

    lock/catalogue.lock (5)
      gone     notes.comments_on_notes: item, purpose collaboration
      gone     notes.comments_on_notes: rows comment, owner note_id.person_id; delete; no export
      was      notes.notes: rows note, owner person_id; delete; export body, changed_at, id, pinned, title
      changed  notes.notes: rows note, owner person_id; delete; export title
      new      notes.remarks: item, purpose collaboration
      new      notes.remarks: rows comment, owner note_id.person_id; delete; no export

    lock/purge.lock (2)
      gone     leaver notes.comments_on_notes: in, rows comment, owner note_id.person_id; delete
      new      leaver notes.remarks: in, rows comment, owner note_id.person_id; delete

    lock/export.lock (3)
      gone     everything notes.comments_on_notes: in, rows comment, owner note_id.person_id; no export
      was      everything notes.notes: in, rows note, owner person_id; export body, changed_at, id, pinned, title
      changed  everything notes.notes: in, rows note, owner person_id; export title
      new      everything notes.remarks: in, rows comment, owner note_id.person_id; no export
    "#);
    assert_eq!(code(&run(&["check", "--locked", path])), 0);
    assert_eq!(stdout(&run(&["lock", path])), "nothing is new: everything is as it was reviewed\n");
    let after = tree(folder.path());
    let untouched = |name: &str| before[Path::new(name)] == after[Path::new(name)];
    assert!(untouched("lock/consent.lock") && untouched("lock/retention.lock") && !untouched("lock/export.lock"));
    assert!(after.keys().all(|path| !path.to_string_lossy().contains(".probate-")), "no temporary file is left");
}

#[test]
fn what_is_not_as_reviewed_is_said_in_one_run_and_nothing_is_compiled() {
    let folder = notes();
    edit(&folder, "notes.yaml", "export: none, purge: delete", "export: none, purge: {overwrite: {body: \"\"}}");
    edit(&folder, "notes.yaml", "export: [username, full_name,", "export: [username,");
    edit(&folder, "notes.yaml", "status: left\n", "status: active\n");
    edit(&folder, "texts/privacy-1.en.md", "\n", "\n\nWe sell it.\n");
    edit(
        &folder,
        "notes.yaml",
        "kind: ExportType",
        "kind: ExportType\nid: mine\ntitle: Mine\nitems: {include: [notes.notes]}\n---\nkind: ExportType",
    );
    let before = tree(folder.path());
    let output = run(&["compile", text(folder.path())]);
    assert_eq!(code(&output), 1);
    let said = stderr(&output);
    for expected in [
        "these rows of `notes.comments_on_notes` are not as reviewed",
        "these rows of `notes.account` are not as reviewed",
        "the purge type `leaver` is not as reviewed",
        "the export type `mine` is not reviewed",
        "error[published-text-changed]: version `1` of the policy `privacy`",
        "5 errors",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert_eq!(before, tree(folder.path()), "nothing is written");
}

#[test]
fn a_project_with_errors_is_not_accepted() {
    let folder = notes();
    edit(&folder, "notes.yaml", "owner: note_id.person_id", "owner: note_id.persn_id");
    edit(&folder, "notes.yaml", "export: [username, full_name,", "export: [username,");
    let before = tree(folder.path());
    let output = run(&["lock", text(folder.path())]);
    assert_eq!((code(&output), stdout(&output).as_str()), (1, ""));
    assert!(stderr(&output).contains("unknown-column") && stderr(&output).contains("nothing was accepted"));
    assert_eq!(before, tree(folder.path()));
    // `--locked` does not hide that it is a bad policy.
    assert_eq!(code(&run(&["check", "--locked", text(folder.path())])), 1);
}

#[test]
fn a_published_text_is_not_accepted_under_its_old_version() {
    for merging in [false, true] {
        let folder = notes();
        edit(&folder, "texts/privacy-1.en.md", "\n", "\n\nWe sell it.\n");
        if merging {
            let consent = lock_of(&folder, Domain::Consent).replace("privacy 1", "<<<<<<< ours\nprivacy 1");
            std::fs::write(folder.path().join("lock/consent.lock"), consent + "=======\n>>>>>>> theirs\n")
                .expect("written");
        }
        let before = tree(folder.path());
        let output = run(&["lock", text(folder.path())]);
        assert_eq!(code(&output), 1, "{}", stdout(&output));
        assert!(stderr(&output).contains("error[published-text-changed]"), "{}", stderr(&output));
        assert_eq!(before, tree(folder.path()));
    }
    // A new version is.
    let folder = notes();
    edit(&folder, "texts/privacy-1.en.md", "\n", "\n\nWe keep it for a year.\n");
    let policy = std::fs::read_to_string(folder.path().join("notes.yaml")).expect("the policy");
    assert!(policy.contains("version: \"1\""));
    edit(&folder, "notes.yaml", "version: \"1\"", "version: \"2\"");
    assert_eq!(code(&run(&["compile", text(folder.path())])), 1);
    let output = run(&["lock", text(folder.path())]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(
        stdout(&output).contains("new      privacy 2: published") && stdout(&output).contains("gone     privacy 1:")
    );
    assert_eq!(code(&run(&["compile", text(folder.path())])), 0);
}

#[test]
fn conflict_marks_are_refused_and_mended_by_running_lock_again() {
    let folder = notes();
    let path = text(folder.path());
    let good = lock_files(&folder);
    for domain in Domain::ALL {
        let text = lock_of(&folder, domain);
        let (head, rest) = text.split_once('\n').expect("a head");
        let other = rest.replace("delete", "no purge");
        let marked = format!("<<<<<<< HEAD\n{head}\n{rest}||||||| base\n=======\n{head}\n{other}>>>>>>> theirs\n");
        std::fs::write(folder.path().join(domain.path()), marked).expect("written");
    }
    for arguments in [["check", path], ["compile", path]] {
        let output = run(&arguments);
        assert_eq!(code(&output), 1);
        assert!(
            stderr(&output).contains("lock/purge.lock:1:1") && stderr(&output).contains("5 errors"),
            "{}",
            stderr(&output)
        );
    }
    let output = run(&["lock", path]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(good, lock_files(&folder));
    assert_eq!(code(&run(&["check", "--locked", path])), 0);
}

#[test]
fn a_lock_of_a_later_version_is_neither_read_nor_overwritten() {
    let folder = notes();
    let path = text(folder.path());
    edit(&folder, "lock/purge.lock", "# probate lock 1", "# probate lock 2");
    edit(&folder, "notes.yaml", "export: [username, full_name,", "export: [username,");
    let before = tree(folder.path());
    for command in ["lock", "compile", "check"] {
        let output = run(&[command, path]);
        assert_eq!(code(&output), 1, "{command}");
        assert!(
            stderr(&output).contains("error[lock-version]: `lock/purge.lock` is of format 2"),
            "{}",
            stderr(&output)
        );
        assert_eq!(before, tree(folder.path()), "{command}");
    }
}

#[test]
fn what_the_lock_says_too_much_is_stale_and_compiles() {
    for (domain, line) in [
        (Domain::Catalogue, "notes.old: item, no purpose\n"),
        (Domain::Purge, "leaver notes.old: out\n"),
        (Domain::Consent, "privacy 0: published; 00\n"),
    ] {
        let folder = notes();
        let path = folder.path().join(domain.path());
        std::fs::write(&path, lock_of(&folder, domain) + line).expect("written");
        assert_eq!(code(&run(&["compile", text(folder.path())])), 0, "{line}");
        let output = run(&["check", "--locked", text(folder.path())]);
        assert_eq!(code(&output), 4, "{line}: {}", stderr(&output));
        assert!(stderr(&output).contains("is not what `probate lock` would write"));
        assert!(stdout(&run(&["lock", text(folder.path())])).contains(&format!("gone     {line}")));
        assert_eq!(code(&run(&["check", "--locked", text(folder.path())])), 0);
    }
}

#[test]
fn a_lock_is_the_same_whatever_the_layout_of_the_policy() {
    let nothing: [&str; 0] = [];
    let comments = |folder: &TempDir| {
        edit(folder, "notes.yaml", "items:\n", "items: # what there is\n\n");
        edit(
            folder,
            "notes.yaml",
            "export: [id, title, body, pinned, changed_at]",
            "export: [changed_at, 'body', \"id\", pinned, title]",
        );
        edit(folder, "notes.yaml", "{table: note, owner: person_id,", "{owner: person_id, table: \"note\",");
        edit(
            folder,
            "notes.yaml",
            "{overwrite: {full_name: \"\", email: null}}",
            "{overwrite: {email: null, full_name: ''}}",
        );
    };
    assert_eq!(changed_by(comments), nothing);
    let moved = |folder: &TempDir| {
        let (site, notes) = (folder.path().join("site.yaml"), folder.path().join("notes.yaml"));
        let text = std::fs::read_to_string(&site).expect("the site")
            + "---\n"
            + &std::fs::read_to_string(&notes).expect("the notes");
        std::fs::write(folder.path().join("z.yml"), text.replace('\n', "\r\n")).expect("written");
        std::fs::remove_file(site).expect("removed");
        std::fs::remove_file(notes).expect("removed");
    };
    assert_eq!(changed_by(moved), nothing);
    // Git may write other line ends; that is no edit.
    let folder = notes();
    for domain in Domain::ALL {
        let text = lock_of(&folder, domain).replace('\n', "\r\n");
        std::fs::write(folder.path().join(domain.path()), text).expect("written");
    }
    assert_eq!(code(&run(&["check", "--locked", text(folder.path())])), 0);
}

#[test]
fn an_edit_changes_the_files_of_those_whom_it_concerns() {
    let edited =
        |file: &'static str, from: &'static str, to: &'static str| move |folder: &TempDir| edit(folder, file, from, to);
    for (file, from, to, expected) in [
        ("notes.yaml", "export: [id, title, body,", "export: [title, body,", vec!["catalogue", "export"]),
        ("notes.yaml", "email: null}}", "email: \"\"}}", vec!["catalogue", "purge"]),
        ("notes.yaml", "include: [\"notes.*\"]", "include: [\"notes.*\"], exclude: [notes.account]", vec!["purge"]),
        ("notes.yaml", "id: everything\n", "id: everything\nkeep_for: P9D\n", vec!["export"]),
        ("notes.yaml", "title: {en: Own notes,", "title: {en: My notes,", vec![]),
        ("notes.yaml", "title: {en: Leaver,", "title: {en: Gone,", vec![]),
        ("site.yaml", "  key: id\n", "  key: id\n  protected: username = 'root'\n", vec!["catalogue"]),
        ("site.yaml", "{when: active = 0, set: {active: 0}}", "{when: active <= 0, set: {active: 0}}", vec!["purge"]),
    ] {
        assert_eq!(changed_by(edited(file, from, to)), expected, "{from} to {to}");
    }
}

#[test]
fn every_edit_that_decides_is_seen() {
    for (from, to) in [
        ("table: note, owner: person_id,", "table: note, owner: person_id, where: pinned = 1,"),
        ("table: note, owner: person_id,", "table: note, mention: person_id,"),
        ("table: note, owner: person_id,", "table: note, owner: person_id, as: jottings,"),
        ("table: note, owner: person_id,", "table: note, owner: person_id, parts: [comment.note_id],"),
        ("owner: note_id.person_id, export: none", "owner: \"note_id[pinned = 1].person_id\", export: none"),
        ("{body: \"\", person_id: null}", "{body: \"-\", person_id: null}"),
        ("export: [note_id, body, written_at]", "export: [note_id, {text: body}, written_at]"),
        ("export: none, purge: delete", "export: all, purge: delete"),
        ("purpose: collaboration\n    rows: [{table: note,", "rows: [{table: note,"),
        ("    rows: [{table: note,", "    only: [left]\n    rows: [{table: note,"),
    ] {
        let folder = notes();
        if to.contains("mention") {
            edit(&folder, "notes.yaml", "changed_at], purge: delete", "changed_at], purge: {overwrite: {title: \"\"}}");
        }
        edit(&folder, "notes.yaml", from, to);
        let output = run(&["compile", text(folder.path())]);
        assert_eq!(code(&output), 1, "{to}: {}", stderr(&output));
        assert!(stderr(&output).contains("error[not-reviewed]"), "{to}: {}", stderr(&output));
        assert!(!stderr(&output).contains("warning[new-item]"), "{to}: {}", stderr(&output));
    }
}

const SITE: &str = "kind: Site\nid: small\ntitle: Small\ncontroller: {name: S, contact: s@example.org}\nlocales: [en]\nschema: schema.sql\ndialects: [sqlite]\nsubject: {table: person, key: id, label: name, status: {active: default, gone: {when: gone = 1}}}\n---\nkind: Component\nid: notes\ntitle: Notes\nitems:\n  own: {title: Own, rows: [{table: note, owner: person_id, export: [body, checked_by], purge: delete}]}\n---\nkind: ExportType\nid: all\ntitle: All\nitems: {include: [\"*\"]}\n";
const SCHEMA: &str = "create table person (id integer primary key, name text, gone integer);\ncreate table note (id integer primary key, person_id integer references person(id), checked_by integer, body text);";

#[test]
fn new_items_say_nothing_against_what_was_reviewed() {
    let mut files = Memory::default();
    files.0.insert("site.yaml".to_owned(), SITE.as_bytes().to_vec());
    files.0.insert("schema.sql".to_owned(), SCHEMA.as_bytes().to_vec());
    for file in probate::accept(&files).files {
        files.0.insert(file.path, file.bytes);
    }
    // It names people in a column that the other item exports: that export shows a label now, and needs no review.
    let more = "kind: Component\nid: more\ntitle: More\nitems:\n  checked: {title: Checked, rows: [{table: note, mention: checked_by, export: none, purge: detach}]}\n";
    files.0.insert("more.yaml".to_owned(), more.as_bytes().to_vec());
    let checked = probate::check(&files).with_refusals();
    let found = checked.diagnostics().iter().filter(|one| !one.code.is_lint());
    assert_eq!(found.map(|one| one.code).collect::<Vec<Code>>(), [Code::NewItem]);
    let artefacts = checked.compile().expect("it compiles");
    let script = artefacts.iter().find(|file| file.path == "sql/sqlite/export/all.sql").expect("a script");
    assert!(String::from_utf8_lossy(&script.bytes).contains("'checked_by', (select \"probate_person\".\"name\""));
}

#[test]
fn lines_of_a_lock_that_pass_for_others_are_refused() {
    for line in
        ["no decision", ": nothing", "leaver notes.notes: in \u{7}", "# a remark", "", "leaver\u{202e} notes.notes: in"]
    {
        let folder = notes();
        let text_before = lock_of(&folder, Domain::Purge);
        std::fs::write(folder.path().join("lock/purge.lock"), format!("{text_before}{line}\n")).expect("written");
        let output = run(&["compile", text(folder.path())]);
        assert_eq!(code(&output), 1, "{line:?}");
        assert!(stderr(&output).contains("error[lock-syntax]"), "{line:?}: {}", stderr(&output));
        assert_eq!(code(&run(&["lock", text(folder.path())])), 0, "{line:?}");
        assert_eq!(lock_of(&folder, Domain::Purge), text_before);
    }
}

/// The example with its lock.
fn example() -> Memory {
    let folder = notes();
    let files = tree(folder.path()).into_iter().map(|(path, bytes)| (path.to_string_lossy().into_owned(), bytes));
    Memory(files.filter(|(path, _)| !path.starts_with("compiled")).collect())
}

#[test]
fn no_line_of_a_lock_can_be_lost_or_altered_unnoticed() {
    let whole = example();
    assert!(!probate::check(&whole).lock_is_stale);
    let mut lines = 0;
    for domain in Domain::ALL {
        let text = String::from_utf8(whole.0[&domain.path()].clone()).expect("text");
        for line in text.lines() {
            let shorter = &line[..line.len() - 1];
            for (instead, what) in
                [(String::new(), "lost"), (format!("{shorter}~\n"), "altered"), (format!("{shorter}\n"), "cut")]
            {
                let mut files = whole.clone();
                files.0.insert(domain.path(), text.replacen(&format!("{line}\n"), &instead, 1).into_bytes());
                let checked = probate::check(&files).with_refusals();
                let said: Vec<Code> = checked.diagnostics().iter().map(|one| one.code).collect();
                // The words behind the version are for people.
                let is_head = line.starts_with('#') && what != "lost";
                assert_eq!(said.is_empty(), is_head, "{what}: {line}: {said:?}");
                assert!(checked.compile().is_err() || is_head || said == [Code::NewItem], "{what}: {line}: {said:?}");
                lines += 1;
            }
        }
    }
    assert!(lines > 60, "{lines} edits");
}

/// A rule about the notes, and one that only keeps.
const RULES: &str = "kind: RetentionRule
id: notes
items: {include: [\"notes.notes*\"]}
period: {at_most: P3Y, after: row.created}
then: purge
---
kind: RetentionRule
id: proof
items: {include: [notes.comments]}
period: {at_least: P1Y, after: row.created}
duty: {law: Club Act, ground: gdpr.17.3.b}
---
kind: LegalHold
id: dispute
title: Dispute
items: {include: [\"*\"]}
until: 2030-12-31
";

#[test]
fn rules_and_holds_are_reviewed_and_what_a_rule_newly_takes_is_left_alone() {
    let folder = notes();
    let path = text(folder.path());
    std::fs::write(folder.path().join("retention.yaml"), RULES).expect("written");
    edit(&folder, "notes.yaml", "[{table: note, owner", "[{table: note, clocks: {created: changed_at}, owner");
    edit(
        &folder,
        "notes.yaml",
        "[{table: comment, owner: p",
        "[{table: comment, clocks: {created: written_at}, owner: p",
    );
    let new = run(&["check", "--locked", path]);
    assert!(code(&new) == 4 && stderr(&new).contains("the retention rule `notes` is not reviewed"), "{}", stderr(&new));
    assert!(stderr(&new).contains("the legal hold `dispute` is not reviewed"), "{}", stderr(&new));
    assert_eq!(code(&run(&["lock", path])), 0);
    insta::assert_snapshot!(without_digests(&lock_of(&folder, Domain::Retention)));
    assert_eq!(code(&run(&["check", "--locked", path])), 0);
    // A shorter period is another decision.
    edit(&folder, "retention.yaml", "P3Y", "P1Y");
    let shorter = run(&["compile", path]);
    assert!(
        code(&shorter) == 1 && stderr(&shorter).contains("now: at_most P1Y, after row.created, then purge"),
        "{}",
        stderr(&shorter)
    );
    edit(&folder, "retention.yaml", "at_most: P1Y", "at_most: P3Y");
    // An item that a pattern newly matches.
    edit(&folder, "retention.yaml", "[\"notes.notes*\"]", "[\"notes.notes*\", notes.comments]");
    let wider = run(&["check", path]);
    assert!(
        code(&wider) == 0 && stderr(&wider).contains("the retention rule `notes` newly takes `notes.comments`"),
        "{}",
        stderr(&wider)
    );
    let why = run(&["why", "notes.comments", "--format", "json", path]);
    let why: serde_json::Value = serde_json::from_str(&stdout(&why)).expect("JSON");
    let rules = why["retention"].as_array().expect("its rules");
    let new: Vec<&str> =
        rules.iter().filter(|one| one["is_new"] == true).filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(new, ["notes"], "{rules:?}");
    assert_eq!(code(&run(&["compile", path])), 0);
    let script =
        std::fs::read_to_string(folder.path().join("compiled/sql/sqlite/retention/notes.sql")).expect("a script");
    assert!(script.contains("delete from \"note\"") && !script.contains("update \"comment\""), "{script}");
    assert!(script.contains("New, and left alone until `probate lock` accepts it: notes.comments."), "{script}");
    edit(&folder, "retention.yaml", "[\"notes.notes*\", notes.comments]", "[\"notes.notes*\"]");
    // A hold that is gone would let go what it keeps.
    let text_of = std::fs::read_to_string(folder.path().join("retention.yaml")).expect("a file");
    let without = text_of.split("---\nkind: LegalHold").next().expect("a text");
    std::fs::write(folder.path().join("retention.yaml"), without).expect("written");
    let gone = run(&["compile", path]);
    let said = stderr(&gone);
    assert!(code(&gone) == 1 && said.contains("`hold dispute` was reviewed and is gone"), "{said}");
    assert_eq!(said.matches("is gone").count(), 1, "{said}");
}
