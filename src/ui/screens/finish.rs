//! The end of a session: rest, getting up, how the back feels, today's count, and the eight points.
//!
//! In a low window the way up and the question stand side by side, the rest under them. Invariant: the question and its
//! three answers are in view without scrolling in every window that is broad enough for two columns.

use eframe::egui::{
    Color32, CursorIcon, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Live, pos2, vec2,
};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Event, Feel, Session},
    ui::{
        Messages, View,
        metrics::{TextRole, Weight as FontWeight},
        pane::WidthClass,
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
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.cues.finish);
    let outcome = session.outcome();
    let minutes = words.summary.of(outcome.length.as_secs().div_ceil(60));
    let detail = format!("{minutes}, {}", words.rounds.of(u64::from(session.rounds_done())));
    let body = header(ui, view, &Header { title: &words.header, detail: &detail, rounds: None }, |_| {});
    // Getting up is when a back may catch: Stop stays where it was.
    let (body, bar) = foot(view, room, body);
    let side = metrics.session_pad;
    if session.can_stop() {
        stop_bar(ui, view, bar, false, out);
    }
    let mut body = Rect::from_min_max(body.min - vec2(side, 0.0), body.max + vec2(side, 0.0));
    if room < WidthClass::Wide {
        // Where the page scrolls, the way out does not scroll away.
        let place = Rect::from_min_size(pos2(bar.left(), body.bottom() - metrics.button), vec2(bar.width(), metrics.button));
        frames::placed(ui, place, |ui| done(ui, view, Some(place.width()), metrics.button, out));
        body.set_bottom(place.top() - metrics.gap_12);
    }
    let low = room == WidthClass::Bar && body.height() < metrics.stage_height + 4.0 * metrics.gap_48;
    inset(ui, view, if room >= WidthClass::Wide { WidthClass::Bar } else { room }, body, "finish", |ui| {
        if low {
            side_by_side(ui, view, session, body.height(), out);
            return right(ui, view);
        }
        if room < WidthClass::Wide {
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

/// Title and lead, after a stop or not.
fn opening<'a>(view: View<'a>, session: &Session) -> (&'a str, &'a str) {
    let cues = &view.model.book.cues;
    if session.was_stopped() {
        return (&cues.finish.stopped_title, &cues.finish.stopped_lead);
    }
    let phase = cues.phase(session.phase(), session.position());
    (phase.word, phase.cue)
}

/// The way up on the left and the question on the right, as high as the window leaves; the lead comes after them.
fn side_by_side(ui: &mut Ui, view: View<'_>, session: &Session, high: f32, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let (title, lead) = opening(view, session);
    let top = ui.cursor().top();
    screens::title(ui, view, title);
    let gap = metrics.gap_8;
    // What stands over the columns: the room of the inset, and the title.
    let taken = metrics.gap_20 + (ui.cursor().top() - top);
    let least = metrics.h3.line + 3.0 * (metrics.button_small + gap);
    let height = (high - taken - gap).max(least);
    let answer = ((height - metrics.h3.line - 3.0 * gap) / 3.0).min(metrics.button);
    let side = metrics.session_side - metrics.gap_48;
    let width = ui.available_width() - side - metrics.gap_20;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            getting_up(ui, view, session, Some(height), out);
        });
        ui.add_space(metrics.gap_20);
        ui.vertical(|ui| {
            ui.set_width(side);
            text::heading(ui, theme, metrics.h3, 2, &cues.finish.question);
            for feel in Feel::ALL {
                ui.add_space(gap);
                if choice(ui, view, cues.feel(feel), session.feel() == Some(feel), vec2(side, answer)).clicked() {
                    out.push(Msg::Session(Event::Feel(feel)));
                }
            }
        });
    });
    ui.add_space(metrics.gap_16);
    screens::lead(ui, view, lead);
}

