//! Views have no words and no colours of their own.

use super::lex::Source;
use super::tree::{Finding, assert_kept};

/// Colours that are no colour: clear, and "as the style says".
const NO_COLOURS: [&str; 2] = ["TRANSPARENT", "PLACEHOLDER"];

fn views(source: &Source) -> Vec<Finding> {
    if !source.path.starts_with("src/ui/") {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (line, literal) in &source.literals {
        if is_sentence(literal) {
            findings.push(Finding::new(source, *line, format!("words in code, not in content/: {literal:?}")));
        }
        if is_hex_colour(literal) {
            findings.push(Finding::new(source, *line, format!("a colour in code, not a token: {literal:?}")));
        }
    }
    let colours = source.code_lines().filter(|(_, code)| names_colour(code));
    findings.extend(colours.map(|(line, code)| Finding::new(source, line, format!("a colour in code: {}", code.trim()))));
    findings
}

/// Several words with a capital among them; identifiers and formats have neither.
fn is_sentence(literal: &str) -> bool {
    literal.trim().contains(' ') && literal.chars().any(char::is_uppercase)
}

fn is_hex_colour(literal: &str) -> bool {
    literal.strip_prefix('#').is_some_and(|hex| matches!(hex.len(), 3 | 6 | 8) && hex.chars().all(|c| c.is_ascii_hexdigit()))
}

/// A colour made of numbers, or one of egui's own by name. One that is made from a token's value is none.
fn names_colour(code: &str) -> bool {
    code.match_indices("Color32::").any(|(at, kind)| {
        let rest = &code[at + kind.len()..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let as_it_is = name == "WHITE" && code.contains(".image("); // a picture times white stays as it is
        let by_name = name.chars().all(|c| c.is_uppercase() || c == '_') && !name.is_empty();
        let named = by_name && !as_it_is && !NO_COLOURS.contains(&name.as_str());
        let argument = rest[name.len()..].strip_prefix('(').map(str::trim_start);
        named || argument.is_some_and(|inside| inside.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[test]
fn views_have_no_words_and_no_colours() {
    assert_kept("words come from content/, colours from assets/theme/", views);
}

#[test]
fn words_and_colours_in_a_view_are_found() {
    let text = "ui.label(\"Press here\");\nui.label(\"start\");\nlet c = Color32::from_rgb(1, 2, 3);\nlet d = Color32::RED;\n\
        let e = Color32::TRANSPARENT;\nlet f = Color32::from_rgb(t.r, t.g, t.b);\nlet g = \"#ff8800\";\n// A comment of ours.\n\
        ui.painter().image(id, rect, uv, Color32::WHITE);";
    let mut lines: Vec<_> = views(&Source::new("src/ui/a.rs", text)).iter().map(|f| f.line).collect();
    lines.sort_unstable();
    assert_eq!(lines, [1, 3, 4, 7]);
    assert!(views(&Source::new("src/sheet/a.rs", text)).is_empty(), "the rule is about views");
}
