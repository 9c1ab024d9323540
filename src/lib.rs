#![doc = "draft"]
pub mod database;
pub mod diagnostic;
pub mod page;
pub mod program;
pub mod source;
pub mod sql;
pub mod strategy;
