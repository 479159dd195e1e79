//! The command line: what was asked, and who does it. One file a command.
//!
//! Not the work itself, which is the library's. Invariant: what was asked in a way that is not known ends in one plain
//! sentence, the line of usage and an exit of 2; every other failure in one plain sentence and an exit of 1.

mod figures;
mod language;
mod plan;
mod sheet;
mod window;

use std::{
    collections::BTreeSet,
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use gentleback::{
    app::{Book, Languages},
    content::{Comparison, FALLBACK, Wishes, Words, compare, embedded, fill, hashes, languages, whole},
    platform::{clock::Clock, console, instance::StartRequest, store},
    shell::remind::{self, NotRun},
    source::{self, Files, Problem},
};

/// The exit of a command that was asked for in a way that is not known, as shells and other programs have it.
const MISUSED: u8 = 2;

/// Does what the command line asks for.
pub fn run() -> ExitCode {
    let clock = Clock::start();
    console::attach();
    // Before anything else is read: what reminds has to stay small.
    let (arguments, asked) = language::take(std::env::args_os().skip(1).collect());
    let asks_help = arguments.iter().any(|argument| argument == "--help" || argument == "-h");
    if let Some((_, rest)) = arguments.split_first().filter(|(name, _)| *name == "remind" && !asks_help) {
        return match remind::run(rest.iter().cloned(), &language::wishes(&asked), clock) {
            Ok(()) => ExitCode::SUCCESS,
            Err(NotRun::Failed(why)) => fail(&why),
            Err(NotRun::Misused(why)) => {
                console::complain(&why);
                ExitCode::from(MISUSED)
            }
        };
    }
    let shipped = embedded();
    let wishes = language::wishes(&asked);
    let spoken = wishes.best(&languages(&shipped));
    // What a broken translation can not say is said in the fallback's words.
    let read = |language: &str| whole(&shipped, language).read_in(language, "words");
    let words: Words = match read(&spoken).or_else(|_| read(FALLBACK)) {
        Ok(words) => words,
        Err(problem) => return fail(&problem.to_string()),
    };
    let no_language = matches!(asked, language::Asked::ForWhat).then(|| fill(&words.command.no_value, &[("what", "--language")]));
    let parser = lexopt::Parser::from_args(arguments);
    no_language.map_or_else(|| dispatch(&words, shipped, &wishes, parser, clock), Err).unwrap_or_else(|why| {
        console::complain(&format!("{why}\n{}", words.command.usage));
        ExitCode::from(MISUSED)
    })
}

/// Finds the command; each reads the rest of its own line.
///
/// # Errors
/// What is not known about what was asked; nothing has been done then.
fn dispatch(
    words: &Words,
    shipped: Files,
    wishes: &Wishes,
    mut parser: lexopt::Parser,
    clock: Clock,
) -> Result<ExitCode, String> {
    use lexopt::prelude::*;
    let (mut content, mut word) = (None, StartRequest::Show);
    while let Some(argument) = next(words, &mut parser)? {
        match argument {
            Long("help") | Short('h') => return Ok(say(&words.command.help)),
            Long("version") | Short('V') => return Ok(say(concat!("gentleback ", env!("CARGO_PKG_VERSION")))),
            Long("content") => content = Some(PathBuf::from(value(words, &mut parser)?)),
            // Said by a reminder that was clicked: the window that is open, or a new one, at the start page.
            Long("open") => {
                let name = value(words, &mut parser)?.to_string_lossy().into_owned();
                word = StartRequest::from_name(&name).ok_or_else(|| fill(&words.command.unknown, &[("what", &name)]))?;
            }
            Long("check-content") => {
                let folder = value(words, &mut parser)?;
                nothing_more(words, &mut parser)?;
                return Ok(check(words, Path::new(&folder)));
            }
            Long("content-hashes") => {
                let folder = value(words, &mut parser)?;
                nothing_more(words, &mut parser)?;
                return Ok(store::read_tree(Path::new(&folder))
                    .map_or_else(|problems| report(words, &problems), |f| say(hashes(&f).trim_end())));
            }
            // It was asked for help, or it would not have come this far.
            Value(name) if name == "remind" => return Ok(say(&words.command.help)),
            Value(name) if name == "sheet" => return sheet::run(words, (shipped, wishes), content, clock, &mut parser),
            Value(name) if name == "plan" => return plan::run(words, (shipped, wishes), &mut parser),
            Value(name) if name == "figures" => return figures::run(words, (shipped, wishes), content, &mut parser),
            other => return Err(unknown(words, other)),
        }
    }
    #[cfg(target_os = "linux")]
    gentleback::platform::display::mend();
    match window::claim(words, content.clone(), word) {
        Ok(at) => Ok(with_book(words, (shipped, wishes), content, |book, read| window::run(words, book, read, at, clock))),
        Err(over) => Ok(over),
    }
}

fn unknown(words: &Words, argument: lexopt::Arg<'_>) -> String {
    let typed = match argument {
        lexopt::Arg::Short(letter) => format!("-{letter}"),
        lexopt::Arg::Long(name) => format!("--{name}"),
        lexopt::Arg::Value(value) => value.to_string_lossy().into_owned(),
    };
    fill(&words.command.unknown, &[("what", &typed)])
}

/// The next argument.
fn next<'a>(words: &Words, parser: &'a mut lexopt::Parser) -> Result<Option<lexopt::Arg<'a>>, String> {
    parser.next().map_err(|error| misused(words, &error))
}

