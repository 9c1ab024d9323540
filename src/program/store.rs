//! The application's stored files, and where their bytes are.

use std::sync::Arc;

use serde::Serialize;

use super::{ColumnName, TableName};
use crate::sql::Expr;

#[derive(Debug, Serialize)]
pub struct Store {
    pub table: TableName,
    /// Equal where files share their bytes.
    pub counted_by: ColumnName,
    pub content: Vec<ContentPiece>,
}

/// A piece of the path at which bytes are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum ContentPiece {
    Text(String),
    /// The column `counted_by`.
    Whole,
    /// Characters of it, from one to before another, from 0.
    Slice {
        start: u32,
        end: u32,
    },
}

/// The path of the bytes that `counted` counts.
pub fn content_path(content: &[ContentPiece], counted: &Expr) -> Expr {
    let piece = |piece: &ContentPiece| match piece {
        ContentPiece::Text(text) => Expr::text(text),
        ContentPiece::Whole => counted.clone(),
        ContentPiece::Slice { start, end } => Expr::Slice(Arc::new(counted.clone()), *start, *end),
    };
    Expr::Concat(content.iter().map(piece).collect())
}
