//! The person in the figures, with a picture of the choice.

use eframe::egui::{CursorIcon, Role, Sense, Ui, Vec2, WidgetInfo};

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
        Row::Beside(&words.skin, String::new(), skins(view)),
        Row::Whole(sample),
    ];
    Card { title: &words.figures, detail: String::new(), rows }
}

/// Skin tones as discs of their own colour, each with its name; the first is the theme's own.
fn skins(view: View<'_>) -> Node<'_> {
    let (theme, metrics, words) = (view.kit.theme, view.metrics(), &view.model.book.words.settings);
    let chosen = view.model.settings.skin.as_deref();
    let listed = view.kit.skins.iter().map(|tone| (Some(tone), theme.rgb(tone.near())));
    let all = std::iter::once((None, theme.color(Token::SkinNear))).chain(listed).zip(&words.skins);
    let discs = all.map(|((tone, color), name)| {
        let tone = tone.map(|tone| tone.name.as_str());
        Node::fixed(Vec2::splat(metrics.button_small), move |ui, out| {
            let (rect, response) = ui.allocate_exact_size(ui.max_rect().size(), Sense::click());
            let spoken = fill(&words.skin_name, &[("name", name)]);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, tone == chosen, &spoken));
            let radius = rect.width() / 2.0 - metrics.gap_8;
            ui.painter().circle(rect.center(), radius, color, theme.line(metrics.control_border, Token::Control));
            if tone == chosen {
                let ring = theme.line(metrics.selected_border, Token::Primary);
                ui.painter().circle_stroke(rect.center(), radius + metrics.focus_gap, ring);
            }
            focus::ring(ui, theme, &response, rect, rect.width() / 2.0);
            if button::tip(response, name).on_hover_cursor(CursorIcon::PointingHand).clicked() {
                out.push(Msg::Set(Choice::Skin(tone.map(str::to_owned))));
            }
        })
    });
    view.radio_group(words.skin.as_str(), Node::wrap(discs.collect::<Vec<_>>()))
}
