//! The program is killed at random instants while it writes to all of its files at once.
//!
//! A usual run kills a few times; `GENTLEBACK_KILLS=500` says how often instead.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gentleback::app::Day;
use gentleback::history::{Ending, Entry, Guard, GuardFile, HEADER, Restrictions, SessionEntry, decode, encode_line};
use gentleback::limit::{DailyLimit, Verdict, may_press};
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::platform::store::{append_private, read_lines, read_text, write_private};
use gentleback::reminder::{Memory, Read};
use gentleback::session::{Feel, Position};
use gentleback::settings::{self, Settings};
use jiff::SignedDuration;
use jiff::civil::date;
use jiff::tz::Offset;

/// Set in the child: the folder it is to write in.
const FOLDER: &str = "GENTLEBACK_TEST_FOLDER";
/// How many kills are asked for.
const KILLS: &str = "GENTLEBACK_KILLS";
/// How many, where the environment does not say.
const USUAL_KILLS: usize = 60;
/// A child that is killed before it writes says nothing; this many writes have to be seen for each kill, on average.
const WRITES_PER_KILL: usize = 4;
/// On a disk so slow that this many times the kills are not enough, something is wrong.
const TRIES_PER_KILL: usize = 25;
/// What is told of each session, one line after the other.
const STAGES: usize = 3;

/// The files of one person.
struct Files {
    history: PathBuf,
    guard: PathBuf,
    settings: PathBuf,
    reminders: PathBuf,
}

impl Files {
    fn under(folder: &Path) -> Self {
        let (data, config) = (folder.join("data/gentleback"), folder.join("config/gentleback"));
        Self {
            history: data.join("history.ron"),
            guard: data.join("limit.ron"),
            settings: config.join("settings.ron"),
            reminders: data.join("reminders.ron"),
        }
    }
}

/// When session `number` was held: one every second day, so that each has a day that is its own.
fn held_at(number: usize) -> Stamp {
    let first = Stamp::new(date(2026, 1, 1).at(9, 0, 0, 0), Offset::UTC);
    first.plus(SignedDuration::from_hours(48 * i64::try_from(number).expect("small")))
}

