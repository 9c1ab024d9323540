//! `coverage`, `list` and `why` as a user runs them.

use serde_json::Value;

use crate::cli::{code, examples, run, stderr, stdout, text};

const SCHEMA: &str = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL, boss INTEGER REFERENCES person (id));
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), body TEXT, hidden INTEGER NOT NULL);
CREATE TABLE reply (note_id INTEGER NOT NULL REFERENCES note (id), body TEXT);
";

const SITE: &str = "kind: Site
id: s
title: S
controller: {name: C, contact: c}
locales: [en]
schema: schema.sql
dialects: [sqlite]
subject: {table: person, key: id, label: name, status: {active: default, left: {when: active = 0}}}
---
kind: Purpose
id: work
title: Working together
lawful_basis: [gdpr.6.1.b, gdpr.6.1.f]
---
kind: Component
id: notes
title: Notes
items:
  own:
    title: Own notes
    data_category: user.content
    purpose: work
    only: [left]
    rows:
      - table: note
        owner: person_id
        where: hidden = 0
        export: [body]
        purge: delete
        parts: [{table: reply.note_id, export: all}]
  account:
    title: Account
    rows: [{table: person, owner: id, export: [name], purge: {overwrite: {name: ''}}}]
  replies:
    title: Replies to own notes
    rows: [{table: reply, access: note_id.person_id, export: [body]}]
