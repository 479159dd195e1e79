//! Without a command: the window.
//!
//! Invariant: where no window can be had, one plain sentence says why.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use gentleback::{
    app::Book,
    content::{Words, fill},
    platform::{
        clock::Clock,
        console, dirs,
        fault::{self, Faults},
        instance::{self, Claim, First, StartRequest},
    },
    shell::{Shell, Start},
    source,
};

use super::Beside;

/// Where the window gets its texts from, and what makes it the only one.
pub struct At {
    /// A writer's folder.
    pub content: Option<PathBuf>,
    /// Held as long as the window lives.
    pub first: Option<First>,
}

/// Asks to be the only window; where another one was there, this start is over, and this is how.
///
/// Before anything is read: a second start has nothing to do but to ask.
pub fn claim(words: &Words, content: Option<PathBuf>, word: StartRequest) -> Result<At, ExitCode> {
    match dirs::data().map(|data| instance::claim(&data, word)) {
        Ok(Claim::Forwarded) => Err(ExitCode::SUCCESS),
        Ok(Claim::Elsewhere) => {
            console::say_why_no_window(&words.program.name, &words.command.elsewhere);
            Err(ExitCode::FAILURE)
        }
        Ok(Claim::First(first)) => Ok(At { content, first: Some(first) }),
        Ok(Claim::Alone(_)) | Err(_) => Ok(At { content, first: None }),
    }
}

/// Opens the window and lives until it is closed.
pub(super) fn run(words: &Words, book: Arc<Book>, Beside { problems, languages }: Beside, at: At, clock: Clock) -> ExitCode {
    for line in source::told(&problems) {
        console::complain(&line);
    }
    let data = dirs::data().ok();
    let faults = Faults::watch(data.clone(), &words.fault.report_head, clock);
    let mut notices = if problems.is_empty() { Vec::new() } else { vec![words.notice.content_broken.clone()] };
    if let Some(report) = data.as_deref().and_then(fault::untold) {
        notices.push(format!("{} {}", words.fault.last_time, words.fault.report_in(&report.display().to_string())));
    }
    let settings_file = dirs::config().ok().map(|folder| folder.join("settings.ron"));
    let history_file = dirs::data().map(|folder| folder.join("history.ron")).map_err(|error| error.to_string());
    // For the tests, which need a fault that comes when they want it.
    let pretended_fault = std::env::var("GENTLEBACK_FAULT").ok().filter(|fault| cfg!(debug_assertions) && !fault.is_empty());
    let timing = std::env::var_os("GENTLEBACK_TIMING").is_some();
    let At { content, first } = at;
    let start = Start {
        book,
        clock,
        settings_file,
        history_file,
        first,
        content,
        languages,
        notices,
        faults: faults.clone(),
        pretended_fault,
        timing,
    };
    let opened = Arc::new(AtomicBool::new(false));
    let is_open = Arc::clone(&opened);
    let options = eframe::NativeOptions {
        viewport: gentleback::ui::theme::viewport(&words.program.name),
        // Noise against banding: the shadows of the cards are too faint to show any, and it costs where the processor paints.
        dithering: false,
        ..Default::default()
    };
    let create: eframe::AppCreator<'_> = Box::new(move |cc| {
        is_open.store(true, Ordering::Relaxed);
        Ok(Box::new(Shell::new(cc, start)?))
    });
    // The toolkit ends a program by a panic where a screen is not as it expects one.
    let run = catch_unwind(AssertUnwindSafe(|| eframe::run_native(&words.program.name, options, create)));
    let why = match run {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(eframe::Error::WinitEventLoop(_))) => words.command.no_display.clone(),
        Ok(Err(eframe::Error::NoGlutinConfigs(..) | eframe::Error::Glutin(_) | eframe::Error::OpenGL(_))) => {
            words.command.no_graphics.clone()
        }
        Ok(Err(other)) => fill(&words.command.window_failed, &[("why", &other.to_string())]),
        Err(_) if opened.load(Ordering::Relaxed) => broke(words, &faults),
        Err(_) => {
            // Said here and now: not a fault of last time.
            faults.told();
            words.command.window_broke.clone()
        }
    };
    console::say_why_no_window(&words.program.name, &why);
    ExitCode::FAILURE
}

/// Why a window that was open is gone.
fn broke(words: &Words, faults: &Faults) -> String {
    let report = faults.report().map(|path| words.fault.report_in(&path.display().to_string()));
    [Some(words.fault.ended.clone()), report].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
