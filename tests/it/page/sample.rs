//! A small site in memory: three languages, one of them incomplete, two published policies and a draft.

use probate::database::Schema;
use probate::program::{
    Asks, Audience, Change, ColumnName, Controller, Item, LawfulBasis, Policy, PolicyKind, Program, Purpose, PurposeId,
    Question, Recipient, Site, Subject, TableName, Text, Version, VersionStatus,
};
use probate::source::Span;

pub fn text(texts: &[(&str, &str)]) -> Text {
    texts.iter().copied().collect()
}

/// A program that says nothing.
pub fn program(locales: &[&str]) -> Program {
    let table = TableName { id: Default::default(), name: "person".into() };
    let column = |name: &str| ColumnName { id: Default::default(), name: name.into() };
    let subject = Subject {
        table,
        key: column("id"),
        label: column("login"),
        locale: None,
        links: Vec::new(),
        statuses: Vec::new(),
        nobody: Vec::new(),
        nobody_known: Vec::new(),
        identifiers: Vec::new(),
        placeholders: Vec::new(),
        clocks: Vec::new(),
        protected: None,
        span: Span::default(),
    };
    let site = Site {
        id: "campus".to_owned(),
        span: Span::default(),
        title: text(&[("en", "Campus"), ("ar", "الحرم الجامعي")]),
        controller: Controller {
            name: "Example University".to_owned(),
            address: Some("1 College Street, Example Town".to_owned()),
            contact: "privacy@example.edu".to_owned(),
        },
        locales: locales.iter().map(|locale| (*locale).to_owned()).collect(),
        dialects: Vec::new(),
        own_schemas: Vec::new(),
        subject,
        contexts: Vec::new(),
        store: None,
        roles: None,
        defaults: Default::default(),
        impersonal: Vec::new(),
        records: None,
        lints: Vec::new(),
    };
    Program {
        site,
        schema: Schema::default().into(),
        purposes: Vec::new(),
        components: Vec::new(),
        items: Vec::new(),
        export_types: Vec::new(),
        purge_types: Vec::new(),
        policies: Vec::new(),
        notices: Vec::new(),
        retention_rules: Vec::new(),
        legal_holds: Vec::new(),
    }
}

pub fn policy(id: &str, kind: PolicyKind, title: Text, versions: Vec<Version>) -> Policy {
    Policy { id: id.to_owned(), kind, title, audience: Audience::Users, versions, span: Span::default() }
}

pub fn version(version: &str, status: VersionStatus, text: Text, questions: Vec<Question>) -> Version {
    Version {
        version: version.to_owned(),
        status,
        effective: Some("2026-12-01".to_owned()),
        change: Some(Change::Material),
        whats_new: None,
        text,
        questions,
        span: Span::default(),
    }
}

pub fn question(id: &str, asks: Asks, says: [Text; 3]) -> Question {
    let [text, agree, decline] = says;
    Question {
        id: id.to_owned(),
        asks,
        purpose: None,
        required: asks != Asks::Consent,
        text,
        agree,
        decline,
        declined: None,
        span: Span::default(),
    }
}

fn purposes() -> Vec<Purpose> {
    let newsletter = Purpose {
        id: "newsletter".to_owned(),
        title: text(&[("en", "Newsletter"), ("de", "Rundbrief"), ("ar", "النشرة البريدية")]),
        description: Some(text(&[
            ("en", "We write to you once a month about courses and events."),
            ("de", "Wir schreiben Ihnen einmal im Monat über Kurse und Veranstaltungen."),
            ("ar", "نراسلك مرة في الشهر بشأن الدورات والفعاليات."),
        ])),
        lawful_basis: vec![LawfulBasis { law: "gdpr".to_owned(), article: "6.1.a".to_owned() }],
        special_category: Vec::new(),
        recipients: vec![Recipient { name: "Example Mail Ltd".to_owned(), country: Some("IE".to_owned()) }],
        span: Span::default(),
    };
    let photos = Purpose {
        id: "photos".to_owned(),
        title: text(&[("en", "Pictures of events")]),
        description: None,
        lawful_basis: vec![LawfulBasis { law: "gdpr".to_owned(), article: "6.1.a".to_owned() }],
        special_category: vec![LawfulBasis { law: "gdpr".to_owned(), article: "9.2.a".to_owned() }],
        recipients: Vec::new(),
        span: Span::default(),
    };
    vec![newsletter, photos]
}

