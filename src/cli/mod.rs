//! The command line: what was asked, and who does it. One file a command.
//!
//! Not the work itself, which is the library's. Invariant: every failure ends in one plain sentence and a non-zero exit.

mod figures;
mod plan;
mod sheet;
mod window;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use gentleback::{
    app::Book,
    content::{Words, embedded, fill},
    platform::{clock::Clock, console, instance::Word, store},
    shell::remind,
    source::{Files, Problem},
};

const LANGUAGE: &str = "en";

/// Does what the command line asks for.
pub fn run() -> ExitCode {
    let clock = Clock::start();
    console::attach();
    // Before anything else is read: what reminds has to stay small.
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|name| name == "remind") {
        return remind::run(arguments, clock).map_or_else(|why| fail(&why), |()| ExitCode::SUCCESS);
    }
    let shipped = embedded();
    let words: Words = match shipped.read("en/words.ron") {
        Ok(words) => words,
        Err(problem) => return fail(&problem.to_string()),
    };
    dispatch(&words, shipped, clock).unwrap_or_else(|why| fail(&why))
}

/// Finds the command; each reads the rest of its own line.
fn dispatch(words: &Words, shipped: Files, clock: Clock) -> Result<ExitCode, String> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_env();
    let (mut content, mut word) = (None, Word::Show);
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Long("help") | Short('h') => return Ok(say(&words.command.help)),
            Long("version") | Short('V') => return Ok(say(concat!("gentleback ", env!("CARGO_PKG_VERSION")))),
            Long("content") => content = Some(PathBuf::from(value(&mut parser)?)),
            // Said by a reminder that was clicked: the window that is open, or a new one, at the start page.
            Long("open") => {
                let name = value(&mut parser)?.to_string_lossy().into_owned();
                word = Word::from_name(&name).ok_or_else(|| fill(&words.command.unknown, &[("what", &name)]))?;
            }
            Long("check-content") => return Ok(check(words, Path::new(&value(&mut parser)?))),
            Value(name) if name == "sheet" => return sheet::run(words, shipped, content, clock, &mut parser),
            Value(name) if name == "plan" => return plan::run(words, shipped, &mut parser),
            Value(name) if name == "figures" => return figures::run(words, shipped, content, &mut parser),
            other => return Err(unknown(words, other)),
        }
    }
    #[cfg(target_os = "linux")]
    gentleback::platform::display::mend();
    match window::claim(words, content.clone(), word) {
        Ok(at) => Ok(with_book(words, shipped, content, |book, problems| window::run(words, book, &problems, at, clock))),
        Err(over) => Ok(over),
    }
}

fn unknown(words: &Words, argument: lexopt::Arg<'_>) -> String {
    fill(&words.command.unknown, &[("what", &argument.unexpected().to_string())])
}

fn value(parser: &mut lexopt::Parser) -> Result<OsString, String> {
    parser.value().map_err(|error| error.to_string())
}

fn out_of(words: &Words, out: Option<PathBuf>) -> Result<PathBuf, String> {
    out.ok_or_else(|| words.command.no_out.clone())
}

/// The shipped content, or a writer's folder.
fn files_of(shipped: Files, content: Option<&Path>) -> Result<Files, Vec<Problem>> {
    content.map_or(Ok(shipped), store::read_tree)
}

/// Reads the book, from a writer's folder if one was named.
fn with_book(
    words: &Words,
    shipped: Files,
    content: Option<PathBuf>,
    go_on: impl FnOnce(Arc<Book>, Vec<Problem>) -> ExitCode,
) -> ExitCode {
    let files = match files_of(shipped, content.as_deref()) {
        Ok(files) => files,
        Err(problems) => return report(words, &problems),
    };
    match Book::read(&files, LANGUAGE) {
        (Some(book), problems) => go_on(Arc::new(book), problems),
        (None, problems) => report(words, &problems),
    }
}

fn check(words: &Words, folder: &Path) -> ExitCode {
    let problems = match store::read_tree(folder) {
        Ok(files) => Book::read(&files, LANGUAGE).1,
        Err(problems) => problems,
    };
    if problems.is_empty() { say(&words.command.content_good) } else { report(words, &problems) }
}

fn report(words: &Words, problems: &[Problem]) -> ExitCode {
    for problem in problems {
        eprintln!("{problem}");
    }
    fail(&words.command.content_bad.of(problems.len()))
}

fn say(words: &str) -> ExitCode {
    println!("{words}");
    ExitCode::SUCCESS
}

fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
