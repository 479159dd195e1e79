//! In which language a command speaks: the one on its line, else the person's choice, else the system's.
//!
//! Invariant: settings that can not be read, or not soon, keep nobody waiting: then the system's language is spoken.

use std::{ffi::OsString, time::Duration};

use gentleback::{
    content::{Wishes, best, languages},
    platform::{background, dirs, locale, store},
    settings,
    source::Files,
};

/// How it is asked for, wherever on the line.
const OPTION: &str = "--language";

/// How long the settings are waited for.
const AT_ONCE: Duration = Duration::from_millis(500);

/// What was said on the line about the language.
pub enum Asked {
    /// Nothing.
    Nothing,
    /// This one.
    For(String),
    /// One, but not which.
    ForWhat,
}

/// Takes the language out of the arguments, so that every command has it in the same way.
pub fn take(arguments: Vec<OsString>) -> (Vec<OsString>, Asked) {
    let (mut rest, mut asked) = (Vec::new(), Asked::Nothing);
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy();
        if text == OPTION {
            asked = arguments.next().map_or(Asked::ForWhat, |language| Asked::For(language.to_string_lossy().into_owned()));
        } else if let Some(language) = text.strip_prefix(OPTION).and_then(|rest| rest.strip_prefix('=')) {
            asked = Asked::For(language.to_owned());
        } else {
            rest.push(argument);
        }
    }
    (rest, asked)
}

/// Who wishes for which language.
pub fn wishes(asked: &Asked) -> Wishes {
    let asked = match asked {
        Asked::For(language) => Some(language.clone()),
        Asked::Nothing | Asked::ForWhat => None,
    };
    Wishes { asked, chosen: kept(), system: locale::preferred() }
}

/// What the settings say.
fn kept() -> Option<String> {
    let path = dirs::config().ok()?.join("settings.ron");
    let read = move || store::read_text(&path).ok().and_then(|text| settings::said::<Option<String>>(&text, "language"));
    background::within(AT_ONCE, "language", read).ok().flatten().flatten()
}

/// What was asked for on the line, if there is no such language.
pub fn unknown<'a>(wishes: &'a Wishes, files: &Files) -> Option<&'a str> {
    let there = languages(files);
    wishes.asked.as_deref().filter(|asked| best([*asked], &there).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_taken_out_wherever_it_stands() {
        for (line, rest, language) in [
            ("sheet --language es --out a.pdf", "sheet --out a.pdf", Some("es")),
            ("--language=fr remind", "remind", Some("fr")),
            ("plan", "plan", None),
            ("--languages", "--languages", None),
        ] {
            let (left, asked) = take(line.split(' ').map(OsString::from).collect());
            assert_eq!(left, rest.split(' ').map(OsString::from).collect::<Vec<_>>());
            assert!(
                matches!((&asked, language), (Asked::Nothing, None))
                    || matches!(&asked, Asked::For(asked) if Some(asked.as_str()) == language)
            );
        }
        assert!(matches!(take(vec!["--language".into()]), (rest, Asked::ForWhat) if rest.is_empty()));
    }
}
