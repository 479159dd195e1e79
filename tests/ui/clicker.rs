//! A session in the floor view by two buttons alone, and by the keys alone: everything can be said, nothing by chance.

use egui::{Event as Input, Key, Modifiers};
use gentleback::app::{FloorForm, FloorMsg, Msg, Route};
use gentleback::limit::{Verdict, Why};
use gentleback::session::{Advice, CoreCue, Event, Feel, Interruption, Phase, Position};

use super::app::Desk;
use super::floor::words;
use super::floor_fit::feel;
use super::stopping::bring;

/// What a clicker sends.
const NEXT: Key = Key::PageDown;
const BACK: Key = Key::PageUp;

/// Presses a button once, in no haste.
fn press(desk: &mut Desk, key: Key) {
    desk.wait(0.7);
    at_once(desk, key);
}

/// Presses it without waiting.
fn at_once(desk: &mut Desk, key: Key) {
    for pressed in [true, false] {
        desk.harness.event(Input::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE });
        desk.harness.step();
    }
    desk.settle();
}

/// On the way down, seen from the floor.
fn on_the_way_down() -> Desk {
    let mut desk = Desk::wide();
    desk.go_to_positions();
    desk.send(Msg::Floor(FloorMsg::Enter));
    desk.send(Msg::ChoosePosition(Position::Back));
    assert_eq!(desk.model().floor_form(), Some(FloorForm::Steps));
    desk
}

fn in_floor_view(go: impl FnOnce(&mut Desk)) -> Desk {
    let mut desk = Desk::wide();
    desk.harness.state_mut().model.floor.on = true;
    go(&mut desk);
    desk.wait(0.7);
    desk
}

fn settling() -> Desk {
    in_floor_view(|desk| bring(desk, Position::Back, Phase::Settle))
}

#[test]
fn two_buttons_lead_through_a_whole_session() {
    let mut desk = on_the_way_down();
    press(&mut desk, NEXT);
    press(&mut desk, BACK);
    assert_eq!(desk.phase(), Phase::GettingDown(0));
    for _ in 0..desk.session().setup().steps_down {
        press(&mut desk, NEXT);
    }
    assert_eq!((desk.phase(), desk.session().ache()), (Phase::Settle, Some(2)));
    press(&mut desk, BACK);
    press(&mut desk, BACK);
    assert_eq!((desk.phase(), desk.session().ache()), (Phase::Settle, Some(4)));
    press(&mut desk, NEXT);
    desk.wait_for(Phase::Ready);
    press(&mut desk, NEXT);
    desk.wait_for(Phase::CheckIn);
    press(&mut desk, NEXT);
    assert_eq!(desk.phase(), Phase::NextRound);
    press(&mut desk, BACK);
    assert_eq!(desk.phase(), Phase::Finish);
    let ways = usize::from(desk.session().setup().steps_up) + 1;
    for step in 0..ways {
        assert_eq!(desk.model().floor_form(), Some(FloorForm::Rest), "step {step}");
        press(&mut desk, NEXT);
    }
    assert_eq!(desk.model().floor_form(), Some(FloorForm::Feel));
    assert_eq!(desk.session().feel(), None, "nothing is preset");
    press(&mut desk, BACK);
    press(&mut desk, BACK);
    assert_eq!(desk.session().feel(), Some(Feel::Same));
    press(&mut desk, NEXT);
    assert!(desk.model().session.is_none());
    assert_eq!(desk.model().route, Route::Start);
}

#[test]
fn stepping_through_the_ache_says_every_number_and_goes_nowhere() {
    let mut desk = settling();
    let mut said = vec![desk.session().ache()];
    for _ in 0..11 {
        at_once(&mut desk, BACK);
        assert_eq!(desk.phase(), Phase::Settle);
        said.push(desk.session().ache());
    }
    let wanted: Vec<_> = (3..=10).chain(0..=3).map(Some).collect();
    assert_eq!(said, wanted);
    desk.wait(60.0);
    assert_eq!((desk.phase(), desk.session().ache()), (Phase::Ready, Some(3)), "it goes on with what was said last");
}

#[test]
fn an_ache_too_strong_by_one_button_ends_without_pressing() {
    let mut desk = settling();
    for _ in 3..7 {
        press(&mut desk, BACK);
    }
    assert_eq!(desk.session().ache(), Some(7));
    press(&mut desk, NEXT);
    assert_eq!(desk.phase(), Phase::NotToday);
}

