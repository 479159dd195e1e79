//! What pages of the guide are made of: prose, steps, lists, evidence pairs, notes, pictures.
//!
//! Invariant: what the article says never shows without what the evidence says beside it.

use eframe::egui::{Color32, Rect, Role, Vec2, pos2, vec2};

use crate::{
    app::Msg,
    content::{Block, Evidence, Figure, fill},
    drawing::Token,
    session::Position,
    ui::{
        View,
        layout::{
            Node,
            parts::{self, Tile},
        },
        metrics::{TextRole, Weight},
        pane::Pane,
        pictures::Shown as Figures,
        screens::{practice, tools},
        widgets::{bullets, button, icon::Icon, stage::Stage, text},
    },
};

/// Which half of a page: what to do, or what explains it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Pictures, steps, timed prompts, and the way on.
    Acts,
    /// The article over the evidence, cautions; all of the page where there is one column.
    Explains,
}

/// Shows blocks top to bottom. `page` names what is folded open, so that it stays so.
pub fn show(pane: &mut Pane<'_, '_>, page: &str, blocks: &[Block]) {
    show_some(pane, page, blocks.iter().enumerate());
}

/// One half of a page's blocks, each with its place in it: in a broad window they stand beside each other. A heading goes
/// with what stands under it.
pub fn half(blocks: &[Block], half: Shown) -> impl Iterator<Item = (usize, &Block)> {
    let explains = move |index: usize| match blocks.get(index) {
        Some(Block::Heading(_)) => {
            let under = blocks.iter().skip(index + 1).take_while(|block| !matches!(block, Block::Heading(_)));
            under.clone().next().is_some() && under.clone().all(is_explanation)
        }
        other => other.is_some_and(is_explanation),
    };
    blocks.iter().enumerate().filter(move |(index, _)| explains(*index) == (half == Shown::Explains))
}

fn is_explanation(block: &Block) -> bool {
    matches!(block, Block::Evidence(_) | Block::Caution { .. })
}

/// The same for some blocks of a page, each with its place in it.
pub fn show_some<'b>(pane: &mut Pane<'_, '_>, page: &str, blocks: impl Iterator<Item = (usize, &'b Block)>) {
    let (view, metrics) = (pane.view, pane.metrics());
    for (index, block) in blocks {
        match block {
            Block::Heading(words) => pane.heading(words),
            Block::Text(passage) => {
                pane.say(&passage.text);
            }
            Block::Steps(steps) => {
                bullets::steps(pane.ui, view.kit, steps.iter().map(|step| step.text.as_str()));
                pane.gap(metrics.gap_8);
            }
            Block::List(items) => {
                bullets::list(pane.ui, view.kit, items.iter().map(|item| item.text.as_str()));
                pane.gap(metrics.gap_8);
            }
            Block::Evidence(pair) => evidence(pane, &format!("{page}/{index}"), pair),
            Block::Caution { lead, text } => pane.note(Icon::Warning, lead, &text.text),
            Block::Figure(figure) => picture(pane, figure, false),
            Block::InPosition(figures) => {
                let shown = view.model.settings.preferred_position.unwrap_or(view.model.shown_position);
                let index = Position::ALL.iter().position(|&position| position == shown);
                if let Some(figure) = index.and_then(|index| figures.get(index)).or(figures.first()) {
                    picture(pane, figure, false);
                }
            }
            Block::Tools(tools) => tools::show(pane, tools),
            Block::Practice(prompt) => {
                if let Some(section) = view.model.section_index(page) {
                    practice::strip(pane, prompt, section, index);
                }
            }
        }
    }
}

