//! MariaDB writes the statement of one table at a time, and shows it to whoever may read the table.

use super::{Declaration, Declarations, Unread};
use crate::engine::{Connection, Failure, Kind, Row};
use crate::sql::dialect::Dialect;
use crate::sql::{Expr, expression};

/// Views and sequences hold no rows.
const TABLES: &str = "select table_name from information_schema.tables \
    where table_schema = database() and table_type in ('BASE TABLE', 'SYSTEM VERSIONED') order by cast(table_name as binary)";

/// What a trigger does is not read, so that its body is left out.
const TRIGGERS: &str = "select event_object_table, trigger_name, action_timing, event_manipulation \
    from information_schema.triggers where trigger_schema = database() order by cast(trigger_name as binary)";

/// Triggers are shown to whoever may make them, and to nobody else.
const MAY_SEE_TRIGGERS: &str = "select 1 from information_schema.user_privileges where privilege_type = 'TRIGGER' \
    union select 1 from information_schema.schema_privileges where privilege_type = 'TRIGGER' \
    union select 1 from information_schema.table_privileges where privilege_type = 'TRIGGER' and table_schema = database()";

/// WHY: in a session in which a backslash is a backslash the statements are written so, and no dump is.
const AS_DUMPED: &str =
    "set @probate_sql_mode = @@session.sql_mode, session sql_mode = '', session sql_quote_show_create = 1";
const AS_BEFORE: &str = "set session sql_mode = @probate_sql_mode";

pub fn declarations(connection: &mut dyn Connection) -> Result<Declarations, Failure> {
    connection.rows(AS_DUMPED)?;
    let found = as_dumped(connection);
    connection.rows(AS_BEFORE)?;
    found
}

fn as_dumped(connection: &mut dyn Connection) -> Result<Declarations, Failure> {
    let mut found = Declarations::default();
    for table in connection.rows(TABLES)?.into_iter().flatten().flatten() {
        match connection.rows(&format!("show create table {}", name(&table))) {
            Ok(rows) => {
                let statement = rows.into_iter().next().and_then(|row| row.into_iter().nth(1)).flatten();
                found.statements.extend(statement.map(|statement| Declaration { table: Some(table), statement }));
            }
            Err(failure) if matches!(failure.kind, Kind::Lost | Kind::NoConnection) => return Err(failure),
            // Without the right, or of an engine that does not find what it keeps.
            Err(failure) => found.unread.push(Unread { failure: needing(failure, &table), table }),
        }
    }
    let triggers = connection.rows(TRIGGERS)?;
    if triggers.is_empty() && connection.rows(MAY_SEE_TRIGGERS)?.is_empty() {
        found.unseen.push("triggers: MariaDB shows them to users with the right TRIGGER only");
    }
    found.statements.extend(triggers.iter().filter_map(trigger));
    Ok(found)
}

fn needing(mut failure: Failure, table: &str) -> Failure {
    if failure.kind == Kind::NoRight {
        let what = format!("references on `{table}`, or any other right on the whole of it");
        failure.what = format!("{}; the statement needs {what}", failure.what);
    }
    failure
}

fn trigger(row: &Row) -> Option<Declaration> {
    let [Some(table), Some(trigger), Some(timing), Some(event)] = row.as_slice() else { return None };
    let (on, called) = (name(table), name(trigger));
    let statement = format!("CREATE TRIGGER {called} {timing} {event} ON {on} FOR EACH ROW BEGIN END");
    Some(Declaration { table: Some(table.clone()), statement })
}

fn name(name: &str) -> String {
    expression(&Expr::column(name), Dialect::Mariadb)
}
