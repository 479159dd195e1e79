//! The system's own file window: a folder opened in it, or a file shown there.
//!
//! Not a reader of what lies there. Asking another program takes its time, so it is done on a thread, and how it went
//! comes over a channel.
//!
//! Invariant: every request gets exactly one answer, also where there is no such window.

use std::path::{Path, PathBuf};

use super::{background, opener, reply::Reply};

/// What is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// What lies in this folder.
    Folder(PathBuf),
    /// This file, among what lies beside it.
    Among(PathBuf),
}

/// No file window opened: the person has to be told the path instead.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotShown(#[from] pub std::io::Error);

/// How it went.
pub type RevealAnswer = Result<(), NotShown>;

/// Asks the system to show a place.
pub fn reveal(place: Place, reply: Reply<RevealAnswer>) {
    let ask = move || match &place {
        Place::Folder(folder) => opener::open(folder),
        Place::Among(file) => show_file(file),
    };
    background::run("file window", reply, move || ask().map_err(NotShown));
}

/// The file manager of the desktop selects the file; where none answers, the folder is opened.
#[cfg(target_os = "linux")]
fn show_file(file: &Path) -> std::io::Result<()> {
    use futures::executor::block_on;
    let selected = super::bus::session(super::bus::PATIENCE).and_then(|bus| block_on(select(&bus, file)));
    selected.or_else(|_| opener::open(folder_of(file)))
}

/// Asks the file manager on this bus to show the file, by the desktop's common interface for that.
#[cfg(target_os = "linux")]
async fn select(bus: &ashpd::zbus::Connection, file: &Path) -> ashpd::zbus::Result<()> {
    const MANAGER: &str = "org.freedesktop.FileManager1";
    let body = ([address(file)], "");
    bus.call_method(Some(MANAGER), "/org/freedesktop/FileManager1", Some(MANAGER), "ShowItems", &body).await.map(drop)
}

/// The file's address as a link: every byte that has a meaning there, or is not plain, is written as a number.
#[cfg(target_os = "linux")]
fn address(file: &Path) -> String {
    use std::os::unix::ffi::OsStrExt;

    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
    const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    format!("file://{}", percent_encode(file.as_os_str().as_bytes(), PLAIN))
}

/// The system's own call for it takes the file as one argument, quotes and all.
#[cfg(windows)]
fn show_file(file: &Path) -> std::io::Result<()> {
    use std::os::windows::process::CommandExt;
    let argument = format!("/select,\"{}\"", file.display());
    // Its exit code says nothing: it is 1 also when the window opened.
    std::process::Command::new("explorer").raw_arg(argument).spawn().map(drop)
}

/// The finder selects what it is told to reveal.
#[cfg(target_os = "macos")]
fn show_file(file: &Path) -> std::io::Result<()> {
    let mut command = std::process::Command::new("open");
    let shown = super::process::output(command.arg("-R").arg(file), std::time::Duration::from_secs(20))?;
    if shown.status.success() { Ok(()) } else { opener::open(folder_of(file)) }
}

#[cfg(not(windows))]
fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(file)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use futures::executor::block_on;

    use super::super::reply::test::reply;
    use super::super::test_bus::Bus;
    use super::*;

    #[test]
    fn an_address_keeps_its_slashes_and_hides_everything_else() {
        assert_eq!(address(Path::new("/a b/ä#?.ron")), "file:///a%20b/%C3%A4%23%3F.ron");
        assert_eq!(address(Path::new("/plain-name_1.ron")), "file:///plain-name_1.ron");
    }

    #[test]
    fn a_bus_without_a_file_manager_says_so() {
        let Some(bus) = Bus::start() else { return };
        assert!(block_on(select(&bus.connect(), Path::new("/tmp/x"))).is_err());
    }

    #[test]
    fn a_place_that_is_not_there_gets_its_answer_too() {
        let (reply, answers) = reply();
        reveal(Place::Folder("/nowhere/at/all".into()), reply);
        assert!(answers.recv().expect("one answer").expect("from a thread that lives").is_err());
    }
}
