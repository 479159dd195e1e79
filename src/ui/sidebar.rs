//! The way around: the guide's sections with their ticks, the other pages, and Warning signs, always last.
//!
//! Where the window is narrow the same rows open as a sheet from the top bar. Invariant: Warning signs is always in
//! view, as a row here or as an icon in the bar.

use eframe::egui::{
    Align, CursorIcon, Frame, Layout, Margin, Panel, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::AriaCurrent, scroll_area::ScrollBarVisibility, vec2,
};

use crate::{
    app::{FindMsg, Msg, Route},
    content::fill,
    drawing::Token,
    ui::{
        View,
        keys::panes::{self, WindowHalf},
        layout::{Node, parts},
        metrics::{TextRole, Weight as FontWeight},
        pane::{Pane, flow::landmark},
        theme::radius,
        widgets::{
            button::{self, Weight},
            focus, frames,
            icon::Icon,
        },
        width_class::WidthClass,
    },
};

/// What stands before the name of a page.
#[derive(Clone, Copy)]
pub enum Mark {
    /// Of a step.
    Number(usize),
    /// Of any other page.
    Icon(Icon),
}

/// One row of the way around.
struct Row<'a> {
    mark: Mark,
    title: &'a str,
    route: Route,
    /// A thin line stands above it.
    ruled: bool,
}

