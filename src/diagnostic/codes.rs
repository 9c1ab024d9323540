//! The one table of codes. The long text is what `probate explain CODE` prints.

use super::Severity;

/// What a code is, before a Site says otherwise.
enum Class {
    Error,
    Warning,
    /// Legal but unwise: the Site may set its level, or except what it is about.
    Lint(Severity),
}

macro_rules! codes {
    ($($variant:ident $name:literal $class:ident $(($severity:ident))? $text:literal)*) => {
        /// What a finding is about; its name is stable.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code { $($variant),* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            fn class(self) -> Class {
                match self { $(Code::$variant => Class::$class$((Severity::$severity))?),* }
            }

            /// What the code means, why it is refused, and how to mend it.
            pub fn text(self) -> &'static str {
                match self { $(Code::$variant => $text),* }
            }

            pub fn from_name(name: &str) -> Option<Code> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }
        }
    };
}

/// By its name.
impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Code {
    /// How bad it is where the Site says nothing of it.
    pub fn severity(self) -> Severity {
        match self.class() {
            Class::Error => Severity::Error,
            Class::Warning => Severity::Warning,
            Class::Lint(severity) => severity,
        }
    }

    /// Whether the Site may set its level under `lints`.
    pub fn is_lint(self) -> bool {
        matches!(self.class(), Class::Lint(_))
    }
}

