//! The one printer: after a script is built, printing it cannot fail.

use super::dialect::{Dialect, Spec};
use super::{
    Arm, Change, ColumnDef, Comparison, Conflict, CreateTable, Distinct, Expr, From, Grain, Literal, Lock, Nullable,
    Script, Select, Statement, Storage, Time,
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
    Printer { spec: dialect.spec() }.statement(statement)
}

/// An expression by itself, for people to read.
pub fn expression(expr: &Expr, dialect: Dialect) -> String {
    Printer { spec: dialect.spec() }.expr(expr)
}

struct Printer {
    spec: &'static Spec,
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

impl Printer {
    fn name(&self, name: &str) -> String {
        (self.spec.name)(name)
    }

    fn names<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> String {
        names.into_iter().map(|name| self.name(name)).collect::<Vec<_>>().join(", ")
    }

    fn statement(&self, statement: &Statement) -> Vec<String> {
        match statement {
            Statement::CreateTable(table) => vec![self.create_table("create table if not exists", table)],
            Statement::CreateTemporary(table) => vec![self.create_table("create temporary table", table)],
            Statement::PretendRun => self.spec.pretend_run.iter().map(|text| (*text).to_owned()).collect(),
            Statement::CreateIndex { name, unique, table, columns, filter } => {
                let filter = filter.as_ref().map_or(String::new(), |filter| format!(" where {}", self.expr(filter)));
                vec![format!(
                    "create {}index if not exists {} on {} ({}){filter}",
                    if *unique { "unique " } else { "" },
                    self.name(name),
                    self.name(table),
                    self.names(columns.iter().copied()),
                )]
            }
            Statement::Insert { into, columns, source, conflict } => {
                let (before, after) = match conflict {
                    Conflict::Fail => ("", ""),
                    Conflict::Keep => self.spec.keep,
                };
                let columns = self.names(columns.iter().map(String::as_str));
                let source = self.select(source, Layout::Lines);
                vec![format!("insert {before}into {} ({columns})\n{source}{after}", self.name(into))]
            }
            Statement::Change(change) => vec![self.change(change)],
            Statement::Counted { step, change } => (self.spec.counted)(step, &self.change(change)),
            Statement::Query(select) => vec![self.select(select, Layout::Lines)],
            Statement::Begin(reads) => vec![(self.spec.begin)(*reads).to_owned()],
            Statement::Analyze(table) => (self.spec.analyze)(table).into_iter().collect(),
            Statement::DeferKeys => self.spec.defer_keys.map(str::to_owned).into_iter().collect(),
            Statement::Commit => vec!["commit".to_owned()],
            Statement::Extras => self.spec.install.iter().map(|text| (*text).to_owned()).collect(),
            Statement::MakeToken => self.spec.make_token.iter().map(|text| (*text).to_owned()).collect(),
            Statement::MakeRun { purge_type, program } => (self.spec.make_run)(purge_type, program),
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
        let storage = match table.storage {
            Storage::Rows => "",
            Storage::ByKey => self.spec.by_key,
        };
        format!("{create} {} (\n  {}\n){storage}", self.name(table.name), lines.join(",\n  "))
    }

    fn column(&self, column: &ColumnDef) -> String {
        let name = self.name(column.name);
        let default = column
            .default
            .as_ref()
            .map_or(String::new(), |value| format!(" default {}", self.tight(value, Bind::Atom)));
        let kind = (self.spec.type_name)(column.family);
        match column.nullable {
            Nullable::Counted => format!("{name} {}", self.spec.counted_key),
            Nullable::NotNull => format!("{name} {kind} not null{default}"),
            Nullable::Null => format!("{name} {kind}{default}"),
        }
    }

    fn change(&self, change: &Change) -> String {
        match change {
            Change::Update { table, set, filter } => {
                let set: Vec<String> =
                    set.iter().map(|(column, value)| format!("{} = {}", self.name(column), self.expr(value))).collect();
                format!("update {}\nset {}\nwhere {}", self.name(table), set.join(", "), self.expr(filter))
            }
            Change::Delete { table, filter } => {
                format!("delete from {}\nwhere {}", self.name(table), self.expr(filter))
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
        if let Some(from) = &select.from {
            out.push_str(&format!("{gap}from {}", self.from(from)));
        }
        for (table, on) in &select.joins {
            out.push_str(&format!("{gap}join {} on {}", self.from(table), self.expr(on)));
        }
        if let Some(filter) = &select.filter {
            out.push_str(&format!("{gap}where {}", self.expr(filter)));
        }
        for more in &select.more {
            out.push_str(&format!("{gap}union all {}", self.select(more, Layout::Line)));
        }
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
                let rows: Vec<String> = rows.iter().map(|row| format!("({})", self.exprs(row))).collect();
                format!("(values\n  {}\n) as {}", rows.join(",\n  "), self.name(alias))
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
        let inner = if bind == Bind::Or { Bind::And } else { Bind::Not };
        let parts: Vec<String> = parts.iter().map(|part| self.tight(part, inner)).collect();
        (parts.join(word), bind)
    }

    fn print(&self, expr: &Expr) -> (String, Bind) {
        let spec = self.spec;
        let atom = |text: String| (text, Bind::Atom);
        let compared = |text: String| (text, Bind::Compare);
        match expr {
            Expr::Column { of: None, name } => atom(self.name(name)),
            Expr::Column { of: Some(table), name } => atom(format!("{}.{}", self.name(table), self.name(name))),
            Expr::Literal(literal) => atom((spec.literal)(literal)),
            Expr::Run => atom(spec.run.to_owned()),
            Expr::Token => atom(spec.token.to_owned()),
            Expr::Now => atom(spec.now.to_owned()),
            Expr::Started => atom(self.started()),
            Expr::Moment(seconds, time) => ((spec.moment)(&self.tight(seconds, Bind::Atom), *time), Bind::Add),
            Expr::Truncated(column, grain, time) => atom(self.truncated(column, *grain, *time)),
            Expr::NowPlus { months, days } => (((spec.now_plus)(*months, *days)), Bind::Add),
            Expr::And(parts) => self.join(parts, " and ", Bind::And, "1 = 1"),
            Expr::Or(parts) => self.join(parts, " or ", Bind::Or, "1 = 0"),
            Expr::Not(inner) => (format!("not {}", self.tight(inner, Bind::Atom)), Bind::Not),
            Expr::Compare(how, left, right) => self.between_two(left, sign(*how), right),
            Expr::IsNull(inner) => compared(format!("{} is null", self.tight(inner, Bind::Add))),
            Expr::IsTrue(inner) => compared(format!("({}) is true", self.expr(inner))),
            Expr::InList(left, values) => compared(self.in_list(left, values)),
            Expr::In(left, select) => compared(format!("{} in {}", self.tight(left, Bind::Add), self.nested(select))),
            Expr::Exists(select) => compared(format!("exists {}", self.nested(select))),
            Expr::Differs(left, right) => self.between_two(left, "is distinct from", right),
            Expr::Between(value, low, high) => compared(self.between(value, low, high)),
            Expr::StartsWith(value, prefix) => compared((spec.starts_with)(&self.tight(value, Bind::Atom), prefix)),
            Expr::ByBytes(inner) => ((spec.by_bytes)(&self.tight(inner, Bind::Atom)), Bind::Add),
            Expr::Collated(inner, collation) => {
                (format!("{} collate {}", self.tight(inner, Bind::Atom), self.name(collation)), Bind::Add)
            }
            Expr::Cast(inner, family) => atom(format!("cast({} as {})", self.expr(inner), (spec.type_name)(*family))),
            Expr::AsKept(inner) => atom((spec.as_kept)(&self.tight(inner, Bind::Atom))),
            Expr::Add(left, right) => (self.sum(left, "+", right), Bind::Add),
            Expr::Subtract(left, right) => (self.sum(left, "-", right), Bind::Add),
            Expr::Count => atom("count(*)".to_owned()),
            Expr::Sum(inner) => atom(format!("coalesce(sum({}), 0)", self.expr(inner))),
            Expr::Least(inner) => atom(format!("min({})", self.expr(inner))),
            Expr::Case(arms, other) => atom(self.case(arms, other)),
            Expr::Else(first, other) => atom(format!("coalesce({}, {})", self.expr(first), self.expr(other))),
            Expr::Scalar(select) => atom(self.nested(select)),
            Expr::List(select) => atom((spec.list)(&self.list(select))),
            Expr::TupleIn(left, select) => compared(format!("({}) in {}", self.exprs(left), self.nested(select))),
            Expr::Matches(text, pattern) => {
                compared((spec.matches)(&self.tight(text, Bind::Atom), &self.tight(pattern, Bind::Atom)))
            }
            Expr::Anything => atom((spec.literal)(&Literal::Text(spec.anything.to_owned()))),
            Expr::PatternOf(inner) => atom(self.pattern_of(inner)),
            Expr::Concat(parts) => (self.concat(parts), Bind::Add),
            Expr::Slice(inner, start, end) => {
                atom(format!("substr({}, {}, {})", self.expr(inner), start + 1, end - start))
            }
            Expr::Quoted(inner) => atom((spec.quoted)(&self.expr(inner))),
            Expr::FoldCase(inner) => atom((spec.fold_case)(&self.expr(inner))),
            Expr::Object(members) => atom((spec.object)(&self.members(members))),
            Expr::Merged(groups) => atom(self.merged(groups)),
            Expr::Exported(inner, family) => atom((spec.exported)(&self.tight(inner, Bind::Atom), *family)),
        }
    }

    fn between(&self, value: &Expr, low: &Expr, high: &Expr) -> String {
        let [value, low, high] = [value, low, high].map(|part| self.tight(part, Bind::Add));
        format!("{value} between {low} and {high}")
    }

    fn truncated(&self, column: &Expr, grain: Grain, time: Time) -> String {
        (self.spec.truncated)(&self.tight(column, Bind::Atom), grain, time)
    }

    fn started(&self) -> String {
        let [started, run, of] = ["started", "probate_run", "run"].map(|name| self.name(name));
        format!("(select {started} from {run} where {of} = {})", self.spec.run)
    }

    fn between_two(&self, left: &Expr, word: &str, right: &Expr) -> (String, Bind) {
        (format!("{} {word} {}", self.tight(left, Bind::Add), self.tight(right, Bind::Add)), Bind::Compare)
    }

    fn exprs(&self, exprs: &[Expr]) -> String {
        exprs.iter().map(|expr| self.expr(expr)).collect::<Vec<_>>().join(", ")
    }

    fn pattern_of(&self, inner: &Expr) -> String {
        if let Expr::Literal(Literal::Text(text)) = inner {
            return (self.spec.literal)(&Literal::Text((self.spec.escaped)(text)));
        }
        (self.spec.pattern_of)(&self.tight(inner, Bind::Atom))
    }

    fn concat(&self, parts: &[Expr]) -> String {
        parts.iter().map(|part| self.tight(part, Bind::Atom)).collect::<Vec<_>>().join(" || ")
    }

    fn merged(&self, groups: &[Vec<Arm>]) -> String {
        let arm = |arm: &Arm| (self.expr(&arm.condition), self.members(&arm.members));
        let groups: Vec<_> = groups.iter().map(|arms| arms.iter().map(arm).collect()).collect();
        (self.spec.merged)(&groups)
    }

    fn in_list(&self, left: &Expr, values: &[Expr]) -> String {
        let left = self.tight(left, Bind::Add);
        if values.is_empty() {
            // WHY: an empty list matches nothing, and not every engine can say so.
            return format!("{left} in (null)");
        }
        format!("{left} in ({})", self.exprs(values))
    }

    fn case(&self, arms: &[(Expr, Expr)], other: &Expr) -> String {
        let arms = arms.iter().map(|(when, then)| format!("when {} then {} ", self.expr(when), self.expr(then)));
        format!("case {}else {} end", arms.collect::<String>(), self.expr(other))
    }

    fn sum(&self, left: &Expr, sign: &str, right: &Expr) -> String {
        format!("{} {sign} {}", self.tight(left, Bind::Add), self.tight(right, Bind::Atom))
    }

    /// A query whose one column is called `v`, for the dialect to make a list of.
    fn list(&self, select: &Select) -> String {
        let columns = select.columns.iter().map(|(expr, _)| (expr.clone(), Some("v".to_owned()))).collect();
        self.select(&Select { columns, ..select.clone() }, Layout::Line)
    }

    fn members(&self, members: &[(String, Expr)]) -> Vec<(String, String)> {
        members.iter().map(|(key, value)| (key.clone(), self.expr(value))).collect()
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
