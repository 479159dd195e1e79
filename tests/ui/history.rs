//! The History page by meaning: what is there, what it says, and what can be done with it.

use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{Effect, HistoryEffect, HistoryMsg, HistoryRead, ImportRead, Msg, Open, Route, Scope, Table};
use gentleback::content::Customs;
use gentleback::history::{Ending, Entry, HEADER, Noted, SessionEntry, WarmUpSet, encode_line, read_import};
use gentleback::limit::Nudge;
use gentleback::moment::Stamp;
use gentleback::session::{Feel, Position, WarmUp};
use jiff::civil::date;
use jiff::tz::Offset;

use super::app::{COLUMN, Desk, LEAST, WIDE};

fn at(month: i8, day: i8, hour: i8, minute: i8) -> Stamp {
    Stamp::new(date(2026, month, day).at(hour, minute, 0, 0), Offset::UTC)
}

fn session(started: Stamp, position: Position, ending: Ending, feel: Option<Feel>) -> SessionEntry {
    SessionEntry {
        started,
        held_at: Some(started),
        locked_on: None,
        length: Duration::from_secs(702),
        position,
        rounds_done: 3,
        effort: 2,
        ending,
        feel,
        noted: None,
        plan: None,
    }
}

/// A session of the tests' own morning.
pub fn today() -> Entry {
    Entry::Session(session(at(3, 4, 8, 0), Position::Back, Ending::Finished, Some(Feel::Same)))
}

/// Two months up to the tests' own day, 4 March 2026, a Wednesday.
pub fn kept() -> Vec<Entry> {
    let done = |month, day, hour, feel| Entry::Session(session(at(month, day, hour, 0), Position::Back, Ending::Finished, feel));
    let stopped = SessionEntry {
        rounds_done: 1,
        plan: Some("Slow and short".into()),
        locked_on: Some(date(2026, 3, 2)),
        ..session(at(3, 2, 9, 12), Position::Side, Ending::Stopped, Some(Feel::Worse))
    };
    let cards: WarmUpSet = [WarmUp::Walk, WarmUp::CatCow].into_iter().collect();
    vec![
        done(2, 10, 9, Some(Feel::Eased)),
        done(2, 17, 9, Some(Feel::Eased)),
        done(2, 17, 17, Some(Feel::Same)),
        done(2, 25, 9, Some(Feel::Eased)),
        done(2, 27, 9, None),
        done(3, 1, 9, Some(Feel::Eased)),
        Entry::Session(stopped),
        Entry::warm_up(at(3, 3, 18, 4), Duration::from_secs(420), cards),
        Entry::lock(at(3, 3, 20, 0)),
    ]
}

/// A window in which these are remembered, at the History page.
pub fn page_with(mut desk: Desk, entries: Vec<Entry>) -> Desk {
    desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries, ..HistoryRead::default() })));
    desk.send(Msg::Go(Route::History));
    desk
}

fn page() -> Desk {
    page_with(Desk::wide(), kept())
}

fn effects(desk: &mut Desk) -> Vec<HistoryEffect> {
    let all = std::mem::take(&mut desk.harness.state_mut().effects);
    all.into_iter().filter_map(|effect| if let Effect::History(effect) = effect { Some(effect) } else { None }).collect()
}

#[test]
fn the_sidebar_leads_to_it_and_its_title_has_the_keyboard() {
    let mut desk = Desk::wide();
    desk.click("History");
    assert_eq!(desk.titles(), ["History"]);
    assert!(desk.reads("Nothing here yet."));
    assert!(!desk.has(Role::Button, "Export"), "there is nothing to export");
}

