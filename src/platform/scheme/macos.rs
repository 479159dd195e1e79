//! What a person set under "Accessibility", "Display" on macOS.
//!
//! Invariant: asked of the system alone, and never without an answer.

use objc2_app_kit::NSWorkspace;

use super::Appearance;

pub(super) fn appearance() -> Appearance {
    let workspace = NSWorkspace::sharedWorkspace();
    Appearance {
        scheme: None,
        reduced_motion: Some(workspace.accessibilityDisplayShouldReduceMotion()),
        high_contrast: Some(workspace.accessibilityDisplayShouldIncreaseContrast()),
        text_percent: None,
    }
}
