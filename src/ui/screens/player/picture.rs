//! The stage of a session: word and cue with the figure, and what may stand on its floor band.
//!
//! The figure takes what the words leave. Invariant: the picture follows the session's own time, anyone may make it stand
//! still, and no word lies on it.

use std::rc::Rc;

use eframe::egui::{Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::strip;
use crate::{
    app::{Choice, Msg},
    drawing::Token,
    session::{Phase, Position, Session, Side},
    sound::lines_of,
    ui::{
        View,
        layout::{Node, parts},
        metrics::TextRole,
        pictures::Shown,
        widgets::{button, frames, icon::Icon, stage::Stage, text},
    },
};

/// The big word and the line under it.
pub struct Words {
    /// The word, or the question.
    pub word: String,
    /// The line.
    pub cue: String,
    /// The line hand by hand, where each hand is told what it does.
    pub hands: Vec<(Side, String)>,
}

/// What is said on the stage now: the phase's words, the step on the way down, the hand that presses.
pub fn words(view: View<'_>, session: &Session) -> Words {
    let cues = view.model.cues();
    let phase = session.phase();
    let plain = cues.phase(phase, session.position());
    let cue = match (phase, session.hand()) {
        (Phase::GettingDown(step), hand) => cues.step_down(session.position(), step, hand).unwrap_or_default(),
        (Phase::Ready, _) => cues.ready_line(&session.current_cue()),
        (Phase::Hands, Some(hand)) if session.position() == Position::AllFours => format!("{} {}", cues.hand(hand), plain.cue),
        _ => plain.cue.to_owned(),
    };
    Words { word: plain.word.to_owned(), cue, hands: hands(view, session) }
}

/// What each hand does in the lead-in, by the person's own left and right.
fn hands(view: View<'_>, session: &Session) -> Vec<(Side, String)> {
    let cues = view.model.cues();
    if session.phase() != Phase::Hands || session.is_practice() {
        return Vec::new();
    }
    let told = lines_of(cues.phase(Phase::Hands, session.position()).cue);
    let sentence = |index: usize| told.get(index).map(|line| (*line).to_owned());
    let both = match (session.position(), session.hand()) {
        (Position::AllFours, Some(hand)) => {
            let stays = cues.stays(hand.other()).to_owned();
            vec![(hand, Some(cues.hand(hand).to_owned())), (hand.other(), Some(stays))]
        }
        (Position::Side, Some(hand)) => vec![(hand, sentence(0)), (hand.other(), sentence(1))],
        // Where nobody said which side is sore, the upper hand may be either.
        (Position::Side | Position::AllFours, None) => Vec::new(),
        (Position::Back | Position::Wall, _) => vec![(Side::Left, sentence(0)), (Side::Right, sentence(1))],
    };
    both.into_iter().filter_map(|(hand, line)| Some((hand, line?))).collect()
}

/// Says the words to a screen reader, by the response of their place.
pub type Spoken<'a> = Rc<dyn Fn(&Ui, &Response) + 'a>;

/// What stands on a stage, and how.
pub struct Picture<'a> {
    /// Word and cue.
    pub words: Words,
    /// Whether the word is a question or a long one, and so no larger than a question.
    pub is_quiet: bool,
    /// The scene, and what shows of it.
    pub shown: Rc<(String, Shown)>,
    /// What the picture shows, for who can not see it.
    pub description: String,
    /// Whether it moves, and so can be made to stand still.
    pub moves: bool,
    /// Whose effort and caption stand on the floor band.
    pub floor_line: Option<&'a Session>,
    /// Says the words to a screen reader.
    pub spoken: Spoken<'a>,
}

/// How words and figure stand to each other on the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// The words over the figure.
    Over,
    /// The words left of the figure: where someone stands, and on a low stage.
    Beside,
}

/// The share of the stage that words have beside a figure.
const WORDS_BESIDE: f32 = 0.56;

/// The same where near views of the hands stand with the figure, which are as wide as it.
const WORDS_BESIDE_NEAR_VIEW: f32 = 0.44;

/// A phase word is never made smaller than this share of its size; then it wraps.
const LEAST_WORD: f32 = 0.4;

/// What large words keep of their size where the picture shows the hands from near.
const OVER_NEAR_VIEW: f32 = 0.72;

/// How far the floor band reaches up beside words, as a share of their height.
const BAND_BESIDE: f32 = 0.18;

