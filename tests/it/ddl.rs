//! Forms of DDL that real dumps contain, each vendor's own: what is read from them, and what is refused.

use probate::database::{Collation, Misfit, OnDelete, Schema, Table, Vendor, read};
use probate::diagnostic::{Code, Diagnostics, Style, text};
use probate::source::SourceMap;
use probate::sql::{Family, Literal};

const VENDORS: &[Vendor] = Vendor::ALL;

struct Reading {
    schema: Schema,
    codes: Vec<Code>,
    said: String,
}

fn reading(vendor: Vendor, ddl: &str) -> Reading {
    let mut sources = SourceMap::default();
    let file = sources.add("schema.sql", ddl.to_owned());
    let mut found = Diagnostics::default();
    let schema = read(&sources, file, vendor, &mut found);
    let codes = found.iter().map(|one| one.code).collect();
    Reading { schema, codes, said: text(&found, &sources, Style::Plain) }
}

/// The schema of a text without a mistake.
fn schema(vendor: Vendor, ddl: &str) -> Schema {
    let reading = reading(vendor, ddl);
    assert_eq!(reading.said, "", "{vendor:?}: {ddl}");
    reading.schema
}

/// `CREATE TABLE t (…)` with these elements.
fn table(vendor: Vendor, elements: &str) -> Schema {
    schema(vendor, &format!("CREATE TABLE t ({elements});"))
}

fn t(schema: &Schema) -> &Table {
    schema.find("t").expect("the table").1
}

fn columns<'s>(table: &'s Table, ids: &[probate::database::ColumnId]) -> Vec<&'s str> {
    ids.iter().map(|id| &*table.column(*id).name).collect()
}

fn names(table: &Table) -> Vec<&str> {
    table.column_names().collect()
}

#[test]
fn types_of_each_vendor_have_their_families() {
    let postgres = [
        ("bigint", Family::Integer, None),
        ("int4", Family::Integer, None),
        ("bigserial", Family::Integer, None),
        ("numeric(10,2)", Family::Decimal, None),
        ("double precision", Family::Real, None),
        ("boolean", Family::Boolean, None),
        ("character varying(255)", Family::Text, Some(255)),
        ("varchar", Family::Text, None),
        ("char(2)", Family::Text, Some(2)),
        ("character", Family::Text, Some(1)),
        ("text", Family::Text, None),
        ("public.citext", Family::Text, None),
        ("bytea", Family::Bytes, None),
        ("date", Family::Date, None),
        ("timestamp(3) without time zone", Family::Timestamp, None),
        ("timestamptz", Family::Timestamp, None),
        ("time with time zone", Family::Other, None),
        ("uuid", Family::Other, None),
        ("jsonb", Family::Other, None),
        ("text[]", Family::Other, None),
        ("character varying(20)[][3]", Family::Other, None),
        ("integer ARRAY", Family::Other, None),
        ("interval day to second(3)", Family::Other, None),
        ("bit varying(5)", Family::Other, None),
        ("public.geometry(Point,4326)", Family::Other, None),
        ("inet", Family::Other, None),
    ];
    let mariadb = [
        ("bigint(10) unsigned zerofill", Family::Integer, None),
        ("tinyint(1)", Family::Integer, None),
        ("int", Family::Integer, None),
        ("decimal(10,5) unsigned", Family::Decimal, None),
        ("double", Family::Real, None),
        ("float(8,2)", Family::Real, None),
        ("varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", Family::Text, Some(100)),
        ("char(3)", Family::Text, Some(3)),
        ("longtext", Family::Text, None),
        ("enum('a','b')", Family::Text, None),
        ("set('a','b')", Family::Text, None),
        ("varbinary(16)", Family::Bytes, None),
        ("longblob", Family::Bytes, None),
        ("date", Family::Date, None),
        ("datetime(6)", Family::Timestamp, None),
        ("timestamp", Family::Timestamp, None),
        ("json", Family::Other, None),
        ("uuid", Family::Other, None),
        ("inet6", Family::Other, None),
        ("point", Family::Other, None),
        ("time", Family::Other, None),
    ];
    let sqlite = [
        ("", Family::Other, None),
        ("UNSIGNED BIG INT", Family::Integer, None),
        ("VARCHAR(10)", Family::Text, None),
        ("NATIVE CHARACTER(70)", Family::Text, None),
        ("DOUBLE PRECISION", Family::Real, None),
        ("DATETIME", Family::Timestamp, None),
    ];
    let all = postgres.map(|one| (Vendor::Postgres, one)).into_iter();
    let all = all.chain(mariadb.map(|one| (Vendor::Mariadb, one))).chain(sqlite.map(|one| (Vendor::Sqlite, one)));
    for (vendor, (declared, family, length)) in all {
        let schema = table(vendor, &format!("a {declared}, b int NOT NULL"));
        let column = t(&schema).find("a").unwrap().1;
        assert_eq!((column.family, column.length), (family, length), "{vendor:?}: {declared}");
        assert_eq!(names(t(&schema)), ["a", "b"], "{vendor:?}: {declared}");
    }
}

