//! The session itself: word and cue with the figure, the ring on the right, what comes next, Pause, and Stop.
//!
//! Questions (check-in, next round) and the way into the position stand in the same frame with their answers on the
//! right. Of several arrangements the richest is shown that finds room; in the last one everything stands in one column,
//! and scrolls where it must. Invariant: nothing here moves the session on; it shows what the session says and passes on
//! what the person does.

pub(super) mod clock;
pub(super) mod picture;
mod settle;
mod strip;
mod way;

use eframe::egui::{self, Id, Key, Rect, Response, Ui, accesskit::Live};

use crate::{
    app::{Choice, Msg, SoundMsg},
    content::fill,
    session::{CueId, Event, KeyAct, Phase, Seen, Session},
    ui::{
        View,
        layout::Node,
        pane::Pane,
        screens::{
            answers::{self, Answers},
            floor,
            session_frame::{self, SessionFrame, is_low, leave},
        },
        widgets::{
            button::{Button, Weight},
            focus,
            icon::Icon,
            ring::Count,
            text,
        },
        width_class::WidthClass,
    },
};
use picture::{Arrangement, Picture};

/// The screen.
pub fn show<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let view = pane.view;
    let labels = &view.model.cues().labels;
    let phase = session.phase();
    let (round, rounds) = (session.round(), session.rounds());
    let pattern = if phase == Phase::CheckIn { &labels.after_round } else { &labels.round };
    let (detail, rounds) = match phase {
        Phase::GettingDown(step) => (way::number(view, session, step), None),
        _ => {
            let detail = fill(pattern, &[("round", &round.to_string()), ("rounds", &rounds.to_string())]);
            (detail, Some((usize::from(round), usize::from(rounds))))
        }
    };
    let frame = SessionFrame {
        title: &view.model.cues().position(session.position()).name,
        detail,
        rounds,
        acts: vec![voice(view, session), if session.is_practice() { leave(view) } else { floor::open(view) }],
        foot: Some(stop(view, session)),
        ..SessionFrame::default()
    };
    not_yet(pane, session);
    frame.show(pane, |pane| {
        let (view, class, out) = (pane.view, pane.class, &mut *pane.out);
        // Parts have ids of their own in each phase: the keyboard must not slide from "Go on" onto "I am ready".
        pane.ui.push_id(session.current_cue().id.name(), |ui| body(&mut Pane { ui, view, class, out }, session));
    });
}

/// Stop, in a session that runs.
pub(super) fn stop<'a>(view: View<'a>, session: &Session) -> Node<'a> {
    let (phase, words) = (session.phase(), &view.model.cues().buttons);
    let hint = match phase {
        _ if phase.uses_a_hand() => &words.stop_hint_pressing,
        _ if session_frame::is_filled(phase) => &words.stop_hint,
        _ => &words.stop_hint_quiet,
    };
    session_frame::stop(view, hint, Msg::Session(Event::Stop), session_frame::is_filled(phase))
}

/// A click anywhere in the lead-in is "not yet", but on Stop.
fn not_yet(pane: &mut Pane<'_, '_>, session: &Session) {
    if session.phase() != Phase::Hands {
        return;
    }
    let stop = pane.ui.ctx().read_response(session_frame::stop_id()).map_or(Rect::NOTHING, |response| response.rect);
    let clicked =
        |event: &egui::Event| matches!(event, egui::Event::PointerButton { pos, pressed: true, .. } if !stop.contains(*pos));
    if pane.ui.input(|input| input.events.iter().any(clicked)) {
        let now = pane.view.model.now;
        pane.out.extend(session.event_of(KeyAct::Other, Seen::Usual, now).map(Msg::Session));
    }
}

/// "Say it again" where it waits, and the voice on or off where it moves; keys and settings do the same.
fn voice<'a>(view: View<'a>, session: &Session) -> (Button<'a>, Msg) {
    let words = &view.model.cues().buttons;
    let (name, message) = match () {
        () if !session.phase().moves() => (&words.say_again, Msg::Sound(SoundMsg::Again)),
        () if view.model.voice_speaks() => (&words.voice_on, Msg::Set(Choice::Voice(false))),
        () => (&words.voice_off, Msg::Set(Choice::Voice(true))),
    };
    (view.button(Weight::Secondary, name).icon(Icon::Speaker), message)
}

