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
        // A press fills its ring, everything else empties it.
        left: if session.phase() == Phase::PressOn { 1.0 - share } else { share },
        token: if session.phase() == Phase::Breathe { Token::Breath } else { Token::Ring },
        number: format!("{:.0}", session.seconds_left(now).ceil()),
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
    if let CueId::LetGoEarly(why) | CueId::SettleAgain(why) = session.current_cue().id {
        lines.push(texts::centred(view, metrics.body, Token::Ink, cues.why(why)));
    }
    if session.is_at_own_pace() {
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
    let words = &view.model.book.cues.buttons;
    match session.phase() {
        Phase::GettingDown(_) => &words.next,
        Phase::Ready => &words.ready,
        Phase::PressOn => &words.pressure_is_on,
        Phase::Hold => &words.let_go,
        Phase::LetGo => &words.have_let_go,
        _ => &words.go_on,
    }
}

/// Whether "go on" is there, open or not.
fn goes_on(session: &Session) -> bool {
    session.accepts(Event::GoOn) || session.phase() == Phase::Settle
}

/// At one's own pace a hold is ended by "let go" alone: one act, one button.
fn pauses(session: &Session) -> bool {
    session.can_pause() && !(session.is_at_own_pace() && session.phase() == Phase::Hold)
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
        let pause = view.button(Weight::Secondary, &words.pause).icon(Icon::Pause);
        rows.push(row(if wide { pause.hint(&words.pause_key) } else { pause }, Event::Pause));
    }
    if goes_on(session) {
        let button = view.button(Weight::Primary, way_on(view, session)).trailing(Icon::ChevronRight).role(metrics.h3);
        let enabled = session.accepts(Event::GoOn);
        rows.push(parts::press_if(view.kit, enabled, button.height(high), Msg::Session(Event::GoOn)).rigid());
    }
    rows
}
