//! Relations and references of a Site: what the schema knows of them afterwards.

use probate::database::{Relation, Schema};
use probate::diagnostic::{Style, text};
use probate::source::Memory;
use probate::sql::dialect::Dialect;
use probate::sql::{Expr, Literal};

const SITE: &str = "\
kind: Site
id: campus
title: Campus
controller: {name: Example University, contact: privacy@example.edu}
locales: [en]
schema: schema.sql
dialects: [sqlite]
subject: {table: person, key: id, label: name, status: {active: default}}
";

const SCHEMA: &str = "\
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE course (id INTEGER PRIMARY KEY, code TEXT, year INTEGER, UNIQUE (code, year));
CREATE TABLE context (id INTEGER PRIMARY KEY, level INTEGER NOT NULL, kind TEXT COLLATE NOCASE, instance INTEGER);
CREATE TABLE post (id INTEGER PRIMARY KEY, person INTEGER REFERENCES person(id), code TEXT, year INTEGER, gone BOOLEAN);
";

fn schema(declared: &str, relations: &str) -> std::sync::Arc<Schema> {
    let site = format!("{SITE}{declared}");
    let files = [("site.yaml", site.as_str()), ("schema.sql", SCHEMA), ("relations.csv", relations)];
    let files = Memory(files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect());
    let checked = probate::check(&files);
    let said = text(checked.diagnostics(), &checked.project.sources, Style::Plain);
    assert!(!checked.diagnostics().has_errors(), "{said}");
    checked.program.expect("a program").schema
}

/// `post.code|year -> course.code|year (name, reverse)`
fn shown(schema: &Schema, relation: &Relation) -> String {
    let side = |table, ids: &[_]| {
        let table = schema.table(table);
        let columns: Vec<&str> = ids.iter().map(|id| &*table.column(*id).name).collect();
        format!("{}.{}", table.name, columns.join("|"))
    };
    let name = |name: &Option<std::sync::Arc<str>>| name.as_deref().unwrap_or("-").to_owned();
    let (from, to) = (side(relation.from, &relation.columns), side(relation.to, &relation.keys));
    format!("{from} -> {to} ({}, {})", name(&relation.name), name(&relation.reverse))
}

fn all(schema: &Schema) -> Vec<String> {
    schema.relations().iter().map(|relation| shown(schema, relation)).collect()
}

#[test]
fn a_relation_that_is_a_foreign_key_gives_it_its_names() {
    let csv = "table,columns,ref_table,ref_columns,name,reverse,when\n\
        post,person,person,id,writer,posts,\n\
        post,code|year,course,code|year,course\n\
        post,code|year,course,code|year,course\n\
        \"post\",\"person\",\"person\",\"id\",,,\"gone and year > 2000\"\n";
    let schema = schema("relations: [relations.csv, {from: context.instance, to: course.id}]\n", csv);
    assert_eq!(
        all(&schema),
        [
            "post.person -> person.id (writer, posts)",
            "post.code|year -> course.code|year (course, -)",
            "post.person -> person.id (-, -)",
            "context.instance -> course.id (-, -)",
        ]
    );
    let narrowed: Vec<bool> = schema.relations().iter().map(|relation| relation.when.is_some()).collect();
    assert_eq!(narrowed, [false, false, true, false]);
    let (post, _) = schema.find("post").unwrap();
    let (person, _) = schema.find("person").unwrap();
    assert_eq!((schema.relations_from(post).count(), schema.relations_to(person).count()), (3, 2));
}

#[test]
fn a_reference_is_a_relation_for_each_value() {
    let declared = "references:\n  context.instance: {by: level, to: {30: person.id, 50: course.id}}\n  context.id: {by: kind, to: {person: person.id}}\n";
    let schema = schema(declared, "");
    let (context, table) = schema.find("context").unwrap();
    let relations: Vec<&Relation> = schema.relations_from(context).collect();
    let whens: Vec<&Expr> = relations.iter().map(|relation| &relation.when.as_ref().unwrap().expr).collect();
    let level = Expr::of("context", "level");
    let kind = Expr::of("context", "kind").exact([Dialect::Sqlite].into_iter().collect());
    assert_eq!(
        whens,
        [
            &level.clone().equals(Expr::Literal(Literal::Integer(30))),
            &level.equals(Expr::Literal(Literal::Integer(50))),
            &kind.equals(Expr::Literal(Literal::Text("person".to_owned()))),
        ]
    );
    let (level, _) = table.find("level").unwrap();
    assert_eq!(relations[0].when.as_ref().unwrap().reads, [(context, level)]);
    assert_eq!(shown(&schema, relations[1]), "context.instance -> course.id (-, -)");
}

#[test]
fn spreadsheets_write_line_ends_and_quotes_of_their_own() {
    let csv = "\u{feff}table,columns,ref_table,ref_columns,name\r\n\"post\",\"code|year\",\"course\",\"code|year\",\"course\"\r\n\r\n";
    let schema = schema("relations: [relations.csv]\n", csv);
    assert_eq!(all(&schema).last().unwrap(), "post.code|year -> course.code|year (course, -)");
}

#[test]
fn a_list_for_another_schema_is_left_after_a_hundred_findings() {
    let csv = "table,columns,ref_table,ref_columns\n".to_owned() + &"elsewhere,id,person,id\n".repeat(50_000);
    let site = format!("{SITE}relations: [relations.csv]\n");
    let files = [("site.yaml", site.as_str()), ("schema.sql", SCHEMA), ("relations.csv", &csv)];
    let files = Memory(files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect());
    let checked = probate::check(&files);
    assert_eq!(checked.diagnostics().iter().count(), 100);
    let last = checked.diagnostics().iter().last().unwrap();
    assert_eq!(last.notes, ["the rest of the file is not read"]);
}
