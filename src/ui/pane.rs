//! A page while it is being shown: where it is drawn, what it reads, how wide it is, and what was done in it.
//!
//! Its verbs are what pages are written in: a page says what it has, one thing under the other, and lays out what
//! stands side by side as a tree of [`Node`]s. Invariant: nothing here knows a particular page.

use eframe::egui::{Response, Ui};

use crate::{
    app::Msg,
    drawing::Token,
    ui::{
        Messages, View,
        layout::{Node, parts},
        metrics::{Metrics, TextRole},
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
        width_class::WidthClass,
    },
};

pub mod flow;

/// A page, or a part of one, while it is being shown.
pub struct Pane<'p, 'a> {
    /// Where it is drawn.
    pub ui: &'p mut Ui,
    /// What it reads.
    pub view: View<'a>,
    /// How wide the window is.
    pub class: WidthClass,
    /// What was done in it, in order.
    pub out: &'p mut Messages,
}

/// Verbs of the flow: each thing under the one before.
impl<'a> Pane<'_, 'a> {
    /// The same page in a part of it that egui has made: a scroll area, a panel.
    pub fn part<R>(
        &mut self,
        container: impl FnOnce(&mut Ui, &mut dyn FnMut(&mut Ui)) -> R,
        mut contents: impl FnMut(&mut Pane<'_, 'a>),
    ) -> R {
        let (view, class, out) = (self.view, self.class, &mut *self.out);
        container(self.ui, &mut |ui| contents(&mut Pane { ui, view, class, out: &mut *out }))
    }

    /// How wide the pane is, in points.
    pub fn width(&self) -> f32 {
        self.ui.available_width()
    }

    /// Sizes by name.
    pub fn metrics(&self) -> &'a Metrics {
        self.view.metrics()
    }

    /// Leaves room.
    pub fn gap(&mut self, points: f32) {
        self.ui.add_space(points);
    }

    /// Shows what was laid out, and a gap under it.
    pub fn put(&mut self, node: Node<'_>) {
        node.show(self.ui, self.out);
        self.gap(self.metrics().gap_16);
    }

    /// The page's title: a heading of the first level, which takes the keyboard when the page opens.
    pub fn title(&mut self, words: &str) {
        self.title_with(words, "");
    }

    /// The same with what stands under it: no key leads there, so whoever comes to the title hears it as well.
    pub fn title_with(&mut self, words: &str, more: &str) {
        let response = flow::title(self.ui, self.view, words);
        text::describe(self.ui, &response, more);
        self.gap(self.metrics().gap_8);
    }

    /// The line under a title.
    pub fn lead(&mut self, words: &str) {
        text::show(self.ui, self.view.kit.theme, self.metrics().lead, Token::Ink2, words);
        self.gap(self.metrics().gap_16);
    }

    /// A heading of the second level, with room above.
    pub fn heading(&mut self, words: &str) {
        self.gap(self.metrics().gap_12);
        text::heading(self.ui, self.view.kit.theme, self.metrics().h2, 2, words);
        self.gap(self.metrics().gap_8);
    }

    /// A paragraph.
    pub fn say(&mut self, words: &str) -> Response {
        let response = text::show(self.ui, self.view.kit.theme, self.metrics().body, Token::Ink, words);
        self.gap(self.metrics().gap_12);
        response
    }

    /// A quiet line.
    pub fn hint(&mut self, words: &str) {
        text::show(self.ui, self.view.kit.theme, self.metrics().meta, Token::Ink2, words);
        self.gap(self.metrics().gap_8);
    }

    /// An amber note with a strong lead-in.
    pub fn note(&mut self, icon: Icon, lead: &str, words: &str) {
        frames::note(self.ui, self.view.kit, icon, lead, words);
        self.gap(self.metrics().gap_16);
    }

    /// A button of its own.
    pub fn press(&mut self, button: Button<'_>, message: Msg) {
        if button.show(self.ui, self.view.kit).clicked() {
            self.out.push(message);
        }
        self.gap(self.metrics().gap_12);
    }

    /// A grid of parts: as many columns as find room, no word broken.
    pub fn grid(&mut self, least: f32, most: usize, gap: f32, parts: Vec<Node<'_>>) {
        let columns = parts::columns(self.ui, self.width(), gap, least, most, &parts);
        self.put(Node::grid(columns, parts).gap(gap));
    }

    /// Two columns in a broad window, what acts at the left and what explains at the right; elsewhere one under the
    /// other.
    pub fn beside(&mut self, mut left: impl FnMut(&mut Pane<'_, 'a>), mut right: impl FnMut(&mut Pane<'_, 'a>)) {
        if self.class < WidthClass::Broad {
            left(self);
            return right(self);
        }
        let metrics = self.metrics();
        // 640 + 32 + 424 at 1440 and 848 + 40 + 560 from 1920 on (screens.md, 19).
        let gap = metrics.gap_36;
        let right_width = ((self.width() - gap) * metrics.aside_share).min(metrics.aside);
        self.sides(right_width, gap, left, right);
    }

    /// Two columns, the right one this wide.
    pub fn sides(
        &mut self,
        right_width: f32,
        gap: f32,
        mut left: impl FnMut(&mut Pane<'_, 'a>),
        mut right: impl FnMut(&mut Pane<'_, 'a>),
    ) {
        let widths = [self.width() - gap - right_width, right_width];
        let (view, class) = (self.view, self.class);
        let out = &mut *self.out;
        self.ui.horizontal_top(|ui| {
            for (index, width) in widths.into_iter().enumerate() {
                if index > 0 {
                    ui.add_space(gap);
                }
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let mut pane = Pane { ui, view, class, out: &mut *out };
                    if index == 0 { left(&mut pane) } else { right(&mut pane) }
                });
            }
        });
    }
}

