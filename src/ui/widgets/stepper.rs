//! Less and more, with the value between them (screens.md 4: 48 points).
//!
//! Invariant: at the end of its range a button stays where it is and keeps the keyboard; it only does nothing.

use eframe::egui::{Align, Layout, Response, Role, Sense, Ui, WidgetInfo, accesskit::Live, vec2};

use crate::{
    drawing::Token,
    ui::widgets::{
        Kit,
        button::{self, Weight},
        icon::Icon,
        text,
    },
};

/// One of the two buttons: what it is called, and whether it can still do something.
pub type End<'a> = (&'a str, bool);

/// How wide a stepper is.
pub fn width(kit: Kit<'_>) -> f32 {
    let metrics = &kit.theme.metrics;
    2.0 * metrics.stepper + metrics.stepper_value
}

/// How narrow it may get.
pub fn least_width(kit: Kit<'_>) -> f32 {
    let metrics = &kit.theme.metrics;
    2.0 * metrics.stepper + metrics.gap_48
}

/// Says the value with a button when the keyboard comes to it. It stays as it was then while the keyboard is there: the
/// value itself is told as it changes, and would be heard twice.
fn describe(ui: &Ui, response: &Response, spoken: &str) {
    let kept = response.id.with("value as it was");
    let was: Option<String> = ui.data(|data| data.get_temp(kept));
    let told = was.filter(|_| response.has_focus() && !response.gained_focus()).unwrap_or_else(|| spoken.to_owned());
    text::describe(ui, response, &told);
    ui.data_mut(|data| data.insert_temp(kept, told));
}

/// Shows it, and returns the step that was asked for. `spoken` is the value with what it belongs to.
pub fn show(ui: &mut Ui, kit: Kit<'_>, value: &str, spoken: &str, less: End<'_>, more: End<'_>) -> Option<i32> {
    let metrics = &kit.theme.metrics;
    let mut step = None;
    let wide = width(kit).min(ui.available_width()).max(least_width(kit));
    let value_width = wide - 2.0 * metrics.stepper;
    // Less stands left of more, also in a row that is filled from its right end.
    ui.allocate_ui_with_layout(vec2(wide, metrics.stepper), Layout::left_to_right(Align::Center), |ui| {
        let mut end = |ui: &mut Ui, icon, (name, open): End<'_>, by| {
            let response = button::icon_button_as(ui, kit, icon, name, Weight::Secondary, metrics.stepper, open);
            describe(ui, &response, spoken);
            if response.clicked() && open {
                step = Some(by);
            }
            response.has_focus()
        };
        let on_less = end(ui, Icon::Minus, less, -1);
        let (rect, response) = ui.allocate_exact_size(vec2(value_width, metrics.stepper), Sense::hover());
        let on_more = end(ui, Icon::Plus, more, 1);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
        if on_less || on_more {
            // Only while it is in use: a page that opens does not read out all its numbers.
            text::announce(ui, &response, Live::Polite);
        }
        button::centred_text(ui, kit, rect, metrics.h3, Token::Ink, value);
    });
    step
}
