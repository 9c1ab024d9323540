//! Who is told that a purge is done. The lines are written before anything is changed, because the person's language,
//! name and address may be what the purge takes; they are undone with it.

use super::super::notice::{self, KIND, Requests, Topic};
use super::super::tables::{BATCH, OUTBOX, REQUEST, is};
use super::super::{answer, identifier};
use super::residue::{Count, missing};
use super::{Writer, this_run};
use crate::program::{Event, Item};
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

    /// How requests of the run may end, and which of the batch end so: as [`Writer::done`] decides it.
    fn ends(&self) -> Vec<(Event, Expr)> {
        let shared =
            (!self.identifiers.is_empty()).then(|| Expr::column("request").within(identifier::held_requests()));
        let kept = (!self.spared.is_empty()).then(answer::is_kept);
        let done = Expr::all(shared.iter().chain(&kept).map(|held| held.clone().negated()));
        // Whoever has been answered is answered again when something else is kept.
        let kept = kept.map(|kept| Expr::all([kept, answer::is_news(self.basis.program)]));
        let held = [(Event::PurgeHeld, shared), (Event::RequestHeld, kept)];
        let held = held.into_iter().filter_map(|(event, which)| Some((event, which?)));
        std::iter::once((Event::PurgeDone, done)).chain(held).collect()
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
        let program = self.basis.program;
        let ends = self.ends().into_iter().filter(|(event, _)| *event != Event::RequestHeld);
        let ends = ends.filter_map(|(event, _)| Some((event, program.notice(event)?)));
        let expected = ends.flat_map(|(event, notice)| notice.to.iter().map(move |_| event)).map(|event| {
            let mut asked = vec![this_run(), is("state", event.state())];
            if event == Event::PurgeHeld && !self.spared.is_empty() {
                asked.push(is("reason", "kept").negated());
            }
            Expr::scalar(Select::from(REQUEST, [Expr::Count]).filter(Expr::all(asked)))
        });
        let expected = expected.reduce(|one, other| Expr::Add(Box::new(one), Box::new(other)))?;
        let mut lines = vec![this_run(), is("kind", KIND)];
        if !self.spared.is_empty() && program.notice(Event::RequestHeld).is_some() {
            lines.push(is_answer().negated());
        }
        let lines = Expr::scalar(Select::from(OUTBOX, [Expr::Count]).filter(Expr::all(lines)));
        Some(("notices written".to_owned(), missing(expected, lines)))
    }

    /// What is missing of the answers, while it is known what was kept before.
    pub(super) fn answered(&self) -> Option<Count> {
        let notice = self.basis.program.notice(Event::RequestHeld)?;
        let (_, which) = self.ends().into_iter().find(|(event, _)| *event == Event::RequestHeld)?;
        let one = Expr::scalar(Select::from(BATCH, [Expr::Count]).filter(Expr::all([this_run(), which])));
        let expected = notice.to.iter().map(|_| one.clone());
        let expected = expected.reduce(|one, other| Expr::Add(Box::new(one), Box::new(other)))?;
        let lines = Expr::all([this_run(), is("kind", KIND), is_answer()]);
        let lines = Expr::scalar(Select::from(OUTBOX, [Expr::Count]).filter(lines));
        Some(("answers written".to_owned(), missing(expected, lines)))
    }

    /// Who was put off once too often.
    pub(super) fn put_off_for_good(&mut self) {
        let failed = notice::told(self.basis.program, Event::RequestFailed, Topic::purge(self.purge_type));
        self.script.group("outbox: notices of what has failed", failed);
    }
}

fn is_answer() -> Expr {
    let begins = format!("{{\"notice\":\"{}\",", Event::RequestHeld.name());
    Expr::StartsWith(Box::new(Expr::of(OUTBOX, "body")), begins)
}
