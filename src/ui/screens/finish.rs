//! The end of a session: rest, getting up, how the back feels, today's count, and the eight points.
//!
//! In a low window the way up and the question stand side by side, the rest under them. Invariant: the way on from step
//! to step stays where it is, and the question and its three answers are in view without scrolling in every window that
//! is broad enough for two columns.

use eframe::egui::{CursorIcon, Role, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Live};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Event, Feel, Session},
    ui::{
        View,
        layout::{Node, parts, texts},
        metrics::{TextRole, Weight as FontWeight},
        pane::Pane,
        screens::{
            history,
            player::{self, clock},
            session_frame::{SessionFrame, is_low, tree},
            stop,
        },
        theme::radius,
        widgets::{button::Weight, focus, icon::Icon, progress, stage::Stage},
    },
};

/// The screen.
pub fn show<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let view = pane.view;
    let words = &view.model.book.cues.finish;
    let outcome = session.outcome();
    let minutes = words.summary.of(outcome.length.as_secs().div_ceil(60));
    let frame = SessionFrame {
        title: &words.header,
        detail: format!("{minutes}, {}", words.rounds.of(u64::from(session.rounds_done()))),
        way_on: (!is_low(pane.ui, view)).then(|| way_on(view, session)),
        foot: session.can_stop().then(|| player::stop(view, session)),
        is_column: true,
        ..SessionFrame::default()
    };
    frame.show(pane, |pane| page(pane, session));
}

fn page<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let (view, metrics) = (pane.view, pane.metrics());
    let room = pane.ui.available_rect_before_wrap();
    let (ui, width) = (&*pane.ui, room.width());
    let (title, lead) = opening(view, session);
    let (title, lead) = (texts::title_with(view, title, lead), texts::lead(view, lead));
    // Where there is little height the way on scrolls with the page.
    let scrolls = is_low(ui, view).then(|| way_on(view, session));
    let gap = metrics.gap_20;
    let column = |parts: Vec<Node<'a>>| Node::column(parts).gap(metrics.gap_12);
    let side = metrics.session_side;
    // Two columns: what to do left, what to keep right.
    let left_width = width - side - gap;
    let (way, asked) = (getting_up(ui, view, session, left_width), question(view, session, 3));
    let help = stop::cannot_get_up(view);
    let height = |part: &Node<'_>| part.height_at(ui, left_width) + metrics.gap_12;
    let spare = room.height() - metrics.gap_16 - [&title, &lead, &way, &asked, &help].into_iter().map(height).sum::<f32>();
    let page: Vec<Node<'a>> = if left_width > side && spare >= 0.0 {
        let high = (height(&way) + spare).min(metrics.stage_height);
        let left = [title, lead, way.least_height(high), asked, help].into_iter().chain(scrolls);
        vec![Node::row([column(left.collect()).share(1.0), column(right(view)).width(side)]).top().gap(gap)]
    } else if width > metrics.reading_width {
        let question = question(view, session, 1).width(side - metrics.gap_48);
        let way = getting_up(ui, view, session, width - side + metrics.gap_48 - gap);
        let first = Node::row([way.share(1.0), question]).level().gap(gap);
        [title, first].into_iter().chain(scrolls).chain([help, lead]).chain(right(view)).collect()
    } else {
        let asked = question(view, session, if width > side { 3 } else { 1 });
        let first = [title, lead, getting_up(ui, view, session, width), asked];
        first.into_iter().chain(scrolls).chain([help]).chain(right(view)).collect()
    };
    tree(pane, "finish", page);
}

/// Done, and the next step up: both stay where they are, whatever stands above.
fn way_on<'a>(view: View<'a>, session: &Session) -> Node<'a> {
    let (metrics, cues) = (view.metrics(), &view.model.book.cues);
    let done = view.button(Weight::Primary, &cues.buttons.done).height(metrics.button);
    let mut ways = vec![view.press(done, Msg::Session(Event::Done))];
    if session.accepts(Event::GoOn) {
        let next = if session.step_up().is_some() { &cues.buttons.next } else { &cues.finish.show_steps };
        let next = view.button(Weight::Secondary, next).height(metrics.button).trailing(Icon::ChevronRight);
        ways.push(view.press(next, Msg::Session(Event::GoOn)));
    }
    Node::wrap(ways).gap(metrics.gap_8).apart()
}

