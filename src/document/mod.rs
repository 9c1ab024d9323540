//! The YAML language: one file a kind, its syntax and its meaning.
//!
//! In: the files of a project. Out: typed documents ([`load`]) and what they mean together, a
//! [`Program`](crate::program::Program) ([`lower`]). Every mistake of every file is found in one run. Never
//! here: SQL text, pages, the order of statements.

mod component;
mod context;
mod duration;
mod export_type;
mod fault;
mod kind;
mod load;
mod mismatch;
mod owner;
mod policy_text;
mod purge_type;
mod purpose;
mod schema;
mod selection;
mod site;
mod site_policy;
mod syntax;

pub use kind::Kind;
pub use load::{Documents, Project, load};
pub use schema::{json_schema, json_schema_text};

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;
use crate::source::Files;
use context::Context;

/// What the documents of a project mean together. `None` where there is no Site to give them a meaning;
/// whatever is wrong is added to the project's findings, and the rest is lowered all the same.
pub fn lower(project: &mut Project, files: &dyn Files) -> Option<Program> {
    let documents = std::mem::take(&mut project.documents);
    let site_document = one_site(&documents, project)?;
    let mut context = Context::new(files, project, documents.broken.clone());
    let site = site::lower(site_document, &mut context);
    let purposes = purpose::lower(&documents.purposes, &mut context);
    let (components, items) = component::lower(&documents.components, &mut context);
    let export_types = export_type::lower(&documents.export_types, &items, &mut context);
    let purge_types = purge_type::lower(&documents.purge_types, &items, &mut context);
    let policies = site_policy::lower(&documents.site_policies, &mut context);
    let schema = std::mem::take(&mut context.schema);
    Some(Program { site: site?, schema, purposes, components, items, export_types, purge_types, policies })
}

fn one_site<'d>(documents: &'d Documents, project: &mut Project) -> Option<&'d site::Site> {
    let mut sites = documents.sites.iter();
    let Some(first) = sites.next() else {
        // A site that could not be read has said so itself.
        if !documents.broken.contains(&Kind::Site) {
            let diagnostic = Diagnostic::without_place(Code::NoSite, "the project has no document of the kind Site")
                .help("write one, or run `probate init` in an empty folder to see one");
            project.found.push(diagnostic);
        }
        return None;
    };
    for other in sites {
        project.found.push(
            Diagnostic::new(Code::TwoSites, other.kind.span, "the project has a second Site")
                .label("one of the two is too many")
                .related(first.kind.span, "the first one")
                .help("keep one; documents of another site belong into a folder of their own"),
        );
    }
    Some(first)
}
