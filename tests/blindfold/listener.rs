//! Recognizes sentences while they are being heard, by their recordings.
//!
//! Not a recognizer of speech: it knows the voice that it listens to, sample by sample. In two steps: a print of each
//! sentence's first moments, sixteen bits for every hundredth of a second, is looked for in what comes in; what is like it
//! is then held against the whole recording. Invariant: a sentence that was broken off was not heard.

use gentleback::sound::{RATE, Recordings};

use super::ear::Ear;

const HOP: usize = RATE as usize / 100;
const WINDOW: usize = 2 * HOP;
/// The print is made of what lies above the highest part of every tone, so that a tone under the voice leaves it alone.
const LOWEST_HZ: f32 = 3_200.0;
const HIGHEST_HZ: f32 = 9_000.0;
const BANDS: usize = 17;
/// As much of a sentence as its print holds, at most.
const PRINT: usize = 70;
/// So much of the print may differ; two sentences differ in half of it.
const MAY_DIFFER: f32 = 0.36;
/// So alike a recording and what was heard must be, with a tone under it.
const LIKE: f32 = 0.6;
/// The part of a sentence without which it was broken off: its last moments, which must be as loud as all of it.
const END: usize = RATE as usize * 2 / 5;
/// How far from where its print was found a sentence may begin.
const SLACK: usize = 2 * HOP;

/// A sentence that was heard.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// When it began, in seconds from the start of the recording.
    pub from_secs: f64,
    /// When it was over.
    pub until_secs: f64,
}

struct Known {
    text: String,
    samples: Vec<f32>,
    /// Its prints from the beginning and from half a step later: one of them lies near the steps of what is heard.
    prints: [Vec<u16>; 2],
}

/// A print that was found; the sentence may be another one.
#[derive(Clone, Copy)]
struct Maybe {
    known: usize,
    at: usize,
    differs: f32,
}

/// Listens.
pub struct Listener {
    known: Vec<Known>,
    bands: Bands,
    heard: Vec<f32>,
    print: Vec<u16>,
    energies: [f32; BANDS],
    maybe: Vec<Maybe>,
    /// Until where something was recognized: nothing else can be there.
    taken: usize,
}

impl Listener {
    /// One that knows these recordings.
    pub fn new(recordings: &Recordings) -> Self {
        let bands = Bands::new();
        let known = recordings.all().map(|recording| {
            let samples = recordings.speak(&recording.text).expect("a recording");
            let first = &samples[..samples.len().min(PRINT * HOP + WINDOW)];
            let prints = [bands.print(first), bands.print(&first[HOP / 2..])];
            Known { text: recording.text.clone(), samples, prints }
        });
        let known = known.collect();
        Self { known, bands, heard: Vec::new(), print: Vec::new(), energies: [0.0; BANDS], maybe: Vec::new(), taken: 0 }
    }

    /// How many samples it has been given.
    pub fn length(&self) -> usize {
        self.heard.len()
    }

    /// All that it was given.
    pub fn samples(&self) -> &[f32] {
        &self.heard
    }

    /// Takes what came in, and hands back what has become a whole sentence.
    pub fn hear(&mut self, samples: &[f32]) -> Vec<Sentence> {
        self.heard.extend_from_slice(samples);
        while (self.print.len() * HOP) + WINDOW <= self.heard.len() {
            let at = self.print.len() * HOP;
            let energies = self.bands.energies(&self.heard[at..at + WINDOW]);
            self.print.push(bits(&self.energies, &energies));
            self.energies = energies;
            self.look_for_prints();
        }
        let mut sentences = Vec::new();
        while let Some(place) = self.maybe.iter().position(|maybe| self.is_whole(*maybe)) {
            let maybe = self.maybe.remove(place);
            if let Some((sentence, end)) = self.recognize(maybe) {
                self.taken = end;
                self.maybe.retain(|other| other.at + SLACK >= end);
                sentences.push(sentence);
            }
        }
        sentences
    }

    /// Whether a known sentence may have begun where its print would end now.
    fn look_for_prints(&mut self) {
        let prints =
            self.known.iter().enumerate().flat_map(|(index, known)| {
                known.prints.iter().zip([0, HOP / 2]).map(move |(print, shift)| (index, print, shift))
            });
        for (known, print, shift) in prints {
            // The first bits of a recording stand against nothing before it.
            let wanted = &print[1..];
            let Some(first) = self.print.len().checked_sub(wanted.len()) else { continue };
            let heard = &self.print[first..];
            let half = wanted.len() / 2;
            if differs(&wanted[..half], &heard[..half]) > MAY_DIFFER + 0.04 {
                continue;
            }
            let differs = differs(wanted, heard);
            let at = (first * HOP).saturating_sub(HOP + shift);
            if differs > MAY_DIFFER || at + SLACK < self.taken {
                continue;
            }
            let found = Maybe { known, at, differs };
            match self.maybe.iter_mut().find(|maybe| maybe.known == known && maybe.at.abs_diff(at) <= 3 * HOP) {
                Some(same) if same.differs > differs => *same = found,
                Some(_) => {}
                None => self.maybe.push(found),
            }
        }
    }

