//! Which languages there are, and which of them a person gets.
//!
//! Not the place where a person's wishes are read: they come in as values. Invariant: a language is a folder with a
//! `language.ron`; no code names one but [`FALLBACK`], which is taken where nothing that is wished for is there.

use serde::Deserialize;

use crate::source::{FALLBACK, Files};

/// The file that makes a folder a language.
pub const FILE: &str = "language.ron";

/// A language that there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its folder, which is its BCP 47 tag: `es`, `pt-BR`.
    pub code: String,
    /// What it is called in itself, so that whoever reads no other finds it.
    pub name: String,
}

/// Everything in `language.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageFile {
    name: String,
}

/// All of them, by their own names. One whose file can not be read goes by its folder: the check says what is wrong.
pub fn languages(files: &Files) -> Vec<Language> {
    let folders = files.under("").filter_map(|(path, _)| path.strip_suffix(FILE)?.strip_suffix('/'));
    let folders = folders.filter(|folder| !folder.contains('/'));
    let mut found: Vec<_> = folders
        .map(|code| {
            let name = files.read(&format!("{code}/{FILE}")).map_or_else(|_| code.to_owned(), |file: LanguageFile| file.name);
            Language { code: code.to_owned(), name }
        })
        .collect();
    found.sort_by_key(|language| language.name.to_lowercase());
    found
}

/// Who wishes for which language, the strongest wish first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// For this run alone, on the command line.
    pub asked: Option<String>,
    /// In the settings.
    pub chosen: Option<String>,
    /// The system's preferences, best first.
    pub system: Vec<String>,
}

impl Wishes {
    /// The language that fits best of those that there are. A wish for one that is not there is passed over.
    pub fn best(&self, there: &[Language]) -> String {
        let wishes = self.asked.iter().chain(&self.chosen).chain(&self.system);
        best(wishes.map(String::as_str), there).unwrap_or(FALLBACK).to_owned()
    }

    /// What the system's preferences alone come to.
    pub fn of_system(&self, there: &[Language]) -> String {
        best(self.system.iter().map(String::as_str), there).unwrap_or(FALLBACK).to_owned()
    }
}

/// The language for the first wish that one fits: the same tag, else the wish without its last parts (`es_MX` is content
/// with `es`), else any of the same language (`pt` with `pt-BR`).
pub fn best<'a>(wishes: impl IntoIterator<Item = &'a str>, there: &'a [Language]) -> Option<&'a str> {
    wishes.into_iter().find_map(|wish| fitting(wish, there))
}

fn fitting<'a>(wish: &str, there: &'a [Language]) -> Option<&'a str> {
    let wish = tag(wish);
    let mut part = wish.as_str();
    loop {
        if let Some(found) = there.iter().find(|language| tag(&language.code) == part) {
            return Some(&found.code);
        }
        match part.rsplit_once('-') {
            Some((shorter, _)) => part = shorter,
            None => break,
        }
    }
    let same = |language: &&Language| !part.is_empty() && tag(&language.code).split('-').next() == Some(part);
    there.iter().find(same).map(|language| language.code.as_str())
}

/// A locale in any of the usual spellings, to compare: `es_MX.UTF-8@euro` is `es-mx`.
fn tag(locale: &str) -> String {
    locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there(codes: &[&str]) -> Vec<Language> {
        codes.iter().map(|code| Language { code: (*code).to_owned(), name: String::new() }).collect()
    }

    #[test]
    fn the_first_wish_that_can_be_met_is_met() {
        let four = there(&["de", "en", "es", "fr"]);
        for (system, expected) in [
            (&["es_MX.UTF-8"][..], "es"),
            (&["fr-CA"], "fr"),
            (&["de_AT@euro"], "de"),
            (&["pt-BR", "es"], "es"),
            (&["pt_BR"], "en"),
            (&["zh-Hant-TW", "de"], "de"),
            (&["EN-gb"], "en"),
            (&["C"], "en"),
            (&["", "fr"], "fr"),
            (&["est"], "en"), // Estonian, not Spanish
            (&[], "en"),
        ] {
            let wishes = Wishes { system: system.iter().map(|tag| (*tag).to_owned()).collect(), ..Wishes::default() };
            assert_eq!(wishes.best(&four), expected, "{system:?}");
        }
        let brazil = there(&["en", "pt-BR", "zh-Hant"]);
        assert_eq!(best(["pt"], &brazil), Some("pt-BR"));
        assert_eq!(best(["pt-PT"], &brazil), Some("pt-BR"), "better than a foreign language");
        assert_eq!(best(["zh_Hant_TW"], &brazil), Some("zh-Hant"));
    }

    #[test]
    fn the_command_line_goes_before_the_settings_and_these_before_the_system() {
        let four = there(&["de", "en", "es", "fr"]);
        let mut wishes = Wishes { asked: Some("fr".into()), chosen: Some("de".into()), system: vec!["es".into()] };
        assert_eq!(wishes.best(&four), "fr");
        wishes.asked = None;
        assert_eq!(wishes.best(&four), "de");
        wishes.chosen = Some("tlh".into());
        assert_eq!((wishes.best(&four), wishes.of_system(&four)), ("es".into(), "es".into()), "an unknown one is the system's");
    }

    #[test]
    fn a_folder_with_its_file_is_a_language() {
        let mut files = Files::default();
        for (path, text) in [
            ("es/language.ron", "(name: \"Español\")"),
            ("en/language.ron", "(name: \"English\")"),
            ("xx/language.ron", "torn"),
            ("figures/poses.ron", "()"),
            ("a/b/language.ron", "(name: \"x\")"),
        ] {
            files.insert(path, text);
        }
        let found: Vec<_> = languages(&files).into_iter().map(|language| (language.code, language.name)).collect();
        let expected = [("en", "English"), ("es", "Español"), ("xx", "xx")];
        assert_eq!(found, expected.map(|(code, name)| (code.to_owned(), name.to_owned())));
    }
}
