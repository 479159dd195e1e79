//! One page of the floor view: its canvas, its sizes, and how it names its parts for a screen reader.
//!
//! Not what stands on it. Invariant: every size is a size of the theme times one factor, so that all of it grows and
//! shrinks together with the screen's shorter side, whatever the text size of the guide.

use std::{cell::Cell, sync::Arc};

use eframe::egui::{Color32, Galley, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use super::{
    canvas::{Canvas, Turned},
    fit::Fit,
};
use crate::{
    app::{FloorForm, Msg},
    content::FloorWords,
    drawing::Token,
    session::{CueWords, Session},
    ui::{
        View,
        metrics::{Floor, Weight},
        theme::Theme,
        widgets::text,
    },
};

/// How high the screen is that the theme's sizes are written for.
const WRITTEN_FOR: f32 = 1080.0;
/// Broader than high by this much, words stand beside the ring; else over it.
const WIDE: f32 = 1.15;

/// The share of a ring's inside that its number may be wide.
const NUMBER_IN_RING: f32 = 0.84;

/// Something that can be pressed, and what that says.
pub(super) struct Hit {
    /// Where it lies on the screen.
    pub rect: Rect,
    /// What a screen reader says.
    pub name: String,
    /// What it says to the program.
    pub message: Msg,
}

/// A page and all it needs to be painted.
pub(super) struct Page<'a> {
    pub canvas: Canvas<'a>,
    pub view: View<'a>,
    pub session: &'a Session,
    pub form: FloorForm,
    /// Where Stop lies on the screen, once its band is painted.
    pub stop: Cell<Option<Rect>>,
    scale: f32,
}

impl<'a> Page<'a> {
    pub(super) fn new(ui: &'a Ui, view: View<'a>, session: &'a Session, form: FloorForm, turned: Turned) -> Self {
        let size = turned.size();
        let scale = size.min_elem() / WRITTEN_FOR;
        let page = Self { canvas: Canvas::new(ui, turned), view, session, form, stop: Cell::new(None), scale };
        page.canvas.fill(page.canvas.rect(), 0.0, page.color(Token::Bg));
        page
    }

    pub(super) fn sizes(&self) -> &Floor {
        &self.view.kit.theme.metrics.floor
    }

    pub(super) fn theme(&self) -> &Theme {
        self.view.kit.theme
    }

    pub(super) fn words(&self) -> &FloorWords {
        &self.view.model.book.floor
    }

    pub(super) fn cues(&self) -> &CueWords {
        &self.view.model.book.cues
    }

    pub(super) fn ui(&self) -> &Ui {
        self.canvas.ui()
    }

    pub(super) fn color(&self, token: Token) -> Color32 {
        self.theme().color(token)
    }

    /// A size of the theme on this screen.
    pub(super) fn len(&self, size: f32) -> f32 {
        size * self.scale
    }

    /// The usual gap.
    pub(super) fn gap(&self) -> f32 {
        self.len(self.sizes().gap)
    }

    /// Whether words stand beside the ring.
    pub(super) fn is_wide(&self) -> bool {
        let size = self.canvas.rect().size();
        size.x > size.y * WIDE
    }

    fn fit(&self, size: f32, weight: Weight, token: Token, line: f32) -> Fit {
        let least = self.len(self.sizes().hint.min(size));
        Fit { size: self.len(size), least, weight, token, line }
    }

    /// The one big word of a phase.
    pub(super) fn phase_word(&self) -> Fit {
        self.fit(self.sizes().phase, Weight::Bold, Token::Ink, 1.0)
    }

    /// A question.
    pub(super) fn question(&self) -> Fit {
        self.fit(self.sizes().question, Weight::Bold, Token::Ink, 1.06)
    }

    /// An answer's own word.
    pub(super) fn answer(&self) -> Fit {
        self.fit(self.sizes().answer, Weight::Bold, Token::Ink, 1.1)
    }

    /// The line under a word.
    pub(super) fn cue(&self) -> Fit {
        self.fit(self.sizes().cue, Weight::Semibold, Token::Ink, 1.16)
    }

    /// What comes next, and which key does what.
    pub(super) fn hint(&self, token: Token) -> Fit {
        self.fit(self.sizes().hint, Weight::Regular, token, 1.2)
    }

