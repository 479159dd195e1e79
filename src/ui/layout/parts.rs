//! The parts that pages are laid out from: words, buttons, cards, notes, pictures, each as a [`Node`].
//!
//! Not how they stand to each other (see the module above) and not what they look like (see [`crate::ui::widgets`]).
//! Invariant: what is measured is what is shown; a part's height follows from its words.

use std::{cell::RefCell, rc::Rc};

use eframe::egui::{
    Color32, CursorIcon, Id, Rect, Response, Role, Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Live,
    text::LayoutJob, vec2,
};

use super::{Node, Width};
use crate::{
    app::Msg,
    drawing::Token,
    ui::{
        View,
        metrics::TextRole,
        theme::{Theme, radius},
        widgets::{Kit, button::Button, focus, frames, icon::Icon, links, sought, text},
    },
};

/// What rounding may take from a line of words.
pub const SLACK: f32 = 0.5;

/// Words measured in their role and shown by `show`, which gets them back.
fn leaf<'a>(kit: Kit<'a>, role: TextRole, words: impl Into<String>, show: impl FnOnce(&mut Ui, &str) + 'a) -> Node<'a> {
    let words = words.into();
    let shown = words.clone();
    Node::leaf(move |ui, width| measured(ui, kit, role, &words, width), move |ui, _| show(ui, &shown))
}

/// Words in a role of text, with `**strong**` stretches; a label to a screen reader.
pub fn say<'a>(kit: Kit<'a>, role: TextRole, token: Token, words: impl Into<String>) -> Node<'a> {
    leaf(kit, role, words, move |ui, words| drop(flow(ui, kit, role, token, words)))
}

/// A heading of a level from 2 down.
pub fn heading<'a>(kit: Kit<'a>, role: TextRole, level: usize, words: impl Into<String>) -> Node<'a> {
    leaf(kit, role, words, move |ui, words| {
        text::heading_around(ui, level, |ui| flow(ui, kit, role, Token::Ink, words));
    })
}

/// Words whose changes are told to a screen reader.
pub fn live<'a>(kit: Kit<'a>, role: TextRole, token: Token, words: impl Into<String>, live: Live) -> Node<'a> {
    leaf(kit, role, words, move |ui, words| {
        let response = flow(ui, kit, role, token, words);
        text::announce(ui, &response, live);
    })
}

/// A heading that is told when it comes.
pub fn live_heading<'a>(kit: Kit<'a>, role: TextRole, level: usize, words: impl Into<String>, live: Live) -> Node<'a> {
    leaf(kit, role, words, move |ui, words| {
        let response = text::heading_around(ui, level, |ui| flow(ui, kit, role, Token::Ink, words));
        text::announce(ui, &response, live);
    })
}

/// Words that are painted and say nothing to a screen reader: a card names itself as a whole.
pub fn paint<'a>(kit: Kit<'a>, role: TextRole, token: Token, words: impl Into<String>) -> Node<'a> {
    leaf(kit, role, words, move |ui, words| {
        let rect = ui.max_rect();
        let galley = text::wrapped(ui, kit.theme, role, token, words, rect.width() + SLACK);
        ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
        seek(ui, words, rect);
    })
}

/// Brings words into view that were painted and are what the page was opened for.
fn seek(ui: &Ui, words: &str, rect: Rect) {
    if sought::is_in(ui, words) {
        sought::reveal(ui, &ui.interact(rect, ui.unique_id().with("sought"), Sense::hover()));
    }
}

/// The response of a list's item, for the words in it: grounds come before what stands on them.
type Held = Rc<RefCell<Option<Response>>>;

/// Words of a list: painted, since the item has them as its name, but their letters can be selected as the item's, and
/// their links followed.
fn read<'a>(kit: Kit<'a>, role: TextRole, token: Token, words: impl Into<String>, item: Held) -> Node<'a> {
    leaf(kit, role, words, move |ui, words| {
        let rect = ui.max_rect();
        let galley = text::wrapped(ui, kit.theme, role, token, words, rect.width() + SLACK);
        let Some(item) = item.take() else { return };
        text::paint(ui, &item, rect.min, galley.clone());
        seek(ui, words, rect);
        links::act(ui, kit.theme, words, &galley, rect.min, item.id);
    })
}

