//! Everything from the first question before a session to its end, in the whole window.
//!
//! It decides which screen stands, and keeps the header and Stop in their places. Invariant: while a session
//! runs, Stop is there, full width, never scrolled away and never covered.

use eframe::egui::{Align, Color32, CursorIcon, Layout, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::{
    app::{Choice, Msg, SessionStage},
    drawing::Token,
    session::{Event, Phase, Position, Session, Side},
    settings::BodySide,
    ui::{
        Messages, View, keys,
        pane::{Pane, WidthClass},
        screens::{finish, floor, gate, player, position, stop, warm_up},
        sidebar,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            segmented, text,
        },
    },
};

/// The screen for where the session stands.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    match &view.model.session {
        None => {}
        Some(SessionStage::Gates(gates)) => gate::show(ui, view, room, gates, out),
        Some(SessionStage::Refused(refusal)) => gate::refused(ui, view, room, *refusal, out),
        Some(SessionStage::EasyOnly(pass, why)) => gate::easy_only(ui, view, room, pass, *why, out),
        Some(SessionStage::Movement(movement)) => gate::movement(ui, view, room, movement, out),
        Some(SessionStage::WarmUp(_)) => before(ui, view, room, out, warm_up_page, warm_up_way_on),
        Some(SessionStage::Position(_)) => before(ui, view, room, out, position_page, position_way_on),
        Some(SessionStage::Running(session)) => running(ui, view, room, session, out),
    }
}

fn running(ui: &mut Ui, view: View<'_>, room: WidthClass, session: &Session, out: &mut Messages) {
    if let Some(form) = view.model.floor_form() {
        return floor::show(ui, view, session, form, out);
    }
    match session.phase() {
        Phase::EaseOff => stop::ease_off(ui, view, room, session, out),
        Phase::WhatHappened => stop::what_happened(ui, view, room, session, out),
        Phase::SignsAgain => gate::list(ui, view, room, gate::Asked::Again(session), out),
        Phase::Advice(advice) => stop::advice(ui, view, room, advice, Msg::Session(Event::Done), out),
        Phase::NotToday => stop::not_today(ui, view, room, session, out),
        Phase::Finish => finish::show(ui, view, room, session, out),
        Phase::Closed => {}
        _ => player::show(ui, view, room, session, out),
    }
}

/// What stands in the header beside the mark.
pub struct Header<'a> {
    /// Where one is.
    pub title: &'a str,
    /// A quieter word after it.
    pub detail: &'a str,
    /// Rounds as dots: the current one, and how many.
    pub rounds: Option<(usize, usize)>,
}

