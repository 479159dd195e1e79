//! Every screen by name, and the way to it: the list that pictures, layout and keyboard go through.

use egui::Key;
use gentleback::app::{
    Choice, FindMsg, HistoryMsg, HistoryRead, ImportRead, MovementMsg, Msg, PlanMsg, PositionTab, PracticeMsg, PrintMsg,
    ReadAloud, ReminderMsg, Route, Scope, SessionStage, SettingsMsg, SoundMsg, SuitAnswer, SuitsMsg, WarmUpMsg,
};
use gentleback::limit::DailyLimit;
use gentleback::session::{
    CheckIn, Clearance, CoreCue, Event, Fits, Gate, GateEvent, GateStep, ListAnswer, MovementEvent, NextRound, Phase, Position,
    Reply, WarmUp,
};
use gentleback::settings::BodySide;
use gentleback::sheet::{Kind, Options, Printed, Printer, PrinterState, Unable, Ways};

use super::app::Desk;
use super::history::{kept, today};
use super::plan::{look_at, partly};
use super::stopping::bring;

/// A screen's name, and how to get there from the guide's first page.
pub type Screen = (&'static str, fn(&mut Desk));

/// The guide's pages.
pub const GUIDE: [Screen; 26] = [
    ("start", |desk| desk.send(Msg::Go(Route::Start))),
    ("position", |desk| desk.send(Msg::Go(Route::Section(2)))),
    ("warm-up", |desk| desk.send(Msg::Go(Route::Section(1)))),
    ("section", |desk| {
        desk.send(Msg::Go(Route::Section(0)));
        let fold = desk.names(egui::accesskit::Role::DisclosureTriangle)[0].clone();
        desk.click_role(egui::accesskit::Role::DisclosureTriangle, &fold);
    }),
    ("press", |desk| desk.send(Msg::Go(Route::Section(4)))),
    ("questions", |desk| {
        desk.send(Msg::Go(Route::Questions));
        desk.send(Msg::ToggleQuestion(1));
    }),
    ("tips", |desk| desk.send(Msg::Go(Route::Tips))),
    ("warning", |desk| desk.send(Msg::Go(Route::Warning))),
    ("warning-looked-up", |desk| {
        desk.send(Msg::Go(Route::Section(4)));
        desk.send(Msg::LookUp(Route::Warning));
    }),
    ("search", |desk| desk.send(Msg::Go(Route::Search))),
    ("search-found", |desk| {
        desk.send(Msg::Find(FindMsg::Type("numb".to_owned())));
        desk.send(Msg::Go(Route::Search));
    }),
    ("search-hit", |desk| {
        desk.send(Msg::Find(FindMsg::Type("elbow".to_owned())));
        desk.send(Msg::Go(Route::Search));
        desk.send(Msg::Find(FindMsg::Hit(0, 0)));
    }),
    ("suits", |desk| desk.send(Msg::Suits(SuitsMsg::Open))),
    ("suits-last", |desk| suits(desk, &[SuitAnswer::Yes, SuitAnswer::No, SuitAnswer::Yes])),
    ("suits-position", |desk| suits(desk, &[SuitAnswer::Yes, SuitAnswer::No, SuitAnswer::No, SuitAnswer::In(Position::Back)])),
    ("suits-none", |desk| suits(desk, &[SuitAnswer::Dizzy])),
    ("helps", |desk| desk.send(Msg::Go(Route::Helps))),
    ("sources", |desk| desk.send(Msg::Go(Route::Sources))),
    ("about", |desk| desk.send(Msg::Go(Route::About))),
    ("settings", |desk| desk.send(Msg::Go(Route::Settings))),
    ("reminders", |desk| {
        desk.send(Msg::Set(Choice::Limit(DailyLimit::Twice)));
        desk.send(Msg::Go(Route::Settings));
        desk.send(Msg::Reminder(ReminderMsg::Turn(true)));
        desk.send(Msg::Reminder(ReminderMsg::Typed(1, "10:15".to_owned())));
        desk.reach(egui::accesskit::Role::Button, "Show one now");
    }),
    ("plan", |desk| look_at(desk, &partly())),
    ("sheet", |desk| desk.send(Msg::Go(Route::Sheet))),
    ("history-empty", |desk| desk.send(Msg::Go(Route::History))),
    ("history", history),
    ("history-table", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::ShowTable(true)));
    }),
];

