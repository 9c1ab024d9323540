//! Notices: lines of the outbox that say what happened to a request, written in the transaction in which it happens.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer;
use super::claim::{anybody, mine};
use super::tables::{OUTBOX, REQUEST, TOLD, one_of};
use crate::program::{Event, Item, Letter, Notice, NoticeValue, Program, PurgeType, Said, Text, Told};
use crate::sql::{Change, Comparison, Expr, Family, Select, Statement, Time};

pub(super) const KIND: &str = "notice";
/// How requests come to be that nobody asked for.
const BY_RULE: &[&str] = &["automatic", "retention", "legacy"];
/// States of a request that is new: nothing has been done for it.
const NEW: &[&str] = &["requested", "awaiting_approval", "approved"];

/// The type that was asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Topic<'t> {
    pub kind: &'t str,
    pub id: &'t str,
    /// None where the type is not there any more.
    title: Option<&'t Text>,
}

impl<'t> Topic<'t> {
    pub fn new(program: &'t Program, kind: &'t str, id: &'t str) -> Self {
        let exports = program.export_types.iter().filter(|_| kind == "export").map(|one| (&one.id, &one.title));
        let purges = program.purge_types.iter().filter(|_| kind == "purge").map(|one| (&one.id, &one.title));
        let title = exports.chain(purges).find(|(known, _)| *known == id).map(|(_, title)| title);
        Self { kind, id, title }
    }

    pub fn purge(one: &'t PurgeType) -> Self {
        Self { kind: "purge", id: &one.id, title: Some(&one.title) }
    }

    fn is_of(&self) -> Expr {
        Expr::all([is("kind", self.kind), is("type", self.id)])
    }

    fn title(&self, locale: &str, default: &str) -> &'t str {
        self.title.map_or(self.id, |title| title.get(locale).or_else(|| title.get(default)).unwrap_or(self.id))
    }
}

/// Requests of which something is told.
pub(super) struct Requests<'r> {
    /// Their columns `request`, `subject`, `reason` and `expires`.
    rows: Select,
    when: When,
    /// Of which items something may be kept.
    kept: Vec<&'r Item>,
}

#[derive(Clone, Copy)]
enum When {
    InRun,
    OutsideOfRuns,
}

impl<'r> Requests<'r> {
    /// Rows of the table of requests.
    pub fn those(filter: Expr) -> Self {
        let columns = [("id", "request"), ("subject", "subject"), ("reason", "reason"), ("expires", "expires")];
        let columns = columns.map(|(column, name)| (Expr::column(column), Some(name.to_owned()))).to_vec();
        let rows = Select { columns, ..Select::from(REQUEST, []) }.filter(filter);
        Self { rows, when: When::OutsideOfRuns, kept: Vec::new() }
    }

    /// Rows that have a request and a subject, while a run is going on.
    pub fn of_run(table: &str, filter: Expr, kept: Vec<&'r Item>) -> Self {
        let rows = Select::from(table, ["request", "subject"].map(Expr::column)).filter(filter);
        Self { rows, when: When::InRun, kept }
    }
}

/// The lines of the outbox about an event; none where the site has no notice of it.
pub(super) fn lines(program: &Program, event: Event, topic: Topic<'_>, requests: &Requests<'_>) -> Option<Statement> {
    let notice = program.notice(event)?;
    written(notice.to.iter().map(|to| line(program, notice, *to, topic, requests)))
}

/// The same lines, each for some of the requests only.
fn written(lines: impl Iterator<Item = Select>) -> Option<Statement> {
    let mut lines = lines;
    let mut first = lines.next()?;
    first.more = lines.collect();
    Some(Statement::insert(OUTBOX, &["run", "kind", "body", "created"], first))
}

fn line(program: &Program, notice: &Notice, to: Told, topic: Topic<'_>, requests: &Requests<'_>) -> Select {
    let subject = &program.site.subject;
    let asked = program.schema.alias("probate_asked");
    let writer = Writer { program, notice, to, topic, kept: &requests.kept, asked: &asked };
    let run = match requests.when {
        When::InRun => Expr::Run,
        When::OutsideOfRuns => outside_of_runs(Expr::of(&asked, "request")),
    };
    let columns = [run, Expr::text(KIND), writer.body(), Expr::Now];
    let line = Select::values(columns).query(requests.rows.clone(), &asked);
    match to {
        // Whoever is there no more is told nothing.
        Told::Subject => line.join(&*subject.table.name, &*subject.table.name, writer.is_person()),
        Told::Controller => line,
    }
}

