//! The settings page: every choice that is kept has a row, every row changes it, and it is saved at once.

use std::collections::{BTreeMap, BTreeSet};

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{
    Choice, Effect, Languages, Msg, Route, SettingsDamage, SettingsMsg, SettingsRead, SoundEffect, SoundMsg, Voice, next_wake,
};
use gentleback::content::Language;
use gentleback::limit::DailyLimit;
use gentleback::session::Position;
use gentleback::settings::{self, BodySide, Settings, TextScale, Theme, Turn, Volume};
use gentleback::sheet::Own;
use jiff::civil::date;

use super::app::{COLUMN, Desk, LEAST, WIDE};
use super::plan::{example, look_at};

/// A row, by what is clicked in it, and the field that it changes.
const ROWS: [(Role, &str, &str); 38] = [
    (Role::RadioButton, "On your side", "preferred_position"),
    (Role::RadioButton, "Twice a day", "daily_limit"),
    (Role::Switch, "Spoken prompts", "voice"),
    (Role::Switch, "Soft tones at each change", "tones"),
    (Role::RadioButton, "My system’s", "system_voice"),
    (Role::RadioButton, "The screen reader", "reader_speaks"),
    (Role::RadioButton, "115 %", "text_scale_percent"),
    (Role::RadioButton, "100 %", "text_scale_percent"),
    (Role::RadioButton, "High contrast", "theme"),
    (Role::RadioButton, "As my system", "theme"),
    (Role::Switch, "Moving figures", "reduced_motion"),
    (Role::Switch, "Self-paced sessions", "self_paced"),
    (Role::Switch, "Count the hold aloud", "counts_aloud"),
    (Role::RadioButton, "Two meters away", "screen_is_far"),
    (Role::Button, "More: Hands in place", "lead_in_secs"),
    (Role::Button, "More: Hold", "hold_secs"),
    (Role::Button, "Less: Let go", "release_secs"),
    (Role::Button, "Less: Breaths", "breaths"),
    (Role::Button, "More: Rounds", "rounds"),
    (Role::Button, "Less: Rounds", "rounds"),
    (Role::RadioButton, "My left", "sore_side"),
    (Role::RadioButton, "My right", "sore_side"),
    (Role::RadioButton, "Both, or the middle", "sore_side"),
    (Role::RadioButton, "90°", "floor_turn_degrees"),
    (Role::RadioButton, "270°", "floor_turn_degrees"),
    (Role::Switch, "Answer with keys", "answer_keys"),
    (Role::RadioButton, "999, UK", "region"),
    (Role::RadioButton, "111, New Zealand", "region"),
    (Role::RadioButton, "Your local emergency number", "region"),
    (Role::RadioButton, "Broad", "build"),
    (Role::RadioButton, "Slim", "build"),
    (Role::RadioButton, "Tied back", "hair"),
    (Role::RadioButton, "To the chin", "hair"),
    (Role::RadioButton, "Skin: Olive", "skin"),
    (Role::RadioButton, "Skin: Light", "skin"),
    (Role::RadioButton, "Hair color: Gray", "hair_color"),
    (Role::RadioButton, "Hair color: Brown", "hair_color"),
    (Role::RadioButton, "Once a day", "daily_limit"),
];

/// Fields that are not chosen here, and where they come from.
const ELSEWHERE: [(&str, &str); 17] = [
    ("language", "a row that shows where there are two of them: see below"),
    ("version", "the form of the file"),
    ("volume_percent", "the slider, which no click by name can move: see below"),
    ("read_sections", "marked on each page"),
    ("welcomed_version", "the first screen"),
    ("consulted_on", "asked before a session"),
    ("talk_first_list_on", "asked before a session"),
    ("needs_check", "asked before a session"),
    ("avoid_back_lying", "asked before a session"),
    ("avoid_floor", "asked before a session"),
    ("avoid_pressing", "asked before a session"),
    ("paper", "the summary sheet"),
    ("printer", "the summary sheet"),
    ("clinic_phone", "the summary sheet"),
    ("own_note", "the summary sheet"),
    ("reminders", "the rows of reminders"),
    ("reminder_times", "the rows of reminders"),
];