fn left(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let words = &cues.finish;
    let (title, lead) = opening(view, session);
    screens::title(ui, view, title);
    screens::lead(ui, view, lead);
    getting_up(ui, view, session, None, out);
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
            if choice(ui, view, cues.feel(feel), session.feel() == Some(feel), vec2(width, metrics.answer_row)).clicked() {
                out.push(Msg::Session(Event::Feel(feel)));
            }
        }
    });
    if room >= WidthClass::Wide {
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

/// Rest, then the way up step by step: picture left, words and what to do on the right of the same stage; on a low one
/// what to do stands under both.
fn getting_up(ui: &mut Ui, view: View<'_>, session: &Session, low: Option<f32>, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let height = low.unwrap_or(metrics.stage_height - metrics.gap_48);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let (scene, shown) = view.shown_in(session);
    let words = words_of(view, session);
    let tall = shown.is_tall();
    let share = if low.is_some() { LOW_WORDS } else { 0.5 };
    let side = rect.width() * if ui.available_width() > metrics.reading_width * 0.6 { 0.42 } else { share };
    let stage = Stage::bare(&scene)
        .room(
            if tall { metrics.gap_12 } else { metrics.gap_24 },
            if low.is_some() { metrics.button_small + metrics.gap_36 } else { metrics.gap_36 },
        )
        .corner(metrics.radius_card)
        .labelled(words.detail.as_str(), &[]);
    stage.paint_ground(ui, view.kit, rect);
    let pad = if low.is_some() { metrics.gap_12 } else { metrics.gap_16 };
    let inner = rect.shrink(pad).with_min_x(rect.right() - side);
    stage.paint_figure(ui, view.kit, &shown, rect.with_max_x(rect.right() - side));
    let rest = if low.is_some() {
        buttons(ui, view, session, rect.shrink(pad), true, out).with_min_x(inner.left())
    } else {
        buttons(ui, view, session, inner, false, out)
    };
    frames::placed(ui, rest, |ui| {
        ScrollArea::vertical().id_salt("way-up").auto_shrink([false, false]).show(ui, |ui| {
            told(ui, view, session, &words, low.is_some());
        });
    });
}

/// The share of a low stage that words have beside the figure.
const LOW_WORDS: f32 = 0.56;

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

fn told(ui: &mut Ui, view: View<'_>, session: &Session, words: &Words, low: bool) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let counts = session.step_up().is_none() && !session.waits(view.model.now);
    if counts && low {
        ui.horizontal(|ui| {
            rest_ring(ui, view, session, metrics.small_ring);
            ui.add_space(metrics.gap_8);
            text::show(ui, theme, metrics.strong, Token::Ink, &words.title);
        });
    } else {
        if counts {
            rest_ring(ui, view, session, metrics.strip_ring);
            ui.add_space(metrics.gap_8);
        }
        text::show(ui, theme, metrics.strong, Token::Ink, &words.title);
    }
    let detail = text::show(ui, theme, if low { metrics.nav } else { metrics.body }, Token::Ink, &words.detail);
    text::announce(ui, &detail, Live::Polite);
}

/// What is left of the rest.
fn rest_ring(ui: &mut Ui, view: View<'_>, session: &Session, side: f32) {
    let (metrics, now) = (&view.kit.theme.metrics, view.model.now);
    let left = 1.0 - session.fraction(now) as f32;
    let name = view.model.book.cues.phase(session.phase(), session.position()).word;
    let circle = ring::show(ui, view.kit, side, metrics.small_ring_stroke, left, Token::Ring, name);
    let seconds = format!("{:.0}", session.seconds_left(now).ceil());
    button::centred_text(ui, view.kit, circle, metrics.nav_on, Token::Ink, &seconds);
}

/// Next and Back, or the way into the steps, in one row or in two; returns what is left above them.
fn buttons(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect, one_row: bool, out: &mut Messages) -> Rect {
    let (metrics, cues) = (&view.kit.theme.metrics, &view.model.book.cues);
    let begun = session.step_up().is_some();
    let go_on = if begun { cues.buttons.next.as_str() } else { cues.finish.show_steps.as_str() };
    let offered = [
        (Event::SkipSteps, cues.buttons.is_up.as_str(), Weight::Quiet),
        (Event::StepBack, cues.buttons.back.as_str(), Weight::Secondary),
        (Event::GoOn, go_on, Weight::Secondary),
    ];
    let mut rest = rect;
    let rows: &[&[_]] = if one_row { &[&offered] } else { &[&offered[..1], &offered[1..]] };
    for row in rows {
        // "I am up" is there once the way up has begun.
        let offers = |event: Event| session.accepts(event) && (begun || event != Event::SkipSteps);
        let row: Vec<_> = row.iter().filter(|(event, ..)| offers(*event)).collect();
        if row.is_empty() {
            continue;
        }
        let gap = metrics.gap_8;
        let width = (rest.width() - gap * (row.len() as f32 - 1.0)) / row.len() as f32;
        let top = rest.bottom() - metrics.button_small;
        for (index, (event, label, weight)) in row.into_iter().enumerate() {
            let left = rest.left() + index as f32 * (width + gap);
            let place = Rect::from_min_size(pos2(left, top), vec2(width, metrics.button_small));
            frames::placed(ui, place, |ui| {
                let button = Button::new(view.kit, *weight, *label).height(metrics.button_small).width(width);
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
fn choice(ui: &mut Ui, view: View<'_>, label: &str, chosen: bool, size: Vec2) -> Response {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
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
    let galley = text::wrapped(ui, theme, metrics.h3, ink, label, size.x - metrics.gap_16);
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