/// The header; its right end is the caller's. Returns the rectangle below it.
pub fn header(ui: &mut Ui, view: View<'_>, header: &Header<'_>, right: impl FnOnce(&mut Ui)) -> Rect {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let whole = ui.available_rect_before_wrap();
    let pad = metrics.session_pad;
    let bar = Rect::from_min_max(
        whole.min + vec2(pad, metrics.gap_16 + 4.0),
        pos2(whole.right() - pad, whole.top() + metrics.session_bar - metrics.gap_12),
    );
    let natural = |words: &str| text::line(ui, theme, metrics.strong, Token::Ink, words).size().x;
    let words = natural(header.title) + natural(header.detail);
    // Where it gets tight only words and what can be pressed are left: no mark and no dots; and at last of two words
    // the round alone.
    let room = bar.width() - metrics.button_small - metrics.gap_12;
    let aside = header.rounds.map_or(0.0, |(_, rounds)| (rounds as f32 + 2.0) * (metrics.dot + metrics.gap_8));
    let is_narrow = whole.width() < metrics.bar_from && !header.detail.is_empty();
    let tight = is_narrow && words + aside + 2.0 * metrics.gap_48 + metrics.gap_12 > room;
    let detail_alone = tight && words + metrics.gap_12 > room;
    frames::placed_row(ui, bar, |ui| {
        if !tight {
            let (mark, _) = ui.allocate_exact_size(Vec2::splat(metrics.gap_36 + 2.0), Sense::hover());
            sidebar::mark(ui, view, mark);
            ui.add_space(metrics.gap_12);
        }
        if !detail_alone {
            let title = text::show(ui, theme, metrics.strong, Token::Ink, header.title);
            text::mark_heading(&title, 2, header.title);
            ui.add_space(if tight { metrics.gap_12 } else { metrics.gap_36 });
        }
        if !header.detail.is_empty() {
            let role = if header.rounds.is_some() { metrics.strong } else { metrics.meta };
            let token = if header.rounds.is_some() { Token::Ink } else { Token::Ink2 };
            text::show(ui, theme, role, token, header.detail);
            ui.add_space(metrics.gap_12);
        }
        if let Some((current, total)) = header.rounds.filter(|_| !tight) {
            crate::ui::widgets::progress::round_dots(ui, view.kit, current, total);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
    Rect::from_min_max(pos2(whole.left(), whole.top() + metrics.session_bar), whole.max)
}

/// "Leave", at the right end of a header, while nothing has begun.
pub fn leave_button(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.cues.buttons);
    let button = Button::new(view.kit, Weight::Secondary, &words.leave).icon(Icon::Close).height(metrics.button_small);
    if button.show(ui, view.kit).clicked() {
        out.push(Msg::LeaveSession);
    }
}

/// The place of Stop at the foot: full width, its own row. Returns what is left above it, and its own place.
pub fn foot(view: View<'_>, room: WidthClass, body: Rect) -> (Rect, Rect) {
    let metrics = &view.kit.theme.metrics;
    let height = if room >= WidthClass::Wide { metrics.stop } else { metrics.stop_narrow };
    let pad = metrics.session_pad;
    let bottom = body.bottom() - metrics.gap_24;
    let foot = Rect::from_min_max(pos2(body.left() + pad, bottom - height), pos2(body.right() - pad, bottom));
    let above =
        Rect::from_min_max(pos2(body.left() + pad, body.top()), pos2(body.right() - pad, foot.top() - metrics.gap_16 - 2.0));
    (above, foot)
}

/// Stop: square, word, and what else stops. Its focus ring is always drawn.
pub fn stop_bar(ui: &mut Ui, view: View<'_>, rect: Rect, pressing: bool, out: &mut Messages) {
    let words = &view.model.book.cues.buttons;
    let hint = if pressing { &words.stop_hint_pressing } else { &words.stop_hint };
    stop_bar_for(ui, view, rect, hint, Msg::Session(Event::Stop), out);
}

/// The same bar for whatever is to be stopped.
pub fn stop_bar_for(ui: &mut Ui, view: View<'_>, rect: Rect, hint: &str, stop: Msg, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues.buttons);
    // The press of the mouse stops, not its release: one frame, no second thought.
    let response = ui.interact(rect, ui.scope_id().with("stop"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words.stop));
    let ground = if response.hovered() { Token::StopHover } else { Token::Stop };
    ui.painter().rect_filled(rect, radius(metrics.radius_stop), theme.color(ground));
    let word = text::line(
        ui,
        theme,
        crate::ui::metrics::TextRole { size: metrics.h1.size + 7.0, line: metrics.question.line, ..metrics.question },
        Token::OnStop,
        &words.stop,
    );
    let detail = text::line(
        ui,
        theme,
        crate::ui::metrics::TextRole { weight: crate::ui::metrics::Weight::Semibold, ..metrics.lead },
        Token::OnStop,
        hint,
    );
    let side = metrics.gap_36;
    let content = side + metrics.gap_28 + word.size().x + metrics.gap_24 + detail.size().x;
    let with_detail = content <= rect.width() - metrics.gap_24;
    let shown = if with_detail { content } else { side + metrics.gap_28 + word.size().x };
    let mut x = rect.center().x - shown / 2.0;
    let square = Rect::from_min_size(pos2(x, rect.center().y - side / 2.0), Vec2::splat(side));
    view.kit.icons.paint(ui.painter(), Icon::StopSquare, square, theme.color(Token::OnStop));
    x += side + metrics.gap_28;
    let word_width = word.size().x;
    ui.painter().galley(pos2(x, rect.center().y - word.size().y / 2.0), word, Color32::PLACEHOLDER);
    x += word_width + metrics.gap_24;
    if with_detail {
        ui.painter().galley(pos2(x, rect.center().y - detail.size().y / 2.0), detail, Color32::PLACEHOLDER);
    }
    focus::always(ui, theme, rect, metrics.radius_stop);
    // Where the session has just appeared, "Choose" stood in this place: the second half of a double click on it is no
    // stop, and nothing is pressed yet.
    let arriving = view.model.running().is_some_and(|session| session.phase() == Phase::GettingDown(0));
    let stops = if arriving {
        response.clicked() && !response.double_clicked()
    } else {
        response.is_pointer_button_down_on() || response.clicked()
    };
    if stops {
        out.push(stop);
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
}

/// One part of a screen before the session.
type Part = fn(&mut Ui, View<'_>, WidthClass, &mut Messages);

/// Warm-up and position: a page that scrolls under the header, and the way on, which does not.
fn before(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages, contents: Part, way_on: Part) {
    let metrics = &view.kit.theme.metrics;
    let words = &view.model.book.words.player;
    let body = header(ui, view, &Header { title: &words.before, detail: "", rounds: None }, |ui| leave_button(ui, view, out));
    let width = (body.width() - 2.0 * metrics.session_pad).min(metrics.reading_width + metrics.gap_48);
    let left = body.center().x - width / 2.0;
    let foot_top = body.bottom() - metrics.button_large - metrics.gap_24;
    let page = Rect::from_min_max(body.min, pos2(body.right(), foot_top - metrics.gap_12));
    frames::placed(ui, page, |ui| {
        ScrollArea::vertical().id_salt(("before", view.model.session_key())).auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            ui.horizontal_top(|ui| {
                ui.add_space(left - body.left());
                ui.vertical(|ui| {
                    ui.set_width(width);
                    contents(ui, view, room, out);
                });
            });
        });
    });
    let foot = Rect::from_min_size(pos2(left, foot_top), vec2(width, metrics.button_large));
    frames::placed_row(ui, foot, |ui| way_on(ui, view, room, out));
}

fn warm_up_page(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words);
    super::title(ui, view, &words.player.moving);
    super::lead(ui, view, &words.warm_up.hint);
    warm_up::total(&mut Pane { ui, view, class: room, out });
    ui.add_space(metrics.gap_16);
    warm_up::cards(&mut Pane { ui, view, class: room, out });
}

fn warm_up_way_on(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.warm_up);
    let enough = view.model.warm_up.is_enough(view.model.now);
    ui.add_enabled_ui(enough, |ui| {
        let go_on =
            Button::new(view.kit, Weight::Primary, &words.go_on).height(metrics.button_large).trailing(Icon::ChevronRight);
        if go_on.show(ui, view.kit).clicked() {
            out.push(Msg::WarmedUp);
        }
    });
    ui.add_space(metrics.gap_20);
    let minutes = (view.model.warm_up.plan().enough().as_secs() / 60).to_string();
    let opens = crate::content::fill(&words.opens, &[("n", &minutes)]);
    let line = if enough { &view.model.book.cues.warm_up.enough } else { &opens };
    let response = text::show(ui, theme, metrics.body, Token::Ink2, line);
    text::announce(ui, &response, eframe::egui::accesskit::Live::Polite);
}

