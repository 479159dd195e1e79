//! The history as a table for a spreadsheet: RFC 4180, one row an entry, whole lines with CRLF.
//!
//! Not for reading back: the program's own form is. Invariant: no field is ever taken for a formula, whatever
//! stands in it, and every row has as many fields as the first.

use super::{Ending, Entry, Log, Noted};
use crate::session::{Feel, Position, WarmUp};

/// The columns. Names without spaces, so that other programs can use them as they are.
const COLUMNS: [&str; 13] = [
    "kind",
    "started",
    "day",
    "minutes",
    "position",
    "rounds",
    "effort_of_10",
    "ended",
    "felt",
    "noted",
    "pressing_off_on",
    "warm_ups",
    "plan",
];

/// Every entry, the earliest first.
pub fn csv(log: &Log) -> String {
    let mut text = row(COLUMNS.map(str::to_owned));
    for entry in log.entries() {
        text.push_str(&row(fields(entry)));
    }
    text
}

fn fields(entry: &Entry) -> [String; COLUMNS.len()] {
    let started = entry.started();
    let at = format!("{}{}", started.civil.strftime("%Y-%m-%dT%H:%M:%S"), offset(started.offset.seconds()));
    let day = started.date().to_string();
    let off = entry.locked_on().map(|day| day.to_string()).unwrap_or_default();
    let minutes = |length: std::time::Duration| format!("{:.1}", length.as_secs_f64() / 60.0);
    let none = String::new;
    match entry {
        Entry::Session(session) => [
            "session".to_owned(),
            at,
            day,
            minutes(session.length),
            position(session.position).to_owned(),
            session.rounds_done.to_string(),
            session.effort.to_string(),
            ending(session.ending).to_owned(),
            session.feel.map_or("", feel).to_owned(),
            session.noted.map_or("", noted).to_owned(),
            off,
            none(),
            session.plan.as_deref().unwrap_or_default().to_owned(),
        ],
        Entry::WarmUp { length, cards, .. } => {
            let cards: Vec<&str> = cards.iter().map(WarmUp::id).collect();
            let mut fields = [const { String::new() }; COLUMNS.len()];
            let [kind, started, on, long, .., which, _] = &mut fields;
            (*kind, *started, *on, *long, *which) = ("warm_up".to_owned(), at, day, minutes(*length), cards.join(" "));
            fields
        }
        Entry::Lock { .. } => {
            let mut fields = [const { String::new() }; COLUMNS.len()];
            let [kind, started, on, .., pressing_off, _, _] = &mut fields;
            (*kind, *started, *on, *pressing_off) = ("pressing_off".to_owned(), at, day, off);
            fields
        }
    }
}

fn row<const N: usize>(fields: [String; N]) -> String {
    fields.map(|words| field(&words)).join(",") + "\r\n"
}

/// One field: quoted where it must be, and never the beginning of a formula.
///
/// A spreadsheet computes what begins with one of these signs; an apostrophe before it makes it plain text there.
fn field(words: &str) -> String {
    let computes = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let words = if computes { format!("'{words}") } else { words.to_owned() };
    if words.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", words.replace('"', "\"\"")) } else { words }
}

fn offset(seconds: i32) -> String {
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

const fn position(position: Position) -> &'static str {
    match position {
        Position::Back => "back",
        Position::Side => "side",
        Position::AllFours => "all_fours",
        Position::Wall => "wall",
    }
}

const fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Open => "cut_short",
        Ending::Finished => "finished",
        Ending::Stopped => "stopped",
    }
}

const fn feel(feel: Feel) -> &'static str {
    match feel {
        Feel::Eased => "eased",
        Feel::Same => "same",
        Feel::Worse => "worse",
    }
}

const fn noted(noted: Noted) -> &'static str {
    match noted {
        Noted::Sharp => "sharp",
        Noted::MorePain => "more_pain",
        Noted::Numb => "numb",
        Noted::Weak => "weak",
        Noted::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::civil::date;
    use jiff::tz::offset as zone;
    use proptest::prelude::*;

    use super::*;
    use crate::history::{Cards, SessionEntry};
    use crate::moment::Stamp;

    /// Reads a table as RFC 4180 has it, written from the rules and not from the writer.
    fn read(text: &str) -> Vec<Vec<String>> {
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

    #[test]
    fn each_kind_of_entry_is_a_row() {
        let at = |hour| Stamp::new(date(2026, 11, 22).at(hour, 30, 0, 0), zone(-3));
        let session = SessionEntry {
            started: at(9),
            held_at: Some(at(9)),
            locked_on: Some(date(2026, 11, 22)),
            length: Duration::from_secs(702),
            position: Position::AllFours,
            rounds_done: 1,
            effort: 2,
            ending: Ending::Stopped,
            feel: Some(Feel::Worse),
            noted: Some(Noted::MorePain),
            plan: Some("=Slow, and short".into()),
        };
        let cards = Cards::default().with(WarmUp::CatCow).with(WarmUp::Walk);
        let entries = vec![Entry::Session(session), Entry::warm_up(at(8), Duration::from_secs(420), cards), Entry::lock(at(20))];
        assert_eq!(
            csv(&Log::new(entries)),
            "kind,started,day,minutes,position,rounds,effort_of_10,ended,felt,noted,pressing_off_on,warm_ups,plan\r\n\
             warm_up,2026-11-22T08:30:00-03:00,2026-11-22,7.0,,,,,,,,walk cat-cow,\r\n\
             session,2026-11-22T09:30:00-03:00,2026-11-22,11.7,all_fours,1,2,stopped,worse,more_pain,2026-11-22,,\"'=Slow, and short\"\r\n\
             pressing_off,2026-11-22T20:30:00-03:00,2026-11-22,,,,,,,,2026-11-22,,\r\n"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        /// Whatever stands in the fields comes back, in as many fields, and none of them is computed.
        #[test]
        fn any_words_survive_the_table_and_none_is_a_formula(words in proptest::collection::vec("[=+@\\-\t\r\n\",;'a-z0-9 é“]{0,12}|\\PC{0,8}", 3)) {
            let [a, b, c] = [words[0].clone(), words[1].clone(), words[2].clone()];
            let rows = read(&(row([a, b, c]) + &row(["x", "y", "z"].map(str::to_owned))));
            prop_assert_eq!(rows.len(), 2);
            for (read, written) in rows[0].iter().zip(&words) {
                let computes = |words: &str| words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                prop_assert!(!computes(read));
                let expected = if computes(written) { format!("'{written}") } else { written.clone() };
                prop_assert_eq!(read, &expected);
            }
        }
    }
}
