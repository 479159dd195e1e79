//! Text in the roles of screens.md: headings, paragraphs, passages with strong words.
//!
//! Every text is a label of its own, so that a screen reader reads it and a test can find it. Headings stand around
//! such a label. Invariant: `**` never reaches the screen.

use std::sync::Arc;

use eframe::egui::{self, Align, Id, Label, Response, Role, Ui, UiBuilder, text::LayoutJob};

use crate::{
    drawing::Token,
    ui::{
        metrics::{TextRole, Weight},
        theme::Theme,
    },
};

/// Lays out text with `**strong**` stretches, wrapping at `width` points.
pub fn job(theme: &Theme, role: TextRole, token: Token, text: &str, width: f32) -> LayoutJob {
    let strong = TextRole { weight: if role.weight == Weight::Regular { Weight::Semibold } else { role.weight }, ..role };
    let mut job = LayoutJob::default();
    for (index, stretch) in text.split("**").enumerate() {
        let role = if index % 2 == 1 { strong } else { role };
        job.append(stretch, 0.0, theme.format(role, token));
    }
    job.wrap.max_width = width;
    job
}

/// The words alone, as a screen reader hears them.
pub fn plain(text: &str) -> String {
    text.replace("**", "")
}

/// A paragraph as wide as there is room, at most the reading width.
pub fn show(ui: &mut Ui, theme: &Theme, role: TextRole, token: Token, text: &str) -> Response {
    let width = ui.available_width().min(theme.metrics.reading_width);
    let role = unbroken(ui, theme, role, text, width);
    let label = Label::new(job(theme, role, token, text, width)).wrap().selectable(false);
    // A label wraps at the width of its `Ui`, whatever its job says.
    ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(label)
    })
    .inner
}

/// A paragraph centred in the width there is.
pub fn centred(ui: &mut Ui, theme: &Theme, role: TextRole, token: Token, text: &str) -> Response {
    let width = ui.available_width();
    let mut job = job(theme, unbroken(ui, theme, role, text, width), token, text, width);
    job.halign = Align::Center;
    ui.vertical_centered(|ui| ui.add(Label::new(job).wrap().selectable(false))).inner
}

/// A heading of a level from 1 (the page's title) down.
pub fn heading(ui: &mut Ui, theme: &Theme, role: TextRole, level: usize, text: &str) -> Response {
    heading_around(ui, level, |ui| show(ui, theme, role, Token::Ink, text))
}

/// The page's title: a heading of the first level that the keyboard can be put on.
///
/// Not egui's label: that one underlines itself when the focus is on it, and a title is no link. It can take the
/// focus from the start; asking for that afterwards would let go of it in every frame.
pub fn title(ui: &mut Ui, theme: &Theme, role: TextRole, text: &str) -> Response {
    heading_around(ui, 1, |ui| {
        let width = ui.available_width().min(theme.metrics.reading_width);
        let galley = wrapped(ui, theme, role, Token::Ink, text, width);
        let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::focusable_noninteractive());
        name_words(&response, text);
        ui.painter().galley(rect.min, galley, egui::Color32::PLACEHOLDER);
        response
    })
}

/// The role, smaller where its longest word would be torn apart; never below the size of small text.
pub fn unbroken(ui: &Ui, theme: &Theme, role: TextRole, text: &str, width: f32) -> TextRole {
    // No word of any language that is shipped is as wide as this many letters' heights.
    const LONGEST_WORD_EM: f32 = 15.0;
    if width >= role.size * LONGEST_WORD_EM {
        return role;
    }
    let longest = parts(text).map(|part| line(ui, theme, role, Token::Ink, part).size().x).fold(1.0, f32::max);
    let least = (theme.metrics.small.size / role.size).min(1.0);
    role.times((width / longest).clamp(least, 1.0))
}

/// What a line may end after: words, and the folders of a path.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| word.split_inclusive(['/', '\\']))
}

/// A heading of a level around its words.
///
/// Two parts for a screen reader: a heading, for finding one's way, and in it the words as a label of their own, which
/// can have the keyboard. Orca reads a heading's text from an interface that only labels have, and says no more than
/// "heading" of one that stands alone.
pub fn heading_around(ui: &mut Ui, level: usize, words: impl FnOnce(&mut Ui) -> Response) -> Response {
    let scope = ui.scope_builder(UiBuilder::new().accessibility_role(Role::Heading), |ui| {
        let response = words(ui);
        name_by(ui, ui.unique_id(), &response);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_level(level));
        response
    });
    scope.inner
}

/// Names a part by the words in it, and says that it is where they are.
pub fn name_by(ui: &Ui, part: Id, words: &Response) {
    let bounds = words.rect;
    ui.ctx().accesskit_node_builder(part, |node| {
        node.push_labelled_by(words.id.accesskit_id());
        node.set_bounds(egui::accesskit::Rect {
            x0: bounds.min.x.into(),
            y0: bounds.min.y.into(),
            x1: bounds.max.x.into(),
            y1: bounds.max.y.into(),
        });
    });
}

/// Names words that were painted by hand.
pub fn name_words(response: &Response, text: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, plain(text)));
}

/// Says changes of this text to a screen reader, politely or at once.
pub fn announce(ui: &Ui, response: &Response, live: egui::accesskit::Live) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(live));
}

/// One line that never wraps, laid out for painting by hand.
pub fn line(ui: &Ui, theme: &Theme, role: TextRole, token: Token, text: &str) -> Arc<egui::Galley> {
    ui.painter().layout_job(job(theme, role, token, text, f32::INFINITY))
}

/// Text that wraps at `width`, laid out for painting by hand; smaller rather than with a broken word.
pub fn wrapped(ui: &Ui, theme: &Theme, role: TextRole, token: Token, text: &str, width: f32) -> Arc<egui::Galley> {
    let role = unbroken(ui, theme, role, text, width);
    ui.painter().layout_job(job(theme, role, token, text, width))
}
