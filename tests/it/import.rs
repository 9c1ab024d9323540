//! Drafts: what `import` guesses, and how often it is right.

mod broken;
mod drafts;
mod reach;
