//! Verbs of a page that several pages share: a card, a title with what can be done beside it, a card over the page.
//!
//! Invariant: Esc, and a click beside it, put a card over the page away and change nothing; as it opens, the keyboard
//! is on the answer that changes nothing.

use eframe::egui::{Area, Id, Modal, Response, Role, ScrollArea, Ui, UiBuilder, Vec2};

use crate::{
    app::Msg,
    drawing::Token,
    ui::{
        View,
        keys::{
            panes::{self, WindowHalf},
            scroll::note_title,
        },
        layout::{Node, parts},
        pane::Pane,
        widgets::{
            Kit,
            button::{Button, Weight},
            focus, frames, text,
        },
        width_class::WidthClass,
    },
};

/// A question over the page.
#[derive(Debug, Clone)]
pub struct Question<'q> {
    /// Tells it from other cards.
    pub name: &'static str,
    /// The question.
    pub title: &'q str,
    /// What the answer does.
    pub detail: &'q str,
    /// The answer that does it, and can not be taken back.
    pub yes: (&'q str, Msg),
    /// The answer that does not.
    pub no: (&'q str, Msg),
}

/// The page's title: a heading of the first level, which takes the keyboard when the page opens.
pub fn title(ui: &mut Ui, view: View<'_>, words: &str) -> Response {
    let role = view.metrics().h1;
    let response = text::title(ui, view.kit.theme, role, words);
    // Who comes back has the keyboard where it was.
    if view.model.page_is_new && view.model.trail.returns.is_none() {
        response.request_focus();
    }
    panes::offer(ui, WindowHalf::Page, &response);
    focus::note_home(ui, &response);
    note_title(ui, &response);
    response
}

/// Cards and what stands over them.
impl<'a> Pane<'_, 'a> {
    /// The room inside a card, at its edges: less where there is little.
    pub fn card_pad(&self) -> f32 {
        if self.class == WidthClass::Column { self.metrics().gap_12 } else { self.metrics().gap_20 }
    }

    /// A card as wide as the pane.
    pub fn card(&mut self, inside: Node<'_>) {
        let inside = inside.pad(self.card_pad());
        self.put(parts::card(self.view.kit, false, inside));
    }

    /// The title, with what can be done with the whole page at its right end.
    pub fn title_beside(&mut self, words: &str, ways: Vec<Node<'_>>) {
        let (view, metrics) = (self.view, self.metrics());
        let title = Node::leaf(
            |ui, width| parts::measured(ui, view.kit, metrics.h1, words, width),
            |ui, _| {
                // As wide as it was measured, so that it takes no further line.
                let mut rect = ui.max_rect();
                rect.max.x += parts::SLACK;
                title(&mut ui.new_child(UiBuilder::new().max_rect(rect)), view, words);
            },
        );
        // Smaller words rather than wider than the page.
        let row = Node::wrap([title.basis(metrics.tile_least).least_width(0.0), Node::wrap(ways).gap(metrics.gap_12)]);
        row.gap(metrics.gap_12).show(self.ui, self.out);
        self.gap(metrics.gap_8);
    }

    /// A card over the page; `contents` is told whether it has just opened. Esc, and a click beside it, say `away`.
    pub fn over(&mut self, name: &str, title: &str, detail: &str, away: Msg, mut contents: impl FnMut(&mut Pane<'_, 'a>, bool)) {
        let (view, class, theme, metrics) = (self.view, self.class, self.view.kit.theme, self.metrics());
        let pad = if class == WidthClass::Column { metrics.gap_16 } else { metrics.gap_24 };
        let room = self.ui.ctx().content_rect().size() - Vec2::splat(2.0 * (pad + metrics.gap_12));
        let id = Id::unique(("over", name));
        focus::note_over(self.ui, opens(self.ui, id));
        let out = &mut *self.out;
        let card = frames::card_frame(theme, false, pad);
        let modal = Modal::new(id).area(dialog_area(Modal::default_area(id))).frame(card).show(self.ui.ctx(), |ui| {
            let asks = if detail.is_empty() { Role::Dialog } else { Role::AlertDialog };
            name_dialog(ui, asks, title);
            ui.set_width(metrics.over.min(room.x));
            // What floats is given little room at first; only the window itself may make this scroll.
            ui.set_max_height(room.y);
            let area = ScrollArea::vertical().id_salt(name).max_height(room.y).min_scrolled_height(room.y);
            area.auto_shrink([false, true]).show(ui, |ui| {
                let heading = text::heading(ui, theme, metrics.h2, 1, title);
                ui.add_space(metrics.gap_8);
                if !detail.is_empty() {
                    // A reader says all of a dialog as it opens: told besides, the question would be heard twice.
                    text::describe(ui, &heading, detail);
                    text::show(ui, theme, metrics.body, Token::Ink2, detail);
                    ui.add_space(metrics.gap_12);
                }
                // What is only being measured is not there yet for a screen reader, and can not have the keyboard.
                let has_opened = !ui.is_sizing_pass() && opens(ui, id.with("shown"));
                contents(&mut Pane { ui, view, class, out: &mut *out }, has_opened);
            });
        });
        if modal.should_close() {
            self.out.push(away);
        }
    }

    /// The answers of a card over the page; as it opens the keyboard is on the first.
    pub fn answers(&mut self, opens: bool, answers: Vec<(Button<'_>, Msg)>) {
        self.gap(self.metrics().gap_8);
        let (kit, gap) = (self.view.kit, self.metrics().gap_12);
        let answers = answers.into_iter().enumerate().map(|(index, answer)| press_first(kit, answer, opens && index == 0));
        Node::wrap(answers.collect::<Vec<_>>()).gap(gap).show(self.ui, self.out);
    }

    /// Asks before something that can not be taken back.
    pub fn ask(&mut self, question: &Question<'_>) {
        let Question { name, title, detail, yes, no } = question;
        self.over(name, title, detail, no.1.clone(), |pane, opens| {
            let leave = Button::new(pane.view.kit, Weight::Secondary, no.0);
            let act = Button::new(pane.view.kit, Weight::Danger, yes.0);
            pane.answers(opens, vec![(leave, no.1.clone()), (act, yes.1.clone())]);
        });
    }
}

/// A button that takes the keyboard where it is the first of a card that opens.
fn press_first<'a>(kit: Kit<'a>, (button, message): (Button<'a>, Msg), first: bool) -> Node<'a> {
    let measure = button.clone();
    Node::leaf(
        move |ui, width| measure.measure(ui, kit, width),
        move |ui, out| {
            let size = ui.max_rect().size();
            let response = button.width(size.x).height(size.y).show(ui, kit);
            if first {
                response.request_focus();
            }
            if response.clicked() {
                out.push(message);
            }
        },
    )
}

/// An area for a dialog, which is the dialog's part in it: an area of egui's own would be one more, without a name.
pub fn dialog_area(area: Area) -> Area {
    area.role(Role::GenericContainer)
}

/// Says that what is shown here is a dialog, and what it is called: for one that asks, its question.
pub fn name_dialog(ui: &Ui, role: Role, title: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(text::plain(title));
        node.set_modal();
    });
}

/// Says that what is shown here is a landmark: readers that know such can go from one to the next.
pub fn landmark(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        if !name.is_empty() {
            node.set_label(name);
        }
    });
}

/// Whether what lies over the page was not there in the pass before.
pub fn opens(ui: &Ui, id: Id) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    let before = ui.data_mut(|data| data.get_temp_mut_or_default::<Option<u64>>(id).replace(pass));
    before.is_none_or(|before| before + 1 < pass)
}
