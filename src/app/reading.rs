//! What can be read aloud: what a "Read aloud" button stands beside, and what is read by itself.
//!
//! Not how it sounds. Invariant: nothing is read aloud that is not one of [`ReadAloud`], and each text of them is in
//! [`Book::spoken_lines`], so that there is a recording of everything.

use std::collections::BTreeSet;

use crate::{
    app::{Book, Model, PositionTab, SessionStage},
    content::Level,
    session::{Advice, Gate, GateWords, MovementStep, Phase, Position, Practice, Refusal, WhyEasy},
    sound::{lines_of, sentences},
};

/// Something that can be read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAloud {
    /// A question before a session, with its answers.
    Gate(Gate),
    /// The card that says why there is no session.
    Refused(Refusal),
    /// The card that offers easy movement in place of pressing.
    EasyOnly(WhyEasy),
    /// "What happened?", after a stop.
    WhatHappened,
    /// The emergency list once more, after a stop.
    SignsAgain,
    /// The advice after a stop.
    Advice(Advice),
    /// What a practice says when it begins.
    Practice(Practice),
    /// The first page of the guide.
    Start,
    /// One of the eight steps, from 0.
    Section(usize),
    /// Tips and main points.
    Tips,
    /// What else helps.
    Helps,
    /// A question with its answer, from 0.
    Question(usize),
    /// A tip, from 0.
    Tip(usize),
    /// The warning signs of one urgency.
    Level(Level),
    /// A position: in place, the way into it, the way out.
    Position(Position, PositionTab),
}

impl ReadAloud {
    /// All that is read in and before a session, and beside a practice. The guide's pages: [`Book::readable_pages`].
    pub fn of_session() -> impl Iterator<Item = Self> {
        let refused = [Refusal::Emergency, Refusal::Urgent, Refusal::TalkFirst, Refusal::TooMuchAche].map(Self::Refused);
        let easy = [WhyEasy::NotConsulted, WhyEasy::Clearance, WhyEasy::NotToday, WhyEasy::Unsteady].map(Self::EasyOnly);
        let advice = [Advice::Emergency, Advice::Today, Advice::IfItStays, Advice::SeeSomeone].map(Self::Advice);
        let gates = Gate::ALL.map(Self::Gate).into_iter().chain(refused).chain(easy);
        gates.chain([Self::WhatHappened, Self::SignsAgain]).chain(advice).chain(Practice::ALL.map(Self::Practice))
    }

    /// Whether it stands on a page of the guide: there are no recordings of those.
    pub fn is_of_guide(self) -> bool {
        match self {
            Self::Start
            | Self::Section(_)
            | Self::Tips
            | Self::Helps
            | Self::Question(_)
            | Self::Tip(_)
            | Self::Level(_)
            | Self::Position(..) => true,
            Self::Gate(_)
            | Self::Refused(_)
            | Self::EasyOnly(_)
            | Self::WhatHappened
            | Self::SignsAgain
            | Self::Advice(_)
            | Self::Practice(_) => false,
        }
    }
}

impl Book {
    /// What is said when this is read aloud; empty for a refusal that has no card.
    pub fn read_aloud(&self, what: ReadAloud) -> String {
        let (gates, cues) = (&self.gates, &self.cues);
        // After a stop nothing depends on the position: what is there stands for all.
        let phase = |phase| cues.phase(phase, Position::Back).spoken.iter().map(String::as_str);
        match what {
            ReadAloud::Gate(gate) => sentences(gates.heard(gate)),
            ReadAloud::Refused(Refusal::Emergency) | ReadAloud::Advice(Advice::Emergency) => sentences(gates.heard_emergency()),
            ReadAloud::Refused(Refusal::Urgent) => sentences(GateWords::heard_card(&gates.urgent_card)),
            ReadAloud::Refused(Refusal::TalkFirst) => sentences(GateWords::heard_card(&gates.talk_first_card)),
            ReadAloud::Refused(Refusal::TooMuchAche) => sentences(GateWords::heard_card(&gates.ache_card)),
            ReadAloud::Refused(Refusal::ReadingOnly | Refusal::Left) => String::new(),
            ReadAloud::EasyOnly(why) => sentences(gates.heard_easy_only(why)),
            ReadAloud::WhatHappened => sentences(phase(Phase::WhatHappened)),
            ReadAloud::SignsAgain => sentences(phase(Phase::SignsAgain).chain(gates.heard_signs_again())),
            ReadAloud::Advice(advice) => sentences(phase(Phase::Advice(advice))),
            ReadAloud::Practice(practice) => cues.practice(practice).spoken.clone(),
            ReadAloud::Start
            | ReadAloud::Section(_)
            | ReadAloud::Tips
            | ReadAloud::Helps
            | ReadAloud::Question(_)
            | ReadAloud::Tip(_)
            | ReadAloud::Level(_)
            | ReadAloud::Position(..) => {
                let parts = self.read_parts(what);
                parts.iter().map(|part| part.spoken.as_str()).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// Every sentence that the program's own voice can ever say, each once: what there are recordings of. The guide's pages are
    /// not among them: those are read by the system's voice (see [`Model::may_read`]).
    pub fn spoken_lines(&self) -> BTreeSet<String> {
        let read = ReadAloud::of_session().map(|what| self.read_aloud(what));
        let cues = [&self.cues, &self.practice_cues].into_iter().flat_map(|cues| cues.all_spoken());
        let texts: Vec<String> = cues.chain(read).chain([self.sound.test_spoken.clone()]).collect();
        texts.iter().flat_map(|text| lines_of(text)).map(str::to_owned).collect()
    }
}

impl Model {
    /// What is read aloud by itself where it comes up: whoever stopped lies there, perhaps in pain, with closed eyes.
    ///
    /// A session speaks with its cues; only the list is longer than those. Easy movement has no cues.
    pub(super) fn reads_by_itself(&self) -> Option<ReadAloud> {
        match self.session.as_ref()? {
            SessionStage::Refused(Refusal::Emergency) => Some(ReadAloud::Refused(Refusal::Emergency)),
            SessionStage::Running(session) => (session.phase() == Phase::SignsAgain).then_some(ReadAloud::SignsAgain),
            SessionStage::Movement(movement) => match movement.step() {
                MovementStep::WhatHappened => Some(ReadAloud::WhatHappened),
                MovementStep::SignsAgain => Some(ReadAloud::SignsAgain),
                MovementStep::Advice(advice) => Some(ReadAloud::Advice(advice)),
                MovementStep::Moving | MovementStep::Ending | MovementStep::Closed => None,
            },
            _ => None,
        }
    }
}
