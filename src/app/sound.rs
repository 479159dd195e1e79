//! What is to be heard: which tone and which words go with a cue, what is read aloud, and who speaks.
//!
//! Not the sound itself. Invariant: every sound belongs to something on the screen, and nothing waits for it.

use std::time::Duration;

use super::{aside::GoingOn, save::save};
use crate::{
    app::{Effect, Model, PositionTab, ReadAloud, ReadPart, Route, SessionStage},
    moment::Moment,
    session::{Cue, CueId, Phase, Position, Tone},
    sound::Recordings,
};

/// What a person does about sound, and what the machine reports of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SoundMsg {
    /// "Test sound": a tone and a sentence, as loud as it is set.
    Test,
    /// Read this aloud; what is being read is broken off.
    Say(ReadAloud),
    /// Stop reading.
    Hush,
    /// Stand still in the middle of a page, and read on from the same paragraph.
    Pause,
    ReadOn,
    /// Say it again: the latest cue, or what was read last.
    Again,
    /// The loudspeaker has come, or is gone.
    Output(bool),
    /// Whose voice speaks from now on.
    Voice(Voice),
    /// A screen reader is there, or is not.
    Reader(bool),
    /// Who should speak where there is a screen reader: the reader, or this program.
    ReaderSpeaks(bool),
}

/// What should be heard or fall silent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SoundEffect {
    /// This, from now on.
    Play(Heard),
    /// Nothing.
    Hush,
}

/// What is heard at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// A tone.
    pub tone: Option<Tone>,
    /// What is said.
    pub words: Option<String>,
    /// How long the words may take.
    pub time_budget: Option<Duration>,
}

/// Whose voice speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The system's.
    System,
    /// The recordings that come with the program.
    Recordings,
    /// None.
    Missing,
}

/// What is known of sound.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SoundState {
    /// There is no loudspeaker to be heard from.
    pub off: bool,
    /// Who spoke last.
    pub voice: Option<Voice>,
    /// A screen reader is there.
    pub reader: bool,
    /// What is or was read aloud.
    pub reading: Option<Reading>,
}

/// Something that is read aloud, or was read last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it is.
    pub what: ReadAloud,
    /// Which of its parts, from 0.
    pub part: usize,
    /// The words of that part, as they stand on the page.
    pub shown: String,
    /// Until about when that part is heard.
    pub until: Moment,
    /// It is the last one.
    pub is_last: bool,
    /// It stands still, to be read on.
    pub paused: bool,
}

/// About as fast as a voice speaks, with its pauses, where there is no recording whose length is known.
const WORD: Duration = Duration::from_millis(420);
/// The silence between two paragraphs, and room for a voice that is a little slower than its length says.
const BETWEEN: Duration = Duration::from_millis(700);

impl Model {
    /// What is heard with a cue, as the person has it set.
    pub fn heard(&self, cue: &Cue) -> Heard {
        let tone = cue.tone().filter(|_| self.settings.tones);
        // The list is read aloud beside its tone, so that it can be ended like everything that is read.
        let reads = cue.id == CueId::Enter(Phase::SignsAgain);
        let words = Some(self.cues().spoken(cue).join(" "));
        let words = words.filter(|words| self.voice_speaks() && !reads && !words.is_empty());
        let time_budget = (cue.seconds > 0).then(|| Duration::from_secs(cue.seconds.into()));
        Heard { tone, words, time_budget }
    }

    /// Whether the program's own voice speaks: it is on, and no screen reader does it instead.
    pub fn voice_speaks(&self) -> bool {
        self.settings.voice && !(self.sound.reader && self.settings.reader_speaks == Some(true))
    }

    /// Whether there is a voice that can read this: the recordings hold what belongs to a session, and the guide's pages
    /// are read by the system's voice, where it was chosen.
    pub fn may_read(&self, what: ReadAloud) -> bool {
        let by_system = self.settings.prefers_system_voice() && self.sound.voice == Some(Voice::System);
        by_system || !what.is_of_guide()
    }

