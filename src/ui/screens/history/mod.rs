//! History: what was done by the day, how it felt after, and the entries of a month (screens.md 10).
//!
//! Counts and no claims: no streak, no trend, no praise. Invariant: nothing here is worked out from the whole history
//! in a frame; the log counts as entries come.

mod ask;
mod calendar;
mod chart;
mod entry;
mod files;
mod list;
mod transfer;

use eframe::egui::Ui;

use crate::{
    app::{HistoryMsg, Msg, Open, Trouble},
    content::fill,
    limit::Nudge,
    ui::{
        View,
        layout::{Node, parts},
        pane::Pane,
        widgets::{button::Weight, frames, icon::Icon},
        width_class::WidthClass,
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history);
    let state = &view.model.history;
    head(pane);
    for trouble in &state.trouble {
        trouble_note(pane, trouble);
    }
    if let Some(nudge) = view.model.nudge() {
        nudge_note(pane.ui, view, nudge);
        pane.gap(metrics.gap_16);
    }
    if state.log.is_empty() {
        let line = if state.pending { &words.reading.detail } else { &words.empty };
        pane.card(view.words(metrics.lead, crate::drawing::Token::Ink, line.as_str()));
        files::show(pane);
    } else {
        pane.beside(month, |pane| {
            list::show(pane);
            files::show(pane);
        });
    }
    open(pane);
}

/// What is open over the page.
fn open(pane: &mut Pane<'_, '_>) {
    match &pane.view.model.history.page.open {
        None => {}
        Some(Open::Entry(name)) => entry::show(pane, *name),
        Some(Open::Day(date)) => list::day(pane, *date),
        Some(Open::AskDelete(name)) => ask::delete(pane, *name),
        Some(Open::AskDeleteAll(scope)) => ask::delete_all(pane, *scope),
        Some(Open::Export) => transfer::export(pane),
        Some(Open::Reading) => transfer::reading(pane),
        Some(Open::Import(preview)) => transfer::import(pane, preview),
        Some(Open::Refused(why)) => transfer::refused(pane, *why),
    }
}

/// The question before everything is deleted, for any page that has a button for it.
pub fn open_question(pane: &mut Pane<'_, '_>) {
    if let Some(Open::AskDeleteAll(scope)) = pane.view.model.history.page.open {
        ask::delete_all(pane, scope);
    }
}

/// Something to mind, in a note: it closes nothing.
pub fn nudge_note(ui: &mut Ui, view: View<'_>, nudge: Nudge) {
    let (lead, words) = nudge_words(view, nudge);
    frames::note(ui, view.kit, Icon::Info, &lead, words);
}

/// Its words.
pub fn nudge_words(view: View<'_>, nudge: Nudge) -> (String, &str) {
    let words = &view.model.book.history.nudge;
    let (lead, count) = match nudge {
        Nudge::Often { days } => (&words.often, days),
        Nudge::Long { weeks } => (&words.long, weeks),
    };
    (fill(lead, &[("n", &count.to_string())]), &words.rest)
}

/// Title and lead, with what can be done with the whole history beside them.
fn head(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history);
    let way = |icon, label, message| {
        view.press(view.button(Weight::Secondary, label).height(metrics.button_small).icon(icon), Msg::History(message))
    };
    let ways = if view.model.history.log.is_empty() {
        Vec::new()
    } else {
        let print = way(Icon::Print, words.print.as_str(), HistoryMsg::ForVisit);
        vec![print, way(Icon::Export, &words.export.button, HistoryMsg::AskExport)]
    };
    pane.title_beside(&words.title, ways);
    pane.lead(&words.lead);
}

/// What is wrong with the file, and the way to it.
fn trouble_note(pane: &mut Pane<'_, '_>, trouble: &Trouble) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history.trouble);
    let (lead, rest) = match trouble {
        Trouble::Damaged(_) => (&words.lead, words.damaged.clone()),
        Trouble::Newer => (&words.newer_lead, words.newer.clone()),
        Trouble::Unread(why) => (&words.lead, fill(&words.unread, &[("why", why)])),
        Trouble::Shorter => (&words.shorter_lead, words.shorter_rest.clone()),
    };
    let show = view.button(Weight::Secondary, &words.show).height(metrics.button_small);
    let show = Node::wrap([view.press(show, Msg::History(HistoryMsg::ShowFile))]);
    pane.put(Node::column([view.note(Icon::Info, lead, rest), show]).gap(metrics.gap_8));
}

/// Calendar and answers: side by side where the whole page is one column and has room for both.
fn month(pane: &mut Pane<'_, '_>) {
    let (view, metrics, pad) = (pane.view, pane.metrics(), pane.card_pad());
    let (whole, gap) = (pane.width(), metrics.gap_16);
    let room = whole - gap - 4.0 * pad;
    let calendar = parts::card(view.kit, false, calendar::month(view).pad(pad));
    if pane.class == WidthClass::Wide {
        let share = metrics.calendar_share;
        let chart = chart::weeks(pane.ui, view, room * (1.0 - share)).pad(pad);
        let chart = parts::card(view.kit, false, chart).share(1.0 - share);
        let cards = Node::row([calendar.share(share), chart]).level().gap(gap);
        pane.put(Node::column([cards, calendar::legend(view)]).gap(metrics.gap_12));
    } else {
        pane.put(Node::column([calendar, calendar::legend(view)]).gap(metrics.gap_12));
        let chart = chart::weeks(pane.ui, view, whole - 2.0 * pad);
        pane.card(chart);
    }
}
