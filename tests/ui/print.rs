//! The page and its ways to paper: what leads, what is asked for, and what is said of each state of printing.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Effect, HistoryMsg, Msg, PrintEffect, PrintMsg, Route, Scope, Zoom};
use gentleback::settings::{decode, encode};
use gentleback::sheet::{Kind, Own, Printed, Printer, PrinterState, Through, Unable, Ways};

use super::app::Desk;

fn on_the_page(ways: Ways) -> Desk {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Sheet));
    desk.settle();
    assert!(asked(&desk, |effect| matches!(effect, PrintEffect::Look)), "the page asks what can print");
    desk.send(Msg::Print(PrintMsg::Found(ways)));
    desk.settle();
    desk
}

fn two() -> Ways {
    let printer = |name: &str, state| Printer { name: name.to_owned(), state };
    Ways::Printers(vec![printer("Den", PrinterState::Ready), printer("Attic_Room", PrinterState::Paused)])
}

fn asked(desk: &Desk, matches: impl Fn(&PrintEffect) -> bool) -> bool {
    desk.harness.state().effects.iter().any(|effect| matches!(effect, Effect::Print(effect) if matches(effect)))
}

/// Where every choice stands that the page's own choice could move.
fn places(desk: &Desk) -> Vec<egui::Rect> {
    let boxes =
        ["Four positions", "Warning signs, always on", "My log, to fill in", "Questions for my visit", "My last four weeks"];
    let choices = ["Summary", "Emergency", "A4", "Large print", "Color"].map(|name| (Role::RadioButton, name));
    let all = boxes.map(|name| (Role::CheckBox, name)).into_iter().chain(choices);
    all.map(|(role, name)| desk.harness.get_by_role_and_label(role, name).rect()).collect()
}

#[test]
fn every_part_is_in_view_and_nothing_moves_when_the_page_changes() {
    for ways in [Ways::Dialog, Ways::Nothing(Unable::NoSystem)] {
        let mut desk = on_the_page(ways.clone());
        let before = places(&desk);
        let foot = match &ways {
            Ways::Nothing(why) => desk.harness.get_by_label(desk.model().book.print.unable(*why)).rect().top(),
            _ => top(&desk, "Print"),
        };
        assert!(before.iter().all(|place| place.bottom() <= foot), "{ways:?}: {before:?} over {foot}");
        for page in ["Visit", "Emergency", "Summary"] {
            desk.click_role(Role::RadioButton, page);
            assert_eq!(places(&desk), before, "{page}");
        }
    }
}

/// How far down a button stands.
fn top(desk: &Desk, name: &str) -> f32 {
    desk.harness.get_by_role_and_label(Role::Button, name).rect().top()
}

#[test]
fn print_leads_and_opens_the_systems_dialog() {
    let mut desk = on_the_page(Ways::Dialog);
    assert!(top(&desk, "Print") < top(&desk, "Save as PDF"));
    desk.click("Print");
    assert!(asked(&desk, |effect| matches!(effect, PrintEffect::Print(_, Through::Dialog))));
    assert!(desk.is_off(Role::Button, "Printing"), "one job at a time");
    desk.send(Msg::Print(PrintMsg::Done(Printed::Cancelled)));
    desk.settle();
    assert_eq!(desk.model().print.said, None, "a person who thought better of it is told nothing");
    assert!(!desk.is_off(Role::Button, "Print"));
}

#[test]
fn save_leads_where_nothing_can_print_and_one_sentence_tells_why() {
    for (why, sentence) in [
        (Unable::NoSystem, "This computer has no print system."),
        (Unable::NotRunning, "Printing is switched off on this computer."),
        (Unable::NoPrinter, "No printer is set up here."),
    ] {
        let desk = on_the_page(Ways::Nothing(why));
        assert!(top(&desk, "Save as PDF") < top(&desk, "Print"), "{why:?}");
        assert!(desk.reads(sentence), "{why:?}");
    }
}

#[test]
fn our_list_offers_the_default_first_and_sends_what_was_chosen() {
    let mut desk = on_the_page(two());
    desk.click("Print");
    desk.click_role(Role::RadioButton, "Attic Room, paused, your page will wait");
    desk.click("More copies");
    desk.click("Print now");
    let through = Through::Printer { name: "Attic_Room".to_owned(), copies: 2 };
    assert!(asked(&desk, |effect| matches!(effect, PrintEffect::Print(_, to) if *to == through)));
    assert_eq!(desk.model().settings.printer.as_deref(), Some("Attic_Room"), "kept for the next time");
    desk.send(Msg::Print(PrintMsg::Done(Printed::Waits("Attic_Room".to_owned()))));
    desk.settle();
    assert!(desk.reads("Attic_Room is paused. Your page waits there"));
    desk.click("Print");
    assert_eq!(desk.model().print.choosing.as_ref().map(|list| list.chosen), Some(1), "the last one is chosen again");
    desk.key(Key::Escape);
    assert_eq!(desk.model().print.choosing, None);
}

#[test]
fn each_way_it_can_go_wrong_has_its_own_sentence() {
    let mut said = Vec::new();
    for printed in [
        Printed::HandedOver,
        Printed::Sent("Den".to_owned()),
        Printed::Waits("Den".to_owned()),
        Printed::Refused("Den".to_owned()),
        Printed::Gone("Den".to_owned()),
        Printed::Nothing(Unable::NoSystem),
        Printed::Nothing(Unable::NotRunning),
        Printed::Nothing(Unable::NoPrinter),
        Printed::Failed("out of paper".to_owned()),
    ] {
        let mut desk = on_the_page(two());
        desk.send(Msg::Print(PrintMsg::Done(printed.clone())));
        let sentence = format!("{:?}", desk.model().print.said.as_ref().expect("something is said"));
        assert!(!said.contains(&sentence), "{printed:?}: {sentence}");
        said.push(sentence);
    }
}

