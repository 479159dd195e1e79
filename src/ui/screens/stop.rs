//! After a stop: ease off, say what happened, one advice. Nothing here leads back into a session.

use std::rc::Rc;

use eframe::egui::{Ui, accesskit::Live, vec2};

use crate::{
    app::{Msg, ReadAloud},
    drawing::Token,
    session::{Advice, Cue, CueId, Event, Happened, PhaseText, Session},
    ui::{
        View,
        layout::{Node, parts, texts},
        pane::Pane,
        screens::{
            answers::{self, Answers, plain},
            gate,
            player::{
                self, Scene, clock,
                picture::{Picture, Words},
            },
            session_frame::{self, SessionFrame, tree},
        },
        widgets::{
            button::{Button, Weight},
            focus,
            icon::Icon,
            stage::Stage,
        },
    },
};

/// Four seconds of letting go, then it waits for "I have let go", which stands where Stop stood.
pub fn ease_off<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let (view, metrics) = (pane.view, pane.metrics());
    let cues = view.model.cues();
    let words = cues.phase(session.phase(), session.position());
    // Who stopped on the way down or up has nothing in hand to let go of.
    let in_transition = session.stopped_in_transition();
    let words = if in_transition { PhaseText { word: &cues.stop.stand_word, cue: &cues.stop.stand_cue, ..words } } else { words };
    let label = if in_transition { &cues.buttons.resting } else { &cues.buttons.have_let_go };
    let done = view.button(Weight::Secondary, label).trailing(Icon::ChevronRight).role(metrics.h2);
    let frame = SessionFrame {
        title: &cues.stop.header,
        foot: Some(session_frame::in_place_of_stop(view, done, Msg::Session(Event::HaveLetGo))),
        ..SessionFrame::default()
    };
    let picture = Picture {
        words: Words { word: words.word.to_owned(), cue: words.cue.to_owned(), hands: Vec::new() },
        is_quiet: in_transition,
        shown: Rc::new(view.shown_in(session)),
        description: words.cue.to_owned(),
        moves: false,
        floor_line: None,
        spoken: Rc::new(move |ui, heading| {
            let announced = cues.announced(&session.current_cue());
            // Stop had the keyboard, and is gone.
            focus::note_home(ui, heading);
            if view.model.page_is_new {
                heading.request_focus();
            }
            player::tell(ui, view, heading, &announced, Live::Assertive);
        }),
    };
    let beside = |_: &Ui, _: f32, _: bool| {
        let mut lines = Vec::new();
        if session.waits(view.model.now) && !in_transition {
            let asked = cues.asked_line(&Cue { id: CueId::EasedOff, ..session.current_cue() });
            lines.push(texts::centred(view, metrics.h3, Token::Ink, asked));
        }
        lines.push(texts::note(view, Icon::Info, &cues.stop.sit_lead, format!("**{}**", cues.stop.sit)));
        if session.waits(view.model.now) && !session.is_practice() {
            lines.push(cannot_get_up(view));
        }
        lines
    };
    frame.show(pane, |pane| {
        let scene = Scene {
            picture,
            count: clock::count(view, session).filter(|_| !in_transition),
            is_small: false,
            beside: &beside,
            controls: &|_, _| Vec::new(),
            strip: None,
            asked: None,
            key: "ease-off",
        };
        scene.show(pane);
    });
}

/// Six answers, and how to stay until one is ready to get up.
pub fn what_happened<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let cues = pane.view.model.cues();
    let words = cues.phase(session.phase(), session.position());
    let keys = session.setup().keys;
    ask_what_happened(
        pane,
        words,
        keys,
        |it| Msg::Session(Event::Happened(it)),
        Some(Node::column([stay(pane.view, session), cannot_get_up(pane.view)]).gap(pane.metrics().gap_12)),
    );
}

/// What happened? `after` stands under the answers.
pub fn ask_what_happened<'a>(
    pane: &mut Pane<'_, 'a>,
    words: PhaseText<'a>,
    keys: bool,
    message: fn(Happened) -> Msg,
    after: Option<Node<'a>>,
) {
    let (view, metrics) = (pane.view, pane.metrics());
    let cues = view.model.cues();
    let list = Happened::ALL.map(|answer| plain(cues.happened(answer), message(answer))).into();
    let answers = Answers { list, keys, height: metrics.answer_row, ..Answers::default() };
    let frame = SessionFrame { title: &cues.stop.after, is_column: true, ..SessionFrame::default() };
    frame.show(pane, |pane| {
        let question =
            Node::column([texts::title_with(view, words.word, words.cue), texts::lead(view, words.cue)]).gap(metrics.gap_8);
        let columns = if pane.width() > metrics.reading_width { 2 } else { 1 };
        answers::ask(pane, "what-happened", question, answers, columns, after);
    });
}

