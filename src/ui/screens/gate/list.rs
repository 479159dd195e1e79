//! A list of signs and its two answers, pinned below it: the same frame for all three lists, and after a stop.
//!
//! Invariant: "None of these" opens only once the end of the list has been in view.

use eframe::egui::{Color32, CursorIcon, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    app::{MovementMsg, Msg, ReadAloud},
    drawing::Token,
    session::{Event, Gate, GateEvent, Gates, ListAnswer, ListWords, Movement, MovementEvent, Session},
    ui::{
        Messages, View, keys, notices,
        pane::WidthClass,
        screens::{
            self,
            gate::question_header,
            session::{Header, header},
        },
        theme::radius,
        widgets::{bullets, focus, frames, text},
    },
};

/// When a list is asked, and which.
#[derive(Clone, Copy)]
pub enum Asked<'a> {
    /// Before a session.
    Before(Gate, &'a Gates),
    /// The emergency list again, after a stop.
    Again(&'a Session),
    /// The emergency list again, after a stop in easy movement.
    AgainMoving(&'a Movement),
}

impl Asked<'_> {
    fn seen(self) -> bool {
        match self {
            Self::Before(_, gates) => gates.list_seen(),
            Self::Again(session) => session.list_seen(),
            Self::AgainMoving(movement) => movement.list_seen(),
        }
    }

    fn list_seen(self) -> Msg {
        match self {
            Self::Before(..) => Msg::Gate(GateEvent::ListSeen),
            Self::Again(_) => Msg::Session(Event::ListSeen),
            Self::AgainMoving(_) => Msg::Movement(MovementMsg::Event(MovementEvent::ListSeen)),
        }
    }

    fn answer(self, answer: ListAnswer) -> Msg {
        match self {
            Self::Before(..) => Msg::Gate(GateEvent::Signs(answer)),
            Self::Again(_) => Msg::Session(Event::Signs(answer)),
            Self::AgainMoving(_) => Msg::Movement(MovementMsg::Event(MovementEvent::Signs(answer))),
        }
    }

    fn gate(self) -> Gate {
        match self {
            Self::Before(gate, _) => gate,
            Self::Again(_) | Self::AgainMoving(_) => Gate::Emergency,
        }
    }
}

/// The list, with its two answers pinned below.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, asked: Asked<'_>, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let words = view.model.book.gates.list(asked.gate()).unwrap_or(&view.model.book.gates.emergency);
    let body = match asked {
        Asked::Before(gate, gates) => question_header(ui, view, room, gates.list_number(), gate, out),
        Asked::Again(_) | Asked::AgainMoving(_) => {
            let title = &view.model.book.cues.stop.after;
            header(ui, view, &Header { title, detail: "", rounds: None }, |ui| {
                notices::read_aloud(ui, view, ReadAloud::SignsAgain, out);
            })
        }
    };
    let inset = if room >= WidthClass::Wide { metrics.gap_48 * 2.0 + metrics.gap_24 } else { metrics.session_pad };
    let inner = Rect::from_min_max(body.min + vec2(inset, metrics.gap_8), body.max - vec2(inset, metrics.gap_24));
    let foot = if asked.seen() { &words.footer } else { &words.read_first };
    let answers_height = answer_height(ui, view, words, inner.width()) + metrics.gap_12 + metrics.meta.line * 1.5;
    let above = Rect::from_min_max(inner.min, inner.max - vec2(0.0, answers_height + metrics.gap_16));
    let below = Rect::from_min_max(inner.max - vec2(inner.width(), answers_height), inner.max);
    let head = |ui: &mut Ui| {
        screens::title(ui, view, &words.question);
        screens::lead(ui, view, &words.lead);
    };
    // Where there is little height the title scrolls with the list, so that the answers always stand.
    let roomy = above.height() > metrics.stage_height * 1.5;
    let used = frames::placed(ui, above, |ui| {
        if roomy {
            head(ui);
        }
        let height = ui.available_height();
        signs(ui, view, asked, words, height, if roomy { None } else { Some(&head) }, out);
        ui.min_rect().height()
    });
    // A short list leaves its answers right under it.
    let lift = (above.height() - used).max(0.0);
    frames::placed(ui, below.translate(vec2(0.0, -lift)), |ui| {
        answers(ui, view, asked, words, out);
        ui.add_space(metrics.gap_12);
        text::centred(ui, theme, metrics.meta, Token::Ink2, foot);
    });
}

type Head<'a> = &'a dyn Fn(&mut Ui);

fn signs(
    ui: &mut Ui,
    view: View<'_>,
    asked: Asked<'_>,
    words: &ListWords,
    height: f32,
    head: Option<Head<'_>>,
    out: &mut Messages,
) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    frames::card_frame(theme, false, metrics.gap_24).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let room = (height - 2.0 * metrics.gap_24).max(metrics.gap_48);
        // A place of its own for each list, so that the next one begins at its top.
        let area = ScrollArea::vertical().id_salt(("signs", asked.gate())).max_height(room).auto_shrink([false, true]);
        let output = area.show(ui, |ui| {
            keys::scroll(ui);
            if let Some(head) = head {
                head(ui);
            }
            bullets::list(ui, view.kit, words.signs.iter().map(String::as_str));
        });
        let end = output.state.clamped_offset().y + output.inner_rect.height();
        if !asked.seen() && end >= output.content_size.y - metrics.gap_8 {
            out.push(asked.list_seen());
        }
    });
}

/// Two answers of equal weight; the easy reach is the safe one.
fn answers(ui: &mut Ui, view: View<'_>, asked: Asked<'_>, words: &ListWords, out: &mut Messages) {
    let gap = view.kit.theme.metrics.gap_16;
    let height = answer_height(ui, view, words, ui.available_width());
    let width = (ui.available_width() - gap) / 2.0;
    ui.horizontal(|ui| {
        if answer(ui, view, &words.one_or_more, vec2(width, height)).clicked() {
            out.push(asked.answer(ListAnswer::OneOrMore));
        }
        ui.add_space(gap);
        ui.add_enabled_ui(asked.seen(), |ui| {
            if answer(ui, view, &words.none, vec2(width, height)).clicked() {
                out.push(asked.answer(ListAnswer::NoneOfThese));
            }
        });
    });
}

/// As high as the longer of the two needs.
fn answer_height(ui: &Ui, view: View<'_>, words: &ListWords, width: f32) -> f32 {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let room = (width - metrics.gap_16) / 2.0 - metrics.gap_24;
    let heights = [&words.one_or_more, &words.none].map(|label| text::wrapped(ui, theme, metrics.h3, Token::Ink, label, room));
    let tallest = heights.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    (metrics.answer_row + metrics.gap_8).max(tallest + metrics.gap_24)
}

fn answer(ui: &mut Ui, view: View<'_>, label: &str, size: eframe::egui::Vec2) -> Response {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    let (ground, ink, line) = match (enabled, response.hovered()) {
        (false, _) => (Token::Disabled, Token::DisabledInk, Token::Disabled),
        (true, true) => (Token::Sunk, Token::Ink, Token::Ink),
        (true, false) => (Token::Surface, Token::Ink, Token::Ink),
    };
    ui.painter().rect(
        rect,
        radius(metrics.radius_button),
        theme.color(ground),
        theme.line(metrics.control_border, line),
        StrokeKind::Inside,
    );
    let galley = text::wrapped(ui, theme, metrics.h3, ink, label, size.x - metrics.gap_24);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
