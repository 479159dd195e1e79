//! The window's inbox: everything that the machine answers later arrives here, and nowhere else.
//!
//! Not a decision: whoever asks says with the question which message an answer becomes. The answer is put into words on
//! the thread that has it, the window is woken, and [`Shell::receive`] hands the messages on in the order they came.
//!
//! Invariant: a thread that died without an answer becomes a message too; see [`crate::platform::reply`].

use std::sync::mpsc::{self, Receiver, Sender};

use eframe::egui;

use super::{Shell, history_read, settings_read};
use crate::{
    app::{Msg, Route},
    platform::{
        instance::StartRequest,
        reply::{Feed, Reply},
        store::{Writer, WriterEvent},
    },
    sheet::Job,
};

/// Files that have a writer of their own, so that none of them waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    History,
    /// What the limit needs, beside the history.
    Guard,
    Settings,
    Plan,
}

/// What has come back.
pub(super) enum Answer {
    /// A message as it is.
    Msg(Msg),
    /// A second start asks for the window.
    Forward(StartRequest),
    /// What was found where the settings are kept; `None` where the thread that reads has died.
    Settings(Option<Box<settings_read::Found>>),
    /// What was found where the history is kept.
    History(Box<history_read::Found>),
    /// What a writer has to say; `None` where its thread has died.
    Writer(Kept, Option<WriterEvent>),
    /// A page is made and is to be printed; a dialog for that may be shown on the window's thread alone.
    Print(Job),
}

/// The inbox: one for the window.
pub(super) struct Inbox {
    post: Post,
    waiting: Receiver<Answer>,
}

/// The way into the inbox, for whatever thread has something to say.
#[derive(Clone)]
pub(super) struct Post {
    sender: Sender<Answer>,
    ctx: egui::Context,
}

impl Inbox {
    pub(super) fn new(ctx: &egui::Context) -> Self {
        let (sender, waiting) = mpsc::channel();
        Self { post: Post { sender, ctx: ctx.clone() }, waiting }
    }

    pub(super) fn post(&self) -> Post {
        self.post.clone()
    }

    /// What one answer becomes; `None` is a thread that ended without one.
    pub(super) fn reply<T>(&self, becomes: impl FnOnce(Option<T>) -> Msg + Send + 'static) -> Reply<T> {
        let post = self.post();
        Reply::new(move |answer| post.msg(becomes(answer)))
    }

    /// What each report of a thread becomes, and its end (`None`), if it becomes anything.
    pub(super) fn feed<T>(&self, becomes: impl Fn(Option<T>) -> Option<Msg> + Send + 'static) -> Feed<T> {
        let post = self.post();
        Feed::new(move |report| becomes(report).map_or((), |msg| post.msg(msg)))
    }

    /// A writer that says in the inbox how it goes.
    pub(super) fn writer(&self, kept: Kept, name: &str) -> Writer {
        let post = self.post();
        Writer::new(name, Feed::new(move |told| post.put(Answer::Writer(kept, told))))
    }

    /// Where the words of second starts go.
    pub(super) fn second_starts(&self) -> Feed<StartRequest> {
        let post = self.post();
        Feed::new(move |word| word.map_or((), |word| post.put(Answer::Forward(word))))
    }

    /// The next thing that has come.
    fn next(&self) -> Option<Answer> {
        self.waiting.try_recv().ok()
    }
}

impl Post {
    /// Puts a message into the inbox and wakes the window.
    pub(super) fn msg(&self, msg: Msg) {
        self.put(Answer::Msg(msg));
    }

    /// The window.
    pub(super) fn ctx(&self) -> &egui::Context {
        &self.ctx
    }

    /// Puts anything into it.
    pub(super) fn put(&self, answer: Answer) {
        // A window that is closed has no use for answers.
        self.sender.send(answer).ok();
        self.ctx.request_repaint();
    }
}

impl Shell {
    /// Hands on everything that has come since the last look.
    pub(super) fn empty_inbox(&mut self, ctx: &egui::Context) {
        while let Some(answer) = self.inbox.next() {
            match answer {
                Answer::Msg(msg) => {
                    let is_book = matches!(msg, Msg::BookRead(_));
                    if is_book {
                        self.pictures.clear();
                    }
                    self.send(msg, ctx, None);
                    if is_book {
                        self.follow_language();
                    }
                }
                Answer::Settings(found) => self.take_settings(found.map(|found| *found), ctx),
                Answer::History(found) => self.take_history(*found, ctx),
                Answer::Writer(kept @ (Kept::History | Kept::Guard), told) => self.hear_history_writer(kept, told, ctx),
                Answer::Writer(kept @ (Kept::Settings | Kept::Plan), told) => self.hear_settings_writer(kept, told, ctx),
                Answer::Print(job) => self.send_job(job),
                Answer::Forward(word) => {
                    Self::come_forward(ctx);
                    if word == StartRequest::Start {
                        self.send(Msg::Go(Route::Start), ctx, None);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::SoundMsg;

    #[test]
    fn answers_come_in_order_and_a_dead_thread_is_one_of_them() {
        let ctx = egui::Context::default();
        let inbox = Inbox::new(&ctx);
        let becomes = |answer: Option<bool>| Msg::Sound(SoundMsg::Output(answer.unwrap_or(false)));
        inbox.reply(becomes).give(true);
        drop(inbox.reply(becomes));
        let feed = inbox.feed(|report: Option<u8>| report.map_or(Some(Msg::Tick), |_| None));
        feed.tell(1);
        drop(feed);
        drop(inbox.second_starts());
        let msgs = std::iter::from_fn(|| inbox.next()).map(|answer| match answer {
            Answer::Msg(msg) => msg,
            _ => Msg::Shown,
        });
        let output = |there_is| Msg::Sound(SoundMsg::Output(there_is));
        assert_eq!(msgs.collect::<Vec<_>>(), [output(true), output(false), Msg::Tick]);
        assert!(ctx.has_requested_repaint());
    }
}
