//! Small projects, written beside the test.

use super::Place;
use crate::engine::Engine;

/// A Site with a subject and what else it says, up to the items of its one component.
pub fn head(subject: &str) -> String {
    format!(
        "kind: Site
id: small
title: Small
controller: {{name: S, contact: s@example.org}}
locales: [en]
schema: schema.sql
dialects: [sqlite, postgres, mariadb]
{subject}---
kind: Component
id: c
title: C
items:
"
    )
}

pub fn place(engine: Engine, site: &str, schema: &str, rows: &str) -> Place {
    Place::made_of(engine, site, schema, &format!("{schema}{rows}")).installed()
}

/// The lines that a query prints.
pub fn ids(place: &Place, query: &str) -> String {
    place.database.must(query).lines().collect::<Vec<_>>().join(" ")
}
