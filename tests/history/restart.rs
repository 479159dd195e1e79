//! What the program knows after it was ended and started again.

use std::sync::Arc;
use std::time::Duration;

use gentleback::app::{Book, Choice, Effect, HistoryRead, Model, Msg, WarmUpMsg, next_wake, update};
use gentleback::content::embedded;
use gentleback::history::{Ending, Entry, HEADER, WarmUpSet, decode, encode_line};
use gentleback::limit::{DailyLimit, Verdict, Why};
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::{Ache, CheckIn, Event, Feel, GateEvent, Happened, ListAnswer, NextRound, Phase, Position, WarmUp};
use jiff::civil::date;
use jiff::tz::Offset;

/// One run of the program after the other, with nothing but the file between them.
struct Person {
    model: Model,
    now: Now,
    file: String,
    /// Lines are lost: the disk is full.
    disk_full: bool,
}

impl Person {
    fn new(limit: DailyLimit) -> Self {
        let now = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
        let mut person = Self { model: start(now), now, file: String::new(), disk_full: false };
        person.does(Msg::Set(Choice::Limit(limit)));
        person
    }

    fn does(&mut self, msg: Msg) -> &mut Self {
        let effects = update(&mut self.model, msg, self.now);
        for effect in effects {
            if let Effect::AppendHistory(entry) = effect {
                if self.disk_full {
                    self.does(Msg::HistoryNotSaved("the disk is full".to_owned()));
                    continue;
                }
                if self.file.is_empty() {
                    self.file.push_str(HEADER);
                }
                self.file.push_str(&encode_line(&entry));
            }
        }
        self
    }

    fn wait(&mut self, secs: u64) -> &mut Self {
        let until = self.now.moment + Duration::from_secs(secs);
        while let Some(wake) = next_wake(&self.model).filter(|&wake| wake <= until) {
            self.now = self.now.plus(wake.since(self.now.moment).max(Duration::from_millis(1)));
            self.does(Msg::Tick);
        }
        self.now = self.now.plus(until.since(self.now.moment));
        self.does(Msg::Tick)
    }

    fn answers(&mut self, event: Event) -> &mut Self {
        self.wait(1).does(Msg::Session(event)).wait(1)
    }

    /// Killed, and started again: the next run has only the file.
    fn restarts(&mut self) -> &mut Self {
        let limit = self.model.settings.daily_limit;
        self.model = start(self.now);
        let decoded = decode(&self.file);
        assert_eq!(decoded.warnings, []);
        let read = HistoryRead { entries: decoded.entries, read_only: decoded.read_only, ..HistoryRead::default() };
        self.does(Msg::HistoryRead(Box::new(read))).does(Msg::Set(Choice::Limit(limit)))
    }

    /// The computer's clock is set, and the program started again.
    fn goes_to(&mut self, stamp: Stamp) -> &mut Self {
        self.now = Now::new(Moment::START, stamp);
        self.restarts()
    }

    /// To the first list, as a person who has answered today what is kept for a month.
    fn lists(&mut self) -> &mut Self {
        let today = Some(self.now.date());
        (self.model.settings.consulted_on, self.model.settings.talk_first_on) = (today, today);
        self.does(Msg::Begin).wait(1).does(Msg::Gate(GateEvent::Understand)).wait(1).does(Msg::Gate(GateEvent::ListSeen))
    }

    fn holds(&mut self) -> &mut Self {
        let none = Msg::Gate(GateEvent::Signs(ListAnswer::NoneOfThese));
        let end_of_list = || Msg::Gate(GateEvent::ListSeen);
        self.lists().does(none.clone()).wait(1).does(end_of_list()).does(none.clone()).wait(1);
        self.does(end_of_list()).does(none).wait(1);
        self.does(Msg::Gate(GateEvent::Ache(Ache::new(2).expect("on the scale"))));
        self.does(Msg::WarmUp(WarmUpMsg::AlreadyWalked(true))).does(Msg::WarmedUp);
        self.does(Msg::ChoosePosition(Position::Back))
            .answers(Event::SkipSteps)
            .answers(Event::Ache(2))
            .wait(16)
            .wait(16)
            .answers(Event::GoOn)
            .wait(10 + 3);
        assert_eq!(self.phase(), Some(Phase::Hold));
        self
    }

