//! The table as it is written, and as spreadsheets give it back.

use std::time::Duration;

use jiff::civil::date;
use jiff::tz::offset as zone;
use proptest::prelude::*;

use super::*;
use crate::history::{SessionEntry, WarmUpSet};
use crate::moment::Stamp;
use crate::source;

/// Reads a table as RFC 4180 has it, written from the rules and not from the writer.
fn rows_of(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => field.extend(rest.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted && rest.peek() == Some(&'\n') => {
                rest.next();
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    assert!(row.is_empty() && field.is_empty() && !quoted, "the last row is whole");
    rows
}

fn at(hour: i8) -> Stamp {
    Stamp::new(date(2026, 11, 22).at(hour, 30, 0, 125_000_000), zone(-3))
}

fn session(plan: &str) -> SessionEntry {
    SessionEntry {
        started: at(9),
        held_at: Some(at(9)),
        locked_on: Some(date(2026, 11, 22)),
        length: Duration::from_secs(703),
        position: Position::AllFours,
        rounds_done: 1,
        effort: 2,
        ending: Ending::Stopped,
        feel: Some(Feel::Worse),
        noted: Some(Noted::MorePain),
        plan: Some(plan.into()),
    }
}

fn entries(plan: &str) -> Vec<Entry> {
    let cards = WarmUpSet::default().with(WarmUp::CatCow).with(WarmUp::Walk);
    vec![Entry::warm_up(at(8), Duration::from_secs(420), cards), Entry::Session(session(plan)), Entry::lock(at(20))]
}

fn taken_back(text: &str) -> Vec<Entry> {
    let rows = read(text, 5).expect("a table of ours");
    assert_eq!((rows.faults, rows.unreadable), (vec![], 0), "{text}");
    rows.entries
}

#[test]
fn each_kind_of_entry_is_a_row() {
    assert_eq!(
        csv(&Log::new(entries("=Slow, and short"))),
        "\u{feff}kind,started,day,minutes,position,rounds,effort_of_10,ended,felt,noted,pressing_off_on,warm_ups,plan,held_at,seconds\r\n\
         warm_up,2026-11-22T08:30:00.125-03:00,2026-11-22,7.0,,,,,,,,walk cat-cow,,,420\r\n\
         session,2026-11-22T09:30:00.125-03:00,2026-11-22,11.7,all_fours,1,2,stopped,worse,more_pain,2026-11-22,,\"'=Slow, and short\",2026-11-22T09:30:00.125-03:00,703\r\n\
         pressing_off,2026-11-22T20:30:00.125-03:00,2026-11-22,,,,,,,,2026-11-22,,,,\r\n"
    );
}

#[test]
fn no_sign_that_cuts_a_row_lets_a_formula_out() {
    for (plan, written) in [
        ("Slow;=1+1", "\"Slow;'=1+1\""),
        ("a\t@b", "\"a\t'@b\""),
        ("a,-b", "\"a,'-b\""),
        ("a\";+b", "\"a\"\";'+b\""),
        ("a; =b", "\"a; '=b\""),
        ("'=b", "''=b"),
        ("＝b", "'＝b"),
        ("it's; slow", "\"it's; slow\""),
        ("a - b", "a - b"),
    ] {
        assert_eq!(field(plan), written, "{plan:?}");
        assert_eq!(unguarded(&guarded(plan)), plan);
    }
}

#[test]
fn our_own_table_is_read_back_as_spreadsheets_write_it() {
    let entries = entries("Slow;=1+1, \"so\" ‘é’");
    let text = csv(&Log::new(entries.clone()));
    assert_eq!(taken_back(text.trim_start_matches(MARK)), entries);
    // All of it through the door that files come in by.
    let cut_by = |separator: char| -> String {
        let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string());
        rows_of(text.trim_start_matches(MARK)).iter().map(row).collect::<Vec<_>>().join("\n")
    };
    for separator in SEPARATORS {
        let text = cut_by(separator);
        let wide: Vec<u8> = format!("{MARK}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.clone().into_bytes(), format!("{MARK}{text}").into_bytes(), wide] {
            assert_eq!(taken_back(source::lines(&bytes).trim_start_matches(MARK)), entries, "cut by {separator:?}");
        }
        assert_eq!(taken_back(&format!("sep={separator}\r\n{text}")), entries);
    }
    // Windows' older form, in which spreadsheets write where nobody asks them for another.
    let old = source::lines(
        &text
            .replace('é', "\u{1}")
            .replace(['‘', '’', MARK], "")
            .bytes()
            .map(|b| if b == 1 { 0xe9 } else { b })
            .collect::<Vec<_>>(),
    );
    let Some(Entry::Session(session)) = taken_back(&old).into_iter().nth(1) else { panic!("{old}") };
    assert_eq!(session.plan.as_deref(), Some("Slow;=1+1, \"so\" é"));
}

#[test]
fn a_table_of_an_older_program_is_read_and_what_it_does_not_say_closes() {
    let head = "kind;started;day;minutes;position;rounds;effort_of_10;ended;felt;noted;pressing_off_on;warm_ups;plan\r\n";
    let row = "session;2026-11-20T09:00:00+01:00;20.11.2026;11,7;back;3;2;finished;eased;;20.11.26;;\r\n";
    let [Entry::Session(session)] = &taken_back(&format!("{head}{row}"))[..] else { panic!("one session") };
    assert_eq!((session.length.as_secs(), session.rounds_done, session.held_at), (702, 3, Some(session.started)));
    assert_eq!((session.locked_on, session.feel), (Some(date(2026, 11, 20)), Some(Feel::Eased)));
}

#[test]
fn a_row_that_can_not_be_read_costs_itself_and_is_told_by_its_line() {
    let good = csv(&Log::new(entries("Slow")));
    let good = good.trim_start_matches(MARK);
    let rows = read(&good.replace("stopped", "\"stop\nped\""), 5).expect("a table");
    assert_eq!((rows.entries.len(), rows.faults, rows.unreadable), (2, vec![3], 1));
    let rows =
        read(&(good.to_owned() + &"x,y\r\n".repeat(1_000) + &good.lines().nth(1).expect("a row").replace("08:", "07:")), 5);
    let rows = rows.expect("a table");
    assert_eq!((rows.entries.len(), rows.faults, rows.unreadable), (4, vec![5, 6, 7, 8, 9], 1_000));
    // A quotation mark without a second one does not take the rest of the table with it.
    let rows = read(&good.replace("stopped", &format!("\"{}\r\n", "x".repeat(LINE_BYTES_AND_MORE))), 5).expect("a table");
    assert_eq!(rows.entries.len(), 2, "{:?}", rows.faults);
    assert!(read("kind of a text; started", 5).is_none());
    assert!(read("", 5).is_none());
}

const LINE_BYTES_AND_MORE: usize = crate::history::LINE_LIMIT_BYTES + 10;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Whatever stands in the fields comes back, in as many fields, and none of them is computed.
    #[test]
    fn any_words_survive_the_table_and_none_is_a_formula(words in proptest::collection::vec("[=+@\\-\t\r\n\",;'a-z0-9 é“]{0,12}|\\PC{0,8}", 3)) {
        let [a, b, c] = [words[0].clone(), words[1].clone(), words[2].clone()];
        let text = row([a, b, c]) + &row(["x", "y", "z"].map(str::to_owned));
        let rows = rows_of(&text);
        prop_assert_eq!(rows.len(), 2);
        for (read, written) in rows[0].iter().zip(&words) {
            prop_assert_eq!(&unguarded(read), written);
        }
        // Whatever a spreadsheet cuts by, with quotation marks or without, no cell begins like a formula.
        for cell in text.split(|letter| SEPARATORS.contains(&letter) || matches!(letter, '"' | '\r' | '\n')) {
            prop_assert!(!cell.trim_start_matches(' ').starts_with(FORMULA), "{:?} in {:?}", cell, text);
        }
    }

    #[test]
    fn a_session_of_any_plan_is_read_back(plan in "[=+@\\-\",;'a-z0-9 é“]{1,20}") {
        let Some(plan) = crate::history::entry::plan_title(&plan) else { return Ok(()) };
        let entries = entries(&plan);
        let text = csv(&Log::new(entries.clone()));
        prop_assert_eq!(taken_back(text.trim_start_matches(MARK)), entries);
    }

    #[test]
    fn no_text_brings_it_down(text in "(kind,started,day\r?\n)?[-kindsesion,;\t\"'\r\n0-9:T+.é]{0,200}") {
        if let Some(rows) = read(&text, 5) {
            prop_assert!(rows.faults.len() <= 5);
        }
    }
}
