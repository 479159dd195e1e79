//! The person's own pace, inside the safe ranges.
//!
//! Invariant: no row can leave its range, and a number that the plan in use sets is not the person's to change.

use eframe::egui::Ui;

use super::{Row, row};
use crate::{
    app::{Choice, Msg},
    content::fill,
    drawing::Token,
    plan::Part,
    settings::Pace,
    ui::{
        Messages, View,
        pane::WidthClass,
        widgets::{
            button::{Button, Weight},
            icon::Icon,
            stepper, text,
        },
    },
};

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    text::heading(ui, theme, metrics.h3, 2, &words.pace);
    text::show(ui, theme, metrics.meta, Token::Ink2, &words.pace_detail);
    let parts = [
        (Part::LeadIn, &words.lead_in, true),
        (Part::Hold, &words.hold, true),
        (Part::Release, &words.release, true),
        (Part::Breaths, &words.breaths, false),
        (Part::Rounds, &words.rounds, false),
    ];
    for (part, name, in_secs) in parts {
        ui.add_space(metrics.gap_12);
        number(ui, view, part, name, in_secs, out);
    }
    if view.model.settings.pace == Pace::default() {
        return;
    }
    ui.add_space(metrics.gap_8);
    let back = Button::new(view.kit, Weight::Quiet, &words.guides_pace).icon(Icon::Undo).height(metrics.button_small);
    if back.show(ui, view.kit).clicked() {
        out.push(Msg::Set(Choice::GuidesPace));
    }
}

fn number(ui: &mut Ui, view: View<'_>, part: Part, name: &str, in_secs: bool, out: &mut Messages) {
    let words = &view.model.book.words.settings;
    let guide = view.model.guide_numbers();
    let (value, range) = (view.model.pace_number(part), part.range(guide));
    let by_plan = view.model.plan_sets(part);
    let limits = [("least", range.start().to_string()), ("most", range.end().to_string())];
    let limits: Vec<(&str, &str)> = limits.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut detail = if by_plan {
        view.model.book.plan.group.set_by.clone()
    } else {
        fill(if in_secs { &words.range_secs } else { &words.range }, &limits)
    };
    if !by_plan && value != part.of(&guide) {
        let own = fill(&words.own_number, &[("n", &part.of(&guide).to_string())]);
        detail = format!("{detail} {own}");
    }
    let shown = if in_secs { fill(&words.secs, &[("n", &value.to_string())]) } else { value.to_string() };
    let spoken = if in_secs { words.secs_spoken.of(value as usize) } else { value.to_string() };
    let spoken = fill(&words.value, &[("name", name), ("value", &spoken)]);
    let (less, more) = (fill(&words.less, &[("name", name)]), fill(&words.more, &[("name", name)]));
    let open = |at_end: bool| !by_plan && !at_end;
    row(ui, view, Row { title: name, detail: &detail, wide: stepper::width(view.kit) }, |ui, _| {
        let less = (less.as_str(), open(value <= *range.start()));
        let more = (more.as_str(), open(value >= *range.end()));
        if let Some(step) = stepper::show(ui, view.kit, &shown, &spoken, less, more) {
            out.push(Msg::Set(Choice::Pace(part, step)));
        }
    });
}
