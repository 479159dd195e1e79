//! health.md section 6, points 2, 8 and 9 for the questions before a session, and that none of them passes by itself.
//!
//! Each test walks at least 10,000 random runs; both clocks do what they like.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use gentleback::app::{self, Book, Effect, Model, MovementMsg, Msg, SessionStage, WarmUpMsg};
use gentleback::content;
use gentleback::history::Entry;
use gentleback::moment::Now;
use gentleback::session::{
    Ache, Avoid, Clearance, Fits, Gate, GateEvent, GateMemory, GateStep, Gates, Goal, ListAnswer, Pass, Position, Refusal, Reply,
    WarmUp,
};
use jiff::SignedDuration;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::walk::cases;
use crate::walker::morning;

const NONE: GateEvent = GateEvent::Signs(ListAnswer::NoneOfThese);
const SOME: GateEvent = GateEvent::Signs(ListAnswer::OneOrMore);

static BOOK: LazyLock<Arc<Book>> = LazyLock::new(|| {
    let (book, problems) = Book::read(&content::embedded(), "en");
    assert!(problems.is_empty(), "{problems:?}");
    Arc::new(book.expect("the shipped book"))
});

/// Everything that a question can be answered with.
fn answers(gate: Gate) -> Vec<GateEvent> {
    match gate {
        Gate::Consent => vec![GateEvent::Understand, GateEvent::JustRead],
        Gate::Checked => Clearance::ALL.map(GateEvent::Checked).to_vec(),
        Gate::Consult => Reply::ALL.map(GateEvent::Consulted).to_vec(),
        Gate::Emergency | Gate::Urgent | Gate::TalkFirst | Gate::TodayList => vec![NONE, SOME],
        Gate::WhichFit => Fits::ALL.map(GateEvent::Fits).to_vec(),
        Gate::Clearance => Clearance::ALL.map(GateEvent::Clearance).to_vec(),
        Gate::Today => Ache::all().map(GateEvent::Ache).chain([GateEvent::StopsMe]).collect(),
    }
}

fn events() -> Vec<GateEvent> {
    use Gate::{Checked, Clearance, Consent, Consult, Emergency, Today, WhichFit};
    let answers = [Consent, Checked, Consult, Emergency, WhichFit, Clearance, Today].into_iter().flat_map(answers);
    answers.chain([GateEvent::ListSeen, GateEvent::Leave]).collect()
}

/// One thing that happens: the clocks move, then a person does something, or nothing.
#[derive(Debug, Clone, Copy)]
struct Act {
    millis: u64,
    /// The wall clock alone: sleep, another time zone, or someone set it.
    wall_secs: i64,
    what: What,
}

#[derive(Debug, Clone, Copy)]
enum What {
    /// Nothing.
    Look,
    /// Reads to the end of a list and takes one of the answers of the screen.
    Choose(usize),
    /// Anything at all, at any time.
    Throw(GateEvent),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let what = prop_oneof![
        1 => Just(What::Look),
        // The first answers are the ones that go on.
        6 => select(vec![0usize, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 6, 8]).prop_map(What::Choose),
        2 => select(events()).prop_map(What::Throw),
    ];
    let millis = prop_oneof![3 => 0u64..1_500, 1 => 0u64..90_000_000];
    let wall = prop_oneof![8 => Just(0i64), 1 => -4_000_000i64..4_000_000];
    let act = (millis, wall, what).prop_map(|(millis, wall_secs, what)| Act { millis, wall_secs, what });
    proptest::collection::vec(act, 0..16)
}

fn near(days: i64) -> Date {
    morning().date().checked_add(jiff::Span::new().days(days)).expect("a day near today")
}

fn memories() -> impl Strategy<Value = GateMemory> {
    let day = || prop_oneof![2 => Just(None), 3 => (-45i64..3).prop_map(|days| Some(near(days)))];
    (any::<bool>(), prop::bool::weighted(0.2), day(), day(), any::<(bool, bool)>(), prop::bool::weighted(0.2)).prop_map(
        |(consent_given, needs_check, consulted_on, talk_first_on, (back_lying, floor), pressing)| GateMemory {
            consent_given,
            needs_check,
            consulted_on,
            talk_first_on,
            avoid: Avoid { back_lying, floor, pressing },
        },
    )
}

