//! Windows and macOS, through a kept crate that wraps the one system call each of them has for it.
//!
//! Not used on Linux: there that crate gives up when the desktop goes away. Invariant: made and dropped in the same
//! thread, because Windows counts the wish by thread.

use keepawake::{Builder, KeepAwake};

use super::Reason;

/// Asks the system; `None` when it will not.
pub(super) fn keep_on(reason: &Reason) -> Option<KeepAwake> {
    Builder::default().display(true).idle(true).app_name(reason.program.as_str()).reason(reason.why.as_str()).create().ok()
}
