//! The shipped guide: every fact carried, every disputed fact with its note, plain to read, and in words that a
//! guide may use.
//!
//! Not the loader's form: that is what `broken` tries, with files spoilt on purpose.
//!
//! Invariant: each check here fails on a text that breaks its rule; where that is not plain, a test shows it.

mod content {
    mod area_words;
    mod broken;
    mod carried;
    mod languages;
    mod pictured;
    mod reading;
    mod shipped;
    mod signs;
    mod wording;
}

use gentleback::content::{Guide, embedded, load};

/// The guide as it is shipped.
fn guide() -> Guide {
    let (guide, problems) = load(&embedded(), "en");
    let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "the shipped content has problems:\n{}", list.join("\n"));
    guide.expect("every file could be read")
}
