//! A clinician's plan in the program: looked at, taken or left, laid over the guide's numbers, written out again.
//!
//! Not its form (see [`crate::plan`]) and not files: those are effects. Invariant: a plan changes nothing before
//! "Take it", and nothing of a session that runs.

use super::{navigate::go, notice::tell, undo};
use crate::{
    app::{Closed, Effect, Model, Route, Was},
    content::fill,
    plan::{self, Numbers, OwnPlan, Part, Reading, Refusal},
    session::{Plan, Position, WarmUpPlan, WarmUpTimers},
    settings::Pace,
    source::one_line,
};

/// What is done with plans, and what the machine found.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanMsg {
    /// Choose a file to look at.
    Choose,
    /// A file was chosen, or dropped on the window; or it could not be read, and why.
    Found(Result<PlanFile, String>),
    /// No file window can be opened here; there the file may be put instead.
    NoDialog(String),
    /// The person closed the file window.
    Cancelled,
    /// Take in the plan that is looked at.
    Take,
    /// Leave it.
    Leave,
    /// Save the plan in use, or the guide's own numbers as a beginning.
    Export,
    /// How saving it went: where, or why not. `None` is a person who thought better of it.
    Exported(Option<Result<String, String>>),
    /// Ask whether the guide's own numbers should come back.
    AskBack,
    /// Keep the plan.
    KeepPlan,
    /// The guide's own numbers again.
    Back,
    /// What was kept of an earlier day.
    Kept(Box<KeptPlan>),
    /// The plan could not be kept or taken out, and why.
    NotStored(String),
    /// A copy of what was kept and can not be read is here; or there is none, and why.
    CopyKept(Result<String, String>),
}

/// A plan file as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// Its name, to be shown.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// What was found where the plan is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptPlan {
    /// The file's text, if there is one.
    pub text: Option<String>,
    /// It could not be read, and why.
    pub failure: Option<String>,
}

/// What should happen outside because of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEffect {
    /// Ask for a file to look at.
    Choose,
    /// Keep this text as the plan in use.
    Store(String),
    /// Keep no plan.
    Remove,
    /// Keep a copy of the plan in use, which can not be read, and say where.
    KeepCopy,
    /// Ask where to save this text, and save it.
    Export(String),
}

/// What the program knows of plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanState {
    /// The plan in use; `None` is the guide's own numbers.
    pub own: Option<OwnPlan>,
    /// The plan in use can not be read: which positions it leaves out is not known, so pressing waits for a choice.
    pub lost: bool,
    /// The file that is looked at.
    pub preview: Option<Preview>,
    /// The person is asked whether the plan should go.
    pub asks_back: bool,
    /// A file window is open.
    pub waits: bool,
}

/// A file that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Its name.
    pub file: String,
    /// What it gave.
    pub reading: Reading,
}

