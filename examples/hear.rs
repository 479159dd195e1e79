//! Listens to a loudspeaker while the program runs, and tells when each cue's tone and words were heard.
//!
//!     parec --raw --format=float32le --channels=1 --rate=24000 --latency-msec=10 | hear CUES [RECORDING.wav]
//!
//! CUES is what the program said on its error stream with `GENTLEBACK_TIMING=1`: a line for each cue, with the time at
//! which it was due. `tools/hear-session.sh` puts it all together.

use std::{
    error::Error,
    io::{Read, Write},
    time::{SystemTime, UNIX_EPOCH},
};

use gentleback::{
    session::Tone,
    sound::{Mixer, RATE, Recordings, lines_of, tone},
};

#[path = "../tests/sound/ear.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod ear;

use ear::Ear;

const TONES: [Tone; 9] =
    [Tone::Step, Tone::PressOn, Tone::Hold, Tone::LetGo, Tone::BreatheIn, Tone::BreatheOut, Tone::Ask, Tone::Stop, Tone::Finish];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let cues = arguments.next().ok_or("hear CUES [RECORDING.wav]")?;
    let (samples, began_secs) = record()?;
    if let Some(path) = arguments.next() {
        std::fs::write(path, wav(&samples))?;
    }
    let recordings = Recordings::shipped("en").ok_or("no recordings")?;
    let ear = Ear::new(samples);
    let mut worst = 0.0f64;
    println!("  due (s)  cue              heard            at (s)   error  alike");
    for line in std::fs::read_to_string(cues)?.lines() {
        // cue SECONDS NAME TONE WORDS
        let mut parts = line.splitn(5, ' ');
        let (Some("cue"), Some(due), Some(name), Some(kind)) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let (due, words) = (due.parse::<f64>()? - began_secs, parts.next().unwrap_or_default());
        let mut row = |heard: &str, found: Option<ear::Found>| match found {
            Some(found) => {
                let error = (found.at_secs - due) * 1e3;
                worst = worst.max(error.abs());
                println!("{due:9.3}  {name:<15}  {heard:<15} {:8.3} {error:+5.0} ms  {:.2}", found.at_secs, found.likeness);
            }
            None => println!("{due:9.3}  {name:<15}  {heard:<15} not heard"),
        };
        let spoken = lines_of(words).first().and_then(|first| recordings.speak(first));
        let word = spoken.as_ref().and_then(|spoken| ear.find(spoken, due - 0.2, due + 0.4)).filter(|word| word.likeness > 0.5);
        let under = spoken.as_ref().zip(word).map(|(spoken, word)| ear.without(spoken, word));
        let ear = under.as_ref().unwrap_or(&ear);
        if kind != "-" {
            let near = |kind: Tone| ear.find(&beside_a_voice(kind, word.is_some()), due - 0.2, due + 0.4);
            let found = TONES.into_iter().filter_map(|kind| Some((kind, near(kind)?)));
            let best = found.max_by(|one, other| one.1.likeness.total_cmp(&other.1.likeness));
            let best = best.filter(|(tone, found)| format!("{tone:?}") == kind && found.likeness > 0.5);
            row(&format!("tone {kind}"), best.map(|(_, found)| found));
        }
        if let Some(first) = lines_of(words).first() {
            row(&format!("{first:.15}"), word);
        }
    }
    println!("worst error: {worst:.0} ms");
    Ok(())
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

/// What comes in until it ends, and when its first sample sounded, in seconds of the wall clock.
fn record() -> Result<(Vec<f32>, f64), Box<dyn Error>> {
    let (mut bytes, mut buffer, mut began) = (Vec::new(), [0; 4096], f64::INFINITY);
    loop {
        let length = std::io::stdin().read(&mut buffer)?;
        if length == 0 {
            break;
        }
        bytes.extend_from_slice(buffer.get(..length).unwrap_or_default());
        // It was made at the latest when the least delayed of all parts says so.
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
        began = began.min(now - bytes.len() as f64 / 4.0 / f64::from(RATE));
    }
    let samples = bytes.chunks_exact(4).filter_map(|bytes| Some(f32::from_le_bytes(bytes.try_into().ok()?)));
    Ok((samples.collect(), began))
}

/// A WAV file of 16 bits.
fn wav(samples: &[f32]) -> Vec<u8> {
    let data: Vec<u8> = samples.iter().flat_map(|sample| ((sample * 32767.0) as i16).to_le_bytes()).collect();
    let mut out = Vec::with_capacity(data.len() + 44);
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    out.write_all(b"RIFF").ok();
    out.extend(length.saturating_add(36).to_le_bytes());
    out.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    out.extend(RATE.to_le_bytes());
    out.extend((RATE * 2).to_le_bytes());
    out.extend(b"\x02\0\x10\0data");
    out.extend(length.to_le_bytes());
    out.extend(data);
    out
}
