//! The floor view's two wishes to the machine: the whole screen, and a screen that stays on.
//!
//! Not when: the app says that. Invariant: a desktop that keeps nothing on is no error; the view says it quietly.

use eframe::egui::{Context, ViewportCommand};

use super::Shell;
use crate::{
    app::{FloorMsg, Msg},
    platform::awake::Reason,
};

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

    /// What the desktop has answered since the last look.
    pub(super) fn hear_awake(&mut self, ctx: &Context) {
        while let Some(kept) = self.awake.answer() {
            self.send(Msg::Floor(FloorMsg::Awake(kept)), ctx, None);
        }
    }
}
