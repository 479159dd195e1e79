//! In which words a page is shown: English, words that are 40 % longer, and every translation that is shipped.
//!
//! A translation is found by looking into the content. Invariant: a page is gone to in English and shown in other words
//! after that, so that the way to it is written once.

use std::sync::{Arc, LazyLock};

use gentleback::app::Book;
use gentleback::content::{self, FALLBACK};

use super::super::app::BOOK;
use super::longer::{self, LONGER};

/// The words of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Words {
    English,
    Longer,
    /// A language by its code.
    In(&'static str),
}

/// Each translation with its book.
static TRANSLATED: LazyLock<Vec<(String, Arc<Book>)>> = LazyLock::new(|| {
    let files = content::embedded();
    let codes = content::languages(&files).into_iter().map(|language| language.code).filter(|code| code != FALLBACK);
    let read = |code: String| {
        let (book, problems) = Book::read(&files, &code);
        let book = book.unwrap_or_else(|| panic!("{code} can not be read: {problems:?}"));
        (code, Arc::new(book))
    };
    codes.map(read).collect()
});

impl Words {
    /// All but English.
    pub fn others() -> impl Iterator<Item = Self> {
        [Self::Longer].into_iter().chain(TRANSLATED.iter().map(|(code, _)| Self::In(code)))
    }

    /// Every book there is.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::English].into_iter().chain(Self::others())
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => FALLBACK,
            Self::Longer => "longer",
            Self::In(code) => code,
        }
    }

    /// The texts.
    pub fn book(self) -> Arc<Book> {
        let found = match self {
            Self::English => Some(&*BOOK),
            Self::Longer => Some(&*LONGER),
            Self::In(code) => TRANSLATED.iter().find(|(found, _)| found == code).map(|(_, book)| book),
        };
        Arc::clone(found.unwrap_or(&BOOK))
    }

    /// Words as a fault tells them: longer ones by their original.
    pub fn told(self, words: String) -> String {
        if self == Self::Longer { longer::original(&words) } else { words }
    }
}
