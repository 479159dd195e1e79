//! A page of the guide: where one is, title, lead, the page itself, its timed prompts, and the way on.
//!
//! Two sections have a part of their own between lead and prose: the position cards and the warm-up cards.

use crate::{
    app::{Msg, ReadAloud, Route, Special},
    content::fill,
    drawing::Token,
    ui::{
        layout::Node,
        pane::Pane,
        read_aloud,
        screens::{
            blocks::{self, Shown},
            position, practice_round, warm_up,
        },
        widgets::{button::Weight, icon::Icon, text},
        width_class::WidthClass,
    },
};

/// The sections that a practice round belongs to: what is done in a round, and how it ends.
const PRACTISED: [&str; 2] = ["press-gently", "let-go-slowly"];

/// The page of the section at `index`.
pub fn show(pane: &mut Pane<'_, '_>, index: usize) {
    let view = pane.view;
    let words = &view.model.book.words.section;
    let guide = &view.model.book.guide;
    let Some(section) = guide.sections.get(index) else { return };
    let step = fill(&words.step_of, &[("n", &(index + 1).to_string()), ("total", &guide.sections.len().to_string())]);
    let minutes = words.minutes.of(guide.minutes_to_read(section));
    text::show(pane.ui, view.kit.theme, view.metrics().meta, Token::Ink2, &format!("{step}   ·   {minutes}"));
    let aloud = read_aloud::ways(view, ReadAloud::Section(index), None);
    pane.title_beside(&section.title, vec![aloud]);
    pane.lead(&section.lead.text);
    match view.model.special(index) {
        Some(Special::Positions) => return position::show(pane, |pane, shown| parts(pane, index, shown)),
        Some(Special::WarmUps) => warm_up::show(pane),
        None => {}
    }
    pane.beside(|pane| parts(pane, index, Shown::Acts), |pane| parts(pane, index, Shown::Explains));
}

/// One half of the page's blocks. Where there is one column they stand in their own order.
fn parts(pane: &mut Pane<'_, '_>, index: usize, shown: Shown) {
    let Some(section) = pane.view.model.book.guide.sections.get(index) else { return };
    let broad = pane.class >= WidthClass::Broad;
    match (shown, broad) {
        (Shown::Acts, true) => {
            blocks::show_some(pane, &section.id, blocks::half(&section.blocks, shown));
            foot(pane, index);
        }
        (Shown::Explains, true) => blocks::show_some(pane, &section.id, blocks::half(&section.blocks, shown)),
        (Shown::Acts, false) => {}
        (Shown::Explains, false) => {
            blocks::show(pane, &section.id, &section.blocks);
            foot(pane, index);
        }
    }
}

/// Back, mark as read, on.
fn foot(pane: &mut Pane<'_, '_>, index: usize) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.words);
    let guide = &view.model.book.guide;
    let sections = &guide.sections;
    let (back, back_route) = match index.checked_sub(1).and_then(|before| Some((before, sections.get(before)?))) {
        Some((before, section)) => (section.title.as_str(), Route::Section(before)),
        None => (words.nav.start.as_str(), Route::Start),
    };
    let (next, next_route) = match sections.get(index + 1) {
        Some(section) => (section.title.as_str(), Route::Section(index + 1)),
        None => (guide.helps.title.as_str(), Route::Helps),
    };
    let read = view.model.is_read(index);
    let (label, mark) = if read { (&words.section.marked_read, Icon::Tick) } else { (&words.section.mark_read, Icon::Book) };
    let ways = [
        view.press(view.button(Weight::Secondary, back).icon(Icon::ChevronLeft), Msg::Go(back_route)),
        view.press(view.button(Weight::Quiet, label).icon(mark).selected(read), Msg::MarkRead { section: index, read: !read }),
        view.press(view.button(Weight::Primary, next).trailing(Icon::ChevronRight), Msg::Go(next_route)),
    ];
    pane.gap(metrics.gap_8);
    if sections.get(index).is_some_and(|section| PRACTISED.contains(&section.id.as_str())) {
        pane.put(practice_round::card(view));
    }
    // The middle one in the middle, however long its neighbours are, where there is room for that.
    let gap = metrics.gap_12;
    let widest = ways.iter().map(|way| way.widest(pane.ui)).fold(0.0, f32::max);
    let [back, mark, next] = ways;
    let row = if 3.0 * widest + 2.0 * gap <= pane.width() {
        let next = Node::row([Node::spring(), next]);
        Node::grid(3, [Node::row([back]), Node::row([mark]).together(), next]).gap(gap)
    } else {
        Node::wrap([back, mark, next]).gap(gap).apart()
    };
    pane.put(row);
}
