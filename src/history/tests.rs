//! What is remembered survives its file, whatever happens to the file.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, DateTime, date};
use jiff::tz::{Offset, offset};
use proptest::prelude::*;

use super::*;
use crate::moment::Stamp;
use crate::session::{Feel, Position, WarmUp};

/// Written by version 0.1.0. It stays as it is for ever: what people have on disk must go on loading.
const V1: &str = include_str!("../../tests/fixtures/history-v1.ron");

fn at(hour: i8, minute: i8, milli: i32) -> Stamp {
    Stamp::new(date(2026, 11, 22).at(hour, minute, 0, milli * 1_000_000), offset(1))
}

fn begun() -> SessionEntry {
    SessionEntry {
        started: at(9, 30, 125),
        held_at: Some(at(9, 37, 0)),
        locked_on: None,
        length: Duration::from_secs(431),
        position: Position::Back,
        rounds_done: 0,
        effort: 2,
        ending: Ending::Open,
        feel: None,
        noted: None,
        plan: None,
    }
}

/// Written since a session says which plan led it; it stays as it is for ever too.
const V1_PLAN: &str = include_str!("../../tests/fixtures/history-v1-plan.ron");

#[test]
fn a_session_says_which_plan_led_it_and_a_file_that_does_loads_for_ever() {
    let led = SessionEntry { plan: Some("Slow and \"short\"".into()), ..begun() };
    let finished = SessionEntry { ending: Ending::Finished, rounds_done: 3, ..led.clone() };
    let without = SessionEntry { started: at(18, 0, 1), ..begun() };
    let lines = [led, finished.clone(), without.clone()].map(Entry::Session);
    assert_eq!(encode(&lines), V1_PLAN);
    let entries = [finished, without].map(Entry::Session).to_vec();
    assert_eq!(decode(V1_PLAN), Decoded { entries, ..Decoded::default() });
}

/// A program from before plans were kept passes the title over; what it then writes about the session has none.
#[test]
fn a_line_of_an_older_program_does_not_take_the_plan_away() {
    let led = SessionEntry { plan: Some("Slow and short".into()), ..begun() };
    let older = SessionEntry { feel: Some(Feel::Eased), ending: Ending::Finished, plan: None, ..led.clone() };
    let text = encode(&[Entry::Session(led), Entry::Session(older.clone())]);
    let Decoded { entries, warnings, .. } = decode(&text);
    assert_eq!(entries, [Entry::Session(SessionEntry { plan: Some("Slow and short".into()), ..older })]);
    assert!(warnings.is_empty());
    assert_eq!(without(&text, entries[0].name()), HEADER, "deleting it takes both lines");
}

/// What a later program may say of a session is passed over, and costs neither the line nor a warning.
#[test]
fn a_name_that_is_not_known_costs_nothing() {
    let line = encode_line(&Entry::Session(begun())).replace("secs:", "music: Some(\"waves\"), secs:");
    assert!(line.contains("music"), "{line}");
    assert_eq!(decode(&(HEADER.to_owned() + &line)), Decoded { entries: vec![Entry::Session(begun())], ..Decoded::default() });
}

#[test]
fn a_plans_title_from_a_file_is_one_short_line() {
    let line = encode_line(&Entry::Session(SessionEntry { plan: Some("x".into()), ..begun() }));
    for (written, kept) in
        [(" a\\nb ", Some("ab".to_owned())), ("", None), (" \\t", None), (&"é".repeat(90), Some("é".repeat(60)))]
    {
        let text = HEADER.to_owned() + &line.replace("\"x\"", &format!("\"{written}\""));
        let Decoded { entries, warnings, .. } = decode(&text);
        let Some(Entry::Session(session)) = entries.first() else { panic!("{warnings:?}") };
        assert_eq!(session.plan.as_deref(), kept.as_deref(), "{written}");
    }
}

/// What every version has written beside the history; both stay as they are for ever.
const GUARD_V1: &str = include_str!("../../tests/fixtures/limit-v1.ron");
const GUARD_V2: &str = include_str!("../../tests/fixtures/limit-v2.ron");

