//! Keeps the window's least size within the monitor that it is on.
//!
//! Not its layout. Invariant: no window has to be larger than its monitor, at any scale and text size; where the monitor
//! is smaller than the usual least size, the window takes all of it.

use eframe::egui::{self, Vec2, ViewportCommand, vec2};

use super::Shell;

/// What the desktop's own bars and the window's frame take of a monitor, in the desktop's points.
const DESKTOPS_OWN: Vec2 = vec2(16.0, 80.0);

/// What a window on this monitor must at least be allowed to shrink to, and whether that is less than it should have.
/// All in the desktop's points.
fn least(usual: Vec2, monitor: Vec2) -> (Vec2, bool) {
    let room = (monitor - DESKTOPS_OWN).max(Vec2::splat(1.0));
    (usual.min(room), room.x < usual.x || room.y < usual.y)
}

impl Shell {
    /// Looks where the window is, and tells it anew how small it may be when that has changed.
    pub(super) fn fit_window(&mut self, ctx: &egui::Context) {
        let (monitor, inner) = ctx.input(|input| (input.viewport().monitor_size, input.viewport().inner_rect));
        let (Some(monitor), zoom) = (monitor, ctx.zoom_factor()) else { return };
        // Everything that egui says and hears is in points at the person's text size.
        let monitor = monitor * zoom;
        if monitor.min_elem() <= 0.0 || self.fitted == Some((monitor, zoom)) {
            return;
        }
        let is_new = self.fitted.is_none_or(|(before, _)| before != monitor);
        self.fitted = Some((monitor, zoom));
        let usual = Vec2::from(self.themes.of(&self.model).metrics.window_least);
        let (least, is_small) = least(usual, monitor);
        ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(least / zoom));
        let room = (monitor - DESKTOPS_OWN).max(Vec2::splat(1.0));
        if let Some(inner) = inner.map(|inner| inner.size() * zoom)
            && is_new
            && (inner.x > room.x || inner.y > room.y)
        {
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(inner.min(room) / zoom));
            ctx.send_viewport_cmd(ViewportCommand::Maximized(is_small));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_size_never_exceeds_the_monitor() {
        let usual = vec2(480.0, 560.0);
        assert_eq!(least(usual, vec2(1920.0, 1080.0)), (usual, false));
        let (small, is_small) = least(usual, vec2(683.0, 384.0)); // 1366x768 at 200 %
        assert!(is_small && small.x <= 480.0 && small.y <= 384.0 - DESKTOPS_OWN.y, "{small:?}");
        assert!(least(usual, vec2(20.0, 20.0)).0.min_elem() > 0.0);
    }
}
