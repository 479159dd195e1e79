//! Notifications as the system's toasts.
//!
//! Invariant: a toast is shown under an identity that every system has, so that it needs no installation.

use std::sync::mpsc::Sender;

use tauri_winrt_notification::Toast;

use super::{Answer, NoService, Notice};

const SNOOZE: &str = "snooze";
const NOT_TODAY: &str = "not-today";

/// A toast that is shown.
#[derive(Debug)]
pub(super) struct Shown;

impl Shown {
    /// The system takes it away itself after a while.
    pub(super) fn close(&self) {}
}

pub(super) fn show(notice: &Notice, answered: Sender<Answer>) -> Result<Shown, NoService> {
    let toast = Toast::new(Toast::POWERSHELL_APP_ID)
        .title(&notice.title)
        .text1(&notice.body)
        .text2(&notice.program)
        .add_button(&notice.open, "open")
        .add_button(&notice.snooze, SNOOZE)
        .add_button(&notice.not_today, NOT_TODAY)
        .on_activated(move |action| {
            let answer = match action.as_deref() {
                Some(SNOOZE) => Answer::Snooze,
                Some(NOT_TODAY) => Answer::NotToday,
                _ => Answer::Open(None),
            };
            // Whoever asked may have ended meanwhile; then nobody is there to mind.
            answered.send(answer).ok();
            Ok(())
        });
    toast.show().map(|()| Shown).map_err(|error| NoService(error.to_string()))
}

pub(super) fn service() -> Result<String, NoService> {
    Ok("Windows".to_owned())
}
