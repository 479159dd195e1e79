//! The last page: rest, get up step by step, come to the screen.
//!
//! What comes after it is a list or a choice to be read with care (what happened, the signs once more, advice, how it
//! feels now), so that is shown at the screen: a list of six answers or ten signs can not be read from the floor, and
//! nobody should be hurried through it. Invariant: keys show the next step up or lead to the screen, and answer nothing.

use super::{
    leave,
    page::{Page, Type},
    parts,
};
use crate::{
    app::Msg,
    drawing::Token,
    session::{Event, Phase},
    ui::{layout::Node, widgets::icon::Icon},
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
pub(super) fn show(page: Page<'_>) -> (Node<'_>, Node<'_>) {
    let (words, session) = (&page.words().rest, page.session);
    let begun = session.step_up().is_some();
    let steps_on = session.accepts(Event::GoOn);
    let band = if steps_on {
        let word = if begun { &page.cues().buttons.next } else { &page.cues().finish.show_steps };
        let press = (page.cues().buttons.next.as_str(), Msg::Session(Event::GoOn));
        parts::calm_band(page, word, Some(Icon::ArrowRight), Some(press))
    } else {
        parts::calm_band(page, &words.up, None, Some((&words.up, leave())))
    };
    (body(page, said(page), steps_on), band)
}

fn said(page: Page<'_>) -> Words {
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

/// The shares of words and figure beside each other.
const SHARES: (f32, f32) = (0.56, 0.44);

/// Title, words, what else can be done, and the picture.
fn body(page: Page<'_>, words: Words, steps_on: bool) -> Node<'_> {
    let (gap, session, buttons) = (page.gap(), page.session, &page.cues().buttons);
    let title = page.heading(Node::column([page.paint(Type::Question, Token::Ink, words.title)]));
    let mut told = vec![page.say(Type::Cue, Token::Ink, words.text.as_str())];
    if words.help {
        told.push(page.say(Type::Hint, Token::NoteInk, page.words().rest.help.as_str()));
    }
    // On a wide page the keys stand at its foot, in the same place on each step.
    if page.is_wide {
        told.push(Node::spring());
    }
    let ways = [(Icon::ArrowLeft, &buttons.back, Event::StepBack), (Icon::ArrowUp, &buttons.is_up, Event::SkipSteps)];
    let open = ways.into_iter().filter(|(.., event)| session.step_up().is_some() && session.accepts(*event));
    let hints: Vec<_> = open.map(|(cap, name, event)| (cap, name.clone(), Msg::Session(event))).collect();
    if !hints.is_empty() {
        told.push(parts::hints(page, hints));
    }
    if steps_on {
        told.push(page.say(Type::Hint, Token::Ink2, page.words().rest.other.as_str()));
    }
    let told = Node::column(told).gap(gap);
    let stage = (page.is_full && !words.up).then(|| parts::stage(page, &words.text));
    let under = match (page.is_wide, stage) {
        (true, Some(stage)) => Node::row([told.share(SHARES.0), stage.share(SHARES.1)]).level().gap(gap * 2.0),
        (_, stage) => Node::column(std::iter::once(told).chain(stage)).gap(gap),
    };
    Node::column([title, under.grow()]).gap(gap)
}