/// A picture on a stage, with its caption; without the picture the description takes its place. `turned` exchanges
/// left and right: for the other side of the body.
pub fn picture(pane: &mut Pane<'_, '_>, figure: &Figure, turned: bool) {
    let (view, metrics) = (pane.view, pane.metrics());
    let theme = view.kit.theme;
    let width = pane.width();
    let playing = view.model.playing.as_ref().filter(|(scene, _)| *scene == figure.scene);
    let shown = match playing {
        Some((_, since)) => view.shown_for(&figure.scene, view.model.now.moment.since(*since)),
        // Where nothing moves, where it begins and where it ends stand side by side.
        None if !view.model.moves() => view.shown_at(&figure.scene, 0.0),
        None => view.shown(&figure.scene),
    };
    let is_pair = matches!(shown, Figures::Pair(..));
    let shown = if turned { view.kit.pictures.mirrored(shown) } else { shown };
    let plays = view.model.moves() && view.model.book.figures.clip_secs(&figure.scene).is_some();
    let side = if plays { metrics.round_button + metrics.gap_12 } else { 0.0 };
    let caption = text::wrapped(pane.ui, theme, metrics.h3, Token::Ink, &figure.caption, width - 2.0 * metrics.gap_20 - side);
    let missing = shown.is_nothing().then(|| {
        let words = format!("{} {}", view.model.book.words.section.figure_missing, figure.description);
        text::wrapped(pane.ui, theme, metrics.body, Token::Ink2, &words, width - 2.0 * metrics.gap_20)
    });
    let above = caption.size().y + metrics.gap_36;
    // Where the stage is too narrow for words beside the figure, they stand under it.
    let labels: &[_] = if width < metrics.label_stage || is_pair { &[] } else { &figure.labels };
    let stage = Stage::bare(&figure.scene).room(above, metrics.gap_48).corner(metrics.radius_card);
    let height = metrics.stage_height.max(width * metrics.stage_share).min(metrics.stage_most);
    // Labels look for their places over the figure as well.
    let filled = stage.height_to_fill(view.kit, &shown, width).filter(|_| labels.is_empty());
    let height = height.min(filled.unwrap_or(height));
    let height = height.max(above + metrics.gap_48 + missing.as_ref().map_or(0.0, |words| words.size().y));
    let node = Node::wide(height, |ui, out| {
        let rect = ui.max_rect();
        stage.labelled(&figure.description, labels).show(ui, view.kit, &shown, rect);
        if plays {
            let words = &view.model.book.words.section;
            let corner = pos2(rect.right() - side, rect.top() + metrics.gap_12);
            let (icon, pattern) =
                if playing.is_some() { (Icon::Pause, &words.still_figure) } else { (Icon::Play, &words.play_figure) };
            let name = fill(pattern, &[("name", &figure.caption)]);
            let place = Rect::from_min_size(corner, Vec2::splat(metrics.round_button));
            if button::tip(button::round_button(ui, view.kit, place, icon, &name, false), &name).clicked() {
                out.push(Msg::PlayFigure(playing.is_none().then(|| figure.scene.clone())));
            }
        }
        let below = vec2(metrics.gap_20, metrics.gap_12 + caption.size().y + metrics.gap_12);
        ui.painter().galley(rect.min + vec2(metrics.gap_20, metrics.gap_12), caption, Color32::PLACEHOLDER);
        if let Some(words) = missing {
            ui.painter().galley(rect.min + below, words, Color32::PLACEHOLDER);
        }
    });
    pane.put(node);
    if labels.is_empty() && !figure.labels.is_empty() {
        bullets::list(pane.ui, view.kit, figure.labels.iter().map(|label| label.text.as_str()));
    }
}

/// A pair, folded unless it must stand open.
pub fn evidence(pane: &mut Pane<'_, '_>, key: &str, pair: &Evidence) {
    let (view, metrics) = (pane.view, pane.metrics());
    if pair.open {
        let sides = sides(pane, pair, pane.width());
        return pane.put(sides);
    }
    let open = view.model.open_evidence.contains(key);
    let mut lines = vec![fold_row(view, key, &pair.summary, open)];
    if open {
        lines.push(sides(pane, pair, pane.width() - 2.0 * metrics.gap_16));
    }
    pane.put(parts::card(view.kit, false, Node::column(lines).gap(metrics.gap_12).pad(metrics.gap_16)));
}

fn fold_row<'a>(view: View<'a>, key: &str, summary: &str, open: bool) -> Node<'a> {
    let (metrics, words) = (view.metrics(), &view.model.book.words.section);
    let row = Node::row([
        parts::icon(view.kit, Icon::Info, metrics.icon, Token::Ink),
        Node::wrap([
            parts::paint(view.kit, metrics.strong, Token::Ink, &words.evidence_title),
            parts::paint(view.kit, metrics.meta, Token::Ink2, summary),
        ])
        .gap(metrics.gap_4)
        .gap_across(metrics.gap_12)
        .grow(),
        parts::icon(view.kit, if open { Icon::ChevronUp } else { Icon::ChevronDown }, metrics.icon, Token::Ink2),
    ]);
    let name = format!("{}: {summary}", words.evidence_title);
    let tile = Tile { name, role: Role::DisclosureTriangle, selected: Some(open) };
    parts::hit(view, tile, Msg::ToggleEvidence(key.to_owned()), row.gap(metrics.gap_12).least_height(metrics.gap_28))
}

/// The article and the evidence beside each other, ending together; one under the other where it is narrow.
fn sides<'a>(pane: &Pane<'_, 'a>, pair: &Evidence, width: f32) -> Node<'a> {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.words.section);
    let article = pair.article.iter().map(|passage| passage.text.as_str());
    let notes = pair.notes.iter().filter_map(|id| view.model.book.guide.note(id)).map(|note| note.text.as_str());
    let sides = vec![
        side(view, Token::Sunk, Token::Ink2, &words.article_says, article),
        side(view, Token::PrimarySoft, Token::PrimaryInk, &words.evidence_says, notes),
    ];
    let columns = parts::columns(pane.ui, width, metrics.gap_16, metrics.evidence_least, 2, &sides);
    Node::grid(columns, sides).gap(metrics.gap_12)
}

fn side<'a, 't>(view: View<'a>, ground: Token, ink: Token, title: &str, texts: impl Iterator<Item = &'t str>) -> Node<'a> {
    let metrics = view.metrics();
    let title = view.words(TextRole { weight: Weight::Semibold, ..metrics.meta }, ink, title);
    let lines = [title].into_iter().chain(texts.map(|words| view.body(words)));
    parts::ground(
        view.kit,
        ground,
        metrics.radius_thumb,
        Node::column(lines).gap(metrics.gap_4).pads(metrics.gap_16, metrics.gap_12),
    )
}