/// What is open over a page and keeps the keyboard to itself.
pub const OVER: [Screen; 2] = [
    ("history-entry", |desk| {
        history(desk);
        let stop = kept()[6].name();
        desk.send(Msg::History(HistoryMsg::Look(stop)));
    }),
    ("history-day", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::LookAtDay(jiff::civil::date(2026, 3, 3))));
    }),
];

fn suits(desk: &mut Desk, answers: &[SuitAnswer]) {
    desk.send(Msg::Suits(SuitsMsg::Open));
    answers.iter().for_each(|&answer| desk.send(Msg::Suits(SuitsMsg::Answer(answer))));
}

fn history(desk: &mut Desk) {
    desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries: kept(), ..HistoryRead::default() })));
    desk.send(Msg::Go(Route::History));
}

/// Before a session, and after a stop: no Stop bar, and nothing to stop.
pub const AROUND: [Screen; 22] = [
    ("emergency-list", |desk| desk.send(Msg::Begin)),
    ("emergency-card", |desk| {
        desk.send(Msg::Begin);
        desk.wait(1.0);
        desk.send(Msg::Gate(GateEvent::Signs(ListAnswer::OneOrMore)));
    }),
    ("warm-up-stage", |desk| {
        desk.send(Msg::Begin);
        desk.pass_the_questions();
    }),
    ("emergency-card-uk", |desk| {
        desk.send(Msg::Set(Choice::Region(Some("uk".to_owned()))));
        desk.send(Msg::Begin);
        desk.gate(ONE);
    }),
    ("consult", |desk| at(desk, Gate::Consult)),
    ("urgent-list", |desk| at(desk, Gate::Urgent)),
    ("urgent-card", |desk| {
        at(desk, Gate::Urgent);
        desk.gate(ONE);
    }),
    ("checked", |desk| at(desk, Gate::Checked)),
    ("talk-first-list", |desk| at(desk, Gate::TalkFirst)),
    ("which-fit", |desk| at(desk, Gate::WhichFit)),
    ("their-word", |desk| at(desk, Gate::Clearance)),
    ("talk-first-card", |desk| {
        at(desk, Gate::Clearance);
        desk.gate(GateEvent::Clearance(Clearance::NoneYet));
    }),
    ("today-list", |desk| at(desk, Gate::TodayList)),
    ("today", |desk| at(desk, Gate::Today)),
    ("ache-card", |desk| {
        at(desk, Gate::Today);
        desk.gate(GateEvent::StopsMe);
    }),
    ("easy-only", easy_only),
    ("movement", |desk| {
        easy_only(desk);
        desk.send(Msg::Movement(MovementMsg::Start));
        desk.send(Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk)));
        desk.wait(65.0);
    }),
    ("movement-ending", |desk| {
        easy_only(desk);
        desk.send(Msg::Movement(MovementMsg::Start));
        desk.send(Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk)));
        desk.wait(125.0);
        desk.send(Msg::Movement(MovementMsg::Event(MovementEvent::Enough)));
    }),
    ("ease-off", |desk| {
        bring(desk, Position::Back, Phase::Hold);
        desk.key(Key::Escape);
        desk.wait(1.0);
    }),
    ("what-happened", what_happened),
    ("signs-again", signs_again),
    ("advice", |desk| {
        signs_again(desk);
        desk.send(Msg::Session(Event::ListSeen));
        desk.wait(1.0);
        desk.send(Msg::Session(Event::Signs(ListAnswer::NoneOfThese)));
    }),
];

/// The session itself: Stop is there.
pub const RUNNING: [Screen; 9] = [
    ("settle", |desk| bring(desk, Position::Back, Phase::Settle)),
    ("core", |desk| bring(desk, Position::Back, Phase::Core(CoreCue::PelvicFloor))),
    ("ready", |desk| bring(desk, Position::Back, Phase::Ready)),
    ("press-on", |desk| {
        bring(desk, Position::Back, Phase::PressOn);
        desk.wait(1.0);
    }),
    ("hold", |desk| {
        bring(desk, Position::Back, Phase::Hold);
        desk.wait(1.5);
    }),
    ("hold-wall", |desk| {
        bring(desk, Position::Wall, Phase::Hold);
        desk.wait(1.5);
    }),
    ("breathe", |desk| {
        bring(desk, Position::Back, Phase::Breathe);
        desk.wait(6.0);
    }),
    ("check-in", |desk| bring(desk, Position::Back, Phase::CheckIn)),
    ("next-round", |desk| bring(desk, Position::Back, Phase::NextRound)),
];

