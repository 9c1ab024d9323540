//! Where pages are, and how one names another: the only place that makes a path out of a written name.

use std::fmt::Write;

use crate::program::digest_of_bytes;

const ROOT: &str = "consent";
/// Longer names are cut; file systems allow 255 bytes.
const LONGEST: usize = 100;

pub(super) fn chooser() -> String {
    format!("{ROOT}/index.html")
}

pub(super) fn manifest() -> String {
    format!("{ROOT}/manifest.json")
}

/// The digest of its content is in its name, so that it can be cached for ever.
pub(super) fn style(digest: &str) -> String {
    format!("{ROOT}/assets/consent.{}.css", digest.get(..12).unwrap_or(digest))
}

pub(super) fn policies(locale: &str) -> String {
    format!("{ROOT}/{}/index.html", name(locale))
}

pub(super) fn form(locale: &str) -> String {
    format!("{ROOT}/{}/consent.html", name(locale))
}

pub(super) fn version(locale: &str, policy: &str, version: &str) -> String {
    format!("{ROOT}/{}/policies/{}/v{}.html", name(locale), name(policy), name(version))
}

/// A written name as one part of a path or of an HTML id: ASCII letters, digits, `_`, `-` inside and `.` inside stay,
/// every other byte becomes `~` and two hexadecimal digits. Two different names never become the same.
pub(super) fn name(written: &str) -> String {
    let last = written.chars().count().saturating_sub(1);
    let mut safe = String::with_capacity(written.len());
    for (at, letter) in written.chars().enumerate() {
        let stays = match letter {
            '_' => true,
            '-' => at > 0,
            '.' => at > 0 && at < last,
            _ => letter.is_ascii_alphanumeric(),
        };
        if stays {
            safe.push(letter);
        } else {
            push_bytes(&mut safe, letter);
        }
    }
    match safe.get(..LONGEST) {
        _ if safe.is_empty() => "~".to_owned(),
        Some(start) if safe.len() > LONGEST => format!("{start}~~{}", digest_of_bytes(written.as_bytes())),
        Some(_) | None => safe,
    }
}

fn push_bytes(safe: &mut String, letter: char) {
    for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
        // WHY: writing to a String cannot fail.
        let _ = write!(safe, "~{byte:02x}");
    }
}

/// The address of one page as another writes it: `../de/index.html`.
pub(super) fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len().min(to.len()).saturating_sub(1);
    let shared = from.iter().zip(&to).take(folders).take_while(|(one, other)| one == other).count();
    let up = from.len().saturating_sub(shared + 1);
    let down = to.iter().skip(shared).copied();
    std::iter::repeat_n("..", up).chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{name, relative};

    #[test]
    fn a_name_never_leaves_its_folder() {
        assert_eq!(name("2.0-rc_1"), "2.0-rc_1");
        assert_eq!(name("../x"), "~2e.~2fx");
        assert_eq!(name(".."), "~2e~2e");
        assert_eq!(name("-a b"), "~2da~20b");
        assert_eq!(name(""), "~");
        assert_eq!(name("é\0\\:"), "~c3~a9~00~5c~3a");
    }

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let one = name(&"a".repeat(300));
        let other = name(&"a".repeat(301));
        assert!(one.len() < 200 && one != other);
    }

    #[test]
    fn pages_name_each_other_relatively() {
        assert_eq!(relative("consent/index.html", "consent/en/index.html"), "en/index.html");
        assert_eq!(
            relative("consent/en/policies/a/v1.html", "consent/de/policies/a/v1.html"),
            "../../../de/policies/a/v1.html"
        );
        assert_eq!(relative("consent/en/policies/a/v1.html", "consent/assets/a.css"), "../../../assets/a.css");
        assert_eq!(relative("consent/en/consent.html", "consent/en/index.html"), "index.html");
    }
}
