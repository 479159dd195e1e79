//! What each message does: a table, one arm a message.
//!
//! Invariant: nothing but this changes a model, and the same messages at the same times give the same model.

use std::time::Duration;

use crate::{
    app::{Effect, Model, Msg, PracticeMsg, PracticeRun, Route, SessionStage, SettingsRead, SheetSaved, WarmUpMsg},
    content::fill,
    moment::{Moment, Now},
    session::{Event, GateEvent, GateMemory, GateStep, Gates, Interruption, Phase, Refusal, Running, Session},
    settings::TextScale,
};

/// How often a ring is drawn while it moves: 30 times a second reads as smooth and leaves the machine quiet.
const FRAME: Duration = Duration::from_millis(33);

/// Takes one message and says what should happen outside the model.
pub fn update(model: &mut Model, msg: Msg, now: Now) -> Vec<Effect> {
    model.now = now;
    model.day.see(now);
    let mut effects = Vec::new();
    match msg {
        Msg::Go(route) => go(model, route),
        Msg::Turn(step) => turn(model, step),
        Msg::OpenMenu(open) => model.menu_open = open,
        Msg::Shown => (model.page_is_new, model.focus_search) = (false, false),
        Msg::DismissNotice => drop(model.notices.drain(..1.min(model.notices.len()))),

        Msg::MarkRead { section, read } => mark_read(model, section, read, &mut effects),
        Msg::ToggleEvidence(key) => toggle(&mut model.open_evidence, key),
        Msg::ToggleQuestion(index) => toggle(&mut model.open_questions, index),
        Msg::Search(words) => search(model, words),
        Msg::FocusSearch => {
            go(model, Route::Questions);
            (model.page_is_new, model.focus_search) = (false, true);
        }
        Msg::ShowPosition(position) => model.shown_position = position,
        Msg::ShowTab(tab) => model.position_tab = tab,

        Msg::Practice { section, number, message } => practice(model, section, number, message),
        Msg::WarmUp(message) => warm_up(model, message),

        Msg::Prefer(position) => {
            let taken_back = model.settings.preferred_position == Some(position);
            model.settings.preferred_position = (!taken_back).then_some(position);
            save(model, &mut effects);
        }
        Msg::SetLimit(limit) => {
            model.settings.daily_limit = limit;
            save(model, &mut effects);
        }
        Msg::SetTheme(choice) => {
            model.settings.theme = choice;
            save(model, &mut effects);
        }
        Msg::TextSize(step) => {
            text_size(model, step);
            save(model, &mut effects);
        }

        Msg::Understand => {
            model.settings.welcomed_version = Some(env!("CARGO_PKG_VERSION").to_owned());
            go(model, Route::Start);
            save(model, &mut effects);
        }
        Msg::JustRead => go(model, Route::Start),

        Msg::Begin => begin(model),
        Msg::Gate(event) => gate(model, event, &mut effects),
        Msg::WarmedUp => warmed_up(model),
        Msg::ChoosePosition(position) => choose(model, position, &mut effects),
        Msg::Session(event) => session(model, event, &mut effects),
        Msg::LeaveSession => leave(model, &mut effects),

        Msg::SetSheet(options) => model.sheet = options,
        Msg::SaveSheet => {
            model.saving_sheet = true;
            effects.push(Effect::SaveSheet(model.sheet_request()));
        }

        Msg::Tick => tick(model, &mut effects),
        Msg::SystemDark(dark) => model.system_dark = dark,
        Msg::SettingsRead(read) => settings_read(model, *read),
        Msg::SettingsNotSaved(why) => {
            let notice = fill(&model.book.words.notice.settings_failed, &[("why", &why)]);
            tell(model, notice);
        }
        Msg::SheetSaved(outcome) => sheet_saved(model, outcome),
        Msg::CloseRequested => close(model, &mut effects),
    }
    effects
}

/// When to look again at the latest; `None` when nothing moves until the person does.
pub fn next_wake(model: &Model) -> Option<Moment> {
    let frame = model.now.moment + FRAME;
    let practice = model.practice.filter(|run| run.timer.state(model.now) == Running::Running).map(|_| frame);
    let warm_up = model.warm_up.running(model.now).map(|_| frame);
    let session = model.running().and_then(|session| {
        let counts_down = session.length().is_some() && session.fraction(model.now) < 1.0;
        if counts_down { Some(frame) } else { session.next_wake() }
    });
    [practice, warm_up, session].into_iter().flatten().min()
}

