//! The system's voice on Linux: speech-dispatcher, over its socket.
//!
//! Invariant: every answer is waited for a bounded time; the pretended module that speech-dispatcher falls back to
//! when it has no voice is not taken for one.

use std::{io, time::Duration};

use ssip_client_async::{
    Client, ClientError, ClientName, ClientScope, MessageScope, NotificationType, Priority, Response,
    fifo::synchronous::{Builder, UnixStream},
};

use super::{Speaker, Unable};

/// How long one look for an answer or for news takes at most.
const GLANCE: Duration = Duration::from_millis(30);
/// How many looks an answer is worth: 600 milliseconds.
const LOOKS: usize = 20;
/// What speech-dispatcher calls the module that only says that there is no voice.
const PRETENDED: &str = "dummy";
/// Slower than everyday speech, on a scale from -100 to 100.
const RATE: i8 = -15;

/// A connection.
pub(super) struct Dispatcher {
    client: Client<UnixStream>,
    begun: bool,
}

/// Connects, starting the daemon if it does not run.
pub(super) fn open(language: &str) -> Result<Dispatcher, Unable> {
    let mut builder = Builder::new();
    builder.timeout(GLANCE);
    let client = builder.build().or_else(|_| builder.with_spawn().and_then(Builder::build)).map_err(Unable::from)?;
    let mut dispatcher = Dispatcher { client, begun: true };
    dispatcher.set_up(language)?;
    Ok(dispatcher)
}

/// Nothing has come yet.
fn is_nothing_yet(error: &ClientError) -> bool {
    matches!(error, ClientError::Io(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut))
}

impl Dispatcher {
    fn set_up(&mut self, language: &str) -> Result<(), Unable> {
        self.client.set_client_name(ClientName::new("user", "gentleback")).map_err(Unable::from)?;
        self.answer()?;
        self.client.list_output_modules().map_err(Unable::from)?;
        match self.answer()? {
            Response::OutputModulesListSent(modules) if modules.iter().any(|module| module != PRETENDED) => {}
            _ => return Err(Unable("speech-dispatcher has no voice".to_owned())),
        }
        self.client.set_language(ClientScope::Current, language).map_err(Unable::from)?;
        self.answer()?;
        self.client.set_rate(ClientScope::Current, RATE).map_err(Unable::from)?;
        self.answer()?;
        self.client.set_priority(Priority::Text).map_err(Unable::from)?;
        self.answer()?;
        self.client.set_notification(NotificationType::Begin, true).map_err(Unable::from)?;
        self.answer().map(drop)
    }

    /// The answer to what was sent; news of sentences on the way is taken in.
    fn answer(&mut self) -> Result<Response, Unable> {
        for _ in 0..LOOKS {
            match self.client.receive() {
                Ok(Response::EventBegin(_)) => self.begun = true,
                Ok(Response::EventEnd(_) | Response::EventCanceled(_) | Response::EventPaused(_)) => {}
                Ok(Response::EventResumed(_) | Response::EventIndexMark(..)) => {}
                Ok(answer) => return Ok(answer),
                Err(error) if is_nothing_yet(&error) => {}
                Err(error) => return Err(Unable::from(error)),
            }
        }
        Err(Unable("speech-dispatcher does not answer".to_owned()))
    }
}

/// From 0..=100 to speech-dispatcher's -100..=100, by the same law as the recordings: the ear hears in ratios.
fn scaled(percent: u8) -> i8 {
    let percent = i16::from(percent.min(100));
    i8::try_from(percent * percent / 50 - 100).unwrap_or(0)
}

impl Speaker for Dispatcher {
    fn say(&mut self, words: &str, volume: u8) -> Result<(), Unable> {
        self.hush()?;
        self.client.set_volume(ClientScope::Current, scaled(volume)).map_err(Unable::from)?;
        self.answer()?;
        self.client.speak().map_err(Unable::from)?;
        self.answer()?;
        self.client.send_line(words).map_err(Unable::from)?;
        // Before the answer: the news may come first.
        self.begun = false;
        self.answer().map(drop)
    }

    fn has_begun(&mut self) -> Result<bool, Unable> {
        if !self.begun {
            self.is_there()?;
        }
        Ok(self.begun)
    }

    fn is_there(&mut self) -> Result<(), Unable> {
        match self.client.receive() {
            Ok(Response::EventBegin(_)) => self.begun = true,
            Ok(_) => {}
            Err(error) if is_nothing_yet(&error) => {}
            Err(error) => return Err(Unable::from(error)),
        }
        Ok(())
    }

    fn hush(&mut self) -> Result<(), Unable> {
        self.client.cancel(MessageScope::Last).map_err(Unable::from)?;
        self.answer().map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_volume_goes_from_silence_to_all_and_half_of_the_slider_is_a_quarter() {
        assert_eq!([0, 50, 100, 255].map(scaled), [-100, -50, 100, 100]);
    }
}
