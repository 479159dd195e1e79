//! Questions with three or four answers, one under the other: what a professional said, and what to leave out.
//!
//! Invariant: the answers look the same, none is preset, and each has its key.

use eframe::egui::Ui;

use crate::{
    app::Msg,
    drawing::Token,
    session::{Fits, Gate, GateEvent, Reply, Word, WordQuestion},
    ui::{
        Messages, View,
        frame::Room,
        screens::{
            self,
            answers::answer_row,
            gate::{column, question_header},
        },
        widgets::text,
    },
};

/// The question, its answers, and what is kept of them.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, gate: Gate, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let [question, lead, footer] = words(view, gate);
    let choices = answers(view, gate);
    let spoken = [question, lead].into_iter().chain(choices.iter().map(|(label, _)| *label)).collect::<Vec<_>>().join(". ");
    let body = question_header(ui, view, room, None, &spoken, out);
    // A place of its own for each question, so that the next one begins at its top.
    column(ui, view, room, body, ("question", gate), |ui| {
        screens::title(ui, view, question);
        screens::lead(ui, view, lead);
        for (index, (label, event)) in choices.into_iter().enumerate() {
            let key = view.model.settings.answer_keys.then_some(index + 1);
            if answer_row(ui, view, label, "", key, metrics.answer_row + metrics.gap_8).clicked() {
                out.push(Msg::Gate(event));
            }
            ui.add_space(metrics.gap_16);
        }
        ui.add_space(metrics.gap_4);
        text::show(ui, theme, metrics.meta, Token::Ink2, footer);
    });
}

/// Question, lead and footer.
fn words(view: View<'_>, gate: Gate) -> [&str; 3] {
    let words = &view.model.book.gates;
    match gate {
        Gate::Checked => [&words.checked.question, &words.checked.lead, &words.checked.footer],
        Gate::WhichFit => [&words.which_fit.question, &words.which_fit.lead, &words.which_fit.footer],
        Gate::TheirWord => [&words.their_word.question, &words.their_word.lead, &words.their_word.footer],
        _ => [&words.consult.question, &words.consult.lead, &words.consult.footer],
    }
}

/// The answers in their order on the screen; none for a gate that is no such question.
pub fn answers(view: View<'_>, gate: Gate) -> Vec<(&str, GateEvent)> {
    let words = &view.model.book.gates;
    match gate {
        Gate::Checked => Word::ALL.map(|word| (word_label(&words.checked, word), GateEvent::Checked(word))).to_vec(),
        Gate::TheirWord => Word::ALL.map(|word| (word_label(&words.their_word, word), GateEvent::TheirWord(word))).to_vec(),
        Gate::Consult => {
            let label = |reply| match reply {
                Reply::Yes => words.consult.yes.as_str(),
                Reply::No => &words.consult.no,
                Reply::NotSure => &words.consult.not_sure,
            };
            Reply::ALL.map(|reply| (label(reply), GateEvent::Consulted(reply))).to_vec()
        }
        Gate::WhichFit => {
            let label = |fits| match fits {
                Fits::Pregnancy => words.which_fit.pregnancy.as_str(),
                Fits::Unsteady => &words.which_fit.unsteady,
                Fits::Both => &words.which_fit.both,
                Fits::Neither => &words.which_fit.neither,
            };
            Fits::ALL.map(|fits| (label(fits), GateEvent::Fits(fits))).to_vec()
        }
        Gate::Consent | Gate::Emergency | Gate::Urgent | Gate::TalkFirst | Gate::Today => Vec::new(),
    }
}

fn word_label(words: &WordQuestion, word: Word) -> &str {
    match word {
        Word::Pressing => &words.pressing,
        Word::MovementOnly => &words.movement_only,
        Word::NoneYet => &words.none_yet,
    }
}
