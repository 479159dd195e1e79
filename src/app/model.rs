//! Everything there is to show, and the questions views ask of it.
//!
//! Reading only: changes are in `update.rs`. Invariant: no view needs to know more than this.

use std::{
    collections::BTreeSet,
    sync::Arc,
};

use crate::{
    app::{Book, Paper, Route},
    content::{PositionText, PracticeKind, WarmUpText, fill},
    moment::Now,
    session::{GatePass, Gates, Position, Practice, PracticeTimer, Refusal, Running, Session, WarmUp, WarmUpTimers},
    settings::{DailyLimit, Settings, ThemeChoice},
};

/// The least and most text size, and the step between, in percent (screens.md, Type).
pub(super) const TEXT_SCALE: (u16, u16, u16) = (100, 200, 10);

/// The state of the program.
#[derive(Debug)]
pub struct Model {
    /// Texts, numbers, figures.
    pub book: Arc<Book>,
    /// The time of the last message.
    pub now: Now,
    /// Choices that are kept.
    pub settings: Settings,
    /// Where they are kept, for the person to see.
    pub settings_path: String,
    /// A newer version wrote the file, so it is not to be written over.
    pub settings_read_only: bool,
    /// The page.
    pub route: Route,
    /// The page has just been opened; its title takes the keyboard.
    pub page_is_new: bool,
    /// The sidebar is open as a sheet.
    pub menu_open: bool,
    /// Messages at the foot, the first one showing.
    pub notices: Vec<String>,
    /// The system's look, where it is known.
    pub system_dark: Option<bool>,
    /// Folded-open evidence pairs, by page and place.
    pub open_evidence: BTreeSet<String>,
    /// Folded-open answers.
    pub open_questions: BTreeSet<usize>,
    /// What is looked for in the questions.
    pub search: String,
    /// The keyboard goes to the search with the next frame.
    pub focus_search: bool,
    /// The position whose figure shows.
    pub shown_position: Position,
    /// Which steps of it show.
    pub position_tab: PositionTab,
    /// The practise strip that was started last.
    pub practice: Option<PracticeRun>,
    /// The warm-up's clocks.
    pub warm_up: WarmUpTimers,
    /// Where a session stands, from its first question to its end.
    pub session: Option<SessionStage>,
    /// What today already holds.
    pub day: crate::limit::Day,
    /// The sheet's paper.
    pub paper: Paper,
    /// The sheet is being saved.
    pub saving_sheet: bool,
}