/// The settings file's fields with their values as they are written.
fn fields(settings: &Settings) -> BTreeMap<String, String> {
    let text = settings::encode(settings);
    let lines = text.lines().filter_map(|line| line.trim().split_once(": "));
    lines.filter(|(name, _)| !name.contains(' ')).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn changed(before: &Settings, after: &Settings) -> Vec<String> {
    let (before, after) = (fields(before), fields(after));
    after.iter().filter(|(name, value)| before.get(*name) != Some(*value)).map(|(name, _)| name.clone()).collect()
}

fn page() -> Desk {
    page_in(WIDE)
}

fn page_in(size: egui::Vec2) -> Desk {
    let mut desk = Desk::welcomed(size, false);
    desk.send(Msg::Go(Route::Settings));
    desk.saved();
    desk
}

/// The settings that were to be written down last.
fn written(desk: &mut Desk) -> Option<Settings> {
    let effects = std::mem::take(&mut desk.harness.state_mut().effects);
    effects.into_iter().rev().find_map(|effect| match effect {
        Effect::SaveSettings(settings) => Some(*settings),
        _ => None,
    })
}

#[test]
fn every_row_changes_its_field_and_is_saved_at_once() {
    let mut desk = page();
    for (role, name, field) in ROWS {
        let before = desk.model().settings.clone();
        desk.click_role(role, name);
        assert_eq!(changed(&before, &desk.model().settings), [field], "{name}");
        assert_eq!(written(&mut desk).as_ref(), Some(&desk.model().settings), "{name}");
        assert!(desk.reads("Saved"), "{name}");
    }
}

#[test]
fn every_field_has_a_row_here_or_a_place_elsewhere() {
    let kept: BTreeSet<String> = fields(&Settings::default()).into_keys().collect();
    let here = ROWS.iter().map(|(.., field)| (*field).to_owned());
    let known: BTreeSet<String> = here.chain(ELSEWHERE.iter().map(|(field, _)| (*field).to_owned())).collect();
    assert_eq!(kept, known);
}

#[test]
fn each_row_works_by_keyboard_too() {
    let mut desk = page();
    for (role, name, field) in ROWS {
        let before = desk.model().settings.clone();
        desk.reach(role, name).focus();
        desk.settle();
        desk.key(Key::Space);
        assert_eq!(changed(&before, &desk.model().settings), [field], "{name}");
    }
}

#[test]
fn the_volume_follows_the_arrows_and_stays_in_its_range() {
    let mut desk = page();
    let volume = |desk: &Desk| desk.model().settings.volume.percent();
    assert_eq!(volume(&desk), 70);
    desk.reach(Role::Slider, "Volume").focus();
    desk.settle();
    for (key, percent) in [
        (Key::ArrowRight, 75),
        (Key::ArrowUp, 80),
        (Key::ArrowLeft, 75),
        (Key::ArrowDown, 70),
        (Key::PageUp, 90),
        (Key::PageUp, 100),
        (Key::ArrowRight, 100),
        (Key::Home, 0),
        (Key::ArrowLeft, 0),
        (Key::End, 100),
    ] {
        desk.key(key);
        assert_eq!(volume(&desk), percent, "{key:?}");
    }
    let slider = desk.harness.get_by_role_and_label(Role::Slider, "Volume");
    assert_eq!((slider.accesskit_node().numeric_value(), slider.is_focused()), (Some(100.0), true));
    assert_eq!(slider.accesskit_node().value().as_deref(), Some("100 %"));
}

#[test]
fn the_volume_is_kept_once_when_it_is_let_go() {
    let mut desk = page();
    let rect = desk.reach(Role::Slider, "Volume").rect();
    desk.saved();
    desk.harness.hover_at(rect.center());
    desk.harness.drag_at(rect.center());
    for share in [0.6, 0.7, 0.8, 0.9] {
        desk.harness.hover_at(egui::pos2(rect.left() + rect.width() * share, rect.center().y));
        desk.settle();
        assert!(!desk.saved(), "not on the way");
    }
    desk.harness.drop_at(egui::pos2(rect.left() + rect.width() * 0.9, rect.center().y));
    desk.settle();
    assert!(desk.saved());
    assert_eq!(desk.model().settings.volume, Volume::from_percent(90).expect("in the range"));
}

#[test]
fn a_screen_reader_moves_the_slider() {
    let mut desk = page();
    desk.harness.get_by_role_and_label(Role::Slider, "Volume").click_accesskit();
    let id = desk.harness.get_by_role_and_label(Role::Slider, "Volume").accesskit_node().locate().0;
    for (action, data, percent) in [
        (egui::accesskit::Action::Increment, None, 75),
        (egui::accesskit::Action::Decrement, None, 70),
        (egui::accesskit::Action::SetValue, Some(egui::accesskit::ActionData::NumericValue(400.0)), 100),
    ] {
        let request =
            egui::accesskit::ActionRequest { action, target_tree: egui::accesskit::TreeId::ROOT, target_node: id, data };
        desk.harness.event(egui::Event::AccessKitActionRequest(request));
        desk.settle();
        assert_eq!(desk.model().settings.volume.percent(), percent, "{action:?}");
    }
}

#[test]
fn the_sound_can_be_tried_and_its_trouble_is_told_in_the_row() {
    let mut desk = page();
    desk.click("Test sound");
    let played = |effect: &Effect| matches!(effect, Effect::Sound(SoundEffect::Play(_)));
    assert!(desk.harness.state().effects.iter().any(played));
    desk.send(Msg::Sound(SoundMsg::Output(false)));
    desk.send(Msg::Sound(SoundMsg::Voice(Voice::Missing)));
    assert!(desk.reads("plays no sound right now"));
    let voice = desk
        .harness
        .get_by_role_and_label(Role::Switch, "Spoken prompts")
        .accesskit_node()
        .data()
        .description()
        .map(str::to_owned);
    assert!(voice.is_some_and(|told| told.contains("There is no voice here")));
}

#[test]
fn no_number_of_the_pace_leaves_its_range() {
    let mut desk = page();
    for (name, least, most) in [("Hold", 3, 8), ("Let go", 3, 6), ("Breaths", 2, 5), ("Rounds", 2, 5)] {
        for (way, end) in [("Less", least), ("More", most)] {
            let button = format!("{way}: {name}");
            for _ in 0..9 {
                desk.click(&button);
            }
            let unit = if matches!(name, "Hold" | "Let go") { " seconds" } else { "" };
            assert!(desk.has(Role::Label, &format!("{name}: {end}{unit}")), "{name} {end}: {:?}", desk.names(Role::Label));
            assert!(desk.is_off(Role::Button, &button), "{button} at its end");
        }
    }
    assert_eq!(desk.model().plan().numbers().hold_secs, 8, "the next session is as it says here");
    desk.click("Back to the guide’s numbers");
    assert_eq!(desk.model().settings.pace, settings::Pace::default());
    assert_eq!(desk.model().numbers(), desk.model().guide_numbers());
    assert!(!desk.has(Role::Button, "Back to the guide’s numbers"), "there is nothing to go back from");
}

#[test]
fn a_button_at_its_end_keeps_the_keyboard() {
    let mut desk = page();
    desk.reach(Role::Button, "Less: Rounds").focus();
    desk.settle();
    for _ in 0..4 {
        desk.key(Key::Enter);
    }
    assert_eq!(desk.model().settings.pace.rounds, Some(2));
    assert!(desk.harness.get_by_role_and_label(Role::Button, "Less: Rounds").is_focused());
}

#[test]
fn one_more_and_one_less_is_no_choice_of_ones_own() {
    let mut desk = page();
    desk.click("More: Hold");
    assert!(desk.reads("This is your choice. The guide has 5."));
    desk.click("Less: Hold");
    assert_eq!(desk.model().settings.pace, settings::Pace::default());
}

#[test]
fn saved_is_said_politely_and_goes_away() {
    let mut desk = page();
    desk.click_role(Role::Switch, "Spoken prompts");
    let saved = desk.harness.get_by_label("Saved");
    assert_eq!(saved.accesskit_node().live(), egui::accesskit::Live::Polite);
    assert!(next_wake(desk.model()).is_some(), "someone looks when it is time to go");
    desk.wait(5.0);
    assert!(desk.harness.query_by_label("Saved").is_none());
    assert_eq!(next_wake(desk.model()), None);
}

#[test]
fn what_could_not_be_saved_is_not_called_saved() {
    let mut desk = page();
    desk.click_role(Role::Switch, "Spoken prompts");
    desk.send(Msg::SettingsNotSaved("the disk is full".to_owned()));
    assert!(desk.harness.query_by_label("Saved").is_none());
    assert!(desk.reads("the disk is full"));
}

#[test]
fn settings_of_a_newer_program_are_not_written_over_and_it_is_said() {
    let mut desk = page();
    desk.harness.state_mut().model.settings_read_only = true;
    desk.settle();
    assert!(desk.reads("Your settings file is left as it is."));
    desk.click_role(Role::Switch, "Spoken prompts");
    assert!(!desk.saved());
    assert!(desk.harness.query_by_label("Saved").is_none());
}

#[test]
fn a_text_size_between_the_offered_ones_is_told() {
    let mut desk = page();
    desk.send(Msg::Set(Choice::TextScale(TextScale::from_percent(120).expect("in the range"))));
    assert!(desk.reads("Now 120 %."));
}

/// Everything but the usual, with everything that safety needs to remember.
fn unusual() -> Settings {
    Settings {
        preferred_position: Some(Position::Wall),
        daily_limit: DailyLimit::Twice,
        theme: Theme::Light,
        text_scale: Some(TextScale::MAX),
        voice: false,
        volume: Volume::MAX,
        answer_keys: false,
        self_paced: true,
        pace: settings::Pace { hold_secs: Some(8), ..settings::Pace::default() },
        sore_side: Some(BodySide::Left),
        floor_turn: Turn::Half,
        reminders: true,
        consulted_on: Some(date(2026, 1, 2)),
        talk_first_on: Some(date(2026, 1, 3)),
        needs_check: true,
        avoid_back_lying: true,
        avoid_floor: true,
        avoid_pressing: true,
        own: Own { phone: "020 7946 0958".to_owned(), note: "Ask about the wall.".to_owned() },
        region: Some("uk".to_owned()),
        read_sections: ["warm-up".to_owned()].into(),
        welcomed_version: Some("0.1.0".to_owned()),
        ..Settings::default()
    }
}

#[test]
fn putting_back_asks_once_with_the_safe_answer_first() {
    let mut desk = page();
    desk.harness.state_mut().model.settings = unusual();
    desk.settle();
    desk.send(Msg::Set(Choice::TextScale(TextScale::MIN)));
    for leave in ["click", "Esc", "Enter"] {
        desk.click("Reset settings");
        let no = desk.harness.get_by_role_and_label(Role::Button, "Keep my settings");
        assert!(no.is_focused(), "the safe answer has the keyboard");
        match leave {
            "click" => desk.click("Keep my settings"),
            "Esc" => desk.key(Key::Escape),
            _ => desk.key(Key::Enter),
        }
        assert!(!desk.model().choosing.asks_reset, "{leave}");
        assert_eq!(desk.model().settings.floor_turn, Turn::Half, "{leave} leaves everything as it is");
    }
    desk.saved();
    desk.click("Reset settings");
    desk.click("Reset settings now");
    assert!(desk.saved());
    assert_eq!(desk.model().settings.floor_turn, Turn::None);
}

#[test]
fn putting_back_keeps_what_safety_and_reading_have_left() {
    let mut desk = page();
    desk.harness.state_mut().model.settings = unusual();
    desk.send(Msg::Settings(SettingsMsg::Reset));
    let before = unusual();
    let kept = Settings {
        consulted_on: before.consulted_on,
        talk_first_on: before.talk_first_on,
        needs_check: true,
        avoid_back_lying: true,
        avoid_floor: true,
        avoid_pressing: true,
        own: before.own,
        read_sections: before.read_sections,
        welcomed_version: before.welcomed_version,
        ..Settings::default()
    };
    assert_eq!(desk.model().settings, kept);
}

#[test]
fn every_number_is_in_view_whichever_place_is_chosen() {
    let mut desk = page();
    let all = ["Your local emergency number", "112, EU and many others", "999, UK", "911, US and Canada"];
    let all = all.into_iter().chain(["000, Australia", "111, New Zealand"]);
    for region in [None, Some("nz"), Some("atlantis")] {
        desk.send(Msg::Set(Choice::Region(region.map(str::to_owned))));
        let shown = desk.names(Role::RadioButton);
        let first = shown.iter().position(|name| *name == "Your local emergency number").expect("shown");
        assert!(shown[first..].iter().map(String::as_str).take(6).eq(all.clone()), "{shown:?}");
        let chosen = if region == Some("nz") { "111, New Zealand" } else { "Your local emergency number" };
        for name in all.clone() {
            let node = desk.harness.get_by_role_and_label(Role::RadioButton, name);
            let is_on = node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
            assert_eq!(is_on, name == chosen, "{region:?}: {name}");
        }
    }
    assert_eq!(desk.model().sheet_request().facts.region.as_deref(), Some("atlantis"), "paper knows it is no place");
}

/// Four languages to choose from.
fn four_languages(desk: &mut Desk) {
    let four = [("de", "Deutsch"), ("en", "English"), ("es", "Español"), ("fr", "Français")];
    let four = four.map(|(code, name)| Language { code: code.to_owned(), name: name.to_owned() });
    desk.harness.state_mut().model.languages = Languages::new(four.into(), None, vec!["en_US.UTF-8".to_owned()]);
    desk.settle();
}

#[test]
fn a_language_is_chosen_under_its_own_name_where_there_are_several() {
    let mut desk = page();
    assert!(!desk.reads("Language"), "there is nothing to choose among one");
    four_languages(&mut desk);
    let before = desk.model().settings.clone();
    desk.click_role(Role::RadioButton, "Español");
    assert_eq!(changed(&before, &desk.model().settings), ["language"]);
    assert_eq!(written(&mut desk).and_then(|settings| settings.language).as_deref(), Some("es"));
    desk.click_role(Role::RadioButton, "Deutsch");
    assert!(desk.harness.state().effects.contains(&Effect::ReadBook("de".to_owned())), "its texts are read");
    desk.send(Msg::Set(Choice::Language(Some("tlh".to_owned()))));
    let group = desk.harness.get_by_role_and_label(Role::RadioGroup, "Language");
    let system = group.children_recursive().find(|node| node.accesskit_node().label().as_deref() == Some("As my system"));
    let is_on = system.expect("the system's").accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
    assert!(is_on, "one that is not there is the system's");
}

#[test]
fn the_folder_is_opened_or_its_path_is_said() {
    let mut desk = page();
    desk.click("Open folder");
    assert!(desk.harness.state().effects.contains(&Effect::OpenFolder));
    desk.send(Msg::Settings(SettingsMsg::FolderNotOpened("no such program".to_owned())));
    assert!(desk.reads("settings.ron") && desk.reads("no such program"));
}

#[test]
fn deleting_everything_asks_once_and_takes_the_plan_along() {
    let mut desk = page();
    look_at(&mut desk, &example());
    desk.click("Take it");
    desk.click("Delete everything");
    assert!(desk.harness.get_by_role_and_label(Role::Button, "Cancel").is_focused());
    desk.click("Cancel");
    assert!(desk.model().plan.own.is_some());
    desk.click("Delete everything");
    desk.click("Delete");
    assert_eq!(desk.model().plan.own, None);
    assert_eq!(desk.model().settings, Settings::default());
}

#[test]
fn all_names_are_told_apart() {
    let desk = page();
    let nodes = desk.harness.root().children_recursive().map(|node| node.accesskit_node());
    let usable = nodes.filter(|node| {
        matches!(node.role(), Role::Button | Role::RadioButton | Role::Switch | Role::Slider | Role::CheckBox | Role::TextInput)
    });
    let mut seen = BTreeSet::new();
    for node in usable {
        let name = format!("{:?} {}", node.role(), node.label().unwrap_or_default());
        assert!(seen.insert(name.clone()), "twice: {name}");
    }
    assert!(seen.len() > 50, "{}", seen.len());
}

#[test]
fn a_broad_window_has_two_columns_of_groups() {
    let place = |desk: &Desk, name: &str| desk.harness.get_by_role_and_label(Role::Heading, name).rect();
    let desk = page_in(egui::vec2(1920.0, 1080.0));
    let (first, beside) = (place(&desk, "Preferred position"), place(&desk, "Pace"));
    assert_eq!(first.top(), beside.top());
    assert!(beside.left() > first.right());
    assert_eq!(place(&page(), "Preferred position").left(), place(&page(), "Pace").left(), "one under the other");
}

#[test]
fn nothing_stands_over_anything_else_where_it_is_narrow_or_large() {
    for (size, percent) in [(LEAST, 100), (COLUMN, 100), (WIDE, 200), (LEAST, 200)] {
        let mut desk = page_in(size);
        four_languages(&mut desk);
        desk.send(Msg::Set(Choice::TextScale(TextScale::from_percent(percent).expect("in the range"))));
        let width = desk.harness.ctx.content_rect().width();
        for role in [Role::Button, Role::RadioButton, Role::Switch, Role::Slider] {
            for node in desk.harness.query_all_by_role(role) {
                let rect = node.rect();
                assert!(
                    rect.left() >= 0.0 && rect.right() <= width + 0.5,
                    "{:?} {rect:?} in {width}",
                    node.accesskit_node().label()
                );
            }
        }
        let radios: Vec<_> = desk.harness.query_all_by_role(Role::RadioButton).map(|node| node.rect()).collect();
        for (index, one) in radios.iter().enumerate() {
            for other in radios.iter().skip(index + 1) {
                assert!(one.intersect(*other).area() <= 1.0 || !one.intersects(*other), "{one:?} over {other:?} at {percent} %");
            }
        }
    }
}

#[test]
fn a_settings_file_with_a_fault_is_said_as_what_it_is() {
    let read = |damage: SettingsDamage, copy: Option<&str>, warnings: usize| {
        let mut desk = Desk::wide();
        let warnings = (0..warnings).map(|line| format!("line {line}, “theme” is pink")).collect();
        let damaged_copy = copy.map(std::path::PathBuf::from);
        let (settings, path) = (Settings::default(), String::new());
        let damage = Some(damage);
        desk.send(Msg::SettingsRead(Box::new(SettingsRead { settings, path, damage, warnings, read_only: false, damaged_copy })));
        desk.model().notices.clone()
    };
    let mended = read(SettingsDamage::Mended("line 5. A comma is missing.".to_owned()), Some("copy.ron"), 0);
    assert_eq!(
        mended,
        [
            "Your settings file has a fault on line 5. A comma is missing. What could be read is in use. Please look through the Settings page. A copy was kept: copy.ron."
        ]
    );
    let unread = read(SettingsDamage::Unread("it is too large".to_owned()), None, 0);
    assert_eq!(
        unread,
        [
            "Your settings file could not be read: it is too large. The usual settings are in use, and you can choose again on the Settings page. No copy of it could be kept, so the file is left as it is. What you choose now lasts until you close the window."
        ]
    );
    assert_eq!(
        read(SettingsDamage::Mended("line 5. A comma is missing.".to_owned()), None, 20).len(),
        5,
        "not one for each line"
    );
}
