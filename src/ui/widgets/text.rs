//! Text in the roles of screens.md: headings, paragraphs, passages with strong words.
//!
//! Every text is a label of its own, so that a screen reader reads it and a test can find it. Headings stand around
//! such a label. How large words are is found out once and kept while it is asked for: a page asks for the same in every
//! frame. Invariant: neither `**` nor the target of a link reaches the screen; all that a size depends on is in its key, but
//! for the fonts, which are set once as the window opens.

use std::sync::Arc;

use eframe::egui::{
    self, Align, Id, Label, Pos2, Rect, Response, Role, Sense, Shape, Ui, UiBuilder, Vec2, WidgetInfo, cache::FramePublisher,
    layers::ShapeIdx, text::LayoutJob, text_selection::LabelSelectionState, vec2,
};

use crate::{
    content,
    drawing::Token,
    ui::{
        layout::Width,
        metrics::{TextRole, Weight},
        theme::Theme,
        widgets::{links, sought},
    },
};

/// Lays out text with `**strong**` stretches and links, wrapping at `width` points.
pub fn job(theme: &Theme, role: TextRole, token: Token, text: &str, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    append(&mut job, theme, role, token, text);
    job.wrap.max_width = width;
    job
}

/// Adds text with `**strong**` stretches and links to what is laid out already.
pub fn append(job: &mut LayoutJob, theme: &Theme, role: TextRole, token: Token, text: &str) {
    let strong = TextRole { weight: if role.weight == Weight::Regular { Weight::Semibold } else { role.weight }, ..role };
    let stretches = content::stretches(text);
    if stretches.is_empty() {
        // An empty line has a height all the same.
        job.append("", 0.0, theme.format(role, token));
    }
    for stretch in stretches {
        let mut format = theme.format(if stretch.strong { strong } else { role }, token);
        if stretch.link.is_some() {
            let ink = if matches!(token, Token::Ink | Token::Ink2) { Token::PrimaryInk } else { token };
            format.color = theme.color(ink);
            format.underline = theme.line(theme.metrics.control_border, ink);
        }
        job.append(stretch.text, 0.0, format);
    }
}

/// The words alone, as a screen reader hears them.
pub fn plain(text: &str) -> String {
    content::plain(text)
}

/// Under this the words that are read aloud in this pass are kept.
fn read_id() -> Id {
    Id::unique("words-read-aloud")
}

/// Says which words are being read aloud now, before a page is shown: wherever they stand, they are marked.
pub fn note_read(ui: &Ui, words: Option<&str>) {
    ui.data_mut(|data| match words {
        Some(words) => {
            data.insert_temp::<Arc<str>>(read_id(), words.into());
        }
        None => {
            data.remove::<Arc<str>>(read_id());
            data.remove::<Arc<str>>(read_id().with("in view"));
        }
    });
}

/// A place in what is painted for the mark of words that are read aloud now; `None` for all other words.
pub fn place_for_mark(ui: &Ui, words: &str) -> Option<ShapeIdx> {
    let read: Arc<str> = ui.data(|data| data.get_temp(read_id()))?;
    let is_read = *read == *words || words.contains(['*', '[']) && *read == *plain(words);
    is_read.then(|| ui.painter().add(Shape::Noop))
}

/// Marks the words that are read aloud now by a ground and a bar at their left, and brings them into view as their turn
/// comes.
pub fn mark_read(ui: &Ui, theme: &Theme, place: Option<ShapeIdx>, rect: Rect) {
    let Some(place) = place else { return };
    let metrics = &theme.metrics;
    let ground = rect.expand(metrics.gap_4);
    let bar = ground.with_max_x(ground.left() + metrics.selected_border);
    let corner = crate::ui::theme::radius(metrics.gap_4);
    let shapes = [
        Shape::rect_filled(ground, corner, theme.color(Token::PrimarySoft)),
        Shape::rect_filled(bar, corner, theme.color(Token::Primary)),
    ];
    ui.painter().set(place, Shape::Vec(shapes.into()));
    let read: Option<Arc<str>> = ui.data(|data| data.get_temp(read_id()));
    let seen = read_id().with("in view");
    if ui.data(|data| data.get_temp::<Arc<str>>(seen)) != read {
        ui.scroll_to_rect(ground, Some(Align::Center));
        if let Some(read) = read {
            ui.data_mut(|data| data.insert_temp(seen, read));
        }
    }
}

/// A paragraph as wide as there is room, at most the reading width.
pub fn show(ui: &mut Ui, theme: &Theme, role: TextRole, token: Token, text: &str) -> Response {
    let width = ui.available_width().min(theme.metrics.reading_width);
    let role = unbroken(ui, theme, role, text, width);
    let job = job(theme, role, token, text, width);
    // A label wraps at the width of its `Ui`, whatever its job says.
    ui.scope(|ui| {
        ui.set_max_width(width);
        put(ui, theme, text, job)
    })
    .inner
}

