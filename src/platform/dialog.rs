//! The system's own "save as" dialog.
//!
//! Not a writer of files: it only learns where a person wants one. A dialog is made on the window's thread and waited
//! for on another, so the window goes on living behind it.
//!
//! Invariant: every question gets exactly one answer, also where no dialog can be shown, and where what shows it stops
//! answering. Only the person may take as long as they like.

use std::{path::PathBuf, pin::Pin};

use futures::executor::block_on;
use winit::raw_window_handle::{HasDisplayHandle, HasWindowHandle};

#[cfg(target_os = "linux")]
use super::{background, bus};
use super::{dirs, store};

/// How often the program that shows a dialog is looked after.
#[cfg(target_os = "linux")]
const LOOK_AFTER: std::time::Duration = std::time::Duration::from_secs(3);

/// What the dialog shows. The words come from content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveRequest {
    /// The dialog's title.
    pub title: String,
    /// The name that stands in the field when it opens, with its extension.
    pub file_name: String,
    /// What the kind of file is called, beside the list of files.
    pub kind: String,
    /// The kind's extension, without the dot.
    pub extension: String,
}

/// What the dialog that chooses a file shows. The words come from content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRequest {
    /// The dialog's title.
    pub title: String,
    /// What the kind of file is called.
    pub kind: String,
    /// The kind's extensions, without the dot.
    pub extensions: Vec<String>,
}

/// Where to save, or `None` when the person thought better of it.
pub type SaveAnswer = Result<Option<PathBuf>, NoDialog>;

/// This desktop has no dialog to show: the program has to save somewhere itself and say where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no file dialog can be shown here")]
pub struct NoDialog;

/// A dialog that was asked for and waits to be shown.
pub struct Asked(Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>);

impl Asked {
    /// Shows it and waits for the person; not for the window's thread.
    ///
    /// # Errors
    /// [`NoDialog`], also when what shows it stops answering.
    pub fn wait(self) -> SaveAnswer {
        shown(move || block_on(self.0))
    }
}

/// Asks where to save. `parent` is the window that the dialog belongs to, if there is one.
pub fn save<W>(request: SaveRequest, parent: Option<&W>) -> Asked
where
    W: HasWindowHandle + HasDisplayHandle,
{
    let SaveRequest { title, file_name, kind, extension } = request;
    let dialog = begin(title, parent).set_file_name(&file_name).add_filter(kind, &[&extension]);
    // Made here, on the window's thread, because macOS allows it nowhere else; waited for on another. Where it may be
    // made there too, nothing is read on the window's thread.
    #[cfg(target_os = "linux")]
    let chosen = async move { in_documents(dialog).save_file().await };
    #[cfg(not(target_os = "linux"))]
    let chosen = in_documents(dialog).save_file();
    Asked(Box::pin(async move { chosen.await.map(|file| with_extension(file.path().to_owned(), &extension)) }))
}

/// Asks which file to read. `parent` is the window that the dialog belongs to, if there is one.
pub fn open<W>(request: OpenRequest, parent: Option<&W>) -> Asked
where
    W: HasWindowHandle + HasDisplayHandle,
{
    let OpenRequest { title, kind, extensions } = request;
    // As above: made here, waited for elsewhere.
    let dialog = begin(title, parent).add_filter(kind, &extensions);
    #[cfg(target_os = "linux")]
    let chosen = async move { in_documents(dialog).pick_file().await };
    #[cfg(not(target_os = "linux"))]
    let chosen = in_documents(dialog).pick_file();
    Asked(Box::pin(async move { chosen.await.map(|file| file.path().to_owned()) }))
}

fn begin<W>(title: String, parent: Option<&W>) -> rfd::AsyncFileDialog
where
    W: HasWindowHandle + HasDisplayHandle,
{
    let dialog = rfd::AsyncFileDialog::new().set_title(title);
    match parent {
        Some(parent) => dialog.set_parent(parent),
        None => dialog,
    }
}

/// Begins where a person looks for their papers.
fn in_documents(dialog: rfd::AsyncFileDialog) -> rfd::AsyncFileDialog {
    match dirs::documents() {
        Ok(folder) => dialog.set_directory(folder),
        Err(_) => dialog,
    }
}

/// A name typed without an ending gets the one that belongs to it; an ending that a person chose stays.
///
/// The dialog asked about replacing the name as typed, so a longer one may only be taken where nothing is replaced.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    let longer = path.with_extension(extension);
    if path.extension().is_some() || store::is_there(&longer) { path } else { longer }
}

/// Shows the dialog if one can be shown: without this check its absence looks like a person who cancelled.
#[cfg(target_os = "linux")]
fn shown(dialog: impl FnOnce() -> Option<PathBuf> + Send + 'static) -> SaveAnswer {
    const CHOOSER: &str = "org.freedesktop.portal.FileChooser";
    let bus = bus::session(bus::PATIENCE).ok();
    match bus.filter(|bus| bus::answers(bus, CHOOSER)) {
        Some(bus) => {
            let answers = || bus::answers(&bus, CHOOSER);
            background::while_it_goes_on(LOOK_AFTER, answers, "dialog", dialog).map_err(|_| NoDialog)
        }
        // Where the portal has none, rfd shows zenity's dialog if that is installed; one that hangs is asked first.
        None if store::is_program("zenity") && !has_owner() => Ok(dialog()),
        None => Err(NoDialog),
    }
}

/// Whether somebody owns the portal's name, if only to be silent.
#[cfg(target_os = "linux")]
fn has_owner() -> bool {
    let Ok(bus) = bus::session(bus::PATIENCE) else { return false };
    let owner = bus.call_method(
        Some("org.freedesktop.DBus"),
        "/org/freedesktop/DBus",
        Some("org.freedesktop.DBus"),
        "NameHasOwner",
        &bus::PORTAL,
    );
    block_on(owner).is_ok_and(|reply| reply.body().deserialize::<bool>().unwrap_or(false))
}

/// Windows and macOS always have one.
#[cfg(not(target_os = "linux"))]
fn shown(dialog: impl FnOnce() -> Option<PathBuf>) -> SaveAnswer {
    Ok(dialog())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_gets_the_ending_of_its_kind() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| dir.path().join(name);
        assert_eq!(with_extension(at("my back"), "pdf"), at("my back.pdf"));
        assert_eq!(with_extension(at("my back.PDF"), "pdf"), at("my back.PDF"));
        assert_eq!(with_extension(at("my back.txt"), "pdf"), at("my back.txt"));
    }

    #[test]
    fn no_ending_is_added_where_that_would_replace_a_file_unasked() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        store::write_export(&dir.path().join("sheet.pdf"), b"%PDF").expect("write");
        assert_eq!(with_extension(dir.path().join("sheet"), "pdf"), dir.path().join("sheet"));
    }
}
