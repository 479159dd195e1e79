//! The frame of every page of a session: the header, what fills or scrolls between, and what stays at the foot.
//!
//! Not what stands in it. Invariant: what stands at the foot (Stop) is as wide as the window, keeps its place, is never
//! scrolled, and nothing comes to lie over it.

use eframe::egui::{
    Color32, CursorIcon, Id, Role, ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, scroll_area::ScrollBarVisibility,
    vec2,
};

use crate::{
    app::Msg,
    drawing::Token,
    session::Phase,
    ui::{
        View,
        keys::scroll::by_keys,
        layout::{Node, Width, parts, scroll},
        metrics::{TextRole, Weight as FontWeight},
        pane::Pane,
        sidebar,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus,
            icon::Icon,
            progress, text,
        },
        width_class::WidthClass,
    },
};

/// The frame of a page.
#[derive(Default)]
pub struct SessionFrame<'a> {
    /// Where one is.
    pub title: &'a str,
    /// A quieter word after it.
    pub detail: String,
    /// Rounds as dots: the current one, and how many.
    pub rounds: Option<(usize, usize)>,
    /// What can be pressed at the right end of the header; where it is tight, its icons.
    pub acts: Vec<(Button<'a>, Msg)>,
    /// The way on, which stays under the page and is no wider than it.
    pub way_on: Option<Node<'a>>,
    /// What stays at the foot, as wide as the window: Stop.
    pub foot: Option<Node<'a>>,
    /// Whether the page is a column to read or answer in, not as wide as the window.
    pub is_column: bool,
}

/// Whether the window is so low, at the chosen text size, that gaps and buttons give way to words.
pub fn is_low(ui: &Ui, view: View<'_>) -> bool {
    ui.ctx().content_rect().height() < view.metrics().session_low
}

impl<'a> SessionFrame<'a> {
    /// Shows the frame, and a page in it. The page's room is that of its `Ui`.
    pub fn show(self, pane: &mut Pane<'_, 'a>, page: impl FnOnce(&mut Pane<'_, 'a>)) {
        let (view, class, metrics) = (pane.view, pane.class, pane.metrics());
        let whole = pane.ui.available_rect_before_wrap();
        let low = is_low(pane.ui, view);
        let side = if class == WidthClass::Column { metrics.gap_16 } else { metrics.session_pad };
        let (under, gap) = if low { (metrics.gap_12, metrics.gap_12) } else { (metrics.gap_24, metrics.gap_16 + 2.0) };
        // On a page to read, Stop is as wide as elsewhere and the words are not.
        let margin = if self.is_column { ((whole.width() - metrics.session_column) / 2.0).max(side) } else { side };
        let header = self.header(pane.ui, view, whole.width() - 2.0 * side);
        let (above, below) = if low { (metrics.gap_8, metrics.gap_4) } else { (metrics.gap_20, metrics.gap_12 + 2.0) };
        let header = Node::column([Node::space(above), header, Node::space(below)]).pads(side, 0.0);
        let page = Node::leaf(|_, _| Vec2::ZERO, move |ui, out| page(&mut Pane { ui, view, class, out })).grow();
        let mut parts = vec![header.rigid(), Node::column([page]).pads(margin, 0.0).grow()];
        let stays = self.way_on.map(|node| (margin, node)).into_iter().chain(self.foot.map(|node| (side, node)));
        let stays: Vec<_> =
            stays.flat_map(|(pad, node)| [Node::space(gap), Node::column([node]).pads(pad, 0.0).rigid()]).collect();
        let under = if stays.is_empty() { metrics.gap_12 } else { under };
        parts.extend(stays);
        parts.push(Node::space(under));
        Node::column(parts).show_in(pane.ui, whole, pane.out);
    }

