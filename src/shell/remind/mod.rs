//! `gentleback remind`: the process that reminds while no window is open.
//!
//! It has no window, no font and one small file of words, and sleeps nearly all the time. Each time it wakes it holds
//! the clock on the wall against what the files say; see [`crate::reminder`] for what is due. The message bus is left
//! to a second process, which lives as long as its note: so what waits here all day stays small.
//!
//! There are two ways to be started, and both may be there at once: by the session's autostart, to stay, and by a timer
//! with `--check`, to look once. One lock lets only one of them in.
//!
//! Invariant: it is written down that a reminder comes before it comes, so that no crash brings it twice; where that
//! can not be written, none comes.

mod files;
mod note;

use std::{
    ffi::OsString,
    panic::{AssertUnwindSafe, catch_unwind},
    process::Child,
    thread,
    time::Duration,
};

pub(super) use self::files::{Places, read_memory};
pub(super) use self::note::notice;

use self::files::{Files, take_lock};
use crate::{
    content::{FALLBACK, ReminderWords, Wishes, embedded_named, fill, languages, whole},
    moment::{Moment, Now},
    platform::{clock::Clock, console, dirs, fault::Faults, schedule, store::NotLocked},
    reminder::{Memory, due},
    source::Problem,
};

/// How often the clock is looked at: a reminder is this late at most.
const STEP: Duration = Duration::from_secs(20);
/// How often a note that is shown is asked after.
const STEP_WITH_NOTE: Duration = Duration::from_secs(5);
/// How soon it looks again when reminders are off: the window may be about to write that they are on.
const STEP_WHEN_OFF: Duration = Duration::from_secs(3);
/// How long to wait after a note that could not be shown: the desktop may still be starting.
const AFTER_FAILURE: Duration = Duration::from_secs(60);

/// What the process is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    /// Remind until reminders are turned off.
    Stay,
    /// Look once, and see a note to its end if one is due.
    Check,
    /// Show the note now: it has been written down that it comes.
    Show,
}

/// Why it does not remind, in words for a terminal.
#[derive(Debug)]
pub enum NotRun {
    /// It was asked for in a way that it does not know.
    Misused(String),
    /// It could not.
    Failed(String),
}

/// Does what the arguments after `remind` say.
///
/// # Errors
/// See [`NotRun`].
pub fn run(arguments: impl Iterator<Item = OsString>, wishes: &Wishes, clock: Clock) -> Result<(), NotRun> {
    let words = words(wishes).map_err(|problem| NotRun::Failed(problem.to_string()))?;
    let failed = |why: &str| NotRun::Failed(fill(&words.terminal.failed, &[("why", why)]));
    let task = task(arguments).map_err(|unknown| NotRun::Misused(fill(&words.terminal.misused, &[("what", &unknown)])))?;
    let places = Places::usual().map_err(|error| failed(&error.to_string()))?;
    if task == Task::Show {
        return note::show(&words.note, &mut Files::new(places), clock).map_err(|error| failed(&error.to_string()));
    }
    let lock = match take_lock(&places.lock) {
        Ok(lock) => lock,
        Err(NotLocked::Held(_)) => return Ok(()), // another one reminds
        Err(NotLocked::Impossible(error)) => return Err(failed(&error.to_string())),
    };
    let stays = task == Task::Stay;
    // A fault is written down, and the next window says so.
    Faults::watch(dirs::data().ok(), "", clock);
    let mut watch =
        Watch { files: Files::new(places.clone()), clock, stays, off_looks: 0, note: None, not_before: Moment::START };
    loop {
        // Of a fault nothing is kept but what the files say: reminders go on.
        let pause = catch_unwind(AssertUnwindSafe(|| watch.look())).unwrap_or_else(|_| {
            watch.files = Files::new(places.clone());
            stays.then_some(AFTER_FAILURE)
        });
        let Some(pause) = pause else { break };
        if watch.may_be_replaced() && schedule::is_replaced() {
            schedule::go_on_as_the_new_one();
        }
        thread::sleep(pause);
    }
    if watch.files.is_off() {
        watch.files.leave_no_trace();
    }
    drop(lock);
    Ok(())
}

