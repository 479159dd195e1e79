//! The session itself: word and cue over the figure, the ring on the right, what comes next, Pause, and Stop.
//!
//! Questions (check-in, next round) and the way into the position stand in the same frame with their answers on the
//! right. Invariant: nothing here moves the session on; it shows what the session says and passes on what the person
//! does.

pub(super) mod clock;
pub(super) mod picture;
mod settle;
mod strip;
mod way;

use eframe::egui::{Event, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Live, pos2, vec2};

use crate::{
    app::{Choice, Msg, SoundMsg},
    content::fill,
    drawing::Token,
    session::{CueId, Phase, Press, Seen, Session},
    ui::{
        Messages, View, keys,
        pane::WidthClass,
        screens::{
            answers, floor,
            session::{Header, foot, header, stop_bar},
        },
        widgets::{
            button::{self, Weight},
            frames,
            icon::Icon,
            stage::Stage,
            text,
        },
    },
};

/// The screen.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, out: &mut Messages) {
    let labels = &view.model.book.cues.labels;
    let phase = session.phase();
    let (round, rounds) = (session.round(), session.rounds());
    let pattern = if phase == Phase::CheckIn { &labels.after_round } else { &labels.round };
    let position = view.model.book.cues.position(session.position());
    let (detail, rounds) = match phase {
        Phase::GettingDown(step) => (way::number(view, session, step), None),
        _ => {
            let detail = fill(pattern, &[("round", &round.to_string()), ("rounds", &rounds.to_string())]);
            (detail, Some((usize::from(round), usize::from(rounds))))
        }
    };
    let body = header(ui, view, &Header { title: &position.name, detail: &detail, rounds }, |ui| {
        floor::open_button(ui, view, out);
        voice_button(ui, view, session, out);
    });
    let (above, foot) = foot(view, room, body);
    not_yet(ui, view, session, foot, out);
    stop_bar(ui, view, foot, phase.uses_a_hand(), out);
    // Parts have ids of their own in each phase: the keyboard must not slide from "Go on" onto "I am ready".
    ui.push_id(session.current_cue().id.name(), |ui| body_of(ui, view, room, session, above, out));
}

/// A click anywhere in the lead-in is "not yet", but on Stop.
fn not_yet(ui: &Ui, view: View<'_>, session: &Session, stop: Rect, out: &mut Messages) {
    let clicked = |event: &Event| matches!(event, Event::PointerButton { pos, pressed: true, .. } if !stop.contains(*pos));
    if session.phase() == Phase::Hands && ui.input(|input| input.events.iter().any(clicked)) {
        out.extend(session.event_of(Press::Other, Seen::Usual, view.model.now).map(Msg::Session));
    }
}

/// "Say it again" where it waits, and the voice on or off where it moves; both keys and settings do the same.
fn voice_button(ui: &mut Ui, view: View<'_>, session: &Session, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.cues.buttons);
    let speaks = view.model.voice_speaks();
    let (name, message) = match () {
        () if !session.phase().moves() => (&words.say_again, Msg::Sound(SoundMsg::Again)),
        () if speaks => (&words.voice_on, Msg::Set(Choice::Voice(false))),
        () => (&words.voice_off, Msg::Set(Choice::Voice(true))),
    };
    ui.add_space(metrics.gap_12);
    let side = metrics.button_small;
    if button::icon_button(ui, view.kit, Icon::Speaker, name, Weight::Secondary, side).on_hover_text(name).clicked() {
        out.push(message);
    }
}

/// Everything between header and Stop.
fn body_of(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, above: Rect, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let phase = session.phase();
    if room == WidthClass::Column {
        return column(ui, view, session, above, out);
    }
    let asks = asks(phase);
    let side = side_width(view, room, above, asks);
    let gap = metrics.gap_28 + metrics.gap_4;
    let left = Rect::from_min_max(above.min, pos2(above.right() - side - gap, above.bottom()));
    let right = Rect::from_min_max(pos2(above.right() - side, above.top()), above.max);
    picture::show(ui, view, room, session, left, out);
    let right = clock::controls(ui, view, session, right, out);
    frames::placed(ui, right, |ui| {
        ScrollArea::vertical().id_salt(("side", asks)).auto_shrink([false, false]).show(ui, |ui| {
            beside(ui, view, room, session, right, out);
        });
    });
}

