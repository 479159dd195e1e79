//! What was done can be taken back: by its button, by Ctrl+Z, for as long as its message is there.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{
    Effect, HistoryEffect, HistoryMsg, HistoryRead, Msg, PlanEffect, PlanMsg, PrintMsg, Route, Scope, SettingsMsg, UndoMsg,
};
use gentleback::session::Position;
use gentleback::settings::Settings;
use gentleback::sheet::Own;

use super::app::{COLUMN, Desk, WIDE};
use super::history::kept;
use super::plan::{example, look_at};

fn with_a_history(size: egui::Vec2) -> Desk {
    let mut desk = Desk::welcomed(size, false);
    desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries: kept(), ..HistoryRead::default() })));
    desk.send(Msg::Go(Route::History));
    desk.harness.state_mut().effects.clear();
    desk
}

fn asked(desk: &mut Desk) -> Vec<HistoryEffect> {
    let effects = std::mem::take(&mut desk.harness.state_mut().effects).into_iter();
    let history = effects.filter_map(|effect| match effect {
        Effect::History(HistoryEffect::Guard(_)) => None,
        Effect::History(effect) => Some(effect),
        _ => None,
    });
    history.collect()
}

#[test]
fn a_deleted_entry_is_written_down_again() {
    let mut desk = with_a_history(WIDE);
    let before = desk.model().history.log.clone();
    let entry = before.entries()[5].clone();
    desk.send(Msg::History(HistoryMsg::Delete(entry.name())));
    assert_eq!(asked(&mut desk), [HistoryEffect::Forget(entry.name())], "it leaves the file at once");
    desk.click("Undo");
    assert_eq!(asked(&mut desk), [HistoryEffect::Add(vec![entry])]);
    assert_eq!(desk.model().history.log, before);
    assert!(desk.reads("The entry is back.") && !desk.has(Role::Button, "Undo"));
}

#[test]
fn a_cleared_history_is_offered_back_only_once_it_is_gone_and_comes_back_whole() {
    let mut desk = with_a_history(COLUMN);
    let before = desk.model().history.log.clone();
    desk.send(Msg::History(HistoryMsg::DeleteAll(Scope::History)));
    assert!(!desk.has(Role::Button, "Undo"), "nothing is called deleted that is not");
    desk.send(Msg::History(HistoryMsg::Deleted(Scope::History)));
    asked(&mut desk);
    assert!(desk.reads("Your history is deleted.") && desk.model().history.log.is_empty());
    desk.wait(600.0);
    assert!(desk.has(Role::Button, "Undo"), "nobody is hurried");
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.settle();
    assert_eq!(desk.model().history.log, before);
    assert_eq!(asked(&mut desk), [HistoryEffect::Add(before.entries().to_vec())]);
}

/// What is put away is gone for good, and a second thing takes the place of the first.
#[test]
fn what_is_left_stays_done() {
    let mut desk = with_a_history(WIDE);
    let names: Vec<_> = desk.model().history.log.entries().iter().map(|entry| entry.name()).collect();
    desk.send(Msg::History(HistoryMsg::Delete(names[0])));
    desk.click("Close this message. What was done stays done.");
    assert!(desk.model().undo.is_none() && !desk.has(Role::Button, "Undo"));
    desk.send(Msg::History(HistoryMsg::Delete(names[1])));
    desk.send(Msg::History(HistoryMsg::Delete(names[2])));
    desk.send(Msg::Undo(UndoMsg::Undo));
    let there: Vec<_> = desk.model().history.log.entries().iter().map(|entry| entry.name()).collect();
    assert!(!there.contains(&names[0]) && !there.contains(&names[1]) && there.contains(&names[2]));
}

#[test]
fn deleting_everything_has_no_way_back() {
    let mut desk = with_a_history(WIDE);
    let name = desk.model().history.log.entries()[0].name();
    desk.send(Msg::History(HistoryMsg::Delete(name)));
    desk.send(Msg::History(HistoryMsg::DeleteAll(Scope::Everything)));
    desk.send(Msg::History(HistoryMsg::Deleted(Scope::Everything)));
    assert!(desk.model().undo.is_none());
    desk.send(Msg::Understand);
    assert!(!desk.has(Role::Button, "Undo"));
}

/// The day keeps what it knew: undoing opens nothing.
#[test]
fn undoing_a_deleting_leaves_the_limit_as_it_was() {
    let mut desk = with_a_history(WIDE);
    let before = desk.model().verdict();
    desk.send(Msg::History(HistoryMsg::DeleteAll(Scope::History)));
    assert_eq!(desk.model().verdict(), before);
    desk.send(Msg::Undo(UndoMsg::Undo));
    assert_eq!(desk.model().verdict(), before);
}

