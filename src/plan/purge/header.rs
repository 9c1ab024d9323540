//! What a purge script says of itself at its head.

use super::super::claim::BATCH;
use super::super::within;
use super::super::{Basis, automatic};
use crate::program::{Approval, PurgeType};

pub(super) fn header(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<String> {
    let status = basis.program.site.subject.statuses.get(purge_type.status).map_or("", |status| status.name.as_str());
    let left_out: Vec<&str> =
        purge_type.left_out.iter().filter_map(|id| basis.program.item(*id)).map(|item| item.name.as_str()).collect();
    let mut lines = vec![
        format!(
            "Purge type `{}`, for subjects whose status is `{status}` ({}).",
            purge_type.id,
            basis.line(purge_type.span)
        ),
        format!(
            "Takes up to {BATCH} due requests of this type and carries them out in one transaction, all or nothing."
        ),
        "Run it again until nothing is due. Compiled from the policy; edit that instead.".to_owned(),
    ];
    if !left_out.is_empty() {
        lines.push(format!("Left alone, because they are not for this status: {}.", left_out.join(", ")));
    }
    lines.extend(asked_for(basis, purge_type));
    lines.extend(within::said(basis, purge_type));
    lines.extend(basis.unreviewed(&purge_type.items, &purge_type.unreviewed));
    lines.push(format!("Program {}", basis.digest));
    lines
}

/// Who asks for it, and what comes before it is carried out.
fn asked_for(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<String> {
    let mut lines = Vec::new();
    let ways: Vec<&str> = purge_type.uses.iter().map(|way| way.origin()).collect();
    if ways.is_empty() {
        lines.push("Not on offer: its `use` is empty, so no request is carried out.".to_owned());
    } else {
        lines.push(format!("Requests that are carried out: {}.", ways.join(", ")));
    }
    if automatic::asks(purge_type) {
        let whose =
            if basis.program.site.defaults.has(purge_type) { " or who has none, as it is the default" } else { "" };
        lines.push(format!(
            "Automatic: it first asks for everybody who has come into the status and whose own type it is{whose}, once."
        ));
    }
    if purge_type.approval == Approval::Required {
        lines.push("Each request needs an approval: it is carried out when its state is `approved`.".to_owned());
    }
    if purge_type.transition {
        lines.push("Whoever is not in the status is put into it first, in the same transaction.".to_owned());
    }
    lines
}
