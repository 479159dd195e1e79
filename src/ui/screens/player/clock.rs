//! Beside the figure: the ring, what comes next, and what the person can do now.
//!
//! Invariant: nothing is offered that the session would not take, and what goes on never stands where Pause stood
//! a moment ago without the guard of the session.

use eframe::egui::{Rect, Ui, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{CueId, Event, Phase, Session},
    ui::{
        Messages, View,
        metrics::{TextRole, Weight as FontWeight},
        pane::WidthClass,
        widgets::{
            button::{self, Button, Weight},
            frames,
            icon::Icon,
            ring, text,
        },
    },
};

/// Ring, what comes next, and Pause or "go on".
pub(super) fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, rect: Rect) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let now = view.model.now;
    let (largest, stroke) = if room >= WidthClass::Wide {
        (metrics.ring, metrics.ring_stroke)
    } else {
        (metrics.narrow_ring, metrics.narrow_ring_stroke)
    };
    let side = largest.min(rect.height() - metrics.gap_48 * 2.0).max(metrics.strip_ring * 2.0);
    if session.length().is_some() {
        ui.vertical_centered(|ui| {
            let share = 1.0 - session.fraction(now) as f32;
            // A press fills its ring, and so does a hold that is counted up; everything else empties it.
            let fills = session.phase() == Phase::PressOn || session.counts_up();
            let share = if fills { 1.0 - share } else { share };
            let token = if session.phase() == Phase::Breathe { Token::Breath } else { Token::Ring };
            let ring_rect = ring::show(
                ui,
                view.kit,
                side,
                stroke * side / largest,
                share,
                token,
                cues.phase(session.phase(), session.position()).word,
            );
            let role = TextRole {
                size: metrics.numeral.size * side / metrics.ring,
                line: metrics.numeral.line * side / metrics.ring,
                ..metrics.numeral
            };
            let upper = ring_rect.translate(vec2(0.0, -side * 0.06));
            button::centred_text(ui, view.kit, upper, role, Token::Ink, &session.second(now).to_string());
            if side < metrics.narrow_ring * 0.75 {
                return; // No room in the ring for more than the number.
            }
            let of = fill(&cues.labels.of_seconds, &[("seconds", &session.seconds_total().to_string())]);
            let lower = Rect::from_center_size(ring_rect.center() + vec2(0.0, side * 0.24), vec2(side, metrics.lead.line));
            let of_role = if room >= WidthClass::Wide { metrics.lead } else { metrics.meta };
            button::centred_text(ui, view.kit, lower, of_role, Token::Ink2, &of);
        });
        ui.add_space(metrics.gap_20);
    }
    if let Some(next) = session.next_phase() {
        let line = format!("{} **{}**", cues.labels.next, cues.next(next));
        let role = TextRole { size: metrics.h2.size - 1.0, weight: FontWeight::Regular, ..metrics.h2 };
        text::centred(ui, theme, if room >= WidthClass::Wide { role } else { metrics.lead }, Token::Ink2, &line);
        ui.add_space(metrics.gap_12);
    }
    match session.current_cue().id {
        CueId::LetGoEarly(why) | CueId::SettleAgain(why) => {
            text::centred(ui, theme, metrics.body, Token::Ink, cues.why(why));
            ui.add_space(metrics.gap_12);
        }
        CueId::NotYet(_) => {
            text::centred(ui, theme, metrics.body, Token::Ink, &cues.prompts.not_yet);
            ui.add_space(metrics.gap_12);
        }
        _ => {}
    }
    if session.phase() == Phase::Hands {
        let line = format!("{} **{}**", cues.labels.any_key, cues.labels.not_yet);
        text::centred(ui, theme, metrics.body, Token::Ink, &line);
        text::centred(ui, theme, metrics.body, Token::Ink2, &cues.labels.click_too);
    }
    if session.is_at_own_pace() {
        text::centred(ui, theme, metrics.body, Token::Ink2, &cues.labels.own_pace);
    } else if session.counts_up() {
        if view.model.last_cue.is_some_and(|cue| cue.id == CueId::HeldEnough) {
            ui.add_space(metrics.gap_20);
            text::centred(ui, theme, metrics.h2, Token::Ink, &cues.prompts.enough);
        }
    } else if session.waits(now) {
        text::centred(ui, theme, metrics.body, Token::Ink2, &cues.labels.waits);
    }
}

/// What "go on" is called here.
pub fn way_on<'a>(view: View<'a>, session: &Session) -> &'a str {
    view.model.book.cues.way_on(session.phase())
}

/// How much of a rectangle [`controls`] takes.
pub(super) fn controls_height(view: View<'_>, session: &Session) -> f32 {
    let metrics = &view.kit.theme.metrics;
    let rows = [goes_on(session), pauses(session), session.accepts(Event::SkipSteps), session.accepts(Event::StepBack)];
    rows.into_iter().filter(|&row| row).count() as f32 * (metrics.button_large + metrics.gap_12)
}

/// Whether "go on" is there, open or not.
fn goes_on(session: &Session) -> bool {
    session.accepts(Event::GoOn) || session.phase() == Phase::Settle
}

/// Whether there is something to let go of, or to put off.
fn pauses(session: &Session) -> bool {
    session.can_pause() && session.phase() != Phase::Settle
}

/// What the person can do now, at the foot of a rectangle: Pause, "go on" or both; returns what is left above it.
pub(super) fn controls(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect, out: &mut Messages) -> Rect {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.cues.buttons);
    let mut rest = rect;
    let mut row = |ui: &mut Ui, button: Button<'_>, event: Event| {
        let place = rest.with_min_y(rest.bottom() - metrics.button_large);
        let shown = frames::placed(ui, place, |ui| {
            // At 200 % text a label may take two lines; the row then grows upward.
            button.height(metrics.button_large).width(place.width()).show(ui, view.kit)
        });
        if shown.clicked() {
            out.push(Msg::Session(event));
        }
        rest.set_bottom(place.top() - metrics.gap_12);
    };
    if goes_on(session) {
        let button = Button::new(view.kit, Weight::Primary, way_on(view, session)).trailing(Icon::ChevronRight).role(metrics.h3);
        ui.add_enabled_ui(session.accepts(Event::GoOn), |ui| row(ui, button, Event::GoOn));
    }
    if pauses(session) {
        let not_yet = session.phase() == Phase::Hands;
        let (label, key) = if not_yet { (&words.not_yet, &words.not_yet_key) } else { (&words.pause, &words.pause_key) };
        let pause = Button::new(view.kit, Weight::Secondary, label).icon(Icon::Pause);
        let pause = if rect.width() < metrics.session_side { pause } else { pause.hint(key) };
        row(ui, pause, Event::Pause);
    }
    if session.accepts(Event::SkipSteps) {
        row(ui, Button::new(view.kit, Weight::Secondary, &words.in_place), Event::SkipSteps);
    }
    if session.accepts(Event::StepBack) {
        row(ui, Button::new(view.kit, Weight::Quiet, &words.back).icon(Icon::ChevronLeft), Event::StepBack);
    }
    rest
}
