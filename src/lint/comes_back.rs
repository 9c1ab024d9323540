//! Something is purged, and not that from which the application makes it anew.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Item, ItemId, Pattern, Program, PurgeType};

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let origins: BTreeMap<ItemId, Vec<ItemId>> = program
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| !item.comes_back_from.is_empty() && item.is_purged())
        .map(|(at, item)| (ItemId(at), origins(program, item)))
        .collect();
    if origins.is_empty() {
        return Vec::new();
    }
    program.purge_types.iter().flat_map(|one| of_type(program, one, &origins)).collect()
}

/// The items that `comes_back_from` names or matches.
fn origins(program: &Program, item: &Item) -> Vec<ItemId> {
    let of_pattern = |pattern: &String| -> Vec<ItemId> {
        if pattern.contains('*') {
            let fits = program.items.iter().enumerate().filter(|(_, other)| Pattern::fits(pattern, &other.name));
            return fits.map(|(at, _)| ItemId(at)).collect();
        }
        let found = program.items.binary_search_by(|other| other.name.as_str().cmp(pattern));
        found.into_iter().map(ItemId).collect()
    };
    let mut found: Vec<ItemId> = item.comes_back_from.iter().flat_map(of_pattern).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn of_type(program: &Program, purge_type: &PurgeType, origins: &BTreeMap<ItemId, Vec<ItemId>>) -> Vec<Diagnostic> {
    let taken = purge_type.meant();
    let mut found = Vec::new();
    for id in &taken {
        let (Some(item), Some(origins)) = (program.item(*id), origins.get(id)) else { continue };
        for origin in origins.iter().filter(|origin| *origin != id) {
            let Some(other) = program.item(*origin) else { continue };
            let does = if taken.binary_search(origin).is_err() {
                "leaves"
            } else if !other.is_purged() {
                "keeps"
            } else {
                continue;
            };
            found.push(finding(purge_type, item, other, does));
        }
    }
    found
}

fn finding(purge_type: &PurgeType, item: &Item, origin: &Item, does: &str) -> Diagnostic {
    let title = format!(
        "`{}` purges `{}`, and {does} `{}`, from which the application makes it anew",
        purge_type.id, item.name, origin.name
    );
    let about = format!("{} {}", purge_type.id, item.name);
    let help = format!("let `{}` purge `{}` too, or exclude `{}` from it", purge_type.id, origin.name, item.name);
    Diagnostic::new(Code::ComesBack, purge_type.span, title)
        .label(format!("{does} `{}`", origin.name))
        .related(item.span, "comes back")
        .related(origin.span, "from this")
        .help(help)
        .note(format!("an exception names it `{about}`"))
        .about(about)
}