#[test]
fn the_calendar_is_a_table_of_days() {
    let desk = page();
    let table = desk.harness.get_by_role_and_label(Role::Table, "Calendar, March 2026");
    let cells: Vec<_> = table.children_recursive().filter(|node| node.accesskit_node().role() == Role::Cell).collect();
    assert_eq!(cells.len(), 31);
    let said: Vec<String> = cells.iter().filter_map(|cell| cell.accesskit_node().label()).collect();
    assert_eq!(said[0], "Sunday 1 March: 1 session");
    assert_eq!(said[1], "Monday 2 March: 1 stopped early");
    assert_eq!(said[2], "Tuesday 3 March: 1 warm-up, pressing was off");
    assert_eq!(said[3], "Wednesday 4 March, today: nothing");
    let rows = table.children_recursive().filter(|node| node.accesskit_node().role() == Role::Row).count();
    assert_eq!(rows, 1 + 6, "the weekdays, and six weeks that March touches");
}

#[test]
fn weeks_and_hours_are_those_of_the_country() {
    let mut desk = page();
    let first_day = |desk: &Desk| desk.names(Role::ColumnHeader).first().cloned();
    assert_eq!(first_day(&desk).as_deref(), Some("Monday"));
    assert!(desk.reads("18:04"), "a warm-up in the evening");
    desk.send(Msg::Customs(Customs::of("en_US.UTF-8")));
    assert_eq!(first_day(&desk).as_deref(), Some("Sunday"));
    assert!(desk.reads("6:04 PM") && !desk.reads("18:04"));
    let cells = desk.names(Role::Cell);
    assert_eq!(cells.first().map(|cell| cell.starts_with("Sunday 1 March")), Some(true), "{cells:?}");
}

#[test]
fn months_turn_as_far_as_there_is_something() {
    let mut desk = page();
    assert!(desk.is_off(Role::Button, "The month after"));
    desk.click("The month before");
    assert!(desk.has(Role::Table, "Calendar, February 2026"));
    assert!(desk.reads("Tuesday 17 February: 2 sessions"));
    assert!(desk.is_off(Role::Button, "The month before"));
    assert!(desk.has(Role::Button, "Look at: Tue 17, 17:00, On your back, 3 rounds, About the same"));
    desk.click("The month after");
    assert!(desk.has(Role::Table, "Calendar, March 2026"));
}

#[test]
fn the_answers_are_blocks_and_a_table_that_says_the_same() {
    let mut desk = page();
    assert!(desk.reads("Week from 23 Feb: 2 eased, 0 about the same, 0 worse, 1 not said"));
    assert!(desk.reads("Week from 2 Mar: 0 eased, 0 about the same, 1 worse, 0 not said"));
    desk.click("Show as a table");
    let table = desk.harness.get_by_role_and_label(Role::Table, "Answers after sessions, by the week");
    let texts = |role: Role| -> Vec<String> {
        let cells = table.children_recursive().filter(|node| node.accesskit_node().role() == role);
        cells
            .flat_map(|cell| {
                let labels = cell.children_recursive().filter(|text| text.accesskit_node().role() == Role::Label);
                labels.filter_map(|text| text.accesskit_node().value()).collect::<Vec<_>>()
            })
            .collect()
    };
    assert_eq!(texts(Role::ColumnHeader), ["Week from", "Eased", "Same", "Worse", "Not said"]);
    assert_eq!(texts(Role::RowHeader), ["9 Feb", "16 Feb", "23 Feb", "2 Mar"]);
    assert_eq!(texts(Role::Cell).join(" "), "1 0 0 0 1 1 0 0 2 0 0 1 0 0 1 0");
    desk.click("Show as a chart");
    assert!(!desk.has(Role::Table, "Answers after sessions, by the week"));
}

#[test]
fn nothing_claims_a_trend_or_counts_days_in_a_row() {
    let desk = page();
    for word in ["trend", "streak", "in a row", "better", "progress", "improve", "goal"] {
        assert!(!desk.reads(word), "{word}");
    }
}

