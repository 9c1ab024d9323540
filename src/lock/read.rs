//! Reading `lock/`: each line with its place, and whatever is wrong with the files.

use super::write::head;
use super::{Decision, Domain, FORMAT};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Files, ReadError, SourceMap, Span};

/// A reviewed decision, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    pub decision: Decision,
    pub span: Span,
}

/// What the lock of a project says.
#[derive(Debug, Default)]
pub struct Reviewed {
    /// Sorted; also those of a file with faults, as far as they can be told.
    pub lines: Vec<Line>,
    /// The domains of which there is no file.
    pub missing: Vec<Domain>,
    pub faults: Vec<Diagnostic>,
}

impl Reviewed {
    /// Whether nothing was ever reviewed.
    pub fn is_absent(&self) -> bool {
        self.missing.len() == Domain::ALL.len()
    }
}

/// Reads all domains.
pub fn read(files: &dyn Files, sources: &mut SourceMap) -> Reviewed {
    let mut reviewed = Reviewed::default();
    for domain in Domain::ALL {
        match files.read(&domain.path()) {
            Ok(text) => {
                let file = sources.add(domain.path(), text);
                domain_lines(domain, file, sources.text(file), &mut reviewed);
            }
            Err(ReadError::Missing) => reviewed.missing.push(domain),
            Err(error) => reviewed.faults.push(unreadable(domain, &error, sources)),
        }
    }
    // As it was written it is sorted already.
    if !reviewed.lines.is_sorted() {
        reviewed.lines.sort();
    }
    // Both sides of a merge say most things alike.
    let merging = reviewed.faults.iter().any(|one| one.code == Code::LockConflict);
    if !merging {
        let doubles = doubles(&reviewed.lines);
        reviewed.faults.extend(doubles);
    }
    reviewed
}

fn domain_lines(domain: Domain, file: FileId, text: &str, reviewed: &mut Reviewed) {
    let mut lines = rows(file, text);
    let conflict = text.lines().any(|line| line.starts_with("<<<<<<<"));
    let Some((first, at)) = lines.next().filter(|(first, _)| !first.is_empty()) else {
        reviewed.faults.push(headless(domain, Span::new(file, 0..0)));
        return;
    };
    if let Some(fault) = head_fault(domain, first, at, conflict) {
        let stop = fault.code == Code::LockVersion;
        reviewed.faults.push(fault);
        if stop {
            return;
        }
    }
    let first = if first.starts_with('#') { None } else { Some((first, at)) };
    let mut marked = false;
    for (line, at) in first.into_iter().chain(lines) {
        if conflict && is_mark(line) {
            if !marked {
                reviewed.faults.push(conflicting(domain, at));
            }
            marked = true;
        } else if conflict && line.starts_with('#') {
            // The first line of the other side.
        } else if let Some((about, says)) = decision(line) {
            let decision = Decision { domain, about: about.to_owned(), says: says.to_owned() };
            reviewed.lines.push(Line { decision, span: at });
        } else if !conflict {
            reviewed.faults.push(broken(domain, at));
        }
    }
}

/// The lines of a text with their places, whatever ends them.
fn rows(file: FileId, text: &str) -> impl Iterator<Item = (&str, Span)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |whole| {
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let at = Span::new(file, start..start + line.len());
        start += whole.len();
        (line, at)
    })
}

/// `about: says`
fn decision(line: &str) -> Option<(&str, &str)> {
    let (about, says) = line.split_once(": ")?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '(' | ')');
    let sound = !about.is_empty() && about.chars().all(is_plain) && !says.is_empty();
    (sound && says.trim() == says && !says.contains(char::is_control)).then_some((about, says))
}

fn is_mark(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark))
}

fn head_fault(domain: Domain, first: &str, at: Span, conflict: bool) -> Option<Diagnostic> {
    if conflict && is_mark(first) {
        return None;
    }
    let version = first.strip_prefix("# probate lock ").map(|rest| rest.split(':').next().unwrap_or(rest).trim());
    match version.map(str::parse::<u32>) {
        Some(Ok(FORMAT)) => None,
        Some(Ok(version)) if version > FORMAT => Some(newer(domain, at, version)),
        _ => Some(headless(domain, at)),
    }
}

fn newer(domain: Domain, at: Span, version: u32) -> Diagnostic {
    let title = format!("`{}` is of format {version}, which this version does not know", domain.path());
    Diagnostic::new(Code::LockVersion, at, title)
        .label(format!("this version reads format {FORMAT}"))
        .help("use the version of probate that wrote it, or a later one; it is not overwritten")
}

fn headless(domain: Domain, at: Span) -> Diagnostic {
    Diagnostic::new(Code::LockSyntax, at, format!("`{}` does not begin as a lock does", domain.path()))
        .label(format!("`{}` is expected", head(FORMAT)))
        .help("run `probate lock` to write it anew, and look at what changes")
}

fn conflicting(domain: Domain, at: Span) -> Diagnostic {
    Diagnostic::new(Code::LockConflict, at, format!("`{}` holds an unfinished merge", domain.path()))
        .label("two sides differ from here")
        .help("finish the merge of the policy, then run `probate lock`: it writes what both sides together mean")
}

fn broken(domain: Domain, at: Span) -> Diagnostic {
    Diagnostic::new(Code::LockSyntax, at, format!("this line of `{}` is no decision", domain.path()))
        .label("`about: what is decided` is expected")
        .help("the lock is not edited by hand: run `probate lock`, and look at what changes")
}

fn doubles(lines: &[Line]) -> Vec<Diagnostic> {
    let pairs = lines.windows(2).filter_map(|pair| match pair {
        [one, other] if one.decision == other.decision => Some((one, other)),
        _ => None,
    });
    let double = |(one, other): (&Line, &Line)| {
        let title = format!("a line of `{}` stands twice", one.decision.domain.path());
        Diagnostic::new(Code::LockSyntax, other.span, title)
            .label("again here")
            .related(one.span, "first here")
            .help("run `probate lock` to write it anew")
    };
    pairs.map(double).collect()
}

fn unreadable(domain: Domain, error: &ReadError, sources: &mut SourceMap) -> Diagnostic {
    let (code, why) = match error {
        ReadError::Outside => (Code::OutsideProject, "leads out of the project".to_owned()),
        ReadError::NotText { .. } => (Code::NotUtf8, "is not UTF-8 text".to_owned()),
        ReadError::Folder => (Code::UnreadableFile, "is a folder".to_owned()),
        ReadError::TooLarge(bytes) => (Code::UnreadableFile, format!("is too large: {bytes} bytes")),
        ReadError::Refused(reason) => (Code::UnreadableFile, format!("cannot be read: {reason}")),
        ReadError::Missing => (Code::MissingFile, "is not there".to_owned()),
    };
    let file = sources.add(domain.path(), String::new());
    Diagnostic::new(code, Span::new(file, 0..0), format!("`{}` {why}", domain.path()))
        .label("this file")
        .help("what was reviewed is read from it: put it in order, or remove it and run `probate lock`")
}