fn goals() -> impl Strategy<Value = Goal> {
    prop_oneof![3 => Just(Goal::Pressing), 1 => Just(Goal::Movement)]
}

/// One answer that was taken.
#[derive(Debug, Clone, Copy)]
struct Taken {
    gate: Gate,
    event: GateEvent,
    list_seen: bool,
}

struct Run {
    gates: Gates,
    now: Now,
    taken: Vec<Taken>,
}

impl Run {
    fn take(goal: Goal, memory: GateMemory, acts: &[Act]) -> Self {
        let now = morning();
        let mut run = Self { gates: Gates::new(goal, memory, now), now, taken: Vec::new() };
        acts.iter().for_each(|&act| run.act(act));
        run
    }

    fn act(&mut self, act: Act) {
        self.now = self.now.plus(Duration::from_millis(act.millis));
        self.now.stamp = self.now.stamp.plus(SignedDuration::from_secs(act.wall_secs));
        match (act.what, self.gates.step()) {
            (What::Choose(index), GateStep::Ask(gate)) => {
                let choices = answers(gate);
                self.does(GateEvent::ListSeen);
                if let Some(&event) = choices.get(index % choices.len()) {
                    self.does(event);
                }
            }
            (What::Throw(event), _) => self.does(event),
            _ => {}
        }
    }

    fn does(&mut self, event: GateEvent) {
        let (before, list_seen) = (self.gates.step(), self.gates.list_seen());
        self.gates.handle(event, self.now);
        if let GateStep::Ask(gate) = before
            && self.gates.step() != before
        {
            self.taken.push(Taken { gate, event, list_seen });
        }
    }

    fn said(&self, event: GateEvent) -> bool {
        self.taken.iter().any(|taken| taken.event == event)
    }

    fn none_at(&self, gate: Gate) -> bool {
        self.taken.iter().any(|taken| taken.gate == gate && taken.event == NONE && taken.list_seen)
    }
}

