//! Why some positions and movements are not shown, and the way to be asked again.

use eframe::egui::Ui;

use crate::{
    app::{GatingMsg, Msg},
    drawing::Token,
    ui::{
        Messages, View,
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// The reason, where something is left out; nothing elsewhere.
pub fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.left_out);
    let Some(reason) = view.model.left_out() else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = metrics.gap_12;
        frames::icon_here(ui, view.kit, Icon::Info, Token::Ink2);
        text::show(ui, theme, metrics.meta, Token::Ink2, reason);
    });
    let again = Button::new(view.kit, Weight::Quiet, &words.again).height(metrics.button_small).trailing(Icon::ChevronRight);
    if again.show(ui, view.kit).clicked() {
        out.push(Msg::Gating(GatingMsg::AskAgain));
    }
    ui.add_space(metrics.gap_8);
}
