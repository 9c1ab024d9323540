//! Bytes of files that went, for whoever keeps them.

use std::sync::Arc;

use super::super::tables::OUTBOX;
use super::Writer;
use super::capture::Capture;
use crate::program::content_path;
use crate::sql::{Expr, Select, Statement};

impl Writer<'_> {
    /// Bytes that no file refers to any more: whoever keeps them must take them away.
    pub(super) fn bytes(&mut self) {
        let Some(store) = &self.basis.program.site.store else { return };
        // One statement for all: the same bytes may be in files of several items.
        let captures: Vec<Capture> = self.steps.iter().filter_map(|step| step.bytes).collect();
        if let Some(bytes) = captures.first() {
            let still = Expr::of(&store.table.name, &store.counted_by.name);
            let values = Capture::any_of(&captures);
            let table = bytes.shape.keys().table();
            let key = Expr::of(table, "k");
            let still = Select::from(&store.table.name, [Expr::integer(1)]).filter(still.equals(key.clone()));
            let path = content_path(&store.content, &key);
            let columns = [Expr::Run, Expr::text("file"), path, Expr::Now];
            let gone = Select::from(table, columns)
                .filter(Expr::all([values, Expr::Exists(Arc::new(still)).negated()]))
                .distinct();
            self.script.push(
                "outbox: bytes that no file has any more",
                Statement::insert(OUTBOX, &["run", "kind", "body", "created"], gone),
            );
        }
    }
}
