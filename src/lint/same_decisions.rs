//! Two types that decide the same.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Approval, Program};
use crate::source::Span;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let purges = program.purge_types.iter().map(|one| {
        // Conditions have no order; their canonical JSON has.
        let within = one.within.as_ref().map(|within| serde_json::to_string(within).unwrap_or_default());
        let approved = one.approval == Approval::Required;
        (one.id.as_str(), one.span, (one.meant(), one.status, one.transition, approved, within))
    });
    let exports = program.export_types.iter().map(|one| {
        let approved = one.approval == Approval::Required;
        (one.id.as_str(), one.span, (one.meant(), one.files, approved))
    });
    let mut found = same("purge", purges);
    found.extend(same("export", exports));
    found
}

/// Each type that decides what one before it does.
fn same<'t, D: Eq + Hash>(kind: &str, types: impl Iterator<Item = (&'t str, Span, D)>) -> Vec<Diagnostic> {
    let mut known: HashMap<D, (&str, Span)> = HashMap::new();
    let mut found = Vec::new();
    for (id, span, decides) in types {
        match known.entry(decides) {
            Entry::Vacant(place) => {
                place.insert((id, span));
            }
            Entry::Occupied(first) => {
                let (other, at) = *first.get();
                let title = format!("the {kind} types `{other}` and `{id}` decide the same");
                let diagnostic = Diagnostic::new(Code::SameDecisions, span, title)
                    .about(id)
                    .label(format!("takes what `{other}` takes, under the same conditions"))
                    .related(at, format!("`{other}`"))
                    .help("change what should differ, or remove one and add its `use` to the other");
                found.push(diagnostic);
            }
        }
    }
    found
}
