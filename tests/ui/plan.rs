//! A clinician's plan: looked at in plain words, taken or left, used by the next session, and gone again.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Effect, KeptPlan, Msg, PlanEffect, PlanFile, PlanMsg, Route};
use gentleback::plan::{self, Part};
use gentleback::session::{Phase, Position};

use super::app::Desk;

/// The example of the documentation.
pub fn example() -> String {
    let page = include_str!("../../docs/PLAN.md");
    let code = page.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    code.expect("docs/PLAN.md has an example").to_owned()
}

/// A plan with lines that are left out.
pub fn partly() -> String {
    example().replace("hold_secs: 4", "hold_secs: 12").replace("breaths: 3,", "breaths: 3,\n    thrusts: 2,")
}

/// Hands a file to the program, as the file window does.
pub fn look_at(desk: &mut Desk, text: &str) {
    let file = PlanFile { name: "plan.ron".to_owned(), text: text.to_owned() };
    desk.send(Msg::Go(Route::Settings));
    desk.send(Msg::Plan(PlanMsg::Found(Ok(file))));
}

fn asked(desk: &mut Desk) -> Vec<PlanEffect> {
    let effects = std::mem::take(&mut desk.harness.state_mut().effects);
    let plans = effects.into_iter().filter_map(|effect| match effect {
        Effect::Plan(effect) => Some(effect),
        _ => None,
    });
    plans.collect()
}

#[test]
fn the_example_of_the_documentation_is_a_good_plan_in_plain_words() {
    let mut desk = Desk::wide();
    let reading = plan::read(&example(), desk.model().guide_numbers());
    assert_eq!(reading.refusals, []);
    look_at(&mut desk, &example());
    assert_eq!(desk.titles(), ["A plan to look at"]);
    for words in [
        "Slow and short",
        "By Ana Ruiz, physical therapist",
        "On a bad day, stop after the first round",
        "Positions: On your back, Against a wall.",
        "Best: Against a wall.",
        "Hold for 4 seconds.",
        "Let go over 5 seconds.",
        "Then 3 slow breaths.",
        "2 rounds.",
        "Never firmer than 3 of 10.",
        "Warm up for 8 minutes first.",
        "The guide’s own",
        "All four positions.",
        "Hold for 5 seconds.",
        "3 rounds.",
    ] {
        assert!(desk.reads(words), "{words}");
    }
    assert!(!desk.reads("What is left out"));
}

#[test]
fn every_range_of_the_documentation_is_the_programs_own() {
    let desk = Desk::wide();
    let page = include_str!("../../docs/PLAN.md");
    for part in Part::ALL {
        let range = part.range(desk.model().guide_numbers());
        let row = page.lines().find(|line| line.starts_with(&format!("| `{}` |", part.field()))).expect("each part has a row");
        assert!(row.ends_with(&format!("| {} to {} |", range.start(), range.end())), "{row}");
    }
}

#[test]
fn a_plan_changes_nothing_before_it_is_taken() {
    let mut desk = Desk::wide();
    look_at(&mut desk, &example());
    assert_eq!(desk.model().numbers(), desk.model().guide_numbers());
    assert!(desk.title_has_the_keyboard(), "neither answer has the keyboard");
    desk.click("Leave it");
    assert_eq!(desk.titles(), ["Settings"]);
    assert_eq!(desk.model().plan.own, None);
    assert_eq!(asked(&mut desk), []);
    look_at(&mut desk, &example());
    desk.send(Msg::Go(Route::Start));
    assert_eq!(desk.model().plan.preview, None, "another page is the same as leaving it");
}

#[test]
fn a_plan_that_is_taken_is_kept_told_and_used() {
    let mut desk = Desk::wide();
    look_at(&mut desk, &example());
    desk.click("Take it");
    assert_eq!(desk.titles(), ["Settings"]);
    assert!(desk.reads("Now in use: Slow and short, by Ana Ruiz, physical therapist."));
    let kept = asked(&mut desk);
    let [PlanEffect::Store(text)] = kept.as_slice() else { panic!("kept once: {kept:?}") };
    let reading = plan::read(text, desk.model().guide_numbers());
    assert_eq!((reading.plan.as_ref(), reading.refusals.len()), (desk.model().plan.own.as_ref(), 0));
    desk.send(Msg::Go(Route::Start));
    assert!(desk.reads("2 rounds") && desk.reads("Plan: Slow and short."));
    assert_eq!(desk.model().warm_up.plan().enough().as_secs(), 8 * 60);
    look_at(&mut desk, &example().replace("warm_up_minutes: 8", "warm_up_minutes: 5"));
    desk.click("Take it");

    desk.go_to_session(Position::Wall);
    assert_eq!(desk.session().plan().numbers().hold_secs, 4);
    desk.send(Msg::Plan(PlanMsg::Back));
    assert_eq!(desk.session().plan().numbers().hold_secs, 4, "a session that runs keeps its numbers");
    assert_eq!(desk.phase(), Phase::Settle);
}

