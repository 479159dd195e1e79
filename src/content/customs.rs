//! What is usual in a country: twelve or twenty-four hours, and the day that a week begins with.
//!
//! Not a language: English is read in countries of either kind. Both tables are CLDR's (`timeData` as the short time
//! of a country's first language has it, and `weekData`). Invariant: a country that no table names counts to 24, from Monday.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// Countries whose clocks go to twelve.
const TWELVE_HOURS: &str = "AE AG AL AS AU BD BH BN BO BS BT CA CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ GH GR GT GU HK HN IN IQ JM JO KH KP KR \
    KW LB LS LY MH MO MR MX MY NA NI NZ OM PA PE PG PH PK PR PS PW QA SA SD SG SO SS SV SY TD TN TO TT TW US VE VI VU WS YE";
/// Where clocks go to 24 in one of such a country's languages.
const TWENTY_FOUR_HOURS: [&str; 1] = ["fr_CA"];
/// Countries whose weeks begin on a Sunday, and on a Saturday.
const FROM_SUNDAY: &str = "AG AO AS BD BR BS BT BW BZ CA CO CV DM DO ET GT GU GW HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ \
    NI NP PA PE PH PK PR PT PY SA SG ST SV TH TL TT TW US VE VI WS YE ZA ZW";
const FROM_SATURDAY: &str = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";

/// What is usual in a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Customs {
    /// Clocks go to twelve there.
    pub twelve_hours: bool,
    /// The first day of a week.
    pub week_begins: Weekday,
}

impl Default for Customs {
    fn default() -> Self {
        Self { twelve_hours: false, week_begins: Weekday::Monday }
    }
}

impl Customs {
    /// Those of a locale as systems write it: `en_US.UTF-8`, `es-419-MX`. One without a country has the usual ones.
    pub fn of(locale: &str) -> Self {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let country = name.split(['_', '-']).skip(1).find(|part| part.len() == 2).unwrap_or_default().to_ascii_uppercase();
        let is_in = |countries: &str| countries.split_whitespace().any(|listed| listed == country);
        let week_begins = match () {
            () if is_in(FROM_SUNDAY) => Weekday::Sunday,
            () if is_in(FROM_SATURDAY) => Weekday::Saturday,
            () => Weekday::Monday,
        };
        let language = name.split(['_', '-']).next().unwrap_or_default();
        let is_exception = TWENTY_FOUR_HOURS.contains(&format!("{language}_{country}").as_str());
        Self { twelve_hours: is_in(TWELVE_HOURS) && !is_exception, week_begins }
    }

    /// The first day of a day's week.
    pub fn week_of(self, day: Date) -> Date {
        day.saturating_sub(i64::from(day.weekday().since(self.week_begins)).days())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_country_is_read_from_its_locale_however_that_is_written() {
        let sunday_twelve = Customs { twelve_hours: true, week_begins: Weekday::Sunday };
        for locale in ["en_US.UTF-8", "en-US", "es_MX", "es-Latn-MX", "en_CA@euro", "es_us"] {
            assert_eq!(Customs::of(locale), sunday_twelve, "{locale}");
        }
        for locale in ["", "C", "C.UTF-8", "POSIX", "en", "en_GB.UTF-8", "de_DE", "fr-FR", "es_ES", "es-419"] {
            assert_eq!(Customs::of(locale), Customs::default(), "{locale}");
        }
        assert_eq!(Customs::of("en_AU"), Customs { twelve_hours: true, week_begins: Weekday::Monday });
        assert_eq!(Customs::of("pt_BR"), Customs { twelve_hours: false, week_begins: Weekday::Sunday });
        assert_eq!(Customs::of("fr_CA.UTF-8"), Customs { twelve_hours: false, week_begins: Weekday::Sunday });
        assert_eq!(Customs::of("ar_EG").week_begins, Weekday::Saturday);
    }

    #[test]
    fn a_week_holds_its_day_and_begins_as_the_country_has_it() {
        let sunday = date(2026, 11, 22);
        for (locale, first) in [("en_US", sunday), ("en_GB", date(2026, 11, 16)), ("ar_EG", date(2026, 11, 21))] {
            assert_eq!(Customs::of(locale).week_of(sunday), first, "{locale}");
        }
        assert!(Customs::default().week_of(Date::MIN) >= Date::MIN);
    }
}