fn guard() -> Guard {
    let utc = |minute: i8| Stamp::new(date(2026, 11, 20).at(0, minute, 0, 0), Offset::UTC);
    let half = jiff::SignedDuration::from_millis(500);
    Guard {
        entries: 3,
        last: Some(utc(5).seen_from(offset(-3))),
        latest_seen: Some(utc(7).plus(half).seen_from(offset(14))),
        held: vec![utc(5).seen_from(offset(-3)), utc(9)],
        locks: vec![date(2026, 11, 22)],
        emergency: None,
        restricted: Some(Restrictions { needs_check: true, avoid_back_lying: false, avoid_floor: true, avoid_pressing: false }),
    }
}

#[test]
fn a_guard_of_every_version_loads_for_ever() {
    assert_eq!(Guard::decode(GUARD_V1), (Some(Guard { restricted: None, ..guard() }), GuardFile::Sound));
    assert_eq!(Guard::decode(GUARD_V2), (Some(guard()), GuardFile::Sound));
    assert_eq!(guard().encode(), GUARD_V2);
}

#[test]
fn a_newer_guard_is_read_and_a_damaged_one_is_told_apart_from_none() {
    let newer = GUARD_V2.replace("version: 2", "version: 3").replace("entries: 3,", "entries: 3, moon: Some(full),");
    assert_eq!(Guard::decode(&newer), (Some(guard()), GuardFile::Newer));
    for damaged in
        ["", "\0\0\0\0", &GUARD_V2[..150], &GUARD_V2.replace("true", "maybe"), &GUARD_V2.replace("entries: 3", "entries: -3")]
    {
        assert_eq!(Guard::decode(damaged), (None, GuardFile::Damaged), "{damaged}");
    }
    assert!(Guard::default().is_empty() && !guard().is_empty());
    assert!(!Guard { restricted: guard().restricted, ..Guard::default() }.is_empty());
}

/// From an import, a folder that is synced, or a disk: no number of a line takes the window down.
#[test]
fn numbers_beyond_all_measure_are_cut_and_nothing_falls_over_them() {
    let day = "locked_on: Some(\"2026-11-22\")";
    let lines = [
        format!(
            "session(started: \"9999-12-30T22:00:00-25:59\", held_at: None, {day}, secs: 9223372036854775807, position: back, rounds: 255, effort: 255, ending: stopped, feel: None)"
        ),
        format!(
            "session(started: \"-009999-01-03T00:00:00+25:59\", held_at: None, {day}, secs: 18446744073709551615, position: back, rounds: 0, effort: 2, ending: stopped, feel: None)"
        ),
        "warm_up(started: \"9999-12-30T21:00:00-25:59\", secs: 9223372036854775807)".to_owned(),
        "warm_up(started: \"2026-11-22T09:00:00+00:00\", secs: 18446744073709551615)".to_owned(),
        "lock(at: \"-009999-01-03T00:00:00+25:59\")".to_owned(),
    ];
    let decoded = decode(&(HEADER.to_owned() + &lines.join("\n")));
    assert_eq!((decoded.entries.len(), decoded.warnings), (5, vec![]));
    let lengths = decoded.entries.iter().filter_map(|entry| match entry {
        Entry::Session(session) => {
            assert!(session.effort <= 10);
            Some(session.length)
        }
        Entry::WarmUp { length, .. } => Some(*length),
        Entry::Lock { .. } => None,
    });
    assert!(lengths.into_iter().all(|length| length.as_secs() <= LONGEST_SECS));
    let log = Log::new(decoded.entries.clone());
    for entry in &decoded.entries {
        log.leads_to_a_session(entry);
        assert!(log.get(entry.name()).is_some());
        log.within(entry.started().date(), Date::MAX).count();
    }
    for (first, last) in [(Date::MIN, Date::MAX), (Date::MAX, Date::MIN)] {
        log.marks_of(first, last);
        summary(&log, last, 60);
    }
    csv(&log);
    preview(&export(&log), &log, begun().started).expect("our own");
}

