//! Which file is this program, to be started again: now, or at the next login.
//!
//! Invariant: what is written into somebody else's files is a path that is there, and this program's own.

use std::path::{Path, PathBuf};

use super::NotScheduled;
use crate::platform::store;

/// What the system adds to the path of a program whose file is gone.
#[cfg(target_os = "linux")]
const DELETED: &str = " (deleted)";

/// What holds a program apart from the system that starts programs at login.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sandbox {
    /// The system can be asked through the portal.
    Flatpak,
    /// There is no way to ask from inside.
    Snap,
}

/// The sandbox this program runs in, if it runs in one.
pub(super) fn sandbox() -> Option<Sandbox> {
    if cfg!(not(target_os = "linux")) {
        return None;
    }
    // A snap's variables are handed on to whatever a snap starts: only a program that lies in it is one.
    let snap = std::env::var_os("SNAP").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let is_snap = || snap.is_some_and(|folder| std::env::current_exe().is_ok_and(|own| own.starts_with(folder)));
    if store::is_there(Path::new("/.flatpak-info")) { Some(Sandbox::Flatpak) } else { is_snap().then_some(Sandbox::Snap) }
}

/// This program as it can be started again: the image it came in, or its own file. An update that was installed
/// meanwhile is taken in its place.
///
/// # Errors
/// The system does not say where it is, or it is nowhere any more.
pub fn this_program() -> Result<PathBuf, NotScheduled> {
    let own = std::env::current_exe().map_err(NotScheduled::System)?;
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    place(&own, folder("APPIMAGE"), folder("APPDIR"), &store::is_there)
}

/// Whether another file lies by now where this program was started from, so that starting it anew starts that.
pub fn is_replaced() -> bool {
    std::env::current_exe().is_ok_and(|own| replaced(&own, &store::is_there).is_some())
}

fn place(
    own: &Path,
    image: Option<PathBuf>,
    mounted: Option<PathBuf>,
    is_there: &dyn Fn(&Path) -> bool,
) -> Result<PathBuf, NotScheduled> {
    // An AppImage is mounted anew at each start; only the image itself stays where it is. The variables are handed on to
    // whatever it starts: of another image than our own they say nothing.
    if let (Some(image), Some(mounted)) = (image, mounted)
        && own.starts_with(&mounted)
        && is_there(&image)
    {
        return Ok(image);
    }
    if is_there(own) {
        return Ok(own.to_owned());
    }
    replaced(own, is_there).ok_or(NotScheduled::Moved)
}

#[cfg(target_os = "linux")]
fn replaced(own: &Path, is_there: &dyn Fn(&Path) -> bool) -> Option<PathBuf> {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let bytes = own.as_os_str().as_bytes().strip_suffix(DELETED.as_bytes())?;
    let new = Path::new(OsStr::from_bytes(bytes)).to_owned();
    (!is_there(own) && is_there(&new)).then_some(new)
}

#[cfg(not(target_os = "linux"))]
fn replaced(_own: &Path, _is_there: &dyn Fn(&Path) -> bool) -> Option<PathBuf> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn found(own: &str, image: Option<&str>, mounted: Option<&str>, there: &[&str]) -> Option<PathBuf> {
        let is_there = |path: &Path| there.iter().any(|known| Path::new(known) == path);
        place(Path::new(own), image.map(Into::into), mounted.map(Into::into), &is_there).ok()
    }

    #[test]
    fn an_image_of_another_program_is_not_believed() {
        let own = "/usr/bin/gentleback";
        let there = [own, "/apps/terminal.AppImage", "/apps/gentleback.AppImage", "/tmp/.mount_g/usr/bin/gentleback"];
        let other = found(own, Some("/apps/terminal.AppImage"), Some("/tmp/.mount_t"), &there);
        assert_eq!(other, Some(own.into()));
        let ours = found("/tmp/.mount_g/usr/bin/gentleback", Some("/apps/gentleback.AppImage"), Some("/tmp/.mount_g"), &there);
        assert_eq!(ours, Some("/apps/gentleback.AppImage".into()));
    }

    #[test]
    fn an_update_is_found_and_deleted_is_never_part_of_a_path() {
        let gone = "/usr/bin/gentleback (deleted)";
        assert_eq!(found(gone, None, None, &["/usr/bin/gentleback"]), Some("/usr/bin/gentleback".into()));
        assert_eq!(found(gone, None, None, &[]), None);
        assert_eq!(found(gone, None, None, &[gone]), Some(gone.into()), "somebody may call it that");
    }
}
