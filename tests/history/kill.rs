//! The program is killed at random instants while it writes.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gentleback::history::{Ending, Entry, HEADER, SessionEntry, decode, encode_line};
use gentleback::moment::Stamp;
use gentleback::platform::store::{append_private, read_lines};
use gentleback::session::{Feel, Position};
use jiff::SignedDuration;
use jiff::civil::date;
use jiff::tz::Offset;

/// Set in the child: the file it is to write to.
const FILE: &str = "GENTLEBACK_TEST_HISTORY";
const KILLS_AT_LEAST: usize = 80;
const WRITES_AT_LEAST: usize = 500;
/// On a disk so slow that this is not enough, something is wrong.
const KILLS_AT_MOST: usize = 2_000;
/// What is told of each session, one line after the other.
const STAGES: usize = 3;

fn entry(number: usize, stage: usize) -> Entry {
    let first = Stamp::new(date(2026, 1, 1).at(9, 0, 0, 0), Offset::UTC);
    let started = first.plus(SignedDuration::from_hours(12 * i64::try_from(number).expect("small")));
    Entry::Session(SessionEntry {
        started,
        held_at: Some(started),
        locked_on: None,
        length: Duration::from_secs(60),
        position: Position::Back,
        rounds_done: 3,
        effort: 2,
        ending: if stage == 0 { Ending::Open } else { Ending::Finished },
        feel: (stage == 2).then_some(Feel::Same),
        noted: None,
        plan: None,
    })
}

/// The stage that each session was last told at, by its number, and how many lines a kill has torn.
///
/// The system itself may break a write off where a page of memory ends, so a line that was never reported can be
/// there in part; it costs nothing but itself.
fn told(path: &Path) -> (BTreeMap<usize, usize>, usize) {
    let text = match read_lines(path) {
        Ok(text) => text,
        Err(_) if !path.exists() => return (BTreeMap::new(), 0),
        Err(error) => panic!("{error}"),
    };
    let decoded = decode(&text);
    assert!(!decoded.read_only);
    let known: Vec<[Entry; STAGES]> =
        (0..decoded.entries.len()).map(|number| [0, 1, 2].map(|stage| entry(number, stage))).collect();
    let stage = |(number, found): (usize, &Entry)| {
        (number, known[number].iter().position(|stage| stage == found).expect("in order, none left out, none twice"))
    };
    (decoded.entries.iter().enumerate().map(stage).collect(), decoded.warnings.len())
}

/// Not a test by itself: what the killed program does. It says each line that it was told is on the disk.
#[test]
#[ignore = "run by the kill test as a program of its own"]
fn writes_until_it_is_killed() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let path = Path::new(&path);
    let (mut number, mut stage) = told(path).0.last_key_value().map_or((0, 0), |(&number, &stage)| (number, stage + 1));
    loop {
        if stage == STAGES {
            (number, stage) = (number + 1, 0);
        }
        append_private(path, HEADER, &encode_line(&entry(number, stage))).expect("written");
        println!("\nwritten {number} {stage}");
        stage += 1;
    }
}

#[test]
fn a_kill_at_any_instant_loses_nothing_and_doubles_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("gentleback/history.ron");
    let (mut kills, mut writes, mut unreported) = (0, 0, 0);
    while kills < KILLS_AT_LEAST || writes < WRITES_AT_LEAST {
        assert!(kills < KILLS_AT_MOST, "only {writes} writes: the children are killed too soon to say anything");
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "history::kill::writes_until_it_is_killed", "--ignored", "--nocapture"])
            .env(FILE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("this test runs again");
        let output = BufReader::new(child.stdout.take().expect("piped"));
        // The instant is spread over the time of several writes, from the child's very start on.
        let life = Duration::from_micros(500 + (kills as u64 * 7_919) % 60_000);
        let killer = std::thread::spawn(move || {
            let begun = Instant::now();
            std::thread::sleep(life.saturating_sub(begun.elapsed()));
            child.kill().expect("killed");
            child.wait().expect("gone")
        });
        let reported: Vec<(usize, usize)> = output.lines().map_while(Result::ok).filter_map(|line| report(&line)).collect();
        let status = killer.join().expect("the killer's thread");
        assert!(!status.success(), "the child only ends by being killed");
        kills += 1;

        writes += reported.len();
        let (told, torn) = told(&path);
        assert!(torn <= kills, "{torn} torn lines after {kills} kills");
        let last = told.last_key_value().map(|(&number, &stage)| (number, stage));
        if let Some(&report) = reported.last() {
            assert!(last >= Some(report), "reported {report:?}, found {last:?}");
        }
        unreported += usize::from(last > reported.last().copied() && !reported.is_empty());
        // Every session before the last was told to its end, whichever child told it.
        for (number, stage) in &told {
            assert!(Some((*number, *stage)) == last || *stage == STAGES - 1, "session {number} fell back to stage {stage}");
        }
    }
    println!("{kills} kills, {writes} writes reported, {unreported} times one more line than was reported");
}

/// A whole line of report; a kill may cut off the last.
fn report(line: &str) -> Option<(usize, usize)> {
    let (number, stage) = line.strip_prefix("written ")?.split_once(' ')?;
    Some((number.parse().ok()?, stage.parse().ok()?))
}
