//! Pressing the same thing again without moving the mouse, when the first press has moved it away.
//!
//! Larger text moves every control. Until the pointer moves, a click where it rests means the same as the one before.
//! Not for the keyboard: the focus stays on its control. Invariant: once the pointer has moved this catches nothing.

use eframe::egui::{Area, Id, Order, Pos2, Sense, Ui, Vec2};

/// How far a resting hand may move the pointer, in points.
const REST: f32 = 4.0;

/// What was pressed, and where, in pixels of a window at 100 % and in points.
#[derive(Clone, Copy)]
struct Pressed {
    step: i32,
    pixel: Pos2,
    point: Pos2,
}

/// Takes the step that a control asks for, or, where the pointer rests since the last one, the click that repeats it.
pub fn or_again(ui: &Ui, name: &str, step: Option<i32>) -> Option<i32> {
    let (id, zoom) = (Id::unique(("again", name)), ui.ctx().zoom_factor());
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let clicked = ui.input(|input| input.pointer.any_click());
    let point = pointer?;
    let before = ui.data(|data| data.get_temp::<Pressed>(id));
    // The window system may tell the place anew after the zoom, or leave it as it was.
    let rests = |pressed: &Pressed| {
        pressed.point.distance(point) <= REST || pressed.pixel.distance((point.to_vec2() * zoom).to_pos2()) <= REST
    };
    let pressed = before.filter(rests);
    let repeated = pressed.filter(|pressed| step.is_none() && catches(ui, id, *pressed, zoom)).map(|pressed| pressed.step);
    let wanted = step.or(repeated);
    if pressed.is_none() {
        ui.data_mut(|data| data.remove::<Pressed>(id));
    }
    if let Some(step) = wanted.filter(|_| clicked) {
        let pressed = Pressed { step, pixel: (point.to_vec2() * zoom).to_pos2(), point };
        ui.data_mut(|data| data.insert_temp(id, pressed));
        // At once: egui gives an area no clicks in the first frame in which it is there.
        catches(ui, id, pressed, zoom);
    }
    wanted
}

/// Lies over whatever came to stand under the pointer, and tells whether it was clicked.
fn catches(ui: &Ui, id: Id, pressed: Pressed, zoom: f32) -> bool {
    let places = [pressed.point, (pressed.pixel.to_vec2() / zoom).to_pos2()];
    let clicked = places.into_iter().enumerate().map(|(index, place)| {
        let area = Area::new(id.with(index)).order(Order::Foreground).fade_in(false).fixed_pos(place - Vec2::splat(REST));
        let shown = area.show(ui.ctx(), |ui| ui.allocate_exact_size(Vec2::splat(2.0 * REST), Sense::CLICK).1);
        shown.inner.clicked()
    });
    clicked.fold(false, |any, clicked| any || clicked)
}
