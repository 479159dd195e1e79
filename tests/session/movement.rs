//! Sessions of easy movement on a simulated clock, one line for each thing that is asked, shown or done.

use std::time::Duration;

use gentleback::moment::Now;
use gentleback::session::{
    Gate, GateEvent, GateMemory, GateStep, Gates, Goal, Happened, ListAnswer, Movement, MovementEvent, MovementStep, Pass, Reply,
    WarmUp, WarmUpTimers,
};

use crate::walker::{gate_words, morning, protocol, words};

/// A person, their clock, and what was asked and shown.
struct Mover {
    now: Now,
    gates: Option<Gates>,
    movement: Option<Movement>,
    timers: WarmUpTimers,
    lines: Vec<String>,
}

impl Mover {
    fn begin(goal: Goal, memory: GateMemory) -> Self {
        let now = morning();
        let gates = Some(Gates::new(goal, memory, now));
        let mut mover = Self { now, gates, movement: None, timers: WarmUpTimers::new(protocol().warm_up), lines: Vec::new() };
        mover.shows();
        mover
    }

    fn wait(&mut self, secs: u64) -> &mut Self {
        let until = self.now.plus(Duration::from_secs(secs));
        while let Some(wake) = self.timers.next_wake(self.now).filter(|&wake| wake < until.moment) {
            let before = self.timers.running(self.now);
            // A beat ends a hair after its last moment, so that the next one has begun.
            self.now = self.now.plus(wake.since(self.now.moment) + Duration::from_millis(1));
            self.beat(before);
        }
        self.now = until;
        self
    }

    /// An answer to a question; a list is read to its end first.
    fn answers(&mut self, what: &str, event: GateEvent) -> &mut Self {
        let Some(gates) = &mut self.gates else { panic!("no question is asked") };
        if matches!(gates.step(), GateStep::Ask(gate) if gate.is_list()) {
            gates.handle(GateEvent::ListSeen, self.now);
        }
        gates.handle(event, self.now);
        self.line(&format!("        -- {what} --"));
        if matches!(self.gates.as_ref().map(Gates::step), Some(GateStep::Movement(_))) {
            let pass = self.gates.take().and_then(|gates| gates.into_pass().ok()).and_then(Pass::movement);
            self.movement = pass.map(|pass| Movement::begin(pass, self.now));
        }
        self.shows();
        self
    }

    fn starts(&mut self, card: WarmUp) -> &mut Self {
        self.line(&format!("        -- starts {} --", card.id()));
        self.timers.start(card, self.now);
        self.beat(Some(card));
        self
    }

    fn does(&mut self, what: &str, event: MovementEvent) -> &mut Self {
        self.line(&format!("        -- {what} --"));
        let Some(movement) = &mut self.movement else { panic!("nobody moves yet") };
        movement.handle(event, self.now);
        if let Some(card) = self.timers.running(self.now) {
            self.timers.pause(card, self.now);
        }
        if event != MovementEvent::ListSeen {
            self.shows();
        }
        self
    }

    fn shows(&mut self) {
        let (gates, cues) = (gate_words(), words());
        let step = self.gates.as_ref().map(Gates::step);
        let text = match (step, self.movement.as_ref().map(Movement::step)) {
            (Some(GateStep::Ask(gate)), _) => match gate {
                Gate::Consult => gates.consult.question,
                gate => gates.list(gate).map(|list| list.question.clone()).unwrap_or_default(),
            },
            (_, Some(MovementStep::Moving)) => gates.movement.title,
            (_, Some(MovementStep::WhatHappened)) => cues.phases.what_happened.word,
            (_, Some(MovementStep::SignsAgain)) => gates.emergency.question,
            (_, Some(MovementStep::Advice(advice))) => format!("{advice:?}"),
            (_, Some(MovementStep::Ending)) => {
                format!("{} {}", gates.movement.ending_title, gates.movement.moved(self.timers.total(self.now)))
            }
            (_, Some(MovementStep::Closed)) => "closed".to_owned(),
            _ => String::new(),
        };
        self.line(&text);
    }

