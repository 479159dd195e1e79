//! The questions before a session.
//!
//! Not the session, and not a judgement: the same list for everyone, no score, nothing found out (health.md 3.5).
//!
//! Invariant: the only way to a [`GatePass`] is through every gate of this run, and a pass opens one session.
//! "Not sure" counts as yes. No answer opens a list that has not been seen to its end.

use std::collections::VecDeque;

use super::{ANSWER_GUARD, ListAnswer};
use crate::moment::{Moment, Now};

/// One question before a session. The gates of health.md 4.1 that are still to come slot in here in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gate {
    /// What the program is and is not.
    Consent,
    /// G2: the emergency list. Before every session, never remembered.
    Emergency,
}

/// What earlier runs remember about the gates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GateMemory {
    /// The consent of this version was given.
    pub consent_given: bool,
}

/// What a person can do at a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GateEvent {
    /// "I understand", at the consent.
    Understand,
    /// "Just let me read", at the consent.
    JustRead,
    /// The end of the list has been in view; "None of these" opens.
    ListSeen,
    /// The answer to a list.
    Signs(ListAnswer),
    /// "Leave": no session now, nothing is kept.
    Leave,
}

/// Why there is no session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The person wants to read only.
    ReadingOnly,
    /// The person left.
    Left,
    /// A sign of the emergency list: the emergency card, and pressing is off for the day.
    Emergency,
}

impl Refusal {
    /// Whether pressing is off for the rest of the day.
    pub const fn locks_today(self) -> bool {
        matches!(self, Self::Emergency)
    }
}

/// Where the questions stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GateStep {
    /// This question waits, for ever.
    Ask(Gate),
    /// All answered; [`Gates::into_pass`] gives the pass.
    Passed,
    /// No session.
    Refused(Refusal),
}

/// Leave to begin one session. It cannot be made, copied or kept by anything but the gates.
#[derive(Debug)]
pub struct GatePass(());

impl GatePass {
    /// Takes the pass out of the world.
    pub(super) fn use_up(self) {}
}

/// The run through the questions before one session.
#[derive(Debug)]
pub struct Gates {
    ahead: VecDeque<Gate>,
    total: usize,
    refused: Option<Refusal>,
    list_seen: bool,
    asked_since: Moment,
}

impl Gates {
    /// Begins the questions for one session, with what is remembered of earlier ones.
    pub fn new(memory: GateMemory, now: Now) -> Self {
        let consent = (!memory.consent_given).then_some(Gate::Consent);
        let ahead: VecDeque<Gate> = consent.into_iter().chain([Gate::Emergency]).collect();
        Self { total: ahead.len(), ahead, refused: None, list_seen: false, asked_since: now.moment }
    }

    /// Where the questions stand.
    pub fn step(&self) -> GateStep {
        match (self.refused, self.ahead.front()) {
            (Some(why), _) => GateStep::Refused(why),
            (None, Some(&gate)) => GateStep::Ask(gate),
            (None, None) => GateStep::Passed,
        }
    }

    /// Which question this is, from 1, and how many there are.
    pub fn number(&self) -> (usize, usize) {
        ((self.total - self.ahead.len() + 1).min(self.total), self.total)
    }

    /// Whether the end of the list has been in view, so that "None of these" is open.
    pub fn list_seen(&self) -> bool {
        self.list_seen
    }

    /// Whether an event belongs to the question that is asked.
    pub fn accepts(&self, event: GateEvent) -> bool {
        match (self.step(), event) {
            (GateStep::Ask(_), GateEvent::Leave) => true,
            (GateStep::Ask(Gate::Consent), GateEvent::Understand | GateEvent::JustRead) => true,
            (GateStep::Ask(Gate::Emergency), GateEvent::ListSeen) => !self.list_seen,
            (GateStep::Ask(Gate::Emergency), GateEvent::Signs(ListAnswer::NoneOfThese)) => self.list_seen,
            (GateStep::Ask(Gate::Emergency), GateEvent::Signs(ListAnswer::OneOrMore)) => true,
            _ => false,
        }
    }

