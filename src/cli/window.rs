//! Without a command: the window.
//!
//! Invariant: where no window can be had, one plain sentence says why.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use gentleback::{
    app::Book,
    content::{Words, fill},
    platform::{
        clock::Clock,
        console, dirs,
        instance::{self, Claim, First, Word},
    },
    shell::{Shell, Start},
    source::{self, Problem},
};

/// Where the window gets its texts from, and what makes it the only one.
pub struct At {
    /// A writer's folder.
    pub content: Option<PathBuf>,
    /// Held as long as the window lives.
    pub first: Option<First>,
}

/// Asks to be the only window; `None` when another one was there and shows itself.
///
/// Before anything is read: a second start has nothing to do but to ask.
pub fn claim(content: Option<PathBuf>, word: Word) -> Option<At> {
    match dirs::data().map(|data| instance::claim(&data, word)) {
        Ok(Claim::Told) => None,
        Ok(Claim::First(first)) => Some(At { content, first: Some(first) }),
        Ok(Claim::Alone(_)) | Err(_) => Some(At { content, first: None }),
    }
}

/// Opens the window and lives until it is closed.
pub fn run(words: &Words, book: Arc<Book>, problems: &[Problem], at: At, clock: Clock) -> ExitCode {
    for line in source::told(problems) {
        console::complain(&line);
    }
    let notices = if problems.is_empty() { Vec::new() } else { vec![words.notice.content_broken.clone()] };
    let settings_file = dirs::config().ok().map(|folder| folder.join("settings.ron"));
    let history_file = dirs::data().map(|folder| folder.join("history.ron")).map_err(|error| error.to_string());
    let timing = std::env::var_os("GENTLEBACK_TIMING").is_some();
    let At { content, first } = at;
    let start = Start { book, clock, settings_file, history_file, first, content, notices, timing };
    let options = eframe::NativeOptions { viewport: gentleback::ui::theme::viewport(&words.program.name), ..Default::default() };
    let run = eframe::run_native(&words.program.name, options, Box::new(|cc| Ok(Box::new(Shell::new(cc, start)?))));
    let why = match run {
        Ok(()) => return ExitCode::SUCCESS,
        Err(eframe::Error::WinitEventLoop(_)) => words.command.no_display.clone(),
        Err(eframe::Error::NoGlutinConfigs(..) | eframe::Error::Glutin(_) | eframe::Error::OpenGL(_)) => {
            words.command.no_graphics.clone()
        }
        Err(other) => fill(&words.command.window_failed, &[("why", &other.to_string())]),
    };
    console::say_why_no_window(&words.program.name, &why);
    ExitCode::FAILURE
}
