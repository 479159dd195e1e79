//! The practise strip of a guide page: a short timed prompt that never presses.

use eframe::egui::{Role, WidgetInfo, accesskit::Live};

use crate::{
    app::{Msg, PracticeMsg, SoundMsg},
    content::{Practice, fill},
    drawing::Token,
    ui::{
        layout::{Node, parts},
        pane::Pane,
        widgets::{button::Weight, icon::Icon, ring, text},
    },
};

/// One strip: ring with the seconds, what it is, and start, pause, stop.
pub fn strip(pane: &mut Pane<'_, '_>, practice: &Practice, section: usize, number: usize) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.words.section);
    let state = view.model.practice_state(section, number);
    let seconds = format!("{:.0}", state.seconds_left.ceil());
    let detail = match (state.started, state.done) {
        (_, true) => practice.done.clone(),
        (true, false) => practice.cue.clone(),
        (false, false) => fill(&practice.detail, &[("seconds", &seconds)]),
    };
    let send = |message| Msg::Practice { section, number, message };
    let small = |weight, label| view.button(weight, label).height(metrics.button_small);
    let mut ways = Vec::new();
    if state.started && !state.done {
        ways.push(view.press(small(Weight::Secondary, &words.stop).icon(Icon::StopSquare), send(PracticeMsg::Stop)));
    }
    if !state.started
        && let Some(spoken) = view.model.practice_spoken(section, number)
    {
        let hear = small(Weight::Secondary, &view.model.book.cues.practice.hear_first);
        ways.push(view.press(hear, Msg::Sound(SoundMsg::Say(spoken))));
    }
    let (label, icon, message) = if state.running {
        (&words.pause, Icon::Pause, PracticeMsg::Pause)
    } else if state.done {
        (&words.again, Icon::Play, PracticeMsg::Start)
    } else if state.started {
        (&words.go_on, Icon::Play, PracticeMsg::Resume)
    } else {
        (&words.start, Icon::Play, PracticeMsg::Start)
    };
    ways.push(view.press(small(Weight::Primary, label).icon(icon), send(message)));
    // Before it begins the ring is only a track: a full one would look as if it ran.
    let left = if state.started { state.left_share } else { 0.0 };
    let counts = ring::counting(view.kit, metrics.strip_ring, metrics.small_ring_stroke, left, seconds, &words.practice_ring);
    let name = format!("{}. {detail}", practice.title);
    let started = state.started;
    let told = Node::column([
        parts::paint(view.kit, metrics.strong, Token::Ink, &practice.title),
        parts::paint(view.kit, metrics.meta, Token::Ink2, detail),
    ])
    .on(move |ui, rect, _| {
        let id = ui.scope_id().with(("practice", section, number));
        let response = ui.interact(rect, id, eframe::egui::Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        if started {
            text::announce(ui, &response, Live::Polite);
        }
    });
    let strip = Node::wrap([
        Node::row([counts, told.grow()]).gap(metrics.gap_16).grow().least_width(metrics.tile_least),
        Node::wrap(ways).gap(metrics.gap_12),
    ])
    .gap(metrics.gap_12)
    .pads(metrics.gap_16, metrics.gap_12);
    pane.put(parts::card(view.kit, state.running, strip));
}
