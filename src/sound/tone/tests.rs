//! Each tone starts and ends in silence, ends before its phase can, and is told from every other.

use super::*;

const ALL: [Tone; 9] =
    [Tone::Step, Tone::PressOn, Tone::Hold, Tone::LetGo, Tone::BreatheIn, Tone::BreatheOut, Tone::Ask, Tone::Stop, Tone::Finish];

/// The shortest time that the plan allows for what a tone begins, in seconds (protocol.ron's ranges).
fn shortest_phase_secs(tone: Tone) -> f32 {
    match tone {
        Tone::PressOn => 2.0,
        Tone::Hold | Tone::LetGo | Tone::BreatheIn | Tone::Step | Tone::Stop => 3.0,
        Tone::BreatheOut => 4.0,
        Tone::Ask | Tone::Finish => f32::INFINITY,
    }
}

#[test]
fn a_tone_begins_and_ends_in_silence_and_is_never_loud() {
    for kind in ALL {
        let samples = tone(kind);
        let loudest = samples.iter().fold(0.0f32, |loudest, sample| loudest.max(sample.abs()));
        assert!((loudest - PEAK).abs() < 1e-3, "{kind:?} peaks at {loudest}");
        assert!(samples.first().unwrap().abs() < 0.005 && samples.last().unwrap().abs() < 0.005, "{kind:?} clicks");
        // The steepest step a sine of 3 kHz at a tenth of the peak could make is far below this.
        let steepest = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
        assert!(steepest < 0.15, "{kind:?} jumps by {steepest}");
    }
}

#[test]
fn a_tone_is_over_before_its_phase_can_be() {
    for kind in ALL {
        let secs = tone(kind).len() as f32 / RATE as f32;
        assert!(secs < shortest_phase_secs(kind), "{kind:?} takes {secs} s");
        assert!(secs <= 2.6, "{kind:?} takes {secs} s");
    }
}

#[test]
fn basic_pitches_stay_where_hearing_lasts() {
    for note in ALL.into_iter().flat_map(notes) {
        for hz in [note.from_hz, note.to_hz] {
            assert!((250.0..=900.0).contains(&hz), "{hz} Hz");
        }
    }
}

/// How loud the tone is in each twentieth of a second of its first 1.6: its rhythm.
fn rhythm(samples: &[f32]) -> Vec<f32> {
    let step = RATE as usize / 20;
    let power = |part: &[f32]| (part.iter().map(|sample| sample * sample).sum::<f32>() / step as f32).sqrt();
    (0..32).map(|index| samples.get(index * step..((index + 1) * step).min(samples.len())).map_or(0.0, power)).collect()
}

/// The basic pitch of each tenth of a second of the first 1.6, as steps of an octave: its melody.
fn melody(samples: &[f32]) -> Vec<f32> {
    let step = RATE as usize / 10;
    let pitch = |part: &[f32]| {
        let strength = |hz: f32| {
            let (mut re, mut im) = (0.0, 0.0);
            for (index, sample) in part.iter().enumerate() {
                let angle = TAU * hz * index as f32 / RATE as f32;
                (re, im) = (re + sample * angle.cos(), im + sample * angle.sin());
            }
            re * re + im * im
        };
        let pitches = (0..44).map(|step| 240.0 * 2f32.powf(step as f32 / 22.0));
        pitches.max_by(|one, other| strength(*one).total_cmp(&strength(*other))).map_or(0.0, |hz| (hz / 240.0).log2())
    };
    let part = |index: usize| samples.get(index * step..(index + 1) * step);
    (0..16).map(|index| part(index).filter(|part| part.iter().any(|s| s.abs() > 0.02)).map_or(-1.0, pitch)).collect()
}

fn apart(one: &[f32], other: &[f32]) -> f32 {
    let unit = |values: &[f32]| values.iter().map(|value| value * value).sum::<f32>().sqrt().max(1e-6);
    let (a, b) = (unit(one), unit(other));
    one.iter().zip(other).map(|(x, y)| (x / a - y / b).powi(2)).sum::<f32>().sqrt()
}

#[test]
fn every_two_tones_differ_in_melody_and_in_rhythm() {
    for (index, one) in ALL.into_iter().enumerate() {
        for other in ALL.into_iter().skip(index + 1) {
            let (a, b) = (tone(one), tone(other));
            let (rhythm, melody) = (apart(&rhythm(&a), &rhythm(&b)), apart(&melody(&a), &melody(&b)));
            assert!(rhythm > 0.2 && melody > 0.2, "{one:?} and {other:?}: rhythm {rhythm:.2}, melody {melody:.2}");
        }
    }
}
