//! The loudspeaker: tones and words are handed over here and heard within a few hundredths of a second, or not at all.
//!
//! Not the choice of what sounds: the shell hands over a [`Request`]. One thread plays; whoever calls never waits.
//!
//! Invariant: a request that is older than [`TOO_LATE`] when its turn comes is dropped, never queued; a new one cuts
//! the voice of the one before. Where there is no sound, that is said once, and tried again until there is; a fault in
//! the thread that plays costs the sound of that moment, and is taken for a lost loudspeaker.

#[cfg(not(target_os = "linux"))]
mod device;
#[cfg(target_os = "linux")]
mod pulse;
mod worker;

use std::{
    cell::{Cell, RefCell},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{self, Receiver, Sender},
    time::Duration,
};

use self::worker::Worker;
use super::{clock::Clock, reply::Feed};
use crate::{moment::Moment, session::Tone};

#[cfg(not(target_os = "linux"))]
use self::device as output;
#[cfg(target_os = "linux")]
use self::pulse as output;

/// A cue that could not begin by then is not begun: the person has already acted on the picture.
pub const TOO_LATE: Duration = Duration::from_millis(300);

/// What is to be heard, all of it from now.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// When it was asked for.
    pub asked: Moment,
    /// The tone that comes first.
    pub tone: Option<Tone>,
    /// The words, if they are to be spoken.
    pub words: Option<String>,
    /// How much time there is for the words; sentences at the end that do not fit are left out.
    pub time_budget: Option<Duration>,
    /// How loud, in percent.
    pub volume: u8,
    /// Whose voice, where both can speak.
    pub prefer: Prefer,
}

/// Whose voice is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoiceKind {
    /// The system's own.
    System,
    /// The recordings that came with the program.
    Recordings,
    /// Neither: there is none for this language.
    None,
}

/// What the loudspeaker reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// There is sound, or there is none (any more).
    Output(bool),
    /// Whose voice speaks from now on.
    Voice(VoiceKind),
}

/// Which voice is taken where both can speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// The system's, and the recordings where there is none.
    System,
    /// The recordings, and the system's where a sentence is missing.
    Recordings,
}

pub(super) enum Order {
    Play(Request),
    Hush,
    KeepReady(Option<Prefer>),
    Speak(String),
}

/// The way to the thread that plays.
#[derive(Debug)]
pub struct Sound {
    orders: Option<Sender<Order>>,
}

impl Sound {
    /// Starts the thread; it opens nothing before it is needed. Without a thread there is no sound, and nothing else:
    /// the feed ends.
    pub fn start(clock: Clock, language: &str, reports: Feed<Report>) -> Self {
        let (orders, taken) = mpsc::channel();
        let language = language.to_owned();
        let play = move || play_on(&taken, &reports, clock, language);
        let started = std::thread::Builder::new().name("sound".into()).spawn(play);
        Self { orders: started.is_ok().then_some(orders) }
    }

    /// Lets a request be heard.
    pub fn play(&self, request: Request) {
        self.order(Order::Play(request));
    }

    /// Falls silent.
    pub fn hush(&self) {
        self.order(Order::Hush);
    }

    /// Keeps the way to the loudspeaker open, so that the next tone comes at once, and the voice at hand; `None` lets go.
    pub fn keep_ready(&self, voice: Option<Prefer>) {
        self.order(Order::KeepReady(voice));
    }

    /// Speaks another language from now on.
    pub fn speak(&self, language: &str) {
        self.order(Order::Speak(language.to_owned()));
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            orders.send(order).ok();
        }
    }
}

/// What outlives a worker.
pub(super) struct Asked {
    /// Whose voice is to be at hand.
    ready: Cell<Option<Prefer>>,
    /// Which language is spoken.
    language: RefCell<String>,
}

/// How many faults in a row the thread that plays may have before it is given up.
const FAULTS_AT_MOST: u32 = 3;

/// Plays until the program ends. After a fault a new worker goes on with the next order, as after a lost loudspeaker.
fn play_on(orders: &Receiver<Order>, reports: &Feed<Report>, clock: Clock, language: String) {
    // What was last asked to be at hand stays asked, and so does the language.
    let asked = Asked { ready: Cell::new(None), language: RefCell::new(language) };
    for _ in 0..FAULTS_AT_MOST {
        let run = || Worker::new(clock, asked.language.borrow().clone()).run(orders, reports, &asked);
        if catch_unwind(AssertUnwindSafe(run)).is_ok() {
            return;
        }
        reports.tell(Report::Output(false));
    }
}