#[test]
fn what_was_typed_comes_back() {
    let mut desk = Desk::wide();
    let own = Own { phone: "020 7946 0958".to_owned(), note: "Ask about the wall.".to_owned() };
    desk.set(|settings: &mut Settings| settings.own = own.clone());
    desk.send(Msg::Go(Route::Sheet));
    desk.click("Clear both");
    assert_eq!(desk.model().settings.own, Own::default());
    desk.click("Undo");
    assert_eq!(desk.model().settings.own, own);
    assert!(desk.reads("Your note and your clinic’s phone are back."));
    let saved = |effect: &Effect| matches!(effect, Effect::SaveSettings(settings) if settings.own == own);
    assert!(desk.harness.state().effects.iter().any(saved), "and are kept again");
    desk.send(Msg::Print(PrintMsg::ClearOwn));
    desk.send(Msg::Print(PrintMsg::Note("New.".to_owned())));
    assert!(desk.model().undo.is_none(), "what is typed now stands in its place");
}

#[test]
fn a_plan_that_was_taken_is_taken_back() {
    let mut desk = Desk::wide();
    look_at(&mut desk, &example());
    desk.click("Take it");
    assert_eq!(desk.model().plan().numbers().hold_secs, 4);
    desk.harness.state_mut().effects.clear();
    desk.click("Undo");
    assert_eq!(desk.model().numbers(), desk.model().guide_numbers());
    assert!(desk.model().plan_offers(Position::Back));
    let removed = Effect::Plan(PlanEffect::Remove);
    assert!(desk.harness.state().effects.contains(&removed), "it is not there at the next start either");
    // A plan over another: the other one is back.
    look_at(&mut desk, &example());
    desk.click("Take it");
    look_at(&mut desk, &example().replace("hold_secs: 4", "hold_secs: 6"));
    desk.click("Take it");
    desk.click("Undo");
    assert_eq!(desk.model().plan().numbers().hold_secs, 4);
}

/// What could not be read may have left positions out: it is not taken back to nothing.
#[test]
fn a_plan_in_the_place_of_a_lost_one_stays() {
    let mut desk = Desk::wide();
    desk.harness.state_mut().model.plan.lost = true;
    look_at(&mut desk, &example());
    desk.click("Take it");
    assert!(!desk.has(Role::Button, "Undo") && desk.reads("The plan is in use from the next session on."));
}

/// In a session nothing lies over the page; afterwards the way back is there still.
#[test]
fn it_waits_while_a_session_has_the_window() {
    let mut desk = with_a_history(WIDE);
    let name = desk.model().history.log.entries()[0].name();
    desk.send(Msg::History(HistoryMsg::Delete(name)));
    desk.send(Msg::Begin);
    assert!(!desk.has(Role::Button, "Undo"));
    desk.send(Msg::LeaveSession);
    assert!(desk.has(Role::Button, "Undo"));
}

/// Every question before something that is lost: the keyboard is on the answer that changes nothing.
#[test]
fn every_question_before_a_loss_has_the_keyboard_on_the_safe_answer() {
    let mut desk = with_a_history(WIDE);
    look_at(&mut desk, &example());
    desk.click("Take it");
    let name = desk.model().history.log.entries()[0].name();
    let asks = [
        (Route::Settings, Msg::Settings(SettingsMsg::AskReset), "Keep my settings"),
        (Route::Settings, Msg::Plan(PlanMsg::AskBack), "Keep the plan"),
        (Route::Settings, Msg::History(HistoryMsg::AskDeleteAll(Scope::Everything)), "Cancel"),
        (Route::History, Msg::History(HistoryMsg::AskDeleteAll(Scope::History)), "Cancel"),
        (Route::History, Msg::History(HistoryMsg::AskDelete(name)), "Cancel"),
    ];
    for (route, ask, safe) in asks {
        desk.send(Msg::Go(route));
        let before = (desk.model().settings.clone(), desk.model().history.log.clone(), desk.model().plan.own.clone());
        desk.send(ask.clone());
        let focused = desk.harness.get_by_role_and_label(Role::Button, safe).is_focused();
        assert!(focused, "{ask:?}");
        desk.key(Key::Enter);
        assert_eq!(
            (desk.model().settings.clone(), desk.model().history.log.clone(), desk.model().plan.own.clone()),
            before,
            "{ask:?}"
        );
    }
}