#[test]
fn collations_fold_where_the_vendor_folds() {
    let folding = |vendor, elements: &str| match &table(vendor, elements).find("t").unwrap().1.columns[0].collation {
        Collation::Bytes => None,
        Collation::Folding(name) => Some(name.to_string()),
    };
    let general = Some("utf8mb4_general_ci".to_owned());
    assert_eq!(folding(Vendor::Mariadb, "a text"), general);
    assert_eq!(folding(Vendor::Mariadb, "a int"), None);
    assert_eq!(folding(Vendor::Mariadb, "a varchar(9) COLLATE utf8mb4_nopad_bin"), None);
    // To it 'a' and 'a ' are one.
    assert_eq!(folding(Vendor::Mariadb, "a varchar(9) COLLATE utf8mb4_bin"), Some("utf8mb4_bin".into()));
    assert_eq!(
        folding(Vendor::Mariadb, "a varchar(9) COLLATE latin1_german2_ci NOT NULL"),
        Some("latin1_german2_ci".into())
    );
    assert_eq!(folding(Vendor::Mariadb, "a varchar(9) CHARACTER SET latin1"), Some("latin1_swedish_ci".into()));
    assert_eq!(folding(Vendor::Postgres, "a text COLLATE pg_catalog.\"C\""), None);
    assert_eq!(folding(Vendor::Postgres, "a citext"), Some("citext".into()));
    assert_eq!(folding(Vendor::Sqlite, "a text COLLATE NOCASE"), Some("NOCASE".into()));
    let of = |options: &str| {
        let schema =
            schema(Vendor::Mariadb, &format!("CREATE TABLE t (a text, b varchar(9) COLLATE utf8mb3_bin) {options};"));
        let table = t(&schema);
        (table.columns[0].collation.clone(), table.columns[1].collation.clone())
    };
    let folds = |name: &str| Collation::Folding(name.into());
    for options in ["ENGINE=InnoDB DEFAULT CHARSET=utf8 COLLATE=utf8_bin", "COLLATION=utf8_bin", "COLLATE utf8_bin"] {
        assert_eq!(of(options), (folds("utf8_bin"), folds("utf8mb3_bin")), "{options}");
    }
    assert_eq!(of("TYPE=MyISAM CHARACTER SET latin1").0, folds("latin1_swedish_ci"));
    let ddl = "CREATE COLLATION public.blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
        CREATE TABLE t (a text COLLATE public.blind);";
    assert_eq!(t(&schema(Vendor::Postgres, ddl)).columns[0].collation, folds("blind"));
}

