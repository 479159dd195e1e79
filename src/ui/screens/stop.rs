//! After a stop: ease off, say what happened, one advice. Nothing here leads back into a session.

use eframe::egui::{Color32, Rect, ScrollArea, Sense, Ui, accesskit::Live, pos2, vec2};

use crate::{
    app::{Msg, ReadAloud},
    content::fill,
    drawing::Token,
    session::{Advice, Cue, CueId, Event, Happened, PhaseText, Session},
    ui::{
        Messages, View, keys,
        pane::WidthClass,
        screens::{
            self,
            answers::{answer_row, key},
            gate,
            session::{Header, foot, header},
        },
        widgets::{
            bullets,
            button::{self, Button, Weight},
            frames,
            icon::Icon,
            ring,
            stage::Stage,
            text,
        },
    },
};

/// Four seconds of letting go, then it waits for "I have let go", which stands where Stop stood.
pub fn ease_off(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let body = header(ui, view, &Header { title: &cues.stop.header, detail: "", rounds: None }, |_| {});
    let (above, foot) = foot(view, room, body);
    have_let_go(ui, view, session, foot, out);
    let words = cues.phase(session.phase(), session.position());
    // Who stopped on the way down or up has nothing in hand to let go of.
    let stood = session.stood();
    let words = if stood { PhaseText { word: &cues.stop.stand_word, cue: &cues.stop.stand_cue, ..words } } else { words };
    if room == WidthClass::Column {
        return frames::placed(ui, above, |ui| {
            ScrollArea::vertical().id_salt("ease-off").auto_shrink([false, false]).show(ui, |ui| {
                let word = text::heading(ui, theme, metrics.question, 1, words.word);
                text::announce(ui, &word, Live::Assertive);
                text::show(ui, theme, metrics.lead, Token::Ink, words.cue);
                ui.add_space(metrics.gap_12);
                frames::note(ui, view.kit, Icon::Info, &cues.stop.sit_lead, &format!("**{}**", cues.stop.sit));
            });
        });
    }
    let side = if room >= WidthClass::Wide { metrics.session_side } else { metrics.narrow_ring + metrics.gap_12 };
    let left = Rect::from_min_max(above.min, pos2(above.right() - side - metrics.gap_28, above.bottom()));
    let right = Rect::from_min_max(pos2(above.right() - side, above.top()), above.max);
    let pad = metrics.gap_28;
    let width = left.width() - 2.0 * pad;
    let word_role = if stood { metrics.question } else { metrics.phase_word };
    let word = text::wrapped(ui, theme, word_role, Token::Ink, words.word, width);
    let cue =
        text::wrapped(ui, theme, if room >= WidthClass::Wide { metrics.cue } else { metrics.h2 }, Token::Ink, words.cue, width);
    let (scene, shown) = view.shown_in(session);
    let stage = Stage::bare(&scene)
        .room((metrics.gap_48 + word.size().y + cue.size().y).min(left.height() * 0.6), metrics.gap_48 + metrics.gap_12)
        .corner(metrics.radius_card)
        .labelled(words.cue, &[]);
    stage.show(ui, view.kit, &shown, left);
    let spoken = ui.interact(left, ui.scope_id().with("ease-off"), Sense::hover());
    let announced = cues.announced(&session.current_cue());
    spoken.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Heading, true, &announced));
    text::announce(ui, &spoken, Live::Assertive);
    let top = left.min + vec2(pad, metrics.gap_24);
    let below = top + vec2(0.0, word.size().y + metrics.gap_12);
    ui.painter().galley(top, word, Color32::PLACEHOLDER);
    ui.painter().galley(below, cue, Color32::PLACEHOLDER);
    frames::placed_centred(ui, right, |ui| {
        if !stood {
            ring_of(ui, view, room, session, right.height(), words.word);
        }
        ui.add_space(metrics.gap_20);
        if session.waits(view.model.now) && !stood {
            let asked = cues.asked_line(&Cue { id: CueId::EasedOff, ..session.current_cue() });
            text::centred(ui, theme, metrics.h3, Token::Ink, &asked);
            ui.add_space(metrics.gap_12);
        }
        frames::note(ui, view.kit, Icon::Info, &cues.stop.sit_lead, &format!("**{}**", cues.stop.sit));
    });
}

