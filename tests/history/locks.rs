//! What is closed stays closed over faults: files that are damaged, gone, newer or locked away, a history that cannot
//! be written, clocks that were wrong, and a second window.
//!
//! Not the reading from a disk: `src/shell/` tests that on its own files. Here the disk is three texts.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use gentleback::app::{
    Book, Effect, HistoryEffect, HistoryMsg, HistoryRead, Model, Msg, SessionStage, SettingsDamage, SettingsRead, update,
};
use gentleback::content::embedded;
use gentleback::history::{Entry, Guard, GuardFile, HEADER, SessionEntry, decode, encode_line};
use gentleback::limit::{Verdict, Why};
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::{Clearance, GateEvent, ListAnswer, Position, WarmUp};
use gentleback::settings;
use jiff::civil::date;
use jiff::tz::Offset;

static BOOK: LazyLock<Arc<Book>> = LazyLock::new(|| Arc::new(Book::read(&embedded(), "en").0.expect("the shipped content")));

/// Written by the version that kept no restrictions there.
const GUARD_V1: &str = include_str!("../fixtures/limit-v1.ron");

/// One that says that nothing is restricted.
const GUARD_V2_OPEN: &str = "(version: 2, entries: 0, last: None, latest_seen: None, held: [], locks: [], restricted: Some((needs_check: false, avoid_back_lying: false, avoid_floor: false)))";

fn at(day: i8, hour: i8) -> Stamp {
    Stamp::new(date(2026, 11, day).at(hour, 0, 0, 0), Offset::UTC)
}

fn session(started: Stamp) -> Entry {
    Entry::Session(SessionEntry {
        started,
        held_at: Some(started),
        locked_on: None,
        length: Duration::from_secs(600),
        position: Position::Back,
        rounds_done: 3,
        effort: 2,
        ending: gentleback::history::Ending::Finished,
        feel: None,
        noted: None,
        plan: None,
    })
}

/// A run of the program, and what stands on the disk.
struct Run {
    model: Model,
    now: Now,
    settings: Option<String>,
    history: Option<String>,
    guard: Option<String>,
    /// The history can be written to.
    writable: bool,
    /// The history can be read.
    readable: bool,
}

impl Run {
    fn at(stamp: Stamp) -> Self {
        let now = Now::new(Moment::START, stamp);
        let model = Model::new(Arc::clone(&BOOK), now);
        let mut run = Self { model, now, settings: None, history: None, guard: None, writable: true, readable: true };
        run.starts();
        run
    }

    fn does(&mut self, msg: Msg) -> &mut Self {
        for effect in update(&mut self.model, msg, self.now) {
            match effect {
                Effect::SaveSettings(settings) => self.settings = Some(settings::encode(&settings)),
                Effect::AppendHistory(entry) if self.writable => {
                    self.history.get_or_insert_with(|| HEADER.to_owned()).push_str(&encode_line(&entry));
                }
                Effect::History(HistoryEffect::Guard(guard)) => self.guard = Some(guard.encode()),
                _ => {}
            }
        }
        self
    }

    fn read(&self) -> HistoryRead {
        let (guard, guard_file) = self.guard.as_deref().map_or((None, GuardFile::Sound), Guard::decode);
        if !self.readable {
            return HistoryRead {
                failures: vec!["this computer does not allow it".into()],
                guard,
                guard_file,
                ..HistoryRead::default()
            };
        }
        let decoded = decode(self.history.as_deref().unwrap_or_default());
        HistoryRead { entries: decoded.entries, read_only: decoded.read_only, guard, guard_file, ..HistoryRead::default() }
    }