proptest! {
    #![proptest_config(cases())]

    /// 6.2: a pass for pressing means consent, a fresh "yes" to G1, both lists of the day read to their end and
    /// answered with "none", the talk-first list passed this month or answered for by a professional, nothing on the list
    /// of the day, an ache below seven, no urgent sign that still waits to be checked, and nobody who gets dizzy or falls.
    #[test]
    fn rule_2_pressing_is_open_only_when_every_gate_is(goal in goals(), memory in memories(), acts in acts()) {
        let run = Run::take(goal, memory, &acts);
        let today = morning().date();
        let checked = !memory.needs_check || run.said(GateEvent::Checked(Clearance::Pressing));
        let consulted = !memory.consult_is_due(today)
            || run.said(GateEvent::Consulted(Reply::Yes))
            || run.said(GateEvent::Checked(Clearance::Pressing));
        let talked = !memory.talk_first_is_due(today)
            || run.none_at(Gate::TalkFirst)
            || run.said(GateEvent::Clearance(Clearance::Pressing));
        let ache = Ache::all().take(usize::from(Ache::TOO_MUCH)).any(|ache| run.said(GateEvent::Ache(ache)));
        let consented = memory.consent_given || run.said(GateEvent::Understand);
        let lists = run.none_at(Gate::Emergency) && run.none_at(Gate::Urgent) && run.none_at(Gate::TodayList);
        let steady = !run.gates.memory().avoid.pressing;
        let all = goal == Goal::Pressing && consented && checked && consulted && lists && talked && ache && steady;
        let pass = run.gates.into_pass();
        prop_assert!(!matches!(pass, Ok(Pass::Pressing(_))) || all);
        // And the other way round: who has passed them all is not kept out.
        prop_assert!(!all || matches!(pass, Ok(Pass::Pressing(_))));
    }

    /// The same for easy movement: consent, both lists of the day, no unchecked sign, and the talk-first list passed or
    /// answered for.
    #[test]
    fn rule_2_easy_movement_has_its_gates_too(goal in goals(), memory in memories(), acts in acts()) {
        let run = Run::take(goal, memory, &acts);
        let today = morning().date();
        let checked = !memory.needs_check
            || run.said(GateEvent::Checked(Clearance::Pressing))
            || run.said(GateEvent::Checked(Clearance::MovementOnly));
        let talked = !memory.talk_first_is_due(today)
            || run.none_at(Gate::TalkFirst)
            || run.said(GateEvent::Clearance(Clearance::Pressing))
            || run.said(GateEvent::Clearance(Clearance::MovementOnly));
        let consented = memory.consent_given || run.said(GateEvent::Understand);
        let lists = run.none_at(Gate::Emergency) && run.none_at(Gate::Urgent);
        let moves = matches!(run.gates.into_pass(), Ok(Pass::Movement(_)));
        prop_assert!(!moves || (consented && checked && lists && talked));
    }

    /// No question is left but by an answer to it, in its time, and no list by "none" before its end was seen.
    #[test]
    fn rule_5_no_gate_advances_by_itself(goal in goals(), memory in memories(), acts in acts()) {
        let run = Run::take(goal, memory, &acts);
        for taken in &run.taken {
            let ways_out = [GateEvent::Leave];
            prop_assert!(answers(taken.gate).contains(&taken.event) || ways_out.contains(&taken.event), "{taken:?}");
            prop_assert!(taken.event != NONE || taken.list_seen, "{taken:?}");
        }
        // Each question at most once in a run.
        let asked: BTreeSet<String> = run.taken.iter().map(|taken| format!("{:?}", taken.gate)).collect();
        prop_assert_eq!(asked.len(), run.taken.len());
    }

    /// 6.8, the gates' half: a sign ends the run, has its own card, and is not forgotten by anything said afterwards.
    #[test]
    fn rule_8_a_sign_ends_the_run_with_its_card(goal in goals(), memory in memories(), acts in acts()) {
        let run = Run::take(goal, memory, &acts);
        let refuses = |gate| matches!(gate, Gate::Emergency | Gate::Urgent);
        let sign = run.taken.iter().find(|taken| taken.event == SOME && refuses(taken.gate));
        if let Some(sign) = sign {
            let refusal = if sign.gate == Gate::Emergency { Refusal::Emergency } else { Refusal::Urgent };
            prop_assert_eq!(run.gates.step(), GateStep::Refused(refusal));
            prop_assert_eq!(run.taken.last().map(|taken| taken.gate), Some(sign.gate), "nothing comes after it");
            let kept = run.gates.memory();
            match refusal {
                Refusal::Emergency => prop_assert_eq!(kept.consulted_on, None, "G1 is asked afresh"),
                _ => prop_assert!(kept.needs_check),
            }
        }
        prop_assert!(!run.gates.memory().needs_check || run.gates.into_pass().is_err());
    }

    /// 6.9: "not sure" is the careful answer at every question.
    #[test]
    fn rule_9_not_sure_is_the_careful_answer(goal in goals(), memory in memories(), acts in acts()) {
        let run = Run::take(goal, memory, &acts);
        let step = run.gates.step();
        for taken in &run.taken {
            let refused = match taken.event {
                GateEvent::Signs(ListAnswer::OneOrMore) if taken.gate == Gate::Emergency => Some(Refusal::Emergency),
                GateEvent::Signs(ListAnswer::OneOrMore) if taken.gate == Gate::Urgent => Some(Refusal::Urgent),
                GateEvent::Checked(Clearance::NoneYet) => Some(Refusal::Urgent),
                GateEvent::Clearance(Clearance::NoneYet) => Some(Refusal::TalkFirst),
                GateEvent::StopsMe => Some(Refusal::TooMuchAche),
                _ => None,
            };
            if let Some(refused) = refused {
                prop_assert_eq!(step, GateStep::Refused(refused));
            }
        }
        if run.said(GateEvent::Consulted(Reply::NotSure)) {
            prop_assert!(step != GateStep::Pressing && run.gates.memory().consulted_on.is_none());
        }
        if run.said(GateEvent::Fits(Fits::Several)) && !run.none_at(Gate::TalkFirst) {
            prop_assert_eq!(run.gates.memory().avoid, Avoid { back_lying: true, floor: true, pressing: true });
            prop_assert!(step != GateStep::Pressing);
        }
        if run.taken.iter().any(|taken| taken.gate == Gate::TodayList && taken.event == SOME) {
            prop_assert!(step != GateStep::Pressing);
        }
    }
}

