//! What the reminding process knows: settings, the last days of the history, and what was shown.
//!
//! Each is read again when its file has changed, and not otherwise. What cannot be read says nothing: settings that are
//! missing (a drive that is not there yet, a link to nothing), damaged or locked away are not settings that say "off".
//!
//! Invariant: a history of ten years costs what one of a week does; and only a file that was read and says so ends the
//! reminders.

use std::path::PathBuf;

use crate::{
    app::Day,
    history::{self, Guard},
    limit::Record,
    moment::Now,
    platform::{
        dirs,
        store::{self, Lock, Mark, NotLocked, Reason, StoreError},
    },
    reminder::{Memory, Read, Wanted},
    settings::{self, Settings},
};

/// How much of the history is read, in bytes: some two hundred lines, where the limit asks for three days.
const TAIL_BYTES: u64 = 64 * 1024;

/// Where everything is kept.
#[derive(Debug, Clone)]
pub(in crate::shell) struct Places {
    settings: PathBuf,
    history: PathBuf,
    guard: PathBuf,
    /// What was shown.
    pub(in crate::shell) memory: PathBuf,
    /// Held by the one process that reminds.
    pub(in crate::shell) lock: PathBuf,
    /// There as long as the one who reminds is asked to end: the settings that would say so may be deleted.
    off: PathBuf,
}

impl Places {
    /// The person's own folders.
    ///
    /// # Errors
    /// When the system names none.
    pub(in crate::shell) fn usual() -> Result<Self, dirs::NoHome> {
        let (config, data) = (dirs::config()?, dirs::data()?);
        Ok(Self {
            settings: config.join("settings.ron"),
            history: data.join("history.ron"),
            guard: data.join("limit.ron"),
            memory: data.join("reminders.ron"),
            lock: data.join("reminders.lock"),
            off: data.join("reminders.off"),
        })
    }

    /// Removes what the process remembers. Only for whoever holds the lock.
    pub(in crate::shell) fn clear(&self) {
        for path in [&self.memory, &self.off, &self.lock] {
            // What can not be removed is empty of meaning once reminders are off.
            store::remove(path).ok();
        }
        self.lock.parent().map(store::remove_if_empty);
    }
}

impl Places {
    /// Asks the one who reminds to end, and to take everything along.
    pub(in crate::shell) fn ask_to_end(&self) {
        // Where this can not be written, the system was asked to end it as well.
        store::write_private(&self.off, b"Gentleback's reminders are turned off.\n").ok();
    }

    /// Takes that back: reminders are on again.
    pub(in crate::shell) fn may_go_on(&self) {
        store::remove(&self.off).ok();
    }
}

/// Takes the lock that only the one who reminds holds.
///
/// # Errors
/// See [`NotLocked`].
pub(in crate::shell) fn take_lock(path: &std::path::Path) -> Result<Lock, NotLocked> {
    let mut lock = Lock::take(path)?;
    loop {
        // Whoever held it may have removed the file meanwhile; then a second lock can be had, and that one counts.
        match Lock::take(path) {
            Ok(newer) => lock = newer,
            Err(NotLocked::Held(_)) => return Ok(lock),
            Err(impossible) => return Err(impossible),
        }
    }
}

/// Reads what was shown. A missing or damaged file says nothing; `None` is one of a newer program.
pub(in crate::shell) fn read_memory(path: &std::path::Path) -> Option<Memory> {
    match store::read_text(path).map(|text| Memory::decode(&text)) {
        Ok(Read::Memory(memory)) => Some(memory),
        Ok(Read::Newer) => None,
        Ok(Read::Damaged) | Err(_) => Some(Memory::default()),
    }
}

/// The files and what stood in them last.
pub(super) struct Files {
    places: Places,
    /// As they were read last; until then nothing is due.
    settings: Settings,
    /// The settings were read, and say that reminders are off.
    said_off: bool,
    /// What is kept beside the history says that a sign waits for a check.
    needs_check: bool,
    day: Day,
    /// `None` if a newer program keeps it.
    memory: Option<Memory>,
    /// How each file looked when it was read; the outer `None` is before the first time.
    marks: [Option<Option<Mark>>; 4],
}

