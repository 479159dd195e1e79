//! The way around: the guide's sections with their ticks, the other pages, and Warning signs, always last.
//!
//! Where the window is narrow the same list opens as a sheet from the top bar. Invariant: Warning signs is
//! always in view, as a row here or as an icon in the bar.

use eframe::egui::{
    Align, Color32, CursorIcon, Frame, Layout, Margin, Panel, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use crate::{
    app::{Msg, Route},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        frame::Room,
        keys::panes::{self, Pane},
        metrics::{TextRole, Weight as FontWeight},
        theme::radius,
        widgets::{
            button::{self, Button, Weight},
            focus, frames,
            icon::Icon,
            text,
        },
    },
};

enum Mark {
    Number(usize),
    Icon(Icon),
}

/// The whole sidebar.
pub fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.nav);
    let small = TextRole { weight: FontWeight::Regular, ..metrics.small };
    ui.add_space(metrics.gap_4);
    brand(ui, view);
    ui.add_space(metrics.gap_12 + 2.0);
    begin(ui, view, ui.available_width(), metrics.sidebar_begin, out);
    ui.add_space(metrics.gap_12);
    let below = metrics.sidebar_warning + metrics.gap_12;
    let list_height = (ui.available_height() - below).max(metrics.sidebar_row);
    ScrollArea::vertical().id_salt("sections").max_height(list_height).auto_shrink([false, false]).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.add_space(metrics.gap_12 - 2.0);
            text::show(ui, view.kit.theme, small, Token::Ink2, &words.guide);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(metrics.gap_12 - 2.0);
                let total = view.model.book.guide.sections.len();
                let count =
                    fill(&words.read_count, &[("n", &view.model.read_count().to_string()), ("total", &total.to_string())]);
                text::show(ui, view.kit.theme, small, Token::Ink2, &count);
            });
        });
        ui.add_space(metrics.gap_4);
        go_row(ui, view, Mark::Icon(Icon::Book), &words.start, Route::Start, out);
        for index in 0..view.model.book.guide.sections.len() {
            let title = &view.model.book.guide.sections[index].title;
            go_row(ui, view, Mark::Number(index + 1), title, Route::Section(index), out);
        }
        go_row(ui, view, Mark::Icon(Icon::Info), &view.model.book.guide.helps.title, Route::Helps, out);
        go_row(ui, view, Mark::Icon(Icon::Question), &words.questions, Route::Questions, out);
        go_row(ui, view, Mark::Icon(Icon::List), &words.tips, Route::Tips, out);
        ui.add_space(metrics.gap_8);
        frames::rule(ui, view.kit.theme);
        ui.add_space(metrics.gap_8);
        go_row(ui, view, Mark::Icon(Icon::Calendar), &view.model.book.history.title, Route::History, out);
        go_row(ui, view, Mark::Icon(Icon::Document), &words.sheet, Route::Sheet, out);
        go_row(ui, view, Mark::Icon(Icon::Sliders), &words.settings, Route::Settings, out);
        go_row(ui, view, Mark::Icon(Icon::Document), &view.model.book.guide.sources.title, Route::Sources, out);
    });
    ui.add_space((ui.available_height() - metrics.sidebar_warning).max(0.0));
    warning_row(ui, view, out);
}

/// Mark and name of the program.
fn brand(ui: &mut Ui, view: View<'_>) {
    let metrics = &view.kit.theme.metrics;
    ui.horizontal(|ui| {
        ui.add_space(metrics.gap_4);
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(metrics.gap_36), Sense::hover());
        mark(ui, view, rect);
        ui.add_space(metrics.gap_12);
        let role = TextRole { size: metrics.h3.size + 2.0, ..metrics.h2 };
        text::show(ui, view.kit.theme, role, Token::Ink, &view.model.book.words.program.name);
    });
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
pub fn begin(ui: &mut Ui, view: View<'_>, width: f32, height: f32, out: &mut Messages) {
    let (label, open) = view.model.begin_label();
    let mut part =
        Button::new(view.kit, if open { Weight::Primary } else { Weight::Secondary }, &label).height(height).width(width);
    if open {
        part = part.icon(Icon::Play);
    }
    if part.show(ui, view.kit).clicked() {
        out.push(Msg::Begin);
    }
}

fn go_row(ui: &mut Ui, view: View<'_>, mark: Mark, title: &str, route: Route, out: &mut Messages) {
    let current = view.model.route == route;
    let read = matches!(route, Route::Section(index) if view.model.is_read(index));
    if row(ui, view, mark, title, current, read).clicked() {
        out.push(Msg::Go(route));
    }
}