    /// Begins a run with nothing but the files.
    fn starts(&mut self) -> &mut Self {
        self.model = Model::new(Arc::clone(&BOOK), self.now);
        let decoded = self.settings.as_deref().map(settings::decode).unwrap_or_default();
        let damage = decoded.damage.map(|damage| SettingsDamage::Mended(BOOK.faults.say_damage(&damage)));
        let damaged_copy = damage.as_ref().map(|_| "settings.damaged.ron".into());
        let read = SettingsRead { settings: decoded.settings, damage, damaged_copy, ..SettingsRead::default() };
        self.does(Msg::History(HistoryMsg::Reading("history.ron".to_owned())));
        self.does(Msg::SettingsRead(Box::new(read)));
        let read = self.read();
        self.does(Msg::HistoryRead(Box::new(read)))
    }

    fn starts_at(&mut self, stamp: Stamp) -> &mut Self {
        self.now = Now::new(Moment::START, stamp);
        self.starts()
    }

    /// The clock is set while the program runs.
    fn sets_the_clock(&mut self, stamp: Stamp) -> &mut Self {
        self.now.stamp = stamp;
        self.does(Msg::Tick)
    }

    fn answers(&mut self, event: GateEvent) -> &mut Self {
        self.now = self.now.plus(Duration::from_secs(2));
        self.does(Msg::Gate(event))
    }

    fn lists(&mut self) -> &mut Self {
        let today = Some(self.now.date());
        (self.model.settings.consulted_on, self.model.settings.talk_first_on) = (today, today);
        self.does(Msg::Begin).answers(GateEvent::Understand)
    }

    /// A sign on the emergency list: pressing is off for the day.
    fn sees_a_sign(&mut self) -> &mut Self {
        self.lists().answers(GateEvent::ListSeen).answers(GateEvent::Signs(ListAnswer::OneOrMore))
    }

    /// A sign on the urgent list: it waits for a professional.
    fn needs_a_check(&mut self) -> &mut Self {
        self.lists().answers(GateEvent::ListSeen).answers(GateEvent::Signs(ListAnswer::NoneOfThese));
        self.answers(GateEvent::ListSeen).answers(GateEvent::Signs(ListAnswer::OneOrMore));
        assert!(self.model.settings.needs_check);
        self
    }

    fn why(&self) -> Option<Why> {
        match self.model.verdict() {
            Verdict::Closed { why, .. } => Some(why),
            Verdict::Open { .. } => None,
        }
    }
}

#[test]
fn a_sign_with_a_history_that_cannot_be_written_closes_the_day_after_a_restart_too() {
    let mut run = Run::at(at(22, 9));
    run.writable = false;
    run.sees_a_sign().starts();
    assert_eq!((run.why(), run.history.as_deref()), (Some(Why::Locked), None));
    assert!(!run.model.may_begin() && !run.model.may_move());
    run.starts_at(at(23, 9));
    assert!(run.model.may_begin(), "and opens the day after");
}

#[test]
fn what_closes_is_handed_over_before_what_tells_of_it() {
    let mut run = Run::at(at(22, 9));
    run.lists().answers(GateEvent::ListSeen);
    run.now = run.now.plus(Duration::from_secs(2));
    let effects = update(&mut run.model, Msg::Gate(GateEvent::Signs(ListAnswer::OneOrMore)), run.now);
    let place = |is: fn(&Effect) -> bool| effects.iter().position(is).expect("there");
    assert!(
        place(|effect| matches!(effect, Effect::History(HistoryEffect::Guard(_))))
            < place(|effect| matches!(effect, Effect::AppendHistory(_)))
    );
    let mut run = Run::at(at(22, 9));
    run.lists().answers(GateEvent::ListSeen).answers(GateEvent::Signs(ListAnswer::NoneOfThese)).answers(GateEvent::ListSeen);
    run.now = run.now.plus(Duration::from_secs(2));
    let effects = update(&mut run.model, Msg::Gate(GateEvent::Signs(ListAnswer::OneOrMore)), run.now);
    let place = |is: fn(&Effect) -> bool| effects.iter().position(is).expect("there");
    assert!(
        place(|effect| matches!(effect, Effect::History(HistoryEffect::Guard(_))))
            < place(|effect| matches!(effect, Effect::SaveSettings(_)))
    );
}

