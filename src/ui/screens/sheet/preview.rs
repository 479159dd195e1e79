//! The page on screen, laid out as on paper: page by page, closer and farther.
//!
//! Invariant: what shows is the document that prints, in the colours it prints in.

use eframe::egui::{
    Color32, Frame, Key, Margin, Panel, Rect, Role, ScrollArea, Sense, TextureHandle, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::{
    app::{Msg, PrintMsg, Zoom},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        layout::Node,
        pane::Pane,
        widgets::{button::Weight, icon::Icon, text},
    },
};

/// Points of the screen to an inch of paper at 100 %, as desktops count them.
const POINTS_PER_INCH: f32 = 96.0;
/// Points of the layout to an inch.
const PT_PER_INCH: f32 = 72.0;

/// The whole right side: the page, and under it where one is and how close.
pub(super) fn pane(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let (ui, out) = (&mut *pane.ui, &mut *pane.out);
    let pad = metrics.gap_24;
    let margin = Margin::symmetric(metrics.gap_16 as i8, metrics.gap_8 as i8);
    let foot = Panel::bottom("sheet bar").resizable(false).show_separator_line(false);
    foot.frame(Frame::new().inner_margin(margin)).show(ui, |ui| {
        bar(ui, view).show(ui, out);
    });
    let room = ui.available_size() - Vec2::splat(2.0 * pad);
    let size = match view.model.print.zoom {
        Zoom::Fit => fitting(view, room),
        Zoom::Percent(percent) => real_size(ui, view) * f32::from(percent) / 100.0,
    };
    remember(ui, view, size);
    let area = ScrollArea::both().id_salt(("sheet page", view.model.print.page)).auto_shrink([false, false]);
    area.show(ui, |ui| {
        if view.model.print.zoom == Zoom::Fit {
            turn_by_keys(ui, view, out);
        } else {
            crate::ui::keys::scroll::by_keys(ui);
        }
        let left = pad.max((ui.available_width() - size.x) / 2.0);
        ui.add_space(pad);
        ui.horizontal_top(|ui| {
            ui.add_space(left);
            page(ui, view, size);
            ui.add_space(pad);
        });
        ui.add_space(pad);
    });
}

/// Under the choices, where the window is narrow: as wide as there is room, every page.
pub(super) fn inline(pane: &mut Pane<'_, '_>) {
    let (view, width) = (pane.view, pane.width());
    let paper = view.model.sheet.paper.size_pt();
    let size = match view.model.print.zoom {
        Zoom::Fit => vec2(width, width * (paper.height / paper.width) as f32),
        Zoom::Percent(percent) => real_size(pane.ui, view) * f32::from(percent) / 100.0,
    };
    remember(pane.ui, view, size);
    pane.put(bar(pane.ui, view));
    ScrollArea::horizontal().id_salt("sheet page").auto_shrink([false, true]).show(pane.ui, |ui| page(ui, view, size));
}

fn page(ui: &mut Ui, view: View<'_>, size: Vec2) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.sheet);
    let pages = match view.kit.pictures.sheet_pages(ui, view.model, size.x) {
        Ok(pages) => pages,
        Err(why) => {
            text::show(ui, theme, metrics.body, Token::Ink, &fill(&words.missing, &[("why", &why)]));
            return;
        }
    };
    let Some((number, page)) = current(view, &pages) else { return };
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let name = fill(&words.preview, &[("n", &(number + 1).to_string()), ("total", &pages.len().to_string())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    ui.painter().add(theme.paper_shadow().as_shape(rect, 0.0));
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(page.id(), rect, whole, Color32::WHITE);
}

/// The page that shows: a document that got shorter shows its last one.
fn current<'a>(view: View<'_>, pages: &'a [TextureHandle]) -> Option<(usize, &'a TextureHandle)> {
    let number = view.model.print.page.min(pages.len().saturating_sub(1));
    pages.get(number).map(|page| (number, page))
}

/// Where one is, and how close.
fn bar<'a>(ui: &Ui, view: View<'a>) -> Node<'a> {
    let (metrics, words) = (view.metrics(), &view.model.book.print);
    let pages = view.kit.pictures.sheet_page_count();
    let number = view.model.print.page.min(pages.saturating_sub(1));
    let turn = |icon, name: &'a str, to: Option<usize>| {
        let shown = pages > 1;
        shown.then(|| view.icon_press(icon, name, Weight::Quiet, to.map(|to| Msg::Print(PrintMsg::Page(to)))))
    };
    let place = fill(&words.page_of, &[("n", &(number + 1).to_string()), ("total", &pages.max(1).to_string())]);
    let place = view.words(metrics.meta, Token::Ink, place);
    let before = turn(Icon::ChevronLeft, &words.before, number.checked_sub(1));
    let after = turn(Icon::ChevronRight, &words.next, Some(number + 1).filter(|next| *next < pages));
    let turns = before.into_iter().chain([place]).chain(after);
    Node::wrap([Node::wrap(turns.collect::<Vec<_>>()), zoom(ui, view)])
        .gap(metrics.gap_4)
        .apart()
        .least_height(metrics.button_small)
}

