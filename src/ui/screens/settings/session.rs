//! What a session needs to know of the person and of the room: side, turn of the floor view, keys.

use eframe::egui::Ui;

use super::{choices, heading};
use crate::{
    app::{Choice, Msg},
    settings::{BodySide, Turn},
    ui::{Messages, View, frame::Room, widgets::switch},
};

const SIDES: [Option<BodySide>; 3] = [Some(BodySide::Left), None, Some(BodySide::Right)];

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: Room, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.settings);
    let settings = &view.model.settings;
    heading(ui, view, &words.session);
    let labels = [words.side_left.as_str(), &words.side_none, &words.side_right];
    let current = SIDES.iter().position(|&side| side == settings.sore_side).unwrap_or(1);
    let picked = choices(ui, view, &words.side, &words.side_detail, &labels, current);
    if let Some(&side) = picked.and_then(|picked| SIDES.get(picked)) {
        out.push(Msg::Set(Choice::SoreSide(side)));
    }
    ui.add_space(metrics.gap_12);
    let floor = &view.model.book.floor.choice;
    let current = settings.screen_is_far.map_or(usize::MAX, usize::from);
    if let Some(picked) = choices(ui, view, &floor.screen, &floor.lead, &[&floor.near, &floor.far], current) {
        out.push(Msg::Set(Choice::ScreenIsFar(picked == 1)));
    }
    ui.add_space(metrics.gap_12);
    let labels: Vec<&str> = words.turns.iter().map(String::as_str).take(Turn::ALL.len()).collect();
    let current = Turn::ALL.iter().position(|&turn| turn == settings.floor_turn).unwrap_or(0);
    let picked = choices(ui, view, &words.turn, &words.turn_detail, &labels, current);
    if let Some(&turn) = picked.and_then(|picked| Turn::ALL.get(picked)) {
        out.push(Msg::Set(Choice::FloorTurn(turn)));
    }
    ui.add_space(metrics.gap_12);
    if switch::row(ui, view.kit, &words.keys, &words.keys_detail, settings.answer_keys).clicked() {
        out.push(Msg::Set(Choice::AnswerKeys(!settings.answer_keys)));
    }
    ui.add_space(metrics.gap_12);
    if switch::row(ui, view.kit, &words.counts_aloud, &words.counts_aloud_detail, settings.counts_aloud).clicked() {
        out.push(Msg::Set(Choice::CountsAloud(!settings.counts_aloud)));
    }
}
