//! Beside the figure: the ring, what comes next, and what the person can do now.
//!
//! Invariant: nothing is offered that the session would not take, and what goes on never stands where Pause stood
//! a moment ago without the guard of the session.

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{CueId, Event, Phase, Session},
    ui::{
        View,
        layout::{Node, parts, texts},
        metrics::{TextRole, Weight as FontWeight},
        widgets::{
            button::{Button, Weight},
            icon::Icon,
            ring::Count,
        },
    },
};

/// What the ring of this phase shows, where the phase has a length.
pub(in super::super) fn count<'a>(view: View<'a>, session: &Session) -> Option<Count<'a>> {
    let (cues, now) = (&view.model.book.cues, view.model.now);
    session.length()?;
    let share = 1.0 - session.fraction(now) as f32;
    Some(Count {
        // A press fills its ring, and so does a hold that is counted up; everything else empties it.
        left: if session.phase() == Phase::PressOn || session.counts_up() { 1.0 - share } else { share },
        token: if session.phase() == Phase::Breathe { Token::Breath } else { Token::Ring },
        number: session.second(now).to_string(),
        of: fill(&cues.labels.of_seconds, &[("seconds", &session.seconds_total().to_string())]),
        name: cues.phase(session.phase(), session.position()).word,
    })
}

/// What comes next, and why something came between.
pub(super) fn lines<'a>(view: View<'a>, session: &Session, large: bool) -> Vec<Node<'a>> {
    let (metrics, cues) = (view.metrics(), &view.model.book.cues);
    let mut lines = Vec::new();
    if let Some(next) = session.next_phase() {
        let line = format!("{} **{}**", cues.labels.next, cues.next(next));
        let role = TextRole { size: metrics.h2.size - 1.0, weight: FontWeight::Regular, ..metrics.h2 };
        lines.push(texts::centred(view, if large { role } else { metrics.lead }, Token::Ink2, line));
    }
    match session.current_cue().id {
        CueId::LetGoEarly(why) | CueId::SettleAgain(why) => {
            lines.push(texts::centred(view, metrics.body, Token::Ink, cues.why(why)));
        }
        CueId::NotYet(_) => lines.push(texts::centred(view, metrics.body, Token::Ink, cues.prompts.not_yet.as_str())),
        _ => {}
    }
    if session.phase() == Phase::Hands {
        let line = format!("{} **{}**", cues.labels.any_key, cues.labels.not_yet);
        lines.push(texts::centred(view, metrics.body, Token::Ink, line));
        lines.push(texts::centred(view, metrics.body, Token::Ink2, cues.labels.click_too.as_str()));
    } else if session.counts_up() {
        lines.push(texts::centred(view, metrics.body, Token::Ink2, cues.labels.own_pace.as_str()));
        if view.model.last_cue.is_some_and(|cue| cue.id == CueId::HeldEnough) {
            lines.push(texts::centred(view, metrics.h2, Token::Ink, cues.prompts.enough.as_str()));
        }
    } else if session.waits(view.model.now) {
        lines.push(texts::centred(view, metrics.body, Token::Ink2, cues.labels.waits.as_str()));
    }
    lines
}

/// What "go on" is called here.
pub fn way_on<'a>(view: View<'a>, session: &Session) -> &'a str {
    view.model.book.cues.way_on(session.phase())
}

/// Whether "go on" is there, open or not.
fn goes_on(session: &Session) -> bool {
    session.accepts(Event::GoOn) || session.phase() == Phase::Settle
}

/// Whether there is something to let go of, or to put off.
fn pauses(session: &Session) -> bool {
    session.can_pause() && session.phase() != Phase::Settle
}

/// What the person can do now, the way on lowest; `high` is how high a button is, `wide` whether its key finds room.
pub(super) fn controls<'a>(view: View<'a>, session: &Session, high: f32, wide: bool) -> Vec<Node<'a>> {
    let (metrics, words) = (view.metrics(), &view.model.book.cues.buttons);
    let row = |button: Button<'a>, event: Event| view.press(button.height(high), Msg::Session(event)).rigid();
    let mut rows = Vec::new();
    if session.accepts(Event::StepBack) {
        rows.push(row(view.button(Weight::Quiet, &words.back).icon(Icon::ChevronLeft), Event::StepBack));
    }
    if session.accepts(Event::SkipSteps) {
        rows.push(row(view.button(Weight::Secondary, &words.in_place), Event::SkipSteps));
    }
    if pauses(session) {
        let not_yet = session.phase() == Phase::Hands;
        let (label, key) = if not_yet { (&words.not_yet, &words.not_yet_key) } else { (&words.pause, &words.pause_key) };
        let pause = view.button(Weight::Secondary, label).icon(Icon::Pause);
        rows.push(row(if wide { pause.hint(key) } else { pause }, Event::Pause));
    }
    if goes_on(session) {
        let button = view.button(Weight::Primary, way_on(view, session)).trailing(Icon::ChevronRight).role(metrics.h3);
        let enabled = session.accepts(Event::GoOn);
        rows.push(parts::press_if(view.kit, enabled, button.height(high), Msg::Session(Event::GoOn)).rigid());
    }
    rows
}