/// What is left of the guided letting-go.
fn ring_of(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, height: f32, word: &str) {
    let (metrics, cues) = (&view.kit.theme.metrics, &view.model.book.cues);
    let largest = if room >= WidthClass::Wide { metrics.ring } else { metrics.narrow_ring };
    let ring_side = largest.min(height - metrics.gap_48 * 3.0).max(metrics.strip_ring * 2.0);
    let left_share = 1.0 - session.fraction(view.model.now) as f32;
    let stroke = metrics.ring_stroke * ring_side / metrics.ring;
    let circle = ring::show(ui, view.kit, ring_side, stroke, left_share, Token::Ring, word);
    let factor = ring_side / metrics.ring;
    let role = crate::ui::metrics::TextRole {
        size: metrics.numeral.size * factor,
        line: metrics.numeral.line * factor,
        ..metrics.numeral
    };
    let seconds = format!("{:.0}", session.seconds_left(view.model.now).ceil());
    button::centred_text(ui, view.kit, circle.translate(vec2(0.0, -ring_side * 0.06)), role, Token::Ink, &seconds);
    let of = fill(&cues.labels.of_seconds, &[("seconds", &session.seconds_total().to_string())]);
    let lower = Rect::from_center_size(circle.center() + vec2(0.0, ring_side * 0.24), vec2(ring_side, metrics.lead.line));
    button::centred_text(
        ui,
        view.kit,
        lower,
        if room >= WidthClass::Wide { metrics.lead } else { metrics.meta },
        Token::Ink2,
        &of,
    );
}

/// "I have let go", where Stop stood.
fn have_let_go(ui: &mut Ui, view: View<'_>, session: &Session, foot: Rect, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.cues.buttons);
    frames::placed(ui, foot, |ui| {
        let label = if session.stood() { &words.resting } else { &words.have_let_go };
        let done = Button::new(view.kit, Weight::Secondary, label).trailing(Icon::ChevronRight);
        if done.role(metrics.h2).height(foot.height()).width(foot.width()).show(ui, view.kit).clicked() {
            out.push(Msg::Session(Event::HaveLetGo));
        }
    });
}

/// Seven answers, and how to stay until one is ready to get up.
pub fn what_happened(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, out: &mut Messages) {
    let (metrics, cues) = (&view.kit.theme.metrics, &view.model.book.cues);
    let body = header(ui, view, &Header { title: &cues.stop.after, detail: "", rounds: None }, |_| {});
    let words = cues.phase(session.phase(), session.position());
    inset(ui, view, room, body, "what-happened", |ui| {
        screens::title(ui, view, words.word);
        screens::lead(ui, view, words.cue);
        let columns = if room == WidthClass::Column { 1 } else { 2 };
        let gap = metrics.gap_16;
        let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
        for (row, answers) in Happened::ALL.chunks(columns).enumerate() {
            ui.horizontal_top(|ui| {
                for (column, &answer) in answers.iter().enumerate() {
                    if column > 0 {
                        ui.add_space(gap);
                    }
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        let key = key(session, row * columns + column);
                        if answer_row(ui, view, cues.happened(answer), "", key, metrics.answer_row_first).clicked() {
                            out.push(Msg::Session(Event::Happened(answer)));
                        }
                    });
                }
            });
            ui.add_space(gap);
        }
        ui.add_space(metrics.gap_12);
        stay(ui, view, session);
    });
}

/// "Still in place? Stay there."
fn stay(ui: &mut Ui, view: View<'_>, session: &Session) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    frames::card(ui, theme, false, metrics.gap_16, |ui| {
        ui.horizontal(|ui| {
            let size =
                vec2(metrics.session_side * 0.75, metrics.gap_48 * 2.5).min(vec2(ui.available_width() * 0.4, f32::INFINITY));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let (scene, shown) = view.shown_in(session);
            Stage::bare(&scene)
                .room(metrics.gap_12, metrics.gap_16)
                .corner(metrics.radius_card)
                .paint(ui, view.kit, &shown, rect);
            ui.add_space(metrics.gap_24);
            ui.vertical(|ui| {
                text::show(ui, theme, metrics.h3, Token::Ink, &cues.stop.still_lead);
                ui.add_space(metrics.gap_4);
                let place = &cues.position(session.position()).still_there;
                let words = if session.stood() { &cues.stop.stand_cue } else { place };
                text::show(ui, theme, metrics.body, Token::Ink2, words);
            });
        });
    });
}

