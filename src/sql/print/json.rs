//! Values of an export: JSON objects, lists, and the text forms of what stands in them.

use super::{Bind, Layout, Printer};
use crate::sql::dialect::PrintedList;
use crate::sql::{Arm, Expr, Family, Literal, Select};

impl Printer {
    /// By itself a value is a text in the form that exports have, and no JSON; only dates stand so.
    pub(super) fn exported(&self, value: &Expr) -> String {
        if let (Expr::Exported(inner, _), Some(_)) = (value, self.spec.json) {
            return (self.spec.cast)(&self.expr(inner), Family::Text);
        }
        self.form(value).unwrap_or_default()
    }

    /// The form that a value has in exports.
    fn form(&self, value: &Expr) -> Option<String> {
        if let Expr::Exported(inner, family) = value {
            return Some((self.spec.exported)(&self.tight(inner, Bind::Atom), *family));
        }
        let Expr::ExportedMoment(inner, time) = value else { return None };
        Some((self.spec.exported_moment)(&self.tight(inner, Bind::Atom), *time))
    }

    pub(super) fn merged(&self, groups: &[Vec<Arm>]) -> String {
        let arm = |arm: &Arm| (self.expr(&arm.condition), self.members(&arm.members));
        let groups: Vec<_> = groups.iter().map(|arms| arms.iter().map(arm).collect()).collect();
        (self.spec.merged)(&groups)
    }

    /// A query whose one column is called `v`, for the dialect to make a list of.
    fn list(&self, select: &Select) -> PrintedList {
        let columns = select.columns.iter().map(|(expr, _)| (expr.clone(), Some("v".to_owned()))).collect();
        let named = Select { columns, ..select.clone() };
        PrintedList {
            query: self.select(&named, Layout::Line),
            value: select.columns.first().map_or_else(String::new, |(value, _)| self.member(value)),
            rest: self.rest(select, Layout::Line),
            order: select.order.iter().map(|expr| self.expr(expr)).collect(),
        }
    }

    /// The rows of queries as one value.
    pub(super) fn listed(&self, value: &Expr) -> String {
        if let Expr::Lists(lists) = value {
            return self.lists(lists);
        }
        if let Expr::List(select) = value {
            return (self.spec.list)(&[self.list(select)]);
        }
        let Expr::Lines(select) = value else { return String::new() };
        // Texts that are no JSON.
        let value = select.columns.first().map_or_else(String::new, |(value, _)| self.expr(value));
        (self.spec.lines)(&PrintedList { value, ..self.list(select) })
    }

    fn lists(&self, lists: &[Select]) -> String {
        if !self.spec.reads_around {
            return (self.spec.list)(&lists.iter().map(|list| self.list(list)).collect::<Vec<_>>());
        }
        let numbered = |(at, list): (i64, &Select)| {
            let value = list.columns.iter().map(|(value, _)| (value.clone(), Some("v".to_owned())));
            let columns = value.chain([(Expr::integer(at), Some("k0".to_owned()))]).collect();
            Select { columns, order: Vec::new(), ..list.clone() }
        };
        let mut all = (0..).zip(lists).map(numbered);
        let mut rows = all.next().unwrap_or_default();
        rows.more = all.collect();
        let alias = "probate_lists";
        let one = Select::values([Expr::of(alias, "v")]).query(rows, alias).order([Expr::of(alias, "k0")]);
        (self.spec.list)(&[self.list(&one)])
    }

    pub(super) fn members(&self, members: &[(String, Expr)]) -> Vec<(String, String)> {
        members.iter().map(|(key, value)| (key.clone(), self.member(value))).collect()
    }

    /// A value in an object: by its type, or as the text that is its JSON.
    fn member(&self, value: &Expr) -> String {
        let Some(json) = self.spec.json else { return self.expr(value) };
        if let Expr::Case(arms, other) = value {
            let arms: Vec<String> = arms
                .iter()
                .map(|(when, then)| format!("when {} then {} ", self.expr(when), self.member(then)))
                .collect();
            return format!("case {}else {} end", arms.concat(), self.member(other));
        }
        if let Expr::Scalar(select) = value
            && let Some((found, _)) = select.columns.first()
        {
            let found = format!("(select {}{})", self.member(found), self.rest(select, Layout::Line));
            return format!("coalesce({found}, 'null')");
        }
        if let Some(form) = self.form(value) {
            return form;
        }
        if let Expr::List(_) | Expr::Lists(_) | Expr::Object(_) | Expr::Merged(_) = value {
            return self.expr(value);
        }
        if let Expr::Literal(Literal::Text(text)) = value {
            return (self.spec.literal)(&Literal::Text(serde_json::Value::String(text.clone()).to_string()));
        }
        json(&self.expr(value))
    }
}
