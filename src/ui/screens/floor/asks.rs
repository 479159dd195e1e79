//! The two questions as seen from the floor: anything new or worse, one more round.
//!
//! The left answer is the careful one in both, and lies under the easy reach. Invariant: every answer shows its key,
//! and a key that is not shown does nothing.

use super::{
    page::{Page, Type},
    parts,
};
use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{CheckIn, Event, NextRound},
    ui::{layout::Node, widgets::icon::Icon},
};

/// "Anything new, or worse than at the start?"
pub(super) fn check_in(page: Page<'_>) -> (Node<'_>, Node<'_>) {
    let words = page.words();
    let (back, next) = ((Icon::ArrowLeft, words.back.as_str()), (Icon::ArrowRight, words.next.as_str()));
    let yes = (words.yes.as_str(), words.yes_detail.as_str());
    let none = (words.none.as_str(), words.none_detail.as_str());
    let yes = parts::card(page, yes, back, Token::Warm, Event::CheckIn(CheckIn::NotSure));
    let none = parts::card(page, none, next, Token::Primary, Event::CheckIn(CheckIn::None));
    ask(page, vec![yes, none], None)
}

/// "One more round?"
pub(super) fn next_round(page: Page<'_>) -> (Node<'_>, Node<'_>) {
    let (words, session, answers) = (page.words(), page.session, &page.cues().answers.next_round);
    let (back, next) = ((Icon::ArrowLeft, words.back.as_str()), (Icon::ArrowRight, words.next.as_str()));
    let [enough, again, more] = [NextRound::Enough, NextRound::SameAgain, NextRound::ALittleMore].map(Event::NextRound);
    let mut cards = vec![parts::card(page, (&answers.enough.title, &words.enough), back, Token::Control, enough)];
    // What was asked before the session may be too long ago: then there is no other round today.
    if session.accepts(again) {
        let same = fill(&words.same_again, &[("effort", &session.effort().to_string())]);
        cards.push(parts::card(page, (&answers.same_again.title, &same), next, Token::Primary, again));
    }
    // More is asked for by a key of its own: no clicker and no arrow comes to it by chance.
    let effort = session.next_effort().filter(|_| session.accepts(more));
    let more = effort.map(|effort| {
        let words = fill(&words.a_little_more, &[("next_effort", &effort.to_string())]);
        parts::hints(page, vec![(Icon::Plus, words, Msg::Session(more))])
    });
    ask(page, cards, more)
}

/// Question, line, the cards, and a quieter answer under them.
fn ask<'a>(page: Page<'a>, cards: Vec<Node<'a>>, more: Option<Node<'a>>) -> (Node<'a>, Node<'a>) {
    let phase = page.cues().phase(page.session.phase(), page.session.position());
    let question = page.paint(Type::Question, Token::Ink, phase.word);
    // The question gives way to nothing but the answers: before it gets as small as they are, its line goes.
    let lead = page.is_full.then(|| page.paint(Type::Hint, Token::Ink2, phase.cue));
    let heading = page.heading(Node::column(std::iter::once(question).chain(lead)).gap(page.gap() / 2.0));
    let cards = page.beside(cards).gap(page.gap()).grow();
    (Node::column([heading, cards].into_iter().chain(more)).gap(page.gap()), parts::stop_band(page))
}
