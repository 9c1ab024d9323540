//! The one integration binary: fixtures on disk, real engines, the program itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::too_many_lines,
    clippy::struct_excessive_bools,
    clippy::wildcard_enum_match_arm,
    reason = "a test that cannot go on fails, and says why"
)]

mod acceptance;
mod cli;
mod compile;
mod concurrency;
mod ddl;
mod dumps;
mod engine;
mod failure;
mod features;
mod html;
mod import;
mod laws;
mod lock;
mod moodle;
mod page;
mod readme;
mod relations;
mod robust;
mod tidy;
mod ui;
mod yaml;
