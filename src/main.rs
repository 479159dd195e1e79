//! Start-up and command line.
//!
//! It reads the arguments, loads the content and opens the window, or does the one thing it was asked to do.
//! Invariant: every failure ends in one plain sentence and a non-zero exit.

use std::{ffi::OsString, path::PathBuf, process::ExitCode, sync::Arc};

use gentleback::{
    app::{Book, SheetRequest, sheet_document},
    content::{Words, embedded, fill},
    platform::{clock::Clock, dirs, store},
    sheet::{self, Ink, Options, Paper, PrintPalettes, TextSize},
    shell::{Shell, Start},
    source::{Files, Problem},
};

const LANGUAGE: &str = "en";

enum Command {
    Window { content: Option<PathBuf> },
    CheckContent(PathBuf),
    Sheet { out: PathBuf, options: Options, content: Option<PathBuf> },
    Version,
    Help,
}

fn main() -> ExitCode {
    let clock = Clock::start();
    let shipped = embedded();
    let words: Words = match shipped.read("en/words.ron") {
        Ok(words) => words,
        Err(problem) => return fail(&problem.to_string()),
    };
    match parse(&words) {
        Err(why) => fail(&why),
        Ok(Command::Help) => say(&words.command.help),
        Ok(Command::Version) => say(concat!("gentleback ", env!("CARGO_PKG_VERSION"))),
        Ok(Command::CheckContent(folder)) => check(&words, &folder),
        Ok(Command::Sheet { out, options, content }) => {
            with_book(&words, shipped, content, |book, _| write_sheet(&words, &book, &out, options, clock))
        }
        Ok(Command::Window { content }) => {
            with_book(&words, shipped, content, |book, problems| window(&words, book, problems, clock))
        }
    }
}

fn parse(words: &Words) -> Result<Command, String> {
    use lexopt::prelude::*;
    let unknown = |what: &str| fill(&words.command.unknown, &[("what", what)]);
    let mut parser = lexopt::Parser::from_env();
    let (mut content, mut out, mut options, mut is_sheet) = (None, None, Options::default(), false);
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") | Short('V') => return Ok(Command::Version),
            Long("content") => content = Some(PathBuf::from(value(&mut parser)?)),
            Long("check-content") => return Ok(Command::CheckContent(PathBuf::from(value(&mut parser)?))),
            Long("out") if is_sheet => out = Some(PathBuf::from(value(&mut parser)?)),
            Long("large") if is_sheet => options.text = TextSize::Large,
            Long("bw") if is_sheet => options.ink = Ink::BlackAndWhite,
            Long("paper") if is_sheet => options.paper = paper_of(value(&mut parser)?).map_err(|what| unknown(&what))?,
            Value(name) if name == "sheet" && !is_sheet => is_sheet = true,
            other => return Err(unknown(&other.unexpected().to_string())),
        }
    }
    match (is_sheet, out) {
        (false, _) => Ok(Command::Window { content }),
        (true, Some(out)) => Ok(Command::Sheet { out, options, content }),
        (true, None) => Err(words.command.no_out.clone()),
    }
}

fn value(parser: &mut lexopt::Parser) -> Result<OsString, String> {
    parser.value().map_err(|error| error.to_string())
}

fn paper_of(name: OsString) -> Result<Paper, String> {
    match name.to_str() {
        Some("a4") => Ok(Paper::A4),
        Some("letter") => Ok(Paper::Letter),
        _ => Err(name.to_string_lossy().into_owned()),
    }
}

/// Reads the book, from a writer's folder if one was named.
fn with_book(
    words: &Words,
    shipped: Files,
    content: Option<PathBuf>,
    go_on: impl FnOnce(Arc<Book>, Vec<Problem>) -> ExitCode,
) -> ExitCode {
    let files = match content.as_deref().map(store::read_tree) {
        None => shipped,
        Some(Ok(files)) => files,
        Some(Err(problems)) => return report(words, &problems),
    };
    match Book::read(&files, LANGUAGE) {
        (Some(book), problems) => go_on(Arc::new(book), problems),
        (None, problems) => report(words, &problems),
    }
}

fn check(words: &Words, folder: &std::path::Path) -> ExitCode {
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

fn write_sheet(words: &Words, book: &Book, out: &std::path::Path, options: Options, clock: Clock) -> ExitCode {
    let request = SheetRequest { options, preferred: None, date: clock.now().date() };
    let palettes = PrintPalettes::shipped().map_err(|error| error.to_string());
    let written = palettes.and_then(|palettes| {
        let document = sheet_document(book, &request).map_err(|error| error.to_string())?;
        let bytes = sheet::to_pdf(&document, palettes.of(options.ink)).map_err(|error| error.to_string())?;
        store::write_export(out, &bytes).map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => say(&fill(&words.command.sheet_written, &[("path", &out.display().to_string())])),
        Err(why) => fail(&fill(&words.command.sheet_failed, &[("why", &why)])),
    }
}

fn window(words: &Words, book: Arc<Book>, problems: Vec<Problem>, clock: Clock) -> ExitCode {
    for problem in &problems {
        eprintln!("{problem}");
    }
    let notices = if problems.is_empty() { Vec::new() } else { vec![words.notice.content_broken.clone()] };
    let settings_file = dirs::config().ok().map(|folder| folder.join("settings.ron"));
    let timing = std::env::var_os("GENTLEBACK_TIMING").is_some();
    let start = Start { book, clock, settings_file, notices, timing };
    let options = eframe::NativeOptions { viewport: gentleback::ui::theme::viewport(&words.program.name), ..Default::default() };
    let run = eframe::run_native(&words.program.name, options, Box::new(|cc| Ok(Box::new(Shell::new(cc, start)?))));
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(eframe::Error::WinitEventLoop(_)) => fail(&words.command.no_display),
        Err(eframe::Error::NoGlutinConfigs(..) | eframe::Error::Glutin(_) | eframe::Error::OpenGL(_)) => {
            fail(&words.command.no_graphics)
        }
        Err(other) => fail(&fill(&words.command.window_failed, &[("why", &other.to_string())])),
    }
}

fn say(words: &str) -> ExitCode {
    println!("{words}");
    ExitCode::SUCCESS
}

fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