    fn phase(&self) -> Option<Phase> {
        self.model.running().map(gentleback::session::Session::phase)
    }

    fn verdict(&self) -> Verdict {
        self.model.verdict()
    }

    fn entries(&self) -> Vec<Entry> {
        decode(&self.file).entries
    }

    fn why(&self) -> Option<Why> {
        match self.verdict() {
            Verdict::Closed { why, .. } => Some(why),
            Verdict::Open { .. } => None,
        }
    }
}

fn start(now: Now) -> Model {
    let (book, problems) = Book::read(&embedded(), "en");
    assert_eq!(problems, []);
    Model::new(Arc::new(book.expect("the shipped content")), now)
}

fn at(day: i8, hour: i8) -> Stamp {
    Stamp::new(date(2026, 11, day).at(hour, 0, 0, 0), Offset::UTC)
}

#[test]
fn a_kill_in_the_first_hold_is_a_session_all_the_same() {
    let mut person = Person::new(DailyLimit::Once);
    person.holds().restarts();
    assert_eq!(person.why(), Some(Why::Done { most: 1 }));
    assert!(!person.model.may_begin());
    assert_eq!(person.model.today(), (1, 1));
    // "Begin a session" leads nowhere, and the next day is open.
    person.does(Msg::Begin);
    assert!(person.model.session.is_none());
    person.goes_to(at(23, 9));
    assert_eq!(person.verdict(), Verdict::Open { done: 0, most: 1 });
}

#[test]
fn before_the_first_hold_nothing_is_remembered() {
    let mut person = Person::new(DailyLimit::Once);
    person.lists().does(Msg::Gate(GateEvent::Signs(ListAnswer::NoneOfThese)));
    person.does(Msg::WarmUp(WarmUpMsg::AlreadyWalked(true))).does(Msg::WarmedUp);
    person.does(Msg::ChoosePosition(Position::Back)).wait(16).restarts();
    assert_eq!(person.file, "");
    assert!(person.model.may_begin());
}

#[test]
fn a_whole_session_is_one_entry_that_knows_its_end() {
    let mut person = Person::new(DailyLimit::Twice);
    person.holds().wait(41).answers(Event::CheckIn(CheckIn::None)).answers(Event::NextRound(NextRound::Enough));
    person.answers(Event::Feel(Feel::Same)).answers(Event::Feel(Feel::Eased)).answers(Event::Done);
    assert_eq!(person.phase(), None);
    let entries = person.entries();
    let [Entry::Session(session)] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!((session.ending, session.feel, session.rounds_done), (Ending::Finished, Some(Feel::Eased), 1));
    assert_eq!(session.locked_on, None);
    assert!(person.file.lines().count() <= 2 + 4, "a line for what is news and for nothing else:\n{}", person.file);

    person.restarts();
    assert_eq!(person.why(), Some(Why::TooSoon));
    person.goes_to(at(22, 14));
    assert_eq!(person.verdict(), Verdict::Open { done: 1, most: 2 });
    person.holds().restarts();
    assert_eq!(person.why(), Some(Why::Done { most: 2 }));
    assert_eq!(person.entries().len(), 2);
}

