//! A case as SQL: its tables and its rows.

use super::policy::World;
use super::table::{Collate, Column, Foreign, Kind, Table, Value, quoted};
use crate::engine::Engine;

#[derive(Clone, Copy)]
enum References {
    Declared,
    Later,
}

impl World {
    pub fn ddl(&self) -> String {
        self.as_printed(self.creates(References::Declared))
    }

    /// As the engine prints names itself.
    fn as_printed(&self, ddl: String) -> String {
        if self.engine == Engine::Mariadb {
            ddl.replace('`', "``").replace("\"\"", "\u{1}").replace('"', "`").replace('\u{1}', "\"")
        } else {
            ddl
        }
    }

    /// The same without foreign keys, and the statements that add them when the rows are there.
    pub fn ddl_in_two(&self) -> (String, String) {
        let keys = self.references().map(|(table, foreign)| {
            let (columns, refers) = self.refers(table, foreign);
            let key = format!("ALTER TABLE {} ADD FOREIGN KEY ({columns}) {refers};\n", quoted(&table.name));
            // InnoDB wants an index in this order.
            let other = &self.tables[foreign.table];
            let index = format!("ALTER TABLE {} ADD INDEX ({});\n", quoted(&other.name), names(other, &foreign.target));
            if self.engine == Engine::Mariadb { index + &key } else { key }
        });
        (self.creates(References::Later), keys.collect())
    }

    fn creates(&self, references: References) -> String {
        let tables = self.tables.iter().filter(|table| !table.dropped);
        tables.map(|table| self.create(table, references)).collect::<Vec<_>>().join("\n")
    }

    /// Who is under which hold, and no longer.
    pub fn placed(&self) -> String {
        let one = |at: usize, (person, lifted): &(Value, bool)| {
            let lifted = if *lifted { "2" } else { "null" };
            format!(
                "insert into probate_hold (hold, subject, placed, lifted) values ('h{at}', {}, 1, {lifted});\n",
                person.sql()
            )
        };
        let holds = self.holds.iter().enumerate();
        holds.flat_map(|(at, hold)| hold.people.iter().map(move |person| one(at, person))).collect()
    }

    /// What keeps the rows of a table, whoever deletes them.
    pub fn sticking(&self) -> String {
        let Some(table) = self.stuck.map(|at| &self.tables[at]).filter(|table| !table.dropped) else {
            return String::new();
        };
        let name = quoted(&table.name);
        if self.engine == Engine::Mariadb {
            // A trigger cannot keep a row there.
            String::new()
        } else if self.engine == Engine::Postgres {
            let body = "create function stuck() returns trigger language plpgsql as 'begin return null; end';";
            format!("{body}\ncreate trigger stuck before delete on {name} for each row execute function stuck();\n")
        } else {
            format!("create trigger stuck before delete on {name} begin select raise(ignore); end;\n")
        }
    }

    /// Takes out rows that refer to nothing, until none does.
    pub fn mending(&self) -> String {
        let once: String = self
            .references()
            .map(|(table, foreign)| {
                let other = &self.tables[foreign.table];
                let pairs = foreign.columns.iter().zip(&foreign.target);
                let (given, equal): (Vec<String>, Vec<String>) = pairs
                    .map(|(from, to)| {
                        let from = format!("child.{}", quoted(&table.columns[*from].name));
                        let to = quoted(&other.columns[*to].name);
                        (format!("{from} IS NOT NULL"), format!("parent.{to} = {from}"))
                    })
                    .unzip();
                let (own, target) = (quoted(&table.name), quoted(&other.name));
                let (given, equal) = (given.join(" AND "), equal.join(" AND "));
                if self.engine == Engine::Mariadb {
                    let none = format!("parent.{} IS NULL", quoted(&other.columns[foreign.target[0]].name));
                    return format!("DELETE child FROM {own} AS child LEFT JOIN {target} AS parent ON {equal} WHERE {given} AND {none};\n");
                }
                format!(
                    "DELETE FROM {own} AS child WHERE {given} AND NOT EXISTS (SELECT 1 FROM {target} AS parent WHERE {equal});\n"
                )
            })
            .collect();
        once.repeat(20)
    }

    fn references(&self) -> impl Iterator<Item = (&Table, &Foreign)> {
        let tables = self.tables.iter().filter(|table| !table.dropped);
        tables.flat_map(|table| table.links().filter(|one| one.declared).map(move |one| (table, one)))
    }

