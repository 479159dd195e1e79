//! The whole program without platform, window, display or graphics card: found by role and name, clicked, typed
//! at, timed with a simulated clock, and painted by a rasteriser of its own.
//!
//! Not the platform: a scripted run of the real binary is in `window.rs`. Two gates of the harness stay on in every
//! test: a part without an accessible name fails, and so does a character that no shipped font can draw.

mod ui {
    mod about;
    mod access;
    mod acts;
    mod aloud;
    mod app;
    mod clicker;
    mod cpu;
    mod finding;
    mod fit;
    mod floor;
    mod floor_fit;
    mod frame_cost;
    mod gallery;
    mod gates;
    mod guide;
    mod heard;
    mod history;
    mod keyboard;
    mod keys;
    mod kinds;
    mod layout;
    mod pictures;
    mod plan;
    mod print;
    mod raster;
    mod reminders;
    mod screens;
    mod session;
    mod settings;
    mod steady;
    mod stopping;
    mod taking;
    mod timers;
    mod undo;
}