#[test]
fn what_pg_dump_adds_late_is_folded_in() {
    let schema = schema(
        Vendor::Postgres,
        "CREATE TYPE public.mood AS ENUM (\n    'sad',\n    'it''s ok'\n);
ALTER TYPE public.mood OWNER TO app;
ALTER TYPE public.mood ADD VALUE 'happy';
CREATE DOMAIN public.mail AS public.citext NOT NULL CONSTRAINT c CHECK ((VALUE ~ '@'::public.citext));
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN; DELETE FROM x; END; $fn$;
CREATE SEQUENCE public.t_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.t (
    id bigint NOT NULL,
    number bigint NOT NULL,
    mood public.mood DEFAULT 'sad'::public.mood NOT NULL,
    mail public.mail,
    parent bigint,
    other bigint,
    \"Order\" text COLLATE pg_catalog.\"C\" DEFAULT (('a'::text || 'b'::text)) NOT NULL,
    at timestamp with time zone DEFAULT (now() + '1 day'::interval),
    flags text[] DEFAULT ARRAY['a'::text, 'b'::text] NOT NULL,
    tags character varying[] DEFAULT '{}'::character varying[],
    low numeric DEFAULT '-1'::integer,
    utc timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc'::text),
    sum bigint GENERATED ALWAYS AS ((id + number)) STORED,
    CONSTRAINT t_check CHECK (((low > (0)::numeric) AND (number = ANY (ARRAY[1, 2]))))
)
WITH (fillfactor='70');
ALTER TABLE ONLY public.t REPLICA IDENTITY FULL;
ALTER TABLE public.t OWNER TO app;
ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.t_id_seq
    START WITH 1
);
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
ALTER TABLE ONLY public.t ALTER COLUMN number SET DEFAULT nextval('public.t_id_seq'::regclass);
ALTER TABLE ONLY public.t ALTER COLUMN other SET STATISTICS 100, ALTER COLUMN other SET NOT NULL;
ALTER TABLE public.view_of_t OWNER TO app;
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (mood);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_number UNIQUE NULLS NOT DISTINCT (number, parent) DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX t_other ON public.t USING btree (other DESC NULLS LAST) WHERE (low IS NOT NULL);
CREATE UNIQUE INDEX t_mail ON ONLY public.t USING btree (lower((mail)::text), number varchar_pattern_ops);
CREATE INDEX t_mood ON public.t USING btree (mood) INCLUDE (at) WITH (fillfactor='70');
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_parent FOREIGN KEY (parent) REFERENCES public.t(id) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL (parent) DEFERRABLE NOT VALID;
ALTER TABLE ONLY public.t ADD CONSTRAINT t_excluded EXCLUDE USING gist (at WITH &&) WHERE ((other IS NULL));
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
COMMENT ON TABLE public.t IS 'a; b';
",
    );
    let table = t(&schema);
    assert_eq!(columns(table, &table.primary_key), ["id"]);
    let column = |name: &str| table.find(name).unwrap_or_else(|| panic!("{name}")).1;
    assert_eq!(**column("mood").allowed.as_ref().unwrap(), ["sad", "it's ok", "happy"]);
    assert!(!column("mail").nullable && column("mail").collation == Collation::Folding("citext".into()));
    assert!(column("id").generated && column("sum").generated && !column("number").generated);
    assert!(!column("other").nullable && column("parent").nullable && !column("Order").nullable);
    assert!(table.find("order").is_none(), "names in quotes keep their capitals");
    assert_eq!(column("utc").declared, "timestamp without time zone");
    let uniques: Vec<(Vec<&str>, bool, bool)> =
        table.uniques.iter().map(|one| (columns(table, &one.columns), one.partial, one.nulls_conflict)).collect();
    let expected =
        [(vec!["number", "parent"], false, true), (vec!["other"], true, false), (vec!["number", "mail"], true, false)];
    assert_eq!(uniques, expected);
    assert_eq!(table.checks[0].text, "((low > (0)::numeric) AND (number = ANY (ARRAY[1, 2])))");
    let [key] = table.foreign_keys.as_slice() else { panic!("{:?}", table.foreign_keys) };
    assert_eq!((columns(table, &key.columns), key.on_delete), (vec!["parent"], OnDelete::SetNull));
    let indexed: Vec<Vec<&str>> = table.indexed.iter().map(|ids| columns(table, ids)).collect();
    assert_eq!(indexed, [vec!["id"], vec!["number", "parent"], vec!["mood"]]);
}