struct Writer<'w> {
    program: &'w Program,
    notice: &'w Notice,
    to: Told,
    topic: Topic<'w>,
    kept: &'w [&'w Item],
    /// What the rows of requests are called.
    asked: &'w str,
}

/// A stretch of JSON: known now, or when the line is written.
enum Json {
    Text(String),
    Value(Expr),
}

impl Writer<'_> {
    fn is_person(&self) -> Expr {
        let subject = &self.program.site.subject;
        let key = Expr::of(&subject.table.name, &subject.key.name);
        let key = super::rows::column(self.program, subject.table.id, subject.key.id).exact(key);
        Expr::of(self.asked, "subject").equals(key)
    }

    /// In the language of whoever is told.
    fn body(&self) -> Expr {
        let default = self.program.site.default_locale();
        let is_for = |letter: &&Letter| self.to == Told::Subject || letter.locale == default;
        let letters = self.notice.texts.iter().filter(is_for);
        in_locale(self.program, letters.map(|one| (one.locale.as_str(), self.json(one))).collect())
    }

    fn json(&self, letter: &Letter) -> Expr {
        let head = serde_json::json!({"notice": self.notice.id, "to": self.to.name(), "locale": letter.locale});
        let head = head.to_string();
        let request = Expr::Cast(Arc::new(Expr::of(self.asked, "request")), Family::Text);
        let key = super::rows::key_as_json(self.program, Expr::of(self.asked, "subject"));
        let mut all = vec![
            Json::Text(format!("{},\"request\":", head.trim_end_matches('}'))),
            Json::Value(request),
            Json::Text(",\"subject\":".to_owned()),
            Json::Value(key),
        ];
        all.extend(self.named());
        all.push(Json::Text(",\"title\":\"".to_owned()));
        all.extend(letter.subject.iter().map(|said| self.said(said, &letter.locale)));
        all.push(Json::Text("\",\"body\":\"".to_owned()));
        all.extend(letter.body.iter().map(|said| self.said(said, &letter.locale)));
        all.push(Json::Text("\"}".to_owned()));
        joined(all)
    }

    /// What the text names of the person, for whoever sends it: their address may be gone by then.
    fn named(&self) -> Vec<Json> {
        let mut values: BTreeMap<&str, &str> = BTreeMap::new();
        for value in self.notice.named() {
            if let NoticeValue::Identifier(name, column) = value {
                values.insert(name, &column.name);
            } else if *value == NoticeValue::SubjectLabel {
                values.insert("label", &self.program.site.subject.label.name);
            }
        }
        let mut all = Vec::new();
        let mut before = ",\"named\":{";
        for (name, column) in &values {
            all.push(Json::Text(format!("{before}{}:", serde_json::Value::from(*name))));
            let value = Expr::Else(Arc::new(self.of_person(column)), Arc::new(Expr::text("")));
            all.push(Json::Value(Expr::Quoted(Arc::new(value))));
            before = ",";
        }
        all.extend((!values.is_empty()).then(|| Json::Text("}".to_owned())));
        all
    }

    fn said(&self, said: &Said, locale: &str) -> Json {
        let value = match said {
            Said::Text(text) => return Json::Text(in_quotes(text)),
            Said::Of(value) => value,
        };
        let site = &self.program.site;
        let of = |name: &str| Expr::of(self.asked, name);
        let known = |text: &str| Json::Text(in_quotes(text));
        let found = match value {
            NoticeValue::TypeTitle => return known(self.topic.title(locale, site.default_locale())),
            NoticeValue::SiteTitle => return known(site.title.in_locale(locale, site.default_locale()).0),
            NoticeValue::ControllerName => return known(&site.controller.name),
            NoticeValue::ControllerContact => return known(&site.controller.contact),
            NoticeValue::RequestId => return Json::Value(Expr::Cast(Arc::new(of("request")), Family::Text)),
            NoticeValue::SubjectKey => as_text(of("subject")),
            NoticeValue::SubjectLabel => self.of_person(&site.subject.label.name),
            NoticeValue::Identifier(_, column) => self.of_person(&column.name),
            NoticeValue::RequestReason => as_text(of("reason")),
            NoticeValue::Kept => answer::kept(self.program, self.kept, locale, of("subject")),
            NoticeValue::Expires => {
                let day = Expr::Moment(Arc::new(of("expires")), Time::Date);
                Expr::Exported(Arc::new(day), Family::Date)
            }
        };
        // What is not there says nothing.
        let found = Expr::Else(Arc::new(found), Arc::new(Expr::text("")));
        Json::Value(Expr::InQuotes(Arc::new(found)))
    }

    /// A column of the person's row.
    fn of_person(&self, column: &str) -> Expr {
        let table = &self.program.site.subject.table.name;
        let value = as_text(Expr::of(table, column));
        match self.to {
            Told::Subject => value,
            Told::Controller => Expr::scalar(Select::from(table, [value]).filter(self.is_person())),
        }
    }
}

