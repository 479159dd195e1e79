//! A drawing as SVG text.
//!
//! Only shapes and plain colours: no gradient, filter or style sheet, so that every viewer shows the same.

use std::fmt::Write as _;

use kurbo::{BezPath, PathEl};

use super::{Drawing, Item, Paint, Palette, Point};

/// The drawing as a whole SVG file, with a title and a description for screen readers.
pub fn to_svg(drawing: &Drawing, palette: &Palette, title: &str, description: &str) -> String {
    let (width, height) = (number(drawing.size.width), number(drawing.size.height));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n",
        escape(title),
        escape(description)
    );
    for item in &drawing.items {
        match item {
            Item::Fill { path, paint } => {
                let _ =
                    writeln!(svg, "<path d=\"{}\" fill=\"{}\"{}/>", data(path), colour(*paint, palette), opacity("fill", *paint));
            }
            Item::Stroke { path, paint, width, dash } => {
                let dash =
                    dash.map_or(String::new(), |[on, off]| format!(" stroke-dasharray=\"{} {}\"", number(on), number(off)));
                let _ = writeln!(
                    svg,
                    "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\" \
                     stroke-linejoin=\"round\"{}{dash}/>",
                    data(path),
                    colour(*paint, palette),
                    number(*width),
                    opacity("stroke", *paint),
                );
            }
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn colour(paint: Paint, palette: &Palette) -> String {
    let rgb = palette.get(paint.token);
    format!("#{:02X}{:02X}{:02X}", rgb.0, rgb.1, rgb.2)
}

fn opacity(of: &str, paint: Paint) -> String {
    if paint.alpha >= 1.0 { String::new() } else { format!(" {of}-opacity=\"{}\"", number(f64::from(paint.alpha))) }
}

fn data(path: &BezPath) -> String {
    let mut data = String::new();
    for element in path.elements() {
        let (command, points): (char, &[Point]) = match element {
            PathEl::MoveTo(a) => ('M', &[*a]),
            PathEl::LineTo(a) => ('L', &[*a]),
            PathEl::QuadTo(a, b) => ('Q', &[*a, *b]),
            PathEl::CurveTo(a, b, c) => ('C', &[*a, *b, *c]),
            PathEl::ClosePath => ('Z', &[]),
        };
        data.push(command);
        let points: Vec<String> = points.iter().map(|p| format!("{} {}", number(p.x), number(p.y))).collect();
        data.push_str(&points.join(" "));
    }
    data
}

/// At most two decimals, without trailing zeros.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Rect, Shape as _, Size, Token};

    fn palette() -> Palette {
        Palette::from_ron(include_str!("../../assets/theme/light.ron")).expect("the shipped theme")
    }

    #[test]
    fn titles_are_escaped_and_every_item_is_written() {
        let mut drawing = Drawing::new(Size::new(10.0, 20.0));
        drawing.fill(Rect::new(1.0, 2.0, 3.0, 4.5).to_path(0.1), Paint { token: Token::Press, alpha: 0.5 });
        drawing.dashed(Rect::new(0.0, 0.0, 9.0, 9.0).to_path(0.1), Token::Ink, 2.0, [3.0, 4.25]);
        let svg = to_svg(&drawing, &palette(), "Knees & \"feet\" <flat>", "One");
        assert!(svg.contains("<title>Knees &amp; &quot;feet&quot; &lt;flat&gt;</title>\n<desc>One</desc>"), "{svg}");
        assert!(svg.contains("viewBox=\"0 0 10 20\""));
        assert!(svg.contains("d=\"M1 2L3 2L3 4.5L1 4.5Z\" fill=\"#A8480A\" fill-opacity=\"0.5\""), "{svg}");
        assert!(svg.contains("stroke-dasharray=\"3 4.25\""));
        assert_eq!(svg.matches("<path ").count(), drawing.items.len());
    }

    #[test]
    fn every_tag_is_closed_and_no_attribute_is_torn() {
        let mut drawing = Drawing::new(Size::new(10.0, 20.0));
        drawing.stroke(Rect::new(0.0, 0.0, 9.0, 9.0).to_path(0.1), Token::Ink, 2.0);
        let svg = to_svg(&drawing, &palette(), "t", "d");
        let mut open = Vec::new();
        for tag in svg.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
            assert!(tag.matches('"').count() % 2 == 0, "{tag}");
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name.to_owned()));
            } else if !tag.ends_with('/') {
                open.push(tag.split_whitespace().next().unwrap_or_default().to_owned());
            }
        }
        assert!(open.is_empty(), "left open: {open:?}");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, -0.001, 2.5, 1.0 / 3.0].map(number), ["1", "0", "2.5", "0.33"]);
    }
}