pub(super) fn update(model: &mut Model, message: PlanMsg, effects: &mut Vec<Effect>) {
    let mut ask = |effect| effects.push(Effect::Plan(effect));
    match message {
        PlanMsg::Choose if model.plan.waits => {}
        PlanMsg::Choose => {
            model.plan.waits = true;
            ask(PlanEffect::Choose);
        }
        PlanMsg::Found(found) => look_at(model, found),
        PlanMsg::NoDialog(path) => {
            model.plan.waits = false;
            let notice = fill(&model.book.plan.notice.no_dialog, &[("path", &path)]);
            tell(model, notice);
        }
        PlanMsg::Cancelled => model.plan.waits = false,
        PlanMsg::Take => {
            if let Some(own) = model.plan.preview.take().and_then(|preview| preview.reading.plan) {
                ask(PlanEffect::Store(plan::write(&own, model.guide_numbers(), &model.book.plan)));
                let (before, was_lost) = (model.plan.own.replace(own), std::mem::take(&mut model.plan.lost));
                if was_lost {
                    // What could not be read can not be put back: nobody knows which positions it left out.
                    model.undo = None;
                    tell(model, model.book.plan.notice.taken.clone());
                } else {
                    undo::remember(model, Was::Plan(before.map(Box::new)), true);
                }
            }
            go(model, Route::Settings);
        }
        PlanMsg::Leave => {
            model.plan.preview = None;
            go(model, Route::Settings);
        }
        PlanMsg::Export => {
            let (guide, words) = (model.guide_numbers(), &model.book.plan);
            let own = model.plan.own.clone().unwrap_or_else(|| OwnPlan::of_guide(&guide, &words.file_title));
            ask(PlanEffect::Export(plan::write(&own, guide, words)));
        }
        PlanMsg::Exported(outcome) => {
            let words = &model.book.plan.notice;
            let notice = match outcome {
                None => return,
                Some(Ok(path)) => fill(&words.exported, &[("path", &path)]),
                Some(Err(why)) => fill(&words.export_failed, &[("why", &why)]),
            };
            tell(model, notice);
        }
        PlanMsg::AskBack => model.plan.asks_back = model.plan.own.is_some(),
        PlanMsg::KeepPlan => model.plan.asks_back = false,
        PlanMsg::Back => {
            model.plan.asks_back = false;
            if model.plan.own.take().is_some() | std::mem::take(&mut model.plan.lost) {
                ask(PlanEffect::Remove);
                undo::forget(model, |was| matches!(was, Was::Plan(_)));
                let back = model.book.plan.notice.back.clone();
                tell(model, back);
            }
        }
        PlanMsg::Kept(kept) => take_up(model, &kept, effects),
        PlanMsg::NotStored(why) => {
            let notice = fill(&model.book.plan.notice.not_stored, &[("why", &why)]);
            tell(model, notice);
        }
        PlanMsg::CopyKept(copy) => {
            let words = &model.book.plan.notice;
            let notice = match copy {
                Ok(path) => fill(&words.stored_broken_copy, &[("path", &path)]),
                Err(why) => fill(&words.stored_broken, &[("why", &why)]),
            };
            tell(model, notice);
        }
    }
    follow(model);
}

/// Takes back the taking of a plan: the one before it, or the guide's own numbers, are in use again.
pub(super) fn put_back(model: &mut Model, before: Option<OwnPlan>, effects: &mut Vec<Effect>) {
    effects.push(Effect::Plan(match &before {
        Some(own) => PlanEffect::Store(plan::write(own, model.guide_numbers(), &model.book.plan)),
        None => PlanEffect::Remove,
    }));
    model.plan.own = before;
    follow(model);
}

/// A warm-up that was begun keeps its clocks, unless the plan asks for another.
fn follow(model: &mut Model) {
    if model.session.is_none() && *model.warm_up.plan() != model.warm_up_plan() {
        model.warm_up = WarmUpTimers::new(model.warm_up_plan());
    }
}

/// Shows a file before anything is taken from it.
fn look_at(model: &mut Model, found: Result<PlanFile, String>) {
    model.plan.waits = false;
    if model.route == Route::Session {
        return; // Nothing comes between a person and Stop.
    }
    match found {
        Ok(PlanFile { name, text }) => {
            let reading = plan::read(&text, model.guide_numbers());
            model.plan.preview = Some(Preview { file: one_line(&name), reading });
            go(model, Route::Plan);
            model.page_is_new = true;
        }
        Err(why) => {
            let notice = fill(&model.book.plan.notice.not_read, &[("why", &why)]);
            tell(model, notice);
        }
    }
}

/// Takes up what was kept. A file that is no plan any more is told and copied. It stays until the person has chosen: the
/// positions that it left out must not be offered because of a fault.
fn take_up(model: &mut Model, kept: &KeptPlan, effects: &mut Vec<Effect>) {
    let words = &model.book.plan.notice;
    model.plan.lost = kept.failure.is_some();
    if let Some(why) = &kept.failure {
        let notice = fill(&words.stored_broken, &[("why", why)]);
        return tell(model, notice);
    }
    let Some(text) = &kept.text else { return };
    let reading = plan::read(text, model.guide_numbers());
    model.plan.lost = reading.plan.is_none();
    if reading.plan.is_none() {
        effects.push(Effect::Plan(PlanEffect::KeepCopy));
    } else if let Some(refusal) = reading.refusals.first() {
        let notice = fill(&words.stored_partly, &[("why", &model.refusal_line(refusal))]);
        tell(model, notice);
    }
    model.plan.own = reading.plan;
}

