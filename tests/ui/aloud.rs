//! Read aloud: a button on every page of the guide, question, tip, warning sign and position; what is read is marked.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Effect, Heard, Msg, PositionTab, ReadAloud, Route, SoundEffect, SoundMsg, Voice};
use gentleback::content::Level;
use gentleback::session::Position;

use super::app::{COLUMN, Desk};

/// The system's voice was chosen and is there: it reads the guide's pages.
fn by_system(desk: &mut Desk) {
    desk.set(|settings| settings.system_voice = Some(true));
    desk.send(Msg::Sound(SoundMsg::Voice(Voice::System)));
    desk.settle();
}

/// What was to be said, in order.
fn said(desk: &mut Desk) -> Vec<String> {
    let effects = std::mem::take(&mut desk.harness.state_mut().effects).into_iter();
    let words = effects.filter_map(|effect| match effect {
        Effect::Sound(SoundEffect::Play(Heard { words, .. })) => words,
        _ => None,
    });
    words.collect()
}

#[test]
fn every_page_of_the_guide_can_be_read_aloud() {
    let mut desk = Desk::wide();
    by_system(&mut desk);
    let sections = desk.model().book.guide.sections.len();
    let pages = [(Route::Start, ReadAloud::Start), (Route::Tips, ReadAloud::Tips), (Route::Helps, ReadAloud::Helps)];
    let sections = (0..sections).map(|index| (Route::Section(index), ReadAloud::Section(index)));
    for (route, what) in pages.into_iter().chain(sections) {
        desk.send(Msg::Go(route));
        said(&mut desk);
        desk.click("Read aloud");
        assert!(desk.model().is_reading(what), "{route:?}");
        let parts = desk.model().book.read_parts(what);
        assert_eq!(said(&mut desk), [parts[0].spoken.clone()], "{route:?}");
        desk.click("Stop reading");
        assert!(!desk.model().is_reading(what));
    }
}

#[test]
fn each_question_tip_urgency_and_position_has_a_button_of_its_own() {
    let mut desk = Desk::welcomed(COLUMN, false);
    by_system(&mut desk);
    let guide = desk.model().book.guide.clone();
    desk.send(Msg::Go(Route::Questions));
    for (index, question) in guide.questions.questions.iter().enumerate() {
        desk.send(Msg::ToggleQuestion(index));
        desk.click(&format!("Read aloud: {}", question.question.text));
        assert!(desk.model().is_reading(ReadAloud::Question(index)));
        desk.send(Msg::ToggleQuestion(index));
    }
    desk.send(Msg::Go(Route::Tips));
    for (index, tip) in guide.tips.tips.iter().enumerate() {
        desk.click(&format!("Read aloud: {}", tip.title));
        assert!(desk.model().is_reading(ReadAloud::Tip(index)));
        desk.send(Msg::Sound(SoundMsg::Hush));
    }
    desk.send(Msg::Go(Route::Warning));
    for level in &guide.warning.levels {
        desk.click(&format!("Read aloud: {}", level.title));
        assert!(desk.model().is_reading(ReadAloud::Level(level.level)));
    }
    desk.send(Msg::Go(Route::Section(2)));
    for position in Position::ALL {
        for tab in [PositionTab::SetUp, PositionTab::GetDown, PositionTab::GetUp] {
            desk.send(Msg::ShowPosition(position));
            desk.send(Msg::ShowTab(tab));
            let name = desk.model().position_text(position).expect("a position").name.clone();
            desk.click(&format!("Read aloud: {name}"));
            assert!(desk.model().is_reading(ReadAloud::Position(position, tab)));
        }
    }
}