/// The same, each line in the middle.
pub fn paint_centred<'a>(kit: Kit<'a>, role: TextRole, token: Token, words: impl Into<String>) -> Node<'a> {
    leaf(kit, role, words, move |ui, words| {
        let rect = ui.max_rect();
        let role = text::unbroken(ui, kit.theme, role, words, rect.width() + SLACK);
        let mut job = text::job(kit.theme, role, token, words, rect.width() + SLACK);
        job.halign = eframe::egui::Align::Center;
        ui.painter().galley(rect.center_top(), ui.painter().layout_job(job), Color32::PLACEHOLDER);
    })
}

fn flow(ui: &mut Ui, kit: Kit<'_>, role: TextRole, token: Token, words: &str) -> Response {
    let role = text::unbroken(ui, kit.theme, role, words, ui.max_rect().width() + SLACK);
    flow_job(ui, kit.theme, words, |_, width| text::job(kit.theme, role, token, words, width))
}

/// Words of several roles, as wide as the part that they were measured for; `text` is what they say.
pub fn flow_job(ui: &mut Ui, theme: &Theme, words: &str, job: impl FnOnce(&Ui, f32) -> LayoutJob) -> Response {
    let rect = Rect::from_min_size(ui.max_rect().min, ui.max_rect().size() + vec2(SLACK, 0.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
    let job = job(&ui, rect.width());
    text::put(&mut ui, theme, words, job)
}

/// How large words are at a width.
pub fn measured(ui: &Ui, kit: Kit<'_>, role: TextRole, words: &str, width: Width) -> Vec2 {
    let width = if let Width::Of(points) = width { Width::Of(points + SLACK) } else { width };
    text::size(ui, kit.theme, role, words, width)
}

/// An icon of this side.
pub fn icon(kit: Kit<'_>, icon: Icon, side: f32, token: Token) -> Node<'_> {
    Node::fixed(Vec2::splat(side), move |ui, _| {
        kit.icons.paint(ui.painter(), icon, ui.max_rect(), kit.theme.color(token));
    })
}

/// A disc with a number in it, or with a tick once what it numbers is done.
pub fn badge<'a>(kit: Kit<'a>, side: f32, number: usize, done: bool) -> Node<'a> {
    Node::fixed(Vec2::splat(side), move |ui, _| {
        let rect = ui.max_rect();
        if done {
            ui.painter().circle_filled(rect.center(), side / 2.0, kit.theme.color(Token::Primary));
            kit.icons.paint(ui.painter(), Icon::Tick, rect.shrink(side * 0.2), kit.theme.color(Token::OnPrimary));
        } else {
            frames::badge(ui, kit, rect, &number.to_string(), Token::PrimarySoft, Token::PrimaryInk);
        }
    })
}

/// A button that sends messages.
pub fn press<'a>(kit: Kit<'a>, button: Button<'a>, messages: impl IntoIterator<Item = Msg> + 'a) -> Node<'a> {
    let measure = button.clone();
    Node::leaf(
        move |ui, width| measure.measure(ui, kit, width),
        move |ui, out| {
            let size = ui.max_rect().size();
            if button.width(size.x).height(size.y).show(ui, kit).clicked() {
                out.extend(messages);
            }
        },
    )
}

/// What a pressable card is to a screen reader.
#[derive(Clone)]
pub struct Tile {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub role: Role,
    /// Whether it is the chosen one; `None` where none is chosen.
    pub selected: Option<bool>,
}

impl Tile {
    /// Its id among the parts of a page, from which its response can be read after it was shown.
    pub fn id(&self, ui: &Ui) -> Id {
        ui.scope_id().with(("tile", &self.name))
    }

