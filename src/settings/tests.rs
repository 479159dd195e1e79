//! Every choice survives its file, and a damaged file costs only what is damaged.

use jiff::civil::{Date, Time, date};
use proptest::prelude::*;

use crate::figure::{Build, Hair, Look};

use crate::sheet::{NOTE_LETTERS, Own, Paper};
use crate::source::{Fault, FaultWords, Mistake};

use super::*;

/// Written by version 0.1.0. It stays as it is for ever: what people have on disk must go on loading.
const V1: &str = include_str!("../../tests/fixtures/settings-v1.ron");

fn v1() -> Settings {
    Settings {
        preferred_position: Some(Position::AllFours),
        daily_limit: DailyLimit::Twice,
        language: Some("es".to_owned()),
        theme: Theme::HighContrast,
        text_scale: TextScale::from_percent(150),
        reduced_motion: Some(true),
        look: Look { build: Build::Broad, hair: Hair::Bun },
        skin: Some("olive".to_owned()),
        hair_color: Some("gray".to_owned()),
        voice: false,
        tones: true,
        volume: Volume::from_percent(35).expect("inside the range"),
        system_voice: Some(true),
        reader_speaks: Some(true),
        answer_keys: false,
        self_paced: true,
        counts_aloud: true,
        pace: Pace { lead_in_secs: Some(20), hold_secs: Some(4), release_secs: None, breaths: Some(2), rounds: Some(5) },
        sore_side: Some(BodySide::Left),
        screen_is_far: Some(true),
        floor_turn: Turn::ThreeQuarters,
        region: Some("uk".to_owned()),
        reminders: true,
        reminder_times: vec![time(9, 0), time(17, 30)],
        consulted_on: Some(date(2026, 11, 22)),
        talk_first_on: Some(date(2026, 11, 1)),
        needs_check: true,
        avoid_back_lying: true,
        avoid_floor: true,
        avoid_pressing: true,
        paper: Some(Paper::Letter),
        printer: Some("Upstairs \"left\"".to_owned()),
        own: Own { phone: "+44 20 7946 0958".to_owned(), note: "Ask about the wall:\n\"how long?\"".to_owned() },
        read_sections: ["consult", "warm-up"].map(String::from).into(),
        welcomed_version: Some("0.1.0".to_owned()),
    }
}

/// What a person is told of a file.
fn told(decoded: &Decoded) -> Vec<String> {
    let words = FaultWords::shipped().expect("the shipped words");
    let damage = decoded.damage.iter().map(|damage| words.say_damage(damage));
    damage.chain(decoded.warnings.iter().map(|warning| words.say_setting(warning))).collect()
}

fn time(hour: i8, minute: i8) -> Time {
    Time::constant(hour, minute, 0, 0)
}

/// Written before the program had a voice, reminders and gates; nothing of it may be lost, and the rest is usual.
const V1_EARLY: &str = include_str!("../../tests/fixtures/settings-v1-early.ron");

#[test]
fn an_early_file_of_version_1_loads_for_ever() {
    let early = Settings {
        preferred_position: Some(Position::AllFours),
        daily_limit: DailyLimit::Twice,
        theme: Theme::HighContrast,
        text_scale: TextScale::from_percent(150),
        reduced_motion: Some(true),
        look: Look { build: Build::Broad, hair: Hair::Bun },
        skin: Some("olive".to_owned()),
        voice: false,
        tones: true,
        read_sections: ["consult", "warm-up"].map(String::from).into(),
        welcomed_version: Some("0.1.0".to_owned()),
        ..Settings::default()
    };
    assert_eq!(decode(V1_EARLY), Decoded { settings: early, ..Decoded::default() });
}

/// Written while the talk-first list asked for less: nothing of it is lost but the day of that list, which is asked anew.
const V1_FIRST_LIST: &str = include_str!("../../tests/fixtures/settings-v1-first-list.ron");

fn first_list() -> Settings {
    before_lead_in()
}

#[test]
fn a_file_from_before_the_list_grew_loads_for_ever_and_the_list_is_asked_anew() {
    assert_eq!(decode(V1_FIRST_LIST), Decoded { settings: first_list(), ..Decoded::default() });
}

/// Written before the clinic's phone and the note were kept.
const V1_BEFORE_OWN: &str = include_str!("../../tests/fixtures/settings-v1-before-own.ron");

#[test]
fn a_file_from_before_the_clinics_phone_was_kept_loads_for_ever() {
    let settings = Settings { own: Own::default(), ..before_lead_in() };
    assert_eq!(decode(V1_BEFORE_OWN), Decoded { settings, ..Decoded::default() });
}

