//! Differences between the club's schema and a database, and what `check --db` says of each.

/// A difference: in the statements that make the database, instead of what, or after all of them; and what is said.
#[derive(Clone, Copy)]
pub struct Planted {
    pub instead: &'static str,
    pub stands: &'static str,
    /// Where not everywhere.
    pub only: Option<&'static str>,
    pub said: &'static [(&'static str, &'static str)],
}

const fn planted(
    instead: &'static str,
    stands: &'static str,
    said: &'static [(&'static str, &'static str)],
) -> Planted {
    Planted { instead, stands, only: None, said }
}

const fn only(dialect: &'static str, one: Planted) -> Planted {
    Planted { only: Some(dialect), ..one }
}

/// The last statement of the schema.
pub const END: &str = "create index stored_hash on stored (hash);";
pub const PLANTED: &[Planted] = &[
    planted(
        "name varchar(80) not null, mail",
        "called varchar(80) not null, mail",
        &[
            ("missing-in-database", "no column `person.name`"),
            ("not-in-schema", "a column `person.called`, which is in no item"),
        ],
    ),
    planted(
        "create table stored (",
        "create table kept (hash varchar(80)); create table stored_ (",
        &[("missing-in-database", "no table `stored`"), ("not-in-schema", "2 more tables, which are in no item")],
    ),
    planted(
        "state varchar(20) not null",
        "state integer not null",
        &[("differs-in-database", "`person.state` is a whole number in the database, `int")],
    ),
    planted(
        "mail varchar(80), state",
        "mail varchar(80) not null, state",
        &[("differs-in-database", "`person.mail` may not be NULL in the database")],
    ),
    planted(
        "create table remark (id integer primary key, note_id integer not null",
        "create table remark (id integer primary key, note_id integer",
        &[("differs-in-database", "`remark.note_id` may be NULL in the database")],
    ),
    planted(
        "create table stored (id integer primary key,",
        "create table stored (id integer not null,",
        &[("differs-in-database", "the key of `stored` is none in the database")],
    ),
    planted(
        "hash varchar(80) not null);",
        "hash varchar(80) not null, unique (name));",
        &[("differs-in-database", "no two rows of `stored` may have the same `name` in the database")],
    ),
    planted(
        "id integer primary key, area text not null, note_id integer not null, name text not null, hash varchar(80) not null",
        "id integer not null, area text not null, note_id integer not null, name text not null, hash varchar(80) not null, primary key (id, note_id)",
        &[("differs-in-database", "the key of `stored` is `id`, `note_id` in the database")],
    ),
    planted(
        END,
        "create unique index m on person (mail);",
        &[("differs-in-database", "the same `mail` in the database")],
    ),
    planted(
        "references note(id), person_id",
        "references note(id) on delete cascade, person_id",
        &[("differs-in-database", "when a row of `note` goes, the database deletes rows of `remark`")],
    ),
    planted(
        END,
        "create table vote (id integer primary key, note_id integer references note(id) on delete set null);",
        &[
            ("not-in-schema", "a table `vote`, which is in no item"),
            ("differs-in-database", "goes, the database sets to NULL the key in rows of `vote`"),
        ],
    ),
    planted(
        END,
        "create table payment (id integer primary key, person_id integer references person(id));",
        // Nobody deletes people here.
        &[("not-in-schema", "a table `payment`, which is in no item")],
    ),
    planted(
        END,
        "create index of_nobody on note (body_);",
        &[("missing-in-database", "no column `note.body`"), ("not-in-schema", "a column `note.body_`")],
    ),
    only(
        "sqlite",
        planted(
            END,
            "create trigger kept after delete on note begin select 1; end;",
            &[("differs-in-database", "a trigger of the database runs when rows of `note`")],
        ),
    ),
    only(
        "postgres",
        planted(
            END,
            "create function kept() returns trigger language plpgsql as 'begin return null; end';
             create trigger kept after delete on note execute function kept();",
            &[("differs-in-database", "a trigger of the database runs when rows of `note`")],
        ),
    ),
    only(
        "mariadb",
        planted(
            END,
            "create trigger kept after delete on note for each row set @kept = 1;",
            &[("differs-in-database", "a trigger of the database runs when rows of `note`")],
        ),
    ),
    only(
        "sqlite",
        planted(
            "name varchar(80) not null, mail",
            "name varchar(80) not null collate nocase, mail",
            &[("differs-in-database", "`person.name` compares otherwise than by bytes")],
        ),
    ),
    only(
        "postgres",
        planted(
            "name varchar(80) not null, mail",
            "name varchar(80) collate loose not null, mail",
            &[("differs-in-database", "`person.name` compares otherwise than by bytes")],
        ),
    ),
    only(
        "postgres",
        planted(
            "state varchar(20) not null",
            "state some_state not null",
            &[("differs-in-database", "`person.state` of the database does not hold every text")],
        ),
    ),
    only(
        "postgres",
        planted(
            "mail varchar(80), state",
            "mail varchar(20), state",
            &[("differs-in-database", "texts of `person.mail` have at most 20 characters in the database")],
        ),
    ),
    only(
        "mariadb",
        planted(
            "mail varchar(80), state",
            "mail varchar(20), state",
            &[("differs-in-database", "texts of `person.mail` have at most 20 characters in the database")],
        ),
    ),
    only(
        "mariadb",
        planted(
            END,
            "alter table stored engine = MyISAM;",
            &[("differs-in-database", "keeps `stored` in MyISAM, which cannot take a change back")],
        ),
    ),
    only(
        "mariadb",
        planted(
            END,
            "alter table stored add system versioning;",
            &[("differs-in-database", "keeps the history of `stored`")],
        ),
    ),
    only(
        "mariadb",
        planted(
            "state varchar(20) not null",
            "state varchar(20) not null, seen timestamp not null default current_timestamp on update current_timestamp",
            &[
                ("differs-in-database", "`person.seen` follows every change of its row"),
                ("not-in-schema", "a column `person.seen`"),
            ],
        ),
    ),
];
