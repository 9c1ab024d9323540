//! `check` of 10,000 documents of 1 KB against reading and tokenising the same files, in one run.
//!
//! `cargo bench --bench check`

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark prints, and what it cannot do ends it"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use rayon::prelude::*;

const DOCUMENTS: usize = 10_000;
const ROUNDS: usize = 7;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    if let Some(project) = std::env::var_os("PROBATE_BENCH_MEMORY") {
        check(Path::new(&project));
        println!("{}", peak());
        return;
    }
    write_project(folder.path());
    let bytes: u64 = yaml(folder.path()).iter().map(|path| std::fs::metadata(path).expect("a file").len()).sum();
    println!("{DOCUMENTS} documents, {} KB, {} threads", bytes / 1024, rayon::current_num_threads());
    let (mut floor, mut ours, mut locked) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        floor.push(time(|| tokenise(folder.path())));
        ours.push(time(|| check(folder.path())));
        lock(folder.path());
        locked.push(time(|| check(folder.path())));
        std::fs::remove_dir_all(folder.path().join("lock")).expect("removed");
    }
    let (floor, ours, locked) = (median(floor), median(ours), median(locked));
    println!("read and tokenise   {floor:>10.1?}");
    println!("check               {ours:>10.1?}");
    println!("ratio               {:>10.2}   (at most 1.8)", ours.as_secs_f64() / floor.as_secs_f64());
    println!("check with its lock {locked:>10.1?}   {:.2} times", locked.as_secs_f64() / floor.as_secs_f64());
    let own = std::env::current_exe().expect("this program");
    let child = std::process::Command::new(own).env("PROBATE_BENCH_MEMORY", folder.path()).output().expect("it runs");
    let peak = String::from_utf8_lossy(&child.stdout).trim().to_owned();
    println!("memory of check     {peak:>10}   (at most 60 MB)");
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = work();
    let elapsed = start.elapsed();
    drop(result);
    elapsed
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn yaml(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    found.sort();
    found
}

/// The floor: every file read, every event of its YAML, on the same threads.
fn tokenise(folder: &Path) -> usize {
    yaml(folder)
        .par_iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).expect("text");
            granit_parser::Parser::new_from_str(&text).inspect(|event| assert!(event.is_ok(), "YAML")).count()
        })
        .sum()
}

/// The project is not dropped in here: a program that ends leaves that to the system.
fn check(folder: &Path) -> probate::Checked {
    let checked = probate::check(&probate::source::Disk::open(folder).expect("a project"));
    let found =
        probate::diagnostic::text(checked.diagnostics(), &checked.project.sources, probate::diagnostic::Style::Plain);
    assert!(checked.diagnostics().is_empty(), "{}", &found[..found.len().min(2000)]);
    let program = checked.program.as_ref().expect("a program");
    assert!(program.items.len() > DOCUMENTS, "all documents are read");
    assert_eq!(checked.lock_is_stale, !folder.join("lock").exists(), "the lock is compared");
    checked
}

fn lock(folder: &Path) {
    std::fs::create_dir_all(folder.join("lock")).expect("a folder");
    for file in probate::accept(&probate::source::Disk::open(folder).expect("a project")).files {
        std::fs::write(folder.join(&file.path), file.bytes).expect("written");
    }
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim().to_owned();
    match line.strip_suffix(" kB").and_then(|kilobytes| kilobytes.parse::<u64>().ok()) {
        Some(kilobytes) => format!("{} MB", kilobytes / 1024),
        None => line,
    }
}

