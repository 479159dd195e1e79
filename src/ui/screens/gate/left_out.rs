//! Why some positions and movements are not shown, and the way to be asked again.

use crate::{
    app::{GatingMsg, Msg},
    drawing::Token,
    ui::{
        layout::{Node, parts},
        pane::Pane,
        widgets::{button::Weight, icon::Icon},
    },
};

/// The reason, where something is left out; nothing elsewhere.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let Some(reason) = view.model.left_out() else { return };
    let icon = parts::icon(view.kit, Icon::Info, metrics.gap_24, Token::Ink2);
    let told = view.meta(reason).most_width(metrics.reading_width).shrinks();
    let again = view.button(Weight::Quiet, &view.model.book.gates.left_out.again).trailing(Icon::ChevronRight);
    let again = view.press(again.height(metrics.button_small), Msg::Gating(GatingMsg::AskAgain));
    pane.put(Node::column([Node::row([icon, told]).top().gap(metrics.gap_12), Node::wrap([again])]));
}
