//! Start-up and command line.
//!
//! It reads the arguments, loads the content and opens the window, or does the one thing it was asked to do.
//! Invariant: every failure ends in one plain sentence and a non-zero exit.

use std::{
    ffi::OsString,
    io::Cursor,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};

use gentleback::{
    app::{Book, SheetRequest, sheet_document},
    content::{Words, embedded, fill},
    drawing::Palette,
    figure::gallery::{self, Form, Picture},
    platform::{clock::Clock, dirs, store},
    sheet::{self, Ink, Options, Paper, PrintPalettes, TextSize},
    shell::{Shell, Start},
    source::{Files, Problem},
};

const LANGUAGE: &str = "en";

/// The looks that figures can be written in.
const FIGURE_THEMES: [(&str, &str); 5] = [
    ("light", include_str!("../assets/theme/light.ron")),
    ("dark", include_str!("../assets/theme/dark.ron")),
    ("high-contrast", include_str!("../assets/theme/high-contrast.ron")),
    ("print-bw", include_str!("../assets/theme/print-bw.ron")),
    ("line-art", include_str!("../assets/theme/line-art.ron")),
];

enum Command {
    Window { content: Option<PathBuf> },
    CheckContent(PathBuf),
    Figures { out: PathBuf, theme: Option<String>, content: Option<PathBuf> },
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
        Ok(Command::Figures { out, theme, content }) => {
            with_book(&words, shipped, content, |book, _| write_figures(&words, &book, &out, theme.as_deref()))
        }
        Ok(Command::Window { content }) => {
            with_book(&words, shipped, content.clone(), |book, problems| window(&words, book, &problems, content, clock))
        }
    }
}

/// What is written by the command line alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Sheet,
    Figures,
}

fn parse(words: &Words) -> Result<Command, String> {
    use lexopt::prelude::*;
    let unknown = |what: &str| fill(&words.command.unknown, &[("what", what)]);
    let mut parser = lexopt::Parser::from_env();
    let (mut content, mut out, mut options, mut theme) = (None, None, Options::default(), None);
    let mut what = None;
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") | Short('V') => return Ok(Command::Version),
            Long("content") => content = Some(PathBuf::from(value(&mut parser)?)),
            Long("check-content") => return Ok(Command::CheckContent(PathBuf::from(value(&mut parser)?))),
            Long("out") if what.is_some() => out = Some(PathBuf::from(value(&mut parser)?)),
            Long("large") if what == Some(What::Sheet) => options.text = TextSize::Large,
            Long("bw") if what == Some(What::Sheet) => options.ink = Ink::BlackAndWhite,
            Long("theme") if what == Some(What::Figures) => {
                theme = Some(value(&mut parser)?.to_string_lossy().into_owned());
            }
            Long("paper") if what == Some(What::Sheet) => {
                options.paper = paper_of(value(&mut parser)?).map_err(|what| unknown(&what))?
            }
            Value(name) if name == "sheet" && what.is_none() => what = Some(What::Sheet),
            Value(name) if name == "figures" && what.is_none() => what = Some(What::Figures),
            other => return Err(unknown(&other.unexpected().to_string())),
        }
    }
    match (what, out) {
        (None, _) => Ok(Command::Window { content }),
        (Some(What::Sheet), Some(out)) => Ok(Command::Sheet { out, options, content }),
        (Some(What::Figures), Some(out)) => Ok(Command::Figures { out, theme, content }),
        (Some(_), None) => Err(words.command.no_out.clone()),
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

fn write_sheet(words: &Words, book: &Book, out: &Path, options: Options, clock: Clock) -> ExitCode {
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

/// Every scene of one theme or of all, with a contact sheet each.
fn write_figures(words: &Words, book: &Book, out: &Path, theme: Option<&str>) -> ExitCode {
    let wanted: Vec<_> = FIGURE_THEMES.iter().filter(|(name, _)| theme.is_none_or(|theme| theme == *name)).collect();
    if let (Some(theme), true) = (theme, wanted.is_empty()) {
        return fail(&fill(&words.command.unknown, &[("what", theme)]));
    }
    if let Err(error) = store::make_folder(out) {
        return fail(&fill(&words.command.figures_failed, &[("why", &error.to_string())]));
    }
    let mut count = 0;
    for (name, text) in wanted {
        let written = Palette::from_ron(text).map_err(|error| error.to_string()).and_then(|palette| {
            gallery::pictures(&book.figures, &palette, name).into_iter().try_for_each(|picture| {
                count += 1;
                write_picture(out, &picture)
            })
        });
        if let Err(why) = written {
            return fail(&fill(&words.command.figures_failed, &[("why", &why)]));
        }
    }
    let values = [("n", &*count.to_string()), ("path", &out.display().to_string())];
    say(&fill(&words.command.figures_written, &values))
}

fn write_picture(out: &Path, picture: &Picture) -> Result<(), String> {
    let (ending, bytes) = match &picture.form {
        Form::Svg(text) => ("svg", text.clone().into_bytes()),
        Form::Pixels(pixels) => {
            let mut png = Cursor::new(Vec::new());
            let (width, height) = (pixels.width, pixels.height);
            PngEncoder::new(&mut png)
                .write_image(&pixels.straight_rgba(), width, height, ExtendedColorType::Rgba8)
                .map_err(|error| error.to_string())?;
            ("png", png.into_inner())
        }
    };
    let path = out.join(format!("{}.{ending}", picture.name));
    store::write_export(&path, &bytes).map_err(|error| error.to_string())
}

fn window(words: &Words, book: Arc<Book>, problems: &[Problem], content: Option<PathBuf>, clock: Clock) -> ExitCode {
    for problem in problems {
        eprintln!("{problem}");
    }
    let notices = if problems.is_empty() { Vec::new() } else { vec![words.notice.content_broken.clone()] };
    let settings_file = dirs::config().ok().map(|folder| folder.join("settings.ron"));
    let history_file = dirs::data().map(|folder| folder.join("history.ron")).map_err(|error| error.to_string());
    let timing = std::env::var_os("GENTLEBACK_TIMING").is_some();
    let start = Start { book, clock, settings_file, history_file, content, notices, timing };
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
