//! The stage: a sage panel with a floor band, so that every figure stands on something.
//!
//! It places a still so that its floor meets the band, and sets labels with a line to the point they name.
//! Invariant: a stage without its figure still shows title, labels' words in the description, and the band.

use std::{rc::Rc, sync::Arc};

use eframe::egui::{
    Color32, CornerRadius, Galley, Id, Pos2, Rect, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, cache::FramePublisher, pos2,
    vec2,
};

use crate::{
    content::{Label, Side},
    drawing::Token,
    figure::Still,
    ui::{
        metrics::{TextRole, Weight},
        pictures::Shown,
        theme::radius,
        vector,
        widgets::{
            Kit,
            labels::{self, Figure, Wish},
            text,
        },
    },
};

/// How far the band reaches above the floor line, as a share of the stage's height.
const BAND_OVER_FLOOR: f32 = 0.05;
/// How wide a label's words may run, as a share of the stage's width.
const LABEL_WIDTH: f32 = 0.24;
/// How wide at most, in widths of a leader line's dot: about fourteen letters.
const LABEL_DOTS: f32 = 30.0;
/// How far a figure gives way to its labels, as shares of its size; what finds no room then either is not written.
const GIVES_WAY: [f32; 3] = [0.87, 0.75, 0.64];

/// A stage to be shown: the ground, and where on it a figure stands.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// Scene id, for the texture cache.
    pub scene: &'a str,
    description: &'a str,
    labels: &'a [Label],
    above: f32,
    below: f32,
    under: f32,
    corner: f32,
    across: f32,
}

impl<'a> Stage<'a> {
    /// A stage for a scene, without words.
    pub fn bare(scene: &'a str) -> Self {
        Self { scene, description: "", labels: &[], above: 0.0, below: 0.0, under: 0.0, corner: 0.0, across: 0.5 }
    }

    /// One sentence for someone who can not see it, and words with a line to a point.
    pub fn labelled(self, description: &'a str, labels: &'a [Label]) -> Self {
        Self { description, labels, ..self }
    }

    /// Room kept free above the figure and below its floor, in points.
    pub fn room(self, above: f32, below: f32) -> Self {
        Self { above, below, ..self }
    }

    /// A floor band this high on a stage of this height, in points: what stands on it lies wholly on it.
    pub fn band(self, band: f32, height: f32) -> Self {
        Self { below: (band - height * BAND_OVER_FLOOR).max(0.0), ..self }
    }

    /// A floor band no higher than this on a stage of this height, in points.
    pub fn band_at_most(self, band: f32, height: f32) -> Self {
        Self { below: self.below.min(self.band(band, height).below), ..self }
    }

    /// Room kept free under all of the figure, in points: what it lies on reaches below its floor.
    pub fn clear(self, under: f32) -> Self {
        Self { under, ..self }
    }

    /// Rounded corners, in points.
    pub fn corner(self, corner: f32) -> Self {
        Self { corner, ..self }
    }

    /// Where the figure stands across the stage: 0 left, 0.5 middle, 1 right.
    pub fn at(self, across: f32) -> Self {
        Self { across, ..self }
    }

    /// Paints the stage into a rectangle that is already taken, and names it for a screen reader.
    pub fn show(&self, ui: &mut Ui, kit: Kit<'_>, shown: &Shown, rect: Rect) {
        let response = ui.interact(rect, ui.scope_id().with(("stage", self.scene)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.description));
        self.paint(ui, kit, shown, rect);
    }

    /// Paints it without a name, where the words beside it already say it all.
    pub fn paint(&self, ui: &Ui, kit: Kit<'_>, shown: &Shown, rect: Rect) {
        let Shown::Still(still) = shown else {
            let below = if shown.is_from_above() { -rect.height() } else { self.below };
            Self { below, ..*self }.paint_ground(ui, kit, rect);
            return self.paint_figure(ui, kit, shown, rect);
        };
        // Words under the figure lift its floor, and the band with it.
        let placed = self.placed(ui, kit, still, rect);
        let floor = placed.figure.top() + still.floor_y as f32 * placed.scale;
        let below = if still.is_from_above() { -rect.height() } else { rect.bottom() - floor };
        Self { below, ..*self }.paint_ground(ui, kit, rect);
        paint_still(ui, kit, still, placed);
    }