fn go(model: &mut Model, route: Route) {
    // Only Stop and the ends of a session lead out of one.
    let inside = matches!(model.session, Some(SessionStage::Running(_)));
    if inside && route != Route::Session {
        return;
    }
    if let Some(run) = &mut model.practice {
        run.timer.pause(model.now);
    }
    (model.menu_open, model.focus_search) = (false, false);
    model.page_is_new = model.route != route;
    model.route = route;
}

fn turn(model: &mut Model, step: isize) {
    let last = model.book.guide.sections.len().saturating_sub(1);
    let here = match model.route {
        Route::Start => 0,
        Route::Section(index) => index as isize + 1,
        Route::Questions => last as isize + 2,
        _ => return,
    };
    let there = (here + step).clamp(0, last as isize + 2) as usize;
    go(
        model,
        match there {
            0 => Route::Start,
            there if there <= last + 1 => Route::Section(there - 1),
            _ => Route::Questions,
        },
    );
}

fn mark_read(model: &mut Model, section: usize, read: bool, effects: &mut Vec<Effect>) {
    let Some(id) = model.book.guide.sections.get(section).map(|section| section.id.clone()) else { return };
    if read {
        model.settings.read_sections.insert(id);
    } else {
        model.settings.read_sections.remove(&id);
    }
    save(model, effects);
}

fn toggle<T: Ord>(open: &mut std::collections::BTreeSet<T>, key: T) {
    if !open.remove(&key) {
        open.insert(key);
    }
}

fn search(model: &mut Model, words: String) {
    model.search = words;
    model.focus_search = false;
    // The first hit opens by itself; the others stay as they are.
    if let Some(&first) = model.matching_questions().iter().next() {
        model.open_questions.insert(first);
    }
}

fn practice(model: &mut Model, section: usize, number: usize, message: PracticeMsg) {
    let now = model.now;
    let same = model.practice.is_some_and(|run| run.section == section && run.number == number);
    if !same || message == PracticeMsg::Start {
        model.practice = model.practice_timer(section, number).map(|timer| PracticeRun { section, number, timer });
    }
    let Some(run) = &mut model.practice else { return };
    match message {
        PracticeMsg::Start | PracticeMsg::Resume => run.timer.start(now),
        PracticeMsg::Pause => run.timer.pause(now),
        PracticeMsg::Stop => model.practice = None,
    }
}

fn warm_up(model: &mut Model, message: WarmUpMsg) {
    let now = model.now;
    match message {
        WarmUpMsg::Start(card) => model.warm_up.start(card, now),
        WarmUpMsg::Pause(card) => model.warm_up.pause(card, now),
        WarmUpMsg::AlreadyWalked(walked) => model.warm_up.already_walked(walked),
    }
}

fn text_size(model: &mut Model, step: i32) {
    let size = &mut model.settings.text_scale;
    *size = match step {
        0 => TextScale::default(),
        step if step > 0 => size.larger(),
        _ => size.smaller(),
    };
}

fn save(model: &Model, effects: &mut Vec<Effect>) {
    if !model.settings_read_only {
        effects.push(Effect::SaveSettings(Box::new(model.settings.clone())));
    }
}

fn begin(model: &mut Model) {
    if !model.may_begin() {
        return go(model, Route::Start);
    }
    let consent_given = model.settings.welcomed_version.as_deref() == Some(env!("CARGO_PKG_VERSION"));
    model.session = Some(SessionStage::Gates(Gates::new(GateMemory { consent_given }, model.now)));
    go(model, Route::Session);
}

fn gate(model: &mut Model, event: GateEvent, effects: &mut Vec<Effect>) {
    let now = model.now;
    let Some(SessionStage::Gates(gates)) = &mut model.session else { return };
    let before = gates.step();
    gates.handle(event, now);
    let after = gates.step();
    if before == after {
        return;
    }
    model.page_is_new = true;
    if event == GateEvent::Understand {
        model.settings.welcomed_version = Some(env!("CARGO_PKG_VERSION").to_owned());
        save(model, effects);
    }
    match after {
        GateStep::Ask(_) => {}
        GateStep::Refused(refusal) => refused(model, refusal),
        GateStep::Passed => {
            let Some(SessionStage::Gates(gates)) = model.session.take() else { return };
            model.session = gates.into_pass().ok().map(SessionStage::WarmUp);
        }
    }
}

fn refused(model: &mut Model, refusal: Refusal) {
    if refusal.locks_today() {
        model.day.lock(model.now);
    }
    match refusal {
        Refusal::Emergency => model.session = Some(SessionStage::Refused(refusal)),
        Refusal::ReadingOnly | Refusal::Left => {
            model.session = None;
            go(model, Route::Start);
        }
    }
}

