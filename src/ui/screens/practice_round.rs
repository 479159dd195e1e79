//! The practice round: the card that offers it, and the page at its end. What lies between is the player's.
//!
//! Invariant: nothing here looks like a session that counts: no limit, no history, no question how the back feels.

use crate::{
    app::{Msg, Route},
    session::{Event, Session},
    ui::{
        View,
        layout::{Node, parts, texts},
        pane::Pane,
        screens::session_frame::{SessionFrame, tree},
        widgets::{button::Weight, icon::Icon},
    },
};

/// The card that offers one.
pub fn card(view: View<'_>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.cues.practice_round);
    let begin = view.button(Weight::Secondary, &words.begin).icon(Icon::Play).height(metrics.button);
    let told = Node::column([view.h3(&words.card_title), view.quiet(words.card.as_str()).most_width(metrics.reading_width)]);
    let inside =
        Node::wrap([told.gap(metrics.gap_4).grow().least_width(metrics.tile_least), view.press(begin, Msg::PracticeRound)]);
    parts::card(view.kit, false, inside.gap(metrics.gap_16).pad(metrics.gap_20))
}

/// The page at its end.
pub fn done<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let (view, metrics) = (pane.view, pane.metrics());
    let cues = view.model.cues();
    let (own, words) = (&cues.practice_round, cues.phase(session.phase(), session.position()));
    let frame = SessionFrame { title: &own.name, is_column: true, ..SessionFrame::default() };
    frame.show(pane, |pane| {
        let done = view.button(Weight::Primary, &cues.buttons.done).height(metrics.button);
        let again = view.button(Weight::Secondary, &own.once_more).icon(Icon::Play).height(metrics.button);
        let mut page = vec![texts::title(view, words.word), texts::lead(view, words.cue)];
        if session.happened().is_some() {
            page.push(texts::note(view, Icon::Info, own.sign_lead.as_str(), own.sign.as_str()));
            let signs = view.button(Weight::Secondary, &cues.buttons.warning_signs).icon(Icon::Warning).height(metrics.button);
            page.push(Node::wrap([parts::press(view.kit, signs, [Msg::LeaveSession, Msg::Go(Route::Warning)])]));
        }
        let ways = [view.press(done, Msg::Session(Event::Done)), view.press(again, Msg::PracticeRound)];
        page.push(Node::wrap(ways).gap(metrics.gap_12));
        tree(pane, "practice-round", page);
    });
}
