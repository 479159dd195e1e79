//! What is said around finding one's way and taking it along: back, search, "Which position suits me?", copy.
//!
//! Not the guide's own texts. Invariant: every field is a text of `find.ron`.

use crate::content::Counted;
use crate::source::words;

words! {
    /// Everything in `find.ron`.
    FindWords { back: BackWords, search: SearchWords, suits: SuitWords, copy: CopyWords }
    /// The way back, and the window's title.
    BackWords { to: String, window: String }
    /// The search page.
    SearchWords {
        title: String, open: String, field: String, clear: String, empty: String, empty_more: String, short: String,
        found: String, found_warning: String, places: Counted, pages: Counted, none: String, none_more: String, keys: String, go_to: String,
        page_name: String, more: Counted, hit_name: String, evidence: String, emergency: String, today: String,
        while_pressing: String, soon: String,
    }
    /// "Which position suits me?"
    SuitWords {
        title: String, offer: String, step: String, back: String, skip: String, again: String, answered: String,
        still_open: String, open: String, open_count: String, health: String,
        floor: SuitQuestionWords, dizzy: SuitAnswerWords, kneel: SuitQuestionWords, side: SuitQuestionWords,
        easiest: String, easiest_lead: String, easiest_in: String, none_of_these: SuitAnswerWords, easiest_not_sure: SuitAnswerWords,
        best: String, prefer: String, preferred: String, see_all: String, also: String, note_lead: String, note: String,
        ask_title: String, ask_dizzy: String, ask_none: String, ask_closed: String, ask_rest: String, ask_section: String,
        ask_move: String,
    }
    /// A question with three answers.
    SuitQuestionWords { question: String, lead: String, yes: SuitAnswerWords, no: SuitAnswerWords, not_sure: SuitAnswerWords }
    /// An answer: what it says, what it means, why then, what it rules out, and the picture beside it.
    SuitAnswerWords { label: String, detail: String, because: String, rules_out: String, scene: String }
    /// Taking texts along.
    CopyWords { page: String, numbers: String, done: String, print: String }
}
