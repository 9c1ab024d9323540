//! What a column holds, by its name and type: a moment, a secret, something about a person.

use super::names::{flat, words};
use crate::database::{Column, ColumnId, Table};
use crate::sql::Family;

/// Names of columns that say when a row began.
const CREATED: &[&str] = &[
    "created",
    "timecreated",
    "createdat",
    "createdon",
    "createdtime",
    "createdate",
    "creationdate",
    "creationtime",
    "datecreated",
    "timeadded",
    "dateadded",
    "addedat",
    "added",
    "inserted",
    "insertedat",
    "registered",
    "registeredat",
    "timesent",
    "sentat",
    "postedat",
    "timestart",
];

/// Names of columns that say when a row was changed last.
const MODIFIED: &[&str] = &[
    "modified",
    "timemodified",
    "modifiedat",
    "modifiedon",
    "datemodified",
    "modificationdate",
    "lastmodified",
    "updated",
    "updatedat",
    "updatedon",
    "timeupdated",
    "dateupdated",
    "lastupdated",
    "lastupdate",
    "changed",
    "changedat",
    "timechanged",
];

/// Words of names of what opens a door.
const SECRETS: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "apikey",
    "privatekey",
    "secretkey",
    "salt",
    "otp",
    "totp",
    "pin",
    "cvv",
    "sesskey",
    "sid",
    "sessionid",
    "credential",
    "credentials",
    "hash",
];

/// Names, or their ends, of what says something about a person wherever it stands.
const PERSONAL: &[&str] = &[
    "email",
    "mail",
    "emailaddress",
    "phone",
    "telephone",
    "mobile",
    "cellphone",
    "fax",
    "street",
    "zipcode",
    "postcode",
    "postalcode",
    "firstname",
    "lastname",
    "middlename",
    "surname",
    "givenname",
    "familyname",
    "realname",
    "nickname",
    "maidenname",
    "alternatename",
    "birthday",
    "birthdate",
    "dateofbirth",
    "dob",
    "gender",
    "sex",
    "ip",
    "ipaddress",
    "lastip",
    "remoteaddr",
    "useragent",
    "iban",
    "bankaccount",
    "creditcard",
    "ssn",
    "taxid",
    "nationalid",
    "passport",
    "nationality",
    "religion",
    "ethnicity",
    "skype",
    "icq",
    "salary",
    "username",
];

/// The same of what says something about a person in a row that is about one: courses have names, too.
const PERSONAL_THERE: &[&str] = &[
    "fullname",
    "displayname",
    "address",
    "city",
    "town",
    "zip",
    "picture",
    "avatar",
    "photo",
    "latitude",
    "longitude",
    "institution",
    "department",
    "signature",
    "idnumber",
    "msn",
    "aim",
    "yahoo",
];

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Person,
    Anything,
}

/// How a whole number counts time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// It is a time by its type.
    Native,
    Seconds,
    Milliseconds,
}

/// A clock of a table: its name, its column and the unit.
#[derive(Debug)]
pub(super) struct Clock {
    pub name: &'static str,
    pub column: ColumnId,
    pub counts: Counts,
}

/// The first column for each clock that a table has. `texts`: times are kept as texts.
pub(super) fn clocks(table: &Table, texts: bool, taken: &[ColumnId]) -> Vec<Clock> {
    let find = |name: &'static str, known: &[&str]| {
        let fits = |id: &ColumnId| {
            let column = table.column(*id);
            !taken.contains(id)
                && known.contains(&flat(&column.name).trim_end_matches("ms"))
                && counts(column, texts).is_some()
        };
        let column = table.column_ids().find(fits)?;
        Some(Clock { name, column, counts: counts(table.column(column), texts)? })
    };
    [find("created", CREATED), find("modified", MODIFIED)].into_iter().flatten().collect()
}

fn counts(column: &Column, texts: bool) -> Option<Counts> {
    match column.family {
        Family::Date | Family::Timestamp => Some(Counts::Native),
        Family::Text => texts.then_some(Counts::Native),
        Family::Integer if flat(&column.name).ends_with("ms") => Some(Counts::Milliseconds),
        // A flag is no moment.
        Family::Integer if is_narrow(column) => None,
        Family::Integer => Some(Counts::Seconds),
        Family::Boolean | Family::Decimal | Family::Real | Family::Bytes | Family::Other => None,
    }
}

fn is_narrow(column: &Column) -> bool {
    let declared = column.declared.to_ascii_lowercase();
    ["tinyint", "smallint", "int2"].iter().any(|narrow| declared.starts_with(narrow))
}

/// What it is called like, where that opens a door.
pub(super) fn secret(column: &Column) -> Option<&'static str> {
    let words = words(&column.name);
    let flat = flat(&column.name);
    let is_flag = matches!(column.family, Family::Boolean | Family::Date | Family::Timestamp);
    let called =
        |secret: &&&str| words.iter().any(|word| word == *secret) || secret.len() > 5 && flat.ends_with(**secret);
    SECRETS.iter().find(called).copied().filter(|_| !is_flag)
}

/// What it is called like, where that says something about a person.
pub(super) fn personal(column: &Column, about: About) -> Option<&'static str> {
    let flat = flat(&column.name);
    // `phone1`, `address_2`
    let flat = flat.trim_end_matches(|c: char| c.is_ascii_digit());
    let words = words(&column.name);
    let last = words.last().map_or("", |word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
    let is = |name: &&&str| flat == **name || last == **name || name.len() > 4 && flat.ends_with(**name);
    let holds = matches!(column.family, Family::Text | Family::Bytes | Family::Date | Family::Other)
        || matches!(column.family, Family::Integer | Family::Decimal | Family::Real) && flat.len() > 2;
    let there: &[&str] = if about == About::Person { PERSONAL_THERE } else { &[] };
    PERSONAL.iter().chain(there).find(is).copied().filter(|_| holds)
}
