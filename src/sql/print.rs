//! The one printer: after a script is built, printing it cannot fail.

mod compare;
mod json;

use super::dialect::{Dialect, Dialects, KeyChecks, NewRun, PrintedChange, PrintedIndex, Spec};
use super::{
    Change, ColumnDef, Comparison, Conflict, CreateTable, Distinct, Expired, Expr, From, Grain, Length, Literal, Lock,
    Nullable, Script, Select, Statement, Time,
};

/// A script as a file: client lines, comments, statements; one line break at the end.
pub fn script(script: &Script, dialect: Dialect) -> String {
    let spec = dialect.spec();
    let mut out = String::new();
    for line in &script.header {
        comment(line, &mut out);
    }
    for line in spec.client {
        out.push_str(line);
        out.push('\n');
    }
    for piece in &script.pieces {
        if !piece.comment.is_empty() {
            out.push('\n');
        }
        for line in &piece.comment {
            comment(line, &mut out);
        }
        for text in statement(&piece.statement, dialect) {
            out.push_str(&text);
            out.push_str(";\n");
        }
    }
    out
}

/// What a connection must be told before it runs a script of ours: of the lines for the client programs, those that the
/// database itself understands.
pub fn session(dialect: Dialect) -> Vec<String> {
    let lines = dialect.spec().client.iter().filter(|line| !line.starts_with(['.', '\\']));
    lines.map(|line| line.trim_end_matches(';').to_owned()).collect()
}

/// A comment ends where its line ends, so nothing in it may end the line.
fn comment(line: &str, out: &mut String) {
    out.push_str("-- ");
    out.extend(
        line.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { '\u{FFFD}' } else { c }),
    );
    out.push('\n');
}

/// The statements of one database that carry out one of ours, without their semicolons.
pub fn statement(statement: &Statement, dialect: Dialect) -> Vec<String> {
    statement_at(statement, dialect, None)
}

/// The same at that second since 1970, instead of whenever the database runs it.
pub fn statement_at(statement: &Statement, dialect: Dialect, now: Option<i64>) -> Vec<String> {
    Printer { spec: dialect.spec(), dialect, now }.statement(statement)
}

/// An expression by itself, for people to read.
pub fn expression(expr: &Expr, dialect: Dialect) -> String {
    Printer { spec: dialect.spec(), dialect, now: None }.expr(expr)
}

struct Printer {
    spec: &'static Spec,
    dialect: Dialect,
    now: Option<i64>,
}

/// How tightly an expression holds together, to know where parentheses are needed.
#[derive(PartialEq, PartialOrd, Clone, Copy)]
enum Bind {
    Or,
    And,
    Not,
    Compare,
    Add,
    Atom,
}

fn atom(text: String) -> (String, Bind) {
    (text, Bind::Atom)
}

fn compared(text: String) -> (String, Bind) {
    (text, Bind::Compare)
}

impl Printer {
    fn name(&self, name: &str) -> String {
        (self.spec.name)(name)
    }

    fn names<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> String {
        names.into_iter().map(|name| self.name(name)).collect::<Vec<_>>().join(", ")
    }

