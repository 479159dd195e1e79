//! What can be chosen about the page.
//!
//! Invariant: the warning signs stand in the list and cannot be taken out of it, and no choice moves another.

use super::own;
use crate::{
    app::{Msg, PrintMsg},
    sheet::{Include, Ink, Kind, Options, Paper, TextSize},
    ui::{
        View,
        layout::{Node, parts},
        pane::Pane,
        widgets::button::Weight,
    },
};

/// All choices, one under the other.
pub(super) fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let (words, print, now) = (&view.model.book.words.sheet, &view.model.book.print, view.model.sheet);
    let set = Msg::SetSheet;
    let kinds = [(&print.summary, Kind::Summary), (&print.clinician, Kind::Clinician), (&print.card, Kind::EmergencyCard)];
    let papers = [(&words.a4, Paper::A4), (&words.letter, Paper::Letter)];
    let sizes = [(&words.standard, TextSize::Standard), (&words.large, TextSize::Large)];
    let inks = [(&words.colour, Ink::Colour), (&words.black_and_white, Ink::BlackAndWhite)];
    let choices = [
        choice(view, &print.page, &kinds, now.kind, |kind| set(Options { kind, ..now })),
        choice(view, &words.paper, &papers, now.paper, |paper| set(Options { paper, ..now })),
        choice(view, &words.text, &sizes, now.text, |text| set(Options { text, ..now })),
        choice(view, &words.ink, &inks, now.ink, |ink| set(Options { ink, ..now })),
    ];
    pane.put(Node::column(choices.into_iter().chain([include(view)]).collect::<Vec<_>>()).gap(metrics.gap_8));
    own::show(pane);
    pane.put(picture(view));
}

/// What stands on the summary; the other pages have no parts to take out.
fn include(view: View<'_>) -> Node<'_> {
    let (metrics, words, now) = (view.metrics(), &view.model.book.print, view.model.sheet);
    let parts = now.include;
    let change = |include| (now.kind == Kind::Summary).then_some(Msg::SetSheet(Options { include, ..now }));
    Node::column([
        parts::heading(view.kit, metrics.strong, 2, words.include.as_str()),
        view.check(&words.positions, parts.positions, change(Include { positions: !parts.positions, ..parts })),
        view.check(&words.signs, true, None),
        view.check(&words.log, parts.log, change(Include { log: !parts.log, ..parts })),
        view.check(&words.questions, parts.questions, change(Include { questions: !parts.questions, ..parts })),
        view.check(&words.weeks, parts.weeks, change(Include { weeks: !parts.weeks, ..parts })),
    ])
}

/// The page as a picture, and in another program.
fn picture(view: View<'_>) -> Node<'_> {
    let (metrics, words, model) = (view.metrics(), &view.model.book.print, view.model);
    let kinds = [(&words.for_screen, 150), (&words.for_paper, 300)];
    let way = |label, free: bool, message| {
        let button = view.button(Weight::Secondary, label).height(metrics.button_small).role(metrics.nav_on);
        view.press(button, Msg::Print(message)).enabled(free)
    };
    Node::column([
        choice(view, &words.sharpness, &kinds, model.print.dpi, |dpi| Msg::Print(PrintMsg::Sharpness(dpi))),
        way(words.save_picture.as_str(), !model.saving_sheet, PrintMsg::SavePicture),
        way(&words.open, model.print.busy.is_none(), PrintMsg::Open),
    ])
    .gap(metrics.gap_8)
}

/// A title, and a few choices beside it or under it.
fn choice<'a, T: Copy + PartialEq>(
    view: View<'a>,
    title: &'a str,
    options: &[(&'a String, T)],
    now: T,
    pick: impl Fn(T) -> Msg,
) -> Node<'a> {
    let metrics = view.metrics();
    let current = options.iter().position(|&(_, option)| option == now).unwrap_or(0);
    let labels = options.iter().map(|(label, _)| (*label).clone()).collect();
    let choices = view.choices(title, labels, current, options.iter().map(|&(_, option)| pick(option)).collect());
    Node::wrap([view.strong(title).grow(), choices]).gap(metrics.gap_4).gap_across(metrics.gap_12)
}
