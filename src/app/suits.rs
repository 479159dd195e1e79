//! "Which position suits me?": up to four questions that sort the positions by what they are good for and not for.
//!
//! Not a diagnosis, and nothing of it is kept but the preference that a person asks for. The rules are what the
//! positions' own texts say (`not_for` and "Which one suits you" on their page). Invariant: every answer can be "not
//! sure", which is taken on the careful side, and each way through ends with a position that no answer ruled out, or
//! with a plain "ask a professional first".

use crate::session::Position;

/// The questions, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuitQuestion {
    /// Can you get down to the floor and up again alone? (`Back` and `Side` are not for who could not.)
    Floor,
    /// Can you kneel and lean on one hand? (`AllFours` is not for sore wrists, knees, shoulders, or poor balance.)
    Kneel,
    /// Is one side more sore? (`Side` is for one side.)
    Side,
    /// Which is easiest to stay in?
    Easiest,
}

/// What can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuitAnswer {
    Yes,
    No,
    /// "I get dizzy, or I fall": then there is no pressing, whatever else is answered (`Wall` is not for dizzy people).
    Dizzy,
    /// This position is the easiest to stay in.
    In(Position),
    /// None of the positions is.
    NoneOfThese,
    NotSure,
}

/// Why a position is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuledOut {
    /// By answers before an earlier session.
    Health,
    /// By an answer here.
    By(SuitQuestion, SuitAnswer),
}

/// What comes of the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suitable {
    /// This one fits best, and these are open too.
    Position(Position, Vec<Position>),
    /// No position: ask a professional first.
    AskFirst(AskFirst),
}

/// Why a professional comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskFirst {
    /// Dizzy, or falls.
    Dizzy,
    /// None is easy to stay in.
    None,
    /// All are ruled out.
    Closed,
}

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suits {
    offered: Vec<Position>,
    answers: Vec<(SuitQuestion, SuitAnswer)>,
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuitsMsg {
    /// From the first question.
    Open,
    /// An answer.
    Answer(SuitAnswer),
    /// The question before.
    Back,
    /// Make this one the preferred position.
    Prefer(Position),
    /// Show this one among all four.
    Show(Position),
    /// Away from the questions; in a session back to the choice.
    Close,
}

impl Suits {
    /// Before the first question; of these positions the person may use at all.
    pub fn new(offered: Vec<Position>) -> Self {
        Self { offered, answers: Vec::new() }
    }

    /// The answers so far, in their order.
    pub fn answers(&self) -> &[(SuitQuestion, SuitAnswer)] {
        &self.answers
    }

    fn said(&self, question: SuitQuestion) -> Option<SuitAnswer> {
        self.answers.iter().find(|(asked, _)| *asked == question).map(|(_, answer)| *answer)
    }

    /// Why a position is left out, if it is.
    pub fn ruled_out(&self, position: Position) -> Option<RuledOut> {
        if !self.offered.contains(&position) {
            return Some(RuledOut::Health);
        }
        if self.said(SuitQuestion::Floor) == Some(SuitAnswer::Dizzy) {
            return Some(RuledOut::By(SuitQuestion::Floor, SuitAnswer::Dizzy));
        }
        let careful = |question| {
            let answer = self.said(question).filter(|answer| matches!(answer, SuitAnswer::No | SuitAnswer::NotSure))?;
            Some(RuledOut::By(question, answer))
        };
        match position {
            Position::Wall => None,
            Position::Back | Position::Side => careful(SuitQuestion::Floor),
            Position::AllFours => careful(SuitQuestion::Floor).or_else(|| careful(SuitQuestion::Kneel)),
        }
    }

    /// The positions that are open, in their order.
    pub fn open(&self) -> Vec<Position> {
        Position::ALL.into_iter().filter(|&position| self.ruled_out(position).is_none()).collect()
    }

    /// The questions that are asked, by the answers so far: what can change nothing is not asked.
    pub fn questions(&self) -> Vec<SuitQuestion> {
        let lies = |position| self.offered.contains(&position);
        let floor = !matches!(self.said(SuitQuestion::Floor), Some(SuitAnswer::No | SuitAnswer::NotSure | SuitAnswer::Dizzy));
        let asked = [
            (SuitQuestion::Floor, true),
            (SuitQuestion::Kneel, floor && lies(Position::AllFours)),
            (SuitQuestion::Side, floor && lies(Position::Side)),
            (SuitQuestion::Easiest, true),
        ];
        asked.into_iter().filter(|(_, asked)| *asked).map(|(question, _)| question).collect()
    }

    /// The question to answer now; `None` once nothing more is asked.
    pub fn next(&self) -> Option<SuitQuestion> {
        if self.open().is_empty() {
            return None;
        }
        self.questions().into_iter().find(|&question| self.said(question).is_none())
    }

    /// What can be answered to it.
    pub fn choices(&self, question: SuitQuestion) -> Vec<SuitAnswer> {
        match question {
            SuitQuestion::Floor => vec![SuitAnswer::Yes, SuitAnswer::No, SuitAnswer::Dizzy, SuitAnswer::NotSure],
            SuitQuestion::Kneel | SuitQuestion::Side => vec![SuitAnswer::Yes, SuitAnswer::No, SuitAnswer::NotSure],
            SuitQuestion::Easiest => {
                let open = self.open().into_iter().map(SuitAnswer::In);
                open.chain([SuitAnswer::NoneOfThese, SuitAnswer::NotSure]).collect()
            }
        }
    }

    /// Takes an answer to the question that is asked; one that can not be given to it changes nothing.
    pub fn answer(&mut self, answer: SuitAnswer) {
        if let Some(question) = self.next().filter(|&question| self.choices(question).contains(&answer)) {
            self.answers.push((question, answer));
        }
    }

    /// Takes the last answer back.
    pub fn back(&mut self) {
        self.answers.pop();
    }

    /// What comes of it, once nothing more is asked.
    pub fn outcome(&self) -> Option<Suitable> {
        if self.next().is_some() {
            return None;
        }
        if self.said(SuitQuestion::Floor) == Some(SuitAnswer::Dizzy) {
            return Some(Suitable::AskFirst(AskFirst::Dizzy));
        }
        let open = self.open();
        let easiest = self.said(SuitQuestion::Easiest);
        if easiest == Some(SuitAnswer::NoneOfThese) {
            return Some(Suitable::AskFirst(AskFirst::None));
        }
        // What is easiest to stay in goes before what is good for a side; without either, the order of the guide.
        let easiest = match easiest {
            Some(SuitAnswer::In(position)) => Some(position),
            _ => None,
        };
        let side = match self.said(SuitQuestion::Side) {
            Some(SuitAnswer::Yes) => Some(Position::Side),
            Some(SuitAnswer::No) => Some(Position::Back),
            _ => None,
        };
        let wished = [easiest, side].into_iter().flatten().chain(Position::ALL);
        let Some(best) = wished.into_iter().find(|position| open.contains(position)) else {
            return Some(Suitable::AskFirst(AskFirst::Closed));
        };
        Some(Suitable::Position(best, open.into_iter().filter(|&position| position != best).collect()))
    }
}

#[cfg(test)]
mod tests;
