//! What a screen reader is given: names, roles, states, reading order and where the keyboard is.
//!
//! Not what a reader makes of it: no reader runs here. Invariant: every sign of every list comes before the answers,
//! and nothing that runs with the clock is exposed as a change.

use egui::Key;
use egui::accesskit::{AriaCurrent, Invalid, Live, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{Choice, HistoryMsg, Msg, PositionTab, ReminderMsg, Route, Scope, SoundMsg};
use gentleback::drawing::Token;
use gentleback::limit::DailyLimit;
use gentleback::session::{CheckIn, Event, Gate, GateEvent, GateStep, ListAnswer, Phase, Position};
use gentleback::settings::Theme;
use gentleback::ui::theme::Themes;

use super::app::{Desk, LEAST, WIDE};
use super::screens::{AROUND, ENDS, GUIDE, LED, RUNNING};
use super::stopping::bring;

const NONE: &str = "None of these";
const READ: &str = "Read aloud";

/// What a reader says a part is called.
fn name(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// All parts in reading order, each as role and name.
fn told(desk: &Desk) -> Vec<(Role, String)> {
    desk.harness.root().children_recursive().map(|node| (node.accesskit_node().role(), name(&node))).collect()
}

fn focused(desk: &Desk) -> Option<(Role, String)> {
    let node = desk.harness.root().children_recursive().find(|node| node.is_focused())?;
    Some((node.accesskit_node().role(), name(&node)))
}

fn at(told: &[(Role, String)], role: Role, name: &str) -> usize {
    told.iter().position(|part| part.0 == role && part.1 == name).unwrap_or_else(|| panic!("no {role:?} “{name}” in {told:#?}"))
}

/// The list that shows is heard whole: question, every sign, and only then the answers; and Tab goes the same way.
#[track_caller]
fn is_heard(desk: &mut Desk, gate: Gate, from_title: bool) {
    let words = desk.model().book.gates.list(gate).expect("a list").clone();
    let told = told(desk);
    let question = at(&told, Role::Label, &words.question);
    let signs: Vec<String> = told.iter().filter(|part| part.0 == Role::ListItem).map(|part| part.1.clone()).collect();
    let written: Vec<String> = words.signs.iter().map(|sign| sign.replace("**", "")).collect();
    assert_eq!(signs, written, "{gate:?}");
    let [first, last] = [&written[0], &written[written.len() - 1]].map(|sign| at(&told, Role::ListItem, sign));
    let answers = [&words.one_or_more, &words.none].map(|answer| at(&told, Role::Button, answer));
    assert!(question < first && answers.into_iter().all(|answer| last < answer), "{gate:?}: {told:#?}");
    assert!(at(&told, Role::Button, READ) < question, "{gate:?}");
    let items: Vec<_> = desk.harness.query_all_by_role(Role::ListItem).collect();
    for (index, item) in items.iter().enumerate() {
        assert_eq!(item.accesskit_node().data().position_in_set(), Some(index), "{gate:?}");
        let list = item.accesskit_node().parent().expect("a list");
        assert_eq!((list.role(), list.data().size_of_set()), (Role::List, Some(written.len())), "{gate:?}");
    }
    drop(items);
    if from_title {
        assert_eq!(focused(desk), Some((Role::Label, words.question.clone())), "{gate:?}: the question has the keyboard");
        let wanted = written.iter().map(|sign| (Role::ListItem, sign.clone()));
        let answers = [&words.one_or_more, &words.none].map(|answer| (Role::Button, answer.clone()));
        for part in wanted.chain(answers) {
            desk.key(Key::Tab);
            assert_eq!(focused(desk), Some(part), "{gate:?}");
        }
        assert!(!desk.is_off(Role::Button, NONE), "{gate:?}: whoever has heard the last sign can answer");
    }
}

#[test]
fn every_sign_of_every_list_is_heard_before_the_answers() {
    for size in [WIDE, LEAST] {
        let mut desk = Desk::welcomed(size, false);
        desk.asks_all(false);
        desk.send(Msg::Begin);
        desk.answer("Yes");
        for gate in [Gate::Emergency, Gate::Urgent, Gate::TalkFirst, Gate::TodayList] {
            let asked = desk.model().session.as_ref().and_then(|stage| match stage {
                gentleback::app::SessionStage::Gates(gates) => Some(gates.step()),
                _ => None,
            });
            assert_eq!(asked, Some(GateStep::Ask(gate)));
            is_heard(&mut desk, gate, true);
            desk.gate(GateEvent::Signs(ListAnswer::NoneOfThese));
        }
    }
}

#[test]
fn the_list_after_a_stop_is_heard_before_its_answers() {
    for size in [WIDE, LEAST] {
        let mut desk = Desk::welcomed(size, false);
        bring(&mut desk, Position::Back, Phase::CheckIn);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::CheckIn(CheckIn::Weak)));
        assert_eq!(desk.phase(), Phase::SignsAgain);
        // It is read aloud by itself; the button ends that.
        desk.send(Msg::Sound(SoundMsg::Hush));
        is_heard(&mut desk, Gate::Emergency, true);
    }
}

