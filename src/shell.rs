//! The window: the only file that knows the app, its views and the machine.
//!
//! It reads the clock, hands messages to [`crate::app::update`], carries out the effects, and sleeps until
//! something is due. Invariant: it decides nothing; what to do is in the app, how it looks in the ui.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError},
    },
};

use eframe::egui::{self, ViewportCommand};

use crate::{
    app::{self, Book, Effect, HistoryRead, Model, Msg, Reread, SettingsRead, SheetRequest, SheetSaved},
    history::{self, Entry},
    platform::{
        clock::{self, Clock},
        dialog::{self, SaveAnswer, SaveRequest},
        dirs,
        scheme::{self, Appearance, Scheme},
        store::{self, Journal},
        watch::{self, Reading},
    },
    session::{Event, Interruption},
    settings,
    sheet::{self, PrintPalettes},
    ui::{
        self, View,
        pictures::Pictures,
        theme::{ThemeKey, Themes, fonts},
        widgets::{Kit, icon::Icons},
    },
};

/// What the window is started with.
pub struct Start {
    /// Texts, numbers and figures.
    pub book: Arc<Book>,
    /// The clocks of this run.
    pub clock: Clock,
    /// Where settings are kept; `None` keeps nothing.
    pub settings_file: Option<PathBuf>,
    /// Where the history is kept, or why there is no such place.
    pub history_file: Result<PathBuf, String>,
    /// A writer's folder, to be read again when it changes.
    pub content: Option<PathBuf>,
    /// Said at the foot when the window opens.
    pub notices: Vec<String>,
    /// Print how long the first frame took, for the measurements.
    pub timing: bool,
}

/// The running window.
pub struct Shell {
    model: Model,
    clock: Clock,
    themes: Themes,
    icons: Icons,
    pictures: Pictures,
    print: PrintPalettes,
    settings_file: Option<PathBuf>,
    journal: Result<Journal, String>,
    appearance: Receiver<Appearance>,
    content: Option<Receiver<Reading>>,
    saving: Option<Saving>,
    /// Look and text size that egui was last told.
    applied: Option<(ThemeKey, u16)>,
    /// The window has had the keyboard at some time.
    had_focus: bool,
    closing: bool,
    timing: bool,
}

struct Saving {
    answer: Receiver<SaveAnswer>,
    bytes: Vec<u8>,
}

