//! Parts of a page, laid out at their own origin and put together like boxes.
//!
//! A [`Part`] knows its size and its blocks; [`stack`] and [`beside`] move parts, [`Part::inside`] gives them a
//! common role. Not a general layout engine: just what a sheet needs.
//!
//! Invariant: everything a part paints lies within its size, or laying it out failed.

use kurbo::{Rect, Size, Vec2};

use super::page::{Block, Role};

/// Blocks laid out with their top left corner at (0, 0).
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) size: Size,
    pub(super) blocks: Vec<Block>,
}

impl Part {
    /// Decoration that fills its bounds.
    pub(super) fn of(block: Block) -> Self {
        Self { size: Size::new(block.bounds.x1, block.bounds.y1), blocks: vec![block] }
    }

    /// The same blocks, moved.
    pub(super) fn shifted(mut self, by: Vec2) -> Vec<Block> {
        for block in &mut self.blocks {
            block.shift(by);
        }
        self.blocks
    }

    /// The same part as the children of one block with a role.
    pub(super) fn inside(self, role: Role) -> Self {
        let bounds = Rect::from_origin_size((0.0, 0.0), self.size);
        let block = Block { role, bounds, pieces: Vec::new(), children: self.blocks };
        Self { size: self.size, blocks: vec![block] }
    }

    /// The same part with empty room around it.
    pub(super) fn padded(self, x: f64, top: f64, bottom: f64) -> Self {
        let size = Size::new(self.size.width + 2.0 * x, self.size.height + top + bottom);
        Self { size, blocks: self.shifted(Vec2::new(x, top)) }
    }

    /// The same part, at least this high.
    pub(super) fn at_least(mut self, height: f64) -> Self {
        self.size.height = self.size.height.max(height);
        self
    }

    /// The same part with decoration behind it, which is not read aloud.
    pub(super) fn on(mut self, back: Block) -> Self {
        self.blocks.insert(0, back);
        self
    }

    /// The rectangle it takes.
    pub(super) fn bounds(&self) -> Rect {
        Rect::from_origin_size((0.0, 0.0), self.size)
    }
}

/// Parts below one another, each with the gap above it.
pub(super) fn stack(parts: impl IntoIterator<Item = (f64, Part)>) -> Part {
    let mut whole = Part::default();
    for (gap, part) in parts {
        let top = whole.size.height + gap;
        whole.size = Size::new(whole.size.width.max(part.size.width), top + part.size.height);
        whole.blocks.extend(part.shifted(Vec2::new(0.0, top)));
    }
    whole
}

/// Parts side by side with a gap between them, tops level.
pub(super) fn beside(gap: f64, parts: impl IntoIterator<Item = Part>) -> Part {
    let mut whole = Part::default();
    for part in parts {
        let left = if whole.size.width > 0.0 { whole.size.width + gap } else { 0.0 };
        whole.size = Size::new(left + part.size.width, whole.size.height.max(part.size.height));
        whole.blocks.extend(part.shifted(Vec2::new(left, 0.0)));
    }
    whole
}
