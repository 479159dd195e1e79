//! A plain table, for eyes and for a screen reader: a head, rows, cells that know their place.
//!
//! Not for scrolling or sorting. Invariant: every cell is in a row and every row in the table, in the tree that a
//! screen reader walks as well.

use eframe::egui::{Align, Layout, Rect, Role, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::Theme,
        widgets::{frames, text},
    },
};

/// How much wider the first column is than the others.
const FIRST: f32 = 1.5;

/// Shows a table in the width there is.
pub fn show(ui: &mut Ui, theme: &Theme, name: &str, head: &[&str], rows: &[Vec<String>]) {
    let metrics = &theme.metrics;
    let share = ui.available_width() / (head.len().saturating_sub(1) as f32 + FIRST);
    let builder = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_count(rows.len() + 1);
            node.set_column_count(head.len());
        });
        let role = metrics.small;
        row(ui, 0, role.line + metrics.gap_8, |ui, at| {
            for (column, words) in head.iter().enumerate() {
                cell(ui, Role::ColumnHeader, column, part(at, column, share), |ui| {
                    text::show(ui, theme, role, Token::Ink2, words);
                });
            }
        });
        for (index, words) in rows.iter().enumerate() {
            frames::rule(ui, theme);
            row(ui, index + 1, metrics.button_small, |ui, at| {
                for (column, words) in words.iter().enumerate() {
                    let role = if column == 0 { Role::RowHeader } else { Role::Cell };
                    cell(ui, role, column, part(at, column, share), |ui| {
                        text::show(ui, theme, metrics.meta, Token::Ink, words);
                    });
                }
            });
        }
    });
}

fn part(row: Rect, column: usize, share: f32) -> Rect {
    let left = if column == 0 { 0.0 } else { share * (column as f32 - 1.0 + FIRST) };
    let width = if column == 0 { share * FIRST } else { share };
    Rect::from_min_size(pos2(row.left() + left, row.top()), vec2(width, row.height()))
}

fn row(ui: &mut Ui, index: usize, height: f32, contents: impl FnOnce(&mut Ui, Rect)) {
    let (at, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), eframe::egui::Sense::hover());
    let builder = UiBuilder::new().accessibility_role(Role::Row).max_rect(at).id_salt(("row", index));
    let mut ui = ui.new_child(builder);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_row_index(index));
    contents(&mut ui, at);
}

fn cell(ui: &mut Ui, role: Role, column: usize, at: Rect, contents: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center);
    let builder = UiBuilder::new().accessibility_role(role).max_rect(at).layout(layout).id_salt(("column", column));
    let mut ui = ui.new_child(builder);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_column_index(column));
    contents(&mut ui);
}