    /// Whether what the program's own voice says can be heard: then a screen reader need not say the same words over it.
    pub fn voice_is_heard(&self) -> bool {
        self.voice_speaks() && !self.sound.off && self.settings.volume.percent() > 0
    }

    /// Whether to ask who should speak: a screen reader is there, the person was not asked yet, and nothing runs.
    pub fn asks_who_speaks(&self) -> bool {
        self.sound.reader
            && self.settings.reader_speaks.is_none()
            && !matches!(self.session, Some(SessionStage::Running(_) | SessionStage::Refused(_)))
    }

    /// Whether the recordings speak in place of the system's voice, which was chosen.
    pub fn misses_system_voice(&self) -> bool {
        let is_away = self.sound.voice.is_some_and(|voice| voice != Voice::System);
        is_away && self.voice_speaks() && self.settings.prefers_system_voice()
    }

    /// Whether this is being read aloud now.
    pub fn is_reading(&self, what: ReadAloud) -> bool {
        self.in_reading().is_some_and(|read| read.what == what)
    }

    /// Whether this stands still in the middle.
    pub fn is_reading_paused(&self, what: ReadAloud) -> bool {
        self.sound.reading.as_ref().is_some_and(|read| read.what == what && read.paused)
    }

    /// The words on the page that are being read aloud now.
    pub fn read_now(&self) -> Option<&str> {
        self.in_reading().map(|read| read.shown.as_str())
    }

    /// What a practice on a page of the guide says, to be heard before it is done.
    pub fn practice_spoken(&self, section: usize, number: usize) -> Option<ReadAloud> {
        Some(ReadAloud::Practice(self.practice_timer(section, number)?.practice()))
    }

    /// When what is being read aloud will about be over.
    pub(super) fn reading_ends(&self) -> Option<Moment> {
        self.in_reading().filter(|read| !read.paused).map(|read| read.until)
    }

    /// What is being read, or stands still in the middle.
    fn in_reading(&self) -> Option<&Reading> {
        self.sound.reading.as_ref().filter(|read| read.paused || read.until > self.now.moment)
    }
}

pub(super) fn message(model: &mut Model, message: SoundMsg, effects: &mut Vec<Effect>) {
    match message {
        SoundMsg::Test => {
            let words = model.book.sound.test_spoken.clone();
            effects.push(Effect::Sound(SoundEffect::Play(Heard {
                tone: Some(Tone::Step),
                words: Some(words),
                time_budget: None,
            })));
        }
        SoundMsg::Say(what) => say(model, what, effects),
        SoundMsg::Hush => {
            model.sound.reading = None;
            effects.push(Effect::Sound(SoundEffect::Hush));
        }
        SoundMsg::Pause => pause(model, effects),
        SoundMsg::ReadOn => {
            if let Some(read) = model.sound.reading.clone().filter(|read| read.paused) {
                say_part(model, read.what, read.part, effects);
            }
        }
        SoundMsg::Again => again(model, effects),
        SoundMsg::Output(there_is) => model.sound.off = !there_is,
        SoundMsg::Voice(voice) => model.sound.voice = Some(voice),
        SoundMsg::Reader(is_there) => model.sound.reader = is_there,
        SoundMsg::ReaderSpeaks(reader) => {
            model.settings.reader_speaks = Some(reader);
            save(model, effects);
        }
    }
}

/// What there was before a message, as far as hearing goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    reads: Option<ReadAloud>,
    route: Route,
    position: (Position, PositionTab),
    going_on: GoingOn,
}

impl Before {
    pub(super) fn of(model: &Model) -> Self {
        Self { reads: model.reads_by_itself(), route: model.route, position: place(model), going_on: GoingOn::of(model) }
    }

