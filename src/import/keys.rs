//! What `install.xml` files say, in terms of a schema; or as a schema, where there is no other.

use std::collections::BTreeMap;

use super::reference::{Certainty, Reference};
use super::xmldb::{Field, FieldKind, KeyKind, Table, Xmldb};
use crate::database::{self, ColumnId, Schema, TableId};

/// Keys and components of the tables that the schema has.
#[derive(Debug, Default)]
pub struct Keys {
    pub declared: Vec<Reference>,
    pub components: BTreeMap<TableId, String>,
    /// Tables that the files describe and the schema does not have.
    pub missing_tables: Vec<String>,
    /// Keys to tables or fields that the schema does not have.
    pub lost_keys: Vec<String>,
}

/// Looks the tables of the files up in the schema, where all of them begin with `prefix`.
pub fn keys(schema: &Schema, files: &[Xmldb], prefix: &str) -> Keys {
    let mut keys = Keys::default();
    for (file, table) in files.iter().flat_map(|file| file.tables.iter().map(move |table| (file, table))) {
        let Some((id, found)) = find(schema, prefix, &table.name.value) else {
            keys.missing_tables.push(table.name.value.clone());
            continue;
        };
        if let Some(component) = &file.component {
            keys.components.insert(id, component.clone());
        }
        for key in &table.keys {
            let KeyKind::Foreign { table: to, fields, .. } = &key.kind else { continue };
            let columns = columns(found, &key.fields);
            let target = find(schema, prefix, to).and_then(|(to, found)| Some((to, self::columns(found, fields)?)));
            match columns.zip(target) {
                Some((columns, (to, keys_of))) => keys.declared.push(Reference {
                    from: id,
                    columns,
                    to,
                    keys: keys_of,
                    certainty: Certainty::Declared,
                    reason: "declared in install.xml".to_owned(),
                    is_known: false,
                }),
                None => keys.lost_keys.push(format!("{}.{} to {to}", table.name.value, key.fields.join("+"))),
            }
        }
    }
    keys
}

fn find<'s>(schema: &'s Schema, prefix: &str, name: &str) -> Option<(TableId, &'s database::Table)> {
    schema.find(&format!("{prefix}{name}"))
}

fn columns(table: &database::Table, names: &[String]) -> Option<Vec<ColumnId>> {
    names.iter().map(|name| table.find(name).map(|(id, _)| id)).collect()
}

/// The prefix of the schema's tables that most tables of the files are found with.
pub fn prefix(schema: &Schema, files: &[Xmldb]) -> String {
    let common = super::names::Names::of(schema).prefix().to_owned();
    let found = |prefix: &str| {
        files
            .iter()
            .flat_map(|file| &file.tables)
            .filter(|table| find(schema, prefix, &table.name.value).is_some())
            .count()
    };
    if found(&common) >= found("") { common } else { String::new() }
}

/// The tables of the files as PostgreSQL declares them for Moodle. Names hold letters, digits and `_` only.
pub fn ddl(files: &[Xmldb], prefix: &str) -> String {
    let mut text = String::from(
        "-- Drafted by `probate import` from install.xml files: replace it by what `pg_dump --schema-only` prints.\n",
    );
    for table in files.iter().flat_map(|file| &file.tables) {
        declare(&mut text, table, prefix);
    }
    text
}

fn declare(text: &mut String, table: &Table, prefix: &str) {
    let name = format!("\"{prefix}{}\"", table.name.value);
    let quoted = |fields: &[String]| fields.iter().map(|field| format!("\"{field}\"")).collect::<Vec<_>>().join(", ");
    let mut lines: Vec<String> = table.fields.iter().map(column).collect();
    let mut indexes = Vec::new();
    for key in &table.keys {
        match &key.kind {
            KeyKind::Primary => lines.push(format!("PRIMARY KEY ({})", quoted(&key.fields))),
            KeyKind::Unique | KeyKind::Foreign { unique: true, .. } => {
                lines.push(format!("UNIQUE ({})", quoted(&key.fields)));
            }
            KeyKind::Foreign { unique: false, .. } => indexes.push((false, &key.fields)),
        }
    }
    indexes.extend(table.indexes.iter().map(|index| (index.unique, &index.fields)));
    text.push_str(&format!("\nCREATE TABLE {name} (\n  {}\n);\n", lines.join(",\n  ")));
    for (at, (unique, fields)) in indexes.into_iter().enumerate() {
        let unique = if unique { "UNIQUE " } else { "" };
        let index = format!("\"{prefix}{}_{}\"", table.name.value, at + 1);
        text.push_str(&format!("CREATE {unique}INDEX {index} ON {name} ({});\n", quoted(fields)));
    }
}

fn column(field: &Field) -> String {
    let length = field.length;
    let declared = match field.kind {
        FieldKind::Int if field.sequence => "bigserial".to_owned(),
        FieldKind::Int => match length.unwrap_or(10) {
            0..=4 => "smallint".to_owned(),
            5..=9 => "integer".to_owned(),
            _ => "bigint".to_owned(),
        },
        FieldKind::Number => format!("numeric({},{})", length.unwrap_or(10), field.decimals.unwrap_or(0)),
        FieldKind::Float => "double precision".to_owned(),
        FieldKind::Char => format!("varchar({})", length.unwrap_or(255)),
        FieldKind::Text => "text".to_owned(),
        FieldKind::Binary => "bytea".to_owned(),
        FieldKind::Datetime => "timestamp".to_owned(),
    };
    let not_null = if field.not_null { " NOT NULL" } else { "" };
    let default = match (&field.default, field.kind) {
        (Some(text), FieldKind::Char | FieldKind::Text) => format!(" DEFAULT '{}'", text.replace('\'', "''")),
        (Some(text), FieldKind::Int | FieldKind::Number | FieldKind::Float)
            if text.parse::<f64>().is_ok_and(f64::is_finite) =>
        {
            format!(" DEFAULT {text}")
        }
        (None, FieldKind::Char) if field.not_null => " DEFAULT ''".to_owned(),
        _ => String::new(),
    };
    format!("\"{}\" {declared}{default}{not_null}", field.name.value)
}
