//! What a person chooses on the settings page, and that it is kept at once.
//!
//! Not how it is written down and not what follows from it: whoever acts on a choice reads the settings. Invariant:
//! what has been chosen can be used as it is, and putting everything back never opens what safety has closed.

use std::time::Duration;

use super::{language, notice::tell, report, save::save, sound};
use crate::{
    app::{Effect, Model, Route, SoundMsg},
    content::fill,
    figure::Look,
    limit::DailyLimit,
    moment::Moment,
    plan::Part,
    session::Position,
    settings::{BodySide, Pace, Settings, TextScale, Theme, Turn, Volume},
};

/// One choice that is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// Once or twice a day.
    Limit(DailyLimit),
    /// The language; `None` is the system's.
    Language(Option<String>),
    /// Light, dark or as the system.
    Theme(Theme),
    /// The size of all text.
    TextScale(TextScale),
    /// Moving figures, or still ones.
    Motion(bool),
    /// Build and hair of the person in the figures.
    Look(Look),
    /// The skin tone of the person in the figures; `None` is the theme's own.
    Skin(Option<String>),
    /// The color of their hair; `None` is the usual one.
    HairColor(Option<String>),
    /// Prompts are spoken.
    Voice(bool),
    /// Tones sound at each change.
    Tones(bool),
    /// How loud both are.
    Volume(Volume),
    /// The system's own voice speaks, and not the recordings.
    SystemVoice(bool),
    /// Where a screen reader runs, it speaks and the program's own voice is silent.
    ReaderSpeaks(bool),
    /// Single keys answer questions in a session.
    AnswerKeys(bool),
    /// Every step waits for the person.
    SelfPaced(bool),
    /// The seconds of a hold are spoken.
    CountsAloud(bool),
    /// A number of a round, one more or one less than it is now.
    Pace(Part, i32),
    /// The guide's numbers again.
    GuidesPace,
    /// The side that hurts.
    SoreSide(Option<BodySide>),
    /// The screen is two metres away in a session, and not near.
    ScreenIsFar(bool),
    /// How the floor view is turned.
    FloorTurn(Turn),
    /// Whose emergency number comes first.
    Region(Option<String>),
}

/// What is done on the settings page besides choosing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsMsg {
    /// Ask whether everything should be put back.
    AskReset,
    /// Leave everything as it is.
    CancelReset,
    /// Put everything back.
    Reset,
    /// Show where the files lie.
    OpenFolder,
    /// They could not be shown, and why.
    FolderNotOpened(String),
}

/// What the settings page remembers while it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choosing {
    /// The person is asked whether everything should be put back.
    pub asks_reset: bool,
    /// When a choice was last kept.
    pub saved_at: Option<Moment>,
}

/// How long "Saved" shows: long enough to be read after looking up from the key that was pressed.
pub const SAVED_SHOWS: Duration = Duration::from_secs(4);

pub(super) fn choose(model: &mut Model, choice: Choice, effects: &mut Vec<Effect>) {
    let settings = &mut model.settings;
    match choice {
        Choice::Limit(limit) => settings.daily_limit = limit,
        Choice::Language(language) => language::choose(model, language),
        Choice::Theme(theme) => settings.theme = theme,
        Choice::TextScale(size) => settings.text_scale = Some(size),
        Choice::Motion(moves) => settings.reduced_motion = Some(!moves),
        Choice::Look(look) => settings.look = look,
        Choice::Skin(skin) => settings.skin = skin,
        Choice::HairColor(color) => settings.hair_color = color,
        Choice::Voice(on) => voice(model, on, effects),
        Choice::Tones(on) => settings.tones = on,
        Choice::Volume(volume) => settings.volume = volume,
        Choice::SystemVoice(system) => settings.system_voice = Some(system),
        Choice::ReaderSpeaks(speaks) => settings.reader_speaks = Some(speaks),
        Choice::AnswerKeys(on) => settings.answer_keys = on,
        Choice::SelfPaced(on) => settings.self_paced = on,
        Choice::CountsAloud(on) => settings.counts_aloud = on,
        Choice::Pace(part, step) => pace(model, part, step),
        Choice::GuidesPace => settings.pace = Pace::default(),
        Choice::SoreSide(side) => settings.sore_side = side,
        Choice::ScreenIsFar(far) => {
            settings.screen_is_far = Some(far);
            super::floor::follow_the_screen(model);
        }
        Choice::FloorTurn(turn) => settings.floor_turn = turn,
        Choice::Region(region) => settings.region = region,
    }
    keep(model, effects);
}

