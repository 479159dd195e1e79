//! The words of the sheet, as content writes them.
//!
//! Typed text and nothing else: no sizes, no order on the page. `content/<language>/sheet.ron` holds them, so a
//! new language needs no code.
//!
//! Invariant: words that were read have all their parts (four positions, six boxes, eight points, seven days)
//! and no {placeholder} that the program can not fill in.

use jiff::civil::Date;
use serde::Deserialize;

use super::words_visit::{Calls, CardWords, VisitWords, WeeksWords};
use crate::content::{Asked, Sign, Signs as SignTable, Urgency};
use crate::source::{Files, Problem};

/// Every word of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetWords {
    /// Language as a BCP 47 tag; set from the folder the words were read from.
    #[serde(skip)]
    pub language: String,
    /// The one main heading.
    pub title: String,
    /// The three rules in the band under the title.
    pub banner: String,
    /// The four positions.
    pub positions: Positions,
    /// One round, a box for each phase.
    pub round: Round,
    /// The main points.
    pub points: Points,
    /// When to stop.
    pub stop: Signs,
    /// How soon, beside each sign that means stop.
    pub stop_acts: StopActs,
    /// When to call for help.
    pub emergency: Signs,
    /// Whom to call then.
    pub calls: Calls,
    /// What else helps.
    pub helps: Helps,
    /// The table to fill in.
    pub log: Log,
    /// Heading over a line for the clinic's number.
    pub phone: String,
    /// Heading over lines for questions.
    pub questions: String,
    /// Heading over the person's own note.
    pub note: String,
    /// The last four weeks.
    pub weeks: WeeksWords,
    /// The page for a clinician.
    pub visit: VisitWords,
    /// The emergency card.
    pub card: CardWords,
    /// What stands at the foot of each page.
    pub footer: Footer,
}

/// The four positions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Positions {
    /// May hold `{n}`.
    pub heading: String,
    /// Said beside the heading when a position is preferred; holds `{position}`.
    pub yours: String,
    /// Back, side, all fours, wall, in this order.
    pub cards: Vec<Card>,
}

/// One position.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The figure's scene.
    pub scene: String,
    /// Its name as a label.
    pub name: String,
    /// Its name inside a sentence.
    pub mention: String,
    /// Whom it suits.
    pub tagline: String,
    /// What the figure shows, for someone who does not see it.
    pub picture: String,
}

/// One round, a box for each phase.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// May hold `{n}` and the numbers of a round.
    pub heading: String,
    /// Smaller, beside the heading.
    pub aside: String,
    /// Hands, press on, hold, let go, breathe, check in.
    pub boxes: Vec<Step>,
}

/// One step of a round.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// How long or what for; may hold the numbers of a round.
    pub what: String,
    /// The scene of this phase without its position: `press-small` is `back-press-small` for who lies on the back.
    pub scene: String,
    /// What the figure shows, for someone who does not see it.
    pub picture: String,
}

/// The main points.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// Heading of the list.
    pub heading: String,
    /// The points, first to last.
    pub items: Vec<MainPoint>,
}

/// One main point.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MainPoint {
    /// The words in bold that open it.
    pub lead: String,
    /// How it goes on.
    pub rest: String,
    /// Ids of the facts it carries.
    pub facts: Vec<String>,
}

/// A list of warning signs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    /// What the signs ask for.
    pub heading: String,
    /// The signs, from the table of signs.
    #[serde(skip)]
    pub signs: Vec<String>,
    /// What to do next.
    pub then: String,
}

/// How soon a sign that means stop needs someone; each holds `{sign}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopActs {
    /// Get help now.
    pub emergency: String,
    /// Call today.
    pub today: String,
    /// Call today if it grows or does not settle.
    pub if_it_stays: String,
}

impl StopActs {
    /// A sign's line, by the urgency that the table of signs gives it.
    fn line(&self, sign: &Sign) -> String {
        let line = match sign.urgency {
            Urgency::Emergency => &self.emergency,
            Urgency::Today => &self.today,
            Urgency::IfItStays | Urgency::Soon | Urgency::NotToday => &self.if_it_stays,
        };
        crate::source::fill(line, &[("sign", sign.name())])
    }
}

/// What else helps a sore back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helps {
    /// Heading over the lines.
    pub heading: String,
    /// One line each.
    pub items: Vec<String>,
    /// What opens the sentence that stands in their place where there is no room for a list.
    pub short_lead: String,
    /// That sentence.
    pub short: String,
}

/// The table to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// Heading over the table.
    pub heading: String,
    /// What the letters mean.
    pub key: String,
    /// Monday to Sunday, short.
    pub days: Vec<String>,
    /// One row for each session a day may have.
    pub rows: Vec<String>,
}

/// What stands at the foot of each page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Footer {
    /// What the sheet is not.
    pub note: String,
    /// The program's name and the date; holds `{day}`, `{month}`, `{year}`.
    pub made: String,
    /// Page number, when there is more than one; holds `{page}`, `{pages}`.
    pub page: String,
    /// January to December, as the date writes them.
    pub months: Vec<String>,
    /// The first of a month as a number: "1er" in French.
    pub first_day: String,
}

