//! A case as a project. JSON is YAML.

use serde_json::{Map, Value as Json, json};

use super::clocks::By;
use super::policy::{
    Action, Duty, Entry, Item, KEY, LABEL, Moment, Names, Part, Path, Piece, Relation, Shared, Way, World,
};
use super::table::{Table, Timer, Unit, Value, quoted};
use crate::calendar::{self, Period};

impl World {
    pub fn yaml(&self) -> String {
        let mut documents = vec![self.site()];
        let items: Map<String, Json> = (0..self.items.len())
            .filter(|at| !self.items[*at].entries.is_empty())
            .map(|at| (format!("i{at}"), self.item(&self.items[at])))
            .collect();
        let mut component = json!({"kind": "Component", "id": "c", "title": "C", "items": items});
        if let Some(shared) = self.shared.as_ref().filter(|_| self.entries().any(|entry| entry.side().is_some())) {
            component["shared_rows"] = json!({"both": self.sides(shared)});
        }
        documents.push(component);
        for (at, purge_type) in self.purge_types.iter().enumerate() {
            let include =
                if purge_type.by_pattern { json!({"include": ["c.*"]}) } else { self.named(&purge_type.items) };
            let mut written = json!({
                "kind": "PurgeType", "id": format!("p{at}"), "title": "P", "use": ["manual"],
                "status": self.statuses[purge_type.status].0, "items": include,
            });
            if let Some(within) = &purge_type.within {
                written["within"] = self.within(within);
            }
            documents.push(written);
        }
        if !self.export_items.is_empty() {
            documents.push(json!({
                "kind": "ExportType", "id": "e", "title": "E", "use": ["officer"], "items": self.named(&self.export_items), "keep_for": "P1M",
            }));
        }
        documents.extend(self.keeping());
        documents.iter().map(|document| format!("---\n{document}\n")).collect()
    }

    fn keeping(&self) -> Vec<Json> {
        let some = |items: &[usize]| items.iter().any(|at| !self.items[*at].entries.is_empty());
        let duties = self.duties.iter().enumerate().filter(|(_, duty)| some(&duty.items)).map(|(at, duty)| {
            let mut rule = self.rule(&format!("d{at}"), "at_least", duty);
            rule["duty"] = json!({"law": "L", "ground": "gdpr.17.3.b"});
            if !duty.meanwhile.is_empty() {
                let set = duty.meanwhile.iter().map(|(name, value)| (name.clone(), value.json()));
                rule["meanwhile"] = json!({"overwrite": set.collect::<Map<_, _>>()});
            }
            rule
        });
        let holds = self.holds.iter().enumerate().filter(|(_, hold)| some(&hold.items)).map(|(at, hold)| {
            let mut written =
                json!({"kind": "LegalHold", "id": format!("h{at}"), "title": "H", "items": self.named(&hold.items)});
            if let Some(until) = hold.until {
                written["until"] = json!(calendar::day(until).to_string());
            }
            written
        });
        let ending = self.ending.iter().enumerate().filter(|(_, one)| some(&one.items)).map(|(at, one)| {
            let mut rule = self.rule(&format!("end{at}"), "at_most", one);
            rule["then"] = json!("purge");
            rule
        });
        duties.chain(holds).chain(ending).collect()
    }

    fn rule(&self, id: &str, how: &str, rule: &Duty) -> Json {
        let after = rule.after.iter().map(|moment| match moment {
            Moment::Row(number) => format!("row.k{number}"),
            Moment::Subject(number) => format!("subject.k{number}"),
            Moment::Place(kind) => format!("{}.k0", kind.name()),
        });
        let after: Vec<String> = after.collect();
        let after = if let [one] = after.as_slice() { json!(one) } else { json!({"latest": after}) };
        let period = |period: Option<Period>| json!(period.map_or_else(|| "unlimited".to_owned(), Period::iso));
        let mut written = json!({
            "kind": "RetentionRule", "id": id, "items": self.named(&rule.items),
            "period": {how: period(rule.period), "after": after},
        });
        if let Some(within) = &rule.within {
            written["within"] = self.within(within);
        }
        if !rule.roles.is_empty() {
            let roles = rule.roles.iter().map(|(role, of_role)| (role.clone(), json!({how: period(*of_role)})));
            written["roles"] = roles.collect::<Map<_, _>>().into();
        }
        written
    }

