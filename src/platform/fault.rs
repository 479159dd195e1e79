//! What a fault of the program's own leaves behind: a report beside the data, told once.
//!
//! Not the recovery: see `shell/rescue.rs`. A panic is a fault that the types did not keep out; wherever it happens, a
//! hook writes down in which part and at which line, before anything else is tried.
//!
//! Invariant: a report holds nothing about the person. It has the version, the system, the thread, the place in the
//! source and the names of functions; a message only where the program's text has it word for word, because a message
//! that was put together may hold what somebody typed.

use std::{
    backtrace::Backtrace,
    panic::PanicHookInfo,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, ThreadId},
};

use super::{
    background, clock,
    clock::Clock,
    reply::{Feed, Reply},
    store,
};

/// How many reports one run writes: a fault in each frame is still one fault.
const REPORTS_AT_MOST: usize = 3;
/// The file that names the report which nobody was told of yet.
const UNTOLD: &str = "fault-untold";
/// What the reports' names begin with.
const PREFIX: &str = "fault-";

/// The faults of this run.
#[derive(Debug, Clone)]
pub struct Faults(Arc<Mutex<Kept>>);

#[derive(Debug)]
struct Kept {
    folder: Option<PathBuf>,
    /// What a report begins with, for whoever opens it.
    head: String,
    window: ThreadId,
    reports: Vec<PathBuf>,
    /// Who hears of faults in other threads than the window's.
    beside: Option<Feed<Option<PathBuf>>>,
}

impl Faults {
    /// From now on every panic is written down in this folder, and nothing is printed. Called on the window's thread.
    ///
    /// `head` is what a report begins with. Where `RUST_BACKTRACE` is set, the usual text is printed as well.
    pub fn watch(folder: Option<PathBuf>, head: &str, clock: Clock) -> Self {
        let window = thread::current().id();
        let kept = Kept { folder, head: head.to_owned(), window, reports: Vec::new(), beside: None };
        let faults = Self(Arc::new(Mutex::new(kept)));
        let (hears, before) = (faults.clone(), std::panic::take_hook());
        let talks = std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0");
        std::panic::set_hook(Box::new(move |panic| {
            if talks {
                before(panic);
            }
            hears.note(panic, clock);
        }));
        faults
    }

    /// Where faults in threads beside the window are told from now on, with the report if one could be written.
    pub fn tell(&self, beside: Feed<Option<PathBuf>>) {
        self.kept().beside = Some(beside);
    }

    /// Where the last report lies.
    pub fn report(&self) -> Option<PathBuf> {
        self.kept().reports.last().cloned()
    }

    /// The person knows of the report: the next start need not say it.
    pub fn told(&self) {
        if let Some(folder) = &self.kept().folder {
            store::remove(&folder.join(UNTOLD)).ok();
        }
    }

    /// Takes every report away, beside the window: everything is to be deleted.
    pub fn remove_reports(&self) {
        if let Some(folder) = self.kept().folder.clone() {
            background::run("reports", Reply::new(drop), move || remove_reports(&folder));
        }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, panic: &PanicHookInfo<'_>, clock: Clock) {
        let mut kept = self.kept();
        if kept.reports.len() < REPORTS_AT_MOST
            && let Some(folder) = &kept.folder
        {
            let name = format!("{PREFIX}{}.txt", clock::file_stamp(clock.now().stamp));
            let path = store::unused(&folder.join(name));
            let text = report(&kept.head, panic);
            if store::write_private(&path, text.as_bytes()).is_ok() {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                // Without this the report is there all the same, and only not told.
                store::write_private(&folder.join(UNTOLD), name.as_bytes()).ok();
                kept.reports.push(path);
            }
        }
        // In the window's thread nobody is told here: it may be in the middle of anything. Who catches the fault says it.
        if thread::current().id() != kept.window
            && let Some(beside) = &kept.beside
        {
            beside.tell(kept.reports.last().cloned());
        }
    }
}

/// The report that an earlier run left and that nobody was told of yet. Told once: asked again, there is none.
pub fn untold(folder: &Path) -> Option<PathBuf> {
    let marker = folder.join(UNTOLD);
    let name = store::read_text(&marker).ok()?;
    store::remove(&marker).ok();
    let report = folder.join(Path::new(name.trim()).file_name()?);
    store::is_there(&report).then_some(report)
}

/// Takes every report away, and the note that one was not told yet.
fn remove_reports(folder: &Path) {
    for path in store::beginning_with(folder, PREFIX) {
        // What can not be removed holds nothing about anybody.
        store::remove(&path).ok();
    }
}

fn report(head: &str, panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map(|at| format!("{}:{}", source_of(at.file()), at.line())).unwrap_or_default();
    let message = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(left out)");
    let thread = thread::current().name().unwrap_or("-").to_owned();
    let trace = Backtrace::force_capture().to_string();
    let functions: Vec<&str> = trace.lines().filter(|line| !line.trim_start().starts_with("at ")).collect();
    let (version, system, machine) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    let head = if head.is_empty() { String::new() } else { format!("{head}\n\n") };
    format!(
        "{head}gentleback {version}, {system}, {machine}\nthread: {thread}\nplace: {place}\nmessage: {message}\n\n{}\n",
        functions.join("\n")
    )
}

/// A source file without the folders of the machine that it was built on.
fn source_of(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    let begin = parts.iter().rposition(|part| *part == "src").map_or(0, |src| src.saturating_sub(1));
    let own = !file.starts_with(['/', '\\']) && !file.contains(':');
    if own { file.to_owned() } else { parts.get(begin..).unwrap_or_default().join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_no_folder_of_the_machine() {
        assert_eq!(source_of("src/shell/mod.rs"), "src/shell/mod.rs");
        assert_eq!(source_of("/a/b/registry/src/index-1/winit-0.30.1/src/x11/mod.rs"), "winit-0.30.1/src/x11/mod.rs");
        assert_eq!(source_of("C:\\a\\b\\winit-0.30.1\\src\\mod.rs"), "winit-0.30.1/src/mod.rs");
    }

    #[test]
    fn an_untold_report_is_told_once() {
        let dir = tempfile::tempdir().expect("a folder");
        assert_eq!(untold(dir.path()), None);
        let report = dir.path().join("fault-20261126-010203.txt");
        store::write_private(&report, b"x").expect("written");
        store::write_private(&dir.path().join(UNTOLD), b"fault-20261126-010203.txt").expect("written");
        assert_eq!(untold(dir.path()), Some(report.clone()));
        assert_eq!(untold(dir.path()), None);
        store::write_private(&dir.path().join(UNTOLD), b"../../elsewhere").expect("written");
        assert_eq!(untold(dir.path()), None);
        remove_reports(dir.path());
        assert!(!store::is_there(&report) && !store::is_there(&dir.path().join(UNTOLD)));
    }
}
