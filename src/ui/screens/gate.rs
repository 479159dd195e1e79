//! The emergency list before a session and after a stop, and the card that follows a yes.
//!
//! Both answers weigh the same and none has the keyboard's focus. Invariant: "None of these" opens only once the
//! end of the list has been in view; the card has no way on into a session.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Frame, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Event, GateEvent, Gates, ListAnswer, Session},
    ui::{
        Messages, View,
        frame::Room,
        keys,
        screens::{
            self,
            session::{Header, header, leave_button},
        },
        theme::radius,
        widgets::{
            bullets,
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            text,
        },
    },
};

/// When the list is asked.
#[derive(Clone, Copy)]
pub enum Asked<'a> {
    /// Before a session.
    Before(&'a Gates),
    /// Again, after a stop.
    Again(&'a Session),
}

impl Asked<'_> {
    fn seen(self) -> bool {
        match self {
            Self::Before(gates) => gates.list_seen(),
            Self::Again(session) => session.list_seen(),
        }
    }

    fn list_seen(self) -> Msg {
        match self {
            Self::Before(_) => Msg::Gate(GateEvent::ListSeen),
            Self::Again(_) => Msg::Session(Event::ListSeen),
        }
    }

    fn answer(self, answer: ListAnswer) -> Msg {
        match self {
            Self::Before(_) => Msg::Gate(GateEvent::Signs(answer)),
            Self::Again(_) => Msg::Session(Event::Signs(answer)),
        }
    }
}

/// The list, with its two answers pinned below.
pub fn list(ui: &mut Ui, view: View<'_>, room: Room, asked: Asked<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates);
    let body = match asked {
        Asked::Before(gates) => {
            let (number, total) = gates.number();
            let step = fill(&words.step, &[("number", &number.to_string()), ("total", &total.to_string())]);
            header(ui, view, &Header { title: &words.header, detail: &step, rounds: None }, |ui| leave_button(ui, view, out))
        }
        Asked::Again(_) => {
            header(ui, view, &Header { title: &view.model.book.cues.stop.after, detail: "", rounds: None }, |_| {})
        }
    };
    let inset = if room == Room::Wide { metrics.gap_48 * 2.0 + metrics.gap_24 } else { metrics.session_pad };
    let inner = Rect::from_min_max(body.min + vec2(inset, metrics.gap_8), body.max - vec2(inset, metrics.gap_24));
    let answers_height = metrics.answer_row + metrics.gap_8 + metrics.gap_12 + metrics.meta.line * 1.5;
    let above = Rect::from_min_max(inner.min, inner.max - vec2(0.0, answers_height + metrics.gap_16));
    let below = Rect::from_min_max(inner.max - vec2(inner.width(), answers_height), inner.max);
    let foot = if asked.seen() { &words.emergency.footer } else { &words.emergency.read_first };
    let head = |ui: &mut Ui| {
        screens::title(ui, view, &words.emergency.question);
        screens::lead(ui, view, &words.emergency.lead);
    };
    // Where there is little height the title scrolls with the list, so that the answers always stand.
    let roomy = above.height() > metrics.stage_height * 1.5;
    let used = frames::placed(ui, above, |ui| {
        if roomy {
            head(ui);
        }
        let height = ui.available_height();
        signs(ui, view, asked, height, if roomy { None } else { Some(&head) }, out);
        ui.min_rect().height()
    });
    // A short list leaves its answers right under it.
    let lift = (above.height() - used).max(0.0);
    frames::placed(ui, below.translate(vec2(0.0, -lift)), |ui| {
        answers(ui, view, asked, out);
        ui.add_space(metrics.gap_12);
        text::centred(ui, theme, metrics.meta, Token::Ink2, foot);
    });
}

type Head<'a> = &'a dyn Fn(&mut Ui);

fn signs(ui: &mut Ui, view: View<'_>, asked: Asked<'_>, height: f32, head: Option<Head<'_>>, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    frames::card_frame(theme, false, metrics.gap_24).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let room = (height - 2.0 * metrics.gap_24).max(metrics.gap_48);
        let area = ScrollArea::vertical().id_salt("signs").max_height(room).auto_shrink([false, true]);
        let output = area.show(ui, |ui| {
            keys::scroll(ui);
            if let Some(head) = head {
                head(ui);
            }
            bullets::list(ui, view.kit, view.model.book.gates.emergency.signs.iter().map(String::as_str));
        });
        let end = output.state.clamped_offset().y + output.inner_rect.height();
        if !asked.seen() && end >= output.content_size.y - metrics.gap_8 {
            out.push(asked.list_seen());
        }
    });
}

/// Two answers of equal weight; the easy reach is the safe one.
fn answers(ui: &mut Ui, view: View<'_>, asked: Asked<'_>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.gates.emergency);
    let gap = metrics.gap_16;
    let width = (ui.available_width() - gap) / 2.0;
    ui.horizontal(|ui| {
        if answer(ui, view, &words.one_or_more, width).clicked() {
            out.push(asked.answer(ListAnswer::OneOrMore));
        }
        ui.add_space(gap);
        ui.add_enabled_ui(asked.seen(), |ui| {
            if answer(ui, view, &words.none, width).clicked() {
                out.push(asked.answer(ListAnswer::NoneOfThese));
            }
        });
    });
}

