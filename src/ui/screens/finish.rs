//! The end of a session: rest, getting up, how the back feels, today's count, and the eight points.

use eframe::egui::{Color32, CursorIcon, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Event, Feel, Session},
    ui::{
        Messages, View,
        frame::Room,
        metrics::{TextRole, Weight as FontWeight},
        screens::{
            self,
            session::{Header, header},
            stop::inset,
        },
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            progress,
            stage::Stage,
            text,
        },
    },
};

/// The screen.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, session: &Session, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.cues.finish);
    let outcome = session.outcome();
    let minutes = words.summary.of(outcome.length.as_secs().div_ceil(60));
    let detail = format!("{minutes}, {}", words.rounds.of(u64::from(session.rounds_done())));
    let body = header(ui, view, &Header { title: &words.header, detail: &detail, rounds: None }, |_| {});
    inset(ui, view, if room == Room::Wide { Room::Bar } else { room }, body, "finish", |ui| {
        if room != Room::Wide {
            left(ui, view, session, out);
            ui.add_space(metrics.gap_24);
            return right(ui, view);
        }
        let gap = metrics.gap_24;
        let side = metrics.session_side + metrics.gap_28;
        let width = ui.available_width() - side - gap;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                left(ui, view, session, out);
            });
            ui.add_space(gap);
            ui.vertical(|ui| {
                ui.set_width(side);
                right(ui, view);
            });
        });
    });
}

fn left(ui: &mut Ui, view: View<'_>, session: &Session, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let words = &cues.finish;
    let phase = cues.phase(session.phase(), session.position());
    let (title, lead) =
        if session.was_stopped() { (words.stopped_title.as_str(), words.stopped_lead.as_str()) } else { (phase.word, phase.cue) };
    screens::title(ui, view, title);
    screens::lead(ui, view, lead);
    getting_up(ui, view, session);
    ui.add_space(metrics.gap_24);
    text::heading(ui, theme, metrics.h2, 2, &words.question);
    ui.add_space(metrics.gap_12);
    let gap = metrics.gap_12;
    let width = (ui.available_width() - 2.0 * gap) / 3.0;
    ui.horizontal(|ui| {
        for (index, feel) in Feel::ALL.into_iter().enumerate() {
            if index > 0 {
                ui.add_space(gap);
            }
            if choice(ui, view, cues.feel(feel), session.feel() == Some(feel), width).clicked() {
                out.push(Msg::Session(Event::Feel(feel)));
            }
        }
    });
    ui.add_space(metrics.gap_28);
    let done = Button::new(view.kit, Weight::Primary, &cues.buttons.done).height(metrics.button_large);
    if done.show(ui, view.kit).clicked() {
        out.push(Msg::Session(Event::Done));
    }
}

fn getting_up(ui: &mut Ui, view: View<'_>, session: &Session) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), metrics.stage_height - metrics.gap_24), Sense::hover());
    let (scene, moment) = session.picture(view.model.now);
    let shown = view.shown_at(&scene, moment);
    let part = Rect::from_min_max(rect.min, pos2(rect.left() + rect.width() * 0.78, rect.bottom()));
    let stage = Stage {
        scene: &scene,
        shown: &shown,
        description: "",
        labels: &[],
        above: metrics.gap_36,
        below: metrics.gap_48,
        corner: metrics.radius_card,
        across: 0.3,
    };
    stage.paint_ground(ui, view.kit, rect);
    stage.paint_figure(ui, view.kit, part);
    let width = rect.width() * 0.32;
    let words = &cues.position(session.position()).getting_up;
    let title = text::wrapped(ui, theme, metrics.strong, Token::Ink, &cues.finish.getting_up, width);
    let detail = text::wrapped(ui, theme, metrics.body, Token::Ink, words, width);
    let at = pos2(rect.right() - width - metrics.gap_16, rect.top() + metrics.gap_20);
    let label = ui.interact(
        Rect::from_min_size(at, vec2(width, title.size().y + detail.size().y)),
        ui.scope_id().with("getting-up"),
        Sense::hover(),
    );
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}. {words}", cues.finish.getting_up)));
    let below = at + vec2(0.0, title.size().y);
    ui.painter().galley(at, title, Color32::PLACEHOLDER);
    ui.painter().galley(below, detail, Color32::PLACEHOLDER);
}

/// Eased, same, worse: nothing is preset, and Done works without.
fn choice(ui: &mut Ui, view: View<'_>, label: &str, chosen: bool, width: f32) -> Response {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (rect, response) = ui.allocate_exact_size(vec2(width, metrics.answer_row), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, label));
    let (ground, line, ink) = if chosen {
        (Token::PrimarySoft, theme.line(metrics.selected_border, Token::Primary), Token::PrimaryInk)
    } else {
        (
            if response.hovered() { Token::Sunk } else { Token::Surface },
            theme.line(metrics.control_border, Token::Control),
            Token::Ink,
        )
    };
    ui.painter().rect(rect, radius(metrics.radius_button), theme.color(ground), line, StrokeKind::Inside);
    let galley = text::wrapped(ui, theme, metrics.h3, ink, label, width - metrics.gap_16);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn right(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues.finish);
    frames::card(ui, theme, false, metrics.gap_24, |ui| {
        ui.horizontal(|ui| {
            let (done, most) = view.model.today();
            progress::limit_dots(ui, view.kit, done, most);
            ui.add_space(metrics.gap_12);
            ui.vertical(|ui| {
                let today = fill(&words.today, &[("done", &done.to_string()), ("most", &most.to_string())]);
                text::show(ui, theme, metrics.h3, Token::Ink, &today);
                let note = if most == 1 { &words.once_note } else { &words.twice_note };
                text::show(ui, theme, metrics.meta, Token::Ink2, note);
            });
        });
    });
    ui.add_space(metrics.gap_16);
    frames::card(ui, theme, false, metrics.gap_24, |ui| {
        text::heading(ui, theme, metrics.h3, 2, &view.model.book.words.player.main_points);
        ui.add_space(metrics.gap_12);
        for (index, point) in view.model.book.sheet.points.items.iter().enumerate() {
            ui.horizontal_top(|ui| {
                frames::badge_here(ui, view.kit, index + 1);
                ui.add_space(metrics.gap_12);
                text::show(
                    ui,
                    theme,
                    TextRole { weight: FontWeight::Regular, ..metrics.nav },
                    Token::Ink,
                    point.lead.trim_end_matches([',', '.']),
                );
            });
            ui.add_space(metrics.gap_8);
        }
    });
    ui.add_space(metrics.gap_16);
    frames::note(ui, view.kit, Icon::Info, &words.still_sore_lead, &words.still_sore);
}
