//! The position a person prefers: four pictures to choose from. A second click on the chosen one takes it back.

use eframe::egui::{Role, Ui};

use super::row::{Card, Row};
use crate::{
    app::Msg,
    drawing::Token,
    session::Position,
    ui::{
        View,
        layout::{
            Node, controls,
            parts::{self, Tile},
        },
        widgets::stage::Stage,
    },
};

/// The group.
pub(super) fn group<'a>(ui: &Ui, view: View<'a>, width: f32) -> Card<'a> {
    let metrics = view.metrics();
    let cards: Vec<_> = Position::ALL.into_iter().filter_map(|position| card(view, position)).collect();
    let columns = parts::columns(ui, width, metrics.gap_12, metrics.position_thumb, Position::ALL.len(), &cards);
    let title = &view.model.book.words.settings.position;
    let cards = Node::grid(columns, cards).gap(metrics.gap_12);
    let rows = vec![Row::Whole(view.radio_group(title.as_str(), cards))];
    Card { title, detail: String::new(), rows }
}

fn card(view: View<'_>, position: Position) -> Option<Node<'_>> {
    let (kit, metrics) = (view.kit, view.metrics());
    let words = view.model.position_text(position)?;
    let chosen = view.model.settings.preferred_position == Some(position);
    let below = if position == Position::Side { 0.0 } else { metrics.gap_12 };
    let stage = Stage::bare(&words.figure.scene).room(metrics.gap_4, below).corner(metrics.radius_row);
    let thumb = Node::wide(metrics.position_thumb * 0.75, move |ui, _| {
        stage.paint(ui, kit, &view.shown(stage.scene), ui.max_rect());
    });
    let name = parts::paint(kit, metrics.nav_on, Token::Ink, &words.name).grow();
    let foot =
        Node::row([controls::disc(kit, metrics.gap_24, chosen), name]).gap(metrics.gap_8).pads(metrics.gap_4, metrics.gap_8);
    let tile = Tile { name: words.name.clone(), role: Role::RadioButton, selected: Some(chosen) };
    Some(parts::tile(view, tile, Msg::Prefer(position), Node::column([thumb, foot]).pad(metrics.gap_8)))
}