    /// Takes clicks on the rectangle and says what it is.
    pub fn interact(&self, ui: &Ui, rect: Rect) -> Response {
        let response = ui.interact(rect, self.id(ui), Sense::click());
        response.widget_info(|| match self.selected {
            Some(selected) if self.role != Role::Tab => WidgetInfo::selected(self.role, true, selected, &self.name),
            _ => WidgetInfo::labeled(self.role, true, &self.name),
        });
        if let Some(selected) = self.selected {
            ui.ctx().accesskit_node_builder(response.id, |node| match self.role {
                Role::Tab => node.set_selected(selected),
                // Besides being on or off: AT-SPI knows only that of a disclosure, other systems this.
                Role::DisclosureTriangle => node.set_expanded(selected),
                _ => {}
            });
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// A card that can be pressed as a whole; buttons in it lie over it.
pub fn tile<'a>(view: View<'a>, tile: Tile, message: Msg, inside: Node<'a>) -> Node<'a> {
    let kit = view.kit;
    inside.on(move |ui, rect, out| {
        let response = tile.interact(ui, rect);
        paper(ui, kit, rect, tile.selected == Some(true) && tile.role != Role::DisclosureTriangle, response.hovered());
        focus::ring(ui, kit.theme, &response, rect, kit.theme.metrics.radius_card);
        if response.clicked() {
            out.push(message);
        }
    })
}

/// A row that can be pressed as a whole, without a paper of its own.
pub fn hit<'a>(view: View<'a>, tile: Tile, message: Msg, inside: Node<'a>) -> Node<'a> {
    inside.on(move |ui, rect, out| {
        let response = tile.interact(ui, rect);
        focus::ring(ui, view.kit.theme, &response, rect, view.metrics().radius_row);
        if response.clicked() {
            out.push(message);
        }
    })
}

/// A list without order, a dot before each.
pub fn bullets<'a, 't>(view: View<'a>, items: impl Iterator<Item = &'t str>) -> Node<'a> {
    list(view, "", items, Sense::hover())
}

/// The same where every line must be heard before what stands under it: each can have the keyboard, by Tab.
/// The list as a whole has a name: the question.
pub fn signs<'a, 't>(view: View<'a>, name: &str, items: impl Iterator<Item = &'t str>) -> Node<'a> {
    list(view, name, items, Sense::focusable_noninteractive())
}

fn list<'a, 't>(view: View<'a>, name: &str, items: impl Iterator<Item = &'t str>, sense: Sense) -> Node<'a> {
    let metrics = view.metrics();
    let items = items.enumerate().map(|(index, words)| {
        let dot = Node::fixed(vec2(metrics.gap_20, metrics.body.line), move |ui, _| {
            let middle = ui.max_rect().center();
            ui.painter().circle_filled(middle, metrics.gap_4 * 0.8, view.kit.theme.color(Token::Primary));
        });
        // Painted: the item as a whole has the words as its name, once.
        let (held, name) = (Held::default(), text::plain(words));
        let told = read(view.kit, metrics.body, Token::Ink, words, Rc::clone(&held));
        // Smaller words rather than wider than the card.
        let told = told.most_width(metrics.reading_width).shrinks().least_width(0.0);
        let item = Node::row([dot, told]).top().gap(metrics.gap_8);
        held_item(view, item, index, name, sense, held)
    });
    in_list(name, items.collect(), metrics.gap_8)
}

/// A row as an item of a list, with its place and its name; its words are painted.
pub fn list_item<'a>(view: View<'a>, row: Node<'a>, index: usize, name: String, sense: Sense) -> Node<'a> {
    held_item(view, row, index, name, sense, Held::default())
}

fn held_item<'a>(view: View<'a>, row: Node<'a>, index: usize, name: String, sense: Sense, held: Held) -> Node<'a> {
    row.on(move |ui, rect, _| {
        let sense = if text::selects(ui) { sense | Sense::DRAG } else { sense };
        let response = ui.interact(rect, ui.unique_id().with(("item", index)), sense);
        held.replace(Some(response.clone()));
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
        let mark = text::place_for_mark(ui, &name);
        text::mark_read(ui, view.kit.theme, mark, rect);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_position_in_set(index));
        focus::ring(ui, view.kit.theme, &response, rect, view.metrics().radius_row);
    })
}

