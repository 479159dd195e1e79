//! A person and a clock for tests: time passes as the session asks for it, answers come as scripted.

use std::time::Duration;

use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::{
    Ache, Cue, CueId, CueWords, Event, GateEvent, GateMemory, GatePass, GateWords, Gates, Goal, ListAnswer, Pass, Phase,
    Position, Protocol, Session, Setup, Side,
};
use gentleback::source::Files;
use jiff::civil::date;
use jiff::tz::Offset;

pub fn files() -> Files {
    let mut files = Files::default();
    files.insert("protocol.ron", include_str!("../../content/protocol.ron"));
    files.insert("en/cues.ron", include_str!("../../content/en/cues.ron"));
    files.insert("en/gates.ron", include_str!("../../content/en/gates.ron"));
    files.insert("en/signs.ron", include_str!("../../content/en/signs.ron"));
    files
}

pub fn protocol() -> Protocol {
    Protocol::read(&files()).expect("the shipped protocol reads")
}

pub fn words() -> CueWords {
    CueWords::read(&files(), "en").expect("the shipped cues read")
}

pub fn gate_words() -> GateWords {
    GateWords::read(&files(), "en").expect("the shipped gates read")
}

pub fn morning() -> Now {
    Now::new(Moment::from_millis(5_000), Stamp::new(date(2026, 11, 22).at(9, 30, 0, 0), Offset::UTC))
}

/// Goes through the gates of a usual day as a person who has no sign and a little ache.
pub fn pass(now: Now) -> GatePass {
    let today = Some(now.date());
    let memory = GateMemory { consent_given: true, consulted_on: today, talk_first_on: today, ..GateMemory::default() };
    let mut gates = Gates::new(Goal::Pressing, memory, now);
    let none = GateEvent::Signs(ListAnswer::NoneOfThese);
    for (event, secs) in [(none, 20), (none, 40), (none, 43), (GateEvent::Ache(Ache::new(2).expect("on the scale")), 45)] {
        let now = now.plus(Duration::from_secs(secs));
        gates.handle(GateEvent::ListSeen, now);
        gates.handle(event, now);
    }
    gates.into_pass().ok().and_then(Pass::pressing).expect("no sign")
}

/// A session with a clock and a transcript.
pub struct Walker {
    pub session: Session,
    pub now: Now,
    started: Now,
    words: CueWords,
    lines: Vec<String>,
}

impl Walker {
    /// A session in place already, with a light ache.
    pub fn begin(position: Position) -> Self {
        Self::begin_with(Self::in_place(position))
    }

    /// In place already, with a light ache.
    pub fn in_place(position: Position) -> Setup {
        Setup { starting_ache: Some(3), ..Setup::in_place(position) }
    }

    /// Begins the transcript anew from here.
    pub fn forget(&mut self) -> &mut Self {
        self.lines.clear();
        self.started = self.now;
        self
    }

    pub fn begin_with(setup: Setup) -> Self {
        Self::begin_in(words(), setup)
    }

    /// A session in the words of another language.
    pub fn begin_in(words: CueWords, setup: Setup) -> Self {
        let now = morning();
        let (session, cues) = Session::begin(protocol().session, setup, pass(now), now);
        let mut walker = Self { session, now, started: now, words, lines: Vec::new() };
        walker.note(&cues);
        walker
    }

    /// Time passes; the session is looked at exactly when it asks for it.
    pub fn wait(&mut self, secs: f64) -> &mut Self {
        let until = self.now.moment + Duration::from_secs_f64(secs);
        while let Some(wake) = self.session.next_wake().filter(|&wake| wake <= until) {
            self.to(wake);
            let cues = self.session.tick(self.now);
            self.note(&cues);
        }
        self.to(until);
        self
    }

    /// The person, or the computer, does something.
    pub fn does(&mut self, what: &str, event: Event) -> &mut Self {
        self.line(&format!("        -- {what} --"));
        let cues = self.session.handle(event, self.now);
        self.note(&cues);
        self
    }

    /// Nobody looks for so long; then one look.
    pub fn sleeps(&mut self, secs: u64) -> &mut Self {
        self.line(&format!("        -- the lid is closed for {secs} seconds --"));
        self.now = self.now.plus(Duration::from_secs(secs));
        let cues = self.session.tick(self.now);
        self.note(&cues);
        self
    }

    pub fn transcript(&self) -> String {
        self.lines.join("\n")
    }

    fn to(&mut self, moment: Moment) {
        self.now = self.now.plus(moment.since(self.now.moment));
    }

    fn note(&mut self, cues: &[Cue]) {
        for cue in cues {
            let spoken = self.words.spoken(cue).join(" ");
            let begins = cue.id == self.session.current_cue().id;
            let length = if begins && cue.seconds > 0 { format!("{} s", cue.seconds) } else { String::new() };
            let effort = match cue.id {
                CueId::Enter(Phase::PressOn | Phase::Hold) => format!("  (effort {} of 10)", cue.effort),
                _ => String::new(),
            };
            let hand = match (cue.id, cue.hand) {
                (CueId::Enter(Phase::PressOn), Some(Side::Left)) => "  (left hand)",
                (CueId::Enter(Phase::PressOn), Some(Side::Right)) => "  (right hand)",
                _ => "",
            };
            self.line(&format!("{:<18} {length:>4}  \"{spoken}\"{effort}{hand}", cue.id.name()));
        }
    }

    pub fn line(&mut self, text: &str) {
        let secs = self.now.moment.since(self.started.moment).as_secs_f64().round() as u64;
        self.lines.push(format!("{:02}:{:02}  {text}", secs / 60, secs % 60));
    }
}
