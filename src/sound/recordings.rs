//! The voice that travels with the program: one recording for each sentence that a session says.
//!
//! Not the system's voice. `tools/record-voice` makes the two files: `voice.ron` lists the sentences, `voice.pack`
//! holds their Vorbis packets one after the other, with the decoder's two headers once at its beginning.
//!
//! Invariant: a text is spoken whole or not at all; nothing is decoded before it is asked for.

use std::collections::BTreeMap;

use serde::Deserialize;
use symphonia_codec_vorbis::VorbisDecoder;
use symphonia_core::{
    audio::{Audio, GenericAudioBufferRef},
    codecs::audio::{AudioCodecParameters, AudioDecoder, AudioDecoderOptions, well_known::CODEC_ID_VORBIS},
    packet::PacketRef,
    units::{Duration, Timestamp},
};

use super::{PAUSE_SECS, RATE, lines_of, samples};

/// A language's folder, its list and its pack.
type Shipped = (&'static str, &'static str, &'static [u8]);

/// Each language that has a voice, as `build.rs` found them.
const SHIPPED: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/voices.rs"));

/// Where a sentence lies in the pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// The sentence.
    pub text: String,
    /// Where its first byte lies in the pack.
    pub at: usize,
    /// How many bytes it takes.
    pub bytes: usize,
    /// How many samples it has at [`RATE`].
    pub samples: usize,
}

/// The recordings of one language.
#[derive(Debug)]
pub struct Recordings {
    lines: BTreeMap<String, Recording>,
    pack: &'static [u8],
}

impl Recordings {
    /// The recordings that the program has of a language; `None` if it has none.
    pub fn shipped(language: &str) -> Option<Self> {
        let (_, list, pack) = SHIPPED.iter().find(|(name, ..)| *name == language)?;
        let list: Vec<Recording> = ron::from_str(list).ok()?;
        Some(Self { lines: list.into_iter().map(|line| (line.text.clone(), line)).collect(), pack })
    }

    /// The languages that the program has recordings of.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(language, ..)| *language)
    }

    /// Every recording, by its sentence.
    pub fn all(&self) -> impl Iterator<Item = &Recording> {
        self.lines.values()
    }

    /// How long a text takes; `None` if a sentence of it is not there.
    pub fn secs(&self, text: &str) -> Option<f32> {
        let lines = lines_of(text);
        let spoken: usize = lines.iter().map(|line| self.lines.get(*line).map(|line| line.samples)).sum::<Option<_>>()?;
        Some((spoken + lines.len().saturating_sub(1) * samples(PAUSE_SECS)) as f32 / RATE as f32)
    }

    /// The samples of a text; `None` if a sentence of it is not there.
    pub fn speak(&self, text: &str) -> Option<Vec<f32>> {
        let lines: Vec<_> = lines_of(text).into_iter().map(|line| self.lines.get(line)).collect::<Option<_>>()?;
        let mut decoder = Decoder::new(self.pack)?;
        let mut spoken = Vec::new();
        for line in lines {
            if !spoken.is_empty() {
                spoken.resize(spoken.len() + samples(PAUSE_SECS), 0.0);
            }
            spoken.extend(decoder.decode(self.pack.get(line.at..line.at + line.bytes)?, line.samples)?);
        }
        Some(spoken).filter(|spoken| !spoken.is_empty())
    }
}

/// The decoder, made ready with the two headers that all recordings share.
struct Decoder(VorbisDecoder);

impl Decoder {
    fn new(mut pack: &[u8]) -> Option<Self> {
        // It takes both headers in one piece, as they stand.
        let headers = [packet(&mut pack)?, packet(&mut pack)?].concat();
        let mut what = AudioCodecParameters::new();
        what.for_codec(CODEC_ID_VORBIS).with_extra_data(headers.into_boxed_slice());
        VorbisDecoder::try_new(&what, &AudioDecoderOptions::default()).ok().map(Self)
    }

    fn decode(&mut self, mut packets: &[u8], length: usize) -> Option<Vec<f32>> {
        self.0.reset();
        let mut out: Vec<f32> = Vec::with_capacity(length);
        while !packets.is_empty() {
            let packet = PacketRef::new(0, Timestamp::default(), Duration::default(), packet(&mut packets)?);
            let GenericAudioBufferRef::F32(heard) = self.0.decode_ref(&packet).ok()? else { return None };
            (heard.spec().rate() == RATE).then_some(())?;
            // The first packet only makes the second one ready, and gives no samples itself.
            out.extend(heard.plane(0).unwrap_or_default());
        }
        out.resize(length, 0.0);
        Some(out)
    }
}