#[test]
fn an_entry_opens_and_is_deleted_after_one_question() {
    let mut desk = page();
    effects(&mut desk);
    desk.click("Look at: Sun 1, 09:00, On your back, 3 rounds, Eased");
    assert!(desk.reads("2 of 10"));
    let words = desk.model().book.history.clone();
    desk.click(&words.entry.delete);
    assert!(desk.reads(&words.delete.one_title) && desk.reads(&words.delete.limit_stays));
    let cancel = desk.harness.get_by_role_and_label(Role::Button, &words.delete.cancel);
    assert!(cancel.accesskit_node().is_focused(), "Cancel has the keyboard");
    desk.key(egui::Key::Enter);
    assert_eq!((effects(&mut desk), desk.model().history.log.entries().len()), (vec![], 9), "nothing is deleted by Enter");
    let name = desk.model().history.log.entries()[5].name();
    desk.send(Msg::History(HistoryMsg::AskDelete(name)));
    desk.key(egui::Key::Escape);
    assert_eq!(desk.model().history.page.open, None, "Esc is no");
    desk.send(Msg::History(HistoryMsg::AskDelete(name)));
    desk.click(&words.delete.delete);
    assert!(effects(&mut desk).contains(&HistoryEffect::Forget(name)));
    assert_eq!(desk.model().history.log.entries().len(), 8);
    assert!(desk.has(Role::Button, "Undo"), "there is a way back");
}

#[test]
fn what_made_one_stop_is_noted_only_by_choice_and_taken_back_for_good() {
    let mut desk = page();
    desk.click("Look at: Mon 2, 09:12, On your side, Stopped, round 2, Worse, Plan: Slow and short");
    assert!(desk.reads("Pressing was off for the rest of Monday 2 March."));
    let noted = |desk: &Desk| match &desk.model().history.log.entries()[6] {
        Entry::Session(session) => session.noted,
        _ => panic!("the stop"),
    };
    assert_eq!(noted(&desk), None);
    desk.click_role(Role::RadioButton, "Numb or tingling in a leg or foot");
    assert_eq!(noted(&desk), Some(Noted::Numb));
    effects(&mut desk);
    desk.click_role(Role::RadioButton, "No note");
    assert_eq!(noted(&desk), None);
    let entry = Box::new(desk.model().history.log.entries()[6].clone());
    assert!(effects(&mut desk).contains(&HistoryEffect::Rewrite(entry)), "the word leaves the file");
    // After a session that was not stopped there is nothing to note.
    desk.key(egui::Key::Escape);
    desk.click("Look at: Sun 1, 09:00, On your back, 3 rounds, Eased");
    assert!(!desk.has(Role::RadioButton, "No note"));
}

#[test]
fn a_history_is_exported_in_two_forms() {
    for (label, table, begins) in [
        ("A table for a spreadsheet", Table::Csv, "\u{feff}kind,started"),
        ("A copy for Gentleback", Table::Ron, "// Gentleback"),
    ] {
        let mut desk = page();
        effects(&mut desk);
        desk.click("Export");
        desk.click(label);
        let [HistoryEffect::Export(form, text)] = &effects(&mut desk)[..] else { panic!("one export") };
        assert_eq!((*form, text.starts_with(begins), text.lines().count() > 9), (table, true, true), "{text}");
        assert_eq!(desk.model().history.page.open, None);
    }
}

/// What was found in the file that is being read.
fn found(desk: &mut Desk, text: &str) {
    desk.send(Msg::History(HistoryMsg::ImportRead(ImportRead::Read(read_import(text).map(Box::new)))));
}

#[test]
fn what_comes_of_a_file_that_was_put_away_is_left() {
    let mut desk = page();
    let before = desk.model().history.log.clone();
    let new = encode_line(&Entry::Session(session(at(1, 5, 9, 0), Position::Wall, Ending::Finished, None)));
    for away in [egui::Key::Escape, egui::Key::Enter] {
        desk.send(Msg::History(HistoryMsg::ImportReading));
        desk.settle();
        desk.key(away); // Cancel has the keyboard
        assert_eq!(desk.model().history.page.open, None, "{away:?}");
        effects(&mut desk);
        found(&mut desk, &format!("{HEADER}{new}"));
        assert_eq!(desk.model().history.page.open, None, "{away:?}");
        assert_eq!(effects(&mut desk), []);
    }
    assert_eq!(desk.model().history.log, before);
    // A file that cannot be read ends the waiting, and is told.
    desk.send(Msg::History(HistoryMsg::ImportReading));
    desk.send(Msg::History(HistoryMsg::ImportRead(ImportRead::Failed("the disk is gone".to_owned()))));
    assert_eq!(desk.model().history.page.open, None);
    assert!(desk.reads("the disk is gone"));
}

