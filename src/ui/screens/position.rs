//! Find your position: four cards as tabs for the large figure, a star for the preferred one, and the steps.

use eframe::egui::{Role, WidgetInfo, vec2};

use crate::{
    app::{Msg, PositionTab, ReadAloud, Route, SuitsMsg},
    content::{PositionText, fill, plain},
    drawing::Token,
    session::Position,
    settings::BodySide,
    ui::{
        View,
        layout::{
            Node,
            parts::{self, Tile},
        },
        metrics::TextRole,
        pane::Pane,
        read_aloud,
        screens::blocks::{self, Shown},
        theme::radius,
        widgets::{bullets, button::Weight, focus, icon::Icon, segmented, stage::Stage},
        width_class::WidthClass,
    },
};

/// Cards, figure, steps, and who it is not for; `rest` shows the other half of a page beside or under them.
pub fn show(pane: &mut Pane<'_, '_>, rest: impl Fn(&mut Pane<'_, '_>, Shown)) {
    offer(pane);
    cards(pane);
    if pane.class < WidthClass::Broad {
        details(pane);
        return rest(pane, Shown::Explains);
    }
    pane.beside(
        |pane| {
            picture(pane);
            rest(pane, Shown::Acts);
        },
        |pane| {
            steps(pane);
            not_for(pane);
            rest(pane, Shown::Explains);
        },
    );
}

/// "Which position suits me?": the way into the questions.
pub fn offer(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let button = view.button(Weight::Secondary, &view.model.book.find.suits.offer).icon(Icon::Question);
    let button = button.height(view.metrics().button_small);
    pane.put(Node::wrap([view.press(button, Msg::Suits(SuitsMsg::Open))]));
}

/// Figure, steps, and who it is not for, of the position that shows.
pub fn details(pane: &mut Pane<'_, '_>) {
    let metrics = pane.metrics();
    if pane.class < WidthClass::Wide {
        picture(pane);
        steps(pane);
        return not_for(pane);
    }
    let side = metrics.session_side - metrics.gap_36;
    pane.sides(side, metrics.gap_24, picture, steps);
    not_for(pane);
}

fn not_for(pane: &mut Pane<'_, '_>) {
    let Some(position) = pane.view.model.shown_position_text() else { return };
    pane.note(Icon::Warning, &pane.view.model.book.words.position.not_for, &position.not_for.text);
}

/// The position, or the way into it or out of it as a grid of pictures.
fn picture(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let Some(position) = view.model.shown_position_text() else { return };
    let (title, scenes, steps) = match view.model.position_tab {
        PositionTab::SetUp => {
            // Drawn with the right side up; the sore side goes up.
            let model = view.model;
            let turned = model.shown_position == Position::Side && model.settings.sore_side == Some(BodySide::Left);
            return blocks::picture(pane, &position.figure, turned);
        }
        PositionTab::GetDown => (ways(view).0, &position.get_down_scenes, &position.get_down),
        PositionTab::GetUp => (ways(view).1, &position.get_up_scenes, &position.get_up),
    };
    let said: Vec<String> = steps.iter().map(|step| plain(&step.text)).collect();
    let description = format!("{title}: {}", said.join(" "));
    // A picture has the number of the step it shows.
    let cells: Vec<_> = (1..)
        .zip(scenes)
        .map(|(number, scene)| {
            // Who stands needs more height to be as large as who kneels.
            let height = if view.shown(scene).is_tall() { 2.0 * metrics.thumb_height } else { metrics.thumb_height };
            let picture = Node::wide(height, move |ui, _| {
                let stage = Stage::bare(scene).room(metrics.gap_4, metrics.gap_12).corner(metrics.radius_thumb);
                stage.paint(ui, view.kit, &view.shown(scene), ui.max_rect());
            });
            let number = Node::row([parts::badge(view.kit, metrics.gap_28, number, false)]).pad(metrics.gap_4);
            Node::column([number, picture]).on(move |ui, rect, _| {
                ui.painter().rect_filled(rect, radius(metrics.radius_thumb), view.kit.theme.color(Token::Stage));
            })
        })
        .collect();
    let gap = metrics.gap_8;
    let columns = parts::columns(pane.ui, pane.width() - 2.0 * gap, gap, metrics.thumb_height, 4, &cells);
    let grid = Node::grid(columns, cells).gap(gap).pad(gap).on(move |ui, rect, _| {
        let response = ui.interact(rect, ui.scope_id().with("way"), eframe::egui::Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &description));
    });
    pane.put(parts::ground(view.kit, Token::Sunk, metrics.radius_card, grid));
}

