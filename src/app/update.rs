//! What each message does: a table, one arm a message.
//!
//! Invariant: nothing but this changes a model, and the same messages at the same times give the same model.

use std::time::Duration;

use crate::{
    app::{
        Effect, Model, Msg, PracticeMsg, PracticeRun, Renderer, Reread, Route, SessionStage, Special, SuitsMsg, choosing,
        copying, finding, floor, flow, gating, history, language, movement,
        navigate::{self, go},
        plan, practice_round, print, remember, reminding, report,
        save::save,
        sound::{self, Before},
        suiting, take_back, warm_up,
    },
    content::{PageName, Target},
    moment::{Moment, Now},
    session::{Event, Interruption, TimerState},
};

/// How often a ring is drawn while it moves: 30 times a second reads as smooth and leaves the machine quiet.
const FRAME: Duration = Duration::from_millis(33);

/// The same where the processor paints instead of a graphics card: 12 times a second. A body's movement still reads as
/// one, and the machine does not run hot while someone is to rest (docs/PERFORMANCE.md).
const SOFTWARE_FRAME: Duration = Duration::from_millis(83);

/// How long a guide page's figure moves before it rests: nobody is made to sit beside something that never stops.
const FIGURE_MOVES: Duration = Duration::from_secs(60);

/// Takes one message and says what should happen outside the model.
pub fn update(model: &mut Model, msg: Msg, now: Now) -> Vec<Effect> {
    let (before, reminders) = (Before::of(model), reminding::before(model));
    model.now = now;
    model.day.see(now);
    let mut effects = Vec::new();
    match msg {
        Msg::Go(route) => go(model, route),
        Msg::Turn(step) => turn(model, step),
        Msg::Step(way) => navigate::step(model, way),
        Msg::LookUp(route) => navigate::look_up(model, route),
        Msg::Follow(Target::Page(PageName::Suits)) => suiting::update(model, SuitsMsg::Open, &mut effects),
        Msg::Follow(target) => navigate::follow(model, target),
        Msg::Scrolled(points) => model.trail.scroll = points,
        Msg::Find(message) => finding::update(model, message),
        Msg::Suits(message) => suiting::update(model, message, &mut effects),
        Msg::Copy(what) => copying::copy(model, what, &mut effects),
        Msg::OpenMenu(open) => model.menu_open = open,
        Msg::Shown => (model.page_is_new, model.finding.focus, model.trail.returns) = (false, false, None),
        Msg::DismissNotice => drop(model.notices.drain(..1.min(model.notices.len()))),

        Msg::ShowKeys(shows) => model.shows_keys = shows && !model.route.has_whole_window(),
        Msg::Undo(message) => take_back::update(model, message, &mut effects),

        Msg::MarkRead { section, read } => mark_read(model, section, read, &mut effects),
        Msg::PlayFigure(scene) => model.playing = scene.map(|scene| (scene, now.moment)),
        Msg::ToggleEvidence(key) => toggle(&mut model.open_evidence, key),
        Msg::ToggleQuestion(index) => toggle(&mut model.open_questions, index),
        Msg::ShowPosition(position) => model.shown_position = position,
        Msg::ShowTab(tab) => model.position_tab = tab,

        Msg::Practice { section, number, message } => practice(model, section, number, message),
        Msg::WarmUp(message) => warm_up::update(model, message, &mut effects),

        Msg::Prefer(position) => choosing::prefer(model, position, &mut effects),
        Msg::Set(choice) => choosing::choose(model, choice, &mut effects),
        Msg::Settings(message) => choosing::settings(model, message, &mut effects),
        Msg::Plan(message) => plan::update(model, message, &mut effects),
        Msg::TextSize(step) => choosing::text_size(model, step, &mut effects),

        Msg::Understand => {
            model.settings.welcomed_version = Some(env!("CARGO_PKG_VERSION").to_owned());
            go(model, Route::Start);
            save(model, &mut effects);
        }
        Msg::JustRead => go(model, Route::Start),

        Msg::Begin => {
            remember::refresh(model, &mut effects);
            flow::begin(model, &mut effects);
        }
        Msg::PracticeRound => practice_round::begin(model, &mut effects),
        Msg::Gate(event) => {
            if gating::gate(model, event, &mut effects) {
                flow::to_warm_up(model, &mut effects);
            }
        }
        Msg::Gating(message) => gating::gating(model, message, &mut effects),
        Msg::Movement(message) => movement::movement(model, message, &mut effects),
        Msg::WarmedUp => {
            // The last look before a press: choosing a position asks the limit once more.
            remember::refresh(model, &mut effects);
            flow::warmed_up(model, &mut effects);
        }
        Msg::AnotherPosition => flow::another_position(model, &mut effects),
        Msg::ChoosePosition(position) => flow::choose(model, position, &mut effects),
        Msg::Session(event) => flow::session(model, event, &mut effects),
        Msg::Used(device) => model.device = device,
        Msg::LeaveSession => flow::leave(model, &mut effects),

        Msg::Floor(message) => floor::update(model, message, &mut effects),

        Msg::SetSheet(options) => print::set(model, options, &mut effects),
        Msg::SaveSheet => {
            model.saving_sheet = true;
            effects.push(Effect::SaveSheet(model.sheet_request()));
        }
        Msg::Print(message) => print::update(model, message, &mut effects),

        Msg::Reminder(message) => reminding::update(model, message, &mut effects),
        Msg::Sound(message) => sound::message(model, message, &mut effects),

        Msg::Tick => tick(model, &mut effects),
        Msg::SystemLook(look) => model.system = look,
        Msg::Renderer(renderer) => model.renderer = renderer,
        Msg::Customs(customs) => model.customs = customs,
        Msg::Hidden(is_hidden) => model.is_hidden = is_hidden,
        Msg::SettingsRead(read) => report::settings_read(model, *read, &mut effects),
        Msg::SettingsReading(path) => (model.settings_pending, model.settings_path) = (true, path),
        Msg::SettingsNotSaved(why) => choosing::not_saved(model, &why),
        Msg::SettingsWritten => report::settings_written(model),
        Msg::History(message) => history::update(model, message, &mut effects),
        Msg::HistoryRead(read) => remember::take_in(model, *read, &mut effects),
        Msg::HistoryNotSaved(why) => remember::not_saved(model, &why),
        Msg::BookRead(Reread(book)) => report::book_read(model, book, &mut effects),
        Msg::BookBroken => report::book_broken(model),
        Msg::SheetSaved(outcome) => report::sheet_saved(model, outcome),
        Msg::Failed { in_window, report } => failed(model, in_window, report, &mut effects),
        Msg::CloseRequested => close(model, &mut effects),
    }
    floor::follow(model, &mut effects);
    flow::name_device(model);
    language::follow(model, &mut effects);
    before.follow(model, &mut effects);
    reminding::follow(model, &reminders, &mut effects);
    effects
}

