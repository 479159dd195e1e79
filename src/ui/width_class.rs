//! How wide a window is, in the four kinds that pages tell apart.

use eframe::egui::Vec2;

use crate::ui::View;

/// How wide the window is, counted at the chosen text size (screens.md section 3, Layout), from narrow to broad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WidthClass {
    /// Top bar and a page of one column.
    Column,
    /// Top bar and page.
    Bar,
    /// Sidebar and page.
    Wide,
    /// Sidebar, and a page with two columns: what to do, and what explains it.
    Broad,
}

impl WidthClass {
    /// The class of a width in points.
    pub fn of(view: View<'_>, width: f32) -> Self {
        let metrics = view.metrics();
        match width {
            width if width >= metrics.broad_from => Self::Broad,
            width if width >= metrics.wide_from => Self::Wide,
            width if width >= metrics.bar_from => Self::Bar,
            _ => Self::Column,
        }
    }

    /// The class of a page of the guide: in a window too low for the sidebar's rows there is a top bar.
    pub fn of_guide(view: View<'_>, window: Vec2) -> Self {
        let class = Self::of(view, window.x);
        if window.y < view.metrics().sidebar_from_height { class.min(Self::Bar) } else { class }
    }

    /// Whether the sidebar stands beside the page.
    pub fn has_sidebar(self) -> bool {
        self >= Self::Wide
    }
}