/// Removes what a process left that was ended before it could; one that runs is asked to do so itself: it cannot learn
/// from settings that are deleted.
pub(super) fn clear_if_nobody_reminds() {
    let Ok(places) = Places::usual() else { return };
    match take_lock(&places.lock) {
        Ok(lock) => {
            places.clear();
            drop(lock);
        }
        Err(NotLocked::Held(_)) => places.ask_to_end(),
        Err(NotLocked::Impossible(_)) => {}
    }
}

/// Reminders are on: nobody is asked to end any more.
pub(super) fn let_go_on() {
    if let Ok(places) = Places::usual() {
        places.may_go_on();
    }
}

/// What a reminder says, in the person's language; no other file of the content is taken in.
fn words(wishes: &Wishes) -> Result<ReminderWords, Problem> {
    let language = wishes.best(&languages(&embedded_named("/language.ron")));
    let files = embedded_named("/reminders.ron");
    let read = |language: &str| whole(&files, language).read_in(language, "reminders");
    read(&language).or_else(|_| read(FALLBACK))
}

fn task(mut arguments: impl Iterator<Item = OsString>) -> Result<Task, String> {
    let task = match arguments.next() {
        None => Task::Stay,
        Some(name) if name == "--check" => Task::Check,
        Some(name) if name == "--show" => Task::Show,
        Some(other) => return Err(other.to_string_lossy().into_owned()),
    };
    arguments.next().map_or(Ok(task), |more| Err(more.to_string_lossy().into_owned()))
}

/// The one who waits.
struct Watch {
    files: Files,
    clock: Clock,
    stays: bool,
    /// Looks in a row that found reminders off.
    off_looks: u32,
    note: Option<Note>,
    /// After a failure: not sooner than this.
    not_before: Moment,
}

/// A note on the screen, in a process of its own.
struct Note {
    process: Child,
    /// What was known before it came, for the case that it never did.
    before: Memory,
}

impl Watch {
    /// Looks at the clock and the files once, and says how long to sleep; `None` is the end.
    fn look(&mut self) -> Option<Duration> {
        let now = self.clock.now();
        self.files.refresh(now);
        self.poll_notification(now);
        if self.files.is_off() || self.files.is_newer() {
            self.off_looks += 1;
            return (self.off_looks < 2 && self.stays).then_some(STEP_WHEN_OFF);
        }
        self.off_looks = 0;
        if self.note.is_none() && now.moment >= self.not_before {
            self.remind(now);
        }
        if self.note.is_some() {
            return Some(STEP_WITH_NOTE);
        }
        let waits = self.files.memory().is_some_and(|memory| memory.waits(now.stamp));
        (self.stays || waits).then_some(STEP)
    }

    /// Shows what is due, if something is.
    fn remind(&mut self, now: Now) {
        let Some(before) = self.files.memory().cloned() else { return };
        let Some(due) = due(now.stamp, self.files.wanted(), self.files.record(now), &before) else { return };
        let mut after = before.clone();
        after.note(due.slot(), now.stamp);
        let shown = self
            .files
            .keep(after)
            .map_err(|error| error.to_string())
            .and_then(|()| schedule::spawn_note().map_err(|error| error.to_string()));
        match shown {
            Ok(process) => self.note = Some(Note { process, before }),
            Err(why) => self.failed(before, now, &why),
        }
    }

    /// Whether an update that was installed may take over: not while a note shows, and not where this only looks once.
    fn may_be_replaced(&self) -> bool {
        self.stays && self.note.is_none()
    }

    /// Whether the note's process has ended, and how.
    fn poll_notification(&mut self, now: Now) {
        let Some(mut note) = self.note.take() else { return };
        match note.process.try_wait() {
            Ok(None) => self.note = Some(note),
            Ok(Some(status)) if status.success() => {}
            Ok(Some(status)) => self.failed(note.before, now, &status.to_string()),
            Err(error) => self.failed(note.before, now, &error.to_string()),
        }
    }

    /// It never came: it may come again, in a while.
    fn failed(&mut self, before: Memory, now: Now, why: &str) {
        console::complain(why);
        self.files.keep(before).ok();
        self.not_before = now.moment + AFTER_FAILURE;
    }
}
