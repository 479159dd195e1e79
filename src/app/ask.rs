//! What views and the shell ask of the model. Reading only.
//!
//! Not the state (`model.rs`) and not its changes (`update.rs`). Invariant: every answer follows from the model
//! alone, the time included.

use crate::{
    app::{Closed, Model, PracticeState, Route, SessionStage, SheetRequest, Special, sheet_facts, sheet_weeks},
    content::{Block, PositionText, PracticeKind, WarmUpText, fill},
    limit::{self, Verdict, Why},
    session::{CueWords, Device, Phase, Position, Practice, PracticeTimer, Session, Setup, Side, TimerState, WarmUp},
    settings::{BodySide, TextScale, Theme},
};

impl Model {
    /// Whether light words should stand on a dark ground.
    pub fn is_dark(&self) -> bool {
        match self.settings.theme {
            Theme::Light => false,
            Theme::Dark | Theme::HighContrast => true,
            _ => self.is_high_contrast() || self.system.dark.unwrap_or(false),
        }
    }

    /// Whether it is to be black and white without tints: as the person chose, or else as their system asks.
    pub fn is_high_contrast(&self) -> bool {
        match self.settings.theme {
            Theme::HighContrast => true,
            Theme::System => self.system.high_contrast.unwrap_or(false),
            _ => false,
        }
    }

    /// Whether figures may move: as the person chose, or else as their system asks.
    pub fn moves(&self) -> bool {
        !self.settings.reduced_motion.or(self.system.reduced_motion).unwrap_or(false)
    }

    /// Text size: as the person chose, or else as their system asks, as far as the pages can follow.
    pub fn text_size(&self) -> TextScale {
        let within = |percent: u16| percent.clamp(TextScale::MIN.percent(), TextScale::MAX.percent());
        let systems = self.system.text_percent.map(within).and_then(TextScale::from_percent);
        self.settings.text_scale.or(systems).unwrap_or_default()
    }

    /// The same as a factor.
    pub fn text_scale(&self) -> f32 {
        self.text_size().factor()
    }

    /// Whether text can still be made smaller, and larger.
    pub fn text_size_steps(&self) -> (bool, bool) {
        let size = self.text_size();
        (size > TextScale::MIN, size < TextScale::MAX)
    }

    /// The title of the page, for the bar and the window.
    pub fn title(&self) -> &str {
        self.title_of(self.route)
    }

    /// The title of a page.
    fn title_of(&self, route: Route) -> &str {
        let (words, guide) = (&self.book.words, &self.book.guide);
        match route {
            Route::Welcome => &words.program.name,
            Route::Start => &words.nav.start,
            Route::Section(index) => guide.sections.get(index).map_or("", |section| section.title.as_str()),
            Route::Questions => &words.nav.questions,
            Route::Search => &self.book.find.search.title,
            Route::Suits => &self.book.find.suits.title,
            Route::Tips => &words.nav.tips,
            Route::Helps => &guide.helps.title,
            Route::Sources => &guide.sources.title,
            Route::About => &words.about.title,
            Route::Warning => &words.nav.warning,
            Route::History => &self.book.history.title,
            Route::Sheet => &words.nav.sheet,
            Route::Settings => &words.nav.settings,
            Route::Plan => &self.book.plan.page.title,
            Route::Session => &words.gate.title,
        }
    }

    /// What the window is called: the page's name before the program's.
    pub fn window_title(&self) -> String {
        let (page, program) = (self.title(), self.book.words.program.name.as_str());
        if page.is_empty() || page == program || self.is_inside_session() {
            return program.to_owned();
        }
        fill(&self.book.find.back.window, &[("page", page), ("program", program)])
    }

    /// What the page is called that Back leads to, where a way back shows.
    pub fn way_back(&self) -> Option<&str> {
        self.trail.before().filter(|_| self.trail.looks_up).map(|route| self.title_of(route))
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
        self.book.guide.position(content_id(position))
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

    /// What a practise strip shows.
    pub fn practice_state(&self, section: usize, number: usize) -> PracticeState {
        let running = self.practice.filter(|run| run.section == section && run.number == number);
        let timer = running.map(|run| run.timer).or_else(|| self.practice_timer(section, number));
        let state = timer.map_or(TimerState::Ready, |timer| timer.state(self.now));
        PracticeState {
            started: state != TimerState::Ready,
            running: state == TimerState::Running,
            done: state == TimerState::Done,
            seconds_left: timer.map_or(0.0, |timer| timer.seconds_left(self.now)),
            left_share: timer.map_or(0.0, |timer| 1.0 - timer.fraction(self.now) as f32),
        }
    }

    /// A fresh clock for a practise strip.
    pub(super) fn practice_timer(&self, section: usize, number: usize) -> Option<PracticeTimer> {
        let Block::Practice(practice) = self.book.guide.sections.get(section)?.blocks.get(number)? else { return None };
        let kind = match practice.kind {
            PracticeKind::Settle => Practice::Settle,
            PracticeKind::CoreBelly => Practice::CoreBelly,
            PracticeKind::CorePelvicFloor => Practice::CorePelvicFloor,
            PracticeKind::CoreLowBack => Practice::CoreLowBack,
            PracticeKind::Breath => Practice::Breath,
            PracticeKind::Release => Practice::Release,
        };
        Some(PracticeTimer::new(kind, &self.plan()))
    }

    /// Sessions done today, and how many are the most.
    pub fn today(&self) -> (usize, usize) {
        (limit::done_today(self.now.stamp, self.day.sessions(self.now)), self.settings.daily_limit.sessions())
    }

    /// Whether pressing may start now, and if not, why and until when.
    pub fn verdict(&self) -> Verdict {
        limit::may_press(self.now.stamp, self.settings.daily_limit, self.day.record(self.now))
    }

    /// Whether "Begin a session" leads into one.
    pub fn may_begin(&self) -> bool {
        !self.plan.lost && self.still_reading().is_none() && matches!(self.verdict(), Verdict::Open { .. })
    }

    /// Why pressing is off, and until when.
    pub fn closed_reason(&self) -> Option<Closed<'_>> {
        let words = &self.book.cues.limit;
        if self.history.unknown {
            return self.still_reading();
        }
        let Verdict::Closed { why, opens } = self.verdict() else { return self.still_reading().or_else(|| self.plan_lost()) };
        let reason = match why {
            Why::Locked => &words.locked,
            Why::Done { most: 1 } => &words.once_done,
            Why::Done { .. } => &words.twice_done,
            Why::TooSoon => &words.too_soon,
            Why::ClockBehind => &words.clock,
        };
        let today = self.now.date();
        let until = if opens.date() == today {
            fill(&words.off_until_time, &[("time", &self.book.history.dates.time(opens.time(), self.customs))])
        } else if today.tomorrow().is_ok_and(|tomorrow| tomorrow == opens.date()) {
            words.off_until_tomorrow.clone()
        } else {
            fill(&words.off_until_day, &[("day", &self.book.history.dates.day(opens.date()))])
        };
        Some(Closed { title: &reason.title, detail: &reason.detail, until, still_open: &words.still_open })
    }