/// A text of nothing but damage costs neither memory nor time: it is no history, and stays as it is.
#[test]
fn damage_without_end_is_bounded() {
    let decoded = decode(&"x\n".repeat(3_000_000));
    assert!(decoded.too_damaged && decoded.mended.is_none());
    assert!(decoded.warnings.len() <= WARNINGS_TOLD && decoded.unreadable <= DAMAGED_LINES_LIMIT + 1);
    assert_eq!(read_import(&"x\n".repeat(20_000)), Err(Refused::NoHistory));
    // One line without an end is not even looked at.
    let long = format!("{HEADER}{}\n{}", "(".repeat(LINE_LIMIT_BYTES + 1), encode_line(&Entry::Session(begun())));
    let decoded = decode(&long);
    assert_eq!((decoded.entries.len(), decoded.unreadable), (1, 1));
}

/// What is deleted is gone from the copies of a damaged file too, also where its line was torn.
#[test]
fn deleting_takes_torn_lines_along() {
    let (gone, stays) = (Entry::Session(begun()), Entry::lock(at(21, 0, 0)));
    let line = encode_line(&gone);
    let torn = &line[..line.len() / 2];
    let text = format!("{HEADER}{line}{torn}\n{}nonsense\n", encode_line(&stays));
    assert_eq!(without(&text, gone.name()), format!("{HEADER}{}nonsense\n", encode_line(&stays)));
    let changed = rewritten(&text, gone.name(), &line);
    assert_eq!(changed, format!("{HEADER}{}nonsense\n{line}", encode_line(&stays)));
}

/// The fixture's lines in their order.
fn v1_lines() -> Vec<Entry> {
    let finished = SessionEntry { length: Duration::from_secs(702), rounds_done: 3, ending: Ending::Finished, ..begun() };
    let answered = SessionEntry { effort: 3, feel: Some(Feel::Eased), ..finished.clone() };
    let second = SessionEntry { started: at(18, 0, 1), held_at: None, position: Position::AllFours, ..begun() };
    let stopped = SessionEntry { locked_on: Some(date(2026, 11, 22)), ending: Ending::Stopped, ..second };
    let abroad = Stamp::new(date(2026, 11, 23).at(7, 5, 9, 0), Offset::from_seconds(-(3 * 3600 + 1800)).expect("in range"));
    let same = SessionEntry { started: abroad, position: Position::Side, feel: Some(Feel::Same), ..answered.clone() };
    let worse = SessionEntry { started: at(6, 0, 999), position: Position::Wall, feel: Some(Feel::Worse), ..stopped.clone() };
    vec![
        Entry::Session(begun()),
        Entry::Session(finished),
        Entry::Session(answered),
        Entry::Session(stopped),
        Entry::warm_up(at(20, 0, 0), Duration::from_secs(300), WarmUpSet::default()),
        Entry::Lock { at: at(21, 0, 0) },
        Entry::Session(same),
        Entry::Session(worse),
    ]
}

fn encode(lines: &[Entry]) -> String {
    HEADER.to_owned() + &lines.iter().map(encode_line).collect::<String>()
}

/// The last of each kind and beginning, in the order of the first: the rule said a second time, slowly.
fn newest(lines: &[Entry]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines {
        match entries.iter_mut().find(|entry| entry.name() == line.name()) {
            Some(older) => *older = line.clone().after(older),
            None => entries.push(line.clone()),
        }
    }
    entries
}

#[test]
fn a_file_of_version_1_loads_for_ever() {
    let lines = v1_lines();
    let decoded = decode(V1);
    assert_eq!(decoded, Decoded { entries: lines[2..].to_vec(), ..Decoded::default() });
    // Equality of stamps is that of instants; the clock face must come back as well.
    assert_eq!(decoded.entries[0].started().civil, lines[2].started().civil);
    assert_eq!(decoded.entries[4].started().offset, lines[6].started().offset);
}

#[test]
fn what_is_written_today_is_the_fixture() {
    assert_eq!(encode(&v1_lines()), V1);
}

