//! The end of a session: rest, getting up, how the back feels, today's count, and the eight points.

use eframe::egui::{
    Color32, CursorIcon, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Live, pos2, vec2,
};

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
            session::{Header, foot, header, stop_bar},
            stop::inset,
        },
        theme::radius,
        widgets::{
            button::{self, Button, Weight},
            focus, frames,
            icon::Icon,
            progress, ring,
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
    // Getting up is when a back may catch: Stop stays where it was.
    let (body, bar) = foot(view, room, body);
    let side = metrics.session_pad;
    stop_bar(ui, view, bar, false, out);
    let mut body = Rect::from_min_max(body.min - vec2(side, 0.0), body.max + vec2(side, 0.0));
    if room != Room::Wide {
        // Where the page scrolls, the way out does not scroll away.
        let place = Rect::from_min_size(pos2(bar.left(), body.bottom() - metrics.button), vec2(bar.width(), metrics.button));
        frames::placed(ui, place, |ui| done(ui, view, Some(place.width()), metrics.button, out));
        body.set_bottom(place.top() - metrics.gap_12);
    }
    inset(ui, view, if room == Room::Wide { Room::Bar } else { room }, body, "finish", |ui| {
        if room != Room::Wide {
            left(ui, view, room, session, out);
            ui.add_space(metrics.gap_24);
            return right(ui, view);
        }
        let gap = metrics.gap_24;
        let side = metrics.session_side + metrics.gap_28;
        let width = ui.available_width() - side - gap;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                left(ui, view, room, session, out);
            });
            ui.add_space(gap);
            ui.vertical(|ui| {
                ui.set_width(side);
                right(ui, view);
            });
        });
    });
}

fn left(ui: &mut Ui, view: View<'_>, room: Room, session: &Session, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let words = &cues.finish;
    let phase = cues.phase(session.phase(), session.position());
    let (title, lead) =
        if session.was_stopped() { (words.stopped_title.as_str(), words.stopped_lead.as_str()) } else { (phase.word, phase.cue) };
    screens::title(ui, view, title);
    screens::lead(ui, view, lead);
    getting_up(ui, view, session, out);
    ui.add_space(metrics.gap_16);
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
    if room == Room::Wide {
        ui.add_space(metrics.gap_16);
        done(ui, view, None, metrics.button_large, out);
    }
}

fn done(ui: &mut Ui, view: View<'_>, width: Option<f32>, height: f32, out: &mut Messages) {
    let button = Button::new(view.kit, Weight::Primary, &view.model.book.cues.buttons.done).height(height);
    let button = if let Some(width) = width { button.width(width) } else { button };
    if button.show(ui, view.kit).clicked() {
        out.push(Msg::Session(Event::Done));
    }
}

/// Rest, then the way up step by step: picture left, words and what to do on the right of the same stage.
fn getting_up(ui: &mut Ui, view: View<'_>, session: &Session, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let height = metrics.stage_height - metrics.gap_48;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let (scene, shown) = view.shown_in(session);
    let words = words_of(view, session);
    let tall = shown.is_tall();
    let side = rect.width() * if ui.available_width() > metrics.reading_width * 0.6 { 0.42 } else { 0.5 };
    let stage = Stage {
        scene: &scene,
        shown: &shown,
        description: words.detail.as_str(),
        labels: &[],
        above: if tall { metrics.gap_12 } else { metrics.gap_24 },
        below: metrics.gap_36,
        corner: metrics.radius_card,
        across: 0.5,
    };
    stage.paint_ground(ui, view.kit, rect);
    stage.paint_figure(ui, view.kit, rect.with_max_x(rect.right() - side));
    let inner = Rect::from_min_max(
        pos2(rect.right() - side, rect.top() + metrics.gap_16),
        rect.max - vec2(metrics.gap_16, metrics.gap_16),
    );
    let rest = buttons(ui, view, session, inner, out);
    frames::placed(ui, rest, |ui| {
        ScrollArea::vertical().id_salt("way-up").auto_shrink([false, false]).show(ui, |ui| {
            told(ui, view, session, &words);
        });
    });
}

