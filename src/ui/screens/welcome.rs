//! The first screen: what this is, three facts, and leave to go on or only to read.

use eframe::egui::{Id, Rect, ScrollArea, Ui, Vec2, vec2};

use crate::{
    app::{Msg, ReadAloud},
    content::fill,
    drawing::Token,
    session::{Gate, GateEvent},
    ui::{
        Messages, View,
        layout::{Node, parts},
        metrics::TextRole,
        pane::Pane,
        read_aloud, sidebar,
        widgets::{button::Weight, frames, icon::Icon, stage::Stage, stepper},
        width_class::WidthClass,
    },
};

/// Where the screen stands, and so what its answers are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// The first page of the program.
    AtTheStart,
    /// The first question before a session.
    AtTheGate,
}

impl Answers {
    fn understand(self) -> Msg {
        match self {
            Self::AtTheStart => Msg::Understand,
            Self::AtTheGate => Msg::Gate(GateEvent::Understand),
        }
    }

    fn just_read(self) -> Msg {
        match self {
            Self::AtTheStart => Msg::JustRead,
            Self::AtTheGate => Msg::Gate(GateEvent::JustRead),
        }
    }
}

/// The screen: a poster beside the facts where there is room, the facts alone elsewhere.
pub fn show(pane: &mut Pane<'_, '_>, answers: Answers) {
    let (view, class, metrics) = (pane.view, pane.class, pane.metrics());
    let whole = pane.ui.available_rect_before_wrap();
    let left_width = if class.has_sidebar() { whole.width() * metrics.poster_share } else { 0.0 };
    if class.has_sidebar() {
        poster(pane.ui, view, Rect::from_min_size(whole.min, vec2(left_width, whole.height())), pane.out);
    }
    let right = whole.with_min_x(whole.left() + left_width);
    pane.part(
        |ui, contents| {
            frames::placed(ui, right, |ui| {
                let area = ScrollArea::vertical().id_salt("welcome").auto_shrink([false, false]);
                area.show(ui, |ui| {
                    crate::ui::keys::scroll::by_keys(ui);
                    let pad = if class == WidthClass::Column { metrics.narrow_pad } else { metrics.gap_48 };
                    let width = (ui.available_width() - 2.0 * pad).min(metrics.reading_width);
                    // In the middle of a tall window, not hanging from its top.
                    let spare = right.height() - ui.data(|data| data.get_temp::<f32>(height_id())).unwrap_or(right.height());
                    ui.add_space((spare / 2.0).max(pad.min(metrics.gap_36)));
                    ui.horizontal_top(|ui| {
                        ui.add_space(((right.width() - width) / 2.0).max(pad));
                        ui.vertical(|ui| {
                            ui.set_width(width);
                            let top = ui.cursor().top();
                            contents(ui);
                            ui.add_space(metrics.gap_24);
                            let height = ui.cursor().top() - top;
                            ui.data_mut(|data| data.insert_temp(height_id(), height));
                        });
                    });
                });
            });
        },
        |pane| facts(pane, answers),
    );
}

/// Under this the height of the facts is kept from frame to frame.
fn height_id() -> Id {
    Id::unique("welcome-height")
}

fn poster(ui: &mut Ui, view: View<'_>, rect: Rect, out: &mut Messages) {
    let (metrics, words) = (view.metrics(), &view.model.book.words);
    let role = TextRole { size: metrics.h1.size + 3.0, line: metrics.h1.line + 4.0, ..metrics.h1 };
    let logo = metrics.gap_48 + 6.0;
    let stage = Stage::bare("breathe").corner(0.0);
    let head = Node::column([
        Node::row([
            Node::fixed(vec2(logo, logo), move |ui, _| sidebar::mark(ui, view, ui.max_rect())),
            parts::paint(view.kit, metrics.h2, Token::Ink, &words.program.name).grow(),
        ])
        .gap(metrics.gap_16),
        view.words(role, Token::Ink, view.model.book.gates.consent.tagline.as_str()),
    ])
    .gap(metrics.gap_36)
    .pad(metrics.gap_48 - 4.0);
    let foot = Node::column([view.meta(view.model.book.gates.consent.offline.as_str())]).pad(metrics.gap_48 - 4.0);
    let (top, bottom) = (head.height_at(ui, rect.width()), foot.height_at(ui, rect.width()));
    // In a low window the floor band never reaches up into the words.
    let stage = stage.room(top, bottom.max(rect.height() * 0.2)).band_at_most(rect.height() - top, rect.height());
    stage.paint_ground(ui, view.kit, rect);
    if rect.height() - top - bottom > metrics.stage_height / 2.0 {
        stage.paint_figure(ui, view.kit, &view.shown("breathe"), rect);
    }
    head.show_in(ui, rect.with_max_y(rect.top() + top), out);
    foot.show_in(ui, rect.with_min_y(rect.bottom() - bottom), out);
}

fn facts(pane: &mut Pane<'_, '_>, answers: Answers) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.gates.consent);
    // No key leads to the three things: who comes to the title hears them.
    let points = words.points.iter().map(|point| format!("{}. {}", point.title, point.body));
    let heard: Vec<String> = [words.lead.clone()].into_iter().chain(points).collect();
    pane.title_with(&words.title, &heard.join(" "));
    pane.lead(&words.lead);
    for (point, icon) in words.points.iter().zip([Icon::Shield, Icon::Info, Icon::Hand].into_iter().cycle()) {
        let disc = Node::fixed(Vec2::splat(metrics.gap_48), move |ui, _| {
            let (rect, theme) = (ui.max_rect(), view.kit.theme);
            ui.painter().circle_filled(rect.center(), rect.width() / 2.0, theme.color(Token::PrimarySoft));
            view.kit.icons.paint(ui.painter(), icon, rect.shrink(metrics.gap_12), theme.color(Token::PrimaryInk));
        });
        let told = Node::column([view.h3(&point.title), view.quiet(point.body.as_str())]).grow();
        pane.put(Node::row([disc, told]).top().gap(metrics.gap_16));
    }
    pane.note(Icon::Info, &words.note_lead, &words.note);
    let large = |weight, label| view.button(weight, label).height(metrics.button_large);
    let ways = [
        view.press(large(Weight::Primary, words.understand.as_str()), answers.understand()),
        view.press(large(Weight::Secondary, words.just_read.as_str()), answers.just_read()),
    ];
    pane.gap(metrics.gap_8);
    pane.put(Node::wrap(ways).gap(metrics.gap_12));
    let aloud = read_aloud::ways(view, ReadAloud::Gate(Gate::Consent), None);
    pane.put(Node::wrap([text_size(view), aloud]).gap(metrics.gap_12).apart());
}

fn text_size(view: View<'_>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.words.settings);
    let stepper = Node::fixed(vec2(stepper::width(view.kit), metrics.stepper), move |ui, out| {
        let (smaller, larger) = view.model.text_size_steps();
        let value = fill(&words.percent, &[("n", &view.model.text_size().percent().to_string())]);
        if let Some(step) = stepper::show(ui, view.kit, &value, &value, (&words.smaller, smaller), (&words.larger, larger)) {
            out.push(Msg::TextSize(step));
        }
    });
    Node::wrap([view.quiet(words.text_size.as_str()), stepper]).gap(metrics.gap_12)
}