codes! {
    YamlSyntax "yaml-syntax" Error
"The text is not YAML: most often a quote or bracket that is not closed, a text with a colon that is not in quotes, or keys of one map that start in different columns. Where the reader stopped at another place than the mistake, both are shown. The other documents of the file are still checked."
    Tab "tab" Error
"A tab stands where YAML wants spaces. Tabs have no fixed width, so YAML forbids them as indentation: two readers could see two different structures. Replace it with spaces, two for each level; most editors do that for YAML files when told once."
    TooDeep "too-deep" Error
"Brackets or blocks are nested more than 255 deep. No policy needs that, and a reader that followed any depth could be made to run out of memory. Write the values flat, or check whether a bracket was repeated by mistake."
    DuplicateKey "duplicate-key" Error
"A key stands twice in one map, or a text twice in one list. Of two keys many YAML readers silently keep the last one, so that a reviewer who reads the first is deceived; in a policy that deletes data this is never acceptable. Of two equal entries of a list one was meant to be something else. A name in an export is one member: a list of parts gets another by `as:`. Remove one of the two, or merge their values."
    Anchor "anchor" Error
"Anchors, aliases and merge keys make one line mean what another line says. A reviewer who sees a part of the file cannot know what it does, and an edit in one place changes another. Write the value out where it is used, or use a pattern such as `mod_forum.*`."
    CustomTag "custom-tag" Error
"A YAML tag (`!name`) tells a reader to build something other than plain data. Policies are plain data: texts, numbers, lists and maps. Remove the tag; a number that should stay a text is written in quotes."
    ComplexKey "complex-key" Error
"A key is a list or a map. Keys of policies are plain words: names of tables, columns, items and locales. Most often a `?` or a bracket stands at the beginning of a line by mistake, or a value lost its key."
    AmbiguousBoolean "ambiguous-boolean" Error
"A plain `yes`, `no`, `on`, `off`, `y` or `n` is a boolean for YAML 1.1 readers and a text for YAML 1.2 readers; the country Norway and the answer no are the well-known victims. Write `true` or `false` for a boolean, or put the text in quotes."
    AmbiguousNumber "ambiguous-number" Error
"A number is written in a way that YAML 1.1 and YAML 1.2 read differently: with leading zeros (`017` is 15 or 17), with `_`, with colons (`1:30` is 90 or a text), in binary or octal. Write plain digits for a number, or put the text in quotes."
    NumberOutOfRange "number-out-of-range" Error
"A number does not fit into 64 bits, or is infinite or none, so no database column of numbers could hold it and reading it would change its value. If it is a text made of digits, such as a telephone or account number, put it in quotes."
    NotUtf8 "not-utf8" Error
"The file is not UTF-8 text. Names and texts are printed into SQL and pages byte by byte, so guessing another encoding could change them. Save the file as UTF-8; most editors offer this when saving. A file in UTF-16 begins with two odd bytes."
    EmptyFile "empty-file" Warning
"The file holds no document: it is empty, or everything in it is a comment. It declares nothing, so nothing is purged, exported or shown because of it. Remove the file, or write a document that starts with `kind:` and `id:`."
    MissingFile "missing-file" Error
"A document names a file that is not in the project. Paths are relative to the folder of the Site's project, are written with `/`, and tell upper from lower case even on systems that do not. Create the file, or correct the path."
    UnreadableFile "unreadable-file" Error
"A file is there but cannot be read as a text: it is a folder, it is larger than two gigabytes, or the machine refused. Nothing is guessed about its content. Correct the path, or the permissions of the file."
    OutsideProject "outside-project" Error
"A path leaves the project: it is absolute, climbs with `..`, or goes through a link to another place. A compiler that follows such paths could be made to read and publish any file of the machine it runs on. Move or copy the file into the project."
    MissingKind "missing-kind" Error
"Every document starts with `kind:`, which says what the rest of it means: Site, Component, ExportType, PurgeType, Purpose, RetentionRule, LegalHold, Audience, Feed, Notice or SitePolicy. Without it no key of the document can be checked, so none is taken."
    UnknownKind "unknown-kind" Error
"The document's `kind` is not one of this language. The kinds are Site, Component, ExportType, PurgeType, Purpose, RetentionRule, LegalHold, Audience, Feed, Notice and SitePolicy, written exactly so. A file of another tool should not lie in the project's folder."
    UnknownKey "unknown-key" Error
"The document has a key that its kind does not know. It is never ignored: a misspelt `purge:` that nobody reads would mean data that is never deleted, and no error would ever say so. Correct the spelling, or move the key to the place where it belongs."
    MissingKey "missing-key" Error
"A key that the document needs is not there. What is required is little (see `probate schema KIND`), and nothing of it has a safe default: a purge without a status, or an item without rows, would have to be guessed. Add the key."
    WrongType "wrong-type" Error
"The value has another type than the key wants: a list where a text belongs, a number where a map belongs. Nothing is converted, because a conversion can change what is deleted. The message says what is expected and what was found."
    InvalidValue "invalid-value" Error
"The value is not one of the words that the key knows, for example a purge strategy, a status, a dialect or a legal basis that does not exist. The known words are listed, and the nearest is suggested. `probate schema KIND` prints them all."
    InvalidFormat "invalid-format" Error
"The text does not have the form that the key wants. Ids are `[a-z][a-z0-9_-]*`; dates are `2026-12-01`; columns are named as `table.column` where a table is wanted. The message names the form and shows an example."
    BadDuration "bad-duration" Error
"A period is not an ISO 8601 duration of whole days, weeks, months or years: `P5D`, `P2W`, `P18M`, `P3Y`, `P1Y6M`. It is at least one day, since 0 never means that there is no limit; for that the word is `unlimited`."
    NotBuiltYet "not-built-yet" Error
"The language knows this key, kind, form or value, but this version of the compiler does not build it yet. It is an error and not a warning, because a rule that is read and then not carried out would be a promise that nobody keeps. Leave it out for now, or say the same in a form that is built; the change log says what each version builds."
    NulInText "nul-in-text" Error
"A text that goes into SQL or a page contains the character NUL (`\\0`). Database clients end a statement at it, so that the rest would be lost or read as another statement. Remove the character; no readable text contains it."
    NoSite "no-site" Error
"The project has no document of the kind Site. The Site names the controller, the locales, the database schema and the table of the people; nothing else can be checked without it. `probate init` writes a project with one."
    TwoSites "two-sites" Error
"The project has more than one document of the kind Site. All items, types and policies belong to one site with one database schema; two of them would make every name ambiguous. Keep one, or move the other with its documents to a folder of its own."
    DuplicateId "duplicate-id" Error
"Two documents of one kind have the same id. Ids are how types, logs and requests name a document for years, so one id means one thing. Give one of them another id; an id that was ever used should not be given to something else."
    UnknownName "unknown-name" Error
"A document refers to something that is not declared: a purpose, a status of the subject, a locale, an identifier, a placeholder, a context. It is never skipped, because a rule about nothing would look as if it were a rule. Correct the name, or declare what it names."
    UnknownTable "unknown-table" Error
"The table is not in the database schema of the Site. Every name is checked against the real schema when a policy is compiled, because a purge of a table that does not exist purges nothing. Correct the name, or bring the schema file up to date."
    UnknownColumn "unknown-column" Error
"The column is not in that table of the database schema. Every name is checked against the real schema when a policy is compiled. Correct the name, or bring the schema file up to date; columns are compared as the database compares them."
    MissingText "missing-text" Error
"A text is missing in the site's default locale, the first of `locales`. People must be able to read what is done with their data, and other locales fall back to this one. Write the text, or move the translated one to the default locale."
    MatchesNothing "matches-nothing" Error
"A pattern or name in a list of items matches no item of the catalogue. An empty selection is never taken to mean everything, and a type that silently does less than it says is worse than an error. Correct the pattern or remove it."
    LinkToSeveral "link-to-several" Error
"A link of the subject leads to rows of which a person may have several: the column by which they refer to the person is neither a key nor UNIQUE. What is read through it would be one of them by chance, so a person could be in a status or not. Declare the column as UNIQUE in the schema where it is, or leave the link out."
    OverlappingStatuses "overlapping-statuses" Error
"The condition of one status asks for everything that the condition of another asks for, so whoever is in the first is in the second too. A purge type is for one status, and it must be certain which one a person is in. Add to the wider condition what is not true of the narrower status, for example `deleted = 0`."
    AutomaticOnActive "automatic-on-active" Error
"A purge type for the status of people who use the site (the one that is `default`) is `automatic`. Its script would purge everybody who has not left, one after the other, without anybody asking. Only what somebody asks for may be purged of them: write `use: [manual]`, or give the type another status."
    AutomaticOnRequest "automatic-on-request" Error
"A purge type is `automatic`, and its status is one that the schema does not know: a person is in it because somebody asks for this purge, and in no other way. So there is nothing by which the script could find out for whom to ask. Write `use: [manual]` or `self`, or give the status a condition."
    AutomaticWithoutPlace "automatic-without-place" Error
"A purge type is `automatic`, and each of its requests has to name the place whose data goes (`within: {ask: …}`). Coming into a status names no place, so the script could only guess whose course or category is meant. Write `use: [manual]`, or say which places are meant: `within: {course: \"visible = 0\"}`."
    SelfWithoutApproval "self-without-approval" Error
"A purge type may be asked for by the person, and nobody else looks at the request. Whoever sits at an open session, or has stolen a password, could erase that person for good. Write `approval: required`, so that somebody makes sure that it is the person who asks and that no duty stands against it."
    NothingToSet "nothing-to-set" Error
"A purge type with `transition` puts the subject into its status before it purges, and the Site does not say how: the status is the default, is made by a request, or has a condition without `set`. Write the columns and values that put a person into the status, or remove `transition`."
    BadDefault "bad-default" Error
"The Site names a purge type as the default of a status, and the type is not made for it: it is for another status, or nobody may ask for it automatically. Name a type with that status and with `automatic` in its `use`, or leave the status without a default."
    ImpersonalRows "impersonal-rows" Error
"The Site says of a table that it holds no personal data, and an item holds rows of it that belong to a person. One of the two is wrong: what is said to be impersonal is counted as looked at, and nobody looks again. Remove the table from `impersonal`, or the entry from the item."
    EmptyComponent "empty-component" Error
"A component has neither items nor `declares`. Every part of the application says what it knows about people: what it stores, whom it sends something, which component stores it instead, or that there is nothing, and why. A component that says none of it was started and forgotten. Write its items, or what it declares."
    NothingBeside "nothing-beside" Error
"It says `nothing: …`, that nothing about people is stored here, and beside it stands something: items, rows, an external recipient. One of the two is wrong, and whoever reads only the first would believe it. Remove `nothing`, or what contradicts it."
    MixedExported "mixed-exported" Error
"A column is declared as `mixed`: the data of several people stands in it together and cannot be told apart, such as a page that several have written. It is exported all the same, so one person would be given what others have written. Take it out of every `export`; the person is told the reason instead."
    NotInStatus "not-in-status" Error
"A purge type names an item that says under `only:` that it may be purged in other statuses of the subject: an e-mail address that a suspended person still needs to come back, for example. A pattern with `*` leaves such an item out, and the script says so; a name written out would be a contradiction. Remove the name, or add the status to `only:`."
    DoesNothing "does-nothing" Error
"The type selects items, but none of them does anything in it: no item of a purge type has a `purge`, or no item of an export type has an `export`. Running it would report success for nothing. Add items, or remove the type."
    DdlSyntax "ddl-syntax" Error
"A statement of the database schema that declares a table, a column, a key or an index could not be read. It cannot be skipped, since everything is checked against it. Take the schema as the database itself prints it (`sqlite3 app.db .schema`, `pg_dump --schema-only`, `mariadb-dump --no-data`), or write the statement in its plainest form."
    DdlConflict "ddl-conflict" Error
"The database schema declares something twice or refers to something that is not there: two tables of one name, a column twice, a key or an index over a column that does not exist. The database would refuse it too; the schema file is probably two versions glued together."
    SchemasDiffer "schemas-differ" Error
"The Site gives a schema for several databases, and a table or column is in one of them only. One policy is compiled for all of them, so every name must mean the same on each. Bring the schema files to the same version; leave out of the file what belongs to one engine alone and to no policy."
    MissingInDatabase "missing-in-database" Error
"The policy speaks of a table or column that the schema file declares and the live database does not have (`check --db`). A purge or an export compiled from it would stop with an error at best. Name the right database, or take the schema from the database again and bring the policy up to date with it. On MariaDB a table on which the user has no right at all is not shown, and so it is missing too."
    DiffersInDatabase "differs-in-database" Error
"The live database has another type, key, length or rule for something that the policy speaks of than the schema file says (`check --db`). Everything was checked against the file: whether a value fits, whether a way leads to one row, what a foreign key takes along, in which order rows must go. Take the schema from the database again, and read what `check` and `diff` then say."
    NotInSchema "not-in-schema" Warning
"The live database has a table or column that the schema file does not know (`check --db`), so that no item can have it: it is neither purged nor exported, and no lint looks at it. Most often the application was updated. Take the schema from the database again; `probate import` then lists what refers to people or looks personal, and is in no item."
    UntestedDialect "untested-dialect" Error
"MySQL is not MariaDB: it has no `execute immediate`, no mode in which the right-hand sides of an update mean the row before it, and other rules for collations, on all of which the scripts for MariaDB depend. No test runs a script on MySQL, so none is printed for it. MariaDB is `mariadb`."
    NotUndone "not-undone" Error
"The schema keeps a table in an engine that cannot take a change back, such as MyISAM or Aria, and a purge type writes it. A purge that fails in the middle would leave it half done, although everything else is undone. Convert the table (`alter table t engine = InnoDB`), or take its items out of the type."
    KeepsHistory "keeps-history" Error
"The schema declares a table WITH SYSTEM VERSIONING, and a purge type writes it. What is deleted or overwritten there stays in the table's history, where everybody who may read the table can read it: the person's data would not be gone. Drop the versioning (`alter table t drop system versioning`), or take its items out of the type."
    InheritedTable "inherited-table" Error
"Another table of PostgreSQL inherits from a table that a purge type writes. Its rows are rows of both, so that a statement about the first changes them too, but a key of the first is no key of them: two rows of the two tables may have the same, and a row that is remembered by it would be taken for the other, which may be somebody else's. Give up the inheritance (`alter table heir no inherit t`) or use partitions, whose keys are unique in all of them; or take its items out of the type."
    XmlSyntax "xml-syntax" Error
"A file that `import` was given is no well-formed XML: a tag that is not closed, a quote that is missing, or a document type. Document types are refused because they can define entities, by which a small file fills the memory or reads others. Nothing of the file is read. Take the file as Moodle or the plugin ships it."
    XmldbForm "xmldb-form" Error
"An `install.xml` describes tables in another form than Moodle's XMLDB has: a table or field without a name or type, a type that does not exist, or a key over a field that the table has not. A table of which a part cannot be read would make the draft lie, so nothing is drafted. Take the file of the version that runs."
    CsvSyntax "csv-syntax" Error
"A file of comma-separated values cannot be read as a list of relations: its first line is not the header that is expected, a row has too many or too few fields, or a quote is not closed. The header is `table,columns,ref_table,ref_columns`, perhaps followed by `name`, `reverse` and `when`; several columns are joined by `|`."
    BadRelation "bad-relation" Error
"A declared relation makes no sense: its two sides have different numbers of columns, or its name already means another step from the same table, so that a path through it could lead to two places. Give it as many columns as the key it refers to, and a name of its own."
    TooLarge "too-large" Error
"A file that the project names is larger than this compiler reads: 64 MB of a schema, 2 MB of one of its statements, 4 MB of a list of relations. The largest real schemas have two megabytes; a larger file most often is a dump with its data. Dump the schema alone; rows of data do not belong beside a policy."
    NoTables "no-tables" Error
"The database schema declares no table. Perhaps the file is a dump of data only, or of another program. Nothing can be checked against an empty schema, so nothing is compiled. Take the schema as the database prints it."
    TriggerOnTable "trigger-on-table" Lint(Warning)
"A trigger belongs to a table that a purge type deletes from or changes. What the trigger does is not read by this compiler: it may write the deleted values elsewhere, or change other rows. Read it, and declare what it stores as items of their own."
    ColumnType "column-type" Error
"The type of a column does not fit its use: a value that the column cannot hold, an owner column that cannot hold the subject's key, a comparison of a text with a number. Databases convert silently in such cases, and one conversion too many selects another person's rows."
    NullIntoNotNull "null-into-not-null" Error
"A purge writes NULL into a column that is declared NOT NULL. The database would refuse it, and the whole purge of every subject would fail. Overwrite with an empty value of the column's type instead, or delete the row."
    ConstantIntoUnique "constant-into-unique" Error
"A purge writes one and the same value into a column that is unique. It works for the first person and fails for the second one. Write NULL where the column allows it (several NULLs are allowed), a text with the person's key such as `deleted_{subject.key}`, or leave the column out. A set of several columns is unique by what is left in it: two people in one course would both become `deleted` there."
    ValueNotStable "value-not-stable" Error
"A value that a purge writes would be another one when the purge runs again, so that it could never be seen to be done. A value may be made from columns only that no entry of the same type writes and from rows that none deletes; `now` is written beside another value that tells whether the row is done, or under a `where` that no longer holds once it is written."
    NoSingleSubject "no-single-subject" Error
"A template takes a value from the person whom the row belongs to, but it is not certain that this is one person: the path may lead to several, the row names the person by an identifier that others may bear, or the identifier itself has several values. Take the value from the row, or write a fixed one."
    RefusedByCheck "refused-by-check" Error
"A purge writes a value that a CHECK of the table refuses. The database would refuse it too, and the whole purge of every subject would fail. Only conditions that this compiler can read are looked at. Write a value that the condition allows, or change the condition."
    ConditionSyntax "condition-syntax" Error
"A condition could not be read. Conditions are boolean expressions over columns: comparisons, `and`, `or`, `not`, `in (…)`, `is null`, `between`, `starts_with(column, 'text')`, with texts in single quotes and dates as `date '2026-12-01'`."
    ConditionUnsupported "condition-unsupported" Error
"The condition uses SQL that does not mean the same on every database: a function, a subquery, LIKE, arithmetic or a cast. Conditions are kept to what can be typed, proved and printed alike for every engine. The message says how to write it."
    OwnerPath "owner-path" Error
"A path from a row cannot be followed to where it should end: a step is no column, relation or `<table.column>` that leads on, a bracket is not closed, or the last column holds something else than the subject's key. Steps lead over foreign keys and declared `relations`, forward or back from the rows that refer here; where the path ends in another identifier than the key, write `{path: …, is: …}`."
    AmbiguousStep "ambiguous-step" Error
"A step of a path can be read in several ways: the column refers to different tables, depending on a value in its row, or belongs to several keys, or a relation has the name of a column. Each reading finds other rows, and one of them would be somebody else's data. The message shows the readings; write the one that is meant: `column>table`, the relation's name, or `<table.column>`."
    NotOwned "not-owned" Error
"A purge would delete rows that only name the person, or that the person may only see. They are somebody else's: deleting them would take another person's data. Detach or reassign the person's key in them, overwrite what is said about the person, or declare the rows as owned where that is what they are."
    ClockUnit "clock-unit" Error
"A clock is a column that says when something happened: a date, a timestamp, or a whole number whose unit is known. A number alone could be seconds or milliseconds, and a period measured in the wrong one would expire data a thousand times too early or never. A column has one unit, whoever speaks of it. Write the unit, or name another column."
    NoPlace "no-place" Error
"A place was expected: a course, a category or whatever the Site declares under `contexts`. The path leads to another table, or no way is known from the row to a place of that kind. Without it, data of other places would be taken. Correct the path, or declare the context."
    NoStore "no-store" Error
"An item speaks of stored files or of settings, but the Site does not say in which table and columns the application keeps them. They cannot be found, exported or purged without it. Declare `files:` or `preferences:` in the Site, with the column that the message names."
    EverybodysFiles "everybodys-files" Error
"A `files` entry names an area of the store, but neither the column by which a file belongs to this row nor a place that the row lies in. The area holds the files of everybody, and all of them would be exported to one person or deleted with the first one. Bind the files to the row or to its place."
    NotIdempotent "not-idempotent" Error
"Running a purge again must change nothing. Here the condition that decides between outcomes reads a column that the same purge type overwrites, so that the next run would decide otherwise about the same row: what was kept or overwritten the first time could be deleted the second. Decide by a column that no entry of the type writes."
    NeedsWhileOwned "needs-while-owned" Error
"Rows that several people own can be deleted here when one of them leaves, and nothing says what becomes of them while another owner stays. Two entries of one table that can delete a row by different owners, and a path that can lead to several people, are such cases. Write `while_owned: keep`, `{overwrite: …}` or `delete` beside the owner; a row that nobody else owns any more has the outcome of `purge`."
    OneSided "one-sided" Error
"Rows of two sides need both of them: a row goes when the last side has been left, so with one side alone, or with a side that no item of the component takes, it would go too early or never. Declare every side under `sides`, and let an item take each: `side: message.from` and `side: message.to`."
    MissingElse "missing-else" Error
"A list of outcomes says what happens to every row: the first whose condition is true counts, and a condition that is unknown goes on to the next. What is left over needs an `else`, as the last of the list; without it some rows would be neither purged nor kept for a reason."
    CarriesNothing "carries-nothing" Error
"`carries` names a cascade of the database into other rows, which the author accepts; but no foreign key that is ON DELETE CASCADE or SET NULL goes that way from these rows. Either the schema has changed, or another column is meant. Rows that belong to the row without a cascade are its `parts`."
    NeedsKey "needs-key" Error
"An entry of a purge type must remember which rows it selected before anything is changed, and the table has no primary key, or one of more than four columns, to remember them by. That is so where rows have parts, and where another entry of the type changes the owner column or what the condition reads. It is also said of a part that does not say which columns of the row it equals. Give the table a key, name the columns, or leave one of the entries out of the type."
    ConflictingValues "conflicting-values" Error
"Two entries of one purge type may change the same row and write different values into one column. Which of them wins would depend on the order of statements, so it is refused. Give both the same value, or take one of the items out of the type."
    OrderCircle "order-circle" Error
"The statements of a purge need an order in which every one still finds its rows and no foreign key is broken, and here there is none: the tables refer to each other in a circle, or rows of one table that several entries delete refer to each other. Where a column of the circle may be NULL it is set to NULL first, and a key that is DEFERRABLE is looked at in the end; here neither is so. The circle is shown; change the schema, or take one of the entries out of the type."
    StatementTooLarge "statement-too-large" Error
"A statement of a purge would ask more than 800 queries. Which rows stay because rows that stay refer to them is asked of every table that refers to them, of every table that refers to those, and so on, with each duty and each hold that keeps rows there; where many tables refer to each other that becomes too much for one statement, and some servers run out of memory while they read it. Make tables whose rows stay or go as one `parts` of each other, leave some of them out of the type, or let fewer duties and holds name them."
    RefusedByForeignKey "refused-by-foreign-key" Error
"A purge deletes rows to which another table refers by a foreign key without a cascade, and no entry of the same type takes that table. The database would refuse the deletion as soon as one such row exists. Add the item that covers the other table, or overwrite instead of deleting."
    SubjectRow "subject-row" Error
"An entry says by another column than the subject's key whose a row of the subject's own table is. The row of a person is that person's alone; somebody else who is named in it is mentioned there, and owns nothing of it. Use the key column as `owner`, or write `mention:` for the person who is named."
    TwoPublished "two-published" Error
"A site policy has more than one published version. Exactly one version is what people are told now; which of two it is would be chance. Set the older one to `archived`, and a future one to `draft` until it is published."
    NothingPublished "nothing-published" Lint(Warning)
"A site policy has no published version, so nobody is shown anything of it and no page is written. That is right while it is being drafted. Set the version to `published` when it is to be read."
    ConsentWithoutPurpose "consent-without-purpose" Error
"A statement asks for consent but names no purpose. Consent is given for one or more specific purposes (GDPR Article 6(1)(a)), so a consent to nothing in particular is none. Name the purpose, or ask for an acknowledgement or agreement instead."
    NotReviewed "not-reviewed" Error
"The policy says something that nobody has reviewed: there is no lock, or an item, its rows, a type or what a type takes is not what the files of `lock/` say. Nothing is compiled, so that no edit purges or exports anything by itself. Look at the difference; then run `probate lock`, which accepts it, and commit what it writes."
    NewItem "new-item" Warning
"Data appeared in the catalogue after the last review: a new item, new rows of an item, or an item that a type has only now come to take. It is left alone: no type purges it and none exports it, until somebody has looked at it and runs `probate lock`, which lists what it accepts as reviewed."
    PublishedTextChanged "published-text-changed" Error
"What people are told by a published version is not what it was when it was reviewed: its text, its statements, a purpose behind them, the data that is used for it, or the controller. People may have agreed to it as it was, so that it never changes. Undo the edit, or archive this version and publish a new one."
    WithoutDuty "without-duty" Error
"A retention rule says `at_least` and names no duty. Data that somebody asks to erase may be kept only on one of the grounds of Article 17(3) GDPR: a legal obligation, public health, archives, legal claims. A wish to keep it longer is none, and does not outrank the request. Add `duty: {law: …, ground: gdpr.17.3.b}`, or write `at_most` instead."
    WithoutClock "without-clock" Error
"A retention rule counts from a clock that rows of one of its items do not have: no such clock is declared for them, or they lie in no place of that kind. The rule would never be about these rows, and nobody would notice. Declare the clock or the place, or leave the item out of the rule."
    RulesMeet "rules-meet" Error
"Two retention rules say how long the same data may be kept, in places of the same kind. Which of them counts must not depend on the order of files. A smaller place comes before a larger one by itself; where both are about the same kind of place, write `overrides:` with the id of the other in the one that comes first."
    BreaksDuty "breaks-duty" Error
"A retention rule lets data go before a duty to keep it is over, both counted from the same clock. The duty wins in every statement, so that the rule promises people an end that never comes in time. Make `at_most` at least as long as the duty's `at_least`, or leave the item out of one of the two rules."
    LockConflict "lock-conflict" Error
"A file of `lock/` holds the marks of a merge that was not finished (`<<<<<<<`). Which of the two sides was reviewed cannot be told from it, so nothing is compiled. Finish the merge of the policy itself, then run `probate lock`: it writes the file anew, and lists what the merged policy decides that no side had."
    LockVersion "lock-version" Error
"A file of `lock/` was written by a later version of this program, in a format that this one does not know. It is neither read nor overwritten, because what was reviewed would be lost. Use that version, or a later one, for the whole project; a team should agree on one."
    LockSyntax "lock-syntax" Error
"A file of `lock/` is not as `probate lock` writes it: it does not begin with its version, a line is no decision, or stands twice. It was edited by hand or cut off, so that what was reviewed is not known. Restore the file from version control, or run `probate lock` and look at what changes."
    UnknownLint "unknown-lint" Error
"The Site sets the level of a lint that does not exist, or of a code that is no lint: an error of the policy stays one, whatever a Site says of it. `probate explain --list` names every code; a misspelt one would silence nothing, and nobody would notice."
    LintWithoutReason "lint-without-reason" Error
"The Site silences a lint and does not say why. What a lint finds is legal but most often a mistake, so that whoever reviews the policy, and whoever comes after, must read why it is none here: write `because:` beside `level: allow`."
    NeedlessException "needless-exception" Warning
"The Site excepts something from a lint, and the lint finds nothing there: it was mended, renamed, or the name is misspelt. An exception that nobody needs any more would one day silence a new finding of the same name; remove it."
    PurgeWithoutUse "purge-without-use" Lint(Warning)
"A purge type has no `use`, so nobody can ask for it and no script carries it out: it looks as if the data were purged, and it is not. Say how it may be asked for (`manual`, `automatic`, `self`), or remove the type."
    NeverTrue "never-true" Error
"A condition asks for something that no row can have: two values of one column at once, NULL of a column that is NOT NULL, a value that its type or a CHECK of the table does not allow. It would silently select nothing, so that what it should purge, keep or export would be forgotten. Correct it; for a state that the schema does not know, write `on_request`."
    UnreachableOutcome "unreachable-outcome" Error
"In a list of outcomes the first whose condition is true counts, and here those before take every row that meets this one, so that it never comes true: its condition is the same as theirs, or narrower. A reviewer would believe that it does something. Write the narrower condition first, or remove the outcome."
    AlwaysTrue "always-true" Lint(Warning)
"A condition is true of every row that the schema allows, so that it narrows nothing: `a = 1 or a <> 1`, or `a is not null` of a column that is NOT NULL. Most often `or` stands where `and` was meant, and more is purged than the author thinks. Correct it, or leave it out; `true` by itself says aloud that every row is meant."
    NeverFires "never-fires" Lint(Warning)
"A retention rule with `at_most` can never end anything, whatever rows there are: nothing is done with rows of its items, another rule comes first everywhere, a duty keeps them for ever, they lie in other places, or its clock never begins, because a CHECK or a condition of the item leaves it NULL or 0. People are told that their data goes after a time, and it stays for ever. Correct the rule or the items, or remove it."
    OwnerWithoutIndex "owner-without-index" Lint(Warning)
"A purge finds rows by a column of which no index is made, so that it reads the whole table for each of its statements: on a large one every purge takes minutes and holds its locks for as long. Create the index that the message shows, or except the column, with the reason, where the table stays small."
    ExpressionWithoutIndex "expression-without-index" Lint(Warning)
"A purge compares what is computed from a column, and a plain index of the column does not help: letters without regard to their case, or a text that contains the person's name among others. An index of the expression serves the first; nothing serves the second, so that the whole table is read. Create it, or except the column with the reason for which that is bearable."
    SecretExported "secret-exported" Lint(Error)
"An export contains a column that is called like a secret: the hash of a password, a token, a private key. Whoever gets hold of the archive could sign in with it, and the person has no use for it. Leave it out of `export`; where it is no secret, say so with a reason under `except` of this lint."
    LooksPersonal "looks-personal" Lint(Warning)
"A column is called like personal data, its table holds rows of people, and no item exports, overwrites or deletes it: what a person is owed could be forgotten there. Add it to an item, declare it as `mixed`, list its table under `impersonal`, or except it with the reason for which it is none."
    ExportWithoutUse "export-without-use" Lint(Warning)
"Nobody can ask for an export type: it has no `use`, or only `self` where the Site's `defaults` do not say `self_export: true`. Its script carries out nothing, so a person who asks for a copy (GDPR Article 15) gets none by it. Say how it may be asked for (`officer`, `self`), or remove the type."
    PurgesActive "purges-active" Lint(Warning)
"A purge type is for the default status: for people who still use the site. A request for the wrong person takes their data while they work with it, and the application may write it again. That is meant where consent is withdrawn or caches are tidied; then except the type and say why. Else give it the status of those who left."
    NoExportType "no-export-type" Lint(Warning)
"The catalogue has items and the site has no export type, so nobody who asks for their data can be given any (GDPR Articles 15 and 20). Write an ExportType that includes the items, most often all of them with `*`, and say under `use` who may ask for it."
    SameDecisions "same-decisions" Lint(Warning)
"Two purge types have the same status, items, places, approval and transition, or two export types the same items, files and approval. What one does, the other does. One of them is superfluous, or somebody copied it and forgot to change what should differ. Remove one, with its `use` added to the other, or change it."
    ComesBack "comes-back" Lint(Warning)
"A purge type takes an item, and leaves something from which the application makes it anew, as `comes_back_from` of the item says: a total from single grades, a list from memberships. The purge says that the data is gone, and some time later it is there again. Let the type take the origin too, or leave out both."
    PurgesIdentifier "purges-identifier" Lint(Warning)
"A purge type takes away what rows name a person by: it writes into an identifier of the Site, or deletes the row that holds it. Rows of items that it leaves, and that are found by this identifier, name the person on, and no later purge or export can find them. A second type that takes them helps only if it runs first. Let the type take these items too, or leave the identifier. Rows that are only kept are not meant."
    NoDefaultType "no-default-type" Lint(Warning)
"A status has no default purge type, so nothing happens by itself for whoever comes into it: their data stays until somebody asks. Name a type with `use: [automatic]` under `defaults: {purge: …}` of the Site. Where an officer decides about everybody, silence the lint and say so."
    NotExported "not-exported" Lint(Warning)
"No export type that somebody can ask for takes the item, so a person who asks for a copy of their data (GDPR Article 15) does not get it. Take it into a type. Not meant are items of which nothing is ever exported because each of their rows, and of the parts of these, says `export: none`: the item itself has decided, and no type could change it."
    NotPurged "not-purged" Lint(Warning)
"Nothing ever purges the item: no purge type that somebody can ask for takes it, or one of its rows has no `purge`, so that a type that takes it leaves these alone. Data that is not to go says so and says why, with `purge: {keep: reason}`, which people are shown. Rows that a person may only see (`access`) are never purged, and not meant."
    WithoutPurpose "without-purpose" Lint(Warning)
"An item has no purpose. Personal data is processed for purposes that are stated (GDPR Article 5(1)(b)), each with its lawful basis, and people are told which (Articles 13 and 15). Without one, nobody can say why the data is there. Add `purpose:` with the id of a Purpose."
    StillLinked "still-linked" Lint(Warning)
"A purge overwrites rows and leaves in them what leads to the person: the column of the owner, or an identifier of the Site that another item finds rows by; of the account itself, its label or an identifier. Such data is not anonymous (GDPR Recital 26), so what is reported of it is that it was overwritten. Write into that column too, detach or reassign the row, or delete it. Where the link is wanted, except it and say why."
    MissingTranslation "missing-translation" Lint(Warning)
"A text is not there in every locale of the Site, so people who read another language are shown it in the default one. What they consent to or are told must be in a language that they understand (GDPR Article 12). Add the texts. Versions that are archived are not looked at; a published text gets a new version."
    StaleTranslation "stale-translation" Lint(Warning)
"A later version of a policy has another text in the default locale, and a translation that is word for word that of before. It is older than its source: people read different things in different languages, and agree to different things. Translate the change. Versions that are archived are not looked at."
    UnusedDocument "unused-document" Lint(Warning)
"Something is declared and nothing uses it: a purpose that no item, statement or recipient names, or an identifier, placeholder or context of the Site. It was forgotten when what used it went, or somebody forgot to name it where it belongs, which is worse. Name it there, or remove it."
}
