//! Who is told that a purge is done. The lines are written before anything is changed, because the person's language,
//! name and address may be what the purge takes; they are undone with it.

use super::super::identifier;
use super::super::notice::{self, KIND, Requests, Topic};
use super::super::tables::{BATCH, KEPT, OUTBOX, REQUEST, is};
use super::residue::missing;
use super::{Writer, of_run, this_run};
use crate::program::Event;
use crate::sql::{Expr, Select};

impl Writer<'_> {
    /// Those whose request ends as done, and those whose request ends as held.
    pub(super) fn notices(&mut self) {
        for (event, which) in self.ends() {
            let requests = Requests::of_run(BATCH, Expr::all([this_run(), which]));
            let lines = notice::lines(self.basis.program, event, Topic::purge(self.purge_type), &requests);
            let comment = format!("outbox: notices `{}`, before what they name is gone", event.name());
            self.script.group(&comment, lines);
        }
    }

    /// How requests of the run may end, and which of the batch end so: as [`Writer::done`] decides it.
    fn ends(&self) -> Vec<(Event, Expr)> {
        let shared = || Expr::column("request").within(identifier::held_requests());
        let shared = (!self.identifiers.is_empty()).then(shared);
        let kept = (!self.spared.is_empty()).then(|| Expr::column("subject").within(of_run(KEPT, "subject")));
        if shared.is_none() && kept.is_none() {
            return vec![(Event::PurgeDone, Expr::all([]))];
        }
        let held = Expr::any(shared.into_iter().chain(kept));
        vec![(Event::PurgeDone, held.clone().negated()), (Event::PurgeHeld, held)]
    }

    /// What is missing of these lines, when it is known how the requests have ended.
    pub(super) fn noticed(&self) -> Option<(String, Expr)> {
        let program = self.basis.program;
        let ends = self.ends().into_iter().filter_map(|(event, _)| Some((event, program.notice(event)?)));
        let expected = ends.flat_map(|(event, notice)| notice.to.iter().map(move |_| event)).map(|event| {
            let state = is("state", event.state());
            Expr::scalar(Select::from(REQUEST, [Expr::Count]).filter(Expr::all([this_run(), state])))
        });
        let expected = expected.reduce(|one, other| Expr::Add(Box::new(one), Box::new(other)))?;
        let lines = Expr::all([this_run(), is("kind", KIND)]);
        let lines = Expr::scalar(Select::from(OUTBOX, [Expr::Count]).filter(lines));
        Some(("notices written".to_owned(), missing(expected, lines)))
    }

    /// Who was put off once too often.
    pub(super) fn put_off_for_good(&mut self) {
        let failed = notice::told(self.basis.program, Event::RequestFailed, Topic::purge(self.purge_type));
        self.script.group("outbox: notices of what has failed", failed);
    }
}
