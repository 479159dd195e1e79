//! Opens a file or folder with the program that this system has for it, and notices where there is none.
//!
//! Invariant: it takes a bounded time, and what was opened lives on beside this program.

use std::{io, path::Path};

/// Opens it.
///
/// # Errors
/// [`io::ErrorKind::NotFound`] where nothing here opens such a thing, or what the system said.
#[cfg(unix)]
pub fn open(path: &Path) -> io::Result<()> {
    use std::{os::unix::process::CommandExt, process::Stdio};
    let mut failure = io::Error::from(io::ErrorKind::NotFound);
    // One after the other, as kept desktops have them; each of them passes on to the program that it knows for it.
    for mut command in open::commands(path) {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        match command.spawn() {
            Ok(child) => match opens(child) {
                true => return Ok(()),
                false => failure = io::ErrorKind::NotFound.into(),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

/// Whether what was started does its work: it ends well, or is still at it after a while.
#[cfg(unix)]
fn opens(mut child: std::process::Child) -> bool {
    use std::time::Duration;
    const LOOK: Duration = Duration::from_millis(50);
    const LOOKS: u32 = 100; // five seconds
    for _ in 0..LOOKS {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(LOOK),
            Err(_) => return false,
        }
    }
    // Whoever ends while this program lives has to be waited for, or stays in the system's table.
    std::thread::Builder::new().name("opened".into()).spawn(move || child.wait().ok()).ok();
    true
}

/// Opens it; the system's own call says how that went.
///
/// # Errors
/// What the system said.
#[cfg(not(unix))]
pub fn open(path: &Path) -> io::Result<()> {
    if !super::store::is_there(path) {
        return Err(io::ErrorKind::NotFound.into());
    }
    open::that_detached(path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn a_program_that_fails_is_told_from_one_that_works_or_goes_on() {
        let run = |script: &str| Command::new("sh").args(["-c", script]).spawn().expect("sh");
        assert!(opens(run("exit 0")));
        assert!(!opens(run("exit 4")));
        assert!(opens(run("sleep 6")));
    }
}
