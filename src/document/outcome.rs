//! Outcomes of a purge: one for all rows, or a list of which the first that matches comes true; and what decides when
//! the turn of a row comes.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::context::Context;
use super::purge::{About, StrategySyntax, WhileSyntax, forms, strategy, strategy_while};
use crate::database::{ColumnId, Relation, TableId, possible};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Outcome, Pair, Purge, Reference, WhileReferenced};
use crate::source::{Span, Spanned};
use crate::sql::Expr;

/// What a purge does with rows.
#[derive(Debug, Clone)]
pub enum PurgeSyntax {
    Always(StrategySyntax),
    List(Vec<Spanned<OutcomeSyntax>>),
}

/// One outcome of a list.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Outcome")]
pub struct OutcomeSyntax {
    /// The rows that it is for; unknown goes on to the next.
    #[serde(rename = "where")]
    condition: Option<Spanned<String>>,
    /// What happens to them.
    then: Option<Spanned<StrategySyntax>>,
    /// What happens to all others; the last of the list.
    #[serde(rename = "else")]
    otherwise: Option<Spanned<StrategySyntax>>,
}

/// A row goes only when nothing of others refers to it any more.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WhileReferenced")]
pub struct ReferencedSyntax {
    /// Columns of other tables that refer to the row: `attachment.file_id`.
    #[schemars(length(min = 1))]
    pub by: Vec<Spanned<String>>,
    /// What happens to the row as long as one does.
    pub instead: Spanned<WhileSyntax>,
}

// WHY: by hand, because serde reads an untagged enum from a copy, which does not know where it was written.
impl<'de> Deserialize<'de> for PurgeSyntax {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PurgeVisitor;
        impl<'de> Visitor<'de> for PurgeVisitor {
            type Value = PurgeSyntax;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a strategy, or a list of outcomes")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PurgeSyntax, E> {
                StrategySyntax::deserialize(text.into_deserializer()).map(PurgeSyntax::Always)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PurgeSyntax, A::Error> {
                let map = de::value::MapAccessDeserializer::new(map);
                StrategySyntax::deserialize(map).map(PurgeSyntax::Always)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<PurgeSyntax, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(list)).map(PurgeSyntax::List)
            }
        }
        deserializer.deserialize_any(PurgeVisitor)
    }
}

impl JsonSchema for PurgeSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Purge".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut all = forms(generator);
        let outcome = generator.subschema_for::<OutcomeSyntax>();
        all.push(json_schema!({
            "type": "array",
            "minItems": 1,
            "items": outcome,
            "description": "Outcomes, of which the first that matches comes true: `[{where: …, then: …}, {else: …}]`.",
        }));
        json_schema!({"description": "What a purge does with a row.", "oneOf": all})
    }
}

/// What is written, with every condition and strategy checked against the table.
pub(super) fn purge(about: &About<'_>, written: &Spanned<PurgeSyntax>, context: &mut Context<'_>) -> Option<Purge> {
    match &written.value {
        PurgeSyntax::Always(one) => {
            strategy(about, &Spanned::new(one.clone(), written.span), context).map(Purge::always)
        }
        PurgeSyntax::List(list) => {
            let outcomes: Vec<Option<Outcome>> = list.iter().map(|one| outcome(about, one, context)).collect();
            let complete = ends_in_else(list, written.span, context);
            let outcomes = outcomes.into_iter().collect::<Option<Vec<Outcome>>>()?;
            let hidden = unreachable(about, &outcomes, context);
            context.found.extend(hidden);
            complete.then_some(Purge { outcomes, while_referenced: None })
        }
    }
}

fn outcome(about: &About<'_>, one: &Spanned<OutcomeSyntax>, context: &mut Context<'_>) -> Option<Outcome> {
    match &one.value {
        OutcomeSyntax { condition: Some(text), then: Some(then), otherwise: None } => {
            let condition = context.condition(about.table, text);
            let strategy = strategy(about, then, context);
            Some(Outcome { condition: Some(condition?), strategy: strategy? })
        }
        OutcomeSyntax { condition: None, then: None, otherwise: Some(then) } => {
            Some(Outcome { condition: None, strategy: strategy(about, then, context)? })
        }
        _ => {
            context.found(
                Diagnostic::new(Code::MissingKey, one.span, "an outcome has a `where` and a `then`, or is the `else`")
                    .label("neither of the two")
                    .help("write `{where: condition, then: delete}`, and `{else: …}` as the last of the list"),
            );
            None
        }
    }
}

/// Outcomes that no row comes to, because those before them take every row that meets their conditions.
fn unreachable(about: &About<'_>, outcomes: &[Outcome], context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let narrowed = about.condition.map(|condition| condition.expr.clone().is_true());
    let mut left: Vec<Expr> = narrowed.into_iter().collect();
    for outcome in outcomes {
        let Some(condition) = &outcome.condition else { continue };
        left.push(condition.expr.clone().is_true());
        let may_be = |all: &[Expr]| possible(&context.schema, about.table, &Expr::all(all.to_vec())).may_be_true();
        let is_reached = may_be(&left);
        left.pop();
        if is_reached {
            left.push(condition.expr.clone().is_true().negated());
            continue;
        }
        let takes =
            outcomes.iter().map_while(|one| one.condition.as_ref()).take_while(|one| one.span != condition.span);
        let takes = takes.into_iter().find(|one| {
            let both = [condition.expr.clone().is_true(), one.expr.clone().is_true().negated()];
            !may_be(&both)
        });
        let narrowed =
            about.condition.filter(|one| !may_be(&[one.expr.clone().is_true(), condition.expr.clone().is_true()]));
        found.push(match (takes, narrowed) {
            (None, Some(narrowed)) => {
                hidden(condition, "the `where` of these rows leaves none of them", Some(narrowed))
            }
            _ => hidden(condition, "all rows that meet it are taken before", takes),
        });
    }
    found
}

