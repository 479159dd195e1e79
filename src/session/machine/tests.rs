//! The session's moves, one by one.

use jiff::SignedDuration;
use jiff::civil::date;
use jiff::tz::Offset;

use super::super::gates::tests::pass;
use super::super::outcome::Ending;
use super::super::plan::tests::USUAL;
use super::super::{BreathWay, CheckIn, NextRound, Position};
use super::*;
use crate::moment::Stamp;

/// Hands, press, hold, let go, three breaths.
const ROUND_MILLIS: u64 = 10_000 + 3_000 + 5_000 + 4_000 + 30_000;

struct Bench {
    session: Session,
    now: Now,
}

impl Bench {
    fn new() -> Self {
        let now = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
        let plan = Plan::new(USUAL).expect("inside every range");
        let setup = Setup { starting_ache: Some(3), ..Setup::in_place(Position::Back) };
        let (session, cues) = Session::begin(plan, setup, pass(now), now);
        assert_eq!(cues.iter().map(|cue| cue.id).collect::<Vec<_>>(), [CueId::Enter(Phase::Settle)]);
        Self { session, now }
    }

    /// Time passes with a look whenever the session asks for one.
    fn wait(&mut self, millis: u64) -> Vec<CueId> {
        let until = self.now.moment + Duration::from_millis(millis);
        let mut cues = Vec::new();
        while let Some(wake) = self.session.next_wake().filter(|&wake| wake <= until) {
            self.now = self.now.plus(wake.since(self.now.moment));
            cues.extend(self.session.tick(self.now));
        }
        self.now = self.now.plus(until.since(self.now.moment));
        cues.into_iter().map(|cue| cue.id).collect()
    }

    /// Time passes and nobody looks until its end.
    fn skip(&mut self, millis: u64) -> Vec<CueId> {
        self.now = self.now.plus(Duration::from_millis(millis));
        self.session.tick(self.now).into_iter().map(|cue| cue.id).collect()
    }

    fn does(&mut self, event: Event) -> Phase {
        self.session.handle(event, self.now);
        self.session.phase()
    }

    fn ready() -> Self {
        let mut bench = Self::new();
        bench.wait(15_000 + 15_000);
        assert_eq!(bench.session.phase(), Phase::Ready);
        bench.wait(1_000);
        bench
    }

    /// In the lead-in of the first round.
    fn hands() -> Self {
        let mut bench = Self::ready();
        assert_eq!(bench.does(Event::GoOn), Phase::Hands);
        bench
    }

    fn pressing() -> Self {
        let mut bench = Self::hands();
        bench.wait(10_000);
        assert_eq!(bench.session.phase(), Phase::PressOn);
        bench
    }

    /// From "again" to the next question.
    fn again(&mut self, answer: NextRound) {
        assert_eq!(self.does(Event::NextRound(answer)), Phase::Hands);
        self.wait(ROUND_MILLIS);
        assert_eq!(self.session.phase(), Phase::CheckIn);
        self.wait(1_000);
    }

    fn holding() -> Self {
        let mut bench = Self::pressing();
        bench.wait(3_000);
        assert_eq!(bench.session.phase(), Phase::Hold);
        bench
    }

    fn asked() -> Self {
        let mut bench = Self::checking_in();
        bench.does(Event::CheckIn(CheckIn::None));
        bench.wait(1_000);
        assert_eq!(bench.session.phase(), Phase::NextRound);
        bench
    }

    fn checking_in() -> Self {
        let mut bench = Self::holding();
        bench.wait(5_000 + 4_000 + 30_000 + 1_000);
        assert_eq!(bench.session.phase(), Phase::CheckIn);
        bench
    }
}

#[test]
fn one_round_takes_52_seconds_from_ready_to_the_check_in() {
    let mut bench = Bench::hands();
    bench.wait(ROUND_MILLIS - 1);
    assert_eq!(bench.session.phase(), Phase::Breathe);
    bench.wait(1);
    assert_eq!(bench.session.phase(), Phase::CheckIn);
}

#[test]
fn the_lead_in_is_whole_and_says_when_three_seconds_are_left() {
    for (position, secs) in [(Position::Back, 10), (Position::Side, 8), (Position::AllFours, 8), (Position::Wall, 10)] {
        let mut bench = Bench::new();
        bench.session.setup.position = position;
        bench.wait(31_000);
        bench.does(Event::GoOn);
        assert_eq!((bench.session.seconds_total(), bench.session.next_phase()), (secs, Some(Phase::PressOn)), "{position:?}");
        assert_eq!(bench.wait(u64::from(secs) * 1_000 - 1), [CueId::ThreeMore]);
        assert_eq!((bench.session.phase(), bench.session.has_pressed()), (Phase::Hands, false));
        assert_eq!(bench.wait(1), [CueId::Enter(Phase::PressOn)]);
        assert!(bench.session.has_pressed());
    }
}