#[test]
fn partitions_and_heirs_have_the_columns_of_their_whole() {
    let schema = schema(
        Vendor::Postgres,
        "CREATE TABLE public.whole (id bigint NOT NULL, at date NOT NULL, CONSTRAINT k PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE public.first (id bigint NOT NULL, at date NOT NULL);
ALTER TABLE ONLY public.whole ATTACH PARTITION public.first FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE second PARTITION OF whole FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE public.heir (extra text, at date NOT NULL) INHERITS (public.whole);
CREATE UNLOGGED TABLE public.empty (\n);
CREATE FOREIGN TABLE public.far (id integer OPTIONS (column_name 'x') NOT NULL) SERVER s OPTIONS (schema_name 'a');
ALTER INDEX public.k ATTACH PARTITION public.first_pkey;
",
    );
    let shape = |name: &str| {
        let (_, table) = schema.find(name).unwrap();
        (names(table), columns(table, &table.primary_key))
    };
    assert_eq!(shape("second"), (vec!["id", "at"], vec!["id", "at"]));
    assert_eq!(shape("heir"), (vec!["id", "at", "extra"], vec![]));
    assert_eq!((shape("empty"), shape("far").0), ((vec![], vec![]), vec!["id"]));
    let whole = schema.find("whole").map(|(id, _)| id);
    let part_of = |name: &str| schema.find(name).unwrap().1.part_of;
    assert_eq!([part_of("first"), part_of("second"), part_of("heir")], [whole, whole, None]);
}

#[test]
fn the_one_schema_that_is_searched_is_that_whose_name_is_left_out() {
    let declared =
        "CREATE TABLE note (id bigint PRIMARY KEY); CREATE TABLE app.vote (note bigint REFERENCES app.note (id));
CREATE TABLE public.other (note bigint REFERENCES note (id));";
    for head in ["SET search_path TO app;", "set search_path = app;", "SET search_path TO \"app\";"] {
        let schema = schema(Vendor::Postgres, &format!("{head}\n{declared}"));
        let tables: Vec<(&str, bool)> = schema.tables().map(|(_, table)| (&*table.name, table.is_elsewhere)).collect();
        assert_eq!(tables, [("note", false), ("vote", false), ("public.other", true)], "{head}");
        assert_eq!(schema.referring(schema.find("note").unwrap().0).count(), 2, "{head}");
    }
    // Of several, or when tables were declared already, it says nothing.
    for head in ["SET search_path = app, pg_catalog;", "", "CREATE TABLE first (id integer); SET search_path TO app;"] {
        let schema = schema(Vendor::Postgres, &format!("{head}\n{declared}"));
        assert!(schema.find("app.vote").is_some() && schema.find("other").is_some(), "{head}");
    }
}

#[test]
fn rows_of_data_and_lines_for_the_client_disturb_nobody() {
    let schema_of_three = |vendor, ddl: &str| assert_eq!(schema(vendor, ddl).tables().count(), 2, "{ddl}");
    schema_of_three(
        Vendor::Postgres,
        "\\restrict x'y\n\\connect \"a\nCREATE TABLE t (id int);\nCOPY public.t (id) FROM stdin;\n1\tit's; \"\n\\\\.\n\\.\n\nCREATE TABLE u (id int);\n/* a /* nested; */ comment */ SELECT E'\\'; ';\n\\unrestrict x'y\n",
    );
    schema_of_three(
        Vendor::Mariadb,
        "/*M!999999\\- enable the sandbox mode */ \n-- a comment; it's one\n# another; \"\n/*!40101 SET NAMES utf8mb4 */;\nDROP TABLE IF EXISTS `t`;\nCREATE TABLE `t` (`id` int /*!50606 STORAGE DISK */) /*!50100 PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (5) ENGINE = InnoDB) */;\nLOCK TABLES `t` WRITE;\nINSERT INTO `t` VALUES (1,'it\\'s; \\\\'),(2,\"a;b\");\nUNLOCK TABLES;\n/*!50001 CREATE TABLE `v` (`id` tinyint NOT NULL) ENGINE=MyISAM */;\nDELIMITER ;;\nCREATE PROCEDURE p() BEGIN CREATE TABLE x (id int); END ;;\nDELIMITER ;\nCREATE TABLE u (id int);\n",
    );
    schema_of_three(
        Vendor::Sqlite,
        ".bail on\nPRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (id int);\nINSERT INTO t VALUES('a;b\n.quit'';');\nCREATE TABLE 'u' ([id] int);\nCREATE VIRTUAL TABLE f USING fts5(a, b);\nCOMMIT;\n",
    );
}

