//! The keyboard, beyond Tab, Enter and Space on what has the focus (screens.md, Keyboard).
//!
//! Invariant: Esc in a session is Stop, whatever has the focus, and repeats of a held key answer nothing.

pub mod floor;
pub mod panes;
pub mod scroll;
pub mod table;

mod session;

use eframe::egui::{Event, Key, Modifiers, Ui};

use self::session::Pressed;
use crate::{
    app::{FloorMsg, Msg, Route, SessionStage, SoundMsg},
    session::Device,
    ui::{Messages, View, screens::gate},
};

/// Reads the keys of this frame.
pub fn read(ui: &Ui, view: View<'_>, out: &mut Messages) {
    let model = view.model;
    note_device(ui, view, out);
    if let (Some(session), Some(form)) = (model.running(), model.floor_form()) {
        return floor::read(ui, view, session, form, out);
    }
    if model.route == Route::Session {
        // A key that is held down must not answer what appears under it.
        let held = |event: &Event| matches!(event, Event::Key { key: Key::Enter | Key::Space, repeat: true, .. });
        ui.input_mut(|input| input.events.retain(|event| !held(event)));
    }
    let typing = ui.ctx().text_edit_focused();
    let turned_to = |event: &Event| matches!(event, Event::Key { key: Key::F6, pressed: true, repeat: false, .. });
    if ui.input(|input| input.events.iter().any(turned_to)) {
        panes::change(ui, view);
    }
    let focused = ui.ctx().memory(|memory| memory.focused()).and_then(|focused| ui.ctx().read_response(focused));
    let on_a_button = focused.is_some_and(|response| response.sense.senses_click());
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            &Event::Key { key, pressed: true, repeat, modifiers, .. } => {
                let message = message(view, Pressed { key, modifiers, repeat, on_a_button }, typing);
                let taken = message.is_some();
                out.extend(message);
                // What a key has said it says once: not also to the button that has the focus, or to a page that scrolls.
                !(taken && matches!(key, Key::Space | Key::Enter | Key::PageUp | Key::PageDown))
            }
            _ => true,
        });
    });
}

/// What the person uses now, so that the voice can name it. A page key is a clicker only in a session: elsewhere it
/// scrolls.
fn note_device(ui: &Ui, view: View<'_>, out: &mut Messages) {
    let runs = view.model.running().is_some();
    let used = ui.input(|input| {
        let mut used = input.events.iter().filter_map(|event| match event {
            &Event::Key { key, pressed: true, .. } => table::device(key).filter(|&device| runs || device != Device::Clicker),
            Event::PointerButton { pressed: true, .. } => Some(Device::Mouse),
            _ => None,
        });
        used.next_back()
    });
    out.extend(used.filter(|&device| device != view.model.device).map(Msg::Used));
}

fn message(view: View<'_>, pressed: Pressed, typing: bool) -> Option<Msg> {
    let Pressed { key, modifiers, repeat, .. } = pressed;
    if let Some(message) = before_a_session(view, key, modifiers, repeat) {
        return message;
    }
    if let Some(SessionStage::Running(session)) = &view.model.session {
        return session::message(view, session, pressed).or_else(|| text_size(key, modifiers));
    }
    if repeat {
        return text_size(key, modifiers);
    }
    match key {
        Key::F1 if view.model.route != Route::Session => Some(Msg::Go(Route::Warning)),
        Key::P if modifiers.command => Some(Msg::Go(Route::Sheet)).filter(|_| view.model.route != Route::Session),
        Key::F if modifiers.command && view.model.route != Route::Session => Some(Msg::FocusSearch),
        Key::ArrowLeft if modifiers.alt && !typing => Some(Msg::Turn(-1)),
        Key::ArrowRight if modifiers.alt && !typing => Some(Msg::Turn(1)),
        Key::F11 if view.model.may_open_floor() => {
            Some(Msg::Floor(if view.model.floor.on { FloorMsg::Leave } else { FloorMsg::Enter }))
        }
        Key::Escape if view.model.menu_open => Some(Msg::OpenMenu(false)),
        Key::Escape if view.model.route == Route::Session => Some(Msg::LeaveSession),
        _ => text_size(key, modifiers),
    }
}

/// The keys of questions and of easy movement; `None` where they mean what they mean elsewhere.
fn before_a_session(view: View<'_>, key: Key, modifiers: Modifiers, repeat: bool) -> Option<Option<Msg>> {
    let number = table::number(key).map(usize::from).filter(|_| !repeat && !modifiers.command && !modifiers.alt);
    match &view.model.session {
        Some(SessionStage::Gates(gates)) => number.map(|number| gate::answer_of_key(view, gates, number)),
        Some(SessionStage::Movement(movement)) => {
            let key = number.map(gate::MovementKey::Answer).or((key == Key::Escape).then_some(gate::MovementKey::Stop))?;
            Some(gate::movement_key(view, movement, key))
        }
        _ => None,
    }
}

/// "Say it again": the voice's own message, where there is a voice.
fn say_again() -> Option<Msg> {
    Some(Msg::Sound(SoundMsg::Again))
}

fn text_size(key: Key, modifiers: Modifiers) -> Option<Msg> {
    match key {
        Key::Plus | Key::Equals if modifiers.command => Some(Msg::TextSize(1)),
        Key::Minus if modifiers.command => Some(Msg::TextSize(-1)),
        Key::Num0 if modifiers.command => Some(Msg::TextSize(0)),
        _ => None,
    }
}
