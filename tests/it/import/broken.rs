//! `install.xml` files that are broken or hostile: always a finding with its place, never a panic.

use probate::diagnostic::{Code, Diagnostics, Style, text};
use probate::import::{Xmldb, read};
use probate::source::SourceMap;

fn reads(xml: &str) -> (Xmldb, Vec<Code>, String) {
    let mut sources = SourceMap::default();
    let file = sources.add("install.xml", xml.to_owned());
    let mut found = Diagnostics::default();
    let read = read(&sources, file, &mut found);
    assert!(found.iter().all(|one| one.span.is_some()), "each has a place");
    let codes = found.iter().map(|one| one.code).collect();
    (read, codes, text(&found, &sources, Style::Plain))
}

const DIARY: &str = include_str!("../../import/plugin/diary.install.xml");

#[test]
fn a_file_that_ends_anywhere_is_a_finding() {
    let whole = DIARY.trim_end();
    assert_eq!(reads(whole).1, []);
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let (read, codes, said) = reads(&whole[..end]);
        assert_eq!((read.tables.len(), codes.as_slice()), (0, &[Code::XmlSyntax][..]), "{end}: {said}");
    }
}

#[test]
fn a_file_with_any_character_changed_does_not_panic() {
    for (at, _) in DIARY.char_indices().step_by(3) {
        for other in ["", "<", "\"", "&", "é"] {
            let next = at + DIARY[at..].chars().next().unwrap().len_utf8();
            let changed = format!("{}{other}{}", &DIARY[..at], &DIARY[next..]);
            let (read, codes, _) = reads(&changed);
            assert!(!read.tables.is_empty() || !codes.is_empty());
        }
    }
}

#[test]
fn entities_are_not_followed() {
    let laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><XMLDB>&c;</XMLDB>";
    let outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><XMLDB PATH=\"&a;\"/>";
    for xml in [laughs, outside] {
        let (read, codes, said) = reads(xml);
        assert_eq!((read.tables.len(), codes.as_slice()), (0, &[Code::XmlSyntax][..]));
        assert!(said.contains("document type"), "{said}");
    }
    assert_eq!(reads("<XMLDB PATH=\"&unknown;\"/>").1, [Code::XmlSyntax]);
}

#[test]
fn depth_and_size_are_bounded() {
    let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    let wide = format!("<XMLDB><TABLES>{}</TABLES></XMLDB>", "<a/>".repeat(1_100_000));
    let large = format!("<XMLDB>{}</XMLDB>", " ".repeat(9 << 20));
    for (xml, expected) in [(deep, Code::XmldbForm), (wide, Code::XmlSyntax), (large, Code::TooLarge)] {
        let (read, codes, said) = reads(&xml);
        assert_eq!((read.tables.len(), codes.as_slice()), (0, &[expected][..]));
        assert!(said.len() < 4000, "{} bytes are said", said.len());
    }
}

#[test]
fn a_number_or_text_of_a_field_cannot_change_the_schema() {
    let field = |kind: &str, rest: &str| {
        format!(
            "<XMLDB PATH=\"lib/db\"><TABLES><TABLE NAME=\"user\"><FIELDS>\
             <FIELD NAME=\"id\" TYPE=\"int\" SEQUENCE=\"true\" NOTNULL=\"true\"/>\
             <FIELD NAME=\"order\" TYPE=\"{kind}\" {rest}/></FIELDS>\
             <KEYS><KEY NAME=\"p\" TYPE=\"primary\" FIELDS=\"id\"/></KEYS></TABLE></TABLES></XMLDB>"
        )
    };
    for (kind, rest) in [
        ("char", "LENGTH=\"99999999999\" DEFAULT=\"'); DROP TABLE x; --\""),
        ("text", "DEFAULT=\"\\\""),
        ("int", "LENGTH=\"-1\" DEFAULT=\"1); DROP TABLE x\""),
        ("number", "LENGTH=\"4294967295\" DECIMALS=\"x\" DEFAULT=\"inf\""),
        ("float", "DEFAULT=\"1e5\""),
    ] {
        let (read, codes, said) = reads(&field(kind, rest));
        assert_eq!(codes, [], "{said}");
        let ddl = probate::import::ddl(&[read], "mdl_");
        let mut sources = SourceMap::default();
        let file = sources.add("schema.sql", ddl.clone());
        let mut found = Diagnostics::default();
        let schema = probate::database::read(&sources, file, probate::database::Vendor::Postgres, &mut found);
        assert!(found.is_empty(), "{ddl}{}", text(&found, &sources, Style::Plain));
        assert_eq!(schema.tables().count(), 1);
        assert_eq!(schema.find("mdl_user").expect("there").1.columns.len(), 2, "{ddl}");
    }
}
