//! Sizes by name, read from `assets/theme/metrics.ron` (screens.md section 3).
//!
//! Not colours (see [`crate::drawing::Palette`]) and not layout: a view decides what stands beside what, this
//! file decides how large. Invariant: every length on screen comes from here or is derived from what is shown.

use serde::Deserialize;

/// The three weights that the program ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Weight {
    Regular,
    Semibold,
    Bold,
}

/// One role of text: size and line height in points.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRole {
    pub size: f32,
    pub line: f32,
    pub weight: Weight,
    /// Extra space between letters.
    pub spacing: f32,
}

impl TextRole {
    /// The same role, larger or smaller.
    pub fn times(self, factor: f32) -> Self {
        Self { size: self.size * factor, line: self.line * factor, spacing: self.spacing * factor, ..self }
    }
}

/// Sizes of the floor view, in points of a screen 1080 high (screens.md section 3, Type).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of screens.md section 3")]
pub struct Floor {
    pub phase: f32,
    pub numeral: f32,
    pub question: f32,
    pub answer: f32,
    pub cue: f32,
    pub hint: f32,
    pub stop: f32,
    pub label: f32,
    pub pad: f32,
    pub gap: f32,
    pub header: f32,
    pub stop_band: f32,
    pub stop_square: f32,
    pub ring: f32,
    pub ring_stroke: f32,
    pub ring_least: f32,
    pub stage_least: f32,
    pub key_cap: f32,
    pub radius: f32,
    pub radius_key: f32,
    pub border: f32,
    pub dot: f32,
}

macro_rules! metrics {
    ($($name:ident: $kind:ty),+ $(,)?) => {
        /// Every named size, in points at 100 % text size.
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs, reason = "the names are those of screens.md section 3")]
        pub struct Metrics { $(pub $name: $kind),+ }
    };
}

metrics! {
    small: TextRole, meta: TextRole, nav: TextRole, nav_on: TextRole, body: TextRole, strong: TextRole, lead: TextRole,
    h3: TextRole, h2: TextRole, h1: TextRole, question: TextRole, phase_word: TextRole, cue: TextRole, numeral: TextRole, tile_title: TextRole, ring_number: TextRole,
    gap_4: f32, gap_8: f32, gap_12: f32, gap_16: f32, gap_20: f32, gap_24: f32, gap_28: f32, gap_36: f32, gap_48: f32,
    radius_thumb: f32, radius_button: f32, radius_card: f32, radius_stop: f32, radius_row: f32,
    border: f32, control_border: f32, selected_border: f32, focus_stroke: f32, focus_gap: f32,
    button_small: f32, button: f32, button_large: f32, button_pad: f32, icon: f32, icon_gap: f32,
    sidebar: f32, sidebar_from_height: f32, sidebar_count_from_height: f32, sidebar_pad: f32, sidebar_row: f32, sidebar_row_least: f32, menu: f32, notice: f32, sidebar_badge: f32, sidebar_begin: f32, sidebar_warning: f32,
    top_bar: f32, main_pad: f32, narrow_pad: f32, reading_width: f32, content: f32, tile_least: f32, evidence_least: f32, stage_share: f32, stage_most: f32, label_stage: f32, aside: f32, aside_share: f32,
    broad_from: f32, wide_from: f32, bar_from: f32,
    poster_share: f32, window: (f32, f32), window_least: (f32, f32),
    position_card_height: f32, position_thumb: f32, thumb_height: f32, stage_height: f32, stage_label_size: f32, leader: f32, leader_dot: f32,
    warm_up_card_height: f32, warm_up_thumb: f32, warm_up_foot: f32, round_button: f32, small_ring: f32, strip_ring: f32,
    ring: f32, ring_stroke: f32, narrow_ring: f32, small_ring_stroke: f32,
    phase_bar: f32, dot: f32, effort_cell: (f32, f32),
    answer_row: f32, answer_row_first: f32, key_cap: f32,
    stop: f32, stop_narrow: f32, session_pad: f32, session_side: f32, session_low: f32, session_column: f32, stop_share: f32, display_most: f32, scroll_bar: f32, figure_least: f32,
    switch: (f32, f32), segmented: f32, stepper: f32, stepper_value: f32,
    slider_thumb: f32, slider_hit: f32, slider_track: f32, slider: f32, row_words: f32,
    floor: Floor,
    calendar_row: f32, calendar_dot: f32, calendar_share: f32, chart_height: f32, over: f32,
}
