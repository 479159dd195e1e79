//! What a person set under "Accessibility" on Windows, where the system keeps it.
//!
//! Not the calls that would tell it (they need a window or unsafe code): the same values are in the person's own part of
//! the registry. Invariant: what is not there, or not of its form, is nobody's wish.

use windows_registry::CURRENT_USER;

use super::Appearance;

const TEXT: &str = r"Software\Microsoft\Accessibility";
const CONTRAST: &str = r"Control Panel\Accessibility\HighContrast";
const DESKTOP: &str = r"Control Panel\Desktop";
/// "A high contrast theme is on", in the flags of `HIGHCONTRAST`.
const CONTRAST_IS_ON: u32 = 1;
/// Where the wish for animations stands in `UserPreferencesMask` (`SPI_GETCLIENTAREAANIMATION`): byte and bit.
const ANIMATIONS: (usize, u8) = (4, 0b10);

pub(super) fn appearance() -> Appearance {
    Appearance { scheme: None, reduced_motion: reduced_motion(), high_contrast: high_contrast(), text_percent: text_percent() }
}

/// "Text size", from 100 to 225; the size of everything ("Scale") is in the window's own scale already.
fn text_percent() -> Option<u16> {
    CURRENT_USER.open(TEXT).ok()?.get_u32("TextScaleFactor").ok()?.try_into().ok()
}

fn high_contrast() -> Option<bool> {
    let flags: u32 = CURRENT_USER.open(CONTRAST).ok()?.get_string("Flags").ok()?.trim().parse().ok()?;
    Some(flags & CONTRAST_IS_ON != 0)
}

fn reduced_motion() -> Option<bool> {
    let mask = CURRENT_USER.open(DESKTOP).ok()?.get_value("UserPreferencesMask").ok()?;
    let (byte, bit) = ANIMATIONS;
    mask.get(byte).map(|byte| byte & bit == 0)
}
