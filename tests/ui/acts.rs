//! How many acts there are to the first hold, and how long it takes: for who comes for the first time, for who comes
//! back, and for who is warm already.
//!
//! An act is one press of a key or a button that the person has to make. Reading takes no time here: what is counted in
//! seconds is what the program makes a person wait. Invariant: with fewer acts no question is left out.

use egui::Key;
use egui::accesskit::Role;
use gentleback::app::{HistoryRead, Msg, Route, SessionStage, WarmUpMsg};
use gentleback::history::Entry;
use gentleback::session::{Ache, Gate, GateEvent, GateStep, ListAnswer, Phase, Position, WarmUp};

use super::app::{Desk, WIDE};

/// A person who counts.
struct Person {
    desk: Desk,
    acts: Vec<String>,
    /// Lists that had to be scrolled first.
    scrolled: usize,
    asked: Vec<Gate>,
    secs: f64,
}

impl Person {
    fn new(desk: Desk) -> Self {
        Self { desk, acts: Vec::new(), scrolled: 0, asked: Vec::new(), secs: 0.0 }
    }

    fn wait(&mut self, secs: f64) {
        self.desk.wait(secs);
        self.secs += secs;
    }

    fn press(&mut self, name: &str) {
        self.wait(0.7);
        self.desk.click(name);
        self.acts.push(name.to_owned());
    }

    fn key(&mut self, key: Key, what: &str) {
        self.wait(0.7);
        self.desk.key(key);
        self.acts.push(what.to_owned());
    }

    fn begins(&mut self) {
        // In the sidebar and on today's card: either will do.
        self.desk.send(Msg::Begin);
        self.acts.push("Begin a session".to_owned());
    }

    /// Answers every question with a clear conscience.
    fn answers(&mut self) {
        while let Some(SessionStage::Gates(gates)) = &self.desk.model().session {
            let GateStep::Ask(gate) = gates.step() else { break };
            self.asked.push(gate);
            match gate {
                Gate::Consult => self.press("Yes"),
                Gate::Today => self.press("2 of 10"),
                _ => {
                    if self.desk.is_off(Role::Button, "None of these") {
                        self.desk.key(Key::End);
                        self.scrolled += 1;
                    }
                    self.press("None of these");
                }
            }
        }
    }

    fn walks(&mut self) {
        self.press("Begin: Walk");
        self.wait(305.1);
    }

    /// From the first step down to the first hold: all steps stand on one page.
    fn gets_to_the_hold(&mut self) {
        assert_eq!(self.desk.phase(), Phase::GettingDown(0));
        self.press("I am in place");
        while self.desk.phase() != Phase::Ready {
            self.wait(0.1);
        }
        self.press("Begin");
        while self.desk.phase() != Phase::Hold {
            self.wait(0.1);
        }
    }

    fn tells(&self, who: &str) -> usize {
        let (acts, secs) = (self.acts.len(), self.secs);
        println!("{who}: {acts} acts, {secs:.0} s, {} lists to scroll: {:?}", self.scrolled, self.acts);
        acts
    }
}

/// A desk at which someone has pressed before.
fn known(preferred: Option<Position>) -> Person {
    let mut desk = Desk::wide();
    desk.set(|settings| (settings.preferred_position, settings.screen_is_far) = (preferred, Some(false)));
    Person::new(desk)
}

const EVERY_TIME: [Gate; 3] = [Gate::Emergency, Gate::Urgent, Gate::TodayList];

#[test]
fn first_use_takes_fourteen_acts_at_most() {
    let mut person = Person::new(Desk::new(WIDE, false));
    person.press("I understand");
    person.begins();
    person.answers();
    person.walks();
    person.press("Choose a position");
    person.press("Choose: On your back");
    person.gets_to_the_hold();
    assert!(person.tells("first use") <= 14);
    assert!(
        [Gate::Consult, Gate::TalkFirst].iter().chain(&EVERY_TIME).all(|gate| person.asked.contains(gate)),
        "{:?}",
        person.asked
    );
}

#[test]
fn coming_back_takes_ten_acts_at_most() {
    for (who, preferred) in [("returning", None), ("returning, with a preferred position", Some(Position::Side))] {
        let mut person = known(preferred);
        person.begins();
        person.answers();
        person.walks();
        if preferred.is_none() {
            person.press("Choose a position");
            person.press("Choose: On your back");
        } else {
            person.press("Get in place: On your side");
        }
        person.gets_to_the_hold();
        assert!(person.tells(who) <= 10);
        assert!(EVERY_TIME.iter().all(|gate| person.asked.contains(gate)));
    }
}

