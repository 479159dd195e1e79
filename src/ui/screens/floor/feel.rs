//! The last question, once the person is up: how does the back feel now?
//!
//! Three answers, none of them preset: one key steps through them, the other is Done, which works without an answer.
//! Invariant: what is chosen shows as a tick and a border, never as a colour alone.

use eframe::egui::{Role, Sense, WidgetInfo, accesskit::Live};

use super::{
    page::{Page, Type},
    parts,
};
use crate::{
    app::Msg,
    drawing::Token,
    session::{Event, Feel},
    ui::{
        layout::{Node, parts::icon},
        widgets::{icon::Icon, text},
    },
};

/// The page.
pub(super) fn show(page: Page<'_>) -> (Node<'_>, Node<'_>) {
    let (words, cues, gap) = (&page.words().rest, page.cues(), page.gap());
    let done = (cues.buttons.done.as_str(), Msg::Session(Event::Done));
    let band = parts::calm_band(page, &words.done, Some(Icon::ArrowRight), Some(done));
    let heading = page.heading(Node::column([page.paint(Type::Question, Token::Ink, cues.finish.question.as_str())]));
    let lead = page.say(Type::Hint, Token::Ink2, cues.finish.is_up.as_str());
    let answers = page.beside(Feel::ALL.map(|feel| answer(page, feel)).into());
    let step = page.session.feel_step().map(|event| (Icon::ArrowLeft, words.feel.clone(), Msg::Session(event)));
    let step = step.map(|step| parts::hints(page, vec![step]));
    let other = page.say(Type::Hint, Token::Ink2, words.other.as_str());
    let rows = [heading, lead, answers.gap(gap).grow()].into_iter().chain(step).chain([other]);
    (Node::column(rows).gap(gap), band)
}

fn answer(page: Page<'_>, feel: Feel) -> Node<'_> {
    let words = page.cues().feel(feel);
    let chosen = page.session.feel() == Some(feel);
    let border = page.sizes().border;
    let (ground, border, ink) = if chosen {
        (Token::PrimarySoft, (border * 2.0, Token::Primary), Token::PrimaryInk)
    } else {
        (Token::Surface, (border, Token::Control), Token::Ink)
    };
    let (gap, side) = (page.gap(), page.len(page.sizes().key_cap) * 0.7);
    // Room for the tick in every answer, so that no word moves when it is chosen.
    let tick = if chosen { icon(page.view.kit, Icon::Tick, side, ink) } else { Node::space(side) };
    let row = Node::row([tick, page.paint(Type::Answer, ink, words).grow().least_width(0.0)]).gap(gap / 2.0).pads(gap, gap / 2.0);
    let framed = page.framed(row.least_height(side * 2.0), ground, border, page.sizes().radius).on(move |ui, rect, _| {
        if chosen {
            let said = ui.interact(rect, ui.scope_id().with("chosen"), Sense::hover());
            said.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
            text::announce(ui, &said, Live::Polite);
        }
    });
    page.press(framed, words, Msg::Session(Event::Feel(feel)))
}