#[test]
fn a_session_offers_only_the_positions_of_the_plan_and_says_why() {
    let mut desk = Desk::wide();
    look_at(&mut desk, &example().replace("warm_up_minutes: 8", "warm_up_minutes: 5"));
    desk.click("Take it");
    assert_eq!(desk.model().first_position(), Position::Wall, "the plan's own first");
    for position in Position::ALL {
        assert_eq!(desk.model().plan_offers(position), matches!(position, Position::Back | Position::Wall));
    }
    desk.go_to_positions();
    desk.send(Msg::ShowPosition(Position::Side));
    assert!(desk.reads("The plan in use leaves this one out."));
    desk.send(Msg::ChoosePosition(Position::Side));
    assert!(desk.model().running().is_none(), "not even by a message");
    desk.send(Msg::ShowPosition(Position::Back));
    assert!(!desk.reads("The plan in use leaves this one out."));
}

#[test]
fn nothing_dropped_in_a_session_comes_between() {
    let mut desk = Desk::wide();
    desk.go_to_positions();
    let file = PlanFile { name: "plan.ron".to_owned(), text: example() };
    desk.send(Msg::Plan(PlanMsg::Found(Ok(file))));
    assert_eq!((desk.model().route, desk.model().plan.preview.as_ref()), (Route::Session, None));
}

#[test]
fn lines_that_are_left_out_are_told_with_what_may_stand_there() {
    let mut desk = Desk::wide();
    look_at(&mut desk, &partly());
    assert!(desk.reads("What is left out"));
    assert!(desk.reads("“hold_secs” is 12. It may be a whole number from 3 to 8. The guide’s 5 stays."));
    assert!(desk.reads("“thrusts” is not part of a plan."));
    assert!(desk.reads("Hold for 5 seconds. As the guide."));
    desk.click("Take it");
    assert_eq!(desk.model().plan().numbers().hold_secs, 5);
    assert_eq!(desk.model().plan().rounds(), 2, "the rest stands");
}

#[test]
fn what_is_no_plan_can_only_be_left() {
    for (text, words) in [
        ("this is not a plan", "cannot be read"),
        ("(version: 1, rounds: 2)", "It has no title."),
        ("(version: 9, title: \"T\")", "A newer version of this program wrote it."),
        ("(title: \"T\")", "It has no version"),
    ] {
        let mut desk = Desk::wide();
        look_at(&mut desk, text);
        assert_eq!(desk.titles(), ["This file cannot be used"], "{text}");
        assert!(desk.reads(words), "{words}");
        assert!(!desk.has(Role::Button, "Take it"));
        desk.send(Msg::Plan(PlanMsg::Take));
        assert_eq!(desk.model().plan.own, None);
        look_at(&mut desk, text);
        desk.click("Back to settings");
        assert_eq!(desk.titles(), ["Settings"]);
    }
}

#[test]
fn a_file_that_can_not_be_opened_is_said() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Settings));
    desk.click("Look at a plan file");
    assert_eq!(asked(&mut desk), [PlanEffect::Choose]);
    desk.click("Look at a plan file");
    assert_eq!(asked(&mut desk), [], "one file window at a time");
    desk.send(Msg::Plan(PlanMsg::Found(Err("It is a folder.".to_owned()))));
    assert!(desk.reads("It is a folder."));
    desk.click("Look at a plan file");
    assert_eq!(asked(&mut desk), [PlanEffect::Choose]);
    desk.send(Msg::Plan(PlanMsg::NoDialog("/somewhere/new-plan.ron".to_owned())));
    assert!(desk.reads("/somewhere/new-plan.ron") && desk.reads("Drag the plan onto this window"));
}