const ONE: GateEvent = GateEvent::Signs(ListAnswer::OneOrMore);

/// Begins, and answers well until this question is asked.
fn at(desk: &mut Desk, wanted: Gate) {
    desk.asks_all(wanted == Gate::Checked);
    desk.send(Msg::Begin);
    for _ in 0..12 {
        let Some(SessionStage::Gates(gates)) = &desk.model().session else { panic!("{wanted:?} was not asked") };
        let GateStep::Ask(gate) = gates.step() else { panic!("{wanted:?} was not asked") };
        if gate == wanted {
            return;
        }
        let listed = matches!(wanted, Gate::WhichFit | Gate::Clearance) && gate == Gate::TalkFirst;
        desk.gate(match gate {
            Gate::Consent => GateEvent::Understand,
            Gate::Checked => GateEvent::Checked(Clearance::Pressing),
            Gate::Consult => GateEvent::Consulted(Reply::Yes),
            _ if listed => ONE,
            Gate::Emergency | Gate::Urgent | Gate::TalkFirst | Gate::TodayList => GateEvent::Signs(ListAnswer::NoneOfThese),
            Gate::WhichFit => GateEvent::Fits(Fits::Neither),
            Gate::Clearance => GateEvent::Clearance(Clearance::Pressing),
            Gate::Today => GateEvent::StopsMe,
        });
    }
}

fn easy_only(desk: &mut Desk) {
    at(desk, Gate::Consult);
    desk.gate(GateEvent::Consulted(Reply::NotSure));
    for _ in 0..3 {
        desk.gate(GateEvent::Signs(ListAnswer::NoneOfThese));
    }
}

/// How a session is led beyond the plain one: the way in and up, the ache, own pace, left and right. Stop is there.
pub const LED: [Screen; 9] = [
    ("getting-down", |desk| {
        way_in(desk, Position::Side, Some(BodySide::Left));
        for _ in 0..4 {
            desk.wait(1.0);
            desk.send(Msg::Session(Event::GoOn));
        }
    }),
    ("getting-down-last", |desk| {
        way_in(desk, Position::Side, Some(BodySide::Left));
        for _ in 0..7 {
            desk.wait(1.0);
            desk.send(Msg::Session(Event::GoOn));
        }
    }),
    ("settle-wall", |desk| {
        way_in(desk, Position::Wall, None);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::SkipSteps));
    }),
    ("ready-left-hand", |desk| {
        desk.send(Msg::Set(Choice::SoreSide(Some(BodySide::Left))));
        bring(desk, Position::AllFours, Phase::Ready);
    }),
    ("hold-left-side-up", |desk| {
        desk.send(Msg::Set(Choice::SoreSide(Some(BodySide::Left))));
        bring(desk, Position::Side, Phase::Hold);
    }),
    ("own-pace-press", |desk| own_pace(desk, Phase::PressOn)),
    ("own-pace-hold", |desk| own_pace(desk, Phase::Hold)),
    ("finish", finish),
    ("finish-steps", |desk| {
        finish(desk);
        for _ in 0..2 {
            desk.wait(1.0);
            desk.send(Msg::Session(Event::GoOn));
        }
    }),
];