#[test]
fn everything_but_stop_leads_from_the_lead_in_back_to_ready_and_costs_nothing() {
    use Interruption::{ClockJumped, Failed, FocusLost, Hidden, Slept};
    let whys = [FocusLost, Hidden, Slept, ClockJumped, Failed].map(Event::Interrupted);
    for event in [Event::Pause].into_iter().chain(whys) {
        for _ in 0..9 {
            let mut bench = Bench::hands();
            bench.wait(4_000);
            assert_eq!(bench.does(event), Phase::Ready, "{event:?}");
            assert!(bench.session.is_after_a_disturbance() && !bench.session.has_pressed());
            assert!(!bench.session.outcome().counts());
            bench.wait(600_000);
            assert_eq!(bench.session.phase(), Phase::Ready, "and nothing begins by itself");
        }
    }
    let mut bench = Bench::hands();
    for answer in [Event::GoOn, Event::StepBack, Event::CheckIn(CheckIn::None), Event::NextRound(NextRound::SameAgain)] {
        bench.wait(700);
        assert_eq!(bench.does(answer), Phase::Hands, "{answer:?} waits for free hands");
    }
    assert_eq!(bench.does(Event::Stop), Phase::EaseOff);
}

#[test]
fn not_yet_any_number_of_times_never_uses_up_a_press() {
    let mut bench = Bench::ready();
    for _ in 0..20 {
        assert_eq!(bench.does(Event::GoOn), Phase::Hands);
        bench.wait(2_000);
        assert_eq!(bench.does(Event::Pause), Phase::Ready);
        bench.wait(1_000);
    }
    bench.does(Event::GoOn);
    bench.wait(ROUND_MILLIS);
    assert_eq!((bench.session.phase(), bench.session.round()), (Phase::CheckIn, 1));
}

#[test]
fn again_begins_the_lead_in_of_the_next_round_at_once() {
    for (answer, effort) in [(NextRound::SameAgain, 2), (NextRound::ALittleMore, 3)] {
        let mut bench = Bench::asked();
        assert_eq!(bench.does(Event::NextRound(answer)), Phase::Hands);
        assert_eq!((bench.session.round(), bench.session.effort().value()), (2, effort));
        bench.wait(9_999);
        assert_eq!(bench.session.phase(), Phase::Hands);
        bench.wait(1);
        assert_eq!(bench.session.phase(), Phase::PressOn);
    }
}

#[test]
fn one_step_back_from_ready_takes_again_back_and_before_the_first_press_settles_once_more() {
    let mut bench = Bench::asked();
    bench.does(Event::NextRound(NextRound::ALittleMore));
    bench.wait(2_000);
    assert_eq!(bench.does(Event::Pause), Phase::Ready);
    bench.wait(1_000);
    assert_eq!(bench.does(Event::StepBack), Phase::NextRound);
    assert_eq!((bench.session.round(), bench.session.effort().value()), (1, 2), "as it was before");
    bench.wait(1_000);
    assert_eq!(bench.does(Event::NextRound(NextRound::ALittleMore)), Phase::Hands);
    assert_eq!(bench.session.effort().value(), 3, "never by more than one");
    let mut bench = Bench::ready();
    assert_eq!(bench.does(Event::StepBack), Phase::Settle);
    bench.wait(60_000);
    assert_eq!(bench.session.phase(), Phase::Settle, "asked for, it waits");
}