fn items() -> Vec<Item> {
    let item = |name: &str, title| Item {
        name: name.to_owned(),
        title,
        data_category: None,
        only: None,
        comes_back_from: Vec::new(),
        declares: None,
        purpose: Some(PurposeId(0)),
        entries: Vec::new(),
        unreviewed: Vec::new(),
        span: Span::default(),
    };
    vec![
        item(
            "account.address",
            text(&[("en", "E-mail address"), ("de", "E-Mail-Adresse"), ("ar", "البريد الإلكتروني")]),
        ),
        item(
            "account.name",
            text(&[("en", "First and last name"), ("de", "Vor- und Nachname"), ("ar", "الاسم الكامل")]),
        ),
    ]
}

fn questions() -> Vec<Question> {
    let yes = || text(&[("en", "Yes, I agree"), ("de", "Ja, ich willige ein"), ("ar", "نعم، أوافق")]);
    let no = || text(&[("en", "No, I do not agree"), ("de", "Nein, ich willige nicht ein"), ("ar", "لا، لا أوافق")]);
    let ask = text(&[
        ("en", "May we send you the monthly newsletter?"),
        ("de", "Dürfen wir Ihnen den monatlichen Rundbrief senden?"),
        ("ar", "هل تسمح لنا بإرسال النشرة الشهرية إليك؟"),
    ]);
    let newsletter =
        Question { purpose: Some(PurposeId(0)), ..question("newsletter", Asks::Consent, [ask, yes(), no()]) };
    let ask = text(&[("en", "May we publish pictures of events in which you can be seen?")]);
    let photos = Question { purpose: Some(PurposeId(1)), ..question("photos", Asks::Consent, [ask, yes(), no()]) };
    vec![newsletter, photos]
}

const PRIVACY: &str = include_str!("privacy.en.md");
const DATENSCHUTZ: &str = include_str!("privacy.de.md");
const PRIVACY_AR: &str = include_str!("privacy.ar.md");
const TERMS: &str = include_str!("terms.en.md");

/// What the tests print: `de` and `ar` have no translation of the terms of use.
pub fn site() -> Program {
    let mut program = program(&["en", "de", "ar"]);
    program.purposes = purposes();
    program.items = items();
    let mut current = version(
        "2.0",
        VersionStatus::Published,
        text(&[("en", PRIVACY), ("de", DATENSCHUTZ), ("ar", PRIVACY_AR)]),
        questions(),
    );
    current.whats_new = Some(text(&[
        ("en", "We no longer use a service outside the university to count visits."),
        ("de", "Wir zählen Besuche nicht mehr über einen Dienst außerhalb der Universität."),
        ("ar", "لم نعد نستخدم خدمة خارج الجامعة لإحصاء الزيارات."),
    ]));
    let title = text(&[("en", "Privacy notice"), ("de", "Datenschutzerklärung"), ("ar", "إشعار الخصوصية")]);
    let draft = version("3.0", VersionStatus::Draft, text(&[("en", "A secret draft.")]), Vec::new());
    let mut privacy = policy("privacy", PolicyKind::Privacy, title, vec![current, draft]);
    privacy.audience = Audience::Everyone;
    let mut accept = question(
        "terms",
        Asks::Agreement,
        [
            text(&[("en", "I accept the terms of use.")]),
            text(&[("en", "I accept")]),
            text(&[("en", "I do not accept")]),
        ],
    );
    accept.declined = Some(text(&[("en", "Without this you cannot use the site.")]));
    let current = version("1", VersionStatus::Published, text(&[("en", TERMS)]), vec![accept]);
    let terms = policy("terms", PolicyKind::Terms, text(&[("en", "Terms of use")]), vec![current]);
    program.policies = vec![privacy, terms];
    program
}

/// The pages of a program, all of them.
pub fn pages(program: &Program) -> Vec<probate::page::Page> {
    probate::page::pages(program).expect("the templates are part of the program")
}
