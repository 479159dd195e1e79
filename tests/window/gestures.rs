//! What a hand does: move, click, press keys, close. Through the X server, as from a real mouse and keyboard.

use std::io::IoSlice;

use x11rb::connection::{Connection, RequestConnection};
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask, Window};

use super::screen::Screen;

/// Keys by the number that X gives their names.
#[derive(Clone, Copy)]
pub enum Key {
    Tab = 0xff09,
    Enter = 0xff0d,
    Escape = 0xff1b,
    Left = 0xff51,
    Up = 0xff52,
    Right = 0xff53,
    Shift = 0xffe1,
}

// Kinds of event, as in X's core protocol.
const KEY_PRESS: u8 = 2;
const KEY_RELEASE: u8 = 3;
const BUTTON_PRESS: u8 = 4;
const BUTTON_RELEASE: u8 = 5;
const MOTION: u8 = 6;

impl Screen {
    /// Moves the pointer there and clicks.
    pub fn click(&self, x: i16, y: i16) {
        self.pretend(MOTION, 0, (x, y));
        self.pretend(BUTTON_PRESS, 1, (0, 0));
        self.pretend(BUTTON_RELEASE, 1, (0, 0));
    }

    /// Moves the pointer there.
    pub fn point(&self, x: i16, y: i16) {
        self.pretend(MOTION, 0, (x, y));
    }

    /// Presses and lets go of a key.
    pub fn key(&self, key: Key) {
        let code = self.keycode(key);
        self.pretend(KEY_PRESS, code, (0, 0));
        self.pretend(KEY_RELEASE, code, (0, 0));
    }

    /// Presses a key while Shift is held.
    pub fn key_with_shift(&self, key: Key) {
        let shift = self.keycode(Key::Shift);
        self.pretend(KEY_PRESS, shift, (0, 0));
        self.key(key);
        self.pretend(KEY_RELEASE, shift, (0, 0));
    }

    fn keycode(&self, key: Key) -> u8 {
        let setup = self.x.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let map = self.x.get_keyboard_mapping(first, last - first + 1).expect("sent").reply().expect("a keyboard");
        let wanted = key as u32;
        let at = map.keysyms.chunks(map.keysyms_per_keycode.into()).position(|names| names.first() == Some(&wanted));
        first + u8::try_from(at.expect("a key of that name")).expect("a keycode")
    }

    /// Asks the window to close, as its title bar's button does.
    pub fn close(&self, window: Window) {
        let data = [self.atom("WM_DELETE_WINDOW"), x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, self.atom("WM_PROTOCOLS"), data);
        self.x.send_event(false, window, EventMask::NO_EVENT, message).expect("sent").check().expect("a message");
    }

    /// One `FakeInput` request of the XTEST extension, written by hand: turning on x11rb's own support for it would
    /// build half the dependencies of the window a second time.
    fn pretend(&self, kind: u8, detail: u8, (x, y): (i16, i16)) {
        let xtest = self.x.query_extension(b"XTEST").expect("sent").reply().expect("XTEST");
        let mut request = [0; 36];
        request[..4].copy_from_slice(&[xtest.major_opcode, 2, 9, 0]); // FakeInput, nine words long
        request[4..6].copy_from_slice(&[kind, detail]);
        request[12..16].copy_from_slice(&self.root.to_ne_bytes());
        request[24..26].copy_from_slice(&x.to_ne_bytes());
        request[26..28].copy_from_slice(&y.to_ne_bytes());
        self.x.send_request_without_reply(&[IoSlice::new(&request)], Vec::new()).expect("sent").check().expect("input");
    }
}
