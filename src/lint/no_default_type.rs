//! A status in which nothing happens by itself.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Program, Status, StatusMeaning, Use};

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let defaults: BTreeSet<usize> = program.site.defaults.purge.iter().map(|(status, _)| *status).collect();
    let statuses = program.site.subject.statuses.iter().enumerate();
    let without =
        statuses.filter(|(at, status)| matches!(status.meaning, StatusMeaning::When { .. }) && !defaults.contains(at));
    without.map(|(at, status)| finding(program, at, status)).collect()
}

fn finding(program: &Program, at: usize, status: &Status) -> Diagnostic {
    let name = &status.name;
    let of_it: Vec<_> = program.purge_types.iter().filter(|one| one.status == at).collect();
    let automatic = of_it.iter().find(|one| one.uses.contains(&Use::Automatic));
    let (label, help) = match (automatic, of_it.first()) {
        (Some(one), _) => (
            format!("`{}` could be", one.id),
            format!("write `defaults: {{purge: {{{name}: {}}}}}` in the Site", one.id),
        ),
        (None, Some(one)) => (
            "none of its types is automatic".to_owned(),
            format!(
                "add `automatic` to the `use` of `{0}` and write `defaults: {{purge: {{{name}: {0}}}}}` in the Site, or \
                 except `{name}` and say who asks",
                one.id
            ),
        ),
        (None, None) => (
            "no purge type is for it".to_owned(),
            format!("write a purge type with `status: {name}`, or except `{name}`"),
        ),
    };
    Diagnostic::new(Code::NoDefaultType, status.span, format!("nothing happens by itself for whoever becomes `{name}`"))
        .about(name)
        .label(label)
        .help(help)
}
