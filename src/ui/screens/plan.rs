//! A plan to look at: in plain words, beside the guide's own numbers, with every line that is left out.
//!
//! Not the reading of it. Invariant: both answers are there from the first look on, and neither has the keyboard.

use crate::{
    app::{Msg, PlanMsg, Preview},
    content::fill,
    drawing::Token,
    plan::OwnPlan,
    session::Position,
    ui::{
        View,
        layout::{Node, parts},
        pane::Pane,
        widgets::{button::Weight, icon::Icon},
    },
};

/// Of the lines that are left out this many are shown; a file with more is told by their number.
const MOST_SHOWN: usize = 8;

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.plan.page);
    let Some(Preview { file, reading }) = &view.model.plan.preview else { return };
    let Some(own) = &reading.plan else {
        pane.title(&words.bad_title);
        pane.lead(&words.bad_lead);
        refused(pane, file, "");
        return pane.press(view.button(Weight::Secondary, &words.close), Msg::Plan(PlanMsg::Leave));
    };
    pane.title(&words.title);
    pane.lead(&words.lead);
    about(pane, own);
    // The plan in plain words, and the guide's own numbers beside it.
    let guide = OwnPlan::of_guide(&view.model.guide_numbers(), "");
    let sides = [(&words.plan, own, true), (&words.guide, &guide, false)];
    let pad = pane.card_pad();
    let sides = sides.map(|(title, plan, first)| parts::card(view.kit, first, side(view, title, plan).pad(pad)));
    pane.grid(metrics.tile_least * 1.5, 2, metrics.gap_16, sides.into());
    if !reading.refusals.is_empty() {
        refused(pane, &words.refused_title, &words.refused_lead);
    }
    let answers = [(&words.take, PlanMsg::Take), (&words.leave, PlanMsg::Leave)].map(|(label, message)| {
        view.press(view.button(Weight::Secondary, label).height(metrics.button_large), Msg::Plan(message))
    });
    pane.put(Node::wrap(answers).gap(metrics.gap_12));
}

/// Title, author and notes, as they stand in the file.
fn about(pane: &mut Pane<'_, '_>, own: &OwnPlan) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.plan.page);
    let mut said = vec![parts::heading(view.kit, metrics.h2, 2, own.title())];
    if !own.author().is_empty() {
        said.push(view.quiet(fill(&words.by, &[("author", own.author())])));
    }
    if !own.notes().is_empty() {
        said.extend([Node::space(metrics.gap_12), parts::heading(view.kit, metrics.strong, 3, words.notes.as_str())]);
        said.push(view.body(own.notes()).most_width(metrics.reading_width));
    }
    pane.card(Node::column(said));
}

fn side<'a>(view: View<'a>, title: &'a str, plan: &OwnPlan) -> Node<'a> {
    let metrics = view.metrics();
    let name = |position: Position| {
        let text = view.model.position_text(position);
        text.map_or_else(|| position.id().to_owned(), |text| text.name.clone())
    };
    let lines = view.model.book.plan.lines(plan, view.model.guide_numbers(), &name);
    let heading = parts::heading(view.kit, metrics.h3, 2, title);
    Node::column([heading, parts::bullets(view, lines.iter().map(String::as_str))]).gap(metrics.gap_12)
}

/// What is left out, and why.
fn refused(pane: &mut Pane<'_, '_>, title: &str, lead: &str) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.plan.page);
    let Some(preview) = &view.model.plan.preview else { return };
    let refusals = &preview.reading.refusals;
    let heading = parts::heading(view.kit, metrics.h3, 2, title).grow();
    let icon = parts::icon(view.kit, Icon::Info, metrics.gap_24, Token::NoteInk);
    let mut said = vec![Node::row([icon, heading]).gap(metrics.gap_12)];
    if !lead.is_empty() {
        said.push(view.meta(lead));
    }
    let lines: Vec<String> = refusals.iter().take(MOST_SHOWN).map(|refusal| view.model.refusal_line(refusal)).collect();
    said.push(parts::bullets(view, lines.iter().map(String::as_str)));
    let more = refusals.len().saturating_sub(MOST_SHOWN).saturating_add(preview.reading.more);
    said.extend((more > 0).then(|| view.quiet(words.more.of(more))));
    pane.card(Node::column(said).gap(metrics.gap_12));
}