    fn statement(&self, statement: &Statement) -> Vec<String> {
        match statement {
            Statement::CreateTable(table) => {
                let create = format!("create {}table if not exists", (self.spec.table_kind)(table.storage));
                vec![self.create_table(&create, table)]
            }
            Statement::CreateTemporary(table) => {
                let made = self.create_table("create temporary table", table);
                (self.spec.drop_temporary)(table.name).into_iter().chain([made]).collect()
            }
            Statement::PretendRun => self.spec.pretend_run.iter().map(|text| (*text).to_owned()).collect(),
            Statement::CreateIndex { name, unique, table, columns, filter } => {
                let columns = columns.iter().map(|column| self.name(column)).collect();
                let filter = filter.as_ref().map(|filter| self.expr(filter));
                (self.spec.index)(&PrintedIndex { name, unique: *unique, table, columns, filter })
            }
            Statement::CreateView { name, query } => {
                (self.spec.view)(&self.name(name), &self.select(query, Layout::Lines))
            }
            Statement::Role { name, uses } => (self.spec.role)(name, *uses),
            Statement::Grant(grant) => (self.spec.grant)(grant),
            Statement::Insert { into, columns, source, conflict } => {
                let (before, after) = match conflict {
                    Conflict::Fail => ("", String::new()),
                    Conflict::Keep => (self.spec.keep)(into, columns.first().map_or("", String::as_str)),
                };
                let columns = self.names(columns.iter().map(String::as_str));
                let source = self.select(source, Layout::Lines);
                vec![format!("insert {before}into {} ({columns})\n{source}{after}", self.name(into))]
            }
            Statement::Change(change) => vec![self.change(change)],
            Statement::Counted { step, change } => (self.spec.counted)(step, &self.change(change)),
            Statement::Query(select) => vec![self.select(select, Layout::Lines)],
            Statement::Begin(reads) => (self.spec.begin)(*reads).iter().map(|text| (*text).to_owned()).collect(),
            Statement::Analyze(table) => (self.spec.analyze)(table).into_iter().collect(),
            Statement::DeferKeys => match self.spec.keys {
                KeyChecks::WhenTold(statement) => vec![statement.to_owned()],
                KeyChecks::AtTheEnd | KeyChecks::AtOnce => Vec::new(),
            },
            Statement::Commit => vec!["commit".to_owned()],
            Statement::Remember(name, value) => {
                let kept = self.spec.variable.map(|variable| format!("set {} = {}", variable(name), self.expr(value)));
                kept.into_iter().collect()
            }
            Statement::CommitUnawaited => self.spec.commit_unawaited.iter().map(|text| (*text).to_owned()).collect(),
            Statement::Extras => self.spec.install.iter().map(|text| (*text).to_owned()).collect(),
            Statement::MakeToken => self.spec.make_token.iter().map(|text| (*text).to_owned()).collect(),
            Statement::MakeRun { purge_type, program, claimed, tables } => {
                let claimed = (claimed.table, &*self.expr(&claimed.filter));
                (self.spec.make_run)(&NewRun { purge_type, program, claimed, now: &self.now(), tables })
            }
            Statement::Settle(checks) => {
                let checks: Vec<_> = checks.iter().map(|(what, bad)| (what.clone(), self.expr(bad))).collect();
                (self.spec.settle)(&checks)
            }
        }
    }

    fn create_table(&self, create: &str, table: &CreateTable) -> String {
        let mut lines: Vec<String> = table.columns.iter().map(|column| self.column(column)).collect();
        if !table.primary_key.is_empty() {
            lines.push(format!("primary key ({})", self.names(table.primary_key.iter().copied())));
        }
        for (name, check) in &table.checks {
            lines.push(format!("constraint {} check ({})", self.name(name), self.expr(check)));
        }
        if let Some((constraint, column)) = table.must_be_zero {
            lines.push((self.spec.must_be_zero)(constraint, column));
        }
        let storage = (self.spec.table_end)(table.storage);
        format!("{create} {} (\n  {}\n){storage}", self.name(table.name), lines.join(",\n  "))
    }

    fn column(&self, column: &ColumnDef) -> String {
        let name = self.name(column.name);
        let default = column
            .default
            .as_ref()
            .map_or(String::new(), |value| format!(" default {}", self.tight(value, Bind::Atom)));
        let kind = (self.spec.column_type)(column.family, column.longest);
        match column.nullable {
            Nullable::Counted => format!("{name} {}", self.spec.counted_key),
            Nullable::NotNull => format!("{name} {kind} not null{default}"),
            Nullable::Null => format!("{name} {kind}{default}"),
        }
    }

    fn change(&self, change: &Change) -> String {
        match change {
            Change::Update { table, set, kept, filter } => {
                let reads_itself = filter.reads_meanwhile(table) || set.iter().any(|(_, value)| value.reads(table));
                let set = set.iter().map(|(column, value)| (self.name(column), self.expr(value)));
                let kept = kept.iter().filter(|_| self.spec.follows_changes);
                let as_they_are = kept.map(|column| (self.name(column), self.expr(&Expr::of(table, column))));
                let set: Vec<(String, String)> = set.chain(as_they_are).collect();
                let change = PrintedChange { table, filter: self.expr(filter), reads_itself };
                (self.spec.update)(&change, &set)
            }
            Change::Delete { table, filter } => {
                let reads_itself = filter.reads(table);
                (self.spec.delete)(&PrintedChange { table, filter: self.expr(filter), reads_itself })
            }
        }
    }