fn entry(number: usize, stage: usize) -> Entry {
    Entry::Session(SessionEntry {
        started: held_at(number),
        held_at: Some(held_at(number)),
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

/// What the limit keeps once session `number` has been held: every day of it closed, and a sign that waits.
fn guard(number: usize) -> Guard {
    Guard {
        entries: number,
        last: number.checked_sub(1).map(held_at),
        latest_seen: Some(held_at(number)),
        held: vec![held_at(number)],
        locks: vec![held_at(number).date()],
        restricted: Some(Restrictions { needs_check: true, ..Restrictions::default() }),
        emergency: None,
    }
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
    (decoded.entries.iter().enumerate().map(stage).collect(), decoded.unreadable)
}

/// The number that the settings carry, in a field that takes any text.
fn number_in_settings(path: &Path) -> Option<usize> {
    let text = read_text(path).ok()?;
    let decoded = settings::decode(&text);
    assert!(decoded.damage.is_none() && decoded.warnings.is_empty() && decoded.settings.needs_check, "{:?}", decoded.warnings);
    Some(decoded.settings.region.expect("the number").parse().expect("a number"))
}

fn number_in_reminders(path: &Path) -> Option<usize> {
    let text = read_text(path).ok()?;
    let Read::Memory(memory) = Memory::decode(&text) else { panic!("{text}") };
    let since = memory.last_at.expect("the number").since(held_at(0));
    Some(usize::try_from(since.as_hours() / 48).expect("not before the first"))
}

/// Not a test by itself: what the killed program does. It says each thing that it was told is on the disk.
#[test]
#[ignore = "run by the kill test as a program of its own"]
fn writes_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let files = Files::under(Path::new(&folder));
    let first = |last: Option<usize>| last.map_or(0, |last| last + 1);
    std::thread::scope(|threads| {
        // As in the program, each of these has a thread of its own, and none waits for another.
        threads.spawn(|| {
            for number in first(number_in_settings(&files.settings)).. {
                let settings = Settings { region: Some(number.to_string()), needs_check: true, ..Settings::default() };
                write_private(&files.settings, settings::encode(&settings).as_bytes()).expect("written");
                println!("\nwritten settings {number} 0");
            }
        });
        threads.spawn(|| {
            for number in first(number_in_reminders(&files.reminders)).. {
                let mut memory = Memory::default();
                memory.note(None, held_at(number));
                write_private(&files.reminders, memory.encode().as_bytes()).expect("written");
                println!("\nwritten reminders {number} 0");
            }
        });
        let (mut number, mut stage) =
            told(&files.history).0.last_key_value().map_or((0, 0), |(&number, &stage)| (number, stage + 1));
        loop {
            if stage == STAGES {
                (number, stage) = (number + 1, 0);
            }
            if stage == 0 {
                write_private(&files.guard, guard(number).encode().as_bytes()).expect("written");
                println!("\nwritten guard {number} 0");
            }
            append_private(&files.history, HEADER, &encode_line(&entry(number, stage))).expect("written");
            println!("\nwritten history {number} {stage}");
            stage += 1;
        }
    });
}

/// A whole line of report; a kill may cut off the last.
fn report(line: &str) -> Option<(String, (usize, usize))> {
    let mut words = line.strip_prefix("written ")?.split(' ');
    let (store, number, stage) = (words.next()?, words.next()?, words.next()?);
    Some((store.to_owned(), (number.parse().ok()?, stage.parse().ok()?)))
}

/// The day on which this session was held is closed, by what the two files say, and the sign still waits.
fn assert_closed(files: &Files, number: usize) {
    let (guard, file) = Guard::decode(&read_text(&files.guard).expect("readable"));
    let guard = guard.expect("whole");
    assert_eq!(file, GuardFile::Sound);
    assert!(guard.restricted.is_some_and(|restricted| restricted.needs_check));
    let now = Now::new(Moment::START, held_at(number).plus(SignedDuration::from_hours(1)));
    for with_history in [true, false] {
        let mut day = Day::default();
        if with_history {
            day.remember(&decode(&read_lines(&files.history).unwrap_or_default()).entries);
        }
        day.guarded_by(&guard, now);
        day.see(now);
        let verdict = may_press(now.stamp, DailyLimit::Twice, day.record(now));
        assert!(matches!(verdict, Verdict::Closed { .. }), "the day of session {number} is open: {verdict:?}");
    }
}

#[test]
fn a_kill_at_any_instant_loses_nothing_doubles_nothing_and_opens_nothing() {
    let asked = std::env::var(KILLS).ok().map(|count| count.parse().expect("a number of kills"));
    let wanted: usize = asked.unwrap_or(USUAL_KILLS);
    let dir = tempfile::tempdir().expect("a folder");
    let files = Files::under(dir.path());
    let (mut kills, mut writes, mut unreported) = (0, BTreeMap::<String, usize>::new(), 0);
    while kills < wanted || writes.values().sum::<usize>() < wanted * WRITES_PER_KILL {
        assert!(kills < wanted * TRIES_PER_KILL, "only {writes:?}: the children are killed too soon to say anything");
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "history::kill::writes_until_it_is_killed", "--ignored", "--nocapture"])
            .env(FOLDER, dir.path())
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
        let mut last: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (store, place) in output.lines().map_while(Result::ok).filter_map(|line| report(&line)) {
            *writes.entry(store.clone()).or_default() += 1;
            last.insert(store, place);
        }
        let status = killer.join().expect("the killer's thread");
        assert!(!status.success(), "the child only ends by being killed");
        kills += 1;

        let (told, torn) = told(&files.history);
        assert!(torn <= kills, "{torn} torn lines after {kills} kills");
        let found = told.last_key_value().map(|(&number, &stage)| (number, stage));
        if let Some(&reported) = last.get("history") {
            assert!(found >= Some(reported), "reported {reported:?}, found {found:?}");
            unreported += usize::from(found > Some(reported));
        }
        // Every session before the last was told to its end, whichever child told it.
        for (number, stage) in &told {
            assert!(Some((*number, *stage)) == found || *stage == STAGES - 1, "session {number} fell back to stage {stage}");
        }
        // What the history tells of is closed, and so is what was only about to be told there.
        let closed = [found.map(|(number, _)| number), last.get("guard").map(|&(number, _)| number)];
        closed.into_iter().flatten().for_each(|number| assert_closed(&files, number));
        for (store, number) in
            [("settings", number_in_settings(&files.settings)), ("reminders", number_in_reminders(&files.reminders))]
        {
            let reported = last.get(store).map(|&(number, _)| number);
            assert!(number >= reported, "{store}: reported {reported:?}, found {number:?}");
        }
    }
    println!("{kills} kills, writes reported {writes:?}, {unreported} times one more line than was reported");
}