#[test]
fn a_held_button_says_one_number() {
    let mut desk = settling();
    for _ in 0..5 {
        desk.harness.event(Input::Key { key: BACK, physical_key: None, pressed: true, repeat: true, modifiers: Modifiers::NONE });
        desk.wait(0.4);
    }
    assert_eq!((desk.phase(), desk.session().ache()), (Phase::Settle, Some(4)), "one number a press");
}

#[test]
fn where_something_moves_either_button_lets_go_and_never_stops() {
    for key in [NEXT, BACK] {
        for (phase, after) in [
            (Phase::Core(CoreCue::Belly), Phase::Settle),
            (Phase::Hands, Phase::Ready),
            (Phase::PressOn, Phase::LetGo),
            (Phase::Hold, Phase::LetGo),
            (Phase::Breathe, Phase::Breathe),
        ] {
            let mut desk = in_floor_view(|desk| bring(desk, Position::Back, phase));
            at_once(&mut desk, key);
            assert_eq!(desk.phase(), after, "{key:?} in {phase:?}");
        }
    }
    // Settling again because something came between: a press that was meant for what moved says no number.
    let mut desk = in_floor_view(|desk| bring(desk, Position::Back, Phase::Core(CoreCue::Belly)));
    desk.send(Msg::Session(Event::Interrupted(Interruption::FocusLost)));
    assert_eq!(desk.phase(), Phase::Settle);
    desk.wait(0.7);
    at_once(&mut desk, BACK);
    assert_eq!((desk.phase(), desk.session().ache()), (Phase::Settle, Some(3)));
}

#[test]
fn many_presses_in_haste_never_skip_the_last_question() {
    let mut desk = in_floor_view(|desk| {
        bring(desk, Position::Back, Phase::NextRound);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::NextRound(gentleback::session::NextRound::Enough)));
    });
    for _ in 0..20 {
        at_once(&mut desk, NEXT);
    }
    assert_eq!((desk.phase(), desk.session().step_up()), (Phase::Finish, Some(0)), "one step a press, and in no haste");
}

#[test]
fn done_needs_no_answer_and_worse_leads_to_advice() {
    let mut desk = in_floor_view(feel);
    press(&mut desk, NEXT);
    assert!(desk.model().session.is_none());

    let mut desk = in_floor_view(feel);
    for wanted in [Feel::Eased, Feel::Same, Feel::Worse, Feel::Eased, Feel::Same, Feel::Worse] {
        press(&mut desk, BACK);
        assert_eq!(desk.session().feel(), Some(wanted));
    }
    press(&mut desk, NEXT);
    assert_eq!(desk.phase(), Phase::Advice(Advice::IfItStays));
    assert!(
        words(&desk).iter().any(|word| word.words == "No more pressing today. Keep moving gently."),
        "what the screen will say"
    );
    press(&mut desk, NEXT);
    assert!(desk.model().floor_form().is_none(), "the advice is read at the screen");
    desk.wait(0.7);
    desk.send(Msg::Session(Event::Done));
    assert!(matches!(desk.model().verdict(), Verdict::Closed { why: Why::Locked, .. }));
}

#[test]
fn whoever_needs_no_steps_says_so_by_a_key() {
    let mut desk = on_the_way_down();
    press(&mut desk, Key::ArrowDown);
    assert_eq!(desk.phase(), Phase::Settle);
    // Where there are no steps it does nothing.
    press(&mut desk, Key::ArrowDown);
    assert_eq!(desk.phase(), Phase::Settle);

    let mut desk = in_floor_view(|desk| {
        bring(desk, Position::Back, Phase::NextRound);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::NextRound(gentleback::session::NextRound::Enough)));
    });
    press(&mut desk, NEXT);
    press(&mut desk, BACK);
    press(&mut desk, Key::ArrowUp);
    assert_eq!(desk.model().floor_form(), Some(FloorForm::Feel));
    press(&mut desk, Key::Space);
    assert!(desk.model().floor_form().is_none(), "any other key leads to the screen");
    assert_eq!(desk.phase(), Phase::Finish);
}

#[test]
fn what_each_key_does_stands_there() {
    let mut desk = on_the_way_down();
    assert!(desk.reads("I am in place") && desk.reads("Next"));
    press(&mut desk, NEXT);
    assert!(desk.reads("Back"));
    let mut desk = settling();
    assert!(desk.reads("Changed? Add 1"));
    (3..10).for_each(|_| press(&mut desk, BACK));
    assert!(desk.reads("Changed? Start at 0"));
    let desk = in_floor_view(feel);
    for words in ["or clicker Back: choose", "Done, or clicker Next", "Any other key: to the screen"] {
        assert!(desk.reads(words), "{words}");
    }
}
