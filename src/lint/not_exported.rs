//! An item that no export gives to anybody.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{ItemId, Program};

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let in_use = || program.export_types.iter().filter(|one| one.is_in_use(program));
    // Where nothing can be asked for, `no-export-type` and `export-without-use` say so.
    if in_use().next().is_none() {
        return Vec::new();
    }
    let taken: HashSet<ItemId> = in_use().flat_map(|one| one.items.iter().chain(&one.unreviewed)).copied().collect();
    let items = program.items.iter().enumerate();
    let left = items.filter(|(at, item)| !taken.contains(&ItemId(*at)) && item.exports());
    let found = left.map(|(_, item)| {
        Diagnostic::new(Code::NotExported, item.span, format!("nobody can be given a copy of `{}`", item.name))
            .about(&item.name)
            .label("no export type that can be asked for takes it")
            .help("take it into an export type, or write `export: none` on its rows")
    });
    found.collect()
}
