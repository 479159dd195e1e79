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
    Advice, Aside, CoreCue, Cue, CueId, CueWords, Device, Disturbance, Effort, Phase, Plan, Position, Practice, Side, WarmUp,
    WarmUpAside,
};
use crate::source::fill;

impl CueWords {
    /// What the voice says for a cue, a recording for each text: what is asked, first, with the name of what answers it.
    pub fn spoken(&self, cue: &Cue) -> Vec<String> {
        let asked = self.asked(cue).into_iter().map(|(_, words)| words);
        match cue.id {
            // Here the key is not the answer to a question, so what has come to an end is said before it.
            CueId::AcheNoted | CueId::IsUp | CueId::StandStill | CueId::EasedOff | CueId::Rested | CueId::GettingUp(_) => {
                self.said(cue).into_iter().chain(asked).collect()
            }
            CueId::Enter(Phase::Settle) => self.settle(cue, asked.collect()),
            CueId::Enter(Phase::Core(_) | Phase::Finish) => self.said(cue).into_iter().chain(asked).collect(),
            _ => asked.chain(self.said(cue)).collect(),
        }
    }

    /// What the voice says besides.
    fn said(&self, cue: &Cue) -> Vec<String> {
        let (place, prompts) = (self.position(cue.position), &self.prompts);
        match cue.id {
            CueId::Enter(Phase::GettingDown(step)) => self.way_down(cue, step),
            CueId::Enter(Phase::Ready) => self.ready(cue),
            CueId::Enter(Phase::Hands) => self.hands(cue),
            CueId::Enter(Phase::CheckIn) if cue.round > 1 => Vec::new(),
            CueId::Enter(Phase::NextRound) => self.one_more(cue),
            CueId::Enter(Phase::Finish) => [self.phases.finish.spoken.clone(), place.rest.spoken.clone()].concat(),
            CueId::Enter(phase) => self.phase(phase, cue.position).spoken.to_vec(),
            CueId::LetGoEarly(_) => self.phase(Phase::LetGo, cue.position).spoken.to_vec(),
            CueId::NotYet(_) | CueId::SettleAgain(_) => vec![prompts.settle_again.clone()],
            CueId::ThreeMore => vec![prompts.three_more.clone()],
            CueId::Second(second) => prompts.seconds.get(usize::from(second).wrapping_sub(1)).cloned().into_iter().collect(),
            CueId::AcheNoted => self.ache(cue),
            CueId::Settled | CueId::Breathed => Vec::new(),
            CueId::HeldEnough => vec![prompts.enough.clone()],
            CueId::BreatheIn => vec![prompts.breathe_in.clone()],
            CueId::BreatheOut => vec![prompts.breathe_out.clone()],
            CueId::EasedOff => vec![place.eased_off.clone()],
            CueId::AskAnew => vec![self.labels.asked_long_ago.clone()],
            CueId::StandStill => vec![prompts.stand_still.clone(), place.eased_off.clone()],
            CueId::Rested => vec![prompts.rested.clone()],
            CueId::GettingUp(step) => place.steps_up.get(usize::from(step)).map(|step| step.text.clone()).into_iter().collect(),
            CueId::IsUp => vec![prompts.up.clone()],
        }
    }

    /// What the voice says in the warm-up and in practice.
    pub fn aside(&self, aside: Aside) -> Vec<String> {
        let words = &self.warm_up;
        match aside {
            Aside::WarmUp(card, WarmUpAside::Begins(side)) => {
                let side = side.into_iter().flat_map(|side| {
                    [words.left_spoken.clone(), self.side_in_place(card, side).to_owned(), words.each_side.clone()]
                });
                [words.begin.clone(), self.warm_up_card(card).place.clone()].into_iter().chain(side).collect()
            }
            Aside::WarmUp(card, WarmUpAside::Starts) => vec![self.warm_up_card(card).spoken.clone()],
            Aside::WarmUp(card, WarmUpAside::Back) => vec![format!("{}.", self.warm_up_card(card).back)],
            Aside::WarmUp(card, WarmUpAside::Switch(side)) => {
                let now = if side == Side::Right { &words.right_spoken } else { &words.left_again };
                vec![now.clone(), self.side_in_place(card, side).to_owned()]
            }
            Aside::WarmUp(_, WarmUpAside::Half) => vec![words.half.clone()],
            Aside::WarmUp(_, WarmUpAside::Done) => vec![words.finished.clone()],
            Aside::WarmEnough(None) => vec![words.enough.clone()],
            Aside::WarmEnough(Some(device)) => {
                vec![words.enough.clone(), self.named_by(device, &words.enough_keys, ""), words.enough_waits.clone()]
            }
            Aside::Practice(practice) => vec![self.practice(practice).spoken.clone()],
            Aside::PracticeDone(practice) => vec![self.practice(practice).done.clone()],
        }
    }

