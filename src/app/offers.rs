//! What is open today, what is left out, and why: asked by the start page, the sidebar and the cards.
//!
//! Reading only. Invariant: what is hidden has a reason that can be shown beside it.

use super::gating;
use crate::{
    app::Model,
    content::PositionText,
    limit::{Verdict, Why},
    session::{Avoid, GateMemory, Position, Refusal, WarmUp},
};

/// Today's card on the start page, when something comes before a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot<'a> {
    /// The reason in a few words.
    pub title: &'a str,
    /// The reason in full, and what is open.
    pub detail: String,
    /// "Begin a session" stands on the card; otherwise easy movement takes its place.
    pub begins: bool,
    /// Easy movement is offered.
    pub moves: bool,
    /// There is a limit to be explained.
    pub limit: bool,
    /// A sign needs emergency help, and the day is not over: the way to the numbers takes the place of all others.
    pub emergency: bool,
}

impl Model {
    /// What the gates would be asked with now.
    pub fn gate_memory(&self) -> GateMemory {
        gating::memory(self)
    }

    /// What is left out for this person.
    pub fn avoided(&self) -> Avoid {
        let settings = &self.settings;
        Avoid { back_lying: settings.avoid_back_lying, floor: settings.avoid_floor, pressing: settings.avoid_pressing }
    }

    /// Whether a position is offered to this person. What their plan has is another question: [`Model::plan_offers`].
    pub fn offers(&self, position: Position) -> bool {
        self.avoided().offers(position)
    }

    /// Whether a warm-up is offered to this person.
    pub fn offers_warm_up(&self, warm_up: WarmUp) -> bool {
        self.avoided().offers_warm_up(warm_up)
    }

    /// Why some positions and movements are not shown, if some are not.
    pub fn left_out(&self) -> Option<&str> {
        let words = &self.book.gates.left_out;
        match self.avoided() {
            Avoid { pressing: true, .. } => Some(&words.pressing),
            Avoid { back_lying: true, floor: true, .. } => Some(&words.both),
            Avoid { back_lying: true, .. } => Some(&words.back_lying),
            Avoid { floor: true, .. } => Some(&words.floor),
            Avoid { .. } => None,
        }
    }

    /// The position a session would begin with: the preferred one, where it is offered.
    pub fn session_position(&self) -> Option<Position> {
        self.settings.preferred_position.filter(|&position| self.offers(position))
    }

    /// The position that a session begins with unasked: the preferred one, where nothing else is left to say before.
    pub fn goes_straight_to(&self) -> Option<Position> {
        self.session_position().filter(|&position| self.plan_offers(position) && self.settings.screen_is_far.is_some())
    }

    /// Its texts.
    pub fn session_position_text(&self) -> Option<&PositionText> {
        self.session_position().and_then(|position| self.position_text(position))
    }

    /// Whether easy movement may begin: on every day but one on which a sign was seen, or may have been.
    pub fn may_move(&self) -> bool {
        self.still_reading().is_none() && !matches!(self.verdict(), Verdict::Closed { why: Why::Locked, .. })
    }

    /// Whether a sign needed emergency help today: the start page says so until the day is over.
    pub fn needs_emergency_help(&self) -> bool {
        matches!(self.verdict(), Verdict::Closed { why: Why::Locked, .. }) && self.day.needs_emergency_help()
    }

    /// What the button "Begin a session" says, and whether it is open.
    pub fn begin_label(&self) -> (String, bool) {
        match self.closed_reason() {
            Some(closed) => (closed.until, false),
            None if self.settings.needs_check => (self.book.gates.start.check_begin.clone(), false),
            None => (self.book.words.nav.begin.clone(), true),
        }
    }

    /// The question that explains the limit (FAQ-2), by its place.
    pub fn limit_question(&self) -> Option<usize> {
        let questions = &self.book.guide.questions.questions;
        questions.iter().position(|entry| entry.question.facts.iter().any(|fact| fact == "FAQ-2-Q"))
    }

    /// What comes before a session today, if anything does.
    pub fn slot(&self) -> Option<Slot<'_>> {
        let words = &self.book.gates.start;
        if self.needs_emergency_help() {
            let (title, detail) = (words.emergency_title.as_str(), words.emergency.clone());
            return Some(Slot { title, detail, begins: false, moves: false, limit: false, emergency: true });
        }
        if let Some(closed) = self.closed_reason() {
            let moves = self.may_move() && !self.settings.needs_check;
            let open = if moves { closed.still_open } else { &words.locked_open };
            let detail = format!("{} {open}", closed.detail);
            return Some(Slot { title: closed.title, detail, begins: false, moves, limit: self.may_move(), emergency: false });
        }
        let slot = |title, detail: &str, moves| {
            let detail = detail.to_owned();
            Slot { title, detail, begins: true, moves, limit: false, emergency: false }
        };
        if self.settings.needs_check {
            return Some(slot(&words.check_title, &words.check, false));
        }
        // What was said a while ago holds until it is asked again.
        match self.refused_on.filter(|(_, day)| *day == self.now.date()) {
            Some((Refusal::TooMuchAche, _)) => return Some(slot(&words.ache_title, &words.ache, true)),
            Some((Refusal::TalkFirst, _)) => return Some(slot(&words.talk_title, &words.talk, false)),
            _ => {}
        }
        if self.avoided().pressing {
            return Some(slot(&words.unsteady_title, &words.unsteady, true));
        }
        let due = self.gate_memory().consult_is_due(self.now.date());
        due.then(|| slot(&words.consult_title, &words.consult, true))
    }
}
