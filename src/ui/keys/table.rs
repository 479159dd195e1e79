//! Which key is which: the one table that reads the keys, in a session and in the guide (screens.md, Keyboard). The list
//! of all keys is made from it too, so that it can not name a key that does nothing.
//!
//! Not what a press says where the session stands: that is [`Session::event_of`], and what the voice calls a key is
//! content. Clickers are keyboards: their Next and Back come as Page Down and Page Up.
//!
//! Invariant: single characters are keys only where the person lets them be (WCAG 2.1.4); Esc, arrows and Space always.

use eframe::egui::{Key, Modifiers};

use crate::{
    session::{Device, KeyAct, Session},
    ui::widgets::icon::Icon,
};

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

/// What a key is for in the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuideKey {
    /// The list of all keys.
    Keys,
    /// The warning signs.
    Warning,
    /// The search.
    Search,
    /// The page before this one.
    Before,
    /// The page after it.
    After,
    /// Back to where one was, and forward again.
    Back,
    Forward,
    /// The summary sheet.
    Sheet,
    /// Take back what was just done.
    Undo,
    /// From the sidebar to the page, and back.
    OtherHalf,
    /// Text a step larger, a step smaller, and as usual.
    Larger,
    Smaller,
    UsualSize,
}

/// A key with the keys that are held with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// With Ctrl, or on a Mac with Command.
    pub command: bool,
    /// With Alt.
    pub alt: bool,
}

const fn alone(key: Key) -> Chord {
    Chord { key, command: false, alt: false }
}

const fn command(key: Key) -> Chord {
    Chord { key, command: true, alt: false }
}

const fn alt(key: Key) -> Chord {
    Chord { key, command: false, alt: true }
}

/// The keys of the guide. Of two for one thing the first is the one that is named.
pub const GUIDE: [(Chord, GuideKey); 14] = [
    (alone(Key::Questionmark), GuideKey::Keys),
    (alone(Key::F1), GuideKey::Warning),
    (command(Key::F), GuideKey::Search),
    (alt(Key::ArrowLeft), GuideKey::Back),
    (alt(Key::ArrowRight), GuideKey::Forward),
    (command(Key::PageUp), GuideKey::Before),
    (command(Key::PageDown), GuideKey::After),
    (command(Key::P), GuideKey::Sheet),
    (command(Key::Z), GuideKey::Undo),
    (alone(Key::F6), GuideKey::OtherHalf),
    (command(Key::Plus), GuideKey::Larger),
    (command(Key::Equals), GuideKey::Larger),
    (command(Key::Minus), GuideKey::Smaller),
    (command(Key::Num0), GuideKey::UsualSize),
];

/// What a key is for in the guide; `characters` tells whether single characters are keys.
pub fn guide(key: Key, modifiers: Modifiers, characters: bool) -> Option<GuideKey> {
    let pressed = Chord { key, command: modifiers.command, alt: modifiers.alt };
    let found = GUIDE.into_iter().find(|(chord, _)| *chord == pressed).map(|(_, named)| named);
    found.filter(|&named| characters || named != GuideKey::Keys)
}

/// What the list of keys tells of a session, in its order; one number stands for all of them.
const TOLD: [Named; 11] = [
    Named::KeyAct(KeyAct::Stop),
    Named::KeyAct(KeyAct::LetGo),
    Named::KeyAct(KeyAct::GoOn),
    Named::KeyAct(KeyAct::Back),
    Named::KeyAct(KeyAct::More),
    Named::KeyAct(KeyAct::Skip),
    Named::KeyAct(KeyAct::Enter),
    Named::KeyAct(KeyAct::Number(1)),
    Named::SayAgain,
    Named::FloorView,
    Named::Turn,
];

/// Everything that a session's keys are for, each with its keys.
pub fn of_session(characters: bool) -> Vec<(Named, Vec<Key>)> {
    let all = TOLD.into_iter().map(|told| {
        let keys = Key::ALL.iter().copied().filter(|&key| named(key, characters) == told);
        (told, keys.collect::<Vec<_>>())
    });
    all.filter(|(_, keys)| !keys.is_empty()).collect()
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

/// What is printed on the key that asks for something, for the caps on buttons.
pub fn printed(press: KeyAct) -> Option<Icon> {
    match press {
        KeyAct::GoOn => Some(Icon::ArrowRight),
        KeyAct::Back => Some(Icon::ArrowLeft),
        KeyAct::More => Some(Icon::ArrowUp),
        KeyAct::Skip => Some(Icon::ArrowDown),
        _ => None,
    }
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
    fn what_is_printed_on_a_cap_is_read_as_what_its_button_says() {
        let keys = [
            (Icon::ArrowRight, Key::ArrowRight),
            (Icon::ArrowLeft, Key::ArrowLeft),
            (Icon::ArrowUp, Key::ArrowUp),
            (Icon::ArrowDown, Key::ArrowDown),
        ];
        for (cap, key) in keys {
            let Named::KeyAct(press) = named(key, false) else { panic!("{key:?} is no press") };
            assert_eq!(printed(press), Some(cap));
        }
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

    /// The list of keys leaves out nothing that a key does.
    #[test]
    fn every_key_that_does_something_is_told() {
        let told: Vec<Named> = of_session(true).into_iter().map(|(named, _)| named).collect();
        assert_eq!(told, TOLD, "each has a key");
        for &key in Key::ALL {
            let does = named(key, true);
            let number = matches!(does, Named::KeyAct(KeyAct::Number(_)));
            assert!(number || does == Named::KeyAct(KeyAct::Other) || told.contains(&does), "{key:?}");
        }
        assert!(!of_session(false).iter().any(|(named, _)| *named == Named::SayAgain), "no single characters, none told");
    }

    #[test]
    fn a_character_is_a_key_of_the_guide_only_where_it_may_be() {
        let with = |modifiers| guide(Key::Questionmark, modifiers, true);
        assert_eq!(with(Modifiers::SHIFT), Some(GuideKey::Keys), "on many keyboards it needs Shift");
        assert_eq!(guide(Key::Questionmark, Modifiers::NONE, false), None);
        assert_eq!(guide(Key::F1, Modifiers::NONE, false), Some(GuideKey::Warning));
        assert_eq!(guide(Key::F, Modifiers::NONE, true), None);
    }

    #[test]
    fn only_esc_is_stop() {
        let stops: Vec<&Key> = Key::ALL.iter().filter(|key| named(**key, true) == Named::KeyAct(KeyAct::Stop)).collect();
        assert_eq!(stops, [&Key::Escape]);
    }
}