    /// The clocks that duties count from.
    pub fn counted_from(table: &Table) -> Map<String, Json> {
        let one = |(at, clock): (usize, &Timer)| {
            let mut written = json!({"column": table.columns[clock.column].name});
            match clock.unit {
                Unit::Seconds => written["unit"] = json!("unix"),
                Unit::Milliseconds => written["unit"] = json!("unix_ms"),
                Unit::Native => {}
            }
            (format!("k{at}"), written)
        };
        let there = |(_, clock): &(usize, &Timer)| !table.columns[clock.column].dropped;
        table.timers.iter().enumerate().filter(there).map(one).collect()
    }

    fn named(&self, items: &[usize]) -> Json {
        let there = items.iter().filter(|at| !self.items[**at].entries.is_empty());
        json!({"include": there.map(|at| format!("c.i{at}")).collect::<Vec<_>>()})
    }

    fn site(&self) -> Json {
        let people = &self.tables[0];
        let statuses: Map<String, Json> = self
            .statuses
            .iter()
            .map(|(name, condition)| {
                let meaning = condition.as_ref().map_or(json!("default"), |when| json!({"when": when.text(people)}));
                (name.clone(), meaning)
            })
            .collect();
        let mut subject = json!({
            "table": people.name, "key": people.columns[KEY].name, "label": people.columns[LABEL].name,
            "status": statuses, "nobody": self.nobody.iter().map(Value::json).collect::<Vec<_>>(),
        });
        if let Some(protected) = &self.protected {
            subject["protected"] = json!(protected.text(people));
        }
        if let Some(former) = &self.placeholder {
            subject["placeholders"] = json!({"former": {"where": former.text(people)}});
        }
        if !self.identifiers.is_empty() {
            subject["identifiers"] =
                (0..self.identifiers.len()).map(|at| self.identifier(at)).collect::<Map<_, _>>().into();
        }
        let clocks = self.clocks_by(By::Site, 0).into_iter().chain(Self::counted_from(people)).collect::<Map<_, _>>();
        if !clocks.is_empty() {
            subject["clocks"] = clocks.into();
        }
        let mut site = json!({
            "kind": "Site", "id": "laws", "title": "Laws", "controller": {"name": "T", "contact": "t@example.org"},
            "lints": {"secret-exported": {"level": "allow", "because": "names are drawn here"}},
            "locales": ["en"], "schema": "schema.sql", "dialects": [self.engine.dialect()], "subject": subject,
            "lints": {"secret-exported": {"level": "allow", "because": "A column's name only looks like a secret's."}},
        });
        let relations = self.relations();
        if !relations.is_empty() {
            site["relations"] = json!(relations);
        }
        let places = self.places();
        if !places.is_empty() {
            site["contexts"] = places.into();
        }
        if let Some(conventions) = self.conventions() {
            site["conventions"] = conventions;
        }
        if let Some(settings) = &self.settings {
            let table = &self.tables[settings.table];
            let name = |at: usize| table.columns[at].name.clone();
            site["preferences"] = json!({
                "table": table.name, "owner": name(settings.owner), "name": name(settings.name), "value": name(settings.value),
            });
        }
        self.say_places(&mut site);
        site
    }

    fn identifier(&self, at: usize) -> (String, Json) {
        let identifier = &self.identifiers[at];
        let mut meaning = match identifier.path.own() {
            Some(own) => json!({"column": self.tables[0].columns[own].name}),
            None => json!({"path": self.path(0, &identifier.path)}),
        };
        if identifier.folds {
            meaning["compare"] = json!("case_insensitive");
        }
        (format!("n{at}"), meaning)
    }