/// Verbs of a layout: nodes in the roles that pages use most.
impl<'a> View<'a> {
    /// Sizes by name.
    pub fn metrics(self) -> &'a Metrics {
        &self.kit.theme.metrics
    }

    /// Words in any role.
    pub fn words(self, role: TextRole, token: Token, words: impl Into<String>) -> Node<'a> {
        parts::say(self.kit, role, token, words)
    }

    /// A paragraph.
    pub fn body(self, words: impl Into<String>) -> Node<'a> {
        self.words(self.metrics().body, Token::Ink, words)
    }

    /// A quieter paragraph.
    pub fn quiet(self, words: impl Into<String>) -> Node<'a> {
        self.words(self.metrics().body, Token::Ink2, words)
    }

    /// A quiet small line.
    pub fn meta(self, words: impl Into<String>) -> Node<'a> {
        self.words(self.metrics().meta, Token::Ink2, words)
    }

    /// Strong words.
    pub fn strong(self, words: impl Into<String>) -> Node<'a> {
        self.words(self.metrics().strong, Token::Ink, words)
    }

    /// A heading of the second level.
    pub fn h2(self, words: &'a str) -> Node<'a> {
        parts::heading(self.kit, self.metrics().h2, 2, words)
    }

    /// A heading of the third level.
    pub fn h3(self, words: &'a str) -> Node<'a> {
        parts::heading(self.kit, self.metrics().h3, 3, words)
    }

    /// A button, to be told more of.
    pub fn button(self, weight: Weight, label: impl Into<std::borrow::Cow<'a, str>>) -> Button<'a> {
        Button::new(self.kit, weight, label)
    }

    /// A button in a layout.
    pub fn press(self, button: Button<'a>, message: Msg) -> Node<'a> {
        parts::press(self.kit, button, [message])
    }

    /// A role of large words, which grows to 133 % of itself only (screens.md, 24): then the words still find room.
    pub fn display(self, role: TextRole) -> TextRole {
        role.times((self.metrics().display_most / self.model.text_scale()).min(1.0))
    }
}
