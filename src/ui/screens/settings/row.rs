//! What the settings are made of: a group of rows, each with a title, a line under it, and a control.
//!
//! Not what there is to choose: see the table in [`super::groups`].

use crate::{
    app::{Choice, Msg},
    ui::{
        View,
        layout::{Node, parts},
    },
};

/// One card.
pub(super) struct Card<'a> {
    /// Its heading; "" where its first row says it.
    pub title: &'a str,
    /// A line under the heading, or "".
    pub detail: String,
    /// From the top.
    pub rows: Vec<Row<'a>>,
}

/// One row: title, line under it, control.
pub(super) enum Row<'a> {
    /// On or off; a click changes to the other.
    Switch(&'a str, &'a str, bool, Choice),
    /// One of a few: what each is called, and what picking it says; and which is the one now.
    OneOf(&'a str, String, Vec<(String, Choice)>, Option<usize>),
    /// Another control at the right end.
    Beside(&'a str, String, Node<'a>),
    /// A part that takes the whole row.
    Whole(Node<'a>),
}

/// A row of choices, from the values that can be chosen and their names.
pub(super) fn one_of<'a, T: PartialEq>(
    title: &'a str,
    detail: &str,
    now: &T,
    values: impl IntoIterator<Item = (T, impl Into<String>)>,
    choice: impl Fn(T) -> Choice,
) -> Row<'a> {
    let mut current = None;
    let values = values.into_iter().enumerate().map(|(index, (value, name))| {
        if value == *now {
            current = Some(index);
        }
        (name.into(), choice(value))
    });
    let values = values.collect();
    Row::OneOf(title, detail.to_owned(), values, current)
}

/// A group as it shows.
pub(super) fn card<'a>(view: View<'a>, card: Card<'a>) -> Node<'a> {
    let metrics = view.metrics();
    let mut shown = Vec::new();
    if !card.title.is_empty() {
        shown.push(parts::heading(view.kit, metrics.h3, 2, card.title));
    }
    if !card.detail.is_empty() {
        shown.push(view.meta(card.detail).most_width(metrics.reading_width));
    }
    shown.extend(card.rows.into_iter().map(|row| match row {
        Row::Switch(title, detail, on, choice) => view.switch(title, detail, on, Msg::Set(choice)),
        Row::OneOf(title, detail, values, current) => {
            let (labels, choices): (Vec<_>, Vec<_>) = values.into_iter().unzip();
            let current = current.unwrap_or(labels.len());
            let choices = view.choices(title, labels, current, choices.into_iter().map(Msg::Set).collect());
            view.row(view.told(title, detail), choices)
        }
        Row::Beside(title, detail, control) => view.row(view.told(title, detail), control),
        Row::Whole(node) => node,
    }));
    Node::column(shown).gap(metrics.gap_12)
}
