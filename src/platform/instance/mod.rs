//! One window at a time: a second start asks the first for its window, and ends.
//!
//! Not the window: what was asked comes out as a [`StartRequest`], and the shell does it. The lock says who is first; it is
//! the system's, so it goes with the program that held it, however that ended. A socket beside it carries one word.
//!
//! Invariant: no start is ever kept waiting for longer than a few seconds or ends without a window somewhere. Where
//! there is no lock, or whoever holds it does not answer, this start goes on by itself.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use self::unix as pipe;
#[cfg(windows)]
use self::windows as pipe;

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::background;
use super::reply::Feed;
use super::store::{Lock, NotLocked};

/// How long an answer may take: the one who listens has nothing else to do.
const ANSWER: Duration = Duration::from_secs(2);
/// How often a taken lock is tried before going on without: its holder may be about to end.
const TRIES: usize = 4;
/// The longest word, in bytes.
const WORD_BYTES: u64 = 64;
/// The longest name of a screen, in bytes.
const SCREEN_BYTES: u64 = 512;
/// What is answered to a start on the same screen.
const HEARD: &str = "heard\n";
/// What is answered to a start on a screen where this window can not be seen.
const ELSEWHERE: &str = "elsewhere\n";

/// What a second start asks of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartRequest {
    /// Show your window.
    Show,
    /// Show your window, at the start page.
    Start,
}

impl StartRequest {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Show, Self::Start];

    /// As it is sent, and as the command line has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Show => "show",
            Self::Start => "start",
        }
    }

    /// The word of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.name() == name)
    }
}

/// What came of asking to be the first.
#[derive(Debug)]
pub enum Claim {
    /// This is the first, and stays it as long as the value lives.
    First(First),
    /// Another one was there and shows its window.
    Forwarded,
    /// Another one is open on a screen that is not this one.
    Elsewhere,
    /// Neither: there is no lock here, or its holder does not answer. Go on without.
    Alone(String),
}

/// Asks to be the first program of this data folder, or else tells the one that is.
pub fn claim(data: &Path, word: StartRequest) -> Claim {
    claim_on(data, word, &screen())
}

/// The screen of this program, as its environment names it: one name for Wayland, one for X. Nothing on systems that
/// have one screen for each person.
fn screen() -> String {
    let names = ["WAYLAND_DISPLAY", "DISPLAY"].map(|name| std::env::var(name).unwrap_or_default());
    // The number behind the dot is a screen of the same X server.
    let whole = |name: &str| {
        name.rsplit_once(':').map_or(name.to_owned(), |(host, rest)| format!("{host}:{}", rest.split('.').next().unwrap_or(rest)))
    };
    names.iter().filter(|name| !name.is_empty()).map(|name| whole(name)).collect::<Vec<_>>().join(" ")
}

/// Whether a window on one screen can be seen on the other: they share a name, or one of them is not known.
fn is_same_screen(one: &str, other: &str) -> bool {
    one.is_empty() || other.is_empty() || one.split(' ').any(|name| other.split(' ').any(|known| known == name))
}

fn claim_on(data: &Path, word: StartRequest, screen: &str) -> Claim {
    let lock_file = data.join("gentleback.lock");
    for _ in 0..TRIES {
        match Lock::take(&lock_file) {
            Ok(lock) => return Claim::First(First::new(lock, data, screen)),
            Err(NotLocked::Impossible(error)) => return Claim::Alone(error.to_string()),
            Err(NotLocked::Held(note)) => match tell(data, &note, word, screen).as_deref() {
                Some(HEARD) => return Claim::Forwarded,
                Some(ELSEWHERE) => return Claim::Elsewhere,
                // The other may be just about to begin to listen, or to end.
                _ => thread::sleep(ANSWER / 8),
            },
        }
    }
    Claim::Alone("another one is open and does not answer".to_owned())
}

/// Says a word to the program that listens, if one does, and waits for its answer.
fn tell(data: &Path, note: &str, word: StartRequest, screen: &str) -> Option<String> {
    let (address, screen) = (pipe::address_from(data, note), screen.to_owned());
    // Not every system can end a wait on a pipe: the thread that waits is simply left behind.
    background::within(ANSWER, "first window", move || say(&address, word, &screen)).ok()?.ok()
}