/// As every engine writes it, and beside texts of other columns.
pub(super) fn as_text(value: Expr) -> Expr {
    Expr::ByBytes(Arc::new(Expr::Cast(Arc::new(value), Family::Text)))
}

/// A text as it stands between the quotes of JSON.
fn in_quotes(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or_default().to_owned()
}

fn joined(all: Vec<Json>) -> Expr {
    let mut parts: Vec<Expr> = Vec::new();
    let mut known = String::new();
    for one in all {
        match one {
            Json::Text(text) => known.push_str(&text),
            Json::Value(value) => {
                if !known.is_empty() {
                    parts.push(Expr::text(std::mem::take(&mut known)));
                }
                parts.push(value);
            }
        }
    }
    parts.push(Expr::text(known));
    Expr::Concat(parts)
}

/// A value for each language, by what the person's row says, which is one of the query at hand. What says more is looked
/// at first: `pt-BR` before `pt`.
fn in_locale(program: &Program, mut values: Vec<(&str, Expr)>) -> Expr {
    let subject = &program.site.subject;
    let is_default = |locale: &str| locale == program.site.default_locale();
    let default = values.iter().find(|(locale, _)| is_default(locale)).map(|(_, value)| value.clone());
    let default = default.unwrap_or_else(Expr::null);
    let Some(column) = &subject.locale else { return default };
    values.sort_by_key(|(locale, _)| (std::cmp::Reverse(locale.len()), *locale));
    while values.pop_if(|(locale, _)| is_default(locale)).is_some() {}
    let arms: Vec<(Expr, Expr)> = values
        .into_iter()
        .map(|(locale, value)| {
            let tag = Expr::LanguageTag(Arc::new(Expr::of(&subject.table.name, &column.name)));
            let locale = locale.to_ascii_lowercase();
            let further = Expr::StartsWith(Arc::new(tag.clone()), format!("{locale}-"));
            (Expr::any([tag.equals(Expr::text(locale)), further]), value)
        })
        .collect();
    if arms.is_empty() { default } else { Expr::Case(arms, Arc::new(default)) }
}

/// The language that the person reads whose export this client has claimed; no row where nobody is there.
pub(super) fn language(program: &Program) -> Select {
    let site = &program.site;
    let locales = site.locales.iter().map(|locale| (locale.as_str(), Expr::text(locale)));
    let locale = in_locale(program, locales.collect());
    let key = anybody(program).columns.into_iter().map(|(key, _)| key);
    let claimed = Select::from(REQUEST, [Expr::column("subject")]).filter(mine());
    let is_theirs = Expr::all(key.map(|key| key.within(claimed.clone())));
    Select::from(&site.subject.table.name, [locale]).filter(is_theirs)
}

/// What a request has as its token when it comes into the state of an event: what marks it for [`told`], where anybody is
/// told.
pub(super) fn mark(program: &Program, event: Event) -> Option<Expr> {
    program.notice(event).map(|_| Expr::Token)
}

