//! The templates that are part of the program, with every value escaped and every missing name an error.

use minijinja::value::{Serde, Value};
use minijinja::{Environment, ErrorKind, Output, State, UndefinedBehavior, syntax::SyntaxConfig};
use serde::Serialize;

use super::PageError;
use super::text::escape;

/// Instructions for one page. A page of a thousand headings takes a tenth of it.
const FUEL: u64 = 2_000_000;
const FUEL_OF_ITEM: u64 = 5_000;

const TEMPLATES: [(&str, &str); 10] = [
    ("frame.html", include_str!("../../templates/frame.html")),
    ("say.html", include_str!("../../templates/say.html")),
    ("chooser.html", include_str!("../../templates/chooser.html")),
    ("policies.html", include_str!("../../templates/policies.html")),
    ("version.html", include_str!("../../templates/version.html")),
    ("form.html", include_str!("../../templates/form.html")),
    ("archive.html", include_str!("../../templates/archive.html")),
    ("archive_item.html", include_str!("../../templates/archive_item.html")),
    ("archive_list.html", include_str!("../../templates/archive_list.html")),
    ("archive_files.html", include_str!("../../templates/archive_files.html")),
];

/// The templates, read.
pub(super) struct Templates(Environment<'static>);

impl Templates {
    pub fn load() -> Result<Self, PageError> {
        Self::load_for(0)
    }

    /// For pages that speak of this many items.
    pub fn load_for(items: usize) -> Result<Self, PageError> {
        let fuel = FUEL.saturating_add((items as u64).saturating_mul(FUEL_OF_ITEM));
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(fuel));
        environment.set_formatter(write);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.map_err(|error| broken("", &error))?);
        for (name, text) in TEMPLATES {
            environment.add_template(name, text).map_err(|error| broken(name, &error))?;
        }
        Ok(Self(environment))
    }

    pub fn render(&self, name: &str, values: &impl Serialize) -> Result<String, PageError> {
        let template = self.0.get_template(name).map_err(|error| broken(name, &error))?;
        template.render(Serde(values)).map_err(|error| broken(name, &error))
    }
}

fn broken(name: &str, error: &minijinja::Error) -> PageError {
    PageError::Template { name: name.to_owned(), reason: error.to_string() }
}

// WHY: not the engine's own formatter, because texts are also freed of bidirectional overrides, `/` stays readable
// in addresses, and a value that is absent is an error instead of the word "none".
fn write(out: &mut Output, _: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    if value.is_none() {
        return Err(minijinja::Error::new(ErrorKind::InvalidOperation, "an absent value has no text"));
    }
    if value.is_safe() {
        out.write_str(value.as_str().unwrap_or_default())?;
    } else {
        escape(out, &value.to_string())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{TEMPLATES, Templates};

    #[test]
    fn only_rendered_markdown_is_not_escaped() {
        let raw: Vec<_> =
            TEMPLATES.iter().flat_map(|(_, text)| text.lines()).filter(|line| line.contains("safe")).collect();
        assert_eq!(raw, ["{{ page.text.html|safe -}}"]);
    }

    #[test]
    fn a_value_that_is_missing_is_an_error() {
        let templates = Templates::load().expect("the templates are part of the program");
        let absent = std::collections::BTreeMap::from([("frame", None::<u8>)]);
        assert!(templates.render("frame.html", &absent).is_err());
    }
}