fn answer(ui: &mut Ui, view: View<'_>, label: &str, width: f32) -> Response {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (rect, response) = ui.allocate_exact_size(vec2(width, metrics.answer_row + metrics.gap_8), Sense::click());
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
    let galley = text::wrapped(ui, theme, metrics.h3, ink, label, width - metrics.gap_24);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Numbers first, then why, then what to say. It has one way out: back to reading.
pub fn emergency_card(ui: &mut Ui, view: View<'_>, room: Room, leave: Msg, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.emergency_card);
    let body = header(ui, view, &Header { title: &words.header, detail: "", rounds: None }, |_| {});
    let inset = if room == Room::Wide { metrics.gap_48 * 2.0 + metrics.gap_12 } else { metrics.session_pad };
    let inner = Rect::from_min_max(body.min + vec2(inset, metrics.gap_20), body.max - vec2(inset, 0.0));
    frames::placed(ui, inner, |ui| {
        ScrollArea::vertical().id_salt("emergency").auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            card_head(ui, view);
            let corner = metrics.radius_card as u8;
            let frame = Frame::new()
                .fill(theme.color(Token::StopSoft))
                .corner_radius(CornerRadius { nw: 0, ne: 0, sw: corner, se: corner })
                .inner_margin(frames::margin(metrics.gap_28));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                numbers(ui, view);
                ui.add_space(metrics.gap_20);
                text::show(ui, theme, metrics.lead, Token::Ink, &format!("**{}** {}", words.why_lead, words.why));
                ui.add_space(metrics.gap_16);
                text::show(ui, theme, metrics.body, Token::Ink, &format!("**{}** {}", words.say_lead, words.say));
            });
            ui.add_space(metrics.gap_24);
            let back = Button::new(view.kit, Weight::Secondary, &words.back).icon(Icon::Book).height(metrics.button_large);
            if back.show(ui, view.kit).clicked() {
                out.push(leave);
            }
            ui.add_space(metrics.gap_16);
            text::show(ui, theme, metrics.meta, Token::Ink2, &words.off);
            ui.add_space(metrics.gap_24);
        });
    });
}

/// The only filled red panel in the program.
fn card_head(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.emergency_card);
    let corner = metrics.radius_card as u8;
    let frame = Frame::new()
        .fill(theme.color(Token::Stop))
        .corner_radius(CornerRadius { nw: corner, ne: corner, sw: 0, se: 0 })
        .inner_margin(frames::margin(metrics.gap_28));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(metrics.gap_48, metrics.gap_48), Sense::hover());
            view.kit.icons.paint(ui.painter(), Icon::Phone, rect, theme.color(Token::OnStop));
            ui.add_space(metrics.gap_28);
            ui.vertical(|ui| {
                let width = ui.available_width();
                let title =
                    ui.add(eframe::egui::Label::new(text::job(theme, metrics.h1, Token::OnStop, &words.title, width)).wrap());
                text::mark_heading(&title, 1, &words.title);
                text::announce(ui, &title, eframe::egui::accesskit::Live::Assertive);
                text::show(ui, theme, metrics.lead, Token::OnStop, &words.lead);
            });
        });
    });
}

/// Emergency numbers by place; the local number comes first, in words above them.
pub fn numbers(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let numbers = &view.model.book.gates.emergency_card.numbers;
    let gap = metrics.gap_12;
    let least = metrics.gap_48 * 3.0;
    let columns = (((ui.available_width() + gap) / (least + gap)).floor() as usize).clamp(1, numbers.len().max(1));
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    for row in numbers.chunks(columns) {
        ui.horizontal(|ui| {
            for (index, entry) in row.iter().enumerate() {
                if index > 0 {
                    ui.add_space(gap);
                }
                let (rect, response) = ui.allocate_exact_size(vec2(width, metrics.gap_48 * 2.0 + metrics.gap_12), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {}", entry.place, entry.number)));
                ui.painter().rect(
                    rect,
                    radius(metrics.radius_button),
                    theme.color(Token::Surface),
                    theme.line(metrics.border, Token::Line),
                    StrokeKind::Inside,
                );
                let number = text::line(ui, theme, metrics.question, Token::Ink, &entry.number);
                let mut place = text::job(theme, metrics.small, Token::Ink2, &entry.place, width - metrics.gap_12);
                place.halign = eframe::egui::Align::Center;
                let place = ui.painter().layout_job(place);
                let middle = rect.center().x;
                let top = rect.top() + metrics.gap_8;
                let below = top + number.size().y;
                ui.painter().galley(pos2(middle - number.size().x / 2.0, top), number, Color32::PLACEHOLDER);
                ui.painter().galley(pos2(middle, below), place, Color32::PLACEHOLDER);
            }
        });
        ui.add_space(gap);
    }
}
