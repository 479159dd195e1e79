//! What is told beside the page: what happened, that there is no sound, who should speak beside a screen reader.
//!
//! In the guide these float over the foot of the page, so that nothing on it moves; each can be put away, and what is
//! under them can be scrolled out. In a session, where Stop has the foot, the lines about sound stand at the window's
//! top edge. Invariant: none of them covers Stop, and none takes the keyboard.

use eframe::egui::{Align2, Area, Frame, Id, Order, Panel, ScrollArea, StrokeKind, Ui, Vec2, accesskit::Live, vec2};

use crate::{
    app::{Msg, Route, SoundMsg, UndoMsg},
    drawing::Token,
    ui::{
        Messages, View,
        layout::{Node, parts},
        theme::radius,
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// What a notice is about. A line that was put away stays away until its reason has gone once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum About {
    /// Something that happened; the model forgets it when it is put away.
    Event,
    /// Something that was done, and can be taken back.
    Undo,
    /// No sound can be heard.
    NoSound,
    /// The system's voice is gone.
    VoiceAway,
}

/// The words that are to be shown, each with what it is about.
fn told(view: View<'_>) -> Vec<(About, &str)> {
    let model = view.model;
    let mut told = Vec::new();
    told.extend(model.undoable().map(|words| (About::Undo, words)));
    if model.running().is_none() {
        told.extend(model.notices.first().map(|words| (About::Event, words.as_str())));
    }
    // Where nobody waits for a sound, its absence is nobody's concern.
    let listens = model.session.is_some() || model.route == Route::Settings;
    if model.sound.off && listens && (model.settings.tones || model.voice_speaks()) {
        told.push((About::NoSound, &model.book.sound.off));
    } else if model.misses_system_voice() && listens {
        told.push((About::VoiceAway, &model.book.sound.voice_away));
    }
    told
}

/// Shows what stands at the top edge; call it before the page.
pub fn above(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    if view.model.floor_form().is_some() || !view.model.route.has_whole_window() {
        return; // The floor view says it itself, in its own size; over the guide it floats.
    }
    if view.model.asks_who_speaks() {
        let frame = Frame::new().fill(view.kit.theme.color(Token::PrimarySoft));
        Panel::top("who-speaks").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
            who_speaks(view).show(ui, out);
        });
    }
    // On the welcome they float, and can be put away.
    let standing = if view.model.route == Route::Session { told(view) } else { Vec::new() };
    for (about, words) in standing {
        let (theme, metrics) = (view.kit.theme, view.metrics());
        let frame = Frame::new().fill(theme.color(Token::NoteSoft)).inner_margin(frames::margin(metrics.gap_8));
        Panel::top(Id::unique(("above", about))).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
            let response = text::centred(ui, theme, metrics.meta, Token::NoteInk, words);
            text::announce(ui, &response, Live::Polite);
        });
    }
}

/// Shows what floats over the page; call it after the page.
pub fn floating(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let away = Id::unique("notices-away");
    let told = told(view);
    // What has gone by itself may be said again when it comes back.
    let put_away: Vec<About> = ui.data(|data| data.get_temp::<Vec<About>>(away)).unwrap_or_default();
    let put_away: Vec<About> = put_away.into_iter().filter(|about| told.iter().any(|(other, _)| other == about)).collect();
    let mut cards: Vec<Card<'_>> = Vec::new();
    // Where the page has the whole window it is asked above it.
    if view.model.asks_who_speaks() && !view.model.route.has_whole_window() {
        cards.push((None, who_speaks(view)));
    }
    let room = ui.ctx().content_rect();
    let width = (room.width() - 2.0 * view.metrics().gap_16).min(view.metrics().notice);
    for (about, words) in told.into_iter().filter(|(about, _)| !put_away.contains(about)) {
        cards.push(match about {
            About::Undo => (None, undo(ui, view, words, width)),
            about => (Some(about), notice(ui, view, words, width)),
        });
    }
    let room = vec2(width, room.height());
    let height = if cards.is_empty() { 0.0 } else { stack(ui, view, room, cards, &put_away, away, out) };
    ui.data_mut(|data| {
        if put_away.is_empty() && height == 0.0 {
            data.remove::<Vec<About>>(away);
        }
        data.insert_temp(covered_id(), height);
    });
}

/// A notice, with what it is about where it can be put away.
type Card<'a> = (Option<About>, Node<'a>);

