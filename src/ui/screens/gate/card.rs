//! The calm cards: why there is no session now, and what is open.
//!
//! Not the emergency card, and nothing red here. Invariant: no card leads to pressing; only one offers easy movement.

use eframe::egui::CornerRadius;

use crate::{
    app::{MovementMsg, Msg, ReadAloud, Route},
    drawing::Token,
    session::{Card, WhyEasy},
    ui::{
        View,
        layout::{Node, parts, texts},
        pane::Pane,
        read_aloud,
        screens::session_frame::{SessionFrame, tree},
        widgets::{button::Weight, icon::Icon},
    },
};

/// The second way on from a card, besides the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The warning signs.
    Warning,
    /// The section about professionals.
    Professional,
}

/// A card with its reasons and what is open.
pub fn show<'a>(pane: &mut Pane<'_, 'a>, words: &'a Card, what: ReadAloud, way: Way) {
    let (view, metrics) = (pane.view, pane.metrics());
    let icon = if way == Way::Warning { Icon::Phone } else { Icon::Info };
    let body = vec![
        parts::bullets(view, words.body.iter().map(String::as_str)),
        view.body(format!("**{}** {}", words.more_lead, words.more)).most_width(metrics.reading_width),
    ];
    let ways = vec![back(view, Weight::Primary), elsewhere(view, way)];
    let heard = format!("{} {} {}", words.body.join(" "), words.more_lead, words.more);
    let head = Head { icon, title: &words.title, lead: "", heard, ground: Token::PrimarySoft, ink: Token::PrimaryInk };
    framed(pane, &words.header, what, vec![head.node(view), under(view, Token::Surface, body)], ways, Some(&words.off));
}

/// No pressing, and why; but easy movement.
pub fn easy_only(pane: &mut Pane<'_, '_>, why: WhyEasy) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.gates.movement;
    let reason = view.model.book.gates.why_easy(why);
    let body = vec![
        view.words(metrics.lead, Token::Ink, reason).most_width(metrics.reading_width),
        view.body(view.model.book.gates.open_easy(why)).most_width(metrics.reading_width),
    ];
    let begin = view.button(Weight::Primary, &words.begin).icon(Icon::Play).height(metrics.button_large);
    let mut ways = vec![view.press(begin, Msg::Movement(MovementMsg::Start)), back(view, Weight::Secondary)];
    if why == WhyEasy::NotConsulted {
        ways.push(elsewhere(view, Way::Professional));
    }
    let (title, heard) = (&words.offer_title, format!("{reason} {}", words.offer_body));
    let head = Head { icon: Icon::Info, title, lead: "", heard, ground: Token::PrimarySoft, ink: Token::PrimaryInk };
    let card = vec![head.node(view), under(view, Token::Surface, body)];
    framed(pane, &words.header, ReadAloud::EasyOnly(why), card, ways, None);
}

fn back(view: View<'_>, weight: Weight) -> Node<'_> {
    let label = &view.model.book.gates.cards.back;
    view.press(view.button(weight, label).icon(Icon::Book).height(view.metrics().button_large), Msg::LeaveSession)
}

fn elsewhere(view: View<'_>, way: Way) -> Node<'_> {
    let (metrics, buttons) = (view.metrics(), &view.model.book.gates.cards);
    let (label, route) = match way {
        Way::Warning => (&buttons.see_warning, Route::Warning),
        Way::Professional => (&buttons.see_professional, Route::Section(0)),
    };
    let button = view.button(Weight::Secondary, label).height(metrics.button_large).trailing(Icon::ChevronRight);
    parts::press(view.kit, button, [Msg::LeaveSession, Msg::Go(route)])
}

/// Header, a card, and the ways on under it; all of it scrolls when it must.
pub(super) fn framed<'a>(
    pane: &mut Pane<'_, 'a>,
    title: &'a str,
    what: ReadAloud,
    card: Vec<Node<'a>>,
    ways: Vec<Node<'a>>,
    off: Option<&'a str>,
) {
    let (view, metrics) = (pane.view, pane.metrics());
    let acts = vec![read_aloud::header(view, what)];
    SessionFrame { title, acts, is_column: true, ..SessionFrame::default() }.show(pane, |pane| {
        let mut page = vec![Node::column(card), Node::wrap(ways).gap(metrics.gap_12)];
        page.extend(off.map(|words| view.meta(words)));
        tree(pane, title, page);
    });
}

/// The coloured head of a card.
pub(super) struct Head<'a> {
    pub icon: Icon,
    pub title: &'a str,
    pub lead: &'a str,
    /// What is heard after the title: no key leads to the words of a card.
    pub heard: String,
    pub ground: Token,
    pub ink: Token,
}

impl<'a> Head<'a> {
    /// Icon and title. The title takes the keyboard as the card comes, and is heard by that: told besides, it would be
    /// heard twice.
    pub fn node(self, view: View<'a>) -> Node<'a> {
        let metrics = view.metrics();
        let ink = if self.ground == Token::Stop { self.ink } else { Token::Ink };
        let mut told = vec![texts::title_in(view, view.display(metrics.h1), ink, self.title, self.heard)];
        if !self.lead.is_empty() {
            told.push(view.words(metrics.lead, ink, self.lead));
        }
        // Where it is narrow the icon stands over the title: no word is broken for it.
        let told = Node::column(told).grow().least_width(metrics.tile_least * 0.8);
        let inside = Node::wrap([parts::icon(view.kit, self.icon, metrics.gap_36, self.ink), told]);
        let corner = metrics.radius_card as u8;
        let corners = CornerRadius { nw: corner, ne: corner, sw: 0, se: 0 };
        inside.gap(metrics.gap_16).pad(metrics.gap_20).on(move |ui, rect, _| {
            ui.painter().rect_filled(rect, corners, view.kit.theme.color(self.ground));
        })
    }
}

/// The part of a card under its head.
pub(super) fn under<'a>(view: View<'a>, ground: Token, parts: Vec<Node<'a>>) -> Node<'a> {
    let metrics = view.metrics();
    let corner = metrics.radius_card as u8;
    let corners = CornerRadius { nw: 0, ne: 0, sw: corner, se: corner };
    Node::column(parts).gap(metrics.gap_12).pad(metrics.gap_20).on(move |ui, rect, _| {
        ui.painter().rect_filled(rect, corners, view.kit.theme.color(ground));
    })
}
