//! Layout: a page's parts as a tree that is measured first and shown then.
//!
//! A [`Node`] says what stands beside, under or inside what. The engine (taffy: flexbox and grid) asks every leaf how
//! large it is at which width, and places all of them, in the same frame and before anything is painted: no second
//! pass, no frame in which a part stands in the wrong place. What a leaf looks like is its own business, see
//! [`parts`].
//!
//! Invariant: the order of the tree is the order for the keyboard and for a screen reader.

pub mod controls;
pub mod parts;
pub mod scroll;
pub mod table;
pub mod texts;

mod engine;

#[cfg(test)]
mod tests;

use std::cell::RefCell;

use eframe::egui::{Rect, Role, Sense, Ui, UiBuilder, Vec2, accesskit, vec2};
use taffy::prelude::{
    AlignItems, AvailableSpace, Dimension, Display, FlexDirection, FlexWrap, JustifyContent, LengthPercentage, Size, Style, fr,
    length, minmax, zero,
};

use crate::ui::Messages;
use engine::Asked;

/// How wide a leaf may be when it is asked how large it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// At most this many points.
    Of(f32),
    /// As wide as it likes: words in one line.
    Natural,
    /// As narrow as it goes without breaking a word.
    Least,
}

type Measure<'a> = Box<dyn Fn(&Ui, Width) -> Vec2 + 'a>;
type Show<'a> = Box<dyn FnOnce(&mut Ui, &mut Messages) + 'a>;
type Ground<'a> = Box<dyn FnOnce(&mut Ui, Rect, &mut Messages) + 'a>;
type Describe<'a> = Box<dyn FnOnce(&mut accesskit::Node) + 'a>;

/// One part of a page, or some parts and how they stand to each other.
#[must_use]
pub struct Node<'a> {
    style: Box<Style>,
    part: Part<'a>,
    children: Vec<Node<'a>>,
    role: Option<(Role, Describe<'a>)>,
    is_off: bool,
    /// What the engine found out when it was asked before.
    asked: RefCell<Option<Box<Asked>>>,
}

enum Part<'a> {
    /// Holds other parts; its grounds lie under them.
    Group(Vec<Ground<'a>>),
    /// Says how large it is, and shows itself where it was put.
    Leaf(Measure<'a>, Show<'a>),
}

/// Makes nodes.
impl<'a> Node<'a> {
    /// A part that is measured and shown by its own means. `show` gets a `Ui` as large as what was measured, or larger
    /// where the layout gives it more.
    pub fn leaf(measure: impl Fn(&Ui, Width) -> Vec2 + 'a, show: impl FnOnce(&mut Ui, &mut Messages) + 'a) -> Self {
        // A tree is asked for its height before it is shown, and a page may try several ways: words are laid out once.
        let known = RefCell::new(Vec::<(Width, Vec2)>::new());
        let measure = move |ui: &Ui, width| {
            let before = known.borrow().iter().find(|(asked, _)| *asked == width).map(|(_, size)| *size);
            before.unwrap_or_else(|| {
                let size = measure(ui, width);
                known.borrow_mut().push((width, size));
                size
            })
        };
        Self::of(Style::default(), Part::Leaf(Box::new(measure), Box::new(show)), Vec::new())
    }

    /// A part of one size.
    pub fn fixed(size: Vec2, show: impl FnOnce(&mut Ui, &mut Messages) + 'a) -> Self {
        Self::leaf(move |_, _| size, show).rigid()
    }

    /// A part that takes the width it is given, and this height.
    pub fn wide(height: f32, show: impl FnOnce(&mut Ui, &mut Messages) + 'a) -> Self {
        let measure = move |_: &Ui, width| match width {
            Width::Of(width) => vec2(width, height),
            Width::Natural | Width::Least => vec2(0.0, height),
        };
        Self::leaf(measure, show)
    }

    /// Nothing, this far.
    pub fn space(points: f32) -> Self {
        Self::fixed(Vec2::splat(points), |_, _| {})
    }

