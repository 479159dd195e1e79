//! The thread that plays: one tone and one voice at a time, and the way to the loudspeaker, opened and reopened.
//!
//! Not the loudspeaker itself: see `pulse.rs` and `device.rs`. Invariant: it waits for the loudspeaker, never for long;
//! what came too late in the meantime is dropped.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::Duration,
};

use super::{
    Asked, Order, Prefer, Report, Request, TOO_LATE, VoiceKind,
    output::{self, Output},
};
use crate::{
    moment::Moment,
    platform::{clock::Clock, reply::Feed, speech::SystemVoice},
    session::Tone,
    sound::{Mixer, Recordings, lines_of, tone},
};

/// Between two tries to reach the loudspeaker: at first soon, then less and less often.
const RETRY_FIRST: Duration = Duration::from_millis(500);
const RETRY_MOST: Duration = Duration::from_secs(8);
/// How long an answer of the sound server is waited for; a server that hangs is no server.
const ANSWER_WITHIN: Duration = Duration::from_secs(2);
/// How often a way that is open is looked after.
const LOOK_AFTER: Duration = Duration::from_millis(250);
/// How long the way stays open after the last sound, outside a session.
const STAYS_OPEN: Duration = Duration::from_secs(3);
/// Between two looks for a system's voice that failed: at first soon, then less and less often, because a voice that
/// comes back only to be late costs a sentence each time.
const VOICE_AGAIN_FIRST: Duration = Duration::from_secs(3);
const VOICE_AGAIN_MOST: Duration = Duration::from_secs(120);
/// A loudspeaker that asked for nothing for so long, with something to play, has gone silent.
const STALLED: Duration = Duration::from_millis(1_500);

/// What sounds, shared with the loudspeaker's own thread.
#[derive(Debug, Default)]
pub(in crate::platform) struct Shared {
    mixer: Mixer,
    /// Samples taken so far: the loudspeaker's sign of life.
    taken: u64,
}

/// The loudspeaker's side: fills a buffer with what comes next.
pub(in crate::platform) fn fill(shared: &Mutex<Shared>, out: &mut [f32]) {
    let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
    shared.taken += out.len() as u64;
    shared.mixer.fill(out);
}

pub(super) struct Worker {
    clock: Clock,
    language: String,
    /// What is to be reported after this order.
    to_tell: Vec<Report>,
    shared: Arc<Mutex<Shared>>,
    output: Option<Output>,
    /// One that was asked for and has not come yet.
    opening: Option<Receiver<Option<Output>>>,
    /// The program wants to be heard soon: a session is on.
    ready: bool,
    last_used: Option<Moment>,
    retry_at: Moment,
    retry: Duration,
    /// Samples taken when the loudspeaker last gave a sign of life, and when that was.
    alive: (u64, Moment),
    told_output: Option<bool>,
    told_voice: Option<VoiceKind>,
    recordings: Option<Option<Recordings>>,
    /// Each tone, once it was needed.
    tones: HashMap<Tone, Vec<f32>>,
    system: Option<SystemVoice>,
    /// What it was asked to say last, and when.
    system_says: Option<Request>,
    /// The system's voice is the one that was chosen, and is to be at hand.
    system_wanted: bool,
    /// When to look for it again, once it is gone.
    system_again_at: Option<Moment>,
    system_again: Duration,
}

impl Worker {
    pub(super) fn new(clock: Clock, language: String) -> Self {
        Self {
            clock,
            language,
            to_tell: Vec::new(),
            shared: Arc::default(),
            output: None,
            opening: None,
            ready: false,
            last_used: None,
            retry_at: Moment::START,
            retry: RETRY_FIRST,
            alive: (0, Moment::START),
            told_output: None,
            told_voice: None,
            recordings: None,
            tones: HashMap::new(),
            system: None,
            system_says: None,
            system_wanted: false,
            system_again_at: None,
            system_again: VOICE_AGAIN_FIRST,
        }
    }

