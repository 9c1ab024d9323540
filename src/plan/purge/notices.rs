//! Who is told that a purge is done. The lines are written before anything is changed, because the person's language,
//! name and address may be what the purge takes; they are undone with it.

use std::sync::Arc;

use super::super::notice::{self, KIND, Requests, Topic};
use super::super::tables::{BATCH, KEPT, OUTBOX, REQUEST, is};
use super::super::{answer, identifier};
use super::residue::{Count, missing};
use super::{Writer, of_run, this_run};
use crate::program::{Event, Item, Notice};
use crate::sql::{Expr, Select};

impl<'w> Writer<'w> {
    /// Those whose request ends as done, and those whose request ends as held.
    pub(super) fn notices(&mut self) {
        for (event, which) in self.ends() {
            let requests = Requests::of_run(BATCH, Expr::all([this_run(), which]), self.kept_items());
            let lines = notice::lines(self.basis.program, event, Topic::purge(self.purge_type), &requests);
            let comment = format!("outbox: notices `{}`, before what they name is gone", event.name());
            self.script.group(&comment, lines);
        }
    }

    /// How requests of the run may end, and which of the batch end so: as [`Writer::done`] decides it. Whoever is told
    /// what was kept is told again when something else is.
    fn ends(&self) -> Vec<(Event, Expr)> {
        let shared = || Expr::column("request").within(identifier::held_requests());
        let shared = (!self.identifiers.is_empty()).then(shared);
        let kept = (!self.spared.is_empty()).then(|| Expr::column("subject").within(of_run(KEPT, "subject")));
        if shared.is_none() && kept.is_none() {
            return vec![(Event::PurgeDone, Expr::all([]))];
        }
        let held = Expr::any(shared.iter().chain(&kept).cloned());
        let news = kept.map(|kept| Expr::all([kept, answer::is_news(self.basis.program)]));
        let told = Expr::any(shared.into_iter().chain(news.clone()));
        let answered = news.map(|news| (Event::RequestHeld, news));
        [(Event::PurgeDone, held.negated()), (Event::PurgeHeld, told)].into_iter().chain(answered).collect()
    }

    /// Items of which a duty or a hold may keep rows.
    fn kept_items(&self) -> Vec<&'w Item> {
        let mut items: Vec<&'w Item> = self.spared.iter().map(|spared| spared.rows.item).collect();
        items.sort_by(|one, other| one.name.cmp(&other.name));
        items.dedup_by(|one, other| one.name == other.name);
        items
    }

    /// What is missing of these lines, when it is known how the requests have ended.
    pub(super) fn noticed(&self) -> Option<(String, Expr)> {
        let (program, may_keep) = (self.basis.program, !self.spared.is_empty());
        // Whether what was kept is news is known no more: see `answered`.
        let ends = self.ends().into_iter().filter(|(event, _)| !may_keep || *event == Event::PurgeDone);
        let ends = ends.filter_map(|(event, _)| Some((event, program.notice(event)?)));
        let expected = ends.flat_map(|(event, notice)| notice.to.iter().map(move |_| event)).map(|event| {
            let state = is("state", event.state());
            Expr::scalar(Select::from(REQUEST, [Expr::Count]).filter(Expr::all([this_run(), state])))
        });
        let expected = expected.reduce(|one, other| Expr::Add(Arc::new(one), Arc::new(other)))?;
        Some(("notices written".to_owned(), missing(expected, lines(may_keep.then_some(Event::PurgeDone)))))
    }

    /// What is missing of the lines about what was kept, while it is known what was kept before.
    pub(super) fn answered(&self) -> Vec<Count> {
        if self.spared.is_empty() {
            return Vec::new();
        }
        let missing = |(event, which): (Event, Expr)| {
            let Notice { to, .. } = self.basis.program.notice(event).filter(|_| event != Event::PurgeDone)?;
            let one = Expr::scalar(Select::from(BATCH, [Expr::Count]).filter(Expr::all([this_run(), which])));
            let expected = to.iter().map(|_| one.clone());
            let expected = expected.reduce(|one, other| Expr::Add(Arc::new(one), Arc::new(other)))?;
            Some((format!("notices `{}`", event.name()), missing(expected, lines(Some(event)))))
        };
        self.ends().into_iter().filter_map(missing).collect()
    }

    /// Who was put off once too often.
    pub(super) fn put_off_for_good(&mut self) {
        let failed = notice::told(self.basis.program, Event::RequestFailed, Topic::purge(self.purge_type));
        self.script.group("outbox: notices of what has failed", failed);
    }
}

/// How many the run has written, of all events or of one.
fn lines(of: Option<Event>) -> Expr {
    let begins = of.map(|event| format!("{{\"notice\":\"{}\",", event.name()));
    let of_event = begins.map(|begins| Expr::StartsWith(Arc::new(Expr::of(OUTBOX, "body")), begins));
    let asked = [this_run(), is("kind", KIND)].into_iter().chain(of_event);
    Expr::scalar(Select::from(OUTBOX, [Expr::Count]).filter(Expr::all(asked)))
}