impl Footer {
    /// Day and month of a date, as the placeholders `{day}` and `{month}` stand for them.
    pub(super) fn day_and_month(&self, date: Date) -> [(&'static str, String); 2] {
        let month = usize::try_from(date.month()).ok().and_then(|month| self.months.get(month.checked_sub(1)?));
        let day = if date.day() == 1 { self.first_day.clone() } else { date.day().to_string() };
        [("day", day), ("month", month.cloned().unwrap_or_default())]
    }
}

/// The placeholders the program fills in, anywhere on the sheet.
const PLACEHOLDERS: &[&str] = &[
    "n", "position", "hands", "ramp", "hold", "release", "breaths", "rounds", "day", "month", "year", "page", "pages", "from",
    "to", "sessions", "warm_ups", "eased", "same", "worse", "stopped", "number", "place", "numbers", "title", "sign",
];

impl SheetWords {
    /// The scenes of a round's phases, in this position; in the first one where none is preferred.
    pub(super) fn round_scenes(&self, position: Option<usize>) -> impl Iterator<Item = String> {
        let cards = &self.positions.cards;
        let card = position.and_then(|index| cards.get(index)).or_else(|| cards.first());
        let name = card.map_or("", |card| card.scene.trim_end_matches("-set-up"));
        self.round.boxes.iter().map(move |step| format!("{name}-{}", step.scene))
    }

    /// Reads the words of one language (`en`) from the content files.
    ///
    /// # Errors
    /// A missing or broken file, a wrong number of parts, or a placeholder that nothing fills in.
    pub fn read(files: &Files, language: &str) -> Result<Self, Problem> {
        let path = format!("{language}/sheet.ron");
        let mut words: Self = files.read(&path)?;
        language.clone_into(&mut words.language);
        let signs = SignTable::read(files, language)?;
        words.stop.signs = signs.asked(Asked::AfterStop).into_iter().map(|sign| words.stop_acts.line(sign)).collect();
        words.emergency.signs = signs.on_paper(Asked::EmergencyList);
        if let Some((name, found, needed)) = words.miscounted() {
            let line = files.line_of(&path, &format!("{name}:"));
            let what = format!("{name} has {found} entries and needs {needed}");
            return Err(Problem::new(path, line, what, "add or take out entries"));
        }
        let unknown = files.get(&path).and_then(|text| {
            let code = |line: &str| !line.trim_start().starts_with("//");
            text.lines()
                .enumerate()
                .filter(|(_, line)| code(line))
                .find_map(|(index, line)| Some((index, unknown_placeholder(line)?)))
        });
        match unknown {
            None => Ok(words),
            Some((index, name)) => Err(Problem::new(
                path,
                index + 1,
                format!("nothing fills in {{{name}}}"),
                format!("use one of {{{}}}", PLACEHOLDERS.join("}, {")),
            )),
        }
    }
}

impl SheetWords {
    /// The first list that has not as many entries as the page has places for.
    fn miscounted(&self) -> Option<(&'static str, usize, usize)> {
        [
            ("cards", self.positions.cards.len(), 4),
            ("boxes", self.round.boxes.len(), 6),
            ("items", self.points.items.len(), 8),
            ("days", self.log.days.len(), 7),
            ("rows", self.log.rows.len(), 2),
            ("months", self.footer.months.len(), 12),
            ("count_names", self.visit.count_names.len(), 7),
            ("head", self.visit.stops.head.len(), 8),
        ]
        .into_iter()
        .find(|(_, found, needed)| found != needed)
    }
}

fn unknown_placeholder(line: &str) -> Option<&str> {
    let names = line.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest));
    names.into_iter().find(|name| !PLACEHOLDERS.contains(name))
}

/// Puts values in place of their placeholders.
pub(super) fn fill(text: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    crate::source::fill(text, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Files {
        let mut files = Files::default();
        files.insert("en/sheet.ron", text);
        files.insert("en/signs.ron", include_str!("../../content/en/signs.ron"));
        files
    }

    const SHIPPED: &str = include_str!("../../content/en/sheet.ron");

    #[test]
    fn the_shipped_words_are_read() {
        let words = SheetWords::read(&files(SHIPPED), "en").expect("the shipped words are complete");
        assert_eq!(words.language, "en");
    }

    #[test]
    fn a_placeholder_nobody_fills_is_a_problem_with_its_line() {
        let broken = SHIPPED.replace("{hold} seconds", "{holt} seconds");
        let problem = SheetWords::read(&files(&broken), "en").expect_err("{holt} is no placeholder");
        let line = broken.lines().position(|line| line.contains("{holt}")).map(|index| index + 1);
        assert_eq!(Some(problem.line), line);
        assert!(problem.what.contains("{holt}"), "{problem}");
    }

    #[test]
    fn an_unknown_field_and_a_missing_point_are_problems() {
        let extra = SHIPPED.replace("    phone:", "    telephone: \"x\",\n    phone:");
        assert!(SheetWords::read(&files(&extra), "en").is_err());
        let cut: String = SHIPPED.lines().filter(|line| !line.contains("CONC-8")).map(|line| format!("{line}\n")).collect();
        assert!(SheetWords::read(&files(&cut), "en").is_err());
    }

    #[test]
    fn placeholders_are_filled() {
        assert_eq!(fill("{a} and {b}, {a}", &[("a", "1".into()), ("b", "2".into())]), "1 and 2, 1");
    }
}
