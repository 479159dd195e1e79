//! The stage of a session: word and cue over the figure, and what may stand on its floor band.
//!
//! Invariant: the picture follows the session's own time, and anyone may make it stand still.

use eframe::egui::{Color32, Rect, Sense, Ui, pos2, vec2};

use super::{asks, spoken, strip};
use crate::{
    app::{Choice, Msg},
    drawing::Token,
    session::{Phase, Position, Session},
    ui::{
        Messages, View,
        metrics::TextRole,
        pane::WidthClass,
        widgets::{button, icon::Icon, stage::Stage, text},
    },
};

/// The big word and the line under it.
pub struct Words {
    /// The word, or the question.
    pub word: String,
    /// The line.
    pub cue: String,
}

/// What is said on the stage now: the phase's words, the step on the way down, the hand that presses.
pub fn words(view: View<'_>, session: &Session) -> Words {
    let cues = &view.model.book.cues;
    let phase = session.phase();
    let plain = cues.phase(phase, session.position());
    let cue = match (phase, session.hand()) {
        (Phase::GettingDown(step), hand) => cues.step_down(session.position(), step, hand).unwrap_or_default(),
        (Phase::Ready, _) => cues.ready_line(&session.current_cue()),
        (Phase::Hands, Some(hand)) if session.position() == Position::AllFours => format!("{} {}", cues.hand(hand), plain.cue),
        _ => plain.cue.to_owned(),
    };
    Words { word: plain.word.to_owned(), cue }
}

/// Stage with word and cue over the figure, and the five steps of a round under it.
pub(super) fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, rect: Rect, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let phase = session.phase();
    let asks = asks(phase);
    let in_round = phase.step_of_round().is_some();
    let strip_height = if in_round { metrics.gap_48 + metrics.gap_4 } else { 0.0 };
    let stage_rect = Rect::from_min_max(rect.min, rect.max - vec2(0.0, strip_height));
    let words = words(view, session);
    let pad = metrics.gap_28 + 2.0;
    let (scene, shown) = view.shown_in(session);
    let tall = shown.is_tall();
    // A small window keeps most of its stage for the figure.
    let phase_word = if room >= WidthClass::Wide { metrics.phase_word } else { metrics.question };
    let leads = matches!(phase, Phase::GettingDown(_));
    let quiet = asks || leads;
    // On the way down a chair stands before the figure.
    let beside = if leads { LED_WORDS } else { TALL_WORDS };
    let word_role = if quiet {
        metrics.question
    } else {
        fitted(ui, view, phase_word, &words.word, (rect.width() - 2.0 * pad) * if tall { beside } else { 1.0 })
    };
    let cue_role = if asks {
        metrics.lead
    } else if room >= WidthClass::Wide {
        metrics.cue
    } else {
        metrics.h2
    };
    let width = (stage_rect.width() - 2.0 * pad) * if tall { beside } else { 1.0 };
    let word = text::wrapped(ui, theme, word_role, Token::Ink, &words.word, width);
    let cue_token = if asks { Token::Ink2 } else { Token::Ink };
    let cue = text::wrapped(ui, theme, cue_role, cue_token, &words.cue, width);
    // Room for two lines of cue in every phase, so that only the body moves from one to the next.
    let above =
        metrics.gap_24 + word_role.line.max(metrics.question.line) + metrics.gap_12 + 2.0 * cue_role.line + metrics.gap_16;
    let above = above.max(metrics.gap_36 + word.size().y + cue.size().y + metrics.gap_16);
    let set_up = view.model.position_text(session.position()).map_or("", |text| text.figure.description.as_str());
    let description = if matches!(phase, Phase::GettingDown(_)) { words.cue.as_str() } else { set_up };
    let stage = Stage::bare(&scene)
        .room(
            if tall { metrics.gap_16 } else { above.min(stage_rect.height() * 0.55) },
            if room >= WidthClass::Wide { metrics.gap_48 + metrics.gap_24 } else { metrics.gap_48 + metrics.gap_4 },
        )
        .corner(metrics.radius_card)
        .at(if tall { 0.86 } else { 0.5 })
        .labelled(description, &[]);
    stage.show(ui, view.kit, &shown, stage_rect);
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
        strip::floor_line(ui, view, session, stage_rect, pad);
    }
    if in_round {
        let strip = Rect::from_min_max(pos2(rect.left(), stage_rect.bottom() + metrics.gap_12), rect.max);
        strip::phases(ui, view, session, strip);
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
        out.push(Msg::Set(Choice::Motion(!moves)));
    }
}

/// The share of the stage that words have beside a tall figure.
const TALL_WORDS: f32 = 0.62;

/// The same, where a chair stands before the figure.
const LED_WORDS: f32 = 0.5;

/// A phase word is never made smaller than this share of its size; then it wraps.
const LEAST_WORD: f32 = 0.4;

/// The largest size at which a phase word stands on one line.
fn fitted(ui: &Ui, view: View<'_>, role: TextRole, word: &str, width: f32) -> TextRole {
    let natural = text::line(ui, view.kit.theme, role, Token::Ink, word).size().x;
    let factor = (width / natural.max(1.0)).clamp(LEAST_WORD, 1.0);
    TextRole { size: role.size * factor, line: role.line * factor, spacing: role.spacing * factor, ..role }
}
