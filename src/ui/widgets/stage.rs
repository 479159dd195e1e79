//! The stage: a sage panel with a floor band, so that every figure stands on something.
//!
//! It places a still so that its floor meets the band, and sets labels with a line to the point they name.
//! Invariant: a stage without its figure still shows title, labels' words in the description, and the band.

use eframe::egui::{Color32, CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::{
    content::{Label, Side},
    drawing::Token,
    figure::Still,
    ui::{
        metrics::{TextRole, Weight},
        pictures::Shown,
        theme::radius,
        vector,
        widgets::{Kit, text},
    },
};

/// How far the band reaches above the floor line, as a share of the stage's height.
const BAND_OVER_FLOOR: f32 = 0.05;
/// How wide a label's words may run, as a share of the stage's width.
const LABEL_WIDTH: f32 = 0.24;
/// How wide at most, in widths of a leader line's dot: about fourteen letters.
const LABEL_DOTS: f32 = 30.0;

/// A stage to be shown: the ground, and where on it a figure stands.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// Scene id, for the texture cache.
    pub scene: &'a str,
    description: &'a str,
    labels: &'a [Label],
    above: f32,
    below: f32,
    corner: f32,
    across: f32,
}

impl<'a> Stage<'a> {
    /// A stage for a scene, without words.
    pub fn bare(scene: &'a str) -> Self {
        Self { scene, description: "", labels: &[], above: 0.0, below: 0.0, corner: 0.0, across: 0.5 }
    }

    /// One sentence for someone who can not see it, and words with a line to a point.
    pub fn labelled(self, description: &'a str, labels: &'a [Label]) -> Self {
        Self { description, labels, ..self }
    }

    /// Room kept free above the figure and below its floor, in points.
    pub fn room(self, above: f32, below: f32) -> Self {
        Self { above, below, ..self }
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
        self.paint_ground(ui, kit, rect);
        self.paint_figure(ui, kit, shown, rect);
    }

    /// Panel and floor band alone.
    pub fn paint_ground(&self, ui: &Ui, kit: Kit<'_>, rect: Rect) {
        let theme = kit.theme;
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.rect_filled(rect, radius(self.corner), theme.color(Token::Stage));
        let band_top = rect.bottom() - self.below - rect.height() * BAND_OVER_FLOOR;
        let band = Rect::from_min_max(pos2(rect.left(), band_top), rect.max);
        let corner = self.corner.round() as u8;
        painter.rect_filled(band, CornerRadius { nw: 0, ne: 0, sw: corner, se: corner }, theme.color(Token::StageFloor));
    }

    /// Figure and labels alone, in a part of a ground that is already there.
    pub fn paint_figure(&self, ui: &Ui, kit: Kit<'_>, shown: &Shown, rect: Rect) {
        match shown {
            Shown::Nothing => {}
            Shown::Still(still) => {
                let (scale, place) = self.place(still, rect);
                kit.pictures.paint(ui, kit.theme, still, place);
                self.paint_labels(ui, kit, rect, still, place.min, scale);
            }
            Shown::Moving(still) => {
                let (_, place) = self.place(still, rect);
                vector::paint(ui, kit.theme, &still.drawing, place);
            }
            Shown::Pair(ends) => {
                let middle = rect.center().x;
                let halves = [rect.with_max_x(middle), rect.with_min_x(middle)];
                for (still, half) in ends.iter().zip(halves) {
                    kit.pictures.paint(ui, kit.theme, still, self.place(still, half).1);
                }
            }
        }
    }

    /// Points per drawing unit, and where the drawing comes to lie.
    fn place(&self, still: &Still, rect: Rect) -> (f32, Rect) {
        let size = vec2(still.drawing.size.width as f32, still.drawing.size.height as f32);
        let floor = still.floor_y as f32;
        let room = rect.height() - self.above - self.below;
        let scale = ((rect.width() - self.corner) / size.x).min(room / floor.max(1.0)).max(0.0);
        let left = rect.left() + (rect.width() - size.x * scale) * self.across;
        (scale, Rect::from_min_size(pos2(left, rect.bottom() - self.below - floor * scale), size * scale))
    }