/// A program past its first screen, at some day of the month after its last answers.
fn program(memory: GateMemory) -> (Model, Now) {
    let now = morning();
    let mut model = Model::new(Arc::clone(&BOOK), now);
    app::update(&mut model, Msg::HistoryRead(Box::default()), now);
    app::update(&mut model, Msg::Understand, now);
    let settings = &mut model.settings;
    (settings.needs_check, settings.consulted_on) = (memory.needs_check, memory.consulted_on);
    (settings.talk_first_on, settings.avoid_back_lying) = (memory.talk_first_on, memory.avoid.back_lying);
    (settings.avoid_floor, settings.avoid_pressing) = (memory.avoid.floor, memory.avoid.pressing);
    (model, now)
}

/// Any message that a person or the machine can send around a session.
fn messages() -> Vec<Msg> {
    let mut all = vec![Msg::Begin, Msg::Movement(MovementMsg::Begin), Msg::Movement(MovementMsg::Start), Msg::Tick];
    all.extend([Msg::WarmUp(WarmUpMsg::AlreadyWalked(true)), Msg::WarmedUp, Msg::LeaveSession, Msg::Shown]);
    all.extend([Msg::AnotherPosition, Msg::PracticeRound, Msg::WarmUp(WarmUpMsg::Stop)]);
    all.extend(Position::ALL.map(Msg::ChoosePosition));
    all.extend(WarmUp::ALL.map(|card| Msg::WarmUp(WarmUpMsg::Start(card))));
    all.extend(events().into_iter().map(Msg::Gate));
    all
}

#[derive(Debug, Clone)]
struct Step {
    millis: u64,
    wall_secs: i64,
    what: Option<Msg>,
    choose: usize,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let what = prop_oneof![3 => Just(None), 2 => select(messages()).prop_map(Some)];
    let millis = prop_oneof![6 => 600u64..3_000, 1 => 0u64..40_000_000];
    let wall = prop_oneof![10 => Just(0i64), 1 => -200_000i64..200_000];
    let choose = select(vec![0usize, 0, 0, 0, 0, 0, 1, 2, 3]);
    let step = (millis, wall, what, choose);
    let step = step.prop_map(|(millis, wall_secs, what, choose)| Step { millis, wall_secs, what, choose });
    proptest::collection::vec(step, 4..40)
}

/// What goes on from here, as a person would tap it.
fn natural(model: &Model, choose: usize) -> Vec<Msg> {
    match &model.session {
        None => vec![if choose < 2 { Msg::Begin } else { Msg::Movement(MovementMsg::Begin) }],
        Some(SessionStage::Gates(gates)) => match gates.step() {
            GateStep::Ask(gate) => {
                let choices = answers(gate);
                let answer = choices.get(choose % choices.len()).copied();
                [Some(GateEvent::ListSeen), answer].into_iter().flatten().map(Msg::Gate).collect()
            }
            _ => Vec::new(),
        },
        Some(SessionStage::WarmUp(_)) => vec![Msg::WarmUp(WarmUpMsg::AlreadyWalked(true)), Msg::WarmedUp],
        Some(SessionStage::Position(_)) => Position::ALL.get(choose).copied().map(Msg::ChoosePosition).into_iter().collect(),
        Some(SessionStage::EasyOnly(..)) => vec![Msg::Movement(MovementMsg::Start)],
        Some(SessionStage::Refused(_)) => vec![Msg::LeaveSession],
        Some(SessionStage::Running(_) | SessionStage::Movement(_)) => Vec::new(),
    }
}

