//! When everything of a session was due, and when it was heard: each tone and each first sentence.
//!
//! Not the person's ears: this looks at the recording afterwards, at the places where something was due. Invariant: a
//! tone counts as heard only where it is told from all the others.

use gentleback::session::Tone;
use gentleback::sound::{Mixer, RATE, Recordings, lines_of, tone};

use super::diary::{Diary, Entry};
use super::ear::Ear;

/// How far a tone or a word may be from where it belongs, and a phase from its length.
const WITHIN_SECS: f64 = 0.15;
/// A machine that is busy with something else is late now and then: one time in so many, and never later than this.
const ONE_IN: usize = 10;
const NEVER_LATER_SECS: f64 = 0.4;
/// Outside a round nothing is done to the second: there it only has to be heard.
const OUTSIDE_SECS: f64 = 1.0;
/// What a round is made of.
const IN_A_ROUND: [&str; 11] = [
    "ready",
    "hands",
    "three-more",
    "press-on",
    "hold",
    "let-go",
    "breathe",
    "breathe-in",
    "breathe-out",
    "check-in",
    "next-round",
];

const TONES: [Tone; 9] =
    [Tone::Step, Tone::PressOn, Tone::Hold, Tone::LetGo, Tone::BreatheIn, Tone::BreatheOut, Tone::Ask, Tone::Stop, Tone::Finish];
/// How long a hand is on its way, pressing and on its way back: each phase of a round and what comes after it.
const ROUND: [&str; 6] = ["hands", "press-on", "hold", "let-go", "breathe", "check-in"];

/// How late one thing was heard.
pub struct Heard {
    name: String,
    due_secs: f64,
    /// Milliseconds that its tone was late, if it has one; nothing inside where it was not heard.
    tone: Option<Option<f64>>,
    /// The same for its first sentence.
    word: Option<Option<f64>>,
}

/// What was heard of each cue; `samples` began at `began_secs` of the wall clock.
pub fn of(diary: &Diary, samples: &[f32], began_secs: f64, recordings: &Recordings) -> Vec<Heard> {
    let heard = diary.cues().map(|(due_secs, name, kind, words)| {
        // Only what lies around it: the whole recording is long.
        let from = due_secs - began_secs - 1.0;
        let place = |secs: f64| ((secs.max(0.0) * f64::from(RATE)) as usize).min(samples.len());
        let ear = Ear::new(samples[place(from)..place(from + 12.0)].to_vec());
        let at = due_secs - began_secs - from.max(0.0);
        let within = if IN_A_ROUND.contains(&name) { NEVER_LATER_SECS } else { OUTSIDE_SECS };
        let first = lines_of(words).first().and_then(|first| recordings.speak(first));
        let word = first.as_ref().and_then(|spoken| ear.find(spoken, at - 0.2, at + within)).filter(|word| word.likeness > 0.5);
        let under = first.as_ref().zip(word).map(|(spoken, word)| ear.without(spoken, word));
        let ear = under.as_ref().unwrap_or(&ear);
        let near = |kind: Tone| ear.find(&beside_a_voice(kind, word.is_some()), at - 0.2, at + within);
        let found = || {
            let found = TONES.into_iter().filter_map(|kind| Some((kind, near(kind)?)));
            let best = found.max_by(|one, other| one.1.likeness.total_cmp(&other.1.likeness))?;
            (format!("{:?}", best.0) == kind && best.1.likeness > 0.5).then_some((best.1.at_secs - at) * 1e3)
        };
        Heard {
            name: name.to_owned(),
            due_secs,
            tone: (kind != "-").then(found),
            word: first.is_some().then(|| word.map(|word| (word.at_secs - at) * 1e3)),
        }
    });
    heard.collect()
}

/// The table of all rounds, and what is not as it should be.
pub fn table(diary: &Diary, heard: &[Heard], lengths: &[(&str, f64)]) -> (String, Vec<String>) {
    let (mut text, mut wrong) = (String::new(), Vec::new());
    let (mut measured, mut busy) = (0, Vec::new());
    text += "      due  cue              tone      words\n";
    let late = |late: Option<Option<f64>>| match late {
        None => "-".to_owned(),
        Some(None) => "not heard".to_owned(),
        Some(Some(millis)) => format!("{millis:+.0} ms"),
    };
    let began = heard.first().map_or(0.0, |heard| heard.due_secs);
    let mut keys: Vec<(f64, &str)> = diary
        .entries()
        .iter()
        .filter_map(|(secs, entry)| match entry {
            Entry::Key(key) => Some((*secs, key.as_str())),
            _ => None,
        })
        .filter(|(secs, _)| *secs >= began)
        .collect();
    for (index, one) in heard.iter().enumerate() {
        while keys.first().is_some_and(|(secs, _)| *secs <= one.due_secs) {
            let (secs, key) = keys.remove(0);
            text += &format!("{:9.2}      answered: {key}\n", secs - began);
        }
        text += &format!("{:9.2}  {:<15}  {:<9} {:<9}\n", one.due_secs - began, one.name, late(one.tone), late(one.word));
        for (what, found) in [("tone", one.tone), ("words", one.word)] {
            let Some(found) = found else { continue };
            measured += 1;
            let at = format!("the {what} of {} at {:.2}: {}", one.name, one.due_secs - began, late(Some(found)));
            match found.map(|millis| millis.abs() / 1e3) {
                Some(secs) if secs <= WITHIN_SECS => {}
                Some(_) if !IN_A_ROUND.contains(&one.name.as_str()) => {}
                Some(secs) if secs <= NEVER_LATER_SECS => busy.push(at),
                _ => wrong.push(at),
            }
        }
        if !ROUND.contains(&one.name.as_str()) || one.name == "check-in" {
            continue;
        }
        let next = heard[index + 1..].iter().find(|next| ROUND.contains(&next.name.as_str()));
        let (Some(next), Some((_, secs))) = (next, lengths.iter().find(|(name, _)| *name == one.name)) else {
            wrong.push(format!("nothing follows {}", one.name));
            continue;
        };
        let lasted = next.due_secs - one.due_secs;
        if (lasted - secs).abs() > WITHIN_SECS {
            wrong.push(format!("{} lasted {lasted:.2} s instead of {secs:.2}", one.name));
        }
    }
    if busy.len() * ONE_IN > measured {
        wrong.extend(busy);
    }
    (text, wrong)
}

/// A tone as it sounds beside a voice, or alone; no longer than the shortest sentence.
fn beside_a_voice(kind: Tone, voice: bool) -> Vec<f32> {
    let whole = tone(kind);
    let mut out = vec![0.0; whole.len().min(RATE as usize * 3 / 4)];
    let mut mixer = Mixer::default();
    mixer.play_tone(whole.clone());
    if voice {
        mixer.speak(vec![0.0; whole.len()]);
    }
    mixer.fill(&mut out);
    out
}
