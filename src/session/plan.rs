//! How long the phases last and how many rounds there are.
//!
//! Not a file: the numbers come from `content/protocol.ron` (or, later, from a clinician's plan).
//!
//! Invariant: a [`Plan`] exists only with every number inside its range; the ranges are the ones below and no
//! file can widen them.

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::Deserialize;
use thiserror::Error;

use super::{Effort, Position};

/// The numbers of a plan as they are written down, not yet checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanNumbers {
    /// Seconds to settle in before "Go on" is asked for; 10 to 60.
    pub settle_secs: u32,
    /// Seconds a core cue; 3 to 10.
    pub core_cue_secs: u32,
    /// Seconds to put both hands in place before a press, on the back and at the wall; 5 to 30.
    pub lead_in_secs: u32,
    /// The same for the one hand that presses on the side and on all fours; 5 to 30.
    pub lead_in_one_hand_secs: u32,
    /// Seconds of the lead-in at least, at the person's own pace; 5 to 30.
    pub lead_in_own_pace_secs: u32,
    /// Seconds until the pressure is fully on; 2 to 5.
    pub ramp_secs: u32,
    /// Seconds the pressure stays; 3 to 8.
    pub hold_secs: u32,
    /// Seconds until nothing of the pressure is left; 3 to 6.
    pub release_secs: u32,
    /// Breaths after each release; 2 to 5.
    pub breaths: u32,
    /// Seconds a breath in; 3 to 5.
    pub breath_in_secs: u32,
    /// Seconds a breath out; 4 to 8.
    pub breath_out_secs: u32,
    /// Rounds a session; 2 to 5.
    pub rounds: u32,
    /// Effort of the first round on a scale of 10; 1 to 2.
    pub effort_start: u32,
    /// Effort that is never passed; 2 to 4.
    pub effort_cap: u32,
    /// Seconds of the guided letting-go after a stop; 3 to 6.
    pub ease_off_secs: u32,
    /// Seconds of rest suggested at the end; 30 to 300.
    pub rest_secs: u32,
}

/// A number that lies outside its range.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{field}` is {value}, and may only be {} to {}", range.start(), range.end())]
pub struct OutOfRange {
    /// The field as it is written in the file.
    pub field: &'static str,
    /// The number found.
    pub value: u32,
    /// The numbers that may stand there.
    pub range: RangeInclusive<u32>,
}

impl OutOfRange {
    /// Checks one number and notes it if it is outside.
    pub(super) fn check(field: &'static str, value: u32, range: RangeInclusive<u32>, problems: &mut Vec<Self>) {
        if !range.contains(&value) {
            problems.push(Self { field, value, range });
        }
    }
}

/// How long the phases last and how many rounds there are, every number inside its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    numbers: PlanNumbers,
    effort_start: Effort,
    effort_cap: Effort,
}

impl Plan {
    /// The most rounds of any plan, and the most presses begun in any session, broken-off ones counted
    /// (health.md 4.4 and 6.6).
    pub const MOST_ROUNDS: u8 = 5;
    /// How long a lead-in may be (health.md 4.4): shorter and no hand gets there, longer and a person wonders.
    pub const LEAD_IN_SECS: RangeInclusive<u32> = 5..=30;

    /// Checks the numbers and makes a plan of them.
    ///
    /// # Errors
    /// Every number outside its range, each with its field, the number and the range.
    pub fn new(numbers: PlanNumbers) -> Result<Self, Vec<OutOfRange>> {
        let n = &numbers;
        let mut problems = Vec::new();
        let mut check = |field, value, range| OutOfRange::check(field, value, range, &mut problems);
        // Lead-in, hold, release, breaths, rounds, effort: health.md 4.4. The rest has one number there; the range is ours.
        check("settle_secs", n.settle_secs, 10..=60);
        check("core_cue_secs", n.core_cue_secs, 3..=10);
        check("lead_in_secs", n.lead_in_secs, Self::LEAD_IN_SECS);
        check("lead_in_one_hand_secs", n.lead_in_one_hand_secs, Self::LEAD_IN_SECS);
        check("lead_in_own_pace_secs", n.lead_in_own_pace_secs, Self::LEAD_IN_SECS);
        check("ramp_secs", n.ramp_secs, 2..=5);
        check("hold_secs", n.hold_secs, 3..=8);
        check("release_secs", n.release_secs, 3..=6);
        check("breaths", n.breaths, 2..=5);
        check("breath_in_secs", n.breath_in_secs, 3..=5);
        check("breath_out_secs", n.breath_out_secs, 4..=8);
        check("rounds", n.rounds, 2..=u32::from(Self::MOST_ROUNDS));
        check("effort_start", n.effort_start, 1..=2);
        check("effort_cap", n.effort_cap, 2..=u32::from(Effort::CAP));
        check("ease_off_secs", n.ease_off_secs, 3..=6);
        check("rest_secs", n.rest_secs, 30..=300);
        let effort = |value: u32| u8::try_from(value).ok().and_then(Effort::new);
        match (problems.is_empty(), effort(n.effort_start), effort(n.effort_cap)) {
            (true, Some(effort_start), Some(effort_cap)) => Ok(Self { numbers, effort_start, effort_cap }),
            _ => Err(problems),
        }
    }