fn write_project(folder: &Path) {
    let mut ddl =
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, gone INTEGER NOT NULL);\n".to_owned();
    for table in 0..200 {
        ddl.push_str(&format!(
            "CREATE TABLE t{table} (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), title TEXT, body TEXT, at DATETIME);\nCREATE INDEX t{table}_person ON t{table} (person_id);\n"
        ));
    }
    std::fs::write(folder.join("schema.sql"), ddl).expect("written");
    let site = "kind: Site\nid: bench\ntitle: {en: Bench, de: Probe}\ncontroller: {name: B, contact: b@example.org}\nlocales: [en, de]\nschema: schema.sql\ndialects: [sqlite]\nsubject: {table: person, key: id, label: name, status: {active: default, gone: {when: gone = 1}}}\ndefaults: {purge: {gone: g18}}\n";
    std::fs::write(folder.join("site.yaml"), site).expect("written");
    for number in 0..DOCUMENTS - 1 {
        let document = match number % 20 {
            0..=9 => component(number),
            10..=14 => purpose(number),
            17 => export_type(number),
            18 => purge_type(number),
            _ => policy(number),
        };
        std::fs::write(folder.join(format!("d{number:05}.yaml")), padded(document)).expect("written");
    }
}

/// A comment brings each document to 1 KB: reviewers write them.
fn padded(mut document: String) -> String {
    while document.len() < 1000 {
        document.push_str("# reviewed with the data protection officer\n");
    }
    document
}

fn component(number: usize) -> String {
    let mut text = format!(
        "kind: Component\nid: c{number}\ntitle: {{en: Component {number}, de: Komponente {number}}}\ngroup: {{en: Benchmarks, de: Proben}}\nitems:\n"
    );
    for item in 0..3 {
        let table = (number * 3 + item) % 200;
        // One of the three goes; what no type takes says that it stays.
        let does = if item == number % 20 % 3 {
            "export: [id, title, body], purge: {overwrite: {title: null, person_id: null}}"
        } else {
            "export: none, purge: {keep: the law asks for it}"
        };
        let narrowed = if item == 0 { ", where: at is not null" } else { "" };
        text.push_str(&format!(
            "  item{item}:\n    title: {{en: Item {item}, de: Element {item}}}\n    data_category: user.content\n    purpose: p{}\n    rows:\n      - {{table: t{table}, owner: person_id{narrowed}, {does}}}\n",
            number / 20 * 20 + 10 + (number + item) % 5
        ));
    }
    text
}

fn purpose(number: usize) -> String {
    format!(
        "kind: Purpose\nid: p{number}\ntitle: {{en: Purpose {number}, de: Zweck {number}}}\ndescription:\n  en: >-\n    {}\n  de: >-\n    {}\nlawful_basis: [gdpr.6.1.b, {{law: Education Act, article: \"{number}\"}}]\nrecipients: [{{name: Example Cloud Ltd, country: IE}}]\n",
        "Why this data is processed, in words that everybody understands. ".repeat(4),
        "Warum diese Daten verarbeitet werden. ".repeat(5)
    )
}

fn policy(number: usize) -> String {
    format!(
        "kind: SitePolicy\nid: y{number}\ntype: privacy\ntitle: {{en: Policy {number}, de: Regel {number}}}\nversions:\n  - version: \"1\"\n    status: published\n    text: {{en: \"{}\", de: kurz}}\n    statements:\n      - {{id: s{number}, asks: consent, purpose: p{}, text: {{en: May we?, de: Dürfen wir?}}, agree: {{en: \"Yes\", de: Ja}}, decline: {{en: \"No\", de: Nein}}}}\n",
        "What we do with your data. ".repeat(15),
        number / 20 * 20 + 10
    )
}

fn export_type(number: usize) -> String {
    format!(
        "kind: ExportType\nid: e{number}\ntitle: {{en: Export {number}, de: Export {number}}}\nuse: [officer]\nkeep_for: P5D\nitems:\n  include:\n{}",
        items(number)
    )
}

fn purge_type(number: usize) -> String {
    format!(
        "kind: PurgeType\nid: g{number}\ntitle: {{en: Purge {number}, de: Löschung {number}}}\nstatus: gone\nuse: [manual, automatic]\nitems:\n  include:\n{}",
        items(number)
    )
}

fn items(number: usize) -> String {
    let first = number / 20 * 20;
    (0..10).map(|item| format!("    - c{}.item{}\n", first + item, item % 3)).collect()
}
