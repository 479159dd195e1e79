//! Start here: the main message, today's card, the eight steps, and what the guide is about.

use crate::{
    app::{MovementMsg, Msg, ReadAloud, Route, Slot},
    content::fill,
    session::WarmUp,
    ui::{
        View,
        layout::{
            Node,
            parts::{self, Tile},
        },
        pane::Pane,
        read_aloud,
        screens::{
            self,
            blocks::{self, Shown},
            practice_round,
        },
        sidebar,
        widgets::{button::Weight, icon::Icon, progress, stage::Stage},
        width_class::WidthClass,
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let page = &pane.view.model.book.guide.start;
    let aloud = read_aloud::ways(pane.view, ReadAloud::Start, None);
    pane.title_beside(&page.title, vec![aloud]);
    pane.lead(&page.lead.text);
    if let Some(nudge) = pane.view.model.nudge() {
        screens::history::nudge_note(pane.ui, pane.view, nudge);
        pane.gap(pane.metrics().gap_16);
    }
    let broad = pane.class >= WidthClass::Broad;
    pane.beside(
        |pane| {
            today(pane);
            if pane.view.model.is_first_use() {
                first_use(pane);
            }
            if !pane.view.model.needs_emergency_help() {
                pane.put(practice_round::card(pane.view));
            }
            steps(pane);
            if broad {
                blocks::show_some(pane, "start", blocks::half(&page.blocks, Shown::Acts));
            }
        },
        |pane| {
            pane.note(Icon::Info, &page.caution_lead, &page.caution.text);
            if broad {
                blocks::show_some(pane, "start", blocks::half(&page.blocks, Shown::Explains));
            } else {
                blocks::show(pane, "start", &page.blocks);
            }
        },
    );
}

/// Today's card: what a session would be, how many are done, and the way in.
fn today(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.words.start;
    let slot = view.model.slot();
    let title = slot.as_ref().map_or(words.ready.as_str(), |slot| slot.title);
    let line = slot.as_ref().map_or_else(|| view.model.ready_line(), |slot| slot.detail.clone());
    let (done, most) = view.model.today();
    let count = fill(&words.today, &[("n", &done.to_string()), ("most", &most.to_string())]);
    let dots = Node::fixed(progress::limit_dots_size(view.kit, most), move |ui, _| {
        progress::limit_dots(ui, view.kit, done, most);
    });
    let mut told = vec![view.h2(title), view.quiet(line)];
    // Where nobody can know, no count is shown.
    if !view.model.history.unknown {
        told.push(Node::wrap([dots, view.strong(count)]).gap(metrics.gap_8));
    }
    told.extend([Node::space(metrics.gap_4), ways_on(view, slot.as_ref())]);
    let told = Node::column(told).gap(metrics.gap_12).pad(metrics.gap_24).together();
    // Where there is no session the figure walks: that is what stays open.
    let scene = match &slot {
        Some(slot) if slot.moves => view.model.warm_up_text(WarmUp::Walk).map(|text| text.figure.scene.as_str()),
        _ => view.model.session_position_text().map(|text| text.figure.scene.as_str()),
    };
    let stage = Stage::bare(scene.unwrap_or("rest")).room(metrics.gap_28, metrics.gap_36).corner(metrics.radius_card).at(1.0);
    // The figure keeps to the part that the words leave, where they leave one.
    let roomy = told.narrowest(pane.ui) < pane.width() / 2.0 && pane.class >= WidthClass::Bar;
    let mut parts = vec![told.share(if slot.is_some() { 1.5 } else { 1.0 })];
    if roomy {
        parts.push(
            Node::wide(0.0, move |ui, _| stage.paint_figure(ui, view.kit, &view.shown(stage.scene), ui.max_rect())).share(1.0),
        );
    }
    let card = Node::row(parts).level().least_height(if roomy { metrics.stage_height - metrics.gap_8 } else { 0.0 });
    pane.put(card.on(move |ui, rect, _| stage.paint_ground(ui, view.kit, rect)));
}

/// What a session asks for, until the person has done one.
fn first_use(pane: &mut Pane<'_, '_>) {
    let (view, words) = (pane.view, &pane.view.model.book.words.start.first);
    let time = fill(&words.time, &[("minutes", &view.model.session_minutes().to_string())]);
    let lines = [time.as_str(), &words.place, &words.hands, &words.near, &words.screen, &words.stop];
    let told = [view.h2(&words.title), view.quiet(words.lead.as_str()), parts::bullets(view, lines.into_iter())];
    pane.card(Node::column(told).gap(view.metrics().gap_12));
}

/// Into a session where one is open; into easy movement where it is not, or not yet.
fn ways_on<'a>(view: View<'a>, slot: Option<&Slot<'_>>) -> Node<'a> {
    let (metrics, words) = (view.metrics(), &view.model.book.gates.start);
    let height = metrics.button + metrics.gap_4;
    let mut ways = Vec::new();
    if slot.is_none_or(|slot| slot.begins) {
        ways.push(sidebar::begin(view, height));
    }
    if let Some(slot) = slot {
        if slot.emergency {
            let signs = view.button(Weight::Primary, &words.emergency_see).icon(Icon::Phone).height(height);
            ways.push(view.press(signs, Msg::Go(Route::Warning)));
        }
        if slot.moves {
            let weight = if slot.begins { Weight::Secondary } else { Weight::Primary };
            let start = view.button(weight, &words.warm_up).icon(Icon::Play).height(height);
            ways.push(view.press(start, Msg::Movement(MovementMsg::Begin)));
        }
        if slot.limit {
            // With a ground of its own: the floor's edge runs behind it.
            let why = view.button(Weight::Secondary, &words.why).height(height);
            let shut = |index: &usize| !view.model.open_questions.contains(index);
            let unfold = view.model.limit_question().filter(shut).map(Msg::ToggleQuestion);
            ways.push(parts::press(view.kit, why, [Msg::Go(Route::Questions)].into_iter().chain(unfold)));
        }
    }
    Node::wrap(ways).gap(metrics.gap_12)
}

/// The eight steps as cards, with what is read, and the next one to read.
fn steps(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.words.start;
    let sections = &view.model.book.guide.sections;
    let mut head = vec![view.h2(&words.steps_title)];
    if let Some(next) = view.model.next_unread() {
        let label = fill(&words.next, &[("title", &sections[next].title)]);
        let button = view.button(Weight::Quiet, label).height(metrics.button_small).trailing(Icon::ChevronRight);
        head.push(view.press(button, Msg::Go(Route::Section(next))));
    }
    pane.put(Node::wrap(head).gap(metrics.gap_8).apart());
    let cards = (0..sections.len()).map(|index| step_card(view, index)).collect();
    pane.grid(metrics.tile_least, 4, metrics.gap_12, cards);
}

fn step_card(view: View<'_>, index: usize) -> Node<'_> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.words);
    let section = &view.model.book.guide.sections[index];
    let read = view.model.is_read(index);
    let number = (index + 1).to_string();
    let name = fill(&words.start.step_name, &[("n", &number), ("title", &section.title), ("tagline", &section.tagline)]);
    let name = if read { fill(&words.nav.read, &[("title", &name)]) } else { name };
    let inside = Node::row([
        parts::badge(kit, metrics.gap_28, index + 1, read),
        Node::column([
            parts::paint(kit, metrics.tile_title, crate::drawing::Token::Ink, &section.title),
            parts::paint(kit, metrics.meta, crate::drawing::Token::Ink2, &section.tagline),
        ])
        .gap(metrics.gap_4)
        .grow(),
    ])
    .top()
    .gap(metrics.gap_12)
    .pad(metrics.gap_12 + 2.0);
    let tile = Tile { name, role: eframe::egui::Role::Button, selected: None };
    parts::tile(view, tile, Msg::Go(Route::Section(index)), inside)
}