/// Words that are laid out: a label whose letters can be selected where that is of use, with its links, and with what was
/// searched for marked. `text` is what they were laid out from.
pub fn put(ui: &mut Ui, theme: &Theme, text: &str, mut job: LayoutJob) -> Response {
    let is_sought = sought::mark(ui, theme, &mut job);
    // Without a click: a screen reader would call every line of a page clickable.
    let sense = if selects(ui) { Sense::DRAG } else { Sense::hover() };
    let (at, galley, response) = Label::new(job).wrap().selectable(false).sense(sense).layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), galley.text()));
    let mark = place_for_mark(ui, text);
    if ui.is_rect_visible(response.rect) {
        paint(ui, &response, at, Arc::clone(&galley));
    }
    if is_sought {
        sought::reveal(ui, &response);
    }
    links::act(ui, theme, text, &galley, at, response.id);
    mark_read(ui, theme, mark, response.rect);
    response
}

/// Whether letters can be selected here: on the pages of the guide, with a mouse.
pub fn selects(ui: &Ui) -> bool {
    ui.style().interaction.selectable_labels && !ui.input(|input| input.has_touch_screen())
}

/// Paints words, with what is selected of them.
pub fn paint(ui: &Ui, response: &Response, at: Pos2, galley: Arc<egui::Galley>) {
    if selects(ui) {
        LabelSelectionState::label_text_selection(ui, response, at, galley, egui::Color32::PLACEHOLDER, egui::Stroke::NONE);
    } else {
        ui.painter().galley(at, galley, egui::Color32::PLACEHOLDER);
    }
}

/// A paragraph centred in the width there is.
pub fn centred(ui: &mut Ui, theme: &Theme, role: TextRole, token: Token, text: &str) -> Response {
    let width = ui.available_width();
    let mut job = job(theme, unbroken(ui, theme, role, text, width), token, text, width);
    job.halign = Align::Center;
    ui.vertical_centered(|ui| ui.add(Label::new(job).wrap().selectable(false))).inner
}

/// A heading of a level from 1 (the page's title) down.
pub fn heading(ui: &mut Ui, theme: &Theme, role: TextRole, level: usize, text: &str) -> Response {
    heading_around(ui, level, |ui| show(ui, theme, role, Token::Ink, text))
}

/// The page's title: a heading of the first level that the keyboard can be put on.
///
/// Not egui's label: that one underlines itself when the focus is on it, and a title is no link. It can take the
/// focus from the start; asking for that afterwards would let go of it in every frame.
pub fn title(ui: &mut Ui, theme: &Theme, role: TextRole, text: &str) -> Response {
    heading_around(ui, 1, |ui| {
        let width = ui.available_width().min(theme.metrics.reading_width);
        let galley = balanced(ui, theme, role, Token::Ink, text, width);
        let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::focusable_noninteractive());
        name_words(&response, text);
        let mark = place_for_mark(ui, text);
        mark_read(ui, theme, mark, rect);
        ui.painter().galley(rect.min, galley, egui::Color32::PLACEHOLDER);
        response
    })
}

/// The role, smaller where its longest word would be torn apart; never below what small text is at 100 %.
pub fn unbroken(ui: &Ui, theme: &Theme, role: TextRole, text: &str, width: f32) -> TextRole {
    // No word of any language that is shipped is as wide as this many letters' heights.
    const LONGEST_WORD_EM: f32 = 15.0;
    if width >= role.size * LONGEST_WORD_EM {
        return role;
    }
    let longest = longest_word(ui, theme, role, text).max(1.0);
    let least = (theme.metrics.small.size / ui.ctx().zoom_factor().max(1.0) / role.size).min(1.0);
    role.times((width / longest).clamp(least, 1.0))
}

/// What a line may end after: words, and the folders of a path. A word keeps the space after it: where that finds no
/// room, it would begin the next line.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.trim_end().split_inclusive(char::is_whitespace).flat_map(|word| word.split_inclusive(['/', '\\']))
}

/// A heading of a level around its words.
///
/// Two parts for a screen reader: a heading, for finding one's way, and in it the words as a label of their own, which
/// can have the keyboard. Orca reads a heading's text from an interface that only labels have, and says no more than
/// "heading" of one that stands alone.
pub fn heading_around(ui: &mut Ui, level: usize, words: impl FnOnce(&mut Ui) -> Response) -> Response {
    let scope = ui.scope_builder(UiBuilder::new().accessibility_role(Role::Heading), |ui| {
        let response = words(ui);
        name_by(ui, ui.unique_id(), &response);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_level(level));
        response
    });
    scope.inner
}