fn position_page(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.player);
    super::title(ui, view, &words.position_title);
    super::lead(ui, view, &words.position_lead);
    gate::left_out(ui, view, out);
    position::cards(&mut Pane { ui, view, class: room, out });
    if matches!(view.model.shown_position, Position::Side | Position::AllFours) {
        sore_side(ui, view, room, out);
    }
    ui.add_space(metrics.gap_4);
    position::details(&mut Pane { ui, view, class: room, out });
    floor::choice(ui, view, out);
}

/// "Which side is sore?", and what follows from it for the position that shows.
fn sore_side(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues.sides);
    let sides = [Some(BodySide::Left), Some(BodySide::Right), None];
    let current = sides.iter().position(|&side| side == view.model.settings.sore_side).unwrap_or(sides.len() - 1);
    let setup = view.model.setup(view.model.shown_position);
    let note = match (setup.position, setup.sore_side) {
        (Position::Side, side) => view.model.book.cues.side_up(side),
        (_, Some(Side::Left)) => &words.four_left,
        _ => &words.four_right,
    };
    frames::card(ui, theme, false, metrics.gap_16, |ui| {
        let labels = [words.left.as_str(), &words.right, &words.both];
        let mut picked = None;
        if room == WidthClass::Column {
            text::show(ui, theme, metrics.strong, Token::Ink, &words.question);
            ui.add_space(metrics.gap_8);
            let width = ui.available_width();
            picked = segmented::show(ui, view.kit, &words.question, &labels, current, width);
        } else {
            ui.horizontal(|ui| {
                ui.set_min_height(metrics.segmented);
                text::show(ui, theme, metrics.strong, Token::Ink, &words.question);
                ui.add_space(metrics.gap_20);
                let width = ui.available_width();
                picked = segmented::show(ui, view.kit, &words.question, &labels, current, width);
            });
        }
        ui.add_space(metrics.gap_8);
        let said = text::show(ui, theme, metrics.body, Token::Ink2, note);
        text::announce(ui, &said, eframe::egui::accesskit::Live::Polite);
        if let Some(&side) = picked.and_then(|index| sides.get(index)) {
            out.push(Msg::Set(Choice::SoreSide(side)));
        }
    });
    ui.add_space(metrics.gap_12);
}

fn position_way_on(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.player);
    let shown = view.model.shown_position;
    let name = view.model.position_text(shown).map_or("", |text| text.name.as_str());
    let label = crate::content::fill(&words.choose, &[("name", name)]);
    let choose = Button::new(view.kit, Weight::Primary, &label).height(metrics.button_large).trailing(Icon::ChevronRight);
    let offered = view.model.plan_offers(shown);
    if ui.add_enabled_ui(offered, |ui| choose.show(ui, view.kit)).inner.clicked() {
        out.push(Msg::ChoosePosition(shown));
    }
    if !offered {
        ui.add_space(metrics.gap_12);
        let words = &view.model.book.plan.group.not_offered;
        let response = text::show(ui, view.kit.theme, metrics.body, Token::Ink2, words);
        text::announce(ui, &response, eframe::egui::accesskit::Live::Polite);
    }
}
