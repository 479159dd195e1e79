//! What pages of the guide are made of: prose, steps, lists, evidence pairs, notes, pictures.
//!
//! Invariant: what the article says never shows without what the evidence says beside it.

use eframe::egui::{Color32, CursorIcon, Frame, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::{
    app::Msg,
    content::{Block, Evidence, Figure, fill},
    drawing::Token,
    ui::{
        Messages, View,
        frame::Room,
        screens::practice,
        theme::radius,
        widgets::{bullets, button, focus, frames, icon::Icon, stage::Stage, text},
    },
};

/// Shows blocks top to bottom. `page` names what is folded open, so that it stays so.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, page: &str, blocks: &[Block], out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(words) => {
                ui.add_space(metrics.gap_12);
                text::heading(ui, theme, metrics.h2, 2, words);
                ui.add_space(metrics.gap_8);
            }
            Block::Text(passage) => {
                text::show(ui, theme, metrics.body, Token::Ink, &passage.text);
                ui.add_space(metrics.gap_12);
            }
            Block::Steps(steps) => {
                bullets::steps(ui, view.kit, steps.iter().map(|step| step.text.as_str()));
                ui.add_space(metrics.gap_8);
            }
            Block::List(items) => {
                bullets::list(ui, view.kit, items.iter().map(|item| item.text.as_str()));
                ui.add_space(metrics.gap_8);
            }
            Block::Evidence(pair) => {
                evidence(ui, view, room, &format!("{page}/{index}"), pair, out);
                ui.add_space(metrics.gap_16);
            }
            Block::Caution { lead, text } => {
                frames::note(ui, view.kit, Icon::Warning, lead, &text.text);
                ui.add_space(metrics.gap_16);
            }
            Block::Figure(figure) => {
                picture(ui, view, figure, out);
                ui.add_space(metrics.gap_16);
            }
            Block::Practice(prompt) => {
                if let Some(section) = view.model.section_index(page) {
                    practice::strip(ui, view, prompt, section, index, out);
                    ui.add_space(metrics.gap_16);
                }
            }
        }
    }
}

/// A picture on a stage, with its caption; without the picture the description takes its place.
pub fn picture(ui: &mut Ui, view: View<'_>, figure: &Figure, out: &mut Messages) {
    picture_turned(ui, view, figure, false, out);
}

/// The same with left and right exchanged, if asked for: for the other side of the body.
pub fn picture_turned(ui: &mut Ui, view: View<'_>, figure: &Figure, turned: bool, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, metrics.stage_height), Sense::hover());
    let playing = view.model.playing.as_ref().filter(|(scene, _)| *scene == figure.scene);
    let shown = match playing {
        Some((_, since)) => view.shown_for(&figure.scene, view.model.now.moment.since(*since)),
        None => view.shown(&figure.scene),
    };
    let shown = if turned { view.kit.pictures.mirrored(shown) } else { shown };
    Stage {
        scene: &figure.scene,
        shown: &shown,
        description: &figure.description,
        labels: &figure.labels,
        above: metrics.gap_48 + metrics.gap_20,
        below: metrics.gap_48,
        corner: metrics.radius_card,
        across: 0.5,
    }
    .show(ui, view.kit, rect);
    if view.model.moves() && view.model.book.figures.clip_secs(&figure.scene).is_some() {
        let words = &view.model.book.words.section;
        let side = metrics.round_button;
        let place =
            Rect::from_min_size(pos2(rect.right() - side - metrics.gap_12, rect.top() + metrics.gap_12), Vec2::splat(side));
        let (icon, pattern) =
            if playing.is_some() { (Icon::Pause, &words.still_figure) } else { (Icon::Play, &words.play_figure) };
        let name = fill(pattern, &[("name", &figure.caption)]);
        if button::round_button(ui, view.kit, place, icon, &name, false).on_hover_text(&name).clicked() {
            out.push(Msg::PlayFigure(playing.is_none().then(|| figure.scene.clone())));
        }
    }
    let caption = text::wrapped(ui, theme, metrics.h3, Token::Ink, &figure.caption, width - 2.0 * metrics.gap_20);
    ui.painter().galley(rect.min + vec2(metrics.gap_20, metrics.gap_12), caption, Color32::PLACEHOLDER);
    if shown.is_nothing() {
        let words = format!("{} {}", view.model.book.words.section.figure_missing, figure.description);
        let galley = text::wrapped(ui, theme, metrics.body, Token::Ink2, &words, width - 2.0 * metrics.gap_20);
        ui.painter().galley(rect.min + vec2(metrics.gap_20, metrics.gap_48), galley, Color32::PLACEHOLDER);
    }
}