/// All rows, in their order.
fn rows(view: View<'_>) -> Vec<Row<'_>> {
    let (book, words) = (&view.model.book, &view.model.book.words.nav);
    let row = |icon, title, route| Row { mark: Mark::Icon(icon), title, route, ruled: false };
    let sections = book.guide.sections.iter().enumerate().map(|(index, section)| Row {
        mark: Mark::Number(index + 1),
        title: section.title.as_str(),
        route: Route::Section(index),
        ruled: false,
    });
    let mut rows = vec![row(Icon::Book, words.start.as_str(), Route::Start)];
    rows.extend(sections);
    rows.extend([
        row(Icon::Info, &book.guide.helps.title, Route::Helps),
        row(Icon::Question, &words.questions, Route::Questions),
        row(Icon::List, &words.tips, Route::Tips),
        Row { ruled: true, ..row(Icon::Calendar, &book.history.title, Route::History) },
        row(Icon::Document, &words.sheet, Route::Sheet),
        row(Icon::Sliders, &words.settings, Route::Settings),
        row(Icon::Shield, &book.words.about.title, Route::About),
    ]);
    rows
}

/// A page's mark and name, as they stand in the rows.
pub fn named(view: View<'_>, route: Route) -> (Mark, &str) {
    let row = rows(view).into_iter().find(|row| row.route == route).map(|row| (row.mark, row.title));
    row.unwrap_or((Mark::Icon(Icon::Warning), &view.model.book.words.nav.warning))
}

/// The way into the search: a square with its name.
fn search(view: View<'_>) -> Node<'_> {
    let name = view.model.book.find.search.open.as_str();
    view.icon_press(Icon::Search, name, Weight::Quiet, Some(Msg::Find(FindMsg::Open)))
}

/// The whole sidebar.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let nav = &view.model.book.words.nav;
    let small = TextRole { weight: FontWeight::Regular, ..metrics.small };
    let name = TextRole { size: metrics.h3.size + 2.0, ..metrics.h2 };
    let logo = Node::fixed(Vec2::splat(metrics.gap_36), move |ui, _| mark(ui, view, ui.max_rect()));
    let program = || view.words(name, Token::Ink, view.model.book.words.program.name.as_str()).grow();
    // Where the name and the search leave no room for it, the mark gives way.
    let line = Node::row([logo, program(), search(view)]).gap(metrics.gap_12).pads(metrics.gap_4, metrics.gap_4);
    let line = Some(line).filter(|line| line.narrowest(pane.ui) <= pane.width());
    let line = line.unwrap_or_else(|| Node::row([program(), search(view)]).gap(metrics.gap_4));
    let counts = [("n", &*view.model.read_count().to_string()), ("total", &*view.model.book.guide.sections.len().to_string())];
    let mut head = vec![line, begin(view, metrics.sidebar_begin)];
    // In a low window the rows are worth more than how many of them were read; each has its tick.
    if pane.ui.available_height() >= metrics.sidebar_count_from_height {
        let count = Node::row([
            view.words(small, Token::Ink2, nav.guide.as_str()),
            view.words(small, Token::Ink2, fill(&nav.read_count, &counts)),
        ])
        .apart()
        .gap(metrics.gap_8)
        .pads(metrics.gap_8, 0.0);
        head.push(count);
    }
    around_list(pane, Node::column(head).gap(metrics.gap_8), false);
}

/// The same rows as a sheet over the page, where there is no room for them beside it. `opens` when it was not there before.
pub fn sheet(pane: &mut Pane<'_, '_>, opens: bool) {
    let (view, metrics) = (pane.view, pane.metrics());
    let close = view.button(Weight::Secondary, view.model.book.words.nav.close.as_str()).height(metrics.button_small);
    let name = TextRole { size: metrics.h3.size + 2.0, ..metrics.h2 };
    let program = view.words(name, Token::Ink, view.model.book.words.program.name.as_str());
    let ways = Node::row([search(view), view.press(close, Msg::OpenMenu(false))]).gap(metrics.gap_8);
    let head = Node::wrap([program, ways]).apart();
    around_list(pane, head.gap(metrics.gap_12), opens);
}

/// What stands above the rows, the rows, and Warning signs under them. In a very low window the head scrolls with the
/// rows, so that a few of them always show.
fn around_list(pane: &mut Pane<'_, '_>, head: Node<'_>, opens: bool) {
    let metrics = pane.metrics();
    let foot = warning_row(pane.view);
    let below = foot.height_at(pane.ui, pane.width()) + metrics.gap_12;
    let room = pane.ui.available_height() - below - metrics.gap_8;
    let above = head.height_at(pane.ui, pane.width());
    if room - above < ROWS_AT_LEAST * metrics.sidebar_row_least {
        list(pane, below, opens, Some(head));
    } else {
        head.show(pane.ui, pane.out);
        pane.gap(metrics.gap_8);
        list(pane, below, opens, None);
    }
    foot.show(pane.ui, pane.out);
}

/// So many rows show at least under what stands above them.
const ROWS_AT_LEAST: f32 = 4.0;

/// The rows, as high as the window allows and never too low to hit; then they scroll, and the bar says so. They leave
/// `below` free. Where the list has just opened, the row of this page stands in the middle and has the keyboard. A head
/// scrolls with the rows.
fn list(pane: &mut Pane<'_, '_>, below: f32, opens: bool, mut head: Option<Node<'_>>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let rows = rows(view);
    let ruled = rows.iter().filter(|row| row.ruled).count() as f32 * (2.0 * metrics.gap_8 + metrics.border);
    let room = (pane.ui.available_height() - below).max(metrics.sidebar_row_least);
    // A row of two lines takes what it needs; the others share the rest.
    let needs = |row| go_row(view, row, 0.0, false).height_at(pane.ui, pane.width());
    let high: Vec<f32> = rows.iter().map(needs).filter(|&needed| needed > metrics.sidebar_row_least).collect();
    let fair = (room - ruled - high.iter().sum::<f32>()) / (rows.len() - high.len()).max(1) as f32;
    let height = fair.clamp(metrics.sidebar_row_least, metrics.sidebar_row);
    let scrolls = fair < metrics.sidebar_row_least || head.is_some();
    let bar = if scrolls { ScrollBarVisibility::AlwaysVisible } else { ScrollBarVisibility::VisibleWhenNeeded };
    let top = pane.ui.cursor().top();
    pane.part(
        |ui, contents| {
            let area = ScrollArea::vertical().id_salt("sections").max_height(room).auto_shrink([false, false]);
            ui.scope(|ui| {
                // A bar that lies over the rows would hide their ends, and show only while the mouse is there.
                ui.spacing_mut().scroll.floating = !scrolls;
                area.scroll_bar_visibility(bar).show(ui, |ui| contents(ui));
            });
        },
        |pane| {
            if let Some(head) = head.take() {
                head.show(pane.ui, pane.out);
                pane.gap(metrics.gap_8);
            }
            for row in &rows {
                if row.ruled {
                    pane.gap(metrics.gap_8);
                    frames::rule(pane.ui, view.kit.theme);
                    pane.gap(metrics.gap_8);
                }
                go_row(view, row, height, opens).show(pane.ui, pane.out);
            }
        },
    );
    pane.gap((top + room - pane.ui.cursor().top()).max(0.0) + metrics.gap_12);
}

/// The five stones, the warm one the low back.
pub fn mark(ui: &Ui, view: View<'_>, rect: Rect) {
    let theme = view.kit.theme;
    // The mark is the same in both looks: light stones on a dark ground.
    let (ground, stone) = if theme.is_dark() { (Token::PrimarySoft, Token::Ink) } else { (Token::Primary, Token::OnPrimary) };
    ui.painter().rect_filled(rect, radius(rect.width() * 0.24), theme.color(ground));
    let side = rect.width();
    // Middle x, middle y, width and tilt of each stone, as shares of the side; the fourth is the low back.
    let stones = [
        (0.56, 0.20, 0.30, 0.06),
        (0.52, 0.36, 0.40, -0.06),
        (0.48, 0.52, 0.46, 0.05),
        (0.47, 0.67, 0.50, -0.08),
        (0.51, 0.82, 0.54, -0.03),
    ];
    for (index, (x, y, wide, tilt)) in stones.into_iter().enumerate() {
        let middle = rect.min + vec2(x, y) * side;
        let half = vec2(wide * side / 2.0, -tilt * wide * side / 2.0);
        let token = if index == 3 { Token::Warm } else { stone };
        let thick = side * 0.115;
        ui.painter().line_segment([middle - half, middle + half], theme.line(thick, token));
        for end in [middle - half, middle + half] {
            ui.painter().circle_filled(end, thick / 2.0, theme.color(token));
        }
    }
}

/// "Begin a session", or the reason why it is off; it still answers, and then explains.
pub fn begin(view: View<'_>, height: f32) -> Node<'_> {
    let (label, open) = view.model.begin_label();
    let part = view.button(if open { Weight::Primary } else { Weight::Secondary }, label).height(height);
    view.press(if open { part.icon(Icon::Play) } else { part }, Msg::Begin)
}

fn go_row<'a>(view: View<'a>, row: &Row<'a>, height: f32, opens: bool) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.words.nav);
    let (mark, route) = (row.mark, row.route);
    let current = view.model.route == route;
    let read = matches!(route, Route::Section(index) if view.model.is_read(index));
    let name = match mark {
        Mark::Number(number) => fill(&words.step, &[("n", &number.to_string()), ("title", row.title)]),
        Mark::Icon(_) => row.title.to_owned(),
    };
    let name = if read { fill(&words.read, &[("title", &name)]) } else { name };
    let name = if current { fill(&words.current, &[("title", &name)]) } else { name };
    let ink = if current { Token::PrimaryInk } else { Token::Ink };
    let badge = Node::fixed(Vec2::splat(metrics.sidebar_badge), move |ui, _| {
        let rect = ui.max_rect();
        match mark {
            Mark::Number(number) => {
                let (ground, ink) = if current { (Token::Primary, Token::OnPrimary) } else { (Token::Track, Token::Ink2) };
                frames::badge(ui, kit, rect, &number.to_string(), ground, ink);
            }
            Mark::Icon(icon) => {
                let token = if current { Token::PrimaryInk } else { Token::Ink2 };
                kit.icons.paint(ui.painter(), icon, rect.shrink(2.0), kit.theme.color(token));
            }
        }
    });
    let role = if current { metrics.nav_on } else { metrics.nav };
    let mut parts = vec![badge, parts::paint(kit, role, ink, row.title).grow()];
    if read {
        parts.push(parts::icon(kit, Icon::Tick, metrics.icon, Token::Primary));
    }
    let inside = Node::row(parts).gap(metrics.gap_8 + 2.0).pads(metrics.gap_8, 0.0).least_height(height);
    inside.on(move |ui, rect, out| {
        let response = ui.interact(rect, ui.scope_id().with(("go", route.key())), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        mark_current(ui, &response, current);
        if current || response.hovered() {
            let token = if current { Token::PrimarySoft } else { Token::Line };
            ui.painter().rect_filled(rect, radius(metrics.radius_row), kit.theme.color(token));
        }
        // Inside the row: the next one begins where it ends.
        let ring = rect.shrink(metrics.focus_gap + metrics.focus_stroke);
        focus::ring(ui, kit.theme, &response, ring, metrics.radius_row - metrics.focus_gap);
        if current {
            panes::offer(ui, WindowHalf::Side, &response);
            if opens {
                response.scroll_to_me(Some(Align::Center));
                response.request_focus();
            }
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Msg::Go(route));
        }
    })
}

/// Says that a row stands for the page that shows. It is no toggle: pressing it does not turn it off.
fn mark_current(ui: &Ui, response: &Response, current: bool) {
    if current {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_aria_current(AriaCurrent::Page));
    }
}