    fn relations(&self) -> Vec<Json> {
        let mut relations = Vec::new();
        for table in self.tables.iter().filter(|table| !table.dropped) {
            for foreign in table.links().filter(|foreign| !foreign.declared) {
                let other = &self.tables[foreign.table];
                let side = |table: &Table, at: usize| format!("{}.{}", table.name, table.columns[at].name);
                let mut relation =
                    json!({"from": side(table, foreign.columns[0]), "to": side(other, foreign.target[0])});
                if let Some(when) = &foreign.when {
                    relation["when"] = json!(when.text(table));
                }
                relations.push(relation);
            }
        }
        relations
    }

    pub fn path(&self, table: usize, path: &Path) -> String {
        let mut at = table;
        let mut steps = Vec::new();
        for step in &path.steps {
            let mut text = match step.way {
                Way::Up { foreign } => self.tables[at].referring(foreign).to_owned(),
                Way::Down { table, foreign } => {
                    let table = &self.tables[table];
                    format!("<{}.{}>", table.name, table.referring(foreign))
                }
            };
            at = self.entered(at, step);
            if let Some(filter) = &step.filter {
                text += &format!("[{}]", filter.text(&self.tables[at]));
            }
            steps.push(text);
        }
        steps.push(self.tables[at].columns[path.last].name.clone());
        steps.join(".")
    }

    fn item(&self, item: &Item) -> Json {
        let mut written = json!({"title": "I"});
        if !item.only.is_empty() {
            written["only"] = item.only.iter().map(|at| json!(self.statuses[*at].0)).collect();
        }
        if let [entry @ Entry { settings: Some(patterns), .. }] = item.entries.as_slice() {
            written["preferences"] = json!(patterns);
            if entry.purge[0].action != Action::Delete {
                written["purge"] = self.purge(entry);
            }
        } else if let Some(side) = item.entries[0].side() {
            written["side"] = json!(format!("both.s{side}"));
        } else {
            written["rows"] = item.entries.iter().map(|entry| self.entry(entry)).collect();
        }
        written
    }

    fn sides(&self, shared: &Shared) -> Json {
        let table = &self.tables[shared.table];
        let sides: Map<String, Json> = shared
            .sides
            .iter()
            .enumerate()
            .map(|(at, side)| {
                let mut written = json!({"owner": table.columns[side.owner].name, "leave": values(table, &side.leave)});
                if let Some(gone) = &side.gone {
                    written["gone"] = json!(gone.text(table));
                }
                (format!("s{at}"), written)
            })
            .collect();
        let mut rows = json!({"tables": [table.name], "export": export(table, &shared.export), "sides": sides});
        if !shared.parts.is_empty() {
            let parts: Json = shared.parts.iter().map(|part| self.part(shared.table, part)).collect();
            rows["parts"] = json!({table.name.clone(): parts});
        }
        rows
    }

    fn referring(&self, all: &[(usize, usize)]) -> Json {
        let one = |(table, foreign): &(usize, usize)| {
            let table = &self.tables[*table];
            json!(format!("{}.{}", table.name, table.referring(*foreign)))
        };
        all.iter().map(one).collect()
    }

