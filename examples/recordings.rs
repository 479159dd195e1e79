//! Writes all recordings into a folder for `tools/listen-to-voice`: `recordings FOLDER [LANGUAGE]`, English if none is named.
//!
//! `voice.f32` has their samples one after the other, as 32-bit floats, and `voice.txt` a line for each: how many samples,
//! a tab, the sentence. It also says how long it took to decode them all.

use std::{error::Error, fmt::Write, path::PathBuf, time::Instant};

use gentleback::content::FALLBACK;
use gentleback::sound::{RATE, Recordings};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("recordings FOLDER")?);
    let language = std::env::args().nth(2).unwrap_or_else(|| FALLBACK.to_owned());
    let recordings = Recordings::shipped(&language).ok_or("no recordings")?;
    let (mut samples, mut list) = (Vec::new(), String::new());
    let start = Instant::now();
    for recording in recordings.all() {
        let spoken = recordings.speak(&recording.text).ok_or("a recording that can not be decoded")?;
        writeln!(list, "{}\t{}", spoken.len(), recording.text)?;
        samples.extend(spoken);
    }
    let secs = samples.len() as f64 / f64::from(RATE);
    eprintln!("{} recordings, {secs:.0} s, decoded in {:.2} s", list.lines().count(), start.elapsed().as_secs_f64());
    let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    std::fs::write(folder.join("voice.f32"), bytes)?;
    std::fs::write(folder.join("voice.txt"), list)?;
    Ok(())
}
