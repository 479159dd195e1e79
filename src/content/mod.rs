//! What a person reads: RON text in, a typed [`Guide`] out, plus every problem found with file and line.
//!
//! Not a file reader: text arrives as [`crate::source::Files`], from the binary or from a writer's folder.
//!
//! Invariant: a guide that loads without problems carries every fact, names only facts and notes that exist, and
//! never shows a disputed fact without the note that belongs to it.

mod carry;
mod check;
mod compare;
mod counted;
mod customs;
mod dates;
mod evidence;
mod fallback;
mod files;
mod find_words;
mod floor;
mod guide;
mod history;
mod ids;
mod language;
mod link;
mod load;
mod place;
mod print_words;
mod reminders;
mod search;
mod sentence;
mod signs;
mod tree;
mod walk;
mod whole;
mod words;

pub use crate::source::{FALLBACK, embedded, embedded_named, fill};
pub use carry::Fact;
pub use carry::NEVER_FOLDED;
pub use check::MOST_WORDS;
pub use compare::{Comparison, compare, hashes};
pub use counted::{Counted, is_one};
pub use customs::Customs;
pub use dates::DateWords;
pub use fallback::whole;
pub use find_words::{BackWords, CopyWords, FindWords, SearchWords, SuitAnswerWords, SuitQuestionWords, SuitWords};
pub use floor::{FloorAche, FloorChoice, FloorRest, FloorStop, FloorWords};
pub use guide::*;
pub use history::*;
pub use ids::{POSITION_IDS, SECTION_IDS, WARM_UP_IDS};
pub use language::{Language, Wishes, best, languages};
pub use link::{PageName, Stretch, Target, plain, stretches, without_links};
pub use load::load;
pub use print_words::{PrintCommandWords, PrintWords};
pub use reminders::{ReminderNoteWords, ReminderRowWords, ReminderWords};
pub use search::{Further, Hit, LEAST_LETTERS, MOST_ON_A_PAGE, PageHits, SearchIndex, fold, marks, wanted};
pub use sentence::{sentences, words};
pub use signs::{AFTER_STOP, Asked, HelpWords, Paper, Sign, Signs, Urgency};
pub use walk::{PositionTab, Role, Said, Spot};
pub use whole::{Guide, WORDS_A_MINUTE};
pub use words::{CrashWords, KeyWords, Words};
