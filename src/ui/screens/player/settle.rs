//! Settling in: how strong the ache is, said back and open to change, over a small ring that hurries nobody.
//!
//! Invariant: nothing is preset that the person has not said, and all eleven answers weigh the same.

use eframe::egui::{Color32, CursorIcon, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Live, pos2, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Cue, CueId, Event, Session},
    ui::{
        Messages, View,
        theme::radius,
        widgets::{button, focus, ring, text},
    },
};

/// How many answers stand in a row: eleven in two rows, as on a ruler.
const IN_A_ROW: usize = 6;

/// The ring, the ache, and why it begins again if it does.
pub(super) fn show(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let now = view.model.now;
    if rect.height() > metrics.ring {
        ui.horizontal(|ui| {
            let side = metrics.strip_ring * 1.5;
            let left = 1.0 - session.fraction(now) as f32;
            let word = cues.phase(session.phase(), session.position()).word;
            let circle = ring::show(ui, view.kit, side, metrics.small_ring_stroke * 1.5, left, Token::Ring, word);
            let seconds = format!("{:.0}", session.seconds_left(now).ceil());
            button::centred_text(ui, view.kit, circle, metrics.h2, Token::Ink, &seconds);
            ui.add_space(metrics.gap_16);
            let settled = cues.asked_line(&Cue { id: CueId::Settled, ..session.current_cue() });
            let line = match () {
                () if session.settles_by_itself() => &cues.labels.goes_on,
                () if session.waits(now) => &settled,
                () => &cues.labels.waits,
            };
            text::show(ui, theme, metrics.body, Token::Ink2, line);
        });
        ui.add_space(metrics.gap_20);
    }
    if let CueId::SettleAgain(why) = session.current_cue().id {
        text::show(ui, theme, metrics.body, Token::Ink, cues.why(why));
        ui.add_space(metrics.gap_12);
    }
    let lines = cues.ache_lines(session.ache());
    let mut lines = lines.iter();
    if let Some(first) = lines.next() {
        let said = text::show(ui, theme, metrics.h3, Token::Ink, first);
        text::announce(ui, &said, Live::Polite);
    }
    for line in lines {
        let said = text::show(ui, theme, metrics.body, Token::Ink, line);
        text::announce(ui, &said, Live::Polite);
    }
    ui.add_space(metrics.gap_12);
    if session.ache().is_some() {
        text::show(ui, theme, metrics.meta, Token::Ink2, &cues.ache.change);
        ui.add_space(metrics.gap_4);
    }
    scale(ui, view, session, out);
}

/// 0 to 10, each a button of its own.
fn scale(ui: &mut Ui, view: View<'_>, session: &Session, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues.ache);
    let gap = metrics.gap_4 * 1.5;
    let columns = IN_A_ROW as f32;
    let side = ((ui.available_width() - gap * (columns - 1.0)) / columns).min(metrics.button);
    let height = metrics.button_small;
    let rows = 11_usize.div_ceil(IN_A_ROW) as f32;
    let (place, _) = ui.allocate_exact_size(vec2(columns * (side + gap) - gap, rows * (height + gap) - gap), Sense::hover());
    for ache in 0..=10_u8 {
        let (row, column) = (usize::from(ache) / IN_A_ROW, usize::from(ache) % IN_A_ROW);
        let corner = place.min + vec2(column as f32 * (side + gap), row as f32 * (height + gap));
        let rect = Rect::from_min_size(corner, vec2(side, height));
        let chosen = session.ache() == Some(ache);
        let number = ache.to_string();
        let response =
            ui.interact(rect, ui.scope_id().with(("ache", ache)), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        let name = format!("{}: {}", words.label, fill(&words.value, &[("ache", &number)]));
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
        let (ground, line, ink) = if chosen {
            (Token::PrimarySoft, theme.line(metrics.selected_border, Token::Primary), Token::PrimaryInk)
        } else {
            let ground = if response.hovered() { Token::Sunk } else { Token::Surface };
            (ground, theme.line(metrics.control_border, Token::Control), Token::Ink)
        };
        ui.painter().rect(rect, radius(metrics.radius_row), theme.color(ground), line, StrokeKind::Inside);
        let role = if chosen { metrics.h3 } else { metrics.body };
        let galley = text::line(ui, theme, role, ink, &number);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
        focus::ring(ui, theme, &response, rect, metrics.radius_row);
        if response.clicked() {
            out.push(Msg::Session(Event::Ache(ache)));
        }
    }
    ui.add_space(metrics.gap_4);
    let (ends, _) = ui.allocate_exact_size(vec2(place.width(), metrics.small.line), Sense::hover());
    let least = text::line(ui, theme, metrics.small, Token::Ink2, &format!("0 {}", words.least));
    let most = text::line(ui, theme, metrics.small, Token::Ink2, &format!("10 {}", words.most));
    let at = pos2(ends.right() - most.size().x, ends.top());
    ui.painter().galley(ends.min, least, Color32::PLACEHOLDER);
    ui.painter().galley(at, most, Color32::PLACEHOLDER);
}
