//! The pages while someone lies, and on the way there: word, cue, figure and ring; and easing off.
//!
//! Questions are in `asks.rs`, the last pages in `rest.rs` and `feel.rs`. Invariant: words come first; the figure gets
//! what room they leave, and goes before any word gets smaller than can be read.

use super::{
    page::{Page, Type},
    parts,
};
use crate::{
    app::{FloorForm, Msg},
    content::fill,
    drawing::Token,
    session::{BreathWay, CueId, Event, Phase, Position},
    ui::{
        layout::Node,
        screens::player::{
            clock,
            picture::{self, Words},
        },
        widgets::icon::Icon,
    },
};

/// A phase that moves, or waits to go on, and a step on the way into the position.
pub(super) fn show(page: Page<'_>) -> (Node<'_>, Node<'_>) {
    let mut words = picture::words(page.view, page.session);
    // In step with the breath: two words that are read at a glance.
    match page.session.breath(page.view.model.now).map(|breath| breath.way) {
        Some(BreathWay::In) => words.cue.clone_from(&page.cues().prompts.breathe_in),
        Some(BreathWay::Out) => words.cue.clone_from(&page.cues().prompts.breathe_out),
        None => {}
    }
    if page.form == FloorForm::Ache {
        words.cue = page.cues().ache_lines(None).join(" ");
    }
    let mut beside = lines(page);
    if page.form == FloorForm::Ache {
        beside.push(parts::number_keys(page));
    }
    let hints = hints_of(page);
    let goes_on = matches!(page.form, FloorForm::Waiting | FloorForm::Steps);
    if page.is_wide && (goes_on || !hints.is_empty()) {
        beside.push(Node::spring());
    }
    if !hints.is_empty() {
        beside.push(parts::hints(page, hints));
    }
    if goes_on {
        let way_on = (clock::way_on(page.view, page.session), "");
        let key = (Icon::ArrowRight, page.words().go_on.as_str());
        beside.push(parts::card(page, way_on, key, Token::Primary, Event::GoOn));
    }
    (lay_out(page, words, beside), parts::stop_band(page))
}

/// After Stop: let go, then "I have let go", where Stop was.
pub(super) fn ease_off(page: Page<'_>) -> (Node<'_>, Node<'_>) {
    let cues = page.cues();
    let band = if page.session.waits(page.view.model.now) {
        let name = cues.buttons.have_let_go.as_str();
        parts::calm_band(page, name, Some(Icon::ArrowRight), Some((name, Msg::Session(Event::HaveLetGo))))
    } else {
        parts::calm_band(page, &cues.stop.header, None, None)
    };
    let sit = (page.session.position() == Position::Wall).then(|| format!("**{}** {}", cues.stop.sit_lead, cues.stop.sit));
    let mut words = picture::words(page.view, page.session);
    if page.session.current_cue().id == CueId::StandStill {
        words.cue.clone_from(&cues.prompts.stand_still);
    }
    let beside = sit.map(|sit| page.say(Type::Hint, Token::NoteInk, sit)).into_iter().collect();
    (lay_out(page, words, beside), band)
}

