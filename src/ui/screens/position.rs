//! Find your position: four cards as tabs for the large figure, a star for the preferred one, and the steps.

use eframe::egui::{Align, Color32, CursorIcon, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::{
    app::{Msg, PositionTab, Route},
    content::{PositionText, fill},
    drawing::Token,
    session::Position,
    settings::BodySide,
    ui::{
        Messages, View,
        frame::Room,
        screens::blocks,
        theme::radius,
        widgets::{
            bullets,
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            segmented,
            stage::Stage,
            text,
        },
    },
};

/// Cards, figure, steps, and who it is not for.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    cards(ui, view, room, out);
    ui.add_space(view.kit.theme.metrics.gap_4);
    details(ui, view, room, out);
}

/// Figure, steps, and who it is not for, of the position that shows.
pub fn details(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.position);
    let Some(position) = view.model.shown_position_text() else { return };
    if room == Room::Wide {
        let gap = metrics.gap_24;
        let side = metrics.session_side - metrics.gap_36;
        let width = ui.available_width() - side - gap;
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(width, metrics.stage_height), |ui| {
                ui.set_width(width);
                picture(ui, view, position, out);
            });
            ui.add_space(gap);
            ui.vertical(|ui| {
                ui.set_width(side);
                steps(ui, view, position, out);
            });
        });
    } else {
        picture(ui, view, position, out);
        ui.add_space(metrics.gap_12);
        prefer_button(ui, view, position, out);
        ui.add_space(metrics.gap_12);
        steps(ui, view, position, out);
    }
    ui.add_space(metrics.gap_16);
    frames::note(ui, view.kit, Icon::Warning, &words.not_for, &position.not_for.text);
    ui.add_space(metrics.gap_16);
}

/// "Prefer this", where the cards have no room for their star.
fn prefer_button(ui: &mut Ui, view: View<'_>, position: &PositionText, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.position);
    let shown = view.model.shown_position;
    let preferred = view.model.settings.preferred_position == Some(shown);
    let (icon, label) = if preferred { (Icon::StarFilled, &words.preferred) } else { (Icon::Star, &words.prefer) };
    let name = fill(&words.prefer_name, &[("name", &position.name)]);
    let star = Button::new(view.kit, Weight::Secondary, label).icon(icon).name(&name).selected(preferred);
    if star.height(metrics.button_small).show(ui, view.kit).clicked() {
        out.push(Msg::Prefer(shown));
    }
}

/// The position, or the way into it or out of it as a row of pictures.
fn picture(ui: &mut Ui, view: View<'_>, position: &PositionText, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.position);
    let (title, scenes, steps) = match view.model.position_tab {
        PositionTab::SetUp => {
            // Drawn with the right side up; the sore side goes up.
            let model = view.model;
            let turned = model.shown_position == Position::Side && model.settings.sore_side == Some(BodySide::Left);
            return blocks::picture_turned(ui, view, &position.figure, turned, out);
        }
        PositionTab::GetDown => (&words.get_down, &position.get_down_scenes, &position.get_down),
        PositionTab::GetUp => (&words.get_up, &position.get_up_scenes, &position.get_up),
    };
    let rows = if scenes.len() > 3 { 2 } else { 1 };
    let columns = scenes.len().div_ceil(rows).max(1);
    let gap = metrics.gap_8;
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, metrics.stage_height), Sense::hover());
    let steps: Vec<&str> = steps.iter().map(|step| step.text.as_str()).collect();
    let description = format!("{title}: {}", steps.join(" "));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &description));
    ui.painter().rect_filled(rect, radius(metrics.radius_card), theme.color(Token::Sunk));
    let inner = rect.shrink(gap);
    let cell = vec2(
        (inner.width() - gap * (columns as f32 - 1.0)) / columns as f32,
        (inner.height() - gap * (rows as f32 - 1.0)) / rows as f32,
    );
    for (index, scene) in scenes.iter().enumerate() {
        let place = vec2((index % columns) as f32 * (cell.x + gap), (index / columns) as f32 * (cell.y + gap));
        let shown = view.shown(scene);
        let stage = Stage {
            scene,
            shown: &shown,
            description: "",
            labels: &[],
            above: metrics.gap_4,
            below: metrics.gap_12,
            corner: metrics.radius_thumb,
            across: 0.5,
        };
        stage.paint(ui, view.kit, Rect::from_min_size(inner.min + place, cell));
    }
}

