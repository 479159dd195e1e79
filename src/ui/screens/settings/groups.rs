//! The table of settings: every choice that is kept, once, with its words and what it is now.
//!
//! Invariant: no number of the pace can leave its range, and what the plan in use sets is not the person's to change;
//! "your local emergency number" is the first place and the usual one, and every number is in view here.

use eframe::egui::{Ui, vec2};

use super::{
    figures, position, reminders,
    row::{Card, Row, one_of},
};
use crate::{
    app::{Choice, HistoryMsg, Msg, PlanMsg, Scope, SettingsMsg, SoundMsg, Voice},
    content::fill,
    drawing::Token,
    limit::DailyLimit,
    plan::Part,
    settings::{BodySide, Pace, TextScale, Theme, Turn, Volume},
    ui::{
        View,
        layout::{Node, Width, parts},
        widgets::{
            button::{self, Weight},
            icon::Icon,
            slider,
        },
    },
};

/// One group of the page, for a card this wide inside.
pub(super) type Group = for<'a> fn(&Ui, View<'a>, f32) -> Card<'a>;

/// The groups, from the top.
pub(super) const ALL: [Group; 10] = [position::group, limit, sound, reading, pace, session, region, figures::group, plan, data];

/// How often a day at most, and when a reminder comes.
fn limit<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let words = &view.model.book.words.settings;
    let limits = [(DailyLimit::Once, words.once.as_str()), (DailyLimit::Twice, &words.twice)];
    let mut rows = vec![one_of(&words.most, &words.most_detail, &view.model.settings.daily_limit, limits, Choice::Limit)];
    rows.push(Row::Whole(view.rule()));
    rows.extend(reminders::rows(view));
    Card { title: "", detail: String::new(), rows }
}

/// Voice, tones, how loud they are, and who speaks where a screen reader runs.
fn sound<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let (words, heard, settings) = (&view.model.book.words.settings, &view.model.book.sound, &view.model.settings);
    let state = &view.model.sound;
    let spoken_by = match state.voice {
        Some(Voice::System) => &heard.voice_system,
        Some(Voice::Recordings) => &heard.voice_recordings,
        Some(Voice::Missing) => &heard.no_voice,
        None => &words.voice_detail,
    };
    let test = view.button(Weight::Quiet, &heard.test).icon(Icon::Play).height(view.metrics().button_small);
    // In the room beside the button, so that nothing moves as sound comes and goes.
    let off = view.words(view.metrics().meta, Token::NoteInk, heard.off.as_str()).basis(view.metrics().row_words);
    let beside = if state.off { off } else { Node::spring() };
    let test = Node::wrap([beside, view.press(test, Msg::Sound(SoundMsg::Test))]).gap(view.metrics().gap_8);
    let voices = [(false, heard.recorded.as_str()), (true, &heard.systems)];
    let readers = [(false, words.reader_program.as_str()), (true, &words.reader_reader)];
    let reads = settings.reader_speaks == Some(true);
    let rows = vec![
        Row::Switch(&words.voice, spoken_by, settings.voice, Choice::Voice(!settings.voice)),
        Row::Switch(&words.tones, "", settings.tones, Choice::Tones(!settings.tones)),
        Row::Beside(&words.volume, String::new(), volume(view)),
        Row::Whole(test),
        one_of(&heard.whose, &heard.whose_detail, &settings.prefers_system_voice(), voices, Choice::SystemVoice),
        one_of(&words.reader, &words.reader_detail, &reads, readers, Choice::ReaderSpeaks),
    ];
    Card { title: &words.sound, detail: String::new(), rows }
}

/// The number, and the slider beside it: on its way while it is dragged.
fn volume(view: View<'_>) -> Node<'_> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.words.settings);
    let least = metrics.stepper_value + metrics.button_small;
    let measure = move |_: &Ui, width| match width {
        Width::Least => vec2(least, metrics.slider_hit),
        Width::Natural => vec2(metrics.stepper_value + metrics.slider, metrics.slider_hit),
        Width::Of(width) => vec2(width.min(metrics.stepper_value + metrics.slider), metrics.slider_hit),
    };
    let percent = view.model.settings.volume.percent();
    let told = |percent: u16| fill(&words.percent, &[("n", &percent.to_string())]);
    Node::leaf(measure, move |ui, out| {
        let (number, track) = ui.max_rect().split_left_right_at_x(ui.max_rect().left() + metrics.stepper_value);
        // The thumb stands over the track's end.
        let width = track.width() - metrics.slider_thumb / 2.0;
        let mut track = ui.new_child(eframe::egui::UiBuilder::new().max_rect(track));
        let (chosen, on_its_way) =
            slider::show(&mut track, kit, &words.volume, &told(percent), percent, Volume::STEP_PERCENT, width);
        button::centred_text(ui, kit, number, metrics.nav, Token::Ink2, &told(on_its_way.unwrap_or(percent)));
        out.extend(chosen.and_then(Volume::from_percent).map(|volume| Msg::Set(Choice::Volume(volume))));
    })
}

