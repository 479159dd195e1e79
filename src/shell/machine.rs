//! What the machine has to say, turned into messages: the desktop's look, the keyboard's whereabouts, files, closing.
//!
//! Not the answers to it. Invariant: everything heard goes through [`crate::app::update`], in the order it came.

use std::sync::Arc;

use eframe::egui::{self, UserAttentionType, ViewportCommand};

use super::Shell;
use crate::{
    app::{Book, Msg, Reread, Route},
    platform::{
        console,
        instance::{First, Word},
        scheme::{Appearance, Scheme},
    },
    session::{Event, Interruption},
    source,
};

impl Shell {
    /// A writer has saved a file: show what it says now, or keep what there is and say what is wrong.
    fn read_content(&mut self, ctx: &egui::Context) {
        let Some(reading) = self.content.as_ref().and_then(|content| content.try_recv().ok()) else { return };
        let (book, problems) = match reading {
            Ok(files) => Book::read(&files, &self.model.book.guide.language),
            Err(problems) => (None, problems),
        };
        for line in source::told(&problems) {
            console::complain(&line);
        }
        if let Some(book) = book {
            self.pictures.clear();
            self.send(Msg::BookRead(Reread(Arc::new(book))), ctx, None);
        }
        if !problems.is_empty() {
            self.send(Msg::BookBroken, ctx, None);
        }
    }

    /// A second start has asked for the window. Where a desktop lets no window push itself forward, it is marked.
    fn come_forward(&mut self, word: Word, ctx: &egui::Context) {
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        ctx.send_viewport_cmd(ViewportCommand::Visible(true));
        ctx.send_viewport_cmd(ViewportCommand::Focus);
        ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
        if word == Word::Start {
            self.send(Msg::Go(Route::Start), ctx, None);
        }
    }

    /// What the machine has to say since the last look.
    pub(super) fn receive(&mut self, ctx: &egui::Context) {
        while let Ok(Appearance { scheme, reduced_motion }) = self.appearance.try_recv() {
            self.send(Msg::SystemLook { dark: scheme.map(|scheme| scheme == Scheme::Dark), reduced_motion }, ctx, None);
        }
        self.receive_settings(ctx);
        self.receive_history(ctx);
        self.receive_reminders(ctx);
        while let Some(word) = self.first.as_ref().and_then(First::word) {
            self.come_forward(word, ctx);
        }
        self.hear_awake(ctx);
        self.receive_sound(ctx);
        self.read_content(ctx);
        self.receive_printing(ctx);
        self.receive_plans(ctx);
        if self.saving.is_some() {
            self.finish_saving(ctx);
        }
        // The raw input, which is fresh in frames without a picture too.
        let (focused, hidden, close) = ctx.input(|input| {
            let viewport = input.viewport();
            let hidden = viewport.minimized == Some(true) || viewport.occluded == Some(true);
            (input.raw.focused, hidden, viewport.close_requested())
        });
        // Told as long as it lasts, because the session hears it only while something is at stake. A window system
        // that never gave the focus can not take it away.
        if focused && !self.has_focus {
            // Another window, or another computer, may have written meanwhile.
            self.history.refresh(ctx);
        }
        self.has_focus = focused;
        self.had_focus |= focused;
        if self.had_focus && !focused {
            self.send(Msg::Session(Event::Interrupted(Interruption::FocusLost)), ctx, None);
        }
        if hidden {
            self.send(Msg::Session(Event::Interrupted(Interruption::Hidden)), ctx, None);
        }
        // Only Linux has to ask its desktop; elsewhere the window system tells.
        let dark = ctx.system_theme().map(|theme| theme == egui::Theme::Dark);
        if cfg!(not(target_os = "linux")) && dark != self.model.system_dark {
            let reduced_motion = self.model.system_reduced_motion;
            self.send(Msg::SystemLook { dark, reduced_motion }, ctx, None);
        }
        if close && !self.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.send(Msg::CloseRequested, ctx, None);
        }
    }
}