#[test]
fn a_desktop_whose_dialog_does_not_come_gets_our_list() {
    let mut desk = on_the_page(Ways::Dialog);
    desk.click("Print");
    desk.send(Msg::Print(PrintMsg::Done(Printed::NoDialog)));
    assert!(asked(&desk, |effect| matches!(effect, PrintEffect::List)));
    desk.send(Msg::Print(PrintMsg::Found(two())));
    desk.settle();
    assert!(desk.reads("Choose a printer"));
}

#[test]
fn the_emergency_card_prints_from_anywhere() {
    let mut desk = Desk::wide();
    desk.send(Msg::Print(PrintMsg::PrintCard));
    let is_card =
        |effect: &PrintEffect| matches!(effect, PrintEffect::Print(request, _) if request.options.kind == Kind::EmergencyCard);
    assert!(asked(&desk, is_card));
    assert_eq!(desk.model().route, Route::Sheet);
}

#[test]
fn parts_are_ticked_off_and_the_warning_signs_are_not() {
    let mut desk = on_the_page(Ways::Dialog);
    assert!(desk.is_off(Role::CheckBox, "Warning signs, always on"));
    desk.click_role(Role::CheckBox, "My log, to fill in");
    assert!(!desk.model().sheet.include.log);
    desk.click_role(Role::CheckBox, "My last four weeks");
    assert!(desk.model().sheet.include.weeks);
    desk.click_role(Role::RadioButton, "Visit");
    assert_eq!(desk.model().sheet.kind, Kind::Clinician);
    desk.click_role(Role::RadioButton, "US Letter");
    assert!(desk.saved(), "the paper is kept");
}

#[test]
fn the_page_comes_closer_by_keys_and_its_pages_are_turned() {
    let mut desk = on_the_page(Ways::Dialog);
    desk.key(Key::Plus);
    assert!(matches!(desk.model().print.zoom, Zoom::Percent(75)), "{:?}", desk.model().print.zoom);
    desk.key(Key::Plus);
    assert_eq!(desk.model().print.zoom, Zoom::Percent(100));
    desk.key(Key::Minus);
    assert_eq!(desk.model().print.zoom, Zoom::Percent(75));
    desk.key(Key::Num0);
    assert_eq!(desk.model().print.zoom, Zoom::Fit);
    desk.click_role(Role::RadioButton, "Large print");
    desk.settle();
    assert!(desk.reads("Page 1 of 2"));
    desk.key(Key::PageDown);
    assert!(desk.reads("Page 2 of 2"));
    desk.click("Page before");
    assert!(desk.reads("Page 1 of 2"));
}

#[test]
fn what_is_typed_is_there_the_next_time_until_it_is_cleared() {
    let mut desk = on_the_page(Ways::Dialog);
    assert!(!desk.has(Role::Button, "Clear both"), "there is nothing to clear");
    desk.reach(Role::TextInput, "My clinic’s phone").focus();
    desk.settle();
    desk.harness.get_by_role_and_label(Role::TextInput, "My clinic’s phone").type_text("020 7946 0958");
    desk.settle();
    desk.send(Msg::Print(PrintMsg::Note("Ask about\nthe wall.".to_owned())));
    let kept = |desk: &Desk| {
        let saved = desk.harness.state().effects.iter().rev().find_map(|effect| match effect {
            Effect::SaveSettings(settings) => Some(settings.clone()),
            _ => None,
        });
        decode(&encode(&saved.expect("saved"))).settings.own
    };
    assert_eq!(kept(&desk), Own { phone: "020 7946 0958".to_owned(), note: "Ask about\nthe wall.".to_owned() });
    assert_eq!(desk.model().sheet_request().facts.own, kept(&desk));
    desk.reach(Role::Button, "Clear both").focus();
    desk.settle();
    desk.key(Key::Space);
    assert_eq!((kept(&desk), desk.model().sheet_request().facts.own), (Own::default(), Own::default()));
    assert!(desk.reads("Your note and your clinic’s phone are cleared."));
    desk.send(Msg::Print(PrintMsg::Phone("1".to_owned())));
    assert!(!desk.has(Role::Button, "Undo"), "what is typed now stands in its place");
    desk.send(Msg::History(HistoryMsg::DeleteAll(Scope::Everything)));
    assert_eq!(desk.model().settings.own, Own::default());
}

#[test]
fn what_is_typed_is_kept_to_a_page_and_prints() {
    let mut desk = on_the_page(Ways::Dialog);
    desk.send(Msg::Print(PrintMsg::Note("x".repeat(1000))));
    assert_eq!(desk.model().settings.own.note.chars().count(), gentleback::sheet::NOTE_LETTERS);
    desk.send(Msg::Print(PrintMsg::Phone("+44 20 7946 0958".to_owned())));
    desk.settle();
    assert!(desk.harness.query_by_role_and_label(Role::TextInput, "My clinic’s phone").is_some());
    assert_eq!(desk.model().sheet_request().facts.own.phone, "+44 20 7946 0958");
}
