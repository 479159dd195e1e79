//! From outlines to painted items, still in world coordinates (y up).
//!
//! Outline and fill of a group of parts are painted apart: all outlines first, then all fills over them, so that
//! the parts read as one silhouette without cutting shapes against each other.

pub mod arrow;
pub mod close;
pub mod glow;
pub mod person;
pub mod prop;

use kurbo::BezPath;

use crate::drawing::{Drawing, Token};

/// Outline of the figure: half of the painted stroke, which lies half under the fill.
pub const LINE: f64 = 4.2;

/// Parts that share one outline.
pub fn silhouette(drawing: &mut Drawing, parts: &[(BezPath, Token)], line: f64) {
    edged(drawing, parts, Token::Outline, line);
}

/// The same with an edge of another colour.
pub fn edged(drawing: &mut Drawing, parts: &[(BezPath, Token)], edge: Token, line: f64) {
    for (path, _) in parts {
        drawing.stroke(path.clone(), edge, line * 2.0);
    }
    for (path, token) in parts {
        drawing.fill(path.clone(), *token);
    }
}
