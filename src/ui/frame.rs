//! The frame around every page: sidebar or top bar, the page, and what floats over its foot.
//!
//! It decides by width alone (screens.md section 3, Layout); the width is in points at the chosen text size, so
//! large text on a small screen gets the narrow frame. Invariant: a session has the whole window.

use eframe::egui::{Align2, CentralPanel, CornerRadius, Frame, Id, Modal, Panel, Role, ScrollArea, Ui, Vec2};

use crate::{
    app::{Msg, Route, Way},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        layout::Node,
        notices,
        pane::Pane,
        pane::flow::{self, dialog_area, landmark, name_dialog},
        returning, screens, sidebar,
        widgets::{button::Weight, focus, frames, icon::Icon, links, sought, text},
        width_class::WidthClass,
    },
};

/// Shows the whole window and returns what was done in it.
pub fn show(ui: &mut Ui, view: View<'_>) -> Messages {
    sought::note(ui, view.model.sought.as_ref(), view.model.page_is_new);
    let mut out = parts(ui, view);
    out.extend(links::take_followed(ui).map(Msg::Follow));
    focus::give_back(ui);
    out
}

fn parts(ui: &mut Ui, view: View<'_>) -> Messages {
    let mut out = Messages::new();
    crate::ui::keys::read(ui, view, &mut out);
    let window = ui.available_size();
    let class = WidthClass::of(view, window.x);
    // The window was cleared in the page's colour; painted once more, that would cost as much as all the rest where the
    // processor paints.
    let ground = Frame::NONE;
    text::note_read(ui, view.model.read_now());
    notices::above(ui, view, &mut out);
    if view.model.page_is_new || view.model.finding.focus {
        out.push(Msg::Shown);
    }
    if view.model.route.has_whole_window() {
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            landmark(ui, Role::Main, "");
            screens::whole(ui, view, class, &mut out);
        });
        if view.model.route != Route::Session {
            notices::floating(ui, view, &mut out);
        }
        return out;
    }
    let class = WidthClass::of_guide(view, window);
    if class.has_sidebar() {
        let pad = view.metrics().sidebar_pad;
        Panel::left("sidebar")
            .exact_size(view.metrics().sidebar)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::new().fill(view.kit.theme.color(Token::Sidebar)).inner_margin(frames::margin(pad)))
            .show(ui, |ui| {
                landmark(ui, Role::Navigation, &view.model.book.words.nav.guide);
                sidebar::show(&mut Pane { ui, view, class, out: &mut out });
            });
    } else {
        let open = !class.has_sidebar() && view.model.menu_open;
        let (opens, closed) = turned(ui, open);
        sidebar::top_bar(&mut Pane { ui, view, class, out: &mut out }, closed);
        if open {
            menu(ui, view, class, opens, &mut out);
        }
    }
    CentralPanel::no_frame().frame(ground).show(ui, |ui| {
        landmark(ui, Role::Main, "");
        page(ui, view, class, &mut out);
    });
    screens::over(&mut Pane { ui, view, class, out: &mut out });
    notices::floating(ui, view, &mut out);
    out
}

/// Whether the menu has just opened, and whether it has just closed. What opens is given a few passes to find its size.
fn turned(ui: &Ui, open: bool) -> (bool, bool) {
    let pass = ui.ctx().cumulative_pass_nr();
    let since = ui.data_mut(|data| {
        let since = data.get_temp_mut_or_default::<Option<u64>>(Id::unique("menu-open-since"));
        let before = *since;
        *since = open.then(|| before.unwrap_or(pass));
        (before, *since)
    });
    match since {
        (_, Some(since)) => (pass < since + PASSES_TO_SETTLE, false),
        (before, None) => (false, before.is_some()),
    }
}

/// A sheet is measured in its first pass and placed in its second.
const PASSES_TO_SETTLE: u64 = 3;

/// The page: centred in the room there is, and it scrolls from its top each time one is opened.
fn page(ui: &mut Ui, view: View<'_>, class: WidthClass, out: &mut Messages) {
    if screens::filling(ui, view, class, out) {
        return;
    }
    let metrics = view.metrics();
    let (side, top) = if class.has_sidebar() { (metrics.main_pad, metrics.gap_24) } else { (metrics.narrow_pad, metrics.gap_16) };
    let mut area = ScrollArea::vertical().id_salt(("page", view.model.route.key())).auto_shrink([false, false]);
    if view.model.page_is_new || view.model.finding.focus {
        area = area.vertical_scroll_offset(view.model.trail.returns.unwrap_or(0.0)).animated(false);
    }
    let shown = area.show(ui, |ui| {
        // Texts of the guide can be taken along.
        ui.style_mut().interaction.selectable_labels = true;
        crate::ui::keys::scroll::by_keys(ui);
        let width = (ui.available_width() - 2.0 * side).min(metrics.content);
        let side = (ui.available_width() - width) / 2.0;
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(top);
                let pane = &mut Pane { ui, view, class, out };
                way_back(pane);
                screens::page(pane);
                ui.add_space(metrics.gap_36 + notices::covered(ui));
            });
        });
    });
    returning::note(ui, view, shown.inner_rect, shown.state.clamped_offset().y, out);
}

/// Where a page was opened to look something up: the way back, at its top.
fn way_back(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let Some(title) = view.model.way_back().filter(|_| view.model.route != Route::Suits) else { return };
    let label = fill(&view.model.book.find.back.to, &[("title", title)]);
    let back = view.button(Weight::Quiet, label).icon(Icon::ArrowLeft).height(view.metrics().button_small);
    pane.put(Node::wrap([view.press(back, Msg::Step(Way::Back))]));
}

/// The sidebar's rows as a sheet from the left edge, where there is no room for them beside the page (screens.md, 20).
fn menu(ui: &mut Ui, view: View<'_>, class: WidthClass, opens: bool, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    let window = ui.ctx().content_rect();
    let width = metrics.menu.min(window.width() - 2.0 * metrics.gap_48);
    let corner = metrics.gap_24 as u8;
    let frame = Frame::new()
        .fill(theme.color(Token::Sidebar))
        .inner_margin(frames::margin(metrics.sidebar_pad))
        .corner_radius(CornerRadius { nw: 0, sw: 0, ne: corner, se: corner });
    let id = Id::unique("menu");
    focus::note_over(ui, flow::opens(ui, id));
    let area = dialog_area(Modal::default_area(id)).anchor(Align2::LEFT_TOP, Vec2::ZERO);
    let scrim = theme.color(Token::Shadow).gamma_multiply(0.5);
    let modal = Modal::new(id).area(area).backdrop_color(scrim).frame(frame).show(ui.ctx(), |ui| {
        name_dialog(ui, Role::Dialog, &view.model.book.words.nav.menu);
        ui.set_width(width - 2.0 * metrics.sidebar_pad);
        ui.set_height(window.height() - 2.0 * metrics.sidebar_pad);
        // What is only being measured can not have the keyboard yet.
        let opens = opens && !ui.is_sizing_pass();
        sidebar::sheet(&mut Pane { ui, view, class, out }, opens);
    });
    if modal.should_close() {
        out.push(Msg::OpenMenu(false));
    }
}