fn warmed_up(model: &mut Model) {
    if !model.warm_up.is_enough(model.now) {
        return;
    }
    if let Some(SessionStage::WarmUp(pass)) = model.session.take() {
        if let Some(card) = model.warm_up.running(model.now) {
            model.warm_up.pause(card, model.now);
        }
        model.page_is_new = true;
        if let Some(preferred) = model.settings.preferred_position {
            model.shown_position = preferred;
        }
        model.session = Some(SessionStage::Position(pass));
    }
}

fn choose(model: &mut Model, position: crate::session::Position, effects: &mut Vec<Effect>) {
    match model.session.take() {
        Some(SessionStage::Position(pass)) => {
            let (session, cues) = Session::begin(model.book.protocol.session, position, pass, model.now);
            effects.extend(cues.into_iter().map(Effect::Tell));
            model.page_is_new = true;
            model.session = Some(SessionStage::Running(Box::new(session)));
        }
        other => model.session = other,
    }
}

fn session(model: &mut Model, event: Event, effects: &mut Vec<Effect>) {
    let now = model.now;
    let Some(SessionStage::Running(session)) = &mut model.session else { return };
    let before = session.phase();
    let cues = session.handle(event, now);
    effects.extend(cues.into_iter().map(Effect::Tell));
    after_session_change(model, before);
}

/// What follows when a session has moved on: the day remembers, the page is new, an ended session closes.
fn after_session_change(model: &mut Model, before: Phase) {
    let Some(session) = model.running() else { return };
    let (after, outcome) = (session.phase(), session.outcome());
    if after != before {
        model.page_is_new = true;
    }
    model.day.note(&outcome, model.now);
    if after == Phase::Closed {
        model.day.settle();
        model.session = None;
        model.warm_up = crate::session::WarmUpTimers::new(model.book.protocol.warm_up);
        go(model, Route::Start);
    }
}

fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(SessionStage::Gates(_)) = model.session {
        return gate(model, GateEvent::Leave, effects);
    }
    // Inside the session itself the way out is Stop.
    if !matches!(model.session, Some(SessionStage::Running(_))) {
        model.session = None;
        go(model, Route::Start);
    }
}

fn tick(model: &mut Model, effects: &mut Vec<Effect>) {
    let now = model.now;
    if let Some(run) = &mut model.practice {
        run.timer.tick(now);
    }
    if let Some(SessionStage::Running(session)) = &mut model.session {
        let before = session.phase();
        let cues = session.tick(now);
        effects.extend(cues.into_iter().map(Effect::Tell));
        after_session_change(model, before);
    }
}

fn settings_read(model: &mut Model, read: SettingsRead) {
    model.settings_path = read.path;
    model.settings_read_only = read.read_only;
    model.settings = read.settings;
    if let Some(preferred) = model.settings.preferred_position {
        model.shown_position = preferred;
    }
    let words = &model.book.words.notice;
    let mut notices = Vec::new();
    if let Some(copy) = &read.damaged_copy {
        notices.push(fill(&words.settings_damaged, &[("path", &copy.display().to_string())]));
    }
    if read.read_only {
        notices.push(words.settings_newer.clone());
    }
    notices.extend(read.warnings.iter().map(|why| fill(&words.settings_warning, &[("why", why)])));
    model.notices.extend(notices);
    let welcomed = model.settings.welcomed_version.as_deref() == Some(env!("CARGO_PKG_VERSION"));
    if welcomed && model.route == Route::Welcome {
        go(model, Route::Start);
    }
}

fn sheet_saved(model: &mut Model, outcome: SheetSaved) {
    model.saving_sheet = false;
    let words = &model.book.words.notice;
    let notice = match outcome {
        SheetSaved::Saved(path) => fill(&words.saved_pdf, &[("path", &path)]),
        SheetSaved::SavedWithoutDialog(path) => fill(&words.no_dialog, &[("path", &path)]),
        SheetSaved::Failed(why) => fill(&words.pdf_failed, &[("why", &why)]),
        SheetSaved::Cancelled => return,
    };
    tell(model, notice);
}

fn tell(model: &mut Model, notice: String) {
    if !model.notices.contains(&notice) {
        model.notices.insert(0, notice);
    }
}

/// Closing the window in a session eases off first; a second request closes.
fn close(model: &mut Model, effects: &mut Vec<Effect>) {
    let eases_off = model.running().is_some_and(|session| session.accepts(Event::Interrupted(Interruption::Closing)));
    if eases_off {
        session(model, Event::Interrupted(Interruption::Closing), effects);
    } else {
        effects.push(Effect::Close);
    }
}
