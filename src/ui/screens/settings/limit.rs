//! How often a day at most, and when a reminder comes.

use eframe::egui::Ui;

use super::{choices, reminders};
use crate::{
    app::{Choice, Msg},
    limit::DailyLimit,
    ui::{Messages, View, pane::WidthClass},
};

const LIMITS: [DailyLimit; 2] = [DailyLimit::Once, DailyLimit::Twice];

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let words = &view.model.book.words.settings;
    let current = LIMITS.iter().position(|&limit| limit == view.model.settings.daily_limit).unwrap_or(0);
    let labels = [words.once.as_str(), &words.twice];
    let picked = choices(ui, view, &words.most, &words.most_detail, &labels, current);
    if let Some(&limit) = picked.and_then(|picked| LIMITS.get(picked)) {
        out.push(Msg::Set(Choice::Limit(limit)));
    }
    reminders::show(ui, view, out);
}