/// Written before there was more than one language.
const V1_BEFORE_LANGUAGE: &str = include_str!("../../tests/fixtures/settings-v1-before-language.ron");

fn before_language() -> Settings {
    Settings { language: None, ..v1() }
}

#[test]
fn a_file_from_before_there_were_languages_loads_for_ever_and_follows_the_system() {
    assert_eq!(decode(V1_BEFORE_LANGUAGE), Decoded { settings: before_language(), ..Decoded::default() });
}

#[test]
fn a_language_that_nobody_has_is_kept_as_it_is() {
    let decoded = decode(&V1.replace("Some(\"es\")", "Some(\"tlh\")"));
    assert_eq!((decoded.settings.language.as_deref(), decoded.warnings), (Some("tlh"), Vec::new()));
}

/// Written before a press had a lead-in, a hold could be counted aloud, and it was asked where the screen is.
const V1_BEFORE_LEAD_IN: &str = include_str!("../../tests/fixtures/settings-v1-before-lead-in.ron");

fn before_lead_in() -> Settings {
    let pace = Pace { lead_in_secs: None, ..v1().pace };
    Settings {
        hair_color: None,
        counts_aloud: false,
        screen_is_far: None,
        pace,
        talk_first_on: None,
        avoid_pressing: false,
        ..before_language()
    }
}

#[test]
fn a_file_from_before_the_lead_in_loads_for_ever() {
    assert_eq!(decode(V1_BEFORE_LEAD_IN), Decoded { settings: before_lead_in(), ..Decoded::default() });
}

/// Written before the size of text could follow the system: a number stood there for everyone.
const V1_BEFORE_SYSTEM_TEXT: &str = include_str!("../../tests/fixtures/settings-v1-before-system-text.ron");

#[test]
fn a_size_from_before_it_followed_the_system_is_kept_where_it_was_a_choice() {
    let before_hair = || Settings { hair_color: None, ..before_language() };
    assert_eq!(decode(V1_BEFORE_SYSTEM_TEXT), Decoded { settings: before_hair(), ..Decoded::default() });
    let smallest = decode(&V1_BEFORE_SYSTEM_TEXT.replace("percent: 150", "percent: 100"));
    assert_eq!(smallest, Decoded { settings: Settings { text_scale: None, ..before_hair() }, ..Decoded::default() });
    let chosen = decode(&V1.replace("Some(150)", "Some(100)"));
    assert_eq!(chosen.settings.text_scale, Some(TextScale::MIN), "chosen against the system's");
}

#[test]
fn a_note_that_is_too_long_for_the_page_is_told_and_left_out() {
    let long = "x".repeat(NOTE_LETTERS + 1);
    let text =
        V1.lines().map(|line| if line.contains("own_note") { format!("    own_note: \"{long}\",") } else { line.to_owned() });
    let decoded = decode(&text.collect::<Vec<_>>().join("\n"));
    assert_eq!(decoded.settings.own, Own { note: String::new(), ..v1().own });
    assert_eq!(told(&decoded), ["line 41, “own_note” has 301 letters, and may only have 300"]);
}

#[test]
fn every_number_and_time_has_its_range() {
    let cases = [
        ("volume_percent: 35", "volume_percent: 101", "“volume_percent” is 101, and may only be 0 to 100"),
        ("lead_in_secs: Some(20)", "lead_in_secs: Some(31)", "“lead_in_secs” is 31, and may only be 5 to 30"),
        ("hold_secs: Some(4)", "hold_secs: Some(9)", "“hold_secs” is 9, and may only be 3 to 8"),
        ("release_secs: None", "release_secs: Some(2)", "“release_secs” is 2, and may only be 3 to 6"),
        ("breaths: Some(2)", "breaths: Some(6)", "“breaths” is 6, and may only be 2 to 5"),
        ("rounds: Some(5)", "rounds: Some(6)", "“rounds” is 6, and may only be 2 to 5"),
        ("floor_turn_degrees: 270", "floor_turn_degrees: 45", "“floor_turn_degrees” is 45, and may only be 0, 90, 180, 270"),
        ("\"17:30\"", "\"25:99\"", "“reminder_times” has 25:99, which is not a time like 09:00"),
        ("\"17:30\"", "\"17:30\", \"23:00\"", "“reminder_times” has 3 times, and may only have 2"),
        ("\"2026-11-22\"", "\"yesterday\"", "“consulted_on” is yesterday, which is not a day like 2026-11-22"),
    ];
    for (good, bad, said) in cases {
        assert!(V1.contains(good), "{good} is not in the fixture");
        let warnings = told(&decode(&V1.replace(good, bad)));
        assert!(matches!(warnings.as_slice(), [one] if one.ends_with(said)), "{warnings:?}");
    }
}