/// Turned off it falls silent at once; turned on in a session it says where one is.
fn voice(model: &mut Model, on: bool, effects: &mut Vec<Effect>) {
    model.settings.voice = on;
    if !on {
        sound::message(model, SoundMsg::Hush, effects);
    } else if model.running().is_some() {
        sound::message(model, SoundMsg::Again, effects);
    }
}

/// Prefers a position; a second time takes it back.
pub(super) fn prefer(model: &mut Model, position: Position, effects: &mut Vec<Effect>) {
    let taken_back = model.settings.preferred_position == Some(position);
    model.settings.preferred_position = (!taken_back).then_some(position);
    keep(model, effects);
}

/// Text a step larger or smaller; 0 is back to the system's size.
pub(super) fn text_size(model: &mut Model, step: i32, effects: &mut Vec<Effect>) {
    let size = model.text_size();
    model.settings.text_scale = match step {
        0 => None,
        step if step > 0 => Some(size.larger()),
        _ => Some(size.smaller()),
    };
    keep(model, effects);
}

pub(super) fn settings(model: &mut Model, message: SettingsMsg, effects: &mut Vec<Effect>) {
    match message {
        SettingsMsg::AskReset => model.choosing.asks_reset = true,
        SettingsMsg::CancelReset => model.choosing.asks_reset = false,
        SettingsMsg::Reset => {
            model.choosing.asks_reset = false;
            model.settings = put_back(&model.settings);
            keep(model, effects);
        }
        SettingsMsg::OpenFolder => effects.push(Effect::OpenFolder),
        SettingsMsg::FolderNotOpened(why) => {
            let words = &model.book.words.settings;
            let notice = fill(&words.folder_failed, &[("path", &model.settings_path), ("why", &why)]);
            tell(model, notice);
        }
    }
}

/// Has the settings written down, and "Saved" shown where they are.
pub(super) fn keep(model: &mut Model, effects: &mut Vec<Effect>) {
    save(model, effects);
    model.choosing.saved_at = Some(model.now.moment).filter(|_| !model.settings_read_only);
}

/// Writing failed: nothing is called saved.
pub(super) fn not_saved(model: &mut Model, why: &str) {
    model.choosing.saved_at = None;
    report::settings_not_saved(model, why);
}

/// One more or one less, inside the range; the guide's own number is kept as "no choice", so that it moves along when
/// the guide's does.
fn pace(model: &mut Model, part: Part, step: i32) {
    let guide = model.guide_numbers();
    let wanted = model.pace_number(part).saturating_add_signed(step);
    if part.laid_over(guide, wanted).is_err() {
        return;
    }
    let pace = &mut model.settings.pace;
    let place = match part {
        Part::LeadIn => &mut pace.lead_in_secs,
        Part::Hold => &mut pace.hold_secs,
        Part::Release => &mut pace.release_secs,
        Part::Breaths => &mut pace.breaths,
        Part::Rounds => &mut pace.rounds,
        Part::EffortStart | Part::EffortCap | Part::WarmUp => return,
    };
    *place = Some(wanted).filter(|&wanted| wanted != part.of(&guide));
}

/// The settings as on the first day, but for what the person was told, has answered, has read or wrote themselves, and the
/// language in which they can read what happened.
///
/// Consent, what a professional said and what came up on a list are no choices of taste: putting them back would
/// either open pressing or ask a person to go through it again for nothing.
fn put_back(settings: &Settings) -> Settings {
    Settings {
        welcomed_version: settings.welcomed_version.clone(),
        language: settings.language.clone(),
        consulted_on: settings.consulted_on,
        talk_first_on: settings.talk_first_on,
        needs_check: settings.needs_check,
        avoid_back_lying: settings.avoid_back_lying,
        avoid_floor: settings.avoid_floor,
        avoid_pressing: settings.avoid_pressing,
        read_sections: settings.read_sections.clone(),
        own: settings.own.clone(),
        ..Settings::default()
    }
}

impl Model {
    /// Whether "Saved" shows now.
    pub fn shows_saved(&self) -> bool {
        self.saved_until().is_some()
    }

    /// When "Saved" goes away, while it shows.
    pub(super) fn saved_until(&self) -> Option<Moment> {
        let until = self.choosing.saved_at? + SAVED_SHOWS;
        (self.now.moment < until && self.route == Route::Settings).then_some(until)
    }
}
