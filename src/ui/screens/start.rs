//! Start here: the main message, today's card, the eight steps, and what the guide is about.

use eframe::egui::{Align, Color32, CursorIcon, Layout, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::{MovementMsg, Msg, Route, Slot},
    content::fill,
    drawing::Token,
    session::WarmUp,
    ui::{
        Messages, View,
        frame::Room,
        screens::{self, blocks},
        sidebar,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            progress,
            stage::Stage,
            text,
        },
    },
};

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let page = &view.model.book.guide.start;
    screens::title(ui, view, &page.title);
    screens::lead(ui, view, &page.lead.text);
    if let Some(nudge) = view.model.nudge() {
        screens::history::nudge_note(ui, view, nudge);
        ui.add_space(metrics.gap_16);
    }
    today(ui, view, room, out);
    ui.add_space(metrics.gap_16);
    steps(ui, view, room, out);
    ui.add_space(metrics.gap_16);
    frames::note(ui, view.kit, Icon::Info, &page.caution_lead, &page.caution.text);
    ui.add_space(metrics.gap_16);
    blocks::show(ui, view, room, "start", &page.blocks, out);
}

/// Today's card: what a session would be, how many are done, and the way in.
fn today(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.start);
    let slot = view.model.slot();
    let title = slot.as_ref().map_or(words.ready.as_str(), |slot| slot.title);
    let line = slot.as_ref().map_or_else(|| view.model.ready_line(), |slot| slot.detail.clone());
    let whole = ui.available_width();
    // Two buttons need more of the card than one; in a narrow one they take all of it.
    let text_share = match (room, &slot) {
        (Room::Column, _) | (Room::Bar, Some(_)) => 1.0,
        (Room::Wide, Some(_)) => 0.62,
        (_, None) => 0.45,
    };
    let text_width = whole * text_share;
    let pad = metrics.gap_28 - 2.0;
    // A long reason makes the card higher; nothing of it may hang over what comes next.
    let lines = [(metrics.h2, title), (metrics.body, line.as_str())];
    let lines: f32 = lines
        .map(|(role, words)| text::wrapped(ui, theme, role, Token::Ink, words, text_width - 2.0 * pad).size().y)
        .iter()
        .sum();
    let parts = metrics.gap_8 + metrics.gap_12 + metrics.gap_28 + metrics.gap_20 + metrics.button + metrics.gap_4;
    let height = (metrics.stage_height - metrics.gap_8).max(lines + parts + 2.0 * pad);
    let (rect, _) = ui.allocate_exact_size(vec2(whole, height), Sense::hover());
    // Where there is no session the figure walks: that is what stays open.
    let scene = match &slot {
        Some(slot) if slot.moves => view.model.warm_up_text(WarmUp::Walk).map(|text| text.figure.scene.as_str()),
        _ => view.model.session_position_text().map(|text| text.figure.scene.as_str()),
    };
    let scene = scene.unwrap_or("rest");
    let shown = view.shown(scene);
    let stage = Stage {
        scene,
        shown: &shown,
        description: "",
        labels: &[],
        above: metrics.gap_28,
        below: metrics.gap_36,
        corner: metrics.radius_card,
        across: 1.0,
    };
    // The ground is the whole card; the figure keeps to the part that the words leave.
    stage.paint_ground(ui, view.kit, rect);
    if text_share < 1.0 {
        let part = Rect::from_min_max(pos2(rect.left() + text_width, rect.top()), rect.max);
        stage.paint_figure(ui, view.kit, part);
    }
    let inner = Rect::from_min_size(rect.min, vec2(text_width, height)).shrink(pad);
    frames::placed(ui, inner, |ui| {
        text::heading(ui, theme, metrics.h2, 2, title);
        ui.add_space(metrics.gap_8);
        text::show(ui, theme, metrics.body, Token::Ink2, &line);
        ui.add_space(metrics.gap_12);
        ui.horizontal(|ui| {
            let (done, most) = view.model.today();
            progress::limit_dots(ui, view.kit, done, most);
            ui.add_space(metrics.gap_4);
            let today = fill(&words.today, &[("n", &done.to_string()), ("most", &most.to_string())]);
            text::show(ui, theme, metrics.strong, Token::Ink, &today);
        });
        ui.add_space(metrics.gap_20);
        ways_on(ui, view, slot.as_ref(), out);
    });
}

