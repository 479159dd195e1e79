//! Settling in: how strong the ache is, said back and open to change, under a small ring that hurries nobody.
//!
//! Invariant: nothing is preset that the person has not said, and all eleven answers weigh the same.

use eframe::egui::{CursorIcon, Role, Sense, StrokeKind, WidgetInfo, accesskit::Live};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Cue, CueId, Event, Session},
    ui::{
        View,
        layout::{Node, parts},
        theme::radius,
        widgets::{button, focus},
    },
};

/// How many answers stand in a row: eleven in two rows, as on a ruler.
const IN_A_ROW: usize = 6;

/// That it waits, the ache, and why it begins again if it does.
pub(super) fn parts<'a>(view: View<'a>, session: &Session) -> Vec<Node<'a>> {
    let (kit, metrics, cues) = (view.kit, view.metrics(), view.model.cues());
    let mut parts = Vec::new();
    let settled = cues.asked_line(&Cue { id: CueId::Settled, ..session.current_cue() });
    parts.push(view.quiet(match () {
        () if session.settles_by_itself() => cues.labels.goes_on.clone(),
        () if session.waits(view.model.now) => settled,
        () => cues.labels.waits.clone(),
    }));
    if let CueId::SettleAgain(why) = session.current_cue().id {
        parts.push(view.body(cues.why(why)));
    }
    let announced = cues.announced(&view.model.last_cue.unwrap_or_else(|| session.current_cue()));
    let told = cues.ache_lines(session.ache()).into_iter().enumerate().map(|(index, line)| {
        let role = if index == 0 { metrics.h3 } else { metrics.body };
        // What the heading has just told is not told again.
        if announced.contains(&line) {
            view.words(role, Token::Ink, line)
        } else {
            parts::live(kit, role, Token::Ink, line, Live::Polite)
        }
    });
    let mut ache: Vec<Node<'a>> = told.collect();
    if session.ache().is_some() {
        ache.push(view.meta(cues.ache.change.as_str()));
    }
    parts.push(Node::column(ache).gap(metrics.gap_4));
    parts.push(scale(view, session.ache()));
    parts
}

/// 0 to 10, each a button of its own, and what the ends mean.
fn scale(view: View<'_>, said: Option<u8>) -> Node<'_> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.cues().ache);
    let gap = metrics.gap_4 * 1.5;
    let numbers = (0..=10_u8).map(|ache| number(view, ache, said == Some(ache)));
    let end = |number: u8, words: &str| parts::paint(kit, metrics.small, Token::Ink2, format!("{number} {words}"));
    Node::column([
        // An arrow only goes to the next number: none is said before the person picks it.
        view.radio_group(words.label.as_str(), Node::grid(IN_A_ROW, numbers.collect::<Vec<_>>()).gap(gap)),
        Node::wrap([end(0, &words.least), end(10, &words.most)]).gap_across(metrics.gap_12).apart(),
    ])
    .gap(metrics.gap_4)
    .most_width(IN_A_ROW as f32 * (metrics.button + gap) - gap)
}

fn number(view: View<'_>, ache: u8, chosen: bool) -> Node<'_> {
    let (kit, theme, metrics, words) = (view.kit, view.kit.theme, view.metrics(), &view.model.cues().ache);
    let number = ache.to_string();
    // What it is a number of, the group says.
    let name = fill(&words.value, &[("ache", &number)]);
    Node::wide(metrics.button_small, move |ui, out| {
        let rect = ui.max_rect();
        let response = ui.interact(rect, ui.scope_id().with(("ache", ache)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
        let (ground, line, ink) = if chosen {
            (Token::PrimarySoft, theme.line(metrics.selected_border, Token::Primary), Token::PrimaryInk)
        } else {
            let ground = if response.hovered() { Token::Sunk } else { Token::Surface };
            (ground, theme.line(metrics.control_border, Token::Control), Token::Ink)
        };
        ui.painter().rect(rect, radius(metrics.radius_row), theme.color(ground), line, StrokeKind::Inside);
        button::centred_text(ui, kit, rect, if chosen { metrics.h3 } else { metrics.body }, ink, &number);
        focus::ring(ui, theme, &response, rect, metrics.radius_row);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Msg::Session(Event::Ache(ache)));
        }
    })
}
