//! The pages of an archive: in the person's language, whole, and never anything but text.

use std::collections::BTreeMap;

use super::exporting::unpack;
use super::{Place, engines};
use crate::html::{Document, lint};

/// The files of the archive of a request, made by an export of this person.
fn archive(place: &Place, subject: &str, request: u32) -> BTreeMap<String, Vec<u8>> {
    let project = place.project.path();
    std::fs::create_dir_all(project.join("out")).expect("a folder");
    std::fs::create_dir_all(project.join("store/aa")).expect("a folder");
    std::fs::write(project.join("store/aa/aa01"), "by ada").expect("written");
    place.must(&["request", "export", "everything", "--subject", subject]);
    place.must(&["export", "--out", "out", "--store", "store"]);
    unpack(&project.join(format!("out/export-{request}.zip")))
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let pages = files.iter().filter(|(name, _)| name.ends_with(".html"));
    pages.map(|(name, bytes)| (name.clone(), String::from_utf8(bytes.clone()).expect("text"))).collect()
}

/// Nothing is wrong with any page, and every link leads to a file of the archive.
fn sound(files: &BTreeMap<String, Vec<u8>>) {
    for (name, html) in pages(files) {
        assert_eq!(lint(&name, &html), Vec::<String>::new(), "{name}: {html}");
        for address in Document::read(&html).elements.iter().filter_map(|element| element.get("href")) {
            if address.starts_with('#') || address.starts_with("mailto:") {
                continue;
            }
            let below = name.contains('/');
            let path = match address.strip_prefix("../") {
                Some(up) if below => up.to_owned(),
                _ if below => format!("items/{address}"),
                _ => address.to_owned(),
            };
            assert!(files.contains_key(&path.replace("%20", " ")), "{name}: {address}");
        }
    }
}

