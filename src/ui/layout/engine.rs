//! The layout engine (taffy: flexbox and grid), asked through a [`Node`].
//!
//! Not what a node says of itself. Invariant: a tree is built once; asked again at another width or height it measures only
//! what it has not measured yet.

use eframe::egui::{Rect, Ui, Vec2, pos2, vec2};
use taffy::prelude::{AvailableSpace, NodeId, Size, Style, TaffyTree, length};
use taffy::{TaffyResult, compute_leaf_layout};

use super::{Node, Part, Width};

/// A tree as the engine has it: asked again, it measures only what it has not measured yet.
pub(super) struct Asked {
    tree: TaffyTree<usize>,
    /// Every part's id and the place of its parent in this list, in the tree's order.
    ids: Vec<(NodeId, Option<usize>)>,
    /// The root's style at that time: what is said of a node later makes it another one.
    style: Style,
}

/// What measures a leaf.
type Leaf<'t> = &'t dyn Fn(&Ui, Width) -> Vec2;

/// Measures.
impl Node<'_> {
    /// The size at a width, and where every part of the tree stands in it, in the tree's order.
    pub(super) fn lay_out(&self, ui: &Ui, width: AvailableSpace, height: Option<f32>) -> TaffyResult<(Vec2, Vec<Rect>)> {
        let mut asked = self.asked.borrow_mut();
        let asked = match &mut *asked {
            Some(asked) if asked.style == *self.style => asked,
            other => other.insert(Box::new(Asked::of(self)?)),
        };
        let Some(&(root, _)) = asked.ids.first() else { return Ok(Default::default()) };
        let mut style = Style::clone(&self.style);
        if let AvailableSpace::Definite(points) = width {
            style.size.width = length(points);
        }
        if let Some(points) = height {
            style.size.height = length(points);
        }
        if *asked.tree.style(root)? != style {
            asked.tree.set_style(root, style)?;
        }
        let mut leaves = Vec::new();
        self.leaves(&mut leaves);
        let room = Size { width, height: height.map_or(AvailableSpace::MaxContent, AvailableSpace::Definite) };
        asked.tree.compute_layout_with_measure(root, room, |input, _, leaf: Option<&mut usize>, style| {
            compute_leaf_layout(
                input,
                style,
                |_, _| 0.0,
                |known, room| {
                    let Some(measure) = leaf.and_then(|leaf| leaves.get(*leaf)) else { return Size::ZERO };
                    let width = match (known.width, room.width) {
                        (Some(width), _) | (None, AvailableSpace::Definite(width)) => Width::Of(width),
                        (None, AvailableSpace::MaxContent) => Width::Natural,
                        (None, AvailableSpace::MinContent) => Width::Least,
                    };
                    let size = measure(ui, width);
                    Size { width: known.width.unwrap_or(size.x), height: known.height.unwrap_or(size.y) }
                },
            )
        })?;
        let mut places = Vec::with_capacity(asked.ids.len());
        for &(id, parent) in &asked.ids {
            let layout = asked.tree.layout(id)?;
            let origin = parent.and_then(|index: usize| places.get(index)).map_or(pos2(0.0, 0.0), |rect: &Rect| rect.min);
            let place = vec2(layout.location.x, layout.location.y);
            places.push(Rect::from_min_size(origin + place, vec2(layout.size.width, layout.size.height)));
        }
        Ok((places.first().map_or(Vec2::ZERO, |rect| rect.size()), places))
    }

    /// What measures each leaf, in the tree's order.
    fn leaves<'t>(&'t self, found: &mut Vec<Leaf<'t>>) {
        if let Part::Leaf(measure, _) = &self.part {
            found.push(&**measure);
        }
        self.children.iter().for_each(|child| child.leaves(found));
    }

    /// The least width at which no word breaks.
    pub fn narrowest(&self, ui: &Ui) -> f32 {
        self.lay_out(ui, AvailableSpace::MinContent, None).map_or(0.0, |(size, _)| size.x)
    }

    /// The width at which no line of words wraps.
    pub fn widest(&self, ui: &Ui) -> f32 {
        self.lay_out(ui, AvailableSpace::MaxContent, None).map_or(0.0, |(size, _)| size.x)
    }

    /// How high it is at a width.
    pub fn height_at(&self, ui: &Ui, width: f32) -> f32 {
        self.lay_out(ui, AvailableSpace::Definite(width), None).map_or(0.0, |(size, _)| size.y)
    }
}

impl Asked {
    fn of(node: &Node<'_>) -> TaffyResult<Self> {
        let mut asked = Self { tree: TaffyTree::new(), ids: Vec::new(), style: Style::clone(&node.style) };
        // What is measured in parts of a point must be given them, or a line of words breaks that fits.
        asked.tree.disable_rounding();
        asked.add(node, None, &mut 0)?;
        Ok(asked)
    }

    /// Adds a node and what it holds.
    fn add(&mut self, node: &Node<'_>, parent: Option<usize>, leaves: &mut usize) -> TaffyResult<NodeId> {
        let style = Style::clone(&node.style);
        let id = match &node.part {
            Part::Group(_) => self.tree.new_leaf(style)?,
            Part::Leaf(..) => {
                *leaves += 1;
                self.tree.new_leaf_with_context(style, *leaves - 1)?
            }
        };
        let index = self.ids.len();
        self.ids.push((id, parent));
        for child in &node.children {
            let child = self.add(child, Some(index), leaves)?;
            self.tree.add_child(id, child)?;
        }
        Ok(id)
    }
}
