//! Everything there is to show: the state of the program, and nothing else.
//!
//! What is asked of it stands in `ask.rs`, what changes it in `update.rs`. Invariant: no view needs to know more.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use crate::{
    app::{
        Book, Choosing, Day, Finding, Floor, HistoryState, Languages, PlanState, PrintState, Reminders, Renderer, Route, Sought,
        SoundState, Suits, SystemLook, Trail, Undo, history::WarmUpRun,
    },
    content::{Customs, PositionTab},
    moment::{Moment, Now},
    session::{
        Cue, Device, GatePass, Gates, Movement, MovementPass, Position, PracticeTimer, Refusal, Session, WarmUpTimers, WhyEasy,
    },
    settings::Settings,
    sheet::Options,
    sound::Recordings,
};

/// The state of the program.
#[derive(Debug)]
pub struct Model {
    /// Texts, numbers, figures.
    pub book: Arc<Book>,
    /// The time of the last message.
    pub now: Now,
    /// In which languages there is one.
    pub languages: Languages,
    /// Choices that are kept.
    pub settings: Settings,
    /// Where they are kept, for the person to see.
    pub settings_path: String,
    /// The file is not to be written over: a newer version wrote it, or it could be neither read nor copied.
    pub settings_read_only: bool,
    /// They are still being read; until then nothing may begin, and nothing is written.
    pub settings_pending: bool,
    /// They are damaged, and do not say whether a sign waits for a check.
    pub settings_unsaid: bool,
    /// What the settings page remembers while it shows.
    pub choosing: Choosing,
    /// A clinician's plan.
    pub plan: PlanState,
    /// The message about settings that could not be written yet.
    pub settings_unwritten: Option<String>,
    /// A newer version wrote the history, so nothing is to be added to it.
    pub history_read_only: bool,
    /// The page.
    pub route: Route,
    /// The page has just been opened; its title takes the keyboard.
    pub page_is_new: bool,
    /// The sidebar is open as a sheet.
    pub menu_open: bool,
    /// All keys show over the page.
    pub shows_keys: bool,
    /// Messages at the foot, the first one showing.
    pub notices: Vec<String>,
    /// The one of them that only says what was done on this page.
    pub(super) confirmed: Option<String>,
    /// What was done last, as far as it can be taken back.
    pub undo: Option<Undo>,
    /// What the system wishes, where it is known; what the person chose here goes before it.
    pub system: SystemLook,
    /// What is usual where the system is set to be.
    pub customs: Customs,
    /// What paints the window.
    pub renderer: Renderer,
    /// The window is minimised, or covered whole.
    pub is_hidden: bool,
    /// The guide page's figure that moves, by its scene, and since when.
    pub playing: Option<(String, Moment)>,
    /// Folded-open evidence pairs, by page and place.
    pub open_evidence: BTreeSet<String>,
    /// Folded-open answers.
    pub open_questions: BTreeSet<usize>,
    /// The way back.
    pub trail: Trail,
    /// What is searched for, and what was found.
    pub finding: Finding,
    /// What the page that shows was opened for.
    pub sought: Option<Sought>,
    /// "Which position suits me?", as far as it is answered.
    pub suits: Suits,
    /// Those questions stand in the place of a session's choice.
    pub suits_in_session: bool,
    /// The position whose figure shows.
    pub shown_position: Position,
    /// Which steps of it show.
    pub position_tab: PositionTab,
    /// The practise strip that was started last.
    pub practice: Option<PracticeRun>,
    /// The warm-up's clocks.
    pub warm_up: WarmUpTimers,
    /// When the warm-up was last touched.
    pub warm_up_since: Option<Moment>,
    /// The warm-up as it is remembered.
    pub(super) warm_up_run: Option<WarmUpRun>,
    /// Why there was no session the last time one was begun in this run, and on which day; nothing of it is kept.
    pub(super) refused_on: Option<(Refusal, Date)>,
    /// The questions were passed, because they were answered a short while ago.
    pub answers_held: bool,
    /// The warm-up was passed, because it was done a short while ago.
    pub warm_already: bool,
    /// Where a practice round leads back to.
    pub(super) practised_from: Route,
    /// The leave to press of someone who has left on the way to a session; good as long as their answers are.
    pub(super) waiting_pass: Option<GatePass>,
    /// When the questions before this session began.
    pub asked_at: Option<Now>,
    /// Where a session stands, from its first question to its end.
    pub session: Option<SessionStage>,
    /// The latest cue of the session that runs.
    pub last_cue: Option<Cue>,
    /// What the person used last: keyboard, clicker or mouse.
    pub device: Device,
    /// Where the floor view stands.
    pub floor: Floor,
    /// The recordings, once their lengths were asked for; none for a language that has none.
    pub(super) recordings: Option<Option<Recordings>>,
    /// What is known of sound.
    pub sound: SoundState,
    /// What today already holds.
    pub day: Day,
    /// What is remembered, and the page that shows it.
    pub history: HistoryState,
    /// Reminders, beside their settings.
    pub reminders: Reminders,
    /// How the sheet is to be.
    pub sheet: Options,
    /// The sheet is being saved.
    pub saving_sheet: bool,
    /// What is known and under way about printing, and how the page shows.
    pub print: PrintState,
}

