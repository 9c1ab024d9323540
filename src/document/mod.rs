//! The YAML language: one file a kind, its syntax and its meaning.
//!
//! In: the files of a project. Out: what their documents mean together, a [`Program`](crate::program::Program)
//! ([`read`]). Every mistake of every file is found in one run. Never
//! here: SQL text, pages, the order of statements.

mod belongings;
mod carried;
mod clock;
mod co_owned;
mod collide;
mod component;
mod context;
mod conventions;
mod declares;
mod defaults;
mod duration;
mod editor;
mod export;
mod export_type;
mod fault;
mod files;
mod kind;
mod legal_hold;
mod link;
mod lints;
mod load;
mod meanwhile;
mod mismatch;
mod mixed;
mod moment;
mod notice;
mod notice_text;
mod outcome;
mod owner;
mod part;
mod path;
mod person;
mod place;
mod policy_text;
mod preference;
mod purge;
mod purge_type;
mod purpose;
mod records;
mod relation_file;
mod relations;
mod retention_rule;
mod retention_then;
mod review;
mod roles;
mod row;
mod schema;
mod selection;
mod shared_rows;
mod site;
mod site_policy;
mod site_schema;
mod snippets;
mod status;
mod subject_link;
mod syntax;
mod template;
mod value;
mod within;
mod wording;

pub use editor::{SCHEMA_OF_ALL_KINDS, json_schema_of_all_kinds, json_schema_text};
pub use kind::Kind;
pub use load::Project;
pub use review::{Review, published, review};
pub use schema::json_schema;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::program::{self, Program};
use crate::source::{FileId, Files, SourceMap};
use context::Context;
use load::{Documents, When};
use std::sync::Arc;

/// Reads every document of a project, and what they mean together: `None` where no Site gives them a meaning.
///
/// The Site is read first, so that the components, the bulk of a project, need to be held in one form only.
pub fn read(files: &dyn Files) -> (Project, Option<Program>) {
    let mut sources = SourceMap::default();
    let mut documents = Documents::default();
    let ids = load::texts(files, &mut documents, &mut sources);
    let (first, rest) = ids.into_iter().partition(|id| load::may_hold_site(sources.text(*id)));
    let mut context = Context::new(files, &mut sources);
    documents.append(load::read(first, &context, When::Wait));
    let program = if let Some(site) = one_site(&mut documents) {
        whole(&site, documents, rest, &mut context)
    } else {
        documents.append(load::read(rest, &context, When::Wait));
        context.found.append(&mut documents.found);
        None
    };
    let mut found = Diagnostics::default();
    found.extend(std::mem::take(&mut context.found));
    drop(context);
    (Project { sources, found }, program)
}

/// The documents read so far and those of the files that are left, with the Site that gives them a meaning. Whatever
/// is wrong is said, and the rest is lowered all the same.
fn whole(site: &site::Site, mut documents: Documents, rest: Vec<FileId>, context: &mut Context<'_>) -> Option<Program> {
    let written = site;
    let site = site::lower(written, context);
    context.site_mut().is_broken = site.is_none();
    for (early, written) in std::mem::take(&mut documents.waiting) {
        documents.lower(&early, written, context);
    }
    documents.append(load::read(rest, context, When::Lower));
    let built_in = records::component(written, context);
    documents.append(load::read(built_in.into_iter().collect(), context, When::Lower));
    context.found.append(&mut documents.found);
    context.incomplete.append(&mut documents.incomplete);
    context.broken = Arc::new(std::mem::take(&mut documents.broken));
    let purposes = purpose::all(documents.purposes, context);
    let (components, items) = component::catalogue(documents.components, context);
    records::check(written, built_in, context);
    let export_types = export_type::lower(&documents.export_types, &items, context);
    let purge_types = purge_type::lower(&documents.purge_types, &items, context);
    let retention_rules = retention_rule::lower(&documents.retention_rules, &items, &purge_types, context);
    let legal_holds = legal_hold::lower(&documents.legal_holds, &items, context);
    let policies = site_policy::lower(documents.site_policies, context);
    let notices = notice::lower(&documents.notices, &export_types, context);
    let defaults = defaults::defaults(written.defaults.as_ref(), &purge_types, context);
    let impersonal = defaults::impersonal(&written.impersonal, &items, context);
    let schema = Arc::clone(&context.schema);
    let site = program::Site { defaults, impersonal, ..site? };
    Some(Program {
        site,
        schema,
        purposes,
        components,
        items,
        export_types,
        purge_types,
        retention_rules,
        legal_holds,
        policies,
        notices,
    })
}

fn one_site(documents: &mut Documents) -> Option<site::Site> {
    let mut sites = std::mem::take(&mut documents.sites).into_iter();
    let Some(first) = sites.next() else {
        // A site that could not be read has said so itself.
        if !documents.broken.contains(&Kind::Site) {
            let diagnostic = Diagnostic::without_place(Code::NoSite, "the project has no document of the kind Site")
                .help("write one, or run `probate init` in an empty folder to see one");
            documents.found.push(diagnostic);
        }
        return None;
    };
    for other in sites {
        documents.found.push(
            Diagnostic::new(Code::TwoSites, other.kind.span, "the project has a second Site")
                .label("one of the two is too many")
                .related(first.kind.span, "the first one")
                .help("keep one; documents of another site belong into a folder of their own"),
        );
    }
    Some(first)
}