#[test]
fn none_of_these_says_why_it_is_off_and_tells_when_it_opens() {
    let mut desk = Desk::welcomed(LEAST, false);
    desk.send(Msg::Begin);
    let words = desk.model().book.gates.list(Gate::Emergency).expect("a list").clone();
    let none = desk.harness.get_by_role_and_label(Role::Button, NONE);
    assert!(none.accesskit_node().is_disabled());
    assert_eq!(none.accesskit_node().description().as_deref(), Some(words.read_first.as_str()));
    none.focus();
    desk.settle();
    assert_eq!(focused(&desk), Some((Role::Button, NONE.to_owned())), "off, but it keeps the keyboard");
    desk.wait(1.0);
    desk.key(Key::Enter);
    assert_eq!(desk.titles(), std::slice::from_ref(&words.question), "off does nothing");
    let tells = |desk: &Desk| {
        let nodes = desk.harness.root().children_recursive();
        nodes.filter(|node| node.accesskit_node().live() == Live::Polite).any(|node| name(&node).contains(&words.none_open))
    };
    assert!(!tells(&desk));
    desk.harness.get_by_label_contains(&words.signs[words.signs.len() - 1].replace("**", "")).scroll_to_me();
    desk.settle();
    assert!(tells(&desk), "its opening is told, politely");
    let none = desk.harness.get_by_role_and_label(Role::Button, NONE);
    assert!(!none.accesskit_node().is_disabled() && none.accesskit_node().description().is_none() && none.is_focused());
}

#[test]
fn titles_are_words_in_a_heading() {
    for route in [Route::Start, Route::Section(0), Route::Section(2), Route::Questions, Route::Settings, Route::Warning] {
        let mut desk = Desk::wide();
        desk.send(Msg::Go(route));
        assert_eq!(focused(&desk).map(|part| part.0), Some(Role::Label), "{route:?}: Orca reads a label's name");
        assert!(desk.title_has_the_keyboard(), "{route:?}");
        for heading in desk.harness.query_all_by_role(Role::Heading) {
            assert!(heading.accesskit_node().data().level().is_some() && !name(&heading).is_empty(), "{route:?}");
        }
    }
}

/// All that a reader can be told of the screen, without where things stand.
fn exposed(desk: &Desk) -> Vec<String> {
    let nodes = desk.harness.root().children_recursive().map(|node| {
        let part = node.accesskit_node();
        let data = part.data();
        let states = (part.toggled(), part.is_disabled(), data.numeric_value(), data.description().map(str::to_owned));
        format!("{:?} {:?} {:?} {:?} {states:?}", data.role(), data.label(), data.value(), node.is_focused())
    });
    nodes.collect()
}

#[test]
fn nothing_exposed_changes_while_a_phase_runs() {
    for floor in [false, true] {
        for phase in [Phase::Settle, Phase::PressOn, Phase::Hold, Phase::Breathe] {
            let mut desk = Desk::wide();
            bring(&mut desk, Position::Back, phase);
            if floor {
                desk.key(Key::F11);
                assert!(desk.model().floor.on);
            }
            desk.wait(0.2);
            for _ in 0..5 {
                let before = exposed(&desk);
                desk.wait(0.1);
                assert_eq!(desk.phase(), phase);
                assert_eq!(before, exposed(&desk), "{phase:?}, floor view {floor}");
            }
        }
    }
}