    fn beat(&mut self, card: Option<WarmUp>) {
        let Some(card) = card else { return };
        let line = match self.timers.beat(card, self.now) {
            Some(beat) => {
                let side = beat.side.map(|side| format!(", {}", words().side(side).to_lowercase())).unwrap_or_default();
                format!("{:<12} {}  ({} of {}{side})", card.id(), words().beat(card, &beat), beat.number, beat.of)
            }
            None => format!("{:<12} done", card.id()),
        };
        self.line(&line);
    }

    fn line(&mut self, text: &str) {
        let secs = self.now.moment.since(morning().moment).as_secs();
        self.lines.push(format!("{:02}:{:02}  {text}", secs / 60, secs % 60));
    }
}

fn check(name: &str, mover: &Mover) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, mover.lines.join("\n")));
}

fn known() -> GateMemory {
    let today = Some(morning().date());
    GateMemory { consent_given: true, consulted_on: today, talk_first_on: today, ..GateMemory::default() }
}

const NONE: GateEvent = GateEvent::Signs(ListAnswer::NoneOfThese);

#[test]
fn easy_movement_without_a_professionals_yes() {
    let mut mover = Mover::begin(Goal::Pressing, GateMemory { consulted_on: None, ..known() });
    mover.wait(8).answers("Not sure", GateEvent::Consulted(Reply::NotSure));
    mover.wait(20).answers("None of these", NONE).wait(15).answers("None of these", NONE);
    mover.wait(10).starts(WarmUp::Walk).wait(316);
    mover.starts(WarmUp::PelvicTilt).wait(65).starts(WarmUp::CatCow).wait(65);
    mover.does("That is enough for today", MovementEvent::Enough).wait(20).does("Done", MovementEvent::Done);
    check("movement_whole", &mover);
    let outcome = mover.movement.expect("it was begun").outcome(mover.now);
    assert!(!outcome.locks_today && outcome.happened.is_none());
}

#[test]
fn easy_movement_stopped_for_a_sign() {
    let mut mover = Mover::begin(Goal::Movement, known());
    mover.wait(12).answers("None of these", NONE).wait(12).answers("None of these", NONE);
    mover.wait(5).starts(WarmUp::HipFlexor).wait(62).does("Stop (Esc)", MovementEvent::Stop).wait(6);
    mover.does("Sharp or shooting pain", MovementEvent::Happened(Happened::Sharp)).wait(12);
    mover.does("has read to the end of the list", MovementEvent::ListSeen).wait(2);
    mover.does("None of these", MovementEvent::Signs(ListAnswer::NoneOfThese)).wait(15).does("Done", MovementEvent::Done);
    check("movement_stopped", &mover);
    assert!(mover.movement.expect("it was begun").outcome(mover.now).locks_today);
}

#[test]
fn just_stopping_locks_nothing() {
    let mut mover = Mover::begin(Goal::Movement, known());
    mover.wait(12).answers("None of these", NONE).wait(12).answers("None of these", NONE);
    mover.wait(5).starts(WarmUp::Walk).wait(65).does("Stop (Esc)", MovementEvent::Stop);
    assert!(mover.movement.as_ref().is_some_and(|movement| movement.outcome(mover.now).locks_today), "unexplained, it is a sign");
    mover.wait(3).does("I just wanted to stop", MovementEvent::Happened(Happened::JustStopped)).wait(9);
    mover.does("Done", MovementEvent::Done);
    check("movement_just_stopped", &mover);
    assert!(!mover.movement.expect("it was begun").outcome(mover.now).locks_today);
}

#[test]
fn nothing_in_it_moves_on_by_itself_and_early_taps_are_none() {
    let mut mover = Mover::begin(Goal::Movement, known());
    mover.wait(12).answers("None of these", NONE).wait(12).answers("None of these", NONE);
    let early = mover.now;
    let movement = mover.movement.as_mut().expect("it was begun");
    movement.handle(MovementEvent::Enough, early.plus(Duration::from_millis(599)));
    assert_eq!(movement.step(), MovementStep::Moving, "a double click ends nothing");
    movement.handle(MovementEvent::Stop, early.plus(Duration::from_millis(10)));
    assert_eq!(movement.step(), MovementStep::WhatHappened, "Stop is never delayed");
    let later = early.plus(Duration::from_secs(86_400));
    movement.handle(MovementEvent::Done, later);
    movement.handle(MovementEvent::Signs(ListAnswer::NoneOfThese), later);
    assert_eq!(movement.step(), MovementStep::WhatHappened);
}