    /// Until the program ends. `asked` is what an earlier worker was asked for, and a later one will be.
    pub(super) fn run(mut self, orders: &Receiver<Order>, reports: &Feed<Report>, asked: &Asked) {
        self.keep_ready(asked.ready.get());
        loop {
            self.to_tell.drain(..).for_each(|report| reports.tell(report));
            let order = match self.patience() {
                Some(wait) => orders.recv_timeout(wait),
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(Order::Play(request)) => self.play(&request),
                Ok(Order::Hush) => self.hush(),
                Ok(Order::KeepReady(voice)) => {
                    asked.ready.set(voice);
                    self.keep_ready(voice);
                }
                Ok(Order::Speak(language)) => self.change_language(language, asked),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            self.look_after();
            self.look_after_voice();
        }
    }

    /// Another language: nothing of the one before is said any more, and its voices are let go.
    fn change_language(&mut self, language: String, asked: &Asked) {
        self.hush();
        asked.language.replace(language.clone());
        (self.language, self.recordings, self.system, self.told_voice) = (language, None, None, None);
        (self.system_again_at, self.system_again) = (None, VOICE_AGAIN_FIRST);
        self.keep_ready(asked.ready.get());
    }

    /// How long to wait for an order at most; `None` while there is nothing to look after.
    fn patience(&self) -> Option<Duration> {
        let now = self.now();
        let voice = self.system_wanted.then(|| self.system_again_at.map_or(LOOK_AFTER, |at| at.since(now)));
        let output = if self.output.is_some() { Some(LOOK_AFTER) } else { self.wanted().then(|| self.retry_at.since(now)) };
        [voice, output].into_iter().flatten().min().map(|wait| wait.max(Duration::from_millis(1)))
    }

    fn wanted(&self) -> bool {
        self.ready || self.last_used.is_some_and(|used| self.now().since(used) < STAYS_OPEN)
    }

    fn keep_ready(&mut self, voice: Option<Prefer>) {
        if voice.is_some() && !self.ready {
            self.retry_at = self.now();
        }
        self.system_wanted = voice == Some(Prefer::System);
        if self.system_wanted {
            self.system_voice();
        }
        self.ready = voice.is_some();
    }

    fn hush(&mut self) {
        self.mixer(|mixer| mixer.hush(true));
        if let Some(system) = &self.system {
            system.hush();
        }
        self.system_says = None;
    }

    fn play(&mut self, request: &Request) {
        if self.now().since(request.asked) > TOO_LATE {
            return;
        }
        self.last_used = Some(self.now());
        self.open();
        // Opening may have taken longer than the moment lasts. What no clock goes with is still worth hearing.
        let is_late = self.now().since(request.asked) > TOO_LATE;
        if is_late && request.time_budget.is_some() {
            return;
        }
        let volume = f32::from(request.volume.min(100)) / 100.0;
        let tone = request.tone.filter(|_| !is_late).map(|kind| self.tones.entry(kind).or_insert_with(|| tone(kind)).clone());
        // What nobody can hear now must not be heard later.
        if self.output.is_some() {
            self.mixer(|mixer| {
                mixer.set_volume(volume);
                mixer.hush(false);
                if let Some(tone) = tone {
                    mixer.play_tone(tone);
                }
            });
        }
        match &request.words {
            Some(words) => self.speak(words, request),
            None => {
                self.system.iter().for_each(SystemVoice::hush);
                self.system_says = None;
            }
        }
    }

    fn speak(&mut self, words: &str, request: &Request) {
        self.recordings();
        let words = self.fitting(words, request.time_budget);
        let recorded = self.recordings.iter().flatten().any(|recordings| recordings.secs(words).is_some());
        let system_first = request.prefer == Prefer::System || !recorded;
        if system_first && self.system_voice().is_some_and(SystemVoice::can_speak) {
            self.tell_voice(VoiceKind::System);
            self.mixer(Mixer::make_room);
            if let Some(system) = &self.system {
                system.say(words, request.asked, request.volume);
                self.system_says = Some(request.clone());
            }
            return;
        }
        self.system.iter().for_each(SystemVoice::hush);
        self.tell_voice(if recorded { VoiceKind::Recordings } else { VoiceKind::None });
        if !recorded || self.output.is_none() {
            return;
        }
        // The first sentence is heard while the others are still being made.
        for (index, line) in lines_of(words).into_iter().enumerate() {
            let spoken = self.recordings.iter().flatten().find_map(|recordings| recordings.speak(line));
            let Some(spoken) = spoken else { return };
            self.mixer(|mixer| if index == 0 { mixer.speak(spoken) } else { mixer.speak_on(&spoken) });
        }
    }

    /// The sentences for which there is time, at least the first; as long as the recordings say, whoever speaks.
    fn fitting<'a>(&self, words: &'a str, time_budget: Option<Duration>) -> &'a str {
        let (Some(time_budget), Some(Some(recordings))) = (time_budget, &self.recordings) else { return words };
        let mut end = words.len();
        for line in lines_of(words).into_iter().skip(1).rev() {
            let fits =
                words.get(..end).and_then(|part| recordings.secs(part)).is_none_or(|secs| secs <= time_budget.as_secs_f32());
            if fits {
                break;
            }
            end = words.get(..end).and_then(|part| part.rfind(line)).unwrap_or(end);
        }
        words.get(..end).unwrap_or(words).trim_end()
    }

    /// The recordings, read at the first need.
    fn recordings(&mut self) -> Option<&Recordings> {
        let language = &self.language;
        self.recordings.get_or_insert_with(|| Recordings::shipped(language)).as_ref()
    }

    /// The system's voice, looked for at the first need.
    fn system_voice(&mut self) -> Option<&SystemVoice> {
        if self.system.is_none() {
            self.system = SystemVoice::start(self.clock, &self.language);
        }
        self.system.as_ref()
    }

    /// What a voice that is gone left unsaid, if it is still worth saying: what it failed to begin just now, and what it
    /// broke off where no clock runs, because whoever listens to a list with closed eyes would wait for the rest.
    fn broken_off(&mut self, request: Request, now: Moment) -> Option<(Request, String)> {
        let words = request.words.clone()?;
        let age = now.since(request.asked);
        let takes = self.recordings().and_then(|recordings| recordings.secs(&words)).unwrap_or_default();
        let goes_on = request.time_budget.is_none() && age.as_secs_f32() < takes;
        (goes_on || age <= TOO_LATE + LOOK_AFTER).then_some((request, words))
    }

    /// A system's voice that is gone is said at once, and looked for again after a while.
    fn look_after_voice(&mut self) {
        let Some(system) = self.system.as_ref() else { return };
        if !system.is_gone() {
            if self.system_wanted && system.can_speak() {
                system.look();
                self.tell_voice(VoiceKind::System);
            }
            return;
        }
        let now = self.now();
        match self.system_again_at {
            None => {
                self.system_again_at = Some(now + self.system_again);
                self.system_again = (self.system_again * 2).min(VOICE_AGAIN_MOST);
                if self.system_wanted {
                    let recorded = self.recordings().is_some();
                    self.tell_voice(if recorded { VoiceKind::Recordings } else { VoiceKind::None });
                }
                let said = self.system_says.take();
                if let Some((request, words)) = said.and_then(|request| self.broken_off(request, now)) {
                    self.speak(&words, &request);
                }
            }
            Some(at) if at <= now => {
                (self.system, self.system_again_at) = (None, None);
                if self.system_wanted {
                    self.system_voice();
                }
            }
            Some(_) => {}
        }
    }

    /// Opens the way to the loudspeaker if it is closed and due, and closes it when nobody wants it any more.
    fn look_after(&mut self) {
        if !self.wanted() && self.mixer(|mixer| mixer.is_silent()) {
            self.output = None;
            return;
        }
        if self.output.as_ref().is_some_and(Output::is_lost) || self.is_stalled() {
            self.output = None;
            self.mixer(|mixer| *mixer = Mixer::default());
            self.retry = RETRY_FIRST;
            self.retry_at = self.now() + self.retry;
            self.tell_output(false);
        }
        self.open();
    }

    fn is_stalled(&mut self) -> bool {
        let now = self.now();
        let (taken, silent) = {
            let shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
            (shared.taken, shared.mixer.is_silent())
        };
        if taken != self.alive.0 || silent || self.output.is_none() {
            self.alive = (taken, now);
        }
        now.since(self.alive.1) > STALLED
    }

    fn open(&mut self) {
        if self.output.is_some() || !self.wanted() || self.retry_at > self.now() {
            return;
        }
        match self.opened() {
            Some(output) => {
                self.output = Some(output);
                self.retry = RETRY_FIRST;
                self.alive.1 = self.now();
                self.tell_output(true);
            }
            None => {
                self.retry_at = self.now() + self.retry;
                self.retry = (self.retry * 2).min(RETRY_MOST);
                self.tell_output(false);
            }
        }
    }

    /// The way to the loudspeaker, if it opens in time. One that has not come yet is waited for on the next tries too,
    /// and no other is asked for meanwhile: of what hangs, one is enough.
    fn opened(&mut self) -> Option<Output> {
        let (opening, wait) = match self.opening.take() {
            Some(opening) => (opening, Duration::ZERO),
            None => (output::open(&self.shared), ANSWER_WITHIN),
        };
        match opening.recv_timeout(wait) {
            Ok(opened) => opened,
            Err(RecvTimeoutError::Timeout) => {
                self.opening = Some(opening);
                None
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn mixer<T>(&self, change: impl FnOnce(&mut Mixer) -> T) -> T {
        change(&mut self.shared.lock().unwrap_or_else(PoisonError::into_inner).mixer)
    }

    fn now(&self) -> Moment {
        self.clock.now().moment
    }

    fn tell_output(&mut self, there_is: bool) {
        if self.told_output != Some(there_is) {
            self.told_output = Some(there_is);
            self.tell(Report::Output(there_is));
        }
    }

    fn tell_voice(&mut self, kind: VoiceKind) {
        if self.told_voice != Some(kind) {
            self.told_voice = Some(kind);
            self.tell(Report::Voice(kind));
        }
    }

    fn tell(&mut self, report: Report) {
        self.to_tell.push(report);
    }
}
