//! One tone and one voice at a time, mixed into one stream.
//!
//! Not a queue: what comes replaces what is there, softly. Invariant: samples lie between -1 and 1, and nothing is
//! cut without a fade.

use super::{PAUSE_SECS, RATE, samples};

/// How loud a tone stays while the voice speaks: there, and no longer in the way.
const UNDER_THE_VOICE: f32 = 0.35;
/// How long the tone has the ear for itself before a voice that comes with it steps in.
const VOICE_WAITS_SECS: f32 = 0.06;
/// How long fading and stepping aside take.
const FADE_SECS: f32 = 0.03;

/// What sounds now.
#[derive(Debug)]
pub struct Mixer {
    tone: Option<Playing>,
    voice: Option<Playing>,
    /// Something was replaced while it sounded: its last moments.
    leaving: Vec<Playing>,
    tone_level: f32,
    volume: f32,
    /// Another program speaks for us, so tones step aside without a voice of ours.
    other_voice: bool,
}

#[derive(Debug)]
struct Playing {
    samples: Vec<f32>,
    /// The next sample; negative while it waits.
    at: isize,
    level: f32,
    /// By how much the level changes each sample.
    slope: f32,
}

impl Playing {
    fn next(&mut self) -> Option<f32> {
        let at = self.at;
        self.at += 1;
        self.level = (self.level + self.slope).clamp(0.0, 1.0);
        if at < 0 {
            return Some(0.0);
        }
        if self.slope < 0.0 && self.level <= 0.0 {
            return None;
        }
        self.samples.get(at as usize).map(|sample| sample * self.level)
    }
}

impl Default for Mixer {
    fn default() -> Self {
        Self { tone: None, voice: None, leaving: Vec::new(), tone_level: 1.0, volume: 1.0, other_voice: false }
    }
}

impl Mixer {
    /// Begins a tone; one that still sounds fades away.
    pub fn play_tone(&mut self, samples: Vec<f32>) {
        let before = self.tone.replace(Playing { samples, at: 0, level: 1.0, slope: 0.0 });
        self.let_go(before);
        self.other_voice = false;
    }

    /// Begins to speak; what was being said fades away.
    pub fn speak(&mut self, spoken: Vec<f32>) {
        let wait = if self.tone.as_ref().is_some_and(|tone| tone.at <= samples(VOICE_WAITS_SECS) as isize) {
            samples(VOICE_WAITS_SECS) as isize
        } else {
            0
        };
        let before = self.voice.replace(Playing { samples: spoken, at: -wait, level: 1.0, slope: 0.0 });
        self.let_go(before);
    }

    /// Says more after what is being said, with a pause between; nothing, if that is over or was cut.
    pub fn speak_on(&mut self, spoken: &[f32]) {
        if let Some(voice) = &mut self.voice {
            voice.samples.resize(voice.samples.len() + samples(PAUSE_SECS), 0.0);
            voice.samples.extend_from_slice(spoken);
        }
    }

    /// Another program speaks the words that belong to this tone.
    pub fn make_room(&mut self) {
        self.other_voice = true;
    }

    /// Falls silent: the voice, or all of it.
    pub fn hush(&mut self, tones_too: bool) {
        let voice = self.voice.take();
        self.let_go(voice);
        if tones_too {
            let tone = self.tone.take();
            self.let_go(tone);
        }
    }

    /// How loud everything is, from 0 to 1.
    pub fn set_volume(&mut self, share: f32) {
        // The ear hears in ratios: half of the slider should sound like half.
        self.volume = share.clamp(0.0, 1.0).powi(2);
    }

    /// Whether nothing sounds and nothing waits to.
    pub fn is_silent(&self) -> bool {
        self.tone.is_none() && self.voice.is_none() && self.leaving.is_empty()
    }

    /// The next samples.
    pub fn fill(&mut self, out: &mut [f32]) {
        out.fill_with(|| self.next());
    }

    fn next(&mut self) -> f32 {
        let step = 1.0 / (FADE_SECS * RATE as f32);
        let speaking = self.other_voice || self.voice.as_ref().is_some_and(|voice| voice.at >= 0);
        let goal = if speaking { UNDER_THE_VOICE } else { 1.0 };
        self.tone_level += (goal - self.tone_level).clamp(-step, step);
        let tone = next_of(&mut self.tone) * self.tone_level;
        let voice = next_of(&mut self.voice);
        let mut sum = tone + voice;
        self.leaving.retain_mut(|playing| playing.next().inspect(|sample| sum += sample).is_some());
        (sum * self.volume).clamp(-1.0, 1.0)
    }

    fn let_go(&mut self, before: Option<Playing>) {
        let Some(mut playing) = before.filter(|playing| playing.at >= 0) else { return };
        playing.slope = -1.0 / (FADE_SECS * RATE as f32);
        self.leaving.push(playing);
    }
}

fn next_of(place: &mut Option<Playing>) -> f32 {
    let sample = place.as_mut().and_then(Playing::next);
    if sample.is_none() {
        *place = None;
    }
    sample.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{session::Tone, sound::tone};

    fn heard(mixer: &mut Mixer, secs: f32) -> Vec<f32> {
        let mut out = vec![0.0; samples(secs)];
        mixer.fill(&mut out);
        out
    }

    fn loudness(part: &[f32]) -> f32 {
        (part.iter().map(|sample| sample * sample).sum::<f32>() / part.len() as f32).sqrt()
    }

    #[test]
    fn a_tone_steps_aside_for_the_voice_and_both_are_heard() {
        let mut mixer = Mixer::default();
        mixer.play_tone(vec![0.4; samples(1.0)]);
        mixer.speak(vec![0.0; samples(1.0)]);
        let out = heard(&mut mixer, 1.0);
        let (before, under) = (loudness(&out[samples(0.02)..samples(0.06)]), loudness(&out[samples(0.3)..samples(0.6)]));
        assert!(under > 0.0 && under < before * 0.5, "{before} then {under}");
    }

    #[test]
    fn a_new_cue_cuts_the_old_voice_softly() {
        let mut mixer = Mixer::default();
        mixer.speak(vec![0.5; samples(5.0)]);
        heard(&mut mixer, 0.5);
        mixer.speak(vec![0.0; samples(1.0)]);
        let out = heard(&mut mixer, 0.2);
        assert!(out[samples(0.1)].abs() < 1e-6, "the old one is gone");
        let steepest = out.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
        assert!(steepest < 0.01, "no click: {steepest}");
        mixer.hush(true);
        heard(&mut mixer, 0.1);
        assert!(mixer.is_silent());
    }

    #[test]
    fn nothing_is_louder_than_full_scale() {
        let mut mixer = Mixer::default();
        mixer.play_tone(vec![1.0; 4_000]);
        mixer.speak(vec![1.0; 4_000]);
        assert!(heard(&mut mixer, 0.3).iter().all(|sample| sample.abs() <= 1.0));
        mixer.set_volume(0.0);
        mixer.play_tone(vec![1.0; 4_000]);
        assert!(heard(&mut mixer, 0.1).iter().all(|sample| *sample == 0.0));
    }

    #[test]
    fn it_falls_silent_by_itself() {
        let mut mixer = Mixer::default();
        assert!(mixer.is_silent());
        mixer.play_tone(tone(Tone::Step));
        heard(&mut mixer, 0.5);
        assert!(!mixer.is_silent());
        heard(&mut mixer, 1.0);
        assert!(mixer.is_silent());
    }
}
