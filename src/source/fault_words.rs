//! What is wrong with a text that a person wrote, in plain words: `faults.ron`.
//!
//! Not the finding of it (`fault.rs`). Invariant: each fault has one sentence that says what is there and what to do.

use serde::Deserialize;

use super::{
    FALLBACK, NotText, embedded_named,
    fault::{Fault, Mistake, closing},
    fill,
};

/// How many names that may stand somewhere are listed.
const LISTED: usize = 8;

/// Everything in `faults.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says which fault it is about")]
pub struct FaultWords {
    pub empty: String,
    pub character: String,
    pub look_alike: String,
    pub unclosed: String,
    pub unopened: String,
    pub open_text: String,
    pub open_comment: String,
    pub too_deep: String,
    pub no_bracket: String,
    pub no_comma: String,
    pub no_colon: String,
    pub after_end: String,
    pub unknown: String,
    pub known: String,
    pub missing: String,
    pub twice: String,
    pub number: String,
    pub value: String,
    pub form: String,
    /// For a writer, behind each of the others.
    pub help: String,
    /// A letter that is in no form of text that is read; `not_text_likely` where it can be guessed.
    pub not_text: String,
    pub not_text_likely: String,
    /// Characters that look like ones that mean something.
    pub look_alikes: Vec<LookAlike>,
    pub setting: SettingFaults,
}

/// A character that looks like another one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookAlike {
    /// All that are called so.
    pub signs: String,
    /// What it is called, with its article.
    pub name: String,
    /// What to type in its place.
    pub instead: String,
}

/// What is wrong with one setting: the end of a sentence that begins with its line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says which fault it is about")]
pub struct SettingFaults {
    pub at: String,
    pub whole: String,
    pub unknown: String,
    pub twice: String,
    pub no_version: String,
    pub unreadable: String,
    pub closes: String,
    pub one_of: String,
    pub range: String,
    pub letters: String,
    pub times: String,
    pub no_time: String,
    pub no_day: String,
    pub too_large: String,
}

impl FaultWords {
    /// The sentence about a mistake; its line is said by whoever shows it.
    pub fn say(&self, mistake: &Mistake) -> String {
        let column = mistake.column.to_string();
        let at = |text: &str, places: &[(&str, &str)]| fill(&fill(text, &[("column", &column)]), places);
        match &mistake.fault {
            Fault::Empty => self.empty.clone(),
            Fault::Character(sign) => match self.look_alikes.iter().find(|alike| alike.signs.contains(*sign)) {
                Some(LookAlike { name, instead, .. }) => at(&self.look_alike, &[("name", name), ("instead", instead)]),
                None => at(&self.character, &[("code", &format!("U+{:04X}", u32::from(*sign)))]),
            },
            Fault::Unclosed(sign) => at(&self.unclosed, &[("sign", &sign.to_string()), ("close", &closing(*sign).to_string())]),
            Fault::Unopened(sign) => at(&self.unopened, &[("sign", &sign.to_string())]),
            Fault::OpenText => at(&self.open_text, &[]),
            Fault::OpenComment => at(&self.open_comment, &[]),
            Fault::TooDeep => self.too_deep.clone(),
            Fault::NoBracket => at(&self.no_bracket, &[]),
            Fault::NoComma => at(&self.no_comma, &[]),
            Fault::NoColon => at(&self.no_colon, &[]),
            Fault::AfterEnd => at(&self.after_end, &[]),
            Fault::Unknown { name, known } => {
                let said = fill(&self.unknown, &[("name", name)]);
                let few: Vec<&str> = known.iter().take(LISTED).map(String::as_str).collect();
                if few.is_empty() || known.len() > LISTED {
                    return said;
                }
                format!("{said} {}", fill(&self.known, &[("list", &few.join(", "))]))
            }
            Fault::Missing(name) => fill(&self.missing, &[("name", name)]),
            Fault::Twice(name) => fill(&self.twice, &[("name", name)]),
            Fault::Number => at(&self.number, &[]),
            Fault::Value => at(&self.value, &[]),
            Fault::Own(said) => said.clone(),
            Fault::Form => at(&self.form, &[]),
        }
    }

    /// What is said of a letter that is in no form of text, as the end of a sentence.
    pub fn say_not_text(&self, place: &NotText) -> String {
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let places = [("line", line.as_str()), ("column", &column)];
        match place.likely {
            Some(letter) => fill(&fill(&self.not_text_likely, &places), &[("letter", &letter.to_string())]),
            None => fill(&self.not_text, &places),
        }
    }

    /// The shipped ones, for a writer whose own may be what is broken.
    pub fn shipped() -> Option<Self> {
        let path = format!("{FALLBACK}/faults.ron");
        ron::from_str(embedded_named(&path).get(&path)?).ok()
    }
}
