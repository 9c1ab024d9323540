//! Requests and people that wait for a type which the policy no longer has: nothing would ever purge them.

use super::{Site, query};
use crate::engine::{Connection, Failure, Row};
use crate::plan::{own_type, request};

/// A type that is asked for and gone.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Stranded {
    pub kind: String,
    #[serde(rename = "type")]
    pub of_type: String,
}

pub(super) fn stranded(site: Site<'_>, connection: &mut dyn Connection) -> Result<Vec<Stranded>, Failure> {
    let asked = query(connection, &request::stranded(site.program()))?;
    let own = query(connection, &own_type::gone(site.program()))?;
    let read = |row: &Row| {
        let [Some(kind), Some(of_type)] = row.as_slice() else { return None };
        Some(Stranded { kind: kind.clone(), of_type: of_type.clone() })
    };
    let own = own.iter().filter_map(read).map(|one| Stranded { kind: format!("own type for {}", one.kind), ..one });
    Ok(asked.iter().filter_map(read).chain(own).collect())
}