    fn is_whole(&self, maybe: Maybe) -> bool {
        maybe.at + self.known[maybe.known].samples.len() + SLACK <= self.heard.len()
    }

    fn recognize(&self, maybe: Maybe) -> Option<(Sentence, usize)> {
        let known = &self.known[maybe.known];
        let from = maybe.at.saturating_sub(SLACK);
        let part = self.heard[from..maybe.at + known.samples.len() + SLACK].to_vec();
        let found = Ear::new(part.clone()).find(&known.samples, 0.0, 1.0).filter(|found| found.likeness >= LIKE)?;
        let secs = |at: usize| at as f64 / f64::from(RATE);
        let heard = part.get((found.at_secs * f64::from(RATE)).round() as usize..)?;
        let end = known.samples.len().saturating_sub(END);
        (gain(&heard[end..], &known.samples[end..]) > gain(heard, &known.samples) / 2.0).then_some(())?;
        let from_secs = secs(from) + found.at_secs;
        let end = from_secs + secs(known.samples.len());
        let sentence = Sentence { text: known.text.clone(), from_secs, until_secs: end };
        Some((sentence, (end * f64::from(RATE)) as usize))
    }
}

/// How loud a recording is in what was heard; a tone beside it hardly counts.
fn gain(heard: &[f32], recording: &[f32]) -> f32 {
    let (mut both, mut alone) = (0.0, 0.0);
    for (heard, sample) in heard.iter().zip(recording) {
        both += heard * sample;
        alone += sample * sample;
    }
    both / alone.max(1e-6)
}

/// How much of two prints differs, from 0 to 1.
fn differs(one: &[u16], other: &[u16]) -> f32 {
    let bits: u32 = one.iter().zip(other).map(|(one, other)| (one ^ other).count_ones()).sum();
    bits as f32 / (16 * one.len().max(1)) as f32
}

/// A bit for each pair of neighbouring bands: whether the one has gained on the other since the moment before.
fn bits(before: &[f32; BANDS], now: &[f32; BANDS]) -> u16 {
    let gained = |band: usize| (now[band] - now[band + 1]) - (before[band] - before[band + 1]) > 0.0;
    (0..BANDS - 1).fold(0, |bits, band| bits << 1 | u16::from(gained(band)))
}

/// Measures how loud each band is.
struct Bands {
    window: Vec<f32>,
    turns: [f32; BANDS],
}

impl Bands {
    fn new() -> Self {
        let turn = |index: usize, of: usize| index as f32 / of as f32 * std::f32::consts::TAU;
        let window = (0..WINDOW).map(|index| 0.5 - 0.5 * turn(index, WINDOW).cos()).collect();
        let hz = |band: usize| LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ).powf(band as f32 / (BANDS - 1) as f32);
        let turns = std::array::from_fn(|band| 2.0 * (std::f32::consts::TAU * hz(band) / RATE as f32).cos());
        Self { window, turns }
    }

    /// Goertzel's filter for each band.
    fn energies(&self, samples: &[f32]) -> [f32; BANDS] {
        let shaped: Vec<f32> = samples.iter().zip(&self.window).map(|(sample, share)| sample * share).collect();
        self.turns.map(|turn| {
            let (mut last, mut before) = (0.0f32, 0.0f32);
            for sample in &shaped {
                let next = sample + turn * last - before;
                before = last;
                last = next;
            }
            last * last + before * before - turn * last * before
        })
    }

    fn print(&self, samples: &[f32]) -> Vec<u16> {
        let mut before = [0.0; BANDS];
        let windows = samples.windows(WINDOW).step_by(HOP);
        windows
            .map(|window| {
                let energies = self.energies(window);
                let bits = bits(&before, &energies);
                before = energies;
                bits
            })
            .collect()
    }
}

#[test]
fn sentences_are_recognized_under_a_tone_and_not_when_they_are_cut() {
    use gentleback::{
        session::Tone,
        sound::{Mixer, tone},
    };
    let recordings = Recordings::shipped("en").expect("recordings");
    let mut listener = Listener::new(&recordings);
    // A sixth of all sentences, each one with a tone before it, at a place of its own; and one that is broken off.
    let texts: Vec<String> = recordings.all().map(|recording| recording.text.clone()).collect();
    let (mut wanted, mut heard) = (Vec::new(), Vec::new());
    let mut mixer = Mixer::default();
    mixer.set_volume(0.8);
    for (number, text) in texts.iter().step_by(6).enumerate() {
        let spoken = recordings.speak(text).expect("a recording");
        let is_cut = number % 7 == 6;
        let mut part = vec![0.0; if is_cut { spoken.len() / 2 } else { spoken.len() + 9_000 + 37 * number }];
        mixer.play_tone(tone(Tone::Hold));
        mixer.speak(spoken);
        mixer.fill(&mut part);
        wanted.extend((!is_cut).then(|| text.clone()));
        heard.extend(part.chunks(1_200).flat_map(|part| listener.hear(part)).map(|sentence| sentence.text));
    }
    assert_eq!(heard, wanted);
}
