//! "Read aloud" beside what can be read, and while it is read: pause, read on, stop.
//!
//! Not the voice, and not the mark on the words that are read: see [`crate::ui::widgets::text`]. Invariant: the button
//! that was pressed and the one that stands in its place have one place, so that the keyboard stays there.

use crate::{
    app::{Msg, ReadAloud, SoundMsg},
    ui::{
        View,
        layout::Node,
        widgets::{
            button::{Button, Weight},
            icon::Icon,
        },
    },
};

/// In a layout. `name` says what is read, where more than one such button stands on a page.
pub fn ways<'a>(view: View<'a>, what: ReadAloud, name: Option<&str>) -> Node<'a> {
    if !view.model.may_read(what) {
        return Node::column([]);
    }
    let words = &view.model.book.sound;
    let way = |label: &str, icon, message| {
        let button = view.button(Weight::Quiet, label.to_owned()).icon(icon).height(view.metrics().button_small);
        let name = name.map(|name| format!("{label}: {name}"));
        view.press(
            match name {
                Some(name) => button.name(name),
                None => button,
            },
            Msg::Sound(message),
        )
    };
    if !view.model.is_reading(what) {
        return way(&words.read_aloud, Icon::Speaker, SoundMsg::Say(what));
    }
    let go_on = if view.model.is_reading_paused(what) {
        way(&words.read_on, Icon::Play, SoundMsg::ReadOn)
    } else {
        way(&words.pause_reading, Icon::Pause, SoundMsg::Pause)
    };
    Node::wrap([go_on, way(&words.stop_reading, Icon::StopSquare, SoundMsg::Hush)]).gap(view.metrics().gap_4)
}

/// As one button and what it says, for a header of a session; while it reads, it stops.
pub fn header(view: View<'_>, what: ReadAloud) -> (Button<'_>, Msg) {
    let words = &view.model.book.sound;
    let reading = view.model.is_reading(what);
    let label = if reading { &words.stop_reading } else { &words.read_aloud };
    let button = view.button(Weight::Quiet, label).icon(Icon::Speaker).height(view.metrics().button_small);
    (button, Msg::Sound(if reading { SoundMsg::Hush } else { SoundMsg::Say(what) }))
}
