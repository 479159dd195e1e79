//! What is higher than its room scrolls, with a bar that is always drawn, so that what lies below is seen to be there.
//!
//! Not for pages of the guide: those scroll as a whole. Invariant: what fits never scrolls, and a room that grows never
//! leaves its contents scrolled out of it.

use eframe::egui::{Id, Rect, ScrollArea, Ui, scroll_area::ScrollBarVisibility, style::ScrollStyle};

use super::Node;
use crate::{
    drawing::Token,
    ui::{Messages, keys::scroll::by_keys, widgets::Kit},
};

/// How far something is scrolled.
#[derive(Debug, Clone, Copy)]
pub struct Scrolled {
    /// What can be seen of it.
    pub window: Rect,
    /// How far down it is scrolled, in points.
    pub offset: f32,
    /// How far down it can be, in points; 0 where all of it shows.
    pub most: f32,
}

impl Scrolled {
    /// Whether its end is in view.
    pub fn is_at_end(self, slack: f32) -> bool {
        self.offset >= self.most - slack
    }
}

/// Gives scroll areas of this `Ui` a bar that is drawn all the time and takes its own room.
pub fn solid_bar(ui: &mut Ui, kit: Kit<'_>) {
    let metrics = &kit.theme.metrics;
    let style = ScrollStyle { bar_width: metrics.scroll_bar, bar_inner_margin: metrics.gap_8, ..ScrollStyle::solid() };
    ui.spacing_mut().scroll = style;
    ui.visuals_mut().extreme_bg_color = kit.theme.color(Token::Track);
}

/// Scrolls what was shown under this key to here, in the next frame.
pub fn go_to(ui: &Ui, key: Id, offset: f32) {
    ui.data_mut(|data| data.insert_temp(key.with("go-to"), offset));
    ui.ctx().request_repaint();
}

impl Node<'_> {
    /// Fills the room there is; where that is too low, it scrolls. `starts`: from its top.
    pub fn show_or_scroll(self, ui: &mut Ui, kit: Kit<'_>, key: Id, starts: bool, out: &mut Messages) -> Scrolled {
        let room = ui.available_rect_before_wrap();
        if self.height_at(ui, room.width()) <= room.height() + 0.5 {
            self.show_in(ui, room, out);
            return Scrolled { window: room, offset: 0.0, most: 0.0 };
        }
        solid_bar(ui, kit);
        let width = room.width() - ui.spacing().scroll.allocated_width();
        let most = (self.height_at(ui, width) - room.height()).max(0.0);
        let before = ui.data(|data| data.get_temp::<f32>(key)).unwrap_or(0.0);
        let wanted = ui.data_mut(|data| data.remove_temp::<f32>(key.with("go-to")));
        // Set only where it differs: an offset that is set holds the wheel up.
        let offset = if starts { Some(0.0) } else { wanted.or((before > most).then_some(most)) };
        let mut area = ScrollArea::vertical()
            .id_salt(key)
            .auto_shrink([false, false])
            .max_height(room.height())
            .min_scrolled_height(0.0)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysVisible)
            .animated(false);
        if let Some(offset) = offset {
            area = area.vertical_scroll_offset(offset.clamp(0.0, most));
        }
        let output = area.show(ui, |ui| {
            by_keys(ui);
            self.show(ui, out);
        });
        let offset = output.state.clamped_offset().y;
        ui.data_mut(|data| data.insert_temp(key, offset));
        Scrolled { window: output.inner_rect, offset, most }
    }
}
