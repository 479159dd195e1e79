//! The last question, once the person is up: how does the back feel now?
//!
//! Three answers, none of them preset: one key steps through them, the other is Done, which works without an answer.
//! Invariant: what is chosen shows as a tick and a border, never as a colour alone.

use eframe::egui::{Rect, Role, Vec2, accesskit::Live, pos2, vec2};

use super::{
    hints::{self, Hint},
    page::{Hit, Page},
    parts,
};
use crate::{
    app::Msg,
    drawing::Token,
    session::{Event, Feel},
    ui::{
        theme::radius,
        widgets::{icon::Icon, text},
    },
};

/// The page.
pub(super) fn show(page: &Page<'_>) -> Vec<Hit> {
    let (words, cues) = (&page.words().rest, page.cues());
    let band = parts::calm_band(page, Some(Icon::ArrowRight), &words.done);
    let mut hits = parts::header(page);
    hits.push(page.hit(band, cues.buttons.done.clone(), Msg::Session(Event::Done)));
    let (body, gap) = (page.body(band), page.gap());

    let step = page.session.feel_step().map(|event| Hint {
        cap: Icon::ArrowLeft,
        words: words.feel.clone(),
        message: Msg::Session(event),
    });
    let step: Vec<Hint> = step.into_iter().collect();
    let other = page.wrapped(page.hint(Token::Ink2), &words.other, vec2(body.width(), f32::INFINITY));
    let under = hints::height(page, body.width(), &step) + gap + other.size().y;
    let lead = page.wrapped(page.hint(Token::Ink2), &cues.finish.is_up, vec2(body.width(), f32::INFINITY));
    let rows = if page.is_wide() { 1.0 } else { Feel::ALL.len() as f32 };
    let least = page.len(page.sizes().key_cap) * 1.4 * rows + gap * (rows - 1.0);
    let room = body.height() - under - least - lead.size().y - gap * 3.5;
    let title = page.wrapped(page.question(), &cues.finish.question, vec2(body.width(), room));

    let title_at = Rect::from_min_size(body.min + vec2(0.0, gap / 2.0), title.size());
    page.canvas.galley(title_at.min, title);
    parts::heading(page, title_at);
    let lead_at = Rect::from_min_size(pos2(body.left(), title_at.bottom() + gap / 2.0), lead.size());
    page.text("is-up", lead_at, lead, &cues.finish.is_up);

    let top = lead_at.bottom() + gap;
    let bottom = body.bottom() - under - gap;
    hits.extend(answers(page, Rect::from_min_max(pos2(body.left(), top), pos2(body.right(), bottom))));
    let hint_at = pos2(body.left(), bottom + gap);
    hits.extend(hints::show(page, hint_at, body.width(), step));
    let other_at = Rect::from_min_size(pos2(body.left(), body.bottom() - other.size().y), other.size());
    page.text("other-key", other_at, other, &words.other);
    hits
}

/// The three answers: in a row on a wide canvas, one under the other on a narrow one.
fn answers(page: &Page<'_>, rect: Rect) -> Vec<Hit> {
    let (gap, count) = (page.gap(), Feel::ALL.len() as f32);
    let size = if page.is_wide() {
        vec2((rect.width() - gap * (count - 1.0)) / count, rect.height().min(page.len(page.sizes().ring_least) * 1.4))
    } else {
        vec2(rect.width(), ((rect.height() - gap * (count - 1.0)) / count).min(page.len(page.sizes().ring_least)))
    };
    let step = if page.is_wide() { vec2(size.x + gap, 0.0) } else { vec2(0.0, size.y + gap) };
    let places = Feel::ALL.into_iter().enumerate();
    places.map(|(index, feel)| answer(page, Rect::from_min_size(rect.min + step * index as f32, size), feel)).collect()
}

fn answer(page: &Page<'_>, rect: Rect, feel: Feel) -> Hit {
    let words = page.cues().feel(feel);
    let chosen = page.session.feel() == Some(feel);
    let (ground, border, ink) = if chosen {
        (Token::PrimarySoft, page.theme().line(page.len(page.sizes().border) * 2.0, Token::Primary), Token::PrimaryInk)
    } else {
        (Token::Surface, page.theme().line(page.len(page.sizes().border), Token::Control), Token::Ink)
    };
    let corner = radius(page.len(page.sizes().radius));
    page.canvas.fill(rect, corner, page.color(ground));
    page.canvas.border(rect, corner, border);
    let (gap, side) = (page.gap(), page.len(page.sizes().key_cap) * 0.7);
    // WidthClass for the tick in every answer, so that no word moves when it is chosen.
    let inner = Rect::from_min_max(rect.min + vec2(gap * 2.0 + side, gap / 2.0), rect.max - vec2(gap, gap / 2.0));
    if chosen {
        let tick = Rect::from_center_size(pos2(rect.left() + gap + side / 2.0, rect.center().y), Vec2::splat(side));
        page.canvas.extend(page.view.kit.icons.shapes(Icon::Tick, tick, page.color(ink)));
        let said = page.node("chosen", rect, Role::Label, words);
        text::announce(page.ui(), &said, Live::Polite);
    }
    let galley = page.wrapped(super::fit::Fit { token: ink, ..page.answer() }, words, inner.size());
    page.canvas.galley(pos2(inner.left(), inner.center().y - galley.size().y / 2.0), galley);
    page.hit(rect, words.to_owned(), Msg::Session(Event::Feel(feel)))
}
