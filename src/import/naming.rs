//! What the name of a column says about the person it names.

use crate::database::words;

/// Whose row it is, by the name of the column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hand {
    /// The row is this person's; of several columns of a row the lowest number decides.
    First(u8),
    /// The person dealt with somebody else's row.
    Second,
}

/// What a column's name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Naming {
    pub hand: Hand,
    pub reason: &'static str,
    /// It says that it is a key: `userid`, and not `createdby`.
    pub says_key: bool,
}

/// People whose row it is: they wrote, sent, got or signed up for it.
const OWNERS: &[(&str, u8)] = &[
    ("from", 0),
    ("to", 0),
    ("sender", 0),
    ("recipient", 0),
    ("receiver", 0),
    ("addressee", 0),
    ("owner", 0),
    ("author", 1),
    ("writer", 1),
    ("poster", 1),
    ("holder", 1),
    ("student", 1),
    ("learner", 1),
    ("trainee", 1),
    ("employee", 1),
    ("member", 1),
    ("customer", 1),
    ("patient", 1),
    ("participant", 1),
    ("attendee", 1),
    ("applicant", 1),
    ("candidate", 1),
    ("subscriber", 1),
    ("buyer", 1),
    ("payer", 1),
    ("follower", 1),
    ("voter", 1),
    ("rater", 1),
    ("reporter", 1),
    ("requester", 1),
    ("requestor", 1),
    ("creator", 2),
    ("submitter", 1),
];

/// People who deal with rows of others.
const OTHERS: &[&str] = &[
    "grader",
    "reviewer",
    "approver",
    "editor",
    "modifier",
    "updater",
    "assessor",
    "appraiser",
    "teacher",
    "tutor",
    "trainer",
    "instructor",
    "manager",
    "supervisor",
    "publisher",
    "moderator",
    "administrator",
    "admin",
    "assignee",
    "assigner",
    "importer",
    "operator",
    "agent",
    "actor",
    "examiner",
    "evaluator",
    "marker",
    "mentor",
    "coach",
    "deleter",
    "remover",
    "uploader",
    "inviter",
    "invitee",
    "witness",
    "verifier",
    "inspector",
    "responsible",
];

/// What people did whose row it is.
const OWN_DEEDS: &[(&str, u8)] = &[
    ("owned", 0),
    ("sent", 0),
    ("written", 1),
    ("posted", 1),
    ("submitted", 1),
    ("requested", 1),
    ("ordered", 1),
    ("created", 2),
    ("added", 2),
    ("reported", 1),
    ("paid", 1),
    ("uploaded", 2),
];

/// What the name of a column says, where people are called one of `stems`; `None`: nothing about a person.
pub(super) fn naming(column: &str, stems: &[String]) -> Option<Naming> {
    let (base, says_key) = base(column);
    by_stem(&base, says_key, stems).or_else(|| by_deed(&base, says_key)).or_else(|| by_role(column, &base, says_key))
}

/// A column's name without what says that it is a key.
pub(super) fn base(column: &str) -> (String, bool) {
    let mut words = words(column);
    let is_key = |word: &String| matches!(word.as_str(), "id" | "fk" | "uid" | "uuid" | "key" | "ref");
    let before = words.len();
    while words.len() > 1 && words.last().is_some_and(is_key) {
        words.pop();
    }
    if words.len() > 1 && words.first().is_some_and(|word| matches!(word.as_str(), "id" | "fk")) {
        words.remove(0);
    }
    let marked = words.len() < before;
    let flat = words.concat();
    match flat.strip_suffix("id").filter(|base| !marked && base.len() > 1) {
        Some(base) => (base.to_owned(), true),
        None => (flat, marked),
    }
}

fn by_stem(base: &str, says_key: bool, stems: &[String]) -> Option<Naming> {
    let new = |hand, reason| Some(Naming { hand, reason, says_key });
    for stem in stems {
        if base == stem {
            return new(Hand::First(0), "its name is that of the people's table");
        }
        if let Some(role) = base.strip_suffix(stem.as_str()) {
            return new(owner_of(role).unwrap_or(Hand::Second), "its name ends like the key of the people");
        }
        if let Some(rest) = base.strip_prefix(stem.as_str()) {
            // `useridto`: the key stands in the middle.
            let deed = rest.strip_prefix("id").filter(|deed| !deed.is_empty()).unwrap_or(rest);
            let keyed = deed.len() < rest.len();
            let hand = owner_of(deed).or_else(|| deed_of(deed));
            let is_deed = !says_key && ["ed", "by", "as", "for", "of"].iter().any(|ending| deed.ends_with(ending));
            if hand.is_some() && !says_key || keyed || is_deed {
                return new(hand.unwrap_or(Hand::Second), "its name begins like the key of the people");
            }
        }
    }
    None
}

fn by_deed(base: &str, says_key: bool) -> Option<Naming> {
    let deed = base.strip_suffix("by").filter(|deed| deed.len() > 2)?;
    let hand = deed_of(deed).unwrap_or(Hand::Second);
    Some(Naming { hand, reason: "its name says by whom something was done", says_key })
}

fn by_role(column: &str, base: &str, says_key: bool) -> Option<Naming> {
    let (last, _) = words(column).iter().rev().find(|word| *word != "id").map(|word| self::base(word))?;
    let role = [base, last.as_str()];
    let owner = role.iter().filter(|role| !matches!(**role, "from" | "to")).find_map(|role| owner_of(role));
    let other = role.iter().any(|role| OTHERS.contains(role)).then_some(Hand::Second);
    owner.or(other).map(|hand| Naming { hand, reason: "its name is what a person is in relation to the row", says_key })
}

fn owner_of(role: &str) -> Option<Hand> {
    OWNERS.iter().find(|(name, _)| *name == role).map(|(_, rank)| Hand::First(*rank))
}

fn deed_of(deed: &str) -> Option<Hand> {
    OWN_DEEDS.iter().find(|(name, _)| *name == deed).map(|(_, rank)| Hand::First(*rank))
}

#[cfg(test)]
mod tests {
    use super::{Hand, naming};

    #[test]
    fn names_say_whose_a_row_is() {
        let stems = ["user".to_owned()];
        for (column, expected) in [
            ("userid", Some(Hand::First(0))),
            ("user_id", Some(Hand::First(0))),
            ("UserID", Some(Hand::First(0))),
            ("id_user", Some(Hand::First(0))),
            ("user", Some(Hand::First(0))),
            ("useridto", Some(Hand::First(0))),
            ("from_user_id", Some(Hand::First(0))),
            ("author_id", Some(Hand::First(1))),
            ("last_editor_id", Some(Hand::Second)),
            ("created_by", Some(Hand::First(2))),
            ("usermodified", Some(Hand::Second)),
            ("usercreated", Some(Hand::First(2))),
            ("gradeoverby", Some(Hand::Second)),
            ("relateduserid", Some(Hand::Second)),
            ("userlastseen", None),
            ("userdeviceid", None),
            ("usertimestamp", None),
            ("standby", Some(Hand::Second)),
            ("courseid", None),
            ("to", None),
            ("id", None),
            ("by", None),
            ("", None),
        ] {
            assert_eq!(naming(column, &stems).map(|naming| naming.hand), expected, "{column}");
        }
    }
}