/// Why pressing is off, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<'a> {
    /// The reason in a few words.
    pub title: &'a str,
    /// The reason in a sentence.
    pub detail: &'a str,
    /// "Off until tomorrow."
    pub until: String,
    /// What stays open.
    pub still_open: &'a str,
}

/// A section with a part of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// The position cards.
    Positions,
    /// The warm-up cards.
    WarmUps,
}

/// The practise strip that runs, or stands where it was left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PracticeRun {
    /// Its section, from 0.
    pub section: usize,
    /// Its place among the section's blocks.
    pub number: usize,
    /// Its clock.
    pub timer: PracticeTimer,
}

/// What a practise strip shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PracticeState {
    /// Begun, and not put back.
    pub started: bool,
    /// Its time runs.
    pub running: bool,
    /// Its time is over.
    pub done: bool,
    /// Seconds left.
    pub seconds_left: f64,
    /// The same as a share of the whole.
    pub left_share: f32,
}

/// Where a session stands, from its first question on.
#[derive(Debug)]
pub enum SessionStage {
    /// The questions before it.
    Gates(Gates),
    /// No session: the card that says why.
    Refused(Refusal),
    /// No pressing: the card that says why, and offers easy movement.
    EasyOnly(MovementPass, WhyEasy),
    /// Easy movement, to its end.
    Movement(Movement),
    /// Warm-up, with the pass for one session in hand.
    WarmUp(GatePass),
    /// Choice of the position.
    Position(GatePass),
    /// The session itself, to its outcome.
    Running(Box<Session>),
}

impl Model {
    /// The program as it starts: settings at their usual values until they are read.
    pub fn new(book: Arc<Book>, now: Now) -> Self {
        let warm_up = WarmUpTimers::new(book.protocol.warm_up);
        Self {
            book,
            now,
            languages: Languages::default(),
            settings: Settings::default(),
            settings_path: String::new(),
            settings_read_only: false,
            settings_pending: false,
            settings_unsaid: false,
            choosing: Choosing::default(),
            plan: PlanState::default(),
            settings_unwritten: None,
            history_read_only: false,
            route: Route::Welcome,
            page_is_new: true,
            menu_open: false,
            shows_keys: false,
            notices: Vec::new(),
            confirmed: None,
            undo: None,
            system: SystemLook::default(),
            customs: Customs::default(),
            renderer: Renderer::default(),
            is_hidden: false,
            playing: None,
            open_evidence: BTreeSet::new(),
            open_questions: BTreeSet::new(),
            trail: Trail::default(),
            finding: Finding::default(),
            sought: None,
            suits: Suits::new(Position::ALL.to_vec()),
            suits_in_session: false,
            shown_position: Position::Back,
            position_tab: PositionTab::SetUp,
            practice: None,
            warm_up,
            warm_up_since: None,
            warm_up_run: None,
            answers_held: false,
            warm_already: false,
            refused_on: None,
            practised_from: Route::Start,
            waiting_pass: None,
            asked_at: None,
            session: None,
            last_cue: None,
            device: Device::default(),
            floor: Floor::default(),
            recordings: None,
            sound: SoundState::default(),
            day: Day::default(),
            history: HistoryState::default(),
            reminders: Reminders::default(),
            sheet: Options::default(),
            saving_sheet: false,
            print: PrintState::default(),
        }
    }
}