#[test]
fn a_measure_goes_from_0_to_100_and_what_counts_gives_no_value() {
    for (screen, go) in GUIDE.into_iter().chain(AROUND).chain(RUNNING).chain(ENDS) {
        let mut desk = Desk::wide();
        go(&mut desk);
        for bar in desk.harness.query_all_by_role(Role::ProgressIndicator) {
            let data = bar.accesskit_node().data().clone();
            assert_eq!((data.min_numeric_value(), data.max_numeric_value()), (Some(0.0), Some(100.0)), "{screen}");
            assert!(data.numeric_value().is_none_or(|value| value % 10.0 == 0.0), "{screen}: {:?}", data.numeric_value());
        }
    }
}

#[test]
fn no_phase_takes_the_keyboard_from_stop() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Hands);
    let stop = desk.model().book.cues.buttons.stop.clone();
    desk.harness.get_by_role_and_label(Role::Button, &stop).focus();
    desk.settle();
    for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::Breathe] {
        desk.wait_for(phase);
        desk.wait(0.3);
        assert_eq!(focused(&desk), Some((Role::Button, stop.clone())), "{phase:?}");
    }
}

#[test]
fn radio_buttons_stand_in_a_named_group() {
    for (screen, go) in GUIDE.into_iter().chain(AROUND).chain(RUNNING).chain(ENDS).chain(LED) {
        let mut desk = Desk::wide();
        go(&mut desk);
        for radio in desk.harness.query_all_by_role(Role::RadioButton) {
            let mut above = radio.accesskit_node().parent();
            while above.is_some_and(|node| node.role() != Role::RadioGroup) {
                above = above.and_then(|node| node.parent());
            }
            let group = above.and_then(|node| node.label()).unwrap_or_default();
            assert!(!group.is_empty(), "{screen}: {} stands alone", name(&radio));
        }
    }
}

#[test]
fn an_arrow_chooses_among_radio_buttons() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    desk.reach(Role::RadioButton, "Set up").focus();
    desk.settle();
    desk.key(Key::ArrowRight);
    desk.settle();
    assert_eq!(focused(&desk), Some((Role::RadioButton, "Get down".to_owned())));
    assert_eq!(desk.model().position_tab, PositionTab::GetDown);
    desk.key(Key::ArrowLeft);
    desk.settle();
    assert_eq!(desk.model().position_tab, PositionTab::SetUp);
}

#[test]
fn the_emergency_card_is_heard_once_with_what_to_do() {
    let mut desk = Desk::wide();
    let (_, go) = AROUND.into_iter().chain(ENDS).find(|(name, _)| *name == "emergency-card").expect("a screen");
    go(&mut desk);
    let words = desk.model().book.gates.emergency_card.clone();
    let titles: Vec<_> = desk.harness.query_all_by_role(Role::Label).filter(|node| name(node) == words.title).collect();
    assert_eq!(titles.len(), 1);
    assert!(titles[0].is_focused(), "the keyboard says it");
    assert_eq!(titles[0].accesskit_node().live(), Live::Off, "and nobody says it a second time");
    assert!(titles[0].accesskit_node().description().is_some_and(|told| told.contains(&words.lead)), "with what to do");
}

#[test]
fn a_slider_keeps_the_page_keys_to_itself() {
    let mut desk = Desk::welcomed(LEAST, false);
    desk.send(Msg::Go(Route::Settings));
    let volume = desk.model().book.words.settings.volume.clone();
    desk.reach(Role::Slider, &volume).focus();
    desk.settle();
    for key in [Key::Home, Key::PageUp, Key::End, Key::PageDown] {
        let before = desk.harness.get_by_role_and_label(Role::Slider, &volume).rect();
        let value = desk.model().settings.volume;
        desk.key(key);
        assert_ne!(desk.model().settings.volume, value, "{key:?} moves the slider");
        assert_eq!(desk.harness.get_by_role_and_label(Role::Slider, &volume).rect(), before, "{key:?} moves no page");
    }
}

#[test]
fn every_page_has_landmarks_and_every_list_of_signs_its_question() {
    let mut desk = Desk::wide();
    let count = |desk: &Desk, role: Role| desk.harness.query_all_by_role(role).count();
    for size in [WIDE, LEAST] {
        desk.harness.set_size(size);
        desk.settle();
        for route in [Route::Start, Route::Section(1), Route::Settings, Route::History] {
            desk.send(Msg::Go(route));
            assert_eq!((count(&desk, Role::Main), count(&desk, Role::Navigation)), (1, 1), "{route:?}");
        }
    }
    desk.send(Msg::Begin);
    assert_eq!((count(&desk, Role::Main), count(&desk, Role::Navigation)), (1, 0));
    let question = desk.titles().remove(0);
    assert!(desk.has(Role::List, &question));
}

