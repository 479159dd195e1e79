//! Days, months and times as a person writes them.
//!
//! Not a calendar. Invariant: every name and every order of day and month comes from the content folder, so that
//! another language needs no code.

use jiff::civil::{Date, Time, Weekday};
use serde::Deserialize;

use super::Customs;
use crate::source::{InLanguage, fill};

/// The names, and how they stand together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateWords {
    /// Monday to Sunday.
    pub weekdays: [String; 7],
    /// The same in three letters or so.
    pub weekdays_short: [String; 7],
    /// The same in two letters, over the columns of a calendar.
    pub weekdays_column: [String; 7],
    /// January to December.
    pub months: [String; 12],
    /// The same in three letters or so.
    pub months_short: [String; 12],
    /// The first of a month as a number: "1er" in French.
    pub first_day: String,
    /// `{weekday} {day} {month}`.
    pub day: String,
    /// `{weekday} {day} {month} {year}`.
    pub day_of_year: String,
    /// `{weekday} {day}`, short, where the month is known.
    pub short: String,
    /// `{day} {month}`, short.
    pub day_and_month: String,
    /// `{month} {year}`.
    pub month: String,
    /// `{hour}:{minute}`, both with two digits.
    pub time: String,
    /// The same where clocks go to twelve.
    pub twelve_hours: TwelveHours,
}

/// A time before noon and after it; the hour in as many digits as it has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwelveHours {
    pub am: String,
    pub pm: String,
}

impl InLanguage for DateWords {}

impl DateWords {
    /// "Thursday 3 December".
    pub fn day(&self, date: Date) -> String {
        self.filled(&self.day, date, &self.weekdays, &self.months)
    }

    /// "Thursday 3 December 2026".
    pub fn day_of_year(&self, date: Date) -> String {
        self.filled(&self.day_of_year, date, &self.weekdays, &self.months)
    }

    /// "Thu 3".
    pub fn short(&self, date: Date) -> String {
        self.filled(&self.short, date, &self.weekdays_short, &self.months_short)
    }

    /// "3 Dec".
    pub fn day_and_month(&self, date: Date) -> String {
        self.filled(&self.day_and_month, date, &self.weekdays_short, &self.months_short)
    }

    /// "December 2026".
    pub fn month(&self, date: Date) -> String {
        self.filled(&self.month, date, &self.weekdays, &self.months)
    }

    /// The days of a week in their order, each as it stands over its column and in full.
    pub fn week(&self, customs: Customs) -> impl Iterator<Item = (&str, &str)> {
        let first = usize::try_from(customs.week_begins.to_monday_zero_offset()).unwrap_or_default();
        let days = self.weekdays_column.iter().zip(&self.weekdays).map(|(short, long)| (short.as_str(), long.as_str()));
        days.cycle().skip(first).take(self.weekdays.len())
    }

    /// "09:05", or "9:05 AM" where that is usual.
    pub fn time(&self, time: Time, customs: Customs) -> String {
        let minute = format!("{:02}", time.minute());
        let (text, hour) = if customs.twelve_hours {
            let hour = if time.hour() % 12 == 0 { 12 } else { time.hour() % 12 };
            (if time.hour() < 12 { &self.twelve_hours.am } else { &self.twelve_hours.pm }, hour.to_string())
        } else {
            (&self.time, format!("{:02}", time.hour()))
        };
        fill(text, &[("hour", &hour), ("minute", &minute)])
    }

    fn filled(&self, text: &str, date: Date, weekdays: &[String; 7], months: &[String; 12]) -> String {
        let name = |names: &[String], place: i8| usize::try_from(place).ok().and_then(|place| names.get(place).cloned());
        let weekday = name(weekdays, Weekday::to_monday_zero_offset(date.weekday())).unwrap_or_default();
        let month = name(months, date.month() - 1).unwrap_or_default();
        let day = if date.day() == 1 { self.first_day.clone() } else { date.day().to_string() };
        let year = date.year().to_string();
        fill(text, &[("weekday", &weekday), ("day", &day), ("month", &month), ("year", &year)])
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use crate::content::{Customs, embedded, whole};

    use super::DateWords;

    /// The dates of a language's history.
    #[derive(serde::Deserialize)]
    struct Dated {
        dates: DateWords,
    }

    impl crate::source::InLanguage for Dated {}

    #[test]
    fn the_first_of_a_month_is_numbered_as_the_language_has_it() {
        let said = |language: &str, day| {
            let words: Dated = whole(&embedded(), language).read_in(language, "history").expect("its dates");
            words.dates.day(date(2026, 3, day))
        };
        assert_eq!(said("fr", 1), "dimanche 1er mars");
        assert_eq!(said("fr", 2), "lundi 2 mars");
        assert_eq!(said("en", 1), "Sunday 1 March");
    }

    #[test]
    fn a_time_is_written_as_the_country_and_the_language_have_it() {
        let said = |language: &str, locale: &str, hour, minute| {
            let words: Dated = whole(&embedded(), language).read_in(language, "history").expect("its dates");
            words.dates.time(time(hour, minute, 0, 0), Customs::of(locale))
        };
        for (hour, minute, twelve, twenty_four) in
            [(0, 5, "12:05 AM", "00:05"), (9, 0, "9:00 AM", "09:00"), (12, 0, "12:00 PM", "12:00"), (21, 30, "9:30 PM", "21:30")]
        {
            assert_eq!(said("en", "en_US", hour, minute), twelve);
            assert_eq!(said("en", "en_GB", hour, minute), twenty_four);
        }
        assert_eq!(said("es", "es_MX", 21, 30), "9:30 p. m.");
        assert_eq!(said("es", "es_ES", 21, 30), "21:30");
        assert_eq!(said("de", "de_AT", 21, 30), "21:30");
        assert_eq!(said("fr", "fr_CA", 21, 30), "21:30");
    }
}
