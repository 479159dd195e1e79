//! The practise strip of a guide page: a short timed prompt that never presses.

use eframe::egui::{Align, Color32, Layout, Sense, Ui, vec2};

use crate::{
    app::{Msg, PracticeMsg, SoundMsg},
    content::{Practice, fill},
    drawing::Token,
    ui::{
        Messages, View,
        widgets::{
            button::{self, Button, Weight},
            frames,
            icon::Icon,
            ring, text,
        },
    },
};

/// One strip: ring with the seconds, what it is, and start, pause, stop.
pub fn strip(ui: &mut Ui, view: View<'_>, practice: &Practice, section: usize, number: usize, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.section);
    let state = view.model.practice_state(section, number);
    let height = metrics.strip_ring + metrics.gap_4;
    frames::card_frame(theme, state.running, metrics.gap_12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::left_to_right(Align::Center), |ui| {
            let rect = ring::show(
                ui,
                view.kit,
                metrics.strip_ring,
                metrics.small_ring_stroke,
                state.left_share,
                Token::Ring,
                &words.practice_ring,
            );
            let seconds = format!("{:.0}", state.seconds_left.ceil());
            button::centred_text(ui, view.kit, rect, metrics.strong, Token::Ink, &seconds);
            ui.add_space(metrics.gap_16);
            let buttons_width = metrics.session_side * if state.started { 0.75 } else { 0.4 };
            let room = (ui.available_width() - buttons_width).max(metrics.gap_48 * 2.0);
            let detail = match (state.started, state.done) {
                (_, true) => practice.done.clone(),
                (true, false) => practice.cue.clone(),
                (false, false) => fill(&practice.detail, &[("seconds", &format!("{:.0}", state.seconds_left.ceil()))]),
            };
            let title = text::wrapped(ui, theme, metrics.strong, Token::Ink, &practice.title, room);
            let line = text::wrapped(ui, theme, metrics.meta, Token::Ink2, &detail, room);
            let size = vec2(room, title.size().y + line.size().y);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let name = format!("{}. {detail}", practice.title);
            response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &name));
            text::announce(ui, &response, eframe::egui::accesskit::Live::Polite);
            let below = rect.min + vec2(0.0, title.size().y);
            ui.painter().galley(rect.min, title, Color32::PLACEHOLDER);
            ui.painter().galley(below, line, Color32::PLACEHOLDER);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (label, icon, message) = if state.running {
                    (&words.pause, Icon::Pause, PracticeMsg::Pause)
                } else if state.done {
                    (&words.again, Icon::Play, PracticeMsg::Start)
                } else if state.started {
                    (&words.go_on, Icon::Play, PracticeMsg::Resume)
                } else {
                    (&words.start, Icon::Play, PracticeMsg::Start)
                };
                let main = Button::new(view.kit, Weight::Primary, label).icon(icon).height(metrics.button_small);
                if main.show(ui, view.kit).clicked() {
                    out.push(Msg::Practice { section, number, message });
                }
                if !state.started
                    && let Some(spoken) = view.model.practice_spoken(section, number)
                {
                    ui.add_space(metrics.gap_12);
                    let name = &view.model.book.cues.practice.hear_first;
                    let hear = button::icon_button(ui, view.kit, Icon::Speaker, name, Weight::Quiet, metrics.button_small);
                    if hear.clicked() {
                        out.push(Msg::Sound(SoundMsg::Say(spoken)));
                    }
                }
                if state.started && !state.done {
                    ui.add_space(metrics.gap_12);
                    let stop =
                        Button::new(view.kit, Weight::Secondary, &words.stop).icon(Icon::StopSquare).height(metrics.button_small);
                    if stop.show(ui, view.kit).clicked() {
                        out.push(Msg::Practice { section, number, message: PracticeMsg::Stop });
                    }
                }
            });
        });
    });
}
