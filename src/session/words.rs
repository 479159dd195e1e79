//! The words of a session, read from `cues.ron`, and the way from a phase or a cue to its words.
//!
//! Not the words themselves: those are content. The plain parts of the file are in [`super::words_parts`].
//!
//! What is heard: [`CueWords::spoken`] gives a cue's texts and [`CueWords::aside`] those of warm-up and practice, each as a
//! list in which one text is one recording. [`CueWords::all_spoken`] is the set of all texts that these two can ever
//! give, every number already filled in, so whoever records all of it has a recording for whatever comes. They are in
//! `words_spoken.rs`, and what is asked of the person is in `words_asked.rs`. What a screen reader is told is
//! [`CueWords::announced`]; it may hold texts that nobody records.
//!
//! Invariant: every phase, cue and answer has words; a missing or unknown entry is found when the file is read. The signs
//! that are asked stand in `signs.ron`, and are put in their places by [`CueWords::read`] (`words_signs.rs`).

use serde::Deserialize;

use super::words_parts::{
    AcheWords, AdviceWords, Answer, Answers, Asks, BeatWords, Buttons, EffortWords, ExplainWords, FinishWords, Interruptions,
    Labels, LimitWords, Names, NotTodayWords, PhaseWords, Phases, PositionWords, Positions, PracticeRoundWords, PracticeWords,
    Practices, Prompts, SideWords, StopWords, WarmUpWords,
};
use super::{
    Advice, Beat, BeatKind, CheckIn, CoreCue, Cue, CueId, Disturbance, Effort, Feel, Happened, NextRound, Phase, Position,
    Practice, Side, WarmUp,
};
use crate::source::fill;

/// Everything a person reads and hears in a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field holds the words for what it is named after")]
pub struct CueWords {
    pub phases: Phases,
    pub positions: Positions,
    pub prompts: Prompts,
    pub names: Names,
    pub asks: Asks,
    pub ache: AcheWords,
    pub not_today: NotTodayWords,
    pub sides: SideWords,
    pub interruptions: Interruptions,
    pub answers: Answers,
    pub effort: EffortWords,
    pub stop: StopWords,
    pub explain: ExplainWords,
    pub advice: AdviceWords,
    pub finish: FinishWords,
    pub labels: Labels,
    pub buttons: Buttons,
    pub limit: LimitWords,
    pub practice: Practices,
    pub practice_round: PracticeRoundWords,
    pub warm_up: WarmUpWords,
}

/// The words of one phase in one position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseText<'a> {
    /// The big word, or the question.
    pub word: &'a str,
    /// The line under it.
    pub cue: &'a str,
    /// What the voice says in this phase and position whatever else is so; see [`CueWords::spoken`].
    pub spoken: &'a [String],
}