    fn select(&self, select: &Select, layout: Layout) -> String {
        let gap = layout.gap();
        let columns: Vec<String> = select
            .columns
            .iter()
            .map(|(expr, alias)| match alias {
                Some(alias) => format!("{} as {}", self.expr(expr), self.name(alias)),
                None => self.expr(expr),
            })
            .collect();
        let distinct = match select.distinct {
            Distinct::All => "",
            Distinct::Distinct => "distinct ",
        };
        let mut out = format!("select {distinct}{}", columns.join(", "));
        out.push_str(&self.rest(select, layout));
        if !select.order.is_empty() {
            let order: Vec<String> = select.order.iter().map(|expr| self.expr(expr)).collect();
            out.push_str(&format!("{gap}order by {}", order.join(", ")));
        }
        if let Some(limit) = select.limit {
            out.push_str(&format!("{gap}limit {limit}"));
        }
        if select.lock == Lock::Held && !self.spec.lock.is_empty() {
            out.push_str(&format!("{gap}{}", self.spec.lock));
        }
        out
    }

    /// What follows the columns of a query, without order and limit.
    fn rest(&self, select: &Select, layout: Layout) -> String {
        let gap = layout.gap();
        let mut out = String::new();
        if let Some(from) = &select.from {
            out.push_str(&format!("{gap}from {}", self.from(from)));
        }
        for (table, on) in &select.joins {
            out.push_str(&format!("{gap}join {} on {}", self.from(table), self.expr(on)));
        }
        if let Some(filter) = &select.filter {
            out.push_str(&format!("{gap}where {}", self.expr(filter)));
        }
        if !select.group.is_empty() {
            let group: Vec<String> = select.group.iter().map(|expr| self.expr(expr)).collect();
            out.push_str(&format!("{gap}group by {}", group.join(", ")));
        }
        for more in &select.more {
            out.push_str(&format!("{gap}union all {}", self.select(more, Layout::Line)));
        }
        out
    }

    fn from(&self, from: &From) -> String {
        match from {
            From::Table { name, alias: None } => self.name(name),
            From::Table { name, alias: Some(alias) } => format!("{} as {}", self.name(name), self.name(alias)),
            From::Query { query, alias } => format!("({}) as {}", self.select(query, Layout::Line), self.name(alias)),
            From::Reached { first, next, columns, alias } => {
                let columns = self.names(columns.iter().map(String::as_str));
                let [first, next] = [first, next].map(|query| self.select(query, Layout::Line));
                let alias = self.name(alias);
                // Each row once: so circles in the data come to an end.
                let found = format!("with recursive {alias} ({columns}) as ({first} union {next})");
                format!("({found} select {columns} from {alias}) as {alias}")
            }
            From::Values { rows, alias } => {
                let rows: Vec<Vec<String>> =
                    rows.iter().map(|row| row.iter().map(|value| self.expr(value)).collect()).collect();
                format!("{} as {}", (self.spec.values)(&rows), self.name(alias))
            }
        }
    }

    fn nested(&self, select: &Select) -> String {
        format!("({})", self.select(select, Layout::Line))
    }

    fn expr(&self, expr: &Expr) -> String {
        self.print(expr).0
    }

    fn tight(&self, expr: &Expr, at_least: Bind) -> String {
        let (text, bind) = self.print(expr);
        if bind < at_least { format!("({text})") } else { text }
    }

    fn join(&self, parts: &[Expr], word: &str, bind: Bind, empty: &str) -> (String, Bind) {
        if parts.is_empty() {
            return (empty.to_owned(), Bind::Compare);
        }
        let parts: Vec<String> = parts.iter().map(|part| self.tight(part, Bind::And)).collect();
        (parts.join(word), bind)
    }

