//! How the person's desktop wants programs to look: light or dark, moving or still.
//!
//! Not a theme: the two wishes are handed on as values. On Windows and macOS the window system tells the program
//! itself, so only Linux asks here, through the desktop portal; without a portal nothing is ever sent.
//!
//! Invariant: a value is told only when it differs from the last one.

#[cfg(target_os = "linux")]
mod portal;
#[cfg(all(test, target_os = "linux"))]
mod tests;

use super::reply::Feed;

/// Light or dark, as the desktop prefers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the desktop says; `None` where it says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Appearance {
    /// Light or dark.
    pub scheme: Option<Scheme>,
    /// Whether the person asked their desktop for less movement.
    pub reduced_motion: Option<bool>,
}

/// Starts to watch the desktop's wishes; the first one comes as soon as it is known.
///
/// The thread that watches ends with the program: it holds nothing that needs putting away.
pub fn watch(wishes: Feed<Appearance>) {
    #[cfg(target_os = "linux")]
    {
        let watcher = move || futures::executor::block_on(portal::follow_session(wishes));
        // Without a thread there is no theme to follow, which is what a desktop without a portal gives too.
        std::thread::Builder::new().name("scheme".into()).spawn(watcher).ok();
    }
    #[cfg(not(target_os = "linux"))]
    drop(wishes);
}
