//! The calm cards: why there is no session now, and what is open.
//!
//! Not the emergency card, and nothing red here. Invariant: no card leads to pressing; only one offers easy movement.

use eframe::egui::{CornerRadius, Frame, Rect, ScrollArea, Ui, accesskit::Live, vec2};

use crate::{
    app::{MovementMsg, Msg, ReadAloud, Route},
    drawing::Token,
    session::{Card, WhyEasy},
    ui::{
        Messages, View, keys, notices,
        pane::WidthClass,
        screens::session::{Header, header},
        widgets::{
            bullets,
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// The second way on from a card, besides the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The warning signs.
    Warning,
    /// The section about professionals.
    Professional,
}

/// A card with its reasons and what is open.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, (words, what): (&Card, ReadAloud), way: Way, out: &mut Messages) {
    let (theme, metrics, buttons) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.cards);
    let icon = if way == Way::Warning { Icon::Phone } else { Icon::Info };
    framed(ui, view, room, (&words.header, &words.title, icon, what), out, |ui, out| {
        body(ui, view, |ui| {
            bullets::list(ui, view.kit, words.body.iter().map(String::as_str));
            ui.add_space(metrics.gap_8);
            text::show(ui, theme, metrics.body, Token::Ink, &format!("**{}** {}", words.more_lead, words.more));
        });
        ui.add_space(metrics.gap_24);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_16, metrics.gap_12);
            let back = Button::new(view.kit, Weight::Primary, &buttons.back).icon(Icon::Book).height(metrics.button_large);
            if back.show(ui, view.kit).clicked() {
                out.push(Msg::LeaveSession);
            }
            elsewhere(ui, view, way, out);
        });
        ui.add_space(metrics.gap_16);
        text::show(ui, theme, metrics.meta, Token::Ink2, &words.off);
    });
}

/// No pressing, and why; but easy movement.
pub fn easy_only(ui: &mut Ui, view: View<'_>, room: WidthClass, why: WhyEasy, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (words, buttons) = (&view.model.book.gates.movement, &view.model.book.gates.cards);
    let reason = view.model.book.gates.why_easy(why);
    framed(ui, view, room, (&words.header, &words.offer_title, Icon::Info, ReadAloud::EasyOnly(why)), out, |ui, out| {
        body(ui, view, |ui| {
            text::show(ui, theme, metrics.lead, Token::Ink, reason);
            ui.add_space(metrics.gap_12);
            text::show(ui, theme, metrics.body, Token::Ink, &words.offer_body);
        });
        ui.add_space(metrics.gap_24);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_16, metrics.gap_12);
            let begin = Button::new(view.kit, Weight::Primary, &words.begin).icon(Icon::Play).height(metrics.button_large);
            if begin.show(ui, view.kit).clicked() {
                out.push(Msg::Movement(MovementMsg::Start));
            }
            let back = Button::new(view.kit, Weight::Secondary, &buttons.back).icon(Icon::Book).height(metrics.button_large);
            if back.show(ui, view.kit).clicked() {
                out.push(Msg::LeaveSession);
            }
            if why == WhyEasy::NotConsulted {
                elsewhere(ui, view, Way::Professional, out);
            }
        });
    });
}

fn elsewhere(ui: &mut Ui, view: View<'_>, way: Way, out: &mut Messages) {
    let (metrics, buttons) = (&view.kit.theme.metrics, &view.model.book.gates.cards);
    let (label, route) = match way {
        Way::Warning => (&buttons.see_warning, Route::Warning),
        Way::Professional => (&buttons.see_professional, Route::Section(0)),
    };
    let button = Button::new(view.kit, Weight::Secondary, label).height(metrics.button_large).trailing(Icon::ChevronRight);
    if button.show(ui, view.kit).clicked() {
        out.extend([Msg::LeaveSession, Msg::Go(route)]);
    }
}

/// Header, a soft head with the title, and what follows under it, in a column that scrolls when it must.
fn framed(
    ui: &mut Ui,
    view: View<'_>,
    room: WidthClass,
    (top, title, icon, what): (&str, &str, Icon, ReadAloud),
    out: &mut Messages,
    contents: impl FnOnce(&mut Ui, &mut Messages),
) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let area = header(ui, view, &Header { title: top, detail: "", rounds: None }, |ui| {
        notices::read_aloud(ui, view, what, out);
    });
    let inset = if room >= WidthClass::Wide { metrics.gap_48 * 2.0 + metrics.gap_12 } else { metrics.session_pad };
    let inner = Rect::from_min_max(area.min + vec2(inset, metrics.gap_20), area.max - vec2(inset, 0.0));
    frames::placed(ui, inner, |ui| {
        ScrollArea::vertical().id_salt("calm-card").auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            let corner = metrics.radius_card as u8;
            let head = Frame::new()
                .fill(theme.color(Token::PrimarySoft))
                .corner_radius(CornerRadius { nw: corner, ne: corner, sw: 0, se: 0 })
                .inner_margin(frames::margin(metrics.gap_28));
            head.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(metrics.gap_48, metrics.gap_48), eframe::egui::Sense::hover());
                    view.kit.icons.paint(ui.painter(), icon, rect.shrink(metrics.gap_4), theme.color(Token::PrimaryInk));
                    ui.add_space(metrics.gap_20);
                    ui.vertical(|ui| {
                        let heading = text::title(ui, theme, metrics.h1, title);
                        text::announce(ui, &heading, Live::Polite);
                        if view.model.page_is_new {
                            heading.request_focus();
                        }
                    });
                });
            });
            contents(ui, out);
            ui.add_space(metrics.gap_24);
        });
    });
}

/// The white part of the card under its head.
fn body(ui: &mut Ui, view: View<'_>, contents: impl FnOnce(&mut Ui)) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let corner = metrics.radius_card as u8;
    let frame = Frame::new()
        .fill(theme.color(Token::Surface))
        .corner_radius(CornerRadius { nw: 0, ne: 0, sw: corner, se: corner })
        .inner_margin(frames::margin(metrics.gap_28));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui);
    });
}
