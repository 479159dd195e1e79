//! Every choice survives its file, and a damaged file costs only what is damaged.

use proptest::prelude::*;

use crate::figure::{Build, Hair, Look};

use super::*;

/// Written by version 0.1.0. It stays as it is for ever: what people have on disk must go on loading.
const V1: &str = include_str!("../../tests/fixtures/settings-v1.ron");

fn v1() -> Settings {
    Settings {
        preferred_position: Some(Position::AllFours),
        daily_limit: DailyLimit::Twice,
        theme: Theme::HighContrast,
        text_scale: TextScale::from_percent(150).expect("inside the range"),
        reduced_motion: Some(true),
        look: Look { build: Build::Broad, hair: Hair::Bun },
        skin: Some("olive".to_owned()),
        voice: false,
        tones: true,
        read_sections: ["consult", "warm-up"].map(String::from).into(),
        welcomed_version: Some("0.1.0".to_owned()),
    }
}

#[test]
fn a_file_of_version_1_loads_for_ever() {
    assert_eq!(decode(V1), Decoded { settings: v1(), warnings: vec![], read_only: false });
}

#[test]
fn what_is_written_today_is_the_fixture() {
    assert_eq!(encode(&v1()), V1);
}

#[test]
fn the_defaults_are_the_gentle_ones() {
    let settings = Settings::default();
    assert_eq!(settings.daily_limit, DailyLimit::Once);
    assert_eq!(settings.text_scale.percent(), 100);
    assert_eq!(settings.welcomed_version, None);
    assert_eq!(decode(&encode(&settings)).settings, settings);
}

#[test]
fn a_bad_value_costs_only_its_own_field() {
    let text = V1.replace("150", "900").replace("theme: high_contrast", "theme: pink").replace("voice: false", "loud: 3");
    let Decoded { settings, warnings, read_only } = decode(&text);
    assert_eq!(settings, Settings { text_scale: TextScale::MIN, theme: Theme::System, voice: true, ..v1() });
    assert!(!read_only);
    let told: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("line 6: `theme` cannot be read"), "{}", told[0]);
    assert_eq!(told[1], "line 7: `text_scale_percent` is 900, and may only be 100 to 200");
    assert_eq!(told[2], "line 12: `loud` is not a setting of this program");
}

#[test]
fn a_truncated_file_keeps_what_stands_before_the_break() {
    let at = V1.find("reduced_motion").expect("in the fixture");
    let Decoded { settings, warnings, .. } = decode(&V1[..at + 9]);
    assert_eq!(settings.preferred_position, Some(Position::AllFours));
    assert_eq!(settings.text_scale.percent(), 150);
    assert!(!warnings.is_empty());
}

#[test]
fn a_damaged_line_in_the_middle_costs_only_that_line() {
    let Decoded { settings, warnings, .. } = decode(&V1.replace("daily_limit: twice,", "daily_limit: tw ((ice,"));
    assert_eq!(settings, Settings { daily_limit: DailyLimit::Once, ..v1() });
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
    assert!(!decoded.warnings.is_empty());
    assert!(!decoded.read_only);
}

#[test]
fn text_sizes_stay_in_their_range() {
    let mut size = TextScale::MIN;
    assert_eq!(size.smaller(), TextScale::MIN);
    for _ in 0..20 {
        size = size.larger();
    }
    assert_eq!(size, TextScale::MAX);
    assert_eq!(TextScale::from_percent(99), None);
    assert_eq!(TextScale::from_percent(201), None);
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let position = proptest::option::of(proptest::sample::select(Position::ALL.to_vec()));
    let theme = proptest::sample::select(vec![Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast]);
    let sections = proptest::collection::btree_set("[a-z\"\\\\ \n,:()]{0,12}", 0..4);
    let hair = proptest::sample::select(Hair::ALL.to_vec());
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<Option<bool>>(), hair);
    (position, theme, 100u16..=200, flags, sections, any::<Option<String>>()).prop_map(
        |(preferred_position, theme, percent, (twice, voice, tones, reduced_motion, hair), read_sections, welcomed_version)| {
            Settings {
                preferred_position,
                daily_limit: if twice { DailyLimit::Twice } else { DailyLimit::Once },
                theme,
                text_scale: TextScale::from_percent(percent).unwrap_or_default(),
                reduced_motion,
                look: Look { build: if voice { Build::Broad } else { Build::Slim }, hair },
                skin: welcomed_version.clone(),
                voice,
                tones,
                read_sections,
                welcomed_version,
            }
        },
    )
}

proptest! {
    #[test]
    fn every_choice_survives_the_file(settings in any_settings()) {
        let decoded = decode(&encode(&settings));
        prop_assert_eq!(decoded, Decoded { settings, warnings: vec![], read_only: false });
    }

    #[test]
    fn no_text_at_all_brings_decoding_down(text in "\\PC{0,200}", cut in 0usize..400) {
        decode(&text);
        let damaged: String = V1.chars().take(cut).chain(text.chars()).collect();
        decode(&damaged);
    }
}
