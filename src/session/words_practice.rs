//! The words of a practice round: those of a session, with everything that would ask for pressure said otherwise.
//!
//! Not the round itself. Invariant: nothing that is shown or said in a practice tells anyone to press, or to put a hand
//! under the back.

use super::CueWords;
use super::words_parts::Line;

impl CueWords {
    /// A session's words as a practice round has them.
    pub fn for_practice(&self) -> Self {
        let mut words = self.clone();
        let own = &self.practice_round;
        let phases = &mut words.phases;
        (phases.ready, phases.hands, phases.press_on) = (own.ready.clone(), own.hands.clone(), own.press_on.clone());
        (phases.hold, phases.let_go, phases.finish) = (own.hold.clone(), own.let_go.clone(), own.finish.clone());
        let line = |cue: &String, spoken: &Vec<String>| Line { cue: cue.clone(), spoken: spoken.clone() };
        let places = &mut words.positions;
        for place in [&mut places.back, &mut places.side, &mut places.four, &mut places.wall] {
            (place.name, place.caption) = (own.name.clone(), own.caption.clone());
            place.ready = own.ready_place.clone();
            place.hands = line(&own.hands.cue, &own.hands.spoken);
            place.press_on = line(&own.press_on.cue, &own.press_on.spoken);
            place.let_go = line(&own.let_go.cue, &own.let_go.spoken);
            place.ease_off = own.ease_off.clone();
            place.rest = line(&own.finish.cue, &Vec::new());
        }
        let prompts = &mut words.prompts;
        (prompts.lead_in, prompts.effort) = (own.lead_in.clone(), own.nothing.clone());
        words.ache.stop_if = own.nothing.clone();
        words.answers.check_in.ends = own.check_ends.clone();
        let next = &mut words.answers.next_round;
        (next.same_again.detail, next.enough.detail, next.note) =
            (own.again_detail.clone(), own.enough_detail.clone(), own.note.clone());
        // Nobody lies down for it, and so there is no way up from it.
        (words.asks.way_up, words.finish.show_steps) = (self.asks.done.clone(), self.buttons.done.clone());
        words.buttons.stop_hint_pressing = own.stop_hint.clone();
        words
    }
}
