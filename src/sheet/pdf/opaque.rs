//! Drawings without see-through parts: what lies under one is mixed into its colour.
//!
//! A page with anything see-through is turned into one large picture by print systems that speak PostScript: its words
//! get blurred edges and can no longer be read by a machine. So the few soft shapes of the figures (a shadow, the warm
//! zone) are painted in the colours that they would give, within their own outline.
//!
//! Invariant: every ink is opaque, and painting them in order shows what the drawing shows, less what a shape hides that is
//! all but opaque. A see-through line, which no figure of a page has, takes its colour from what lies under its whole
//! length.

use kurbo::{BezPath, ParamCurve, Point, Rect, Shape};

use crate::drawing::{Item, Paint, Palette, Rgb};

/// Something opaque to paint.
#[derive(Debug, Clone)]
pub(super) enum Ink<'a> {
    /// The inside of a path.
    Fill { path: &'a BezPath, colour: Rgb },
    /// A line along a path.
    Stroke { path: &'a BezPath, colour: Rgb, width: f64, dash: Option<[f64; 2]> },
    /// Inks that show only inside a path.
    Within { clip: &'a BezPath, inks: Vec<Ink<'a>> },
}

/// From this opacity on a shape hides what else lies under it: of a black line a tenth is left, on paper nothing. Drawing
/// that once more inside the warm zone would take up half of a page's bytes.
const HIDES: f32 = 0.9;

/// The inks of a drawing that stands on a ground of this colour.
pub(super) fn opaque<'a>(items: &'a [Item], palette: &Palette, ground: Rgb) -> Vec<Ink<'a>> {
    let mut inks: Vec<Ink<'a>> = Vec::new();
    for item in items {
        let (path, paint) = match item {
            Item::Fill { path, paint } | Item::Stroke { path, paint, .. } => (path, *paint),
        };
        let colour = palette.get(paint.token);
        // Only the few see-through shapes have to be held against what lies under them.
        let over = (paint.alpha < 1.0).then(|| Over { path, bounds: path.bounding_box(), samples: samples(path), paint, colour });
        let ink = match (item, over) {
            (Item::Fill { .. }, None) => Ink::Fill { path, colour },
            (Item::Fill { .. }, Some(over)) => over.mixed(&inks, ground),
            (Item::Stroke { width, dash, .. }, over) => {
                let mixed = over.map(|over| over.mix(over.under(&inks).map_or(ground, |(colour, _)| colour)));
                Ink::Stroke { path, colour: mixed.unwrap_or(colour), width: *width, dash: *dash }
            }
        };
        inks.push(ink);
    }
    inks
}

/// A shape that is laid over others.
struct Over<'a> {
    path: &'a BezPath,
    bounds: Rect,
    samples: Vec<Point>,
    paint: Paint,
    colour: Rgb,
}

