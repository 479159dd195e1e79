//! The session itself: word and cue over the figure, the ring on the right, what comes next, Pause, and Stop.
//!
//! Questions (check-in, next round) stand in the same frame with their answers on the right. Invariant: nothing
//! here moves the session on; it shows what the session says and passes on what the person does.

use eframe::egui::{
    Align, Color32, Layout, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Live, pos2, vec2,
};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{CueId, Event, Phase, Session},
    ui::{
        Messages, View,
        frame::Room,
        keys,
        metrics::{TextRole, Weight as FontWeight},
        screens::{
            answers,
            session::{Header, foot, header, stop_bar},
        },
        theme::radius,
        widgets::{
            button::{self, Button, Weight},
            frames,
            icon::Icon,
            progress, ring,
            stage::Stage,
            text,
        },
    },
};

/// The screen.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, session: &Session, out: &mut Messages) {
    let labels = &view.model.book.cues.labels;
    let phase = session.phase();
    let (round, rounds) = (session.round(), session.rounds());
    let pattern = if phase == Phase::CheckIn { &labels.after_round } else { &labels.round };
    let detail = fill(pattern, &[("round", &round.to_string()), ("rounds", &rounds.to_string())]);
    let position = view.model.book.cues.position(session.position());
    let rounds = Some((usize::from(round), usize::from(rounds)));
    let body = header(ui, view, &Header { title: &position.name, detail: &detail, rounds }, |_| {});
    let (above, foot) = foot(view, room, body);
    stop_bar(ui, view, foot, phase.is_pressing(), out);
    // Parts have ids of their own in each phase: the keyboard must not slide from "Go on" onto "I am ready".
    ui.push_id(session.current_cue().id.name(), |ui| body_of(ui, view, room, session, above, out));
}

/// Everything between header and Stop.
fn body_of(ui: &mut Ui, view: View<'_>, room: Room, session: &Session, above: Rect, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let phase = session.phase();
    if room == Room::Column {
        return column(ui, view, session, above, out);
    }
    let asks = asks(phase);
    let side = side_width(view, room, above, asks);
    let gap = metrics.gap_28 + metrics.gap_4;
    let left = Rect::from_min_max(above.min, pos2(above.right() - side - gap, above.bottom()));
    let right = Rect::from_min_max(pos2(above.right() - side, above.top()), above.max);
    picture(ui, view, room, session, left, out);
    let right = controls(ui, view, session, right, out);
    frames::placed(ui, right, |ui| {
        ScrollArea::vertical().id_salt(("side", asks)).auto_shrink([false, false]).show(ui, |ui| match phase {
            Phase::CheckIn => answers::check_in(ui, view, out),
            Phase::NextRound => answers::next_round(ui, view, session, out),
            _ => clock(ui, view, room, session, right),
        });
    });
}

/// The heading of a phase: it takes the keyboard, and says the latest cue, with the reason where something came between.
fn spoken(ui: &Ui, view: View<'_>, session: &Session, heading: &Response) {
    let cues = &view.model.book.cues;
    let cue = view.model.last_cue.unwrap_or_else(|| session.current_cue());
    let announced = match cue.id {
        CueId::LetGoEarly(why) => format!("{} {}", cues.why(why), cues.announced(&cue)),
        _ => cues.announced(&cue),
    };
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &announced));
    text::mark_heading(heading, 1, &announced);
    text::announce(ui, heading, if cue.is_urgent() { Live::Assertive } else { Live::Polite });
    if view.model.page_is_new {
        heading.request_focus();
    }
}

