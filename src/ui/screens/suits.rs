//! "Which position suits me?": one question a page, what is still open below it, and what comes of it (screens.md, 23).
//!
//! Not the rules. Invariant: every answer has the same weight, none is chosen beforehand, and the way out to choosing
//! oneself is always there.

use eframe::egui::{Role, Vec2, vec2};

use crate::{
    app::{AskFirst, MovementMsg, Msg, Route, RuledOut, SuitAnswer, SuitQuestion, Suitable, SuitsMsg},
    content::{SuitAnswerWords, SuitQuestionWords, fill},
    drawing::Token,
    session::Position,
    ui::{
        View,
        layout::{
            Node,
            parts::{self, Tile},
            texts,
        },
        pane::Pane,
        theme::radius,
        widgets::{button::Weight, icon::Icon, stage::Stage},
        width_class::WidthClass,
    },
};

/// The question that is asked now, or what comes of the answers.
pub fn show(pane: &mut Pane<'_, '_>) {
    match (pane.view.model.suits.next(), pane.view.model.suits.outcome()) {
        (Some(question), _) => ask(pane, question),
        (None, Some(Suitable::Position(best, also))) => suitable(pane, best, &also),
        (None, Some(Suitable::AskFirst(why))) => ask_first(pane, why),
        (None, None) => {}
    }
}

/// Back a question at the left, out of the questions at the right; under it how far one is.
fn head(pane: &mut Pane<'_, '_>, now: Option<SuitQuestion>) {
    let view = pane.view;
    let (metrics, words, suits) = (view.metrics(), &view.model.book.find.suits, &view.model.suits);
    let small = |label: String, icon| view.button(Weight::Quiet, label).icon(icon).height(metrics.button_small);
    let answered = suits.answers().len();
    let mut ways = vec![Node::space(0.0)];
    if answered > 0 {
        ways.clear();
        let label = fill(&words.back, &[("n", &answered.to_string())]);
        ways.push(view.press(small(label, Icon::ChevronLeft), Msg::Suits(SuitsMsg::Back)));
    }
    let (label, icon, message) = match now {
        Some(_) => (&words.skip, Icon::List, SuitsMsg::Close),
        None => (&words.again, Icon::Undo, SuitsMsg::Open),
    };
    ways.push(view.press(small(label.clone(), icon), Msg::Suits(message)));
    pane.put(Node::wrap(ways).gap(metrics.gap_12).apart());
    let total = suits.questions().len();
    let bars = (0..total).map(|index| {
        let done = index < answered + usize::from(now.is_some());
        Node::wide(metrics.phase_bar, move |ui, _| {
            let token = if done { Token::Ring } else { Token::Track };
            ui.painter().rect_filled(ui.max_rect(), radius(metrics.phase_bar / 2.0), view.kit.theme.color(token));
        })
        .share(1.0)
    });
    let bars = Node::row(bars.collect::<Vec<_>>()).gap(metrics.gap_8);
    let told = match now {
        Some(_) => fill(&words.step, &[("n", &(answered + 1).to_string()), ("total", &total.to_string())]),
        None => words.answered.clone(),
    };
    let told = Node::wrap([view.strong(told), view.meta(words.title.as_str())]).gap(metrics.gap_8).apart();
    pane.put(Node::column([bars, told]).gap(metrics.gap_8));
}

fn ask(pane: &mut Pane<'_, '_>, question: SuitQuestion) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.find.suits);
    head(pane, Some(question));
    let (asked, lead) = match question_words(view, question) {
        Some(words) => (words.question.as_str(), words.lead.as_str()),
        None => (words.easiest.as_str(), words.easiest_lead.as_str()),
    };
    pane.put(texts::title_in(view, view.display(metrics.question), Token::Ink, asked, ""));
    pane.lead(lead);
    let choices = view.model.suits.choices(question);
    let narrow = pane.class == WidthClass::Column;
    let rows = choices.into_iter().map(|answer| answer_tile(view, question, answer, narrow)).collect::<Vec<_>>();
    pane.put(Node::column(rows).gap(metrics.gap_12));
    still_open(pane);
}

/// The words of a question with three answers.
fn question_words(view: View<'_>, question: SuitQuestion) -> Option<&SuitQuestionWords> {
    let words = &view.model.book.find.suits;
    match question {
        SuitQuestion::Floor => Some(&words.floor),
        SuitQuestion::Kneel => Some(&words.kneel),
        SuitQuestion::Side => Some(&words.side),
        SuitQuestion::Easiest => None,
    }
}

