//! What can be chosen about the page.
//!
//! Invariant: the warning signs stand in the list and cannot be taken out of it.

use eframe::egui::Ui;

use super::own;
use crate::{
    app::Msg,
    drawing::Token,
    sheet::{Include, Ink, Kind, Options, Paper, TextSize},
    ui::{
        Messages, View,
        widgets::{check, segmented, text},
    },
};

/// All choices, one under the other.
pub(super) fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (words, print) = (&view.model.book.words.sheet, &view.model.book.print);
    let now = view.model.sheet;
    let kinds = [(&print.summary, Kind::Summary), (&print.clinician, Kind::Clinician), (&print.card, Kind::EmergencyCard)];
    choice(ui, view, &print.page, &kinds, now.kind, |kind| out.push(Msg::SetSheet(Options { kind, ..now })));
    let papers = [(&words.a4, Paper::A4), (&words.letter, Paper::Letter)];
    choice(ui, view, &words.paper, &papers, now.paper, |paper| out.push(Msg::SetSheet(Options { paper, ..now })));
    let sizes = [(&words.standard, TextSize::Standard), (&words.large, TextSize::Large)];
    choice(ui, view, &words.text, &sizes, now.text, |text| out.push(Msg::SetSheet(Options { text, ..now })));
    let inks = [(&words.colour, Ink::Colour), (&words.black_and_white, Ink::BlackAndWhite)];
    choice(ui, view, &words.ink, &inks, now.ink, |ink| out.push(Msg::SetSheet(Options { ink, ..now })));
    if now.kind == Kind::Summary {
        include(ui, view, out);
    }
    own::show(ui, view, out);
    picture(ui, view, out);
}

fn include(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.print);
    let now = view.model.sheet;
    let parts = now.include;
    text::heading(ui, theme, metrics.strong, 2, &words.include);
    let mut part = |ui: &mut Ui, label: &str, on: bool, changed: Include| {
        if check::row(ui, view.kit, label, on).clicked() {
            out.push(Msg::SetSheet(Options { include: changed, ..now }));
        }
    };
    part(ui, &words.positions, parts.positions, Include { positions: !parts.positions, ..parts });
    check::always(ui, view.kit, &words.signs);
    part(ui, &words.log, parts.log, Include { log: !parts.log, ..parts });
    part(ui, &words.questions, parts.questions, Include { questions: !parts.questions, ..parts });
    part(ui, &words.weeks, parts.weeks, Include { weeks: !parts.weeks, ..parts });
    ui.add_space(metrics.gap_16);
}

fn picture(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let words = &view.model.book.print;
    let kinds = [(&words.for_screen, 150), (&words.for_paper, 300)];
    choice(ui, view, &words.sharpness, &kinds, view.model.print.dpi, |dpi| {
        out.push(Msg::Print(crate::app::PrintMsg::Sharpness(dpi)));
    });
}

/// A title with a few choices under it.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: View<'_>,
    title: &str,
    options: &[(&String, T)],
    now: T,
    mut pick: impl FnMut(T),
) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    text::show(ui, theme, metrics.strong, Token::Ink, title);
    ui.add_space(metrics.gap_4);
    let labels: Vec<&str> = options.iter().map(|(label, _)| label.as_str()).collect();
    let current = options.iter().position(|&(_, option)| option == now).unwrap_or(0);
    let width = ui.available_width();
    let picked = segmented::show(ui, view.kit, title, &labels, current, width);
    if let Some((_, option)) = picked.and_then(|picked| options.get(picked)) {
        pick(*option);
    }
    ui.add_space(metrics.gap_12);
}
