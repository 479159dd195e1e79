//! F6: from the sidebar to the page and back (screens.md, Keyboard).
//!
//! Not a message: the model knows nothing of who has the keyboard. The wish is left for whoever is drawn next, in the
//! same frame. Invariant: a wish that nobody takes is forgotten with its frame.

use eframe::egui::{Id, Response, Ui};

use crate::ui::{View, width_class::WidthClass};

/// The two halves of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowHalf {
    /// Sidebar, or the bar that stands for it.
    Side,
    /// The page.
    Page,
}

/// The pane that is to have the keyboard, and the frame it was asked in.
#[derive(Debug, Clone, Copy)]
struct Wanted(WindowHalf, u64);

fn id() -> Id {
    Id::unique("pane-wanted")
}

/// The other pane gets the keyboard.
pub(super) fn change(ui: &Ui, view: View<'_>) {
    let ctx = ui.ctx();
    let metrics = &view.kit.theme.metrics;
    let has_it = ctx.memory(|memory| memory.focused()).and_then(|focused| ctx.read_response(focused));
    let in_side = has_it.is_some_and(|response| match WidthClass::of_guide(view, ui.available_size()) {
        WidthClass::Wide | WidthClass::Broad => response.rect.right() <= metrics.sidebar,
        WidthClass::Bar | WidthClass::Column => response.rect.bottom() <= metrics.top_bar,
    });
    let wanted = Wanted(if in_side { WindowHalf::Page } else { WindowHalf::Side }, ctx.cumulative_frame_nr());
    ui.data_mut(|data| data.insert_temp(id(), wanted));
}

/// Gives this part the keyboard if its pane is to have it.
pub fn offer(ui: &Ui, pane: WindowHalf, response: &Response) {
    let frame = ui.ctx().cumulative_frame_nr();
    let takes = ui.data_mut(|data| {
        let takes = data.get_temp::<Wanted>(id()).is_some_and(|wanted| wanted.0 == pane && wanted.1 == frame);
        if takes {
            data.remove::<Wanted>(id());
        }
        takes
    });
    if takes {
        response.request_focus();
    }
}
