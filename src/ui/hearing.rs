//! What is said about sound at the window's top edge: that there is none, and who should speak beside a screen reader.
//!
//! Not the settings. Invariant: neither covers Stop, and neither takes the keyboard.

use eframe::egui::{Align, Frame, Layout, Panel, Ui, accesskit::Live, vec2};

use crate::{
    app::{Msg, ReadAloud, Route, SoundMsg},
    drawing::Token,
    ui::{
        Messages, View,
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// Shows what there is to say, if there is something.
pub fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    if view.model.floor_form().is_some() {
        return; // It says so itself, in its own size.
    }
    if view.model.asks_who_speaks() {
        who_speaks(ui, view, out);
    }
    // Where nobody waits for a sound, its absence is nobody's concern.
    let listens = view.model.session.is_some() || view.model.route == Route::Settings;
    if view.model.sound.off && listens && (view.model.settings.tones || view.model.voice_speaks()) {
        line(ui, view, "no-sound", &view.model.book.sound.off);
    } else if view.model.misses_system_voice() && listens {
        line(ui, view, "voice-away", &view.model.book.sound.voice_away);
    }
}

/// One quiet line.
fn line(ui: &mut Ui, view: View<'_>, id: &'static str, words: &str) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let frame = Frame::new().fill(theme.color(Token::NoteSoft)).inner_margin(frames::margin(metrics.gap_8));
    Panel::top(id).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let response = text::centred(ui, theme, metrics.meta, Token::NoteInk, words);
        text::announce(ui, &response, Live::Polite);
    });
}

fn who_speaks(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.sound.who_speaks);
    let frame = Frame::new().fill(theme.color(Token::PrimarySoft)).inner_margin(frames::margin(metrics.gap_16));
    Panel::top("who-speaks").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let title = text::heading(ui, theme, metrics.h3, 2, &words.title);
        text::announce(ui, &title, Live::Polite);
        text::show(ui, theme, metrics.body, Token::Ink, &words.lead);
        ui.add_space(metrics.gap_12);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_12);
            for (label, reader) in [(&words.reader, true), (&words.program, false)] {
                let button = Button::new(view.kit, Weight::Secondary, label).height(metrics.button_small);
                if button.show(ui, view.kit).clicked() {
                    out.push(Msg::Sound(SoundMsg::ReaderSpeaks(reader)));
                }
            }
        });
    });
}

/// "Read aloud", at the right end of a row; while it reads, "Stop reading".
pub fn read_aloud(ui: &mut Ui, view: View<'_>, what: ReadAloud, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.sound);
    let reading = view.model.is_reading(what);
    let label = if reading { &words.stop_reading } else { &words.read_aloud };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let button = Button::new(view.kit, Weight::Quiet, label).icon(Icon::Speaker).height(metrics.button_small);
        if button.show(ui, view.kit).clicked() {
            let message = if reading { SoundMsg::Hush } else { SoundMsg::Say(what) };
            out.push(Msg::Sound(message));
        }
    });
}