#[test]
fn no_damage_to_the_settings_lifts_a_sign_that_waits_for_a_check() {
    let mut run = Run::at(at(22, 9));
    run.needs_a_check();
    let whole = run.settings.clone().expect("saved");
    let damaged = [
        None,
        Some("\0".repeat(whole.len())),
        Some(String::new()),
        Some(whole[..whole.len() / 3].to_owned()),
        Some(whole.replace("needs_check: true", "needs_check: false")),
        Some(whole.replace("needs_check: true", "needs_check: flase")),
        Some(whole.replace("    needs_check: true,\n", "")),
    ];
    for settings in damaged {
        run.settings.clone_from(&settings);
        run.starts_at(at(24, 9));
        assert!(run.model.settings.needs_check, "{settings:?}");
        assert!(run.model.begin_label().0.contains("heck"), "{:?}", run.model.begin_label());
    }
}

#[test]
fn a_check_that_was_confirmed_is_confirmed_over_a_restart_and_a_look_at_old_files() {
    let mut run = Run::at(at(22, 9));
    run.needs_a_check();
    let old = run.guard.clone();
    run.starts_at(at(23, 9)).lists().answers(GateEvent::Checked(Clearance::Pressing));
    assert!(!run.model.settings.needs_check);
    // The disk still says what it said: the writing has not come to it yet.
    let new = std::mem::replace(&mut run.guard, old);
    let read = run.read();
    run.does(Msg::History(HistoryMsg::Reread(Box::new(read))));
    assert!(!run.model.settings.needs_check);
    run.guard = new;
    run.starts();
    assert!(!run.model.settings.needs_check);
}

#[test]
fn settings_that_say_nothing_beside_an_older_guard_ask_again() {
    let mut run = Run::at(at(22, 9));
    for (settings, guard, asks) in [
        (Some("\0\0\0"), Some(GUARD_V1), true),
        (Some("\0\0\0"), None, true),
        (Some("\0\0\0"), Some(GUARD_V2_OPEN), false),
        (Some("(version: 1)"), Some(GUARD_V1), false),
        (Some("(version: 1, needs_check: Yes)"), Some(GUARD_V1), true),
        (None, None, false),
    ] {
        (run.settings, run.guard) = (settings.map(str::to_owned), guard.map(str::to_owned));
        run.starts_at(at(29, 9));
        assert_eq!(run.model.settings.needs_check, asks, "{settings:?} {}", guard.is_some());
    }
}

#[test]
fn a_clock_that_was_set_to_another_year_once_closes_nothing_for_years() {
    let wrong = Stamp::new(date(2031, 5, 1).at(9, 0, 0, 0), Offset::UTC);
    let mut run = Run::at(wrong);
    run.history = Some(format!("{HEADER}{}", encode_line(&session(wrong))));
    run.starts().does(Msg::CloseRequested);
    run.starts_at(at(22, 9));
    assert!(run.model.may_begin(), "{:?}", run.why());
    assert_eq!(run.model.today(), (0, 1));
    // Held today, the clock falls back to where one without a battery stands: closed is closed.
    run.history = Some(format!("{HEADER}{}", encode_line(&session(at(22, 9)))));
    run.starts_at(at(22, 10)).does(Msg::CloseRequested);
    run.starts_at(Stamp::new(date(1970, 1, 1).at(0, 0, 0, 0), Offset::UTC));
    assert!(!run.model.may_begin());
}

#[test]
fn a_lock_after_the_clock_was_set_back_closes_the_later_day_too() {
    let mut run = Run::at(at(25, 9));
    run.sets_the_clock(at(24, 9)).sees_a_sign();
    for stamp in [at(24, 20), at(25, 9), at(25, 23)] {
        run.starts_at(stamp);
        assert_eq!(run.why(), Some(Why::Locked), "{stamp:?}");
    }
    run.starts_at(at(26, 9));
    assert!(run.model.may_begin());
}