/// The person's own pace, part by part.
fn parts_of(pace: Pace) -> impl Iterator<Item = (Part, u32)> {
    let parts = [
        (Part::LeadIn, pace.lead_in_secs),
        (Part::Hold, pace.hold_secs),
        (Part::Release, pace.release_secs),
        (Part::Breaths, pace.breaths),
        (Part::Rounds, pace.rounds),
    ];
    parts.into_iter().filter_map(|(part, value)| Some((part, value?)))
}

/// The numbers of a session: the guide's, the person's own pace over them, a plan over both. A number that does not fit
/// stays out.
pub fn session_numbers(guide: Numbers, pace: Pace, own: Option<&OwnPlan>) -> Numbers {
    let laid = |numbers, (part, value): (Part, u32)| part.laid_over(numbers, value).unwrap_or(numbers);
    let paced = parts_of(pace).fold(guide, laid);
    own.map_or(paced, |own| own.over(paced))
}

impl Model {
    /// The guide's own numbers, with nothing laid over them.
    pub fn guide_numbers(&self) -> Numbers {
        Numbers { session: self.book.protocol.session, warm_up: self.book.protocol.warm_up }
    }

    /// The numbers of the next session.
    pub fn numbers(&self) -> Numbers {
        session_numbers(self.guide_numbers(), self.settings.pace, self.plan.own.as_ref())
    }

    /// Whether one of the person's own numbers does not fit, so that the guide's stands there.
    pub fn own_numbers_refused(&self) -> bool {
        let guide = self.guide_numbers();
        parts_of(self.settings.pace).any(|(part, value)| !self.plan_sets(part) && part.laid_over(guide, value).is_err())
    }

    /// How the next session runs.
    pub fn plan(&self) -> Plan {
        self.numbers().session
    }

    /// How the next warm-up runs.
    pub fn warm_up_plan(&self) -> WarmUpPlan {
        self.numbers().warm_up
    }

    /// The number that stands for a part in the next session.
    pub fn pace_number(&self, part: Part) -> u32 {
        part.of(&self.numbers())
    }

    /// Whether the plan in use sets this number, so that the person's pace does not.
    pub fn plan_sets(&self, part: Part) -> bool {
        self.plan.own.as_ref().is_some_and(|own| own.number(part).is_some())
    }

    /// Whether the plan in use offers this position; without one, all are.
    pub fn plan_offers(&self, position: Position) -> bool {
        self.plan.own.as_ref().is_none_or(|own| own.offers(position))
    }

    /// The position that is shown first when one is chosen: the person's own, else the plan's, else the first offered.
    pub fn first_position(&self) -> Position {
        let own = self.settings.preferred_position;
        let plans = self.plan.own.as_ref().and_then(|own| own.preferred());
        let wanted = [own, plans, Some(self.shown_position)].into_iter().flatten().chain(Position::ALL);
        let suited: Vec<Position> = wanted.into_iter().filter(|&position| self.offers(position)).collect();
        let planned = suited.iter().find(|&&position| self.plan_offers(position));
        planned.or(suited.first()).copied().unwrap_or(self.shown_position)
    }

    /// "Plan: Slow and short.", while one is in use.
    pub fn plan_line(&self) -> Option<String> {
        self.plan.own.as_ref().map(|own| fill(&self.book.plan.group.start_line, &[("title", own.title())]))
    }

    /// Which plan is in use, as a sentence.
    pub fn plan_in_use(&self) -> String {
        let words = &self.book.plan.group;
        match &self.plan.own {
            None if self.plan.lost => words.lost.clone(),
            None => words.guides_own.clone(),
            Some(own) if own.author().is_empty() => fill(&words.in_use, &[("title", own.title())]),
            Some(own) => fill(&words.in_use_by, &[("author", own.author()), ("title", own.title())]),
        }
    }

    /// Why nothing can begin while the plan in use can not be read.
    pub(super) fn plan_lost(&self) -> Option<Closed<'_>> {
        let words = &self.book.plan.group;
        let still_open = self.book.cues.limit.still_open.as_str();
        let (title, detail) = (words.lost_title.as_str(), words.lost_detail.as_str());
        self.plan.lost.then(|| Closed { title, detail, until: words.lost_until.clone(), still_open })
    }

    /// A refusal in words, with its line.
    pub fn refusal_line(&self, refusal: &Refusal) -> String {
        self.book.plan.refusal(refusal, self.guide_numbers(), &self.book.faults)
    }
}