    /// Where figure and labels stand; found once, for as long as stage, figure and words stay the same.
    fn placed(&self, ui: &Ui, kit: Kit<'_>, still: &Still, rect: Rect) -> Placed {
        let words = self.laid_out(ui, kit, rect.width());
        let named = self.labels.iter().zip(words);
        let named: Vec<_> =
            named.filter_map(|(label, words)| Some((still.anchors.get(&label.anchor)?, label.side, words))).collect();
        if named.is_empty() {
            let (scale, figure) = self.place(still, rect, 0.0, 1.0);
            return Placed { scale, figure, labels: Vec::new() };
        }
        let asked = Asked {
            stage: rect.size(),
            room: [self.above, self.below, self.corner, self.across],
            figure: (vec2(still.drawing.size.width as f32, still.drawing.size.height as f32), still.floor_y as f32),
            labels: named.iter().map(|(at, side, words)| (pos2(at.x as f32, at.y as f32), *side, words.size())).collect(),
        };
        // Two stages of one scene may stand on a page, but not of one size.
        let id = Id::unique(("labels", self.scene, rect.width().round() as i32, rect.height().round() as i32));
        let kept = ui.memory_mut(|memory| memory.caches.cache::<Kept>().get(&id).cloned());
        let kept = kept.filter(|(kept, _)| kept.is_like(&asked));
        let (asked, solved) = kept.unwrap_or_else(|| {
            let solved = self.solve(kit, still, rect, &asked);
            (asked, solved)
        });
        // Said again, so that it is kept for the next frame as well.
        ui.memory_mut(|memory| memory.caches.cache::<Kept>().set(id, (asked, solved.clone())));
        let (scale, figure) = (solved.scale, solved.figure.translate(rect.min.to_vec2()));
        let labels = named.into_iter().zip(solved.labels).filter_map(|((anchor, _, words), place)| {
            let (side, place) = place?;
            let at = figure.min + vec2(anchor.x as f32, anchor.y as f32) * scale;
            Some((at, words, (side, place.translate(rect.min.to_vec2()))))
        });
        Placed { scale, figure, labels: labels.collect() }
    }

    /// Looks for places. The figure is as large as its labels leave room for.
    fn solve(&self, kit: Kit<'_>, still: &Still, rect: Rect, asked: &Asked) -> Solved {
        let mut best = self.solve_at(kit, still, rect, asked, 1.0);
        for share in GIVES_WAY {
            if best.left_out() == 0 {
                break;
            }
            let smaller = self.solve_at(kit, still, rect, asked, share);
            if smaller.left_out() < best.left_out() {
                best = smaller;
            }
        }
        best
    }

    /// The same for a figure of one size.
    fn solve_at(&self, kit: Kit<'_>, still: &Still, rect: Rect, asked: &Asked, share: f32) -> Solved {
        let metrics = &kit.theme.metrics;
        let below = asked.labels.iter().filter(|(_, side, _)| *side == Side::Below);
        let under = below.map(|(_, _, size)| size.y + metrics.gap_20).fold(0.0, f32::max);
        // The caption stands above; its words are not the figure's.
        let free = rect.shrink(metrics.gap_8).with_min_y(rect.top() + (self.above - metrics.gap_12).max(metrics.gap_4));
        let (scale, figure) = self.place(still, rect, under, share);
        let wished = asked.labels.iter();
        let wishes: Vec<_> = wished.map(|&(at, side, size)| Wish { at: figure.min + at.to_vec2() * scale, size, side }).collect();
        let floor = figure.top() + still.floor_y as f32 * scale;
        let edge = Self::band_top(rect, rect.bottom() - floor);
        let drawn = Figure { drawing: &still.drawing, origin: figure.min, scale, edge };
        let away = -rect.min.to_vec2();
        let labels = labels::place(free, drawn, metrics.gap_20, &wishes).into_iter();
        let labels = labels.map(|place| place.map(|(side, words)| (side, words.translate(away)))).collect();
        Solved { scale, figure: figure.translate(away), labels }
    }

    /// Where the floor band begins, when the floor line lies this far above the stage's foot.
    fn band_top(rect: Rect, below: f32) -> f32 {
        rect.bottom() - below - rect.height() * BAND_OVER_FLOOR
    }

    /// Panel and floor band alone.
    pub fn paint_ground(&self, ui: &Ui, kit: Kit<'_>, rect: Rect) {
        let theme = kit.theme;
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.rect_filled(rect, radius(self.corner), theme.color(Token::Stage));
        let band = Rect::from_min_max(pos2(rect.left(), Self::band_top(rect, self.below)), rect.max);
        let corner = self.corner.round() as u8;
        if !band.is_positive() {
            return;
        }
        painter.rect_filled(band, CornerRadius { nw: 0, ne: 0, sw: corner, se: corner }, theme.color(Token::StageFloor));
        if let Some(edge) = theme.edge_without_tints() {
            painter.rect_stroke(rect, radius(self.corner), edge, StrokeKind::Inside);
        }
    }

    /// Figure and labels alone, in a part of a ground that is already there.
    pub fn paint_figure(&self, ui: &Ui, kit: Kit<'_>, shown: &Shown, rect: Rect) {
        match shown {
            Shown::Nothing => {}
            Shown::Still(still) => {
                paint_still(ui, kit, still, self.placed(ui, kit, still, rect));
            }
            Shown::Moving(still) => {
                let (_, place) = self.place(still, rect, 0.0, 1.0);
                vector::paint(ui, kit.theme, &still.drawing, place);
            }
            Shown::Pair(ends, words) => {
                let (theme, metrics, middle) = (kit.theme, &kit.theme.metrics, rect.center().x);
                let halves = [rect.with_max_x(middle), rect.with_min_x(middle)];
                for ((still, half), words) in ends.iter().zip(halves).zip(words) {
                    let words = text::line(ui, theme, metrics.small, Token::Ink, words);
                    // The word stands right over its figure, where that does not reach.
                    let room = half.with_min_y(half.top() + words.size().y);
                    let figure = self.place(still, room, 0.0, 1.0).1;
                    let top = (figure.top() - words.size().y).max(half.top() + self.above);
                    let at = pos2(half.center().x - words.size().x / 2.0, top);
                    kit.pictures.paint(ui, theme, still, figure);
                    ui.painter().galley(at, words, Color32::PLACEHOLDER);
                }
            }
        }
    }

