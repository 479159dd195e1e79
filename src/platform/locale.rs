//! The place and the languages this machine is set to: for the paper that is usual there, and for the words.
//!
//! Not the choice of a language: see [`crate::content::Wishes`]. Invariant: an answer always comes; without one from the
//! system it is empty.

/// The locale of the paper as the system names it: `en_US.UTF-8`, `de-DE`.
pub fn of_paper() -> String {
    // Where a machine speaks one language and prints on another country's paper, this is how it says so.
    first_set(&["LC_ALL", "LC_PAPER"]).or_else(sys_locale::get_locale).unwrap_or_default()
}

/// The locale of times and weeks.
pub fn of_times() -> String {
    first_set(&["LC_ALL", "LC_TIME"]).or_else(sys_locale::get_locale).unwrap_or_default()
}

/// The languages that the system prefers, best first: its own list, or what `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG`
/// say.
pub fn preferred() -> Vec<String> {
    // Whoever asks for the plain locale wants no language of a place, whatever list is set beside it.
    let is_plain = first_set(&["LC_ALL", "LC_MESSAGES", "LANG"]).is_some_and(|locale| matches!(locale.as_str(), "C" | "POSIX"));
    if is_plain { Vec::new() } else { sys_locale::get_locales().collect() }
}

/// The first of these variables that says something.
fn first_set(names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}