    /// Words and leaders; words that would touch move apart.
    fn paint_labels(&self, ui: &Ui, kit: Kit<'_>, rect: Rect, still: &Still, origin: Pos2, scale: f32) {
        let (theme, metrics) = (kit.theme, &kit.theme.metrics);
        let role = TextRole { size: metrics.stage_label_size, line: metrics.small.line, weight: Weight::Semibold, spacing: 0.0 };
        let anchored = self.labels.iter().filter_map(|label| {
            let anchor = still.anchors.get(&label.anchor)?;
            let at = origin + vec2(anchor.x as f32, anchor.y as f32) * scale;
            let galley = text::wrapped(
                ui,
                theme,
                role,
                Token::Ink,
                &label.text,
                (rect.width() * LABEL_WIDTH).min(metrics.leader_dot * LABEL_DOTS),
            );
            let place = self.label_place(kit, rect, at, galley.size(), label.side);
            Some((label.side, at, galley, place))
        });
        let mut labels: Vec<_> = anchored.collect();
        spread(&mut labels, metrics.gap_20);
        for (side, at, galley, place) in labels {
            let end = match side {
                Side::Above => pos2(at.x, place.bottom()),
                Side::Below => pos2(at.x, place.top()),
                Side::Left => pos2(place.right() + metrics.gap_4, at.y),
                Side::Right => pos2(place.left() - metrics.gap_4, at.y),
            };
            ui.painter().line_segment([at, end], theme.line(metrics.leader, Token::Ink));
            ui.painter().circle_filled(at, metrics.leader_dot, theme.color(Token::Ink));
            ui.painter().galley(place.min, galley, Color32::PLACEHOLDER);
        }
    }

    /// Where a label's words stand: clear of the figure, inside the stage.
    fn label_place(&self, kit: Kit<'_>, rect: Rect, at: Pos2, size: Vec2, side: Side) -> Rect {
        let metrics = &kit.theme.metrics;
        let reach = if side == Side::Above { metrics.gap_36 } else { metrics.gap_28 };
        let corner = match side {
            Side::Above => at + vec2(-size.x / 2.0, -reach - size.y),
            // Under the floor, where nothing of the figure is.
            Side::Below => pos2(at.x - size.x / 2.0, rect.bottom() - self.below + metrics.gap_24),
            Side::Left => at + vec2(-reach - size.x - metrics.gap_4, -size.y / 2.0),
            Side::Right => at + vec2(reach + metrics.gap_4, -size.y / 2.0),
        };
        let inside = rect.shrink(metrics.gap_8);
        let corner = pos2(
            corner.x.clamp(inside.left(), (inside.right() - size.x).max(inside.left())),
            corner.y.clamp(inside.top(), (inside.bottom() - size.y).max(inside.top())),
        );
        Rect::from_min_size(corner, size)
    }
}

/// Moves words on the same side apart until `gap` lies between them.
fn spread<T>(labels: &mut [(Side, Pos2, T, Rect)], gap: f32) {
    for first in 0..labels.len() {
        for second in first + 1..labels.len() {
            let (a, b) = (&labels[first], &labels[second]);
            if a.0 != b.0 || a.3.bottom() <= b.3.top() || b.3.bottom() <= a.3.top() {
                continue;
            }
            let (left, right) = if a.1.x <= b.1.x { (first, second) } else { (second, first) };
            let overlap = labels[left].3.right() + gap - labels[right].3.left();
            if overlap > 0.0 {
                labels[left].3 = labels[left].3.translate(vec2(-overlap / 2.0, 0.0));
                labels[right].3 = labels[right].3.translate(vec2(overlap / 2.0, 0.0));
            }
        }
    }
}