/// The four cards; two in a row where it is narrow.
pub fn cards(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    // The guide shows all four to read about; a session offers those that suit the person.
    let in_session = view.model.route == Route::Session;
    let offered = Position::ALL.into_iter().filter(|&position| !in_session || view.model.offers(position));
    let offered: Vec<_> = offered.collect();
    let cards = |thumb: bool| offered.iter().filter_map(move |&position| card(view, position, thumb));
    let nodes = |thumb: bool| -> Vec<_> {
        let cards = cards(thumb);
        cards.map(|(tile, (position, inside))| parts::tile(view, tile, Msg::ShowPosition(position), inside)).collect()
    };
    let tiles: Vec<_> = cards(true).map(|(tile, _)| tile).collect();
    let (bare, mut nodes, gap) = (|| nodes(false), nodes(true), metrics.gap_12);
    let columns = parts::columns(pane.ui, pane.width(), gap, metrics.tile_least, 4, &nodes);
    // A card that is higher than the page shows at a time can not be read as one: then its words alone.
    let (width, room) = ((pane.width() + gap) / columns as f32 - gap, pane.ui.clip_rect().height());
    if nodes.iter().any(|node| node.height_at(pane.ui, width) > room) {
        nodes = bare();
    }
    let name = view.model.book.words.position.list.as_str();
    let list = Node::grid(columns, nodes).gap(gap).role(Role::TabList, move |node| node.set_label(name));
    pane.put(list.on(move |ui, _, _| {
        // Under the ids that the cards have inside the list.
        let ids: Vec<_> = tiles.iter().map(|tile| tile.id(ui)).collect();
        focus::arrows_among(ui, &ids);
    }));
}

fn card(view: View<'_>, position: Position, has_thumb: bool) -> Option<(Tile, (Position, Node<'_>))> {
    let (kit, metrics) = (view.kit, view.metrics());
    let text = view.model.position_text(position)?;
    let thumb = Node::wide(metrics.position_thumb, move |ui, _| {
        let below = if position == Position::Side { 0.0 } else { metrics.gap_12 };
        let stage = Stage::bare(&text.figure.scene).room(metrics.gap_4, below).corner(metrics.radius_thumb);
        stage.paint(ui, kit, &view.shown(&text.figure.scene), ui.max_rect());
    });
    // As wide as its longest word, and this wide at least.
    let told = Node::column([
        Node::fixed(vec2(metrics.tile_least * 0.6, 0.0), |_, _| {}),
        parts::paint(kit, metrics.h3, Token::Ink, &text.name),
        parts::paint(kit, metrics.meta, Token::Ink2, &text.tagline),
    ]);
    let foot = Node::wrap([told.grow(), prefer(view, position, text)]);
    let foot = foot.gap(metrics.gap_4).pads(metrics.gap_8, metrics.gap_4);
    let selected = view.model.shown_position == position;
    let tile = Tile { name: name(view, position, text), role: Role::Tab, selected: Some(selected) };
    let parts = has_thumb.then_some(thumb).into_iter().chain([foot]);
    Some((tile, (position, Node::column(parts).pad(metrics.gap_8 + 1.0))))
}

fn name(view: View<'_>, position: Position, text: &PositionText) -> String {
    let words = &view.model.book.words.position;
    let preferred = view.model.settings.preferred_position == Some(position);
    let pattern = if preferred { &words.card_name_preferred } else { &words.card_name };
    let number = Position::ALL.iter().position(|&other| other == position).map_or(0, |index| index + 1);
    let total = Position::ALL.len().to_string();
    fill(pattern, &[("name", text.name.as_str()), ("n", &number.to_string()), ("total", &total), ("tagline", &text.tagline)])
}

/// The star and its word: a toggle of its own on the card.
fn prefer<'a>(view: View<'a>, position: Position, text: &'a PositionText) -> Node<'a> {
    let (metrics, words) = (view.metrics(), &view.model.book.words.position);
    let preferred = view.model.settings.preferred_position == Some(position);
    let (icon, label) = if preferred { (Icon::StarFilled, &words.preferred) } else { (Icon::Star, &words.prefer) };
    let name = fill(&words.prefer_name, &[("name", &text.name)]);
    let role = TextRole { size: metrics.meta.size, line: metrics.meta.line, ..metrics.nav_on };
    let star = view.button(Weight::Quiet, label).icon(icon).name(name).selected(preferred).role(role);
    view.press(star.height(metrics.gap_36).pad(metrics.gap_4), Msg::Prefer(position))
}

/// What the ways into the position and out of it are called: nobody gets down to a wall.
fn ways(view: View<'_>) -> (&str, &str) {
    let words = &view.model.book.words.position;
    match view.model.shown_position {
        Position::Wall => (&words.into_place, &words.away),
        Position::Back | Position::Side | Position::AllFours => (&words.get_down, &words.get_up),
    }
}

/// Set up, get down, get up.
fn steps(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let words = &view.model.book.words.position;
    let Some(position) = view.model.shown_position_text() else { return };
    let tabs = [PositionTab::SetUp, PositionTab::GetDown, PositionTab::GetUp];
    let (into, out_of) = ways(view);
    let labels = [words.set_up.as_str(), into, out_of];
    let current = tabs.iter().position(|&tab| tab == view.model.position_tab).unwrap_or(0);
    let width = pane.width();
    if let Some(&tab) = segmented::show(pane.ui, view.kit, &words.tabs, &labels, current, width).and_then(|index| tabs.get(index))
    {
        pane.out.push(Msg::ShowTab(tab));
    }
    pane.gap(pane.metrics().gap_12);
    let passages = match view.model.position_tab {
        PositionTab::SetUp => &position.set_up,
        PositionTab::GetDown => &position.get_down,
        PositionTab::GetUp => &position.get_up,
    };
    let what = ReadAloud::Position(view.model.shown_position, view.model.position_tab);
    pane.put(read_aloud::ways(view, what, Some(&position.name)));
    bullets::steps(pane.ui, view.kit, passages.iter().map(|passage| passage.text.as_str()));
    pane.gap(pane.metrics().gap_8);
}
