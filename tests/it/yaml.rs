//! Our YAML reader against another one: they agree on everything but what ours refuses.

use probate::source::yaml::{self, FaultKind, Node, Value};
use proptest::prelude::*;
use serde_yaml::Value as Other;

/// Our tree as the other reader's value.
fn plain(node: &Node<'_>) -> Other {
    match &node.value {
        Value::Null => Other::Null,
        Value::Bool(value) => Other::Bool(*value),
        Value::Int(value) => Other::Number((*value).into()),
        Value::Float(value) => Other::Number((*value).into()),
        Value::Text(text) => Other::String(text.to_string()),
        Value::List(items) => Other::Sequence(items.iter().map(plain).collect()),
        Value::Map(entries) => Other::Mapping(
            entries.iter().map(|(key, value)| (Other::String(key.name.to_string()), plain(value))).collect(),
        ),
    }
}

/// Keys are texts to us, whatever they look like.
fn with_text_keys(value: Other) -> Other {
    let text = |key: Other| {
        if key.is_string() { key } else { Other::String(serde_yaml::to_string(&key).unwrap().trim_end().to_owned()) }
    };
    match value {
        Other::Sequence(items) => Other::Sequence(items.into_iter().map(with_text_keys).collect()),
        Other::Mapping(entries) => {
            Other::Mapping(entries.into_iter().map(|(key, value)| (text(key), with_text_keys(value))).collect())
        }
        Other::Null | Other::Bool(_) | Other::Number(_) | Other::String(_) | Other::Tagged(_) => value,
    }
}

/// What ours refuses because readers differ on it, or because a database could not hold it.
fn is_refusal(fault: &FaultKind) -> bool {
    matches!(
        fault,
        FaultKind::AmbiguousBoolean { .. }
            | FaultKind::AmbiguousNumber { .. }
            | FaultKind::NumberOutOfRange
            | FaultKind::Nul
            | FaultKind::MergeKey
            | FaultKind::DuplicateItem { .. }
    )
}

/// Every byte range lies in the text, and a value's in that of the value around it.
fn ranges_nest(text: &str, node: &Node<'_>) {
    let range = node.range.start as usize..node.range.end as usize;
    assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
    let inside = |inner: &std::ops::Range<u32>| {
        assert!(
            range.start <= inner.start as usize && inner.end as usize <= range.end,
            "{inner:?} in {range:?}: {text:?}"
        );
    };
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| {
            inside(&item.range);
            ranges_nest(text, item);
        }),
        Value::Map(entries) => entries.iter().for_each(|(key, value)| {
            inside(&key.range);
            inside(&value.range);
            ranges_nest(text, value);
        }),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) => {}
    }
}

/// Ours, where it refuses nothing.
fn ours(text: &str) -> Option<Other> {
    let (documents, faults) = yaml::read(text);
    if !faults.is_empty() {
        assert!(faults.iter().all(|fault| is_refusal(&fault.what)), "{faults:?} in {text:?}");
        return None;
    }
    assert_eq!(documents.len(), 1, "{text:?}");
    ranges_nest(text, &documents[0]);
    Some(plain(&documents[0]))
}

fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        "",
        " ",
        "no",
        "Yes",
        "null",
        "~",
        "true",
        "1",
        "1.0",
        "0x10",
        "1e3",
        ".5",
        "- a",
        "? b",
        ": c",
        "a: b",
        "a #b",
        "#c",
        "[d",
        "]",
        "{e",
        "}",
        ",",
        "&f",
        "*g",
        "!h",
        "|",
        ">",
        "%i",
        "@j",
        "`k",
        "'",
        "\"",
        "\\",
        "\\n",
        "---",
        "...",
        "a\nb",
        "a\n\nb\n",
        "\na",
        "a\n",
        "a\n\n",
        " a\n  b\n",
        "\ta",
        "a\tb",
        "a\r\nb",
        "\u{feff}a",
        "ä: ö",
        "名前",
        "🦀 #",
        "2026-12-01",
        "12:30",
        "007",
        "=",
        "<",
        "a:",
        "a,b",
        "é\u{301}",
        "\u{7f}",
        "\u{1b}[0m",
        "C:\\x",
    ]);
    prop_oneof![
        3 => special.prop_map(str::to_owned),
        2 => "[ -~]{0,20}",
        2 => "[a-z:#,'\"\\[\\]{}&*!|>%@\\\\ \n-]{0,16}",
        1 => "\\PC{0,12}",
        1 => "[a-zäß \n]{0,120}",
    ]
    // YAML 1.1, which the other writes, breaks lines at these; YAML 1.2 does not.
    .prop_filter("the same in both versions", |text| !text.contains(['\u{85}', '\u{2028}', '\u{2029}']))
}