/// The same without the picture, one thing under the other, where there is no room for two columns.
fn column(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let phase = session.phase();
    let words = cues.phase(phase, session.position());
    let rect = controls(ui, view, session, rect, out);
    frames::placed(ui, rect, |ui| {
        ScrollArea::vertical().id_salt(("column", asks(phase))).auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            let word = text::title(ui, theme, metrics.question, words.word);
            spoken(ui, view, session, &word);
            text::show(ui, theme, metrics.lead, Token::Ink, words.cue);
            ui.add_space(metrics.gap_12);
            match phase {
                Phase::CheckIn => answers::check_in(ui, view, out),
                Phase::NextRound => answers::next_round(ui, view, session, out),
                _ => clock(ui, view, Room::Column, session, rect),
            }
            let left = rect.bottom() - ui.cursor().top() - metrics.gap_12;
            if left > metrics.stage_height * 0.5 {
                let (scene, moment) = session.picture(view.model.now);
                let shown = view.shown_at(&scene, moment);
                let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), left), Sense::hover());
                let stage = Stage {
                    scene: &scene,
                    shown: &shown,
                    description: "",
                    labels: &[],
                    above: metrics.gap_12,
                    below: metrics.gap_28,
                    corner: metrics.radius_card,
                    across: 0.5,
                };
                stage.paint(ui, view.kit, place);
            }
        });
    });
}

fn side_width(view: View<'_>, room: Room, above: Rect, asks: bool) -> f32 {
    let metrics = &view.kit.theme.metrics;
    match (room, asks) {
        (Room::Wide, true) => above.width() * 0.445,
        (Room::Wide, false) => metrics.session_side,
        (_, true) => above.width() * 0.5,
        (_, false) => metrics.narrow_ring + metrics.gap_12,
    }
}

/// Whether the phase waits for an answer.
fn asks(phase: Phase) -> bool {
    matches!(phase, Phase::CheckIn | Phase::NextRound)
}

/// Stage with word and cue over the figure, and the five steps of a round under it.
fn picture(ui: &mut Ui, view: View<'_>, room: Room, session: &Session, rect: Rect, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let phase = session.phase();
    let asks = asks(phase);
    let in_round = phase.step_of_round().is_some();
    let strip_height = if in_round { metrics.gap_48 + metrics.gap_4 } else { 0.0 };
    let stage_rect = Rect::from_min_max(rect.min, rect.max - vec2(0.0, strip_height));
    let words = cues.phase(phase, session.position());
    let pad = metrics.gap_28 + 2.0;
    let (scene, moment) = session.picture(view.model.now);
    let shown = view.shown_at(&scene, moment);
    let tall = shown.is_tall();
    // A small window keeps most of its stage for the figure.
    let phase_word = if room == Room::Wide { metrics.phase_word } else { metrics.question };
    let word_role = if asks {
        metrics.question
    } else {
        fitted(ui, view, phase_word, words.word, (rect.width() - 2.0 * pad) * if tall { TALL_WORDS } else { 1.0 })
    };
    let cue_role = if asks {
        metrics.lead
    } else if room == Room::Wide {
        metrics.cue
    } else {
        metrics.h2
    };
    let width = (stage_rect.width() - 2.0 * pad) * if tall { TALL_WORDS } else { 1.0 };
    let word = text::wrapped(ui, theme, word_role, Token::Ink, words.word, width);
    let cue_token = if asks { Token::Ink2 } else { Token::Ink };
    let cue = text::wrapped(ui, theme, cue_role, cue_token, words.cue, width);
    // Room for two lines of cue in every phase, so that only the body moves from one to the next.
    let above =
        metrics.gap_24 + word_role.line.max(metrics.question.line) + metrics.gap_12 + 2.0 * cue_role.line + metrics.gap_16;
    let above = above.max(metrics.gap_36 + word.size().y + cue.size().y + metrics.gap_16);
    let description = view.model.position_text(session.position()).map_or("", |text| text.figure.description.as_str());
    let stage = Stage {
        scene: &scene,
        shown: &shown,
        description,
        labels: &[],
        above: if tall { metrics.gap_16 } else { above.min(stage_rect.height() * 0.55) },
        below: if room == Room::Wide { metrics.gap_48 + metrics.gap_24 } else { metrics.gap_48 + metrics.gap_4 },
        corner: metrics.radius_card,
        // A tall figure stands beside the words, not under them.
        across: if tall { 0.86 } else { 0.5 },
    };
    stage.show(ui, view.kit, stage_rect);
    if phase.moves() {
        still_button(ui, view, stage_rect, out);
    }
    let top = stage_rect.min + vec2(pad, metrics.gap_24);
    let word_height = word.size().y;
    let place = Rect::from_min_size(top, vec2(width, above));
    let heading = ui.interact(place, ui.scope_id().with("cue"), Sense::focusable_noninteractive());
    spoken(ui, view, session, &heading);
    ui.painter().galley(top, word, Color32::PLACEHOLDER);
    ui.painter().galley(top + vec2(0.0, word_height + metrics.gap_12), cue, Color32::PLACEHOLDER);
    if !asks {
        floor_line(ui, view, session, stage_rect, pad);
    }
    if in_round {
        let strip = Rect::from_min_max(pos2(rect.left(), stage_rect.bottom() + metrics.gap_12), rect.max);
        phase_strip(ui, view, session, strip);
    }
}

