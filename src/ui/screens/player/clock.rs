//! Beside the figure: the ring, what comes next, and what the person can do now.
//!
//! Invariant: nothing is offered that the session would not take, and what goes on never stands where Pause stood
//! a moment ago without the guard of the session.

use eframe::egui::Vec2;

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{CueId, Effort, Event, KeyAct, Phase, Session},
    ui::{
        View,
        keys::table,
        layout::{Node, parts, texts},
        metrics::{TextRole, Weight as FontWeight},
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            progress,
            ring::Count,
        },
    },
};

/// What the ring of this phase shows, where the phase has a length.
pub(in super::super) fn count<'a>(view: View<'a>, session: &Session) -> Option<Count<'a>> {
    let (cues, now) = (&view.model.cues(), view.model.now);
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
    let (metrics, cues) = (view.metrics(), view.model.cues());
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

/// How firmly, in words: the four steps that there are, the one of this round marked.
pub(super) fn effort<'a>(view: View<'a>, session: &Session) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), view.model.cues());
    let (now, cap) = (session.effort(), session.plan().effort_cap());
    let cells = Node::fixed(progress::effort_cells_size(kit), move |ui, _| {
        progress::effort_cells(ui, kit, now.value(), cap.value());
    });
    let head = view.words(metrics.nav, Token::Ink, format!("{} **{}**", words.effort.label, words.effort_line(now)));
    let rows = (1..=cap.value()).filter_map(Effort::new).map(|effort| {
        let is_now = effort == now;
        let badge = Node::fixed(Vec2::splat(metrics.sidebar_badge), move |ui, _| {
            let (ground, ink) = if is_now { (Token::Press, Token::Surface) } else { (Token::Sunk, Token::Ink2) };
            frames::badge(ui, kit, ui.max_rect(), &effort.to_string(), ground, ink);
        });
        let role = if is_now { metrics.nav_on } else { metrics.nav };
        let ink = if is_now { Token::PrimaryInk } else { Token::Ink };
        let mark = match () {
            () if is_now => words.effort.now.as_str(),
            () if effort == cap => words.effort.most.as_str(),
            () => "",
        };
        let mut row = vec![badge, view.words(role, ink, words.effort_anchor(effort)).grow()];
        if !mark.is_empty() {
            row.push(view.words(
                if is_now { metrics.nav_on } else { metrics.meta },
                if is_now { ink } else { Token::Ink2 },
                mark,
            ));
        }
        let row = Node::row(row).gap(metrics.gap_8).pads(metrics.gap_8, metrics.gap_4).least_height(metrics.gap_36);
        if is_now { parts::ground(kit, Token::PrimarySoft, metrics.radius_row, row) } else { row }
    });
    let inside = Node::column([head, cells].into_iter().chain(rows).collect::<Vec<_>>()).gap(metrics.gap_4);
    parts::card(kit, false, inside.pad(metrics.gap_12))
}

/// What "go on" is called here.
pub fn way_on<'a>(view: View<'a>, session: &Session) -> &'a str {
    view.model.cues().way_on_in(session)
}

/// Whether "go on" is there, open or not.
fn goes_on(session: &Session) -> bool {
    session.accepts(Event::GoOn) || session.phase() == Phase::Settle
}

/// Whether there is something to let go of, or to put off.
fn pauses(session: &Session) -> bool {
    session.can_pause() && session.phase() != Phase::Settle
}

/// The key of a button on it, where there is room for one.
fn capped<'a>(button: Button<'a>, press: KeyAct, wide: bool) -> Button<'a> {
    match table::printed(press).filter(|_| wide) {
        Some(cap) => button.cap(cap),
        None => button,
    }
}

/// What the person can do now, the way on lowest; `high` is how high a button is, `wide` whether its key finds room.
pub(super) fn controls<'a>(view: View<'a>, session: &Session, high: f32, wide: bool) -> Vec<Node<'a>> {
    let (metrics, words) = (view.metrics(), &view.model.cues().buttons);
    let row = |button: Button<'a>, event: Event| view.press(button.height(high), Msg::Session(event)).rigid();
    let mut rows = Vec::new();
    if session.accepts(Event::StepBack) {
        rows.push(row(capped(view.button(Weight::Quiet, &words.back), KeyAct::Back, wide), Event::StepBack));
    }
    if session.phase() == Phase::GettingDown(0) {
        let other = capped(view.button(Weight::Quiet, &words.another_position), KeyAct::Back, wide).height(high);
        rows.push(view.press(other, Msg::AnotherPosition).rigid());
    }
    if session.accepts(Event::SkipSteps) {
        rows.push(row(capped(view.button(Weight::Secondary, &words.in_place), KeyAct::Skip, wide), Event::SkipSteps));
    }
    if pauses(session) {
        let not_yet = session.phase() == Phase::Hands;
        let (label, key) = if not_yet { (&words.not_yet, &words.not_yet_key) } else { (&words.pause, &words.pause_key) };
        let pause = view.button(Weight::Secondary, label).icon(Icon::Pause);
        rows.push(row(if wide { pause.hint(key) } else { pause }, Event::Pause));
    }
    if goes_on(session) {
        let button = capped(view.button(Weight::Primary, way_on(view, session)).role(metrics.h3), KeyAct::GoOn, wide);
        let enabled = session.accepts(Event::GoOn);
        rows.push(parts::press_if(view.kit, enabled, button.height(high), Msg::Session(Event::GoOn)).rigid());
    }
    rows
}
