//! A column on both sides: whether a live one holds and compares what the policy was checked for.

use super::{Both, Compared, Kin, differs};
use crate::database::Column;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::sql::Family;

impl Compared<'_> {
    /// `declared` is the column as the program knows it, in whatever database.
    pub(super) fn column(
        &self,
        both: Both<'_>,
        declared: &Column,
        (name, at): (&str, Span),
        found: &mut Vec<Diagnostic>,
    ) {
        let Both { known: table, live: live_table, .. } = both;
        let known = table.find(name).map_or(declared, |(_, known)| known);
        let about = format!("{}.{name}", table.name);
        let Some((id, live)) = live_table.find(&known.name) else {
            let title = format!("the database has no column `{about}`");
            let diagnostic = Diagnostic::new(Code::MissingInDatabase, known.span, title).about(about);
            let diagnostic = diagnostic
                .label("declared here")
                .related(at, "the policy speaks of it here")
                .nearest(&known.name, live_table.column_names());
            return found.push(diagnostic);
        };
        let mut say = |title: String, label: String| {
            let one = differs(known.span, about.clone(), title).label(label);
            found.push(one.related(at, "the policy speaks of it here"));
        };
        if !same_family(known, live) {
            let title = format!("`{about}` is {} in the database, `{}`", live.family.with_article(), live.declared);
            return say(title, format!("here it is {}, `{}`", known.family.with_article(), known.declared));
        }
        // Which columns of a key may be NULL, SQLite says otherwise than all others.
        let is_key = live_table.primary_key.contains(&id) && self.kin == Kin::Other;
        if known.nullable != live.nullable && !is_key {
            let says = |column: &Column| if column.nullable { "may be NULL" } else { "may not be NULL" };
            say(format!("`{about}` {} in the database", says(live)), format!("here it {}", says(known)));
        }
        if let Some(length) = live.length.filter(|length| self.is_shorter(*length, known)) {
            let here =
                known.length.map_or_else(|| "here they have no limit".to_owned(), |length| format!("here {length}"));
            say(format!("texts of `{about}` have at most {length} characters in the database"), here);
        }
        if let Some(lacks) = lacks(known, live) {
            say(format!("`{about}` of the database does not hold {lacks}"), "here it does".to_owned());
        }
        if live.padded && !known.padded && self.kin == Kin::Same {
            let title = format!("`{about}` is filled up with spaces in the database, which do not count");
            say(title, "here a space at the end counts".to_owned());
        }
        if live.folds_by_name() && !declared.folds_in.contains(self.dialect) {
            let title = format!("`{about}` compares otherwise than by bytes in the database");
            say(title, "here it compares by bytes, and what is purged was planned so".to_owned());
        }
    }

    /// A limit that nothing was checked against; SQLite has none, whatever it declares.
    fn is_shorter(&self, live: u64, known: &Column) -> bool {
        let fits = |value: &String| value.chars().count() as u64 <= live;
        match (&known.allowed, known.length) {
            (Some(values), _) => !values.iter().all(fits),
            (None, Some(known)) => live < known,
            (None, None) => self.kin == Kin::Same,
        }
    }
}

/// MariaDB has another word for a boolean, which it prints as a small number.
fn same_family(known: &Column, live: &Column) -> bool {
    let is_boolean = live.declared.to_ascii_lowercase().starts_with("tinyint(1)");
    known.family == live.family || known.family == Family::Boolean && is_boolean
}

/// Values that the file allows and the database does not.
fn lacks(known: &Column, live: &Column) -> Option<String> {
    let allowed = live.allowed.as_ref()?;
    let Some(known) = &known.allowed else { return Some("every text, but the values of an enum only".to_owned()) };
    let lacking: Vec<String> =
        known.iter().filter(|value| !allowed.contains(value)).map(|value| format!("`{value}`")).collect();
    (!lacking.is_empty()).then(|| lacking.join(", "))
}
