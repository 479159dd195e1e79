//! One page of the floor view while it is laid out: its sizes, its words, and what can be pressed on it.
//!
//! Not what stands on it. Invariant: a part that can be pressed says so to the mouse and to a screen reader in one place.

use std::cell::{Cell, RefCell};

use eframe::egui::{Rect, Role, Sense, StrokeKind, Ui, WidgetInfo};

use super::scale::{Scale, Set, words};
use crate::{
    app::{FloorForm, Msg},
    content::FloorWords,
    drawing::Token,
    session::{CueWords, Session},
    ui::{
        View,
        layout::Node,
        metrics::{Floor, TextRole, Weight},
        pictures::Shown,
        screens::player,
        theme::radius,
        widgets::text,
    },
};

/// To stay on one line the word of a phase may shrink to this share of its size.
const ONE_LINE: f32 = 0.45;
/// And a question or a line under it to this share, to take a line less.
const SAVES_A_LINE: f32 = 0.84;

/// Something that can be pressed, and what that says.
pub(super) struct Hit {
    /// Where it lies.
    pub rect: Rect,
    /// What it says to the program.
    pub message: Msg,
}

/// Where the mouse finds what, once the page is shown.
#[derive(Default)]
pub(super) struct Targets {
    /// What can be pressed, the band aside.
    pub hits: RefCell<Vec<Hit>>,
    /// Stop's band.
    pub stop: Cell<Option<Rect>>,
}

/// The roles of the floor's type.
#[derive(Debug, Clone, Copy)]
pub(super) enum Type {
    /// The one big word of a phase.
    Phase,
    /// A question.
    Question,
    /// An answer's own word.
    Answer,
    /// The line under a word.
    Cue,
    /// "Stop".
    Stop,
    /// What comes next, and which key does what.
    Hint,
    /// What nobody needs from the floor: it is spoken, or used at the screen.
    Label,
}

/// A page and all it needs to be laid out.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub view: View<'a>,
    pub session: &'a Session,
    pub form: FloorForm,
    /// The scene of this moment, and what shows of it.
    pub shown: &'a (String, Shown),
    /// How wide it is, in points.
    pub width: f32,
    /// Whether words stand beside the ring; else over it.
    pub is_wide: bool,
    /// Whether there is room for what goes first: the figure, the line under a question.
    pub is_full: bool,
    /// Whether the ring may be as small as a key.
    pub has_small_ring: bool,
    pub scale: Scale,
    pub targets: &'a Targets,
}

impl<'a> Page<'a> {
    pub(super) fn sizes(self) -> &'a Floor {
        &self.view.kit.theme.metrics.floor
    }

    pub(super) fn words(self) -> &'a FloorWords {
        &self.view.model.book.floor
    }

    pub(super) fn cues(self) -> &'a CueWords {
        &self.view.model.book.cues
    }

    /// A size of the theme on this screen.
    pub(super) fn len(self, size: f32) -> f32 {
        self.scale.len(size)
    }

    /// The usual gap.
    pub(super) fn gap(self) -> f32 {
        self.len(self.sizes().gap)
    }

    /// A role of the floor's type, as large as there is room for.
    pub(super) fn role(self, of: Type) -> TextRole {
        let sizes = self.sizes();
        let (size, weight, line) = match of {
            Type::Phase => (sizes.phase, Weight::Bold, 1.0),
            Type::Question => (sizes.question, Weight::Bold, 1.06),
            Type::Answer => (sizes.answer, Weight::Bold, 1.1),
            Type::Cue => (sizes.cue, Weight::Semibold, 1.16),
            Type::Stop => (sizes.stop, Weight::Bold, 1.1),
            Type::Hint => (sizes.hint, Weight::Regular, 1.2),
            Type::Label => (sizes.label, Weight::Regular, 1.2),
        };
        self.scale.role(sizes, size, weight, line)
    }

    /// Words that a screen reader finds.
    pub(super) fn say(self, of: Type, token: Token, said: impl Into<String>) -> Node<'a> {
        words(self.view.kit, self.role(of), token, Set::Label, said)
    }

    /// Words that are painted: what holds them says them.
    pub(super) fn paint(self, of: Type, token: Token, said: impl Into<String>) -> Node<'a> {
        let (role, least) = (self.role(of), self.len(self.sizes().hint));
        let set = match of {
            Type::Phase => Set::Saving((role.size * ONE_LINE).max(least)),
            Type::Question | Type::Cue => Set::Saving((role.size * SAVES_A_LINE).max(least)),
            Type::Answer | Type::Stop | Type::Hint | Type::Label => Set::Painted,
        };
        words(self.view.kit, role, token, set, said)
    }

    /// Answers side by side, one under the other on a narrow page; all as large as each other.
    pub(super) fn beside(self, answers: Vec<Node<'a>>) -> Node<'a> {
        if self.is_wide {
            Node::row(answers.into_iter().map(|answer| answer.share(1.0))).level()
        } else {
            Node::column(answers.into_iter().map(Node::grow))
        }
    }

    /// A box around a group.
    pub(super) fn framed(self, inside: Node<'a>, fill: Token, border: (f32, Token), corner: f32) -> Node<'a> {
        let theme = self.view.kit.theme;
        let line = theme.line(self.len(border.0), border.1);
        let corner = radius(self.len(corner));
        inside.on(move |ui, rect, _| {
            ui.painter().rect(rect, corner, theme.color(fill), line, StrokeKind::Inside);
        })
    }

    /// A group that can be pressed as a whole.
    pub(super) fn press(self, inside: Node<'a>, name: impl Into<String>, message: Msg) -> Node<'a> {
        let (targets, name) = (self.targets, name.into());
        inside.on(move |ui, rect, out| {
            let response = ui.interact(rect, ui.scope_id().with(("hit", &name)), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if response.clicked() && !by_mouse(ui) {
                out.push(message.clone());
            }
            targets.hits.borrow_mut().push(Hit { rect, message });
        })
    }

    /// A group that is the page's heading: it takes the keyboard and says the cue.
    pub(super) fn heading(self, inside: Node<'a>) -> Node<'a> {
        inside.on(move |ui, rect, _| {
            let id = ui.scope_id().with("cue");
            text::heading_around(ui, 1, |ui| {
                let heading = ui.interact(rect, id, Sense::focusable_noninteractive());
                player::spoken(ui, self.view, self.session, &heading);
                heading
            });
        })
    }
}

/// Whether a click of this frame is the mouse's own: its press is read when the page has been shown.
pub(super) fn by_mouse(ui: &Ui) -> bool {
    ui.input(|input| input.pointer.any_released() || input.pointer.any_pressed())
}