/// What stands beside the picture, or under the words where there is one column.
fn beside(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, rect: Rect, out: &mut Messages) {
    match session.phase() {
        Phase::GettingDown(step) => way::steps(ui, view, room, session, step),
        Phase::Settle => settle::show(ui, view, session, rect, out),
        Phase::CheckIn => answers::check_in(ui, view, session, out),
        Phase::NextRound => answers::next_round(ui, view, session, out),
        _ => clock::show(ui, view, room, session, rect),
    }
}

/// The heading of a phase: it takes the keyboard, and says the latest cue, with the reason where something came between.
pub(super) fn spoken(ui: &Ui, view: View<'_>, session: &Session, heading: &Response) {
    let cues = &view.model.book.cues;
    let cue = view.model.last_cue.unwrap_or_else(|| session.current_cue());
    let announced = match cue.id {
        CueId::LetGoEarly(why) => format!("{} {}", cues.why(why), cues.announced(&cue)),
        _ => cues.announced(&cue),
    };
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &announced));
    text::mark_heading(heading, 1, &announced);
    text::announce(ui, heading, if cue.is_urgent() { Live::Assertive } else { Live::Polite });
    // From step to step on the way down the keyboard stays where it is: on "Next".
    let further = matches!(session.phase(), Phase::GettingDown(step) if step > 0);
    if view.model.page_is_new && !further {
        heading.request_focus();
    }
}

/// The same without the picture, one thing under the other, where there is no room for two columns.
fn column(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let phase = session.phase();
    let words = picture::words(view, session);
    // Where both do not fit, what can be pressed stands right under the words and scrolls with them.
    let controls = clock::controls_height(view, session);
    let low = rect.height() - controls < metrics.question.line + 2.0 * metrics.lead.line + metrics.gap_16;
    let rect = if low { rect } else { clock::controls(ui, view, session, rect, out) };
    frames::placed(ui, rect, |ui| {
        ScrollArea::vertical().id_salt(("column", asks(phase))).auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            let word = text::title(ui, theme, metrics.question, &words.word);
            spoken(ui, view, session, &word);
            text::show(ui, theme, metrics.lead, Token::Ink, &words.cue);
            ui.add_space(metrics.gap_12);
            if low && controls > 0.0 {
                let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), controls), Sense::hover());
                clock::controls(ui, view, session, place.with_max_y(place.bottom() - metrics.gap_12), out);
            }
            beside(ui, view, WidthClass::Column, session, rect, out);
            let left = rect.bottom() - ui.cursor().top() - metrics.gap_12;
            if left > metrics.stage_height * 0.5 {
                let (scene, shown) = view.shown_in(session);
                let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), left), Sense::hover());
                let stage = Stage::bare(&scene).room(metrics.gap_12, metrics.gap_28).corner(metrics.radius_card);
                stage.paint(ui, view.kit, &shown, place);
            }
        });
    });
}

fn side_width(view: View<'_>, room: WidthClass, above: Rect, asks: bool) -> f32 {
    let metrics = &view.kit.theme.metrics;
    match (room, asks) {
        (WidthClass::Wide | WidthClass::Broad, true) => above.width() * 0.445,
        (WidthClass::Wide | WidthClass::Broad, false) => metrics.session_side,
        (_, true) => above.width() * 0.5,
        (_, false) => metrics.narrow_ring + metrics.gap_12,
    }
}

/// Whether the phase waits for an answer.
fn asks(phase: Phase) -> bool {
    matches!(phase, Phase::CheckIn | Phase::NextRound)
}