/// The four cards; two in a row where it is narrow.
pub fn cards(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let columns = if room == Room::Column { 2 } else { 4 };
    let gap = metrics.gap_12;
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    // The guide shows all four to read about; a session offers those that suit the person.
    let in_session = view.model.route == Route::Session;
    let offered = Position::ALL.into_iter().filter(|&position| !in_session || view.model.offers(position));
    let mut shown = Vec::new();
    for row in offered.collect::<Vec<_>>().chunks(columns) {
        ui.horizontal_top(|ui| {
            for (column, &position) in row.iter().enumerate() {
                if column > 0 {
                    ui.add_space(gap);
                }
                shown.extend(card(ui, view, room, position, width, out));
            }
        });
        ui.add_space(gap);
    }
    focus::arrows(ui, &shown);
}

fn card(ui: &mut Ui, view: View<'_>, room: Room, position: Position, width: f32, out: &mut Messages) -> Option<Response> {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let words = view.model.position_text(position)?;
    let compact = room != Room::Wide;
    let thumb_height = if compact { metrics.position_thumb * 0.6 } else { metrics.position_thumb };
    let height = if compact { thumb_height + metrics.gap_48 } else { metrics.position_card_height };
    let selected = view.model.shown_position == position;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    name(view, position, words, selected, &response);
    ground(ui, view, rect, selected, response.hovered());
    let pad = metrics.gap_8 + 1.0;
    let thumb = Rect::from_min_size(rect.min + vec2(pad, pad), vec2(width - 2.0 * pad, thumb_height));
    let shown = view.shown(&words.figure.scene);
    let below = if position == Position::Side { 0.0 } else { metrics.gap_12 };
    Stage {
        scene: &words.figure.scene,
        shown: &shown,
        description: "",
        labels: &[],
        above: metrics.gap_4,
        below,
        corner: metrics.radius_thumb,
        across: 0.5,
    }
    .paint(ui, view.kit, thumb);
    let left = rect.left() + metrics.gap_16;
    let preferred = view.model.settings.preferred_position == Some(position);
    if height < metrics.position_card_height {
        // A short card: star and name in one line.
        let galley = text::line(ui, theme, metrics.nav_on, Token::Ink, &words.name);
        let star = if preferred { metrics.icon } else { 0.0 };
        let at = pos2(rect.center().x - (galley.size().x - star) / 2.0, thumb.bottom() + metrics.gap_4 + 2.0);
        if preferred {
            let square = Rect::from_min_size(at - vec2(metrics.icon + metrics.gap_4, -1.0), vec2(star, star));
            view.kit.icons.paint(ui.painter(), Icon::StarFilled, square, theme.color(Token::Primary));
        }
        ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    } else {
        let name = text::line(ui, theme, metrics.h3, Token::Ink, &words.name);
        ui.painter().galley(pos2(left, thumb.bottom() + metrics.gap_4), name, Color32::PLACEHOLDER);
        let tagline = text::line(ui, theme, metrics.meta, Token::Ink2, &words.tagline);
        ui.painter().galley(pos2(left, thumb.bottom() + metrics.gap_28 + 4.0), tagline, Color32::PLACEHOLDER);
        let toggle = Rect::from_min_max(
            pos2(left - metrics.gap_8, thumb.bottom() + metrics.gap_48 + 8.0),
            rect.max - vec2(metrics.gap_12, metrics.gap_4),
        );
        if prefer(ui, view, words, preferred, toggle).clicked() {
            out.push(Msg::Prefer(position));
        }
    }
    focus::ring(ui, theme, &response, rect, metrics.radius_card);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.clicked() {
        out.push(Msg::ShowPosition(position));
    }
    Some(response)
}

