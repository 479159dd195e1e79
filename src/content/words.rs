//! The short words around the guide: buttons, rows, titles, messages.
//!
//! Not the guide's text and not the session's cues, which have files of their own. A view names a field; a
//! missing or misspelt entry is found when the file is read. Invariant: no field holds a sentence built from
//! pieces; where a value goes in, the text has a `{name}` and [`fill`] puts it there.

use super::Counted;
use crate::source::{file_name, fill, words};

words! {
    /// Everything in `words.ron`.
    Words {
        program: ProgramWords, nav: NavWords, start: StartWords, section: SectionWords, position: PositionWords,
        warm_up: WarmUpWords, questions: QuestionWords, gate: GateScreenWords, player: PlayerWords,
        settings: SettingsWords, about: AboutWords, keys: KeyWords, sheet: SheetScreenWords, notice: NoticeWords, undo: UndoWords, fault: CrashWords, command: CommandWords,
    }
    /// The program's own name and line.
    ProgramWords { name: String }
    /// Sidebar and top bar.
    NavWords {
        begin: String, guide: String, close: String, read_count: String, start: String, questions: String, tips: String, sheet: String,
        settings: String, warning: String, menu: String, read: String, step: String, current: String,
    }
    /// The start page.
    StartWords {
        ready: String, ready_line: String, no_position: String, today: String, steps_title: String, next: String, step_name: String, first: FirstUseWords,
    }
    /// What a first session asks for, until one has been done.
    FirstUseWords {
        title: String, lead: String, time: String, place: String, hands: String, near: String, screen: String, stop: String,
    }
    /// Pages of the guide.
    SectionWords {
        step_of: String, minutes: Counted, article_says: String, evidence_says: String, evidence_title: String,
        mark_read: String, marked_read: String, start: String, pause: String, go_on: String, again: String,
        stop: String, play_figure: String, still_figure: String, practice_ring: String, figure_missing: String,
    }
    /// The position page.
    PositionWords {
        prefer: String, preferred: String, set_up: String, get_down: String, get_up: String, into_place: String,
        away: String, tabs: String, not_for: String,
        list: String, card_name: String, card_name_preferred: String, prefer_name: String,
    }
    /// The warm-up page.
    WarmUpWords {
        total: String, of_least: String, already_walked: String, walked: String, done: String, ready_name: String, running_name: String,
        in_place_name: String, reset_name: String, skip_name: String, total_here: String, start_first: String, to_position: String, to_positions: String,
        paused_name: String, done_name: String, hint: String, steps_title: String, bar: String,
        go_on: String, opens: String,
    }
    /// The questions page.
    QuestionWords {
        see: String, see_tip: String,
    }
    /// The list before a session, and what follows it.
    GateScreenWords { title: String }
    /// The session's screen.
    PlayerWords {
        before: String, moving: String,
        position_title: String, position_lead: String, choose: String, main_points: String,
        still_figure: String, move_figure: String, more_answers: Counted, first_answers: String, keys_too: String,
    }
    /// The settings page.
    SettingsWords {
        title: String, lead: String, saved: String, read_only: String,
        position: String, most: String, most_detail: String, once: String, twice: String,
        sound: String, voice: String, voice_detail: String, tones: String, volume: String, reader: String, reader_detail: String,
        reader_program: String, reader_reader: String,
        reading: String, language: String, language_later: String, text_size: String, text_size_detail: String, theme: String, theme_system: String, theme_light: String,
        theme_dark: String, theme_high_contrast: String, motion: String, motion_detail: String, self_paced: String,
        self_paced_detail: String, smaller: String, larger: String, percent: String,
        pace: String, pace_detail: String, lead_in: String, hold: String, release: String, breaths: String, rounds: String, range_secs: String, range: String,
        secs: String, secs_spoken: Counted, less: String, more: String, value: String, own_number: String, guides_pace: String,
        session: String, side: String, side_detail: String, side_left: String, side_none: String, side_right: String,
        turn: String, turn_detail: String, turns: Vec<String>, keys: String, keys_detail: String,
        counts_aloud: String, counts_aloud_detail: String,
        figures: String, build: String, build_slim: String, build_broad: String, hair: String, hair_short: String,
        hair_bob: String, hair_bun: String, hair_color: String, hair_colors: Vec<String>, hair_color_name: String, skin: String, skins: Vec<String>, skin_name: String, figure_sample: String,
        data: String, data_detail: String, open_folder: String, folder_failed: String, delete_all: String,
        reset: String, reset_title: String, reset_detail: String, reset_yes: String, reset_no: String,
    }
    /// The page about the program itself.
    AboutWords {
        title: String, copy: String, no_clinician: String, no_clinician_detail: String, program: String, version: String,
        version_is: String, licence: String, licence_is: String, data: String, settings_in: String, history_in: String,
        open_folder: String, open_history_folder: String, copy_path: String, copy_settings_path: String,
        copy_history_path: String, sources: String, sources_detail: String, report: String, report_detail: String,
        path_copied: String, details_copied: String,
    }
    /// The list of all keys: what keys are called, and what each does.
    KeyWords {
        title: String, show: String, close: String, row: String, guide: String, session: String, with: String, or: String, to: String,
        characters_off: String, control: String, command: String, alt: String, escape: String, enter: String, space: String,
        left: String, right: String, up: String, down: String, page_up: String, page_down: String, plus: String,
        minus: String, question: String, keys: String, warning: String, search: String, back_to: String, forward: String, before: String, after: String,
        sheet: String, undo: String, other_half: String, larger: String, smaller: String, usual_size: String, stop: String,
        let_go: String, go_on: String, back: String, more: String, skip: String, press: String, number: String,
        say_again: String, floor: String, turn: String, tab: String, tab_key: String,
    }
    /// The page of the summary sheet.
    SheetScreenWords {
        title: String, lead: String, save_pdf: String, preview: String, saving: String, paper: String, a4: String, letter: String, text: String, standard: String, large: String, ink: String, colour: String, black_and_white: String,
        #[serde(deserialize_with = "file_name")]
        file_name: String,
        file_kind: String,
        dialog_title: String, missing: String,
    }
    /// Messages at the foot of the window.
    NoticeWords {
        close: String, saved_pdf: String, pdf_failed: String, settings_failed: String, settings_damaged: String, settings_mended: String, copy_kept: String, no_copy: String, settings_newer: String,
        settings_warning: String, settings_warnings: String, history_failed: String, history_damaged: String, history_newer: String, history_unread: String,
        no_dialog: String, content_broken: String,
    }
    /// What was just done, the way back, and what is said of it.
    UndoWords {
        button: String, keep: String, entry: String, history: String, own: String, plan: String, entry_back: String,
        history_back: String, own_back: String, plan_back: String,
    }
    /// When the program itself fails. `report` has a `{path}` in it.
    CrashWords {
        title: String, let_go: String, saved: String, report: String, close: String, went_on: String, last_time: String,
        ended: String, report_head: String,
    }
    /// What the command line says.
    CommandWords {
        help: String, usage: String, no_value: String, value_too_many: String, no_plan: String, unknown: String, content_good: String, content_bad: Counted, content_look: Counted, no_display: String, no_graphics: String, sheet_written: String,
        sheet_failed: String, figures_written: String, figures_failed: String, no_out: String, window_failed: String, elsewhere: String, window_broke: String,
    }
}

impl CrashWords {
    /// Where a report of the fault lies.
    pub fn report_in(&self, path: &str) -> String {
        fill(&self.report, &[("path", path)])
    }
}