#[test]
fn the_guides_own_numbers_come_back_after_a_question() {
    let mut desk = Desk::wide();
    look_at(&mut desk, &example());
    desk.click("Take it");
    asked(&mut desk);
    desk.click("Back to the guide’s own");
    assert!(desk.harness.get_by_role_and_label(Role::Button, "Keep the plan").is_focused());
    desk.key(Key::Escape);
    assert!(desk.model().plan.own.is_some());
    desk.click("Back to the guide’s own");
    desk.click("Take the plan out");
    assert_eq!(asked(&mut desk), [PlanEffect::Remove]);
    assert_eq!(desk.model().numbers(), desk.model().guide_numbers());
    assert!(desk.reads("Now in use: the guide’s own numbers."));
}

#[test]
fn what_is_saved_as_a_file_can_be_taken_in_again() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Settings));
    desk.click("Save as a file");
    let effects = asked(&mut desk);
    let [PlanEffect::Export(text)] = effects.as_slice() else { panic!("one file: {effects:?}") };
    assert!(text.contains("// Seconds to hold, 3 to 8."), "{text}");
    look_at(&mut desk, text);
    desk.click("Take it");
    assert_eq!(desk.model().numbers(), desk.model().guide_numbers(), "the guide’s own as a beginning");
    desk.send(Msg::Plan(PlanMsg::Exported(Some(Ok("here.ron".to_owned())))));
    assert!(desk.reads("The plan is in use") || desk.reads("here.ron"));
}

#[test]
fn the_plan_comes_before_the_persons_own_pace_and_says_so() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Settings));
    desk.click("More: Hold");
    assert_eq!(desk.model().plan().numbers().hold_secs, 6);
    look_at(&mut desk, &example().replace("    breaths: 3,\n", ""));
    desk.click("Take it");
    assert_eq!(desk.model().plan().numbers().hold_secs, 4);
    assert!(desk.is_off(Role::Button, "More: Hold") && desk.is_off(Role::Button, "Less: Hold"));
    assert!(desk.reads("Set by the plan in use."));
    desk.click("More: Hold");
    assert_eq!(desk.model().settings.pace.hold_secs, Some(6), "the own choice is left as it was");
    desk.click("More: Breaths");
    assert_eq!(desk.model().plan().numbers().breaths, 4, "what the plan leaves open is still the person's");
}

#[test]
fn a_plan_of_an_earlier_day_is_in_use_again() {
    let mut desk = Desk::wide();
    let kept = KeptPlan { text: Some(example()), failure: None };
    desk.send(Msg::Plan(PlanMsg::Kept(Box::new(kept))));
    assert_eq!(desk.model().plan().numbers().hold_secs, 4);
    assert!(desk.model().notices.is_empty());
}

#[test]
fn a_kept_plan_that_is_broken_is_copied_and_said_and_pressing_waits_for_a_choice() {
    let mut desk = Desk::wide();
    let kept = |text: &str| Msg::Plan(PlanMsg::Kept(Box::new(KeptPlan { text: Some(text.to_owned()), failure: None })));
    desk.send(kept("(version: 1, title: \"T"));
    assert_eq!(asked(&mut desk), [PlanEffect::KeepCopy]);
    assert_eq!(desk.model().numbers(), desk.model().guide_numbers());
    desk.send(Msg::Plan(PlanMsg::CopyKept(Ok("plan.damaged-1.ron".to_owned()))));
    assert!(desk.reads("plan.damaged-1.ron") && desk.reads("Pressing waits until you choose in the settings."));
    desk.click("Close this message");
    // Which positions it left out is not known, so none is offered.
    assert!(!desk.model().may_begin() && desk.model().may_move());
    desk.send(Msg::Go(Route::Start));
    assert!(desk.reads("Your plan could not be read"));
    desk.send(Msg::Go(Route::Settings));
    desk.click("Back to the guide’s own");
    assert!(asked(&mut desk).contains(&PlanEffect::Remove));
    assert!(desk.model().may_begin() && desk.reads("Now in use: the guide’s own numbers."));
    desk.click("Close this message");
    desk.send(kept(&partly()));
    assert_eq!(asked(&mut desk), []);
    assert!(desk.reads("It may be a whole number from 3 to 8."), "a line that was made worse by hand is told");
    assert_eq!(desk.model().plan().numbers().hold_secs, 5);
    desk.click("Close this message");
    let unread = KeptPlan { text: None, failure: Some("No one may read it.".to_owned()) };
    desk.send(Msg::Plan(PlanMsg::Kept(Box::new(unread))));
    assert!(desk.reads("No one may read it.") && !desk.model().may_begin());
}
