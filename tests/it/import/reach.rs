//! Guessed relations against the lists that Moodle and Totara declare in their own XML, from the DDL alone.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use probate::database::{Schema, Vendor, read};
use probate::diagnostic::Diagnostics;
use probate::import::{Certainty, Reference, References, Subject};
use probate::source::{SourceMap, csv};

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    path.is_file().then_some(path)
}

fn schema(path: &Path) -> Schema {
    let mut sources = SourceMap::default();
    let file = sources.add("schema.sql", std::fs::read_to_string(path).unwrap());
    let mut found = Diagnostics::default();
    let schema = read(&sources, file, Vendor::Postgres, &mut found);
    assert!(!found.has_errors());
    schema
}

type Ends = (String, String, String);

/// `table,fields,reftable,…`: single columns of tables that exist.
fn declared(path: &Path, schema: &Schema) -> BTreeSet<Ends> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut sources = SourceMap::default();
    let file = sources.add("relations.csv", text.clone());
    let (rows, fault) = csv::read(file, &text);
    assert!(fault.is_none());
    let field = |row: &csv::Row, at: usize| row.fields[at].value.clone();
    let ends = rows.iter().skip(1).map(|row| (field(row, 0), field(row, 1), field(row, 2)));
    let exists = |(table, column, to): &Ends| {
        schema.find(table).is_some_and(|(_, table)| table.find(column).is_some()) && schema.find(to).is_some()
    };
    ends.filter(exists).collect()
}

fn ends(schema: &Schema, reference: &Reference) -> Ends {
    let table = schema.table(reference.from);
    let column = table.column(reference.column().expect("guesses are of one column"));
    (table.name.to_string(), column.name.to_string(), schema.table(reference.to).name.to_string())
}

struct Figures {
    right: usize,
    guessed: usize,
    declared: usize,
}

impl Figures {
    fn new(guessed: &BTreeSet<Ends>, declared: &BTreeSet<Ends>) -> Self {
        Self { right: guessed.intersection(declared).count(), guessed: guessed.len(), declared: declared.len() }
    }

    fn recall(&self) -> usize {
        1000 * self.right / self.declared
    }

    fn precision(&self) -> usize {
        1000 * self.right / self.guessed.max(1)
    }

    fn print(&self, what: &str) {
        let Self { right, guessed, declared } = self;
        let percent = |of: usize| format!("{}.{} %", of / 10, of % 10);
        let (recall, precision) = (percent(self.recall()), percent(self.precision()));
        // Past the test runner, which shows what a passing test prints to nobody.
        writeln!(
            std::io::stderr(),
            "{what:>48}: {right} of {declared} found, {guessed} guessed; recall {recall}, precision {precision}"
        )
        .expect("standard error is there");
    }
}

/// The figures of likely relations to people; the others are printed.
fn measure(name: &str, ddl: &Path, csv: &Path) -> (Figures, String) {
    let schema = schema(ddl);
    let (subject, reason) = Subject::guess(&schema).expect("a table of people");
    assert_eq!(&*schema.table(subject.table).name, "mdl_user", "{reason}");
    let declared = declared(csv, &schema);
    let references = References::find(&schema, subject, Vec::new());
    let people = |ends: &Ends| ends.2 == "mdl_user";
    let pick = |to_people: bool, least: Certainty| {
        let found = references.all.iter().filter(|one| one.certainty <= least).map(|one| ends(&schema, one));
        let guessed: BTreeSet<Ends> = found.filter(|ends| people(ends) == to_people).collect();
        let wanted = declared.iter().filter(|ends| people(ends) == to_people).cloned().collect();
        (Figures::new(&guessed, &wanted), guessed, wanted)
    };
    let (likely, guessed, wanted) = pick(true, Certainty::Likely);
    likely.print(&format!("{name}, to people, likely"));
    pick(true, Certainty::Possible).0.print(&format!("{name}, to people, with the uncertain ones"));
    pick(false, Certainty::Likely).0.print(&format!("{name}, to other tables, likely"));
    pick(false, Certainty::Possible).0.print(&format!("{name}, to other tables, with the uncertain ones"));
    let wrong: Vec<&Ends> = guessed.difference(&wanted).collect();
    let all = pick(true, Certainty::Possible).1;
    let missed: Vec<&Ends> = wanted.difference(&all).collect();
    (likely, format!("guessed and not declared: {wrong:#?}\ndeclared and not guessed: {missed:#?}"))
}

#[test]
fn moodles_relations_to_people_are_guessed_from_its_ddl_alone() {
    let files = (shared("moodle/moodle-4.1-postgres.sql"), shared("moodle/moodle-4.1-relations.csv"));
    let (Some(ddl), Some(csv)) = files else {
        crate::engine::skipped("Moodle's schema is not there");
        return;
    };
    let (figures, detail) = measure("Moodle 4.1", &ddl, &csv);
    assert_eq!(figures.declared, 185);
    assert!(figures.recall() >= 800, "recall of at least 80 %\n{detail}");
    assert!(figures.precision() >= 700, "precision of at least 70 %\n{detail}");
}

#[test]
fn totaras_relations_are_guessed_by_the_same_rules() {
    let files = (shared("totara/totara-12-postgres.sql"), shared("totara/totara-12-relations.csv"));
    let (Some(ddl), Some(csv)) = files else {
        crate::engine::skipped("Totara's schema is not there");
        return;
    };
    let (figures, detail) = measure("Totara 12", &ddl, &csv);
    assert!(figures.recall() >= 800 && figures.precision() >= 700, "the rules are of naming, not of Moodle\n{detail}");
}
