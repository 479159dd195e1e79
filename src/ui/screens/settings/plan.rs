//! Which plan is in use, and the ways to another one.

use eframe::egui::{Ui, vec2};

use super::heading;
use crate::{
    app::{Msg, PlanMsg},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        pane::WidthClass,
        widgets::{
            ask,
            button::{Button, Weight},
            icon::Icon,
            text,
        },
    },
};

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.plan.group);
    heading(ui, view, &words.title);
    text::show(ui, theme, metrics.strong, Token::Ink, &view.model.plan_in_use());
    ui.add_space(metrics.gap_4);
    text::show(ui, theme, metrics.meta, Token::Ink2, &words.detail);
    ui.add_space(metrics.gap_16);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_12);
        let mut button = |label: &str, icon, message| {
            if Button::new(view.kit, Weight::Secondary, label).icon(icon).show(ui, view.kit).clicked() {
                out.push(Msg::Plan(message));
            }
        };
        button(&words.look_at, Icon::Document, PlanMsg::Choose);
        button(&words.export, Icon::Export, PlanMsg::Export);
        if view.model.plan.own.is_some() {
            button(&words.back, Icon::Undo, PlanMsg::AskBack);
        } else if view.model.plan.lost {
            // There is nothing in it to be asked about.
            button(&words.back, Icon::Undo, PlanMsg::Back);
        }
    });
}

/// Asks whether the plan should go, where that was asked for.
pub(super) fn ask_back(ui: &Ui, view: View<'_>, out: &mut Messages) {
    let words = &view.model.book.plan.group;
    let Some(own) = view.model.plan.own.as_ref().filter(|_| view.model.plan.asks_back) else { return };
    let detail = fill(&words.back_detail, &[("title", own.title())]);
    let question = ask::Question { title: &words.back_title, detail: &detail, yes: &words.back_yes, no: &words.back_no };
    if let Some(yes) = ask::show(ui, view.kit, "take the plan out", question) {
        out.push(Msg::Plan(if yes { PlanMsg::Back } else { PlanMsg::KeepPlan }));
    }
}
