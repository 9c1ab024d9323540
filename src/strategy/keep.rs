//! `{keep: reason}`: this relation asks for nothing. It never stops another entry.

pub(super) const NAME: &str = "keep";
