//! Writes a plan down, one field a line, each with a comment that says what may stand there.
//!
//! Not by a serializer: people edit these files, and a comment helps more than a tool's form. Invariant: what is
//! written here, `read.rs` takes back without a refusal.

use super::{OwnPlan, PlanWords, part::Numbers, part::Part, read::VERSION};
use crate::source::fill;

/// The plan as text. The comments come from `words`.
pub fn write(plan: &OwnPlan, guide: Numbers, words: &PlanWords) -> String {
    let mut lines = vec![format!("// {}", one_line(&words.file_header)), "(".to_owned(), format!("    version: {VERSION},")];
    lines.push(format!("    title: {},", quoted(plan.title())));
    for (name, text) in [("author", plan.author()), ("notes", plan.notes())] {
        if !text.is_empty() {
            lines.push(format!("    {name}: {},", quoted(text)));
        }
    }
    let ids: Vec<&str> = plan.positions().iter().map(|position| position.id()).collect();
    lines.push(format!("    // {}", one_line(&words.file_positions)));
    lines.push(format!("    positions: [{}],", ids.join(", ")));
    if let Some(preferred) = plan.preferred() {
        lines.push(format!("    preferred: {},", preferred.id()));
    }
    for part in Part::ALL {
        let Some(value) = plan.number(part) else { continue };
        let range = part.range(guide);
        let places = [("least", range.start().to_string()), ("most", range.end().to_string())];
        let places: Vec<(&str, &str)> = places.iter().map(|(name, value)| (*name, value.as_str())).collect();
        lines.push(format!("    // {}", one_line(&fill(&words.part(part).comment, &places))));
        lines.push(format!("    {}: {value},", part.field()));
    }
    lines.push(")\n".to_owned());
    lines.join("\n")
}

/// Text in quotation marks, as RON wants it.
fn quoted(text: &str) -> String {
    ron::to_string(text).unwrap_or_default() // a text can always be written
}

/// A comment must not run over the end of its line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
