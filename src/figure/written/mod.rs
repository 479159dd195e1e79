//! Poses and scenes as a writer gives them, and how they become whole: by following `like`.
//!
//! Invariant: a chain of `like` that never ends, or names something that is not there, is a fault with a reason.

mod pose;
mod scene;

pub use pose::WrittenPose;
pub use scene::{WrittenKey, WrittenScene};

/// How many poses or scenes may build on each other; deeper chains can no longer be read by a person.
const DEEPEST: usize = 8;