fn warning_row(view: View<'_>) -> Node<'_> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.words.nav);
    let row = Node::row([
        parts::icon(kit, Icon::Warning, metrics.icon, Token::StopInk),
        parts::paint(kit, metrics.nav_on, Token::StopInk, &words.warning).grow(),
        parts::icon(kit, Icon::ChevronRight, metrics.icon, Token::StopInk),
    ]);
    row.gap(metrics.gap_12).pads(metrics.gap_12, metrics.gap_4).least_height(metrics.sidebar_warning).on(move |ui, rect, out| {
        let theme = kit.theme;
        let response = ui.interact(rect, ui.scope_id().with("warning"), Sense::click());
        let here = view.model.route == Route::Warning;
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words.warning));
        mark_current(ui, &response, here);
        let bordered = here || response.hovered() || theme.edge_without_tints().is_some();
        let line = if bordered { Token::StopInk } else { Token::StopSoft };
        let stroke = theme.line(metrics.control_border, line);
        ui.painter().rect(rect, radius(metrics.radius_row), theme.color(Token::StopSoft), stroke, StrokeKind::Inside);
        focus::ring(ui, theme, &response, rect, metrics.radius_row);
        // The last row takes the keyboard where no other one is current.
        panes::offer(ui, WindowHalf::Side, &response);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Msg::Go(Route::Warning));
        }
    })
}

