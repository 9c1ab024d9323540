//! `relations.csv`: what the schema does not declare, in the form that a Site's `relations` reads.

use super::reference::{Certainty, Reference};
use super::yaml::on_one_line;
use super::{Basis, File, HEAD, is_plain};

/// What the schema treats as references.
pub(super) const LIKELY: &str = "relations.csv";
/// What only its names say.
pub(super) const UNCERTAIN: &str = "relations-uncertain.csv";

/// A file for each of the two, where there is anything for it.
pub(super) fn lists(basis: &Basis<'_>) -> Vec<File> {
    let open: Vec<&Reference> =
        basis.references.all.iter().filter(|one| !one.is_known || !can_be_named(basis, one)).collect();
    let (likely, uncertain): (Vec<&Reference>, Vec<&Reference>) =
        open.into_iter().partition(|one| one.certainty < Certainty::Possible);
    [file(basis, LIKELY, &likely), file(basis, UNCERTAIN, &uncertain)].into_iter().flatten().collect()
}

fn can_be_named(basis: &Basis<'_>, one: &Reference) -> bool {
    let (from, to) = (basis.schema.table(one.from), basis.schema.table(one.to));
    let columns = one.columns.iter().map(|id| from.column(*id)).chain(one.keys.iter().map(|id| to.column(*id)));
    is_plain(&from.name) && is_plain(&to.name) && columns.into_iter().all(|column| is_plain(&column.name))
}

fn file(basis: &Basis<'_>, path: &str, references: &[&Reference]) -> Option<File> {
    let mut text = String::new();
    for line in HEAD {
        text.push_str(&format!("# {line}\n"));
    }
    text.push_str("table,columns,ref_table,ref_columns,name,reverse,when\n");
    let mut any = false;
    for one in references {
        let (from, to) = (basis.schema.table(one.from), basis.schema.table(one.to));
        let columns: Vec<&str> = one.columns.iter().map(|id| &*from.column(*id).name).collect();
        let keys: Vec<&str> = one.keys.iter().map(|id| &*to.column(*id).name).collect();
        any = true;
        if !can_be_named(basis, one) {
            let what = format!("{}.{} refers to {}", from.name, columns.join("|"), to.name);
            text.push_str(&format!("# to decide: {}, but no path can name it\n", on_one_line(&what)));
            continue;
        }
        let guess = match one.certainty {
            Certainty::Declared => "",
            Certainty::Likely => "guess: ",
            Certainty::Possible => "guess, uncertain: ",
        };
        text.push_str(&format!("# {}\n", on_one_line(&format!("{guess}{}", one.reason))));
        let fields = [from.name.to_string(), columns.join("|"), to.name.to_string(), keys.join("|")];
        text.push_str(&fields.map(|name| field(&name)).join(","));
        text.push_str(",,,\n");
    }
    any.then(|| File { path: path.to_owned(), bytes: text.into_bytes() })
}

fn field(text: &str) -> String {
    if text.contains([',', '"', '#', ' ']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