/// The size of text, the colours, and what moves by itself.
fn reading<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let (words, settings, moves) = (&view.model.book.words.settings, &view.model.settings, view.model.moves());
    let told = |size: TextScale| fill(&words.percent, &[("n", &size.percent().to_string())]);
    // A size from a file may be none of these; it is told, and none is marked.
    let size = view.model.text_size();
    let is_offered = TextScale::OFFERED.contains(&size);
    let now = if is_offered { String::new() } else { fill(&words.text_size_detail, &[("n", &told(size))]) };
    let sizes = TextScale::OFFERED.map(|size| (size, told(size)));
    let themes = [
        (Theme::System, words.theme_system.as_str()),
        (Theme::Light, &words.theme_light),
        (Theme::Dark, &words.theme_dark),
        (Theme::HighContrast, &words.theme_high_contrast),
    ];
    let mut rows = language(view);
    rows.extend([
        one_of(&words.text_size, &now, &size, sizes, Choice::TextScale),
        one_of(&words.theme, "", &settings.theme, themes, Choice::Theme),
        Row::Switch(&words.motion, &words.motion_detail, moves, Choice::Motion(!moves)),
        Row::Switch(&words.self_paced, &words.self_paced_detail, settings.self_paced, Choice::SelfPaced(!settings.self_paced)),
    ]);
    Card { title: &words.reading, detail: String::new(), rows }
}

/// The language, each under its own name; where there is only one, there is nothing to choose.
fn language(view: View<'_>) -> Vec<Row<'_>> {
    let (words, there) = (&view.model.book.words.settings, &view.model.languages.there);
    if there.len() < 2 {
        return Vec::new();
    }
    let system = (None, words.theme_system.clone());
    let listed = there.iter().map(|language| (Some(language.code.clone()), language.name.clone()));
    // One that is not there is no choice: then the system's is the one.
    let chosen = view.model.settings.language.clone().filter(|chosen| there.iter().any(|language| language.code == *chosen));
    let later = if view.model.language_waits() { words.language_later.as_str() } else { "" };
    vec![one_of(&words.language, later, &chosen, std::iter::once(system).chain(listed), Choice::Language)]
}

/// The person's own pace, inside the safe ranges.
fn pace<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let words = &view.model.book.words.settings;
    let parts = [
        (Part::LeadIn, &words.lead_in, true),
        (Part::Hold, &words.hold, true),
        (Part::Release, &words.release, true),
        (Part::Breaths, &words.breaths, false),
        (Part::Rounds, &words.rounds, false),
    ];
    let mut rows: Vec<Row<'_>> = parts.into_iter().map(|(part, name, in_secs)| number(view, part, name, in_secs)).collect();
    if view.model.settings.pace != Pace::default() {
        let back = view.button(Weight::Quiet, &words.guides_pace).icon(Icon::Undo).height(view.metrics().button_small);
        rows.push(Row::Whole(Node::wrap([view.press(back, Msg::Set(Choice::GuidesPace))])));
    }
    Card { title: &words.pace, detail: words.pace_detail.clone(), rows }
}

fn number<'a>(view: View<'a>, part: Part, name: &'a str, in_secs: bool) -> Row<'a> {
    let words = &view.model.book.words.settings;
    let guide = view.model.guide_numbers();
    let (value, range) = (view.model.pace_number(part), part.range(guide));
    let by_plan = view.model.plan_sets(part);
    let (least, most, own) = (range.start().to_string(), range.end().to_string(), part.of(&guide).to_string());
    let mut detail = match (by_plan, in_secs) {
        (true, _) => view.model.book.plan.group.set_by.clone(),
        (false, true) => fill(&words.range_secs, &[("least", &least), ("most", &most)]),
        (false, false) => fill(&words.range, &[("least", &least), ("most", &most)]),
    };
    if !by_plan && value != part.of(&guide) {
        detail = format!("{detail} {}", fill(&words.own_number, &[("n", &own)]));
    }
    let shown = if in_secs { fill(&words.secs, &[("n", &value.to_string())]) } else { value.to_string() };
    let spoken = if in_secs { words.secs_spoken.of(value as usize) } else { value.to_string() };
    let spoken = fill(&words.value, &[("name", name), ("value", &spoken)]);
    let less = (fill(&words.less, &[("name", name)]), !by_plan && value > *range.start());
    let more = (fill(&words.more, &[("name", name)]), !by_plan && value < *range.end());
    Row::Beside(name, detail, view.stepper((shown, spoken), less, more, move |step| Msg::Set(Choice::Pace(part, step))))
}