/// The bar of the narrow layouts: menu, where one is, begin, warning signs. `closed` when the menu was put away just now.
pub fn top_bar(pane: &mut Pane<'_, '_>, closed: bool) {
    let (view, class, metrics) = (pane.view, pane.class, pane.metrics());
    let words = &view.model.book.words;
    let square = Vec2::splat(metrics.gap_48);
    let menu = Node::fixed(square, move |ui, out| {
        let menu = button::icon_button(ui, view.kit, Icon::Menu, &words.nav.menu, Weight::Secondary, metrics.gap_48);
        panes::offer(ui, WindowHalf::Side, &menu);
        if closed {
            menu.request_focus();
        }
        if menu.clicked() {
            out.push(Msg::OpenMenu(true));
        }
    });
    let warning = Node::fixed(square, move |ui, out| warning_square(ui, view, out));
    let begin = begin(view, metrics.gap_48);
    let width = pane.width() - 2.0 * metrics.gap_16;
    let squares = 2.0 * (metrics.gap_48 + metrics.gap_12);
    // Elsewhere the menu has the search.
    let searches = where_now(view).narrowest(pane.ui) + begin.widest(pane.ui) + squares + metrics.button_small;
    let bar = if class >= WidthClass::Bar && searches + 2.0 * metrics.gap_12 <= width {
        Node::row([menu, where_now(view), search(view), begin, warning])
    } else if class >= WidthClass::Bar {
        Node::row([menu, where_now(view), begin, warning])
    } else if begin.narrowest(pane.ui) + squares <= width {
        Node::row([menu, begin.grow(), warning])
    } else {
        Node::column([Node::row([menu, Node::spring(), warning]), begin])
    };
    let bar = bar.gap(metrics.gap_12);
    let frame = Frame::new()
        .fill(view.kit.theme.color(Token::Sidebar))
        .inner_margin(Margin::symmetric(metrics.gap_16 as i8, metrics.gap_8 as i8));
    let height = bar.height_at(pane.ui, width) + 2.0 * metrics.gap_8;
    let out = &mut *pane.out;
    Panel::top("bar").exact_size(height.max(metrics.top_bar)).resizable(false).show_separator_line(true).frame(frame).show(
        pane.ui,
        |ui| {
            landmark(ui, Role::Navigation, &words.nav.guide);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let rect = ui.available_rect_before_wrap();
                bar.show_in(ui, rect, out);
            });
        },
    );
}

/// Which page this is; it says so again, large, at its top.
fn where_now(view: View<'_>) -> Node<'_> {
    let metrics = view.metrics();
    let role = TextRole { weight: FontWeight::Semibold, ..metrics.h3 };
    view.words(role, Token::Ink, view.model.title()).grow()
}

fn warning_square(ui: &mut Ui, view: View<'_>, out: &mut crate::ui::Messages) {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    let (rect, response): (Rect, _) = ui.allocate_exact_size(vec2(metrics.gap_48, metrics.gap_48), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &view.model.book.words.nav.warning));
    ui.painter().rect_filled(rect, radius(metrics.radius_button), theme.color(Token::StopSoft));
    view.kit.icons.paint(ui.painter(), Icon::Warning, rect.shrink(metrics.gap_12), theme.color(Token::StopInk));
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    if button::tip(response, &view.model.book.words.nav.warning).on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(Msg::Go(Route::Warning));
    }
}
