//! A launch agent of the person's own (macOS).
//!
//! Invariant: whatever stands in the program's path, the list stays well-formed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use etcetera::BaseStrategy;

use super::{COMMAND, NotScheduled, Schedule};
use crate::platform::{process, store};

/// How long one answer of launchd's may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

const LABEL: &str = "org.gentleback.remind";

fn file() -> Result<PathBuf, NotScheduled> {
    let places = etcetera::base_strategy::Apple::new().map_err(|_| NotScheduled::NoHome)?;
    Ok(places.home_dir().join("Library").join("LaunchAgents").join(format!("{LABEL}.plist")))
}

#[cfg_attr(not(target_os = "macos"), expect(dead_code, reason = "only its list is tested elsewhere"))]
pub(super) fn install(schedule: &Schedule) -> Result<(), NotScheduled> {
    let path = file()?;
    let text = list(&schedule.program).ok_or_else(|| NotScheduled::Path(schedule.program.display().to_string()))?;
    if store::read_text(&path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    store::write_private(&path, text.as_bytes())?;
    // It is read at the next login in any case; this takes back that it may have been switched off for good, which
    // earlier versions did. The one that it starts now finds that the window has started one, and ends.
    launchctl(ON, &path);
    Ok(())
}

/// Taken off for now: never with `-w`, which the system remembers beyond the file, so that it never starts again.
const OFF: &[&str] = &["unload"];
/// Taken on, whatever the system remembers.
const ON: &[&str] = &["load", "-w"];

fn launchctl(arguments: &[&str], list: &Path) {
    process::output(Command::new("launchctl").args(arguments).arg(list), ANSWER_WITHIN).ok();
}

#[cfg_attr(not(target_os = "macos"), expect(dead_code, reason = "only its list is tested elsewhere"))]
pub(super) fn remove() -> Result<(), NotScheduled> {
    let path = file()?;
    if store::is_there(&path) {
        // An agent that was never loaded can not be unloaded.
        launchctl(OFF, &path);
    }
    Ok(store::remove(&path)?)
}

fn list(program: &Path) -> Option<String> {
    let program = program.to_str()?.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n\
         <key>Label</key><string>{LABEL}</string>\n\
         <key>ProgramArguments</key><array><string>{program}</string><string>{COMMAND}</string></array>\n\
         <key>RunAtLoad</key><true/>\n\
         <key>ProcessType</key><string>Background</string>\n\
         </dict>\n</plist>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn off_is_never_for_good_and_on_takes_back_what_was() {
        assert!(!OFF.contains(&"-w") && ON.contains(&"-w"));
    }

    #[test]
    fn the_path_is_text_and_never_markup() {
        let list = list(Path::new("/Applications/A & <B>.app/g")).expect("text");
        assert!(list.contains("<string>/Applications/A &amp; &lt;B&gt;.app/g</string><string>remind</string>"), "{list}");
        assert_eq!(list.matches("<string>").count(), list.matches("</string>").count());
    }
}
