//! Outlines of the body's parts, from joints and girths. Only paths; who paints them, and in what order, is
//! decided in `paint`.
//!
//! Invariant: every closed outline may be concave but does not cross itself (tested over all clips).

pub mod foot;
pub mod hand;
pub mod head;
pub mod limb;
pub mod trunk;
