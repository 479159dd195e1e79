//! All keys and what each does: a list on the page about the program, and over any page.
//!
//! Not a second table: every row is made from the one that reads the keys. Invariant: a row is one item of a list, and
//! its name says the keys and what they do.

use std::borrow::Cow;

use eframe::egui::{Key, Sense};

use crate::{
    app::Msg,
    content::{KeyWords, fill},
    drawing::Token,
    session::KeyAct,
    ui::{
        View,
        keys::table::{self, Chord, GuideKey, Named},
        layout::{Node, parts},
        pane::Pane,
        widgets::button::Weight,
    },
};

/// The list over a page, until it is put away.
pub(super) fn over(pane: &mut Pane<'_, '_>) {
    let words = &pane.view.model.book.words.keys;
    pane.over("keys", &words.title, "", Msg::ShowKeys(false), |pane, opens| {
        let view = pane.view;
        let close = view.button(Weight::Secondary, words.close.as_str());
        pane.answers(opens, vec![(close, Msg::ShowKeys(false))]);
        pane.gap(view.metrics().gap_12);
        pane.put(list(view));
    });
}

/// The keys of the guide, and those of a session.
pub(super) fn list(view: View<'_>) -> Node<'_> {
    let words = &view.model.book.words.keys;
    let characters = view.model.settings.answer_keys;
    let tab = (words.tab_key.clone(), words.tab.as_str());
    let named = table::GUIDE.into_iter().fold(Vec::new(), |mut rows: Vec<(GuideKey, Chord)>, (chord, named)| {
        let may = characters || named != GuideKey::Keys;
        if may && !rows.iter().any(|(known, _)| *known == named) {
            rows.push((named, chord));
        }
        rows
    });
    let guide = named.into_iter().map(|(named, chord)| (chord_words(words, chord), what_in_guide(words, named)));
    let session = table::of_session(characters).into_iter().map(|(named, keys)| {
        let keys = match named {
            Named::KeyAct(KeyAct::Number(first)) => numbers(words, first),
            _ => any_of(words, &keys),
        };
        (keys, what_in_session(words, named))
    });
    let mut all = vec![
        view.h3(&words.session),
        rows(view, session.collect()),
        view.h3(&words.guide),
        rows(view, [tab].into_iter().chain(guide).collect()),
    ];
    if !characters {
        all.push(view.meta(words.characters_off.as_str()));
    }
    Node::column(all).gap(view.metrics().gap_8)
}

fn rows<'a>(view: View<'a>, all: Vec<(String, &'a str)>) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.words.keys);
    let items = all.into_iter().enumerate().map(|(index, (keys, what))| {
        let name = fill(&words.row, &[("keys", &keys), ("what", what)]);
        let told = [
            parts::paint(kit, metrics.strong, Token::Ink, keys).basis(metrics.tile_least),
            parts::paint(kit, metrics.body, Token::Ink2, what).basis(metrics.row_words),
        ];
        parts::list_item(view, Node::wrap(told).gap_across(metrics.gap_12), index, name, Sense::hover())
    });
    parts::in_list("", items.collect(), metrics.gap_8)
}

fn numbers(words: &KeyWords, first: u8) -> String {
    fill(&words.to, &[("a", &first.to_string()), ("b", "9")])
}

fn any_of(words: &KeyWords, keys: &[Key]) -> String {
    let names = keys.iter().map(|&key| key_words(words, key).into_owned());
    names.reduce(|all, name| fill(&words.or, &[("a", &all), ("b", &name)])).unwrap_or_default()
}

fn chord_words(words: &KeyWords, chord: Chord) -> String {
    let key = key_words(words, chord.key);
    let control = if cfg!(target_os = "macos") { &words.command } else { &words.control };
    let held = match (chord.command, chord.alt) {
        (true, _) => control,
        (false, true) => &words.alt,
        (false, false) => return key.into_owned(),
    };
    fill(&words.with, &[("held", held), ("key", &key)])
}

/// What is printed on a key, or what it is called.
fn key_words(words: &KeyWords, key: Key) -> Cow<'_, str> {
    Cow::Borrowed(match key {
        Key::Escape => &words.escape,
        Key::Enter => &words.enter,
        Key::Space => &words.space,
        Key::ArrowLeft => &words.left,
        Key::ArrowRight => &words.right,
        Key::ArrowUp => &words.up,
        Key::ArrowDown => &words.down,
        Key::PageUp => &words.page_up,
        Key::PageDown => &words.page_down,
        Key::Plus => &words.plus,
        Key::Minus => &words.minus,
        Key::Questionmark => &words.question,
        key => key.name(),
    })
}

fn what_in_guide(words: &KeyWords, named: GuideKey) -> &str {
    match named {
        GuideKey::Keys => &words.keys,
        GuideKey::Warning => &words.warning,
        GuideKey::Search => &words.search,
        GuideKey::Back => &words.back_to,
        GuideKey::Forward => &words.forward,
        GuideKey::Before => &words.before,
        GuideKey::After => &words.after,
        GuideKey::Sheet => &words.sheet,
        GuideKey::Undo => &words.undo,
        GuideKey::OtherHalf => &words.other_half,
        GuideKey::Larger => &words.larger,
        GuideKey::Smaller => &words.smaller,
        GuideKey::UsualSize => &words.usual_size,
    }
}

fn what_in_session(words: &KeyWords, named: Named) -> &str {
    match named {
        Named::KeyAct(KeyAct::Stop) => &words.stop,
        Named::KeyAct(KeyAct::LetGo) => &words.let_go,
        Named::KeyAct(KeyAct::GoOn) => &words.go_on,
        Named::KeyAct(KeyAct::Back) => &words.back,
        Named::KeyAct(KeyAct::More) => &words.more,
        Named::KeyAct(KeyAct::Skip) => &words.skip,
        Named::KeyAct(KeyAct::Enter | KeyAct::Other) => &words.press,
        Named::KeyAct(KeyAct::Number(_)) => &words.number,
        Named::SayAgain => &words.say_again,
        Named::FloorView => &words.floor,
        Named::Turn => &words.turn,
    }
}
