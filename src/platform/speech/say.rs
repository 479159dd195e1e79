//! The system's voice on macOS: the command `say`, one process for a sentence.
//!
//! Invariant: at most one of them runs.

use std::process::{Child, Command, Stdio};

use super::super::process;
use super::{Speaker, Unable};

/// How long the list of voices may take.
const LISTED_WITHIN: std::time::Duration = std::time::Duration::from_secs(10);

/// Words a minute, slower than the usual 175.
const WORDS_A_MINUTE: &str = "150";

/// The sentence that is being said.
pub(super) struct Say {
    saying: Option<Child>,
}

/// Looks whether there is such a command.
pub(super) fn open(_language: &str) -> Result<Say, Unable> {
    let listed = process::output(Command::new("say").args(["-v", "?"]), LISTED_WITHIN);
    match listed {
        Ok(listed) if listed.status.success() => Ok(Say { saying: None }),
        Ok(listed) => Err(Unable::from(listed.status)),
        Err(error) => Err(Unable::from(error)),
    }
}

impl Speaker for Say {
    fn say(&mut self, words: &str, volume: u8) -> Result<(), Unable> {
        self.hush()?;
        // The command has no switch for it; the voice itself takes it inside the text.
        let text = format!("[[volm {:.2}]] {words}", f32::from(volume.min(100)) / 100.0);
        let mut command = Command::new("say");
        command.args(["-r", WORDS_A_MINUTE, "--"]).arg(text);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        self.saying = Some(child.map_err(Unable::from)?);
        Ok(())
    }

    fn has_begun(&mut self) -> Result<bool, Unable> {
        Ok(true)
    }

    fn hush(&mut self) -> Result<(), Unable> {
        if let Some(mut child) = self.saying.take() {
            child.kill().ok();
            child.wait().map_err(Unable::from)?;
        }
        Ok(())
    }
}

impl Drop for Say {
    fn drop(&mut self) {
        self.hush().ok();
    }
}