#[test]
fn a_stop_for_a_sign_locks_the_day_over_a_restart() {
    let mut person = Person::new(DailyLimit::Twice);
    person.holds().answers(Event::Stop).wait(5).answers(Event::HaveLetGo).answers(Event::Happened(Happened::Numb));
    assert!(!person.file.contains("numb"));
    person.restarts();
    assert_eq!(person.why(), Some(Why::Locked));
    // Also where the hours between two sessions are long over, and the clock is set back a day.
    person.goes_to(at(22, 23));
    assert_eq!(person.why(), Some(Why::Locked));
    person.goes_to(at(21, 9));
    assert_eq!(person.why(), Some(Why::Locked));
    person.goes_to(at(23, 9));
    assert!(person.model.may_begin());
}

#[test]
fn a_stop_that_nobody_explained_locks_too() {
    let mut person = Person::new(DailyLimit::Twice);
    person.holds().does(Msg::Session(Event::Stop)).restarts();
    assert_eq!(person.why(), Some(Why::Locked), "killed in the same instant");
    let mut person = Person::new(DailyLimit::Twice);
    person.holds().does(Msg::CloseRequested).restarts();
    assert_eq!(person.why(), Some(Why::Locked), "closed by the window's own button");
}

#[test]
fn a_sign_at_the_check_in_and_worse_at_the_end_lock() {
    let mut person = Person::new(DailyLimit::Twice);
    person.holds().wait(41).answers(Event::CheckIn(CheckIn::NotSure)).restarts();
    assert_eq!(person.why(), Some(Why::Locked));
    let mut person = Person::new(DailyLimit::Twice);
    person.holds().wait(41).answers(Event::CheckIn(CheckIn::None)).answers(Event::NextRound(NextRound::Enough));
    person.answers(Event::Feel(Feel::Worse)).restarts();
    assert_eq!(person.why(), Some(Why::Locked));
}

#[test]
fn just_wanted_to_stop_locks_nothing() {
    let mut person = Person::new(DailyLimit::Twice);
    person.holds().answers(Event::Stop).wait(5).answers(Event::HaveLetGo).answers(Event::Happened(Happened::JustStopped));
    person.answers(Event::Done).restarts();
    // The hold counts; pressing is not off.
    assert_eq!(person.why(), Some(Why::TooSoon));
    person.goes_to(at(22, 14));
    assert_eq!(person.verdict(), Verdict::Open { done: 1, most: 2 });
}

#[test]
fn a_sign_on_the_list_before_a_session_locks_over_a_restart() {
    let mut person = Person::new(DailyLimit::Once);
    person.lists().does(Msg::Gate(GateEvent::Signs(ListAnswer::OneOrMore)));
    assert_eq!(person.entries(), [Entry::lock(person.now.stamp)]);
    person.restarts();
    assert_eq!(person.why(), Some(Why::Locked));
    person.goes_to(at(23, 9));
    assert!(person.model.may_begin());
}

#[test]
fn a_clock_set_back_over_a_restart_opens_nothing() {
    let mut person = Person::new(DailyLimit::Once);
    person.holds();
    for days_back in 1..10 {
        person.goes_to(at(22 - days_back, 9));
        assert_eq!(person.why(), Some(Why::ClockBehind));
    }
}

#[test]
fn with_a_full_disk_the_limit_holds_in_the_run_and_the_person_is_told() {
    let mut person = Person::new(DailyLimit::Once);
    person.disk_full = true;
    person.holds();
    assert!(person.model.notices.iter().any(|notice| notice.contains("the disk is full")), "{:?}", person.model.notices);
    person.answers(Event::Stop).wait(5).answers(Event::HaveLetGo).answers(Event::Happened(Happened::JustStopped));
    person.answers(Event::Done);
    assert!(!person.model.may_begin());
    // There is room again: what was lost before is told with the next line.
    let mut person = Person::new(DailyLimit::Once);
    person.disk_full = true;
    person.holds().wait(41).answers(Event::CheckIn(CheckIn::None));
    person.disk_full = false;
    person.answers(Event::NextRound(NextRound::Enough)).restarts();
    assert_eq!(person.why(), Some(Why::Done { most: 1 }));
}

