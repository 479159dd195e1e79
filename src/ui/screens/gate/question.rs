//! Questions with three or four answers, one under the other: what a professional said, and what to leave out.
//!
//! Invariant: the answers look the same, none is preset, and each has its key.

use crate::{
    app::Msg,
    session::Gate,
    ui::{
        layout::{Node, texts},
        pane::Pane,
        screens::{
            answers::{self, Answers, plain},
            gate::question_frame,
        },
    },
};

/// The question, its answers, and what is kept of them.
pub fn show(pane: &mut Pane<'_, '_>, gate: Gate) {
    let view = pane.view;
    let words = &view.model.book.gates;
    let [question, lead, footer] = words.question(gate);
    let answers = Answers {
        list: words.answers(gate).into_iter().map(|(label, event)| plain(label, Msg::Gate(event))).collect(),
        keys: view.model.settings.answer_keys,
        height: view.metrics().answer_row + view.metrics().gap_8,
        note: footer.to_owned(),
        ..Answers::default()
    };
    question_frame(view, None, gate).show(pane, |pane| {
        let question = Node::column([texts::title_with(view, question, lead), texts::lead(view, lead)]).gap(view.metrics().gap_8);
        // A place of its own for each question, so that the next one begins at its top.
        answers::ask(pane, &format!("{gate:?}"), question, answers, 1, None);
    });
}
