//! What the reminding process knows: settings, the last days of the history, and what was shown.
//!
//! Each is read again when its file has changed, and not otherwise. Invariant: a history of ten years costs what one of
//! a week does.

use std::path::PathBuf;

use crate::{
    app::Day,
    history::{self, Guard},
    limit::Record,
    moment::Now,
    platform::{
        dirs,
        store::{self, Lock, Mark, NotLocked, StoreError},
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
        })
    }

    /// Removes what the process remembers. Only for whoever holds the lock.
    pub(in crate::shell) fn clear(&self) {
        for path in [&self.memory, &self.lock] {
            // What can not be removed is empty of meaning once reminders are off.
            store::remove(path).ok();
        }
        self.lock.parent().map(store::remove_if_empty);
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
    settings: Settings,
    day: Day,
    /// `None` if a newer program keeps it.
    memory: Option<Memory>,
    /// How each file looked when it was read; the outer `None` is before the first time.
    marks: [Option<Option<Mark>>; 4],
}

impl Files {
    pub(super) fn new(places: Places) -> Self {
        Self { places, settings: Settings::default(), day: Day::default(), memory: Some(Memory::default()), marks: [None; 4] }
    }

    /// Reads again what has changed.
    pub(super) fn refresh(&mut self, now: Now) {
        let Places { settings, history, guard, memory, .. } = &self.places;
        let marks = [settings, history, guard, memory].map(|path| Some(store::mark(path)));
        let [new_settings, new_history, new_guard, new_memory] = marks;
        let [old_settings, old_history, old_guard, old_memory] = self.marks;
        if new_settings != old_settings {
            let text = store::read_text(settings).unwrap_or_default();
            self.settings = if text.is_empty() { Settings::default() } else { settings::decode(&text).settings };
        }
        if (new_history, new_guard) != (old_history, old_guard) {
            self.day = Day::default();
            let tail = store::read_tail(history, TAIL_BYTES).unwrap_or_default();
            self.day.remember(&history::decode(&tail).entries);
            if let Some(guard) = store::read_text(guard).ok().and_then(|text| Guard::decode(&text)) {
                self.day.guarded_by(&guard);
            }
        }
        if new_memory != old_memory {
            self.memory = read_memory(memory);
        }
        self.marks = marks;
        self.day.see(now);
    }

    /// Whether the person wants none.
    pub(super) fn is_off(&self) -> bool {
        !self.settings.reminders
    }

    /// Whether a newer program keeps what was shown; it will remind.
    pub(super) fn is_newer(&self) -> bool {
        self.memory.is_none()
    }

    pub(super) fn wanted(&self) -> Wanted<'_> {
        let Settings { reminders, reminder_times, daily_limit, needs_check, .. } = &self.settings;
        Wanted { on: *reminders, times: reminder_times, limit: *daily_limit, needs_check: *needs_check }
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
