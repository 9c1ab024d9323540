//! `probate explain`

use std::process::ExitCode;

use super::{Failure, print};
use crate::diagnostic::{Code, nearest};

pub(super) fn run(name: &str) -> Result<ExitCode, Failure> {
    let Some(code) = Code::from_name(name) else {
        let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        let hint = nearest(name, &names)
            .map_or_else(|| "see `probate explain --list`".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Failure::usage(format!("there is no code `{name}`; {hint}")));
    };
    print(&format!("{} ({})\n\n", code.name(), class(code)));
    print(&format!("{}\n", wrapped(code.text())));
    Ok(ExitCode::SUCCESS)
}

pub(super) fn list() -> ExitCode {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    for code in Code::ALL {
        let first = code.text().split_inclusive('.').next().unwrap_or("");
        print(&format!("{:width$}  {:7}  {first}\n", code.name(), class(*code)));
    }
    ExitCode::SUCCESS
}

/// A lint is told from a warning that always stands.
fn class(code: Code) -> &'static str {
    if code.is_lint() { "lint" } else { code.severity().name() }
}

fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        if column > 0 && column + word.len() >= 80 {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.chars().count();
    }
    out
}