/// How far a mat reaches under the floor that lies on it, as a share of the figure's place.
const UNDER_FLOOR: f32 = 0.07;

impl<'a> Picture<'a> {
    /// The picture of a running session.
    pub fn of(view: View<'a>, session: &'a Session) -> Self {
        let phase = session.phase();
        let words = words(view, session);
        let set_up = view.model.position_text(session.position()).map_or("", |text| text.figure.description.as_str());
        let leads = matches!(phase, Phase::GettingDown(_));
        let description = if leads { words.cue.clone() } else { set_up.to_owned() };
        Self {
            words,
            is_quiet: super::asks(phase) || leads,
            shown: Rc::new(view.shown_in(session)),
            description,
            moves: phase.moves(),
            floor_line: (!super::asks(phase)).then_some(session),
            spoken: Rc::new(move |ui, heading| super::spoken(ui, view, session, heading)),
        }
    }

    /// The roles of word and cue at a width.
    fn roles(&self, ui: &Ui, view: View<'_>, width: f32, large: bool) -> (TextRole, TextRole) {
        let metrics = view.metrics();
        let word = view.display(if large && !self.is_quiet { metrics.phase_word } else { metrics.question });
        // A phase word stands on one line; a question wraps, but never inside a word.
        let widest = if self.is_quiet { text::longest_word } else { text::line_width };
        let natural = widest(ui, view.kit.theme, word, &self.words.word).max(1.0);
        let beside = if large && self.shown.1.has_near_view() { OVER_NEAR_VIEW } else { 1.0 };
        let word = word.times((width / natural).clamp(LEAST_WORD, 1.0) * beside);
        let cue = match (self.is_quiet, large) {
            (true, true) if self.floor_line.is_none() => metrics.lead,
            (_, true) => view.display(metrics.cue).times(beside.max(metrics.lead.size / metrics.cue.size)),
            (_, false) => metrics.lead,
        };
        (word, cue)
    }