/// How much of the page's foot lies under notices: the page leaves as much room at its end.
pub fn covered(ui: &Ui) -> f32 {
    ui.data(|data| data.get_temp(covered_id())).unwrap_or(0.0)
}

fn covered_id() -> Id {
    Id::unique("notices-height")
}

fn stack(ui: &Ui, view: View<'_>, room: Vec2, cards: Vec<Card<'_>>, put_away: &[About], away: Id, out: &mut Messages) -> f32 {
    let metrics = view.metrics();
    let area =
        Area::new(Id::unique("notices")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -metrics.gap_16));
    let shown = area.show(ui.ctx(), |ui| {
        ui.set_width(room.x);
        // A message as long as a page can still be read and put away.
        let high = room.y * 0.6;
        ScrollArea::vertical().max_height(high).min_scrolled_height(high).show(ui, |ui| {
            for (about, node) in cards {
                let floats = node.on(move |ui, rect, _| {
                    let (theme, corner) = (view.kit.theme, radius(metrics.radius_card));
                    ui.painter().add(theme.selected_shadow().as_shape(rect, corner));
                    let line = theme.line(metrics.control_border, Token::NoteLine);
                    ui.painter().rect(rect, corner, theme.color(Token::NoteSoft), line, StrokeKind::Inside);
                });
                let mut done = Messages::new();
                floats.show(ui, &mut done);
                for message in done {
                    // A line about a state is put away here; what happened, in the model.
                    match (about, &message) {
                        (Some(about), Msg::DismissNotice) if about != About::Event => {
                            let gone = put_away.iter().copied().chain([about]).collect::<Vec<_>>();
                            ui.data_mut(|data| data.insert_temp(away, gone));
                            ui.ctx().request_repaint();
                        }
                        _ => out.push(message),
                    }
                }
                ui.add_space(metrics.gap_8);
            }
        });
    });
    shown.response.rect.height() + metrics.gap_16
}

fn notice<'a>(ui: &Ui, view: View<'a>, words: &'a str, width: f32) -> Node<'a> {
    let close = close(view, &view.model.book.words.notice.close);
    told_with(ui, view, words, width, [view.press(close, Msg::DismissNotice)])
}

/// What was done, with the way back: it stays until the person has decided.
fn undo<'a>(ui: &Ui, view: View<'a>, words: &'a str, width: f32) -> Node<'a> {
    let labels = &view.model.book.words.undo;
    let back = view.button(Weight::Secondary, labels.button.as_str()).height(view.metrics().button_small);
    let keep = close(view, &labels.keep);
    let ways = [view.press(back, Msg::Undo(UndoMsg::Undo)), view.press(keep, Msg::Undo(UndoMsg::Keep))];
    told_with(ui, view, words, width, ways)
}

fn close<'a>(view: View<'a>, name: &'a str) -> Button<'a> {
    let words = &view.model.book.words.nav;
    view.button(Weight::Quiet, words.close.as_str()).height(view.metrics().button_small).name(name)
}

fn told_with<'a, const N: usize>(ui: &Ui, view: View<'a>, words: &'a str, width: f32, ways: [Node<'a>; N]) -> Node<'a> {
    let (kit, metrics) = (view.kit, view.metrics());
    let live = || parts::live(kit, metrics.body, Token::Ink, words, Live::Polite).grow();
    let told = |live| Node::row([parts::icon(kit, Icon::Info, metrics.gap_24, Token::NoteInk), live]).top().gap(metrics.gap_12);
    // A file's name is one long word: it is made smaller only where it has the whole width to itself.
    let room = width - 2.0 * metrics.gap_16;
    let least = told(live()).narrowest(ui).min(room);
    let told = told(live().least_width(0.0)).basis(metrics.tile_least.min(room)).least_width(least);
    Node::wrap([told, Node::wrap(ways).gap(metrics.gap_8)]).gap(metrics.gap_8).pad(metrics.gap_16)
}

fn who_speaks(view: View<'_>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.sound.who_speaks);
    let answers = [(&words.reader, true), (&words.program, false)].map(|(label, reader)| {
        let button = view.button(Weight::Secondary, label).height(metrics.button_small);
        view.press(button, Msg::Sound(SoundMsg::ReaderSpeaks(reader)))
    });
    Node::column([
        parts::live_heading(view.kit, metrics.h3, 2, &words.title, Live::Polite),
        view.body(words.lead.as_str()),
        Node::wrap(answers).gap(metrics.gap_12),
    ])
    .gap(metrics.gap_8)
    .pad(metrics.gap_16)
}
