//! The system's own "save as" dialog.
//!
//! Not a writer of files: it only learns where a person wants one. The dialog runs on a thread of its own, so the
//! window goes on living behind it, and the answer comes over a channel.
//!
//! Invariant: every question gets exactly one answer, also where no dialog can be shown.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};

use futures::executor::block_on;
use winit::raw_window_handle::{HasDisplayHandle, HasWindowHandle};

use super::{Wake, dirs, store};

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
#[derive(Debug, thiserror::Error)]
#[error("no save dialog can be shown here: {0}")]
pub struct NoDialog(String);

/// Asks where to save. `parent` is the window that the dialog belongs to, if there is one.
pub fn save<W>(request: SaveRequest, parent: Option<&W>, wake: Wake) -> Receiver<SaveAnswer>
where
    W: HasWindowHandle + HasDisplayHandle,
{
    let SaveRequest { title, file_name, kind, extension } = request;
    let mut dialog = rfd::AsyncFileDialog::new().set_title(title).set_file_name(&file_name);
    if let Ok(folder) = dirs::documents() {
        dialog = dialog.set_directory(folder);
    }
    dialog = dialog.add_filter(kind, &[&extension]);
    if let Some(parent) = parent {
        dialog = dialog.set_parent(parent);
    }
    // Made here, on the window's thread, because macOS allows it nowhere else; waited for on another.
    let chosen = dialog.save_file();
    let (sender, receiver) = mpsc::channel();
    let refused = sender.clone();
    let ask = move || {
        let answer =
            block_on(can_show()).map(|()| block_on(chosen).map(|file| with_extension(file.path().to_owned(), &extension)));
        sender.send(answer).ok();
        wake();
    };
    if let Err(error) = std::thread::Builder::new().name("save dialog".into()).spawn(ask) {
        refused.send(Err(NoDialog(error.to_string()))).ok();
    }
    receiver
}

/// Asks which file to read. `parent` is the window that the dialog belongs to, if there is one.
pub fn open<W>(request: OpenRequest, parent: Option<&W>, wake: Wake) -> Receiver<SaveAnswer>
where
    W: HasWindowHandle + HasDisplayHandle,
{
    let OpenRequest { title, kind, extensions } = request;
    let mut dialog = rfd::AsyncFileDialog::new().set_title(title).add_filter(kind, &extensions);
    if let Ok(folder) = dirs::documents() {
        dialog = dialog.set_directory(folder);
    }
    if let Some(parent) = parent {
        dialog = dialog.set_parent(parent);
    }
    // As above: made here, waited for elsewhere.
    let chosen = dialog.pick_file();
    let (sender, receiver) = mpsc::channel();
    let refused = sender.clone();
    let ask = move || {
        let answer = block_on(can_show()).map(|()| block_on(chosen).map(|file| file.path().to_owned()));
        sender.send(answer).ok();
        wake();
    };
    if let Err(error) = std::thread::Builder::new().name("open dialog".into()).spawn(ask) {
        refused.send(Err(NoDialog(error.to_string()))).ok();
    }
    receiver
}

/// A name typed without an ending gets the one that belongs to it; an ending that a person chose stays.
///
/// The dialog asked about replacing the name as typed, so a longer one may only be taken where nothing is replaced.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    let longer = path.with_extension(extension);
    if path.extension().is_some() || store::is_there(&longer) { path } else { longer }
}

/// Whether a dialog can be shown: without this check its absence looks like a person who cancelled.
#[cfg(target_os = "linux")]
async fn can_show() -> Result<(), NoDialog> {
    let portal = match ashpd::zbus::Connection::session().await {
        Ok(bus) => portal_has_dialog(&bus).await,
        Err(error) => Err(NoDialog(error.to_string())),
    };
    // Where the portal has none, rfd shows zenity's dialog if that is installed.
    portal.or_else(|missing| if store::is_program("zenity") { Ok(()) } else { Err(missing) })
}

/// Whether the desktop portal on this bus offers file dialogs.
#[cfg(target_os = "linux")]
async fn portal_has_dialog(bus: &ashpd::zbus::Connection) -> Result<(), NoDialog> {
    let version = async {
        let portal = ashpd::zbus::proxy::Builder::<ashpd::zbus::Proxy<'_>>::new(bus)
            .destination("org.freedesktop.portal.Desktop")?
            .path("/org/freedesktop/portal/desktop")?
            .interface("org.freedesktop.portal.FileChooser")?
            .cache_properties(ashpd::zbus::proxy::CacheProperties::No) // one question, asked once
            .build()
            .await?;
        portal.get_property::<u32>("version").await
    };
    version.await.map(drop).map_err(|error| NoDialog(error.to_string()))
}

/// Windows and macOS always have one.
#[cfg(not(target_os = "linux"))]
async fn can_show() -> Result<(), NoDialog> {
    Ok(())
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

    #[cfg(target_os = "linux")]
    #[test]
    fn a_desktop_without_file_dialogs_is_told_from_one_that_has_them() {
        use super::super::test_bus::{Bus, Settings};

        let Some(bus) = Bus::start() else { return };
        let here = bus.connect();
        assert!(block_on(portal_has_dialog(&here)).is_err(), "no portal at all");
        let other = bus.portal(Settings::new(), &["org.freedesktop.portal.Settings"]);
        assert!(block_on(portal_has_dialog(&here)).is_err(), "a portal without file dialogs");
        drop(other);

        let Some(bus) = Bus::start() else { return };
        let _portal = bus.portal(Settings::new(), &["org.freedesktop.portal.FileChooser"]);
        block_on(portal_has_dialog(&bus.connect())).expect("a portal with file dialogs");
    }
}