/// Title and lead, after a stop or not.
fn opening<'a>(view: View<'a>, session: &Session) -> (&'a str, &'a str) {
    let cues = &view.model.book.cues;
    if session.was_stopped() {
        return (&cues.finish.stopped_title, &cues.finish.stopped_lead);
    }
    let phase = cues.phase(session.phase(), session.position());
    (phase.word, phase.cue)
}

/// Rest, then the way up step by step: words left, the picture right; as high at each step as the longest of them needs.
fn getting_up<'a>(ui: &Ui, view: View<'a>, session: &'a Session, width: f32) -> Node<'a> {
    let (metrics, cues) = (view.metrics(), &view.model.book.cues);
    let place = cues.position(session.position());
    let stacked = width < metrics.session_side;
    let words_width = if stacked { width } else { width * WORDS } - 2.0 * metrics.gap_16;
    let details = place.steps_up.iter().map(|step| step.text.as_str());
    let longest = details.chain([place.getting_up.as_str()]).map(|words| view.body(words).height_at(ui, words_width));
    let words = words_of(view, session);
    let mut told = Vec::new();
    let title = view.strong(words.title).grow();
    let counts = session.step_up().is_none() && !session.waits(view.model.now);
    told.push(match clock::count(view, session).filter(|_| counts) {
        Some(count) => {
            let ring = count.between(view.kit, metrics.small_ring, metrics.small_ring).width(metrics.small_ring);
            Node::row([ring, title]).gap(metrics.gap_8)
        }
        None => Node::row([title]),
    });
    let detail = parts::live(view.kit, metrics.body, Token::Ink, words.detail, Live::Polite);
    told.push(Node::column([detail]).least_height(longest.fold(0.0, f32::max)));
    // "I am up" and "Back" are there once the way up has begun.
    let begun = session.step_up().is_some();
    let ways = [(Event::StepBack, &cues.buttons.back), (Event::SkipSteps, &cues.buttons.is_up)];
    let ways = ways.into_iter().filter(|(event, _)| begun && session.accepts(*event)).map(|(event, label)| {
        let button = view.button(Weight::Quiet, label).height(metrics.button_small);
        view.press(button, Msg::Session(event))
    });
    if !stacked {
        told.push(Node::spring());
    }
    told.push(Node::wrap(ways.collect::<Vec<_>>()).gap(metrics.gap_4).least_height(metrics.button_small));
    let told = Node::column(told).gap(metrics.gap_4).pad(metrics.gap_16);
    // Beside the picture the ways stand wholly on the floor band; over it they leave the room to the figure.
    let band = if stacked { metrics.gap_16 } else { metrics.button_small + metrics.gap_16 + 2.0 };
    let figure = Node::wide(metrics.thumb_height, move |ui, _| {
        let (scene, shown) = view.shown_in(session);
        let place = ui.max_rect();
        let stage = Stage::bare(&scene).room(metrics.gap_12, 0.0).band(band, place.height()).clear(metrics.gap_8);
        stage.corner(metrics.radius_card).paint_figure(ui, view.kit, &shown, place);
    });
    let inside =
        if stacked { Node::column([told, figure]) } else { Node::row([told.share(WORDS), figure.share(1.0 - WORDS)]).level() };
    inside.on(move |ui, rect, _| {
        let (scene, _) = view.shown_in(session);
        let response = ui.interact(rect, ui.scope_id().with(("stage", &scene)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words_of(view, session).detail));
        Stage::bare(&scene).band(band, rect.height()).corner(metrics.radius_card).paint_ground(ui, view.kit, rect);
    })
}

/// The share of the stage that words have beside the figure.
const WORDS: f32 = 0.56;

/// What stands beside the picture.
struct Words {
    title: String,
    detail: String,
}