    /// Every text that can ever be spoken, each once: what there are recordings of.
    pub fn all_spoken(&self) -> BTreeSet<String> {
        let cues = Position::ALL.into_iter().flat_map(|position| self.cues_in(position));
        let cues = cues.flat_map(|cue| self.spoken(&cue));
        let asides = WarmUp::ALL.into_iter().flat_map(|card| {
            let begins = if card.has_sides() { WarmUpAside::Begins(Some(Side::Left)) } else { WarmUpAside::Begins(None) };
            let said = [begins, WarmUpAside::Starts, WarmUpAside::Half, WarmUpAside::Done];
            let sides =
                Side::ALL.map(WarmUpAside::Switch).into_iter().chain([WarmUpAside::Back]).filter(move |_| card.has_sides());
            said.into_iter().chain(sides).map(move |said| Aside::WarmUp(card, said))
        });
        let practices = Practice::ALL.into_iter().flat_map(|kind| [Aside::Practice(kind), Aside::PracticeDone(kind)]);
        let enough = Device::ALL.map(Some).into_iter().chain([None]).map(Aside::WarmEnough);
        let asides = asides.chain(practices).chain(enough);
        cues.chain(asides.flat_map(|aside| self.aside(aside))).collect()
    }

    /// "Left hand, left of the spine.": where the hand goes that presses on all fours.
    pub fn hand(&self, hand: Side) -> &str {
        match hand {
            Side::Left => &self.sides.hand_left,
            Side::Right => &self.sides.hand_right,
        }
    }

    /// "Left hand stays.": what the other one does meanwhile.
    pub fn stays(&self, hand: Side) -> &str {
        match hand {
            Side::Left => &self.sides.stays_left,
            Side::Right => &self.sides.stays_right,
        }
    }

    /// "You said 3 of 10. That is your start point.", or the question while it is open.
    pub fn ache_lines(&self, ache: Option<u8>) -> Vec<String> {
        let words = &self.ache;
        let Some(ache) = ache else { return vec![words.question.clone(), words.scale.clone()] };
        let after = if ache > MOST_ACHE { vec![&words.too_much] } else { vec![&words.start_point, &words.stop_if] };
        std::iter::once(fill(&words.said, &[("ache", &ache.to_string())])).chain(after.into_iter().cloned()).collect()
    }

    /// The ache comes first, so that there is time to put it right before settling goes on by itself. What makes it a
    /// reason to stop is said once more before the press, where there is no clock.
    fn settle(&self, cue: &Cue, asked: Vec<String>) -> Vec<String> {
        let mut ache = self.ache(cue).into_iter();
        let first: Vec<String> = ache.next().into_iter().collect();
        [first, asked, self.position(cue.position).settle.spoken.clone(), ache.next().into_iter().collect()].concat()
    }

    fn ache(&self, cue: &Cue) -> Vec<String> {
        self.ache_lines(cue.ache)
    }

    fn way_down(&self, cue: &Cue, step: u8) -> Vec<String> {
        let last = if step == 0 { self.phases.getting_down.spoken.clone() } else { Vec::new() };
        self.step_down(cue.position, step, cue.hand).into_iter().chain(last).collect()
    }

