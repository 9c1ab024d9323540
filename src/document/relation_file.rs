//! A list of relations as a CSV file: `table,columns,ref_table,ref_columns,name,reverse,when`.

use super::context::Context;
use super::relations::{Declared, columns_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::csv::{self, Row};
use crate::source::{FileId, Span, Spanned};

/// The columns of the file, in their order. The last three may be absent.
const HEADER: [&str; 7] = ["table", "columns", "ref_table", "ref_columns", "name", "reverse", "when"];
const NEEDED: usize = 4;

/// Bytes of a file: fifty thousand relations.
const LARGEST: usize = 4 << 20;

/// What is wrong in one file before the rest of it is left: it is of another schema.
pub(super) const MANY: usize = 100;

/// The relations of a file; rows that are wrong are said and left out.
pub(super) fn read(file: FileId, named: Span, context: &mut Context<'_>) -> Vec<Declared> {
    let text = context.sources().text(file);
    if text.len() > LARGEST {
        let title = format!("the list of relations is too large: {} KB", text.len() >> 10);
        let diagnostic = Diagnostic::new(Code::TooLarge, named, title)
            .label(format!("at most {} KB are read", LARGEST >> 10))
            .help("split it into several files, and name each in `relations`");
        context.found(diagnostic);
        return Vec::new();
    }
    let (rows, fault) = csv::read(file, text);
    let mut rows = rows.iter();
    let mut declared = Vec::new();
    let header = rows.next();
    let fields = match header.map_or_else(|| Err(Box::new(no_header(file))), check_header) {
        Ok(fields) => fields,
        // Where a quote took the header along, that is what is to be mended.
        Err(_) if header.is_none() && fault.is_some() => NEEDED,
        Err(diagnostic) => {
            context.found(*diagnostic);
            return Vec::new();
        }
    };
    let mut wrong = 0;
    for row in rows {
        match one(row, fields, context) {
            Ok(one) => declared.push(one),
            Err(diagnostic) => {
                wrong += 1;
                context.found(*diagnostic);
                if wrong == MANY {
                    break;
                }
            }
        }
    }
    if let Some(fault) = fault {
        let diagnostic = Diagnostic::new(Code::CsvSyntax, fault.span, "a quote of this file is not closed")
            .label("opened here, and not closed at the end of the field")
            .help("close it before the next comma; a quote inside a quoted field is written twice");
        context.found(diagnostic);
    }
    declared
}

fn expected() -> String {
    let (needed, others) = HEADER.split_at(NEEDED);
    format!("the first line is `{}`, perhaps followed by `,{}`", needed.join(","), others.join(","))
}

fn no_header(file: FileId) -> Diagnostic {
    Diagnostic::new(Code::CsvSyntax, Span::new(file, 0..0), "the list of relations is empty")
        .label("not even a header")
        .help(expected())
}

/// How many fields a row has.
fn check_header(row: &Row) -> Result<usize, Box<Diagnostic>> {
    let wrong = row
        .fields
        .iter()
        .zip(HEADER)
        .find(|(field, name)| field.value != *name)
        .map(|(field, name)| (field, Some(name)));
    let wrong = wrong.or_else(|| row.fields.get(HEADER.len()).map(|field| (field, None)));
    let diagnostic = |span, label: String| {
        let title = "this is not the header of a list of relations";
        Box::new(Diagnostic::new(Code::CsvSyntax, span, title).label(label).help(expected()))
    };
    match wrong {
        Some((field, Some(name))) => Err(diagnostic(field.span, format!("`{name}` is expected here"))),
        Some((field, None)) => Err(diagnostic(field.span, "nothing is expected here".to_owned())),
        None if row.fields.len() < NEEDED => {
            let missing = HEADER.get(row.fields.len()).copied().unwrap_or_default();
            Err(diagnostic(row.span, format!("`{missing}` is missing")))
        }
        None => Ok(row.fields.len()),
    }
}

/// One row. At its end fields may be left out that may be absent, as spreadsheets do.
fn one(row: &Row, fields: usize, context: &Context<'_>) -> Result<Declared, Box<Diagnostic>> {
    if row.fields.len() > fields || row.fields.len() < NEEDED {
        let title = format!("this row has {} of {fields} fields", row.fields.len());
        let label = if row.fields.len() > fields { "too many fields" } else { "too few fields" };
        let help = "the header says which fields a row has; one with a comma in it stands in double quotes";
        return Err(Box::new(Diagnostic::new(Code::CsvSyntax, row.span, title).label(label).help(help)));
    }
    let field = |at: usize| row.fields.get(at).filter(|field| !field.value.is_empty()).cloned();
    let needed = |at: usize| {
        field(at).ok_or_else(|| {
            let name = HEADER.get(at).copied().unwrap_or_default();
            let help = "a relation needs its tables and columns; only the last three fields may be empty";
            let title = format!("this row has no `{name}`");
            Box::new(Diagnostic::new(Code::CsvSyntax, row.span, title).label("an empty field").help(help))
        })
    };
    let columns = |written: Spanned<String>| columns_of(&written, 0, &written.value, context);
    let (table, from, to_table, to) = (needed(0)?, needed(1)?, needed(2)?, needed(3)?);
    let (name, reverse, when) = (field(4), field(5), field(6));
    let span = row.span;
    Ok(Declared { table, columns: columns(from), to_table, keys: columns(to), name, reverse, when, span })
}
