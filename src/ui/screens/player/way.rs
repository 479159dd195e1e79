//! The way into the position: its steps in order, done ones ticked, the current one strong.
//!
//! Not the picture: that shows the current step alone. Invariant: no step is passed by a clock.

use eframe::egui::Vec2;

use crate::{
    content::fill,
    drawing::Token,
    session::Session,
    ui::{
        View,
        layout::Node,
        widgets::{frames, icon::Icon},
    },
};

/// "Step 2 of 7".
pub(super) fn number(view: View<'_>, session: &Session, step: u8) -> String {
    let (step, steps) = ((u16::from(step) + 1).to_string(), session.setup().steps_down.to_string());
    fill(&view.model.cues().labels.step, &[("step", &step), ("steps", &steps)])
}

/// The list of the steps; `follows`: the current one is brought into view as it comes.
pub(super) fn steps<'a>(view: View<'a>, session: &Session, current: u8, follows: bool) -> Node<'a> {
    let metrics = view.metrics();
    let current = usize::from(current);
    let cues = view.model.cues();
    let told = |step| Some((usize::from(step), cues.step_down(session.position(), step, session.hand())?));
    let rows = (0..session.setup().steps_down).filter_map(told).map(|(index, words)| {
        let badge = Node::fixed(Vec2::splat(metrics.gap_28), move |ui, _| {
            let rect = ui.max_rect();
            if index < current {
                let tick = rect.shrink(metrics.gap_4);
                return view.kit.icons.paint(ui.painter(), Icon::Tick, tick, view.kit.theme.color(Token::PrimaryInk));
            }
            let (ground, ink) =
                if index == current { (Token::Primary, Token::OnPrimary) } else { (Token::PrimarySoft, Token::PrimaryInk) };
            frames::badge(ui, view.kit, rect, &(index + 1).to_string(), ground, ink);
        });
        let (role, ink) = match index.cmp(&current) {
            std::cmp::Ordering::Less => (metrics.nav, Token::Ink2),
            std::cmp::Ordering::Equal => (metrics.nav_on, Token::Ink),
            std::cmp::Ordering::Greater => (metrics.nav, Token::Ink),
        };
        let row = Node::row([badge, view.words(role, ink, words).grow()]).top().gap(metrics.gap_12);
        row.on(move |ui, rect, _| {
            if index == current && follows && view.model.page_is_new {
                ui.scroll_to_rect(rect, None);
            }
        })
    });
    Node::column(rows.collect::<Vec<_>>()).gap(metrics.gap_8)
}
