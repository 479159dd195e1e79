//! The last page: rest, get up step by step, come to the screen.
//!
//! What comes after it is a list or a choice to be read with care (what happened, the signs once more, advice, how it
//! feels now), so that is shown at the screen: a list of six answers or ten signs can not be read from the floor, and
//! nobody should be hurried through it. Invariant: keys show the next step up or lead to the screen, and answer nothing.

use eframe::egui::{Rect, pos2, vec2};

use super::{
    hints::{self, Hint},
    page::{Hit, Page},
    parts,
};
use crate::{
    app::Msg,
    drawing::Token,
    session::{Event, Phase},
    ui::widgets::icon::Icon,
};

/// What stands on it.
struct Words {
    title: String,
    text: String,
    help: bool,
    /// The person is up: nobody who lies is shown.
    up: bool,
}

/// The page.
pub(super) fn show(page: &Page<'_>) -> Vec<Hit> {
    let (words, session) = (&page.words().rest, page.session);
    let steps_on = session.accepts(Event::GoOn);
    let begun = session.step_up().is_some();
    let band = if steps_on {
        let word = if begun { &page.cues().buttons.next } else { &page.cues().finish.show_steps };
        parts::calm_band(page, Some(Icon::ArrowRight), word)
    } else {
        parts::calm_band(page, None, &words.up)
    };
    let mut hits = parts::header(page);
    hits.push(if steps_on {
        page.hit(band, page.cues().buttons.next.clone(), Msg::Session(Event::GoOn))
    } else {
        page.hit(band, words.up.clone(), super::leave())
    });
    let mut hints = Vec::new();
    for (cap, name, event) in [
        (Icon::ArrowLeft, &page.cues().buttons.back, Event::StepBack),
        (Icon::ArrowUp, &page.cues().buttons.is_up, Event::SkipSteps),
    ] {
        if begun && session.accepts(event) {
            hints.push(Hint { cap, words: name.clone(), message: Msg::Session(event) });
        }
    }
    hits.extend(lay_out(page, page.body(band), &said(page), hints, steps_on.then_some(words.other.as_str())));
    hits
}

fn said(page: &Page<'_>) -> Words {
    let (words, cues, session) = (&page.words().rest, page.cues(), page.session);
    let position = cues.position(session.position());
    let still_there = |title: &str| Words { title: title.to_owned(), text: position.still_there.clone(), help: true, up: false };
    match (session.phase(), session.step_up()) {
        (Phase::Finish, Some(step)) => match position.steps_up.get(usize::from(step)) {
            Some(text) => {
                let steps = u8::try_from(position.steps_up.len()).unwrap_or(u8::MAX);
                Words { title: parts::step_of(page, step, steps), text: text.text.clone(), help: false, up: false }
            }
            None => Words { title: cues.prompts.up.clone(), text: cues.finish.is_up.clone(), help: false, up: false },
        },
        (Phase::Finish, None) => {
            let title = if session.was_stopped() { &words.stopped } else { &words.finished };
            Words { title: title.clone(), text: position.getting_up.clone(), help: false, up: false }
        }
        // Up already, and asked how the back feels: what follows is no stop.
        (phase @ Phase::Advice(_), _) if session.feel().is_some() => {
            let words = cues.phase(phase, session.position());
            Words { title: words.word.to_owned(), text: words.cue.to_owned(), help: false, up: true }
        }
        (Phase::NotToday, _) => still_there(cues.phase(Phase::NotToday, session.position()).word),
        (Phase::WhatHappened, _) => still_there(&words.stopped),
        _ => still_there(&words.signs),
    }
}

/// Title, words, what else can be done and the picture; what can be pressed there.
fn lay_out(page: &Page<'_>, body: Rect, words: &Words, hints: Vec<Hint>, other: Option<&str>) -> Vec<Hit> {
    let (gap, wide) = (page.gap(), page.is_wide());
    let question = page.question();
    let room = vec2(body.width(), question.line_height() * if wide { 1.2 } else { 2.2 });
    let title = page.wrapped(question, &words.title, room);
    let column = if wide && !words.up { body.width() * 0.56 } else { body.width() };
    let title_at = Rect::from_min_size(pos2(body.left(), body.top() + gap), title.size());
    let below = body.with_min_y(title_at.bottom() + gap);
    let help = words.help.then(|| page.wrapped(page.hint(Token::NoteInk), &page.words().rest.help, vec2(column, f32::INFINITY)));
    let help_height = help.as_ref().map_or(0.0, |galley| galley.size().y + gap);
    let other = other.map(|other| (page.wrapped(page.hint(Token::Ink2), other, vec2(column, f32::INFINITY)), other));
    let other_height = other.as_ref().map_or(0.0, |(galley, _)| galley.size().y + gap);
    let hints_height = if hints.is_empty() { 0.0 } else { hints::height(page, column, &hints) + gap };
    let kept = if wide { 0.0 } else { page.len(page.sizes().stage_least) + gap };
    let room = below.height() - help_height - hints_height - other_height - kept;
    let text = page.wrapped(page.cue(), &words.text, vec2(column, room));
    page.canvas.galley(title_at.min, title);
    parts::heading(page, title_at);
    let text_at = Rect::from_min_size(below.min, text.size());
    page.text("how-to-get-up", text_at, text, &words.text);
    let mut end = text_at.bottom() + gap;
    if let Some(galley) = help {
        let at = Rect::from_min_size(pos2(body.left(), end), galley.size());
        end = at.bottom() + gap;
        page.text("help", at, galley, &page.words().rest.help);
    }
    // On a wide canvas the keys stand at its foot, in the same place on each step.
    end = if wide { end.max(body.bottom() - hints_height - other_height) } else { end };
    let hits = hints::show(page, pos2(body.left(), end), column, hints);
    end += hints_height;
    if let Some((galley, words)) = other {
        page.text("other-key", Rect::from_min_size(pos2(body.left(), end), galley.size()), galley, words);
        end += other_height;
    }
    let stage = if wide { below.with_min_x(below.left() + column + gap * 2.0) } else { below.with_min_y(end) };
    if !words.up && stage.height() >= page.len(page.sizes().stage_least) * 0.8 {
        parts::stage(page, stage);
    }
    hits
}