/// Into a session where one is open; into easy movement where it is not, or not yet.
fn ways_on(ui: &mut Ui, view: View<'_>, slot: Option<&Slot<'_>>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.gates.start);
    let (width, height) = (metrics.session_side * 0.62, metrics.button + metrics.gap_4);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_8);
        if slot.is_none_or(|slot| slot.begins) {
            sidebar::begin(ui, view, width, height, out);
        }
        let Some(slot) = slot else { return };
        if slot.emergency {
            let signs = Button::new(view.kit, Weight::Primary, &words.emergency_see).icon(Icon::Phone);
            if signs.height(height).show(ui, view.kit).clicked() {
                out.push(Msg::Go(Route::Warning));
            }
        }
        if slot.moves {
            let weight = if slot.begins { Weight::Secondary } else { Weight::Primary };
            let start = Button::new(view.kit, weight, &words.warm_up).icon(Icon::Play).height(height);
            if start.show(ui, view.kit).clicked() {
                out.push(Msg::Movement(MovementMsg::Begin));
            }
        }
        if slot.limit {
            let why = Button::new(view.kit, Weight::Quiet, &words.why).height(height);
            if why.show(ui, view.kit).clicked() {
                out.push(Msg::Go(Route::Questions));
                let shut = |index: &usize| !view.model.open_questions.contains(index);
                out.extend(view.model.limit_question().filter(shut).map(Msg::ToggleQuestion));
            }
        }
    });
}

/// The eight steps as cards, with what is read, and the next one to read.
fn steps(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.start);
    let sections = &view.model.book.guide.sections;
    let row = vec2(ui.available_width(), metrics.button_small);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        text::heading(ui, theme, metrics.h2, 2, &words.steps_title);
        if let Some(next) = view.model.next_unread().filter(|_| room != Room::Column) {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = fill(&words.next, &[("title", &sections[next].title)]);
                if Button::new(view.kit, Weight::Quiet, &label)
                    .height(metrics.button_small)
                    .trailing(Icon::ChevronRight)
                    .show(ui, view.kit)
                    .clicked()
                {
                    out.push(Msg::Go(Route::Section(next)));
                }
            });
        }
    });
    ui.add_space(metrics.gap_8);
    let columns = if room == Room::Column { 2 } else { 4 };
    let gap = metrics.gap_12;
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    for row in (0..sections.len()).collect::<Vec<_>>().chunks(columns) {
        ui.horizontal_top(|ui| {
            for (column, &index) in row.iter().enumerate() {
                if column > 0 {
                    ui.add_space(gap);
                }
                if step_card(ui, view, index, width).clicked() {
                    out.push(Msg::Go(Route::Section(index)));
                }
            }
        });
        ui.add_space(gap);
    }
}

fn step_card(ui: &mut Ui, view: View<'_>, index: usize, width: f32) -> Response {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words);
    let section = &view.model.book.guide.sections[index];
    let read = view.model.is_read(index);
    let left = metrics.gap_48 + metrics.gap_8;
    let role = crate::ui::metrics::TextRole { line: metrics.nav_on.line - 1.0, ..metrics.strong };
    let title = text::wrapped(ui, theme, role, Token::Ink, &section.title, width - left - metrics.gap_8);
    let tagline = text::wrapped(ui, theme, metrics.meta, Token::Ink2, &section.tagline, width - left - metrics.gap_8);
    let height = metrics.gap_48 * 2.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let number = (index + 1).to_string();
    let name = fill(&words.start.step_name, &[("n", &number), ("title", &section.title), ("tagline", &section.tagline)]);
    let name = if read { fill(&words.nav.read, &[("title", &name)]) } else { name };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    ui.painter().add(theme.card_shadow().as_shape(rect, radius(metrics.radius_card)));
    let fill_token = if response.hovered() { Token::Sunk } else { Token::Surface };
    ui.painter().rect(
        rect,
        radius(metrics.radius_card),
        theme.color(fill_token),
        theme.line(metrics.border, Token::Line),
        StrokeKind::Inside,
    );
    let badge = Rect::from_min_size(
        rect.min + vec2(metrics.gap_16, metrics.gap_16 - 2.0),
        vec2(metrics.gap_28 + 2.0, metrics.gap_28 + 2.0),
    );
    if read {
        ui.painter().circle_filled(badge.center(), badge.width() / 2.0, theme.color(Token::Primary));
        view.kit.icons.paint(ui.painter(), Icon::Tick, badge.shrink(6.0), theme.color(Token::OnPrimary));
    } else {
        frames::badge(ui, view.kit, badge, &number, Token::PrimarySoft, Token::PrimaryInk);
    }
    let top = rect.top() + metrics.gap_12;
    let below = top + title.size().y + metrics.gap_4;
    ui.painter().galley(pos2(rect.left() + left, top), title, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.left() + left, below), tagline, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_card);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
