//! One case: compiled, run, run again, run one by one, and each time compared with the oracle.

use std::collections::BTreeMap;

use super::asked::{Request, ask, claim};
use super::constructs::{ALL, constructs};
use super::exported::exports;

use super::oracle::{self, After, Circles, Held, Known, Ledger, Outcome, State};
use super::policy::{Action, Entry, KEY, Part, World};
use super::site::{Scripts, Seen, compile, look, open, parses, seen};
use super::table::{Kind, Value};
use crate::engine::{Database, Engine, Ran};

/// Printed between what belongs to one person and what to the next.
pub const NEXT_PERSON: &str = "the-next-person";

/// Bytes of a script.
pub const LARGE: usize = 4 << 20;

pub type Verdict = Result<(), String>;

/// What happened to the cases, so that an easy generator is noticed.
#[derive(Debug, Default, Clone)]
pub struct Tally {
    pub cases: usize,
    pub accepted: usize,
    pub purged: usize,
    pub blocked: usize,
    pub held: usize,
    pub kept: usize,
    pub exported: usize,
    pub alike_one_by_one: usize,
    pub moved_ownership: usize,
    pub later: usize,
    pub ended: usize,
    pub in_each_others_way: usize,
    pub refused: BTreeMap<String, usize>,
    pub constructs: BTreeMap<&'static str, usize>,
}

impl Tally {
    pub fn add(&mut self, other: &Self) {
        self.cases += 1;
        self.accepted += other.accepted;
        self.purged += other.purged.min(1);
        self.blocked += other.blocked.min(1);
        self.held += other.held.min(1);
        self.kept += other.kept.min(1);
        self.exported += other.exported;
        self.alike_one_by_one += other.alike_one_by_one;
        self.moved_ownership += other.moved_ownership;
        self.later += other.later.min(1);
        self.ended += other.ended;
        self.in_each_others_way += other.in_each_others_way;
        for (code, count) in &other.refused {
            *self.refused.entry(code.clone()).or_default() += count;
        }
        for (construct, count) in &other.constructs {
            *self.constructs.entry(construct).or_default() += count;
        }
    }
}

pub fn sorted(mut state: State) -> State {
    for rows in &mut state {
        rows.sort();
    }
    state
}

pub fn compare(what: &str, world: &World, expected: &State, found: &State) -> Verdict {
    for ((table, expected), found) in world.tables.iter().zip(expected).zip(found) {
        if expected != found {
            let missing: Vec<_> = expected.iter().filter(|row| !found.contains(row)).collect();
            let surplus: Vec<_> = found.iter().filter(|row| !expected.contains(row)).collect();
            return Err(format!(
                "{what}: table {}: expected and not there: {missing:?}; there and not expected: {surplus:?}",
                table.name
            ));
        }
    }
    Ok(())
}

/// PostgreSQL checks a key after each statement: rows of one table that refer to each other must go in one, and what
/// refers to nothing is refused even where the row is deleted later.
fn refuses_early(world: &World, purge_type: usize) -> bool {
    let entries = || world.taken(purge_type).map(|(_, entry)| entry);
    let itself = |at: usize| world.tables[at].links().any(|foreign| foreign.declared && foreign.table == at);
    let points = |table: usize, set: &[(usize, Value)]| {
        set.iter().any(|(at, value)| world.tables[table].is_reference(*at) && *value != Value::Null)
    };
    let writes = entries().any(|entry| {
        entry.actions().any(|action| match action {
            Action::Overwrite(set) | Action::Reassign(set) => points(entry.table, set),
            Action::Detach => entry.path.own().is_some_and(|own| world.tables[entry.table].columns[own].not_null),
            Action::Empty(columns) => columns.iter().any(|at| world.tables[entry.table].is_reference(*at)),
            Action::Keep | Action::Delete => false,
        })
    });
    let deletes = |at: usize| world.deletions(purge_type, at) > 1;
    world.engine != Engine::Library && (writes || (0..world.tables.len()).any(|at| itself(at) && deletes(at)))
}

