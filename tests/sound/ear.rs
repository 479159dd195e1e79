//! Finds tones and words in a recording, by what they must sound like.
//!
//! A matched filter, first on a part of the samples, then on all of them around the best place. Words can be taken out
//! of a recording once they are found, so that what sounded under them can be heard too.

use gentleback::sound::RATE;

/// The first search looks at every n-th sample: quick enough without optimisation.
const COARSE: usize = 12;

/// Something that was looked for, and where it was found best.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// Its first sample.
    at: usize,
    /// When it begins, in seconds from the start of the recording.
    pub at_secs: f64,
    /// How alike the two are there, from 0 to 1.
    pub likeness: f32,
}

/// A recording, made ready to be searched.
pub struct Ear {
    samples: Vec<f32>,
    coarse: Vec<f32>,
}

impl Ear {
    /// Listens to samples at [`RATE`].
    pub fn new(samples: Vec<f32>) -> Self {
        let coarse = coarse(&samples);
        Self { samples, coarse }
    }

    /// Where a sound begins best between two times.
    pub fn find(&self, sound: &[f32], from_secs: f64, to_secs: f64) -> Option<Found> {
        let place = |secs: f64| (secs.max(0.0) * f64::from(RATE)) as usize;
        let rough = best(&self.coarse, &coarse(sound), place(from_secs) / COARSE, place(to_secs) / COARSE)?.0 * COARSE;
        let (at, likeness) = best(&self.samples, sound, rough.saturating_sub(COARSE), rough + COARSE)?;
        Some(Found { at, at_secs: at as f64 / f64::from(RATE), likeness })
    }

    /// The recording without a sound that was found in it.
    pub fn without(&self, sound: &[f32], found: Found) -> Self {
        let mut samples = self.samples.clone();
        let heard = &mut samples[found.at..found.at + sound.len()];
        let gain = product(heard, sound) / product(sound, sound);
        heard.iter_mut().zip(sound).for_each(|(heard, sound)| *heard -= gain * sound);
        Self::new(samples)
    }

    /// How loud it is between two times, at its loudest.
    pub fn loudest(&self, from_secs: f64, to_secs: f64) -> f32 {
        let place = |secs: f64| ((secs.max(0.0) * f64::from(RATE)) as usize).min(self.samples.len());
        self.samples[place(from_secs)..place(to_secs)].iter().fold(0.0, |loudest, sample| loudest.max(sample.abs()))
    }
}

/// The place from `first` to `last` where a sound is most alike, and how much.
fn best(samples: &[f32], sound: &[f32], first: usize, last: usize) -> Option<(usize, f32)> {
    let last = last.min(samples.len().checked_sub(sound.len())?);
    let energy = product(sound, sound);
    let likeness = |at: usize| {
        let heard = &samples[at..at + sound.len()];
        product(heard, sound) / (product(heard, heard) * energy).sqrt().max(1e-6)
    };
    (first..=last).map(|at| (at, likeness(at))).max_by(|one, other| one.1.total_cmp(&other.1))
}

fn product(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// Fewer samples, each the mean of the ones it stands for.
fn coarse(samples: &[f32]) -> Vec<f32> {
    samples.chunks(COARSE).map(|part| part.iter().sum::<f32>() / part.len() as f32).collect()
}