#[test]
fn nothing_is_told_when_a_question_opens_but_the_question() {
    for (screen, go) in AROUND {
        let mut desk = Desk::wide();
        go(&mut desk);
        let nodes = desk.harness.root().children_recursive().filter(|node| node.accesskit_node().live() != Live::Off);
        let live: Vec<String> =
            nodes.map(|node| name(&node)).filter(|name| name.contains("first") || name.contains("Opens")).collect();
        assert!(live.is_empty(), "{screen}: {live:?}");
    }
}

#[test]
fn what_has_the_keyboard_and_goes_leaves_it_to_the_title_in_the_same_pass() {
    let mut desk = Desk::new(WIDE, false);
    desk.send(Msg::Sound(SoundMsg::Reader(true)));
    let words = desk.model().book.sound.who_speaks.clone();
    assert_eq!(desk.harness.query_all_by_label(&words.reader).count(), 1, "on the welcome it is asked once");
    desk.harness.get_by_role_and_label(Role::Button, &words.reader).focus();
    desk.settle();
    desk.harness.key_press(Key::Enter);
    for _ in 0..6 {
        desk.harness.step();
        assert!(focused(&desk).is_some(), "the keyboard never falls to the frame");
    }
    assert!(desk.title_has_the_keyboard());
}

#[test]
fn tab_goes_round_without_falling_to_the_frame() {
    let mut desk = Desk::wide();
    for phase in [Phase::Ready, Phase::CheckIn] {
        bring(&mut desk, Position::Back, phase);
        let mut seen = Vec::new();
        for _ in 0..20 {
            desk.harness.key_press(Key::Tab);
            for _ in 0..3 {
                desk.harness.step();
                seen.push(focused(&desk).expect("the keyboard is on something").1);
            }
        }
        let stop = desk.model().book.cues.buttons.stop.clone();
        let again = desk.model().book.cues.buttons.say_again.clone();
        let wraps = seen.windows(2).filter(|pair| pair[0] == stop && pair[1] != stop).collect::<Vec<_>>();
        assert!(!wraps.is_empty() && wraps.iter().all(|pair| pair[1] == again), "{phase:?}: {seen:?}");
        desk = Desk::wide();
    }
}

#[test]
fn a_page_that_opens_has_the_keyboard_on_its_title_from_its_first_picture() {
    let mut desk = Desk::wide();
    for act in [Msg::Begin, Msg::Go(Route::Settings), Msg::Go(Route::Section(2))] {
        desk.send(Msg::Go(Route::Start));
        desk.harness.state_mut().send(act.clone());
        for _ in 0..4 {
            desk.harness.step();
            let now = focused(&desk);
            assert!(desk.title_has_the_keyboard(), "{act:?}: {now:?}");
        }
        desk = Desk::wide();
    }
}

#[test]
fn the_row_of_this_page_is_current_and_no_toggle() {
    let mut desk = Desk::wide();
    for route in [Route::Start, Route::Section(3), Route::Settings, Route::Warning] {
        desk.send(Msg::Go(route));
        let nodes: Vec<_> = desk.harness.query_all_by_role(Role::Button).collect();
        let current = nodes.iter().filter(|node| node.accesskit_node().data().aria_current() == Some(AriaCurrent::Page));
        let current: Vec<_> = current.collect();
        assert_eq!(current.len(), 1, "{route:?}");
        assert_eq!(current[0].accesskit_node().toggled(), None, "{route:?}");
    }
}

