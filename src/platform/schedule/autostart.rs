//! A desktop entry in the session's autostart folder (freedesktop.org: Desktop Application Autostart).
//!
//! Invariant: whatever stands in the program's path, the entry starts exactly that program with exactly one argument.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::{COMMAND, NAME, NotScheduled, Schedule};
use crate::platform::store;

fn file() -> Result<PathBuf, NotScheduled> {
    let places = etcetera::base_strategy::Xdg::new().map_err(|_| NotScheduled::NoHome)?;
    Ok(places.config_dir().join("autostart").join(format!("{NAME}.desktop")))
}

pub(super) fn install(schedule: &Schedule) -> Result<(), NotScheduled> {
    let (path, text) = (file()?, entry(&schedule.program, &schedule.title)?);
    if store::read_text(&path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    Ok(store::write_private(&path, text.as_bytes())?)
}

pub(super) fn remove() -> Result<(), NotScheduled> {
    let path = file()?;
    store::remove(&path)?;
    path.parent().map(store::remove_if_empty);
    Ok(())
}

/// The whole entry.
fn entry(program: &Path, title: &str) -> Result<String, NotScheduled> {
    let program = program.to_str().ok_or_else(|| NotScheduled::Path(program.display().to_string()))?;
    let lines = [
        "[Desktop Entry]".to_owned(),
        "Type=Application".to_owned(),
        "Version=1.0".to_owned(),
        format!("Name={}", escaped(title)),
        // A program that is gone is passed over in silence.
        format!("TryExec={}", escaped(program)),
        format!("Exec={} {COMMAND}", escaped(&quoted(program))),
        "Icon=gentleback".to_owned(),
        "Terminal=false".to_owned(),
        "NoDisplay=true".to_owned(),
        "X-GNOME-Autostart-enabled=true".to_owned(),
    ];
    Ok(lines.join("\n") + "\n")
}

/// An argument of `Exec`, by its own rules of quoting.
fn quoted(argument: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in argument.chars() {
        match letter {
            '"' | '`' | '$' | '\\' => quoted.extend(['\\', letter]),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A value of the file; that comes on top of the quoting in it.
fn escaped(value: &str) -> String {
    let mut escaped = String::new();
    for letter in value.chars() {
        match letter {
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn awkward_paths_are_quoted_by_both_rules() {
        let exec = |path: &str| {
            let entry = entry(Path::new(path), "Gentleback").expect("text");
            entry.lines().find_map(|line| line.strip_prefix("Exec=").map(str::to_owned)).expect("an Exec line")
        };
        assert_eq!(exec("/opt/gentleback"), r#""/opt/gentleback" remind"#);
        assert_eq!(exec("/opt/my programs/g"), r#""/opt/my programs/g" remind"#);
        assert_eq!(exec("/a$b`c\"d\\e"), r#""/a\\$b\\`c\\"d\\\\e" remind"#);
        assert_eq!(exec("/100%/g"), r#""/100%%/g" remind"#);
    }

    /// The system's own validator, where it is installed (package desktop-file-utils).
    #[test]
    fn the_validator_finds_nothing_to_say() {
        if !store::is_program("desktop-file-validate") {
            assert!(std::env::var_os("CI").is_none(), "desktop-file-validate is needed here");
            return;
        }
        let dir = tempfile::tempdir().expect("a folder");
        for path in ["/opt/gentleback", "/opt/my programs/g", "/a$b`c\"d\\e", "/100%/g", "/ü/g"] {
            let file = dir.path().join("a.desktop");
            let text = entry(Path::new(path), "Gentleback reminders").expect("text");
            store::write_export(&file, text.as_bytes()).expect("written");
            let said = std::process::Command::new("desktop-file-validate").arg(&file).output().expect("run");
            assert!(said.status.success() && said.stdout.is_empty(), "{path}: {}", String::from_utf8_lossy(&said.stdout));
        }
    }
}
