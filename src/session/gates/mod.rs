//! The questions before a session.
//!
//! Not the session, and not a judgement: the same lists for everyone, no score, nothing found out (health.md 3.5).
//!
//! Invariant: the only way to a [`GatePass`] or a [`MovementPass`] is through every gate of this run, and a pass opens
//! one session. "Not sure" is the careful answer everywhere. No list is passed that has not been seen to its end, and
//! nothing here knows a clock that could answer in a person's place.

mod memory;
mod pass;
mod question;

pub use memory::{ASK_AGAIN_DAYS, Avoid, GateMemory};
pub use pass::{Ache, GatePass, MovementPass, Pass};
pub use question::{Clearance, Fits, Gate, GateEvent, Goal, Reply};

use std::collections::VecDeque;

use super::{ANSWER_GUARD, ListAnswer};
use crate::moment::{Moment, Now};

/// Why there is no session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The person wants to read only.
    ReadingOnly,
    /// The person left.
    Left,
    /// A sign of the emergency list: the emergency card, and the session is off for the day.
    Emergency,
    /// A sign of the urgent list, now or earlier and not checked yet: the urgent card, pressing and exercise off.
    Urgent,
    /// The talk-first list fits, and no professional who knows about it has said that anything is fine.
    TalkFirst,
    /// The back aches too much today, or stops the person from doing things.
    TooMuchAche,
}

impl Refusal {
    /// Whether pressing is off for the rest of the day.
    pub const fn locks_today(self) -> bool {
        matches!(self, Self::Emergency)
    }

    /// Whether a card says why; otherwise the person went by their own wish.
    pub const fn has_card(self) -> bool {
        !matches!(self, Self::ReadingOnly | Self::Left)
    }
}

/// Why it is easy movement and not pressing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhyEasy {
    /// The person asked for easy movement.
    AskedFor,
    /// G1 was not answered with yes.
    NotConsulted,
    /// A professional has said: easy movement, but no pressing.
    Clearance,
    /// Something on the list of the day: no pressing today.
    NotToday,
    /// The person gets dizzy or falls: no pressing at all.
    Unsteady,
}

/// Where the questions stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GateStep {
    /// This question waits, for ever.
    Ask(Gate),
    /// All answered: pressing is open. [`Gates::into_pass`] gives the pass.
    Pressing,
    /// All answered: easy movement is open, and why it is that.
    Movement(WhyEasy),
    /// No session.
    Refused(Refusal),
}

/// The run through the questions before one session.
#[derive(Debug)]
pub struct Gates {
    memory: GateMemory,
    ahead: VecDeque<Gate>,
    lists: usize,
    easy: Option<WhyEasy>,
    ache: Option<Ache>,
    refused: Option<Refusal>,
    list_seen: bool,
    asked_since: Moment,
}

impl Gates {
    /// Begins the questions for one session, with what is remembered of earlier ones.
    pub fn new(goal: Goal, memory: GateMemory, now: Now) -> Self {
        let today = now.date();
        // Whoever gets dizzy or falls does not press, and is not asked for it, until the list takes that back.
        let unsteady = memory.avoid.pressing && !memory.talk_first_is_due(today);
        let presses = goal == Goal::Pressing && !unsteady;
        let easy = match goal {
            Goal::Movement => Some(WhyEasy::AskedFor),
            Goal::Pressing => unsteady.then_some(WhyEasy::Unsteady),
        };
        let asked = [
            (Gate::Consent, !memory.consent_given),
            (Gate::Checked, memory.needs_check),
            (Gate::Consult, presses && memory.consult_is_due(today)),
            (Gate::Emergency, true),
            (Gate::Urgent, true),
            (Gate::TalkFirst, memory.talk_first_is_due(today)),
            (Gate::TodayList, presses),
            (Gate::Today, presses),
        ];
        let ahead: VecDeque<Gate> = asked.into_iter().filter_map(|(gate, asked)| asked.then_some(gate)).collect();
        Self {
            memory,
            lists: ahead.iter().filter(|gate| gate.is_list()).count(),
            ahead,
            easy,
            ache: None,
            refused: None,
            list_seen: false,
            asked_since: now.moment,
        }
    }

    /// Where the questions stand.
    pub fn step(&self) -> GateStep {
        match (self.refused, self.ahead.front(), self.easy) {
            (Some(why), _, _) => GateStep::Refused(why),
            (None, Some(&gate), _) => GateStep::Ask(gate),
            (None, None, Some(why)) => GateStep::Movement(why),
            (None, None, None) => GateStep::Pressing,
        }
    }

    /// What is to be remembered after the answers so far.
    pub fn memory(&self) -> GateMemory {
        self.memory
    }

    /// Which list this is, from 1, and how many there are; nothing while no list is asked.
    pub fn list_number(&self) -> Option<(usize, usize)> {
        let here = self.ahead.front().filter(|gate| gate.is_list())?;
        let to_come = self.ahead.iter().filter(|gate| gate.is_list() && *gate != here).count();
        Some((self.lists - to_come, self.lists))
    }

    /// Whether the end of the list has been in view, so that "None of these" is open.
    pub fn list_seen(&self) -> bool {
        self.list_seen
    }

