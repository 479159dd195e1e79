//! What to press with and what to leave out: small pictures, each with a mark and its words.
//!
//! Not red: red is for stopping. Invariant: a mark never stands alone, the title over it says the same.

use eframe::egui::{Role, Sense, WidgetInfo};

use crate::{
    content::{Figure, Tools},
    drawing::Token,
    ui::{
        View,
        layout::{Node, parts},
        pane::Pane,
        widgets::{icon::Icon, stage::Stage},
    },
};

/// Both groups, the ones to use first.
pub fn show(pane: &mut Pane<'_, '_>, tools: &Tools) {
    let (view, metrics) = (pane.view, pane.metrics());
    for (title, figures, to_use) in tools.groups() {
        pane.put(view.strong(title));
        let tiles: Vec<_> = figures.iter().map(|figure| tile(view, figure, to_use)).collect();
        let columns = parts::columns(pane.ui, pane.width(), metrics.gap_12, metrics.tile_least, 3, &tiles);
        pane.put(Node::grid(columns, tiles).gap(metrics.gap_12));
    }
}

/// One thing: its picture, whether to use it, and what it is.
fn tile<'a>(view: View<'a>, figure: &Figure, to_use: bool) -> Node<'a> {
    let (kit, metrics) = (view.kit, view.metrics());
    let (scene, said) = (figure.scene.clone(), figure.description.clone());
    let picture = Node::wide(metrics.position_thumb, move |ui, _| {
        let rect = ui.max_rect();
        let response = ui.interact(rect, ui.scope_id().with(("tool", &scene)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said.as_str()));
        let stage = Stage::bare(&scene).room(metrics.gap_4, metrics.gap_12).corner(metrics.radius_thumb);
        stage.paint(ui, kit, &view.shown(&scene), rect);
    });
    let (icon, token) = if to_use { (Icon::Tick, Token::Primary) } else { (Icon::Close, Token::Ink2) };
    let words = Node::row([
        parts::icon(kit, icon, metrics.icon, token),
        parts::paint(kit, metrics.strong, Token::Ink, figure.caption.as_str()).grow(),
    ]);
    let inside = Node::column([picture, words.gap(metrics.gap_8).pads(metrics.gap_4, metrics.gap_4)]).pad(metrics.gap_8);
    if to_use { parts::card(kit, false, inside) } else { parts::ground(kit, Token::Sunk, metrics.radius_card, inside) }
}