/// What stands beside the picture.
struct Words {
    title: String,
    detail: String,
}

fn words_of(view: View<'_>, session: &Session) -> Words {
    let cues = &view.model.book.cues;
    let steps = &cues.position(session.position()).steps_up;
    let (title, detail) = match session.step_up() {
        None if session.waits(view.model.now) => (cues.finish.rest.clone(), cues.prompts.rested.clone()),
        None => (cues.finish.getting_up.clone(), cues.position(session.position()).getting_up.clone()),
        Some(step) => match steps.get(usize::from(step)) {
            Some(text) => {
                let (number, of) = ((u16::from(step) + 1).to_string(), steps.len().to_string());
                (fill(&cues.labels.step, &[("step", &number), ("steps", &of)]), text.text.clone())
            }
            None => (cues.prompts.up.clone(), cues.finish.is_up.clone()),
        },
    };
    Words { title, detail }
}

fn told(ui: &mut Ui, view: View<'_>, session: &Session, words: &Words) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let now = view.model.now;
    if session.step_up().is_none() && !session.waits(now) {
        let left = 1.0 - session.fraction(now) as f32;
        let name = view.model.book.cues.phase(session.phase(), session.position()).word;
        let circle = ring::show(ui, view.kit, metrics.strip_ring, metrics.small_ring_stroke, left, Token::Ring, name);
        let seconds = format!("{:.0}", session.seconds_left(now).ceil());
        button::centred_text(ui, view.kit, circle, metrics.nav_on, Token::Ink, &seconds);
        ui.add_space(metrics.gap_8);
    }
    text::show(ui, theme, metrics.strong, Token::Ink, &words.title);
    let detail = text::show(ui, theme, metrics.body, Token::Ink, &words.detail);
    text::announce(ui, &detail, Live::Polite);
}

/// Next and Back, or the way into the steps; returns what is left above them.
fn buttons(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect, out: &mut Messages) -> Rect {
    let (metrics, cues) = (&view.kit.theme.metrics, &view.model.book.cues);
    let begun = session.step_up().is_some();
    let go_on = if begun { cues.buttons.next.as_str() } else { cues.finish.show_steps.as_str() };
    let offered = [
        (Event::SkipSteps, cues.buttons.is_up.as_str(), Weight::Quiet),
        (Event::StepBack, cues.buttons.back.as_str(), Weight::Secondary),
        (Event::GoOn, go_on, Weight::Secondary),
    ];
    let mut rest = rect;
    let pairs: [&[_]; 2] = [&offered[..1], &offered[1..]];
    for row in pairs {
        let row: Vec<_> = row.iter().filter(|(event, ..)| session.accepts(*event)).collect();
        if row.is_empty() || (row.len() == 1 && row.iter().all(|(event, ..)| *event == Event::SkipSteps) && !begun) {
            continue;
        }
        let gap = metrics.gap_8;
        let width = (rest.width() - gap * (row.len() as f32 - 1.0)) / row.len() as f32;
        let top = rest.bottom() - metrics.button_small;
        for (index, (event, label, weight)) in row.into_iter().enumerate() {
            let left = rest.left() + index as f32 * (width + gap);
            let place = Rect::from_min_size(pos2(left, top), vec2(width, metrics.button_small));
            frames::placed(ui, place, |ui| {
                let button = Button::new(view.kit, *weight, label).height(metrics.button_small).width(width);
                if button.role(metrics.nav_on).show(ui, view.kit).clicked() {
                    out.push(Msg::Session(*event));
                }
            });
        }
        rest.set_bottom(top - metrics.gap_8);
    }
    rest
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
    if let Some(nudge) = view.model.nudge() {
        screens::history::nudge_note(ui, view, nudge);
        ui.add_space(metrics.gap_16);
    }
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
