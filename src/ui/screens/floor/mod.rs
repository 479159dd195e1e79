//! The floor view: the session in words and shapes that are read from two or three metres away, lying down.
//!
//! Always dark, in the whole window, turned as the person lies. It shows what the player shows, and decides nothing:
//! keys are read in `keys/floor.rs`, the mouse here, because only the layout knows what lies under it.
//!
//! Invariant: a press on Stop's band is Stop, in the frame it comes; while something moves, a press anywhere else lets go
//! or is "not yet"; where something waits, only a card that the pointer was moved to on purpose says anything.

mod asks;
mod canvas;
mod choice;
mod feel;
mod fit;
mod hints;
mod lying;
mod page;
mod parts;
mod rest;

pub use choice::{choice, open};

use eframe::egui::{Event, Id, PointerButton, Pos2, Role, Sense, Ui, WidgetInfo};

use crate::{
    app::{FloorForm, FloorMsg, Msg},
    session::{Event as SessionEvent, Session},
    ui::{
        Messages, View,
        keys::floor::{self, Meant},
    },
};
use canvas::Turned;
use page::{Hit, Page};

/// The screen.
pub fn show(ui: &mut Ui, view: View<'_>, session: &Session, form: FloorForm, out: &mut Messages) {
    let turned = Turned { screen: ui.max_rect(), turn: view.model.settings.floor_turn };
    let cue = session.current_cue().id.name();
    ui.push_id(("floor", cue), |ui| {
        stop_everywhere(ui, view, session, turned, out);
        let page = Page::new(ui, view, session, form, turned);
        let hits = match form {
            FloorForm::Steps => lying::steps(&page),
            FloorForm::Ache | FloorForm::Moving | FloorForm::Waiting => lying::show(&page),
            FloorForm::EaseOff => lying::ease_off(&page),
            FloorForm::CheckIn => asks::check_in(&page),
            FloorForm::NextRound => asks::next_round(&page),
            FloorForm::Rest => rest::show(&page),
            FloorForm::Feel => feel::show(&page),
        };
        for hit in &hits {
            press_by_name(ui, hit, out);
        }
        mouse(ui, &page, &hits, out);
    });
}

/// The whole window is Stop for a screen reader.
fn stop_everywhere(ui: &Ui, view: View<'_>, session: &Session, turned: Turned, out: &mut Messages) {
    if !session.can_stop() {
        return;
    }
    let words = &view.model.book.cues.buttons;
    let response = ui.interact(turned.screen, ui.scope_id().with("stop"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words.stop));
    if response.clicked() && !by_mouse(ui) {
        out.push(Msg::Session(SessionEvent::Stop));
    }
}

/// A part that can be pressed by a screen reader, which goes by names.
fn press_by_name(ui: &Ui, hit: &Hit, out: &mut Messages) {
    let response = ui.interact(hit.rect, ui.scope_id().with(("hit", &hit.name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &hit.name));
    if response.clicked() && !by_mouse(ui) {
        out.push(hit.message.clone());
    }
}

/// Whether a click of this frame is the mouse's own: its press has been read already.
fn by_mouse(ui: &Ui) -> bool {
    ui.input(|input| input.pointer.any_released() || input.pointer.any_pressed())
}

/// What the buttons of mouse and clicker mean.
fn mouse(ui: &Ui, page: &Page<'_>, hits: &[Hit], out: &mut Messages) {
    let (view, session, form) = (page.view, page.session, page.form);
    let came = Came::to(ui, session);
    let presses = ui.input(|input| {
        let presses = input.events.iter().filter_map(|event| match event {
            Event::PointerButton { pos, button, pressed: true, .. } => Some((*pos, *button)),
            _ => None,
        });
        presses.collect::<Vec<_>>()
    });
    for (at, button) in presses {
        let under =
            hits.iter().find(|hit| hit.rect.contains(at) && button == PointerButton::Primary && came.on_purpose(view, at));
        let on_stop = page.stop.get().is_some_and(|band| band.contains(at));
        match (under, floor::of_button(form, session, button, on_stop, view.model.now)) {
            (Some(hit), _) if form != FloorForm::Moving => out.push(hit.message.clone()),
            (_, Meant::Nothing) => {}
            (_, Meant::Says(message)) => out.push(message),
        }
    }
}

/// Where the pointer was when this page came.
#[derive(Debug, Clone, PartialEq)]
struct Came {
    page: &'static str,
    at: Option<Pos2>,
}

impl Came {
    fn to(ui: &Ui, session: &Session) -> Self {
        let page = session.current_cue().id.name();
        let at = ui.input(|input| input.pointer.latest_pos());
        ui.data_mut(|data| {
            let id = Id::unique("floor-pointer");
            let known = data.get_temp::<Self>(id).filter(|came| came.page == page);
            let came = known.unwrap_or(Self { page, at });
            data.insert_temp(id, came.clone());
            came
        })
    }

    /// Whether the pointer has been moved since. One that merely lies where a card has appeared must not answer:
    /// a person who clicks blindly means Stop.
    fn on_purpose(&self, view: View<'_>, at: Pos2) -> bool {
        let least = view.kit.theme.metrics.gap_8;
        self.at.is_none_or(|before| before.distance(at) > least)
    }
}

/// Leaves the floor view.
pub(super) fn leave() -> Msg {
    Msg::Floor(FloorMsg::Leave)
}