    /// How high the stage must be at a width for its figure to be as wide as it is, in points; more would be empty.
    pub fn height_to_fill(&self, kit: Kit<'_>, shown: &Shown, width: f32) -> Option<f32> {
        let metrics = &kit.theme.metrics;
        let (still, width, words) = match shown {
            Shown::Nothing => return None,
            Shown::Still(still) => (&**still, width, 0.0),
            Shown::Moving(still) => (still, width, 0.0),
            Shown::Pair([start, _], _) => (&**start, width / 2.0, metrics.small.line),
        };
        let scale = (width - self.corner) / still.drawing.size.width as f32;
        Some(self.above + words + still.floor_y as f32 * scale + self.below)
    }

    /// Points per drawing unit, and where the drawing comes to lie. `words` is the height of labels under the floor, `share`
    /// how much of its size the figure keeps.
    fn place(&self, still: &Still, rect: Rect, words: f32, share: f32) -> (f32, Rect) {
        let size = vec2(still.drawing.size.width as f32, still.drawing.size.height as f32);
        let floor = (still.floor_y as f32).max(1.0);
        let height = (rect.height() - self.above).max(0.0);
        let mut scale = ((rect.width() - self.corner) / size.x).min((height - self.below) / floor).max(0.0);
        let mut below = self.below;
        let words = words.max(self.under);
        if words > 0.0 {
            // What reaches under the floor grows with the figure; the words stand under that.
            let under = (labels::lowest(&still.drawing) - floor).max(0.0);
            scale = scale.min((height - words) / (floor + under)).max(0.0) * share;
            below = below.max(under * scale + words);
        } else {
            scale *= share;
        }
        let left = rect.left() + (rect.width() - size.x * scale) * self.across;
        (scale, Rect::from_min_size(pos2(left, rect.bottom() - below - floor * scale), size * scale))
    }

    /// The labels' words, laid out.
    fn laid_out(&self, ui: &Ui, kit: Kit<'_>, width: f32) -> Vec<Arc<Galley>> {
        let metrics = &kit.theme.metrics;
        let role = TextRole { size: metrics.stage_label_size, line: metrics.small.line, weight: Weight::Semibold, spacing: 0.0 };
        let most = (width * LABEL_WIDTH).min(metrics.leader_dot * LABEL_DOTS);
        let words = self.labels.iter().map(|label| {
            let width = text::longest_word(ui, kit.theme, role, &label.text).max(most) + 0.5;
            text::wrapped(ui, kit.theme, role, Token::Ink, &label.text, width)
        });
        words.collect()
    }
}

/// A figure in its place, and the labels that found one: point, words, and where they stand.
struct Placed {
    /// Points per unit of the drawing.
    scale: f32,
    figure: Rect,
    labels: Vec<(Pos2, Arc<Galley>, (Side, Rect))>,
}

/// All that places depend on, to tell whether those that were found still hold.
#[derive(Debug, Clone)]
struct Asked {
    stage: Vec2,
    room: [f32; 4],
    /// How large the drawing is, and where its floor lies in it.
    figure: (Vec2, f32),
    /// Point in the drawing, wished side, size of the words.
    labels: Vec<(Pos2, Side, Vec2)>,
}

impl Asked {
    /// Whether places found for the one hold for the other: scrolling changes a size in its last digits.
    fn is_like(&self, other: &Self) -> bool {
        const TOLERANCE_POINTS: f32 = 0.1;
        (self.stage - other.stage).abs().max_elem() < TOLERANCE_POINTS
            && (self.room, self.figure) == (other.room, other.figure)
            && self.labels == other.labels
    }
}

/// Places by stage, kept while they are asked for and one frame longer.
type Kept = FramePublisher<Id, (Asked, Solved)>;

/// Places that were found, from the stage's top left corner.
#[derive(Debug, Clone)]
struct Solved {
    /// Points per unit of the drawing.
    scale: f32,
    figure: Rect,
    labels: Vec<labels::Placed>,
}

impl Solved {
    fn left_out(&self) -> usize {
        self.labels.iter().filter(|place| place.is_none()).count()
    }
}

/// The figure, and words that each have a line to their point.
fn paint_still(ui: &Ui, kit: Kit<'_>, still: &Rc<Still>, placed: Placed) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    kit.pictures.paint(ui, theme, still, placed.figure);
    for (at, galley, (side, words)) in placed.labels {
        ui.painter().line_segment(labels::leader(at, side, words, metrics.gap_4), theme.line(metrics.leader, Token::Ink));
        ui.painter().circle_filled(at, metrics.leader_dot, theme.color(Token::Ink));
        ui.painter().galley(words.min, galley, Color32::PLACEHOLDER);
    }
}
