//! What the voice asks of the person, with the name of what answers it: a key, a clicker's button, a button on the screen.
//!
//! Not what an answer leads to. Each ask says which [`KeyAct`] it names, and that is looked up in the table that reads the
//! keys (`press.rs`); so what is named and what works can not differ.
//!
//! Invariant: an ask names one press, first, and by the device that was used last.

use super::words_parts::{Ask, KeyNames};
use super::{CheckIn, CoreCue, Cue, CueId, CueWords, Device, KeyAct, Phase, Session};
use crate::source::fill;

impl CueWords {
    /// What is asked with a cue, in the order in which it is said: the press that answers, and the words.
    pub fn asked(&self, cue: &Cue) -> Vec<(KeyAct, String)> {
        let asks = self.asks_of(cue).into_iter();
        asks.map(|(press, ask)| (press, self.named(cue, press, ask))).collect()
    }

    fn asks_of(&self, cue: &Cue) -> Vec<(KeyAct, &Ask)> {
        let asks = &self.asks;
        match cue.id {
            CueId::Enter(Phase::GettingDown(0)) | CueId::GettingUp(0) => vec![(KeyAct::GoOn, &asks.steps)],
            CueId::Enter(Phase::Settle) | CueId::Settled | CueId::SettleAgain(_) if cue.ache.is_none() => {
                vec![(KeyAct::Back, &asks.how_strong)]
            }
            CueId::Enter(Phase::Settle) => vec![(KeyAct::Back, &asks.changed)],
            CueId::AcheNoted if cue.ache.is_some_and(Session::is_too_much) => vec![(KeyAct::GoOn, &asks.settled)],
            CueId::Settled | CueId::SettleAgain(_) => vec![(KeyAct::GoOn, &asks.settled)],
            CueId::Enter(Phase::Core(CoreCue::Belly)) if cue.self_paced => vec![(KeyAct::GoOn, &asks.own_pace)],
            CueId::Breathed => vec![(KeyAct::GoOn, &asks.breathed)],
            CueId::Enter(Phase::Ready) | CueId::NotYet(_) => vec![(KeyAct::GoOn, &asks.ready)],
            CueId::Enter(Phase::CheckIn) => vec![(KeyAct::GoOn, &asks.same), (KeyAct::Back, &asks.worse)],
            CueId::Enter(Phase::NextRound) => {
                // A clicker has no button for more, and a person who has only that should not look for one.
                let more = cue.more && cue.device != Device::Clicker;
                let more = more.then_some((KeyAct::More, &asks.more));
                [Some((KeyAct::GoOn, &asks.again)), more, Some((KeyAct::Back, &asks.enough))].into_iter().flatten().collect()
            }
            CueId::EasedOff => vec![(KeyAct::GoOn, &asks.let_go)],
            CueId::StandStill => vec![(KeyAct::GoOn, &asks.resting)],
            CueId::Enter(Phase::Finish) | CueId::Rested => vec![(KeyAct::GoOn, &asks.way_up)],
            CueId::IsUp => vec![(KeyAct::Back, &asks.feel), (KeyAct::GoOn, &asks.done)],
            _ => Vec::new(),
        }
    }

    /// "Begin", "Next", "I am in place": what stands on the button that goes on where a session stands.
    pub fn way_on_in(&self, session: &Session) -> &str {
        if session.is_at_last_step_down() { &self.buttons.in_place } else { self.way_on(session.phase()) }
    }

    /// "Begin", "Next": what stands on the button that goes on in a phase.
    pub fn way_on(&self, phase: Phase) -> &str {
        let words = &self.buttons;
        match phase {
            Phase::GettingDown(_) => &words.next,
            Phase::Ready => &words.ready,
            Phase::EaseOff => &words.have_let_go,
            _ => &words.go_on,
        }
    }

    /// "Right arrow when you are ready."
    fn named(&self, cue: &Cue, press: KeyAct, ask: &Ask) -> String {
        self.named_by(cue.device, ask, self.label(cue, press))
    }

    /// An ask in the words of a device; `label` is what stands on the screen.
    pub(super) fn named_by(&self, device: Device, ask: &Ask, label: &str) -> String {
        let KeyNames { go_on, back, more } = match device {
            Device::Keyboard => &self.names.keyboard,
            Device::Clicker => &self.names.clicker,
            Device::Mouse => return fill(&ask.mouse, &[("label", label)]),
        };
        fill(&ask.keys, &[("go_on", go_on), ("back", back), ("more", more)])
    }

    /// What stands on the screen for a press.
    fn label(&self, cue: &Cue, press: KeyAct) -> &str {
        let next = &self.answers.next_round;
        match (cue.id, press) {
            (CueId::Enter(Phase::CheckIn), KeyAct::GoOn) => self.check_in(CheckIn::None),
            (CueId::Enter(Phase::CheckIn), _) => self.check_in(CheckIn::NotSure),
            (CueId::Enter(Phase::NextRound), KeyAct::GoOn) => &next.same_again.title,
            (CueId::Enter(Phase::NextRound), KeyAct::More) => &next.a_little_more.title,
            (CueId::Enter(Phase::NextRound), _) => &next.enough.title,
            (CueId::Enter(Phase::Finish) | CueId::Rested, _) => &self.finish.show_steps,
            (CueId::GettingUp(_), _) => &self.buttons.next,
            (CueId::IsUp, _) => &self.buttons.done,
            (CueId::NotYet(_), _) => self.way_on(Phase::Ready),
            (CueId::StandStill, _) => &self.buttons.resting,
            (CueId::EasedOff, _) => self.way_on(Phase::EaseOff),
            (CueId::Enter(phase), _) => self.way_on(phase),
            _ => &self.buttons.go_on,
        }
    }

    /// What is asked with a cue, as one line for the screen.
    pub fn asked_line(&self, cue: &Cue) -> String {
        self.asked(cue).into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" ")
    }

    /// "Right arrow when you are ready. Then you have 10 seconds to put your hands in place."
    pub fn ready_line(&self, cue: &Cue) -> String {
        let asked = self.asked_line(&Cue { id: CueId::Enter(Phase::Ready), ..*cue });
        format!("{asked} {}", self.lead_in_line(cue))
    }

    /// "Then you have 10 seconds to put your hands in place."
    pub fn lead_in_line(&self, cue: &Cue) -> String {
        fill(&self.prompts.lead_in, &[("seconds", &cue.lead_in_secs.to_string())])
    }

    /// What stands under the answers to "One more round?".
    pub fn next_round_note(&self, cue: &Cue) -> String {
        fill(&self.answers.next_round.note, &[("seconds", &cue.lead_in_secs.to_string())])
    }
}