/// SQLite takes no statement that opens more than a thousand tables; it says so, and nothing happens.
pub fn is_too_large(world: &World, ran: &Ran) -> bool {
    world.keeps() && ran.stderr.contains("nested too deep")
}

struct Trial<'t> {
    world: &'t World,
    scripts: &'t Scripts,
    database: Database,
    now: State,
    kept: Vec<String>,
    requests: Vec<Request>,
    ledger: Ledger,
    tally: Tally,
    is_later: bool,
}

impl<'t> Trial<'t> {
    fn new(world: &'t World, scripts: &'t Scripts) -> Self {
        let database = open(world, scripts);
        let found = seen(world, &database.must(&look(world)));
        let (now, kept) = (found.state, found.kept);
        Self {
            world,
            scripts,
            database,
            now,
            kept,
            requests: Vec::new(),
            ledger: Ledger::new(),
            tally: Tally::default(),
            is_later: false,
        }
    }

    fn script(&self, purge_type: usize) -> String {
        let scripts = if self.is_later { &self.scripts.later } else { &self.scripts.purges };
        let script = &scripts[purge_type];
        // What failed is tried again at once; what is kept has its time.
        format!("update probate_request set not_before = null where state <> 'held';\n{script}\n{}", look(self.world))
    }

    /// Asks for all that the case asks for.
    fn ask_all(&mut self) {
        let asked: String = self
            .world
            .requests
            .iter()
            .map(|(purge_type, subject)| ask(self.world.engine, *purge_type, subject))
            .collect();
        let found = seen(self.world, &self.database.must(&(asked + &look(self.world))));
        self.kept = found.kept;
        for line in &found.requests {
            let (key, rest) = line.rsplit_once("|p").expect("a subject and a type");
            let (purge_type, rest) = rest.split_once('|').expect("a type and an id");
            let key = match self.world.tables[0].columns[KEY].kind {
                Kind::Text => Value::text(key),
                _ => Value::Int(key.parse().expect("a number")),
            };
            let id = rest.split(' ').next().and_then(|id| id.parse().ok()).expect("a number");
            self.requests.push(Request::new(id, purge_type.parse().expect("a number"), key));
        }
    }

    /// Runs a script once and compares it with the oracle. Says whether there was anything to do.
    fn run_once(&mut self, purge_type: usize) -> Result<bool, String> {
        let ran = self.database.run(&self.script(purge_type));
        let found = if ran.ok { ran.stdout.clone() } else { self.database.must(&look(self.world)) };
        self.judge(purge_type, &ran, seen(self.world, &found))
    }

