//! The emergency card, and the numbers that stand on it and on the warning page.
//!
//! Red is for this and for Stop. Invariant: "your local emergency number" comes first in words, and every number is
//! there whatever region was picked.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Frame, Rect, Role, ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::{
    app::{Choice, Msg, PrintMsg, ReadAloud},
    content::fill,
    drawing::Token,
    session::EmergencyNumber,
    ui::{
        Messages, View,
        frame::Room,
        hearing, keys,
        metrics::TextRole,
        screens::session::{Header, header},
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            text,
        },
    },
};

/// Numbers first, then why, then what to say. Its ways out lead to paper and to reading.
pub fn card(ui: &mut Ui, view: View<'_>, room: Room, (what, leave): (ReadAloud, Msg), out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.emergency_card);
    let body = header(ui, view, &Header { title: &words.header, detail: "", rounds: None }, |ui| {
        hearing::read_aloud(ui, view, what, out);
    });
    let inset = if room == Room::Wide { metrics.gap_48 * 2.0 + metrics.gap_12 } else { metrics.session_pad };
    let inner = Rect::from_min_max(body.min + vec2(inset, metrics.gap_20), body.max - vec2(inset, 0.0));
    frames::placed(ui, inner, |ui| {
        ScrollArea::vertical().id_salt("emergency").auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            head(ui, view);
            let corner = metrics.radius_card as u8;
            let frame = Frame::new()
                .fill(theme.color(Token::StopSoft))
                .corner_radius(CornerRadius { nw: 0, ne: 0, sw: corner, se: corner })
                .inner_margin(frames::margin(metrics.gap_28));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                numbers(ui, view, out);
                ui.add_space(metrics.gap_12);
                text::show(ui, theme, metrics.lead, Token::Ink, &format!("**{}** {}", words.why_lead, words.why));
                ui.add_space(metrics.gap_16);
                text::show(ui, theme, metrics.body, Token::Ink, &format!("**{}** {}", words.say_lead, words.say));
            });
            ui.add_space(metrics.gap_24);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(metrics.gap_16, metrics.gap_12);
                let print = Button::new(view.kit, Weight::Primary, &words.print).icon(Icon::Print).height(metrics.button_large);
                if print.show(ui, view.kit).clicked() {
                    out.extend([leave.clone(), Msg::Print(PrintMsg::PrintCard)]);
                }
                let back = Button::new(view.kit, Weight::Secondary, &words.back).icon(Icon::Book).height(metrics.button_large);
                if back.show(ui, view.kit).clicked() {
                    out.push(leave);
                }
            });
            ui.add_space(metrics.gap_16);
            text::show(ui, theme, metrics.meta, Token::Ink2, &words.off);
            ui.add_space(metrics.gap_24);
        });
    });
}

/// The only filled red panel in the program.
fn head(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.emergency_card);
    let corner = metrics.radius_card as u8;
    let frame = Frame::new()
        .fill(theme.color(Token::Stop))
        .corner_radius(CornerRadius { nw: corner, ne: corner, sw: 0, se: 0 })
        .inner_margin(frames::margin(metrics.gap_28));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(metrics.gap_48, metrics.gap_48), Sense::hover());
            view.kit.icons.paint(ui.painter(), Icon::Phone, rect, theme.color(Token::OnStop));
            ui.add_space(metrics.gap_28);
            ui.vertical(|ui| {
                let width = ui.available_width();
                let title =
                    ui.add(eframe::egui::Label::new(text::job(theme, metrics.h1, Token::OnStop, &words.title, width)).wrap());
                text::mark_heading(&title, 1, &words.title);
                text::announce(ui, &title, eframe::egui::accesskit::Live::Assertive);
                if view.model.page_is_new {
                    title.request_focus();
                }
                text::show(ui, theme, metrics.lead, Token::OnStop, &words.lead);
            });
        });
    });
}

/// Emergency numbers by place: the person's own large and first where it is known, and always all the others.
pub fn numbers(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.emergency_card);
    let (own, others) = view.model.book.gates.numbers(view.model.settings.region.as_deref());
    let gap = metrics.gap_12;
    if let Some(own) = own {
        let size = vec2(ui.available_width(), metrics.gap_48 * 2.0 + metrics.gap_36);
        tile(ui, view, own, size, true, out);
        ui.add_space(gap);
    }
    let least = metrics.gap_48 * 3.0;
    let columns = (((ui.available_width() + gap) / (least + gap)).floor() as usize).clamp(1, others.len().max(1));
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    for row in others.chunks(columns) {
        ui.horizontal(|ui| {
            for (index, entry) in row.iter().enumerate() {
                if index > 0 {
                    ui.add_space(gap);
                }
                tile(ui, view, entry, vec2(width, metrics.gap_48 * 2.0 + metrics.gap_12), false, out);
            }
        });
        ui.add_space(gap);
    }
    text::show(ui, theme, metrics.meta, Token::Ink2, &words.pick);
}

/// One number and its place; picking it puts it first, picking it again takes that back.
fn tile(ui: &mut Ui, view: View<'_>, entry: &EmergencyNumber, size: Vec2, first: bool, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.emergency_card);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let pattern = if first { &words.first_name } else { &words.number_name };
    let name = fill(pattern, &[("place", &entry.place), ("number", &entry.number)]);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, first, &name));
    let stroke = match (first, response.hovered()) {
        (true, _) => theme.line(metrics.selected_border, Token::Ink),
        (false, true) => theme.line(metrics.control_border, Token::Control),
        (false, false) => theme.line(metrics.border, Token::Line),
    };
    ui.painter().rect(rect, radius(metrics.radius_button), theme.color(Token::Surface), stroke, StrokeKind::Inside);
    if first {
        let large = TextRole {
            size: metrics.phase_word.size,
            line: metrics.phase_word.line,
            weight: metrics.question.weight,
            ..metrics.question
        };
        let number = text::line(ui, theme, large, Token::Ink, &entry.number);
        let left = rect.left() + metrics.gap_28;
        let beside = left + number.size().x + metrics.gap_28;
        let room = (rect.right() - beside - metrics.gap_16).max(metrics.gap_48);
        let local = text::wrapped(ui, theme, metrics.h3, Token::Ink, &words.local, room);
        let place = text::wrapped(ui, theme, metrics.body, Token::Ink2, &entry.place, room);
        let top = rect.center().y - (local.size().y + place.size().y) / 2.0;
        let below = top + local.size().y;
        ui.painter().galley(pos2(left, rect.center().y - number.size().y / 2.0), number, Color32::PLACEHOLDER);
        ui.painter().galley(pos2(beside, top), local, Color32::PLACEHOLDER);
        ui.painter().galley(pos2(beside, below), place, Color32::PLACEHOLDER);
    } else {
        let number = text::line(ui, theme, metrics.question, Token::Ink, &entry.number);
        let mut place = text::job(theme, metrics.small, Token::Ink2, &entry.place, size.x - metrics.gap_12);
        place.halign = eframe::egui::Align::Center;
        let place = ui.painter().layout_job(place);
        let middle = rect.center().x;
        let top = rect.center().y - (number.size().y + place.size().y) / 2.0;
        let below = top + number.size().y;
        ui.painter().galley(pos2(middle - number.size().x / 2.0, top), number, Color32::PLACEHOLDER);
        ui.painter().galley(pos2(middle, below), place, Color32::PLACEHOLDER);
    }
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(Msg::Set(Choice::Region((!first).then(|| entry.id.clone()))));
    }
}