#[test]
fn a_newer_history_counts_and_is_not_added_to() {
    let mut person = Person::new(DailyLimit::Once);
    person.file = format!("{HEADER}(version: 2)\n");
    person.restarts();
    let newer = person.file.clone();
    assert_eq!(person.model.notices.len(), 1);
    person.holds();
    assert_eq!(person.file, newer);
    assert!(!person.model.may_begin(), "within the run it counts");
}

#[test]
fn a_warm_up_is_one_entry_however_long_it_goes_on() {
    let mut person = Person::new(DailyLimit::Once);
    person.does(Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk))).wait(304);
    assert_eq!(person.file, "", "not enough yet");
    person.wait(2);
    let cards = |cards: &[WarmUp]| cards.iter().copied().collect::<WarmUpSet>();
    let began = Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC);
    assert_eq!(person.entries(), [Entry::warm_up(began, Duration::from_secs(300), cards(&[WarmUp::Walk]))]);
    // More of it is more known of the same one.
    person.does(Msg::WarmUp(WarmUpMsg::Start(WarmUp::CatCow))).wait(600);
    let [Entry::WarmUp { length, cards: done, .. }] = person.entries()[..] else { panic!("{:?}", person.entries()) };
    assert!(length > Duration::from_secs(330) && done == cards(&[WarmUp::Walk, WarmUp::CatCow]), "{length:?} {done:?}");
    assert!(person.file.lines().count() <= 2 + 4, "{}", person.file);
    person.restarts();
    assert!(person.model.may_begin(), "a warm-up closes nothing");
}

#[test]
fn what_was_done_of_a_warm_up_is_there_after_a_restart() {
    let mut person = Person::new(DailyLimit::Once);
    person.does(Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk))).wait(130);
    assert_eq!(person.file, "", "it is not over yet");
    person.does(Msg::WarmUp(WarmUpMsg::Pause(WarmUp::Walk)));
    let done = person.model.warm_up_today();
    assert!(done >= Duration::from_secs(120), "{done:?}");
    person.restarts();
    assert_eq!(person.model.warm_up_today().as_secs(), done.as_secs());
    // A card that was hardly touched is none.
    let mut person = Person::new(DailyLimit::Once);
    person.does(Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk))).wait(20).does(Msg::WarmUp(WarmUpMsg::Pause(WarmUp::Walk)));
    assert_eq!(person.file, "");
}

#[test]
fn walking_before_is_no_warm_up_by_itself() {
    let mut person = Person::new(DailyLimit::Once);
    person.does(Msg::WarmUp(WarmUpMsg::AlreadyWalked(true))).wait(60);
    assert_eq!(person.file, "");
    person.does(Msg::WarmUp(WarmUpMsg::Start(WarmUp::CatCow))).wait(20);
    assert_eq!(person.entries().len(), 1, "with a card it is");
}

#[test]
fn worse_last_time_is_about_the_session_before() {
    let mut person = Person::new(DailyLimit::Twice);
    assert!(!person.model.worse_last_time());
    person.holds().wait(41).answers(Event::CheckIn(CheckIn::None)).answers(Event::NextRound(NextRound::Enough));
    person.answers(Event::Feel(Feel::Worse));
    assert!(!person.model.worse_last_time(), "this one is not the one before");
    person.goes_to(at(23, 9));
    assert!(person.model.worse_last_time());
    person.holds().wait(41).answers(Event::CheckIn(CheckIn::None)).answers(Event::NextRound(NextRound::Enough));
    person.answers(Event::Feel(Feel::Worse));
    assert!(person.model.worse_last_time(), "twice in a row");
    person.goes_to(at(24, 9)).holds().wait(41).answers(Event::CheckIn(CheckIn::None));
    person.answers(Event::NextRound(NextRound::Enough)).answers(Event::Feel(Feel::Same)).goes_to(at(25, 9));
    assert!(!person.model.worse_last_time());
}