/// The place of the question that is asked, if one is.
fn gate_place(model: &Model) -> Option<usize> {
    match &model.session {
        Some(SessionStage::Gates(gates)) => match gates.step() {
            GateStep::Ask(gate) => Gate::ALL.iter().position(|&other| other == gate),
            _ => None,
        },
        _ => None,
    }
}

fn stage(model: &Model) -> u8 {
    match &model.session {
        None => 0,
        Some(SessionStage::Gates(_)) => 1,
        Some(SessionStage::Refused(_)) => 2,
        Some(SessionStage::EasyOnly(..)) => 3,
        Some(SessionStage::WarmUp(_)) => 4,
        Some(SessionStage::Position(_)) => 5,
        Some(SessionStage::Running(session)) if session.is_practice() => 8,
        Some(SessionStage::Running(_)) => 6,
        Some(SessionStage::Movement(_)) => 7,
    }
}

proptest! {
    #![proptest_config(cases())]

    /// Through the whole program: pressing comes after warm-up and position, those after the questions of this run, all
    /// of them asked on this day and within the hour; nothing that was left out for the person is chosen; and a
    /// sign closes the day whatever the clocks do.
    #[test]
    fn rules_2_and_8_hold_in_the_whole_program(memory in memories(), prefers: bool, steps in steps()) {
        let (mut model, mut now) = program(memory);
        if prefers {
            (model.settings.preferred_position, model.settings.screen_is_far) = (Some(Position::Side), Some(false));
        }
        let mut asked: Option<Now> = None;
        let mut signs: Vec<Now> = Vec::new();
        for step in steps {
            now = now.plus(Duration::from_millis(step.millis));
            now.stamp = now.stamp.plus(SignedDuration::from_secs(step.wall_secs));
            let messages = step.what.map_or_else(|| natural(&model, step.choose), |message| vec![message]);
            for message in messages {
                let (before, place_before) = (stage(&model), gate_place(&model));
                let quiet = matches!(message, Msg::Tick | Msg::Shown);
                let effects = app::update(&mut model, message.clone(), now);
                let after = stage(&model);
                let begins = matches!(message, Msg::Begin | Msg::Movement(MovementMsg::Begin));
                // Who took an hour over them, and is warm already, is asked from the first one again.
                let anew = gate_place(&model) < place_before;
                if after == 1 && (before != 1 || begins || anew) {
                    asked = Some(now);
                }
                prop_assert!(!quiet || after == before, "{message:?} leads from {before} to {after}");
                // Coming back to what was left, or from a practice, on the way to a press: with the same answers.
                let comes_back = matches!(before, 0 | 8) && matches!(message, Msg::Begin | Msg::LeaveSession);
                prop_assert!(after != 4 || matches!(before, 1 | 4) || comes_back, "a warm-up comes from the questions");
                let is_warm = model.warm_up.is_enough(now);
                prop_assert!(after != 5 || matches!(before, 4..=6) || ((before == 1 || comes_back) && is_warm));
                prop_assert!(after != 6 || matches!(before, 5 | 6) || (prefers && is_warm && (matches!(before, 1 | 4) || comes_back)));
                prop_assert!(after != 7 || matches!(before, 1 | 3 | 7) || (before == 4 && message == Msg::WarmUp(WarmUpMsg::Stop)));
                prop_assert!(after != 8 || matches!(before, 0 | 4 | 5 | 8));
                if (matches!(after, 4 | 5) && comes_back) || (after == 6 && before != 6) {
                    let asked = asked.expect("the questions were asked");
                    prop_assert!(now.moment.since(asked.moment) <= Duration::from_secs(3_600));
                    prop_assert_eq!(asked.date(), now.date());
                }
                if let (6, Some(session)) = (after, model.running()) {
                    prop_assert!(model.offers(session.position()), "what is left out is not begun");
                }
                let locks = effects.iter().filter(|effect| matches!(effect, Effect::AppendHistory(entry) if matches!(**entry, Entry::Lock { .. }))).count();
                if before == 1 && matches!(model.session, Some(SessionStage::Refused(Refusal::Emergency))) {
                    prop_assert!(locks == 1 && model.settings.consulted_on.is_none(), "written down, and G1 asked afresh");
                    signs.push(now);
                }
                if matches!(model.session, Some(SessionStage::Refused(Refusal::Urgent))) {
                    prop_assert!(model.settings.needs_check);
                }
                // Not on that day, and not on a day that a clock set back would make of it.
                let closed = signs.iter().any(|sign| {
                    let days = sign.date().duration_since(now.date()).as_hours() / 24;
                    (0..=31).contains(&days)
                });
                prop_assert!(!closed || (!model.may_begin() && !model.may_move()));
                let stops = before == 4 && after == 7;
                prop_assert!(!closed || !matches!(after, 4 | 6 | 7) || before == after || stops, "begun on a closed day");
            }
        }
    }

    /// Whatever the machine reports and however long it takes: a question that nobody answers stays.
    #[test]
    fn rule_5_no_message_but_an_answer_moves_a_question(
        memory in memories(), movement: bool, waits in proptest::collection::vec((0u64..100_000_000, -90_000i64..90_000), 1..12),
    ) {
        let (mut model, mut now) = program(memory);
        app::update(&mut model, if movement { Msg::Movement(MovementMsg::Begin) } else { Msg::Begin }, now);
        let asked = |model: &Model| match &model.session {
            Some(SessionStage::Gates(gates)) => Some(gates.step()),
            _ => None,
        };
        let before = asked(&model);
        prop_assert!(before.is_some());
        for (millis, wall_secs) in waits {
            now = now.plus(Duration::from_millis(millis));
            now.stamp = now.stamp.plus(SignedDuration::from_secs(wall_secs));
            for message in [Msg::Tick, Msg::Shown, Msg::WarmedUp, Msg::ChoosePosition(Position::Wall), Msg::TextSize(1)] {
                app::update(&mut model, message, now);
                prop_assert_eq!(asked(&model), before);
            }
        }
    }
}

