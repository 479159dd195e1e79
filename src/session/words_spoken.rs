//! What the voice says: for each cue of a session, and for the warm-up and the practices around it.
//!
//! Not sound, and not the decision what is left out when time is short: that is the player's. Each text of a list is one
//! recording and is said as a whole; the first one matters most.
//!
//! Invariant: whatever [`CueWords::spoken`] and [`CueWords::aside`] can return stands in [`CueWords::all_spoken`], so a
//! recording of each is a recording of everything. A text depends on no more than one thing that changes besides the
//! cue and the position, which keeps their number small.

use std::collections::BTreeSet;

use super::setup::{ACHE_SCALE, MOST_ACHE};
use super::{
    Advice, Aside, CoreCue, Cue, CueId, CueWords, Disturbance, Effort, Phase, Plan, Position, Practice, Side, WarmUp, WarmUpAside,
};
use crate::source::fill;

impl CueWords {
    /// What the voice says for a cue, a recording for each text.
    pub fn spoken(&self, cue: &Cue) -> Vec<String> {
        let (place, prompts) = (self.position(cue.position), &self.prompts);
        match cue.id {
            CueId::Enter(Phase::GettingDown(step)) => self.way_down(cue, step),
            CueId::Enter(Phase::Settle) => [place.settle.spoken.clone(), self.ache(cue)].concat(),
            CueId::Enter(Phase::Core(CoreCue::Belly)) if cue.self_paced => {
                [self.phases.core_belly.spoken.clone(), vec![prompts.own_pace.clone()]].concat()
            }
            CueId::Enter(Phase::Ready) => self.ready(cue),
            CueId::Enter(Phase::CheckIn) => {
                let keys = cue.keys.then(|| prompts.keys_check_in.clone());
                self.phases.check_in.spoken.iter().cloned().chain(keys).collect()
            }
            CueId::Enter(Phase::NextRound) => self.one_more(cue),
            CueId::Enter(phase) => self.phase(phase, cue.position).spoken.to_vec(),
            CueId::LetGoEarly(_) => self.phase(Phase::LetGo, cue.position).spoken.to_vec(),
            CueId::SettleAgain(_) => vec![prompts.settle_again.clone()],
            CueId::AcheNoted => self.ache(cue),
            CueId::Settled => vec![prompts.settled.clone()],
            CueId::HeldEnough => vec![prompts.enough.clone()],
            CueId::BreatheIn => vec![prompts.breathe_in.clone()],
            CueId::BreatheOut => vec![prompts.breathe_out.clone()],
            CueId::EasedOff => vec![place.eased_off.clone(), prompts.eased_off.clone()],
            CueId::AskAnew => vec![self.labels.asked_long_ago.clone()],
            CueId::StandStill => vec![prompts.stand_still.clone(), place.eased_off.clone()],
            CueId::Rested => vec![prompts.rested.clone()],
            CueId::GettingUp(step) => place.steps_up.get(usize::from(step)).map(|step| step.text.clone()).into_iter().collect(),
            CueId::IsUp => vec![prompts.up.clone(), prompts.feel.clone()],
        }
    }

    /// What the voice says in the warm-up and in practice.
    pub fn aside(&self, aside: Aside) -> Vec<String> {
        let words = &self.warm_up;
        match aside {
            Aside::WarmUp(card, WarmUpAside::Begins(side)) => {
                let side = side.map(|_| words.left_spoken.clone());
                [words.begin.clone(), self.warm_up_card(card).spoken.clone()].into_iter().chain(side).collect()
            }
            Aside::WarmUp(_, WarmUpAside::Switch(Side::Right)) => vec![words.right_spoken.clone()],
            Aside::WarmUp(_, WarmUpAside::Switch(Side::Left)) => vec![words.left_again.clone()],
            Aside::WarmUp(_, WarmUpAside::Half) => vec![words.half.clone()],
            Aside::WarmUp(_, WarmUpAside::Done) => vec![words.finished.clone()],
            Aside::WarmEnough => vec![words.enough.clone()],
            Aside::Practice(practice) => vec![self.practice(practice).spoken.clone()],
            Aside::PracticeDone(practice) => vec![self.practice(practice).done.clone()],
        }
    }

    /// Every text that can ever be spoken, each once: what there are recordings of.
    pub fn all_spoken(&self) -> BTreeSet<String> {
        let cues = Position::ALL.into_iter().flat_map(|position| self.cues_in(position));
        let cues = cues.flat_map(|cue| self.spoken(&cue));
        let asides = WarmUp::ALL.into_iter().flat_map(|card| {
            let said = [WarmUpAside::Begins(None), WarmUpAside::Begins(Some(Side::Left)), WarmUpAside::Half, WarmUpAside::Done];
            said.into_iter().chain(Side::ALL.map(WarmUpAside::Switch)).map(move |said| Aside::WarmUp(card, said))
        });
        let practices = Practice::ALL.into_iter().flat_map(|kind| [Aside::Practice(kind), Aside::PracticeDone(kind)]);
        let asides = asides.chain(practices).chain([Aside::WarmEnough]);
        cues.chain(asides.flat_map(|aside| self.aside(aside))).collect()
    }

    /// The sides of a pressing hand: "Left hand now." Empty where both hands press.
    pub fn hand(&self, hand: Side) -> &str {
        match hand {
            Side::Left => &self.sides.hand_left,
            Side::Right => &self.sides.hand_right,
        }
    }