#[test]
fn it_goes_on_from_paragraph_to_paragraph_and_ends() {
    let mut desk = Desk::wide();
    by_system(&mut desk);
    desk.send(Msg::Go(Route::Section(0)));
    said(&mut desk);
    desk.click("Read aloud");
    let parts = desk.model().book.read_parts(ReadAloud::Section(0));
    for part in &parts {
        assert_eq!(desk.model().read_now(), Some(part.shown.as_str()));
        for _ in 0..600 {
            if desk.model().read_now() != Some(part.shown.as_str()) {
                break;
            }
            desk.wait(0.5);
        }
    }
    assert_eq!(desk.model().read_now(), None, "it ends");
    let spoken: Vec<String> = parts.into_iter().map(|part| part.spoken).collect();
    assert_eq!(said(&mut desk), spoken, "each once, in the order of the page");
    assert!(desk.has(Role::Button, "Read aloud"));
}

#[test]
fn a_pause_keeps_the_place() {
    let mut desk = Desk::wide();
    by_system(&mut desk);
    desk.send(Msg::Go(Route::Section(0)));
    desk.click("Read aloud");
    let parts = desk.model().book.read_parts(ReadAloud::Section(0));
    for _ in 0..600 {
        if desk.model().read_now() == Some(parts[1].shown.as_str()) {
            break;
        }
        desk.wait(0.5);
    }
    said(&mut desk);
    desk.click("Pause reading");
    assert!(desk.harness.state().effects.contains(&Effect::Sound(SoundEffect::Hush)));
    desk.wait(300.0);
    assert_eq!(desk.model().read_now(), Some(parts[1].shown.as_str()), "marked all the while");
    said(&mut desk);
    desk.click("Read on");
    assert_eq!(said(&mut desk), [parts[1].spoken.clone()]);
    desk.send(Msg::Go(Route::Start));
    assert_eq!(desk.model().read_now(), None, "whoever turns the page has heard enough");
}

/// The paragraph that is read comes into view, and a pair of the article and the evidence unfolds for it.
#[test]
fn what_is_read_is_in_view() {
    let mut desk = Desk::welcomed(COLUMN, false);
    by_system(&mut desk);
    desk.send(Msg::Go(Route::Section(1)));
    desk.click("Read aloud");
    let window = desk.harness.ctx.content_rect();
    let parts = desk.model().book.read_parts(ReadAloud::Section(1));
    let mut unfolded = 0;
    for _ in 0..4_000 {
        let Some(shown) = desk.model().read_now().map(str::to_owned) else { break };
        let nodes: Vec<_> = desk.harness.query_all_by_label(&shown).map(|node| node.rect()).collect();
        // Names on cards and titles of pairs are painted with their card, and have no label of their own.
        if let Some(part) = parts.iter().find(|part| part.shown == shown) {
            unfolded += usize::from(part.opens.is_some());
            let seen = nodes.iter().any(|rect| window.intersects(*rect));
            assert!(nodes.is_empty() || seen, "{shown}: {nodes:?}");
        }
        desk.wait(1.0);
    }
    assert!(unfolded > 0 && desk.model().read_now().is_none());
}

/// What can be read aloud is in the list of what is recorded, and every warning sign is read.
#[test]
fn the_guides_pages_are_read_by_the_systems_voice_and_offered_where_it_speaks() {
    let mut desk = Desk::wide();
    desk.send(Msg::Sound(SoundMsg::Voice(Voice::Recordings)));
    desk.send(Msg::Go(Route::Tips));
    assert!(!desk.has(Role::Button, "Read aloud"), "there are no recordings of it");
    by_system(&mut desk);
    assert!(desk.has(Role::Button, "Read aloud"));
    let book = &desk.model().book;
    for what in book.readable_pages() {
        let parts = book.read_parts(what);
        assert!(parts.len() > 1, "{what:?}");
        for part in parts {
            assert!(!part.spoken.contains("**") && !part.spoken.contains(['{', '[']), "{}", part.spoken);
        }
    }
    for level in Level::ALL {
        let read = book.read_aloud(ReadAloud::Level(level));
        let shown = book.guide.warning.levels.iter().find(|shown| shown.level == level).expect("a level");
        assert!(shown.signs.iter().all(|sign| read.contains(&sign.text.replace("**", ""))), "{level:?}");
    }
}