/// When to look again at the latest; `None` when nothing moves until the person does.
pub fn next_wake(model: &Model) -> Option<Moment> {
    let is_software = model.renderer == Renderer::Software;
    let step = if is_software { SOFTWARE_FRAME } else { FRAME };
    // A window that cannot be seen draws nothing.
    let frame = (!model.is_hidden).then(|| model.now.moment + step);
    let playing = model.playing.as_ref().filter(|_| model.moves()).and(frame);
    let practice = model.practice.filter(|run| run.timer.state(model.now) == TimerState::Running).and(frame);
    // The warm-up is drawn often only where it shows; elsewhere its end is enough.
    let shows = matches!(model.session, Some(SessionStage::WarmUp(_) | SessionStage::Movement(_)))
        || matches!(model.route, Route::Section(index) if model.special(index) == Some(Special::WarmUps));
    let next = model.warm_up.next_wake(model.now);
    let warm_up = if shows { next.and(frame.or(next)) } else { next };
    let session = model.running().and_then(|session| {
        // Where movement is unwelcome the ring goes by seconds, like the number in it; and where drawing costs much,
        // as long as nothing but the ring moves.
        let has_clip = || model.book.figures.clip_secs(&session.scene()).is_some();
        let by_frames = model.moves() && (!is_software || has_clip());
        let next = if by_frames { frame } else { Some(session.next_second(model.now)) };
        let moves = session.is_moving(model.now).then_some(next).flatten();
        [moves, session.next_wake()].into_iter().flatten().min()
    });
    [playing, practice, warm_up, session, model.reading_ends(), model.saved_until()].into_iter().flatten().min()
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

fn tick(model: &mut Model, effects: &mut Vec<Effect>) {
    reminding::tick(model, effects);
    sound::read_on(model, effects);
    let now = model.now;
    if model.playing.as_ref().is_some_and(|(_, since)| now.moment.since(*since) > FIGURE_MOVES) {
        model.playing = None;
    }
    if let Some(run) = &mut model.practice {
        run.timer.tick(now);
    }
    history::note_warm_up(model, effects);
    if let Some(SessionStage::Running(session)) = &mut model.session {
        let before = session.phase();
        let cues = session.tick(now);
        flow::speak(model, cues, effects);
        flow::after_session_change(model, before, effects);
    }
}

/// A fault in the window lets go of what is held, and leaves the page that may have caused it.
fn failed(model: &mut Model, in_window: bool, report: Option<String>, effects: &mut Vec<Effect>) {
    if in_window {
        flow::session(model, Event::Interrupted(Interruption::Failed), effects);
        go(model, Route::Start);
    }
    report::failed(model, report.as_deref());
}

/// Closing the window between the first press and the finish eases off first; a second request closes. Before it nothing
/// is pressed and no sign reported: the window closes, and the day stays as it was.
fn close(model: &mut Model, effects: &mut Vec<Effect>) {
    let eases_off = model.running().is_some_and(|session| session.accepts(Event::Interrupted(Interruption::Closing)));
    if eases_off {
        flow::session(model, Event::Interrupted(Interruption::Closing), effects);
    } else {
        movement::closing(model, effects);
        // The latest time seen goes along, so that a clock set back between two runs opens nothing either.
        if remember::is_worth_a_guard(model) {
            remember::guard(model, effects);
        }
        effects.push(Effect::Close);
    }
}
