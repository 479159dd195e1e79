//! The page of last resort: words and one button, for when the others can not be drawn.
//!
//! Invariant: it uses nothing but the words and the toolkit's own parts, so that what broke the others does not break it.

use eframe::egui::{Button, CentralPanel, Frame, RichText, ScrollArea, Ui};

use crate::content::CrashWords;

const MARGIN: f32 = 32.0;
const TITLE_SIZE: f32 = 34.0;
const LET_GO_SIZE: f32 = 44.0;
const TEXT_SIZE: f32 = 20.0;

/// Shows it, and says whether the window is to be closed. `lets_go` is whether somebody may be pressing.
pub fn show(ui: &mut Ui, words: &CrashWords, lets_go: bool, report: Option<&str>) -> bool {
    let mut closes = false;
    let frame = Frame::central_panel(ui.style()).inner_margin(MARGIN);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().show(ui, |ui| {
            if lets_go {
                ui.label(RichText::new(&words.let_go).size(LET_GO_SIZE).strong());
            }
            ui.label(RichText::new(&words.title).size(TITLE_SIZE).strong());
            ui.label(RichText::new(&words.saved).size(TEXT_SIZE));
            if let Some(path) = report {
                ui.label(RichText::new(words.report_in(path)).size(TEXT_SIZE));
            }
            closes = ui.add(Button::new(RichText::new(&words.close).size(TEXT_SIZE))).clicked();
        });
    });
    closes
}
