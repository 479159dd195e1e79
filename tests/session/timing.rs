//! Time kept over a whole session: no phase is cut short, none runs on, and nothing adds up.
//!
//! On a simulated clock here; `examples/phase_timing.rs` measures the same against the real one.

use std::time::Duration;

use gentleback::moment::Moment;
use gentleback::session::{CheckIn, CueId, Event, NextRound, Phase, Plan, PlanNumbers, Position, Session};

use crate::walk::plain;
use crate::walker::{morning, pass, protocol};

/// How often a window looks while something moves: 30 times a second, and not quite evenly.
const FRAMES: [u64; 4] = [33, 34, 31, 36];

/// Ten minutes of rounds with a look at every frame: each phase ends within a frame of its length, and the sum of all
/// phases is the sum of their lengths but for that.
#[test]
fn ten_minutes_do_not_drift() {
    let numbers = PlanNumbers { hold_secs: 8, release_secs: 6, breaths: 5, rounds: 5, ..protocol().session.numbers() };
    let plan = Plan::new(numbers).expect("inside every range");
    let mut now = morning();
    let (mut session, _) = Session::begin(plan, plain(Position::Back), pass(now), now);
    let began = now.moment;
    let mut frames = FRAMES.into_iter().cycle();
    let (mut since, mut phases, mut worst, mut late) = (began, 0u32, Duration::ZERO, Duration::ZERO);
    while now.moment.since(began) < Duration::from_secs(600) {
        let before = session.phase();
        let length = plan.length(before).or((before == Phase::Hands).then(|| plan.lead_in(Position::Back, false)));
        now = now.plus(Duration::from_millis(frames.next().expect("cycles")));
        let cues = session.tick(now);
        if session.phase() != before {
            let length = length.expect("only clocks move on by themselves");
            let error = now.moment.since(since).checked_sub(length).expect("never early");
            (worst, late, phases) = (worst.max(error), late + error, phases + 1);
            since = now.moment;
            assert_eq!(cues.len(), 1, "one cue for one phase");
        }
        // The person answers at once where the session waits, and the clock of the next phase begins there.
        let answer = match session.phase() {
            Phase::Settle | Phase::Ready => Event::GoOn,
            Phase::CheckIn => Event::CheckIn(CheckIn::None),
            Phase::NextRound => Event::NextRound(NextRound::SameAgain),
            Phase::Finish => break,
            _ => continue,
        };
        let waiting = session.phase();
        session.handle(answer, now);
        if session.phase() != waiting {
            since = now.moment;
        }
    }
    assert!(phases > 20, "{phases} phases");
    assert!(worst <= Duration::from_millis(36), "a phase was {worst:?} late");
    assert!(late / phases < Duration::from_millis(20), "on average {:?} late", late / phases);
}

/// Breaths are told from the start of the phase, not from one another: the last one of the round is as exact as the first.
#[test]
fn breaths_do_not_drift() {
    let plan = Plan::new(PlanNumbers { breaths: 5, ..protocol().session.numbers() }).expect("inside every range");
    let mut now = morning();
    let (mut session, _) = Session::begin(plan, plain(Position::Back), pass(now), now);
    let look = |session: &mut Session, now: &mut gentleback::moment::Now, event: Option<Event>| {
        *now = now.plus(Duration::from_millis(37));
        match event {
            Some(event) => session.handle(event, *now),
            None => session.tick(*now),
        }
    };
    let mut began: Option<Moment> = None;
    let mut told = Vec::new();
    while session.phase() != Phase::CheckIn {
        let event = matches!(session.phase(), Phase::Settle | Phase::Ready).then_some(Event::GoOn);
        for cue in look(&mut session, &mut now, event) {
            match (cue.id, began) {
                (CueId::Enter(Phase::Breathe), _) => began = Some(now.moment),
                (CueId::BreatheIn | CueId::BreatheOut, Some(began)) => told.push(now.moment.since(began)),
                _ => {}
            }
        }
    }
    let due = [4, 10, 14, 20, 24, 30, 34, 40, 44].map(Duration::from_secs);
    assert_eq!(told.len(), due.len());
    for (told, due) in told.into_iter().zip(due) {
        let late = told.checked_sub(due).expect("never early");
        assert!(late <= Duration::from_millis(37), "{due:?} was told {late:?} late");
    }
}
