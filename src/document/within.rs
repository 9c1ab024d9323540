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
    // `ask: course`: the request names one.
    let asks = one.key.value == "ask";
    let name = if asks { &one.value } else { &one.key };
    let Some(place) = context.site.places.iter().find(|place| place.name == name.value).cloned() else {
        let known: Vec<String> = context.site.places.iter().map(|place| place.name.clone()).collect();
        let title = format!("`{}` is no context of the Site", name.value);
        let diagnostic = Diagnostic::new(Code::UnknownName, name.span, title).label("not declared under `contexts`");
        context.lacking(diagnostic.nearest(&name.value, known.iter().map(String::as_str)));
        return None;
    };
    let condition = if asks { None } else { Some(context.condition(place.table, &one.value)?) };
    Some(Within { context: place.name, condition, written: one.value.value.clone() })
}
