//! `probate schema`

use std::path::Path;
use std::process::ExitCode;

use super::{Failure, Terminal, print};
use crate::diagnostic::nearest;
use crate::document::{Kind, SCHEMA_OF_ALL_KINDS, json_schema_of_all_kinds, json_schema_text};

pub(super) fn run(name: Option<&str>) -> Result<ExitCode, Failure> {
    let Some(name) = name else {
        for kind in Kind::ALL {
            let note = if kind.is_built() { "" } else { "  (not built yet)" };
            print(&format!("{}{note}\n", kind.name()));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let Some(kind) = Kind::from_name(name) else {
        let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        let hint = nearest(name, &names).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        return Err(Failure::usage(format!("there is no kind `{name}`{hint}")));
    };
    let text = json_schema_text(kind)
        .ok_or_else(|| Failure::usage(format!("documents of the kind {name} are not built yet")))?;
    print(&text);
    Ok(ExitCode::SUCCESS)
}

/// One file a kind, `Site.schema.json` and so on, and one for files with documents of any kind.
pub(super) fn write(folder: &Path, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let refused = |path: &Path, error: std::io::Error| {
        Failure::incomplete(format!("`{}` cannot be written: {}", path.display(), error.kind()))
    };
    std::fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
    let of_kinds = Kind::built().map(|kind| {
        let name = format!("{}.schema.json", kind.name());
        (name, json_schema_text(kind).unwrap_or_default())
    });
    for (name, text) in of_kinds.chain([(SCHEMA_OF_ALL_KINDS.to_owned(), json_schema_of_all_kinds())]) {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| refused(&path, error))?;
    }
    terminal.say(&format!("wrote the schemas of {} kinds into `{}`", Kind::built().count(), folder.display()));
    Ok(ExitCode::SUCCESS)
}