/// Everything between header and Stop.
fn body<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    let (view, columns) = (pane.view, pane.class >= WidthClass::Bar);
    let asked = match session.phase() {
        Phase::CheckIn => Some(answers::check_in(view, session)),
        Phase::NextRound => Some(answers::next_round(view, session)),
        _ => None,
    };
    Scene {
        picture: Picture::of(view, session),
        count: clock::count(view, session),
        // Settling hurries nobody.
        is_small: session.phase() == Phase::Settle,
        beside: &|ui, width, large| match session.phase() {
            Phase::GettingDown(0) if columns && view.model.warm_already => {
                let said = view.quiet(view.model.cues().warm_up.counts_still.as_str());
                vec![said, list(ui, view, width, move || way::steps(view, session, 0, true))]
            }
            Phase::GettingDown(step) if columns => vec![list(ui, view, width, move || way::steps(view, session, step, true))],
            Phase::GettingDown(step) => vec![way::steps(view, session, step, false)],
            Phase::Settle => settle::parts(view, session),
            Phase::CheckIn | Phase::NextRound => Vec::new(),
            Phase::Ready if large && !session.is_practice() => {
                clock::lines(view, session, large).into_iter().chain([clock::effort(view, session)]).collect()
            }
            _ => clock::lines(view, session, large),
        },
        controls: &|high, wide| clock::controls(view, session, high, wide),
        strip: (session.phase() == Phase::Ready || session.phase().step_of_round().is_some()).then_some(session),
        asked,
        key: session.current_cue().id.name(),
    }
    .show(pane);
}

/// A list that gives way to what stands under it, and scrolls.
fn list<'a>(ui: &Ui, view: View<'a>, width: f32, list: impl Fn() -> Node<'a> + 'a) -> Node<'a> {
    let whole = list().height_at(ui, width);
    let least = view.metrics().figure_least.min(whole);
    Node::wide(least, move |ui, out| {
        list().show_or_scroll(ui, view.kit, Id::unique("way-list"), false, out);
    })
    .share(1000.0)
    .most_height(whole)
}

/// What a page with a picture is made of.
pub(super) struct Scene<'s, 'a> {
    /// Word, cue and figure.
    pub picture: Picture<'a>,
    /// What the ring counts.
    pub count: Option<Count<'a>>,
    /// Whether the ring is small, beside whatever room there is.
    pub is_small: bool,
    /// What stands under the ring: how wide it is, and whether there is much room.
    pub beside: &'s dyn Fn(&Ui, f32, bool) -> Vec<Node<'a>>,
    /// What can be pressed: how high a button is, and whether its key finds room in it.
    pub controls: &'s dyn Fn(f32, bool) -> Vec<Node<'a>>,
    /// Whose steps of a round stand under the picture.
    pub strip: Option<&'a Session>,
    /// The answers, where it is a question.
    pub asked: Option<Answers>,
    /// Under this name it is kept how far the page is scrolled.
    pub key: &'s str,
}

/// How much of a page is shown, where it has two columns.
#[derive(Clone, Copy)]
struct Arranged {
    words: Arrangement,
    strip: bool,
    large: bool,
}