/// A pair, folded unless it must stand open.
pub fn evidence(ui: &mut Ui, view: View<'_>, room: Room, key: &str, pair: &Evidence, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    if pair.open {
        return columns(ui, view, room, pair);
    }
    let open = view.model.open_evidence.contains(key);
    frames::card_frame(theme, false, metrics.gap_16).show(ui, |ui| {
        ui.set_width(ui.available_width());
        if fold_row(ui, view, &pair.summary, open) {
            out.push(Msg::ToggleEvidence(key.to_owned()));
        }
        if open {
            ui.add_space(metrics.gap_12);
            columns(ui, view, room, pair);
        }
    });
}

fn fold_row(ui: &mut Ui, view: View<'_>, summary: &str, open: bool) -> bool {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.section);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), metrics.gap_28), Sense::click());
    let name = format!("{}: {summary}", words.evidence_title);
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &name));
    let icon = |x: f32| eframe::egui::Rect::from_center_size(pos2(x, rect.center().y), eframe::egui::Vec2::splat(metrics.icon));
    view.kit.icons.paint(ui.painter(), Icon::Info, icon(rect.left() + metrics.gap_12), theme.color(Token::Ink));
    let title = text::line(ui, theme, metrics.strong, Token::Ink, &words.evidence_title);
    let title_width = title.size().x;
    let left = rect.left() + metrics.gap_36;
    ui.painter().galley(pos2(left, rect.center().y - title.size().y / 2.0), title, Color32::PLACEHOLDER);
    let detail = text::line(ui, theme, metrics.meta, Token::Ink2, summary);
    let room = rect.right() - metrics.gap_48 - (left + title_width + metrics.gap_12);
    if detail.size().x <= room {
        let at = pos2(left + title_width + metrics.gap_12, rect.center().y - detail.size().y / 2.0);
        ui.painter().galley(at, detail, Color32::PLACEHOLDER);
    }
    let chevron = if open { Icon::ChevronUp } else { Icon::ChevronDown };
    view.kit.icons.paint(ui.painter(), chevron, icon(rect.right() - metrics.gap_16), theme.color(Token::Ink2));
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// The article on the left, the evidence on the right; one under the other where it is narrow.
fn columns(ui: &mut Ui, view: View<'_>, room: Room, pair: &Evidence) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.section);
    let article: Vec<&str> = pair.article.iter().map(|passage| passage.text.as_str()).collect();
    let notes: Vec<&str> =
        pair.notes.iter().filter_map(|id| view.model.book.guide.note(id)).map(|note| note.text.as_str()).collect();
    let article_side = |ui: &mut Ui, least: f32| side(ui, view, Token::Sunk, Token::Ink2, &words.article_says, &article, least);
    let evidence_side =
        |ui: &mut Ui, least: f32| side(ui, view, Token::PrimarySoft, Token::PrimaryInk, &words.evidence_says, &notes, least);
    if room == Room::Column {
        article_side(ui, 0.0);
        ui.add_space(metrics.gap_8);
        evidence_side(ui, 0.0);
        return;
    }
    let gap = metrics.gap_16;
    let width = (ui.available_width() - gap) / 2.0;
    let height = |texts: &[&str]| column_height(ui, view, texts, width);
    let least = height(&article).max(height(&notes));
    ui.horizontal_top(|ui| {
        for (index, part) in [&article_side as &dyn Fn(&mut Ui, f32), &evidence_side].into_iter().enumerate() {
            if index > 0 {
                ui.add_space(gap);
            }
            ui.allocate_ui(vec2(width, least), |ui| {
                ui.set_width(width);
                part(ui, least);
            });
        }
    });
}

/// How high the words of one side stand, so that both sides end together.
fn column_height(ui: &Ui, view: View<'_>, texts: &[&str], width: f32) -> f32 {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let inner = width - 2.0 * metrics.gap_16;
    let words: f32 =
        texts.iter().map(|words| text::wrapped(ui, theme, metrics.body, Token::Ink, words, inner).size().y + metrics.gap_8).sum();
    words + metrics.meta.line + metrics.gap_4 + 2.0 * metrics.gap_12
}

fn side(ui: &mut Ui, view: View<'_>, ground: Token, ink: Token, title: &str, texts: &[&str], least_height: f32) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let margin = eframe::egui::Margin::symmetric(metrics.gap_16 as i8, metrics.gap_12 as i8);
    Frame::new().fill(theme.color(ground)).corner_radius(radius(metrics.radius_thumb)).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height((least_height - 2.0 * metrics.gap_12).max(0.0));
        ui.vertical(|ui| {
            let role = crate::ui::metrics::TextRole { weight: crate::ui::metrics::Weight::Semibold, ..metrics.meta };
            text::show(ui, theme, role, ink, title);
            ui.add_space(metrics.gap_4);
            for words in texts {
                text::show(ui, theme, metrics.body, Token::Ink, words);
                ui.add_space(metrics.gap_8);
            }
        });
    });
}
