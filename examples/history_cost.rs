//! What a long history costs: reading it, counting it, a frame's questions, one more entry, and its memory.
//!
//! `cargo run --release --example history_cost [ENTRIES] [FILE]`; 20,000 entries without a number. With a file name,
//! the history is written there as well, to start the program with. Each entry has as many lines as a session writes.

use std::{env, fs, hint::black_box, time::Duration, time::Instant};

use gentleback::app::HistoryState;
use gentleback::content::Customs;
use gentleback::history::{
    Ending, Entry, HEADER, Log, SessionEntry, WarmUpSet, csv, decode, encode_line, preview, summary, without,
};
use gentleback::moment::Stamp;
use gentleback::session::{Feel, Position};
use jiff::{SignedDuration, civil::date, tz::Offset};

/// Lines that a session writes from its first hold to its answer.
const LINES: usize = 3;

/// The time of one run, as the middle of some.
fn timed<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..9)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{name:<34} {:>10.3} ms", times[times.len() / 2].as_secs_f64() * 1_000.0);
}

/// What the system says of this program's memory, in kB.
fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let number = status.lines().find(|found| found.starts_with(line)).and_then(|found| found.split_whitespace().nth(1));
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Ten years and more: two a day, most of them sessions.
fn entries(count: usize) -> Vec<Entry> {
    let first = Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC);
    let back = |number: usize| -SignedDuration::from_hours(12 * i64::try_from(count - number).unwrap_or(0));
    let entry = |number: usize| {
        let started = first.plus(back(number));
        match number % 10 {
            0 => Entry::warm_up(started, Duration::from_secs(420), WarmUpSet::default()),
            _ => Entry::Session(SessionEntry {
                started,
                held_at: Some(started),
                locked_on: None,
                length: Duration::from_secs(700),
                position: Position::ALL[number % 4],
                rounds_done: 3,
                effort: 2,
                ending: if number % 50 == 1 { Ending::Stopped } else { Ending::Finished },
                feel: Feel::ALL.get(number % 4).copied(),
                noted: None,
                plan: None,
            }),
        }
    };
    (0..count).map(entry).collect()
}

fn main() {
    let mut arguments = env::args().skip(1);
    let count: usize = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(20_000);
    let known = entries(count);
    let lines = known.iter().flat_map(|entry| vec![encode_line(entry); LINES]);
    let text = lines.fold(HEADER.to_owned(), |text, line| text + &line);
    if let Some(path) = arguments.next() {
        fs::write(&path, &text).expect("a writable place");
    }
    println!("{count} entries in {} lines, {} kB", text.lines().count(), text.len() / 1024);
    let before = memory("VmRSS");
    let decoded = decode(&text);
    assert_eq!((decoded.entries.len(), decoded.warnings.len()), (count, 0));
    let state = HistoryState { log: Log::new(decoded.entries.clone()), ..HistoryState::default() };
    drop(decoded);
    println!("memory of the log: about {} kB", memory("VmRSS").saturating_sub(before));

    let today = date(2026, 11, 22);
    timed("read the file's text", || decode(&text).entries.len());
    timed("count it by the day", || Log::new(known.clone()).entries().len());
    timed("a page's questions, each frame", || {
        let (listed, more) = state.listed(today);
        let days: u32 = state.calendar(today, Customs::default()).iter().map(|&day| state.log.marks(day).sessions).sum();
        let weeks: u32 =
            state.chart_weeks(today, Customs::default()).iter().map(|&first| state.log.marks_of(first, first).eased).sum();
        let alone = listed.iter().filter(|entry| state.log.leads_to_a_session(entry)).count();
        (listed.len(), more, days, weeks, state.month_steps(today), alone)
    });
    let mut log = state.log.clone();
    let next = Entry::lock(Stamp::new(today.at(20, 0, 0, 0), Offset::UTC));
    timed("one more entry, and gone again", || {
        log.put(next.clone());
        log.remove(next.name())
    });
    timed("the summary of four weeks", || summary(&state.log, today, 4).days_pressed);
    timed("the file without one entry", || without(&text, known[count / 2].name()).len());
    timed("the table for a spreadsheet", || csv(&state.log).len());
    timed("look at an import of all of it", || preview(&text, &state.log, next.started()).map(|preview| preview.known));
    println!("most memory ever: {} kB", memory("VmHWM"));
}
