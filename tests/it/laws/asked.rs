//! What is asked for, as the oracle sees it: which requests the next run takes, and what becomes of them.

use std::collections::BTreeSet;

use super::oracle::{self, State};
use super::policy::World;
use super::table::Value;
use crate::engine::Engine;

#[derive(Debug, Clone)]
pub struct Request {
    pub id: i64,
    pub purge_type: usize,
    pub subject: Value,
    pub state: &'static str,
    pub attempts: u32,
    /// The identifiers that others bore too, when it was last carried out.
    pub shared: BTreeSet<String>,
    /// When it is due again, where something was kept.
    pub again: Option<i64>,
}

impl Request {
    pub fn new(id: i64, purge_type: usize, subject: Value) -> Self {
        Self { id, purge_type, subject, state: "approved", attempts: 0, shared: BTreeSet::new(), again: None }
    }

    pub fn as_said(&self) -> String {
        format!("{} {} {}", self.id, self.state, self.attempts)
    }

    /// To be carried out as soon as its subject is in the status.
    fn is_open(&self, now: i64) -> bool {
        self.state == "approved" || self.state == "held" && self.again.is_some_and(|again| again <= now)
    }
}

pub fn ask(engine: Engine, purge_type: usize, subject: &Value) -> String {
    let (insert, end) =
        if engine == Engine::Mariadb { ("insert ignore", "") } else { ("insert", " on conflict do nothing") };
    format!(
        "{insert} into probate_request (kind, type, subject, state) values ('purge', 'p{purge_type}', {}, 'approved'){end};\n",
        subject.sql()
    )
}

/// Which requests the next run takes, by the rules of claiming.
pub fn claim(world: &World, now: &State, purge_type: usize, requests: &mut [Request]) -> Vec<usize> {
    let ours = |request: &Request| request.purge_type == purge_type;
    let mut waiting = Vec::new();
    for (at, request) in
        requests.iter_mut().enumerate().filter(|(_, request)| ours(request) && request.state == "running")
    {
        request.state = if request.attempts >= 5 { "failed" } else { "approved" };
        // The first retry is at once, later ones are not.
        waiting.extend(Some(at).filter(|_| request.attempts >= 2));
    }
    let status = world.purge_types[purge_type].status;
    let due: Vec<usize> = (0..requests.len())
        .filter(|at| {
            let request = &requests[*at];
            ours(request)
                && request.is_open(world.now)
                && !waiting.contains(at)
                && oracle::is_due(world, now, status, &request.subject)
        })
        .collect();
    let fresh: Vec<usize> = due.iter().copied().filter(|at| requests[*at].attempts == 0).collect();
    if fresh.is_empty() {
        due.into_iter().min_by_key(|at| (requests[*at].attempts, requests[*at].id)).into_iter().collect()
    } else {
        fresh
    }
}
