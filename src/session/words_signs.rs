//! The warning signs in the words of a session: where `cues.ron` asks for a sign, its words come from `signs.ron`.
//!
//! Not the table itself, and not what follows an answer. Invariant: a session that was read this way asks each sign in the
//! words that the sheet, the history and the warning page have for it.

use super::CueWords;
use crate::content::{AFTER_STOP, Sign, Signs};
use crate::source::{Files, InLanguage, Problem, fill};

impl InLanguage for CueWords {
    fn in_language(&mut self, language: &str) {
        // Nothing else in them is chosen by a number.
        self.finish.in_language(language);
    }
}

impl CueWords {
    /// The words of one language, with the signs that are asked after a press.
    ///
    /// # Errors
    /// A missing or broken file, or a table of signs that the program does not act by.
    pub fn read(files: &Files, language: &str) -> Result<Self, Problem> {
        let mut words: Self = files.read_in(language, "cues")?;
        words.put_signs(&Signs::read(files, language)?);
        Ok(words)
    }

    fn put_signs(&mut self, signs: &Signs) {
        let names = AFTER_STOP.map(|(id, _)| (id.replace('-', "_"), signs.sign(id).map_or(id, Sign::answer)));
        let names = names.each_ref().map(|(place, name)| (place.as_str(), *name));
        let (asked, told) = (&mut self.answers.check_in, &mut self.answers.what_happened);
        let answers = [&mut asked.sharp, &mut asked.more_pain, &mut asked.numb, &mut asked.weak];
        let told = [&mut told.sharp, &mut told.more_pain, &mut told.numb, &mut told.weak];
        for text in answers.into_iter().chain(told).chain(&mut self.phases.check_in.spoken) {
            *text = fill(text, &names);
        }
    }
}
