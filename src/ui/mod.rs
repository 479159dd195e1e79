//! The window's contents: what a person sees and can do, as a function of the model.
//!
//! Views read the model and return messages in the order things were done; they change nothing and know no
//! platform. Words come from content, colours and sizes from the theme.
//!
//! Invariant: Stop (in a session) and Warning signs (everywhere else) stand in one fixed place and never scroll.

pub mod keys;
pub mod metrics;
pub mod pictures;
pub mod screens;
pub mod theme;
pub mod widgets;

mod frame;
mod sidebar;

pub use frame::show;

use crate::app::{Model, Msg};
use widgets::Kit;

/// What a screen is given: the model to read, and what its parts need to paint themselves.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Everything there is to show.
    pub model: &'a Model,
    /// Colours, sizes, icons, pictures.
    pub kit: Kit<'a>,
}

impl View<'_> {
    /// A scene, solved once and kept.
    pub fn still(self, scene: &str) -> Option<std::rc::Rc<crate::figure::Still>> {
        self.kit.pictures.still(&self.model.book.figures, scene)
    }
}

/// What the person did, in order.
pub type Messages = Vec<Msg>;