    fn judge(&mut self, purge_type: usize, ran: &Ran, found: Seen) -> Result<bool, String> {
        let world = self.world;
        // Perhaps nothing was claimed before.
        let is_untouched = |(request, found): (&Request, &String)| {
            found.rsplit('|').next().is_some_and(|found| found.starts_with(&request.as_said()))
        };
        if is_too_large(world, ran) && self.requests.iter().zip(&found.requests).all(is_untouched) {
            compare("a statement that is too large", world, &self.now, &found.state)?;
            self.tally.blocked += 1;
            return Ok(false);
        }
        let waiting = self.requests.iter().any(|one| one.purge_type == purge_type && one.state == "running");
        let taken = claim(world, &self.now, purge_type, &mut self.requests);
        let batch: Vec<Value> = taken.iter().map(|at| self.requests[*at].subject.clone()).collect();
        // What asks for nothing uses no identifier.
        let asking = world.taken(purge_type).map(|(_, entry)| entry).filter(|entry| entry.acts());
        let known = Known::new(world, &self.now, &batch, asking);
        let what = format!("{}purge p{purge_type} of {batch:?}", if self.is_later { "later, " } else { "" });
        let done = self.carried_out(purge_type, &known, ran, &found, &what)?;
        for at in &taken {
            let request = &mut self.requests[*at];
            let of = |held: &Held| held.iter().any(|(person, _)| *person == request.subject);
            // A reason that a person must mend is said before the other; what is kept has no failed attempt.
            let says_kept = found.requests[*at].contains(" held 0 ");
            let is_kept = done.as_ref().is_some_and(|after| of(&after.held) || of(&after.perhaps_held) && says_kept);
            request.attempts = if is_kept { 0 } else { request.attempts + 1 };
            request.shared = known.shared.get(&request.subject).cloned().unwrap_or_default();
            request.state = match done {
                None => "running",
                Some(_) if is_kept || !request.shared.is_empty() => "held",
                Some(_) => "done",
            };
            self.tally.held += usize::from(!request.shared.is_empty() && done.is_some());
            self.tally.kept += usize::from(is_kept);
            self.tally.later += usize::from(self.is_later);
            request.again = found.again[*at];
        }
        if let Some(after) = done {
            for at in &taken {
                let one = &world.purge_types[purge_type];
                let subject = &self.requests[*at].subject;
                // What is kept of theirs is theirs still.
                // Of other places they are owners still.
                let items = one.items.iter().filter(|_| one.within.is_none());
                let gone = items.filter(|item| !after.held.contains(&(subject.clone(), **item)));
                self.ledger.extend(gone.map(|item| (*item, subject.clone(), one.status)));
            }
            self.tally.purged += taken.len();
        } else {
            self.tally.blocked += 1;
        }
        self.asked(&found.requests, &what).map_err(|error| format!("{error}; {}", ran.stderr))?;
        if !found.left.is_empty() {
            return Err(format!("{what}: rows are left in {:?}", found.left));
        }
        let busy = waiting || !taken.is_empty();
        if !busy && found.kept != self.kept {
            return Err(format!("{what}: running again changed {:?} to {:?}", self.kept, found.kept));
        }
        (self.now, self.kept) = (found.state, found.kept);
        Ok(busy)
    }

    /// That the rows are as they must be after what should have been done; `None` where nothing may happen.
    fn carried_out(
        &self,
        purge_type: usize,
        known: &Known<'_>,
        ran: &Ran,
        found: &Seen,
        what: &str,
    ) -> Result<Option<After>, String> {
        let world = self.world;
        let decided = |circles| oracle::purge(world, &self.now, purge_type, known, &self.ledger, circles);
        let mut outcome = decided(Circles::AllTheWay);
        if let Outcome::Done(after) | Outcome::DoneOrRefused(after) = &outcome
            && after.is_circular
            && !(ran.ok && sorted(after.state.clone()) == found.state)
        {
            outcome = decided(Circles::Once);
        }
        let outcome = match outcome {
            Outcome::DoneOrRefused(_) if !ran.ok => Outcome::Blocked("a row without a key".to_owned()),
            Outcome::DoneOrRefused(after) => Outcome::Done(after),
            Outcome::Done(_) if !ran.ok && refuses_early(world, purge_type) => {
                Outcome::Blocked("a key of its own".to_owned())
            }
            Outcome::Done(_) if is_too_large(world, ran) => {
                Outcome::Blocked("a statement that is too large".to_owned())
            }
            outcome => outcome,
        };
        match outcome {
            Outcome::Done(after) | Outcome::DoneOrRefused(after) => {
                if !ran.ok {
                    return Err(format!("{what}: should have been done, but: {}", ran.stderr));
                }
                let state = sorted(after.state.clone());
                compare(what, world, &state, &found.state)?;
                Ok(Some(after))
            }
            Outcome::Blocked(_) if known.people.is_empty() && ran.ok => Ok(Some(After {
                state: self.now.clone(),
                held: Held::new(),
                perhaps_held: Held::new(),
                is_circular: false,
            })),
            Outcome::Blocked(reason) => {
                compare(&format!("{what}, blocked by {reason}"), world, &self.now, &found.state)?;
                if ran.ok {
                    return Err(format!("{what}: blocked by {reason}, but the script said that all went well"));
                }
                Ok(None)
            }
        }
    }