    /// The numbers the plan was made of.
    pub const fn numbers(&self) -> PlanNumbers {
        self.numbers
    }

    /// How many rounds there are; 2 to 5.
    pub fn rounds(&self) -> u8 {
        u8::try_from(self.numbers.rounds).unwrap_or(Self::MOST_ROUNDS).min(Self::MOST_ROUNDS)
    }

    /// The effort of the first round.
    pub const fn effort_start(&self) -> Effort {
        self.effort_start
    }

    /// The effort that is never passed.
    pub const fn effort_cap(&self) -> Effort {
        self.effort_cap
    }

    /// How long the hands have to get into place in a position before a press.
    pub fn lead_in(&self, position: Position, self_paced: bool) -> Duration {
        let n = &self.numbers;
        let usual = if position.presses_with_one_hand() { n.lead_in_one_hand_secs } else { n.lead_in_secs };
        let secs = if self_paced { usual.max(n.lead_in_own_pace_secs) } else { usual };
        Duration::from_secs(secs.into())
    }

    /// One breath in and out.
    pub const fn breath(&self) -> Duration {
        Duration::from_secs(self.numbers.breath_in_secs as u64 + self.numbers.breath_out_secs as u64)
    }

    /// All breaths of one round.
    pub fn breathe(&self) -> Duration {
        self.breath() * self.numbers.breaths
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The numbers of health.md 4.4.
    pub(in crate::session) const USUAL: PlanNumbers = PlanNumbers {
        settle_secs: 15,
        core_cue_secs: 5,
        lead_in_secs: 10,
        lead_in_one_hand_secs: 8,
        lead_in_own_pace_secs: 20,
        ramp_secs: 3,
        hold_secs: 5,
        release_secs: 4,
        breaths: 3,
        breath_in_secs: 4,
        breath_out_secs: 6,
        rounds: 3,
        effort_start: 2,
        effort_cap: 4,
        ease_off_secs: 4,
        rest_secs: 60,
    };

    #[test]
    fn the_usual_numbers_make_a_plan() {
        let plan = Plan::new(USUAL).expect("inside every range");
        assert_eq!(plan.rounds(), 3);
        assert_eq!(plan.breathe(), Duration::from_secs(30));
    }

    #[test]
    fn the_lead_in_follows_the_hands_and_the_pace() {
        let secs = |numbers: PlanNumbers, self_paced| {
            let plan = Plan::new(numbers).expect("inside every range");
            Position::ALL.map(|position| plan.lead_in(position, self_paced).as_secs())
        };
        assert_eq!(secs(USUAL, false), [10, 8, 8, 10]);
        assert_eq!(secs(USUAL, true), [20; 4]);
        let longer = PlanNumbers { lead_in_secs: 30, lead_in_one_hand_secs: 30, ..USUAL };
        assert_eq!(secs(longer, true), [30; 4], "a longer choice of one's own is kept at one's own pace");
    }

    #[test]
    fn every_number_has_an_end_on_both_sides() {
        type Field = (&'static str, fn(&mut PlanNumbers) -> &mut u32, u32, u32);
        let fields: [Field; 16] = [
            ("settle_secs", |n| &mut n.settle_secs, 10, 60),
            ("core_cue_secs", |n| &mut n.core_cue_secs, 3, 10),
            ("lead_in_secs", |n| &mut n.lead_in_secs, 5, 30),
            ("lead_in_one_hand_secs", |n| &mut n.lead_in_one_hand_secs, 5, 30),
            ("lead_in_own_pace_secs", |n| &mut n.lead_in_own_pace_secs, 5, 30),
            ("ramp_secs", |n| &mut n.ramp_secs, 2, 5),
            ("hold_secs", |n| &mut n.hold_secs, 3, 8),
            ("release_secs", |n| &mut n.release_secs, 3, 6),
            ("breaths", |n| &mut n.breaths, 2, 5),
            ("breath_in_secs", |n| &mut n.breath_in_secs, 3, 5),
            ("breath_out_secs", |n| &mut n.breath_out_secs, 4, 8),
            ("rounds", |n| &mut n.rounds, 2, 5),
            ("effort_start", |n| &mut n.effort_start, 1, 2),
            ("effort_cap", |n| &mut n.effort_cap, 2, 4),
            ("ease_off_secs", |n| &mut n.ease_off_secs, 3, 6),
            ("rest_secs", |n| &mut n.rest_secs, 30, 300),
        ];
        for (name, field, low, high) in fields {
            for (value, fits) in [(low - 1, false), (low, true), (high, true), (high + 1, false), (u32::MAX, false)] {
                let mut numbers = USUAL;
                *field(&mut numbers) = value;
                match Plan::new(numbers) {
                    Ok(_) => assert!(fits, "{name} {value} was taken"),
                    Err(problems) => {
                        assert!(!fits, "{name} {value} was refused");
                        assert_eq!(problems, [OutOfRange { field: name, value, range: low..=high }]);
                    }
                }
            }
        }
    }

    #[test]
    fn all_problems_are_told_at_once_with_field_value_and_range() {
        let problems = Plan::new(PlanNumbers { hold_secs: 12, rounds: 9, ..USUAL }).expect_err("two are outside");
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["`hold_secs` is 12, and may only be 3 to 8", "`rounds` is 9, and may only be 2 to 5"]);
    }
}