#[test]
fn disclosures_say_whether_they_are_open_and_tabs_which_is_chosen() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Questions));
    let question = desk.names(Role::DisclosureTriangle)[0].clone();
    let open = |desk: &Desk| {
        let node = desk.harness.get_by_role_and_label(Role::DisclosureTriangle, &question);
        node.accesskit_node().data().is_expanded()
    };
    let before = open(&desk);
    desk.click_role(Role::DisclosureTriangle, &question);
    assert_eq!((before, open(&desk)), (Some(false), Some(true)));
    desk.send(Msg::Go(Route::Section(2)));
    let tabs: Vec<_> = desk.harness.query_all_by_role(Role::Tab).collect();
    assert!(tabs.iter().all(|tab| tab.accesskit_node().parent().is_some_and(|list| list.role() == Role::TabList)));
    assert_eq!(tabs.iter().filter(|tab| tab.accesskit_node().data().is_selected() == Some(true)).count(), 1);
    assert_eq!(tabs.iter().filter(|tab| tab.accesskit_node().data().is_selected() == Some(false)).count(), tabs.len() - 1);
}

#[test]
fn a_dialog_is_named_by_its_question_and_gives_the_keyboard_back() {
    let mut desk = Desk::wide();
    let (_, go) = GUIDE.into_iter().find(|(name, _)| *name == "history").expect("a screen");
    go(&mut desk);
    let opener = desk.harness.query_all_by_role(Role::Button).last().map(|node| name(&node)).expect("a button");
    desk.reach(Role::Button, &opener).focus();
    desk.settle();
    desk.send(Msg::History(HistoryMsg::AskDeleteAll(Scope::Everything)));
    let dialog = desk.harness.query_all_by_role(Role::AlertDialog).map(|node| name(&node)).collect::<Vec<_>>();
    assert_eq!((dialog.len(), desk.harness.query_all_by_role(Role::Dialog).count()), (1, 0), "one dialog, and it has a name");
    let told_twice = desk.harness.root().children_recursive().filter(|node| node.accesskit_node().live() != Live::Off);
    assert_eq!(told_twice.filter(|node| name(node) == dialog[0]).count(), 0, "a reader says a dialog by itself");
    assert!(told(&desk).iter().any(|part| part.0 == Role::Label && part.1 == dialog[0]), "its question can be read");
    desk.key(Key::Escape);
    desk.settle();
    assert!(desk.harness.query_all_by_role(Role::AlertDialog).next().is_none());
    assert_eq!(focused(&desk), Some((Role::Button, opener)));
}

/// Presses a key, and looks at each picture after it.
#[track_caller]
fn never_on_the_frame(desk: &mut Desk, key: Key) -> Vec<Option<(Role, String)>> {
    desk.harness.key_press(key);
    let mut seen = Vec::new();
    for _ in 0..6 {
        desk.harness.step();
        seen.push(focused(desk));
    }
    assert!(seen.iter().all(Option::is_some), "{key:?}: {seen:?}");
    seen
}

#[test]
fn a_dialog_takes_the_keyboard_and_gives_it_back_and_the_frame_never_has_it_between() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Settings));
    let opener = desk.model().book.words.settings.reset.clone();
    desk.reach(Role::Button, &opener).focus();
    desk.settle();
    for key in [Key::Enter, Key::Escape] {
        never_on_the_frame(&mut desk, key);
        let is_open = desk.harness.query_all_by_role(Role::AlertDialog).next().is_some();
        assert_eq!((is_open, focused(&desk).expect("something").1 == opener), (key == Key::Enter, key == Key::Escape));
    }
    let mut desk = Desk::welcomed(LEAST, false);
    let opener = desk.model().book.words.nav.menu.clone();
    desk.reach(Role::Button, &opener).focus();
    desk.settle();
    for key in [Key::Enter, Key::Escape] {
        never_on_the_frame(&mut desk, key);
        assert_eq!(
            (desk.model().menu_open, focused(&desk).expect("something").1 == opener),
            (key == Key::Enter, key == Key::Escape)
        );
    }
}

#[test]
fn an_answer_takes_the_keyboard_to_what_comes_next_and_the_frame_never_has_it_between() {
    let asked = [
        (Phase::Settle, "Go on"),
        (Phase::Ready, "Begin"),
        (Phase::CheckIn, "No, the same or better"),
        (Phase::NextRound, "Same again"),
    ];
    for (phase, answer) in asked {
        let mut desk = Desk::wide();
        bring(&mut desk, Position::Back, phase);
        desk.wait(1.0);
        let named = |node: &Node<'_>| name(node).starts_with(answer);
        desk.harness.query_all_by_role(Role::Button).find(named).expect("the answer").focus();
        desk.settle();
        never_on_the_frame(&mut desk, Key::Enter);
        assert_ne!(desk.phase(), phase);
        assert!(desk.title_has_the_keyboard(), "{phase:?}");
    }
    // In the lead-in any key is "not yet", Tab as well.
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Hands);
    desk.wait(1.0);
    let seen = never_on_the_frame(&mut desk, Key::Tab);
    assert!(seen.iter().flatten().all(|part| part.0 == Role::Label), "from title to title: {seen:?}");
    assert_eq!(desk.phase(), Phase::Ready);
    assert!(desk.title_has_the_keyboard(), "after Tab in the lead-in");
}