/// The word is a line of its own, because versions before this one read nothing else.
fn say(address: &pipe::Address, word: StartRequest, screen: &str) -> io::Result<String> {
    let mut stream = pipe::connect(address)?;
    stream.write_all(format!("{}\n{screen}\n", word.name()).as_bytes())?;
    stream.flush()?;
    let mut answer = String::new();
    BufReader::new(stream.take(WORD_BYTES)).read_line(&mut answer)?;
    Ok(answer)
}

/// What was asked before there was a window, or where it goes from then on.
enum Heard {
    Before(Vec<StartRequest>),
    By(Feed<StartRequest>),
}

impl Heard {
    fn word(&mut self, word: StartRequest) {
        match self {
            Self::Before(words) => words.push(word),
            Self::By(feed) => feed.tell(word),
        }
    }
}

/// The first program of a data folder: it holds the lock and listens.
pub struct First {
    // Let go of last.
    lock: Lock,
    heard: Arc<Mutex<Heard>>,
    socket: Option<PathBuf>,
}

impl fmt::Debug for First {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("First").field("lock", &self.lock).field("socket", &self.socket).finish_non_exhaustive()
    }
}

impl First {
    /// Listens where it can. Where it cannot, a second start goes on by itself; that is said to nobody.
    fn new(mut lock: Lock, data: &Path, screen: &str) -> Self {
        let heard = Arc::new(Mutex::new(Heard::Before(Vec::new())));
        let mut socket = None;
        if let Ok((listener, address)) = pipe::listen(data) {
            let hears = Arc::clone(&heard);
            let screen = screen.to_owned();
            let listener = move || listen(&listener, &hears, &screen);
            if thread::Builder::new().name("second starts".into()).spawn(listener).is_ok() {
                // Found by whoever comes second, so only now.
                lock.note(&pipe::note_of(&address)).ok();
                socket = pipe::file_of(&address);
            }
        }
        Self { lock, heard, socket }
    }

    /// From now on the words go there; also those that came before.
    pub fn tell(&self, words: Feed<StartRequest>) {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        if let Heard::Before(before) = &*heard {
            before.iter().for_each(|&word| words.tell(word));
        }
        *heard = Heard::By(words);
    }
}

impl Drop for First {
    fn drop(&mut self) {
        if let Some(socket) = &self.socket {
            super::store::clear_away(socket);
            // A folder of its own among the temporary files goes with it; one with something in it stays.
            let own = socket.parent().filter(|dir| dir.parent() == Some(&std::env::temp_dir()));
            own.map(super::store::remove_if_empty);
        }
    }
}

/// Hears one word after the other, as long as the program runs.
fn listen(listener: &pipe::Listener, heard: &Mutex<Heard>, screen: &str) {
    loop {
        // One who comes and says nothing costs this much time and no more.
        let Ok(mut stream) = pipe::accept(listener, ANSWER / 2) else {
            thread::sleep(ANSWER / 8);
            continue;
        };
        let mut lines = BufReader::new((&mut stream).take(WORD_BYTES + SCREEN_BYTES));
        let (mut word, mut theirs) = (String::new(), String::new());
        let read = (&mut lines).take(WORD_BYTES).read_line(&mut word);
        let Some(word) = read.ok().and_then(|_| StartRequest::from_name(word.trim())) else { continue };
        // A version before this one says no screen.
        lines.read_line(&mut theirs).ok();
        let is_here = is_same_screen(theirs.trim(), screen);
        if is_here {
            heard.lock().unwrap_or_else(PoisonError::into_inner).word(word);
        }
        let answer = if is_here { HEARD } else { ELSEWHERE };
        stream.write_all(answer.as_bytes()).and_then(|()| stream.flush()).ok();
    }
}

/// A short name for a data folder, the same in every run: two homes on one machine are two programs.
fn name_of(data: &Path) -> String {
    // FNV-1a, 64 bits: it only has to tell a handful of folders apart.
    let text = data.to_string_lossy();
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("gentleback-{hash:016x}")
}

#[cfg(all(test, unix))]
mod tests;
