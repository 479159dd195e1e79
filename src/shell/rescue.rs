//! When something in the window's own thread fails: let go first, then go on, and where that fails too, a plain page.
//!
//! Not the report: see [`crate::platform::fault`]. A fault while somebody presses is treated as what it is, an
//! interruption: the session lets go, by voice and on the screen, and what it knows by then is written down. The page
//! that failed is left for the start page. Only faults in a row lead to the plain page, which needs none of the rest.
//!
//! Invariant: no fault leaves a person in a hold, and none takes the window away without a word.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use eframe::egui::{self, ViewportCommand};

use super::Shell;
use crate::{
    app::{Heard, Msg, SoundEffect},
    moment::Moment,
    ui::rescue,
};

/// This many faults within this time are a row: it does not go on.
const FAULTS_IN_A_ROW: usize = 3;
const ROW: Duration = Duration::from_secs(10);
/// How long the end of a program that falls waits for the words that let go.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// The faults of the window's thread.
#[derive(Debug, Default)]
pub(super) struct Rescue {
    faults: Vec<Moment>,
    /// The plain page shows, and whether a person was asked to let go.
    plain: Option<bool>,
    /// For the tests: which fault is to come.
    pretended: Option<String>,
}

impl Rescue {
    pub(super) fn new(pretended: Option<String>) -> Self {
        Self { pretended, ..Self::default() }
    }

    /// Fails as the tests want it: in every frame, in one, or in a thread beside the window.
    pub(super) fn pretend_fault(&mut self) {
        match self.pretended.as_deref() {
            None => {}
            Some("always") => pretended_fault(),
            Some("thread") => {
                self.pretended = None;
                std::thread::Builder::new().name("pretended".into()).spawn(pretended_fault).ok();
            }
            Some(_) => {
                self.pretended = None;
                pretended_fault()
            }
        }
    }

    pub(super) fn is_plain(&self) -> bool {
        self.plain.is_some()
    }
}

/// Fails.
#[allow(clippy::panic, reason = "the tests need a fault that comes when they want it")]
fn pretended_fault() {
    std::panic::panic_any("a pretended fault")
}

impl Shell {
    /// Does a part of a frame. A fault in it ends that part, and nothing more.
    pub(super) fn guarded(&mut self, ctx: &egui::Context, part: impl FnOnce(&mut Self)) {
        // What is half changed by a fault is the model's; it is used on only to let go and to show the start page.
        if catch_unwind(AssertUnwindSafe(|| part(self))).is_ok() {
            return;
        }
        let now = self.clock.now().moment;
        self.rescue.faults.retain(|before| now.since(*before) < ROW);
        self.rescue.faults.push(now);
        let presses = self.model.running().is_some();
        let told = catch_unwind(AssertUnwindSafe(|| self.tell_fault(ctx)));
        if told.is_err() || self.rescue.faults.len() >= FAULTS_IN_A_ROW {
            self.rescue.plain = Some(presses);
            if presses {
                // The session can not say it any more.
                catch_unwind(AssertUnwindSafe(|| self.say_let_go())).ok();
            }
        }
        ctx.request_repaint();
    }

    fn tell_fault(&mut self, ctx: &egui::Context) {
        let report = self.faults.report().map(|path| path.display().to_string());
        self.send(Msg::Failed { in_window: true, report }, ctx, None);
        self.faults.told();
    }

    fn say_let_go(&self) {
        let words = Some(self.model.book.words.fault.let_go.clone());
        self.carry_out_sound(SoundEffect::Play(Heard { words, ..Heard::default() }));
    }

    /// The plain page.
    pub(super) fn show_rescue(&mut self, ui: &mut egui::Ui) {
        let report = self.faults.report().map(|path| path.display().to_string());
        let lets_go = self.rescue.plain == Some(true);
        if rescue::show(ui, &self.model.book.words.fault, lets_go, report.as_deref()) {
            self.closing = true;
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

impl Drop for Shell {
    /// Falls with the window toolkit, where a fault outside of our own code ends the program: says what has to be said.
    fn drop(&mut self) {
        if !std::thread::panicking() || self.model.running().is_none() {
            return;
        }
        let ctx = self.inbox.post().ctx().clone();
        let told = catch_unwind(AssertUnwindSafe(|| self.send(Msg::Failed { in_window: true, report: None }, &ctx, None)));
        if told.is_err() {
            catch_unwind(AssertUnwindSafe(|| self.say_let_go())).ok();
        }
        std::thread::sleep(LAST_WORDS);
    }
}