/// The words of an answer; a position has its own.
fn answer_words(view: View<'_>, question: SuitQuestion, answer: SuitAnswer) -> Option<&SuitAnswerWords> {
    let words = &view.model.book.find.suits;
    match (answer, question_words(view, question)) {
        (SuitAnswer::Dizzy, _) => Some(&words.dizzy),
        (SuitAnswer::NoneOfThese, _) => Some(&words.none_of_these),
        (SuitAnswer::NotSure, None) => Some(&words.easiest_not_sure),
        (SuitAnswer::Yes, Some(words)) => Some(&words.yes),
        (SuitAnswer::No, Some(words)) => Some(&words.no),
        (SuitAnswer::NotSure, Some(words)) => Some(&words.not_sure),
        (SuitAnswer::In(_), _) | (SuitAnswer::Yes | SuitAnswer::No, None) => None,
    }
}

fn answer_tile(view: View<'_>, question: SuitQuestion, answer: SuitAnswer, narrow: bool) -> Node<'_> {
    let (kit, metrics) = (view.kit, view.metrics());
    let (label, detail, scene) = match (answer, answer_words(view, question, answer)) {
        (SuitAnswer::In(position), _) => {
            let Some(text) = view.model.position_text(position) else { return Node::space(0.0) };
            (text.name.as_str(), text.tagline.as_str(), text.figure.scene.as_str())
        }
        (_, Some(words)) => (words.label.as_str(), words.detail.as_str(), words.scene.as_str()),
        (_, None) => return Node::space(0.0),
    };
    let told =
        Node::column([parts::paint(kit, metrics.h3, Token::Ink, label), parts::paint(kit, metrics.body, Token::Ink2, detail)]);
    let told = told.gap(metrics.gap_4).grow().least_width(metrics.tile_least * 0.8);
    let mut parts = vec![told];
    if !narrow {
        parts.insert(0, thumb(view, scene));
    }
    let row = Node::row(parts).gap(metrics.gap_20).pad(metrics.gap_12).least_height(metrics.answer_row_first);
    let tile = Tile { name: format!("{label}. {detail}"), role: Role::Button, selected: None };
    parts::tile(view, tile, Msg::Suits(SuitsMsg::Answer(answer)), row)
}

/// A small picture, or a question mark where an answer has none.
fn thumb<'a>(view: View<'a>, scene: &'a str) -> Node<'a> {
    let metrics = view.metrics();
    let size = vec2(metrics.position_thumb * 1.4, metrics.position_thumb * 0.84);
    Node::fixed(size, move |ui, _| {
        let rect = ui.max_rect();
        if scene.is_empty() {
            ui.painter().rect_filled(rect, radius(metrics.radius_thumb), view.kit.theme.color(Token::Stage));
            let square = eframe::egui::Align2::CENTER_CENTER.align_size_within_rect(Vec2::splat(metrics.gap_36), rect);
            view.kit.icons.paint(ui.painter(), Icon::Question, square, view.kit.theme.color(Token::Ink2));
        } else {
            let stage = Stage::bare(scene).room(metrics.gap_4, metrics.gap_12).corner(metrics.radius_thumb);
            stage.paint(ui, view.kit, &view.shown(scene), rect);
        }
    })
}

/// The four positions, each open, or left out with the reason.
fn still_open(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let (metrics, words, suits) = (view.metrics(), &view.model.book.find.suits, &view.model.suits);
    let open = suits.open().len().to_string();
    let count = fill(&words.open_count, &[("n", &open), ("total", &Position::ALL.len().to_string())]);
    pane.put(Node::wrap([view.h3(&words.still_open), view.meta(count)]).gap(metrics.gap_8).apart());
    let cards = Position::ALL.into_iter().filter_map(|position| {
        let text = view.model.position_text(position)?;
        let why = suits.ruled_out(position).map(|why| reason(view, why));
        let (icon, token) = if why.is_some() { (Icon::Close, Token::Ink2) } else { (Icon::Tick, Token::PrimaryInk) };
        let state = view.words(metrics.meta, token, why.unwrap_or(&words.open)).grow();
        let mark = parts::icon(view.kit, icon, metrics.gap_16, token);
        let told = Node::column([view.strong(&text.name), Node::row([mark, state]).top().gap(metrics.gap_8)]);
        let ground = if why.is_some() { Token::Sunk } else { Token::Surface };
        Some(parts::ground(view.kit, ground, metrics.radius_thumb, told.gap(metrics.gap_4).pad(metrics.gap_12)))
    });
    let cards = cards.collect();
    pane.grid(metrics.tile_least * 0.8, 4, metrics.gap_12, cards);
}

fn reason(view: View<'_>, why: RuledOut) -> &str {
    match why {
        RuledOut::Health => &view.model.book.find.suits.health,
        RuledOut::By(question, answer) => answer_words(view, question, answer).map_or("", |words| words.rules_out.as_str()),
    }
}

/// What an answer says of the person, in a sentence.
fn because(view: View<'_>, question: SuitQuestion, answer: SuitAnswer) -> String {
    let words = &view.model.book.find.suits;
    match answer {
        SuitAnswer::In(position) => {
            let name = view.model.position_text(position).map_or("", |text| text.name.as_str());
            fill(&words.easiest_in, &[("name", name)])
        }
        answer => answer_words(view, question, answer).map(|words| words.because.clone()).unwrap_or_default(),
    }
}

fn reasons<'a>(view: View<'a>) -> Node<'a> {
    let metrics = view.metrics();
    let lines = view.model.suits.answers().iter().map(|&(question, answer)| {
        let tick = Node::column([parts::icon(view.kit, Icon::Tick, metrics.icon, Token::PrimaryInk)]);
        Node::row([tick.pads(0.0, metrics.gap_4), view.body(because(view, question, answer)).grow()]).top().gap(metrics.gap_12)
    });
    Node::column(lines.collect::<Vec<_>>()).gap(metrics.gap_8)
}

