//! A question with its answers, one under the other, each with its words, its key and its place in the order of the
//! screen.
//!
//! Where they find no room the question stands and the answers scroll under it, with a bar, and a row that says how many
//! are still below (screens.md, 24). Invariant: none is preset, and that there are more can always be seen.

use std::{cell::Cell, cell::RefCell, rc::Rc};

use eframe::egui::{CursorIcon, Id, Rect, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{CheckIn, Event, NextRound, Session},
    ui::{
        View,
        layout::{
            Node, parts,
            scroll::{self, Scrolled},
        },
        pane::Pane,
        screens::session_frame,
        theme::radius,
        widgets::{button, focus, icon::Icon},
    },
};

/// One answer.
#[derive(Clone)]
pub struct Answer {
    /// Its words.
    pub title: String,
    /// A line under them.
    pub detail: String,
    /// What it says.
    pub message: Msg,
}

/// The answers to a question.
#[derive(Clone, Default)]
pub struct Answers {
    /// In the order of the screen.
    pub list: Vec<Answer>,
    /// Whether number keys pick them.
    pub keys: bool,
    /// How high one is at least.
    pub height: f32,
    /// How high the first one is at least, and what stands under it, where the others all mean the same.
    pub first: Option<(f32, String)>,
    /// What stands under the last one.
    pub note: String,
}

/// "Any pain or discomfort?"
pub fn check_in(view: View<'_>, session: &Session) -> Answers {
    let (metrics, cues) = (view.metrics(), view.model.cues());
    let list = CheckIn::ALL.map(|answer| plain(cues.check_in(answer), Msg::Session(Event::CheckIn(answer))));
    Answers {
        list: list.into(),
        keys: session.setup().keys,
        height: metrics.answer_row,
        first: Some((metrics.answer_row_first, cues.answers.check_in.ends.clone())),
        ..Answers::default()
    }
}

/// "One more round?"
pub fn next_round(view: View<'_>, session: &Session) -> Answers {
    let cues = view.model.cues();
    let choices = [NextRound::SameAgain, NextRound::ALittleMore, NextRound::Enough];
    let offered = choices.into_iter().filter(|&choice| session.accepts(Event::NextRound(choice)));
    let answer = |choice| {
        let words = cues.next_round(choice, session.effort(), session.next_effort());
        Answer { title: words.title, detail: words.detail, message: Msg::Session(Event::NextRound(choice)) }
    };
    Answers {
        list: offered.map(answer).collect(),
        keys: session.setup().keys,
        height: view.metrics().answer_row + view.metrics().gap_36,
        note: cues.next_round_note(&session.current_cue()),
        ..Answers::default()
    }
}

/// An answer without a line under it.
pub fn plain(title: &str, message: Msg) -> Answer {
    Answer { title: title.to_owned(), detail: String::new(), message }
}

/// Where the rows of the answers came to lie.
type Places = Rc<RefCell<Vec<Rect>>>;

