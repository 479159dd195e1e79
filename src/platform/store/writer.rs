//! Writes files on a thread of its own, in the order asked, again and again until it works.
//!
//! Not their form. Syncing to a slow disk takes long enough to disturb a hold, and a disk that is full now has room
//! again later: so nobody waits, and nothing that was handed over is given up while the program runs.
//!
//! One writer for each file: what must be on the disk (the guard of the limit) never waits behind what cannot be written.
//!
//! Invariant: what was handed over first is on the disk first. Of a file that is written as a whole only the latest
//! version is kept waiting. While nothing waits, the thread sleeps.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::Builder;
use std::time::Duration;

use super::{Reason, StoreError, append_private, change_copies, change_lines, remove, remove_with_copies, write_private};
use crate::platform::reply::Feed;

/// The first wait before something is tried again; each further one is twice as long.
const AGAIN_AFTER: Duration = Duration::from_secs(2);
/// The longest wait between two tries.
const AGAIN_AT_LEAST_EVERY: Duration = Duration::from_secs(60);
/// How long the end of the program waits for what is not yet written.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Makes a file's new text of its old one.
pub type Change = Box<dyn Fn(&str) -> String + Send>;

/// One thing to write.
pub enum Job {
    /// Add lines to a file that only grows, which begins with the header.
    Append { path: PathBuf, header: &'static str, lines: String },
    /// Put a whole file in the place of the one there is.
    Replace { path: PathBuf, bytes: Vec<u8> },
    /// Write a file anew as the change makes it. One that is not there stays so.
    Change { path: PathBuf, change: Change },
    /// The same, and of every copy that was kept because the file was damaged: for what is deleted.
    Forget { path: PathBuf, change: Change },
    /// The same of those copies alone.
    ForgetCopies { path: PathBuf, change: Change },
    /// Remove a file, where a link leads, and every copy that was kept because it was damaged.
    Remove { path: PathBuf },
    /// Remove a file and nothing beside it.
    RemoveOne { path: PathBuf },
}

/// What the thread has to say.
#[derive(Debug)]
pub enum WriterEvent {
    /// This could not be written, and is tried again; said once until it changes or works.
    NotYet(StoreError),
    /// Everything that could not be written is written now.
    Written,
    /// A file that only grows is gone, or shorter than this program left it.
    Shorter(PathBuf),
    /// This file was to be removed, and is gone.
    Removed(PathBuf),
}

/// A thread that writes.
#[derive(Debug)]
pub struct Writer {
    jobs: Option<Sender<Job>>,
    done: Receiver<()>,
}

impl Writer {
    /// Begins to wait for something to write; `tell` hears how it goes.
    pub fn new(name: &str, tell: Feed<WriterEvent>) -> Self {
        let (jobs, waiting) = mpsc::channel();
        let (end, done) = mpsc::channel();
        let write = move || {
            Queue { jobs: VecDeque::new(), lengths: HashMap::new(), failing: None, tell }.work(&waiting);
            end.send(()).ok();
        };
        let thread = Builder::new().name(name.to_owned()).spawn(write);
        Self { jobs: thread.is_ok().then_some(jobs), done }
    }

    /// Hands something over.
    ///
    /// # Errors
    /// Only where there is no thread to write it: it is then written here and now, once.
    pub fn enqueue(&self, job: Job) -> Result<(), StoreError> {
        let unsent = match &self.jobs {
            Some(jobs) => jobs.send(job).err().map(|error| error.0),
            None => Some(job),
        };
        unsent.map_or(Ok(()), |job| job.carry_out(&mut HashMap::new()).map(drop))
    }
}

impl Drop for Writer {
    /// Waits until all that was handed over is written, but not longer than a person would.
    fn drop(&mut self) {
        if self.jobs.take().is_some() {
            self.done.recv_timeout(LAST_WORDS).ok();
        }
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::Append { .. } => "append to",
            Self::Replace { .. } => "replace",
            Self::Change { .. } => "change",
            Self::Forget { .. } => "take out of",
            Self::ForgetCopies { .. } => "take out of the copies of",
            Self::Remove { .. } => "remove all of",
            Self::RemoveOne { .. } => "remove",
        };
        write!(f, "{what} {}", self.path().display())
    }
}