/// What stands behind an option.
fn value(words: &Words, parser: &mut lexopt::Parser) -> Result<OsString, String> {
    parser.value().map_err(|error| misused(words, &error))
}

/// Sees to it that nothing is left that would be passed over unsaid.
fn nothing_more(words: &Words, parser: &mut lexopt::Parser) -> Result<(), String> {
    next(words, parser)?.map_or(Ok(()), |more| Err(unknown(words, more)))
}

fn misused(words: &Words, error: &lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue { option: Some(option) } => fill(&words.command.no_value, &[("what", option)]),
        lexopt::Error::UnexpectedValue { option, .. } => fill(&words.command.value_too_many, &[("what", option)]),
        other => fill(&words.command.unknown, &[("what", &other.to_string())]),
    }
}

fn out_of(words: &Words, out: Option<PathBuf>) -> Result<PathBuf, String> {
    out.ok_or_else(|| words.command.no_out.clone())
}

/// The shipped content, and who wishes for which language of it.
type Shipped<'a> = (Files, &'a Wishes);

/// The shipped content, or a writer's folder, and the language of it that fits.
///
/// # Errors
/// What is said of it, when a folder can not be read or has not the language that was asked for.
fn files_of(words: &Words, (shipped, wishes): Shipped<'_>, content: Option<&Path>) -> Result<(Files, String), ExitCode> {
    let files = content.map_or(Ok(shipped), store::read_tree).map_err(|problems| report(words, &problems))?;
    if let Some(asked) = language::unknown(wishes, &files) {
        console::complain(&fill(&words.command.unknown, &[("what", asked)]));
        console::complain(&words.command.usage);
        return Err(ExitCode::from(MISUSED));
    }
    let language = wishes.best(&languages(&files));
    Ok((files, language))
}

/// What was read beside the book.
struct Beside {
    /// What is wrong with it.
    problems: Vec<Problem>,
    /// Which languages there are beside its own, and what is wished for.
    languages: Languages,
}

/// Reads the book, from a writer's folder if one was named.
fn with_book(
    words: &Words,
    shipped: Shipped<'_>,
    content: Option<PathBuf>,
    go_on: impl FnOnce(Arc<Book>, Beside) -> ExitCode,
) -> ExitCode {
    let Wishes { asked, system, .. } = shipped.1.clone();
    let (files, language) = match files_of(words, shipped, content.as_deref()) {
        Ok(found) => found,
        Err(over) => return over,
    };
    match Book::read(&files, &language) {
        (Some(book), problems) => {
            let languages = Languages::new(languages(&files), asked, system);
            go_on(Arc::new(book), Beside { problems, languages })
        }
        (None, problems) => report(words, &problems),
    }
}

/// Checks every language of a folder, by itself and against the fallback.
fn check(words: &Words, folder: &Path) -> ExitCode {
    let files = match store::read_tree(folder) {
        Ok(files) => files,
        Err(problems) => return report(words, &problems),
    };
    let (mut problems, mut remarks) = (Vec::new(), Vec::new());
    // A folder without any language is told by what the fallback lacks.
    let codes = languages(&files).into_iter().map(|language| language.code);
    for code in codes.chain([FALLBACK.to_owned()]).collect::<BTreeSet<_>>() {
        let Comparison { problems: found, remarks: looked } = compare(&files, &code);
        problems.extend(Book::read(&files, &code).1);
        problems.extend(found);
        remarks.extend(looked);
    }
    problems.sort();
    problems.dedup();
    if !remarks.is_empty() {
        // An answer, and not a failure: what is remarked may be right.
        for line in source::told(&remarks) {
            console::say(&line);
        }
        console::say(&words.command.content_look.of(remarks.len()));
    }
    if problems.is_empty() { say(&words.command.content_good) } else { report(words, &problems) }
}

fn report(words: &Words, problems: &[Problem]) -> ExitCode {
    for line in source::told(problems) {
        console::complain(&line);
    }
    fail(&words.command.content_bad.of(problems.len()))
}

fn say(words: &str) -> ExitCode {
    console::say(words);
    ExitCode::SUCCESS
}

fn fail(why: &str) -> ExitCode {
    console::complain(why);
    ExitCode::FAILURE
}
