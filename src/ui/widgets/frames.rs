//! Grounds that other parts stand on: card, note, badge.

use eframe::egui::{self, Align, Frame, InnerResponse, Layout, Margin, Rect, Ui, UiBuilder, Vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::{Theme, radius},
        widgets::{Kit, button, icon::Icon, text},
    },
};

/// A white card with a soft shadow; chosen ones have a thick accent border.
pub fn card<R>(ui: &mut Ui, theme: &Theme, selected: bool, pad: f32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card_frame(theme, selected, pad).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    })
}

/// The card's frame alone, for cards that size themselves.
pub fn card_frame(theme: &Theme, selected: bool, pad: f32) -> Frame {
    let metrics = &theme.metrics;
    let stroke =
        if selected { theme.line(metrics.selected_border, Token::Primary) } else { theme.line(metrics.border, Token::Line) };
    Frame::new()
        .fill(theme.color(Token::Surface))
        .stroke(stroke)
        .corner_radius(radius(metrics.radius_card))
        .shadow(if selected { theme.selected_shadow() } else { theme.card_shadow() })
        .inner_margin(margin(pad - stroke.width))
}

/// An amber note: an icon, a strong lead-in, and what to mind.
pub fn note(ui: &mut Ui, kit: Kit<'_>, icon: Icon, lead: &str, words: &str) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let frame = Frame::new()
        .fill(theme.color(Token::NoteSoft))
        .stroke(theme.line(metrics.border, Token::NoteLine))
        .corner_radius(radius(metrics.radius_button))
        .inner_margin(Margin::symmetric(metrics.gap_20 as i8, metrics.gap_16 as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            icon_here(ui, kit, icon, Token::NoteInk);
            ui.add_space(metrics.gap_16);
            let job = note_words(ui, theme, lead, words, ui.available_width());
            let mark = text::place_for_mark(ui, words);
            let response = text::put(ui, theme, &note_text(lead, words), job);
            text::mark_read(ui, theme, mark, response.rect);
        });
    });
}

/// What a note says: the lead-in strong and amber, the rest as a paragraph; smaller rather than with a broken word.
pub fn note_words(ui: &Ui, theme: &Theme, lead: &str, words: &str, width: f32) -> egui::text::LayoutJob {
    let metrics = &theme.metrics;
    let [strong, body] =
        [(metrics.strong, lead), (metrics.body, words)].map(|(role, words)| text::unbroken(ui, theme, role, words, width));
    let mut job = text::job(theme, strong, Token::NoteInk, lead, width);
    job.append(if lead.is_empty() { "" } else { " " }, 0.0, theme.format(body, Token::Ink));
    text::append(&mut job, theme, body, Token::Ink, words);
    job
}

/// The same as one text.
pub fn note_text(lead: &str, words: &str) -> String {
    if lead.is_empty() { words.to_owned() } else { format!("{lead} {words}") }
}

/// An icon in the flow of a row.
pub fn icon_here(ui: &mut Ui, kit: Kit<'_>, icon: Icon, token: Token) -> Rect {
    let metrics = &kit.theme.metrics;
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(metrics.gap_24), egui::Sense::hover());
    kit.icons.paint(ui.painter(), icon, rect.shrink(1.0), kit.theme.color(token));
    rect
}

/// A numbered disc in the flow of a row.
pub fn badge_here(ui: &mut Ui, kit: Kit<'_>, number: usize) {
    let metrics = &kit.theme.metrics;
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(metrics.gap_28), egui::Sense::hover());
    badge(ui, kit, rect, &number.to_string(), Token::PrimarySoft, Token::PrimaryInk);
}

/// A disc with a character in it.
pub fn badge(ui: &Ui, kit: Kit<'_>, rect: Rect, words: &str, ground: Token, ink: Token) {
    ui.painter().circle_filled(rect.center(), rect.width() / 2.0, kit.theme.color(ground));
    let role = crate::ui::metrics::TextRole { weight: crate::ui::metrics::Weight::Semibold, ..kit.theme.metrics.small };
    button::centred_text(ui, kit, rect, role, ink, words);
}

/// Puts parts one under the other into a rectangle that is already taken; what comes after does not move.
pub fn placed<R>(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    placed_as(ui, rect, Layout::top_down(Align::Min), contents)
}

/// The same, one beside the other.
pub fn placed_row<R>(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    placed_as(ui, rect, Layout::left_to_right(Align::Center), contents)
}

fn placed_as<R>(ui: &mut Ui, rect: Rect, layout: Layout, contents: impl FnOnce(&mut Ui) -> R) -> R {
    contents(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)))
}

/// A thin line across.
pub fn rule(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), theme.metrics.border), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, theme.line(theme.metrics.border, Token::Line));
}

/// A margin of the same width all round; egui keeps whole points.
pub fn margin(points: f32) -> Margin {
    Margin::same(points.round().clamp(0.0, 127.0) as i8)
}