    fn print(&self, expr: &Expr) -> (String, Bind) {
        let spec = self.spec;
        match expr {
            Expr::Column { of, name } => atom(self.named(of.as_deref(), name)),
            Expr::Literal(literal) => atom((spec.literal)(literal)),
            Expr::Run => atom(spec.run.to_owned()),
            Expr::Token => atom(spec.token.to_owned()),
            Expr::Now => atom(self.now()),
            Expr::Started => atom(self.started()),
            Expr::Moment(seconds, time) => ((spec.moment)(&self.tight(seconds, Bind::Atom), *time), Bind::Add),
            Expr::Iso(seconds) => atom((spec.iso)(&self.tight(seconds, Bind::Atom))),
            Expr::Truncated(column, grain, time) => atom(self.truncated(column, *grain, *time)),
            Expr::NowPlus { months, days } => (self.now_plus(*months, *days), Bind::Add),
            Expr::Expired(expired) => (self.expired(expired), Bind::And),
            Expr::Ends(clock, time, after) => atom(self.ends(clock, *time, *after)),
            Expr::And(parts) => self.join(parts, " and ", Bind::And, "1 = 1"),
            Expr::Or(parts) => self.join(parts, " or ", Bind::Or, "1 = 0"),
            Expr::Not(inner) => (format!("not {}", self.tight(inner, Bind::Atom)), Bind::Not),
            Expr::Compare(how, left, right) => self.between_two(left, sign(*how), right),
            Expr::IsNull(inner) => compared(format!("{} is null", self.tight(inner, Bind::Add))),
            Expr::IsTrue(inner) => compared(format!("({}) is true", self.expr(inner))),
            Expr::InList(left, values) => compared(self.in_list(left, values)),
            Expr::In(left, select) => compared(self.within(std::slice::from_ref(left), select)),
            Expr::Exists(select) => compared(format!("exists {}", self.nested(select))),
            Expr::Differs(left, right) => compared(self.differs(left, right)),
            Expr::Between(value, low, high) => compared(self.between(value, low, high)),
            Expr::StartsWith(value, prefix) => compared((spec.starts_with)(&self.tight(value, Bind::Atom), prefix)),
            Expr::ByBytes(inner) => (self.by_bytes(inner), Bind::Add),
            Expr::Exact(inner, dialects) => self.exact(inner, *dialects),
            Expr::Found(found, exact, dialects) => self.found(found, exact, *dialects),
            Expr::Referring(inner, collation) => (self.referring(inner, collation.as_deref()), Bind::Add),
            Expr::Cast(inner, family) => atom((spec.cast)(&self.expr(inner), *family)),
            Expr::Number(inner) => atom((spec.number)(&self.expr(inner))),
            Expr::Remembered(name, inner) => spec.variable.map_or_else(|| self.print(inner), |of| atom(of(name))),
            Expr::AsKept(inner) => atom((spec.as_kept)(&self.tight(inner, Bind::Atom))),
            Expr::Add(left, right) => (self.sum(left, "+", right), Bind::Add),
            Expr::Subtract(left, right) => (self.sum(left, "-", right), Bind::Add),
            Expr::Count => atom("count(*)".to_owned()),
            Expr::Sum(inner) => atom(format!("coalesce(sum({}), 0)", self.expr(inner))),
            Expr::Least(inner) => atom(format!("min({})", self.expr(inner))),
            Expr::Greatest(inner) => atom(format!("max({})", self.expr(inner))),
            Expr::Case(arms, other) => atom(self.case(arms, other)),
            Expr::Else(first, other) => atom(format!("coalesce({}, {})", self.expr(first), self.expr(other))),
            Expr::Scalar(select) => atom(self.nested(select)),
            Expr::List(_) | Expr::Lists(_) | Expr::Lines(_) => atom(self.listed(expr)),
            Expr::Around(..) | Expr::Indexed(..) => self.print(&spec.known(expr)),
            Expr::TupleIn(left, select) => compared(self.within(left, select)),
            Expr::Matches(text, pattern) => compared(self.matches(text, pattern)),
            Expr::Anything => atom((spec.literal)(&Literal::Text(spec.anything.to_owned()))),
            Expr::PatternOf(inner) => atom(self.pattern_of(inner)),
            Expr::Concat(parts) => (self.concat(parts), Bind::Add),
            Expr::Slice(inner, start, end) => atom(self.slice(inner, *start, *end)),
            Expr::Quoted(inner) | Expr::InQuotes(inner) => atom(self.quoted(expr, inner)),
            Expr::LanguageTag(inner) => atom(format!("replace({}, '_', '-')", (spec.fold_case)(&self.expr(inner)))),
            Expr::FoldCase(inner) => atom((spec.fold_case)(&self.expr(inner))),
            Expr::Object(members) => atom((spec.object)(&self.members(members))),
            Expr::Merged(groups) => atom(self.merged(groups)),
            Expr::Exported(..) | Expr::ExportedMoment(..) => atom(self.exported(expr)),
        }
    }

    fn named(&self, of: Option<&str>, name: &str) -> String {
        of.map_or_else(|| self.name(name), |table| format!("{}.{}", self.name(table), self.name(name)))
    }

    /// With the quotes, or what stands between them.
    fn quoted(&self, expr: &Expr, inner: &Expr) -> String {
        let quoted = (self.spec.quoted)(&self.expr(inner));
        if matches!(expr, Expr::Quoted(_)) { quoted } else { (self.spec.in_quotes)(&quoted) }
    }