/// Names a part by the words in it, and says that it is where they are.
pub fn name_by(ui: &Ui, part: Id, words: &Response) {
    let bounds = words.rect;
    ui.ctx().accesskit_node_builder(part, |node| {
        node.push_labelled_by(words.id.accesskit_id());
        node.set_bounds(egui::accesskit::Rect {
            x0: bounds.min.x.into(),
            y0: bounds.min.y.into(),
            x1: bounds.max.x.into(),
            y1: bounds.max.y.into(),
        });
    });
}

/// Names words that were painted by hand.
pub fn name_words(response: &Response, text: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, plain(text)));
}

/// What more is told when the keyboard comes to words: what no key leads to.
pub fn describe(ui: &Ui, response: &Response, more: &str) {
    if !more.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(plain(more)));
    }
}

/// Says changes of this text to a screen reader, politely or at once.
pub fn announce(ui: &Ui, response: &Response, live: egui::accesskit::Live) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(live));
}

/// One line that never wraps, laid out for painting by hand.
pub fn line(ui: &Ui, theme: &Theme, role: TextRole, token: Token, text: &str) -> Arc<egui::Galley> {
    ui.painter().layout_job(job(theme, role, token, text, f32::INFINITY))
}

/// The same in lines of about one length, as many as it takes: the last word of a title never stands alone.
pub fn balanced(ui: &Ui, theme: &Theme, role: TextRole, token: Token, text: &str, width: f32) -> Arc<egui::Galley> {
    // Half a point of a line that is hundreds wide: finer than anyone sees.
    const STEPS: usize = 10;
    let at = |width| wrapped(ui, theme, role, token, text, width);
    let widest = at(width);
    let lines = widest.rows.len();
    if lines < 2 {
        return widest;
    }
    let role_kept = unbroken(ui, theme, role, text, width) == role;
    let (mut least, mut most) = (width / 2.0, width);
    for _ in 0..STEPS {
        let middle = f32::midpoint(least, most);
        // Narrower lines must neither be more nor make the words smaller.
        let same = at(middle).rows.len() == lines && (unbroken(ui, theme, role, text, middle) == role) == role_kept;
        if same { most = middle } else { least = middle }
    }
    at(most)
}

/// Text that wraps at `width`, laid out for painting by hand; smaller rather than with a broken word.
pub fn wrapped(ui: &Ui, theme: &Theme, role: TextRole, token: Token, text: &str, width: f32) -> Arc<egui::Galley> {
    let role = unbroken(ui, theme, role, text, width);
    let mut job = job(theme, role, token, text, width);
    sought::mark(ui, theme, &mut job);
    ui.painter().layout_job(job)
}

/// Sizes of words in points, each under all that it depends on.
type Sizes = FramePublisher<Id, Vec2>;

/// How large words in a role are at a width, in points; smaller rather than with a broken word.
pub fn size(ui: &Ui, theme: &Theme, role: TextRole, words: &str, width: Width) -> Vec2 {
    let (kind, points) = match width {
        Width::Of(points) => (0_u8, points),
        Width::Natural => (1, 0.0),
        Width::Least => (2, 0.0),
    };
    let numbers = [role.size, role.line, role.spacing, points, ui.pixels_per_point()].map(f32::to_bits);
    let key = Id::unique((words, numbers, role.weight as u8, kind));
    let known = ui.memory_mut(|memory| memory.caches.cache::<Sizes>().get(&key).copied());
    let size = known.unwrap_or_else(|| laid_out(ui, theme, role, words, width));
    // Said again, so that it is kept for the next frame as well.
    ui.memory_mut(|memory| memory.caches.cache::<Sizes>().set(key, size));
    size
}

fn laid_out(ui: &Ui, theme: &Theme, role: TextRole, words: &str, width: Width) -> Vec2 {
    match width {
        Width::Of(points) => wrapped(ui, theme, role, Token::Ink, words, points).size(),
        Width::Natural => line(ui, theme, role, Token::Ink, words).size(),
        Width::Least => {
            let words = content::without_links(words);
            let widest = parts(&words).map(|part| line(ui, theme, role, Token::Ink, part).size().x);
            vec2(widest.fold(0.0, f32::max), role.line)
        }
    }
}

/// How wide words in one line are, in points.
pub fn line_width(ui: &Ui, theme: &Theme, role: TextRole, line: &str) -> f32 {
    size(ui, theme, role, line, Width::Natural).x
}

/// How wide the longest word is, in points: narrower, it would be torn apart.
pub fn longest_word(ui: &Ui, theme: &Theme, role: TextRole, text: &str) -> f32 {
    size(ui, theme, role, text, Width::Least).x
}