/// Found by the walks above: a yes that was given on a closed day, because the clock was set back while the question
/// stood, was not among what later questions knew of, and so the sign they brought did not take it back.
#[test]
fn a_sign_takes_back_a_yes_that_the_questions_did_not_know_of() {
    let (mut model, mut now) = program(GateMemory::default());
    let mut does = |model: &mut Model, wall_hours: i64, messages: &[Msg]| {
        now.stamp = now.stamp.plus(SignedDuration::from_hours(wall_hours));
        for message in messages {
            now = now.plus(Duration::from_secs(1));
            app::update(model, message.clone(), now);
        }
    };
    let asks = |event| Msg::Gate(event);
    let begin_movement = Msg::Movement(MovementMsg::Begin);
    let sign = [asks(GateEvent::ListSeen), asks(SOME)];

    does(&mut model, 0, &[&[begin_movement.clone()][..], &sign, &[Msg::LeaveSession]].concat());
    does(&mut model, 24, &[Msg::Begin]);
    does(&mut model, -24, &[asks(GateEvent::Consulted(Reply::Yes)), asks(GateEvent::Leave)]);
    assert!(model.settings.consulted_on.is_some(), "said on what the clock calls the closed day");

    does(&mut model, 24, &[&[begin_movement][..], &sign].concat());
    assert!(matches!(model.session, Some(SessionStage::Refused(Refusal::Emergency))));
    assert_eq!(model.settings.consulted_on, None, "G1 is asked afresh");
}

/// The walks are worth something only if they get everywhere.
#[test]
fn the_random_runs_reach_every_question_and_every_end() {
    let mut runner = TestRunner::deterministic();
    let strategy = (goals(), memories(), acts());
    let mut reached = BTreeSet::new();
    for _ in 0..4_000 {
        let (goal, memory, acts) = strategy.new_tree(&mut runner).expect("a run").current();
        reached.insert(format!("{:?}", Run::take(goal, memory, &acts).gates.step()));
    }
    for step in [
        "Ask(Consent)",
        "Ask(Checked)",
        "Ask(Consult)",
        "Ask(Emergency)",
        "Ask(Urgent)",
        "Ask(TalkFirst)",
        "Ask(WhichFit)",
        "Ask(Clearance)",
        "Ask(TodayList)",
        "Ask(Today)",
        "Pressing",
        "Movement(AskedFor)",
        "Movement(NotConsulted)",
        "Movement(Clearance)",
        "Movement(NotToday)",
        "Movement(Unsteady)",
        "Refused(ReadingOnly)",
        "Refused(Left)",
        "Refused(Emergency)",
        "Refused(Urgent)",
        "Refused(TalkFirst)",
        "Refused(TooMuchAche)",
    ] {
        assert!(reached.contains(step), "no run comes to {step}: {reached:?}");
    }
}

