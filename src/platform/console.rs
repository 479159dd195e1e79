//! The terminal that a command was typed in.
//!
//! Windows starts a program either with a console of its own, which would flash up behind every window and every
//! reminder, or with none. A release build is of the second kind (see `main.rs`), and takes the console of the terminal
//! it was started from, so that a command still says what it did. Elsewhere there is nothing to do. This is one of the
//! two files with unsafe calls: the standard library has no word for it.
//!
//! Invariant: what was redirected into a file or a pipe stays redirected; and this is the only file that prints, so what
//! would act on a terminal (an escape, a sign that turns the line round) is seen there and not done, whoever wrote it.

#![cfg_attr(windows, allow(unsafe_code, reason = "the system's own calls about its console; each block says why it holds"))]

use std::io::{self, Write};

use crate::source::visible;

/// Prints a line, or several.
pub fn say(text: &str) {
    // Whoever closed the pipe wants to hear no more.
    writeln!(io::stdout(), "{}", visible(text)).ok();
}

/// Prints a line, or several, where faults are told.
pub fn complain(text: &str) {
    writeln!(io::stderr(), "{}", visible(text)).ok();
}

/// Makes what is printed reach the terminal. Before anything is printed.
pub fn attach() {
    #[cfg(windows)]
    windows::attach();
}

/// Says why there is no window: in the terminal, and in a box of the system's where there is no terminal to read it in.
pub fn say_why_no_window(title: &str, why: &str) {
    complain(why);
    #[cfg(windows)]
    if !windows::is_read() {
        rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title(title).set_description(why).show();
    }
    #[cfg(not(windows))]
    let _ = title;
}

#[cfg(windows)]
mod windows {
    use windows_sys::Win32::Foundation::HANDLE;
    use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_UNKNOWN, GetFileType};
    use windows_sys::Win32::System::Console::{
        ATTACH_PARENT_PROCESS, AttachConsole, GetStdHandle, STD_ERROR_HANDLE, STD_HANDLE, STD_OUTPUT_HANDLE, SetStdHandle,
    };

    pub(super) fn attach() {
        let redirected = [STD_OUTPUT_HANDLE, STD_ERROR_HANDLE].map(|which| (which, leads_somewhere(which)));
        // SAFETY: it takes a number and no pointer, and fails where the parent has no console or this process has one.
        unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
        for (which, handle) in redirected {
            if let Some(handle) = handle {
                // SAFETY: a handle that was the standard one a moment ago, and that nobody has closed since.
                unsafe { SetStdHandle(which, handle) };
            }
        }
    }

    /// Whether what is printed as a fault comes out anywhere.
    pub(super) fn is_read() -> bool {
        leads_somewhere(STD_ERROR_HANDLE).is_some()
    }

    fn leads_somewhere(which: STD_HANDLE) -> Option<HANDLE> {
        // SAFETY: it takes a number; what it gives back is owned by the process and not closed here.
        let handle = unsafe { GetStdHandle(which) };
        // SAFETY: it may be asked of any value; of what is no open handle it says that it does not know.
        let kind = unsafe { GetFileType(handle) };
        (!handle.is_null() && kind != FILE_TYPE_UNKNOWN).then_some(handle)
    }
}
