//! The keyboard, beyond Tab, Enter and Space on what has the focus (screens.md, Keyboard).
//!
//! Invariant: Esc in a session is Stop, whatever has the focus, and repeats of a held key answer nothing.

pub mod floor;
pub mod panes;
pub mod table;

mod session;

use eframe::egui::{Event, EventFilter, Id, Key, Modifiers, Response, Ui, vec2};

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

/// Scrolls what is being shown by keys, and so that what has just got the keyboard is in view; call it first inside a
/// scroll area.
pub fn scroll(ui: &Ui) {
    follow_focus(ui);
    if ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() * PAGE;
    let mut steps = vec![(Key::PageDown, -page), (Key::PageUp, page), (Key::End, -WHOLE), (Key::Home, WHOLE)];
    // Elsewhere the arrows belong to what has the keyboard.
    let focused = ui.memory(|memory| memory.focused());
    if focused.is_none() || focused == ui.data(|data| data.get_temp(title_id())) {
        steps.extend([(Key::ArrowDown, -LINE), (Key::ArrowUp, LINE)]);
    }
    let delta: f32 = steps.into_iter().filter(|(key, _)| ui.input(|input| input.key_pressed(*key))).map(|(_, delta)| delta).sum();
    if delta != 0.0 {
        ui.scroll_with_delta(vec2(0.0, delta));
    }
}

/// Under this the id of the page's title is kept: the arrows scroll while it has the keyboard, and do not leave it.
fn title_id() -> Id {
    Id::unique("page-title")
}

/// Notes which part is the page's title.
pub fn note_title(ui: &Ui, title: &Response) {
    ui.data_mut(|data| data.insert_temp(title_id(), title.id));
    if title.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(title.id, filter));
    }
}

/// Brings what has just got the keyboard into view (WCAG 2.4.11).
fn follow_focus(ui: &Ui) {
    let focused = ui.memory(|memory| memory.focused());
    let seen = Id::unique(("focus-followed", ui.layer_id()));
    let before: Option<Option<Id>> = ui.data(|data| data.get_temp(seen));
    if before == Some(focused) {
        return;
    }
    let Some(response) = focused.and_then(|focused| ui.ctx().read_response(focused)) else {
        ui.data_mut(|data| data.insert_temp(seen, focused));
        return;
    };
    let view = ui.clip_rect();
    let here = response.layer_id == ui.layer_id() && view.x_range().contains(response.rect.center().x);
    if !here {
        return; // It stands in another scroll area.
    }
    ui.data_mut(|data| data.insert_temp(seen, focused));
    let around = response.rect.expand(AROUND);
    if !view.y_range().contains(around.top()) || !view.y_range().contains(around.bottom()) {
        ui.scroll_to_rect(around, None);
        ui.ctx().request_repaint();
    }
}

/// How much of a page Page Down goes on: a line or two stay to read on from.
const PAGE: f32 = 0.85;
/// Further than any page is long, in points.
const WHOLE: f32 = 1e5;
/// How far an arrow scrolls, in points: two lines.
const LINE: f32 = 52.0;
/// What is kept in view around a part that gets the keyboard: its focus ring and a little air, in points.
const AROUND: f32 = 12.0;