    /// Takes what the person did. What does not belong here, or comes before it can have been read, is ignored.
    pub fn handle(&mut self, event: GateEvent, now: Now) {
        let answers = !matches!(event, GateEvent::ListSeen | GateEvent::Leave);
        let too_early = now.moment.since(self.asked_since) < ANSWER_GUARD;
        if !self.accepts(event) || (answers && too_early) {
            return;
        }
        match event {
            GateEvent::Understand | GateEvent::Signs(ListAnswer::NoneOfThese) => {
                self.ahead.pop_front();
                self.list_seen = false;
                self.asked_since = now.moment;
            }
            GateEvent::ListSeen => self.list_seen = true,
            GateEvent::JustRead => self.refused = Some(Refusal::ReadingOnly),
            GateEvent::Leave => self.refused = Some(Refusal::Left),
            GateEvent::Signs(ListAnswer::OneOrMore) => self.refused = Some(Refusal::Emergency),
        }
    }

    /// The pass for one session.
    ///
    /// # Errors
    /// The gates themselves, unchanged, while a question is open or the session was refused.
    pub fn into_pass(self) -> Result<GatePass, Self> {
        if self.step() == GateStep::Passed { Ok(GatePass(())) } else { Err(self) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::civil::date;
    use jiff::tz::Offset;

    use super::*;
    use crate::moment::Stamp;

    fn at(millis: u64) -> Now {
        let start = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
        start.plus(Duration::from_millis(millis))
    }

    #[test]
    fn the_first_time_consent_comes_before_the_list() {
        let mut gates = Gates::new(GateMemory::default(), at(0));
        assert_eq!((gates.step(), gates.number()), (GateStep::Ask(Gate::Consent), (1, 2)));
        gates.handle(GateEvent::Understand, at(1_000));
        assert_eq!((gates.step(), gates.number()), (GateStep::Ask(Gate::Emergency), (2, 2)));
        gates.handle(GateEvent::ListSeen, at(1_100));
        gates.handle(GateEvent::Signs(ListAnswer::NoneOfThese), at(1_200));
        assert_eq!(gates.step(), GateStep::Ask(Gate::Emergency), "a double click answers nothing");
        gates.handle(GateEvent::Signs(ListAnswer::NoneOfThese), at(9_000));
        assert_eq!((gates.step(), gates.number()), (GateStep::Passed, (2, 2)));
        assert!(gates.into_pass().is_ok());
    }

    #[test]
    fn a_returning_person_meets_only_the_list() {
        let gates = Gates::new(GateMemory { consent_given: true }, at(0));
        assert_eq!((gates.step(), gates.number()), (GateStep::Ask(Gate::Emergency), (1, 1)));
    }

    #[test]
    fn none_of_these_opens_only_at_the_end_of_the_list() {
        let mut gates = Gates::new(GateMemory { consent_given: true }, at(0));
        gates.handle(GateEvent::Signs(ListAnswer::NoneOfThese), at(5_000));
        assert_eq!(gates.step(), GateStep::Ask(Gate::Emergency));
        assert!(gates.accepts(GateEvent::Signs(ListAnswer::OneOrMore)), "the way to help is always open");
    }

    #[test]
    fn every_way_to_no_session() {
        for (event, why, locks) in [(GateEvent::JustRead, Refusal::ReadingOnly, false), (GateEvent::Leave, Refusal::Left, false)]
        {
            let mut gates = Gates::new(GateMemory::default(), at(0));
            gates.handle(event, at(1_000));
            assert_eq!((gates.step(), why.locks_today()), (GateStep::Refused(why), locks));
        }
        let mut gates = Gates::new(GateMemory { consent_given: true }, at(0));
        gates.handle(GateEvent::Signs(ListAnswer::OneOrMore), at(1_000));
        assert_eq!(gates.step(), GateStep::Refused(Refusal::Emergency));
        assert!(Refusal::Emergency.locks_today());
        // Nothing said afterwards takes it back.
        gates.handle(GateEvent::ListSeen, at(2_000));
        gates.handle(GateEvent::Signs(ListAnswer::NoneOfThese), at(3_000));
        assert!(gates.into_pass().is_err());
    }
}
