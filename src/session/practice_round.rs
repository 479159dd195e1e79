//! A practice round: the whole of a round with the hands on the belly, and nothing under the back.
//!
//! Not a press, and nothing of it is remembered: the same machine leads it, so that keys, voice and timing are those of a
//! session, but without the leave that a press needs. Invariant: what was begun as a practice never becomes a press, never
//! counts, never closes a day, and shows no picture of a press.

use super::{Phase, Plan, Position, Session, Setup};
use crate::moment::Now;
use crate::session::Cue;

impl Session {
    /// Begins a practice round, where its lead-in is asked for. It needs no leave: nothing is pressed.
    pub fn practise(plan: Plan, setup: Setup, now: Now) -> (Self, Vec<Cue>) {
        let setup = Setup { position: Position::Back, starting_ache: Some(0), steps_down: 0, steps_up: 0, ..setup };
        Self::at(Phase::Ready, plan, setup, None, now)
    }

    /// Whether this is a practice round.
    pub fn is_practice(&self) -> bool {
        self.pass.is_none()
    }
}

/// The figure's scene in a practice: hands on the belly, whatever the phase.
pub(super) const fn scene(phase: Phase) -> &'static str {
    match phase {
        Phase::Breathe => "back-breathe",
        _ => "back-rest",
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::civil::date;
    use jiff::tz::Offset;

    use super::super::plan::tests::USUAL;
    use super::super::{CheckIn, Device, Event, Happened, Interruption, KeyAct, NextRound, Seen};
    use super::*;
    use crate::moment::{Moment, Stamp};

    fn begin() -> (Session, Now) {
        let now = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
        let plan = Plan::new(USUAL).expect("inside every range");
        let setup = Setup { device: Device::Keyboard, steps_down: 7, steps_up: 7, ..Setup::in_place(Position::Wall) };
        (Session::practise(plan, setup, now).0, now)
    }

    fn until(session: &mut Session, now: &mut Now, phase: Phase) {
        for _ in 0..900 {
            if session.phase() == phase {
                return;
            }
            *now = now.plus(Duration::from_millis(100));
            session.tick(*now);
        }
        panic!("it stands at {:?}", session.phase());
    }

    #[test]
    fn it_runs_as_a_round_does_and_leaves_nothing() {
        let (mut session, mut now) = begin();
        assert_eq!(session.phase(), Phase::Ready);
        for _ in 0..2 {
            now = now.plus(Duration::from_secs(1));
            let ahead = session.event_of(KeyAct::GoOn, Seen::Usual, now).expect("the same key as in a session");
            session.handle(ahead, now);
            let began = now.moment;
            for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::Breathe, Phase::CheckIn] {
                until(&mut session, &mut now, phase);
                assert!(!session.scene().contains("press") && !session.scene().contains("hold"), "{}", session.scene());
            }
            let whole = USUAL.lead_in_secs + USUAL.ramp_secs + USUAL.hold_secs + USUAL.release_secs + 30;
            assert!(now.moment.since(began).abs_diff(Duration::from_secs(whole.into())) < Duration::from_secs(1));
            now = now.plus(Duration::from_secs(1));
            session.handle(Event::CheckIn(CheckIn::None), now);
            assert_eq!(session.phase(), Phase::NextRound);
            assert_eq!(session.next_effort(), None, "no more of nothing");
        }
        now = now.plus(Duration::from_secs(1));
        session.handle(Event::NextRound(NextRound::Enough), now);
        assert_eq!((session.phase(), session.accepts(Event::GoOn)), (Phase::Finish, false));
        let outcome = session.outcome();
        assert!(!outcome.counts() && !outcome.locks_today);
        assert!(Box::new(session).into_pass().is_err(), "there is none in it");
    }

    #[test]
    fn whatever_is_answered_or_comes_between_it_closes_no_day() {
        for answer in CheckIn::ALL.into_iter().filter(|&answer| answer != CheckIn::None) {
            let (mut session, mut now) = begin();
            now = now.plus(Duration::from_secs(1));
            session.handle(Event::GoOn, now);
            until(&mut session, &mut now, Phase::CheckIn);
            now = now.plus(Duration::from_secs(1));
            session.handle(Event::CheckIn(answer), now);
            assert_eq!((session.phase(), session.happened()), (Phase::Finish, answer.sign()));
            assert!(!session.outcome().locks_today && !session.was_stopped());
        }
        let (mut session, mut now) = begin();
        now = now.plus(Duration::from_secs(1));
        session.handle(Event::GoOn, now);
        until(&mut session, &mut now, Phase::Hold);
        assert!(!session.accepts(Event::Interrupted(Interruption::Closing)), "there is nothing to let go of");
        session.handle(Event::Stop, now);
        assert_eq!(session.phase(), Phase::EaseOff);
        now = now.plus(Duration::from_secs(5));
        session.handle(Event::HaveLetGo, now);
        assert_eq!(session.phase(), Phase::Finish);
        assert!(!session.outcome().locks_today && !session.outcome().counts());
        session.handle(Event::Happened(Happened::Numb), now.plus(Duration::from_secs(2)));
        assert!(!session.outcome().locks_today);
    }

    #[test]
    fn it_waits_for_ever_and_asks_nothing_anew() {
        let (mut session, now) = begin();
        let later = now.plus(Duration::from_secs(9 * 3_600));
        session.tick(later);
        session.handle(Event::GoOn, later.plus(Duration::from_secs(1)));
        assert_eq!(session.phase(), Phase::Hands);
    }
}