#[test]
fn the_random_walks_of_the_program_get_to_a_session_and_to_movement() {
    let mut runner = TestRunner::deterministic();
    let strategy = (memories(), steps());
    let mut reached = BTreeSet::new();
    for _ in 0..2_000 {
        let (memory, steps) = strategy.new_tree(&mut runner).expect("a walk").current();
        let (mut model, mut now) = program(memory);
        for step in steps {
            now = now.plus(Duration::from_millis(step.millis));
            let messages = step.what.map_or_else(|| natural(&model, step.choose), |message| vec![message]);
            for message in messages {
                app::update(&mut model, message, now);
                reached.insert(stage(&model));
            }
        }
    }
    assert_eq!(reached.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
}

/// 6.9: what a result says names nobody's condition, gives no chance, and never says that all is well.
#[test]
fn rule_9_results_find_nothing_out() {
    let words = crate::walker::gate_words();
    let card = &words.emergency_card;
    let mut results = vec![&card.title, &card.lead, &card.why, &card.say, &card.off];
    for card in [&words.urgent_card, &words.talk_first_card, &words.ache_card] {
        results.extend([&card.title, &card.more_lead, &card.more, &card.off]);
        results.extend(&card.body);
    }
    let movement = &words.movement;
    results.extend([&movement.offer_title, &movement.not_consulted, &movement.their_word, &movement.offer_body]);
    results.extend([&movement.not_today, &movement.unsteady]);
    let slot = &words.start;
    results.extend([&slot.consult, &slot.consult_title, &slot.check, &slot.check_title, &slot.emergency, &slot.emergency_title]);
    results.extend([&slot.unsteady, &slot.unsteady_title]);
    const NAMES: [&str; 20] = [
        "osteoporosis",
        "fracture",
        "broken",
        "disc",
        "stenosis",
        "arthritis",
        "spondyl",
        "aneurysm",
        "ehlers",
        "cancer",
        "infection",
        "cauda",
        "sciatica",
        "tumour",
        "tumor",
        "syndrome",
        "disease",
        "you have a",
        "you may have",
        "you might have",
    ];
    const CHANCES: [&str; 9] = ["safe", "cleared", "likely", "chance", "probab", "per cent", "percent", "%", "all clear"];
    for text in results {
        let lower = text.to_lowercase();
        for word in NAMES.into_iter().chain(CHANCES) {
            assert!(!lower.contains(word), "\u{201c}{word}\u{201d} in: {text}");
        }
    }
}

/// The lists of health.md 4.2 have all their signs.
#[test]
fn the_lists_are_whole() {
    let words = crate::walker::gate_words();
    let lists = [&words.emergency, &words.urgent, &words.talk_first, &words.today_list];
    assert_eq!(lists.map(|list| list.signs.len()), [11, 12, 16, 3]);
}

#[test]
fn every_number_stays_whatever_region_is_chosen() {
    let words = crate::walker::gate_words();
    let all: BTreeSet<&str> = words.emergency_card.numbers.iter().map(|entry| entry.number.as_str()).collect();
    assert_eq!(all.into_iter().collect::<Vec<_>>(), ["000", "111", "112", "911", "999"]);
    for region in [None, Some("uk"), Some("nz"), Some("atlantis")] {
        let (own, others) = words.numbers(region);
        assert_eq!(
            own.map(|entry| entry.number.as_str()),
            match region {
                Some("uk") => Some("999"),
                Some("nz") => Some("111"),
                _ => None,
            }
        );
        assert_eq!(others.len() + usize::from(own.is_some()), 5);
    }
}
