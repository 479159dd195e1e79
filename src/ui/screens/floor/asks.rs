//! The two questions as seen from the floor: anything new or worse, one more round.
//!
//! The left answer is the careful one in both, and lies under the easy reach. Invariant: every answer shows its key,
//! and a key that is not shown does nothing.

use eframe::egui::{Rect, pos2, vec2};

use super::{
    page::{Hit, Page},
    parts::{self, Card},
};
use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{CheckIn, Event, NextRound},
    ui::widgets::icon::Icon,
};

/// "Anything new, or worse than at the start?"
pub(super) fn check_in(page: &Page<'_>) -> Vec<Hit> {
    let words = page.words();
    let yes = Card {
        title: &words.yes,
        detail: &words.yes_detail,
        cap: Icon::ArrowLeft,
        key: &words.back,
        border: Token::Warm,
        message: Msg::Session(Event::CheckIn(CheckIn::NotSure)),
    };
    let none = Card {
        title: &words.none,
        detail: &words.none_detail,
        cap: Icon::ArrowRight,
        key: &words.next,
        border: Token::Primary,
        message: Msg::Session(Event::CheckIn(CheckIn::None)),
    };
    ask(page, yes, Some(none), None)
}

/// "One more round?"
pub(super) fn next_round(page: &Page<'_>) -> Vec<Hit> {
    let (words, session) = (page.words(), page.session);
    let answers = &page.cues().answers.next_round;
    let effort = session.effort().to_string();
    let same = fill(&words.same_again, &[("effort", &effort)]);
    let enough = Card {
        title: &answers.enough.title,
        detail: &words.enough,
        cap: Icon::ArrowLeft,
        key: &words.back,
        border: Token::Control,
        message: Msg::Session(Event::NextRound(NextRound::Enough)),
    };
    let again = Card {
        title: &answers.same_again.title,
        detail: &same,
        cap: Icon::ArrowRight,
        key: &words.next,
        border: Token::Primary,
        message: Msg::Session(Event::NextRound(NextRound::SameAgain)),
    };
    // More is asked for by a key of its own: no clicker and no arrow comes to it by chance.
    let more = session
        .next_effort()
        .filter(|_| session.accepts(Event::NextRound(NextRound::ALittleMore)))
        .map(|next| fill(&words.a_little_more, &[("next_effort", &next.to_string())]));
    // What was asked before the session may be too long ago: then there is no other round today.
    let again = session.accepts(Event::NextRound(NextRound::SameAgain)).then_some(again);
    ask(page, enough, again, more.as_deref())
}

/// Question, line, two cards, and a quieter third answer under them.
fn ask(page: &Page<'_>, left: Card<'_>, right: Option<Card<'_>>, more: Option<&str>) -> Vec<Hit> {
    let band = parts::stop_band(page);
    let mut hits = parts::header(page);
    let body = page.body(band);
    let (gap, wide) = (page.gap(), page.is_wide());
    let phase = page.cues().phase(page.session.phase(), page.session.position());
    let card_width = if wide { (body.width() - gap * 1.6) / 2.0 } else { body.width() };
    let heights = [left.height(page, card_width), right.as_ref().map_or(0.0, |card| card.height(page, card_width))];
    let cards = if wide { heights[0].max(heights[1]) } else { heights[0] + heights[1] + gap };
    let more_height = if more.is_some() { page.len(page.sizes().key_cap) + gap } else { 0.0 };
    let words_room = body.height() - gap - cards - more_height - gap;

    let (question, hint) = (page.question(), page.hint(Token::Ink2));
    let lead = page.wrapped(hint, phase.cue, vec2(body.width(), f32::INFINITY));
    // The question gives way to nothing but the answers: before it gets smaller than they are, its line goes.
    let beside_lead = words_room - lead.size().y - gap;
    let as_large_as_answers = super::fit::Fit { least: page.answer().size, ..question };
    let fits = page.wrapped(as_large_as_answers, phase.word, vec2(body.width(), beside_lead)).size().y <= beside_lead;
    let title = page.wrapped(question, phase.word, vec2(body.width(), if fits { beside_lead } else { words_room }));
    let title_at = Rect::from_min_size(body.min, title.size());
    let lead_at = Rect::from_min_size(pos2(body.left(), title_at.bottom() + gap / 2.0), lead.size());
    page.canvas.galley(title_at.min, title);
    let mut top = title_at.bottom() + gap;
    if fits {
        page.canvas.galley(lead_at.min, lead);
        top = lead_at.bottom() + gap;
    }
    parts::heading(page, if fits { title_at.union(lead_at) } else { title_at });

    let bottom = body.bottom() - more_height;
    let (first, second) = if wide {
        let height = (bottom - top).min(cards + gap * 4.0);
        let at = |x: f32| Rect::from_min_size(pos2(x, bottom - height), vec2(card_width, height));
        (at(body.left()), at(body.right() - card_width))
    } else {
        let spare = ((bottom - top - cards) / 2.0).max(0.0).min(gap * 2.0);
        let second = Rect::from_min_max(pos2(body.left(), bottom - heights[1] - spare), pos2(body.right(), bottom));
        let first =
            second.translate(vec2(0.0, -gap)).with_min_y(second.top() - gap - heights[0] - spare).with_max_y(second.top() - gap);
        (first, second)
    };
    hits.push(left.show(page, first));
    hits.extend(right.map(|card| card.show(page, second)));
    if let Some(words) = more {
        let at = pos2(body.left() + gap * 2.0, bottom + gap);
        let size = parts::key_hint(page, at, body.width() - gap * 4.0, Icon::Plus, words, Token::Ink2);
        let rect = Rect::from_min_size(at, size).expand(gap / 2.0);
        hits.push(page.hit(rect, words.to_owned(), Msg::Session(Event::NextRound(NextRound::ALittleMore))));
    }
    hits
}