impl Answers {
    /// The answers in this many columns.
    pub fn node(self, view: View<'_>, columns: usize) -> Node<'_> {
        self.noted(view, columns, Places::default())
    }

    fn noted(self, view: View<'_>, columns: usize, places: Places) -> Node<'_> {
        let metrics = view.metrics();
        let mut rows: Vec<Node<'_>> = Vec::new();
        let first = self.first.unwrap_or((self.height, String::new()));
        for (index, answer) in self.list.into_iter().enumerate() {
            let height = if index == 0 { first.0 } else { self.height };
            let places = Rc::clone(&places);
            let row = row(view, answer, self.keys.then_some(index + 1), height);
            rows.push(row.on(move |_, rect, _| places.borrow_mut().push(rect)));
            if index == 0 && !first.1.is_empty() {
                rows.push(view.meta(first.1.as_str()));
            }
        }
        let mut parts = vec![Node::grid(columns, rows).gap(metrics.gap_12)];
        if !self.note.is_empty() {
            parts.push(view.meta(self.note));
        }
        Node::column(parts).gap(metrics.gap_12)
    }
}

/// A row: its words, a line under them, and the key that picks it, where keys answer.
fn row(view: View<'_>, answer: Answer, key: Option<usize>, height: f32) -> Node<'_> {
    let (kit, metrics) = (view.kit, view.metrics());
    let mut told = vec![parts::paint(kit, metrics.h3, Token::Ink, answer.title.as_str())];
    if !answer.detail.is_empty() {
        told.push(parts::paint(kit, metrics.body, Token::Ink2, answer.detail.as_str()));
    }
    let name = if answer.detail.is_empty() { answer.title } else { format!("{}. {}", answer.title, answer.detail) };
    let mut inside = vec![Node::column(told).grow()];
    inside.extend(key.map(|key| key_cap(view, key)));
    Node::row(inside).gap(metrics.gap_12).pads(metrics.gap_16, metrics.gap_12).least_height(height).on(move |ui, rect, out| {
        let response = ui.interact(rect, ui.scope_id().with(("answer", &name)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let ground = if response.hovered() { Token::Sunk } else { Token::Surface };
        let line = kit.theme.line(metrics.control_border, Token::Control);
        ui.painter().rect(rect, radius(metrics.gap_16), kit.theme.color(ground), line, StrokeKind::Inside);
        focus::ring(ui, kit.theme, &response, rect, metrics.gap_16);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(answer.message);
        }
    })
}

fn key_cap(view: View<'_>, key: usize) -> Node<'_> {
    let (kit, metrics) = (view.kit, view.metrics());
    Node::fixed(Vec2::splat(metrics.key_cap), move |ui, _| {
        let (cap, line) = (ui.max_rect(), kit.theme.line(metrics.border, Token::Line));
        ui.painter().rect(cap, radius(metrics.gap_8), kit.theme.color(Token::Sunk), line, StrokeKind::Inside);
        button::centred_text(ui, kit, cap, metrics.meta, Token::Ink2, &key.to_string());
    })
}

/// Shows a question and its answers in the room there is; `after` stands under the answers.
pub fn ask(pane: &mut Pane<'_, '_>, key: &str, question: Node<'_>, answers: Answers, columns: usize, after: Option<Node<'_>>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let room = pane.ui.available_rect_before_wrap();
    let gap = metrics.gap_16;
    let (keys, count, row_height) = (answers.keys, answers.list.len(), answers.height);
    let places = Places::default();
    let list = answers.noted(view, columns, Rc::clone(&places));
    let list = Node::column([list].into_iter().chain(after)).gap(gap);
    let (question_height, list_height) = (question.height_at(pane.ui, room.width()), list.height_at(pane.ui, room.width()));
    if question_height + gap + list_height <= room.height() {
        return Node::column([question, list]).gap(gap).show_in(pane.ui, room, pane.out);
    }
    let key = Id::unique(("answers", key));
    let starts = view.model.page_is_new;
    if room.width() < metrics.reading_width / 2.0 && session_frame::is_low(pane.ui, view) {
        // One answer takes all the room there is: the bar alone says that there are more.
        Node::column([question, list]).gap(gap).show_or_scroll(pane.ui, view.kit, key, starts, pane.out);
        return;
    }
    let scrolled: Rc<Cell<Option<Scrolled>>> = Rc::default();
    let keys = keys && room.width() > metrics.session_side + metrics.gap_48;
    let more = more(view, key, count, keys, Rc::clone(&scrolled), Rc::clone(&places));
    let more_height = more.height_at(pane.ui, room.width());
    // The question stands where an answer and the beginning of the next one find room under it.
    let stands = question_height + more_height + 2.0 * gap + 1.4 * row_height <= room.height();
    let (above, list) = if stands { (Some(question), list) } else { (None, Node::column([question, list]).gap(gap)) };
    let list =
        Node::leaf(|_, _| Vec2::ZERO, move |ui, out| scrolled.set(Some(list.show_or_scroll(ui, view.kit, key, starts, out))));
    Node::column(above.into_iter().chain([list.grow(), more])).gap(metrics.gap_8).show_in(pane.ui, room, pane.out);
}

/// "4 more answers below": scrolls on by what shows; at the end "Back to the first".
fn more<'a>(view: View<'a>, key: Id, count: usize, keys: bool, scrolled: Rc<Cell<Option<Scrolled>>>, places: Places) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.words.player);
    let hidden =
        move |scrolled: Scrolled| places.borrow().iter().filter(|place| place.bottom() > scrolled.window.bottom() + 1.0).count();
    let (label, longest) = (Rc::new(RefCell::new(String::new())), words.more_answers.of(count));
    let shown = Rc::clone(&label);
    let measure = parts::paint(kit, metrics.strong, Token::PrimaryInk, longest);
    let told = Node::leaf(
        move |ui: &Ui, width| match width {
            crate::ui::layout::Width::Of(points) => vec2(points, measure.height_at(ui, points)),
            _ => vec2(measure.narrowest(ui), metrics.strong.line),
        },
        move |ui, out| {
            let words = shown.borrow().clone();
            let rect = ui.max_rect();
            Node::row([parts::paint(kit, metrics.strong, Token::PrimaryInk, words).grow()]).show_in(ui, rect, out);
        },
    );
    let disc = Node::fixed(Vec2::splat(metrics.gap_28), move |ui, _| {
        let rect = ui.max_rect();
        ui.painter().circle_filled(rect.center(), rect.width() / 2.0, kit.theme.color(Token::Primary));
        kit.icons.paint(ui.painter(), Icon::ChevronDown, rect.shrink(metrics.gap_4), kit.theme.color(Token::OnPrimary));
    });
    let mut parts = vec![disc, told.grow()];
    if keys {
        parts.push(view.meta(fill(&words.keys_too, &[("n", &count.to_string())])).rigid());
    }
    Node::row(parts).gap(metrics.gap_12).least_height(metrics.gap_36).on(move |ui, rect, _| {
        let Some(state) = scrolled.get() else { return };
        let below = hidden(state);
        if below == 0 && state.offset < 1.0 {
            return; // All of them show; only what stands under them does not.
        }
        let at_end = below == 0;
        let name = if at_end { words.first_answers.clone() } else { words.more_answers.of(below) };
        label.replace(name.clone());
        let response = ui.interact(rect, key.with("more"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        ui.painter().hline(rect.x_range(), rect.top() - metrics.gap_4, kit.theme.line(metrics.border, Token::Control));
        focus::ring(ui, kit.theme, &response, rect, metrics.radius_row);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            let page = state.window.height() - metrics.gap_48;
            scroll::go_to(ui, key, if at_end { 0.0 } else { state.offset + page });
        }
    })
}
