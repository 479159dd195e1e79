//! The emergency card, and the numbers that stand on it and on the warning page.
//!
//! Red is for this and for Stop. Invariant: "your local emergency number" comes first in words, and every number is
//! there whatever region was picked.

use eframe::egui::{CornerRadius, Frame, Rect, Role, ScrollArea, Sense, Ui, vec2};

use crate::{
    app::{Choice, Msg, PrintMsg, ReadAloud},
    content::fill,
    drawing::Token,
    session::EmergencyNumber,
    ui::{
        Messages, View, keys,
        layout::{
            Node,
            parts::{self, Tile},
        },
        metrics::TextRole,
        notices,
        pane::WidthClass,
        screens::session::{Header, header},
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// Numbers first, then why, then what to say. Its ways out lead to paper and to reading.
pub fn card(ui: &mut Ui, view: View<'_>, room: WidthClass, (what, leave): (ReadAloud, Msg), out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.emergency_card);
    let body = header(ui, view, &Header { title: &words.header, detail: "", rounds: None }, |ui| {
        notices::read_aloud(ui, view, what, out);
    });
    let inset = if room >= WidthClass::Wide { metrics.gap_48 * 2.0 + metrics.gap_12 } else { metrics.session_pad };
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
                numbers(ui, view, ui.available_width()).show(ui, out);
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
/// `width` is the room they will have.
pub fn numbers<'a>(ui: &Ui, view: View<'a>, width: f32) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.gates.emergency_card);
    let (own, others) = view.model.book.gates.numbers(view.model.settings.region.as_deref());
    let mut parts = Vec::new();
    if let Some(own) = own {
        let large = TextRole {
            size: metrics.phase_word.size,
            line: metrics.phase_word.line,
            weight: metrics.question.weight,
            ..metrics.question
        };
        let told = Node::column([
            parts::paint(kit, metrics.h3, Token::Ink, &words.local),
            parts::paint(kit, metrics.body, Token::Ink2, &own.place),
        ]);
        let inside =
            Node::wrap([parts::paint(kit, large, Token::Ink, &own.number).rigid(), told.grow().least_width(metrics.tile_least)]);
        parts.push(tile(view, own, true, inside.gap(metrics.gap_12).gap_across(metrics.gap_28).pad(metrics.gap_20)));
    }
    let tiles: Vec<_> = others
        .iter()
        .map(|entry| {
            let inside = Node::column([
                parts::paint_centred(kit, metrics.question, Token::Ink, &entry.number),
                parts::paint_centred(kit, metrics.small, Token::Ink2, &entry.place),
            ]);
            tile(view, entry, false, inside.together().pad(metrics.gap_12))
        })
        .collect();
    let columns = parts::columns(ui, width, metrics.gap_12, metrics.gap_48 * 3.0, 5, &tiles);
    parts.push(Node::grid(columns, tiles).gap(metrics.gap_12));
    parts.push(view.meta(words.pick.as_str()));
    Node::column(parts).gap(metrics.gap_12)
}

/// One number and its place; picking it puts it first, picking it again takes that back.
fn tile<'a>(view: View<'a>, entry: &'a EmergencyNumber, first: bool, inside: Node<'a>) -> Node<'a> {
    let words = &view.model.book.gates.emergency_card;
    let pattern = if first { &words.first_name } else { &words.number_name };
    let name = fill(pattern, &[("place", &entry.place), ("number", &entry.number)]);
    let tile = Tile { name, role: Role::RadioButton, selected: Some(first) };
    parts::tile(view, tile, Msg::Set(Choice::Region((!first).then(|| entry.id.clone()))), inside)
}
