//! The keyboard, beyond Tab, Enter and Space on what has the focus (screens.md, Keyboard).
//!
//! Invariant: Esc in a session is Stop, whatever has the focus, and repeats of a held key answer nothing.

pub mod floor;
pub mod panes;
pub mod scroll;
pub mod table;

mod session;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Ui};

use self::{
    session::Pressed,
    table::{GuideKey, Named},
};
use crate::{
    app::{FindMsg, FloorMsg, Msg, Route, SessionStage, SoundMsg, SuitsMsg, UndoMsg, WarmUpMsg, Way},
    session::{Device, KeyAct},
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
    side_buttons(ui, view, out);
    let typing = ui.ctx().text_edit_focused();
    let turned_to = |event: &Event| {
        matches!(event, &Event::Key { key, modifiers, pressed: true, repeat: false, .. }
            if table::guide(key, modifiers, false) == Some(GuideKey::OtherHalf))
    };
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

/// The two buttons at the side of a mouse: back and forward, as in every program with pages.
fn side_buttons(ui: &Ui, view: View<'_>, out: &mut Messages) {
    if view.model.route.has_whole_window() {
        return;
    }
    let step = |event: &Event| match event {
        Event::PointerButton { button: PointerButton::Extra1, pressed: true, .. } => Some(Msg::Step(Way::Back)),
        Event::PointerButton { button: PointerButton::Extra2, pressed: true, .. } => Some(Msg::Step(Way::Forward)),
        _ => None,
    };
    out.extend(ui.input(|input| input.events.iter().filter_map(step).collect::<Vec<_>>()));
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
    if let Some(message) = before_a_session(view, pressed) {
        return message;
    }
    if let Some(SessionStage::Running(session)) = &view.model.session {
        return session::message(view, session, pressed).or_else(|| text_size(key, modifiers));
    }
    if repeat {
        return text_size(key, modifiers);
    }
    if let Some(named) = table::guide(key, modifiers, view.model.settings.answer_keys)
        && let Some(message) = in_guide(view, named, typing)
    {
        return Some(message);
    }
    match key {
        Key::F11 if view.model.may_open_floor() => {
            Some(Msg::Floor(if view.model.floor.on { FloorMsg::Leave } else { FloorMsg::Enter }))
        }
        Key::Escape if view.model.menu_open => Some(Msg::OpenMenu(false)),
        Key::Escape if view.model.asks_in_session() => Some(Msg::Suits(SuitsMsg::Close)),
        Key::Escape if view.model.route == Route::Session => Some(Msg::LeaveSession),
        Key::Escape => back_by_esc(view, typing),
        _ => text_size(key, modifiers),
    }
}

/// What a key of the guide says where the person is.
fn in_guide(view: View<'_>, named: GuideKey, typing: bool) -> Option<Msg> {
    let model = view.model;
    let outside = model.route != Route::Session;
    match named {
        GuideKey::Keys if !typing && !model.route.has_whole_window() => Some(Msg::ShowKeys(true)),
        GuideKey::Warning if outside => Some(Msg::LookUp(Route::Warning)),
        GuideKey::Search if outside => Some(Msg::Find(FindMsg::Open)),
        GuideKey::Sheet if outside => Some(Msg::Go(Route::Sheet)),
        GuideKey::Undo if !typing && model.undoable().is_some() => Some(Msg::Undo(UndoMsg::Undo)),
        GuideKey::Back if !typing => Some(Msg::Step(Way::Back)),
        GuideKey::Forward if !typing => Some(Msg::Step(Way::Forward)),
        GuideKey::Before => Some(Msg::Turn(-1)),
        GuideKey::After => Some(Msg::Turn(1)),
        // Which half has the keyboard is the window's, not the model's: see `panes.rs`. Text sizes are told below.
        _ => None,
    }
}

/// The keys of questions and of easy movement; `None` where they mean what they mean elsewhere.
fn before_a_session(view: View<'_>, pressed: Pressed) -> Option<Option<Msg>> {
    let Pressed { key, modifiers, repeat, .. } = pressed;
    let number = table::number(key).map(usize::from).filter(|_| !repeat && !modifiers.command && !modifiers.alt);
    match &view.model.session {
        Some(SessionStage::Gates(gates)) => number.map(|number| gate::answer_of_key(view, gates, number)),
        Some(SessionStage::Movement(movement)) => {
            let key = number.map(gate::MovementKey::Answer).or((key == Key::Escape).then_some(gate::MovementKey::Stop))?;
            Some(gate::movement_key(view, movement, key))
        }
        Some(SessionStage::WarmUp(_)) => warm_up_key(view, pressed),
        Some(SessionStage::Position(_)) if !view.model.asks_in_session() => position_key(view, pressed),
        _ => None,
    }
}

/// In the warm-up before a session the key that goes on starts the next thing, Space pauses, and Esc is Stop.
fn warm_up_key(view: View<'_>, pressed: Pressed) -> Option<Option<Msg>> {
    let Pressed { key, on_a_button, .. } = pressed;
    let message = match table::named(key, false) {
        Named::KeyAct(KeyAct::Stop) => Some(Msg::WarmUp(WarmUpMsg::Stop)),
        // These are the button's own; no arrow is, on this page.
        Named::KeyAct(KeyAct::Enter | KeyAct::LetGo) if on_a_button => return None,
        Named::KeyAct(KeyAct::GoOn | KeyAct::Enter) if key != Key::PageDown => Some(view.model.warm_up_way_on()?.message()),
        Named::KeyAct(KeyAct::LetGo) => Some(Msg::WarmUp(WarmUpMsg::Pause(view.model.warm_up.running(view.model.now)?))),
        _ => return None,
    };
    Some(message.filter(|_| !pressed.is_held_or_changed()))
}

/// Where a position is chosen, the key that goes on takes the one that shows.
fn position_key(view: View<'_>, pressed: Pressed) -> Option<Option<Msg>> {
    let goes_on = matches!(pressed.key, Key::ArrowRight | Key::Enter) && !pressed.on_a_button && !pressed.is_held_or_changed();
    goes_on.then(|| Some(Msg::ChoosePosition(view.model.shown_position)))
}

/// Esc on a page that was opened to look something up: back. In the search it clears what is typed first.
fn back_by_esc(view: View<'_>, typing: bool) -> Option<Msg> {
    let model = view.model;
    // What lies over the page is put away first.
    let is_over =
        model.history.page.open.is_some() || model.choosing.asks_reset || model.print.choosing.is_some() || model.shows_keys;
    match model.route {
        _ if is_over => None,
        Route::Search if !model.finding.words.is_empty() => Some(Msg::Find(FindMsg::Clear)),
        Route::Search | Route::Suits => Some(Msg::Step(Way::Back)),
        _ => (model.trail.looks_up && !typing).then_some(Msg::Step(Way::Back)),
    }
}

/// "Say it again": the voice's own message, where there is a voice.
fn say_again() -> Option<Msg> {
    Some(Msg::Sound(SoundMsg::Again))
}

fn text_size(key: Key, modifiers: Modifiers) -> Option<Msg> {
    match table::guide(key, modifiers, false)? {
        GuideKey::Larger => Some(Msg::TextSize(1)),
        GuideKey::Smaller => Some(Msg::TextSize(-1)),
        GuideKey::UsualSize => Some(Msg::TextSize(0)),
        _ => None,
    }
}
