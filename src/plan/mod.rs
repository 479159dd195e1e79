//! A clinician's own plan: one small text file with a few of the guide's numbers set otherwise.
//!
//! Not the session's [`crate::session::Plan`], which has every number; this one lays its few over it. Not a file on
//! disk either: text goes in and comes out.
//!
//! Invariant: nothing a file says can lead outside the ranges of [`crate::session::Plan`] and
//! [`crate::session::WarmUpPlan`], which are the only judges; what they refuse is told and left out.

// Numbers here come from a file; none of them may stop the program.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod own;
mod part;
mod read;
mod say;
mod words;
mod write;

pub use own::OwnPlan;
pub use part::{Numbers, Part};
pub use read::{LIMIT_BYTES, Reading, Refusal, VERSION, Why, read};
pub use words::{PartWords, PlanWords};
pub use write::write;

#[cfg(test)]
mod tests;
