//! `gentleback plan --check FILE`: what the program would take from a plan, without its window.

use std::{path::Path, process::ExitCode};

use gentleback::{
    app::Book,
    content::{Words, fill},
    plan::{self, Numbers},
    platform::{console, store},
    session::Position,
};

use super::{Shipped, fail, next, nothing_more, say, unknown, value, with_book};

/// Reads the rest of the line, and the plan.
pub(super) fn run(words: &Words, shipped: Shipped<'_>, parser: &mut lexopt::Parser) -> Result<ExitCode, String> {
    use lexopt::prelude::*;
    match next(words, parser)? {
        Some(Long("check")) => {
            let path = value(words, parser)?;
            nothing_more(words, parser)?;
            Ok(with_book(words, shipped, None, |book, _| check(&book, Path::new(&path))))
        }
        Some(Long("help") | Short('h')) => Ok(say(&words.command.help)),
        Some(other) => Err(unknown(words, other)),
        None => Err(words.command.no_plan.clone()),
    }
}

/// Says what the plan asks for; what is left out makes it a failure, so that a script notices.
fn check(book: &Book, path: &Path) -> ExitCode {
    let text = match store::read_text(path) {
        Ok(text) => text,
        Err(error) => return fail(&error.to_string()),
    };
    let guide = Numbers { session: book.protocol.session, warm_up: book.protocol.warm_up };
    let reading = plan::read(&text, guide);
    let refusals = reading.refusals.iter().map(|refusal| book.plan.refusal(refusal, guide, &book.faults));
    let words = &book.plan.command;
    let said = match (&reading.plan, reading.refusals.is_empty()) {
        (None, _) => &words.bad,
        (Some(_), false) => &words.partly,
        (Some(_), true) => &words.good,
    };
    let said = fill(said, &[("path", &path.display().to_string())]);
    let more = Some(reading.more).filter(|&more| more > 0).map(|more| book.plan.page.more.of(more));
    let told: Vec<String> = std::iter::once(said).chain(refusals).chain(more).collect();
    let name = |position: Position| book.cues.position(position).name.clone();
    let lines = reading.plan.map(|own| book.plan.lines(&own, guide, &name).join("\n"));
    match (lines, told.len()) {
        (Some(lines), 1) => say(&format!("{}\n{lines}", told.join("\n"))),
        (Some(lines), _) => {
            console::say(&lines);
            fail(&told.join("\n"))
        }
        (None, _) => fail(&told.join("\n")),
    }
}