#[test]
fn settling_goes_on_by_itself_only_with_an_ache_that_was_said_and_nothing_between() {
    let mut bench = Bench::new();
    bench.wait(14_000);
    bench.does(Event::Ache(4));
    bench.wait(5_999);
    assert_eq!(bench.session.phase(), Phase::Settle, "time to put it right");
    bench.wait(1);
    assert_eq!(bench.session.phase(), Phase::Core(CoreCue::Belly));

    let mut bench = Bench::new();
    bench.wait(1_000);
    bench.does(Event::Ache(7));
    bench.wait(600_000);
    assert_eq!(bench.session.phase(), Phase::Settle, "too strong an ache is for the person to answer");

    let mut bench = Bench::new();
    bench.session.ache = None;
    bench.wait(600_000);
    assert_eq!(bench.session.phase(), Phase::Settle, "an ache that was not said");
    bench.does(Event::Ache(2));
    bench.wait(6_000);
    assert_eq!(bench.session.phase(), Phase::Core(CoreCue::Belly));

    for away in [Event::Pause, Event::Interrupted(Interruption::FocusLost)] {
        let mut bench = Bench::new();
        bench.wait(5_000);
        assert_eq!(bench.does(away), Phase::Settle);
        bench.wait(600_000);
        assert_eq!(bench.session.phase(), Phase::Settle, "{away:?}");
        assert_eq!(bench.does(Event::GoOn), Phase::Core(CoreCue::Belly));
    }
    let mut bench = Bench::new();
    bench.skip(60_000);
    bench.wait(60_000);
    assert_eq!(bench.session.phase(), Phase::Settle, "the computer slept");
}

#[test]
fn a_stop_by_mistake_leads_back_and_locks_and_counts_nothing() {
    type Way = (fn() -> Bench, u64, Phase);
    let ways: [Way; 8] = [
        (Bench::new, 5_000, Phase::Settle),
        (Bench::ready, 1_000, Phase::Settle),
        (Bench::hands, 3_000, Phase::Settle),
        (Bench::pressing, 1_000, Phase::CheckIn),
        (Bench::holding, 1_000, Phase::CheckIn),
        (Bench::holding, 6_000, Phase::CheckIn),
        (Bench::checking_in, 1_000, Phase::CheckIn),
        (Bench::asked, 1_000, Phase::CheckIn),
    ];
    for (bench, millis, back) in ways {
        let mut bench = bench();
        bench.wait(millis);
        let before = bench.session.outcome();
        bench.does(Event::Stop);
        assert!(bench.session.locks_today(), "not explained yet");
        bench.wait(5_000);
        bench.does(Event::HaveLetGo);
        bench.wait(1_000);
        assert_eq!(bench.does(Event::Happened(Happened::ByMistake)), back);
        let after = bench.session.outcome();
        assert_eq!((after.ending, after.locks_today), (Ending::Open, false));
        assert_eq!((after.counts(), after.rounds_done), (before.counts(), before.rounds_done));
    }
}

#[test]
fn a_round_is_asked_about_twice_after_a_mistake_and_counts_once() {
    let mut bench = Bench::asked();
    bench.does(Event::NextRound(NextRound::SameAgain));
    bench.wait(2_000);
    bench.does(Event::Stop);
    bench.wait(5_000);
    bench.does(Event::HaveLetGo);
    bench.wait(1_000);
    assert_eq!(bench.does(Event::Happened(Happened::ByMistake)), Phase::CheckIn);
    assert_eq!(bench.session.round(), 1, "the check-in of that round");
    bench.wait(1_000);
    bench.does(Event::CheckIn(CheckIn::None));
    assert_eq!((bench.session.phase(), bench.session.rounds_done()), (Phase::NextRound, 1));
}

#[test]
fn a_stop_at_the_check_in_of_round_1_is_a_stop_in_round_1() {
    let mut bench = Bench::checking_in();
    bench.does(Event::CheckIn(CheckIn::Sharp));
    // Rounds done, and the one that was stopped in.
    assert_eq!(bench.session.outcome().rounds_done + 1, 1);
    assert!(bench.session.outcome().counts(), "it was held all the same");
}

#[test]
fn the_minutes_end_with_the_last_round() {
    let mut bench = Bench::asked();
    bench.does(Event::NextRound(NextRound::Enough));
    let length = bench.session.outcome().length;
    bench.wait(600_000);
    bench.does(Event::Done);
    assert_eq!(bench.session.outcome().length, length);
    let mut bench = Bench::holding();
    bench.does(Event::Stop);
    let stopped = bench.session.outcome().length;
    bench.wait(60_000);
    bench.does(Event::HaveLetGo);
    bench.wait(1_000);
    assert_eq!(bench.session.outcome().length, stopped);
    bench.does(Event::Happened(Happened::ByMistake));
    assert!(bench.session.outcome().length > stopped, "by mistake it goes on");
}

