//! A list of signs and its two answers, pinned below it: the same frame for all three lists, and after a stop.
//!
//! Invariant: "None of these" opens only once the end of the list has been in view.

use eframe::egui::{CursorIcon, Id, Role, Sense, StrokeKind, WidgetInfo, vec2};

use crate::{
    app::{MovementMsg, Msg, ReadAloud},
    drawing::Token,
    session::{Event, Gate, GateEvent, Gates, ListAnswer, ListWords, Movement, MovementEvent, Session},
    ui::{
        Messages, View,
        layout::{Node, Width, parts, scroll::Scrolled, texts},
        pane::Pane,
        read_aloud,
        screens::{gate::question_frame, session_frame::SessionFrame, stop},
        theme::radius,
        widgets::focus,
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
pub fn show<'a>(pane: &mut Pane<'_, 'a>, asked: Asked<'a>) {
    let view = pane.view;
    let words = view.model.book.gates.list(asked.gate()).unwrap_or(&view.model.book.gates.emergency);
    let frame = match asked {
        Asked::Before(gate, gates) => question_frame(view, gates.list_number(), gate),
        Asked::Again(_) | Asked::AgainMoving(_) => SessionFrame {
            title: &view.model.book.cues.stop.after,
            acts: vec![read_aloud::header(view, ReadAloud::SignsAgain)],
            is_column: true,
            ..SessionFrame::default()
        },
    };
    frame.show(pane, |pane| page(pane, asked, words));
}

fn page<'a>(pane: &mut Pane<'_, 'a>, asked: Asked<'a>, words: &'a ListWords) {
    let (view, metrics) = (pane.view, pane.metrics());
    let room = pane.ui.available_rect_before_wrap();
    let (ui, width, gap) = (&*pane.ui, room.width(), metrics.gap_12);
    let head = move || {
        Node::column([
            texts::title_with(view, words.question.as_str(), words.lead.as_str()),
            texts::lead(view, words.lead.as_str()),
        ])
    };
    let (foot, told) = if asked.seen() {
        (&words.footer, Some(format!("{} {}", words.none_open, words.footer)))
    } else {
        // Nobody is interrupted by it: the answer that is off says it when the keyboard comes there.
        (&words.read_first, None)
    };
    let told = &told;
    let foot = move || texts::centred_telling(view, metrics.meta, Token::Ink2, foot, told.clone());
    let wait = (!asked.seen()).then_some(words.read_first.as_str());
    let answers = vec![
        answer(view, None, &words.one_or_more, asked.answer(ListAnswer::OneOrMore)),
        answer(view, wait, &words.none, asked.answer(ListAnswer::NoneOfThese)),
    ];
    let columns = parts::columns(ui, width, gap, 0.0, 2, &answers);
    let answers = Node::grid(columns, answers).gap(gap).rigid();
    // Where there is little height title and foot scroll with the list, so that the answers always stand.
    let pad = if room.height() < metrics.session_low { metrics.gap_12 } else { metrics.gap_20 };
    let around = [head(), foot()].iter().map(|node| node.height_at(ui, width) + gap).sum::<f32>();
    let left = room.height() - answers.height_at(ui, width) - 2.0 * (pad + gap);
    let stands = around + 1.8 * metrics.figure_least <= left;
    let least = left.min(metrics.figure_least);
    let signs = move || {
        let signs = parts::signs(view, &words.question, words.signs.iter().map(String::as_str));
        // After a stop someone may still lie there.
        let signs = match asked {
            Asked::Again(_) => Node::column([signs, stop::cannot_get_up(view)]).gap(gap),
            _ => signs,
        };
        if stands { signs } else { Node::column([head(), signs, foot()]).gap(gap) }
    };
    // What stands under the last sign need not have been in view.
    let mut below = metrics.gap_8;
    if matches!(asked, Asked::Again(_)) {
        below += stop::cannot_get_up(view).height_at(ui, width) + gap;
    }
    if !stands {
        below += foot().height_at(ui, width) + gap;
    }
    let starts = view.model.page_is_new && !asked.seen();
    // A place of its own for each list, so that the next one begins at its top.
    let key = Id::unique(("signs", asked.gate()));
    let seen = move |scrolled: Scrolled, out: &mut Messages| {
        if !asked.seen() && scrolled.is_at_end(below) {
            out.push(asked.list_seen());
        }
    };
    if least < metrics.gap_48 {
        // Not even a sign finds room beside the answers: then they stand at the end of the list.
        let page = Node::column([signs(), answers]).gap(gap);
        let scrolled = page.show_or_scroll(pane.ui, view.kit, key, starts, pane.out);
        return seen(scrolled, pane.out);
    }
    let list = Node::leaf(
        move |ui, width| match width {
            Width::Of(width) => vec2(width, signs().height_at(ui, width)),
            Width::Natural | Width::Least => vec2(signs().narrowest(ui), least),
        },
        move |ui, out| {
            seen(signs().show_or_scroll(ui, view.kit, key, starts, out), out);
        },
    );
    let card = parts::card(view.kit, false, Node::column([list.least_height(least)]).pad(pad)).least_height(least + 2.0 * pad);
    let page = if stands {
        vec![head().rigid(), card, answers, foot().rigid(), Node::space(0.0)]
    } else {
        vec![card, answers, Node::space(0.0)]
    };
    Node::column(page).gap(gap).show_in(pane.ui, room, pane.out);
}

/// Two answers of equal weight; the easy reach is the safe one. `wait` is why it is off for now: it can have the keyboard
/// all the same, so that a screen reader says the reason, and says when it opens.
fn answer<'a>(view: View<'a>, wait: Option<&'a str>, label: &'a str, message: Msg) -> Node<'a> {
    let (theme, metrics, enabled) = (view.kit.theme, view.metrics(), wait.is_none());
    let ink = if enabled { Token::Ink } else { Token::DisabledInk };
    let words = parts::paint_centred(view.kit, metrics.h3, ink, label);
    let inside = Node::column([words]).together().pad(metrics.gap_12).least_height(metrics.answer_row);
    inside.on(move |ui, rect, out| {
        let response = ui.interact(rect, ui.scope_id().with(("answer", label)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
        if let Some(wait) = wait {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(wait));
        }
        let (ground, line) = match (enabled, response.hovered()) {
            (false, _) => (Token::Disabled, Token::Disabled),
            (true, true) => (Token::Sunk, Token::Ink),
            (true, false) => (Token::Surface, Token::Ink),
        };
        let stroke = theme.line(metrics.control_border, line);
        ui.painter().rect(rect, radius(metrics.radius_button), theme.color(ground), stroke, StrokeKind::Inside);
        focus::ring(ui, theme, &response, rect, metrics.radius_button);
        let clicked = response.clicked();
        if enabled {
            response.on_hover_cursor(CursorIcon::PointingHand);
        }
        if enabled && clicked {
            out.push(message);
        }
    })
}