impl Shell {
    /// Makes the window's contents and reads settings and history.
    ///
    /// # Errors
    /// When a shipped theme or icon file is broken.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let ctx = &cc.egui_ctx;
        ctx.set_fonts(fonts());
        ctx.options_mut(|options| {
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
        });
        let print = PrintPalettes::shipped()?;
        let wake = ctx.clone();
        let again = ctx.clone();
        let content = start.content.map(|folder| watch::watch(folder, Box::new(move || again.request_repaint())));
        let mut model = Model::new(start.book, start.clock.now());
        model.notices = start.notices;
        let history_read =
            start.history_file.as_deref().map_or_else(|_| HistoryRead::default(), |path| read_history(path, start.clock));
        let failed_line = ctx.clone();
        let journal =
            start.history_file.map(|path| Journal::new(path, history::HEADER, Box::new(move || failed_line.request_repaint())));
        let mut shell = Self {
            model,
            clock: start.clock,
            themes: Themes::shipped()?,
            icons: Icons::shipped()?,
            pictures: Pictures::new(print.clone()),
            print,
            settings_file: start.settings_file,
            journal,
            appearance: scheme::watch(Box::new(move || wake.request_repaint())),
            content,
            saving: None,
            applied: None,
            had_focus: false,
            closing: false,
            timing: start.timing,
        };
        let read = shell.read_settings();
        shell.send(Msg::SettingsRead(Box::new(read)), ctx, None);
        shell.send(Msg::HistoryRead(Box::new(history_read)), ctx, None);
        Ok(shell)
    }

    fn send(&mut self, msg: Msg, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let effects = app::update(&mut self.model, msg, self.clock.now());
        for effect in effects {
            self.carry_out(effect, ctx, frame);
        }
    }

    fn carry_out(&mut self, effect: Effect, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        match effect {
            Effect::SaveSettings(settings) => self.save_settings(&settings, ctx),
            Effect::AppendHistory(entry) => self.append_history(&entry, ctx),
            Effect::SaveSheet(request) => self.save_sheet(&request, ctx, frame),
            // Voice and tones come with the guided session's own part; a screen reader hears the view's live region.
            Effect::Tell(_) => {}
            Effect::Close => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn read_settings(&mut self) -> SettingsRead {
        let mut read = SettingsRead {
            settings: settings::Settings::default(),
            path: String::new(),
            warnings: Vec::new(),
            read_only: false,
            damaged_copy: None,
        };
        let Some(path) = self.settings_file.clone() else { return read };
        read.path = path.display().to_string();
        let text = match store::read_text(&path) {
            Ok(text) => text,
            Err(error) if error.reason == store::Reason::Missing => return read,
            Err(error) => {
                read.warnings.push(error.to_string());
                self.keep_copy(&mut read);
                return read;
            }
        };
        let decoded = settings::decode(&text);
        read.settings = decoded.settings;
        read.read_only = decoded.read_only;
        read.warnings = decoded.warnings.iter().map(ToString::to_string).collect();
        // A warning without a field means the file as a whole is damaged.
        if decoded.warnings.iter().any(|warning| warning.field.is_empty()) {
            self.keep_copy(&mut read);
        }
        read
    }

    /// Keeps a copy of a settings file that is about to be written over; without one nothing is written.
    fn keep_copy(&mut self, read: &mut SettingsRead) {
        let Some(path) = &self.settings_file else { return };
        match store::keep_damaged(path, &clock::file_stamp(self.clock.now().stamp)) {
            Ok(copy) => read.damaged_copy = Some(copy),
            Err(error) => {
                read.warnings.push(error.to_string());
                self.settings_file = None;
            }
        }
    }

    fn save_settings(&mut self, settings: &settings::Settings, ctx: &egui::Context) {
        let Some(path) = &self.settings_file else { return };
        if let Err(error) = store::write_private(path, settings::encode(settings).as_bytes()) {
            self.send(Msg::SettingsNotSaved(error.to_string()), ctx, None);
        }
    }

    fn append_history(&mut self, entry: &Entry, ctx: &egui::Context) {
        let line = history::encode_line(entry);
        let handed_over = match &self.journal {
            Ok(journal) => journal.append(line).map_err(|error| error.to_string()),
            Err(why) => Err(why.clone()),
        };
        if let Err(why) = handed_over {
            self.send(Msg::HistoryNotSaved(why), ctx, None);
        }
    }

    fn save_sheet(&mut self, request: &SheetRequest, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let bytes = app::sheet_document(&self.model.book, request)
            .and_then(|document| sheet::to_pdf(&document, self.print.of(request.options.ink)));
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) => return self.send(Msg::SheetSaved(SheetSaved::Failed(error.to_string())), ctx, frame),
        };
        let words = &self.model.book.words.sheet;
        let ask = SaveRequest {
            title: words.dialog_title.clone(),
            file_name: words.file_name.clone(),
            kind: words.file_kind.clone(),
            extension: "pdf".to_owned(),
        };
        let wake = ctx.clone();
        let answer = dialog::save(ask, frame, Box::new(move || wake.request_repaint()));
        self.saving = Some(Saving { answer, bytes });
    }

    /// The dialog has answered: write the file, here or where the person will find it.
    fn finish_saving(&mut self, ctx: &egui::Context) {
        let Some(saving) = self.saving.take() else { return };
        let answer = match saving.answer.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Empty) => {
                self.saving = Some(saving);
                return;
            }
            Err(gone @ TryRecvError::Disconnected) => {
                return self.send(Msg::SheetSaved(SheetSaved::Failed(gone.to_string())), ctx, None);
            }
        };
        let outcome = match answer {
            Ok(None) => SheetSaved::Cancelled,
            Ok(Some(path)) => match store::write_export(&path, &saving.bytes) {
                Ok(()) => SheetSaved::Saved(path.display().to_string()),
                Err(error) => SheetSaved::Failed(error.to_string()),
            },
            Err(no_dialog) => match dirs::documents() {
                Ok(folder) => {
                    let path = store::unused(&folder.join(&self.model.book.words.sheet.file_name));
                    match store::write_export(&path, &saving.bytes) {
                        Ok(()) => SheetSaved::SavedWithoutDialog(path.display().to_string()),
                        Err(error) => SheetSaved::Failed(error.to_string()),
                    }
                }
                Err(_) => SheetSaved::Failed(no_dialog.to_string()),
            },
        };
        self.send(Msg::SheetSaved(outcome), ctx, None);
    }

    /// A writer has saved a file: show what it says now, or keep what there is and say what is wrong.
    fn read_content(&mut self, ctx: &egui::Context) {
        let Some(reading) = self.content.as_ref().and_then(|content| content.try_recv().ok()) else { return };
        let (book, problems) = match reading {
            Ok(files) => Book::read(&files, &self.model.book.guide.language),
            Err(problems) => (None, problems),
        };
        for problem in &problems {
            eprintln!("{problem}");
        }
        if let Some(book) = book {
            self.pictures.clear();
            self.send(Msg::BookRead(Reread(Arc::new(book))), ctx, None);
        }
        if !problems.is_empty() {
            self.send(Msg::BookBroken, ctx, None);
        }
    }

    /// What the machine has to say since the last look.
    fn receive(&mut self, ctx: &egui::Context) {
        while let Ok(Appearance { scheme, reduced_motion }) = self.appearance.try_recv() {
            self.send(Msg::SystemLook { dark: scheme.map(|scheme| scheme == Scheme::Dark), reduced_motion }, ctx, None);
        }
        while let Some(error) = self.journal.as_ref().ok().and_then(Journal::failure) {
            self.send(Msg::HistoryNotSaved(error.to_string()), ctx, None);
        }
        self.read_content(ctx);
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

    fn apply_theme(&mut self, ctx: &egui::Context) {
        let theme = self.themes.of(&self.model);
        let wanted = (theme.key, self.model.settings.text_scale.percent());
        if self.applied != Some(wanted) {
            theme.apply(ctx);
            ctx.set_zoom_factor(self.model.text_scale());
            self.applied = Some(wanted);
        }
    }

    /// Asks to be woken when something is due, and not before.
    fn sleep(&self, ctx: &egui::Context) {
        if let Some(due) = app::next_wake(&self.model) {
            ctx.request_repaint_after(due.since(self.clock.now().moment));
        }
    }
}

