//! `within` of a type: the places whose data it is about.

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::Within;
use crate::source::Spanned;
use crate::source::typed::Map;

pub(super) fn within(written: &Spanned<Map<Spanned<String>>>, context: &mut Context<'_>) -> Option<Within> {
    let mut entries = written.value.iter();
    let (one, more) = (entries.next()?, entries.next());
    if let Some(more) = more {
        let diagnostic = Diagnostic::new(Code::InvalidValue, more.key.span, "the places are of more than one context");
        context.found(
            diagnostic
                .label("a second context")
                .related(one.key.span, "the first one")
                .help("name one context; what lies in a smaller place lies in the larger one too"),
        );
        return None;
    }
    if one.key.value == "ask" {
        let diagnostic =
            Diagnostic::new(Code::NotBuiltYet, one.key.span, "a place that the request names is not built yet");
        context.found(
            diagnostic
                .label("known to the language, not yet to this compiler")
                .help("name the places here: `within: {course: \"visible = 1\"}`"),
        );
        return None;
    }
    let Some(place) = context.site.places.iter().find(|place| place.name == one.key.value).cloned() else {
        let known: Vec<String> = context.site.places.iter().map(|place| place.name.clone()).collect();
        let title = format!("`{}` is no context of the Site", one.key.value);
        let diagnostic = Diagnostic::new(Code::UnknownName, one.key.span, title).label("not declared under `contexts`");
        context.lacking(diagnostic.nearest(&one.key.value, known.iter().map(String::as_str)));
        return None;
    };
    let condition = context.condition(place.table, &one.value)?;
    Some(Within { context: place.name, condition, written: one.value.value.clone() })
}
