//! How exactly a session keeps time against the real clock: `cargo run --example phase_timing -- [MINUTES]`.
//!
//! It leads a session as the window does, waking when the session asks for it and 30 times a second while something
//! moves, answers every question at once, and begins another session when one is over. For each phase that ends by
//! itself it prints how late the end was noticed; the sum over all of them shows whether anything adds up. It takes the
//! time it says: 10 minutes unless told otherwise.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use gentleback::content::embedded;
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::{
    Ache, CheckIn, Event, GateEvent, GateMemory, GatePass, Gates, Goal, ListAnswer, NextRound, Pass, Phase, Position, Protocol,
    Session, Setup,
};
use jiff::Zoned;

/// As often as the window draws while something moves.
const FRAME: Duration = Duration::from_millis(33);

fn main() {
    let minutes = std::env::args().nth(1).and_then(|minutes| minutes.parse().ok()).unwrap_or(10.0);
    let clock = RealClock { start: Instant::now() };
    let Ok(protocol) = Protocol::read(&embedded()) else { return eprintln!("the shipped protocol can not be read") };
    let mut errors: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    let mut drift = Duration::ZERO;
    let began = clock.now();
    let until = Duration::from_secs_f64(60.0 * minutes);
    let mut lengths = Duration::ZERO;
    while clock.now().moment.since(began.moment) < until {
        let Some(pass) = pass(&clock) else { return eprintln!("the gates gave no pass") };
        let setup = Setup { starting_ache: Some(3), ..Setup::in_place(Position::Back) };
        let (mut session, _) = Session::begin(protocol.session, setup, pass, clock.now());
        let mut since = clock.now();
        while session.phase() != Phase::Finish && clock.now().moment.since(began.moment) < until {
            let wake = session.next_wake().map_or(FRAME, |wake| wake.since(clock.now().moment));
            std::thread::sleep(if session.is_moving(clock.now()) { wake.min(FRAME) } else { wake });
            let (before, cue, length) = (session.phase(), session.current_cue(), session.length());
            let now = clock.now();
            session.tick(now);
            if session.phase() != before
                && let Some(length) = length
            {
                let late = now.moment.since(since.moment).saturating_sub(length);
                errors.entry(cue.id.name()).or_default().push(late);
                (drift, lengths, since) = (drift + late, lengths + length, now);
            }
            let event = match session.phase() {
                Phase::Settle | Phase::Ready => Event::GoOn,
                Phase::CheckIn => Event::CheckIn(CheckIn::None),
                Phase::NextRound => Event::NextRound(NextRound::SameAgain),
                _ => continue,
            };
            let waiting = session.phase();
            session.handle(event, clock.now());
            if session.phase() != waiting {
                since = clock.now();
            }
        }
    }
    let all: Vec<Duration> = errors.values().flatten().copied().collect();
    for (phase, late) in errors.iter().map(|(phase, late)| (*phase, late)).chain([("all", &all)]) {
        let (worst, sum): (Duration, Duration) = (late.iter().copied().max().unwrap_or_default(), late.iter().sum());
        let mean = sum / u32::try_from(late.len()).unwrap_or(1).max(1);
        let millis = |time: Duration| time.as_secs_f64() * 1e3;
        println!(
            "{phase:<18} {:>4} times, late by {:>6.2} ms on average, {:>6.2} ms at worst",
            late.len(),
            millis(mean),
            millis(worst)
        );
    }
    println!("{:.1} s of phases took {:.1} ms more than their lengths", lengths.as_secs_f64(), drift.as_secs_f64() * 1e3);
}

struct RealClock {
    start: Instant,
}

impl RealClock {
    fn now(&self) -> Now {
        let wall = Zoned::now();
        Now::new(Moment::new(self.start.elapsed()), Stamp::new(wall.datetime(), wall.offset()))
    }
}

fn pass(clock: &RealClock) -> Option<GatePass> {
    let now = clock.now();
    let today = Some(now.date());
    let memory = GateMemory { consent_given: true, consulted_on: today, talk_first_on: today, ..GateMemory::default() };
    let mut gates = Gates::new(Goal::Pressing, memory, now);
    let none = GateEvent::Signs(ListAnswer::NoneOfThese);
    for (event, secs) in [(none, 20), (none, 40), (GateEvent::Ache(Ache::new(2)?), 45)] {
        let now = now.plus(Duration::from_secs(secs));
        gates.handle(GateEvent::ListSeen, now);
        gates.handle(event, now);
    }
    gates.into_pass().ok().and_then(Pass::pressing)
}