fn hidden(condition: &Condition, label: &str, by: Option<&Condition>) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnreachableOutcome, condition.span, "no row ever comes to this outcome")
        .label(label)
        .help("write the narrower condition first, or remove the outcome: the first that matches counts");
    match by {
        Some(by) => diagnostic.related(by.span, "by this one"),
        None => diagnostic,
    }
}

/// The last outcome is for all rows that no other matched, and it alone.
fn ends_in_else(list: &[Spanned<OutcomeSyntax>], at: Span, context: &mut Context<'_>) -> bool {
    let is_else = |one: &&Spanned<OutcomeSyntax>| one.value.otherwise.is_some();
    let Some((last, others)) = list.split_last() else { return false };
    if let Some(early) = others.iter().find(is_else) {
        context.found(
            Diagnostic::new(Code::MissingElse, early.span, "`else` is the last of the outcomes")
                .label("what stands after it could never come true")
                .help("move it to the end of the list"),
        );
        return false;
    }
    if !is_else(&last) {
        context.found(
            Diagnostic::new(Code::MissingElse, at, "the list of outcomes has no `else`")
                .label("what happens to rows that none of them matches?")
                .help("add `{else: …}`, for example `{else: {keep: why}}`; a condition that is unknown goes there too"),
        );
    }
    is_else(&last)
}

/// `while_referenced:` beside a purge that can delete.
pub(super) fn while_referenced(
    about: &About<'_>,
    written: &Spanned<ReferencedSyntax>,
    purge: &mut Purge,
    context: &mut Context<'_>,
) -> Option<()> {
    if !purge.deletes() {
        context.found(
            Diagnostic::new(Code::MissingKey, written.span, "`while_referenced` stands beside a purge that deletes")
                .label("no row goes here")
                .help("write `purge: delete`, or remove it"),
        );
        return None;
    }
    let by: Vec<Option<Reference>> = written.value.by.iter().map(|one| reference(about.table, one, context)).collect();
    let instead = strategy_while(about, &written.value.instead, context);
    let mut by = by.into_iter().collect::<Option<Vec<Reference>>>()?;
    by.sort();
    by.dedup();
    purge.while_referenced = Some(Box::new(WhileReferenced { by, instead: instead? }));
    Some(())
}

/// `table.column`, which refers to a column of these rows.
pub(super) fn column_of(text: &Spanned<String>, context: &mut Context<'_>) -> Option<(TableId, ColumnId)> {
    let Some((table, column)) = text.value.rsplit_once('.') else {
        context.found(
            Diagnostic::new(Code::InvalidFormat, text.span, "a column of another table is expected")
                .label("no table")
                .help("write `table.column`"),
        );
        return None;
    };
    let length = table.len();
    let table = Spanned::new(table.to_owned(), context.sources().inside(text, 0..length));
    let column = Spanned::new(column.to_owned(), context.sources().inside(text, length + 1..text.value.len()));
    let table = context.table(&table)?;
    Some((table, context.column(table, &column)?))
}

fn reference(table: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<Reference> {
    let (from, column) = column_of(text, context)?;
    if from == table {
        context.found(
            Diagnostic::new(Code::InvalidValue, text.span, "rows of the same table are no others")
                .label("the table itself")
                .help("name columns of other tables; rows that belong to a row of their own table are its `parts`"),
        );
        return None;
    }
    let schema = std::sync::Arc::clone(&context.schema);
    // A key of several columns is named by any of them.
    let relations: Vec<&Relation> =
        schema.relations_from(from).filter(|one| one.to == table && one.columns.contains(&column)).collect();
    let by_it_alone = relations.iter().find(|one| one.columns.len() == 1);
    let relation = by_it_alone.or(relations.first().filter(|_| relations.len() == 1)).copied();
    let Some(relation) = relation else {
        if let [first, second, ..] = relations.as_slice() {
            context.found(several_keys(text, first.span, second.span));
            return None;
        }
        let name = &context.schema.table(table).name;
        let title = format!("`{}` does not refer to `{name}`", text.value);
        let diagnostic = Diagnostic::new(Code::OwnerPath, text.span, title)
            .label("no foreign key or relation leads there")
            .help("declare it under `relations` of the Site, or name the column that refers to these rows");
        context.found(diagnostic);
        return None;
    };
    let pairs = relation.columns.iter().zip(&relation.keys);
    let pair = |(column, key): (&ColumnId, &ColumnId)| Pair {
        column: context.column_name(from, *column),
        key: context.column_name(table, *key),
    };
    let mut on: Vec<Pair> = pairs.map(pair).collect();
    on.sort();
    Some(Reference { table: context.table_name(from), on })
}

/// The column is one of several in more than one key.
pub(super) fn several_keys(text: &Spanned<String>, first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(Code::AmbiguousStep, text.span, format!("`{}` belongs to several keys", text.value))
        .label("by which of them?")
        .related(first, "the first one")
        .related(second, "another one")
        .help("name a column that is in one of the keys only")
}