#[test]
fn no_reason_for_a_stop_is_written_down() {
    for sign in ["sharp", "numb", "weak", "pain", "sign"] {
        assert!(!encode(&v1_lines()).contains(sign), "{sign}");
    }
}

#[test]
fn an_empty_file_is_an_empty_history() {
    assert_eq!(decode(""), Decoded::default());
    // A mark means two bytes a letter: what the program adds is in another form, so it is written anew first.
    assert_eq!(decode("\u{feff}\r\n"), Decoded { mended: Some("\n".to_owned()), ..Decoded::default() });
    assert_eq!(decode(HEADER), Decoded::default());
}

#[test]
fn a_line_cut_off_costs_only_itself() {
    let last = V1.trim_end().rfind('\n').expect("many lines") + 1;
    for cut in [1, 10, V1[last..].len() - 2] {
        let decoded = decode(&V1[..last + cut]);
        assert_eq!(decoded.entries, v1_lines()[2..7]); // the first three lines are about one session
        assert_eq!(decoded.warnings.len(), 1);
        assert_eq!(decoded.warnings[0].line, 10);
        assert_eq!(decoded.mended.as_deref(), Some(&V1[..last]));
    }
    // Without the end of the line only, nothing is lost.
    assert_eq!(decode(V1.trim_end()), decode(V1));
}

#[test]
fn a_slip_of_the_pen_is_told_and_never_takes_a_hold_away_unseen() {
    for (from, to) in [("held_at", "hold_at"), ("locked_on", "locked"), ("+01:00", ""), ("T09:30", "T29:30"), ("back", "neck")] {
        let text = HEADER.to_owned() + &encode_line(&Entry::Session(begun())).replacen(from, to, 1);
        let decoded = decode(&text);
        assert_eq!((decoded.entries.len(), decoded.warnings.len()), (0, 1), "{text}");
        assert_eq!(decoded.warnings[0].line, 3, "{text}");
        assert!(decoded.warnings[0].to_string().starts_with("line 3: column "), "{}", decoded.warnings[0]);
    }
}

#[test]
fn a_file_edited_on_another_system_is_read() {
    let edited = format!("\u{feff}{}", V1.replace('\n', "\r\n\r\n"));
    assert_eq!(decode(&edited).entries, decode(V1).entries);
    assert_eq!(decode(&edited).warnings, []);
}

#[test]
fn a_newer_file_is_read_as_far_as_it_goes_and_never_added_to() {
    let more = "session_of_tomorrow(started: 3)\n";
    let noted = "lock(at: \"2026-11-24T06:00:00+00:00\", note: [1, (a: \"b\")])\n";
    // A program of version 2 that found a file of version 1 and added to it.
    let decoded = decode(&format!("{V1}(version: 2)\n{more}{noted}"));
    assert!(decoded.read_only);
    assert_eq!((&decoded.warnings, &decoded.mended), (&vec![], &None));
    assert_eq!(decoded.entries.len(), 7, "six entries and the lock of tomorrow");
    // In a file of this version the line is damage, and a name too many is not.
    let decoded = decode(&format!("{V1}{more}{noted}"));
    assert_eq!((decoded.entries.len(), decoded.warnings.len(), decoded.read_only), (7, 1, false));
}

#[test]
fn every_number_is_cut_to_what_can_be_and_no_line_is_lost_for_it() {
    let huge = ["9223372036854775807", "18446744073709551615"];
    for huge in huge {
        let text = HEADER.to_owned() + &encode_line(&Entry::Session(begun()));
        let text = text
            .replace(&format!("secs: {}", begun().length.as_secs()), &format!("secs: {huge}"))
            .replace("rounds: 0", &format!("rounds: {huge}"));
        let decoded = decode(&text);
        let [Entry::Session(session)] = decoded.entries.as_slice() else { panic!("{text}: {decoded:?}") };
        assert_eq!((session.length.as_secs(), session.rounds_done), (7 * 24 * 60 * 60, 99));
        let walk = format!("{HEADER}warm_up(started: \"2026-11-22T09:00:00+01:00\", secs: {huge})\n");
        let log = Log::new(decode(&walk).entries);
        assert!(!log.leads_to_a_session(&log.entries()[0]), "asked without a fall");
    }
}