#[test]
fn an_archive_is_read_in_the_persons_language() {
    for engine in engines("an_archive_is_read_in_the_persons_language") {
        let place = Place::of(engine, "letters");
        // German of a country that the site does not know.
        let files = archive(&place, "ada", 1);
        sound(&files);
        let all = pages(&files);
        let names: Vec<&str> = all.keys().map(String::as_str).collect();
        assert_eq!(names, ["files.html", "index.html", "items/club.account.html", "items/club.notes.html"]);
        let index = &all["index.html"];
        assert!(index.contains("<html lang=\"de\" dir=\"ltr\">"), "{index}");
        for said in [
            "<h1>Alle meine Daten</h1>",
            "Was wir über Sie speichern.",
            "<h2>Personen</h2>",
            "<a href=\"items/club.notes.html\">Notizen</a>",
            "<li><bdi>Verein</bdi></li>",
            "Zweck: <bdi>Mitgliedschaft</bdi>",
            "Damit sich Mitglieder schreiben können.",
            "Einträge: <bdi>1</bdi>",
            "href=\"data.json\"",
            "href=\"files.html\"",
            "Anfrage <bdi>1</bdi>",
        ] {
            assert!(index.contains(said), "{engine:?}: {said}: {index}");
        }
        let notes = &all["items/club.notes.html"];
        for said in [
            "<dt><bdi class=\"text\">body</bdi></dt><dd><bdi class=\"text\">of ada</bdi></dd>",
            "<bdi class=\"text\">2026-03-01T10:00:00Z</bdi>",
            "<dt><bdi class=\"text\">pinned</bdi></dt><dd>ja</dd>",
            "on ada's note",
            "once more",
            "<a href=\"../files/aa/aa01\"><bdi class=\"text\">aa/aa01</bdi></a>",
            "<dd><bdi class=\"text\">cc/cc 03</bdi></dd>",
        ] {
            assert!(notes.contains(said), "{engine:?}: {said}: {notes}");
        }
        let account = &all["items/club.account.html"];
        let row = "<tr><td><bdi class=\"text\">Ada &quot;the&quot;</bdi></td><td><bdi class=\"text\">ada@x</bdi></td><td><bdi class=\"text\">de_AT</bdi></td></tr>";
        assert!(account.contains(row) && account.contains("<th scope=\"col\"><bdi>mail</bdi></th>"), "{account}");
        assert!(all["files.html"].contains("<bdi>cc/cc 03</bdi> (nicht mehr vorhanden)"), "{}", all["files.html"]);
        // From right to left, with a text that wants to be markup.
        let files = archive(&place, "ada2", 2);
        sound(&files);
        let all = pages(&files);
        assert!(all["index.html"].contains("<html lang=\"ar\" dir=\"rtl\">"), "{engine:?}");
        let notes = &all["items/club.notes.html"];
        assert!(notes.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;") && !notes.contains("<script"));
        // A language that the site has not, and none.
        for (subject, request) in [("bob", 3), ("c\"\\d", 4)] {
            let files = archive(&place, subject, request);
            sound(&files);
            let index = &pages(&files)["index.html"];
            assert!(index.contains("<html lang=\"en\" dir=\"ltr\">"), "{engine:?} {subject}");
            let none = index.contains("<h2>Nothing is stored about you here</h2>\n<ul>\n<li>Notes</li>");
            assert_eq!(none, request == 4, "{engine:?} {subject}: {index}");
        }
        let left: Vec<_> = std::fs::read_dir(place.project.path().join("out")).expect("a folder").collect();
        assert_eq!(left.len(), 4, "nothing that was kept aside is left: {left:?}");
    }
}

#[test]
fn many_rows_are_pages_and_too_many_are_said_to_be_elsewhere() {
    for engine in engines("many_rows_are_pages_and_too_many_are_said_to_be_elsewhere") {
        let place = Place::of(engine, "letters");
        let long = "x".repeat(1 << 20);
        if place.database.engine.dialect() == "mariadb" {
            // Its texts have 64 KiB.
            place.database.batch("alter table note modify body longtext not null");
        }
        place.database.batch(&format!("insert into note (id, person, body) values (5, 'bob', '{long}')"));
        let rows = |count: usize| -> String {
            (0..count)
                .map(|at| format!("insert into note (id, person, body) values ({}, 'bob', 'n{at}');", at + 100))
                .collect()
        };
        place.database.batch(&rows(150));
        let files = archive(&place, "bob", 1);
        sound(&files);
        // One of before, the long one, and these.
        let notes = &pages(&files)["items/club.notes.html"];
        assert_eq!(notes.matches("<li><dl>").count(), 151, "{engine:?}");
        assert_eq!(notes.matches("This entry is too large for a page.").count(), 1, "{engine:?}");
        let times = "insert into note (id, person, body) select 100000 + a.id * 1000 + b.id, 'bob', 'many' from note as a join note as b on a.id >= 100 and b.id >= 100";
        place.database.batch(times);
        let files = archive(&place, "bob", 2);
        sound(&files);
        let all = pages(&files);
        let of_notes: Vec<&String> =
            all.iter().filter(|(name, _)| name.starts_with("items/club.notes")).map(|(_, html)| html).collect();
        assert_eq!(of_notes.len(), 40, "{engine:?}");
        let shown: usize = of_notes.iter().map(|html| html.matches("<li><dl>").count()).sum();
        assert_eq!(shown, 19_999, "{engine:?}: all that are shown, less the long one");
        let first = &all["items/club.notes.html"];
        assert!(first.contains("The first <bdi>20000</bdi> of <bdi>22652</bdi> entries are shown here."), "{first}");
        assert!(first.contains("Page <bdi>1</bdi> of <bdi>40</bdi>") && first.contains("href=\"club.notes.2.html\""));
        assert!(!first.contains(">Previous page<") && first.contains("<ol class=\"cards\" start=\"1\">"));
        let last = &all["items/club.notes.40.html"];
        assert!(last.contains(">Previous page<") && !last.contains(">Next page<"));
        assert!(last.contains("<ol class=\"cards\" start=\"19501\">"), "{engine:?}");
        let data = String::from_utf8(files["data.json"].clone()).expect("text");
        assert_eq!(data.matches("\"item\"").count(), 22_653, "{engine:?}: every row is there as data");
    }
}
