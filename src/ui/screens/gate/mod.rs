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

pub use emergency::{card as emergency_card, numbers};
pub use left_out::show as left_out;
pub use list::{Asked, show as list};
pub use movement::{Key as MovementKey, event_of_key as movement_key, show as movement};

use eframe::egui::{AsIdSalt, Rect, ScrollArea, Ui, vec2};

use crate::{
    app::{Msg, ReadAloud},
    content::fill,
    session::{Gate, GateStep, Gates, MovementPass, Refusal, WhyEasy},
    ui::{
        Messages, View, keys, notices,
        pane::{Pane, WidthClass},
        screens::{
            session::{Header, header, leave_button},
            welcome,
        },
        widgets::frames,
    },
};

/// The question that is asked.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, gates: &Gates, out: &mut Messages) {
    let GateStep::Ask(gate) = gates.step() else { return };
    match gate {
        Gate::Consent => welcome::show(&mut Pane { ui, view, class: room, out }, welcome::Answers::AtTheGate),
        Gate::Emergency | Gate::Urgent | Gate::TalkFirst | Gate::TodayList => {
            list::show(ui, view, room, Asked::Before(gate, gates), out);
        }
        Gate::Checked | Gate::Consult | Gate::WhichFit | Gate::TheirWord => question::show(ui, view, room, gate, out),
        Gate::Today => ache::show(ui, view, room, out),
    }
}

/// Why there is no session.
pub fn refused(ui: &mut Ui, view: View<'_>, room: WidthClass, refusal: Refusal, out: &mut Messages) {
    let (words, what) = (&view.model.book.gates, ReadAloud::Refused(refusal));
    match refusal {
        Refusal::Emergency => emergency::card(ui, view, room, (what, Msg::LeaveSession), out),
        Refusal::Urgent => card::show(ui, view, room, (&words.urgent_card, what), card::Way::Warning, out),
        Refusal::TalkFirst => card::show(ui, view, room, (&words.talk_first_card, what), card::Way::Professional, out),
        Refusal::TooMuchAche => card::show(ui, view, room, (&words.ache_card, what), card::Way::Professional, out),
        Refusal::ReadingOnly | Refusal::Left => {}
    }
}

/// No pressing, but easy movement.
pub fn easy_only(ui: &mut Ui, view: View<'_>, room: WidthClass, _pass: &MovementPass, why: WhyEasy, out: &mut Messages) {
    card::easy_only(ui, view, room, why, out);
}

/// The answer that a key picks, in the order of the screen.
pub fn answer_of_key(view: View<'_>, gates: &Gates, number: usize) -> Option<Msg> {
    let GateStep::Ask(gate) = gates.step() else { return None };
    let index = number.checked_sub(1).filter(|_| view.model.settings.answer_keys)?;
    view.model.book.gates.answers(gate).into_iter().nth(index).map(|(_, event)| Msg::Gate(event))
}

/// The header of a question: which list it is, "Leave", and the question to be heard. Returns the room below it.
fn question_header(
    ui: &mut Ui,
    view: View<'_>,
    room: WidthClass,
    number: Option<(usize, usize)>,
    gate: Gate,
    out: &mut Messages,
) -> Rect {
    let words = &view.model.book.gates;
    let step = number.map(|(number, total)| [("number", number.to_string()), ("total", total.to_string())]);
    let step = step.map(|step| fill(&words.step, &step.each_ref().map(|(name, value)| (*name, value.as_str()))));
    // A narrow header has room for one of the two.
    let (title, detail) = match (room, &step) {
        (WidthClass::Column, Some(step)) => (step.as_str(), ""),
        (_, Some(step)) => (words.header.as_str(), step.as_str()),
        (_, None) => (words.header.as_str(), ""),
    };
    header(ui, view, &Header { title, detail, rounds: None }, |ui| {
        leave_button(ui, view, out);
        notices::read_aloud(ui, view, ReadAloud::Gate(gate), out);
    })
}

/// The column of a question, where a list would stand; it scrolls when it must.
fn column(ui: &mut Ui, view: View<'_>, room: WidthClass, body: Rect, key: impl AsIdSalt, contents: impl FnOnce(&mut Ui)) {
    let metrics = &view.kit.theme.metrics;
    let inset = if room >= WidthClass::Wide { metrics.gap_48 * 2.0 + metrics.gap_24 } else { metrics.session_pad };
    let inner = Rect::from_min_max(body.min + vec2(0.0, metrics.gap_8), body.max);
    frames::placed(ui, inner, |ui| {
        ScrollArea::vertical().id_salt(key).auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            ui.horizontal_top(|ui| {
                ui.add_space(inset);
                ui.vertical(|ui| {
                    ui.set_width((body.width() - 2.0 * inset).max(0.0));
                    contents(ui);
                    ui.add_space(metrics.gap_36);
                });
            });
        });
    });
}