#[test]
fn coming_back_warm_takes_seven_acts_and_every_list_is_still_seen() {
    let mut person = known(Some(Position::Back));
    person.desk.send(Msg::Go(Route::Section(1)));
    person.desk.send(Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk)));
    person.desk.wait(305.1);
    person.begins();
    person.answers();
    assert!(person.desk.reads("You are still warm from before"), "that the warm-up is passed is said");
    person.gets_to_the_hold();
    assert!(person.tells("returning, warm already") <= 7);
    assert!(EVERY_TIME.iter().all(|gate| person.asked.contains(gate)));
}

#[test]
fn one_key_leads_from_the_warm_up_to_the_hold() {
    let mut person = known(Some(Position::Back));
    person.begins();
    person.answers();
    person.key(Key::ArrowRight, "the walk");
    assert_eq!(person.desk.model().warm_up.running(person.desk.model().now), Some(WarmUp::Walk));
    person.key(Key::ArrowRight, "in place");
    assert!(person.desk.model().warm_up.total(person.desk.model().now).as_secs() < 1);
    person.wait(299.0);
    person.desk.key(Key::ArrowRight);
    assert!(person.desk.model().running().is_none(), "while it runs there is nothing to go on to");
    person.wait(1.2);
    assert!(person.desk.reads("That is warm enough."));
    assert!(person.desk.model().running().is_none(), "and nothing goes on by itself");
    person.key(Key::ArrowRight, "to the position");
    person.key(Key::ArrowDown, "in place");
    person.desk.wait_for(Phase::Ready);
    person.key(Key::ArrowRight, "ready");
    person.desk.wait_for(Phase::Hold);
}

#[test]
fn the_last_step_down_has_one_button_and_the_first_leads_to_another_position() {
    let mut person = known(Some(Position::Back));
    person.desk.go_to_positions();
    assert_eq!(person.desk.phase(), Phase::GettingDown(0), "nothing is left to choose");
    person.press("Another position");
    assert!(matches!(person.desk.model().session, Some(SessionStage::Position(_))));
    person.press("Choose: On your back");
    let steps = person.desk.session().setup().steps_down;
    for _ in 1..steps {
        assert!(person.desk.has(Role::Button, "Next"));
        person.press("Next");
    }
    assert!(!person.desk.has(Role::Button, "Next") && !person.desk.has(Role::Button, "Another position"));
    person.press("I am in place");
    assert_eq!(person.desk.phase(), Phase::Settle);
    assert!(person.desk.model().history.log.is_empty(), "nothing of it is remembered");
}

#[test]
fn who_leaves_and_comes_back_within_the_hour_is_not_asked_again() {
    let mut person = known(None);
    person.begins();
    person.answers();
    person.press("Leave");
    assert_eq!(person.desk.model().route, Route::Start);
    person.desk.wait(50.0 * 60.0);
    person.begins();
    assert!(matches!(person.desk.model().session, Some(SessionStage::WarmUp(_))), "the answers still hold");
    person.press("Leave");
    person.desk.wait(11.0 * 60.0);
    person.begins();
    assert!(matches!(person.desk.model().session, Some(SessionStage::Gates(_))), "after an hour they do not");
}

#[test]
fn stop_in_the_warm_up_asks_what_happened_and_a_mistake_leads_back() {
    let mut person = known(None);
    person.begins();
    person.answers();
    person.press("Begin: Walk");
    person.wait(60.0);
    person.desk.key(Key::Escape);
    assert_eq!(person.desk.titles(), ["What happened?"]);
    assert!(person.desk.model().warm_up.running(person.desk.model().now).is_none(), "the walk stands still");
    person.press("I chose Stop by mistake");
    assert!(matches!(person.desk.model().session, Some(SessionStage::WarmUp(_))));
    person.desk.key(Key::Escape);
    person.wait(0.7);
    person.desk.click("Sharp or shooting pain");
    assert!(!person.desk.model().may_begin(), "a sign closes the day here too");
}