fn name(view: View<'_>, position: Position, text: &PositionText, selected: bool, response: &Response) {
    let words = &view.model.book.words.position;
    let preferred = view.model.settings.preferred_position == Some(position);
    let pattern = if preferred { &words.card_name_preferred } else { &words.card_name };
    let number = Position::ALL.iter().position(|&other| other == position).map_or(0, |index| index + 1);
    let values = [("name", text.name.as_str()), ("n", &number.to_string()), ("total", "4"), ("tagline", &text.tagline)];
    let name = fill(pattern, &values);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, selected, &name));
}

fn ground(ui: &Ui, view: View<'_>, rect: Rect, selected: bool, hovered: bool) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let shadow = if selected { theme.selected_shadow() } else { theme.card_shadow() };
    ui.painter().add(shadow.as_shape(rect, radius(metrics.radius_card)));
    let stroke = match (selected, hovered) {
        (true, _) => theme.line(metrics.selected_border, Token::Primary),
        (false, true) => theme.line(metrics.control_border, Token::Control),
        (false, false) => theme.line(metrics.border, Token::Line),
    };
    ui.painter().rect(rect, radius(metrics.radius_card), theme.color(Token::Surface), stroke, eframe::egui::StrokeKind::Inside);
}

/// The star and its word: a toggle of its own on the card.
fn prefer(ui: &mut Ui, view: View<'_>, text: &PositionText, preferred: bool, rect: Rect) -> Response {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.position);
    let response = ui.interact(rect, ui.scope_id().with(("prefer", &text.id)), Sense::click());
    let name = fill(&words.prefer_name, &[("name", &text.name)]);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, preferred, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius(metrics.radius_row), theme.color(Token::PrimarySoft));
    }
    let square = Rect::from_center_size(pos2(rect.left() + metrics.gap_20, rect.center().y), vec2(metrics.icon, metrics.icon));
    let (icon, label) = if preferred { (Icon::StarFilled, &words.preferred) } else { (Icon::Star, &words.prefer) };
    view.kit.icons.paint(ui.painter(), icon, square, theme.color(Token::PrimaryInk));
    let role = crate::ui::metrics::TextRole { size: metrics.meta.size, line: metrics.meta.line, ..metrics.nav_on };
    let galley = text::line(ui, theme, role, Token::PrimaryInk, label);
    ui.painter().galley(
        pos2(square.right() + metrics.gap_8, rect.center().y - galley.size().y / 2.0),
        galley,
        Color32::PLACEHOLDER,
    );
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Set up, get down, get up.
fn steps(ui: &mut Ui, view: View<'_>, position: &PositionText, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.position);
    let tabs = [PositionTab::SetUp, PositionTab::GetDown, PositionTab::GetUp];
    let labels = [words.set_up.as_str(), words.get_down.as_str(), words.get_up.as_str()];
    let current = tabs.iter().position(|&tab| tab == view.model.position_tab).unwrap_or(0);
    let width = ui.available_width();
    if let Some(picked) = segmented::show(ui, view.kit, &words.tabs, &labels, current, width) {
        out.push(Msg::ShowTab(tabs[picked]));
    }
    ui.add_space(metrics.gap_12);
    let passages = match view.model.position_tab {
        PositionTab::SetUp => &position.set_up,
        PositionTab::GetDown => &position.get_down,
        PositionTab::GetUp => &position.get_up,
    };
    ui.scope_builder(UiBuilder::new().layout(Layout::top_down(Align::Min)), |ui| {
        bullets::steps(ui, view.kit, passages.iter().map(|passage| passage.text.as_str()));
    });
}
