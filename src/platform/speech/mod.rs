//! The system's own voice: speech-dispatcher on Linux, `say` on macOS, Windows speech.
//!
//! Not the recordings of the program. A thread of its own talks to the system, so that a voice that hangs holds nobody.
//!
//! Invariant: what has not begun [`BEGINS_WITHIN`] is called off; a voice that fails, or is late twice running, says so
//! by [`SystemVoice::is_gone`] and is not asked again. Whoever holds it may look for a new one later.

#[cfg(target_os = "linux")]
mod dispatcher;
#[cfg(target_os = "macos")]
mod say;
#[cfg(target_os = "windows")]
mod windows;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::Duration,
};

use super::clock::Clock;
use crate::moment::Moment;

#[cfg(target_os = "linux")]
use self::dispatcher as system;
#[cfg(target_os = "macos")]
use self::say as system;
#[cfg(target_os = "windows")]
use self::windows as system;

/// How soon after its cue a sentence must be heard; one that is later has missed its moment.
const BEGINS_WITHIN: Duration = Duration::from_millis(600);
/// How many sentences in a row may miss it.
const LATE_AT_MOST: u32 = 1;
/// How often a voice that was asked is looked at.
const LOOK: Duration = Duration::from_millis(50);

/// A way to speak. Calls return at once or soon; none of them waits for the end of what is said.
trait Speaker {
    /// Begins to speak; what was being said is called off.
    fn say(&mut self, words: &str, volume: u8) -> Result<(), Unable>;
    /// Whether the sentence asked for last can be heard yet; `true` where that cannot be known.
    fn has_begun(&mut self) -> Result<bool, Unable>;
    /// Calls off what is being said.
    fn hush(&mut self) -> Result<(), Unable>;
    /// An error if the voice has gone away; where that cannot be known it is found out with the next sentence.
    fn is_there(&mut self) -> Result<(), Unable> {
        Ok(())
    }
}

/// The voice does not work, or no longer.
#[derive(Debug, thiserror::Error)]
#[error("the system's voice does not work: {0}")]
struct Unable(String);

impl Unable {
    fn from(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

enum Order {
    Say { words: String, asked: Moment, volume: u8 },
    Hush,
    Look,
}

/// Not known yet, able to speak, not able.
const STARTING: u8 = 0;
const ABLE: u8 = 1;
const UNABLE: u8 = 2;

/// However the thread ends, by a fault too, the voice is gone with it.
struct UnableAtTheEnd(Arc<AtomicU8>);

impl Drop for UnableAtTheEnd {
    fn drop(&mut self) {
        self.0.store(UNABLE, Ordering::Relaxed);
    }
}

/// The way to the thread that talks to the system's voice.
#[derive(Debug)]
pub(super) struct SystemVoice {
    orders: Sender<Order>,
    state: Arc<AtomicU8>,
}

impl SystemVoice {
    /// Starts to look for a voice that speaks a language.
    pub(super) fn start(clock: Clock, language: &str) -> Option<Self> {
        let (orders, taken) = mpsc::channel();
        let state = Arc::new(AtomicU8::new(STARTING));
        let (told, language) = (UnableAtTheEnd(Arc::clone(&state)), language.to_owned());
        let talker = move || {
            // Why it is not able is of no use to whoever lies on the floor: the recordings take over.
            if let Ok(speaker) = system::open(&language) {
                told.0.store(ABLE, Ordering::Relaxed);
                talk(speaker, &taken, clock).ok();
            }
        };
        std::thread::Builder::new().name("speech".into()).spawn(talker).ok()?;
        Some(Self { orders, state })
    }

    /// Whether it is worth asking.
    pub(super) fn can_speak(&self) -> bool {
        self.state.load(Ordering::Relaxed) == ABLE
    }

    /// Whether it does not work, or no longer; it stays so.
    pub(super) fn is_gone(&self) -> bool {
        self.state.load(Ordering::Relaxed) == UNABLE
    }

    /// Speaks; what it was saying is called off.
    pub(super) fn say(&self, words: &str, asked: Moment, volume: u8) {
        self.orders.send(Order::Say { words: words.to_owned(), asked, volume }).ok();
    }

    /// Has it look whether the voice is there, so that its loss shows before the next sentence is lost too.
    pub(super) fn look(&self) {
        self.orders.send(Order::Look).ok();
    }

    /// Calls off what it is saying.
    pub(super) fn hush(&self) {
        self.orders.send(Order::Hush).ok();
    }
}

fn talk(mut speaker: impl Speaker, orders: &Receiver<Order>, clock: Clock) -> Result<(), Unable> {
    let mut waiting_since = None;
    let mut late = 0;
    loop {
        let order = match waiting_since {
            Some(_) => orders.recv_timeout(LOOK),
            None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        let now = clock.now().moment;
        match order {
            Ok(Order::Say { words, asked, volume }) => {
                if now.since(asked) <= super::sound::TOO_LATE {
                    speaker.say(&words, volume)?;
                    waiting_since = Some(asked);
                }
            }
            Ok(Order::Hush) => {
                speaker.hush()?;
                waiting_since = None;
            }
            Ok(Order::Look) => speaker.is_there()?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return speaker.hush(),
        }
        if let Some(asked) = waiting_since {
            if speaker.has_begun()? {
                (waiting_since, late) = (None, 0);
            } else if now.since(asked) > BEGINS_WITHIN {
                speaker.hush()?;
                (waiting_since, late) = (None, late + 1);
                if late > LATE_AT_MOST {
                    return Err(Unable("it begins too late".to_owned()));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