    /// Nothing, as far as there is.
    pub fn spring() -> Self {
        Self::fixed(Vec2::ZERO, |_, _| {}).grow()
    }

    fn group(style: Style, children: impl IntoIterator<Item = Self>) -> Self {
        Self::of(style, Part::Group(Vec::new()), children.into_iter().collect())
    }

    fn of(style: Style, part: Part<'a>, children: Vec<Self>) -> Self {
        Self { style: Box::new(style), part, children, role: None, is_off: false, asked: RefCell::default() }
    }

    /// One under the other, each as wide as the column.
    pub fn column(children: impl IntoIterator<Item = Self>) -> Self {
        Self::group(Style { display: Display::Flex, flex_direction: FlexDirection::Column, ..Style::default() }, children)
    }

    /// One beside the other, their middles on one line.
    pub fn row(children: impl IntoIterator<Item = Self>) -> Self {
        Self::group(Style { display: Display::Flex, align_items: AlignItems::CENTER, ..Style::default() }, children)
    }

    /// One beside the other, and on a further line what finds no room.
    pub fn wrap(children: impl IntoIterator<Item = Self>) -> Self {
        let mut row = Self::row(children);
        row.style.flex_wrap = FlexWrap::Wrap;
        row
    }

    /// Columns of one width, and each row as high as its highest part. How many columns: see [`parts::columns`].
    pub fn grid(columns: usize, children: impl IntoIterator<Item = Self>) -> Self {
        let mut grid = Self::group(Style { display: Display::Grid, ..Style::default() }, children);
        grid.style.grid_template_columns = vec![minmax(zero(), fr(1.0)); columns.max(1)];
        grid
    }
}

/// Says more of a node. Lengths are points.
impl<'a> Node<'a> {
    /// Space between the parts, in both directions.
    pub fn gap(mut self, points: f32) -> Self {
        self.style.gap = Size { width: length(points), height: length(points) };
        self
    }

    /// Another space between parts that stand beside each other.
    pub fn gap_across(mut self, points: f32) -> Self {
        self.style.gap.width = length(points);
        self
    }

    /// Space inside, all round.
    pub fn pad(self, points: f32) -> Self {
        self.pads(points, points)
    }

    /// Space inside: left and right, above and below.
    pub fn pads(mut self, across: f32, along: f32) -> Self {
        let (across, along): (LengthPercentage, LengthPercentage) = (length(across), length(along));
        self.style.padding = taffy::Rect { left: across, right: across, top: along, bottom: along };
        self
    }

    /// Takes what room its neighbours leave.
    pub fn grow(mut self) -> Self {
        (self.style.flex_grow, self.style.flex_basis) = (1.0, length(0.0));
        self
    }

    /// Takes a share of the room: 2.0 beside 1.0 takes two thirds.
    pub fn share(mut self, share: f32) -> Self {
        self = self.grow();
        self.style.flex_grow = share;
        self.style.min_size.width = zero();
        self
    }

    /// Takes no more than it needs, and less where there is less.
    pub fn shrinks(mut self) -> Self {
        self.style.flex_shrink = 1.0;
        self
    }

    /// Never narrower than it was measured.
    pub fn rigid(mut self) -> Self {
        self.style.flex_shrink = 0.0;
        self
    }

    /// This wide.
    pub fn width(mut self, points: f32) -> Self {
        self.style.size.width = length(points);
        self.rigid()
    }

    /// At most this wide.
    pub fn most_width(mut self, points: f32) -> Self {
        self.style.max_size.width = length(points);
        self
    }

    /// At least this wide.
    pub fn least_width(mut self, points: f32) -> Self {
        self.style.min_size.width = length(points);
        self
    }

    /// At least this high.
    pub fn least_height(mut self, points: f32) -> Self {
        self.style.min_size.height = length(points);
        self
    }