fn words_of(view: View<'_>, session: &Session) -> Words {
    let cues = &view.model.book.cues;
    let steps = &cues.position(session.position()).steps_up;
    let (title, detail) = match session.step_up() {
        None if session.waits(view.model.now) => (cues.finish.rest.clone(), cues.prompts.rested.clone()),
        None => (cues.finish.getting_up.clone(), cues.position(session.position()).getting_up.clone()),
        Some(step) => match steps.get(usize::from(step)) {
            Some(text) => {
                let (number, of) = ((u16::from(step) + 1).to_string(), steps.len().to_string());
                (fill(&cues.labels.step, &[("step", &number), ("steps", &of)]), text.text.clone())
            }
            None => (cues.prompts.up.clone(), cues.finish.is_up.clone()),
        },
    };
    Words { title, detail }
}

/// "How does your back feel now?": nothing is preset, and Done works without it.
fn question<'a>(view: View<'a>, session: &Session, columns: usize) -> Node<'a> {
    let (metrics, words) = (view.metrics(), &view.model.book.cues.finish);
    let answers = Feel::ALL.map(|feel| choice(view, feel, session.feel() == Some(feel)));
    let answers = view.radio_group(words.question.as_str(), Node::grid(columns, answers).gap(metrics.gap_8));
    Node::column([parts::heading(view.kit, metrics.h3, 2, &words.question), answers]).gap(metrics.gap_8)
}

fn choice(view: View<'_>, feel: Feel, chosen: bool) -> Node<'_> {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    let label = view.model.book.cues.feel(feel);
    let ink = if chosen { Token::PrimaryInk } else { Token::Ink };
    let words = parts::paint_centred(view.kit, metrics.h3, ink, label);
    let inside = Node::column([words]).together().pad(metrics.gap_8).least_height(metrics.button);
    inside.on(move |ui, rect, out| {
        let response = ui.interact(rect, ui.scope_id().with(("feel", label)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, label));
        let (ground, line) = match (chosen, response.hovered()) {
            (true, _) => (Token::PrimarySoft, theme.line(metrics.selected_border, Token::Primary)),
            (false, true) => (Token::Sunk, theme.line(metrics.control_border, Token::Control)),
            (false, false) => (Token::Surface, theme.line(metrics.control_border, Token::Control)),
        };
        ui.painter().rect(rect, radius(metrics.radius_button), theme.color(ground), line, StrokeKind::Inside);
        focus::ring(ui, theme, &response, rect, metrics.radius_button);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Msg::Session(Event::Feel(feel)));
        }
    })
}

/// Today's count, the eight points, and what to do when it stays sore.
fn right(view: View<'_>) -> Vec<Node<'_>> {
    let (metrics, words) = (view.metrics(), &view.model.book.cues.finish);
    let nudge = view.model.nudge().map(|nudge| {
        let (lead, words) = history::nudge_words(view, nudge);
        texts::note(view, Icon::Info, lead, words)
    });
    let (done, most) = view.model.today();
    let today = fill(&words.today, &[("done", &done.to_string()), ("most", &most.to_string())]);
    let note = if most == 1 { &words.once_note } else { &words.twice_note };
    let dots = Node::fixed(progress::limit_dots_size(view.kit, most), move |ui, _| {
        progress::limit_dots(ui, view.kit, done, most);
    });
    let count = Node::row([dots, Node::column([view.words(metrics.h3, Token::Ink, today), view.meta(note.as_str())]).grow()]);
    let role = TextRole { weight: FontWeight::Regular, ..metrics.nav };
    let points = view.model.book.sheet.points.items.iter().map(|point| point.lead.trim_end_matches([',', '.']));
    let points = Node::column([
        parts::heading(view.kit, metrics.h3, 2, &view.model.book.words.player.main_points),
        texts::numbered(view, role, points),
    ]);
    let cards = [
        parts::card(view.kit, false, count.gap(metrics.gap_12).pad(metrics.gap_20)),
        parts::card(view.kit, false, points.gap(metrics.gap_12).pad(metrics.gap_20)),
        texts::note(view, Icon::Info, &words.still_sore_lead, words.still_sore.as_str()),
    ];
    nudge.into_iter().chain(cards).collect()
}
