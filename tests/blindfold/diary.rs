//! What was heard and what was pressed, beside the program's own word of what it was doing; and the law that it is held to.
//!
//! Not a judge of sound: that is in `timeline.rs`. Invariant: all times are of the wall clock.

use std::fmt::Write as _;

/// What happened at one moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A sentence was heard to its end; it had begun so many seconds before.
    Heard(String, f64),
    /// A key was pressed.
    Key(String),
    /// The program began this, by its own word; the tone and the words that it asked for.
    Cue { name: String, tone: String, words: String },
}

/// Everything that happened, in its order.
#[derive(Debug, Clone, Default)]
pub struct Diary {
    entries: Vec<(f64, Entry)>,
}

/// The least lead-in of any plan (health.md 4.4), less what a clock may be late.
const LEAST_LEAD_IN_SECS: f64 = 4.85;

impl Diary {
    /// Notes it.
    pub fn note(&mut self, secs: f64, entry: Entry) {
        let place = self.entries.partition_point(|(before, _)| *before <= secs);
        self.entries.insert(place, (secs, entry));
    }

    /// Takes what the program said of its cues, a line each: `cue SECONDS NAME TONE WORDS`.
    pub fn note_cues(&mut self, said: &str) {
        for line in said.lines() {
            let mut parts = line.splitn(5, ' ');
            let (Some("cue"), Some(secs), Some(name), Some(tone)) = (parts.next(), parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            let words = parts.next().unwrap_or_default().to_owned();
            self.note(secs.parse().expect("seconds"), Entry::Cue { name: name.to_owned(), tone: tone.to_owned(), words });
        }
    }

    /// Everything, in its order.
    pub fn entries(&self) -> &[(f64, Entry)] {
        &self.entries
    }

    /// The cues, with their times.
    pub fn cues(&self) -> impl Iterator<Item = (f64, &str, &str, &str)> {
        self.entries.iter().filter_map(|(secs, entry)| match entry {
            Entry::Cue { name, tone, words } => Some((*secs, name.as_str(), tone.as_str(), words.as_str())),
            _ => None,
        })
    }

    /// What breaks the law of the hands: a key while a hand is in use, or a press that did not leave the hands their time.
    pub fn broken(&self) -> Vec<String> {
        let mut broken = Vec::new();
        let (mut phase, mut hands_since, mut last_key) = ("", None, f64::NEG_INFINITY);
        for (secs, entry) in &self.entries {
            match entry {
                Entry::Key(key) => {
                    last_key = *secs;
                    if matches!(phase, "hands" | "press-on" | "hold" | "let-go" | "let-go-early") {
                        broken.push(format!("{key} was pressed in {phase}"));
                    }
                }
                Entry::Cue { name, .. } => {
                    // Words within a phase begin none.
                    if matches!(name.as_str(), "three-more" | "second" | "held-enough") {
                        continue;
                    }
                    if name == "press-on" {
                        let since = hands_since.unwrap_or(f64::NEG_INFINITY).max(last_key);
                        if hands_since.is_none() {
                            broken.push("a press without time for the hands".to_owned());
                        } else if secs - since < LEAST_LEAD_IN_SECS {
                            broken.push(format!("a press {:.2} s after the hands were asked for", secs - since));
                        }
                    }
                    hands_since = match name.as_str() {
                        "hands" => Some(*secs),
                        _ => None,
                    };
                    phase = name;
                }
                Entry::Heard(..) => {}
            }
        }
        broken
    }

    /// The diary as a person reads it, in seconds from its first entry.
    pub fn text(&self) -> String {
        let began = self.entries.first().map_or(0.0, |(secs, _)| *secs);
        let mut text = String::new();
        for (secs, entry) in &self.entries {
            let line = match entry {
                Entry::Heard(words, lasted) => format!("heard    “{words}” ({lasted:.1} s)"),
                Entry::Key(key) => format!("    key  {key}"),
                Entry::Cue { name, .. } => format!("-------  {name}"),
            };
            writeln!(text, "{:8.2}  {line}", secs - began).expect("a text");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diary(entries: &[(f64, &str)]) -> Diary {
        let mut diary = Diary::default();
        for (secs, what) in entries {
            let entry = match what.strip_prefix("key ") {
                Some(key) => Entry::Key(key.to_owned()),
                None => Entry::Cue { name: (*what).to_owned(), tone: String::new(), words: String::new() },
            };
            diary.note(*secs, entry);
        }
        diary
    }

    #[test]
    fn a_round_with_free_hands_breaks_nothing() {
        let round = [
            (0.0, "ready"),
            (3.0, "key Right"),
            (3.0, "hands"),
            (5.0, "three-more"),
            (8.0, "press-on"),
            (11.0, "hold"),
            (14.0, "let-go"),
            (17.0, "breathe"),
            (37.0, "check-in"),
            (38.0, "key Right"),
        ];
        assert_eq!(diary(&round).broken(), Vec::<String>::new());
    }

    #[test]
    fn a_key_while_a_hand_is_in_use_is_found_whichever_phase_it_is_in() {
        for (secs, phase) in [(4.0, "hands"), (9.0, "press-on"), (12.0, "hold"), (15.0, "let-go")] {
            let round =
                [(3.0, "hands"), (8.0, "press-on"), (11.0, "hold"), (14.0, "let-go"), (17.0, "breathe"), (secs, "key Right")];
            let broken = diary(&round).broken();
            assert!(broken.contains(&format!("Right was pressed in {phase}")), "{phase}: {broken:?}");
        }
    }

    /// As it was once: the hands were sent to their place in "ready", and a key began the press at once.
    #[test]
    fn a_ready_that_waits_for_a_key_with_the_hands_in_place_is_found() {
        let before = diary(&[(0.0, "ready"), (20.0, "key Right"), (20.03, "press-on"), (23.0, "hold")]);
        assert_eq!(before.broken(), ["a press without time for the hands"]);
        let hasty = diary(&[(0.0, "ready"), (20.0, "key Right"), (20.01, "hands"), (20.03, "press-on"), (23.0, "hold")]);
        assert_eq!(hasty.broken(), ["a press 0.02 s after the hands were asked for"]);
    }
}