#[test]
fn a_file_of_rubbish_is_told_briefly_and_costs_little() {
    let decoded = decode(&(V1.to_owned() + &"x\n".repeat(9_000)));
    assert_eq!((&decoded.entries, decoded.warnings.len(), decoded.unreadable), (&decode(V1).entries, WARNINGS_TOLD, 9_000));
    let long = format!("{V1}lock(at: \"2026-11-24T06:00:00+00:00\", note: \"{}\")\n", "x".repeat(LINE_LIMIT_BYTES));
    let [warning] = decode(&long).warnings.try_into().expect("one warning");
    assert_eq!(warning.why, Trouble::TooLong);
}

#[test]
fn nothing_of_a_damaged_line_is_told() {
    let [warning] = decode(&format!("{HEADER}warm_up(started: \"my secret\", secs: 3)\n")).warnings.try_into().expect("one");
    assert!(!format!("{warning:?} {warning}").contains("secret"), "{warning:?}");
}

#[test]
fn a_file_in_two_bytes_a_letter_is_read_and_written_anew() {
    let text = V1.replace("Slow", "Słow");
    let bytes: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let decoded = decode(&crate::source::lines(&bytes));
    assert_eq!((&decoded.entries, decoded.warnings.len()), (&decode(&text).entries, 0));
    assert_eq!(decoded.mended.as_deref(), Some(text.as_str()));
}

#[test]
fn a_missing_version_is_told_and_mended() {
    let headless = V1.strip_prefix(HEADER).expect("the fixture's head");
    let decoded = decode(headless);
    assert_eq!(decoded.entries, decode(V1).entries);
    assert_eq!(decoded.mended.as_deref(), Some(V1));
}

fn any_stamp() -> impl Strategy<Value = Stamp> {
    let day = proptest::sample::select(vec![date(1969, 12, 31), date(2024, 2, 29), date(2026, 11, 22), Date::MAX, Date::MIN]);
    (day, 0i8..24, 0i8..60, 0i8..60, 0i32..1000, -12i32 * 60..=14 * 60).prop_map(
        |(day, hour, minute, second, milli, from_utc)| {
            let offset = Offset::from_seconds(from_utc * 60).expect("a day at most");
            Stamp::new(DateTime::from_parts(day, jiff::civil::time(hour, minute, second, milli * 1_000_000)), offset)
        },
    )
}

/// One of the notes, or none, by chance.
fn noted_or_not(chance: u64) -> Option<Noted> {
    Noted::ALL.get(usize::try_from(chance % 9).expect("small")).copied()
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let position = proptest::sample::select(Position::ALL.to_vec());
    let ending = proptest::sample::select(vec![Ending::Open, Ending::Finished, Ending::Stopped]);
    let feel = proptest::option::of(proptest::sample::select(Feel::ALL.to_vec()));
    let held_at = proptest::option::of(any_stamp());
    let lock = proptest::option::of(any_stamp().prop_map(Stamp::date));
    let session = (any_stamp(), held_at, lock, 0u64..100_000, position, (0..=99_u8, 0..=10_u8), ending, feel).prop_map(
        |(started, held_at, locked_on, secs, position, (rounds_done, effort), ending, feel)| {
            let length = Duration::from_secs(secs);
            Entry::Session(SessionEntry {
                started,
                held_at,
                locked_on,
                length,
                position,
                rounds_done,
                effort,
                ending,
                feel,
                noted: noted_or_not(secs),
                plan: [None, Some("Slow and short"), Some("“Wall”, 3 \\ (short)")][(secs % 3) as usize].map(Arc::from),
            })
        },
    );
    prop_oneof![
        4 => session,
        1 => (any_stamp(), 0u64..10_000, proptest::sample::subsequence(WarmUp::ALL.to_vec(), 0..=6)).prop_map(
            |(started, secs, cards)| Entry::warm_up(started, Duration::from_secs(secs), cards.into_iter().collect())
        ),
        1 => any_stamp().prop_map(|at| Entry::Lock { at }),
    ]
}

