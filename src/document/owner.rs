//! Whose a row is: the path from the row to the column that holds the subject's key.

use super::context::Context;
use crate::database::{self, ColumnId, ForeignKey, FoundPath, PathFault, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Path, Step};
use crate::source::{Span, Spanned};
use crate::sql::Family;

pub(super) fn owner(table: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<Path> {
    let found = match database::path(&context.schema, table, text) {
        Ok(found) => found,
        Err(fault) => {
            let diagnostic = path_fault(&fault, text, context);
            context.found.extend(diagnostic);
            return None;
        }
    };
    let (subject, key) = context.subject?;
    let end = End { subject, key, found: &found, at: text.span };
    let fault = end.fault(table, text, context);
    let sound = fault.is_none();
    context.found.extend(fault);
    sound.then(|| named(table, &found, context))
}

fn named(table: TableId, found: &FoundPath, context: &Context<'_>) -> Path {
    let mut from = table;
    let mut steps = Vec::new();
    for step in &found.steps {
        steps.push(Step {
            column: context.column_name(from, step.column),
            table: context.table_name(step.table),
            key: context.column_name(step.table, step.key),
        });
        from = step.table;
    }
    Path { steps, last: context.column_name(found.ends_in, found.last), ends_in: context.table_name(found.ends_in) }
}

/// Where a path ends, and where it should.
struct End<'e> {
    subject: TableId,
    key: ColumnId,
    found: &'e FoundPath,
    at: Span,
}

impl End<'_> {
    /// The last column must hold the subject's key: of its type, and referring to nothing else.
    fn fault(&self, table: TableId, text: &str, context: &Context<'_>) -> Option<Diagnostic> {
        let schema = &context.schema;
        let End { subject, key, found, .. } = *self;
        if let Some(fault) = self.unlike_step(table, context) {
            return Some(fault);
        }
        if found.ends_in == subject && found.last == key {
            return None;
        }
        // A row of the subject's table belongs to the subject it describes, to nobody else.
        if table == subject && found.steps.is_empty() {
            return Some(self.not_the_key(context));
        }
        // WHY: any other column of the subject's row may hold what happens to be another subject's key.
        if found.ends_in == subject {
            return Some(self.past_the_subject(text, context));
        }
        let foreign = schema.table(found.ends_in).foreign_key_of(found.last);
        if let Some(foreign) = foreign
            && !(foreign.table == subject && foreign.to.as_slice() == [key])
        {
            return Some(self.elsewhere(foreign, text, context));
        }
        let (of_key, last) = (schema.table(subject).column(key), schema.table(found.ends_in).column(found.last));
        if !key_fits(of_key.family, last.family) {
            return Some(self.misfit(context));
        }
        (table == subject).then(|| self.not_the_key(context))
    }

    /// A step from a number to a text key: '05' and '5' would both be 5.
    fn unlike_step(&self, table: TableId, context: &Context<'_>) -> Option<Diagnostic> {
        let schema = &context.schema;
        let mut from = table;
        for step in &self.found.steps {
            let (column, key) = (schema.table(from).column(step.column), schema.table(step.table).column(step.key));
            let mixed = (column.family == Family::Text) != (key.family == Family::Text);
            if mixed && !key_fits(key.family, column.family) {
                let other = &schema.table(step.table).name;
                let title = format!("`{}.{}` cannot hold a key of `{other}`", schema.table(from).name, column.name);
                let diagnostic = Diagnostic::new(Code::ColumnType, self.at, title)
                    .label(format!("{} that refers to {}", column.family.with_article(), key.family.with_article()))
                    .related(column.span, format!("declared as `{}`", column.declared))
                    .related(key.span, format!("declared as `{}`", key.declared));
                return Some(
                    diagnostic.help("declare both columns alike; a comparison that converts finds other rows too"),
                );
            }
            from = step.table;
        }
        None
    }

    fn not_the_key(&self, context: &Context<'_>) -> Diagnostic {
        let key = context.column_name(self.subject, self.key).name;
        Diagnostic::new(Code::SubjectRow, self.at, "a row of the subject's table belongs to the subject it describes")
            .label("this is not the subject's key")
            .help(format!("write `owner: {key}`"))
    }

    fn past_the_subject(&self, text: &str, context: &Context<'_>) -> Diagnostic {
        let (table, column) =
            (context.table_name(self.subject).name, context.column_name(self.subject, self.found.last).name);
        let key = context.column_name(self.subject, self.key).name;
        let title = format!("`{table}.{column}` is not the subject's key");
        let before = text.rsplit_once('.').map_or("", |(before, _)| before);
        let arrives = self.found.steps.last().is_some_and(|step| step.key == self.key);
        let meant = if arrives { before.to_owned() } else { format!("{before}.{key}") };
        Diagnostic::new(Code::OwnerPath, self.at, title)
            .label(format!("a path ends in a column that holds `{table}.{key}`"))
            .help(format!("write `owner: {meant}`"))
    }

    fn elsewhere(&self, foreign: &ForeignKey, text: &str, context: &Context<'_>) -> Diagnostic {
        let schema = &context.schema;
        let last_table = schema.table(self.found.ends_in);
        let last = last_table.column(self.found.last);
        let other = schema.table(foreign.table);
        let to: Vec<&str> = foreign.to.iter().map(|column| &*other.column(*column).name).collect();
        let target = format!("{}.{}", other.name, to.join(", "));
        let diagnostic = Diagnostic::new(
            Code::OwnerPath,
            self.at,
            format!("`{}.{}` refers to `{target}`, not to the subject's key", last_table.name, last.name),
        )
        .label(format!("holds a value of `{target}`"))
        .related(foreign.span, "declared here");
        let into: Vec<&str> = if foreign.table == self.subject {
            vec![&*other.column(self.key).name]
        } else {
            let keys = other.foreign_keys.iter().filter(|further| further.table == self.subject);
            keys.filter_map(|further| further.columns.first()).map(|column| &*other.column(*column).name).collect()
        };
        match into.as_slice() {
            [] => diagnostic.help(format!(
                "`{}` has no foreign key to the subject; find another way from the row to the person",
                other.name
            )),
            [only] => diagnostic.help(format!("follow it one step further: `{text}.{only}`")),
            several => diagnostic.help(format!("follow it one step further, by one of {}", several.join(", "))),
        }
    }

    fn misfit(&self, context: &Context<'_>) -> Diagnostic {
        let schema = &context.schema;
        let last_table = schema.table(self.found.ends_in);
        let last = last_table.column(self.found.last);
        let key = schema.table(self.subject).column(self.key);
        let title = format!("`{}.{}` cannot hold the subject's key", last_table.name, last.name);
        let diagnostic = Diagnostic::new(Code::ColumnType, self.at, title)
            .label(format!("its type is `{}`, the key's is `{}`", last.declared, key.declared))
            .related(last.span, "declared here");
        let owners = last_table.foreign_keys.iter().filter(|foreign| foreign.table == self.subject);
        let owners: Vec<&str> = owners
            .filter_map(|foreign| foreign.columns.first())
            .map(|column| &*last_table.column(*column).name)
            .collect();
        if owners.is_empty() {
            return diagnostic.help("name the column that says whose the row is");
        }
        diagnostic.help(format!("columns of `{}` that refer to the subject: {}", last_table.name, owners.join(", ")))
    }
}

