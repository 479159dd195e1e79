//! What a page was opened for, by search: its words are marked where they stand, and brought into view.
//!
//! Not the search. Any words that are shown ask here whether they hold the sentence. Invariant: it is brought into view
//! once, as the page opens; after that scrolling is the person's own.

use std::{ops::Range, sync::Arc};

use eframe::egui::{Align, Id, Response, Stroke, Ui, text::ByteIndex, text::LayoutJob};

use crate::{
    app::Sought,
    content,
    drawing::Token,
    ui::{theme::Theme, widgets::focus},
};

/// What is sought in this frame.
#[derive(Debug, Clone)]
struct Wanted {
    sought: Arc<Sought>,
    reveal: bool,
}

fn id() -> Id {
    Id::unique("sought")
}

/// Notes what is sought, and whether it is to be brought into view.
pub fn note(ui: &Ui, sought: Option<&Sought>, reveal: bool) {
    ui.data_mut(|data| match sought {
        Some(sought) => drop(data.insert_temp(id(), Some(Wanted { sought: Arc::new(sought.clone()), reveal }))),
        None => data.remove::<Option<Wanted>>(id()),
    });
}

fn wanted(ui: &Ui) -> Option<Wanted> {
    ui.data(|data| data.get_temp::<Option<Wanted>>(id())).flatten()
}

/// Marks the words, where these are the ones that hold the sentence; tells whether they are.
pub fn mark(ui: &Ui, theme: &Theme, job: &mut LayoutJob) -> bool {
    let Some(Wanted { sought, .. }) = wanted(ui) else { return false };
    let Some(start) = job.text.find(&sought.text) else { return false };
    let marks = content::marks(&sought.text, &sought.words);
    paint(theme, job, marks.into_iter().map(|mark| mark.start + start..mark.end + start));
    true
}

/// Whether these words hold the sentence.
pub fn is_in(ui: &Ui, words: &str) -> bool {
    wanted(ui).is_some_and(|wanted| content::plain(words).contains(&wanted.sought.text))
}

/// Gives stretches of words the ground and the line of a mark.
pub fn paint(theme: &Theme, job: &mut LayoutJob, marks: impl IntoIterator<Item = Range<usize>>) {
    for mark in marks {
        let sections = std::mem::take(&mut job.sections);
        for section in sections {
            let (from, to) = (section.byte_range.start.0, section.byte_range.end.0);
            let (start, end) = (mark.start.clamp(from, to), mark.end.clamp(from, to));
            for (part, marked) in [(from..start, false), (start..end, true), (end..to, false)] {
                // A section without letters keeps the height of an empty line.
                if part.is_empty() && from != to {
                    continue;
                }
                let mut section = section.clone();
                section.byte_range = ByteIndex(part.start)..ByteIndex(part.end);
                if part.start != from {
                    section.leading_space = 0.0;
                }
                if marked {
                    section.format.background = theme.color(Token::NoteSoft);
                    section.format.underline = Stroke::new(theme.metrics.control_border, theme.color(Token::Warm));
                    section.format.color = theme.color(Token::NoteInk);
                }
                job.sections.push(section);
                if from == to {
                    break;
                }
            }
        }
    }
}

/// Brings the words that hold the sentence into view, as their page opens.
pub fn reveal(ui: &Ui, response: &Response) {
    if wanted(ui).is_some_and(|wanted| wanted.reveal) {
        response.scroll_to_me(Some(Align::Center));
        focus::keep_here(ui);
    }
}