#[test]
fn what_another_window_wrote_counts_before_a_session_begins() {
    let mut run = Run::at(at(22, 9));
    assert_eq!(run.model.today(), (0, 1));
    // The look at the disk is asked for as a session is begun, and once more before the position.
    for msg in [Msg::Begin, Msg::WarmedUp] {
        let effects = update(&mut run.model, msg, run.now);
        assert!(effects.contains(&Effect::History(HistoryEffect::Refresh)));
    }
    let none = GateEvent::Signs(ListAnswer::NoneOfThese);
    run.lists();
    for _ in 0..3 {
        run.answers(GateEvent::ListSeen).answers(none);
    }
    run.answers(GateEvent::Ache(gentleback::session::Ache::new(2).expect("on the scale")));
    assert!(matches!(run.model.session, Some(SessionStage::WarmUp(_))), "{:?}", run.model.session);
    run.history = Some(format!("{HEADER}{}", encode_line(&session(at(22, 8)))));
    let read = run.read();
    run.does(Msg::History(HistoryMsg::Reread(Box::new(read))));
    assert_eq!(run.model.today(), (1, 1));
    assert!(run.model.session.is_none() && !run.model.may_begin());
    assert_eq!(run.model.history.log.entries().len(), 1);
}

#[test]
fn what_this_window_has_deleted_does_not_come_back_from_the_disk() {
    let mut run = Run::at(at(22, 9));
    run.history = Some(format!("{HEADER}{}", encode_line(&session(at(20, 8)))));
    run.starts();
    let name = session(at(20, 8)).name();
    run.does(Msg::History(HistoryMsg::Delete(name)));
    let read = run.read();
    run.does(Msg::History(HistoryMsg::Reread(Box::new(read))));
    assert!(run.model.history.log.is_empty(), "the file is not written yet");
    // And what another window deletes goes here as well.
    run.history = Some(format!("{HEADER}{}", encode_line(&session(at(19, 8)))));
    for (text, left) in [(run.history.clone(), 1), (Some(HEADER.to_owned()), 0)] {
        run.history = text;
        let read = run.read();
        run.does(Msg::History(HistoryMsg::Reread(Box::new(read))));
        assert_eq!(run.model.history.log.entries().len(), left);
    }
}

#[test]
fn where_neither_file_can_be_read_pressing_is_closed_and_it_is_said() {
    let mut run = Run::at(at(22, 9));
    run.readable = false;
    run.starts();
    assert!(!run.model.may_begin() && !run.model.may_move());
    let words = &BOOK.history.unknown;
    assert_eq!(run.model.closed_reason().map(|closed| closed.title), Some(words.title.as_str()));
    assert!(run.model.notices.contains(&words.notice), "{:?}", run.model.notices);
    // A damaged guard beside a history that is gone: closed, also at the next start; open on the next day.
    let mut run = Run::at(at(22, 9));
    run.guard = Some("\0\0\0\0".to_owned());
    run.starts();
    assert!(!run.model.may_begin());
    run.does(Msg::CloseRequested).starts();
    assert!(!run.model.may_begin());
    run.starts_at(at(23, 9));
    assert!(run.model.may_begin());
    // Beside a history that is whole it costs nothing: that one says what today holds.
    let mut run = Run::at(at(22, 9));
    (run.guard, run.history) = (Some("\0\0\0\0".to_owned()), Some(format!("{HEADER}{}", encode_line(&session(at(21, 9))))));
    run.starts();
    assert!(run.model.may_begin());
    // With a guard that can be read, a history that can not be is no reason either.
    let mut run = Run::at(at(22, 9));
    run.sees_a_sign();
    run.readable = false;
    run.starts();
    assert_eq!(run.why(), Some(Why::Locked));
    run.starts_at(at(23, 9));
    assert!(run.model.may_begin());
}

#[test]
fn a_newer_guard_closes_and_is_not_written_over() {
    let mut run = Run::at(at(22, 9));
    run.sees_a_sign();
    let newer = run.guard.as_deref().map(|text| text.replace("version: 2", "version: 3"));
    run.guard.clone_from(&newer);
    run.starts().does(Msg::CloseRequested);
    assert_eq!((run.why(), &run.guard), (Some(Why::Locked), &newer));
}

