//! Items are taken one by one, in each group of the example's catalogue.

use super::campus::{CAMPUS, GROUPS, TICKS, check, count, database, engines, lines, run, texts_of};

#[test]
fn export_items_are_ticked_one_by_one_in_each_group() {
    for engine in engines("export_items_are_ticked_one_by_one_in_each_group") {
        let database = database(engine, "deleted = 0");
        for (at, tick) in TICKS.iter().enumerate() {
            assert_eq!(CAMPUS.groups[tick.item], tick.group);
            let printed = run(&database, "export", &format!("tick-{at}"));
            let found = lines(&printed);
            assert_eq!(found.len(), tick.exported.0, "{engine:?} {}: {printed}", tick.item);
            assert!(found.iter().all(|line| line["item"] == tick.item), "{engine:?}: {printed}");
            assert!(printed.contains(tick.exported.1), "{engine:?} {}: {printed}", tick.item);
            assert!(!printed.contains(":22>") && !printed.contains("02:33:49"), "{engine:?}: {printed}");
        }
    }
    every_item_is_in_a_group();
}

#[test]
fn purge_items_are_ticked_one_by_one_in_each_group() {
    for engine in engines("purge_items_are_ticked_one_by_one_in_each_group") {
        let database = database(engine, "deleted = 1");
        for (at, tick) in TICKS.iter().enumerate() {
            assert_eq!(CAMPUS.groups[tick.item], tick.group);
            let Some((table, hers)) = tick.purged else { continue };
            let (before, wanted) = (database.host(), count(&database, table, hers));
            run(&database, "purge", &format!("tick-{at}"));
            assert!(wanted > 0 && count(&database, table, hers) == 0, "{engine:?} {}", tick.item);
            let after = database.host();
            for (name, rows) in &before {
                let lost = rows.iter().filter(|row| !after[name].contains(row)).count();
                // The file of a post goes with it.
                let expected = match name.as_str() {
                    name if name == table => usize::try_from(wanted).expect("a few"),
                    "mdl_files" if tick.item == "mod_forum.posts" => 1,
                    _ => 0,
                };
                assert_eq!(lost, expected, "{engine:?} {}: {name}", tick.item);
            }
        }
    }
    every_item_is_in_a_group();
}

fn every_item_is_in_a_group() {
    for (item, group) in &CAMPUS.groups {
        assert!(GROUPS.contains(&group.as_str()), "{item} is in {group}");
    }
    for group in GROUPS {
        assert!(TICKS.iter().any(|tick| tick.group == group && tick.purged.is_some()), "{group} has its items");
    }
}

#[test]
fn an_address_goes_only_with_a_deleted_account() {
    for engine in engines("an_address_goes_only_with_a_deleted_account") {
        for (state, name, left) in [("suspended = 1", "account", 3), ("deleted = 1", "account-of-deleted", 2)] {
            let database = database(engine, state);
            run(&database, "purge", name);
            assert_eq!(count(&database, "mdl_user", "email <> ''"), left, "{engine:?} {name}");
            assert_eq!(count(&database, "mdl_user", "phone1 <> ''"), 2, "{engine:?} {name}: the rest goes in both");
        }
    }
    refused("core_user.email");
}

#[test]
fn a_suspended_account_keeps_its_name() {
    for engine in engines("a_suspended_account_keeps_its_name") {
        let database = database(engine, "suspended = 1");
        let twin = texts_of(&database, 22);
        run(&database, "purge", "account");
        assert_eq!(count(&database, "mdl_user", "firstname = '<first:2>' and lastname = '<last:2>'"), 1, "{engine:?}");
        assert_eq!(count(&database, "mdl_user", "id = 2 and phone1 = '' and password = ''"), 1, "{engine:?}");
        assert_eq!(texts_of(&database, 22), twin, "{engine:?}");
    }
    refused("core_user.names");
}

/// A type for suspended accounts that names the item is no type.
fn refused(item: &str) {
    for (status, refused) in [("suspended", true), ("deleted", false)] {
        let checked = check(&super::purge_type("named", status, item));
        let found = checked.diagnostics();
        assert_eq!(found.has_errors(), refused, "{item} while {status}");
        let said = probate::diagnostic::text(found, &checked.project.sources, probate::diagnostic::Style::Plain);
        assert_eq!(said.contains("not-in-status"), refused, "{said}");
    }
}