---
kind: ExportType
id: all
title: All my data
items: {include: [\"*\"], exclude: [notes.rep*]}
---
kind: PurgeType
id: tidy
title: Tidy up
status: active
items: {include: [\"notes.*\"]}
---
kind: PurgeType
id: leaver
title: Leaver
status: left
use: [manual]
items: {include: [\"*.own\"]}
";

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("site.yaml"), SITE).expect("written");
    std::fs::write(folder.path().join("schema.sql"), SCHEMA).expect("written");
    let locked = run(&["lock", text(folder.path())]);
    assert_eq!(code(&locked), 0, "{}", stderr(&locked));
    folder
}

fn json(arguments: &[&str]) -> Value {
    let output = run(&[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}{}", stdout(&output), stderr(&output)))
}

#[test]
fn coverage_is_a_table_with_a_gate() {
    let folder = project();
    let path = text(folder.path());
    let output = run(&["coverage", path]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        "table   covered  impersonal  missing
note    1        0           0
person  1        0           1
reply   1        0           0

missing  column  path to the person
person   boss    boss

75 % of 4 columns that refer to a person: 3 covered, 0 impersonal, 1 missing
"
    );
    for (least, expected) in [("0", 0), ("75", 0), ("76", 1), ("100", 1)] {
        let output = run(&["coverage", path, "--min", least]);
        assert_eq!(code(&output), expected, "--min {least}: {}", stderr(&output));
    }
    assert!(stderr(&run(&["coverage", path, "--min", "76"])).contains("75 % are covered, and 76 % are asked for"));
    for wrong in ["101", "-1", "9.5", "all"] {
        assert_eq!(code(&run(&["coverage", path, &format!("--min={wrong}")])), 2, "{wrong}");
    }
    let whole = examples("notes");
    assert_eq!(code(&run(&["coverage", text(&whole), "--min", "100"])), 0);
}

#[test]
fn coverage_as_json_says_what_speaks_of_each_column() {
    let folder = project();
    let found = json(&["coverage", text(folder.path())]);
    assert_eq!(found["format_version"], 1);
    assert_eq!(found["percent"], 75.0);
    assert_eq!(found["count"], serde_json::json!({"columns": 4, "covered": 3, "impersonal": 0, "missing": 1}));
    assert_eq!(
        found["tables"][1]["columns"],
        serde_json::json!([
            {"columns": ["id"], "refers_to": "person", "path": "id", "steps": 0, "state": "covered",
             "by": [{"item": "notes.account", "as": "owner"}]},
            {"columns": ["boss"], "refers_to": "person", "path": "boss", "steps": 1, "state": "missing"},
        ])
    );
    assert_eq!(
        found["tables"][2]["columns"][0]["by"],
        serde_json::json!([{"item": "notes.own", "as": "part"}, {"item": "notes.replies", "as": "access"}])
    );
}

#[test]
fn what_there_is_is_listed_with_what_each_type_does() {
    let folder = project();
    let output = run(&["list", text(folder.path())]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        "component  items  title
notes      3      Notes

type    kind    status  items  title
all     export  -       2      All my data
leaver  purge   left    1      Leaver
tidy    purge   active  2      Tidy up

item           all     leaver  tidy
notes.account  export  -       overwrite
notes.own      export  delete  other status
notes.replies  -       -       nothing
"
    );
    let found = json(&["list", text(folder.path())]);
    assert_eq!(found["format_version"], 1);
    assert_eq!(
        found["items"][1]["purges"],
        serde_json::json!([
            {"type": "leaver", "does": ["delete"], "because": "taken"},
            {"type": "tidy", "does": [], "because": "other_status"},
        ])
    );
}

#[test]
fn what_decides_about_an_item_is_told_in_order() {
    let folder = project();
    let output = run(&["why", "notes.own", text(folder.path())]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        "notes.own: Own notes (site.yaml:19:3)
data category user.content

Rows
  owner of `note` (site.yaml:25:16)
    `note.person_id` is the person's key (`person.id`)
    only where hidden = 0
    export: body
    purge: delete
    part of `reply` (site.yaml:30:25)
      `reply.note_id` is `note.id`
      export: note_id, body
      purge: when `note` goes: delete

Purge
  only of somebody who is left
  leaver (of somebody who is left): delete; included by `*.own` (site.yaml:54:19)
  tidy (of somebody who is active): no; included by `notes.*`, but it may not be purged of somebody who is `active` (site.yaml:47:19)

Retention
  no hold keeps it, and no rule is about its age

Review
  reviewed

Export
  all: export; included by `*` (site.yaml:41:19)

Purpose
  work: Working together, gdpr.6.1.b, gdpr.6.1.f (site.yaml:10:7)
"
    );
    let replies = stdout(&run(&["why", "notes.replies", text(folder.path())]));
    for line in [
        "`reply.note_id` is `note.id`; `note.person_id` is the person's key (`person.id`)",
        "  leaver (of somebody who is left): no; no pattern takes it (site.yaml:49:7)",
        "  tidy (of somebody who is active): yes, and does nothing; included by `notes.*` (site.yaml:47:19)",
        "  all: no; excluded by `notes.rep*` (site.yaml:41:35)",
        "Purpose\n  none is named",
    ] {
        assert!(replies.contains(line), "{line}: {replies}");
    }
    let found = json(&["why", "notes.own", text(folder.path())]);
    assert_eq!((&found["format_version"], &found["only"]), (&serde_json::json!(1), &serde_json::json!(["left"])));
    assert_eq!(found["purge_types"][0]["does"], serde_json::json!(["delete"]));
}

const RULES: &str = "kind: RetentionRule
id: drop
items: {include: [notes.own]}
period: {at_most: P3Y, after: {latest: [row.created, row.modified]}}
then: purge
---
kind: RetentionRule
id: proof
title: Proof
items: {include: [notes.own]}
period: {at_least: P1Y6M, after: row.created}
duty: {law: Club Act, ground: gdpr.17.3.b}
---
kind: RetentionRule
id: sooner
items: {include: [notes.own]}
overrides: [drop]
period: {at_most: P2Y, after: row.created}
then: purge
---
kind: LegalHold
id: dispute
title: Dispute
items: {include: [notes.own]}
until: 2030-12-31
---
kind: LegalHold
id: all
title: Everything
items: {include: [\"*\"]}
";

#[test]
fn holds_and_rules_are_told_in_the_order_in_which_they_decide() {
    let folder = project();
    let path = text(folder.path());
    let file = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    file(
        "schema.sql",
        &SCHEMA
            .replace("hidden INTEGER NOT NULL)", "hidden INTEGER NOT NULL, made DATE, changed DATE)")
            .replace("reply (note_id", "reply (id INTEGER PRIMARY KEY, note_id"),
    );
    let clocks = "clocks: {created: made, modified: changed}\n        where: hidden = 0";
    let protected = "label: name, protected: name = 'root', status";
    file("site.yaml", &SITE.replace("where: hidden = 0", clocks).replace("label: name, status", protected));
    file("retention.yaml", RULES);
    let locked = run(&["lock", path]);
    assert_eq!(code(&locked), 0, "{}", stderr(&locked));
    let told = stdout(&run(&["why", "notes.own", path]));
    let expected = "
Retention
  protected accounts lose nothing, whatever follows
  hold all: until it is lifted (retention.yaml:26:1)
  hold dispute: until 2030-12-31 (retention.yaml:20:1)
  at_least proof: P1Y6M after row.created; Club Act, 17.3.b (retention.yaml:10:10)
  at_most sooner: P2Y after row.created; before drop; then purge (retention.yaml:16:10)
  at_most drop: P3Y after row.created and row.modified; then purge (retention.yaml:4:10)
";
    assert!(told.contains(expected), "{told}");
    let others = stdout(&run(&["why", "notes.account", path]));
    assert!(others.contains("hold all") && !others.contains("dispute") && !others.contains("at_least"), "{others}");
    let found = json(&["why", "notes.own", path]);
    let proof = &found["retention"][2];
    let shown = ["keeps", "id", "title", "period", "duty"].map(|name| proof[name].as_str().expect("a text"));
    assert_eq!(shown, ["at_least", "proof", "Proof", "P1Y6M", "Club Act, 17.3.b"], "{found}");
    assert_eq!((&found["protects"], &proof["after"]), (&true.into(), &serde_json::json!(["row.created"])), "{found}");
    // What nobody has reviewed in a rule is ended by it never.
    file("retention.yaml", &RULES.replacen("[notes.own]", "[\"notes.*\"]", 1));
    let waits = stdout(&run(&["why", "notes.replies", path]));
    assert!(waits.contains("then purge; new: it ends nothing until `probate lock`"), "{waits}");
}

#[test]
fn an_item_that_is_not_there_is_a_wrong_argument_and_a_broken_project_has_findings() {
    let folder = project();
    let path = text(folder.path());
    for (asked, hint) in [
        ("notes.onw", "did you mean `notes.own`?"),
        ("notes", "`notes` is a component; its items are notes.account, notes.own, notes.replies"),
        ("something.else", "see `probate list`"),
    ] {
        let output = run(&["why", asked, path]);
        assert_eq!((code(&output), stdout(&output)), (2, String::new()), "{asked}");
        assert!(stderr(&output).contains(hint), "{asked}: {}", stderr(&output));
    }
    std::fs::write(folder.path().join("bad.yaml"), "kind: Purpose\nid: bad\n").expect("written");
    for arguments in [&["coverage", path] as &[&str], &["list", path], &["why", "notes.own", path]] {
        let output = run(arguments);
        assert_eq!((code(&output), stdout(&output)), (1, String::new()), "{arguments:?}");
        assert!(stderr(&output).contains("bad.yaml:1:1"), "{arguments:?}: {}", stderr(&output));
        let output = run(&[arguments, &["--format", "json"]].concat());
        assert!(stdout(&output).contains("missing-key"), "{arguments:?}: {}", stdout(&output));
    }
}

#[test]
fn what_nobody_has_reviewed_is_said_to_be_left_alone() {
    let folder = project();
    let path = text(folder.path());
    let site = SITE.replace("exclude: [notes.rep*]", "exclude: [notes.own]");
    let site =
        site.replace("export: [body]}]\n---", "export: [body]}, {table: person, mention: boss, export: none}]\n---");
    std::fs::write(folder.path().join("site.yaml"), site).expect("written");
    let output = run(&["why", "notes.replies", path]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    for line in [
        "mention of `person`",
        "    new: every type leaves these rows alone until `probate lock`",
        "  new: what nobody has reviewed is left alone until `probate lock`",
        "  all: no; included by `*`, which nobody has reviewed (site.yaml:41:19)",
    ] {
        assert!(stdout(&output).contains(line), "{line}: {}", stdout(&output));
    }
    assert!(stderr(&output).contains("not the one that was reviewed"), "{}", stderr(&output));
    let listed = stdout(&run(&["list", path]));
    assert!(listed.contains("notes.replies  new"), "{listed}");
    // What is written counts as covered; what is done with it waits for the review.
    assert_eq!(code(&run(&["coverage", path, "--min", "100"])), 0);
}