    /// What the change since then means for what is heard.
    pub(super) fn follow(self, model: &mut Model, effects: &mut Vec<Effect>) {
        let turned = self.route != model.route || self.position != place(model) && model.reads_a_position();
        if turned && model.in_reading().is_some() {
            // Whoever turns the page has heard enough of it.
            message(model, SoundMsg::Hush, effects);
        }
        let asides = self.going_on.since(model);
        if !model.voice_speaks() {
            return;
        }
        if let Some(what) = model.reads_by_itself().filter(|what| self.reads != Some(*what)) {
            return say(model, what, effects);
        }
        let texts: Vec<String> = asides.into_iter().flat_map(|aside| model.book.cues.aside(aside)).collect();
        if !texts.is_empty() {
            effects.push(Effect::Sound(SoundEffect::Play(Heard { words: Some(texts.join(" ")), ..Heard::default() })));
        }
    }
}

fn again(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(what) = model.reads_by_itself() {
        return say(model, what, effects);
    }
    let cue = model.running().map(|session| {
        let now = session.current_cue();
        // As it was said, but in the words of what the person uses now.
        model.last_cue.map_or(now, |last| Cue { device: now.device, ..last })
    });
    if let Some(cue) = cue {
        // Asked for, so it is said even where the voice is off.
        let words = Some(model.cues().spoken(&cue).join(" ")).filter(|words| !words.is_empty());
        effects.push(Effect::Sound(SoundEffect::Play(Heard { tone: None, words, time_budget: None })));
    } else if let Some(read) = model.sound.reading.clone() {
        say_part(model, read.what, read.part, effects);
    }
}

fn say(model: &mut Model, what: ReadAloud, effects: &mut Vec<Effect>) {
    say_part(model, what, 0, effects);
}

/// Reads one part, and has it seen: what is read must not lie folded away.
fn say_part(model: &mut Model, what: ReadAloud, part: usize, effects: &mut Vec<Effect>) {
    let mut parts = model.book.read_parts(what).into_iter().skip(part);
    let Some(ReadPart { shown, spoken, opens }) = parts.next() else { return };
    let is_last = parts.next().is_none();
    model.open_evidence.extend(opens);
    let until = model.now.moment + model.voice_takes(&spoken);
    model.sound.reading = Some(Reading { what, part, shown, until, is_last, paused: false });
    effects.push(Effect::Sound(SoundEffect::Play(Heard { tone: None, words: Some(spoken), time_budget: None })));
}

fn pause(model: &mut Model, effects: &mut Vec<Effect>) {
    let now = model.now.moment;
    if let Some(read) = model.sound.reading.as_mut().filter(|read| read.until > now) {
        read.paused = true;
        effects.push(Effect::Sound(SoundEffect::Hush));
    }
}

/// Goes on with the next part when one has been heard.
pub(super) fn read_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let now = model.now.moment;
    let heard = model.sound.reading.as_ref().filter(|read| !read.paused && !read.is_last && read.until <= now);
    if let Some((what, part)) = heard.map(|read| (read.what, read.part)) {
        say_part(model, what, part + 1, effects);
    }
}

fn place(model: &Model) -> (Position, PositionTab) {
    (model.shown_position, model.position_tab)
}

impl Model {
    /// How long the voice takes for this: as long as the recordings do, where they have it and speak.
    fn voice_takes(&mut self, spoken: &str) -> Duration {
        let language = self.book.guide.language.clone();
        let recordings = self.recordings.get_or_insert_with(|| Recordings::shipped(&language));
        let recorded = recordings.as_ref().and_then(|recordings| recordings.secs(spoken)).map(Duration::from_secs_f32);
        let words = u32::try_from(spoken.split_whitespace().count()).unwrap_or(u32::MAX);
        let guess = WORD.saturating_mul(words);
        // Nobody knows how fast the system's voice is set to speak: it must not be cut short.
        let takes = if self.settings.prefers_system_voice() {
            guess.max(recorded.unwrap_or_default())
        } else {
            recorded.unwrap_or(guess)
        };
        takes + BETWEEN
    }

    fn reads_a_position(&self) -> bool {
        self.sound.reading.as_ref().is_some_and(|read| matches!(read.what, ReadAloud::Position(..)))
    }
}

#[cfg(test)]
mod tests;