/// Entries, some of them told of more than once.
fn any_lines() -> impl Strategy<Value = Vec<Entry>> {
    proptest::collection::vec(any_entry(), 0..12).prop_flat_map(|lines| {
        let again: Vec<Entry> = lines.iter().flat_map(|line| [line.clone(), line.clone()]).collect();
        Just(again).prop_shuffle()
    })
}

proptest! {
    #[test]
    fn every_entry_survives_the_file(lines in any_lines()) {
        let decoded = decode(&encode(&lines));
        prop_assert_eq!(&decoded, &Decoded { entries: newest(&lines), ..Decoded::default() });
        for (read, written) in decoded.entries.iter().zip(newest(&lines)) {
            prop_assert_eq!(read.started().civil, written.started().civil);
        }
    }

    /// A cut leaves every whole line before it, and what is appended behind it on a line of its own.
    #[test]
    fn a_cut_anywhere_costs_one_line(lines in any_lines(), cut: proptest::sample::Index, more in any_lines()) {
        let text = encode(&lines);
        let cut = HEADER.len() + cut.index(text.len() - HEADER.len() + 1);
        // The store reads half a letter as a mark in its place; here the cut is before it.
        let cut = text.floor_char_boundary(cut);
        let whole = text[HEADER.len()..cut].matches('\n').count();
        let more_text: String = more.iter().map(encode_line).collect();
        let decoded = decode(&format!("{}\n{more_text}", &text[..cut]));
        let before = [&lines[..whole], &more].concat();
        // A cut right before the end of a line leaves it whole.
        let with_it = [&lines[..(whole + 1).min(lines.len())], &more].concat();
        let expected = if decoded.warnings.is_empty() && text[..cut].ends_with(')') { newest(&with_it) } else { newest(&before) };
        prop_assert_eq!(&decoded.entries, &expected);
        if let Some(mended) = decoded.mended {
            prop_assert_eq!(decode(&mended), Decoded { entries: expected, ..Decoded::default() });
        }
    }

    /// Damaged bytes on one line cost no other line, and never more than a warning.
    #[test]
    fn damage_inside_a_line_costs_that_line(
        lines in proptest::collection::vec(any_entry(), 1..8),
        which: proptest::sample::Index,
        place: proptest::sample::Index,
        junk in proptest::collection::vec(any::<u8>().prop_filter("stays on the line", |byte| !b"\n".contains(byte)), 1..9),
    ) {
        let texts: Vec<String> = lines.iter().map(encode_line).collect();
        let hit = which.index(texts.len());
        let mut bytes = HEADER.as_bytes().to_vec();
        for (index, text) in texts.iter().enumerate() {
            let mut line = text.clone().into_bytes();
            if index == hit {
                let start = place.index(line.len() - 1);
                let end = (start + junk.len()).min(line.len() - 1);
                line.splice(start..end, junk.iter().copied());
            }
            bytes.extend(line);
        }
        let decoded = decode(&String::from_utf8_lossy(&bytes));
        prop_assert!(decoded.warnings.len() <= 1);
        // What is left of the line may by chance still be one, even of another entry; the others are as they were.
        let others: Vec<Entry> = [&lines[..hit], &lines[hit + 1..]].concat();
        for other in newest(&others) {
            let unique = lines.iter().filter(|line| line.name() == other.name()).count() == 1;
            let touched = decoded.entries.iter().any(|entry| entry.name() == other.name() && *entry != other);
            prop_assert!(decoded.entries.contains(&other) || !unique || touched, "{other:?}");
        }
    }

    #[test]
    fn no_text_at_all_brings_decoding_down(text in "\\PC{0,300}", cut in 0usize..2000) {
        decode(&text);
        let damaged: String = V1.chars().take(cut).chain(text.chars()).collect();
        let decoded = decode(&damaged);
        if let Some(mended) = decoded.mended {
            prop_assert!(decode(&mended).warnings.is_empty());
            prop_assert_eq!(decode(&mended).entries, decoded.entries);
        }
    }
}
