//! What can be chosen, ticked, switched, stepped and typed into, each as a [`Node`] that tells what was done.
//!
//! Not how they are painted where that is a widget's own business (see [`crate::ui::widgets`]). Invariant: where words
//! and a control find no room side by side, the control stands under its words, and no word is broken.

use eframe::egui::{CursorIcon, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{
    Node, Width,
    parts::{self, Tile},
};
use crate::{
    app::Msg,
    drawing::Token,
    ui::{
        View,
        theme::radius,
        widgets::{
            Kit,
            button::{self, Weight},
            focus, frames,
            icon::Icon,
            segmented, stepper, text,
        },
    },
};

/// Controls with their words.
impl<'a> View<'a> {
    /// A title, and a line under it where there is one.
    pub fn told(self, title: &str, detail: impl Into<String>) -> Node<'a> {
        let detail = detail.into();
        let mut words = vec![self.strong(title)];
        if !detail.is_empty() {
            words.push(self.meta(detail).most_width(self.metrics().reading_width));
        }
        Node::column(words)
    }

    /// Words, and a control at the right end of the row.
    pub fn row(self, words: Node<'a>, control: Node<'a>) -> Node<'a> {
        let metrics = self.metrics();
        let row = Node::wrap([words.basis(metrics.row_words), control]);
        row.gap(metrics.gap_8).gap_across(metrics.gap_24).least_height(metrics.segmented)
    }

    /// A row with a switch at its right end. Click anywhere on it.
    pub fn switch(self, title: &str, detail: impl Into<String>, on: bool, message: Msg) -> Node<'a> {
        let (kit, metrics, detail) = (self.kit, self.metrics(), detail.into());
        let tile = Tile { name: title.to_owned(), role: Role::Switch, selected: Some(on) };
        let mut words = vec![parts::paint(kit, metrics.strong, Token::Ink, title)];
        if !detail.is_empty() {
            words.push(parts::paint(kit, metrics.meta, Token::Ink2, detail.as_str()));
        }
        let (wide, high) = metrics.switch;
        let track = Node::fixed(vec2(wide, high), move |ui, _| paint_switch(ui, kit, on));
        let row = Node::wrap([Node::column(words).basis(metrics.row_words), track]);
        let row = row.gap(metrics.gap_4).gap_across(metrics.gap_24).least_height(metrics.button_small);
        let id = tile.clone();
        parts::hit(self, tile, message, row).on(move |ui, _, _| {
            // Painted, not a label of its own: a reader hears it with the switch.
            if !detail.is_empty() {
                ui.ctx().accesskit_node_builder(id.id(ui), |node| node.set_description(detail));
            }
        })
    }

    /// A disc to choose with its words, one of several under one another.
    pub fn radio(self, label: impl Into<String>, chosen: bool, least_height: f32, message: Msg) -> Node<'a> {
        let (kit, metrics, label) = (self.kit, self.metrics(), label.into());
        let words = parts::paint(kit, metrics.body, Token::Ink, label.as_str()).grow();
        let row = Node::row([disc(kit, metrics.gap_20, chosen), words]).gap(metrics.gap_12).pad(metrics.gap_4);
        let tile = Tile { name: label, role: Role::RadioButton, selected: Some(chosen) };
        lit(self, tile, (!chosen).then_some(message), row.least_height(least_height))
    }

    /// Radio buttons as the group that they are, with its name.
    pub fn radio_group(self, name: impl Into<String>, buttons: Node<'a>) -> Node<'a> {
        let name = name.into();
        buttons.role(Role::RadioGroup, move |node| node.set_label(name))
    }

    /// A box to tick with its words; without a message it stays as it is.
    pub fn check(self, label: &'a str, on: bool, message: Option<Msg>) -> Node<'a> {
        let (kit, metrics) = (self.kit, self.metrics());
        let (theme, enabled) = (kit.theme, message.is_some());
        let mark = Node::fixed(Vec2::splat(metrics.gap_24), move |ui, _| {
            let (square, corner) = (ui.max_rect(), radius(metrics.gap_8 * 0.75));
            if on {
                let (fill, ink) =
                    if enabled { (Token::Primary, Token::OnPrimary) } else { (Token::PrimarySoft, Token::PrimaryInk) };
                ui.painter().rect_filled(square, corner, theme.color(fill));
                kit.icons.paint(ui.painter(), Icon::Tick, square.shrink(metrics.gap_4), theme.color(ink));
            } else {
                let line = theme.line(metrics.control_border, Token::Control);
                ui.painter().rect(square, corner, theme.color(Token::Surface), line, StrokeKind::Inside);
            }
        });
        let words = parts::paint(kit, metrics.body, Token::Ink, label).grow();
        Node::row([mark, words]).gap(metrics.gap_12).least_height(metrics.sidebar_row).on(move |ui, rect, out| {
            let sense = if enabled { Sense::click() } else { Sense::hover() };
            let response = ui.interact(rect, ui.scope_id().with(("check", label)), sense);
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, on, label));
            focus::ring(ui, theme, &response, rect, metrics.radius_row);
            if response.clicked() {
                out.extend(message);
            }
            if enabled {
                response.on_hover_cursor(CursorIcon::PointingHand);
            }
        })
    }

    /// A few choices side by side, each with what picking it says.
    pub fn choices(self, name: &'a str, labels: Vec<String>, current: usize, messages: Vec<Msg>) -> Node<'a> {
        let kit = self.kit;
        let shown = labels.clone();
        Node::leaf(
            move |ui, width| segmented::measure(ui, kit, &labels, width),
            move |ui, out| {
                let width = ui.available_width();
                let picked = segmented::show(ui, kit, name, &shown, current, width);
                out.extend(picked.and_then(|picked| messages.into_iter().nth(picked)));
            },
        )
    }

    /// Less and more, with the value between them; `spoken` is the value with what it belongs to.
    pub fn stepper(
        self,
        (value, spoken): (String, String),
        (less, can_less): (String, bool),
        (more, can_more): (String, bool),
        message: impl Fn(i32) -> Msg + 'a,
    ) -> Node<'a> {
        let kit = self.kit;
        let measure = move |_: &Ui, width| match width {
            Width::Least => vec2(stepper::least_width(kit), kit.theme.metrics.stepper),
            Width::Natural | Width::Of(_) => vec2(stepper::width(kit), kit.theme.metrics.stepper),
        };
        Node::leaf(measure, move |ui, out| {
            let step = stepper::show(ui, kit, &value, &spoken, (&less, can_less), (&more, can_more));
            out.extend(step.map(&message));
        })
    }

    /// A square button with an icon and no words.
    pub fn icon_press(self, icon: Icon, name: &'a str, weight: Weight, message: Option<Msg>) -> Node<'a> {
        let (kit, side, enabled) = (self.kit, self.metrics().button_small, message.is_some());
        let press = Node::fixed(Vec2::splat(side), move |ui, out| {
            if button::icon_button(ui, kit, icon, name, weight, side).clicked() {
                out.extend(message);
            }
        });
        press.enabled(enabled)
    }

    /// An amber note with a strong lead-in.
    pub fn note(self, icon: Icon, lead: impl Into<String>, words: impl Into<String>) -> Node<'a> {
        let (kit, theme, metrics, lead, words) = (self.kit, self.kit.theme, self.metrics(), lead.into(), words.into());
        let measured = format!("**{lead}** {words}");
        let told = Node::leaf(
            move |ui, width| parts::measured(ui, kit, metrics.body, &measured, width),
            move |ui, _| {
                let mark = text::place_for_mark(ui, &words);
                let text = frames::note_text(&lead, &words);
                let response = parts::flow_job(ui, theme, &text, |ui, width| frames::note_words(ui, theme, &lead, &words, width));
                text::mark_read(ui, theme, mark, response.rect);
            },
        );
        let row = Node::row([parts::icon(kit, icon, metrics.gap_24, Token::NoteInk), told.grow()]).top().gap(metrics.gap_16);
        row.pads(metrics.gap_16, metrics.gap_12).on(move |ui, rect, _| {
            let line = theme.line(metrics.border, Token::NoteLine);
            let corner = radius(metrics.radius_button);
            ui.painter().rect(rect, corner, theme.color(Token::NoteSoft), line, StrokeKind::Inside);
        })
    }

    /// A thin line across.
    pub fn rule(self) -> Node<'a> {
        let theme = self.kit.theme;
        Node::wide(theme.metrics.border, move |ui, _| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.center().y, theme.line(theme.metrics.border, Token::Line));
        })
    }

    /// What marks mean: each mark with its words, which stay together.
    pub fn legend(self, marks: impl IntoIterator<Item = (Node<'a>, &'a str)>) -> Node<'a> {
        let metrics = self.metrics();
        let role = crate::ui::metrics::TextRole { weight: crate::ui::metrics::Weight::Regular, ..metrics.small };
        let entry = |(mark, words)| Node::row([mark, self.words(role, Token::Ink2, words)]).gap(metrics.gap_8);
        Node::wrap(marks.into_iter().map(entry).collect::<Vec<_>>()).gap(metrics.gap_4).gap_across(metrics.gap_20)
    }
}