#[test]
fn at_ones_own_pace_no_key_is_needed_in_a_press() {
    let mut bench = Bench::new();
    bench.session.setup.self_paced = true;
    bench.wait(60_000);
    assert_eq!(bench.session.phase(), Phase::Settle, "every wait with free hands is the person's");
    for phase in [CoreCue::Belly, CoreCue::PelvicFloor, CoreCue::LowBack].map(Phase::Core).into_iter().chain([Phase::Ready]) {
        assert_eq!(bench.does(Event::GoOn), phase);
        bench.wait(60_000);
        assert_eq!(bench.session.phase(), phase);
    }
    assert_eq!(bench.does(Event::GoOn), Phase::Hands);
    assert_eq!(bench.session.seconds_total(), 20);
    assert_eq!(bench.wait(20_000), [CueId::ThreeMore, CueId::Enter(Phase::PressOn)]);
    assert_eq!(bench.wait(3_000), [CueId::Enter(Phase::Hold)]);
    assert_eq!((bench.session.second(bench.now), bench.session.counts_up()), (0, true));
    bench.wait(4_500);
    assert_eq!(bench.session.second(bench.now), 4, "counted up");
    assert_eq!(bench.wait(3_499), [CueId::HeldEnough]);
    assert_eq!(bench.session.phase(), Phase::Hold);
    assert_eq!(bench.wait(1), [CueId::Enter(Phase::LetGo)], "at eight seconds it ends by itself");
    assert_eq!(bench.wait(4_000), [CueId::Enter(Phase::Breathe)]);
    assert_eq!(bench.wait(600_000).last(), Some(&CueId::Breathed));
    assert_eq!(bench.does(Event::GoOn), Phase::CheckIn, "the hands are free again, and the session waits");
}

#[test]
fn the_seconds_of_a_hold_are_said_to_whoever_wants_them() {
    let mut bench = Bench::pressing();
    bench.session.setup.counts_aloud = true;
    assert_eq!(bench.wait(3_000 + 4_999)[1..], [3, 2, 1].map(CueId::Second));
    let mut bench = Bench::pressing();
    (bench.session.setup.counts_aloud, bench.session.setup.self_paced) = (true, true);
    let counted = [CueId::Second(2), CueId::Second(3), CueId::Second(4), CueId::HeldEnough];
    assert_eq!(bench.wait(3_000 + 7_999)[1..], counted, "counted up, and then that it is enough");
}

#[test]
fn answers_wait_for_the_guard_and_stop_does_not() {
    let mut bench = Bench::new();
    bench.wait(599);
    assert_eq!(bench.does(Event::GoOn), Phase::Settle);
    bench.wait(1);
    assert_eq!(bench.does(Event::GoOn), Phase::Core(CoreCue::Belly));
    assert_eq!(bench.does(Event::Stop), Phase::EaseOff);
    // The same key again: "I have let go" lies where Stop was.
    assert_eq!(bench.does(Event::HaveLetGo), Phase::EaseOff);
    bench.wait(600);
    assert_eq!(bench.does(Event::HaveLetGo), Phase::WhatHappened);
}

#[test]
fn a_look_up_to_a_second_late_is_forgiven_and_no_more() {
    let mut bench = Bench::holding();
    bench.skip(1_250);
    assert_eq!(bench.session.phase(), Phase::Hold);
    assert_eq!(bench.skip(1_251), [CueId::LetGoEarly(Disturbance::Interrupted(Interruption::Slept))]);
    assert_eq!(bench.session.rounds_done(), 0);
    // A full release from now, however late it is.
    assert_eq!(bench.session.seconds_left(bench.now), 4.0);
}

#[test]
fn a_clock_that_stands_still_in_sleep_is_noticed_by_the_other() {
    for secs in [-3_600, -2, 2, 3_600] {
        let mut bench = Bench::holding();
        bench.now.stamp = bench.now.stamp.plus(SignedDuration::from_secs(secs));
        let cues = bench.skip(100);
        assert_eq!(cues, [CueId::LetGoEarly(Disturbance::Interrupted(Interruption::ClockJumped))]);
    }
    // Summer time moves the clock face, not the instant.
    let mut bench = Bench::holding();
    bench.now.stamp = bench.now.stamp.seen_from(jiff::tz::offset(1));
    assert_eq!(bench.skip(100), []);
}

#[test]
fn every_way_out_of_press_and_hold() {
    use Interruption::{ClockJumped, Closing, Failed, FocusLost, Hidden, Slept};
    for (bench, wait) in [(Bench::pressing as fn() -> Bench, 1_000), (Bench::holding, 1_000)] {
        for why in [FocusLost, Hidden, Slept, ClockJumped, Failed] {
            let mut bench = bench();
            bench.wait(wait);
            assert_eq!(bench.does(Event::Interrupted(why)), Phase::LetGo, "{why:?}");
        }
        let mut closing = bench();
        closing.wait(wait);
        assert_eq!(closing.does(Event::Interrupted(Closing)), Phase::EaseOff);
    }
}