    fn entry(&self, entry: &Entry) -> Json {
        let table = &self.tables[entry.table];
        let path = self.path(entry.table, &entry.path);
        let relation = match &entry.names {
            Names::Key if !entry.others.is_empty() => {
                entry.paths().map(|path| json!(self.path(entry.table, path))).collect()
            }
            Names::Key => json!(path),
            Names::Identifier(at) => json!({"path": path, "is": format!("n{at}")}),
            Names::Template(pieces) => json!({"path": path, "is": template(pieces)}),
        };
        let mut row = json!({"table": table.name, "export": export(table, &entry.export)});
        let key = match entry.relation {
            Relation::Owner if !entry.others.is_empty() => "owners",
            Relation::Owner | Relation::Side(_) => "owner",
            Relation::Mention => "mention",
            Relation::Access => "access",
        };
        row[key] = relation;
        if let Some(place) = self.place_of(entry.table) {
            row["place"] = json!(place);
        }
        let clocks = self.clocks_of(entry).into_iter().chain(Self::counted_from(table)).collect::<Map<_, _>>();
        if !clocks.is_empty() {
            row["clocks"] = clocks.into();
        }
        let looked = entry.looks.as_ref().map(|look| {
            let there = self.path(entry.table, &look.path);
            let (way, _) = there.split_once('.').expect("a step");
            look.when.text_after(&format!("{}.", quoted(way)), &self.tables[self.end(entry.table, &look.path)])
        });
        let asked: Vec<String> = entry.condition.iter().map(|when| when.text(table)).chain(looked).collect();
        match asked.as_slice() {
            [] => {}
            [one] => row["where"] = json!(one),
            more => row["where"] = json!(format!("({})", more.join(") and ("))),
        }
        if let [only] = entry.purge.as_slice()
            && let Action::Empty(columns) = &only.action
        {
            row["columns"] = columns.iter().map(|at| json!(table.columns[*at].name)).collect();
        }
        if !entry.purge.is_empty() {
            row["purge"] = self.purge(entry);
        }
        if let Some(while_owned) = &entry.while_owned {
            row["while_owned"] = match action(table, while_owned) {
                Json::Object(object) if object.contains_key("keep") => json!("keep"),
                other => other,
            };
        }
        if let Some(referenced) = &entry.while_referenced {
            let instead = match &referenced.instead {
                Action::Keep => json!("keep"),
                other => action(table, other),
            };
            row["while_referenced"] = json!({"by": self.referring(&referenced.by), "instead": instead});
        }
        if !entry.carries.is_empty() {
            row["carries"] = self.referring(&entry.carries);
        }
        if !entry.parts.is_empty() {
            row["parts"] = entry.parts.iter().map(|part| self.part(entry.table, part)).collect();
        }
        row
    }

    fn purge(&self, entry: &Entry) -> Json {
        let table = &self.tables[entry.table];
        if let [only] = entry.purge.as_slice()
            && only.condition.is_none()
        {
            return action(table, &only.action);
        }
        let outcomes = entry.purge.iter().map(|outcome| match &outcome.condition {
            Some(when) => json!({"where": when.text(table), "then": action(table, &outcome.action)}),
            None => json!({"else": action(table, &outcome.action)}),
        });
        outcomes.collect()
    }

    fn part(&self, parent: usize, part: &Part) -> Json {
        let table = &self.tables[part.table];
        let mut link = format!("{}.{}", table.name, table.columns[part.column].name);
        if self.tables[parent].key != [part.of] {
            link += &format!(" = {}", self.tables[parent].columns[part.of].name);
        }
        let is_bare = part.export.is_empty() && part.purge.is_none() && part.condition.is_none();
        if is_bare && part.parts.is_empty() {
            return json!(link);
        }
        let mut written = json!({"table": link, "export": export(table, &part.export)});
        if let Some(condition) = &part.condition {
            written["where"] = json!(condition.text(table));
        }
        if let Some(list) = &part.list {
            written["as"] = json!(list);
        }
        if let Some(purge) = &part.purge {
            written["purge"] = action(table, purge);
        }
        if !part.parts.is_empty() {
            written["parts"] = part.parts.iter().map(|inner| self.part(part.table, inner)).collect();
        }
        written
    }
}

fn export(table: &Table, columns: &[usize]) -> Json {
    if columns.is_empty() {
        return json!("none");
    }
    columns.iter().map(|at| json!(table.columns[*at].name)).collect()
}

fn values(table: &Table, set: &[(usize, Value)]) -> Json {
    set.iter().map(|(at, value)| (table.columns[*at].name.clone(), value.json())).collect::<Map<_, _>>().into()
}

fn action(table: &Table, action: &Action) -> Json {
    let set = |set: &[(usize, Value)]| values(table, set);
    match action {
        Action::Keep => json!({"keep": "because"}),
        Action::Delete => json!("delete"),
        Action::Empty(_) => json!("empty"),
        Action::Detach => json!("detach"),
        Action::Overwrite(values) => json!({"overwrite": set(values)}),
        Action::Reassign(values) if values.is_empty() => json!({"reassign": "former"}),
        Action::Reassign(values) => json!({"reassign": "former", "overwrite": set(values)}),
    }
}

pub fn template(pieces: &[Piece]) -> String {
    let text = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Key => "{key}".to_owned(),
        Piece::Identifier(at) => format!("{{n{at}}}"),
        Piece::Any => "*".to_owned(),
    });
    text.collect()
}