#[test]
fn a_card_can_be_skipped_and_put_back() {
    let mut person = known(None);
    person.begins();
    person.answers();
    for name in ["Walk", "Pelvic tilts", "Cat and cow", "March or light jog", "Kneeling hip stretch", "Standing thigh stretch"] {
        assert!(person.desk.has(Role::Button, &format!("Skip this one: {name}")), "{name}");
    }
    person.press("Skip this one: Walk");
    assert!(person.desk.has(Role::Button, "Begin: Pelvic tilts"), "the next one is offered");
    person.press("Start: March or light jog");
    person.wait(25.0);
    person.press("Reset: March or light jog");
    assert!(person.desk.has(Role::Button, "Start: March or light jog"));
    assert_eq!(person.desk.model().warm_up.total(person.desk.model().now).as_secs(), 20, "what was done counts");
}

/// Word for word a round, and nothing of a press: neither in words nor in what is kept.
#[test]
fn a_practice_round_says_belly_and_leaves_nothing() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(5)));
    desk.click("Begin a practice round");
    assert!(desk.reads("Practice round") && desk.reads("put your hands on your belly"));
    let heard = |desk: &Desk| {
        let model = desk.model();
        model.last_cue.map(|cue| model.cues().spoken(&cue).join(" ")).unwrap_or_default()
    };
    let mut said = heard(&desk);
    desk.wait(1.0);
    desk.click("Begin");
    for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::Breathe, Phase::CheckIn] {
        desk.wait_for(phase);
        said = format!("{said} {}", heard(&desk));
        for word in ["Press on", "palm down", "under the small of your back", "tuck"] {
            assert!(!desk.reads(word) && !said.contains(word), "{phase:?} says “{word}”: {said}");
        }
        assert!(!desk.has(Role::Button, "Floor view"), "it has no words there");
    }
    assert!(said.contains("on your belly") && said.contains("Nothing goes under your back."), "{said}");
    desk.wait(1.0);
    desk.key(Key::ArrowRight);
    desk.wait(1.0);
    desk.key(Key::ArrowLeft);
    assert_eq!(desk.phase(), Phase::Finish);
    assert!(desk.reads("That was the whole round.") && !desk.has(Role::RadioButton, "Eased"));
    desk.wait(1.0);
    desk.click("Done");
    assert_eq!(desk.model().route, Route::Section(5), "back to where it was begun");
    assert!(desk.model().history.log.is_empty() && desk.model().today().0 == 0 && desk.model().may_begin());
}

#[test]
fn a_practice_on_the_way_to_a_session_leads_back_to_it() {
    let mut desk = Desk::wide();
    desk.go_to_positions();
    desk.click("Begin a practice round");
    assert!(desk.model().practices());
    desk.wait(1.0);
    desk.click("Leave");
    assert!(matches!(desk.model().session, Some(SessionStage::Position(_))), "nothing is asked anew");
}

#[test]
fn who_only_reads_is_asked_for_consent_before_a_practice() {
    let mut desk = Desk::new(WIDE, false);
    desk.send(Msg::JustRead);
    desk.click("Begin a practice round");
    assert_eq!(desk.model().route, Route::Welcome);
}

#[test]
fn the_start_page_says_what_was_said_a_while_ago() {
    let mut desk = Desk::wide();
    desk.send(Msg::Begin);
    let none = GateEvent::Signs(ListAnswer::NoneOfThese);
    [none, none, none, GateEvent::StopsMe].into_iter().for_each(|event| desk.gate(event));
    desk.send(Msg::LeaveSession);
    assert!(desk.reads("Not while it aches this much") && !desk.reads("Ready when you are"));
    assert!(desk.model().may_begin(), "it is asked again, and not closed");
}

#[test]
fn minutes_of_before_a_restart_still_count_while_they_warm() {
    for (minutes_ago, counts) in [(10, true), (45, false)] {
        let mut desk = Desk::wide();
        let now = desk.model().now.stamp;
        let began = now.plus(jiff::SignedDuration::from_mins(-minutes_ago - 5));
        let length = std::time::Duration::from_secs(300);
        let entries = vec![Entry::warm_up(began, length, [WarmUp::Walk].into_iter().collect())];
        desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries, ..HistoryRead::default() })));
        assert_eq!(desk.model().warm_up_today(), length, "today has them either way");
        desk.send(Msg::Begin);
        let none = GateEvent::Signs(ListAnswer::NoneOfThese);
        let ache = GateEvent::Ache(Ache::new(2).expect("on the scale"));
        [none, none, none, ache].into_iter().for_each(|event| desk.gate(event));
        assert_eq!(matches!(desk.model().session, Some(SessionStage::Position(_))), counts, "{minutes_ago} minutes ago");
    }
}
