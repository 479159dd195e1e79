//! A plan, and what was left out of it, in plain words.
//!
//! Not the words themselves, which are in `plan.ron`. Invariant: every refusal says what stands there, what may stand
//! there, and what happens instead.

use super::{Numbers, OwnPlan, Part, PlanWords, Refusal, Why};
use crate::{
    session::Position,
    source::{FaultWords, fill},
};

impl PlanWords {
    /// What a plan asks for, a sentence a line. What it does not say is the guide's, and said so.
    ///
    /// `name` gives a position's name.
    pub fn lines(&self, plan: &OwnPlan, guide: Numbers, name: &dyn Fn(Position) -> String) -> Vec<String> {
        let mut lines = vec![self.positions(plan, name)];
        lines.extend(plan.preferred().map(|preferred| fill(&self.page.preferred, &[("name", &name(preferred))])));
        lines.extend(Part::ALL.map(|part| {
            let own = plan.number(part);
            let sentence = self.part(part).sentence.of(own.unwrap_or_else(|| part.of(&guide)) as usize);
            if own.is_some() { sentence } else { format!("{sentence} {}", self.page.same) }
        }));
        lines
    }

    fn positions(&self, plan: &OwnPlan, name: &dyn Fn(Position) -> String) -> String {
        if plan.positions() == Position::ALL {
            return self.page.positions_all.clone();
        }
        let names: Vec<String> = plan.positions().iter().map(|&position| name(position)).collect();
        fill(&self.page.positions, &[("list", &names.join(", "))])
    }

    /// A refusal with its line. `faults` has the words for what can not be read.
    pub fn refusal(&self, refusal: &Refusal, guide: Numbers, faults: &FaultWords) -> String {
        let what = self.why(refusal, guide, faults);
        if refusal.line == 0 {
            return what;
        }
        fill(&self.refused.at_line, &[("line", &refusal.line.to_string()), ("what", &what)])
    }

    fn why(&self, refusal: &Refusal, guide: Numbers, faults: &FaultWords) -> String {
        let words = &self.refused;
        let field = refusal.field.as_str();
        match &refusal.why {
            Why::TooLarge => words.too_large.clone(),
            Why::Damaged(mistake) => fill(&words.damaged, &[("why", &faults.say(mistake))]),
            Why::Newer(_) => words.newer.clone(),
            Why::NoVersion => words.no_version.clone(),
            Why::NoTitle => words.no_title.clone(),
            Why::Unknown => fill(&words.unknown, &[("field", field)]),
            Why::Twice => fill(&words.twice, &[("field", field)]),
            Why::Number { value, range, part } => {
                let stays = part.of(&guide).to_string();
                let (least, most) = (range.start().to_string(), range.end().to_string());
                let places = [("least", least.as_str()), ("most", &most), ("guide", &stays), ("field", field), ("value", value)];
                fill(&words.number, &places)
            }
            Why::NotText => fill(&words.not_text, &[("field", field)]),
            Why::TooLong(most) => fill(&words.too_long, &[("most", &most.to_string()), ("field", field)]),
            Why::NotPositions => words.not_positions.clone(),
            Why::NoPosition(value) => fill(&words.no_position, &[("value", value)]),
            Why::NoneLeft => words.none_left.clone(),
            Why::LeftOut(position) => fill(&words.left_out, &[("value", position.id())]),
        }
    }
}