/// Ends without pressing, and what else is new around a session. No Stop bar.
pub const ENDS: [Screen; 4] = [
    ("position-stage", |desk| {
        desk.go_to_positions();
        desk.send(Msg::Set(Choice::SoreSide(Some(BodySide::Left))));
        desk.send(Msg::ShowPosition(Position::Side));
    }),
    ("not-today", |desk| {
        way_in(desk, Position::Back, None);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::SkipSteps));
        desk.wait(1.0);
        desk.send(Msg::Session(Event::Ache(8)));
        desk.send(Msg::Session(Event::GoOn));
        assert_eq!(desk.phase(), Phase::NotToday);
    }),
    ("stand-still", |desk| {
        way_in(desk, Position::Back, None);
        desk.wait(1.0);
        desk.key(Key::Escape);
        desk.wait(1.0);
    }),
    ("what-happened-wall", |desk| {
        bring(desk, Position::Wall, Phase::Hold);
        desk.key(Key::Escape);
        desk.wait(5.0);
        desk.send(Msg::Session(Event::HaveLetGo));
    }),
];

/// A practice round, up to a phase.
pub fn practise(desk: &mut Desk, phase: Phase) {
    desk.send(Msg::PracticeRound);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::GoOn));
    desk.wait_for(phase);
}

fn way_in(desk: &mut Desk, position: Position, sore: Option<BodySide>) {
    desk.go_to_positions();
    desk.send(Msg::Set(Choice::SoreSide(sore)));
    desk.send(Msg::ChoosePosition(position));
    assert_eq!(desk.phase(), Phase::GettingDown(0));
}

fn own_pace(desk: &mut Desk, phase: Phase) {
    desk.set(|settings| settings.self_paced = true);
    desk.go_to_session(Position::Back);
    for _ in 0..5 {
        desk.wait(1.0);
        desk.send(Msg::Session(Event::GoOn));
    }
    assert_eq!(desk.phase(), Phase::Hands);
    desk.wait_for(phase);
    desk.wait(1.5);
    assert_eq!(desk.phase(), phase);
}

fn finish(desk: &mut Desk) {
    bring(desk, Position::Back, Phase::NextRound);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::NextRound(NextRound::Enough)));
}

fn what_happened(desk: &mut Desk) {
    bring(desk, Position::Back, Phase::Hold);
    desk.key(Key::Escape);
    desk.wait(5.0);
    desk.send(Msg::Session(Event::HaveLetGo));
    assert_eq!(desk.phase(), Phase::WhatHappened);
}

fn signs_again(desk: &mut Desk) {
    bring(desk, Position::Back, Phase::CheckIn);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::CheckIn(CheckIn::Sharp)));
    assert_eq!(desk.phase(), Phase::SignsAgain);
}

