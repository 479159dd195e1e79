//! The protocol's numbers, read from `protocol.ron` and checked.
//!
//! Not the ranges: those stand in the code, where no file can widen them.
//!
//! Invariant: a [`Protocol`] exists only if every number is inside its range.

use serde::Deserialize;

use super::{OutOfRange, Plan, PlanNumbers, WarmUpNumbers, WarmUpPlan};
use crate::source::{Files, Problem};

/// Where the numbers stand under the content folder.
const PATH: &str = "protocol.ron";

/// All numbers of sessions and warm-ups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protocol {
    /// The session's.
    pub session: Plan,
    /// The warm-up's.
    pub warm_up: WarmUpPlan,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    session: PlanNumbers,
    warm_up: WarmUpNumbers,
}

impl Protocol {
    /// Reads and checks `protocol.ron`.
    ///
    /// # Errors
    /// What keeps the file from being read, or every number outside its range, each with its line.
    pub fn read(files: &Files) -> Result<Self, Vec<Problem>> {
        let numbers: Numbers = files.read(PATH).map_err(|problem| vec![problem])?;
        match (Plan::new(numbers.session), WarmUpPlan::new(numbers.warm_up)) {
            (Ok(session), Ok(warm_up)) => Ok(Self { session, warm_up }),
            (session, warm_up) => {
                let outside = session.err().into_iter().chain(warm_up.err()).flatten();
                Err(outside.map(|number| problem(files, &number)).collect())
            }
        }
    }
}

fn problem(files: &Files, number: &OutOfRange) -> Problem {
    // A space before the name, because one field's name may end another's.
    let line = files.line_of(PATH, &format!(" {}:", number.field));
    Problem::new(PATH, line, number.to_string(), "choose a number inside the range")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The numbers that ship.
    pub(in crate::session) fn shipped() -> (Files, Protocol) {
        let mut files = Files::default();
        files.insert(PATH, include_str!("../../content/protocol.ron"));
        let protocol = Protocol::read(&files).expect("the shipped numbers are inside their ranges");
        (files, protocol)
    }

    #[test]
    fn the_shipped_numbers_are_those_of_the_protocol() {
        let (_, protocol) = shipped();
        assert_eq!(protocol.session.numbers(), super::super::plan::tests::USUAL);
        assert_eq!(protocol.warm_up.enough().as_secs(), 300);
    }

    #[test]
    fn a_number_outside_its_range_is_told_with_its_line() {
        let (mut files, _) = shipped();
        let text = files
            .get(PATH)
            .expect("just read")
            .replace(" hold_secs: 5", " hold_secs: 20")
            .replace(" walk_secs: 300", " walk_secs: 3");
        let line = 1 + text.lines().position(|line| line.contains(" hold_secs: 20")).expect("replaced above");
        files.insert(PATH, text);
        let problems = Protocol::read(&files).expect_err("two numbers are outside");
        assert_eq!(problems.len(), 2);
        assert_eq!(problems[0].line, line);
        assert_eq!(problems[0].what, "`hold_secs` is 20, and may only be 3 to 8");
        assert_eq!(problems[1].what, "`walk_secs` is 3, and may only be 300 to 600");
    }
}
