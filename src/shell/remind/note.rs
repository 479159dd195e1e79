//! One note, from the moment it shows to the moment that somebody has done something with it.
//!
//! Invariant: a note goes when it has lost its meaning: after two hours, or when pressing is off.

use std::{
    sync::mpsc::{self, RecvTimeoutError},
    time::Duration,
};

use super::files::Files;
use crate::{
    content::ReminderNoteWords,
    platform::{
        clock::Clock,
        notify::{self, Answer, NoService, Notice},
        schedule,
    },
    reminder::{Memory, outlook},
};

/// How long it stays.
const STAYS: Duration = Duration::from_secs(2 * 60 * 60);
/// How often it is asked whether it still means something.
const STEP: Duration = Duration::from_secs(20);

/// The note's words for the system.
pub(in crate::shell) fn notice(words: &ReminderNoteWords) -> Notice {
    Notice {
        program: words.program.clone(),
        title: words.title.clone(),
        body: words.body.clone(),
        open: words.open.clone(),
        snooze: words.snooze.clone(),
        not_today: words.not_today.clone(),
    }
}

/// Shows it, and does what is asked of it.
pub(super) fn show(words: &ReminderNoteWords, files: &mut Files, clock: Clock) -> Result<(), NoService> {
    let (sender, answers) = mpsc::channel();
    let shown = notify::show(&notice(words), sender)?;
    let began = clock.now();
    let answer = loop {
        match answers.recv_timeout(STEP) {
            Ok(answer) => break answer,
            // The system tells nothing of its notes.
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Err(RecvTimeoutError::Timeout) => {}
        }
        let now = clock.now();
        files.refresh(now);
        let memory = files.memory().cloned().unwrap_or_default();
        let is_quiet = outlook(now.stamp, files.wanted(), files.record(now), &memory).quiet.is_some();
        let is_over = now.stamp.date() != began.date() || now.stamp.since(began.stamp).unsigned_abs() >= STAYS;
        if is_quiet || is_over {
            shown.close();
            return Ok(());
        }
    };
    // Not every desktop takes it away after a click.
    shown.close();
    let now = clock.now();
    let mut remember = |change: fn(&mut Memory, crate::moment::Stamp)| {
        files.refresh(now);
        let Some(mut memory) = files.memory().cloned() else { return };
        change(&mut memory, now.stamp);
        // What can not be written down is not remembered; the next reminder comes as if nothing had been said.
        files.keep(memory).ok();
    };
    match answer {
        Answer::Open(token) => {
            let opened = schedule::this_program().and_then(|program| schedule::open_window(&program, token.as_deref()));
            opened.map_err(|error| NoService(error.to_string()))
        }
        Answer::Snooze => {
            remember(Memory::snooze);
            Ok(())
        }
        Answer::NotToday => {
            remember(Memory::not_today);
            Ok(())
        }
        Answer::Closed => Ok(()),
    }
}
