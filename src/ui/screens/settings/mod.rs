//! Settings: saved as they are made. Cards of rows, in two columns where the window is broad.
//!
//! What there is to choose stands in the table of [`groups`]; what a choice does is `app`'s business.

mod figures;
mod groups;
mod position;
mod reminders;
mod row;

use eframe::egui::{Align2, Area, Frame, Id, Label, Order, Ui, accesskit::Live, vec2};

use crate::{
    app::{Msg, PlanMsg, SettingsMsg},
    content::fill,
    drawing::Token,
    ui::{
        View,
        pane::Pane,
        pane::flow::Question,
        theme::radius,
        widgets::{frames, icon::Icon, text},
        width_class::WidthClass,
    },
};

/// As many of the groups stand in the left column of a broad window: about half of the page.
const LEFT: usize = 4;

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.words.settings);
    pane.title(&words.title);
    if view.model.settings_read_only {
        pane.note(Icon::Info, "", &words.read_only);
    } else {
        pane.lead(&words.lead);
    }
    let cards = |pane: &mut Pane<'_, '_>, groups: &[groups::Group]| {
        for group in groups {
            let width = pane.width() - 2.0 * pane.card_pad();
            let card = row::card(view, group(pane.ui, view, width));
            pane.card(card);
        }
    };
    if pane.class >= WidthClass::Broad {
        let (left, right) = groups::ALL.split_at(LEFT);
        let gap = metrics.gap_20;
        pane.sides((pane.width() - gap) / 2.0, gap, |pane| cards(pane, left), |pane| cards(pane, right));
    } else {
        cards(pane, &groups::ALL);
    }
    if view.model.shows_saved() {
        saved(pane.ui, view);
    }
    questions(pane);
}

/// What is asked before something is put back.
fn questions(pane: &mut Pane<'_, '_>) {
    let model = pane.view.model;
    let (words, plan) = (&model.book.words.settings, &model.book.plan.group);
    if model.choosing.asks_reset {
        pane.ask(&Question {
            name: "put settings back",
            title: &words.reset_title,
            detail: &words.reset_detail,
            yes: (&words.reset_yes, Msg::Settings(SettingsMsg::Reset)),
            no: (&words.reset_no, Msg::Settings(SettingsMsg::CancelReset)),
        });
    }
    if let Some(own) = model.plan.own.as_ref().filter(|_| model.plan.asks_back) {
        pane.ask(&Question {
            name: "take the plan out",
            title: &plan.back_title,
            detail: &fill(&plan.back_detail, &[("title", own.title())]),
            yes: (&plan.back_yes, Msg::Plan(PlanMsg::Back)),
            no: (&plan.back_no, Msg::Plan(PlanMsg::KeepPlan)),
        });
    }
}

/// "Saved", quietly, in the corner of what is in view: whoever changes the last row sees it too.
fn saved(ui: &Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, view.metrics(), &view.model.book.words.settings);
    let corner = ui.clip_rect().right_bottom() - vec2(metrics.gap_24, metrics.gap_24);
    let place = Area::new(Id::unique("saved")).order(Order::Middle).pivot(Align2::RIGHT_BOTTOM).fixed_pos(corner);
    place.interactable(false).show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(theme.color(Token::Surface))
            .stroke(theme.line(metrics.control_border, Token::Primary))
            .corner_radius(radius(metrics.gap_20))
            .shadow(theme.card_shadow())
            .inner_margin(frames::margin(metrics.gap_8));
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.add_space(metrics.gap_8);
                frames::icon_here(ui, view.kit, Icon::Tick, Token::PrimaryInk);
                ui.add_space(metrics.gap_8);
                let job = text::job(theme, metrics.nav_on, Token::PrimaryInk, &words.saved, f32::INFINITY);
                let response = ui.add(Label::new(job).extend().selectable(false));
                text::announce(ui, &response, Live::Polite);
                ui.add_space(metrics.gap_8);
            });
        });
    });
}
