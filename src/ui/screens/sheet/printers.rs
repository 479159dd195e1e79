//! Our own list of printers, where the system has no dialog: which one, how many copies.
//!
//! Invariant: a printer that will not print says so before the job is sent.

use eframe::egui::{Role, StrokeKind};

use crate::{
    app::{Msg, PrintMsg},
    drawing::Token,
    sheet::{Printer, PrinterState},
    ui::{
        View,
        layout::{
            Node, controls,
            parts::{self, Tile},
        },
        pane::Pane,
        theme::radius,
        widgets::{button::Weight, icon::Icon},
    },
};

const CLOSE: Msg = Msg::Print(PrintMsg::CloseList);

/// The list, while it is open.
pub(super) fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.print);
    let Some(list) = &view.model.print.choosing else { return };
    pane.over("printers", &words.list_title, "", CLOSE, |pane, opens| {
        let printers = list.printers.iter().enumerate();
        let rows: Vec<_> = printers.map(|(index, printer)| row(view, printer, index, index == list.chosen)).collect();
        pane.put(view.radio_group(words.list_title.as_str(), Node::column(rows).gap(metrics.gap_8)));
        let count = list.copies.to_string();
        let (fewer, more) = ((words.fewer.clone(), list.copies > 1), (words.more.clone(), true));
        let copies = view.stepper((count.clone(), count), fewer, more, |step| Msg::Print(PrintMsg::Copies(step)));
        pane.put(view.row(view.told(&words.copies, ""), copies));
        let send = view.button(Weight::Primary, &words.send).icon(Icon::Print);
        let close = view.button(Weight::Secondary, &words.close);
        pane.answers(opens, vec![(close, CLOSE), (send, Msg::Print(PrintMsg::Send))]);
    });
}

/// A printer: its name, and under it whether it prints.
fn row<'a>(view: View<'a>, printer: &Printer, index: usize, chosen: bool) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.print);
    let (token, state) = match printer.state {
        PrinterState::Ready => (Token::Ink2, &words.ready),
        PrinterState::Paused => (Token::NoteInk, &words.paused),
        PrinterState::Refusing => (Token::NoteInk, &words.refusing),
    };
    let shown = printer.name.replace('_', " "); // queues have no spaces in their names
    let name = [shown.as_str(), state.as_str()].join(", ");
    let told =
        Node::column([parts::paint(kit, metrics.strong, Token::Ink, shown), parts::paint(kit, metrics.meta, token, state)]);
    let tile = Tile { name, role: Role::RadioButton, selected: Some(chosen) };
    let row = controls::lit(view, tile, Some(Msg::Print(PrintMsg::Choose(index))), told.pads(metrics.gap_16, metrics.gap_8));
    row.on(move |ui, rect, _| {
        let (width, token) =
            if chosen { (metrics.selected_border, Token::Primary) } else { (metrics.control_border, Token::Control) };
        let line = kit.theme.line(width, token);
        ui.painter().rect_stroke(rect, radius(metrics.radius_row), line, StrokeKind::Inside);
    })
}