    /// The requests are where they should be, and say why.
    fn asked(&self, found: &[String], what: &str) -> Verdict {
        for (request, found) in self.requests.iter().zip(found) {
            let found = found.rsplit('|').next().unwrap_or_default();
            let expected = request.as_said();
            let reason = found.strip_prefix(&expected);
            let names = reason.and_then(|reason| reason.strip_prefix(" shared-identifier "));
            let is_named = match request.state {
                "held" if request.shared.is_empty() => reason == Some(" kept"),
                "held" => names.is_some_and(|names| request.shared.iter().any(|name| names.contains(name.as_str()))),
                _ => reason.is_some(),
            };
            if !is_named {
                return Err(format!("{what}: the request of {:?} is `{found}`, not `{expected}`", request.subject));
            }
        }
        Ok(())
    }

    /// Runs all again at a later moment, when some of what was kept may go.
    fn come_back(&mut self, later: &'t World) -> Verdict {
        // What others need is looked for within a month; all else on its day.
        let days = if oracle::needs_others(self.world, &self.now) { 30 } else { 0 };
        let looked_at = self.world.now + days * 86_400;
        (self.world, self.is_later) = (later, true);
        for request in self.requests.iter().filter(|request| request.state == "held" && request.shared.is_empty()) {
            self.is_not_overdue(request, looked_at)?;
        }
        self.run_all()
    }

    /// "It becomes due again at the earliest release", or by a moment at which it is looked at whatever its day.
    fn is_not_overdue(&self, request: &Request, looked_at: i64) -> Verdict {
        let world = self.world;
        let status = world.purge_types[request.purge_type].status;
        // A hold has no day; it is looked at when it is lifted.
        if request.again.is_none_or(|again| again <= world.now.max(looked_at))
            || !oracle::is_due(world, &self.now, status, &request.subject)
        {
            return Ok(());
        }
        let asking = world.taken(request.purge_type).map(|(_, entry)| entry).filter(|entry| entry.acts());
        let known = Known::new(world, &self.now, std::slice::from_ref(&request.subject), asking);
        let decided = oracle::purge(world, &self.now, request.purge_type, &known, &self.ledger, Circles::AllTheWay);
        match decided {
            Outcome::Done(after) if sorted(after.state.clone()) != self.now => {
                let what =
                    format!("overdue: p{} of {:?}, until {:?}", request.purge_type, request.subject, request.again);
                compare(&what, world, &sorted(after.state), &self.now)
            }
            _ => Ok(()),
        }
    }

    /// Runs all types until there is nothing to do.
    fn run_all(&mut self) -> Verdict {
        // A purge may bring somebody into the status of another type.
        for _ in 0..100 {
            let mut busy = false;
            for purge_type in 0..self.world.purge_types.len() {
                busy |= self.run_once(purge_type)?;
            }
            if !busy {
                return Ok(());
            }
        }
        Err("the runs do not come to an end".to_owned())
    }
}

pub fn try_case(world: &World, tally: &mut Tally) -> Verdict {
    match compile(world) {
        Ok(scripts) => try_scripts(world, &scripts, tally),
        Err(codes) => {
            tally.refused.insert(codes.into_iter().next().unwrap_or_default(), 1);
            Ok(())
        }
    }
}

pub fn try_scripts(world: &World, scripts: &Scripts, tally: &mut Tally) -> Verdict {
    // WHY: what keeps rows is written out for each table that they refer to, again and again. Nobody runs such a script,
    // and to read it takes minutes; how often that happens is told.
    if let Some(large) = scripts.purges.iter().map(String::len).max().filter(|size| *size > LARGE) {
        eprintln!("{:?}: a script of {large} bytes is not tried", world.engine);
        tally.refused.insert("a script that is too large".to_owned(), 1);
        return Ok(());
    }
    tally.accepted = 1;
    tally.constructs.extend(constructs(world).into_iter().map(|construct| (construct, 1)));
    parses(world, scripts);
    let mut trial = Trial::new(world, scripts);
    exports(world, scripts, &trial.database, &trial.now, tally)?;
    let later = World { now: world.later, ..world.clone() };
    let start = trial.now.clone();
    trial.ask_all();
    // Ends with a run of each type that has nothing to do, and changes nothing.
    trial.run_all()?;
    if trial.tally.blocked == 0 {
        one_by_one(&trial, &start, tally)?;
        trial.come_back(&later)?;
    }
    tally.ended = usize::from(super::ending::run(&later, &scripts.ending, &trial.database, &trial.now)?);
    (tally.purged, tally.blocked) = (trial.tally.purged, trial.tally.blocked);
    (tally.held, tally.kept, tally.later) = (trial.tally.held, trial.tally.kept, trial.tally.later);
    Ok(())
}