/// Reads the history. A damaged one is kept as a copy; only then are the lines that cannot be read taken out of it,
/// so that they are told once and not at every start.
fn read_history(path: &Path, clock: Clock) -> HistoryRead {
    let mut read = HistoryRead::default();
    let text = match store::read_lines(path) {
        Ok(text) => text,
        Err(error) if error.reason == store::Reason::Missing => return read,
        Err(error) => {
            read.failures.push(error.to_string());
            return read;
        }
    };
    let decoded = history::decode(&text);
    (read.entries, read.read_only) = (decoded.entries, decoded.read_only);
    for warning in &decoded.warnings {
        eprintln!("{}: {warning}", path.display());
    }
    if let Some(mended) = decoded.mended {
        match store::keep_damaged(path, &clock::file_stamp(clock.now().stamp)) {
            Ok(copy) => {
                read.damaged_copy = Some(copy);
                let written = store::write_private(path, mended.as_bytes());
                read.failures.extend(written.err().map(|error| error.to_string()));
            }
            Err(error) => read.failures.push(error.to_string()),
        }
    }
    read
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.receive(ctx);
        self.send(Msg::Tick, ctx, None);
        self.apply_theme(ctx);
        self.sleep(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let theme = self.themes.of(&self.model);
        let kit = Kit { theme: &theme, icons: &self.icons, pictures: &self.pictures, skins: self.themes.skins() };
        let messages = ui::show(ui, View { model: &self.model, kit });
        let ctx = ui.ctx().clone();
        let acted = !messages.is_empty();
        for message in messages {
            self.send(message, &ctx, Some(frame));
        }
        if acted {
            ctx.request_repaint();
        }
        self.sleep(&ctx);
        if std::mem::take(&mut self.timing) {
            let millis = self.clock.now().moment.since_start().as_millis();
            eprintln!("first frame: {millis} ms");
        }
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        let theme = self.themes.of(&self.model);
        theme.color(crate::drawing::Token::Bg).to_normalized_gamma_f32()
    }
}