/// How long each file was when this program last added to it.
type Lengths = HashMap<PathBuf, u64>;

impl Job {
    /// The file that this is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Append { path, .. }
            | Self::Replace { path, .. }
            | Self::Change { path, .. }
            | Self::Forget { path, .. }
            | Self::ForgetCopies { path, .. }
            | Self::Remove { path }
            | Self::RemoveOne { path } => path,
        }
    }

    /// Does it, and returns what there is to say of it.
    fn carry_out(&self, lengths: &mut Lengths) -> Result<Option<WriterEvent>, StoreError> {
        match self {
            Self::Append { path, header, lines } => {
                let (before, after) = append_private(path, header, lines)?;
                let shorter = lengths.insert(path.clone(), after).is_some_and(|left| before < left);
                return Ok(shorter.then(|| WriterEvent::Shorter(path.clone())));
            }
            Self::Replace { path, bytes } => write_private(path, bytes)?,
            Self::Change { path, change } => {
                change_lines(path, change.as_ref())?;
                lengths.remove(path);
            }
            Self::Forget { path, change } => {
                change_copies(path, change.as_ref())?;
                change_lines(path, change.as_ref())?;
                lengths.remove(path);
            }
            Self::ForgetCopies { path, change } => change_copies(path, change.as_ref())?,
            Self::Remove { path } => {
                remove_with_copies(path)?;
                lengths.remove(path);
                return Ok(Some(WriterEvent::Removed(path.clone())));
            }
            Self::RemoveOne { path } => remove(path)?,
        }
        Ok(None)
    }

    /// The file that this writes as a whole, whatever it holds.
    fn replaced(&self) -> Option<&Path> {
        match self {
            Self::Replace { path, .. } => Some(path),
            _ => None,
        }
    }
}

struct Queue {
    jobs: VecDeque<Job>,
    lengths: Lengths,
    /// What was last said to be in the way, and how long to wait before the next try.
    failing: Option<(Reason, Duration)>,
    tell: Feed<WriterEvent>,
}

impl Queue {
    fn work(&mut self, waiting: &Receiver<Job>) {
        loop {
            let next = match self.failing {
                None => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some((_, pause)) => waiting.recv_timeout(pause),
            };
            let has_waited = matches!(next, Err(RecvTimeoutError::Timeout));
            match next {
                Ok(job) => self.push(job),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            // What came in meanwhile may make a waiting version needless.
            while let Ok(job) = waiting.try_recv() {
                self.push(job);
            }
            self.write(has_waited);
        }
        self.write(false);
    }

    fn push(&mut self, job: Job) {
        if let Some(path) = job.replaced() {
            self.jobs.retain(|waiting| waiting.replaced() != Some(path));
        }
        self.jobs.push_back(job);
    }

    /// Writes until something fails. Only a try after a wait makes the next wait longer: something new to write tries
    /// at once, however often it comes.
    fn write(&mut self, has_waited: bool) {
        while let Some(job) = self.jobs.front() {
            match job.carry_out(&mut self.lengths) {
                Ok(told) => {
                    self.jobs.pop_front();
                    if let Some(told) = told {
                        self.say(told);
                    }
                }
                Err(error) => {
                    let before = self.failing;
                    let longer = if has_waited { 2 } else { 1 };
                    let pause = before.map_or(AGAIN_AFTER, |(_, pause)| (pause * longer).min(AGAIN_AT_LEAST_EVERY));
                    self.failing = Some((error.reason, pause));
                    if before.is_none_or(|(reason, _)| reason != error.reason) {
                        self.say(WriterEvent::NotYet(error));
                    }
                    return;
                }
            }
        }
        if self.failing.take().is_some() {
            self.say(WriterEvent::Written);
        }
    }

    fn say(&self, told: WriterEvent) {
        self.tell.tell(told);
    }
}