/// What a session needs to know of the person and of the room: side, turn of the floor view, keys.
fn session<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let (words, settings) = (&view.model.book.words.settings, &view.model.settings);
    let sides =
        [(Some(BodySide::Left), words.side_left.as_str()), (None, &words.side_none), (Some(BodySide::Right), &words.side_right)];
    let turns = Turn::ALL.into_iter().zip(&words.turns);
    let floor = &view.model.book.floor.choice;
    let screens = [(Some(false), floor.near.as_str()), (Some(true), &floor.far)];
    let rows = vec![
        one_of(&words.side, &words.side_detail, &settings.sore_side, sides, Choice::SoreSide),
        one_of(&floor.screen, &floor.lead, &settings.screen_is_far, screens, |far| Choice::ScreenIsFar(far == Some(true))),
        one_of(&words.turn, &words.turn_detail, &settings.floor_turn, turns, Choice::FloorTurn),
        Row::Switch(&words.keys, &words.keys_detail, settings.answer_keys, Choice::AnswerKeys(!settings.answer_keys)),
        Row::Switch(
            &words.counts_aloud,
            &words.counts_aloud_detail,
            settings.counts_aloud,
            Choice::CountsAloud(!settings.counts_aloud),
        ),
    ];
    Card { title: &words.session, detail: String::new(), rows }
}

/// Whose emergency number stands first, on the card of the questions, on the warning page and on paper.
fn region<'a>(ui: &Ui, view: View<'a>, width: f32) -> Card<'a> {
    let (metrics, gates) = (view.metrics(), &view.model.book.gates);
    let (words, numbers) = (&gates.region, &gates.emergency_card.numbers);
    // A place from a file may be none of these; then none stands first, as on the card.
    let chosen = view.model.settings.region.as_deref().filter(|chosen| numbers.iter().any(|entry| entry.id == *chosen));
    let listed = numbers
        .iter()
        .map(|entry| (Some(entry.id.as_str()), fill(&words.choice, &[("number", &entry.number), ("place", &entry.place)])));
    let all = std::iter::once((None, gates.emergency_card.local.clone())).chain(listed);
    let choices: Vec<_> = all
        .map(|(region, label)| {
            let message = Msg::Set(Choice::Region(region.map(str::to_owned)));
            view.radio(label, region == chosen, metrics.button_small, message)
        })
        .collect();
    let columns = parts::columns(ui, width, metrics.gap_24, metrics.tile_least * 1.25, 2, &choices);
    let grid = view.radio_group(words.title.as_str(), Node::grid(columns, choices).gap_across(metrics.gap_24));
    Card { title: &words.title, detail: words.detail.clone(), rows: vec![Row::Whole(grid)] }
}

/// Which plan is in use, and the ways to another one.
fn plan<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let words = &view.model.book.plan.group;
    let way = |label: &'a str, icon, message| view.press(view.button(Weight::Secondary, label).icon(icon), Msg::Plan(message));
    let mut ways = vec![way(&words.look_at, Icon::Document, PlanMsg::Choose), way(&words.export, Icon::Export, PlanMsg::Export)];
    if view.model.plan.own.is_some() {
        ways.push(way(&words.back, Icon::Undo, PlanMsg::AskBack));
    } else if view.model.plan.lost {
        // There is nothing in it to be asked about.
        ways.push(way(&words.back, Icon::Undo, PlanMsg::Back));
    }
    let told = view.told(&view.model.plan_in_use(), words.detail.as_str());
    let rows = vec![Row::Whole(told), Row::Whole(Node::wrap(ways).gap(view.metrics().gap_12))];
    Card { title: &words.title, detail: String::new(), rows }
}

/// Where what the program remembers lies, and putting settings back.
fn data<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let words = &view.model.book.words.settings;
    let line = fill(&words.data_detail, &[("path", &view.model.settings_path)]);
    let way = |weight, label: &'a str, icon, message| view.press(view.button(weight, label).icon(icon), message);
    let delete = Msg::History(HistoryMsg::AskDeleteAll(Scope::Everything));
    let ways = Node::wrap([
        way(Weight::Secondary, &words.open_folder, Icon::Folder, Msg::Settings(SettingsMsg::OpenFolder)),
        way(Weight::Danger, &words.reset, Icon::Undo, Msg::Settings(SettingsMsg::AskReset)),
        // Away from the others: nobody means it by accident.
        Node::spring(),
        way(Weight::Danger, &words.delete_all, Icon::Trash, delete),
    ]);
    let rows =
        vec![Row::Whole(view.quiet(line).most_width(view.metrics().reading_width)), Row::Whole(ways.gap(view.metrics().gap_12))];
    Card { title: &words.data, detail: String::new(), rows }
}