    /// "Stop".
    pub(super) fn stop(&self, token: Token) -> Fit {
        self.fit(self.sizes().stop, Weight::Bold, token, 1.1)
    }

    /// What nobody needs from the floor: it is spoken, or used at the screen.
    pub(super) fn label(&self, weight: Weight, token: Token) -> Fit {
        self.fit(self.sizes().label, weight, token, 1.2)
    }

    /// Text in as many lines as it takes.
    pub(super) fn wrapped(&self, fit: Fit, words: &str, room: Vec2) -> Arc<Galley> {
        fit.wrapped(self.ui(), self.theme(), words, room)
    }

    /// Text in one line.
    pub(super) fn line(&self, fit: Fit, words: &str, width: f32) -> Arc<Galley> {
        fit.line(self.ui(), self.theme(), words, width)
    }

    /// The number in the ring; its height alone is bound, by the ring.
    pub(super) fn numeral(&self, words: &str, ring: f32) -> Arc<Galley> {
        let largest = self.sizes();
        let fit = self.fit(largest.numeral, Weight::Bold, Token::Ink, 1.0);
        let fit = Fit { size: fit.size * ring / self.len(largest.ring), ..fit };
        let inside = ring - 2.0 * self.ring_stroke(ring);
        fit.line(self.ui(), self.theme(), words, inside * NUMBER_IN_RING)
    }

    /// How thick a ring of this size is.
    pub(super) fn ring_stroke(&self, ring: f32) -> f32 {
        self.sizes().ring_stroke * ring / self.sizes().ring
    }

    /// A named part for a screen reader, with no hand of its own.
    pub(super) fn node(&self, key: &str, rect: Rect, role: Role, name: &str) -> Response {
        let response = self.ui().interact(self.canvas.on_screen(rect), self.ui().scope_id().with(key), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(role, true, name));
        response
    }

    /// The heading of the page, which can have the keyboard; `name` says what it is called.
    pub(super) fn heading(&self, rect: Rect, name: impl FnOnce(&Response)) {
        let (ui, place) = (self.ui(), self.canvas.on_screen(rect));
        let builder = UiBuilder::new().layer_id(ui.layer_id()).max_rect(place).accessibility_parent(ui.unique_id());
        let mut around = Ui::new(ui.ctx().clone(), ui.unique_id().with("heading"), builder);
        text::heading_around(&mut around, 1, |around| {
            let heading = around.interact(place, ui.scope_id().with("cue"), Sense::focusable_noninteractive());
            name(&heading);
            heading
        });
    }

    /// A text that is painted and named.
    pub(super) fn text(&self, key: &str, rect: Rect, galley: Arc<Galley>, words: &str) {
        let size = galley.size();
        self.canvas.galley(rect.min, galley);
        let plain = text::plain(words);
        self.node(key, Rect::from_min_size(rect.min, size), Role::Label, &plain);
    }

    /// A part that can be pressed.
    pub(super) fn hit(&self, rect: Rect, name: String, message: Msg) -> Hit {
        Hit { rect: self.canvas.on_screen(rect), name, message }
    }

    /// Whether the voice is heard.
    pub(super) fn speaks(&self) -> bool {
        self.view.model.voice_speaks() && !self.view.model.sound.off
    }

    /// What the machine can not do now: a line of its own in the header, so that it is never left out.
    pub(super) fn quiet_line(&self) -> Option<String> {
        let (model, words) = (self.view.model, self.words());
        let dark = if self.speaks() { &words.goes_dark } else { &words.goes_dark_silent };
        let dark = model.floor.goes_dark.then_some(dark.as_str());
        let silent = (model.sound.off && (model.settings.tones || model.voice_speaks())).then_some(words.silent.as_str());
        let lines: Vec<&str> = dark.into_iter().chain(silent).collect();
        (!lines.is_empty()).then(|| lines.join(" "))
    }

    /// Everything between the header and the band at the foot.
    pub(super) fn body(&self, band: Rect) -> Rect {
        let (pad, gap) = (self.len(self.sizes().pad), self.gap());
        let whole = self.canvas.rect().shrink2(vec2(pad, 0.0));
        whole.with_min_y(self.len(self.sizes().header)).with_max_y(band.top() - gap * 1.5)
    }
}
