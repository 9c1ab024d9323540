//! The pages of an archive, with texts of a policy and of people that want to be something else.

use std::collections::BTreeSet;

use probate::page::{About, Archive, BuiltIn, Contents, Listed, StoredFile};
use probate::program::{
    Approval, Component, Declares, ExportType, External, ItemId, KeepFor, Program, PurposeId, Selection,
};
use probate::source::Span;

use super::hostile::{HOSTILE, hostile, site};
use crate::html::{Document, lint};

fn program() -> Program {
    let mut program = site();
    let external = External {
        id: "search".to_owned(),
        title: hostile(),
        sends: vec![("body".to_owned(), hostile())],
        purpose: Some(PurposeId(0)),
        recipient: HOSTILE.to_owned(),
        country: HOSTILE.to_owned(),
    };
    let declares = Declares {
        external: vec![external],
        delegates: vec!["elsewhere".to_owned()],
        session: vec![HOSTILE.to_owned()],
        nothing: Some(hostile()),
    };
    program.items.iter_mut().for_each(|item| item.purpose = Some(PurposeId(0)));
    let components: BTreeSet<String> =
        program.items.iter().filter_map(|item| Some(item.name.split_once('.')?.0.to_owned())).collect();
    program.components = components
        .into_iter()
        .map(|id| Component {
            id,
            title: hostile(),
            group: Some(hostile()),
            declares: Some(declares.clone()),
            span: Span::default(),
        })
        .collect();
    program.export_types = vec![ExportType {
        id: "everything".to_owned(),
        title: hostile(),
        description: Some(hostile()),
        uses: Vec::new(),
        approval: Approval::None,
        keep_for: KeepFor::Unlimited,
        files: true,
        items: (0..program.items.len()).map(ItemId).collect(),
        selection: Selection::default(),
        excluded: Vec::new(),
        unreviewed: Vec::new(),
        span: Span::default(),
    }];
    program
}

fn listed(columns: &[&str], rows: u64) -> Listed {
    Listed {
        table: Default::default(),
        name: HOSTILE.to_owned(),
        columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        has_parts: columns.len() > 2,
        files: vec![vec![HOSTILE.into()]],
        rows,
        shown: rows.min(7),
    }
}

/// A row whose every name and value is hostile.
fn row() -> String {
    let inner = serde_json::json!({HOSTILE: HOSTILE, "": "\u{202E}", "n": [1.5, null, [], {}, {HOSTILE: [HOSTILE]}]});
    serde_json::json!({"item": "i", "row": {HOSTILE: HOSTILE, "b": [inner, {}], "c": true}}).to_string()
}

#[test]
fn hostile_rows_and_texts_are_only_texts() {
    let program = program();
    let built_in = BuiltIn::load(&program).expect("it is part of the program");
    assert!(program.items.len() > 1, "an item with rows and one without");
    for locale in ["en", "ar"] {
        let about = About { export_type: &program.export_types[0], request: 17, day: "2026-12-01", locale };
        let archive = Archive::new(&built_in, &program, about);
        let lists = [listed(&[HOSTILE, "c"], 3), listed(&[HOSTILE, "b", "c"], 9)];
        let none = [listed(&["a"], 0)];
        let mut contents = vec![Contents::new(&program.items[0], lists.iter().collect(), 4)];
        contents.extend(program.items[1..].iter().map(|item| Contents::new(item, none.iter().collect(), 4)));
        let index = archive.index(&contents, 2).expect("an overview");
        let mut pages = vec![(index.path, String::from_utf8(index.bytes).expect("text"))];
        let there = BTreeSet::from([HOSTILE]);
        let mut shown = 0;
        for (at, stretches) in contents[0].pages.iter().enumerate() {
            let page = archive.item(&contents[0], at).expect("a page");
            let mut html = page.head;
            for stretch in stretches {
                let (around, rows) = archive.list(&contents[0], stretch).expect("a list");
                html.push_str(&around.head);
                for _ in 0..stretch.rows {
                    rows.write(&row(), &there, &mut html).expect("a row");
                    shown += 1;
                }
                rows.write_large(&mut html);
                html.push_str(&around.tail);
            }
            html.push_str(&page.tail);
            pages.push((page.path, html));
        }
        assert_eq!((contents[0].pages.len(), shown), (3, 10), "3 and 7 rows, 4 on a page");
        let files = archive.files(2).expect("a page");
        let file = |why_not| archive.file(StoredFile { content: HOSTILE, why_not }).expect("a line");
        pages.push((files.path, [files.head, file(None), file(Some("refused")), files.tail].concat()));
        for (path, html) in &pages {
            assert_eq!(lint(path, html), Vec::<String>::new(), "{path}: {html}");
            assert!(
                !html.contains("<script") && !html.contains('\u{202E}') && !html.contains("probate:rows"),
                "{path}"
            );
            let document = Document::read(html);
            let mut links = document.elements.iter().filter_map(|element| element.get("href"));
            assert!(links.all(|link| link.is_ascii() && !link.contains(['"', '<', '>', ' '])), "{path}: {html}");
        }
        assert!(pages[0].1.contains(&format!("<html lang=\"{locale}\"")), "{locale}");
    }
}
