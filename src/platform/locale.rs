//! The place this machine is set to, for the paper that is usual there.
//!
//! Not the language of the program. Invariant: an answer always comes; without one from the system it is empty.

/// The locale of the paper as the system names it: `en_US.UTF-8`, `de-DE`.
pub fn of_paper() -> String {
    // Where a machine speaks one language and prints on another country's paper, this is how it says so.
    let named = ["LC_ALL", "LC_PAPER"].into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    named.or_else(sys_locale::get_locale).unwrap_or_default()
}
