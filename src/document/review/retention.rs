//! What follows from the lock for retention rules and legal holds.

use super::{ACCEPT, Reviewer, listed};
use crate::diagnostic::{Code, Diagnostic};
use crate::lock::{Difference, pairs};
use crate::program::{Decided, Origin};

impl Reviewer<'_> {
    /// Rules and holds, and the items that they take.
    pub(super) fn retention(&mut self, difference: &Difference<'_, Decided>) {
        let of_item = difference.about.split(' ').count() > 2;
        if of_item && !self.is_there(difference.about) {
            return;
        }
        if let (Some(line), false) = (difference.gone.first(), difference.stands) {
            let title = format!("`{}` was reviewed and is gone", difference.about);
            let diagnostic =
                Diagnostic::new(Code::NotReviewed, line.span, title).label("no document says this any more");
            self.refuse(diagnostic.help(ACCEPT));
            return;
        }
        let found = pairs(difference);
        for (line, now) in found.changed {
            self.changed(line, now);
        }
        for now in found.new {
            match now.origin {
                // Data that is new goes by no rule before somebody has looked at it; what is to be kept is kept at once.
                Origin::Rules(at, item) if now.decision.says == "in" => {
                    self.newly_ruled.entry(at).or_default().push(item);
                }
                Origin::Rule(_) | Origin::Hold(_) => self.not_in_the_lock(now),
                // Of an item, and out, or kept from now on.
                Origin::Rules(..)
                | Origin::Holds(..)
                | Origin::Subject
                | Origin::Item(_)
                | Origin::Entry(..)
                | Origin::PurgeType(_)
                | Origin::Purges(..)
                | Origin::ExportType(_)
                | Origin::Exports(..)
                | Origin::Untaken(_)
                | Origin::Version(..) => {}
            }
        }
    }

    /// Whether the rule or hold of a line about an item is in the policy still; what is gone has been said to be.
    fn is_there(&self, about: &str) -> bool {
        let mut words = about.split(' ');
        let (kind, id) = (words.next(), words.next().unwrap_or_default());
        match kind {
            Some("rule") => self.program.retention_rules.iter().any(|one| one.id == id),
            _ => self.program.legal_holds.iter().any(|one| one.id == id),
        }
    }

    /// What rules have only now come to take.
    pub(super) fn newly_ruled(&mut self) {
        for (at, items) in &self.newly_ruled {
            let names = items.iter().filter(|id| !self.new_items.contains_key(id));
            let names: Vec<String> =
                names.filter_map(|id| self.program.item(*id)).map(|item| format!("`{}`", item.name)).collect();
            let rule = self.program.retention_rules.get(*at).filter(|rule| rule.at_most.is_some());
            let Some(rule) = rule.filter(|_| !names.is_empty()) else { continue };
            let title = format!("the retention rule `{}` newly takes {}", rule.id, listed(&names));
            let diagnostic = Diagnostic::new(Code::NewItem, rule.span, title).label("left alone, until it is reviewed");
            self.review.new.push(diagnostic.help("look at what it takes, then run `probate lock`"));
        }
    }
}
