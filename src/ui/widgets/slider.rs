//! A slider: a thumb on a track, by mouse, keyboard or screen reader.
//!
//! Not egui's own: that one knows neither our sizes nor our focus ring. Invariant: the value is whole percent in
//! steps, never outside 0 to 100, and it is handed out once a person lets go, not at each move on the way.

use eframe::egui::{
    CursorIcon, EventFilter, Id, Key, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, accesskit::Action,
    accesskit::ActionData, pos2, vec2,
};

use crate::{
    drawing::Token,
    ui::{
        keys::scroll,
        theme::radius,
        widgets::{Kit, focus},
    },
};

/// The whole of it.
const WHOLE: u16 = 100;
/// A step of Page Up and Page Down, in steps of an arrow.
const LEAP: i32 = 4;

/// Shows the slider with its value in percent, and returns a new one when the person has chosen it.
///
/// `spoken` is the value in words, for a screen reader. While it is dragged, the value on its way is `Some` in the
/// second part, so that it can stand beside the track.
pub fn show(
    ui: &mut Ui,
    kit: Kit<'_>,
    name: &str,
    spoken: &str,
    percent: u16,
    step: u16,
    width: f32,
) -> (Option<u16>, Option<u16>) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let (rect, response) = ui.allocate_exact_size(vec2(width, metrics.slider_hit), Sense::click_and_drag());
    let track = Rect::from_center_size(rect.center(), vec2(rect.width(), metrics.slider_track));
    let way = response.id.with("on its way");
    let dragged = response.interact_pointer_pos().map(|at| value_at(track, at, step));
    let chosen = by_pointer(ui, &response, way, dragged).or_else(|| by_keys(ui, &response, percent, step));
    let shown = dragged.or(chosen).unwrap_or(percent);
    describe(&response, name, spoken, shown, step);

    let across = track.left() + track.width() * f32::from(shown) / f32::from(WHOLE);
    let corner = radius(track.height() / 2.0);
    ui.painter().rect_filled(track, corner, theme.color(Token::Track));
    ui.painter().rect_filled(Rect::from_min_max(track.min, pos2(across, track.bottom())), corner, theme.color(Token::Primary));
    let middle = pos2(across, track.center().y);
    let ground = if response.hovered() || response.dragged() { Token::PrimarySoft } else { Token::Surface };
    let outline = theme.line(metrics.control_border + metrics.border, Token::Primary);
    ui.painter().circle(middle, (metrics.slider_thumb - outline.width) / 2.0, theme.color(ground), outline);
    // Round the whole of it: the thumb may stand anywhere on it, and over its ends.
    let around = rect.expand2(vec2(metrics.slider_thumb / 2.0, 0.0));
    focus::ring(ui, theme, &response, around, metrics.radius_row);
    response.on_hover_cursor(CursorIcon::PointingHand);
    (chosen.filter(|&chosen| chosen != percent), dragged)
}

fn value_at(track: Rect, at: Pos2, step: u16) -> u16 {
    let share = ((at.x - track.left()) / track.width().max(1.0)).clamp(0.0, 1.0);
    let steps = (share * f32::from(WHOLE) / f32::from(step.max(1))).round() as u16;
    (steps * step.max(1)).min(WHOLE)
}

/// What a drag or a click has chosen, when it is let go. egui no longer knows the place then, so it is kept.
fn by_pointer(ui: &Ui, response: &Response, way: Id, dragged: Option<u16>) -> Option<u16> {
    if let Some(value) = dragged {
        response.request_focus();
        ui.data_mut(|data| data.insert_temp(way, value));
    }
    let let_go = response.clicked() || response.drag_stopped();
    if let_go { ui.data_mut(|data| data.remove_temp::<u16>(way)) } else { None }
}

fn by_keys(ui: &Ui, response: &Response, percent: u16, step: u16) -> Option<u16> {
    let request = ui.input(|input| {
        let set = input.accesskit_action_requests(response.id, Action::SetValue).next().cloned();
        let more = input.num_accesskit_action_requests(response.id, Action::Increment) as i32;
        let less = input.num_accesskit_action_requests(response.id, Action::Decrement) as i32;
        (set, more - less)
    });
    if let Some(ActionData::NumericValue(value)) = request.0.and_then(|request| request.data) {
        return Some(value.round().clamp(0.0, f64::from(WHOLE)) as u16);
    }
    let mut steps = request.1;
    let mut end = None;
    scroll::note_takes_page_keys(ui, response);
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        ui.input_mut(|input| {
            let mut count = |key| input.count_and_consume_key(eframe::egui::Modifiers::NONE, key) as i32;
            steps += count(Key::ArrowRight) + count(Key::ArrowUp) - count(Key::ArrowLeft) - count(Key::ArrowDown);
            steps += LEAP * (count(Key::PageUp) - count(Key::PageDown));
            end = if count(Key::Home) > 0 {
                Some(0)
            } else if count(Key::End) > 0 {
                Some(WHOLE)
            } else {
                None
            };
        });
    }
    end.or_else(|| {
        let moved = i32::from(percent) + steps * i32::from(step);
        (steps != 0).then(|| u16::try_from(moved.clamp(0, i32::from(WHOLE))).unwrap_or(percent))
    })
}

fn describe(response: &Response, name: &str, spoken: &str, value: u16, step: u16) {
    response.widget_info(|| WidgetInfo::slider(true, f64::from(value), name));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_label(name);
        node.set_value(spoken);
        node.set_numeric_value(f64::from(value));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(f64::from(WHOLE));
        node.set_numeric_value_step(f64::from(step));
        for action in [Action::SetValue, Action::Increment, Action::Decrement] {
            node.add_action(action);
        }
    });
}
