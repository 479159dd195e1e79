//! The floor view: the session in words and shapes that are read from two or three metres away, lying down.
//!
//! Always dark and in the whole window, which is turned as the person lies (see [`crate::ui::turn`]). It shows what the
//! player shows, and decides nothing: keys are read in `keys/floor.rs`, the mouse here, because only the layout knows what
//! lies under it. A page is a tree, tried at one step of the type scale after another until all of it finds room.
//!
//! Invariant: a press on Stop's band is Stop, in the frame it comes; while something moves, a press anywhere else lets go
//! or is "not yet"; where something waits, only a card that the pointer was moved to on purpose says anything.

mod asks;
mod choice;
mod feel;
mod lying;
mod page;
mod parts;
mod rest;
mod scale;

pub use choice::{choice, open};

use eframe::egui::{Event, Id, PointerButton, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::{
    app::{FloorForm, FloorMsg, Msg},
    session::{Event as SessionEvent, Session},
    settings::Turn,
    ui::{
        Messages, View,
        keys::floor::{self, Meant},
        layout::Node,
    },
};
use page::{Page, Targets, by_mouse};
use scale::Scale;

/// Steps of the type scale that words go down before anything else gives way.
const STEPS_WITH_ALL: usize = 5;
/// Broader than high by this much, words stand beside the ring; else over it.
const WIDE: f32 = 1.15;

/// The screen.
pub fn show(ui: &mut Ui, view: View<'_>, session: &Session, form: FloorForm, out: &mut Messages) {
    let cue = session.current_cue().id.name();
    ui.push_id(("floor", cue), |ui| {
        stop_everywhere(ui, view, session, out);
        let (screen, targets, shown) = (ui.max_rect(), Targets::default(), view.shown_from_far(session));
        let page = Page {
            view,
            session,
            form,
            shown: &shown,
            width: screen.width(),
            is_wide: screen.width() > screen.height() * WIDE,
            is_full: true,
            has_small_ring: false,
            scale: Scale::of(screen.size()),
            targets: &targets,
        };
        tree(ui, fitting(ui, page, screen.size())).show_in(ui, screen, out);
        mouse(ui, page, out);
    });
}

/// All of a page: header, what it is about, and the band at its foot.
fn tree<'a>(ui: &Ui, page: Page<'a>) -> Node<'a> {
    let (body, band) = match page.form {
        FloorForm::Steps | FloorForm::Ache | FloorForm::Moving | FloorForm::Waiting => lying::show(page),
        FloorForm::EaseOff => lying::ease_off(page),
        FloorForm::CheckIn => asks::check_in(page),
        FloorForm::NextRound => asks::next_round(page),
        FloorForm::Rest => rest::show(page),
        FloorForm::Feel => feel::show(page),
    };
    let body = body.grow().pads(page.len(page.sizes().pad), page.gap());
    Node::column([parts::header(ui, page), body, band])
}

/// The page with the largest words for which there is room. First they get smaller, then the ring; what goes before they
/// get too small to be read is the figure, or the line under a question.
fn fitting<'a>(ui: &Ui, page: Page<'a>, room: Vec2) -> Page<'a> {
    let fits = |page: &Page<'a>| tree(ui, *page).height_at(ui, room.x) <= room.y;
    if fits(&page) {
        return page;
    }
    let few: Vec<Scale> = page.scale.steps().into_iter().take(STEPS_WITH_ALL).collect();
    let asks = matches!(page.form, FloorForm::CheckIn | FloorForm::NextRound);
    let full = if asks { Vec::new() } else { page.scale.steps() };
    let tries = [(few, true, false), (full, true, true), (page.scale.steps(), false, true), (page.scale.beyond(), false, true)];
    for (scales, is_full, has_small_ring) in tries {
        let at = |scale| Page { scale, is_full, has_small_ring, ..page };
        // What fits at one step fits at the smaller ones.
        let first = scales.partition_point(|&scale| !fits(&at(scale)));
        if let Some(&scale) = scales.get(first) {
            return at(scale);
        }
    }
    page.scale.beyond().last().map_or(page, |&scale| Page { scale, is_full: false, has_small_ring: true, ..page })
}

/// The whole window is Stop for a screen reader.
fn stop_everywhere(ui: &Ui, view: View<'_>, session: &Session, out: &mut Messages) {
    if !session.can_stop() {
        return;
    }
    let words = &view.model.book.cues.buttons;
    let response = ui.interact(ui.max_rect(), ui.scope_id().with("stop"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words.stop));
    if response.clicked() && !by_mouse(ui) {
        out.push(Msg::Session(SessionEvent::Stop));
    }
}

/// What the buttons of mouse and clicker mean.
fn mouse(ui: &Ui, page: Page<'_>, out: &mut Messages) {
    let (view, session, form) = (page.view, page.session, page.form);
    let came = Came::to(ui, view, session);
    let presses = ui.input(|input| {
        let presses = input.events.iter().filter_map(|event| match event {
            Event::PointerButton { pos, button, pressed: true, .. } => Some((*pos, *button)),
            _ => None,
        });
        presses.collect::<Vec<_>>()
    });
    let hits = page.targets.hits.borrow();
    for (at, button) in presses {
        let under =
            hits.iter().find(|hit| hit.rect.contains(at) && button == PointerButton::Primary && came.on_purpose(view, at));
        let on_stop = page.targets.stop.get().is_some_and(|band| band.contains(at));
        match (under, floor::of_button(form, session, button, on_stop, view.model.now)) {
            (Some(hit), _) if form != FloorForm::Moving => out.push(hit.message.clone()),
            (_, Meant::Nothing) => {}
            (_, Meant::Says(message)) => out.push(message),
        }
    }
}

/// Where the pointer was when this page came, or came to lie another way.
#[derive(Debug, Clone, PartialEq)]
struct Came {
    page: (&'static str, Turn),
    at: Option<Pos2>,
}

impl Came {
    fn to(ui: &Ui, view: View<'_>, session: &Session) -> Self {
        let page = (session.current_cue().id.name(), view.model.settings.floor_turn);
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
fn leave() -> Msg {
    Msg::Floor(FloorMsg::Leave)
}