#[test]
fn an_entry_says_which_plan_led_it() {
    let led = SessionEntry {
        plan: Some("Slow and short".into()),
        ..session(at(3, 4, 8, 30), Position::Wall, Ending::Finished, Some(Feel::Same))
    };
    let mut desk = page_with(Desk::wide(), kept().into_iter().chain([Entry::Session(led)]).collect());
    desk.click("Look at: Today, 08:30, Against a wall, 3 rounds, About the same, Plan: Slow and short");
    assert!(desk.reads("Slow and short"));
    desk.key(egui::Key::Escape);
    desk.click("Look at: Sun 1, 09:00, On your back, 3 rounds, Eased");
    assert!(!desk.has(Role::Label, "Slow and short"));
}

#[test]
fn an_import_is_shown_before_it_is_taken_in() {
    let mut desk = page();
    let new = Entry::Session(session(at(1, 5, 9, 0), Position::Wall, Ending::Finished, None));
    let ahead = Entry::Session(session(at(5, 5, 9, 0), Position::Wall, Ending::Finished, None));
    let lines: String = kept().iter().chain([&new, &ahead]).map(encode_line).collect();
    desk.send(Msg::History(HistoryMsg::ImportReading));
    assert!(desk.reads("The file is being read."));
    found(&mut desk, &format!("{HEADER}{lines}nonsense\n"));
    for words in [
        "1 new entry",
        "9 entries are here already",
        "2 lines could not be read",
        "Line 14 could not be read.",
        "Tuesday 5 May 2026",
    ] {
        assert!(desk.reads(words), "{words}");
    }
    effects(&mut desk);
    desk.click("Add 1 entry");
    assert!(effects(&mut desk).contains(&HistoryEffect::Add(vec![new])));
    assert!(desk.reads("1 entry was added."));
    desk.send(Msg::History(HistoryMsg::ImportReading));
    found(&mut desk, "kind,started,day");
    assert!(desk.reads("It is a table, but no row of it is an entry."));
    desk.click("Close");
    assert_eq!(desk.model().history.page.open, None);
}

#[test]
fn deleting_everything_asks_once_on_any_page() {
    let mut desk = page();
    desk.send(Msg::Go(Route::Settings));
    desk.send(Msg::History(HistoryMsg::AskDeleteAll(Scope::Everything)));
    let words = desk.model().book.history.delete.clone();
    assert!(desk.reads(&words.all_title));
    assert!(desk.harness.get_by_role_and_label(Role::Button, &words.cancel).accesskit_node().is_focused());
    effects(&mut desk);
    desk.click(&words.delete);
    assert!(effects(&mut desk).contains(&HistoryEffect::DeleteAll(Scope::Everything)));
    assert_eq!(desk.model().route, Route::Welcome);
    // Another page takes a question along with it.
    let mut desk = page();
    desk.click(&desk.model().book.history.files.delete.clone());
    assert_eq!(desk.model().history.page.open, Some(Open::AskDeleteAll(Scope::History)));
    desk.send(Msg::Go(Route::Start));
    assert_eq!(desk.model().history.page.open, None);
}

