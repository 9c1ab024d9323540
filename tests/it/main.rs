//! The one integration binary: fixtures on disk, real engines, the program itself.

mod compile;
mod engine;
mod failure;
