//! Under the figure: what to keep still and how firmly, and the steps of a round.

use eframe::egui::Ui;

use crate::{
    content::fill,
    drawing::Token,
    session::{Phase, Position, Session, Side},
    ui::{
        View,
        layout::{Node, parts},
        metrics::{TextRole, Weight as FontWeight},
        theme::radius,
        widgets::{icon::Icon, progress, text},
    },
};

/// What stands on the floor band of a stage this wide: the way to make the figure stand still, what to keep still, and
/// how firmly. All of it on one line, and what finds no room there is left out, the drawn scale first: a band that grew
/// would take its height from the figure.
pub(super) fn floor_line<'a>(
    ui: &Ui,
    session: Option<&'a Session>,
    view: View<'a>,
    width: f32,
    still: Option<Node<'a>>,
) -> Vec<Node<'a>> {
    let (metrics, cues) = (view.metrics(), view.model.cues());
    let mut line: Vec<Node<'a>> = still.into_iter().collect();
    // Nothing is pressed yet, and nothing is asked of the hands.
    let Some(session) = session.filter(|it| !matches!(it.phase(), Phase::GettingDown(_) | Phase::Settle | Phase::Core(_))) else {
        return line;
    };
    let sides = &cues.sides;
    let caption = match (session.position(), session.hand()) {
        (Position::AllFours, Some(Side::Left)) => &sides.pressing_left,
        (Position::AllFours, Some(Side::Right)) => &sides.pressing_right,
        _ => &cues.position(session.position()).caption,
    };
    let caption = || view.words(metrics.nav, Token::Ink, caption.as_str());
    if session.is_practice() {
        line.push(caption().share(1.0));
        return line;
    }
    let effort = view.words(metrics.nav, Token::Ink, format!("{} **{}**", cues.effort.label, cues.effort_line(session.effort())));
    let cells = progress::effort_cells_size(view.kit);
    let gap = metrics.gap_12;
    let left = width - line.iter().map(|it| it.widest(ui) + gap).sum::<f32>() - effort.widest(ui);
    let has_caption = caption().widest(ui) + gap <= left;
    let has_cells = left >= cells.x + 2.0 * gap + if has_caption { caption().widest(ui) } else { 0.0 };
    line.push(if has_caption { caption().share(1.0) } else { Node::spring() });
    line.push(effort);
    if has_cells {
        let (effort, cap) = (session.effort().value(), session.plan().effort_cap().value());
        line.push(Node::fixed(cells, move |ui, _| {
            progress::effort_cells(ui, view.kit, effort, cap);
        }));
    }
    line
}

/// The steps of a round: done ones ticked, the current one bold, the next ones plain; where their names find no room, the
/// current one's alone.
pub(super) fn phases<'a>(ui: &Ui, view: View<'a>, session: &Session, width: f32) -> Node<'a> {
    let (kit, metrics, cues) = (view.kit, view.metrics(), view.model.cues());
    // Before a round none of its steps is lit; what each takes stands with it.
    let current = session.phase().step_of_round();
    let gap = metrics.gap_8;
    let bold = TextRole { weight: FontWeight::Bold, ..metrics.nav };
    let room = (width + gap) / Phase::ROUND.len() as f32 - gap;
    let named = |phase: Phase| {
        let secs = if phase == Phase::Hands { Some(session.lead_in()) } else { session.plan().length(phase) };
        match secs.filter(|_| current.is_none() && phase != Phase::Breathe) {
            Some(secs) => {
                fill(&cues.labels.strip_seconds, &[("step", cues.strip(phase)), ("seconds", &secs.as_secs().to_string())])
            }
            None => cues.strip(phase).to_owned(),
        }
    };
    let widest = |phase: &Phase| text::line_width(ui, kit.theme, bold, &named(*phase));
    // A tick finds room beside a name once a round is under way.
    let tick = if current.is_some() { metrics.gap_24 } else { 0.0 };
    let all_fit = Phase::ROUND.iter().map(widest).fold(0.0, f32::max) + tick <= room;
    let steps = Phase::ROUND.iter().enumerate().map(|(index, &phase)| {
        let token = if current.is_some_and(|current| index <= current) { Token::Primary } else { Token::Track };
        let bar = Node::wide(metrics.phase_bar, move |ui, _| {
            ui.painter().rect_filled(ui.max_rect(), radius(metrics.phase_bar / 2.0), kit.theme.color(token));
        });
        let (role, ink) = match current.map(|current| index.cmp(&current)) {
            Some(std::cmp::Ordering::Less) => (metrics.nav, Token::PrimaryInk),
            Some(std::cmp::Ordering::Equal) => (bold, Token::Ink),
            Some(std::cmp::Ordering::Greater) | None => (metrics.nav, Token::Ink2),
        };
        let mut name = Vec::new();
        if current.is_some_and(|current| index < current) && all_fit {
            name.push(parts::icon(kit, Icon::Tick, metrics.gap_16, ink));
        }
        if all_fit {
            name.push(parts::paint(kit, role, ink, named(phase)));
        }
        Node::column([bar, Node::row(name).gap(gap)]).gap(gap)
    });
    let steps = Node::grid(Phase::ROUND.len(), steps.collect::<Vec<_>>()).gap(gap);
    if all_fit || current.is_none() {
        return steps;
    }
    Node::column([steps, parts::paint(kit, bold, Token::Ink, cues.strip(session.phase()))])
}