#[test]
fn trouble_with_the_file_is_said_with_a_way_to_it() {
    let read = HistoryRead { entries: kept(), damaged_copy: Some("history.damaged-1.ron".into()), ..HistoryRead::default() };
    let mut desk = Desk::wide();
    desk.send(Msg::HistoryRead(Box::new(read)));
    desk.send(Msg::Go(Route::History));
    assert!(desk.reads("We could not read your history. A copy of the file was kept"));
    effects(&mut desk);
    let show = desk.harness.query_all_by_role_and_label(Role::Button, "Show the file").next().expect("there");
    show.click();
    desk.settle();
    assert_eq!(effects(&mut desk), [HistoryEffect::ShowFile]);
    let mut desk = Desk::wide();
    desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries: kept(), read_only: true, ..HistoryRead::default() })));
    desk.send(Msg::Go(Route::History));
    assert!(desk.reads("A newer Gentleback made your history."));
    assert!(!desk.has(Role::Button, "Import"), "nothing is added to it");
}

#[test]
fn pressing_often_is_minded_on_three_pages_and_closes_nothing() {
    let days = [(2, 26), (2, 27), (3, 1), (3, 3)];
    let entries = days.map(|(month, day)| Entry::Session(session(at(month, day, 9, 0), Position::Back, Ending::Finished, None)));
    let mut desk = page_with(Desk::wide(), entries.to_vec());
    assert_eq!(desk.model().nudge(), Some(Nudge::Often { days: 4 }));
    let said = "You pressed on 4 of the last 7 days.";
    assert!(desk.reads(said));
    desk.send(Msg::Go(Route::Start));
    assert!(desk.reads(said));
    assert!(desk.model().may_begin());
    let old = Entry::Session(session(at(1, 30, 9, 0), Position::Back, Ending::Finished, None));
    let desk = page_with(Desk::wide(), vec![old.clone(), entries[3].clone()]);
    assert!(desk.reads("You have been pressing for more than 4 weeks."));
    assert!(page_with(Desk::wide(), vec![old]).model().nudge().is_none(), "not any more");
}

#[test]
fn what_could_not_be_written_is_said_once_and_taken_back() {
    let mut desk = page();
    desk.send(Msg::HistoryNotSaved("the disk is full".to_owned()));
    assert!(desk.reads("the disk is full"));
    desk.send(Msg::HistoryNotSaved("nothing can be written to the disk".to_owned()));
    assert_eq!(desk.model().notices.len(), 1);
    desk.send(Msg::History(HistoryMsg::Written));
    assert!(!desk.reads("nothing can be written to the disk") && desk.reads("nothing was lost."));
    desk.send(Msg::SettingsNotSaved("the disk is full".to_owned()));
    desk.send(Msg::SettingsWritten);
    assert!(!desk.reads("the disk is full"));
}

#[test]
fn nothing_begins_while_the_history_is_being_read() {
    let mut desk = Desk::wide();
    desk.send(Msg::History(HistoryMsg::Reading("history.ron".to_owned())));
    assert!(!desk.model().may_begin());
    assert!(desk.names(Role::Button).contains(&"Reading your history".to_owned()));
    desk.send(Msg::HistoryRead(Box::default()));
    assert!(desk.model().may_begin());
}

#[test]
fn a_month_of_very_many_entries_lists_a_few_and_more_on_request() {
    let many = (0..300).map(|number| Entry::lock(at(3, 1, 0, 0).plus(jiff::SignedDuration::from_mins(number))));
    let mut desk = page_with(Desk::wide(), many.collect());
    let rows = |desk: &Desk| desk.names(Role::Button).iter().filter(|name| name.starts_with("Look at:")).count();
    assert_eq!(rows(&desk), 12);
    desk.click("Show more");
    assert_eq!(rows(&desk), 24);
}

#[test]
fn the_page_works_in_every_window() {
    for size in [WIDE, LEAST, COLUMN] {
        let desk = page_with(Desk::welcomed(size, false), kept());
        assert!(desk.has(Role::Table, "Calendar, March 2026"));
        assert!(desk.has(Role::Button, "Look at: Sun 1, 09:00, On your back, 3 rounds, Eased"));
    }
}