    /// The header: with all it can have, and less of it until it finds room on one line.
    fn header(&self, ui: &Ui, view: View<'a>, width: f32) -> Node<'a> {
        let shown = [
            HeaderParts { mark: true, title: true, dots: true, labels: true },
            HeaderParts { mark: false, title: true, dots: true, labels: true },
            HeaderParts { mark: true, title: true, dots: true, labels: false },
            HeaderParts { mark: false, title: true, dots: true, labels: false },
            HeaderParts { mark: false, title: true, dots: false, labels: false },
            HeaderParts { mark: false, title: self.detail.is_empty(), dots: true, labels: false },
        ];
        let fitting = shown.into_iter().find(|&parts| self.header_of(view, parts).widest(ui) <= width);
        let least = HeaderParts { mark: false, title: self.detail.is_empty(), dots: false, labels: false };
        self.header_of(view, fitting.unwrap_or(least))
    }

    fn header_of(&self, view: View<'a>, shown: HeaderParts) -> Node<'a> {
        let metrics = view.metrics();
        let mut left = Vec::new();
        if shown.mark {
            let side = metrics.gap_36 + 2.0;
            left.push(Node::fixed(Vec2::splat(side), move |ui, _| sidebar::mark(ui, view, ui.max_rect())));
        }
        if shown.title {
            left.push(parts::heading(view.kit, metrics.strong, 2, self.title));
        }
        if !self.detail.is_empty() {
            let detail = self.detail.as_str();
            let detail = if self.rounds.is_some() { view.strong(detail) } else { view.meta(detail) };
            left.push(if shown.mark { Node::row([Node::space(metrics.gap_12), detail]) } else { detail });
        }
        if let Some((current, total)) = self.rounds.filter(|_| shown.dots) {
            left.push(Node::fixed(progress::round_dots_size(view.kit, total), move |ui, _| {
                progress::round_dots(ui, view.kit, current, total);
            }));
        }
        let acts = self.acts.iter().map(|(button, message)| {
            let button = button.clone().height(metrics.button_small);
            let button = if shown.labels { button } else { button.icon_alone() };
            view.press(button, message.clone()).rigid()
        });
        let acts = Node::row(acts.collect::<Vec<_>>()).gap(metrics.gap_8).rigid();
        Node::row([Node::row(left).gap(metrics.gap_12).grow(), acts]).gap(metrics.gap_12).least_height(metrics.button_small)
    }
}

/// What of the header finds room.
#[derive(Clone, Copy)]
struct HeaderParts {
    mark: bool,
    title: bool,
    dots: bool,
    labels: bool,
}

/// "Leave", in the header, while nothing has begun.
pub fn leave(view: View<'_>) -> (Button<'_>, Msg) {
    (view.button(Weight::Secondary, &view.model.cues().buttons.leave).icon(Icon::Close), Msg::LeaveSession)
}

/// Shows a page that is written as a flow; it scrolls when it must.
pub fn flow<'a>(pane: &mut Pane<'_, 'a>, key: impl std::hash::Hash + std::fmt::Debug, contents: impl FnMut(&mut Pane<'_, 'a>)) {
    let view = pane.view;
    pane.part(
        |ui, contents| {
            scroll::solid_bar(ui, view.kit);
            // A bar that has come stays while the room is the same: else a page that fits without it and not with it would
            // have it in every second frame.
            let (room, kept) = (ui.available_size(), Id::unique(("page's bar", &key)));
            let has_bar = !view.model.page_is_new && ui.data(|data| data.get_temp::<Vec2>(kept)) == Some(room);
            let bar = if has_bar { ScrollBarVisibility::AlwaysVisible } else { ScrollBarVisibility::VisibleWhenNeeded };
            let area = ScrollArea::vertical().id_salt(&key).auto_shrink([false, false]).scroll_bar_visibility(bar);
            let area = if view.model.page_is_new { area.vertical_scroll_offset(0.0) } else { area };
            let shown = area.show(ui, |ui| {
                by_keys(ui);
                contents(ui);
                ui.add_space(view.metrics().gap_24);
            });
            if shown.content_size.y > shown.inner_rect.height() {
                ui.data_mut(|data| data.insert_temp(kept, room));
            }
        },
        contents,
    );
}

/// Shows a page that is one tree, from its top; it scrolls when it must.
pub fn tree(pane: &mut Pane<'_, '_>, key: impl std::hash::Hash + std::fmt::Debug, parts: Vec<Node<'_>>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let page = Node::column(parts).gap(metrics.gap_16).pads(0.0, metrics.gap_8);
    page.show_or_scroll(pane.ui, view.kit, Id::unique(("page", key)), view.model.page_is_new, pane.out);
}

/// How high Stop is, and whatever stands in its place: never under 96 pixels of a window that the program allows, and no
/// more of a low one than it must.
pub fn stop_height(ui: &Ui, view: View<'_>) -> f32 {
    let (metrics, window) = (view.metrics(), ui.ctx().content_rect().size());
    let height = if window.x >= metrics.wide_from { metrics.stop } else { metrics.stop_narrow };
    height.min(window.y * metrics.stop_share)
}

/// Whether something runs that a person may want to stop this moment: then Stop is filled.
pub fn is_filled(phase: Phase) -> bool {
    phase.moves()
}

/// Stop: square, word, and what else stops; filled while something runs, quiet while nothing does.
pub fn stop<'a>(view: View<'a>, hint: &'a str, message: Msg, filled: bool) -> Node<'a> {
    Node::leaf(
        move |ui, width| match width {
            Width::Of(width) => vec2(width, stop_height(ui, view)),
            Width::Natural | Width::Least => vec2(0.0, stop_height(ui, view)),
        },
        move |ui, out| {
            if show_stop(ui, view, hint, filled) {
                out.push(message);
            }
        },
    )
}

/// Stop's id, one on every page: who has come to it with the keyboard stays there from phase to phase.
pub fn stop_id() -> Id {
    Id::unique("session-stop")
}

fn show_stop(ui: &mut Ui, view: View<'_>, hint: &str, filled: bool) -> bool {
    let (theme, metrics, words) = (view.kit.theme, view.metrics(), &view.model.cues().buttons);
    let rect = ui.max_rect();
    let response = ui.interact(rect, stop_id(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words.stop));
    let (ground, line, ink) = match (filled, response.hovered()) {
        (true, false) => (Token::Stop, Token::Stop, Token::OnStop),
        (true, true) => (Token::StopHover, Token::StopHover, Token::OnStop),
        (false, _) => (Token::StopSoft, Token::Stop, Token::StopInk),
    };
    let border = theme.line(2.0, line);
    ui.painter().rect(rect, radius(metrics.radius_stop), theme.color(ground), border, StrokeKind::Inside);
    let word = TextRole { size: metrics.h1.size + 7.0, line: metrics.question.line, ..metrics.question };
    let word = if filled { view.display(word) } else { view.display(TextRole { weight: FontWeight::Bold, ..metrics.cue }) };
    let detail = TextRole { weight: if filled { FontWeight::Semibold } else { FontWeight::Regular }, ..metrics.lead };
    let (side, pad, gap) = (word.size * if filled { 0.82 } else { 0.78 }, metrics.gap_24, metrics.gap_20);
    let natural = |role: TextRole, words: &str| text::line(ui, theme, role, ink, words);
    // In a narrow window the word alone, and smaller where it must be.
    let room = rect.width() - 2.0 * pad - side - gap;
    let word = word.times((room / natural(word, &words.stop).size().x.max(1.0)).min(1.0));
    let (word, detail) = (natural(word, &words.stop), natural(detail, hint));
    let head = side + gap + word.size().x;
    let whole = head + gap + detail.size().x;
    let with_detail = whole <= rect.width() - 2.0 * pad;
    let mut x = rect.center().x - if with_detail { whole } else { head } / 2.0;
    let middle = rect.center().y;
    let square = eframe::egui::Rect::from_min_size(pos2(x, middle - side / 2.0), Vec2::splat(side));
    view.kit.icons.paint(ui.painter(), Icon::StopSquare, square, theme.color(ink));
    x += side + gap;
    let after = x + word.size().x + gap;
    ui.painter().galley(pos2(x, middle - word.size().y / 2.0), word, Color32::PLACEHOLDER);
    if with_detail {
        ui.painter().galley(pos2(after, middle - detail.size().y / 2.0), detail, Color32::PLACEHOLDER);
    }
    focus::ring(ui, theme, &response, rect, metrics.radius_stop);
    // Where the session has just appeared, "Choose" stood in this place: the second half of a double click on it is no
    // stop, and nothing is pressed yet.
    let arriving = view.model.running().is_some_and(|session| session.phase() == Phase::GettingDown(0));
    // The press of the mouse stops, not its release: one frame, no second thought.
    let stops = if arriving {
        response.clicked() && !response.double_clicked()
    } else {
        response.is_pointer_button_down_on() || response.clicked()
    };
    response.on_hover_cursor(CursorIcon::PointingHand);
    stops
}

/// What stands where Stop stood: as high, and as wide.
pub fn in_place_of_stop<'a>(view: View<'a>, button: Button<'a>, message: Msg) -> Node<'a> {
    let measure = button.clone();
    Node::leaf(
        move |ui, width| {
            let needed = measure.measure(ui, view.kit, width);
            vec2(needed.x, needed.y.max(stop_height(ui, view)))
        },
        move |ui, out| {
            let size = ui.max_rect().size();
            if button.width(size.x).height(size.y).show(ui, view.kit).clicked() {
                out.push(message);
            }
        },
    )
}
