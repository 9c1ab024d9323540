//! Which constructs of the language a case has, so that one that is never generated is noticed.

use super::clocks::Unit;
use super::policy::{Action, Entry, Moment, Names, Part, Piece, Relation, Way, World};

/// Each of them must be in some case that the compiler accepts.
pub const ALL: &[&str] = &[
    "a path forward",
    "a path back",
    "a filter",
    "a look at another row",
    "mention",
    "access",
    "detach",
    "reassign",
    "empty",
    "a template",
    "*",
    "an identifier",
    "case_insensitive",
    "parts",
    "parts of parts",
    "rows below",
    "settings",
    "outcomes",
    "owners",
    "while_owned",
    "while_referenced",
    "carries",
    "sides",
    "relations",
    "only",
    "protected",
    "no key",
    "itself",
    "a key of two",
    "referred to by two",
    "a clock of rows",
    "a clock of the Site",
    "a clock by convention",
    "milliseconds",
    "a type within places",
    "a duty within places",
    "a rule within places",
    "roles of a duty",
    "roles of a rule",
    "a clock of places",
];

fn of_entry(world: &World, entry: &Entry) -> Vec<&'static str> {
    let steps = || entry.paths().flat_map(|path| &path.steps);
    let does = |wanted: fn(&Action) -> bool| entry.actions().any(wanted);
    let pieces = match &entry.names {
        Names::Template(pieces) => pieces.as_slice(),
        _ => &[],
    };
    let folds = matches!(&entry.names, Names::Identifier(at) if world.identifiers[*at].folds);
    let table = &world.tables[entry.table];
    let has = [
        ("a path forward", steps().any(|step| matches!(step.way, Way::Up { .. }))),
        ("a path back", steps().any(|step| matches!(step.way, Way::Down { .. }))),
        ("a filter", steps().any(|step| step.filter.is_some())),
        ("a look at another row", entry.looks.is_some()),
        ("mention", entry.relation == Relation::Mention),
        ("access", entry.relation == Relation::Access),
        ("detach", does(|action| *action == Action::Detach)),
        ("reassign", does(|action| matches!(action, Action::Reassign(_)))),
        ("empty", does(|action| matches!(action, Action::Empty(_)))),
        ("a template", !pieces.is_empty()),
        ("*", pieces.contains(&Piece::Any)),
        ("an identifier", matches!(entry.names, Names::Identifier(_))),
        ("case_insensitive", folds),
        ("parts", !entry.parts.is_empty()),
        ("parts of parts", entry.parts.iter().any(|part: &Part| !part.parts.is_empty())),
        ("rows below", entry.parts.iter().any(|part: &Part| part.table == entry.table)),
        ("settings", entry.settings.is_some()),
        ("outcomes", entry.purge.len() > 1),
        ("owners", !entry.others.is_empty()),
        ("while_owned", entry.while_owned.is_some()),
        ("while_referenced", entry.while_referenced.is_some()),
        ("carries", !entry.carries.is_empty()),
        ("sides", entry.side().is_some()),
        ("no key", table.key.is_empty()),
        ("a key of two", table.key.len() == 2),
        ("referred to by two", table.links().any(|foreign| foreign.columns.len() == 2)),
        ("itself", table.links().any(|foreign| foreign.table == entry.table)),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(name, _)| name).collect()
}

/// Clocks that are exported.
fn clocks(world: &World, entry: &Entry) -> Vec<&'static str> {
    let mut exported = vec![(entry.table, &entry.export)];
    let mut parts: Vec<&Part> = entry.parts.iter().collect();
    while let Some(part) = parts.pop() {
        exported.push((part.table, &part.export));
        parts.extend(&part.parts);
    }
    let columns = exported.into_iter().flat_map(|(table, columns)| columns.iter().map(move |at| (table, *at)));
    let units = columns.filter_map(|(table, at)| world.unit(table, at));
    units.flat_map(|(unit, by)| [Some(by), (unit == Unit::Milliseconds).then_some("milliseconds")]).flatten().collect()
}

pub fn constructs(world: &World) -> Vec<&'static str> {
    let of_entry = |entry: &Entry| [self::of_entry(world, entry), clocks(world, entry)].concat();
    let mut found: Vec<&'static str> = world.entries().flat_map(of_entry).collect();
    let of_place = |moment: &Moment| matches!(moment, Moment::Place(_));
    let has = [
        ("relations", world.tables.iter().any(|table| table.links().any(|foreign| !foreign.declared))),
        ("only", world.items.iter().any(|item| !item.only.is_empty())),
        ("protected", world.protected.is_some()),
        ("a type within places", world.purge_types.iter().any(|one| one.within.is_some())),
        ("a duty within places", world.duties.iter().any(|one| one.within.is_some())),
        ("a rule within places", world.ending.iter().any(|one| one.within.is_some())),
        ("roles of a duty", world.duties.iter().any(|one| !one.roles.is_empty())),
        ("roles of a rule", world.ending.iter().any(|one| !one.roles.is_empty())),
        ("a clock of places", world.duties.iter().chain(&world.ending).any(|one| one.after.iter().any(of_place))),
    ];
    found.extend(has.into_iter().filter(|(_, has)| *has).map(|(name, _)| name));
    found.sort_unstable();
    found.dedup();
    found
}