fn value() -> impl Strategy<Value = Other> {
    let leaf = prop_oneof![
        1 => Just(Other::Null),
        1 => any::<bool>().prop_map(Other::Bool),
        1 => any::<i64>().prop_map(|number| Other::Number(number.into())),
        1 => (-1e6..1e6).prop_map(|number: f64| Other::Number(number.into())),
        1 => any::<f64>().prop_filter("a number", |number| number.is_finite()).prop_map(|number| Other::Number(number.into())),
        8 => text().prop_map(Other::String),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let key = text().prop_filter("a merge key is refused", |key| key != "<<");
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Other::Sequence),
            prop::collection::btree_map(key, inner, 0..6).prop_map(|map| Other::Mapping(
                map.into_iter().map(|(key, value)| (Other::String(key), value)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(crate::robust::config(400))]

    #[test]
    fn what_another_library_writes_is_read_as_it_reads_it(value in value()) {
        let value = Other::Mapping([(Other::String("value".to_owned()), value)].into_iter().collect());
        let text = serde_yaml::to_string(&value).unwrap();
        if let Some(ours) = ours(&text) {
            let theirs: Other = serde_yaml::from_str(&text).unwrap();
            prop_assert_eq!(&ours, &theirs, "{}", text);
            prop_assert_eq!(ours, value, "{}", text);
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic_and_its_places_are_in_it(text in "[a-z:#,'\"\\[\\]{}&*!|>%@?\\\\ \t\n\r\u{feff}\u{0}é-]{0,60}") {
        let (documents, faults) = yaml::read(&text);
        for document in &documents {
            ranges_nest(&text, document);
        }
        for fault in faults {
            prop_assert!(text.get(fault.range.clone()).is_some(), "{fault:?} of {text:?}");
        }
    }
}

#[test]
fn both_read_what_people_write() {
    for text in [
        "a: b",
        "a:\n  - b\n  - c: d\n    e: f\n  - - g\n    - h",
        "a: {b: c, d: [e, f,], g: }",
        "a: |\n  one\n   two\n\n  three\n\nb: c",
        "a: |-\n  one\n",
        "a: |+\n  one\n\nb: c",
        "a: >\n  one\n  two\n\n  three\n    four\n  five\n",
        "a: >-\n  one\n  two\n",
        "a: |2\n    one\n   two\n",
        "a: one\n  two\n  three",
        "a: 'it''s'\nb: \"a\\tb\\u00e9\\x41\\\"\\\\\"",
        "a: 'one\n  two\n\n  three'\nb: \"one \\\n  two\"",
        "a: http://example.org/x#y\nb: c#d # comment\n# another\n",
        "a:    b   \n\n\n",
        "--- \na: b\n...\n",
        "a: b\r\nc:\r\n  - d\r\n",
        "a: 1\nb: -1\nc: +1\nd: 1.5\ne: 1e3\nf: .5\ng: 0x1F\nh: -1.5E-3",
        "a: true\nb: True\nc: FALSE\nd: null\ne: ~\nf:\ng: Null",
        "a: 1.2.3\nb: 1-2\nc: 2026-12-01\nd: -\ne: --1\nf: 1e\ng: .\nh: 0x\ni: +\nj: e5",
        "? a\n: b\n? c\n: - d",
        "'a b': c\n\"d\": e",
        "a: [\n  b, c,\n  # d\n  e\n]",
        "a: {\n  b: c,\n  d: e\n}",
        "a: - b",
        "[a, b]",
        "- a\n-\n- b",
        "a: b:c\nd: e :f\ng: h-i\nj: -k\nl: ?m\nn: :o",
        "ключ: значение\n名前: 値\n",
    ] {
        let theirs: Result<Other, _> = serde_yaml::from_str(text);
        let Ok(theirs) = theirs else {
            assert!(!yaml::read(text).1.is_empty(), "only the other refuses {text:?}: {theirs:?}");
            continue;
        };
        assert_eq!(ours(text), Some(with_text_keys(theirs)), "{text:?}");
    }
}

#[test]
fn ours_refuses_what_readers_differ_on() {
    for text in ["yes", "No", "ON", "off", "y", "N", "017", "0o17", "1_000", "0b101", "1:30", "-007", "1:59:59"] {
        let written = format!("a: {text}");
        let (_, faults) = yaml::read(&written);
        assert!(matches!(faults.as_slice(), [fault] if is_refusal(&fault.what)), "{text}: {faults:?}");
        assert_eq!(written[faults[0].range.clone()], *text);
        let quoted = format!("a: \"{text}\"\n{text}: b");
        assert_eq!(yaml::read(&quoted).1, [], "{quoted}");
    }
    for text in [".inf", "-.INF", ".NaN", "1e999", "9223372036854775808", "0xFFFFFFFFFFFFFFFFF"] {
        let written = format!("a: {text}");
        let (_, faults) = yaml::read(&written);
        assert!(
            matches!(faults.as_slice(), [fault] if fault.what == FaultKind::NumberOutOfRange),
            "{text}: {faults:?}"
        );
    }
}

#[test]
fn what_only_looks_like_a_number_is_a_text() {
    for text in
        ["1:60", "_1", "0b", "0b2", "0o8", "0x", "0xg", "1.2.3", "1e", "--1", "+-1", "1-2", "2026-12-01", ".", "e5"]
    {
        let written = format!("a: {text}");
        let (documents, faults) = yaml::read(&written);
        assert_eq!(faults, [], "{text}");
        assert!(
            matches!(&documents[0].get("a").unwrap().value, Value::Text(read) if read == text),
            "{text}: {documents:?}"
        );
    }
}

#[test]
fn places_that_were_once_wrong() {
    for text in
        ["%:}\r", "a: [b]\u{85}", "title: [a] b", "a: \"\\q", "\t- a", "- &a !b c", "[a: : : ]", "a: 'b\n---\nc: d"]
    {
        let (documents, faults) = yaml::read(text);
        for document in &documents {
            ranges_nest(text, document);
        }
        for fault in faults {
            assert!(text.get(fault.range.clone()).is_some(), "{fault:?} of {text:?}");
            if let FaultKind::Syntax(found) = fault.what {
                let others = found.fix.into_iter().map(|(range, _)| range).chain(found.stopped);
                others.for_each(|range| assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}"));
            }
        }
    }
}
