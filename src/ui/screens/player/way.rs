//! The way into the position: its steps in order, done ones ticked, the current one strong.
//!
//! Not the picture: that shows the current step alone. Invariant: no step is passed by a clock.

use eframe::egui::{Sense, Ui, Vec2};

use crate::{
    content::fill,
    drawing::Token,
    session::Session,
    ui::{
        View,
        pane::WidthClass,
        widgets::{frames, icon::Icon, text},
    },
};

/// "Step 2 of 7".
pub(super) fn number(view: View<'_>, session: &Session, step: u8) -> String {
    let (step, steps) = ((u16::from(step) + 1).to_string(), session.setup().steps_down.to_string());
    fill(&view.model.book.cues.labels.step, &[("step", &step), ("steps", &steps)])
}

/// The list beside the picture.
pub(super) fn steps(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, current: u8) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    // In a low column the step stands under the word already, and its buttons must stay in view.
    let comes_into_view = room != WidthClass::Column || ui.clip_rect().height() > metrics.stage_height;
    let current = usize::from(current);
    let cues = &view.model.book.cues;
    for step in 0..session.setup().steps_down {
        let Some(words) = cues.step_down(session.position(), step, session.hand()) else { continue };
        let index = usize::from(step);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(metrics.gap_28), Sense::hover());
            if index < current {
                view.kit.icons.paint(ui.painter(), Icon::Tick, rect.shrink(metrics.gap_4), theme.color(Token::PrimaryInk));
            } else {
                let (ground, ink) =
                    if index == current { (Token::Primary, Token::OnPrimary) } else { (Token::PrimarySoft, Token::PrimaryInk) };
                frames::badge(ui, view.kit, rect, &(index + 1).to_string(), ground, ink);
            }
            ui.add_space(metrics.gap_12);
            let (role, ink) = match index.cmp(&current) {
                std::cmp::Ordering::Less => (metrics.nav, Token::Ink2),
                std::cmp::Ordering::Equal => (metrics.nav_on, Token::Ink),
                std::cmp::Ordering::Greater => (metrics.nav, Token::Ink),
            };
            let shown = text::show(ui, theme, role, ink, &words);
            if index == current && view.model.page_is_new && comes_into_view {
                shown.scroll_to_me(None);
            }
        });
        ui.add_space(metrics.gap_8);
    }
}