#[test]
fn a_newer_history_keeps_no_lock_from_being_kept() {
    let mut run = Run::at(at(22, 9));
    run.history = Some(format!("{HEADER}(version: 2)\n"));
    run.starts().sees_a_sign().starts();
    assert_eq!(run.why(), Some(Why::Locked));
}

#[test]
fn nothing_begins_while_the_settings_are_being_read() {
    let mut run = Run::at(at(22, 9));
    run.does(Msg::SettingsReading("settings.ron".to_owned()));
    assert!(!run.model.may_begin() && !run.model.may_move());
    run.settings = None;
    run.does(Msg::Prefer(Position::Wall));
    assert_eq!(run.settings, None, "nothing is written over what is not read");
    run.does(Msg::SettingsRead(Box::default()));
    assert!(run.model.may_begin());
}

#[test]
fn a_guard_is_never_written_before_all_is_read() {
    let mut run = Run::at(at(22, 9));
    run.needs_a_check();
    let (guard, read) = (run.guard.clone(), run.read());
    run.model = Model::new(Arc::clone(&BOOK), run.now);
    run.does(Msg::History(HistoryMsg::Reading("history.ron".to_owned())));
    run.does(Msg::SettingsReading("settings.ron".to_owned())).does(Msg::HistoryRead(Box::new(read)));
    run.does(Msg::CloseRequested);
    assert_eq!(run.guard, guard, "the settings were not read yet");
    run.does(Msg::SettingsRead(Box::default()));
    assert!(run.model.settings.needs_check);
}

#[test]
fn a_later_look_that_fails_takes_nothing_away_and_closes_nothing() {
    let mut run = Run::at(at(22, 9));
    run.history = Some(format!("{HEADER}{}", encode_line(&session(at(20, 8)))));
    run.starts();
    run.readable = false;
    let read = HistoryRead { guard: None, guard_file: GuardFile::Unread, ..run.read() };
    run.does(Msg::History(HistoryMsg::Reread(Box::new(read))));
    assert!(run.model.may_begin());
    assert_eq!(run.model.history.log.entries().len(), 1);
}

#[test]
fn nothing_is_called_saved_or_deleted_that_is_not() {
    let mut run = Run::at(at(22, 9));
    let damage = Some(SettingsDamage::Unread("it is not a plain file".to_owned()));
    let read = SettingsRead { damage, ..SettingsRead::default() };
    run.does(Msg::SettingsRead(Box::new(read))).does(Msg::Prefer(Position::Wall));
    assert!(run.model.settings_read_only && !run.model.shows_saved() && run.settings.is_none());
    assert!(run.model.notices.iter().any(|notice| notice.contains("it is not a plain file")), "{:?}", run.model.notices);
    let scope = gentleback::app::Scope::Everything;
    let done = &BOOK.history.delete.all_done;
    run.does(Msg::History(HistoryMsg::DeleteAll(scope)));
    assert!(!run.model.notices.contains(done));
    run.does(Msg::History(HistoryMsg::NotDeleted("this computer does not allow it".to_owned())));
    assert!(run.model.notices.iter().any(|notice| notice.contains("could be deleted yet")), "{:?}", run.model.notices);
    run.does(Msg::History(HistoryMsg::Deleted(scope)));
    assert!(run.model.notices.contains(done) && !run.model.notices.iter().any(|notice| notice.contains("deleted yet")));
}

#[test]
fn a_warm_up_is_no_reason_to_close() {
    let mut run = Run::at(at(22, 9));
    let cards = [WarmUp::Walk].into_iter().collect();
    let warm_up = Entry::warm_up(at(22, 8), Duration::from_secs(u64::MAX), cards);
    run.history = Some(format!("{HEADER}{}", encode_line(&warm_up)));
    run.starts();
    assert!(run.model.may_begin());
    assert!(!run.model.history.log.leads_to_a_session(&warm_up));
}