    /// What the voice names: what was used last. Seen from the floor that is never the mouse, because the answers there
    /// show keys, and have no numbers and no order to name.
    pub fn named_device(&self) -> Device {
        if self.floor.on && self.device == Device::Mouse { Device::Keyboard } else { self.device }
    }

    /// How the next session is led, in this position.
    pub fn setup(&self, position: Position) -> Setup {
        let words = self.book.cues.position(position);
        let steps = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        Setup {
            position,
            starting_ache: None,
            sore_side: self.settings.sore_side.map(|side| match side {
                BodySide::Left => Side::Left,
                BodySide::Right => Side::Right,
            }),
            self_paced: self.settings.self_paced,
            keys: self.settings.answer_keys,
            device: self.named_device(),
            counts_aloud: self.settings.counts_aloud,
            steps_down: steps(words.steps_down.len()),
            steps_up: steps(words.steps_up.len()),
            worse_last_time: self.worse_last_time(),
        }
    }

    /// How long a session with its warm-up takes, in whole minutes.
    pub fn session_minutes(&self) -> u64 {
        let plan = self.plan();
        let rounds = u32::from(plan.rounds());
        let lead_in = plan.lead_in(self.first_position(), self.settings.self_paced);
        let round: std::time::Duration = Phase::ROUND.into_iter().filter_map(|phase| plan.length(phase)).sum();
        let round = round + lead_in;
        let time = self.warm_up_plan().enough() + plan.length(Phase::Settle).unwrap_or_default() + round * rounds;
        time.as_secs().div_ceil(60)
    }

    /// Whether no session was ever done here, as far as is known: then the start page says what one asks for.
    pub fn is_first_use(&self) -> bool {
        !self.history.pending && !self.history.unknown && self.history.log.sessions_back().next().is_none()
    }

    /// What a session would be: position, rounds, minutes.
    pub fn ready_line(&self) -> String {
        let words = &self.book.words.start;
        let values = [("rounds", self.plan().rounds().to_string()), ("minutes", self.session_minutes().to_string())];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let line = match self.session_position_text() {
            Some(text) => fill(&fill(&words.ready_line, &[("position", &text.name)]), &values),
            None => fill(&words.no_position, &values),
        };
        [Some(line), self.plan_line()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The sheet as it would be now.
    pub fn sheet_request(&self) -> SheetRequest {
        let (plan, own, today) = (self.plan().numbers(), self.settings.own.clone(), self.now.date());
        let weeks = sheet_weeks(&self.history.log, today);
        SheetRequest { options: self.sheet, facts: sheet_facts(plan, &self.settings, own, weeks, today) }
    }

    /// A name for the stage of the session, for what is remembered by it.
    pub fn session_key(&self) -> usize {
        match &self.session {
            None => 0,
            Some(SessionStage::Gates(_)) => 1,
            Some(SessionStage::Refused(_)) => 2,
            Some(SessionStage::WarmUp(_)) => 3,
            Some(SessionStage::Position(_)) => 4,
            Some(SessionStage::Running(_)) => 5,
            Some(SessionStage::EasyOnly(..)) => 6,
            Some(SessionStage::Movement(_)) => 7,
        }
    }

    /// Whether what runs is a practice round, which presses nothing.
    pub fn practices(&self) -> bool {
        self.running().is_some_and(Session::is_practice)
    }

    /// The words of what runs: a session's, or a practice round's.
    pub fn cues(&self) -> &CueWords {
        if self.practices() { &self.book.practice_cues } else { &self.book.cues }
    }

    /// Whether a session, or easy movement, runs: only Stop and its end lead out of one.
    pub fn is_inside_session(&self) -> bool {
        matches!(self.session, Some(SessionStage::Running(_) | SessionStage::Movement(_)))
    }

    /// The session that runs, if one does.
    pub fn running(&self) -> Option<&Session> {
        match &self.session {
            Some(SessionStage::Running(session)) => Some(session),
            _ => None,
        }
    }
}

/// The id of a position in the guide's files.
pub(super) const fn content_id(position: Position) -> &'static str {
    match position {
        Position::Back => "Back",
        Position::Side => "Side",
        Position::AllFours => "AllFours",
        Position::Wall => "Wall",
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