#[test]
fn a_file_of_version_1_loads_for_ever() {
    assert_eq!(decode(V1), Decoded { settings: v1(), ..Decoded::default() });
}

#[test]
fn what_is_written_today_is_the_fixture() {
    assert_eq!(encode(&v1()), V1);
}

#[test]
fn the_defaults_are_the_gentle_ones() {
    let settings = Settings::default();
    assert_eq!(settings.daily_limit, DailyLimit::Once);
    assert_eq!(settings.text_scale, None);
    assert_eq!(settings.welcomed_version, None);
    assert_eq!(decode(&encode(&settings)).settings, settings);
}

#[test]
fn a_bad_value_costs_only_its_own_field() {
    let text = V1.replace("150", "900").replace("theme: high_contrast", "theme: pink").replace("voice: false", "loud: 3");
    let decoded = decode(&text);
    assert_eq!(decoded.settings, Settings { text_scale: None, theme: Theme::System, voice: true, ..v1() });
    assert!(!decoded.read_only);
    let said = [
        "line 6, “theme” is pink, and may only be system, light, dark, high_contrast",
        "line 7, “text_scale_percent” is 900, and may only be 100 to 200",
        "line 13, “loud” is not a setting of this program",
    ];
    assert_eq!(told(&decoded), said);
}

#[test]
fn a_truncated_file_keeps_what_stands_before_the_break() {
    let at = V1.find("reduced_motion").expect("in the fixture");
    let Decoded { settings, damage, .. } = decode(&V1[..at + 9]);
    assert_eq!(settings.preferred_position, Some(Position::AllFours));
    assert_eq!(settings.text_scale, TextScale::from_percent(150));
    assert_eq!(damage, Some(Damage::Mistake(Mistake { line: 2, column: 1, fault: Fault::Unclosed('(') })));
}

#[test]
fn a_damaged_line_in_the_middle_costs_only_that_line() {
    let Decoded { settings, damage, warnings, .. } = decode(&V1.replace("daily_limit: twice,", "daily_limit: tw ((ice,"));
    assert_eq!(settings, Settings { daily_limit: DailyLimit::Once, ..v1() });
    assert!(matches!(damage, Some(Damage::Mistake(_))));
    assert!(warnings.iter().any(|warning| (warning.field.as_str(), warning.line) == ("daily_limit", 5)), "{warnings:?}");
}

#[test]
fn a_newer_file_is_read_and_never_written_over() {
    let decoded = decode(&V1.replace("version: 1", "version: 2"));
    assert!(decoded.read_only);
    assert_eq!(decoded.settings, v1());
}

#[test]
fn an_empty_file_gives_the_defaults_and_says_so() {
    let decoded = decode("");
    assert_eq!(decoded.settings, Settings::default());
    assert!(matches!(decoded.damage, Some(Damage::Mistake(Mistake { fault: Fault::Empty, .. }))));
    assert!(!decoded.read_only);
}

#[test]
fn a_setting_that_stands_there_twice_is_told_on_its_own_line() {
    let decoded = decode(&V1.replace("theme: high_contrast,", "theme: high_contrast,\n    theme: dark,"));
    assert_eq!(decoded.settings, Settings { theme: Theme::Dark, ..v1() });
    assert_eq!(told(&decoded), ["line 7, “theme” stands there twice, and the last one counts"]);
}

#[test]
fn times_in_the_file_are_read_as_people_type_them() {
    let decoded = decode(&V1.replace("\"09:00\", \"17:30\"", "\"9 am\", \"5.30 pm\""));
    assert_eq!((decoded.settings, decoded.warnings), (v1(), vec![]));
}

#[test]
fn a_file_of_odd_fields_is_read_in_no_time_and_told_briefly() {
    let odd = |count: usize| -> String { (0..count).map(|n| format!("    f{n}: 1,\n")).collect() };
    let started = std::time::Instant::now();
    let text = V1.replace("    theme:", &format!("{}    theme:", odd(20_000)));
    let decoded = decode(&text);
    assert!(started.elapsed().as_secs() < 3, "{:?}", started.elapsed()); // minutes where each warning searches the text
    assert_eq!((decoded.settings, decoded.warnings.len()), (v1(), 20));
    assert!(decoded.warnings.iter().enumerate().all(|(n, warning)| warning.line == n + 6), "{:?}", decoded.warnings);
    // The same where it has to be read line by line.
    let decoded = decode(&format!("{text})"));
    assert_eq!((decoded.settings, decoded.warnings.len()), (v1(), 20));
    assert!(started.elapsed().as_secs() < 6, "{:?}", started.elapsed());
    let decoded = decode(&odd(LIMIT_BYTES / 8));
    assert_eq!((decoded.settings, decoded.damage), (Settings::default(), Some(Damage::TooLarge)));
}