#[test]
fn a_dump_may_drop_first_what_it_declares() {
    let ddl = "ALTER TABLE IF EXISTS ONLY public.t DROP CONSTRAINT IF EXISTS t_pkey;\nALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;\nDROP TABLE IF EXISTS public.t, public.u CASCADE;\nCREATE TABLE public.t (id int);\n";
    assert_eq!(schema(Vendor::Postgres, ddl).tables().count(), 1);
    assert_eq!(reading(Vendor::Postgres, &format!("{ddl}DROP TABLE public.t;\n")).codes, [Code::DdlSyntax]);
}

/// Time grows with the length of a schema, not with its square, and so it does for what is wrong in it.
#[test]
fn long_schemas_are_read_in_time() {
    let keys = "ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES nowhere (id);\n".repeat(3_000);
    let tables: String = (0..300).map(|at| format!("CREATE TABLE t{at} (id int, \"é\" text);\n")).collect();
    let line: String = (0..20_000).map(|at| format!("\"é{at}\" text, ")).collect();
    for (ddl, errors) in [
        (format!("CREATE TABLE t (id int);\n{tables}{keys}"), 100),
        (format!("CREATE TABLE t (id int, {line} x int);\n"), 0),
        (format!("CREATE TABLE t (id int DEFAULT {}1{});\n", "(".repeat(100_000), ")".repeat(100_000)), 0),
        (format!("CREATE TABLE t (id int DEFAULT 1{});\n", " + 1".repeat(100_000)), 0),
        (format!("CREATE TABLE t (id int{});\n", "[]".repeat(100_000)), 0),
        (format!("CREATE TABLE t (id int);\n{}", "SELECT $a$ ; $a$ /* ' */ ;\n".repeat(50_000)), 0),
        (format!("CREATE TABLE t (id int);\n{}", "/*".repeat(500_000)), 1),
    ] {
        let start = std::time::Instant::now();
        let reading = reading(Vendor::Postgres, &ddl);
        assert_eq!(reading.codes.len(), errors, "{}", &reading.said[..reading.said.len().min(500)]);
        assert!(start.elapsed().as_secs() < 10, "{:?} for {}", start.elapsed(), &ddl[..80]);
    }
}

