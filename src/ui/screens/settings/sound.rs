//! Voice, tones, how loud they are, and who speaks where a screen reader runs.

use eframe::egui::{Align, Layout, Sense, Ui, vec2};

use super::{Row, choices, heading, row};
use crate::{
    app::{Choice, Msg, SoundMsg, Voice},
    content::fill,
    drawing::Token,
    settings::Volume,
    ui::{
        Messages, View,
        pane::WidthClass,
        widgets::{
            button::{self, Button, Weight},
            icon::Icon,
            slider, switch, text,
        },
    },
};

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    let settings = &view.model.settings;
    heading(ui, view, &words.sound);
    let state = &view.model.sound;
    if state.off {
        text::show(ui, theme, metrics.meta, Token::NoteInk, &view.model.book.sound.off);
        ui.add_space(metrics.gap_12);
    }
    let spoken_by = match state.voice {
        Some(Voice::System) => &view.model.book.sound.voice_system,
        Some(Voice::Recordings) => &view.model.book.sound.voice_recordings,
        Some(Voice::Missing) => &view.model.book.sound.no_voice,
        None => &words.voice_detail,
    };
    if switch::row(ui, view.kit, &words.voice, spoken_by, settings.voice).clicked() {
        out.push(Msg::Set(Choice::Voice(!settings.voice)));
    }
    ui.add_space(metrics.gap_12);
    if switch::row(ui, view.kit, &words.tones, "", settings.tones).clicked() {
        out.push(Msg::Set(Choice::Tones(!settings.tones)));
    }
    ui.add_space(metrics.gap_12);
    let wide = metrics.slider + metrics.stepper_value;
    row(ui, view, Row { title: &words.volume, detail: "", wide }, |ui, width| volume(ui, view, width, out));
    let test = Button::new(view.kit, Weight::Quiet, &view.model.book.sound.test).icon(Icon::Play).height(metrics.button_small);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        if test.show(ui, view.kit).clicked() {
            out.push(Msg::Sound(SoundMsg::Test));
        }
    });
    ui.add_space(metrics.gap_12);
    let heard = &view.model.book.sound;
    let labels = [heard.recorded.as_str(), &heard.systems];
    let current = usize::from(settings.prefers_system_voice());
    if let Some(picked) = choices(ui, view, &heard.whose, &heard.whose_detail, &labels, current) {
        out.push(Msg::Set(Choice::SystemVoice(picked == 1)));
    }
    ui.add_space(metrics.gap_12);
    let labels = [words.reader_program.as_str(), &words.reader_reader];
    let current = usize::from(settings.reader_speaks == Some(true));
    if let Some(picked) = choices(ui, view, &words.reader, &words.reader_detail, &labels, current) {
        out.push(Msg::Set(Choice::ReaderSpeaks(picked == 1)));
    }
}

/// The slider, and beside it the number: on its way while it is dragged.
fn volume(ui: &mut Ui, view: View<'_>, width: f32, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.settings);
    let percent = view.model.settings.volume.percent();
    let told = |percent: u16| fill(&words.percent, &[("n", &percent.to_string())]);
    let long = (width - metrics.stepper_value).max(metrics.slider_hit);
    let in_a_line = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, metrics.slider_hit), in_a_line, |ui| {
        let (number, _) = ui.allocate_exact_size(vec2(metrics.stepper_value, metrics.slider_hit), Sense::hover());
        let (chosen, on_its_way) = slider::show(ui, view.kit, &words.volume, &told(percent), percent, Volume::STEP_PERCENT, long);
        button::centred_text(ui, view.kit, number, metrics.nav, Token::Ink2, &told(on_its_way.unwrap_or(percent)));
        if let Some(volume) = chosen.and_then(Volume::from_percent) {
            out.push(Msg::Set(Choice::Volume(volume)));
        }
    });
}
