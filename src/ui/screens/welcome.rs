//! The first screen: what this is, three facts, and leave to go on or only to read.

use eframe::egui::{Align, Color32, Frame, Layout, Rect, ScrollArea, Sense, Ui, Vec2, pos2, vec2};

use crate::{
    app::{Msg, ReadAloud},
    content::fill,
    drawing::Token,
    session::{Gate, GateEvent},
    ui::{
        Messages, View,
        frame::Room,
        hearing, screens, sidebar,
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            stage::Stage,
            stepper, text,
        },
    },
};

/// Where the screen stands, and so what its answers are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// The first page of the program.
    AtTheStart,
    /// The first question before a session.
    AtTheGate,
}

impl Answers {
    fn understand(self) -> Msg {
        match self {
            Self::AtTheStart => Msg::Understand,
            Self::AtTheGate => Msg::Gate(GateEvent::Understand),
        }
    }

    fn just_read(self) -> Msg {
        match self {
            Self::AtTheStart => Msg::JustRead,
            Self::AtTheGate => Msg::Gate(GateEvent::JustRead),
        }
    }
}

/// The screen.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, answers: Answers, out: &mut Messages) {
    let whole = ui.available_rect_before_wrap();
    let left_width = if room == Room::Wide { whole.width() * 0.44 } else { 0.0 };
    if room == Room::Wide {
        poster(ui, view, Rect::from_min_size(whole.min, vec2(left_width, whole.height())));
    }
    let right = Rect::from_min_max(pos2(whole.left() + left_width, whole.top()), whole.max);
    frames::placed(ui, right, |ui| {
        let pad = view.kit.theme.metrics.gap_28 * if room == Room::Column { 0.7 } else { 2.0 };
        ScrollArea::vertical().id_salt("welcome").auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(frames::margin(pad)).show(ui, |ui| facts(ui, view, answers, out));
        });
    });
}

fn poster(ui: &mut Ui, view: View<'_>, rect: Rect) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words);
    let shown = view.shown("breathe");
    let below = rect.height() * 0.2;
    Stage {
        scene: "breathe",
        shown: &shown,
        description: "",
        labels: &[],
        above: rect.height() * 0.5,
        below,
        corner: 0.0,
        across: 0.5,
    }
    .paint(ui, view.kit, rect);
    let pad = metrics.gap_48 - 4.0;
    let mark = Rect::from_min_size(rect.min + vec2(pad, pad), Vec2::splat(metrics.gap_48 + 6.0));
    sidebar::mark(ui, view, mark);
    let name = text::line(ui, theme, metrics.h2, Token::Ink, &words.program.name);
    ui.painter().galley(pos2(mark.right() + metrics.gap_16, mark.center().y - name.size().y / 2.0), name, Color32::PLACEHOLDER);
    let role = crate::ui::metrics::TextRole { size: metrics.h1.size + 3.0, line: metrics.h1.line + 4.0, ..metrics.h1 };
    let inner = Rect::from_min_max(pos2(rect.left() + pad, mark.bottom() + metrics.gap_36), rect.max - vec2(pad, metrics.gap_24));
    frames::placed(ui, inner, |ui| {
        text::show(ui, theme, role, Token::Ink, &view.model.book.gates.consent.tagline);
    });
    let foot = Rect::from_min_max(pos2(inner.left(), rect.bottom() - metrics.gap_48 * 2.0), inner.max);
    frames::placed(ui, foot, |ui| {
        text::show(ui, theme, metrics.meta, Token::Ink2, &view.model.book.gates.consent.offline);
    });
}

fn facts(ui: &mut Ui, view: View<'_>, answers: Answers, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.consent);
    crate::ui::keys::scroll(ui);
    screens::title(ui, view, &words.title);
    screens::lead(ui, view, &words.lead);
    for (point, icon) in words.points.iter().zip([Icon::Shield, Icon::Info, Icon::Hand].into_iter().cycle()) {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(metrics.gap_48), Sense::hover());
            ui.painter().circle_filled(rect.center(), rect.width() / 2.0, theme.color(Token::PrimarySoft));
            view.kit.icons.paint(ui.painter(), icon, rect.shrink(metrics.gap_12), theme.color(Token::PrimaryInk));
            ui.add_space(metrics.gap_16);
            ui.vertical(|ui| {
                text::heading(ui, theme, metrics.h3, 2, &point.title);
                text::show(ui, theme, metrics.body, Token::Ink2, &point.body);
            });
        });
        ui.add_space(metrics.gap_20);
    }
    frames::note(ui, view.kit, Icon::Info, &words.note_lead, &words.note);
    ui.add_space(metrics.gap_28);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_12);
        if Button::new(view.kit, Weight::Primary, &words.understand).height(metrics.button_large).show(ui, view.kit).clicked() {
            out.push(answers.understand());
        }
        if Button::new(view.kit, Weight::Secondary, &words.just_read).height(metrics.button_large).show(ui, view.kit).clicked() {
            out.push(answers.just_read());
        }
    });
    ui.add_space(metrics.gap_20);
    let size = vec2(ui.available_width(), metrics.button_small);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        text_size(ui, view, out);
        hearing::read_aloud(ui, view, ReadAloud::Gate(Gate::Consent), out);
    });
}

fn text_size(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    text::show(ui, theme, metrics.body, Token::Ink2, &words.text_size);
    ui.add_space(metrics.gap_12);
    let (smaller, larger) = view.model.text_size_steps();
    let value = fill(&words.percent, &[("n", &view.model.settings.text_scale.percent().to_string())]);
    if let Some(step) = stepper::show(ui, view.kit, &value, &value, (&words.smaller, smaller), (&words.larger, larger)) {
        out.push(Msg::TextSize(step));
    }
}
