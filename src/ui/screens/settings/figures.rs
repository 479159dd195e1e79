//! The person in the figures, with a picture of the choice.

use eframe::egui::{Color32, CursorIcon, Role, Sense, Ui, Vec2, WidgetInfo};

use super::row::{Card, Row, one_of};
use crate::{
    app::{Choice, Msg},
    content::fill,
    drawing::Token,
    figure::{Build, Hair, Look},
    ui::{
        View,
        layout::Node,
        widgets::{button, focus, stage::Stage},
    },
};

/// How many tones are lighter than the usual one.
const USUAL_SKIN: usize = 1;

/// The group.
pub(super) fn group<'a>(_ui: &Ui, view: View<'a>, _width: f32) -> Card<'a> {
    let (metrics, words, look) = (view.metrics(), &view.model.book.words.settings, view.model.settings.look);
    let builds = Build::ALL.into_iter().zip([words.build_slim.as_str(), &words.build_broad]);
    let hair = Hair::ALL.into_iter().zip([words.hair_short.as_str(), &words.hair_bob, &words.hair_bun]);
    let stage = Stage::bare("four-set-up").room(metrics.gap_12, metrics.gap_20).corner(metrics.radius_card);
    let stage = stage.labelled(&words.figure_sample, &[]);
    let sample = Node::wide(metrics.stage_height * 0.6, move |ui, _| {
        let rect = ui.max_rect();
        stage.show(ui, view.kit, &view.shown(stage.scene), rect);
    });
    let rows = vec![
        one_of(&words.build, "", &look.build, builds, |build| Choice::Look(Look { build, ..look })),
        one_of(&words.hair, "", &look.hair, hair, |hair| Choice::Look(Look { hair, ..look })),
        Row::Beside(&words.hair_color, String::new(), hair_colors(view)),
        Row::Beside(&words.skin, String::new(), skins(view)),
        Row::Whole(sample),
    ];
    Card { title: &words.figures, detail: String::new(), rows }
}

/// Skin tones; the usual one, which is the theme's own, stands in its place among them.
fn skins(view: View<'_>) -> Node<'_> {
    let (theme, words) = (view.kit.theme, &view.model.book.words.settings);
    let usual = (None, theme.rgb(theme.usual_skin));
    let mut all: Vec<(Option<&str>, Color32)> =
        view.kit.skins.iter().map(|tone| (Some(tone.name.as_str()), theme.rgb(tone.near()))).collect();
    all.insert(USUAL_SKIN.min(all.len()), usual);
    let chosen = view.model.settings.skin.as_deref();
    let named = Named { group: &words.skin, pattern: &words.skin_name, names: &words.skins };
    swatches(view, named, all, chosen, |skin| Choice::Skin(skin.map(str::to_owned)))
}

/// Colors of hair, the usual one first.
fn hair_colors(view: View<'_>) -> Node<'_> {
    let (theme, words) = (view.kit.theme, &view.model.book.words.settings);
    let usual = theme.rgb(theme.usual_hair);
    let listed = view.kit.hairs.iter().map(|hair| (Some(hair.name.as_str()), theme.rgb(hair.color())));
    let all = std::iter::once((None, usual)).chain(listed).collect();
    let chosen = view.model.settings.hair_color.as_deref();
    let named = Named { group: &words.hair_color, pattern: &words.hair_color_name, names: &words.hair_colors };
    swatches(view, named, all, chosen, |color| Choice::HairColor(color.map(str::to_owned)))
}

/// What the swatches are called.
#[derive(Clone, Copy)]
struct Named<'a> {
    group: &'a str,
    pattern: &'a str,
    names: &'a [String],
}

/// Colors to choose from, as discs of their own color, each with its name.
fn swatches<'a>(
    view: View<'a>,
    named: Named<'a>,
    all: Vec<(Option<&'a str>, Color32)>,
    chosen: Option<&'a str>,
    choice: impl Fn(Option<&str>) -> Choice + Copy + 'a,
) -> Node<'a> {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    // A name that the list has not is shown as what it gives: the usual one.
    let chosen = chosen.filter(|chosen| all.iter().any(|(value, _)| *value == Some(*chosen)));
    let discs = all.into_iter().zip(named.names).map(move |((value, color), name)| {
        Node::fixed(Vec2::splat(metrics.button_small), move |ui, out| {
            let (rect, response) = ui.allocate_exact_size(ui.max_rect().size(), Sense::click());
            let spoken = fill(named.pattern, &[("name", name)]);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, value == chosen, &spoken));
            let radius = rect.width() / 2.0 - metrics.gap_8;
            ui.painter().circle(rect.center(), radius, color, theme.line(metrics.control_border, Token::Control));
            if value == chosen {
                let ring = theme.line(metrics.selected_border, Token::Primary);
                ui.painter().circle_stroke(rect.center(), radius + metrics.focus_gap, ring);
            }
            focus::ring(ui, theme, &response, rect, rect.width() / 2.0);
            if button::tip(response, name).on_hover_cursor(CursorIcon::PointingHand).clicked() {
                out.push(Msg::Set(choice(value)));
            }
        })
    });
    view.radio_group(named.group, Node::wrap(discs.collect::<Vec<_>>()))
}