/// One card of advice, by what was said; `done` is its way out.
pub fn advice(ui: &mut Ui, view: View<'_>, room: WidthClass, advice: Advice, done: Msg, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let card = match advice {
        Advice::Emergency => return gate::emergency_card(ui, view, room, (ReadAloud::Advice(advice), done), out),
        Advice::Today => &cues.advice.today,
        Advice::IfItStays => &cues.advice.if_it_stays,
        Advice::SeeSomeone => &cues.advice.see_someone,
    };
    let body = header(ui, view, &Header { title: &cues.stop.after, detail: "", rounds: None }, |_| {});
    inset(ui, view, room, body, "advice", |ui| {
        screens::title(ui, view, &card.title);
        ui.add_space(metrics.gap_8);
        frames::card(ui, theme, false, metrics.gap_24, |ui| {
            bullets::list(ui, view.kit, card.body.iter().map(String::as_str));
        });
        ui.add_space(metrics.gap_16);
        explain(ui, view);
        ui.add_space(metrics.gap_24);
        let back =
            Button::new(view.kit, Weight::Primary, &cues.buttons.back_to_guide).icon(Icon::Book).height(metrics.button_large);
        if back.show(ui, view.kit).clicked() {
            out.push(done);
        }
        ui.add_space(metrics.gap_16);
        text::show(ui, theme, metrics.meta, Token::Ink2, &card.off);
    });
}

/// The ache is too strong to press on: why, what stays open, how to get up.
pub fn not_today(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let words = cues.phase(session.phase(), session.position());
    let place = cues.position(session.position());
    let body = header(ui, view, &Header { title: &place.name, detail: "", rounds: None }, |_| {});
    inset(ui, view, room, body, "not-today", |ui| {
        screens::title(ui, view, words.word);
        screens::lead(ui, view, words.cue);
        ui.add_space(metrics.gap_8);
        frames::card(ui, theme, false, metrics.gap_24, |ui| {
            if let Some(said) = cues.ache_lines(session.ache()).first() {
                text::show(ui, theme, metrics.strong, Token::Ink, said);
                ui.add_space(metrics.gap_8);
            }
            bullets::list(ui, view.kit, cues.not_today.body.iter().map(String::as_str));
        });
        ui.add_space(metrics.gap_16);
        frames::card(ui, theme, false, metrics.gap_24, |ui| {
            let open = format!("**{}** {}", cues.not_today.open_lead, cues.not_today.open);
            text::show(ui, theme, metrics.body, Token::Ink, &open);
            ui.add_space(metrics.gap_8);
            let up = format!("**{}** {}", cues.not_today.up_lead, place.getting_up);
            text::show(ui, theme, metrics.body, Token::Ink, &up);
        });
        ui.add_space(metrics.gap_24);
        let back =
            Button::new(view.kit, Weight::Primary, &cues.buttons.back_to_guide).icon(Icon::Book).height(metrics.button_large);
        if back.show(ui, view.kit).clicked() {
            out.push(Msg::Session(Event::Done));
        }
    });
}

/// How to tell a clinician about it: what kind, where, when (CONSULT-9).
fn explain(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues.explain);
    frames::card(ui, theme, false, metrics.gap_24, |ui| {
        text::heading(ui, theme, metrics.h3, 2, &words.lead);
        ui.add_space(metrics.gap_8);
        for part in &words.parts {
            text::show(ui, theme, metrics.body, Token::Ink, &format!("**{}:** {}", part.title, part.detail));
            ui.add_space(metrics.gap_4);
        }
    });
}

/// A calm column in the middle of the window that scrolls when it must.
pub fn inset(ui: &mut Ui, view: View<'_>, room: WidthClass, body: Rect, key: &str, contents: impl FnOnce(&mut Ui)) {
    let metrics = &view.kit.theme.metrics;
    let side = if room >= WidthClass::Wide { metrics.gap_48 * 2.0 + metrics.gap_24 } else { metrics.session_pad };
    frames::placed(ui, body, |ui| {
        ScrollArea::vertical().id_salt(key).auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width((body.width() - 2.0 * side).max(0.0));
                    ui.add_space(metrics.gap_20);
                    contents(ui);
                    ui.add_space(metrics.gap_36);
                });
            });
        });
    });
}