#[test]
fn text_sizes_stay_in_their_range() {
    let mut size = TextScale::MIN;
    assert_eq!(size.smaller(), TextScale::MIN);
    for offered in TextScale::OFFERED.into_iter().skip(1) {
        assert_eq!(size.larger().smaller(), size);
        size = size.larger();
        assert_eq!(size, offered);
    }
    assert_eq!((size, size.larger()), (TextScale::MAX, TextScale::MAX));
    let between = TextScale::from_percent(120).expect("in the range");
    assert_eq!((between.smaller().percent(), between.larger().percent()), (115, 130));
    assert_eq!(TextScale::from_percent(99), None);
    assert_eq!(TextScale::from_percent(201), None);
}

/// The choices about sessions, reminders and printing; the others are as usual.
fn any_session_settings() -> impl Strategy<Value = Settings> {
    use proptest::option::of;
    let pace = (of(5u32..=30), of(3u32..=8), of(3u32..=6), of(2u32..=5), of(2u32..=5));
    let pace = pace.prop_map(|(lead_in_secs, hold_secs, release_secs, breaths, rounds)| Pace {
        lead_in_secs,
        hold_secs,
        release_secs,
        breaths,
        rounds,
    });
    let side = of(proptest::sample::select(vec![BodySide::Left, BodySide::Right]));
    let turn = proptest::sample::select(Turn::ALL.to_vec());
    let times = proptest::collection::vec((0i8..24, 0i8..60).prop_map(|(hour, minute)| time(hour, minute)), 0..=2);
    let day = || of((-100i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::constant(year, month, day)));
    let flags = (any::<[bool; 8]>(), any::<Option<bool>>());
    let paper = of(proptest::sample::select(vec![Paper::A4, Paper::Letter]));
    let own = ("\\PC{0,40}", "[a-z\"\\\\ \n,:()é]{0,300}").prop_map(|(phone, note)| Own { phone, note });
    let first = (0u16..=100, any::<Option<bool>>(), pace, side, turn, any::<Option<String>>(), times);
    (first, day(), day(), flags, paper, any::<Option<String>>(), own).prop_map(
        |(first, consulted_on, talk_first_on, flags, paper, printer, own)| {
            let (percent, reader_speaks, pace, sore_side, floor_turn, region, reminder_times) = first;
            let (
                [answer_keys, self_paced, counts_aloud, reminders, needs_check, avoid_back_lying, avoid_floor, avoid_pressing],
                screen_is_far,
            ) = flags;
            Settings {
                volume: Volume::from_percent(percent).unwrap_or_default(),
                reader_speaks,
                answer_keys,
                self_paced,
                counts_aloud,
                pace,
                sore_side,
                screen_is_far,
                floor_turn,
                region,
                reminders,
                reminder_times,
                consulted_on,
                talk_first_on,
                needs_check,
                avoid_back_lying,
                avoid_floor,
                avoid_pressing,
                paper,
                printer,
                own,
                ..Settings::default()
            }
        },
    )
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let position = proptest::option::of(proptest::sample::select(Position::ALL.to_vec()));
    let theme = proptest::sample::select(vec![Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast]);
    let sections = proptest::collection::btree_set("[a-z\"\\\\ \n,:()]{0,12}", 0..4);
    let hair = proptest::sample::select(Hair::ALL.to_vec());
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<Option<bool>>(), hair);
    (position, theme, 100u16..=200, flags, sections, any::<Option<String>>(), any_session_settings()).prop_map(
        |(
            preferred_position,
            theme,
            percent,
            (twice, voice, tones, reduced_motion, hair),
            read_sections,
            welcomed_version,
            rest,
        )| {
            Settings {
                preferred_position,
                daily_limit: if twice { DailyLimit::Twice } else { DailyLimit::Once },
                theme,
                text_scale: TextScale::from_percent(percent).filter(|_| percent != 101),
                reduced_motion,
                look: Look { build: if voice { Build::Broad } else { Build::Slim }, hair },
                skin: welcomed_version.clone(),
                voice,
                tones,
                read_sections,
                welcomed_version,
                ..rest
            }
        },
    )
}

proptest! {
    #[test]
    fn every_choice_survives_the_file(settings in any_settings()) {
        let decoded = decode(&encode(&settings));
        prop_assert_eq!(decoded, Decoded { settings, ..Decoded::default() });
    }

    #[test]
    fn no_text_at_all_brings_decoding_down(text in "\\PC{0,200}", cut in 0usize..400) {
        decode(&text);
        let damaged: String = V1.chars().take(cut).chain(text.chars()).collect();
        decode(&damaged);
    }
}
