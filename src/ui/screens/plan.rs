//! A plan to look at: in plain words, beside the guide's own numbers, with every line that is left out.
//!
//! Not the reading of it. Invariant: both answers are there from the first look on, and neither has the keyboard.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::{
    app::{Msg, PlanMsg, Preview},
    content::fill,
    drawing::Token,
    plan::OwnPlan,
    session::Position,
    ui::{
        Messages, View,
        pane::WidthClass,
        screens,
        widgets::{
            bullets,
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// So many lines that are left out are shown; a file with more is told by their number.
const MOST_SHOWN: usize = 8;

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.plan.page);
    let Some(Preview { file, reading }) = &view.model.plan.preview else { return };
    let Some(own) = &reading.plan else {
        screens::title(ui, view, &words.bad_title);
        screens::lead(ui, view, &words.bad_lead);
        refused(ui, view, file, "", out);
        ui.add_space(metrics.gap_20);
        if Button::new(view.kit, Weight::Secondary, &words.close).show(ui, view.kit).clicked() {
            out.push(Msg::Plan(PlanMsg::Leave));
        }
        return;
    };
    screens::title(ui, view, &words.title);
    screens::lead(ui, view, &words.lead);
    about(ui, view, own);
    ui.add_space(metrics.gap_16);
    beside(ui, view, room, own);
    if !reading.refusals.is_empty() {
        ui.add_space(metrics.gap_16);
        refused(ui, view, &words.refused_title, &words.refused_lead, out);
    }
    ui.add_space(metrics.gap_20);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_12);
        for (label, message) in [(&words.take, PlanMsg::Take), (&words.leave, PlanMsg::Leave)] {
            let button = Button::new(view.kit, Weight::Secondary, label).height(metrics.button_large);
            if button.show(ui, view.kit).clicked() {
                out.push(Msg::Plan(message));
            }
        }
    });
}

/// Title, author and notes, as they stand in the file.
fn about(ui: &mut Ui, view: View<'_>, own: &OwnPlan) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.plan.page);
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        text::heading(ui, theme, metrics.h2, 2, own.title());
        if !own.author().is_empty() {
            text::show(ui, theme, metrics.body, Token::Ink2, &fill(&words.by, &[("author", own.author())]));
        }
        if !own.notes().is_empty() {
            ui.add_space(metrics.gap_12);
            text::heading(ui, theme, metrics.strong, 3, &words.notes);
            text::show(ui, theme, metrics.body, Token::Ink, own.notes());
        }
    });
}

/// The plan in plain words, and the guide's own numbers beside it.
fn beside(ui: &mut Ui, view: View<'_>, room: WidthClass, own: &OwnPlan) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.plan.page);
    let guide = OwnPlan::of_guide(&view.model.guide_numbers(), "");
    let sides = [(&words.plan, own, true), (&words.guide, &guide, false)];
    if room == WidthClass::Column {
        for (index, (title, plan, first)) in sides.into_iter().enumerate() {
            ui.add_space(if index > 0 { metrics.gap_12 } else { 0.0 });
            side(ui, view, title, plan, first);
        }
        return;
    }
    let width = (ui.available_width() - metrics.gap_16) / 2.0;
    ui.horizontal_top(|ui| {
        for (index, (title, plan, first)) in sides.into_iter().enumerate() {
            ui.add_space(if index > 0 { metrics.gap_16 } else { 0.0 });
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                side(ui, view, title, plan, first);
            });
        }
    });
}

fn side(ui: &mut Ui, view: View<'_>, title: &str, plan: &OwnPlan, first: bool) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    frames::card(ui, theme, first, metrics.gap_20, |ui| {
        text::heading(ui, theme, metrics.h3, 2, title);
        ui.add_space(metrics.gap_12);
        let name = |position: Position| {
            let text = view.model.position_text(position);
            text.map_or_else(|| position.id().to_owned(), |text| text.name.clone())
        };
        let lines = view.model.book.plan.lines(plan, view.model.guide_numbers(), &name);
        bullets::list(ui, view.kit, lines.iter().map(String::as_str));
    });
}

/// What is left out, and why.
fn refused(ui: &mut Ui, view: View<'_>, title: &str, lead: &str, _out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.plan.page);
    let Some(preview) = &view.model.plan.preview else { return };
    let refusals = &preview.reading.refusals;
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        ui.horizontal(|ui| {
            frames::icon_here(ui, view.kit, Icon::Info, Token::NoteInk);
            ui.add_space(metrics.gap_12);
            text::heading(ui, theme, metrics.h3, 2, title);
        });
        if !lead.is_empty() {
            text::show(ui, theme, metrics.meta, Token::Ink2, lead);
        }
        ui.add_space(metrics.gap_12);
        let lines: Vec<String> = refusals.iter().take(MOST_SHOWN).map(|refusal| view.model.refusal_line(refusal)).collect();
        bullets::list(ui, view.kit, lines.iter().map(String::as_str));
        let more = refusals.len().saturating_sub(MOST_SHOWN).saturating_add(preview.reading.more);
        if more > 0 {
            text::show(ui, theme, metrics.body, Token::Ink2, &words.more.of(more));
        }
    });
}