/// Takes a packet off the front: two bytes of length, lowest first, and the packet.
fn packet<'a>(pack: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = pack.split_at_checked(2)?;
    let length = usize::from(u16::from_le_bytes(length.try_into().ok()?));
    let (packet, rest) = rest.split_at_checked(length)?;
    *pack = rest;
    Some(packet)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The recordings of each language.
    fn all() -> Vec<(&'static str, Recordings)> {
        Recordings::languages().filter_map(|language| Some((language, Recordings::shipped(language)?))).collect()
    }

    #[test]
    fn every_recording_can_be_heard() {
        for (language, recordings) in all() {
            assert!(recordings.lines.len() > 50, "{language}");
            for line in recordings.all() {
                let heard = recordings.speak(&line.text).unwrap_or_else(|| panic!("{}", line.text));
                assert_eq!(heard.len(), line.samples, "{}", line.text);
                let loudest = heard.iter().fold(0.0f32, |loudest, sample| loudest.max(sample.abs()));
                assert!((0.2..=0.95).contains(&loudest), "{}: peaks at {loudest}", line.text);
                let end = &heard[heard.len().saturating_sub(48)..];
                assert!(heard[0].abs() < 0.05 && end.iter().all(|sample| sample.abs() < 0.05), "{} clicks", line.text);
            }
        }
    }

    /// How long a voice takes for a letter, beside what it takes for any word at all.
    const SECS_A_LETTER: std::ops::RangeInclusive<f32> = 0.03..=0.17;
    const SECS_AT_LEAST: f32 = 0.25;
    /// A word with fewer letters may be any length that can be heard.
    const LETTERS_MEASURED: usize = 6;

    #[test]
    fn every_recording_is_one_unbroken_sentence_of_a_plausible_length() {
        let loudness = |part: &[f32]| (part.iter().map(|sample| sample * sample).sum::<f32>() / part.len().max(1) as f32).sqrt();
        let mut wrong = Vec::new();
        for (language, recordings) in all() {
            for line in recordings.all() {
                let heard = recordings.speak(&line.text).unwrap();
                let letters = line.text.chars().filter(|letter| letter.is_alphanumeric()).count();
                let pace = (heard.len() as f32 / RATE as f32 - SECS_AT_LEAST) / letters as f32;
                // In steps of 50 milliseconds: how long the longest silence in it is, and how loud its two ends are.
                let steps: Vec<f32> = heard.chunks(samples(0.05)).map(loudness).collect();
                let silent = steps.split(|step| *step > 0.004).map(<[f32]>::len).max().unwrap_or_default();
                let faults = [
                    (letters >= LETTERS_MEASURED && !SECS_A_LETTER.contains(&pace), format!("{pace:.3} seconds a letter")),
                    (heard.len() < samples(0.2), "is hardly a sound".to_owned()),
                    (!(0.04..=0.25).contains(&loudness(&heard)), format!("{:.3} loud", loudness(&heard))),
                    (silent > 16, format!("silent for {silent} steps")),
                    (!steps.iter().take(6).any(|step| *step > 0.02), "begins late".to_owned()),
                    (!steps.last().is_some_and(|step| *step < 0.06), "ends in the middle of a sound".to_owned()),
                ];
                let faults = faults.into_iter().filter_map(|(is_so, what)| is_so.then_some(what));
                wrong.extend(faults.map(|what| format!("{language}: {}: {what}", line.text)));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_text_is_spoken_whole_or_not_at_all() {
        let recordings = Recordings::shipped("en").unwrap();
        let two = "Hold. Breathe out slowly.";
        let parts: f32 = lines_of(two).into_iter().map(|line| recordings.secs(line).unwrap()).sum();
        assert!((recordings.secs(two).unwrap() - parts - PAUSE_SECS).abs() < 0.01);
        assert!(recordings.speak("Hold. This was never said.").is_none());
        assert!(recordings.speak("").is_none());
        assert!(Recordings::shipped("xx").is_none());
    }

    #[test]
    fn a_torn_pack_is_silence_not_a_fault() {
        let recordings = Recordings::shipped("en").unwrap();
        let torn = Recordings { lines: recordings.lines.clone(), pack: &recordings.pack[..300] };
        assert!(torn.speak("Hold.").is_none());
    }
}