    /// Whether an event belongs to the question that is asked.
    pub fn accepts(&self, event: GateEvent) -> bool {
        let GateStep::Ask(gate) = self.step() else { return false };
        match event {
            GateEvent::Leave => true,
            GateEvent::Understand | GateEvent::JustRead => gate == Gate::Consent,
            GateEvent::Checked(_) => gate == Gate::Checked,
            GateEvent::Consulted(_) => gate == Gate::Consult,
            GateEvent::ListSeen => gate.is_list() && !self.list_seen,
            GateEvent::Signs(ListAnswer::OneOrMore) => gate.is_list(),
            GateEvent::Signs(ListAnswer::NoneOfThese) => gate.is_list() && self.list_seen,
            GateEvent::Fits(_) => gate == Gate::WhichFit,
            GateEvent::Clearance(_) => gate == Gate::Clearance,
            GateEvent::Ache(_) | GateEvent::StopsMe => gate == Gate::Today,
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
            GateEvent::ListSeen => self.list_seen = true,
            GateEvent::Leave => self.refused = Some(Refusal::Left),
            GateEvent::JustRead => self.refused = Some(Refusal::ReadingOnly),
            _ => {
                let gate = self.ahead.pop_front();
                self.list_seen = false;
                self.asked_since = now.moment;
                self.answered(gate, event, now);
            }
        }
    }

    /// What follows from an answer: the table of health.md 4.1.
    fn answered(&mut self, gate: Option<Gate>, event: GateEvent, now: Now) {
        let today = Some(now.date());
        match (gate, event) {
            (_, GateEvent::Understand) => self.memory.consent_given = true,

            // Whoever was checked and may press has talked to a professional: G1 is not asked a second time.
            (_, GateEvent::Checked(Clearance::Pressing)) => {
                (self.memory.needs_check, self.memory.consulted_on) = (false, today);
                self.drop_gate(Gate::Consult);
            }
            (_, GateEvent::Checked(Clearance::MovementOnly)) => {
                (self.memory.needs_check, self.memory.consulted_on) = (false, None);
                self.drop_gate(Gate::Consult);
                self.ease(WhyEasy::Clearance);
            }
            (_, GateEvent::Checked(Clearance::NoneYet)) => self.refused = Some(Refusal::Urgent),

            (_, GateEvent::Consulted(Reply::Yes)) => self.memory.consulted_on = today,
            (_, GateEvent::Consulted(Reply::No | Reply::NotSure)) => {
                self.memory.consulted_on = None;
                self.ease(WhyEasy::NotConsulted);
            }

            (Some(Gate::TalkFirst), GateEvent::Signs(ListAnswer::NoneOfThese)) => {
                (self.memory.talk_first_on, self.memory.avoid) = (today, Avoid::default());
            }
            (_, GateEvent::Signs(ListAnswer::NoneOfThese)) => {}
            (Some(Gate::TodayList), GateEvent::Signs(ListAnswer::OneOrMore)) => self.ease(WhyEasy::NotToday),
            (Some(Gate::TalkFirst), GateEvent::Signs(ListAnswer::OneOrMore)) => {
                // Until it is answered in full it counts as never answered.
                self.memory.talk_first_on = None;
                self.ahead.push_front(Gate::Clearance);
                self.ahead.push_front(Gate::WhichFit);
            }
            (Some(Gate::Urgent), GateEvent::Signs(ListAnswer::OneOrMore)) => {
                self.memory.needs_check = true;
                self.refused = Some(Refusal::Urgent);
            }
            (_, GateEvent::Signs(ListAnswer::OneOrMore)) => {
                self.memory.consulted_on = None;
                self.refused = Some(Refusal::Emergency);
            }

            (_, GateEvent::Fits(fits)) => {
                self.memory.avoid = Avoid::of(fits);
                if self.memory.avoid.pressing {
                    self.ease(WhyEasy::Unsteady);
                }
            }
            (_, GateEvent::Clearance(Clearance::Pressing)) => self.memory.talk_first_on = today,
            (_, GateEvent::Clearance(Clearance::MovementOnly)) => self.ease(WhyEasy::Clearance),
            (_, GateEvent::Clearance(Clearance::NoneYet)) => self.refused = Some(Refusal::TalkFirst),

            (_, GateEvent::Ache(ache)) if !ache.is_too_much() => self.ache = Some(ache),
            (_, GateEvent::Ache(_) | GateEvent::StopsMe) => self.refused = Some(Refusal::TooMuchAche),

            (_, GateEvent::ListSeen | GateEvent::Leave | GateEvent::JustRead) => {}
        }
    }

    /// From here on it is easy movement; the first reason stays.
    fn ease(&mut self, why: WhyEasy) {
        self.easy = self.easy.or(Some(why));
        self.drop_gate(Gate::TodayList);
        self.drop_gate(Gate::Today);
    }

    fn drop_gate(&mut self, gate: Gate) {
        if gate.is_list() && self.ahead.contains(&gate) {
            self.lists -= 1;
        }
        self.ahead.retain(|&ahead| ahead != gate);
    }

    /// The pass for one session, of the kind that is open.
    ///
    /// # Errors
    /// The gates themselves, unchanged, while a question is open or the session was refused.
    pub fn into_pass(self) -> Result<Pass, Self> {
        match (self.step(), self.ache) {
            (GateStep::Movement(_), _) => Ok(Pass::Movement(MovementPass::new())),
            (GateStep::Pressing, Some(ache)) => Ok(Pass::Pressing(GatePass::new(ache))),
            _ => Err(self),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