fn row(ui: &mut Ui, view: View<'_>, mark: Mark, title: &str, current: bool, read: bool) -> Response {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.nav);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), metrics.sidebar_row), Sense::click());
    let name = match &mark {
        Mark::Number(number) => fill(&words.step, &[("n", &number.to_string()), ("title", title)]),
        Mark::Icon(_) => title.to_owned(),
    };
    let name = if read { fill(&words.read, &[("title", &name)]) } else { name };
    let name = if current { fill(&words.current, &[("title", &name)]) } else { name };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, &name));
    if current || response.hovered() {
        let token = if current { Token::PrimarySoft } else { Token::Line };
        ui.painter().rect_filled(rect, radius(metrics.radius_row), theme.color(token));
    }
    let badge = Rect::from_center_size(
        pos2(rect.left() + metrics.gap_12 + metrics.gap_8 + 2.0, rect.center().y),
        Vec2::splat(metrics.sidebar_badge),
    );
    let ink = if current { Token::PrimaryInk } else { Token::Ink };
    match mark {
        Mark::Number(number) => {
            let (ground, ink) = if current { (Token::Primary, Token::OnPrimary) } else { (Token::Track, Token::Ink2) };
            frames::badge(ui, view.kit, badge, &number.to_string(), ground, ink);
        }
        Mark::Icon(icon) => {
            let token = if current { Token::PrimaryInk } else { Token::Ink2 };
            view.kit.icons.paint(ui.painter(), icon, badge.shrink(2.0), theme.color(token));
        }
    }
    let role = if current { metrics.nav_on } else { metrics.nav };
    let galley = text::line(ui, theme, role, ink, title);
    ui.painter().galley(
        pos2(badge.right() + metrics.gap_8 + 2.0, rect.center().y - galley.size().y / 2.0),
        galley,
        Color32::PLACEHOLDER,
    );
    if read {
        let tick = Rect::from_center_size(pos2(rect.right() - metrics.gap_20, rect.center().y), Vec2::splat(metrics.icon));
        view.kit.icons.paint(ui.painter(), Icon::Tick, tick, theme.color(Token::Primary));
    }
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    if current {
        panes::offer(ui, Pane::Side, &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn warning_row(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.nav);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), metrics.sidebar_warning), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, view.model.route == Route::Warning, &words.warning));
    ui.painter().rect_filled(rect, radius(metrics.radius_row), theme.color(Token::StopSoft));
    if view.model.route == Route::Warning || response.hovered() {
        ui.painter().rect_stroke(
            rect,
            radius(metrics.radius_row),
            theme.line(metrics.control_border, Token::StopInk),
            eframe::egui::StrokeKind::Inside,
        );
    }
    let ink = theme.color(Token::StopInk);
    let at = |x: f32| Rect::from_center_size(pos2(x, rect.center().y), Vec2::splat(metrics.icon));
    view.kit.icons.paint(ui.painter(), Icon::Warning, at(rect.left() + metrics.gap_24), ink);
    let galley = text::line(ui, theme, metrics.nav_on, Token::StopInk, &words.warning);
    ui.painter().galley(
        pos2(rect.left() + metrics.gap_48 - 4.0, rect.center().y - galley.size().y / 2.0),
        galley,
        Color32::PLACEHOLDER,
    );
    view.kit.icons.paint(ui.painter(), Icon::ChevronRight, at(rect.right() - metrics.gap_20), ink);
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    // The last row takes the keyboard where no other one is current.
    panes::offer(ui, Pane::Side, &response);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(Msg::Go(Route::Warning));
    }
}

/// The bar of the narrow layouts: menu, where one is, begin, warning signs.
pub fn top_bar(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words);
    let frame = Frame::new().fill(theme.color(Token::Sidebar)).inner_margin(Margin::symmetric(metrics.gap_16 as i8, 0));
    Panel::top("bar").exact_size(metrics.top_bar).resizable(false).show_separator_line(true).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let menu = button::icon_button(ui, view.kit, Icon::Menu, &words.nav.menu, Weight::Secondary, metrics.gap_48);
            panes::offer(ui, Pane::Side, &menu);
            if menu.clicked() {
                out.push(Msg::OpenMenu(true));
            }
            ui.add_space(metrics.gap_12);
            if room == Room::Bar {
                where_now(ui, view);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                warning_square(ui, view, out);
                ui.add_space(metrics.gap_12);
                let width = if room == Room::Bar { metrics.session_side * 0.62 } else { ui.available_width() - metrics.gap_12 };
                begin(ui, view, width, metrics.button_small, out);
            });
        });
    });
}

/// Which section this is; other pages say it themselves.
fn where_now(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words);
    let Route::Section(index) = view.model.route else { return };
    let total = view.model.book.guide.sections.len();
    let step = fill(&words.section.step_of, &[("n", &(index + 1).to_string()), ("total", &total.to_string())]);
    let height = metrics.small.line + metrics.h3.line;
    ui.allocate_ui_with_layout(vec2(metrics.session_side * 0.7, height), Layout::top_down(Align::Min), |ui| {
        text::show(ui, theme, TextRole { weight: FontWeight::Regular, ..metrics.small }, Token::Ink2, &step);
        let title = text::title(ui, theme, metrics.h3, view.model.title());
        if view.model.page_is_new {
            title.request_focus();
        }
    });
}

fn warning_square(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(metrics.gap_48), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &view.model.book.words.nav.warning));
    ui.painter().rect_filled(rect, radius(metrics.radius_button), theme.color(Token::StopSoft));
    view.kit.icons.paint(ui.painter(), Icon::Warning, rect.shrink(metrics.gap_12), theme.color(Token::StopInk));
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    if response.on_hover_text(&view.model.book.words.nav.warning).on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(Msg::Go(Route::Warning));
    }
}
