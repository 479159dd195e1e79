//! The floor view's two wishes to the machine: the whole screen, and a screen that stays on.
//!
//! Not when: the app says that. Invariant: a desktop that keeps nothing on is no error; the view says it quietly.

use eframe::egui::{Context, ViewportCommand};

use super::{Shell, inbox::Inbox};
use crate::{
    app::{FloorMsg, Msg},
    platform::awake::{Awake, Reason},
};

/// The wish for a screen that stays on; a desktop that does not answer keeps nothing on.
pub(super) fn new(inbox: &Inbox) -> Awake {
    Awake::new(inbox.feed(|kept: Option<bool>| Some(Msg::Floor(FloorMsg::Awake(kept.unwrap_or(false))))))
}

impl Shell {
    pub(super) fn fill_screen(&self, fills: bool, ctx: &Context) {
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fills));
    }

    pub(super) fn keep_awake(&self, on: bool) {
        if on {
            let book = &self.model.book;
            let (program, why) = (book.words.program.name.clone(), book.floor.awake_reason.clone());
            self.awake.keep_on(Reason { program, why });
        } else {
            self.awake.let_go();
        }
    }
}
