//! Keeps the screen on while a session runs, as the desktop allows.
//!
//! Not a decision: it is told when to begin and when to end. On Linux the session bus is asked, elsewhere a kept
//! crate asks the system. Everything is done in a thread of its own, because a desktop may take its time.
//!
//! Invariant: what was asked for is taken back when it is told so, and ends with the program in any case: the
//! desktop drops the wish of a program that has gone.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(not(target_os = "linux"))]
mod system;
#[cfg(all(test, target_os = "linux"))]
mod tests;

use std::sync::mpsc::{self, Sender};

use super::reply::Feed;

/// Who asks the desktop, and why: a person may see both in its list of what keeps the screen on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The program's name.
    pub program: String,
    /// Why, in a few words.
    pub why: String,
}

/// The wish that the screen stays on; there is one in the program.
#[derive(Debug)]
pub struct Awake {
    wishes: Sender<Option<Reason>>,
}

impl Awake {
    /// Starts the thread that asks; it asks for nothing yet. `answers` hears whether the desktop keeps the screen on,
    /// once for each time it was asked.
    pub fn new(answers: Feed<bool>) -> Self {
        #[cfg(target_os = "linux")]
        return Self::with(bus::keep_on, answers);
        #[cfg(not(target_os = "linux"))]
        return Self::with(system::keep_on, answers);
    }

    /// The same with another way to ask. What `ask` returns keeps the screen on until it is dropped.
    fn with<Kept>(ask: impl Fn(&Reason) -> Option<Kept> + Send + 'static, answers: Feed<bool>) -> Self {
        let (wishes, wished) = mpsc::channel::<Option<Reason>>();
        let keep = move || {
            let mut kept = None;
            while let Ok(wish) = wished.recv() {
                let Some(reason) = wish else {
                    kept = None;
                    continue;
                };
                if kept.is_none() {
                    kept = ask(&reason);
                }
                answers.tell(kept.is_some());
            }
        };
        // Without a thread the feed ends, and the screen goes dark as it always did.
        std::thread::Builder::new().name("awake".into()).spawn(keep).ok();
        Self { wishes }
    }

    /// Asks for the screen to stay on.
    pub fn keep_on(&self, reason: Reason) {
        self.wishes.send(Some(reason)).ok();
    }

    /// Lets it go dark again.
    pub fn let_go(&self) {
        self.wishes.send(None).ok();
    }
}
