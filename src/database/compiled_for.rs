//! One schema for several databases: what differs between them in how texts compare and keys are looked at.

use super::{Collation, Column, OnDelete, Schema, Table};
use crate::sql::Family;
use crate::sql::dialect::{Dialect, Dialects};

impl Schema {
    /// Makes this schema, which is that of the first of the databases, say what is so in any of them. Each of the others
    /// comes with its own schema, where it has one.
    pub fn compile_for(&mut self, databases: &[(Dialect, Option<&Schema>)]) {
        for table in &mut self.tables {
            for column in &mut table.columns {
                column.settle(&table.name, databases);
            }
            let own = databases.iter().filter_map(|(_, schema)| Some(schema.as_ref()?.find(&table.name)?.1));
            table.flaw = table.flaw.take().or_else(|| own.clone().find_map(|own| own.flaw.clone()));
        }
        if databases.iter().any(|(dialect, _)| dialect.checks_keys_at_once()) {
            self.tables.iter_mut().for_each(Table::check_keys_at_once);
        }
    }

    fn column(&self, table: &str, column: &str) -> Option<&Column> {
        let (_, table) = self.find(table)?;
        table.find(column).map(|(_, column)| column)
    }
}

impl Column {
    fn settle(&mut self, table: &str, databases: &[(Dialect, Option<&Schema>)]) {
        let Some(((first, _), others)) = databases.split_first() else { return };
        let own = |schema: Option<&'_ Schema>| schema.and_then(|schema| schema.column(table, &self.name)).cloned();
        // What a database in which every text folds says of its collations, it says of no other.
        self.follows_changes |=
            others.iter().filter_map(|(_, schema)| own(*schema)).any(|column| column.follows_changes);
        let unsaid = if first.folds_texts() { Collation::Bytes } else { self.collation.clone() };
        let mut known = vec![(*first, self.folds_by_name(), self.collation.clone())];
        for (dialect, schema) in others {
            known.push(match own(*schema) {
                Some(column) => (*dialect, column.folds_by_name(), column.collation),
                None if dialect.folds_texts() => (*dialect, self.family == Family::Text, Collation::Bytes),
                None => {
                    let folds = unsaid != Collation::Bytes && self.family != Family::Integer;
                    (*dialect, folds, unsaid.clone())
                }
            });
        }
        self.folds_in = known.iter().filter(|(_, folds, _)| *folds).map(|(dialect, ..)| *dialect).collect::<Dialects>();
        let named = known.into_iter().find(|(dialect, ..)| !dialect.folds_texts());
        self.collation = named.map_or(Collation::Bytes, |(.., collation)| collation);
    }
}

impl Table {
    /// A key that others would look at later refuses at once.
    fn check_keys_at_once(&mut self) {
        for key in &mut self.foreign_keys {
            key.deferrable = false;
            if key.on_delete == OnDelete::Refuse {
                key.on_delete = OnDelete::Restrict;
            }
        }
    }
}