/// One batch {a, b} ends like batches {a} and {b}.
fn one_by_one(together: &Trial<'_>, start: &State, tally: &mut Tally) -> Verdict {
    let world = together.world;
    let mut alone = Trial::new(world, together.scripts);
    compare("the same rows again", world, start, &alone.now)?;
    let each: String = together
        .requests
        .iter()
        .map(|request| {
            let ask = ask(together.world.engine, request.purge_type, &request.subject);
            format!("delete from probate_request;\n{ask}{}select '{NEXT_PERSON}';\n", alone.script(request.purge_type))
        })
        .collect();
    let ran = alone.database.run(&each);
    let answers: Vec<&str> = ran.stdout.split(&format!("{NEXT_PERSON}\n")).collect();
    for (at, request) in together.requests.iter().enumerate() {
        if at + 1 >= answers.len() {
            tally.in_each_others_way += 1;
            return Ok(());
        }
        let found = seen(world, answers[at]);
        let id = found.requests.first().and_then(|line| line.rsplit('|').next()?.split(' ').next()?.parse().ok());
        let id = id.expect("one request");
        alone.requests = vec![Request::new(id, request.purge_type, request.subject.clone())];
        let ran = Ran { ok: true, stdout: String::new(), stderr: String::new() };
        alone.judge(request.purge_type, &ran, found)?;
    }
    if together.now == alone.now {
        tally.alike_one_by_one += 1;
        return Ok(());
    }
    // The exception: an entry takes away by what another finds its rows.
    if !world.moves_ownership() && together.tally.held + alone.tally.held == 0 {
        return compare("one by one", world, &together.now, &alone.now);
    }
    tally.moved_ownership += 1;
    Ok(())
}

impl World {
    /// How many statements may delete rows of a table.
    fn deletions(&self, purge_type: usize, table: usize) -> usize {
        fn of_parts(parts: &[Part], table: usize) -> usize {
            parts.iter().map(|part| usize::from(part.table == table) + of_parts(&part.parts, table)).sum()
        }
        let count =
            |entry: &Entry| usize::from(entry.table == table && entry.may_delete()) + of_parts(&entry.parts, table);
        self.taken(purge_type).map(|(_, entry)| count(entry)).sum()
    }

    /// Whether a purge may change what another entry, a status or an identifier reads.
    fn moves_ownership(&self) -> bool {
        let changed = |table: usize| {
            self.entries().any(|entry| {
                (entry.table == table && entry.changes()) || entry.parts.iter().any(|part| part.reaches(table))
            })
        };
        self.entries().any(|entry| {
            let mut at = entry.table;
            let mut tables = vec![at];
            for step in &entry.path.steps {
                at = self.entered(at, step);
                tables.push(at);
            }
            tables.into_iter().any(changed)
        })
    }
}

impl Tally {
    /// A generator whose cases are refused, or purge nobody, tries nothing.
    pub fn must_be_hard(&self) {
        // Of a few cases chance may refuse more.
        let share = if self.cases < 100 { 4 } else { 6 };
        assert!(self.accepted * 10 >= self.cases * share, "too many cases are refused by the compiler: {self:#?}");
        let missing: Vec<_> = ALL.iter().filter(|construct| !self.constructs.contains_key(**construct)).collect();
        assert!(missing.is_empty() || self.cases < 150, "no case has {missing:?}: {self:#?}");
        assert!(self.later > 0 || self.cases < 150, "nothing that was kept goes later: {self:#?}");
        assert!(self.ended > 0 || self.cases < 150, "no rule ends anything: {self:#?}");
        assert!(self.purged * 3 >= self.accepted, "most cases purge nobody: {self:#?}");
    }
}