#[test]
fn cues_are_told_by_one_voice() {
    let live = |desk: &Desk| {
        let cue = desk.titles().remove(0);
        let nodes = desk.harness.query_all_by_role(Role::Label).filter(|node| name(node) == cue);
        nodes.map(|node| node.accesskit_node().live()).collect::<Vec<_>>()
    };
    for floor in [false, true] {
        for phase in [Phase::Ready, Phase::PressOn, Phase::Hold, Phase::LetGo] {
            let mut desk = Desk::wide();
            bring(&mut desk, Position::Back, phase);
            if floor {
                desk.key(Key::F11);
                assert!(desk.model().floor.on);
            }
            assert_eq!(live(&desk), [Live::Off], "{phase:?}: the program's own voice says it");
            desk.send(Msg::Sound(SoundMsg::Reader(true)));
            desk.send(Msg::Set(Choice::ReaderSpeaks(true)));
            // What has the keyboard is said by the reader itself, also when its name changes.
            let cue = |desk: &Desk| {
                let title = desk.titles().remove(0);
                desk.harness.query_all_by_role(Role::Label).find(|node| name(node) == title).expect("a cue").focus();
            };
            cue(&desk);
            desk.settle();
            assert_eq!(live(&desk), [Live::Off], "{phase:?}: it has the keyboard, and would be heard twice");
            let stop = desk.harness.query_all_by_role(Role::Button).last().expect("a button");
            stop.focus();
            desk.settle();
            assert_ne!(live(&desk), [Live::Off], "{phase:?}: the screen reader says it");
            desk.send(Msg::Set(Choice::ReaderSpeaks(false)));
            desk.send(Msg::Sound(SoundMsg::Output(false)));
            assert_ne!(live(&desk), [Live::Off], "{phase:?}: nobody hears the program's voice");
        }
    }
}

#[test]
fn no_part_says_its_name_a_second_time() {
    for (screen, go) in GUIDE.into_iter().chain(AROUND).chain(RUNNING).chain(ENDS) {
        let mut desk = Desk::wide();
        go(&mut desk);
        for node in desk.harness.root().children_recursive() {
            let description = node.accesskit_node().description();
            assert!(description.is_none_or(|description| description != name(&node)), "{screen}: {}", name(&node));
        }
    }
}

#[test]
fn a_page_that_opens_tells_its_practise_strips_to_nobody() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(3)));
    let nodes = desk.harness.root().children_recursive();
    let live: Vec<String> = nodes.filter(|node| node.accesskit_node().live() != Live::Off).map(|node| name(&node)).collect();
    assert!(live.is_empty(), "{live:?}");
}

#[test]
fn what_was_said_of_the_ache_is_told_once() {
    let mut desk = Desk::wide();
    desk.send(Msg::Sound(SoundMsg::Reader(true)));
    desk.send(Msg::Set(Choice::ReaderSpeaks(true)));
    bring(&mut desk, Position::Back, Phase::Settle);
    desk.wait(1.0);
    let number = desk.model().cues().ache.value.replace("{ache}", "4");
    desk.harness.get_by_role_and_label(Role::RadioButton, &number).focus();
    desk.settle();
    desk.send(Msg::Session(Event::Ache(4)));
    let nodes = desk.harness.root().children_recursive().filter(|node| node.accesskit_node().live() != Live::Off);
    let live: Vec<String> = nodes.map(|node| name(&node)).filter(|name| name.contains("4 of 10")).collect();
    assert_eq!(live.len(), 1, "{live:?}");
}