fn zoom<'a>(ui: &Ui, view: View<'a>) -> Node<'a> {
    let (metrics, words) = (view.metrics(), &view.model.book.print);
    let shown = percent(ui, view);
    let to = |zoom: Zoom| Msg::Print(PrintMsg::Zoom(zoom));
    let (least, most) = (Zoom::STEPS[0], Zoom::STEPS[Zoom::STEPS.len() - 1]);
    let fit = view.button(Weight::Quiet, &words.fit).height(metrics.button_small);
    let fit = fit.selected(view.model.print.zoom == Zoom::Fit);
    let percent = fill(&words.percent, &[("n", &shown.to_string())]);
    Node::wrap([
        view.icon_press(Icon::Minus, &words.farther, Weight::Quiet, (shown > least).then(|| to(Zoom::farther(shown)))),
        view.words(metrics.meta, Token::Ink, percent),
        view.icon_press(Icon::Plus, &words.closer, Weight::Quiet, (shown < most).then(|| to(Zoom::closer(shown)))),
        view.press(fit, to(Zoom::Fit)),
    ])
}

/// Page Up and Page Down turn pages where a whole one shows.
fn turn_by_keys(ui: &Ui, view: View<'_>, out: &mut Messages) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let pages = view.kit.pictures.sheet_page_count();
    let number = view.model.print.page.min(pages.saturating_sub(1));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::PageDown) && number + 1 < pages {
        out.push(Msg::Print(PrintMsg::Page(number + 1)));
    }
    if pressed(Key::PageUp) && number > 0 {
        out.push(Msg::Print(PrintMsg::Page(number - 1)));
    }
}

/// The largest size at which the whole page shows.
fn fitting(view: View<'_>, room: Vec2) -> Vec2 {
    let paper = view.model.sheet.paper.size_pt();
    let paper = vec2(paper.width as f32, paper.height as f32);
    let scale = (room.x / paper.x).min(room.y / paper.y).max(0.05);
    paper * scale
}

/// The size on paper, in points of the screen.
fn real_size(ui: &Ui, view: View<'_>) -> Vec2 {
    let paper = view.model.sheet.paper.size_pt();
    vec2(paper.width as f32, paper.height as f32) * (POINTS_PER_INCH / PT_PER_INCH / ui.ctx().zoom_factor())
}

/// How large the page shows, in percent of its size on paper.
pub(super) fn percent(ui: &Ui, view: View<'_>) -> u16 {
    match view.model.print.zoom {
        Zoom::Percent(percent) => percent,
        Zoom::Fit => {
            let width = ui.data(|data| data.get_temp::<f32>(key(ui))).unwrap_or_default();
            (width / real_size(ui, view).x * 100.0).round().clamp(1.0, 999.0) as u16
        }
    }
}

/// Keeps how wide the page shows, for the number beside it: it is known only when the page has its place.
fn remember(ui: &Ui, view: View<'_>, size: Vec2) {
    if view.model.print.zoom == Zoom::Fit {
        ui.data_mut(|data| data.insert_temp(key(ui), size.x));
    }
}

fn key(_ui: &Ui) -> eframe::egui::Id {
    eframe::egui::Id::unique("sheet width")
}
