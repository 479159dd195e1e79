//! How the person's desktop wants programs to look: light or dark, moving or still, with more contrast, in larger text.
//!
//! Not a theme: the wishes are handed on as values. Linux is asked through the desktop portal, and tells changes; without
//! a portal nothing is ever sent. Windows and macOS are asked again with each call, and light or dark is not among it:
//! there the window system tells the program itself. macOS has no size of text for programs like this one.
//!
//! Invariant: a value is told only when it differs from the last one.

#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(all(test, target_os = "linux"))]
mod tests;
#[cfg(windows)]
mod windows;

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
    /// Whether the person asked their desktop for more contrast.
    pub high_contrast: Option<bool>,
    /// How large text is to be, in percent of the usual, where the window is not already larger by it.
    pub text_percent: Option<u16>,
}

/// Starts to watch the desktop's wishes; the first one comes as soon as it is known. Where the system tells no changes
/// they are read once.
///
/// The thread that watches ends with the program: it holds nothing that needs putting away.
pub fn watch(wishes: Feed<Appearance>) {
    #[cfg(target_os = "linux")]
    {
        let watcher = move || futures::executor::block_on(portal::follow_session(wishes));
        // Without a thread there is no theme to follow, which is what a desktop without a portal gives too.
        std::thread::Builder::new().name("scheme".into()).spawn(watcher).ok();
    }
    #[cfg(windows)]
    wishes.tell(windows::appearance());
    #[cfg(target_os = "macos")]
    wishes.tell(macos::appearance());
    #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
    drop(wishes);
}
