//! Ten thousand ways to have a hand in the history: none of them opens pressing that was closed.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use gentleback::app::{
    Book, Choice, Effect, HistoryEffect, HistoryMsg, HistoryRead, ImportRead, Model, Msg, Open, Scope, Table, Trouble, update,
};
use gentleback::content::embedded;
use gentleback::history::{Ending, Entry, Guard, HEADER, SessionEntry, decode, encode_line, export, read_import, without};
use gentleback::limit::{DailyLimit, Verdict};
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::Position;
use jiff::SignedDuration;
use jiff::civil::date;
use jiff::tz::{Offset, offset};
use proptest::prelude::*;

static BOOK: LazyLock<Arc<Book>> = LazyLock::new(|| Arc::new(Book::read(&embedded(), "en").0.expect("the shipped content")));

fn at(minutes: i64, zone: i8) -> Stamp {
    Stamp::new(date(2026, 11, 20).at(0, 0, 0, 0), Offset::UTC).plus(SignedDuration::from_mins(minutes)).seen_from(offset(zone))
}

fn session(started: Stamp, locked: bool) -> Entry {
    Entry::Session(SessionEntry {
        started,
        held_at: Some(started),
        locked_on: locked.then(|| started.date()),
        length: Duration::from_secs(600),
        position: Position::Back,
        rounds_done: 3,
        effort: 2,
        ending: if locked { Ending::Stopped } else { Ending::Finished },
        feel: None,
        noted: None,
        plan: None,
    })
}

/// The program and its two files, with nothing else between one run and the next.
struct Desk {
    model: Model,
    now: Now,
    history: Option<String>,
    guard: Option<String>,
}

impl Desk {
    /// A day on which these sessions were held.
    fn new(entries: &[Entry], now: Stamp, limit: DailyLimit) -> Self {
        let now = Now::new(Moment::START, now);
        let mut desk = Self { model: Model::new(Arc::clone(&BOOK), now), now, history: None, guard: None };
        desk.send(Msg::Set(Choice::Limit(limit)));
        let text = entries.iter().fold(HEADER.to_owned(), |text, entry| text + &encode_line(entry));
        desk.history = Some(text);
        desk.reads();
        // Closing writes down what the limit needs, as every entry does.
        desk.send(Msg::CloseRequested);
        desk
    }

    fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg, self.now) {
            match effect {
                Effect::AppendHistory(entry) => self.add(&encode_line(&entry)),
                Effect::History(HistoryEffect::Add(entries)) => entries.iter().for_each(|entry| self.add(&encode_line(entry))),
                Effect::History(HistoryEffect::Guard(guard)) => self.guard = Some(guard.encode()),
                Effect::History(HistoryEffect::Forget(name)) => {
                    self.history = self.history.as_deref().map(|text| without(text, name));
                }
                Effect::History(HistoryEffect::DeleteAll(_)) => (self.history, self.guard) = (None, None),
                _ => {}
            }
        }
    }

    fn add(&mut self, line: &str) {
        self.history.get_or_insert_with(|| HEADER.to_owned()).push_str(line);
    }

    fn reads(&mut self) {
        let decoded = decode(self.history.as_deref().unwrap_or_default());
        let guard = self.guard.as_deref().and_then(Guard::decode);
        let read = HistoryRead { entries: decoded.entries, read_only: decoded.read_only, guard, ..HistoryRead::default() };
        self.send(Msg::HistoryRead(Box::new(read)));
    }

    fn restarts(&mut self) {
        let limit = self.model.settings.daily_limit;
        self.model = Model::new(Arc::clone(&BOOK), self.now);
        self.send(Msg::Set(Choice::Limit(limit)));
        self.reads();
    }

    /// When pressing opens, if it is closed.
    fn closed_until(&self) -> Option<Stamp> {
        match self.model.verdict() {
            Verdict::Closed { opens, .. } => Some(Stamp::new(opens, self.now.stamp.offset)),
            Verdict::Open { .. } => None,
        }
    }
}

/// What a person, or a file manager, may do.
#[derive(Debug, Clone)]
enum Deed {
    DeleteOne(prop::sample::Index),
    DeleteHistory,
    RemoveFile,
    CutFile(prop::sample::Index),
    EditFile(prop::sample::Index),
    Import(Vec<(i64, i8)>),
    ImportOwn,
    ImportNonsense(String),
    Note(prop::sample::Index),
    SetClockBack(i64),
    SetZone(i8),
    Restart,
}

fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![
        any::<prop::sample::Index>().prop_map(Deed::DeleteOne),
        Just(Deed::DeleteHistory),
        Just(Deed::RemoveFile),
        any::<prop::sample::Index>().prop_map(Deed::CutFile),
        any::<prop::sample::Index>().prop_map(Deed::EditFile),
        prop::collection::vec((0i64..5 * 24 * 60, -12i8..=14), 0..4).prop_map(Deed::Import),
        Just(Deed::ImportOwn),
        "\\PC{0,40}".prop_map(Deed::ImportNonsense),
        any::<prop::sample::Index>().prop_map(Deed::Note),
        (0i64..3 * 24 * 60).prop_map(Deed::SetClockBack),
        (-12i8..=14).prop_map(Deed::SetZone),
        Just(Deed::Restart),
    ]
}

impl Desk {
    fn does(&mut self, deed: &Deed) {
        let pick = |desk: &Self, index: &prop::sample::Index| {
            let entries = desk.model.history.log.entries();
            (!entries.is_empty()).then(|| entries[index.index(entries.len())].name())
        };
        match deed {
            Deed::DeleteOne(index) => {
                if let Some(name) = pick(self, index) {
                    self.send(Msg::History(HistoryMsg::AskDelete(name)));
                    self.send(Msg::History(HistoryMsg::Delete(name)));
                }
            }
            Deed::DeleteHistory => self.send(Msg::History(HistoryMsg::DeleteAll(Scope::History))),
            Deed::RemoveFile => self.history = None,
            Deed::CutFile(index) => {
                if let Some(text) = &mut self.history {
                    let at = index.index(text.len() + 1);
                    text.truncate(at);
                }
            }
            Deed::EditFile(index) => {
                if let Some(text) = &mut self.history {
                    let lines: Vec<&str> = text.lines().collect();
                    let gone = index.index(lines.len().max(1));
                    *text = lines
                        .iter()
                        .enumerate()
                        .filter(|(line, _)| *line != gone)
                        .fold(String::new(), |text, (_, line)| text + line + "\n");
                }
            }
            Deed::Import(sessions) => {
                let lines = sessions.iter().map(|&(minutes, zone)| encode_line(&session(at(minutes, zone), false)));
                self.imports(lines.fold(HEADER.to_owned(), |text, line| text + &line));
            }
            Deed::ImportOwn => self.imports(export(&self.model.history.log)),
            Deed::ImportNonsense(text) => self.imports(text.clone()),
            Deed::Note(index) => {
                if let Some(name) = pick(self, index) {
                    self.send(Msg::History(HistoryMsg::Note(name, Some(gentleback::history::Noted::Sharp))));
                    self.send(Msg::History(HistoryMsg::Note(name, None)));
                }
            }
            Deed::SetClockBack(minutes) => {
                self.now.stamp = self.now.stamp.plus(-SignedDuration::from_mins(*minutes));
                self.send(Msg::Tick);
            }
            Deed::SetZone(zone) => {
                self.now.stamp = self.now.stamp.seen_from(offset(*zone));
                self.send(Msg::Tick);
            }
            Deed::Restart => self.restarts(),
        }
    }

    fn imports(&mut self, text: String) {
        self.send(Msg::History(HistoryMsg::ImportReading));
        self.send(Msg::History(HistoryMsg::ImportRead(ImportRead::Read(read_import(&text).map(Box::new)))));
        self.send(Msg::History(HistoryMsg::Merge));
    }
}

/// What can be done within a run, and what needs the next one to show.
fn is_within_a_run(deed: &Deed) -> bool {
    !matches!(deed, Deed::Restart)
}

