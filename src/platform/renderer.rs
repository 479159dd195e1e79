//! The name of what paints the window, as OpenGL tells it.
//!
//! Not what follows from it: see [`crate::app`]. Read once, as the window opens.
#![allow(unsafe_code, reason = "OpenGL is asked in no other way")]

use eframe::glow::{self, HasContext as _};

/// The name of what paints, for instance `llvmpipe (LLVM 15.0.6, 256 bits)`.
pub fn name(gl: &glow::Context) -> String {
    // SAFETY: the context was made by the window toolkit for this thread, it is current while the window's contents are
    // made, and the question changes nothing.
    unsafe { gl.get_parameter_string(glow::RENDERER) }
}