fn suitable(pane: &mut Pane<'_, '_>, best: Position, also: &[Position]) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.find.suits);
    head(pane, None);
    let Some(text) = view.model.position_text(best) else { return };
    let figure = Node::wide(metrics.position_thumb * 2.0, move |ui, _| {
        let scene = text.figure.scene.as_str();
        let stage = Stage::bare(scene).room(metrics.gap_12, metrics.gap_28).corner(metrics.radius_thumb);
        stage.labelled(&text.figure.description, &[]).show(ui, view.kit, &view.shown(scene), ui.max_rect());
    });
    let preferred = view.model.settings.preferred_position == Some(best) && !view.model.asks_in_session();
    let (label, icon) = if preferred { (&words.preferred, Icon::StarFilled) } else { (&words.prefer, Icon::Star) };
    let ways = [
        view.press(view.button(Weight::Primary, label).icon(icon).selected(preferred), Msg::Suits(SuitsMsg::Prefer(best))),
        view.press(view.button(Weight::Secondary, &words.see_all), Msg::Suits(SuitsMsg::Show(best))),
    ];
    let told = Node::column([
        view.meta(words.best.as_str()),
        texts::title_in(view, metrics.h1, Token::Ink, text.name.as_str(), ""),
        Node::wrap(ways).gap(metrics.gap_12),
    ]);
    let told = told.gap(metrics.gap_8).basis(metrics.tile_least * 1.6);
    let below = Node::wrap([told, reasons(view).basis(metrics.tile_least * 1.4)]).top().gap(metrics.gap_20);
    let card = Node::column([figure, below]).gap(metrics.gap_16).pad(pane.card_pad());
    pane.put(parts::card(view.kit, true, card));
    if !also.is_empty() {
        pane.heading(&words.also);
        let tiles = also.iter().filter_map(|&position| also_tile(view, position)).collect();
        pane.grid(metrics.tile_least * 1.2, 3, metrics.gap_12, tiles);
    }
    pane.note(Icon::Info, &words.note_lead, &words.note);
}

fn also_tile(view: View<'_>, position: Position) -> Option<Node<'_>> {
    let (kit, metrics) = (view.kit, view.metrics());
    let text = view.model.position_text(position)?;
    let told = Node::column([
        parts::paint(kit, metrics.h3, Token::Ink, &text.name),
        parts::paint(kit, metrics.meta, Token::Ink2, &text.tagline),
    ]);
    let chevron = parts::icon(kit, Icon::ChevronRight, metrics.icon, Token::Ink2);
    let row = Node::row([told.grow(), chevron]).gap(metrics.gap_12).pad(metrics.gap_16);
    let tile = Tile { name: format!("{}. {}", text.name, text.tagline), role: Role::Button, selected: None };
    Some(parts::tile(view, tile, Msg::Suits(SuitsMsg::Show(position)), row))
}

/// No position: who to ask, and what stays open.
fn ask_first(pane: &mut Pane<'_, '_>, why: AskFirst) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.find.suits);
    head(pane, None);
    let line = match why {
        AskFirst::Dizzy => &words.ask_dizzy,
        AskFirst::None => &words.ask_none,
        AskFirst::Closed => &words.ask_closed,
    };
    let mut ways = Vec::new();
    if !view.model.asks_in_session() {
        if let Some(index) = view.model.section_index("see-a-professional") {
            let see = view.button(Weight::Primary, &words.ask_section).icon(Icon::Book);
            ways.push(view.press(see, Msg::LookUp(Route::Section(index))));
        }
        if view.model.may_move() {
            let start = view.button(Weight::Secondary, &words.ask_move).icon(Icon::Play);
            ways.push(view.press(start, Msg::Movement(MovementMsg::Begin)));
        }
    }
    ways.push(view.press(view.button(Weight::Secondary, &words.see_all), Msg::Suits(SuitsMsg::Close)));
    let card = Node::column([
        texts::title_in(view, metrics.h1, Token::Ink, words.ask_title.as_str(), ""),
        view.body(line.as_str()).most_width(metrics.reading_width),
        view.body(words.ask_rest.as_str()).most_width(metrics.reading_width),
        reasons(view),
        Node::wrap(ways).gap(metrics.gap_12),
    ]);
    pane.card(card.gap(metrics.gap_16));
    pane.note(Icon::Info, &words.note_lead, &words.note);
}