impl Files {
    pub(super) fn new(places: Places) -> Self {
        Self {
            places,
            settings: Settings::default(),
            said_off: false,
            needs_check: false,
            day: Day::default(),
            memory: Some(Memory::default()),
            marks: [None; 4],
        }
    }

    /// Reads again what has changed. What could not be read is tried again the next time, and what is known stands.
    pub(super) fn refresh(&mut self, now: Now) {
        let Places { settings, history, guard, memory, .. } = self.places.clone();
        let marks = [&settings, &history, &guard, &memory].map(|path| Some(store::mark(path)));
        let [new_settings, new_history, new_guard, new_memory] = marks;
        let [old_settings, old_history, old_guard, old_memory] = self.marks;
        if new_settings != old_settings && self.read_settings(&settings).is_ok() {
            self.marks[0] = new_settings;
        }
        if (new_history, new_guard) != (old_history, old_guard) && self.read_day(&history, &guard, now).is_ok() {
            (self.marks[1], self.marks[2]) = (new_history, new_guard);
        }
        if new_memory != old_memory && self.read_shown(&memory).is_ok() {
            self.marks[3] = new_memory;
        }
        self.day.see(now);
    }

    /// Takes in settings that can be read; whether reminders are on only from a file that says it.
    fn read_settings(&mut self, path: &std::path::Path) -> Result<(), StoreError> {
        let text = store::read_text(path)?;
        if let Some(on) = settings::said::<bool>(&text, "reminders") {
            self.settings = settings::decode(&text).settings;
            self.said_off = !on;
        }
        Ok(())
    }

    fn read_day(&mut self, history: &std::path::Path, guard: &std::path::Path, now: Now) -> Result<(), StoreError> {
        let there = |read: Result<String, StoreError>| match read {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.reason == Reason::Missing => Ok(None),
            Err(error) => Err(error),
        };
        let tail = there(store::read_tail(history, TAIL_BYTES))?;
        let guard = there(store::read_text(guard))?.and_then(|text| Guard::decode(&text).0);
        self.day = Day::default();
        self.day.remember(&history::decode(&tail.unwrap_or_default()).entries);
        self.needs_check = guard.as_ref().and_then(|guard| guard.restricted).is_some_and(|restricted| restricted.needs_check);
        if let Some(guard) = guard {
            self.day.guarded_by(&guard, now);
        }
        Ok(())
    }

    fn read_shown(&mut self, path: &std::path::Path) -> Result<(), StoreError> {
        self.memory = match store::read_text(path).map(|text| Memory::decode(&text)) {
            Ok(Read::Memory(memory)) => Some(memory),
            Ok(Read::Newer) => None,
            Ok(Read::Damaged) => Some(Memory::default()),
            Err(error) if error.reason == Reason::Missing => Some(Memory::default()),
            Err(error) => return Err(error),
        };
        Ok(())
    }

    /// Whether the person wants none: the settings say so, or the window does.
    pub(super) fn is_off(&self) -> bool {
        self.said_off || store::is_there(&self.places.off)
    }

    /// Whether a newer program keeps what was shown; it will remind.
    pub(super) fn is_newer(&self) -> bool {
        self.memory.is_none()
    }

    pub(super) fn wanted(&self) -> Wanted<'_> {
        let Settings { reminders, reminder_times, daily_limit, needs_check, .. } = &self.settings;
        let needs_check = *needs_check || self.needs_check;
        Wanted { on: *reminders, times: reminder_times, limit: *daily_limit, needs_check }
    }

    pub(super) fn record(&self, now: Now) -> Record<'_> {
        self.day.record(now)
    }

    pub(super) fn memory(&self) -> Option<&Memory> {
        self.memory.as_ref()
    }

    /// Writes down what was shown.
    pub(super) fn keep(&mut self, memory: Memory) -> Result<(), StoreError> {
        store::write_private(&self.places.memory, memory.encode().as_bytes())?;
        self.memory = Some(memory);
        Ok(())
    }

    /// Reminders are off: nothing of them stays.
    pub(super) fn leave_no_trace(&self) {
        self.places.clear();
    }
}
