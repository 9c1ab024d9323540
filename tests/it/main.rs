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
mod ages;
mod calendar;
mod cli;
mod compile;
mod concurrency;
mod corpus;
mod coverage;
mod ddl;
mod dumps;
mod editors;
mod engine;
mod expiring;
mod failure;
mod features;
mod html;
mod import;
mod keys;
mod laws;
mod lints;
mod lock;
mod moodle;
mod mutation;
mod numbers;
mod page;
#[path = "../../fuzz/readers.rs"]
mod readers;
mod readme;
mod relations;
mod review;
mod robust;
mod running;
mod tidy;
mod truth;
mod ui;
mod values;
mod yaml;
