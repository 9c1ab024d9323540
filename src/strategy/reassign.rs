//! `{reassign: placeholder}`: the row stays, the person's key in it is replaced by the placeholder's.

use std::sync::Arc;

use crate::sql::{Expr, Family, Select};

pub(super) const NAME: &str = "reassign";

/// The placeholder's key as a column of this family holds it.
pub fn key_of(key: &Select, family: Family, holder: Family) -> Expr {
    let key = Expr::scalar(key.clone());
    if family == Family::Integer && holder == Family::Text { Expr::Cast(Arc::new(key), Family::Text) } else { key }
}
