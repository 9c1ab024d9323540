//! How the names of a schema are made: singulars, and the prefix that all its tables share.

use std::collections::BTreeMap;

use crate::database::{Schema, TableId, flat, words};

/// Of ten tables so many begin with the same word before it counts as a prefix of the schema.
const SHARE: usize = 8;
/// Fewer tables have no prefix, only names.
const FEW: usize = 4;

/// What a name may be the plural of, itself first.
pub(super) fn singulars(name: &str) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    let mut cut = |ending: &str, instead: &str| {
        if let Some(head) = name.strip_suffix(ending).filter(|head| head.len() > 1) {
            forms.push(format!("{head}{instead}"));
        }
    };
    cut("ies", "y");
    for ending in ["ses", "xes", "zes", "ches", "shes"] {
        cut(ending, ending.strip_suffix("es").unwrap_or_default());
    }
    if !name.ends_with("ss") {
        cut("s", "");
    }
    cut("people", "person");
    if name == "people" {
        forms.push("person".to_owned());
    }
    forms
}

/// The tables of a schema by what a column that refers to them is called.
pub(super) struct Names {
    prefix: String,
    by_form: BTreeMap<String, TableId>,
}

impl Names {
    pub fn of(schema: &Schema) -> Self {
        let prefix = prefix(schema);
        let mut by_form = BTreeMap::new();
        let mut plurals = Vec::new();
        for (id, table) in schema.tables().filter(|(_, table)| !table.is_elsewhere) {
            let mut forms = singulars(&flat(without(&table.name, &prefix))).into_iter();
            by_form.extend(forms.next().map(|own| (own, id)));
            plurals.extend(forms.map(|form| (form, id)));
        }
        // A table that is called so comes before one whose plural it is.
        for (form, id) in plurals {
            by_form.entry(form).or_insert(id);
        }
        Self { prefix, by_form }
    }

    /// What all tables begin with.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// A table's name without what all of them begin with.
    pub fn stem<'n>(&self, table: &'n str) -> &'n str {
        without(table, &self.prefix)
    }

    /// The table that is called so, or whose plural is.
    pub fn table(&self, form: &str) -> Option<TableId> {
        self.by_form.get(form).copied()
    }

    /// The nearest relative of a table that is called so: `attempt` of `quiz_grades` is `quiz_attempts`.
    pub fn relative(&self, of: &str, form: &str) -> Option<TableId> {
        let words = words(self.stem(of));
        (1..=words.len()).rev().find_map(|count| {
            let family: String = words.iter().take(count).map(String::as_str).collect();
            self.table(&format!("{family}{form}"))
        })
    }
}

fn without<'n>(name: &'n str, prefix: &str) -> &'n str {
    name.strip_prefix(prefix).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

fn prefix(schema: &Schema) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut tables = 0;
    for (_, table) in schema.tables().filter(|(_, table)| !table.is_elsewhere) {
        tables += 1;
        if let Some(end) = table.name.find('_') {
            *counts.entry(table.name.get(..=end).unwrap_or_default()).or_default() += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| tables >= FEW && count * 10 >= tables * SHARE)
        .map_or_else(String::new, |(prefix, _)| prefix.to_owned())
}

#[cfg(test)]
mod tests {
    use super::singulars;

    #[test]
    fn plurals_have_singulars() {
        for (plural, singular) in [
            ("categories", "category"),
            ("classes", "class"),
            ("boxes", "box"),
            ("users", "user"),
            ("people", "person"),
            ("salespeople", "salesperson"),
        ] {
            assert!(singulars(plural).contains(&singular.to_owned()), "{plural}");
        }
        assert_eq!(singulars("class"), ["class"]);
    }
}
