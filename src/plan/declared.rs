//! What an export says besides rows: what is not stored here, and what is left out because it is not one person's.

use std::collections::BTreeMap;

use crate::program::{self, Declares, Entry, ExportType, Program, Text};
use crate::sql::Expr;

type Member = (String, Expr);

/// By the name of what declares it.
pub(super) fn elsewhere(program: &Program, export_type: &ExportType) -> Option<Member> {
    let all = program::elsewhere(program, export_type);
    let members: Vec<Member> = all.map(|(of, _, found)| (of.to_owned(), declared(program, found))).collect();
    (!members.is_empty()).then(|| ("elsewhere".to_owned(), Expr::Object(members)))
}

fn declared(program: &Program, found: &Declares) -> Expr {
    let mut members: Vec<Member> = Vec::new();
    let external: Vec<Member> = found
        .external
        .iter()
        .map(|one| {
            let sends = one.sends.iter().map(|(name, what)| (name.clone(), said(program, what))).collect();
            let purpose = one.purpose.and_then(|id| program.purpose(id)).map(|purpose| said(program, &purpose.title));
            let mut about = vec![
                ("title".to_owned(), said(program, &one.title)),
                ("recipient".to_owned(), Expr::text(&one.recipient)),
                ("country".to_owned(), Expr::text(&one.country)),
            ];
            about.extend(purpose.map(|purpose| ("purpose".to_owned(), purpose)));
            about.push(("sends".to_owned(), Expr::Object(sends)));
            (one.id.clone(), Expr::Object(about))
        })
        .collect();
    if !external.is_empty() {
        members.push(("external".to_owned(), Expr::Object(external)));
    }
    for (name, all) in [("delegates", &found.delegates), ("session", &found.session)] {
        if !all.is_empty() {
            members.push((name.to_owned(), Expr::text(all.join(", "))));
        }
    }
    members.extend(found.nothing.as_ref().map(|why| ("nothing".to_owned(), said(program, why))));
    Expr::Object(members)
}

/// Columns that are left out because several people's data stand in them, and why.
pub(super) fn mixed(program: &Program, entries: &[&Entry]) -> Option<Member> {
    let columns: BTreeMap<&str, Expr> = entries
        .iter()
        .flat_map(|entry| &entry.mixed)
        .map(|(column, why)| (&*column.name, said(program, why)))
        .collect();
    let members: Vec<Member> = columns.into_iter().map(|(column, why)| (column.to_owned(), why)).collect();
    (!members.is_empty()).then(|| ("mixed".to_owned(), Expr::Object(members)))
}

fn said(program: &Program, text: &Text) -> Expr {
    let default = program.site.default_locale();
    Expr::text(text.in_locale(default, default).0)
}