#[test]
fn forms_of_mariadb_are_read() {
    let schema = schema(
        Vendor::Mariadb,
        "CREATE TABLE IF NOT EXISTS `app`.`other` (`id` int(10) unsigned zerofill NOT NULL AUTO_INCREMENT COMMENT 'a, b', PRIMARY KEY (`id`) USING BTREE);
CREATE OR REPLACE TABLE `app`.`t` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `Name` varchar(255) CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci NOT NULL DEFAULT 'it''s',
  `kind` enum('a','b,c','d\\'e') NOT NULL DEFAULT 'a',
  `sum` int(11) GENERATED ALWAYS AS (`id` + 1) VIRTUAL,
  `old` int(11) AS (`id` * 2) PERSISTENT,
  `at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `data` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`data`)),
  `other` int(10) unsigned DEFAULT NULL REFERENCES other (id) ON DELETE CASCADE,
  `second` int(10) unsigned DEFAULT -1 INVISIBLE,
  PRIMARY KEY (`id`,`kind`),
  UNIQUE KEY `u` (`Name`(20),`kind`) USING HASH COMMENT 'x',
  KEY `k` (`at` DESC) KEY_BLOCK_SIZE=8,
  FULLTEXT KEY `f` (`Name`,`data`) /*!50100 WITH PARSER `ngram` */,
  SPATIAL INDEX (`sum`),
  CONSTRAINT `fk` FOREIGN KEY `i` (`second`) REFERENCES `app`.`other` (`id`) ON UPDATE CASCADE,
  CONSTRAINT `c` CHECK (`second` > 0)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=COMPRESSED COMMENT='a; (b'
 PARTITION BY HASH (`id`) PARTITIONS 4;
CREATE TABLE late (id int NOT NULL, `name` varchar(9) DEFAULT NULL) TYPE=MyISAM;
ALTER TABLE `late` ADD PRIMARY KEY (`id`), ADD UNIQUE KEY `n` (`name`), ADD KEY `x` (`name`,`id`);
ALTER TABLE `late` MODIFY `id` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=7;
ALTER TABLE late ADD COLUMN `more` int NOT NULL DEFAULT 0 AFTER `id`, ADD CONSTRAINT FOREIGN KEY (id) REFERENCES other(id) ON DELETE NO ACTION;
CREATE UNIQUE INDEX m USING BTREE ON late (more);
",
    );
    let table = t(&schema);
    assert_eq!(columns(table, &table.primary_key), ["id", "kind"]);
    let column = |name: &str| table.find(name).unwrap_or_else(|| panic!("{name}")).1;
    assert_eq!(**column("kind").allowed.as_ref().unwrap(), ["a", "b,c", "d'e"]);
    let fit = |value: &str| probate::database::fits(&Literal::Text(value.to_owned()), column("kind"));
    assert_eq!((fit("b,c"), fit("c")), (Ok(()), Err(Misfit::NotAllowed)));
    assert!(column("sum").generated && column("old").generated);
    assert_eq!(&*column("NAME").name, "Name", "columns are compared without regard to capitals");
    assert!(schema.find("T").is_none(), "tables are not");
    assert_eq!(
        table.checks.iter().map(|check| check.text.as_str()).collect::<Vec<_>>(),
        ["json_valid(`data`)", "`second` > 0"]
    );
    let keys: Vec<(Vec<&str>, OnDelete)> =
        table.foreign_keys.iter().map(|key| (columns(table, &key.columns), key.on_delete)).collect();
    assert_eq!(keys, [(vec!["other"], OnDelete::Cascade), (vec!["second"], OnDelete::Restrict)]);
    assert_eq!(columns(table, &table.uniques[0].columns), ["Name", "kind"]);
    let (_, late) = schema.find("late").unwrap();
    assert_eq!((names(late), columns(late, &late.primary_key)), (vec!["id", "name", "more"], vec!["id"]));
    assert_eq!(late.uniques.len(), 2);
    assert_eq!(late.foreign_keys[0].on_delete, OnDelete::Restrict);
}

#[test]
fn forms_of_sqlite_are_read() {
    let schema = schema(
        Vendor::Sqlite,
        "CREATE TABLE main.t (
  id INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE AUTOINCREMENT,
  \"key\" TEXT NOT NULL ON CONFLICT IGNORE UNIQUE ON CONFLICT FAIL,
  key2, period INT, exclude TEXT,
  at TEXT DEFAULT (strftime('%s','now')) COLLATE NOCASE,
  n REAL DEFAULT -1.5 CHECK (n > 0 AND at <> ')'),
  c INT AS (n + 1) STORED,
  o INT REFERENCES t ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT u UNIQUE (key2, at COLLATE NOCASE DESC) ON CONFLICT ROLLBACK
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS i ON T (lower(exclude)) WHERE period IS NULL;
CREATE INDEX j ON t ((n + 1));
CREATE TRIGGER tr AFTER UPDATE OF at ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM t; END;
",
    );
    let table = t(&schema);
    assert_eq!(names(table), ["id", "key", "key2", "period", "exclude", "at", "n", "c", "o"]);
    assert!(!table.find("id").unwrap().1.nullable && table.find("c").unwrap().1.generated);
    assert_eq!(table.uniques.iter().map(|one| one.columns.len()).collect::<Vec<_>>(), [1, 2, 1]);
    assert_eq!((table.checks[0].text.as_str(), table.triggers.len()), ("n > 0 AND at <> ')'", 1));
    assert_eq!(table.foreign_keys[0].on_delete, OnDelete::SetDefault);
}

#[test]
fn triggers_and_rules_are_known_by_table_and_event() {
    let on = |vendor, ddl: &str| {
        let schema = schema(vendor, &format!("CREATE TABLE t (id int);\nCREATE TABLE u (id int);\n{ddl}\n"));
        let with: Vec<String> = schema
            .tables()
            .filter(|(_, table)| !table.triggers.is_empty())
            .map(|(_, table)| table.name.to_string())
            .collect();
        with.join(",")
    };
    let body = "FOR EACH ROW EXECUTE FUNCTION public.f();";
    let postgres = |ddl: &str| on(Vendor::Postgres, ddl);
    assert_eq!(postgres(&format!("CREATE TRIGGER x BEFORE INSERT OR DELETE ON public.u {body}")), "u");
    assert_eq!(postgres(&format!("CREATE CONSTRAINT TRIGGER x AFTER UPDATE OF id ON public.t {body}")), "t");
    assert_eq!(postgres(&format!("CREATE OR REPLACE TRIGGER \"delete\" BEFORE INSERT ON public.t {body}")), "");
    assert_eq!(postgres("CREATE RULE r AS ON DELETE TO public.t DO INSTEAD NOTHING;"), "t");
    assert_eq!(postgres("CREATE RULE r AS ON INSERT TO public.t DO INSTEAD NOTHING;"), "");
    assert_eq!(postgres("CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION public.f();"), "");
    let mariadb = "DELIMITER ;;\n/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER x AFTER DELETE ON t FOR EACH ROW BEGIN IF 1 THEN DELETE FROM u; END IF; END */;;\nDELIMITER ;\nCREATE DEFINER=root@localhost TRIGGER y BEFORE UPDATE ON `u` FOR EACH ROW SET NEW.id = 1;";
    assert_eq!(on(Vendor::Mariadb, mariadb), "t,u");
}

#[test]
fn names_are_compared_as_the_vendor_compares_them() {
    let postgres =
        schema(Vendor::Postgres, "CREATE TABLE Person (Id int, \"Id\" int);\nCREATE TABLE \"Person\" (id int);");
    assert_eq!(postgres.tables().count(), 2);
    assert_eq!(names(postgres.find("person").unwrap().1), ["id", "Id"]);
    let mariadb = schema(Vendor::Mariadb, "CREATE TABLE Person (Id int);\nCREATE TABLE person (id int);");
    assert_eq!(mariadb.tables().count(), 2);
    assert_eq!(
        reading(Vendor::Sqlite, "CREATE TABLE Person (id int);\nCREATE TABLE person (id int);").codes,
        [Code::DdlConflict]
    );
    for vendor in [Vendor::Sqlite, Vendor::Mariadb] {
        assert_eq!(reading(vendor, "CREATE TABLE t (id int, ID int);").codes, [Code::DdlConflict]);
    }
    let elsewhere = schema(
        Vendor::Postgres,
        "CREATE TABLE public.t (id int PRIMARY KEY);\nCREATE TABLE audit.log (t int REFERENCES public.t(id) ON DELETE CASCADE);",
    );
    let ddl = "CREATE TABLE t (id int, FOREIGN KEY (id) REFERENCES other.t (id), FOREIGN KEY (id) REFERENCES db.u (id));\nCREATE TABLE db.u (id int PRIMARY KEY);";
    assert_eq!(t(&schema(Vendor::Mariadb, ddl)).foreign_keys.len(), 1, "what is not declared is of another database");
    let (_, log) = elsewhere.find("audit.log").unwrap();
    assert!(log.is_elsewhere && log.foreign_keys[0].on_delete == OnDelete::Refuse);
}

#[test]
fn what_cannot_be_read_of_a_needed_statement_is_an_error_with_its_line() {
    for (vendor, ddl, line) in [
        (Vendor::Postgres, "CREATE TABLE t (id int);\nCREATE TABLE u (\n  id int FROBNICATE\n);", 3),
        (Vendor::Postgres, "CREATE TABLE t (id int);\nALTER TABLE t\n  ADD CONSTRAINT c PRIMARY KEY id;", 3),
        (Vendor::Postgres, "CREATE TABLE t (id int);\nCREATE TABLE u (LIKE t INCLUDING ALL);", 2),
        (Vendor::Postgres, "CREATE TABLE t (id int)\nCREATE TABLE u (id int);", 2),
        (Vendor::Postgres, "CREATE TABLE t (id int);\nCREATE TYPE m AS ENUM ('a'", 2),
        (Vendor::Postgres, "CREATE TABLE t (id int);\nSELECT 'a;\n", 2),
        (Vendor::Postgres, "CREATE TABLE t (id int);\nCREATE FUNCTION f() AS $$ a;\n", 2),
        (Vendor::Postgres, "CREATE TABLE t (id int);\nCOPY t (id) FROM stdin;\n1\n", 2),
        (Vendor::Postgres, "CREATE TABLE t (id int);\nALTER SEQUENCE t_id", 2),
        (Vendor::Mariadb, "CREATE TABLE t (id int);\nCREATE TABLE u (\n  id int,\n  UNIQUE KEY k id);", 4),
        (Vendor::Mariadb, "CREATE TABLE t (id int);\nINSERT INTO t VALUES (1,'a", 2),
        (Vendor::Mariadb, "-- MariaDB dump 10.19\nCREATE TABLE t (id int);\n", 1),
        (Vendor::Mariadb, "CREATE TABLE t (id int);\nALTER TABLE t CHANGE id number int;", 2),
        (Vendor::Sqlite, "CREATE TABLE t (id int);\nCREATE TABLE u (id int) WITHOUT ROWS;", 2),
        (Vendor::Sqlite, "CREATE TABLE t (id int);\nCREATE INDEX i ON t id;", 2),
    ] {
        let reading = reading(vendor, ddl);
        assert_eq!(reading.codes, [Code::DdlSyntax], "{vendor:?}: {ddl}\n{}", reading.said);
        assert!(reading.said.contains(&format!("schema.sql:{line}:")), "{}", reading.said);
        assert!(reading.schema.find("u").is_none(), "half a table: {ddl}");
    }
}

#[test]
fn a_schema_without_tables_names_the_command_that_prints_one() {
    for vendor in VENDORS {
        let reading = reading(*vendor, "SET x = 1;\n");
        assert_eq!(reading.codes, [Code::NoTables]);
        assert!(reading.said.contains(vendor.command()), "{}", reading.said);
    }
}

/// Every beginning of a schema, and every schema without one of its tokens: an answer, and no panic.
#[test]
fn no_beginning_of_a_schema_makes_the_reader_fail() {
    let ddl = "/*!40101 SET x */;\nCREATE TABLE \"t\" (id int DEFAULT (1), a text[] CHECK (a > 'é;'), UNIQUE (a), FOREIGN KEY (id) REFERENCES t (id) ON DELETE SET NULL) WITH (x=1);\nALTER TABLE t ADD CONSTRAINT c PRIMARY KEY (id);\nCREATE UNIQUE INDEX i ON t (lower(a)) WHERE id IS NULL;\nCREATE TYPE m AS ENUM ('a', 'b');\nCREATE TRIGGER x AFTER DELETE ON t BEGIN SELECT $$a$$; END;\nCOPY t (id) FROM stdin;\n1\n\\.\n";
    for vendor in VENDORS {
        for at in (0..=ddl.len()).filter(|at| ddl.is_char_boundary(*at)) {
            reading(*vendor, &ddl[..at]);
            reading(*vendor, &ddl[at..]);
        }
        let words: Vec<&str> = ddl.split_inclusive([' ', '(', ')', ',']).collect();
        for without in 0..words.len() {
            let text: String =
                words.iter().enumerate().filter(|(at, _)| *at != without).map(|(_, word)| *word).collect();
            reading(*vendor, &text);
        }
    }
}