    /// "You said 3 of 10. That is your start point.", or the question while it is open.
    pub fn ache_lines(&self, ache: Option<u8>) -> Vec<String> {
        let words = &self.ache;
        let Some(ache) = ache else { return vec![words.question.clone(), words.scale.clone()] };
        let after = if ache > MOST_ACHE { &words.too_much } else { &words.start_point };
        vec![fill(&words.said, &[("ache", &ache.to_string())]), after.clone()]
    }

    fn ache(&self, cue: &Cue) -> Vec<String> {
        self.ache_lines(cue.ache)
    }

    fn way_down(&self, cue: &Cue, step: u8) -> Vec<String> {
        let steps = &self.position(cue.position).steps_down;
        let first = if step == 0 { self.phases.getting_down.spoken.clone() } else { Vec::new() };
        let is_last = usize::from(step) + 1 == steps.len();
        let side = (is_last && cue.position == Position::Side).then(|| self.side_up(cue.hand).to_owned());
        first.into_iter().chain(steps.get(usize::from(step)).map(|step| step.text.clone())).chain(side).collect()
    }

    /// "Have your left side up."
    pub fn side_up(&self, hand: Option<Side>) -> &str {
        match hand {
            Some(Side::Left) => &self.sides.side_up_left,
            Some(Side::Right) => &self.sides.side_up_right,
            None => &self.sides.side_up_either,
        }
    }

    fn ready(&self, cue: &Cue) -> Vec<String> {
        let prompts = &self.prompts;
        let hand = cue.hand.filter(|_| cue.position == Position::AllFours).map(|hand| self.hand(hand).to_owned());
        let swap = hand.as_ref().filter(|_| cue.swapped).map(|_| self.sides.swap.clone());
        let round = std::iter::once(self.fill(&prompts.round, cue));
        let place = self.position(cue.position).ready.spoken.iter().cloned();
        round.chain(swap).chain(hand).chain(place).chain([self.fill(&prompts.effort, cue), prompts.begin.clone()]).collect()
    }

    fn one_more(&self, cue: &Cue) -> Vec<String> {
        let prompts = &self.prompts;
        let (choices, keys) =
            if cue.more { (&prompts.rounds_on, &prompts.keys_more) } else { (&prompts.rounds_same, &prompts.keys_same) };
        let keys = cue.keys.then_some(keys);
        self.phases.next_round.spoken.iter().chain([choices]).chain(keys).cloned().collect()
    }

    /// Cues in a position that between them hold every text there is for it: one thing changed at a time.
    fn cues_in(&self, position: Position) -> impl Iterator<Item = Cue> + '_ {
        let efforts = (1..=Effort::CAP).filter_map(Effort::new);
        let rounds = (2..=Plan::MOST_ROUNDS).flat_map(|rounds| (1..=rounds).map(move |round| (round, rounds)));
        let plain = efforts.clone().next().map(|effort| Cue {
            id: CueId::Settled,
            position,
            round: 1,
            rounds: 2,
            effort,
            more: false,
            seconds: 0,
            ache: None,
            hand: None,
            swapped: false,
            self_paced: false,
            keys: false,
        });
        let changed = plain.into_iter().flat_map(move |plain| {
            let by_round = rounds.clone().map(move |(round, rounds)| Cue { round, rounds, ..plain });
            let by_effort = efforts.clone().map(move |effort| Cue { effort, ..plain });
            let by_ache = (0..=ACHE_SCALE).map(move |ache| Cue { ache: Some(ache), ..plain });
            let by_hand = Side::ALL.into_iter().map(move |hand| Cue { hand: Some(hand), swapped: true, ..plain });
            let by_choice = [Cue { more: true, keys: true, self_paced: true, ..plain }, Cue { keys: true, ..plain }, plain];
            by_round.chain(by_effort).chain(by_ache).chain(by_hand).chain(by_choice)
        });
        let ids: Vec<CueId> = self.ids(position).collect();
        changed.flat_map(move |cue| ids.clone().into_iter().map(move |id| Cue { id, ..cue }))
    }

    /// Every cue there is in a position.
    fn ids(&self, position: Position) -> impl Iterator<Item = CueId> + '_ {
        let advice = [Advice::Emergency, Advice::Today, Advice::IfItStays, Advice::SeeSomeone].map(Phase::Advice);
        let core = [CoreCue::Belly, CoreCue::PelvicFloor, CoreCue::LowBack].map(Phase::Core);
        let rest = [
            Phase::Settle,
            Phase::NotToday,
            Phase::Ready,
            Phase::PressOn,
            Phase::Hold,
            Phase::LetGo,
            Phase::Breathe,
            Phase::CheckIn,
            Phase::NextRound,
            Phase::EaseOff,
            Phase::WhatHappened,
            Phase::SignsAgain,
            Phase::Finish,
            Phase::Closed,
        ];
        let steps = |count: usize| (0..count).filter_map(|step| u8::try_from(step).ok());
        let place = self.position(position);
        let phases = steps(place.steps_down.len()).map(Phase::GettingDown).chain(advice).chain(core).chain(rest);
        let prompts = [
            CueId::LetGoEarly(Disturbance::Paused),
            CueId::SettleAgain(Disturbance::Paused),
            CueId::AcheNoted,
            CueId::Settled,
            CueId::HeldEnough,
            CueId::BreatheIn,
            CueId::BreatheOut,
            CueId::EasedOff,
            CueId::AskAnew,
            CueId::StandStill,
            CueId::Rested,
            CueId::IsUp,
        ];
        phases.map(CueId::Enter).chain(prompts).chain(steps(place.steps_up.len()).map(CueId::GettingUp))
    }
}