impl<'a> Scene<'_, 'a> {
    /// Shows it: in two columns where they find room, in one elsewhere.
    pub fn show(self, pane: &mut Pane<'_, 'a>) {
        let room = pane.ui.available_rect_before_wrap();
        let roomy = pane.class >= WidthClass::Wide && !is_low(pane.ui, pane.view);
        let arranged = |words, strip, large| Arranged { words, strip, large };
        let arrangements = [
            arranged(Arrangement::Over, true, true),
            arranged(Arrangement::Over, true, false),
            arranged(Arrangement::Over, false, false),
            arranged(Arrangement::Beside, true, false),
            arranged(Arrangement::Beside, false, false),
        ];
        for arranged in arrangements.into_iter().filter(|it| roomy || !it.large).filter(|_| pane.class >= WidthClass::Bar) {
            let columns = self.two_columns(pane, room.width(), arranged);
            if columns.height_at(pane.ui, room.width()) <= room.height() {
                return columns.show_in(pane.ui, room, pane.out);
            }
        }
        self.one_column(pane);
    }

    /// The picture left, what belongs to it right.
    fn two_columns(&self, pane: &Pane<'_, 'a>, width: f32, arranged: Arranged) -> Node<'a> {
        let (view, ui, metrics) = (pane.view, &*pane.ui, pane.metrics());
        let gap = if arranged.large { metrics.gap_28 + metrics.gap_4 } else { metrics.gap_20 };
        let side = match (&self.asked, arranged.large) {
            (Some(_), true) => width * 0.445,
            (Some(_), false) => width * 0.5,
            // As broad as the window lets it, so that the ring is as large as the picture beside it is.
            (None, true) => metrics.session_side.max(width * 0.27),
            (None, false) => metrics.narrow_ring + metrics.gap_12,
        };
        let mut left = vec![self.picture.stage(ui, view, width - side - gap, arranged.words, arranged.large).grow()];
        if arranged.strip {
            left.extend(self.strip.map(|session| strip::phases(ui, view, session, width - side - gap)));
        }
        let mut right = Vec::new();
        if let Some(count) = self.count.clone() {
            let (least, most) = if self.is_small {
                (metrics.strip_ring, metrics.strip_ring * 1.5)
            } else if arranged.large {
                (metrics.narrow_ring, side.min(1.5 * metrics.ring))
            } else {
                (metrics.strip_ring * 1.5, metrics.narrow_ring)
            };
            right.push(count.between(view.kit, least, most).share(1000.0));
        }
        match &self.asked {
            Some(answers) => right.push(answers.clone().node(view, 1)),
            None => right.extend((self.beside)(ui, side, arranged.large)),
        }
        right.push(Node::spring());
        let high = if arranged.large { metrics.button_large } else { metrics.button };
        right.extend((self.controls)(high, arranged.large));
        Node::row([Node::column(left).gap(metrics.gap_12).grow(), Node::column(right).gap(metrics.gap_12).width(side)])
            .level()
            .gap(gap)
    }

    /// One thing under the other; the picture where there is room for it.
    fn one_column(self, pane: &mut Pane<'_, 'a>) {
        let (view, metrics) = (pane.view, pane.metrics());
        let room = pane.ui.available_rect_before_wrap();
        let (width, low) = (room.width(), is_low(pane.ui, view));
        if let Some(answers) = self.asked {
            let question = self.picture.told(pane.ui, view, width, false, None);
            return answers::ask(pane, self.key, question, answers, 1, None);
        }
        let side = (room.height() * 0.34).min(width * 0.3).clamp(metrics.strip_ring, metrics.narrow_ring);
        let ring = |count: &Count<'a>| (count.clone().between(view.kit, side, side).width(side), side);
        let told = |pane: &Pane<'_, 'a>| self.picture.told(pane.ui, view, width, false, self.count.as_ref().map(ring));
        let controls = || (self.controls)(if low { metrics.button_small } else { metrics.button }, width > metrics.session_side);
        let gap = metrics.gap_12;
        let column = |parts: Vec<Node<'a>>| Node::column(parts).gap(gap);
        let whole = |pane: &Pane<'_, 'a>, middle: Node<'a>| {
            let parts = [told(pane)].into_iter().chain((self.beside)(pane.ui, width, false)).chain([middle]).chain(controls());
            column(parts.collect())
        };
        let spare = room.height() - whole(pane, Node::space(0.0)).height_at(pane.ui, width) - gap;
        if spare >= 0.0 {
            let stage = self.picture.bare_stage(pane.ui, view, width);
            let fits = stage.height_at(pane.ui, width) <= spare;
            let middle = if fits { stage.grow() } else { Node::spring() };
            return whole(pane, middle).show_in(pane.ui, room, pane.out);
        }
        // What can be pressed stands right under the words, the way on first, and scrolls with them.
        let parts = [told(pane)].into_iter().chain(controls().into_iter().rev()).chain((self.beside)(pane.ui, width, false));
        let (key, starts) = (Id::unique(("scene", self.key)), view.model.page_is_new);
        column(parts.collect()).show_or_scroll(pane.ui, view.kit, key, starts, pane.out);
    }
}

/// The heading of a phase: it takes the keyboard, and says the latest cue, with the reason where something came between.
pub(super) fn spoken(ui: &Ui, view: View<'_>, session: &Session, heading: &Response) {
    let cues = view.model.cues();
    let cue = view.model.last_cue.unwrap_or_else(|| session.current_cue());
    let announced = match cue.id {
        CueId::LetGoEarly(why) => format!("{} {}", cues.why(why), cues.announced(&cue)),
        _ => cues.announced(&cue),
    };
    focus::note_home(ui, heading);
    // From step to step on the way down the keyboard stays where it is: on "Next".
    let further = matches!(session.phase(), Phase::GettingDown(step) if step > 0);
    // And whoever has come to Stop stays there, whatever the clock does.
    let at_stop = ui.memory(|memory| memory.has_focus(session_frame::stop_id()));
    if view.model.page_is_new && !further && !at_stop {
        heading.request_focus();
    }
    tell(ui, view, heading, &announced, if cue.is_urgent() { Live::Assertive } else { Live::Polite });
}

/// Names a heading by the cue, and tells it as it changes: unless the program's own voice says the same words already.
///
/// Nor while the heading has the keyboard, or is just getting it: a screen reader says by itself what has the keyboard,
/// and says it again when its name changes. Told besides, each cue would be heard twice (docs/orca/).
pub(super) fn tell(ui: &Ui, view: View<'_>, heading: &Response, announced: &str, live: Live) {
    text::name_words(heading, announced);
    // Tab takes it away again in this very pass.
    let keeps = heading.has_focus() && !ui.input(|input| input.key_pressed(Key::Tab));
    if !view.model.voice_is_heard() && !keeps {
        text::announce(ui, heading, live);
    }
}

/// Whether the phase waits for an answer.
fn asks(phase: Phase) -> bool {
    matches!(phase, Phase::CheckIn | Phase::NextRound)
}