/// What the other lists leave out: the first screen, the menu, dialogs, notices, and pages that are empty, wait or failed.
pub const STATES: [Screen; 54] = [
    ("warm-up-place", |desk| {
        desk.send(Msg::Begin);
        desk.pass_the_questions();
        desk.send(Msg::WarmUp(WarmUpMsg::Start(WarmUp::HipFlexor)));
        desk.wait(3.0);
    }),
    ("warm-up-enough", |desk| {
        desk.set(|settings| {
            (settings.preferred_position, settings.screen_is_far) = (Some(Position::Back), Some(false));
        });
        desk.send(Msg::Begin);
        desk.pass_the_questions();
        for card in [WarmUp::Jog, WarmUp::HipFlexor, WarmUp::Walk] {
            desk.send(Msg::WarmUp(WarmUpMsg::Start(card)));
            desk.wait(70.0);
        }
        desk.send(Msg::WarmUp(WarmUpMsg::Skip(WarmUp::QuadStretch)));
        desk.send(Msg::WarmUp(WarmUpMsg::AlreadyWalked(true)));
        desk.wait(1.0);
    }),
    ("getting-down-first", |desk| way_in(desk, Position::Back, None)),
    ("hands", |desk| {
        bring(desk, Position::Back, Phase::Hands);
        desk.wait(2.0);
    }),
    ("practice-round", |desk| {
        practise(desk, Phase::Hold);
        desk.wait(1.0);
    }),
    ("practice-done", |desk| {
        practise(desk, Phase::CheckIn);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::CheckIn(CheckIn::Sharp)));
    }),
    ("welcome", |desk| desk.send(Msg::Go(Route::Welcome))),
    ("start-new", |desk| {
        desk.asks_all(false);
        desk.send(Msg::Go(Route::Start));
    }),
    ("start-too-soon", |desk| {
        let entries = vec![today(), today()];
        desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries, ..HistoryRead::default() })));
        desk.send(Msg::Go(Route::Start));
    }),
    ("menu", |desk| {
        desk.send(Msg::Go(Route::Start));
        desk.send(Msg::OpenMenu(true));
    }),
    ("section-2-open", |desk| open_section(desk, 1)),
    ("section-3-open", |desk| open_section(desk, 2)),
    ("section-4-open", |desk| open_section(desk, 3)),
    ("section-5-open", |desk| open_section(desk, 4)),
    ("section-6-open", |desk| open_section(desk, 5)),
    ("section-7-open", |desk| open_section(desk, 6)),
    ("section-8-open", |desk| open_section(desk, 7)),
    ("practice-running", |desk| {
        desk.send(Msg::Go(Route::Section(2)));
        desk.send(Msg::Practice { section: 2, number: 0, message: PracticeMsg::Start });
        desk.wait(3.0);
    }),
    ("position-all-fours", |desk| {
        desk.send(Msg::Go(Route::Section(2)));
        desk.send(Msg::ShowPosition(Position::AllFours));
    }),
    ("position-get-down", |desk| {
        desk.send(Msg::Go(Route::Section(2)));
        desk.send(Msg::ShowTab(PositionTab::GetDown));
    }),
    ("position-wall", |desk| {
        desk.send(Msg::Go(Route::Section(2)));
        desk.send(Msg::ShowPosition(Position::Wall));
        desk.send(Msg::ShowTab(PositionTab::GetDown));
    }),
    ("warm-up-running", |desk| {
        desk.send(Msg::Go(Route::Section(1)));
        desk.send(Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk)));
        desk.wait(3.0);
    }),
    ("warm-up-stage-running", |desk| {
        desk.send(Msg::Begin);
        desk.pass_the_questions();
        desk.send(Msg::WarmUp(WarmUpMsg::Start(WarmUp::CatCow)));
        desk.wait(3.0);
    }),
    ("search-none", |desk| {
        desk.send(Msg::Go(Route::Search));
        desk.send(Msg::Find(FindMsg::Type("quetzal".to_owned())));
    }),
    ("notice", |desk| {
        desk.send(Msg::SettingsNotSaved("No space left on device (os error 28)".to_owned()));
        desk.send(Msg::BookBroken);
    }),
    ("notice-settings", |desk| {
        desk.send(Msg::Go(Route::Settings));
        desk.send(Msg::SettingsNotSaved("No space left on device (os error 28)".to_owned()));
    }),
    ("notice-undo", |desk| {
        history(desk);
        let name = desk.model().history.log.entries()[0].name();
        desk.send(Msg::History(HistoryMsg::Delete(name)));
    }),
    ("keys", |desk| {
        desk.send(Msg::Go(Route::Start));
        desk.send(Msg::ShowKeys(true));
    }),
    ("read-aloud", |desk| {
        desk.send(Msg::Go(Route::Section(3)));
        desk.send(Msg::Sound(SoundMsg::Say(ReadAloud::Section(3))));
        desk.wait(30.0);
    }),
    ("still-figures", |desk| {
        desk.send(Msg::Set(Choice::Motion(false)));
        desk.send(Msg::Go(Route::Section(3)));
    }),
    ("sound-off", |desk| {
        desk.send(Msg::Sound(SoundMsg::Output(false)));
        desk.send(Msg::Go(Route::Settings));
    }),
    ("sound-off-session", |desk| {
        desk.send(Msg::Sound(SoundMsg::Output(false)));
        bring(desk, Position::Back, Phase::Ready);
    }),
    ("settings-asks", |desk| {
        desk.send(Msg::Go(Route::Settings));
        desk.send(Msg::Settings(SettingsMsg::AskReset));
    }),
    ("settings-folder", |desk| {
        desk.send(Msg::Go(Route::Settings));
        desk.send(Msg::Settings(SettingsMsg::FolderNotOpened("no file manager".to_owned())));
    }),
    ("settings-plan", |desk| {
        look_at(desk, &partly());
        desk.send(Msg::Plan(PlanMsg::Take));
        desk.send(Msg::Go(Route::Settings));
    }),
    ("plan-asks-back", |desk| {
        look_at(desk, &partly());
        desk.send(Msg::Plan(PlanMsg::Take));
        desk.send(Msg::Go(Route::Settings));
        desk.harness.state_mut().model.plan.asks_back = true;
        desk.settle();
    }),
    ("plan-refused", |desk| look_at(desk, "(version: 1, rounds: 2)")),
    ("consent", |desk| {
        desk.asks_all(false);
        desk.harness.state_mut().model.settings.welcomed_version = None;
        desk.send(Msg::Begin);
    }),
    ("closed", |desk| {
        at(desk, Gate::Urgent);
        desk.gate(ONE);
        desk.send(Msg::LeaveSession);
        desk.send(Msg::Go(Route::Start));
    }),
    ("closed-begin", |desk| {
        at(desk, Gate::Urgent);
        desk.gate(ONE);
        desk.send(Msg::LeaveSession);
        desk.send(Msg::Begin);
    }),
    ("history-pending", |desk| {
        desk.send(Msg::Go(Route::History));
        desk.harness.state_mut().model.history.pending = true;
        desk.settle();
    }),
    ("history-damaged", |desk| {
        let copy = Some("a folder of yours/which has a long name/gentleback/history.damaged-2026-03-04.ron".into());
        let read = HistoryRead { entries: kept(), damaged_copy: copy, ..HistoryRead::default() };
        desk.send(Msg::HistoryRead(Box::new(read)));
        desk.send(Msg::Go(Route::History));
    }),
    ("history-newer", |desk| {
        let read = HistoryRead { entries: kept(), read_only: true, ..HistoryRead::default() };
        desk.send(Msg::HistoryRead(Box::new(read)));
        desk.send(Msg::Go(Route::History));
    }),
    ("history-unread", |desk| {
        let failures = vec!["Permission denied (os error 13)".to_owned()];
        desk.send(Msg::HistoryRead(Box::new(HistoryRead { failures, ..HistoryRead::default() })));
        desk.send(Msg::Go(Route::History));
    }),
    ("history-delete", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::AskDelete(kept()[6].name())));
    }),
    ("history-delete-all", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::AskDeleteAll(Scope::Everything)));
    }),
    ("history-export", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::AskExport));
    }),
    ("history-reading", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::ImportReading));
    }),
    ("history-import-failed", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::ImportReading));
        desk.send(Msg::History(HistoryMsg::ImportRead(ImportRead::Failed("Permission denied (os error 13)".to_owned()))));
    }),
    ("sheet-card", |desk| sheet_of(desk, Kind::EmergencyCard)),
    ("sheet-visit", |desk| {
        history(desk);
        desk.send(Msg::History(HistoryMsg::ForVisit));
    }),
    ("sheet-printers", |desk| {
        desk.send(Msg::Go(Route::Sheet));
        let printer = |name: &str, state| Printer { name: name.to_owned(), state };
        let printers = vec![printer("Den", PrinterState::Ready), printer("Attic_Room", PrinterState::Paused)];
        desk.send(Msg::Print(PrintMsg::Found(Ways::Printers(printers))));
        desk.send(Msg::Print(PrintMsg::Print));
    }),
    ("sheet-waits", |desk| {
        desk.send(Msg::Go(Route::Sheet));
        desk.send(Msg::Print(PrintMsg::Found(Ways::Nothing(Unable::NoPrinter))));
        desk.send(Msg::Print(PrintMsg::Done(Printed::Waits("Attic_Room".to_owned()))));
    }),
    ("sheet-failed", |desk| {
        desk.send(Msg::Go(Route::Sheet));
        desk.send(Msg::Print(PrintMsg::Found(Ways::Dialog)));
        desk.send(Msg::Print(PrintMsg::Opened(Some("no program opens PDF files here".to_owned()))));
    }),
];

/// A section with everything in it folded open.
fn open_section(desk: &mut Desk, index: usize) {
    desk.send(Msg::Go(Route::Section(index)));
    for fold in desk.names(egui::accesskit::Role::DisclosureTriangle) {
        desk.click_role(egui::accesskit::Role::DisclosureTriangle, &fold);
    }
}

fn sheet_of(desk: &mut Desk, kind: Kind) {
    desk.send(Msg::SetSheet(Options { kind, ..Options::default() }));
    desk.send(Msg::Go(Route::Sheet));
}
