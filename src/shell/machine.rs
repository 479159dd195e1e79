//! What the machine has to say, turned into messages: what has come in, the keyboard's whereabouts, closing.
//!
//! Not the answers to it. Invariant: everything heard goes through [`crate::app::update`], in the order it came.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use eframe::egui::{self, UserAttentionType, ViewportCommand};

use super::{
    Shell,
    inbox::{Inbox, Post},
};
use crate::{
    app::{Book, Msg, Reread, SystemLook},
    content::embedded,
    platform::{
        background, console,
        reply::{Feed, Reply},
        scheme::{self, Appearance, Scheme},
        store,
        watch::{self, Reading},
    },
    session::{Event, Interruption},
    source,
};

/// Has the desktop's wishes for light and movement told.
pub(super) fn follow_appearance(inbox: &Inbox) {
    scheme::watch(inbox.feed(|appearance: Option<Appearance>| {
        let Appearance { scheme, reduced_motion, high_contrast, text_percent } = appearance?;
        let dark = scheme.map(|scheme| scheme == Scheme::Dark);
        Some(Msg::SystemLook(SystemLook { dark, reduced_motion, high_contrast, text_percent }))
    }));
}

/// The language that the window speaks, for the thread that reads a writer's folder.
pub(super) type Spoken = Arc<Mutex<String>>;

/// Has a writer's folder read again when it changes.
pub(super) fn follow_content(folder: PathBuf, spoken: Spoken, post: Post) {
    let read = move |reading| {
        let language = spoken.lock().unwrap_or_else(PoisonError::into_inner).clone();
        read_content(reading, &language, &post);
    };
    watch::watch(folder, Feed::new(move |reading: Option<Reading>| reading.map_or((), &read)));
}

/// A writer has saved a file: show what it says now, or keep what there is and say what is wrong.
fn read_content(reading: Reading, language: &str, post: &Post) {
    let (book, problems) = match reading {
        Ok(files) => Book::read(&files, language),
        Err(problems) => (None, problems),
    };
    for line in source::told(&problems) {
        console::complain(&line);
    }
    if let Some(book) = book {
        post.msg(Msg::BookRead(Reread(Arc::new(book))));
    }
    if !problems.is_empty() {
        post.msg(Msg::BookBroken);
    }
}

impl Shell {
    /// Reads the texts of another language, beside the window: from a writer's folder, or those that travel along.
    pub(super) fn read_book(&self, language: String) {
        let (folder, post) = (self.content.clone(), self.inbox.post());
        let lost = self.inbox.post();
        let done = Reply::new(move |read: Option<()>| {
            if read.is_none() {
                lost.msg(Msg::BookBroken)
            }
        });
        background::run("language", done, move || {
            let files = folder.map_or_else(|| Ok(embedded()), |folder| store::read_tree(&folder));
            read_content(files, &language, &post);
        });
    }

    /// Has everything that speaks do so in the book's language.
    pub(super) fn follow_language(&mut self) {
        let language = &self.model.book.guide.language;
        let mut spoken = self.spoken.lock().unwrap_or_else(PoisonError::into_inner);
        if *spoken != *language {
            language.clone_into(&mut spoken);
            self.sound.speak(language);
        }
    }

    /// Calls the window by its page, for the desktop and for a screen reader; egui leaves the latter's name empty.
    pub(super) fn name_window(&mut self, ui: &egui::Ui) {
        let title = self.model.window_title();
        if self.titled != title {
            ui.ctx().send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.titled.clone_from(&title);
        }
        let language = self.model.book.guide.language.as_str();
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |window| {
            window.set_label(title);
            // So that a screen reader reads with this language's voice, whatever the system's is.
            window.set_language(language);
        });
    }

    /// A second start has asked for the window. Where a desktop lets no window push itself forward, it is marked.
    pub(super) fn come_forward(ctx: &egui::Context) {
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        ctx.send_viewport_cmd(ViewportCommand::Visible(true));
        ctx.send_viewport_cmd(ViewportCommand::Focus);
        ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
    }

    /// What the machine has to say since the last look.
    pub(super) fn receive(&mut self, ctx: &egui::Context) {
        self.empty_inbox(ctx);
        self.keep_sound_ready();
        self.receive_dropped(ctx);
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
            self.history.refresh();
            // Where the system tells no changes, a person who comes back from its settings sees them now.
            if cfg!(not(target_os = "linux")) {
                follow_appearance(&self.inbox);
            }
        }
        self.has_focus = focused;
        self.had_focus |= focused;
        if self.had_focus && !focused {
            self.send(Msg::Session(Event::Interrupted(Interruption::FocusLost)), ctx, None);
        }
        if hidden != self.model.is_hidden {
            self.send(Msg::Hidden(hidden), ctx, None);
        }
        if hidden {
            self.send(Msg::Session(Event::Interrupted(Interruption::Hidden)), ctx, None);
        }
        // Only Linux has to ask its desktop for light or dark; elsewhere the window system tells.
        let dark = ctx.system_theme().map(|theme| theme == egui::Theme::Dark);
        if cfg!(not(target_os = "linux")) && dark != self.model.system.dark {
            self.send(Msg::SystemLook(SystemLook { dark, ..self.model.system }), ctx, None);
        }
        if close && !self.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.send(Msg::CloseRequested, ctx, None);
        }
    }
}