    /// Word and cue, one under the other, or with something beside the word; a heading of the first level to a reader.
    pub fn told(&self, ui: &Ui, view: View<'a>, width: f32, large: bool, beside: Option<(Node<'a>, f32)>) -> Node<'a> {
        let metrics = view.metrics();
        let taken = beside.as_ref().map_or(0.0, |(_, taken)| taken + metrics.gap_12);
        let (word, cue) = self.roles(ui, view, width - taken, large);
        let token = if self.floor_line.is_none() && self.is_quiet { Token::Ink2 } else { Token::Ink };
        let word = parts::paint(view.kit, word, Token::Ink, self.words.word.as_str());
        let cue = match self.words.hands.as_slice() {
            [] => parts::paint(view.kit, cue, token, self.words.cue.as_str()),
            hands => {
                let line = |(hand, words): &(Side, String)| {
                    let letter = view.model.cues().letter(*hand);
                    let badge = Node::fixed(Vec2::splat(cue.line.max(metrics.gap_28)), move |ui, _| {
                        frames::badge(ui, view.kit, ui.max_rect(), letter, Token::PrimarySoft, Token::PrimaryInk);
                    });
                    Node::row([badge, parts::paint(view.kit, cue, token, words.as_str()).grow()]).top().gap(metrics.gap_12)
                };
                Node::column(hands.iter().map(line).collect::<Vec<_>>()).gap(metrics.gap_4)
            }
        };
        let spoken = Rc::clone(&self.spoken);
        let told = match beside {
            // Where there is room the cue stands beside as well; else it has the whole width.
            Some((beside, _)) if width > metrics.session_side + metrics.gap_48 => {
                Node::row([Node::column([word, cue]).gap(metrics.gap_4).grow(), beside]).gap(metrics.gap_12)
            }
            Some((beside, _)) => Node::column([Node::row([word.grow(), beside]).gap(metrics.gap_12), cue]).gap(metrics.gap_4),
            None => Node::column([word, cue]).gap(metrics.gap_12),
        };
        told.on(move |ui, rect, _| {
            let id = ui.scope_id().with("cue");
            text::heading_around(ui, 1, |ui| {
                let heading = ui.interact(rect, id, Sense::focusable_noninteractive());
                spoken(ui, &heading);
                heading
            });
        })
    }

    fn pad(view: View<'_>, large: bool) -> f32 {
        if large { view.metrics().gap_28 + 2.0 } else { view.metrics().gap_20 }
    }

    /// The stage at a width, with its words.
    pub fn stage(&self, ui: &Ui, view: View<'a>, width: f32, arrangement: Arrangement, large: bool) -> Node<'a> {
        let metrics = view.metrics();
        let pad = Self::pad(view, large);
        let over = arrangement == Arrangement::Over && !self.shown.1.is_tall();
        let beside = if large && self.shown.1.has_near_view() { WORDS_BESIDE_NEAR_VIEW } else { WORDS_BESIDE };
        let share = if over { 1.0 } else { beside };
        let told = self.told(ui, view, width * share - 2.0 * pad, large, None);
        // The floor band begins above the figure's floor: words beside the figure end before it does.
        let band = if over { 0.0 } else { told.height_at(ui, width * share - 2.0 * pad) * BAND_BESIDE };
        let told = Node::column([told, Node::space(band)]).pads(pad, if large { metrics.gap_20 } else { metrics.gap_12 });
        let figure = self.figure(view).grow();
        let upper = if over {
            // Room for two lines of the cue in every phase, so that only the body moves from one to the next.
            let (word, cue) = self.roles(ui, view, width - 2.0 * pad, large);
            let lines = if large { word.line + metrics.gap_12 + 2.0 * cue.line + 2.0 * metrics.gap_20 } else { 0.0 };
            Node::column([told.least_height(lines), figure])
        } else {
            Node::row([told.share(share), figure.share(1.0 - share)]).level()
        };
        let floor = strip::floor_line(ui, self.floor_line, view, width - 2.0 * pad, self.still(view));
        self.grounded(ui, view, width, upper.grow(), floor, large)
    }

    /// The stage without words.
    pub fn bare_stage(&self, ui: &Ui, view: View<'a>, width: f32) -> Node<'a> {
        let floor = strip::floor_line(ui, self.floor_line, view, width - 2.0 * Self::pad(view, false), self.still(view));
        self.grounded(ui, view, width, Node::column([self.figure(view).grow()]).grow(), floor, false)
    }

    fn grounded(&self, ui: &Ui, view: View<'a>, width: f32, upper: Node<'a>, floor: Vec<Node<'a>>, large: bool) -> Node<'a> {
        let metrics = view.metrics();
        let pad = Self::pad(view, large);
        let least = if large { metrics.gap_48 + metrics.gap_24 } else { metrics.gap_28 };
        let floor = Node::row(floor).gap(metrics.gap_12).pads(pad, metrics.gap_4).least_height(least).rigid();
        // The band is as high as what stands on it: where that begins, the figure's floor is.
        let below = floor.height_at(ui, width);
        let (shown, description) = (Rc::clone(&self.shown), self.description.clone());
        Node::column([upper, floor]).on(move |ui, rect, _| {
            let stage = Stage::bare(&shown.0).room(0.0, below + rect.height() * UNDER_FLOOR).corner(metrics.radius_card);
            let response = ui.interact(rect, ui.scope_id().with(("stage", &shown.0)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, description.as_str()));
            stage.paint_ground(ui, view.kit, rect);
        })
    }

    /// The figure, as large as its place lets it be, its mat on the place's lower edge.
    fn figure(&self, view: View<'a>) -> Node<'a> {
        let (shown, metrics) = (Rc::clone(&self.shown), view.metrics());
        Node::wide(metrics.figure_least, move |ui, _| {
            let place = ui.max_rect();
            let stage = Stage::bare(&shown.0).room(metrics.gap_8, metrics.gap_4 + place.height() * UNDER_FLOOR);
            stage.clear(metrics.gap_4).corner(metrics.gap_24).paint_figure(ui, view.kit, &shown.1, place);
        })
    }

    /// A moving figure can be made to stand still, here and now (WCAG 2.2, 2.2.2).
    fn still(&self, view: View<'a>) -> Option<Node<'a>> {
        let (metrics, words) = (view.metrics(), &view.model.book.words.player);
        let moves = view.model.moves();
        let (icon, name) = if moves { (Icon::Still, &words.still_figure) } else { (Icon::Moving, &words.move_figure) };
        self.moves.then(|| {
            Node::fixed(Vec2::splat(metrics.round_button), move |ui, out| {
                let place = ui.max_rect();
                if button::tip(button::round_button(ui, view.kit, place, icon, name, false), name).clicked() {
                    out.push(Msg::Set(Choice::Motion(!moves)));
                }
            })
        })
    }
}
