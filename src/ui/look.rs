//! The window's look as it was last given to egui: theme, text size and turn.
//!
//! Invariant: a new text size waits until the mouse has rested for a moment after a click. Who presses "+" twice presses
//! "+" twice: what lies under the pointer does not change between one press and the next.

use std::time::Duration;

use eframe::egui;

use crate::{
    app::Model,
    settings::Turn,
    ui::{
        theme::{Theme, ThemeKey},
        turn,
    },
};

/// How long after a click nothing may move because of it: a slow double click.
const REST: Duration = Duration::from_millis(300);

/// What egui has been told.
#[derive(Debug, Default)]
pub struct Look {
    theme: Option<ThemeKey>,
    percent: Option<u16>,
}

impl Look {
    /// Tells egui what has changed; what has to wait asks for another look.
    pub fn apply(&mut self, ctx: &egui::Context, theme: &Theme, model: &Model) {
        if self.theme != Some(theme.key) {
            theme.apply(ctx);
            self.theme = Some(theme.key);
        }
        // The floor view alone is turned.
        turn::apply(ctx, model.floor_form().map_or(Turn::None, |_| model.settings.floor_turn));
        let wanted = model.text_size().percent();
        if self.percent == Some(wanted) {
            return;
        }
        let rest = if self.percent.is_some() { Self::rest_left(ctx) } else { Duration::ZERO };
        if rest.is_zero() {
            ctx.set_zoom_factor(model.text_scale());
            self.percent = Some(wanted);
        }
        ctx.request_repaint_after(rest);
    }

    /// How long the mouse must still rest.
    fn rest_left(ctx: &egui::Context) -> Duration {
        ctx.input(|input| {
            if input.pointer.any_down() {
                return REST;
            }
            let since = Duration::try_from_secs_f32(input.pointer.time_since_last_click()).unwrap_or(REST);
            REST.saturating_sub(since)
        })
    }
}