#[test]
fn a_broken_off_round_is_done_again_from_the_breath_and_offers_no_more_effort() {
    let mut bench = Bench::holding();
    bench.wait(2_000);
    assert_eq!(bench.does(Event::Pause), Phase::LetGo);
    bench.wait(4_000);
    assert_eq!(bench.session.phase(), Phase::Breathe);
    bench.wait(31_000);
    bench.does(Event::CheckIn(CheckIn::None));
    bench.wait(1_000);
    assert_eq!(bench.session.next_effort(), None);
    assert_eq!(bench.does(Event::NextRound(NextRound::ALittleMore)), Phase::NextRound);
    assert_eq!(bench.does(Event::NextRound(NextRound::SameAgain)), Phase::Hands);
    assert_eq!((bench.session.round(), bench.session.rounds_done()), (1, 0));
    assert!(bench.session.outcome().counts(), "a hold was begun");
}

#[test]
fn breaking_off_again_and_again_does_not_press_without_end() {
    let mut bench = Bench::hands();
    for press in 1..=Plan::MOST_ROUNDS {
        bench.wait(11_000);
        assert_eq!(bench.session.phase(), Phase::PressOn, "press {press}");
        bench.does(Event::Pause);
        bench.wait(35_000);
        bench.does(Event::CheckIn(CheckIn::None));
        bench.wait(1_000);
        bench.does(Event::NextRound(NextRound::SameAgain));
    }
    assert_eq!(bench.session.phase(), Phase::Finish);
}

#[test]
fn effort_stops_rising_at_the_cap() {
    let mut bench = Bench::checking_in();
    let mut efforts = vec![bench.session.effort().value()];
    for _ in 0..2 {
        bench.does(Event::CheckIn(CheckIn::None));
        bench.wait(1_000);
        bench.again(NextRound::ALittleMore);
        efforts.push(bench.session.effort().value());
    }
    assert_eq!(efforts, [2, 3, 4]);
    let most = Effort::new(Effort::CAP).expect("the cap is an effort");
    assert_eq!(most.a_little_more(most), None);
    assert_eq!(Effort::new(Effort::CAP + 1), None);
}

/// health.md 4.5, point 5, for every answer and both answers to the list.
#[test]
fn every_sign_has_its_advice_and_locks_the_day() {
    use Advice::{Emergency, IfItStays, Today};
    for (sign, none, some) in [
        (Happened::Sharp, Today, Emergency),
        (Happened::MorePain, IfItStays, Emergency),
        (Happened::Numb, Today, Emergency),
        (Happened::Weak, Emergency, Emergency),
        (Happened::NotSure, Today, Emergency),
    ] {
        for (answer, advice) in [(ListAnswer::NoneOfThese, none), (ListAnswer::OneOrMore, some)] {
            let mut bench = Bench::holding();
            bench.does(Event::Stop);
            bench.wait(5_000);
            bench.does(Event::HaveLetGo);
            bench.wait(1_000);
            assert_eq!(bench.does(Event::Happened(sign)), Phase::SignsAgain);
            bench.wait(1_000);
            assert_eq!(bench.does(Event::Signs(ListAnswer::NoneOfThese)), Phase::SignsAgain, "the list was not seen");
            bench.does(Event::ListSeen);
            assert_eq!(bench.does(Event::Signs(answer)), Phase::Advice(advice), "{sign:?} {answer:?}");
            bench.wait(1_000);
            assert_eq!(bench.does(Event::Done), Phase::Closed);
            assert!(bench.session.outcome().locks_today);
        }
    }
}

#[test]
fn every_discomfort_at_the_check_in_ends_the_pressing() {
    for answer in CheckIn::ALL.into_iter().filter(|&answer| answer != CheckIn::None) {
        let mut bench = Bench::checking_in();
        assert_eq!(bench.does(Event::CheckIn(answer)), Phase::SignsAgain);
        assert!(bench.session.locks_today());
        assert_eq!(bench.session.outcome().ending, Ending::Stopped(answer.sign()));
    }
}

