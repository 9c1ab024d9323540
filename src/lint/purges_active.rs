//! A purge type for people who still use the site.

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let active = program.purge_types.iter().filter(|one| program.is_for_active(one));
    let found = active.map(|one| {
        let status = program.site.subject.statuses.get(one.status);
        let name = status.map_or("", |status| status.name.as_str());
        let title = format!("`{}` purges people who still use the site", one.id);
        let found = Diagnostic::new(Code::PurgesActive, one.span, title)
            .about(&one.id)
            .label(format!("for the status `{name}`"))
            .help("give it the status of those who left, or except it under `lints` of the Site, with the reason");
        match status {
            Some(status) => found.related(status.span, "the status of everybody for whom no other condition is true"),
            None => found,
        }
    });
    found.collect()
}