/// A moving figure can be made to stand still, here and now (WCAG 2.2, 2.2.2).
fn still_button(ui: &mut Ui, view: View<'_>, stage: Rect, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.player);
    let moves = view.model.moves();
    let side = metrics.round_button;
    let place = Rect::from_min_size(pos2(stage.right() - side - metrics.gap_16, stage.top() + metrics.gap_16), vec2(side, side));
    let (icon, name) = if moves { (Icon::Still, &words.still_figure) } else { (Icon::Moving, &words.move_figure) };
    if button::round_button(ui, view.kit, place, icon, name, false).on_hover_text(name).clicked() {
        out.push(Msg::SetMotion(!moves));
    }
}

/// The share of the stage that words have beside a tall figure.
const TALL_WORDS: f32 = 0.62;

/// A phase word is never made smaller than this share of its size; then it wraps.
const LEAST_WORD: f32 = 0.4;

/// The largest size at which a phase word stands on one line.
fn fitted(ui: &Ui, view: View<'_>, role: TextRole, word: &str, width: f32) -> TextRole {
    let natural = text::line(ui, view.kit.theme, role, Token::Ink, word).size().x;
    let factor = (width / natural.max(1.0)).clamp(LEAST_WORD, 1.0);
    TextRole { size: role.size * factor, line: role.line * factor, spacing: role.spacing * factor, ..role }
}

/// What to keep still, and how firmly, on the floor band.
fn floor_line(ui: &mut Ui, view: View<'_>, session: &Session, stage: Rect, pad: f32) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let row = Rect::from_min_max(
        pos2(stage.left() + pad, stage.bottom() - metrics.gap_48 + metrics.gap_4),
        pos2(stage.right() - pad, stage.bottom() - metrics.gap_12),
    );
    let caption = &cues.position(session.position()).caption;
    frames::placed_row(ui, row, |ui| {
        // Nothing is pressed yet, and nothing is asked of the hands.
        if matches!(session.phase(), Phase::Settle | Phase::Core(_)) {
            return;
        }
        if row.width() > metrics.session_side * 1.6 {
            text::show(ui, theme, metrics.nav, Token::Ink, caption);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if row.width() > metrics.session_side * 1.25 {
                let cap = session.plan().effort_cap().value();
                progress::effort_cells(ui, view.kit, session.effort().value(), cap);
                ui.add_space(metrics.gap_12);
            }
            let line = format!("{} **{}**", cues.effort.label, cues.effort_line(session.effort()));
            let galley = text::line(ui, theme, metrics.nav, Token::Ink, &line);
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text::plain(&line)));
            ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
        });
    });
}

/// The five steps: done ones ticked, the current one bold, the next ones plain.
fn phase_strip(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let current = session.phase().step_of_round().unwrap_or(0);
    let gap = metrics.gap_8;
    let count = Phase::ROUND.len() as f32;
    let width = (rect.width() - gap * (count - 1.0)) / count;
    for (index, &phase) in Phase::ROUND.iter().enumerate() {
        let left = rect.left() + index as f32 * (width + gap);
        let bar = Rect::from_min_size(pos2(left, rect.top()), vec2(width, metrics.phase_bar));
        let token = if index <= current { Token::Primary } else { Token::Track };
        ui.painter().rect_filled(bar, radius(metrics.phase_bar / 2.0), theme.color(token));
        let (role, ink) = match index.cmp(&current) {
            std::cmp::Ordering::Less => (metrics.nav, Token::PrimaryInk),
            std::cmp::Ordering::Equal => (TextRole { weight: FontWeight::Bold, ..metrics.nav }, Token::Ink),
            std::cmp::Ordering::Greater => (metrics.nav, Token::Ink2),
        };
        let top = bar.bottom() + metrics.gap_8;
        let mut x = left;
        if index < current {
            let tick = Rect::from_min_size(pos2(x, top + 3.0), vec2(metrics.gap_16, metrics.gap_16));
            view.kit.icons.paint(ui.painter(), Icon::Tick, tick, theme.color(ink));
            x += metrics.gap_24;
        }
        let galley = text::line(ui, theme, role, ink, cues.strip(phase));
        if x + galley.size().x <= left + width {
            ui.painter().galley(pos2(x, top), galley, Color32::PLACEHOLDER);
        }
    }
}

