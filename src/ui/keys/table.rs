//! Which key is which: the one table that reads the keys of a session, in every view (screens.md, Keyboard).
//!
//! Not what a press says where the session stands: that is [`Session::event_of`], and what the voice calls a key is
//! content. Clickers are keyboards: their Next and Back come as Page Down and Page Up.
//!
//! Invariant: single characters are keys only where the person lets them be (WCAG 2.1.4); Esc, arrows and Space always.

use eframe::egui::Key;

use crate::session::{Device, KeyAct, Session};

/// What a key is for in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// It asks the session for something.
    KeyAct(KeyAct),
    /// "Say it again".
    SayAgain,
    /// Into the floor view, or out of it.
    FloorView,
    /// The picture a quarter further round.
    Turn,
}

/// The number keys, from 0.
const NUMBERS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// What a key is for; `characters` tells whether single characters are keys.
pub fn named(key: Key, characters: bool) -> Named {
    let press = match key {
        Key::ArrowRight | Key::PageDown => KeyAct::GoOn,
        Key::ArrowLeft | Key::PageUp => KeyAct::Back,
        Key::ArrowUp => KeyAct::More,
        Key::ArrowDown => KeyAct::Skip,
        Key::Enter => KeyAct::Enter,
        Key::Space => KeyAct::LetGo,
        Key::Escape => KeyAct::Stop,
        Key::F11 => return Named::FloorView,
        _ if !characters => KeyAct::Other,
        Key::Plus => KeyAct::More,
        Key::R => return Named::SayAgain,
        Key::T => return Named::Turn,
        key => number(key).map_or(KeyAct::Other, KeyAct::Number),
    };
    Named::KeyAct(press)
}

/// The number on a key.
pub(super) fn number(key: Key) -> Option<u8> {
    NUMBERS.iter().position(|&number| number == key).and_then(|number| u8::try_from(number).ok())
}

/// What is in the hand that presses a key; `None` for keys that tell nothing of it.
pub(super) fn device(key: Key) -> Option<Device> {
    match key {
        Key::PageDown | Key::PageUp => Some(Device::Clicker),
        key if says_nothing(key) => None,
        _ => Some(Device::Keyboard),
    }
}

/// Whether a key serves the view and the ear here: not while it would put off or let go of a press.
pub(super) fn may_say_again(session: &Session) -> bool {
    !session.phase().uses_a_hand() || !session.can_pause()
}

/// Keys that say nothing by themselves: they change other keys, or the sound. Brightness never reaches a program.
pub fn says_nothing(key: Key) -> bool {
    matches!(
        key,
        Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
            | Key::SuperLeft
            | Key::SuperRight
            | Key::Fn
            | Key::AudioVolumeMute
            | Key::AudioVolumeDown
            | Key::AudioVolumeUp
            | Key::MediaPlayPause
            | Key::MediaTrackNext
            | Key::MediaTrackPrevious
            | Key::MediaStop
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_voice_names_is_read_as_what_it_stands_for() {
        for (keys, press) in [
            ([Key::ArrowRight, Key::PageDown], KeyAct::GoOn),
            ([Key::ArrowLeft, Key::PageUp], KeyAct::Back),
            ([Key::ArrowUp, Key::Plus], KeyAct::More),
        ] {
            assert_eq!(keys.map(|key| named(key, true)), [Named::KeyAct(press); 2]);
        }
        assert_eq!(device(Key::PageDown), Some(Device::Clicker));
        assert_eq!(device(Key::ArrowRight), Some(Device::Keyboard));
        assert_eq!(device(Key::AudioVolumeUp), None);
    }

    #[test]
    fn without_single_characters_every_other_key_keeps_its_meaning() {
        for &key in Key::ALL {
            let character =
                matches!(named(key, true), Named::SayAgain | Named::Turn | Named::KeyAct(KeyAct::Number(_))) || key == Key::Plus;
            let without = named(key, false);
            assert_eq!(without, if character { Named::KeyAct(KeyAct::Other) } else { named(key, true) }, "{key:?}");
        }
    }

    #[test]
    fn only_esc_is_stop() {
        let stops: Vec<&Key> = Key::ALL.iter().filter(|key| named(**key, true) == Named::KeyAct(KeyAct::Stop)).collect();
        assert_eq!(stops, [&Key::Escape]);
    }
}