/// Which steps of a position show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PositionTab {
    /// In place.
    #[default]
    SetUp,
    /// Into it.
    GetDown,
    /// Out of it.
    GetUp,
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
    /// Its place among the section's strips.
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
            settings: Settings::default(),
            settings_path: String::new(),
            settings_read_only: false,
            route: Route::Welcome,
            page_is_new: true,
            menu_open: false,
            notices: Vec::new(),
            system_dark: None,
            open_evidence: BTreeSet::new(),
            open_questions: BTreeSet::new(),
            search: String::new(),
            focus_search: false,
            shown_position: Position::Back,
            position_tab: PositionTab::SetUp,
            practice: None,
            warm_up,
            session: None,
            day: crate::limit::Day::default(),
            paper: Paper::A4,
            saving_sheet: false,
        }
    }

    /// Whether light words should stand on a dark ground.
    pub fn is_dark(&self) -> bool {
        match self.settings.theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            _ => self.system_dark.unwrap_or(false),
        }
    }

    /// Text size as a factor.
    pub fn text_scale(&self) -> f32 {
        f32::from(self.settings.text_scale_percent) / 100.0
    }

    /// Whether text can still be made smaller, and larger.
    pub fn text_size_steps(&self) -> (bool, bool) {
        let (least, most, _) = TEXT_SCALE;
        (self.settings.text_scale_percent > least, self.settings.text_scale_percent < most)
    }

    /// The title of the page, for the bar and the window.
    pub fn title(&self) -> &str {
        let (words, guide) = (&self.book.words, &self.book.guide);
        match self.route {
            Route::Welcome => &words.program.name,
            Route::Start => &words.nav.start,
            Route::Section(index) => guide.sections.get(index).map_or("", |section| section.title.as_str()),
            Route::Questions => &words.nav.questions,
            Route::Tips => &words.nav.tips,
            Route::Warning => &words.nav.warning,
            Route::Sheet => &words.nav.sheet,
            Route::Settings => &words.nav.settings,
            Route::Session => &words.gate.title,
        }
    }

    /// Whether a section is marked as read.
    pub fn is_read(&self, index: usize) -> bool {
        self.book.guide.sections.get(index).is_some_and(|section| self.settings.read_sections.contains(&section.id))
    }

    /// How many sections are marked as read.
    pub fn read_count(&self) -> usize {
        (0..self.book.guide.sections.len()).filter(|&index| self.is_read(index)).count()
    }

    /// The first section not yet read.
    pub fn next_unread(&self) -> Option<usize> {
        (0..self.book.guide.sections.len()).find(|&index| !self.is_read(index))
    }

    /// The place of a section by its id.
    pub fn section_index(&self, id: &str) -> Option<usize> {
        self.book.guide.sections.iter().position(|section| section.id == id)
    }

    /// The part of its own that a section has.
    pub fn special(&self, index: usize) -> Option<Special> {
        match self.book.guide.sections.get(index)?.id.as_str() {
            "find-your-position" => Some(Special::Positions),
            "warm-up" => Some(Special::WarmUps),
            _ => None,
        }
    }

    /// A position's texts.
    pub fn position_text(&self, position: Position) -> Option<&PositionText> {
        self.book.guide.position(position.id())
    }

    /// The texts of the position that shows.
    pub fn shown_position_text(&self) -> Option<&PositionText> {
        self.position_text(self.shown_position)
    }

    /// The texts of the preferred position, if there is one.
    pub fn preferred_text(&self) -> Option<&PositionText> {
        self.settings.preferred_position.and_then(|position| self.position_text(position))
    }

    /// A warm-up's texts.
    pub fn warm_up_text(&self, warm_up: WarmUp) -> Option<&WarmUpText> {
        self.book.guide.warm_ups.iter().find(|text| warm_up_of(text) == Some(warm_up))
    }

    /// The questions that use every word looked for, in the question or in its answer.
    pub fn matching_questions(&self) -> BTreeSet<usize> {
        let needle = self.search.to_lowercase();
        let wanted: Vec<&str> = needle.split_whitespace().collect();
        let questions = self.book.guide.questions.questions.iter().enumerate();
        let matches = questions.filter(|(_, question)| {
            let text = question.words().to_lowercase();
            !wanted.is_empty() && wanted.iter().all(|word| text.contains(word))
        });
        matches.map(|(index, _)| index).collect()
    }

    /// What a practise strip shows.
    pub fn practice_state(&self, section: usize, number: usize) -> PracticeState {
        let running = self.practice.filter(|run| run.section == section && run.number == number);
        let timer = running.map(|run| run.timer).or_else(|| self.practice_timer(section, number));
        let state = timer.map_or(Running::Ready, |timer| timer.state(self.now));
        PracticeState {
            started: state != Running::Ready,
            running: state == Running::Running,
            done: state == Running::Done,
            seconds_left: timer.map_or(0.0, |timer| timer.seconds_left(self.now)),
            left_share: timer.map_or(0.0, |timer| 1.0 - timer.fraction(self.now) as f32),
        }
    }

    /// A fresh clock for a practise strip.
    pub(super) fn practice_timer(&self, section: usize, number: usize) -> Option<PracticeTimer> {
        let practice = self.book.guide.sections.get(section)?.practice.get(number)?;
        let kind = match practice.kind {
            PracticeKind::Settle => Practice::Settle,
            PracticeKind::CoreBelly => Practice::CoreBelly,
            PracticeKind::CorePelvicFloor => Practice::CorePelvicFloor,
            PracticeKind::CoreLowBack => Practice::CoreLowBack,
            PracticeKind::Breath => Practice::Breath,
            PracticeKind::Release => Practice::Release,
        };
        Some(PracticeTimer::new(kind, &self.book.protocol.session))
    }

    /// Sessions done today, and how many are the most.
    pub fn today(&self) -> (usize, usize) {
        let most = match self.settings.daily_limit {
            DailyLimit::Once => 1,
            DailyLimit::Twice => 2,
        };
        (self.day.sessions_on(self.now), most)
    }

    /// What a session would be: position, rounds, minutes.
    pub fn ready_line(&self) -> String {
        let words = &self.book.words.start;
        let plan = &self.book.protocol.session;
        let secs = self.book.protocol.warm_up.enough() + plan.usual_length();
        let minutes = (secs.as_secs_f64() / 60.0).ceil();
        let values = [("rounds", plan.rounds().to_string()), ("minutes", format!("{minutes:.0}"))];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match self.preferred_text() {
            Some(text) => fill(&fill(&words.ready_line, &[("position", &text.name)]), &values),
            None => fill(&words.no_position, &values),
        }
    }

    /// The session that runs, if one does.
    pub fn running(&self) -> Option<&Session> {
        match &self.session {
            Some(SessionStage::Running(session)) => Some(session),
            _ => None,
        }
    }
}

/// The warm-up that a text belongs to.
fn warm_up_of(text: &WarmUpText) -> Option<WarmUp> {
    match text.id.as_str() {
        "Walk" => Some(WarmUp::Walk),
        "Jog" => Some(WarmUp::Jog),
        "PelvicTilt" => Some(WarmUp::PelvicTilt),
        "CatCow" => Some(WarmUp::CatCow),
        "HipFlexor" => Some(WarmUp::HipFlexor),
        "QuadStretch" => Some(WarmUp::QuadStretch),
        _ => None,
    }
}
