//! What a column holds, by its name and type: what opens a door, or says something about a person.

use super::Column;
use super::names::{flat, words};
use crate::sql::Family;

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
pub enum About {
    Person,
    Anything,
}

/// What it is called like, where that opens a door.
pub fn secret(column: &Column) -> Option<&'static str> {
    let words = words(&column.name);
    let flat = flat(&column.name);
    let is_flag = matches!(column.family, Family::Boolean | Family::Date | Family::Timestamp);
    let called =
        |secret: &&&str| words.iter().any(|word| word == *secret) || secret.len() > 5 && flat.ends_with(**secret);
    SECRETS.iter().find(called).copied().filter(|_| !is_flag)
}

/// What it is called like, where that says something about a person.
pub fn personal(column: &Column, about: About) -> Option<&'static str> {
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
