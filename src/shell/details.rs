//! Gathers what a report of a fault needs, and hands it to the clipboard.
//!
//! Not what stands in it: see [`crate::app::details`].

use eframe::egui;

use super::Shell;
use crate::{
    app::{self, Machine},
    platform::system,
};

impl Shell {
    pub(super) fn copy_details(&self, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let gl = frame.and_then(eframe::Frame::gl).map(|gl| {
            let version = eframe::glow::HasContext::version(&**gl);
            format!("OpenGL {}.{} {}", version.major, version.minor, version.vendor_info)
        });
        let window = ctx.content_rect().size();
        let machine = Machine {
            system: system::describe(),
            renderer: gl.unwrap_or_else(|| "OpenGL".to_owned()),
            pixels_per_point: ctx.pixels_per_point(),
            window: (window.x, window.y),
        };
        ctx.copy_text(app::details(&self.model, &machine));
    }
}