fn known() -> impl Strategy<Value = (Vec<Entry>, Stamp, DailyLimit)> {
    let held = prop::collection::vec((0i64..4 * 24 * 60, -12i8..=14, any::<bool>()), 0..4);
    (held, 2 * 24 * 60i64..4 * 24 * 60, -12i8..=14, any::<bool>()).prop_map(|(held, now, zone, twice)| {
        let now = at(now, zone);
        let entries = held.into_iter().map(|(minutes, zone, locked)| session(at(minutes, zone), locked));
        let past = entries.filter(|entry| entry.started() <= now).collect();
        (past, now, if twice { DailyLimit::Twice } else { DailyLimit::Once })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Within a run: whatever is deleted, edited, noted, imported or done to the clock, closed stays closed and opens
    /// no sooner.
    #[test]
    fn nothing_done_within_a_run_opens_pressing((entries, now, limit) in known(), all in prop::collection::vec(deeds(), 1..8)) {
        let mut desk = Desk::new(&entries, now, limit);
        let mut closed = desk.closed_until();
        for deed in all.iter().filter(|deed| is_within_a_run(deed)) {
            desk.does(deed);
            let after = desk.closed_until();
            prop_assert!(after >= closed, "{deed:?} opened it: {closed:?} to {after:?}");
            closed = after;
        }
    }

    /// Over restarts too, as long as nobody removes what was kept beside the history, and the clock and its zone are
    /// left alone: deleting and editing the history, and importing, open nothing.
    #[test]
    fn no_history_that_is_deleted_or_edited_opens_pressing_at_the_next_start(
        (entries, now, limit) in known(),
        all in prop::collection::vec(deeds().prop_filter("no clocks", |deed| !matches!(deed, Deed::SetClockBack(_) | Deed::SetZone(_))), 1..8),
    ) {
        let mut desk = Desk::new(&entries, now, limit);
        let mut closed = desk.closed_until();
        for deed in &all {
            desk.does(deed);
            let after = desk.closed_until();
            prop_assert!(after >= closed, "{deed:?} opened it: {closed:?} to {after:?}");
            closed = after;
        }
        desk.restarts();
        prop_assert!(desk.closed_until() >= closed, "at the last start");
    }
}

fn a_day() -> Desk {
    let now = at(3 * 24 * 60 + 600, 0);
    Desk::new(&[session(at(3 * 24 * 60 + 500, 0), false), session(at(600, 0), true)], now, DailyLimit::Once)
}

#[test]
fn a_history_that_is_gone_or_shorter_is_said_at_the_next_start() {
    let said = |desk: &Desk| desk.model.history.trouble.contains(&Trouble::Shorter);
    let mut desk = a_day();
    desk.restarts();
    assert!(!said(&desk), "all there");
    let tampered: [fn(&str) -> Option<String>; 3] = [
        |_| None,
        |text| Some(text.lines().take(3).map(|line| line.to_owned() + "\n").collect()),
        |text| Some(text.lines().filter(|line| !line.contains("stopped")).map(|line| line.to_owned() + "\n").collect()),
    ];
    for (number, tamper) in tampered.into_iter().enumerate() {
        let mut desk = a_day();
        desk.history = tamper(desk.history.as_deref().expect("a file"));
        desk.restarts();
        assert!(said(&desk), "{number}");
        assert!(desk.model.notices.iter().any(|notice| notice.contains("gone or shorter")), "{:?}", desk.model.notices);
        assert!(desk.closed_until().is_some());
    }
    // What the person deletes here is no surprise.
    for which in 0..3 {
        let mut desk = a_day();
        let names: Vec<_> = desk.model.history.log.entries().iter().map(Entry::name).collect();
        let delete = names.get(which).map_or(HistoryMsg::DeleteAll(Scope::History), |&name| HistoryMsg::Delete(name));
        desk.send(Msg::History(delete));
        assert_eq!(desk.model.history.log.entries().len(), [1, 1, 0][which]);
        desk.restarts();
        assert!(!said(&desk), "{which}");
        assert!(desk.closed_until().is_some(), "{which}: the day's limit stays");
    }
}

#[test]
fn the_next_day_is_open_whatever_was_deleted() {
    let mut desk = a_day();
    desk.does(&Deed::DeleteHistory);
    desk.now.stamp = desk.now.stamp.plus(SignedDuration::from_hours(24));
    desk.restarts();
    assert_eq!(desk.closed_until(), None);
}

#[test]
fn everything_deleted_leaves_nothing_on_the_disk_and_the_day_closed_in_this_run() {
    let mut desk = a_day();
    desk.send(Msg::History(HistoryMsg::AskDeleteAll(Scope::Everything)));
    assert_eq!(desk.model.history.page.open, Some(Open::AskDeleteAll(Scope::Everything)));
    desk.send(Msg::History(HistoryMsg::Cancel));
    assert!(desk.history.is_some());
    desk.send(Msg::History(HistoryMsg::DeleteAll(Scope::Everything)));
    assert_eq!((&desk.history, &desk.guard), (&None, &None));
    assert!(desk.model.history.log.is_empty() && desk.model.settings.welcomed_version.is_none());
    desk.send(Msg::Set(Choice::Limit(DailyLimit::Once)));
    assert!(desk.closed_until().is_some());
    desk.send(Msg::CloseRequested);
    assert_eq!(desk.guard, None, "closing writes nothing about nothing");
}

#[test]
fn taking_in_ones_own_export_changes_nothing() {
    let mut desk = a_day();
    let (before, file) = (desk.model.history.log.clone(), desk.history.clone());
    desk.does(&Deed::ImportOwn);
    assert_eq!((&desk.model.history.log, &desk.history), (&before, &file));
    let mut told = Vec::new();
    for effect in update(&mut desk.model, Msg::History(HistoryMsg::Export(Table::Ron)), desk.now) {
        if let Effect::History(HistoryEffect::Export(_, text)) = effect {
            told.push(decode(&text).entries);
        }
    }
    assert_eq!(told, [before.entries().to_vec()]);
}

#[test]
fn an_import_from_another_computer_adds_what_is_new_and_refuses_the_rest() {
    let mut desk = a_day();
    let (known, new) = (session(at(600, 0), false), session(at(700, 5), false));
    let ahead = session(at(40 * 24 * 60, 0), false);
    let lines: String = [&known, &new, &ahead].into_iter().map(encode_line).collect();
    desk.send(Msg::History(HistoryMsg::ImportReading));
    desk.send(Msg::History(HistoryMsg::ImportRead(ImportRead::Read(
        read_import(&format!("{HEADER}{lines}session(started: 3)\n")).map(Box::new),
    ))));
    let Some(Open::Import(preview)) = &desk.model.history.page.open else { panic!("{:?}", desk.model.history.page.open) };
    assert_eq!((&preview.new, preview.known, preview.unreadable), (&vec![new], 1, 2));
    desk.send(Msg::History(HistoryMsg::Merge));
    assert_eq!(desk.model.history.log.entries().len(), 3);
    // Ours stays as it was: it locked its day.
    assert!(desk.model.history.log.get(known.name()).is_some_and(|entry| entry.locked_on().is_some()));
    for (text, why) in [
        ("kind,started,day\r\n", gentleback::history::Refused::Table),
        ("Dear diary", gentleback::history::Refused::NoHistory),
        ("", gentleback::history::Refused::NoHistory),
        ("(version: 2)\n", gentleback::history::Refused::Newer),
    ] {
        let before = desk.history.clone();
        desk.send(Msg::History(HistoryMsg::ImportReading));
        desk.send(Msg::History(HistoryMsg::ImportRead(ImportRead::Read(read_import(text).map(Box::new)))));
        assert_eq!(desk.model.history.page.open, Some(Open::Refused(why)), "{text}");
        desk.send(Msg::History(HistoryMsg::Merge));
        assert_eq!(desk.history, before);
    }
}

#[test]
fn the_guard_survives_its_file_and_a_damaged_one_says_nothing() {
    let guard = Guard {
        entries: 3,
        last: Some(at(5, -3)),
        latest_seen: Some(at(7, 14)),
        held: vec![at(5, -3), at(9, 0)],
        locks: vec![date(2026, 11, 22)],
        emergency: Some(date(2026, 11, 22)),
    };
    assert_eq!(Guard::decode(&guard.encode()), Some(guard.clone()));
    // One from before the emergency was kept goes on loading.
    let earlier: String =
        guard.encode().lines().filter(|line| !line.contains("emergency")).map(|line| format!("{line}\n")).collect();
    assert_eq!(Guard::decode(&earlier), Some(Guard { emergency: None, ..guard.clone() }));
    assert_eq!(Guard::decode(&guard.encode().replace("version: 1", "version: 2")), None);
    assert_eq!(Guard::decode(&guard.encode()[..40]), None);
    assert_eq!(Guard::decode(""), None);
}