#[test]
fn a_field_says_that_what_stands_in_it_is_not_taken() {
    let mut desk = Desk::wide();
    desk.send(Msg::Set(Choice::Limit(DailyLimit::Once)));
    desk.send(Msg::Go(Route::Settings));
    desk.send(Msg::Reminder(ReminderMsg::Turn(true)));
    let invalid = |desk: &Desk| {
        let fields = desk.harness.query_all_by_role(Role::TextInput);
        fields.filter(|field| field.accesskit_node().data().invalid() == Some(Invalid::True)).count()
    };
    assert_eq!(invalid(&desk), 0);
    desk.send(Msg::Reminder(ReminderMsg::Typed(0, "soon".to_owned())));
    desk.send(Msg::Reminder(ReminderMsg::Entered(0)));
    assert_eq!(invalid(&desk), 1);
}

#[test]
fn esc_puts_a_tip_away() {
    let mut desk = Desk::welcomed(LEAST, false);
    desk.send(Msg::Go(Route::Tips));
    let words = desk.model().book.words.nav.menu.clone();
    let shown = |desk: &Desk| told(desk).contains(&(Role::Label, words.clone()));
    let menu = desk.harness.get_by_role_and_label(Role::Button, &words).rect();
    desk.harness.hover_at(menu.center());
    (0..60).for_each(|_| desk.harness.step());
    assert!(shown(&desk), "the tip shows");
    desk.harness.key_press(Key::Escape);
    (0..4).for_each(|_| desk.harness.step());
    assert!(!shown(&desk), "and goes away with the pointer where it is");
}

#[test]
fn what_is_gone_leaves_the_keyboard_to_the_title() {
    let mut desk = Desk::wide();
    desk.send(Msg::Sound(SoundMsg::Reader(true)));
    let words = desk.model().book.sound.who_speaks.clone();
    desk.harness.get_by_role_and_label(Role::Button, &words.program).focus();
    desk.settle();
    desk.key(Key::Enter);
    desk.settle();
    assert!(!desk.has(Role::Button, &words.program), "the question is answered");
    assert!(desk.title_has_the_keyboard(), "{:?}", focused(&desk));
}

/// The pairs of colours that words, borders and rings are made of (WCAG 2.2, 1.4.3 and 1.4.11).
#[test]
fn words_and_borders_stand_out_in_every_theme() {
    let themes = Themes::shipped().expect("shipped themes");
    let mut desk = Desk::wide();
    let mut faults = Vec::new();
    for theme in [Theme::Light, Theme::Dark, Theme::HighContrast] {
        desk.send(Msg::Set(Choice::Theme(theme)));
        let look = themes.of(desk.model());
        let light = |token: Token| {
            let channel = |value: u8| {
                let share = f64::from(value) / 255.0;
                if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            };
            let color = look.color(token);
            0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
        };
        let mut pair = |front: Token, back: Token, least: f64| {
            let (front_light, back_light) = (light(front), light(back));
            let contrast = (front_light.max(back_light) + 0.05) / (front_light.min(back_light) + 0.05);
            if contrast < least {
                faults.push(format!("{theme:?}: {front:?} on {back:?} is {contrast:.2}, and should be {least}"));
            }
        };
        for ground in [Token::Bg, Token::Surface, Token::Sunk] {
            [Token::Ink, Token::Ink2, Token::PrimaryInk].into_iter().for_each(|ink| pair(ink, ground, 4.5));
            [Token::Control, Token::Focus, Token::Primary].into_iter().for_each(|line| pair(line, ground, 3.0));
        }
        for (ink, ground) in [
            (Token::OnPrimary, Token::Primary),
            (Token::OnStop, Token::Stop),
            (Token::StopInk, Token::StopSoft),
            (Token::NoteInk, Token::NoteSoft),
            (Token::PrimaryInk, Token::PrimarySoft),
            (Token::Ink, Token::NoteSoft),
        ] {
            pair(ink, ground, 4.5);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn steps_and_points_are_lists() {
    for route in [Route::Section(1), Route::Section(2), Route::Warning] {
        let mut desk = Desk::wide();
        desk.send(Msg::Go(route));
        let items: Vec<_> = desk.harness.query_all_by_role(Role::ListItem).collect();
        assert!(items.len() > 2, "{route:?}");
        for item in items {
            let list = item.accesskit_node().parent().map(|list| list.role());
            assert!(list == Some(Role::List) && !name(&item).is_empty(), "{route:?}: {} in {list:?}", name(&item));
            assert!(item.accesskit_node().data().position_in_set().is_some(), "{route:?}");
        }
    }
}
