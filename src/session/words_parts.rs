//! The parts of `cues.ron`, field by field as they stand in the file.
//!
//! Not the way to them: ask [`super::CueWords`].
//!
//! Invariant: nothing here has a default; a word that is missing is a problem with its line, not an empty label.
//! Places such as `{round}` are filled by [`super::CueWords`] or by the view with [`super::fill`].

use serde::Deserialize;

use crate::{
    content::is_one,
    source::{InLanguage, words},
};

words! {
    /// A phase: the big word, the line under it, the voice, its name as the next step and in the strip.
    PhaseWords { word: String, cue: String, spoken: Vec<String>, next: String, strip: String }
    /// All phases.
    Phases {
        getting_down: PhaseWords, settle: PhaseWords, not_today: PhaseWords, core_belly: PhaseWords, core_pelvic_floor: PhaseWords, core_low_back: PhaseWords,
        ready: PhaseWords, hands: PhaseWords, press_on: PhaseWords, hold: PhaseWords, let_go: PhaseWords, breathe: PhaseWords,
        check_in: PhaseWords, next_round: PhaseWords, ease_off: PhaseWords, what_happened: PhaseWords,
        signs_again: PhaseWords, advice_emergency: PhaseWords, advice_today: PhaseWords,
        advice_if_it_stays: PhaseWords, advice_see_someone: PhaseWords, finish: PhaseWords, closed: PhaseWords,
    }
    /// What is on the screen and what is said.
    Line { cue: String, spoken: Vec<String> }
    /// One step on the way into a position or out of it: its picture, and what is shown and said. `{side}` on the way
    /// down is the side that will be up.
    Step { scene: String, text: String }
    /// What is said differently in one position: `caption` stands under the pressing figure.
    PositionWords {
        name: String, caption: String, getting_up: String, still_there: String, eased_off: String,
        settle: Line, ready: Vec<String>, hands: Line, press_on: Line, let_go: Line, ease_off: Line, rest: Line,
        steps_down: Vec<Step>, steps_up: Vec<Step>,
    }
    /// The four positions.
    Positions { back: PositionWords, side: PositionWords, four: PositionWords, wall: PositionWords }
    /// What is said inside a phase.
    Prompts {
        settle_again: String, not_yet: String, breathe_in: String, breathe_out: String, core_on: String,
        three_more: String, lead_in: String, again_begins: String, rested: String, up: String, round: String, round_done: String,
        effort: String, enough: String, seconds: Vec<String>, stand_still: String,
    }
    /// What the keys are called, by what was used last.
    Names { keyboard: KeyNames, clicker: KeyNames }
    /// Keys by name.
    KeyNames { go_on: String, back: String, more: String }
    /// What is asked, with what answers it: by a key or a clicker, and by the mouse.
    Ask { keys: String, mouse: String }
    /// All that is asked by voice.
    Asks {
        steps: Ask, settled: Ask, changed: Ask, how_strong: Ask, own_pace: Ask, breathed: Ask, ready: Ask, same: Ask,
        worse: Ask, again: Ask, more: Ask, enough: Ask, let_go: Ask, resting: Ask, way_up: Ask, feel: Ask, done: Ask,
    }
    /// The ache at the start; `{ache}` of 10.
    AcheWords {
        question: String, scale: String, label: String, said: String, start_point: String, stop_if: String, too_much: String,
        change: String, least: String, most: String, value: String,
    }
    /// The ache is too strong: why, and the leads of what stays open (named by the gates' card of an ache) and of the way up.
    NotTodayWords { body: Vec<String>, open_lead: String, up_lead: String }
    /// The sore side, and the hand that presses.
    SideWords {
        question: String, left: String, right: String, both: String, letters: (String, String), side_up_left: String, side_up_right: String,
        side_up_either: String, four_left: String, four_right: String, presses_left: String, presses_right: String,
        hand_left: String, hand_right: String, stays_left: String, stays_right: String, swap: String, pressing_left: String, pressing_right: String,
    }
    /// Why a phase was broken off.
    Interruptions { paused: String, window: String, slept: String, failed: String }
    /// All answers.
    Answers { check_in: CheckInWords, next_round: NextRoundWords, what_happened: HappenedWords }
    /// "Anything new, or worse than at the start?"; `ends` stands over all but the first.
    CheckInWords {
        none: String, ends: String, sharp: String, more_pain: String, numb: String, weak: String, not_sure: String,
    }
    /// An answer and the line under it.
    Answer { title: String, detail: String }
    /// "One more round?"; `note` stands under the answers.
    NextRoundWords { same_again: Answer, a_little_more: Answer, enough: Answer, note: String }
    /// "What happened?"
    HappenedWords {
        sharp: String, more_pain: String, numb: String, weak: String, not_sure: String, just_stopped: String,
        by_mistake: String,
    }
    /// `{effort}` of `{scale}`, `{effort_word}`; `anchors` is what 1 to 4 feel like, on the screen and by voice.
    EffortWords { label: String, line: String, anchors: Vec<String>, now: String, most: String }
    /// The stop path's own lines.
    StopWords {
        stand_word: String, stand_cue: String, header: String, sit_lead: String, sit: String, after: String, stopped_at: String,
        still_lead: String,
    }
    /// How to tell a clinician what happened (CONSULT-9).
    ExplainWords { lead: String, parts: Vec<Answer> }
    /// A card of advice: what to do, and what happens to the session.
    AdviceCard { title: String, body: Vec<String>, off: String }
    /// The cards that are not the emergency card.
    AdviceWords { today: AdviceCard, if_it_stays: AdviceCard, see_someone: AdviceCard }
    /// The last page.
    FinishWords {
        header: String, stopped_title: String, stopped_lead: String, help_lead: String, help: String, getting_up: String, rest: String,
        show_steps: String, is_up: String, question: String,
        eased: String, same: String, worse: String, today: String, once_note: String, twice_note: String,
        summary: Count, rounds: Count, still_sore_lead: String, still_sore: String,
    }
    /// Lines around the picture.
    Labels {
        round: String, after_round: String, rounds_done: String, next: String, of_seconds: String,
        seconds_spoken: String, strip_seconds: String, pose_start: String, pose_end: String, waits: String, step: String, own_pace: String, asked_long_ago: String,
        own_numbers_refused: String, goes_on: String, any_key: String, not_yet: String, click_too: String,
    }
    /// What stands on the buttons, and the hints beside them.
    Buttons {
        stop: String, stop_hint_pressing: String, stop_hint: String, stop_hint_quiet: String, pause: String, pause_key: String,
        go_on: String, next: String, back: String, in_place: String, another_position: String, is_up: String, ready: String,
        not_yet: String, not_yet_key: String, resting: String, have_let_go: String, done: String, leave: String, say_again: String,
        voice_on: String, voice_off: String, floor_view: String, read_aloud: String, back_to_guide: String,
        print_sheet: String, warning_signs: String,
    }
    /// Why pressing is off, and until when.
    LimitWords {
        once_done: Reason, twice_done: Reason, too_soon: Reason, locked: Reason, clock: Reason,
        off_until_tomorrow: String, off_until_time: String, off_until_day: String, still_open: String,
    }
    /// A reason and the line under it.
    Reason { title: String, detail: String }
    /// A practice on a page of the guide.
    PracticeWords { title: String, detail: String, word: String, cue: String, spoken: String, done: String }
    /// All practices.
    Practices {
        settle: PracticeWords, core_belly: PracticeWords, core_pelvic_floor: PracticeWords,
        core_low_back: PracticeWords, breath: PracticeWords, release: PracticeWords,
        start: String, pause: String, go_on: String, stop: String, hear_first: String,
    }
    /// A practice round, with the hands on the belly: what is said and shown in place of a session's words, and its own
    /// page and card.
    PracticeRoundWords {
        name: String, caption: String, ready: PhaseWords, ready_place: Vec<String>, hands: PhaseWords, press_on: PhaseWords,
        hold: PhaseWords, let_go: PhaseWords, ease_off: Line, finish: PhaseWords, lead_in: String, nothing: String,
        check_ends: String, again_detail: String, enough_detail: String, note: String, stop_hint: String,
        card_title: String, card: String, begin: String, once_more: String, sign_lead: String, sign: String,
    }
    /// What a person is told while a warm-up runs: the way into place, with the words for left and right where there
    /// are sides, then the movement itself; `skip` says when to leave it out.
    BeatWords { place: String, sides: Vec<String>, go: String, hold: String, back: String, spoken: String, skip: String }
    /// The warm-ups' own lines; their titles stand in the guide.
    WarmUpWords {
        walk: BeatWords, jog: BeatWords, pelvic_tilt: BeatWords, cat_cow: BeatWords, hip_flexor: BeatWords,
        quad_stretch: BeatWords, left: String, right: String, number: String, total_title: String, total: String,
        already_walked: String, start: String, pause: String, go_on: String, done: String, done_for: String,
        skip: String, skipped: String, again: String, enough: String, begin: String, half: String, finished: String,
        left_spoken: String, right_spoken: String, left_again: String, each_side: String, paused: String,
        enough_keys: Ask, enough_waits: String, reset: String, in_place: String, counts_still: String, answers_hold: String,
    }
}

/// A number with its word: `{count}` minute, `{count}` minutes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// For one, and for what the language says like one.
    pub one: String,
    /// For every other number.
    pub many: String,
    /// Whose rule that is.
    #[serde(skip)]
    language: String,
}

impl Count {
    /// The text for a number.
    pub fn of(&self, count: u64) -> String {
        let text = if is_one(&self.language, count) { &self.one } else { &self.many };
        super::fill(text, &[("count", &count.to_string())])
    }
}

impl InLanguage for Count {
    fn in_language(&mut self, language: &str) {
        language.clone_into(&mut self.language);
    }
}