/// "Can't get up?", wherever someone may lie and read.
pub fn cannot_get_up(view: View<'_>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.cues.finish);
    view.body(format!("**{}** {}", words.help_lead, words.help)).most_width(metrics.reading_width)
}

/// "Still in place? Stay there."
fn stay<'a>(view: View<'a>, session: &'a Session) -> Node<'a> {
    let (metrics, cues) = (view.metrics(), view.model.cues());
    let place = &cues.position(session.position()).still_there;
    let words = if session.stopped_in_transition() { &cues.stop.stand_cue } else { place };
    let stage = Node::fixed(vec2(metrics.tile_least, metrics.thumb_height), move |ui, _| {
        let (scene, shown) = view.shown_in(session);
        let stage = Stage::bare(&scene).room(metrics.gap_12, metrics.gap_16).corner(metrics.radius_card);
        stage.paint(ui, view.kit, &shown, ui.max_rect());
    });
    let told = Node::column([
        view.words(metrics.h3, Token::Ink, cues.stop.still_lead.as_str()),
        view.quiet(words.as_str()).most_width(metrics.reading_width),
    ]);
    let inside = Node::wrap([stage, told.gap(metrics.gap_4).grow().least_width(metrics.tile_least)]);
    parts::card(view.kit, false, inside.gap(metrics.gap_16).pad(metrics.gap_16))
}

/// One card of advice, by what was said; `done` is its way out.
pub fn advice(pane: &mut Pane<'_, '_>, advice: Advice, done: Msg) {
    let (view, metrics) = (pane.view, pane.metrics());
    let cues = view.model.cues();
    let card = match advice {
        Advice::Emergency => return gate::emergency_card(pane, ReadAloud::Advice(advice), done),
        Advice::Today => &cues.advice.today,
        Advice::IfItStays => &cues.advice.if_it_stays,
        Advice::SeeSomeone => &cues.advice.see_someone,
    };
    let frame = SessionFrame { title: &cues.stop.after, is_column: true, ..SessionFrame::default() };
    frame.show(pane, |pane| {
        let lines = parts::bullets(view, card.body.iter().map(String::as_str));
        let page = vec![
            texts::title_with(view, &card.title, card.body.join(" ")),
            parts::card(view.kit, false, Node::column([lines]).pad(metrics.gap_20)),
            explain(view),
            cannot_get_up(view),
            Node::wrap([view.press(back_to_guide(view), done)]),
            view.meta(card.off.as_str()),
        ];
        tree(pane, "advice", page);
    });
}

fn back_to_guide(view: View<'_>) -> Button<'_> {
    let label = &view.model.cues().buttons.back_to_guide;
    view.button(Weight::Primary, label).icon(Icon::Book).height(view.metrics().button_large)
}

/// The ache is too strong to press on: why, what stays open, how to get up.
pub fn not_today<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let (view, metrics) = (pane.view, pane.metrics());
    let cues = view.model.cues();
    let words = cues.phase(session.phase(), session.position());
    let place = cues.position(session.position());
    let frame = SessionFrame { title: &place.name, is_column: true, ..SessionFrame::default() };
    frame.show(pane, |pane| {
        let said = cues.ache_lines(session.ache()).into_iter().next().map(|said| view.strong(said));
        let why = said.into_iter().chain([parts::bullets(view, cues.not_today.body.iter().map(String::as_str))]);
        let open = &view.model.book.gates.ache_card.more;
        let ways = [(&cues.not_today.open_lead, open), (&cues.not_today.up_lead, &place.getting_up)];
        let ways = ways.map(|(lead, words)| view.body(format!("**{lead}** {words}")).most_width(metrics.reading_width));
        let ways: Vec<Node<'a>> = ways.into_iter().chain([cannot_get_up(view)]).collect();
        let card =
            |lines: Vec<Node<'a>>| parts::card(view.kit, false, Node::column(lines).gap(metrics.gap_8).pad(metrics.gap_20));
        let page = vec![
            texts::title_with(view, words.word, words.cue),
            texts::lead(view, words.cue),
            card(why.collect()),
            card(ways),
            Node::wrap([view.press(back_to_guide(view), Msg::Session(Event::Done))]),
        ];
        tree(pane, "not-today", page);
    });
}

/// How to tell a clinician about it: what kind, where, when (CONSULT-9).
fn explain(view: View<'_>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.cues().explain);
    let lines = words.parts.iter().map(|part| view.body(format!("**{}:** {}", part.title, part.detail)));
    let lines = [parts::heading(view.kit, metrics.h3, 2, &words.lead)]
        .into_iter()
        .chain(lines.map(|line| line.most_width(metrics.reading_width)));
    parts::card(view.kit, false, Node::column(lines.collect::<Vec<_>>()).gap(metrics.gap_4).pad(metrics.gap_20))
}
