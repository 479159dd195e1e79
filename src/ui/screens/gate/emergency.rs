//! The emergency card, and the numbers that stand on it and on the warning page.
//!
//! Red is for this and for Stop. Invariant: "your local emergency number" comes first in words, and every number is
//! there whatever region was picked.

use eframe::egui::{Role, Ui};

use crate::{
    app::{Choice, Copied, Msg, PrintMsg, ReadAloud},
    content::fill,
    drawing::Token,
    session::EmergencyNumber,
    ui::{
        View,
        layout::{
            Node,
            parts::{self, Tile},
        },
        metrics::TextRole,
        pane::Pane,
        screens::gate::card::{Head, framed, under},
        widgets::{button::Weight, icon::Icon},
    },
};

/// Numbers first, then why, then what to say. Its ways out lead to paper and to reading.
pub fn card(pane: &mut Pane<'_, '_>, what: ReadAloud, leave: Msg) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.gates.emergency_card;
    // The room that the numbers will have, a bar beside them counted in.
    let room = pane.width().min(metrics.session_column) - 2.0 * metrics.gap_48;
    let lines = [(metrics.lead, &words.why_lead, &words.why), (metrics.body, &words.say_lead, &words.say)];
    let lines = lines
        .map(|(role, lead, words)| view.words(role, Token::Ink, format!("**{lead}** {words}")).most_width(metrics.reading_width));
    let body = [numbers(pane.ui, view, room)].into_iter().chain(lines).collect();
    // The only filled red panel in the program.
    let heard = format!("{} {} {}", words.lead, words.why_lead, words.why);
    let head = Head { icon: Icon::Phone, title: &words.title, lead: &words.lead, heard, ground: Token::Stop, ink: Token::OnStop };
    let print = view.button(Weight::Primary, &words.print).icon(Icon::Print).height(metrics.button_large);
    let back = view.button(Weight::Secondary, &words.back).icon(Icon::Book).height(metrics.button_large);
    let copy = view.button(Weight::Secondary, &view.model.book.find.copy.numbers).icon(Icon::Document);
    let copy = view.press(copy.height(metrics.button_large), Msg::Copy(Copied::Numbers));
    let ways =
        vec![parts::press(view.kit, print, [leave.clone(), Msg::Print(PrintMsg::PrintCard)]), copy, view.press(back, leave)];
    framed(pane, &words.header, what, vec![head.node(view), under(view, Token::StopSoft, body)], ways, Some(&words.off));
}

/// Emergency numbers by place: the person's own large and first where it is known, and always all the others.
/// `width` is the room they will have.
pub fn numbers<'a>(ui: &Ui, view: View<'a>, width: f32) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.gates.emergency_card);
    let (own, others) = view.model.book.gates.numbers(view.model.settings.region.as_deref());
    let mut parts = Vec::new();
    if let Some(own) = own {
        let word = metrics.phase_word;
        // Large at any text size, and no larger than leaves the whole row in view.
        let large = view.display(TextRole { size: word.size, line: word.line, ..metrics.question });
        let told = Node::column([
            parts::paint(kit, metrics.h3, Token::Ink, &words.local),
            parts::paint(kit, metrics.body, Token::Ink2, &own.place),
        ]);
        let inside =
            Node::wrap([parts::paint(kit, large, Token::Ink, &own.number).rigid(), told.grow().least_width(metrics.tile_least)]);
        parts.push(tile(view, own, true, inside.gap(metrics.gap_12).gap_across(metrics.gap_28).pad(metrics.gap_20)));
    }
    let tiles: Vec<_> = others
        .iter()
        .map(|entry| {
            let inside = Node::column([
                parts::paint_centred(kit, metrics.question, Token::Ink, &entry.number),
                parts::paint_centred(kit, metrics.small, Token::Ink2, &entry.place),
            ]);
            tile(view, entry, false, inside.together().pad(metrics.gap_12))
        })
        .collect();
    let columns = parts::columns(ui, width, metrics.gap_12, metrics.gap_48 * 3.0, 5, &tiles);
    parts.push(Node::grid(columns, tiles).gap(metrics.gap_12));
    let numbers = view.radio_group(words.pick.as_str(), Node::column(parts).gap(metrics.gap_12));
    Node::column([numbers, view.meta(words.pick.as_str())]).gap(metrics.gap_12)
}

/// One number and its place; picking it puts it first, picking it again takes that back.
fn tile<'a>(view: View<'a>, entry: &'a EmergencyNumber, first: bool, inside: Node<'a>) -> Node<'a> {
    let words = &view.model.book.gates.emergency_card;
    let pattern = if first { &words.first_name } else { &words.number_name };
    let name = fill(pattern, &[("place", &entry.place), ("number", &entry.number)]);
    let tile = Tile { name, role: Role::RadioButton, selected: Some(first) };
    parts::tile(view, tile, Msg::Set(Choice::Region((!first).then(|| entry.id.clone()))), inside)
}
