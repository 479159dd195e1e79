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