/// A whole number can be kept as a text; a text as a whole number only with loss.
fn key_fits(key: Family, last: Family) -> bool {
    matches!((key, last), (Family::Integer, Family::Integer | Family::Text) | (Family::Text, Family::Text))
}

fn path_fault(fault: &PathFault, text: &Spanned<String>, context: &Context<'_>) -> Option<Diagnostic> {
    let place = |at: &std::ops::Range<usize>| context.sources().inside(text, at.clone());
    Some(match fault {
        PathFault::NotBuilt { at } => {
            Diagnostic::new(Code::NotBuiltYet, place(at), "this form of a path is not built yet")
                .label("only columns joined by dots")
                .help("follow declared foreign keys forward, for example `note_id.person_id`")
        }
        PathFault::Empty { at } => Diagnostic::new(Code::OwnerPath, place(at), "a step of the path is empty")
            .label("a column is expected")
            .help("columns are joined by single dots, for example `note_id.person_id`"),
        PathFault::NoColumn { at, table, name } => context.no_column(*table, name, place(at)),
        PathFault::NoKey { at, table, name } => {
            // The key may refer to a table that could not be read, which has been said.
            if context.schema.has_unread() {
                return None;
            }
            no_key(*table, name, place(at), context)
        }
        PathFault::CompositeKey { at, table, name } => {
            let table = context.schema.table(*table);
            Diagnostic::new(
                Code::NotBuiltYet,
                place(at),
                format!("the foreign key of `{}.{name}` has several columns", table.name),
            )
            .label("only keys of one column can be followed yet")
            .help("find another way from the row to the person, over keys of one column")
        }
    })
}

fn no_key(table: TableId, name: &str, at: Span, context: &Context<'_>) -> Diagnostic {
    let table = context.schema.table(table);
    let single = table
        .foreign_keys
        .iter()
        .filter_map(|key| if let [only] = key.columns.as_slice() { Some(*only) } else { None });
    let keys: Vec<&str> = single.map(|column| &*table.column(column).name).collect();
    let diagnostic = Diagnostic::new(Code::OwnerPath, at, format!("`{}.{name}` refers to no table", table.name))
        .label("no foreign key is declared on this column");
    if keys.is_empty() {
        diagnostic.help("declare the foreign key in the schema")
    } else {
        diagnostic.help(format!("columns of `{}` with a foreign key: {}", table.name, keys.join(", ")))
    }
}