#[test]
fn just_stopping_locks_nothing() {
    let mut bench = Bench::holding();
    bench.does(Event::Stop);
    assert!(bench.session.locks_today(), "not explained yet");
    bench.wait(5_000);
    bench.does(Event::HaveLetGo);
    bench.wait(1_000);
    assert_eq!(bench.does(Event::Happened(Happened::JustStopped)), Phase::Finish);
    assert!(!bench.session.locks_today());
    assert!(bench.session.outcome().counts(), "a hold was begun");
}

#[test]
fn stopping_before_any_hold_does_not_count_as_a_session() {
    let mut bench = Bench::pressing();
    bench.wait(1_000);
    bench.does(Event::Stop);
    assert!(!bench.session.outcome().counts());
}

#[test]
fn feeling_worse_at_the_end_leads_to_advice() {
    let mut bench = Bench::checking_in();
    bench.does(Event::CheckIn(CheckIn::None));
    bench.wait(1_000);
    bench.does(Event::NextRound(NextRound::Enough));
    assert_eq!(bench.session.feel(), None, "nothing is preset");
    bench.wait(1_000);
    bench.does(Event::Feel(Feel::Worse));
    assert_eq!(bench.does(Event::Done), Phase::Advice(Advice::IfItStays));
    assert!(bench.session.outcome().locks_today);
}

#[test]
fn done_works_without_saying_how_the_back_feels() {
    let mut bench = Bench::checking_in();
    bench.does(Event::CheckIn(CheckIn::None));
    bench.wait(1_000);
    bench.does(Event::NextRound(NextRound::Enough));
    bench.wait(1_000);
    assert_eq!(bench.does(Event::Done), Phase::Closed);
    assert_eq!(bench.session.outcome().ending, Ending::Finished);
    assert!(!bench.session.can_stop());
    assert_eq!(bench.session.choices(), []);
}

#[test]
fn breaths_are_told_in_time_and_late_ones_are_dropped() {
    let mut bench = Bench::holding();
    bench.wait(5_000 + 4_000);
    assert_eq!(bench.session.phase(), Phase::Breathe);
    assert_eq!(bench.wait(10_000), [CueId::BreatheOut, CueId::BreatheIn]);
    // 16 seconds without a look: out at 14, in at 20 and out at 24 are due; only the last is said.
    assert_eq!(bench.skip(16_000), [CueId::BreatheOut]);
    let breath = bench.session.breath(bench.now).expect("breathing");
    assert_eq!((breath.way, breath.number, breath.of), (BreathWay::Out, 3, 3));
    assert!((breath.fullness - 4.0 / 6.0).abs() < 1e-9, "{breath:?}");
}

#[test]
fn waiting_phases_ask_for_no_look() {
    let mut bench = Bench::new();
    bench.session.ache = None;
    assert_eq!(bench.session.next_wake(), Some(Moment::from_millis(15_000)));
    assert_eq!(bench.wait(15_000), [CueId::Settled]);
    assert!(bench.session.waits(bench.now));
    assert_eq!(bench.session.next_wake(), None);
    let bench = Bench::ready();
    assert_eq!(bench.session.next_wake(), None);
    assert_eq!((bench.session.length(), bench.session.fraction(bench.now)), (None, 1.0));
    assert_eq!(Bench::checking_in().session.next_wake(), None);
}

#[test]
fn the_view_counts_down() {
    let mut bench = Bench::holding();
    bench.wait(2_000);
    assert_eq!(bench.session.seconds_left(bench.now), 3.0);
    assert_eq!(bench.session.seconds_total(), 5);
    assert_eq!(bench.session.fraction(bench.now), 0.4);
    assert_eq!((bench.session.scene(), bench.session.next_phase()), ("back-hold".to_owned(), Some(Phase::LetGo)));
    assert_eq!(bench.session.phase().step_of_round(), Some(2));
    // Between two looks the count goes on.
    assert_eq!(bench.session.seconds_left(bench.now.plus(Duration::from_secs(60))), 0.0);
}

#[test]
fn a_wait_is_not_made_shorter_by_what_disturbs_it() {
    let mut bench = Bench::new();
    let slept = CueId::SettleAgain(Disturbance::Interrupted(Interruption::Slept));
    assert_eq!(bench.skip(2_148_000), [slept]);
    bench.skip(1_451_000);
    assert!(!bench.session.asked_long_ago(), "just under an hour");
    bench.skip(2_000);
    assert!(bench.session.asked_long_ago(), "settling began anew, and the lists are as old as they are");
    assert_eq!(bench.does(Event::GoOn), Phase::Closed);
}
