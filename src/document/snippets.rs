//! Pieces of documents that editors offer; `${1:text}` is filled in.

pub(super) struct Snippet {
    pub label: &'static str,
    pub description: &'static str,
    /// JSON, of which the editor makes YAML.
    pub body: &'static str,
}

/// By the name of the kind or definition in the schemas.
pub(super) const ALL: &[(&str, &[Snippet])] = &[
    (
        "Site",
        &[Snippet {
            label: "Site",
            description: "Who is answerable, which database, and which table holds the people",
            body: r#"{
                "kind": "Site", "id": "${1:my-site}", "title": "${2:My site}",
                "controller": {"name": "${3:Your organisation}", "contact": "${4:privacy@example.org}"},
                "locales": ["${5:en}"], "schema": "${6:schema.sql}", "dialects": ["sqlite"],
                "subject": {
                    "table": "${7:person}", "key": "${8:id}", "label": "${9:name}",
                    "status": {"active": "default", "left": {"when": "${10:active = 0}"}}
                }
            }"#,
        }],
    ),
    (
        "Component",
        &[Snippet {
            label: "Component",
            description: "What personal data a part of the application stores",
            body: r#"{
                "kind": "Component", "id": "${1:notes}", "title": "${2:Notes}",
                "items": {"${3:own}": {
                    "title": "${4:Own notes}", "data_category": "${5:user.content}", "purpose": "${6:service}",
                    "rows": [{"table": "${7:note}", "owner": "${8:person_id}", "export": "${9:all}", "purge": "${10:delete}"}]
                }}
            }"#,
        }],
    ),
    (
        "Purpose",
        &[Snippet {
            label: "Purpose",
            description: "Why data is processed, and what makes that lawful",
            body: r#"{"kind": "Purpose", "id": "${1:service}", "title": "${2:Providing the service}", "lawful_basis": ["${3:gdpr.6.1.b}"]}"#,
        }],
    ),
    (
        "ExportType",
        &[Snippet {
            label: "ExportType",
            description: "What a person gets who asks for a copy",
            body: r#"{"kind": "ExportType", "id": "${1:everything}", "title": "${2:All my data}", "items": {"include": ["${3:*}"]}}"#,
        }],
    ),
    (
        "PurgeType",
        &[Snippet {
            label: "PurgeType",
            description: "Which data goes, and of people in which status",
            body: r#"{
                "kind": "PurgeType", "id": "${1:leaver}", "title": "${2:Leaver}", "status": "${3:left}", "use": ["manual"],
                "items": {"include": ["${4:*}"]}
            }"#,
        }],
    ),
    (
        "RetentionRule",
        &[
            Snippet {
                label: "RetentionRule",
                description: "After a time the data goes",
                body: r#"{
                    "kind": "RetentionRule", "id": "${1:notes-after-three-years}", "items": {"include": ["${2:*}"]},
                    "period": {"at_most": "${3:P3Y}", "after": "${4:row.created}"}, "then": "${5:purge}"
                }"#,
            },
            Snippet {
                label: "RetentionRule of a duty",
                description: "Until then the data stays, whoever asks",
                body: r#"{
                    "kind": "RetentionRule", "id": "${1:records}", "items": {"include": ["${2:*}"]},
                    "period": {"at_least": "${3:P5Y}", "after": "${4:row.created}"},
                    "duty": {"law": "${5:Tax Act §1}", "ground": "${6:gdpr.17.3.b}"}
                }"#,
            },
        ],
    ),
    (
        "LegalHold",
        &[Snippet {
            label: "LegalHold",
            description: "Data of certain people that stays while a dispute is open",
            body: r#"{"kind": "LegalHold", "id": "${1:dispute-2026}", "title": "${2:Dispute}", "items": {"include": ["${3:*}"]}}"#,
        }],
    ),
    (
        "Notice",
        &[Snippet {
            label: "Notice",
            description: "What people are sent when something happens to a request",
            body: r#"{
                "kind": "Notice", "id": "${1:export-ready}", "to": ["${2:subject}"], "subject": "${3:Your data is ready}",
                "body": "${4:Until {expires\\} you can fetch what you asked for: {type.title\\}.}"
            }"#,
        }],
    ),
    (
        "SitePolicy",
        &[Snippet {
            label: "SitePolicy",
            description: "What people are told and asked",
            body: r#"{
                "kind": "SitePolicy", "id": "${1:privacy}", "type": "privacy", "title": "${2:Privacy notice}",
                "versions": [{"version": "${3:1}", "status": "draft", "text": "${4:texts/privacy-1.en.md}"}]
            }"#,
        }],
    ),
    (
        "Item",
        &[Snippet {
            label: "item",
            description: "One kind of personal data",
            body: r#"{
                "title": "${1:Own notes}", "data_category": "${2:user.content}", "purpose": "${3:service}",
                "rows": [{"table": "${4:note}", "owner": "${5:person_id}", "export": "${6:all}", "purge": "${7:delete}"}]
            }"#,
        }],
    ),
    (
        "Row",
        &[
            Snippet {
                label: "own rows that go",
                description: "The rows are the person's and go with them",
                body: r#"{"table": "${1:note}", "owner": "${2:person_id}", "export": ["${3:title}"], "purge": "delete"}"#,
            },
            Snippet {
                label: "own rows that stay, without their content",
                description: "The rows stay where others need them; what they say goes",
                body: r#"{"table": "${1:comment}", "owner": "${2:person_id}", "export": ["${3:body}"], "purge": {"overwrite": {"${3:body}": ""}}}"#,
            },
            Snippet {
                label: "rows of others that name the person",
                description: "The rows stay; the person's key goes out of them",
                body: r#"{"table": "${1:note}", "mention": "${2:reviewer_id}", "export": "none", "purge": "detach"}"#,
            },
            Snippet {
                label: "rows that the person may see",
                description: "Exported, never purged",
                body: r#"{"table": "${1:note}", "access": "${2:team_id.person_id}", "export": ["${3:title}"]}"#,
            },
        ],
    ),
    (
        "Part",
        &[Snippet {
            label: "part",
            description: "Rows that go, and are exported, with the row that they belong to",
            body: r#"{"table": "${1:reply.note_id}", "export": ["${2:body}"]}"#,
        }],
    ),
    (
        "Strategy",
        &[
            Snippet {
                label: "overwrite",
                description: "The row stays; its columns get these values",
                body: r#"{"overwrite": {"${1:body}": "${2:}"}}"#,
            },
            Snippet {
                label: "keep",
                description: "Asks for nothing; the person is shown the reason",
                body: r#"{"keep": "${1:needed for the accounts}"}"#,
            },
        ],
    ),
    (
        "Version",
        &[Snippet {
            label: "version",
            description: "A text that changes gets a new version",
            body: r#"{"version": "${1:2}", "status": "draft", "effective": "${2:2026-12-01}", "change": "material", "text": "${3:texts/privacy-2.en.md}"}"#,
        }],
    ),
    (
        "Statement",
        &[
            Snippet {
                label: "agreement",
                description: "People agree, or cannot use the site",
                body: r#"{"id": "${1:terms}", "asks": "agreement", "required": true, "text": "${2:I accept the terms of use}", "agree": "${3:I accept}", "decline": "${4:I do not accept}"}"#,
            },
            Snippet {
                label: "consent",
                description: "Freely given, for one purpose",
                body: r#"{"id": "${1:newsletter}", "asks": "consent", "purpose": "${2:newsletter}", "text": "${3:May we send you our newsletter?}", "agree": "${4:Yes, send it}", "decline": "${5:No, do not send it}"}"#,
            },
        ],
    ),
];