    /// A step on the way down, with the side that will be up where it is told.
    pub fn step_down(&self, position: Position, step: u8, hand: Option<Side>) -> Option<String> {
        let step = self.position(position).steps_down.get(usize::from(step))?;
        Some(fill(&step.text, &[("side", self.side_up(hand))]))
    }

    /// "Your left side will be up."
    pub fn side_up(&self, hand: Option<Side>) -> &str {
        match hand {
            Some(Side::Left) => &self.sides.side_up_left,
            Some(Side::Right) => &self.sides.side_up_right,
            None => &self.sides.side_up_either,
        }
    }

    /// How long there is for the hands, and where they will go: told while they are free.
    fn ready(&self, cue: &Cue) -> Vec<String> {
        let prompts = &self.prompts;
        let hand = cue.hand.filter(|_| cue.position == Position::AllFours).map(|hand| match hand {
            Side::Left => self.sides.presses_left.clone(),
            Side::Right => self.sides.presses_right.clone(),
        });
        let place = self.position(cue.position).ready.iter().cloned();
        let last = [self.fill(&prompts.effort, cue), self.ache.stop_if.clone(), self.fill(&prompts.round, cue)];
        std::iter::once(self.lead_in_line(cue))
            .chain(hand)
            .chain(place)
            .chain(last)
            .chain(self.phases.ready.spoken.clone())
            .collect()
    }

    /// One sentence a hand, and the core.
    fn hands(&self, cue: &Cue) -> Vec<String> {
        let sides = &self.sides;
        let stays = |hand: Side| self.stays(hand.other()).to_owned();
        let hand = cue.hand.filter(|_| cue.position == Position::AllFours);
        // Which hand stays follows from "swap hands", and there is no time for both.
        let first = hand.map(|hand| if cue.swapped { sides.swap.clone() } else { stays(hand) });
        let hand = hand.map(|hand| self.hand(hand).to_owned());
        let place = self.position(cue.position).hands.spoken.iter().cloned();
        first.into_iter().chain(hand).chain(place).chain([self.prompts.core_on.clone()]).collect()
    }

    fn one_more(&self, cue: &Cue) -> Vec<String> {
        if cue.round > 1 {
            return vec![self.fill(&self.prompts.round_done, cue)];
        }
        let first = [self.prompts.again_begins.clone()].into_iter().chain(self.phases.next_round.spoken.clone());
        first.chain([self.fill(&self.prompts.round_done, cue)]).collect()
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
            lead_in_secs: *Plan::LEAD_IN_SECS.start(),
            device: Device::Keyboard,
        });
        let changed = plain.into_iter().flat_map(move |plain| {
            let by_round = rounds.clone().map(move |(round, rounds)| Cue { round, rounds, ..plain });
            let by_effort = efforts.clone().map(move |effort| Cue { effort, ..plain });
            let by_ache = (0..=ACHE_SCALE).map(move |ache| Cue { ache: Some(ache), ..plain });
            let by_hand = Side::ALL
                .into_iter()
                .flat_map(move |hand| [false, true].map(|swapped| Cue { hand: Some(hand), swapped, ..plain }));
            let by_lead_in = Plan::LEAD_IN_SECS.map(move |lead_in_secs| Cue { lead_in_secs, ..plain });
            // What is asked is named in the words of each device, with an ache that was said, that is too strong, and not.
            let by_device = Device::ALL.into_iter().flat_map(move |device| {
                let aches = [None, Some(0), Some(ACHE_SCALE)].map(|ache| Cue { ache, device, ..plain });
                aches.into_iter().chain([Cue { more: true, self_paced: true, device, ..plain }])
            });
            by_round.chain(by_effort).chain(by_ache).chain(by_hand).chain(by_lead_in).chain(by_device)
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
            Phase::Hands,
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
            CueId::NotYet(Disturbance::Paused),
            CueId::ThreeMore,
            CueId::Breathed,
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
        let seconds = steps(self.prompts.seconds.len() + 1).map(CueId::Second);
        phases.map(CueId::Enter).chain(prompts).chain(seconds).chain(steps(place.steps_up.len()).map(CueId::GettingUp))
    }
}