    fn exact(&self, inner: &Expr, dialects: Dialects) -> (String, Bind) {
        if dialects.contains(self.dialect) { (self.by_bytes(inner), Bind::Add) } else { self.print(inner) }
    }

    fn referring(&self, inner: &Expr, collation: Option<&str>) -> String {
        (self.spec.referring)(&self.tight(inner, Bind::Atom), collation)
    }

    fn matches(&self, text: &Expr, pattern: &Expr) -> String {
        (self.spec.matches)(&self.tight(text, Bind::Atom), &self.tight(pattern, Bind::Atom))
    }

    fn slice(&self, inner: &Expr, start: u32, end: u32) -> String {
        format!("substr({}, {}, {})", self.expr(inner), start + 1, end - start)
    }

    fn now_plus(&self, months: i32, days: i32) -> String {
        if months == 0 {
            return format!("{} + {}", self.now(), i64::from(days) * 86_400);
        }
        (self.spec.months_on)(self.now, months, days)
    }

    fn ends(&self, clock: &Expr, time: Time, after: Length) -> String {
        (self.spec.ends)(&self.tight(clock, Bind::Atom), time, after)
    }

    fn expired(&self, expired: &Expired) -> String {
        let clock = self.tight(&expired.clock, Bind::Atom);
        let is_looked_up = expired.now == Expr::Started && self.spec.variable.is_none();
        let (now, of) =
            if is_looked_up { self.of_run() } else { (self.tight(&expired.now, Bind::Atom), String::new()) };
        let end = (self.spec.cut)(&now, expired.after);
        (self.spec.before)(&clock, expired.time, &end, &|value| (self.spec.once)(value, &of))
    }

    fn now(&self) -> String {
        self.now.map_or_else(|| self.spec.now.to_owned(), |seconds| seconds.to_string())
    }

    fn truncated(&self, column: &Expr, grain: Grain, time: Time) -> String {
        (self.spec.truncated)(&self.tight(column, Bind::Atom), grain, time)
    }

    fn started(&self) -> String {
        if let Some(variable) = self.spec.variable {
            return variable("started");
        }
        let (started, of) = self.of_run();
        format!("(select {started}{of})")
    }

    /// When the run began, and where that stands.
    fn of_run(&self) -> (String, String) {
        let [started, run, of] = ["started", "probate_run", "run"].map(|name| self.name(name));
        let by_number = || format!(" from {run} where {of} = {}", self.spec.run);
        (started, self.spec.from_run.map_or_else(by_number, str::to_owned))
    }

    fn pattern_of(&self, inner: &Expr) -> String {
        if let Expr::Literal(Literal::Text(text)) = inner {
            return (self.spec.literal)(&Literal::Text((self.spec.escaped)(text)));
        }
        (self.spec.pattern_of)(&self.tight(inner, Bind::Atom))
    }

    fn concat(&self, parts: &[Expr]) -> String {
        // Columns of several collations are no arguments of one function where each has its own.
        let part = |part: &Expr| {
            let is_column = matches!(part, Expr::Column { of: Some(_), .. });
            if is_column && self.spec.text_by_bytes.is_some() {
                self.by_bytes(part)
            } else {
                self.tight(part, Bind::Atom)
            }
        };
        (self.spec.concat)(&parts.iter().map(part).collect::<Vec<_>>())
    }

    fn case(&self, arms: &[(Expr, Expr)], other: &Expr) -> String {
        let arms = arms.iter().map(|(when, then)| format!("when {} then {} ", self.expr(when), self.expr(then)));
        format!("case {}else {} end", arms.collect::<String>(), self.expr(other))
    }

    fn sum(&self, left: &Expr, sign: &str, right: &Expr) -> String {
        format!("{} {sign} {}", self.tight(left, Bind::Add), self.tight(right, Bind::Atom))
    }
}

#[derive(Clone, Copy)]
enum Layout {
    /// Each clause on a line of its own.
    Lines,
    Line,
}

impl Layout {
    fn gap(self) -> &'static str {
        match self {
            Self::Lines => "\n",
            Self::Line => " ",
        }
    }
}

fn sign(how: Comparison) -> &'static str {
    match how {
        Comparison::Equal => "=",
        Comparison::Unequal => "<>",
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => ">=",
    }
}
