//! About the program: who has looked at it, version and license, where its data lies, its keys, where the texts come from.
//!
//! Not the sources themselves: they have a page, which this one leads to. Invariant: what is copied for a report says
//! nothing about the person.

use super::all_keys;
use crate::{
    app::{Copied, HistoryMsg, Msg, Route, SettingsMsg},
    content::fill,
    ui::{
        View,
        layout::{Node, parts},
        pane::Pane,
        widgets::{button::Weight, icon::Icon},
    },
};

/// The page.
pub(super) fn show(pane: &mut Pane<'_, '_>) {
    let (view, words) = (pane.view, &pane.view.model.book.words.about);
    let copy = view.button(Weight::Quiet, words.copy.as_str()).icon(Icon::Document).height(pane.metrics().button_small);
    pane.title_beside(&words.title, vec![view.press(copy, Msg::Copy(Copied::ForReport))]);
    pane.note(Icon::Info, &words.no_clinician, &words.no_clinician_detail);
    pane.beside(
        |pane| {
            pane.card(program(view));
            pane.card(data(view));
            pane.card(sources(view));
            pane.card(told(view, &words.report, &words.report_detail, Vec::new()));
        },
        |pane| {
            let keys = Node::column([view.h2(&view.model.book.words.keys.title), all_keys::list(view)]);
            pane.card(keys.gap(view.metrics().gap_8));
        },
    );
}

fn program(view: View<'_>) -> Node<'_> {
    let words = &view.model.book.words.about;
    let version = fill(&words.version_is, &[("version", env!("CARGO_PKG_VERSION"))]);
    Node::column([
        view.h2(&words.program),
        view.meta(words.version.as_str()),
        view.strong(version),
        view.meta(words.licence.as_str()),
        view.strong(words.licence_is.as_str()),
    ])
    .gap(view.metrics().gap_4)
}

/// Where settings and history lie, and the ways there.
fn data(view: View<'_>) -> Node<'_> {
    let (words, metrics) = (&view.model.book.words.about, view.metrics());
    let open = |label: &str, message| {
        view.press(view.button(Weight::Secondary, label.to_owned()).icon(Icon::Folder).height(metrics.button_small), message)
    };
    let copy = |name: &str, what| {
        let label = words.copy_path.clone();
        view.press(view.button(Weight::Quiet, label).name(name.to_owned()).height(metrics.button_small), Msg::Copy(what))
    };
    let mut inside = vec![view.h2(&words.data)];
    if !view.model.settings_path.is_empty() {
        inside.push(view.body(fill(&words.settings_in, &[("path", &view.model.settings_path)])));
        inside.push(ways(
            view,
            vec![
                open(&words.open_folder, Msg::Settings(SettingsMsg::OpenFolder)),
                copy(&words.copy_settings_path, Copied::SettingsPath),
            ],
        ));
    }
    if !view.model.history.path.is_empty() {
        inside.push(view.body(fill(&words.history_in, &[("path", &view.model.history.path)])));
        inside.push(ways(
            view,
            vec![
                open(&words.open_history_folder, Msg::History(HistoryMsg::ShowFile)),
                copy(&words.copy_history_path, Copied::HistoryPath),
            ],
        ));
    }
    Node::column(inside).gap(metrics.gap_8)
}

/// What is said of the sources here, and the way to them.
fn sources(view: View<'_>) -> Node<'_> {
    let (words, title) = (&view.model.book.words.about, &view.model.book.guide.sources.title);
    let go = view.button(Weight::Secondary, title.as_str()).trailing(Icon::ChevronRight).height(view.metrics().button_small);
    told(view, &words.sources, &words.sources_detail, vec![view.press(go, Msg::Go(Route::Sources))])
}

fn told<'a>(view: View<'a>, title: &'a str, detail: &'a str, all: Vec<Node<'a>>) -> Node<'a> {
    let mut inside = vec![parts::heading(view.kit, view.metrics().h2, 2, title), view.body(detail)];
    if !all.is_empty() {
        inside.push(ways(view, all));
    }
    Node::column(inside).gap(view.metrics().gap_8)
}

fn ways<'a>(view: View<'a>, all: Vec<Node<'a>>) -> Node<'a> {
    Node::wrap(all).gap(view.metrics().gap_12)
}