impl<'a> Over<'a> {
    /// The shape in the colour it gives on what covers all of it, with what else shows through drawn once more in it.
    fn mixed(&self, inks: &[Ink<'a>], ground: Rgb) -> Ink<'a> {
        let (under, rest) = self.under(inks).unwrap_or((ground, inks.to_vec()));
        let fill = Ink::Fill { path: self.path, colour: self.mix(under) };
        if self.paint.alpha >= HIDES {
            return fill;
        }
        let through: Vec<Ink<'a>> =
            rest.iter().filter(|ink| ink.bounds().overlaps(self.bounds)).map(|ink| self.tinted(ink)).collect();
        if through.is_empty() {
            return fill;
        }
        Ink::Within { clip: self.path, inks: std::iter::once(fill).chain(through).collect() }
    }

    /// The colour of the last fill that lies under the whole shape, and what was painted on that.
    fn under(&self, inks: &[Ink<'a>]) -> Option<(Rgb, Vec<Ink<'a>>)> {
        inks.iter().enumerate().rev().find_map(|(index, ink)| {
            let after = inks.get(index + 1..).unwrap_or_default();
            match ink {
                Ink::Fill { path, colour } if self.lies_in(path) => Some((*colour, after.to_vec())),
                Ink::Within { clip, inks } if self.lies_in(clip) => {
                    let (colour, within) = self.under(inks)?;
                    Some((colour, within.into_iter().chain(after.iter().cloned()).collect()))
                }
                _ => None,
            }
        })
    }

    fn lies_in(&self, path: &BezPath) -> bool {
        path.control_box().inflate(0.5, 0.5).contains_rect(self.bounds) && self.samples.iter().all(|&at| path.winding(at) != 0)
    }

    fn tinted(&self, ink: &Ink<'a>) -> Ink<'a> {
        match ink {
            Ink::Fill { path, colour } => Ink::Fill { path, colour: self.mix(*colour) },
            Ink::Stroke { path, colour, width, dash } => {
                Ink::Stroke { path, colour: self.mix(*colour), width: *width, dash: *dash }
            }
            Ink::Within { clip, inks } => Ink::Within { clip, inks: inks.iter().map(|ink| self.tinted(ink)).collect() },
        }
    }

    /// This shape's colour over another.
    fn mix(&self, under: Rgb) -> Rgb {
        let alpha = self.paint.alpha.clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
        let channel = |over: u8, under: u8| (f32::from(over) * alpha + f32::from(under) * (1.0 - alpha)).round() as u8;
        let (Rgb(r, g, b), Rgb(ur, ug, ub)) = (self.colour, under);
        Rgb(channel(r, ur), channel(g, ug), channel(b, ub))
    }
}

impl Ink<'_> {
    fn bounds(&self) -> Rect {
        match self {
            Ink::Fill { path, .. } => path.bounding_box(),
            Ink::Stroke { path, width, .. } => path.bounding_box().inflate(width / 2.0, width / 2.0),
            Ink::Within { clip, .. } => clip.bounding_box(),
        }
    }
}

/// Points along a path, close enough to tell whether it leaves another.
fn samples(path: &BezPath) -> Vec<Point> {
    path.segments().flat_map(|segment| [0.0, 0.25, 0.5, 0.75].map(|at| segment.eval(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Drawing, Token};

    fn palette() -> Palette {
        Palette::from_ron(include_str!("../../../assets/theme/print.ron")).expect("a palette")
    }

    #[test]
    fn a_shadow_takes_the_colour_it_gives_and_what_lies_between_shows_through() {
        let palette = palette();
        let mut drawing = Drawing::new(kurbo::Size::new(100.0, 100.0));
        drawing.fill(Rect::new(0.0, 0.0, 100.0, 100.0).to_path(0.1), Token::Surface);
        drawing.fill(Rect::new(40.0, 0.0, 60.0, 100.0).to_path(0.1), Token::Ink);
        let soft = Paint { token: Token::Shadow, alpha: 0.5 };
        drawing.fill(Rect::new(10.0, 10.0, 90.0, 90.0).to_path(0.1), soft);
        drawing.fill(Rect::new(20.0, 20.0, 30.0, 30.0).to_path(0.1), soft);
        let inks = opaque(&drawing.items, &palette, Rgb(1, 2, 3));
        let half = |over: Rgb, under: Rgb| {
            let mid = |a: u8, b: u8| (f32::from(a) * 0.5 + f32::from(b) * 0.5).round() as u8;
            Rgb(mid(over.0, under.0), mid(over.1, under.1), mid(over.2, under.2))
        };
        let (shadow, paper) = (palette.get(Token::Shadow), palette.get(Token::Surface));
        let Some(Ink::Within { inks: within, .. }) = inks.get(2) else { panic!("{inks:?}") };
        assert!(matches!(within[0], Ink::Fill { colour, .. } if colour == half(shadow, paper)));
        assert!(matches!(within[1], Ink::Fill { colour, .. } if colour == half(shadow, palette.get(Token::Ink))));
        // The second shadow lies in the first, and nothing shows through it.
        assert!(matches!(inks[3], Ink::Fill { colour, .. } if colour == half(shadow, half(shadow, paper))), "{inks:?}");
    }

    #[test]
    fn what_is_opaque_stays_as_it_is() {
        let mut drawing = Drawing::new(kurbo::Size::new(10.0, 10.0));
        drawing.fill(Rect::new(0.0, 0.0, 10.0, 10.0).to_path(0.1), Token::Mat);
        drawing.stroke(Rect::new(1.0, 1.0, 9.0, 9.0).to_path(0.1), Token::MatEdge, 1.0);
        let palette = palette();
        let inks = opaque(&drawing.items, &palette, Rgb(1, 2, 3));
        assert!(matches!(inks[0], Ink::Fill { colour, .. } if colour == palette.get(Token::Mat)));
        assert!(matches!(inks[1], Ink::Stroke { colour, .. } if colour == palette.get(Token::MatEdge)));
    }
}
