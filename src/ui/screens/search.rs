//! Search: a field, and under it what was found, page by page, the warning signs first (screens.md, 22).
//!
//! Not the finding. Invariant: nothing opens by typing; a hit is a part of its own, which the arrows come to and Enter
//! opens.

use eframe::egui::{Color32, FontSelection, Id, Key, Response, Role, TextEdit, Ui, accesskit::Live};

use crate::{
    app::{FindMsg, Msg, Route},
    content::{Hit, LEAST_LETTERS, Level, PageHits, fill, wanted},
    drawing::Token,
    ui::{
        View,
        layout::{
            Node, controls,
            parts::{self, Tile},
        },
        pane::Pane,
        sidebar::{self, Mark},
        theme::radius,
        widgets::{
            button::{self, Weight},
            focus, frames,
            icon::Icon,
            sought, text,
        },
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let (words, finding) = (&view.model.book.find.search, &view.model.finding);
    pane.title(&words.title);
    // Clear of the ring around the field.
    pane.gap(metrics.gap_4);
    let field = field(pane);
    pane.gap(metrics.gap_8);
    let letters: usize = wanted(&finding.words).iter().map(|word| word.chars().count()).sum();
    let line = match (letters, finding.found.len()) {
        (0, _) => words.empty.clone(),
        (letters, _) if letters < LEAST_LETTERS => words.short.clone(),
        (_, 0) => words.none.clone(),
        (_, pages) => {
            let places: usize = finding.found.iter().map(|page| page.count).sum();
            let is_urgent = finding.found.first().is_some_and(|page| page.page == "warning");
            let pattern = if is_urgent { &words.found_warning } else { &words.found };
            fill(pattern, &[("places", &words.places.of(places)), ("pages", &words.pages.of(pages))])
        }
    };
    pane.put(parts::live(view.kit, metrics.body, Token::Ink2, line, Live::Polite));
    if finding.found.is_empty() {
        pane.say(if letters < LEAST_LETTERS { &words.empty_more } else { &words.none_more });
        return elsewhere(pane);
    }
    let mut ids = Vec::new();
    for (index, page) in finding.found.iter().enumerate() {
        // The same sentence may stand on two pages: each page's places have names of their own.
        pane.part(
            |ui, contents| {
                ui.push_id(("page", index), |ui| contents(ui));
            },
            |pane| group(pane, index, page, &mut ids),
        );
    }
    pane.hint(&words.keys);
    walk(pane.ui, &field, &ids);
}

/// Where to look when nothing is found: the questions, and the warning signs.
fn elsewhere(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let (nav, words) = (&view.model.book.words.nav, &view.model.book.find.search);
    let way = |title: &str, icon, route| {
        let button = view.button(Weight::Secondary, fill(&words.go_to, &[("title", title)])).icon(icon);
        view.press(button, Msg::LookUp(route))
    };
    let ways = [way(&nav.questions, Icon::Question, Route::Questions), way(&nav.warning, Icon::Warning, Route::Warning)];
    pane.put(Node::wrap(ways).gap(pane.metrics().gap_12));
}

fn field(pane: &mut Pane<'_, '_>) -> Response {
    let (view, out) = (pane.view, &mut *pane.out);
    let (theme, metrics, words) = (view.kit.theme, view.metrics(), &view.model.book.find.search);
    let id = pane.ui.make_persistent_id("search");
    let focused = pane.ui.memory(|memory| memory.has_focus(id));
    let frame = frames::card_frame(theme, focused, metrics.gap_12).corner_radius(radius(metrics.radius_button));
    let shown = frame.show(pane.ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            // As high as its highest part from the start, so that the words stand in the middle.
            ui.set_min_height(metrics.gap_36);
            frames::icon_here(ui, view.kit, Icon::Search, Token::Ink2);
            ui.add_space(metrics.gap_12);
            let mut typed = view.model.finding.words.clone();
            let width = ui.available_width() - metrics.button_small;
            let role = metrics.lead;
            let fits = text::line_width(ui, theme, role, &words.field) + metrics.gap_16 < width;
            let edit = TextEdit::singleline(&mut typed)
                .id(id)
                .hint_text(if fits { words.field.as_str() } else { "" })
                .font(FontSelection::FontId(theme.format(role, Token::Ink).font_id))
                .frame(eframe::egui::Frame::NONE)
                .desired_width(width);
            let response = ui.add(edit).accessible_name(words.field.clone());
            if view.model.finding.focus {
                response.request_focus();
            }
            if response.changed() {
                out.push(Msg::Find(FindMsg::Type(typed)));
            }
            // Esc takes the keyboard out of the field; it clears what is typed, and the field keeps it.
            if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
                response.request_focus();
            }
            if !view.model.finding.words.is_empty()
                && button::icon_button(ui, view.kit, Icon::Close, &words.clear, Weight::Quiet, metrics.gap_36).clicked()
            {
                out.push(Msg::Find(FindMsg::Clear));
            }
            response
        })
        .inner
    });
    if focused {
        focus::always(pane.ui, theme, shown.response.rect, metrics.radius_button);
    }
    shown.inner
}

