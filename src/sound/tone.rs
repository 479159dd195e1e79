//! The tones of a session, made from sine waves.
//!
//! Not the choice of the tone: [`crate::session::Cue::tone`] makes it. Each tone differs from the others in its
//! melody and in its rhythm, so that one of the two is enough. The basic pitches lie between 250 and 900 Hz, where
//! hearing lasts longest with age, and each has softer parts above it, because small loudspeakers swallow the low.
//!
//! Invariant: a tone begins and ends in silence, and its loudest sample is [`PEAK`].

use std::f32::consts::TAU;

use super::{RATE, samples};
use crate::session::Tone;

/// The loudest sample of each tone: calm beside the voice, and room for both at once.
const PEAK: f32 = 0.4;

/// One note: when it begins, where its pitch goes, how long it sounds, and how.
struct Note {
    at_secs: f32,
    from_hz: f32,
    to_hz: f32,
    secs: f32,
    shape: Shape,
}

/// How a note comes and goes.
#[derive(Clone, Copy)]
enum Shape {
    /// Struck softly, fading away.
    Bell,
    /// Swelling and going like a breath.
    Swell,
    /// Even, with soft ends.
    Even,
}

const fn bell(at_secs: f32, hz: f32, secs: f32) -> Note {
    Note { at_secs, from_hz: hz, to_hz: hz, secs, shape: Shape::Bell }
}

const fn glide(from_hz: f32, to_hz: f32, secs: f32, shape: Shape) -> Note {
    Note { at_secs: 0.0, from_hz, to_hz, secs, shape }
}

/// The notes of a tone, on the scale of D: nothing in it pulls or alarms.
fn notes(tone: Tone) -> Vec<Note> {
    match tone {
        // One bell.
        Tone::Step => vec![bell(0.0, 440.0, 0.9)],
        // Three even steps up.
        Tone::PressOn => vec![bell(0.0, 293.7, 0.5), bell(0.2, 392.0, 0.5), bell(0.4, 523.3, 0.8)],
        // One long, even fifth.
        Tone::Hold => vec![glide(349.2, 349.2, 1.1, Shape::Even), glide(523.3, 523.3, 1.1, Shape::Even)],
        // Three steps down, each slower than the last.
        Tone::LetGo => vec![bell(0.0, 587.3, 0.5), bell(0.28, 440.0, 0.6), bell(0.7, 293.7, 1.1)],
        // A breath: up and swelling, then down and longer.
        Tone::BreatheIn => vec![glide(293.7, 466.2, 1.2, Shape::Swell)],
        Tone::BreatheOut => vec![glide(466.2, 261.6, 1.7, Shape::Swell)],
        // Two quick ones, the second higher: the voice of a question.
        Tone::Ask => vec![bell(0.0, 659.3, 0.3), bell(0.14, 880.0, 0.8)],
        // Two deep ones, far apart.
        Tone::Stop => vec![bell(0.0, 261.6, 0.8), bell(0.55, 261.6, 1.2)],
        // A slow chord, note by note.
        Tone::Finish => vec![bell(0.0, 370.0, 1.8), bell(0.3, 440.0, 1.7), bell(0.6, 587.3, 1.6), bell(0.9, 740.0, 1.6)],
    }
}

/// The parts above the basic pitch, as `(multiple, loudness)`.
const PARTS: [(f32, f32); 3] = [(1.0, 1.0), (2.0, 0.35), (3.0, 0.12)];

/// How soon a bell reaches its full loudness, and how soon any note ends: too slow for a click, too fast to blur.
const ATTACK_SECS: f32 = 0.012;
const RELEASE_SECS: f32 = 0.06;

/// The samples of a tone, one channel at [`RATE`].
pub fn tone(tone: Tone) -> Vec<f32> {
    let notes = notes(tone);
    let secs = notes.iter().map(|note| note.at_secs + note.secs).fold(0.0, f32::max);
    let mut out = vec![0.0; samples(secs)];
    for note in &notes {
        add(note, &mut out);
    }
    let loudest = out.iter().fold(0.0f32, |loudest, sample| loudest.max(sample.abs()));
    if loudest > 0.0 {
        out.iter_mut().for_each(|sample| *sample *= PEAK / loudest);
    }
    out
}

fn add(note: &Note, out: &mut [f32]) {
    let length = samples(note.secs);
    let mut turns = 0.0;
    for (index, sample) in out.iter_mut().skip(samples(note.at_secs)).take(length).enumerate() {
        let time = index as f32 / RATE as f32;
        let share = index as f32 / length as f32;
        let hz = note.from_hz * (note.to_hz / note.from_hz).powf(share);
        turns += hz / RATE as f32;
        let level = level(note.shape, time, share) * ((note.secs - time) / RELEASE_SECS).min(1.0);
        for (multiple, loudness) in PARTS {
            // The higher parts of a bell fade sooner, as they do in a real one.
            let fade = if matches!(note.shape, Shape::Bell) { (-3.0 * (multiple - 1.0) * time).exp() } else { 1.0 };
            *sample += level * loudness * fade * (TAU * turns * multiple).sin();
        }
    }
}

fn level(shape: Shape, time: f32, share: f32) -> f32 {
    match shape {
        Shape::Bell => (time / ATTACK_SECS).min(1.0) * (-4.0 * time).exp(),
        Shape::Swell => (std::f32::consts::PI * share.powf(0.8)).sin().max(0.0),
        Shape::Even => (time / 0.08).min(1.0) * (0.9 - 0.3 * share),
    }
}

#[cfg(test)]
mod tests;
