//! The questions before a session, one screen each, and the cards that follow when there is none.
//!
//! Every answer weighs the same and none has the keyboard's focus. Invariant: "None of these" opens only once the end
//! of a list has been in view; a card has no way on into pressing.

mod ache;
mod card;
mod emergency;
mod left_out;
mod list;
mod movement;
mod question;

pub use card::easy_only;
pub use emergency::{card as emergency_card, numbers};
pub use left_out::show as left_out;
pub use list::{Asked, show as list};
pub use movement::{Key as MovementKey, event_of_key as movement_key, show as movement};

use crate::{
    app::{Msg, ReadAloud},
    content::fill,
    session::{Gate, GateStep, Gates, Refusal},
    ui::{
        View,
        pane::Pane,
        read_aloud,
        screens::{
            session_frame::{SessionFrame, leave},
            welcome,
        },
    },
};

/// The question that is asked.
pub fn show<'a>(pane: &mut Pane<'_, 'a>, gates: &'a Gates) {
    let GateStep::Ask(gate) = gates.step() else { return };
    match gate {
        Gate::Consent => welcome::show(pane, welcome::Answers::AtTheGate),
        Gate::Emergency | Gate::Urgent | Gate::TalkFirst | Gate::TodayList => list::show(pane, Asked::Before(gate, gates)),
        Gate::Checked | Gate::Consult | Gate::WhichFit | Gate::Clearance => question::show(pane, gate),
        Gate::Today => ache::show(pane),
    }
}

/// Why there is no session.
pub fn refused(pane: &mut Pane<'_, '_>, refusal: Refusal) {
    let (words, what) = (&pane.view.model.book.gates, ReadAloud::Refused(refusal));
    match refusal {
        Refusal::Emergency => emergency::card(pane, what, Msg::LeaveSession),
        Refusal::Urgent => card::show(pane, &words.urgent_card, what, card::Way::Warning),
        Refusal::TalkFirst => card::show(pane, &words.talk_first_card, what, card::Way::Professional),
        Refusal::TooMuchAche => card::show(pane, &words.ache_card, what, card::Way::Professional),
        Refusal::ReadingOnly | Refusal::Left => {}
    }
}

/// The answer that a key picks, in the order of the screen.
pub fn answer_of_key(view: View<'_>, gates: &Gates, number: usize) -> Option<Msg> {
    let GateStep::Ask(gate) = gates.step() else { return None };
    let index = number.checked_sub(1).filter(|_| view.model.settings.answer_keys)?;
    view.model.book.gates.answers(gate).into_iter().nth(index).map(|(_, event)| Msg::Gate(event))
}

/// The frame of a question: which list it is, the question to be heard, and "Leave".
fn question_frame(view: View<'_>, number: Option<(usize, usize)>, gate: Gate) -> SessionFrame<'_> {
    let words = &view.model.book.gates;
    let step = number.map(|(number, total)| fill(&words.step, &[("number", &number.to_string()), ("total", &total.to_string())]));
    SessionFrame {
        title: &words.header,
        detail: step.unwrap_or_default(),
        acts: vec![read_aloud::header(view, ReadAloud::Gate(gate)), leave(view)],
        is_column: true,
        ..SessionFrame::default()
    }
}