/// What was found on one page: its name with how often, and then each place.
fn group(pane: &mut Pane<'_, '_>, index: usize, page: &PageHits, ids: &mut Vec<Id>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.find.search;
    let Some(route) = view.model.route_of(&page.page) else { return };
    let is_warning = route == Route::Warning;
    let (ink, ground) = if is_warning { (Token::StopInk, Token::StopSoft) } else { (Token::Ink, Token::Sunk) };
    let (mark, title) = sidebar::named(view, route);
    let places = words.places.of(page.count);
    let head = Tile { name: fill(&words.page_name, &[("page", title), ("places", &places)]), role: Role::Button, selected: None };
    let badge = Node::fixed(eframe::egui::Vec2::splat(metrics.gap_28), move |ui, _| {
        let rect = ui.max_rect();
        match mark {
            Mark::Number(number) => {
                frames::badge(ui, view.kit, rect, &number.to_string(), Token::Surface, Token::PrimaryInk);
            }
            Mark::Icon(icon) => view.kit.icons.paint(ui.painter(), icon, rect.shrink(2.0), view.kit.theme.color(ink)),
        }
    });
    let counted = parts::paint(view.kit, metrics.meta, if is_warning { Token::StopInk } else { Token::Ink2 }, places);
    let inside = Node::row([
        badge,
        Node::wrap([parts::paint(view.kit, metrics.h3, ink, title).grow().least_width(metrics.tile_least * 0.6), counted])
            .gap(metrics.gap_4)
            .gap_across(metrics.gap_12)
            .grow(),
        parts::icon(view.kit, Icon::ChevronRight, metrics.icon, ink),
    ]);
    ids.push(head.id(pane.ui));
    let inside = inside.gap(metrics.gap_12).pads(metrics.gap_16, metrics.gap_8).least_height(metrics.button_small);
    let row = controls::lit(view, head, Some(Msg::Find(FindMsg::Page(index))), inside);
    let mut rows = vec![parts::ground(view.kit, ground, metrics.radius_row, Node::column([row]))];
    for (number, hit) in page.hits.iter().enumerate() {
        let (tile, inside) = hit_row(view, hit);
        ids.push(tile.id(pane.ui));
        rows.push(controls::lit(view, tile, Some(Msg::Find(FindMsg::Hit(index, number))), inside));
    }
    let more = page.count.saturating_sub(page.hits.len());
    if more > 0 {
        rows.push(Node::column([view.meta(words.more.of(more))]).pads(metrics.gap_16, metrics.gap_8));
    }
    pane.put(parts::card(view.kit, false, Node::column(rows).pad(metrics.gap_4)));
}

fn hit_row<'a>(view: View<'a>, hit: &Hit) -> (Tile, Node<'a>) {
    let (metrics, words) = (view.metrics(), &view.model.book.find.search);
    let urgency = match hit.level {
        Some(Level::Emergency) => words.emergency.as_str(),
        Some(Level::Today) => &words.today,
        Some(Level::WhilePressing) => &words.while_pressing,
        Some(Level::Soon) => &words.soon,
        None => "",
    };
    let (lead, marks) = match hit.is_note {
        true => (format!("{} ", words.evidence), hit.marks.clone()),
        false => (String::new(), hit.marks.clone()),
    };
    let said = format!("{lead}{}", hit.text);
    let tile = Tile {
        name: if urgency.is_empty() { said.clone() } else { fill(&words.hit_name, &[("text", &said), ("urgency", urgency)]) },
        role: Role::Button,
        selected: None,
    };
    let mut inside = vec![marked(view, said, lead.len(), marks)];
    if !urgency.is_empty() {
        let emergency = hit.level == Some(Level::Emergency);
        let (token, role) = (if emergency { Token::StopInk } else { Token::Ink2 }, metrics.nav_on);
        let mut told = vec![parts::paint(view.kit, role, token, urgency)];
        if emergency {
            told.insert(0, parts::icon(view.kit, Icon::Phone, metrics.icon, token));
        }
        inside.push(Node::row(told).gap(metrics.gap_8));
    }
    let row = Node::wrap(inside).gap(metrics.gap_4).gap_across(metrics.gap_16).pads(metrics.gap_16, metrics.gap_8);
    (tile, row.least_height(metrics.button_small))
}

/// A sentence with what was looked for marked in it, `lead` bytes of which stand before it.
fn marked(view: View<'_>, said: String, lead: usize, marks: Vec<std::ops::Range<usize>>) -> Node<'_> {
    let (theme, role) = (view.kit.theme, view.metrics().body);
    let words = said.clone();
    let node = Node::leaf(
        move |ui: &Ui, width| parts::measured(ui, view.kit, role, &words, width),
        move |ui, _| {
            let rect = ui.max_rect();
            let role = text::unbroken(ui, theme, role, &said, rect.width() + parts::SLACK);
            let mut job = text::job(theme, role, Token::Ink, &said, rect.width() + parts::SLACK);
            sought::paint(theme, &mut job, marks.into_iter().map(|mark| mark.start + lead..mark.end + lead));
            ui.painter().galley(rect.min, ui.painter().layout_job(job), Color32::PLACEHOLDER);
        },
    );
    node.basis(view.metrics().tile_least)
}

/// Arrows: from the field to what was found, from place to place, and back into the field.
fn walk(ui: &Ui, field: &Response, ids: &[Id]) {
    let first = ids.first().and_then(|&id| ui.ctx().read_response(id));
    let Some(first) = first else { return };
    let pressed = |key| ui.input(|input| input.key_pressed(key) && input.modifiers.is_none());
    // Enter in a field of one line takes the keyboard out of it.
    let entered = field.lost_focus() && pressed(Key::Enter);
    if field.has_focus() && pressed(Key::ArrowDown) || entered {
        // The page's own row stands above its places; a place is what was looked for.
        let place = ids.get(1).and_then(|&id| ui.ctx().read_response(id)).unwrap_or(first);
        place.request_focus();
        return place.scroll_to_me(None);
    }
    if first.has_focus() && pressed(Key::ArrowUp) {
        field.request_focus();
        return field.scroll_to_me(None);
    }
    focus::arrows_among(ui, ids);
}