/// Ring, what comes next, and Pause or "go on".
fn clock(ui: &mut Ui, view: View<'_>, room: Room, session: &Session, rect: Rect) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let now = view.model.now;
    let (largest, stroke) =
        if room == Room::Wide { (metrics.ring, metrics.ring_stroke) } else { (metrics.narrow_ring, metrics.narrow_ring_stroke) };
    let side = largest.min(rect.height() - metrics.gap_48 * 2.0).max(metrics.strip_ring * 2.0);
    if session.length().is_some() {
        ui.vertical_centered(|ui| {
            let left = session.seconds_left(now);
            let share = 1.0 - session.fraction(now) as f32;
            // A press fills its ring, everything else empties it.
            let share = if session.phase() == Phase::PressOn { 1.0 - share } else { share };
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
            button::centred_text(ui, view.kit, upper, role, Token::Ink, &format!("{:.0}", left.ceil()));
            if side < metrics.narrow_ring * 0.75 {
                return; // No room in the ring for more than the number.
            }
            let of = fill(&cues.labels.of_seconds, &[("seconds", &session.seconds_total().to_string())]);
            let lower = Rect::from_center_size(ring_rect.center() + vec2(0.0, side * 0.24), vec2(side, metrics.lead.line));
            let of_role = if room == Room::Wide { metrics.lead } else { metrics.meta };
            button::centred_text(ui, view.kit, lower, of_role, Token::Ink2, &of);
        });
        ui.add_space(metrics.gap_20);
    }
    if let Some(next) = session.next_phase() {
        let line = format!("{} **{}**", cues.labels.next, cues.next(next));
        let role = TextRole { size: metrics.h2.size - 1.0, weight: FontWeight::Regular, ..metrics.h2 };
        text::centred(ui, theme, if room == Room::Wide { role } else { metrics.lead }, Token::Ink2, &line);
        ui.add_space(metrics.gap_12);
    }
    if let CueId::LetGoEarly(why) | CueId::SettleAgain(why) = session.current_cue().id {
        text::centred(ui, theme, metrics.body, Token::Ink, cues.why(why));
        ui.add_space(metrics.gap_12);
    }
    if session.waits(now) {
        text::centred(ui, theme, metrics.body, Token::Ink2, &cues.labels.waits);
    }
}

/// Pause, or "go on", at the foot of a rectangle; returns what is left above it.
fn controls(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect, out: &mut Messages) -> Rect {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.cues.buttons);
    let (button, event) = if session.can_pause() {
        let pause = Button::new(view.kit, Weight::Secondary, &words.pause).icon(Icon::Pause);
        (if rect.width() < metrics.session_side { pause } else { pause.hint(&words.pause_key) }, Event::Pause)
    } else if session.accepts(Event::GoOn) {
        let label = if session.phase() == Phase::Ready { &words.ready } else { &words.go_on };
        let go_on = Button::new(view.kit, Weight::Primary, label).trailing(Icon::ChevronRight);
        (go_on.role(metrics.h3), Event::GoOn)
    } else {
        return rect;
    };
    let place = Rect::from_min_max(pos2(rect.left(), rect.bottom() - metrics.button_large), rect.max);
    frames::placed(ui, place, |ui| {
        if button.height(metrics.button_large).width(place.width()).show(ui, view.kit).clicked() {
            out.push(Msg::Session(event));
        }
    });
    rect.with_max_y(place.top() - metrics.gap_12)
}