/// What comes next, or why it was broken off, or what to press to go on.
fn lines(page: Page<'_>) -> Vec<Node<'_>> {
    let (session, cues) = (page.session, page.cues());
    let next = session.next_phase().filter(|_| page.form == FloorForm::Moving);
    let mut lines = Vec::new();
    if let CueId::LetGoEarly(why) | CueId::SettleAgain(why) = session.current_cue().id {
        lines.push((cues.why(why).to_owned(), Token::Ink));
    } else if let CueId::NotYet(_) = session.current_cue().id {
        lines.push((cues.prompts.not_yet.clone(), Token::Ink));
    } else if session.phase() == Phase::Hands {
        lines.push((format!("{} **{}**", cues.labels.next, cues.next(Phase::PressOn)), Token::Ink2));
        lines.push((format!("{} **{}**", cues.labels.any_key, cues.labels.not_yet), Token::Ink2));
    } else if session.phase() == Phase::Settle {
        // What was said, so that it can be said otherwise; on a narrow page the hint says both.
        let said = session.ache().filter(|_| page.is_wide || session.ache_step().is_none());
        let said = said.and_then(|ache| cues.ache_lines(Some(ache)).into_iter().next());
        lines.extend(said.map(|line| (line, Token::Ink2)));
    } else if session.phase() == Phase::Ready {
        lines.push((format!("{} **{}**", cues.effort.label, cues.effort_line(session.effort())), Token::Ink));
        // The voice says it as well: it goes before any word gets smaller than can be read.
        if page.is_full {
            lines.push((cues.labels.waits.clone(), Token::Ink2));
        }
    } else if session.counts_up() && page.view.model.last_cue.is_some_and(|cue| cue.id == CueId::HeldEnough) {
        lines.push((cues.prompts.enough.clone(), Token::Ink));
    } else if let Some(next) = next {
        lines.push((format!("{} **{}**", cues.labels.next, cues.next(next)), Token::Ink2));
    }
    let centred = session.length().is_some();
    let lines = lines.into_iter().map(|(line, ink)| {
        let line = page.say(Type::Hint, ink, line);
        if centred { Node::column([line]).middle() } else { line }
    });
    lines.collect()
}

/// On the way down: a step back, or in place already. While settling: the ache, by one button.
fn hints_of(page: Page<'_>) -> Vec<(Icon, String, Msg)> {
    let (session, buttons, ache) = (page.session, &page.cues().buttons, &page.words().ache);
    let mut hints = Vec::new();
    if page.form == FloorForm::Steps {
        hints.push((Icon::ArrowLeft, buttons.back.clone(), Event::StepBack));
        hints.push((Icon::ArrowDown, buttons.in_place.clone(), Event::SkipSteps));
    } else if let Some(step) = session.ache_step() {
        let words = match (session.ache(), step == Event::Ache(0), page.is_wide) {
            (None, ..) => &ache.first,
            (Some(_), true, true) => &ache.again,
            (Some(_), false, true) => &ache.more,
            (Some(_), true, false) => &ache.said_again,
            (Some(_), false, false) => &ache.said_more,
        };
        let said = session.ache().map(|ache| ache.to_string()).unwrap_or_default();
        hints.push((Icon::ArrowLeft, fill(words, &[("ache", &said)]), step));
    }
    let accepted = hints.into_iter().filter(|(.., event)| session.accepts(*event));
    accepted.map(|(cap, words, event)| (cap, words, Msg::Session(event))).collect()
}

/// How much of the page's width ring and card take beside the words.
const SIDE: f32 = 0.36;
/// The shares of cue and figure beside someone who stands: a figure as high as a line would be tiny.
const CUE_BESIDE: (f32, f32) = (0.62, 0.38);
/// The shares of ring and figure on a narrow page where someone stands.
const RING_BESIDE: (f32, f32) = (0.6, 0.4);

/// Words and figure on the left, ring and what comes next on the right; one over the other on a narrow page.
fn lay_out<'a>(page: Page<'a>, words: Words, beside: Vec<Node<'a>>) -> Node<'a> {
    let (gap, stands) = (page.gap(), page.shown.1.is_tall());
    // Where the line is what matters, the word above it is one of its size.
    let of = if page.form == FloorForm::Steps { Type::Answer } else { Type::Phase };
    let word = page.paint(of, Token::Ink, words.word);
    let cue = page.paint(Type::Cue, Token::Ink, words.cue.as_str());
    let stage = (page.is_full && !page.shown.1.is_nothing()).then(|| parts::stage(page, &words.cue));
    let ring = clock::count(page.view, page.session).map(|count| parts::clock(page, count));
    if page.is_wide {
        let side_width = page.len(page.sizes().ring).min(page.width * SIDE);
        let left = match stage {
            Some(stage) if stands => {
                let row = Node::row([cue.share(CUE_BESIDE.0), stage.share(CUE_BESIDE.1)]).level().gap(gap).grow();
                Node::column([page.heading(Node::column([word])), row])
            }
            stage => Node::column(std::iter::once(page.heading(Node::column([word, cue]).gap(gap))).chain(stage)),
        };
        let ring = ring.map(|ring| ring.most_height(side_width));
        let side = Node::column(ring.into_iter().chain(beside)).gap(gap).width(side_width);
        return Node::row([left.gap(gap).share(1.0), side]).level().gap(gap * 2.0);
    }
    let heading = page.heading(Node::column([word, cue]).gap(gap));
    let (above, below) = match (ring, stage) {
        (Some(ring), Some(stage)) if stands => {
            let row = Node::row([ring.share(RING_BESIDE.0), stage.share(RING_BESIDE.1)]).level().gap(gap * 2.0);
            (Some(row.share(parts::GROWS_FIRST)), None)
        }
        (ring, stage) => (ring, stage),
    };
    Node::column(std::iter::once(heading).chain(above).chain(beside).chain(below)).gap(gap)
}