/// The lines about the requests that [`mark`] has marked; then they are marked no more.
pub(super) fn told(program: &Program, event: Event, topic: Topic<'_>) -> Vec<Statement> {
    let marked = || Expr::all([topic.is_of(), Expr::column("token").equals(Expr::Token), is("state", event.state())]);
    let Some(lines) = lines(program, event, topic, &Requests::those(marked())) else { return Vec::new() };
    let set = vec![("token".to_owned(), Expr::null())];
    let cleared = Change::Update { table: REQUEST.to_owned(), set, filter: marked(), kept: Vec::new() };
    vec![lines, Statement::Change(cleared)]
}

/// The lines about new requests of which nothing was told yet, each once: whoever made them, and with what client.
pub(super) fn received(program: &Program, topic: Topic<'_>, which: Option<Expr>) -> Vec<Statement> {
    let Some(notice) = program.notice(Event::RequestReceived) else { return Vec::new() };
    let noted = Select::from(TOLD, [Expr::integer(1)]).filter(Expr::of(TOLD, "request").equals(request("id")));
    let new = Expr::all([new(topic), Expr::Exists(Arc::new(noted)).negated()].into_iter().chain(which));
    let begins = format!("{{\"notice\":{},", serde_json::Value::from(notice.id.as_str()));
    let of = |name: &str| Expr::of(OUTBOX, name);
    let has_lines = Select::from(OUTBOX, [Expr::integer(1)]).filter(Expr::all([
        of("run").equals(outside_of_runs(request("id"))),
        of("kind").equals(Expr::text(KIND)),
        Expr::StartsWith(Arc::new(of("body")), begins),
    ]));
    let has_lines = Expr::Exists(Arc::new(has_lines));
    let untold = Expr::all([new.clone(), has_lines.clone().negated()]);
    let Some(lines) = of_new(program, notice, topic, &untold) else { return Vec::new() };
    // WHY: held first. Of two clients that find the same request the second waits here, and then finds it noted.
    let asked = Expr::Else(Arc::new(Expr::column("asked")), Arc::new(Expr::Now));
    let set = vec![("asked".to_owned(), asked)];
    let held = Change::Update { table: REQUEST.to_owned(), set, filter: untold, kept: Vec::new() };
    // Noted is what was written: so nothing is lost in a client that goes on after an error, nor told again when whoever
    // sends it takes the lines away.
    vec![Statement::Change(held), lines, note(Expr::all([new, has_lines]))]
}

/// The lines about a request that was made in this transaction, and which nobody else can see.
pub(super) fn received_now(program: &Program, topic: Topic<'_>, which: Expr) -> Vec<Statement> {
    let made = Expr::all([new(topic), which]);
    let lines = program.notice(Event::RequestReceived).and_then(|notice| of_new(program, notice, topic, &made));
    lines.map_or(Vec::new(), |lines| vec![lines, note(made)])
}

/// Of requests that a rule made only those that wait for somebody are told, and to the controller only.
fn of_new(program: &Program, notice: &Notice, topic: Topic<'_>, which: &Expr) -> Option<Statement> {
    let by_somebody = one_of(request("origin"), BY_RULE).negated();
    let waits = request("state").compare(Comparison::Unequal, Expr::text("approved"));
    written(notice.to.iter().map(|to| {
        let of_interest = match to {
            Told::Subject => by_somebody.clone(),
            Told::Controller => Expr::any([by_somebody.clone(), waits.clone()]),
        };
        line(program, notice, *to, topic, &Requests::those(Expr::all([which.clone(), of_interest])))
    }))
}

fn note(which: Expr) -> Statement {
    let new = Select::from(REQUEST, [request("id"), Expr::Now]).filter(which);
    Statement::insert_missing(TOLD, &["request", "at"], new)
}

/// Requests for which nothing was done.
fn new(topic: Topic<'_>) -> Expr {
    Expr::all([topic.is_of(), one_of(request("state"), NEW), request("attempts").equals(Expr::integer(0))])
}

/// What stands for the number of a run in a line about a request that is in none.
fn outside_of_runs(request: Expr) -> Expr {
    Expr::Subtract(Arc::new(Expr::integer(0)), Arc::new(request))
}

fn request(column: &str) -> Expr {
    Expr::of(REQUEST, column)
}

fn is(column: &str, value: &str) -> Expr {
    request(column).equals(Expr::text(value))
}