    fn create(&self, table: &Table, references: References) -> String {
        let mut lines: Vec<String> =
            table.kept().map(|(at, column)| self.declare((at, column), table, references)).collect();
        if table.key.len() > 1 {
            lines.push(format!("PRIMARY KEY ({})", names(table, &table.key)));
        }
        for foreign in table.foreign.iter().filter(|foreign| foreign.declared && foreign.columns.len() > 1) {
            if let References::Declared = references {
                let (columns, refers) = self.refers(table, foreign);
                lines.push(format!("FOREIGN KEY ({columns}) {refers}"));
            }
        }
        format!("CREATE TABLE {} (\n  {}\n){};", quoted(&table.name), lines.join(",\n  "), table.suffix)
    }

    fn refers(&self, table: &Table, foreign: &Foreign) -> (String, String) {
        let other = &self.tables[foreign.table];
        let refers = format!("REFERENCES {}({}){}", quoted(&other.name), names(other, &foreign.target), foreign.action);
        (names(table, &foreign.columns), refers)
    }

    fn declare(&self, (at, column): (usize, &Column), table: &Table, references: References) -> String {
        let is_typed = self.engine != Engine::Library;
        let kind = match column.kind {
            Kind::Boolean => "BOOLEAN",
            Kind::Date => "DATE",
            Kind::Timestamp if self.engine == Engine::Mariadb => "DATETIME",
            Kind::Timestamp => "TIMESTAMP",
            Kind::Integer if is_typed => "BIGINT",
            Kind::Integer => "INTEGER",
            Kind::Text if self.engine == Engine::Mariadb => self.mariadb_text(at, table),
            Kind::Text => "TEXT",
        };
        let mut text = format!("{} {kind}", quoted(&column.name));
        if table.key == [at] {
            text += " PRIMARY KEY";
        }
        if column.not_null {
            text += " NOT NULL";
        }
        if column.unique {
            text += " UNIQUE";
        }
        text += match column.collate {
            Collate::Binary => "",
            Collate::NoCase => " COLLATE NOCASE",
            Collate::RTrim => " COLLATE RTRIM",
        };
        if let Some(source) = column.generated {
            let stored = if self.engine == Engine::Postgres { " STORED" } else { "" };
            text += &format!(" GENERATED ALWAYS AS ({} IS NOT NULL){stored}", quoted(&table.columns[source].name));
        }
        if let (Some(foreign), References::Declared) = (table.refers(at).filter(|one| one.declared), references) {
            text += &format!(" {}", self.refers(table, foreign).1);
        }
        text
    }

    /// A text of which two rows may not have the same, or that refers, compares by bytes; any other by rules of its own.
    fn mariadb_text(&self, at: usize, table: &Table) -> &'static str {
        let column = &table.columns[at];
        let is_target = |(_, foreign): (&Table, &Foreign)| {
            let of = &self.tables[foreign.table];
            of.name == table.name && foreign.target.contains(&at)
        };
        let refers = table.links().any(|foreign| foreign.declared && foreign.columns.contains(&at));
        if table.key.contains(&at) || column.unique || refers || self.references().any(is_target) {
            return "VARCHAR(60) COLLATE utf8mb4_nopad_bin";
        }
        match at % 4 {
            0 => "VARCHAR(60) COLLATE utf8mb4_bin",
            1 => "LONGTEXT CHARACTER SET latin1 COLLATE latin1_swedish_ci",
            2 => "VARCHAR(60) COLLATE utf8mb4_unicode_ci",
            _ => "TEXT COLLATE utf8mb4_general_ci",
        }
    }

    pub fn inserts(&self) -> String {
        let (insert, end) =
            if self.engine == Engine::Mariadb { ("insert ignore", "") } else { ("insert", " on conflict do nothing") };
        let mut text = String::new();
        for (table, rows) in self.tables.iter().zip(&self.rows).filter(|(table, _)| !table.dropped) {
            let written: Vec<(usize, &Column)> =
                table.kept().filter(|(_, column)| column.generated.is_none()).collect();
            let at: Vec<usize> = written.iter().map(|(at, _)| *at).collect();
            for row in rows {
                let values: Vec<String> = written.iter().map(|(at, column)| row[*at].sql_as(column.kind)).collect();
                // Twins that a folding key takes for one are left out.
                text += &format!(
                    "{insert} into {} ({}) values ({}){end};\n",
                    quoted(&table.name),
                    names(table, &at),
                    values.join(", ")
                );
            }
        }
        text
    }
}

fn names(table: &Table, columns: &[usize]) -> String {
    columns.iter().map(|at| quoted(&table.columns[*at].name)).collect::<Vec<_>>().join(", ")
}