/// Items one under the other, as the list that they are; with a name where its heading does not stand right above.
pub fn in_list<'a>(name: &str, items: Vec<Node<'a>>, gap: f32) -> Node<'a> {
    let (count, name) = (items.len(), text::plain(name));
    Node::column(items).gap(gap).role(Role::List, move |node| {
        node.set_size_of_set(count);
        if !name.is_empty() {
            node.set_label(name);
        }
    })
}

/// A card to look at.
pub fn card<'a>(kit: Kit<'a>, selected: bool, inside: Node<'a>) -> Node<'a> {
    inside.on(move |ui, rect, _| paper(ui, kit, rect, selected, false))
}

/// A card's paper, with its shadow and border.
pub fn paper(ui: &Ui, kit: Kit<'_>, rect: Rect, selected: bool, hovered: bool) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let corner = radius(metrics.radius_card);
    let shadow = if selected { theme.selected_shadow() } else { theme.card_shadow() };
    ui.painter().add(shadow.as_shape(rect, corner));
    let stroke = match (selected, hovered) {
        (true, _) => theme.line(metrics.selected_border, Token::Primary),
        (false, true) => theme.line(metrics.control_border, Token::Control),
        (false, false) => theme.line(metrics.border, Token::Line),
    };
    let fill = if hovered && !selected { Token::Sunk } else { Token::Surface };
    ui.painter().rect(rect, corner, theme.color(fill), stroke, StrokeKind::Inside);
}

/// A plain ground in one colour.
pub fn ground<'a>(kit: Kit<'a>, token: Token, corner: f32, inside: Node<'a>) -> Node<'a> {
    inside.on(move |ui, rect, _| {
        ui.painter().rect_filled(rect, radius(corner), kit.theme.color(token));
        if let Some(edge) = kit.theme.edge_without_tints() {
            ui.painter().rect_stroke(rect, radius(corner), edge, StrokeKind::Inside);
        }
    })
}

/// How many columns of a grid find room: as many as there may be, without a part narrower than `least` or than its
/// longest word, and without one part alone in the last row where that can be helped.
pub fn columns(ui: &Ui, width: f32, gap: f32, least: f32, most: usize, parts: &[Node<'_>]) -> usize {
    let least = parts.iter().map(|part| part.narrowest(ui)).fold(least, f32::max);
    let fit = ((width + gap) / (least + gap)).floor().max(1.0) as usize;
    let fit = fit.min(most).min(parts.len()).max(1);
    let even = (1..=fit).rev().find(|&columns| parts.len().is_multiple_of(columns)).unwrap_or(1);
    // An even grid, unless it wastes half of the width.
    if even * 2 > fit { even } else { fit }
}

/// Words in the room of the longest of several that may stand there: what is below does not move as they change.
pub fn steady<'a>(kit: Kit<'a>, role: TextRole, token: Token, words: &'a str, all: &'a [&'a str]) -> Node<'a> {
    let highest = move |ui: &Ui, width| all.iter().map(|&words| measured(ui, kit, role, words, width)).reduce(Vec2::max);
    Node::leaf(move |ui, width| highest(ui, width).unwrap_or_default(), move |ui, _| drop(flow(ui, kit, role, token, words)))
}

/// A button that is off where it does nothing yet.
pub fn press_if<'a>(kit: Kit<'a>, enabled: bool, button: Button<'a>, message: Msg) -> Node<'a> {
    let measure = button.clone();
    Node::leaf(
        move |ui, width| measure.measure(ui, kit, width),
        move |ui, out| {
            let size = ui.max_rect().size();
            let button = button.width(size.x).height(size.y);
            if ui.add_enabled_ui(enabled, |ui| button.show(ui, kit)).inner.clicked() {
                out.push(message);
            }
        },
    )
}
