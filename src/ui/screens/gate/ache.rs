//! How the back is today: eleven numbers, and "it stops me doing things".
//!
//! No number key answers it: the 1 of "10" would. Invariant: every answer looks the same, whatever follows from it.

use eframe::egui::{CursorIcon, Role, Sense, StrokeKind, WidgetInfo};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Ache, Gate, GateEvent},
    ui::{
        View,
        layout::{Node, parts, texts},
        pane::Pane,
        screens::{gate::question_frame, session_frame::tree},
        theme::radius,
        widgets::focus,
    },
};

/// The question.
pub fn show(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.gates.today);
    question_frame(view, None, Gate::Today).show(pane, |pane| {
        // All eleven in one row, or in more where a number or a word would find no room; never one alone in the last.
        let gap = metrics.gap_8;
        let numbers: Vec<_> = Ache::all().map(|ache| number(view, ache)).collect();
        let least = numbers.iter().map(|number| number.narrowest(pane.ui)).fold(metrics.button_small, f32::max);
        let fits = |columns: &usize| (pane.width() + gap) / *columns as f32 - gap >= least;
        let columns = [11, 6, 4, 3].into_iter().find(fits).unwrap_or(2);
        let whole = parts::paint_centred(view.kit, metrics.h3, Token::Ink, words.stops_me.as_str());
        let whole = Node::column([whole]).together().pad(metrics.gap_12).least_height(metrics.answer_row + metrics.gap_8);
        let page = vec![
            texts::title_with(view, words.question.as_str(), words.lead.as_str()),
            texts::lead(view, words.lead.as_str()),
            Node::grid(columns, numbers).gap(gap),
            answer(view, words.stops_me.clone(), GateEvent::StopsMe, whole),
            view.meta(words.footer.as_str()),
        ];
        tree(pane, "today", page);
    });
}

/// A number, and under the first and the last what they mean.
fn number(view: View<'_>, ache: Ache) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.gates.today);
    let number = ache.value().to_string();
    let name = fill(&words.number, &[("number", &number)]);
    let (name, below) = match ache.value() {
        0 => (format!("{name}. {}", words.least), words.least.as_str()),
        Ache::MOST => (format!("{name}. {}", words.most), words.most.as_str()),
        _ => (name, ""),
    };
    // Numbers keep one line, whatever stands under them.
    let told = Node::column([
        parts::paint_centred(view.kit, metrics.h2, Token::Ink, number),
        parts::paint_centred(view.kit, metrics.small, Token::Ink2, below),
    ]);
    let inside = told.pads(metrics.gap_4 / 2.0, metrics.gap_20).least_height(metrics.answer_row_first + metrics.gap_12);
    answer(view, name, GateEvent::Ache(ache), inside)
}

/// One answer, and what a screen reader says for it.
fn answer<'a>(view: View<'a>, name: String, event: GateEvent, inside: Node<'a>) -> Node<'a> {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    inside.on(move |ui, rect, out| {
        let response = ui.interact(rect, ui.scope_id().with(("ache", &name)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let ground = if response.hovered() { Token::Sunk } else { Token::Surface };
        let line = theme.line(metrics.control_border, Token::Control);
        ui.painter().rect(rect, radius(metrics.radius_button), theme.color(ground), line, StrokeKind::Inside);
        focus::ring(ui, theme, &response, rect, metrics.radius_button);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Msg::Gate(event));
        }
    })
}
