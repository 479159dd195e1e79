//! A plain table, for eyes and for a screen reader: a head, rows, cells that know their place.
//!
//! Not for scrolling or sorting. Where its columns find no room, every cell has a line of its own with its column's
//! name before it. Invariant: every cell is in a row and every row in the table, in the tree that a screen reader
//! walks as well.

use eframe::egui::{Role, Ui};

use super::Node;
use crate::{drawing::Token, ui::View};

/// How much wider the first column is than the others.
const FIRST: f32 = 1.5;

/// A table of words, for a room this wide.
pub fn table<'a>(ui: &Ui, view: View<'a>, width: f32, name: &'a str, head: &[&'a str], rows: &[Vec<String>]) -> Node<'a> {
    let metrics = view.metrics();
    let title = |column: usize| view.words(metrics.small, Token::Ink2, *head.get(column).unwrap_or(&""));
    let share = |column: usize| if column == 0 { FIRST } else { 1.0 };
    let one = width / (head.len().saturating_sub(1) as f32 + FIRST);
    let fits = (0..head.len()).all(|column| title(column).narrowest(ui) <= one * share(column));
    let cell = |role: Role, column: usize, inside: Vec<Node<'a>>| {
        let node = if fits { Node::column(inside) } else { Node::row(inside).gap(metrics.gap_8).apart() };
        let node = node.role(role, move |node| node.set_column_index(column));
        if fits { node.share(share(column)) } else { node }
    };
    let row = |index: usize, least_height: f32, cells: Vec<Node<'a>>| {
        let row = if fits { Node::row(cells).least_height(least_height) } else { Node::column(cells) };
        row.role(Role::Row, move |node| node.set_row_index(index))
    };
    let mut parts = Vec::new();
    if fits {
        let cells = (0..head.len()).map(|column| cell(Role::ColumnHeader, column, vec![title(column)])).collect();
        parts.push(row(0, metrics.small.line + metrics.gap_8, cells));
    }
    for (index, words) in rows.iter().enumerate() {
        parts.push(view.rule());
        let cells = words.iter().enumerate().map(|(column, words)| {
            let role = if column == 0 { Role::RowHeader } else { Role::Cell };
            let value = view.words(metrics.meta, Token::Ink, words.as_str());
            cell(role, column, if fits { vec![value] } else { vec![title(column), value] })
        });
        parts.push(row(index + 1, metrics.button_small, cells.collect()));
    }
    let (rows, columns) = (rows.len() + 1, head.len());
    Node::column(parts).role(Role::Table, move |node| {
        node.set_label(name);
        node.set_row_count(rows);
        node.set_column_count(columns);
    })
}