impl CueWords {
    /// The words of a phase in a position.
    pub fn phase(&self, phase: Phase, position: Position) -> PhaseText<'_> {
        let place = self.position(position);
        let general = self.phase_words(phase);
        let line = match phase {
            Phase::Settle => Some(&place.settle),
            Phase::Hands => Some(&place.hands),
            Phase::PressOn => Some(&place.press_on),
            Phase::LetGo => Some(&place.let_go),
            Phase::EaseOff => Some(&place.ease_off),
            Phase::Finish => Some(&place.rest),
            _ => None,
        };
        PhaseText {
            word: &general.word,
            cue: line.map_or(&general.cue, |line| &line.cue),
            spoken: line.map_or(&general.spoken, |line| &line.spoken),
        }
    }

    /// How a phase is named as the next step ("let go slowly").
    pub fn next(&self, phase: Phase) -> &str {
        &self.phase_words(phase).next
    }

    /// A phase's short name in the strip of a round.
    pub fn strip(&self, phase: Phase) -> &str {
        &self.phase_words(phase).strip
    }

    /// What a screen reader announces for a cue: the spoken words, and the seconds of a phase that runs by itself.
    pub fn announced(&self, cue: &Cue) -> String {
        let spoken = self.spoken(cue).join(" ");
        match cue.id {
            // Who does not see the question is asked it, not only told the keys.
            CueId::Enter(phase @ (Phase::CheckIn | Phase::NextRound)) => format!("{} {spoken}", self.phase_words(phase).word),
            // At one's own pace nobody is told how long a hold may be: "a few seconds is enough" says when.
            CueId::Enter(Phase::Hold) if cue.self_paced => spoken,
            CueId::Enter(Phase::Hands | Phase::PressOn | Phase::Hold | Phase::LetGo | Phase::EaseOff) | CueId::LetGoEarly(_)
                if cue.seconds > 0 =>
            {
                format!("{spoken} {}", self.fill(&self.labels.seconds_spoken, cue))
            }
            _ => spoken,
        }
    }

    /// Why a phase was broken off, as a line on the screen.
    pub fn why(&self, disturbance: Disturbance) -> &str {
        use super::Interruption as I;
        let words = &self.interruptions;
        match disturbance {
            Disturbance::Paused => &words.paused,
            Disturbance::Interrupted(I::FocusLost | I::Hidden | I::Closing) => &words.window,
            Disturbance::Interrupted(I::Slept | I::ClockJumped) => &words.slept,
            Disturbance::Interrupted(I::Failed) => &words.failed,
        }
    }

    /// "2 of 10, the weight of a resting hand".
    pub fn effort_line(&self, effort: Effort) -> String {
        let scale = Effort::SCALE.to_string();
        fill(
            &self.effort.line,
            &[("effort", &effort.to_string()), ("scale", &scale), ("effort_word", self.effort_anchor(effort))],
        )
    }

    /// "the weight of a resting hand": what an effort feels like.
    pub fn effort_anchor(&self, effort: Effort) -> &str {
        let index = usize::from(effort.value()).saturating_sub(1);
        self.effort.anchors.get(index).or(self.effort.anchors.last()).map_or("", String::as_str)
    }

    /// The words of a position.
    pub fn position(&self, position: Position) -> &PositionWords {
        match position {
            Position::Back => &self.positions.back,
            Position::Side => &self.positions.side,
            Position::AllFours => &self.positions.four,
            Position::Wall => &self.positions.wall,
        }
    }

    /// The words of an answer to the check-in.
    pub fn check_in(&self, answer: CheckIn) -> &str {
        let words = &self.answers.check_in;
        match answer {
            CheckIn::None => &words.none,
            CheckIn::Sharp => &words.sharp,
            CheckIn::MorePain => &words.more_pain,
            CheckIn::Numb => &words.numb,
            CheckIn::Weak => &words.weak,
            CheckIn::NotSure => &words.not_sure,
        }
    }

    /// The words of an answer to "What happened?".
    pub fn happened(&self, answer: Happened) -> &str {
        let words = &self.answers.what_happened;
        match answer {
            Happened::Sharp => &words.sharp,
            Happened::MorePain => &words.more_pain,
            Happened::Numb => &words.numb,
            Happened::Weak => &words.weak,
            Happened::NotSure => &words.not_sure,
            Happened::JustStopped => &words.just_stopped,
            Happened::ByMistake => &words.by_mistake,
        }
    }

    /// An answer to "One more round?" and the line under it, with the efforts filled in.
    ///
    /// `next` is what [`super::Session::next_effort`] says.
    pub fn next_round(&self, answer: NextRound, effort: Effort, next: Option<Effort>) -> Answer {
        let words = &self.answers.next_round;
        let answer = match answer {
            NextRound::SameAgain => &words.same_again,
            NextRound::ALittleMore => &words.a_little_more,
            NextRound::Enough => &words.enough,
        };
        let next = next.unwrap_or(effort).to_string();
        let places =
            [("effort", effort.to_string()), ("effort_word", self.effort_anchor(effort).to_owned()), ("next_effort", next)];
        let places = places.each_ref().map(|(name, value)| (*name, value.as_str()));
        Answer { title: answer.title.clone(), detail: fill(&answer.detail, &places) }
    }

    /// The words of an answer to how the back feels.
    pub fn feel(&self, feel: Feel) -> &str {
        match feel {
            Feel::Eased => &self.finish.eased,
            Feel::Same => &self.finish.same,
            Feel::Worse => &self.finish.worse,
        }
    }

    /// The words of a practice.
    pub fn practice(&self, practice: Practice) -> &PracticeWords {
        let words = &self.practice;
        match practice {
            Practice::Settle => &words.settle,
            Practice::CoreBelly => &words.core_belly,
            Practice::CorePelvicFloor => &words.core_pelvic_floor,
            Practice::CoreLowBack => &words.core_low_back,
            Practice::Breath => &words.breath,
            Practice::Release => &words.release,
        }
    }

    /// How the body stands for one side: which knee is down, which hand holds on.
    pub fn side_in_place(&self, card: WarmUp, side: Side) -> &str {
        let sides = &self.warm_up_card(card).sides;
        if side == Side::Left { sides.first() } else { sides.last() }.map_or("", String::as_str)
    }

    /// When to leave a warm-up out.
    pub fn skip_reason(&self, card: WarmUp) -> &str {
        &self.warm_up_card(card).skip
    }

    /// The line for what the person is doing in a warm-up.
    pub fn beat(&self, card: WarmUp, beat: &Beat) -> &str {
        let words = self.warm_up_card(card);
        match beat.kind {
            BeatKind::Place => &words.place,
            BeatKind::Change => beat.side.map_or("", |side| self.side_in_place(card, side)),
            BeatKind::Go => &words.go,
            BeatKind::Hold => &words.hold,
            BeatKind::Back => &words.back,
        }
    }

    /// The words of a warm-up card.
    pub(super) fn warm_up_card(&self, card: WarmUp) -> &BeatWords {
        let words = &self.warm_up;
        match card {
            WarmUp::Walk => &words.walk,
            WarmUp::Jog => &words.jog,
            WarmUp::PelvicTilt => &words.pelvic_tilt,
            WarmUp::CatCow => &words.cat_cow,
            WarmUp::HipFlexor => &words.hip_flexor,
            WarmUp::QuadStretch => &words.quad_stretch,
        }
    }

    /// "L", "R": what stands on the badge of a hand.
    pub fn letter(&self, hand: Side) -> &str {
        let (left, right) = &self.sides.letters;
        if hand == Side::Left { left } else { right }
    }

    /// "Your left side", "Your right side".
    pub fn side(&self, side: Side) -> &str {
        match side {
            Side::Left => &self.warm_up.left,
            Side::Right => &self.warm_up.right,
        }
    }

    pub(super) fn fill(&self, text: &str, cue: &Cue) -> String {
        let [round, rounds, effort, seconds] =
            [cue.round.to_string(), cue.rounds.to_string(), cue.effort.to_string(), cue.seconds.to_string()];
        let word = self.effort_anchor(cue.effort);
        fill(text, &[("round", &round), ("rounds", &rounds), ("effort", &effort), ("effort_word", word), ("seconds", &seconds)])
    }

    fn phase_words(&self, phase: Phase) -> &PhaseWords {
        let words = &self.phases;
        match phase {
            Phase::GettingDown(_) => &words.getting_down,
            Phase::Settle => &words.settle,
            Phase::NotToday => &words.not_today,
            Phase::Core(CoreCue::Belly) => &words.core_belly,
            Phase::Core(CoreCue::PelvicFloor) => &words.core_pelvic_floor,
            Phase::Core(CoreCue::LowBack) => &words.core_low_back,
            Phase::Ready => &words.ready,
            Phase::Hands => &words.hands,
            Phase::PressOn => &words.press_on,
            Phase::Hold => &words.hold,
            Phase::LetGo => &words.let_go,
            Phase::Breathe => &words.breathe,
            Phase::CheckIn => &words.check_in,
            Phase::NextRound => &words.next_round,
            Phase::EaseOff => &words.ease_off,
            Phase::WhatHappened => &words.what_happened,
            Phase::SignsAgain => &words.signs_again,
            Phase::Advice(Advice::Emergency) => &words.advice_emergency,
            Phase::Advice(Advice::Today) => &words.advice_today,
            Phase::Advice(Advice::IfItStays) => &words.advice_if_it_stays,
            Phase::Advice(Advice::SeeSomeone) => &words.advice_see_someone,
            Phase::Finish => &words.finish,
            Phase::Closed => &words.closed,
        }
    }
}

#[cfg(test)]
mod tests;
