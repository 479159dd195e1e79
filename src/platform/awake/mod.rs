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

use std::sync::mpsc::{self, Receiver, Sender};

use super::Wake;

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
    answers: Receiver<bool>,
}

impl Awake {
    /// Starts the thread that asks; it asks for nothing yet. `wake` is called when an answer is waiting.
    pub fn new(wake: Wake) -> Self {
        #[cfg(target_os = "linux")]
        return Self::with(bus::keep_on, wake);
        #[cfg(not(target_os = "linux"))]
        return Self::with(system::keep_on, wake);
    }

    /// The same with another way to ask. What `ask` returns keeps the screen on until it is dropped.
    fn with<Kept>(ask: impl Fn(&Reason) -> Option<Kept> + Send + 'static, wake: Wake) -> Self {
        let (wishes, wished) = mpsc::channel::<Option<Reason>>();
        let (sender, answers) = mpsc::channel();
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
                if sender.send(kept.is_some()).is_err() {
                    return;
                }
                wake();
            }
        };
        // Without a thread nobody answers, and the screen goes dark as it always did.
        std::thread::Builder::new().name("awake".into()).spawn(keep).ok();
        Self { wishes, answers }
    }

    /// Asks for the screen to stay on.
    pub fn keep_on(&self, reason: Reason) {
        self.wishes.send(Some(reason)).ok();
    }

    /// Lets it go dark again.
    pub fn let_go(&self) {
        self.wishes.send(None).ok();
    }

    /// Whether the desktop keeps it on, once for each time it was asked; `None` when there is no news.
    pub fn answer(&self) -> Option<bool> {
        self.answers.try_recv().ok()
    }
}