    /// At most this high.
    pub fn most_height(mut self, points: f32) -> Self {
        self.style.max_size.height = length(points);
        self
    }

    /// As wide as the room there is.
    pub fn whole(mut self) -> Self {
        self.style.size.width = Dimension::percent(1.0);
        self
    }

    /// The parts of a row start at one height; those of a column at the left, each as wide as it is.
    pub fn top(mut self) -> Self {
        self.style.align_items = AlignItems::START;
        self
    }

    /// The parts stand in the middle, across the direction in which they follow each other.
    pub fn middle(mut self) -> Self {
        self.style.align_items = AlignItems::CENTER;
        self
    }

    /// The parts of a row are all as high as the highest.
    pub fn level(mut self) -> Self {
        self.style.align_items = AlignItems::STRETCH;
        self
    }

    /// The parts stand together in the middle, in the direction in which they follow each other.
    pub fn together(mut self) -> Self {
        self.style.justify_content = JustifyContent::CENTER;
        self
    }

    /// The first part at the start, the last at the end, the room between them.
    pub fn apart(mut self) -> Self {
        self.style.justify_content = JustifyContent::SPACE_BETWEEN;
        self
    }

    /// Takes what room there is, and a line of its own in a row that wraps where this much is not left.
    pub fn basis(mut self, points: f32) -> Self {
        (self.style.flex_grow, self.style.flex_basis) = (1.0, length(points));
        self
    }

    /// What the parts are together to a screen reader: a table, a row, a cell.
    pub fn role(mut self, role: Role, describe: impl FnOnce(&mut accesskit::Node) + 'a) -> Self {
        self.role = Some((role, Box::new(describe)));
        self
    }

    /// A leaf that can be used, or is off for now.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.is_off = !enabled;
        self
    }

    /// Something that lies under the parts and is as large as the group: a card's paper, a button's hit area. A further
    /// one lies over the first. On a leaf it does nothing.
    pub fn on(mut self, ground: impl FnOnce(&mut Ui, Rect, &mut Messages) + 'a) -> Self {
        if let Part::Group(grounds) = &mut self.part {
            grounds.push(Box::new(ground));
        }
        self
    }
}

/// Shows.
impl Node<'_> {
    /// Shows it in the flow of a page, as wide as there is room; returns where.
    pub fn show(self, ui: &mut Ui, out: &mut Messages) -> Rect {
        let width = AvailableSpace::Definite(ui.available_width());
        let (size, places) = self.lay_out(ui, width, None).unwrap_or_default();
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        self.place(ui, rect.min.to_vec2(), &mut places.into_iter(), out);
        rect
    }

    /// Shows it in a rectangle that is taken already, as large as that.
    pub fn show_in(self, ui: &mut Ui, rect: Rect, out: &mut Messages) {
        let places = self.lay_out(ui, AvailableSpace::Definite(rect.width()), Some(rect.height()));
        let (_, places) = places.unwrap_or_default();
        self.place(ui, rect.min.to_vec2(), &mut places.into_iter(), out);
    }

    fn place(self, ui: &mut Ui, origin: Vec2, places: &mut impl Iterator<Item = Rect>, out: &mut Messages) {
        let Some(place) = places.next() else { return };
        let place = place.translate(origin);
        let builder = UiBuilder::new().max_rect(place);
        let mut scope;
        let ui = match self.role {
            None => ui,
            Some((role, describe)) => {
                scope = ui.new_child(builder.clone().accessibility_role(role));
                scope.ctx().accesskit_node_builder(scope.unique_id(), describe);
                &mut scope
            }
        };
        let builder = if self.is_off { builder.disabled() } else { builder };
        match self.part {
            Part::Group(grounds) => grounds.into_iter().for_each(|ground| ground(ui, place, out)),
            Part::Leaf(_, show) => show(&mut ui.new_child(builder), out),
        }
        for child in self.children {
            child.place(ui, origin, places, out);
        }
    }
}