/// A row that lights up under the pointer and can be pressed as a whole.
pub fn lit<'a>(view: View<'a>, tile: Tile, message: Option<Msg>, inside: Node<'a>) -> Node<'a> {
    inside.on(move |ui, rect, out| {
        let (theme, corner) = (view.kit.theme, view.metrics().radius_row);
        let response = tile.interact(ui, rect);
        if response.hovered() {
            ui.painter().rect_filled(rect, radius(corner), theme.color(Token::Sunk));
        }
        focus::ring(ui, theme, &response, rect, corner);
        if response.clicked() || tile.role == Role::RadioButton && focus::chosen_by_arrow(ui, &response) {
            out.extend(message);
        }
    })
}

/// The disc of a choice: filled where it is the chosen one.
pub fn disc(kit: Kit<'_>, side: f32, chosen: bool) -> Node<'_> {
    Node::fixed(Vec2::splat(side), move |ui, _| {
        let (theme, metrics, middle) = (kit.theme, &kit.theme.metrics, ui.max_rect().center());
        let outline = theme.line(metrics.control_border, Token::Control);
        ui.painter().circle(middle, (side - outline.width) / 2.0, theme.color(Token::Surface), outline);
        if chosen {
            ui.painter().circle_filled(middle, side / 2.0 - metrics.gap_4, theme.color(Token::Primary));
        }
    })
}

fn paint_switch(ui: &Ui, kit: Kit<'_>, on: bool) {
    let (theme, metrics, track) = (kit.theme, &kit.theme.metrics, ui.max_rect());
    let half = track.height() / 2.0;
    let ground = if on { Token::Primary } else { Token::Control };
    ui.painter().rect_filled(track, radius(half), theme.color(ground));
    let knob = if on { track.right() - half } else { track.left() + half };
    ui.painter().circle_filled(pos2(knob, track.center().y), half - metrics.gap_4, theme.color(Token::Surface));
}
