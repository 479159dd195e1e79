//! Where this system keeps a program's settings and memory, and a person's documents.
//!
//! Not a file reader: only paths are made here, and none of them need exist yet. What the environment says
//! (`XDG_CONFIG_HOME` and its like) wins over the usual place, as the XDG rules ask.
//!
//! Invariant: every path is absolute.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::store;

/// The program's folder name under the system's settings folder.
const APP_FOLDER: &str = "gentleback";

/// The system does not say where this person's files live.
#[derive(Debug, thiserror::Error)]
#[error("this system names no home folder: {0}")]
pub struct NoHome(#[from] etcetera::HomeDirError);

/// The folder for the program's own settings.
///
/// Linux: `$XDG_CONFIG_HOME/gentleback`, else `~/.config/gentleback`. Windows: the roaming application data.
/// macOS: `~/Library/Application Support`, because `Preferences` is kept for the system's own format.
///
/// # Errors
/// [`NoHome`] when there is neither an environment variable nor a home folder to start from.
pub fn config() -> Result<PathBuf, NoHome> {
    let places = etcetera::base_strategy::choose_native_strategy()?;
    let base = if cfg!(target_os = "macos") { places.data_dir() } else { places.config_dir() };
    Ok(base.join(APP_FOLDER))
}

/// The folder for what the program remembers.
///
/// Linux: `$XDG_DATA_HOME/gentleback`, else `~/.local/share/gentleback`. Windows and macOS: as [`config`].
///
/// # Errors
/// [`NoHome`] as for [`config`].
pub fn data() -> Result<PathBuf, NoHome> {
    Ok(etcetera::base_strategy::choose_native_strategy()?.data_dir().join(APP_FOLDER))
}

/// The folder in which a person looks for their own papers; their home folder if there is no such folder.
///
/// Used when no save dialog can be shown: the sheet must still land where it will be found.
///
/// # Errors
/// [`NoHome`] as for [`config`].
pub fn documents() -> Result<PathBuf, NoHome> {
    let places = etcetera::base_strategy::choose_native_strategy()?;
    let home = places.home_dir();
    // On a German desktop the folder is called Dokumente: Linux desktops write its name down here.
    let named = store::read_text(&places.config_dir().join("user-dirs.dirs")).ok();
    let named = named.and_then(|text| documents_in(&text, home));
    let usual = home.join("Documents");
    Ok([named, Some(usual)].into_iter().flatten().find(|dir| store::is_dir(dir)).unwrap_or_else(|| home.to_owned()))
}

/// The documents folder that a `user-dirs.dirs` file names, if it names one.
fn documents_in(text: &str, home: &Path) -> Option<PathBuf> {
    let line = text.lines().find_map(|line| line.trim().strip_prefix("XDG_DOCUMENTS_DIR="))?;
    let value = line.trim().trim_matches('"');
    let path = match value.strip_prefix("$HOME") {
        Some(rest) => home.join(rest.trim_start_matches('/')),
        None => PathBuf::from(value),
    };
    path.is_absolute().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_folders_bear_its_name() {
        for dir in [config(), data()].map(|dir| dir.expect("a home folder")) {
            assert!(dir.is_absolute(), "{}", dir.display());
            assert!(dir.ends_with(APP_FOLDER), "{}", dir.display());
        }
    }

    #[test]
    fn documents_follow_the_desktops_own_name_for_them() {
        let home = Path::new("/people/ada");
        let text = "# a comment\nXDG_MUSIC_DIR=\"$HOME/Musik\"\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n";
        assert_eq!(documents_in(text, home), Some(home.join("Dokumente")));
        assert_eq!(documents_in("XDG_DOCUMENTS_DIR=\"/data/papers\"", home), Some("/data/papers".into()));
        assert_eq!(documents_in("XDG_DOCUMENTS_DIR=\"$HOME/\"", home), Some(home.to_owned()));
    }

    #[test]
    fn a_relative_or_missing_name_is_no_folder() {
        let home = Path::new("/people/ada");
        assert_eq!(documents_in("XDG_DOCUMENTS_DIR=\"papers\"", home), None);
        assert_eq!(documents_in("XDG_DOWNLOAD_DIR=\"$HOME/x\"", home), None);
        assert_eq!(documents_in("", home), None);
    }

    #[test]
    fn there_is_always_somewhere_to_save() {
        assert!(store::is_dir(&documents().expect("a home folder")));
    }
}
