//! The window: the only folder that knows the app, its views and the machine.
//!
//! It reads the clock, hands messages to [`crate::app::update`], carries out the effects, and sleeps until
//! something is due. Invariant: it decides nothing; what to do is in the app, how it looks in the ui.

mod awake;
mod details;
mod fit;
mod history;
mod history_read;
mod inbox;
mod machine;
mod plan;
mod print;
pub mod remind;
mod reminder;
mod rescue;
mod settings;
mod settings_read;
mod sheet;
mod sound;
mod transfer;
mod words;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use eframe::egui::{self, ViewportCommand};

use self::inbox::Inbox;
use crate::{
    app::{self, Book, Effect, HistoryMsg, Languages, Model, Msg, PrintMsg, Renderer},
    content::Customs,
    platform::{
        awake::Awake,
        clock::Clock,
        console,
        export::Form,
        fault::Faults,
        instance::First,
        locale, renderer,
        reply::Feed,
        sound::{Prefer, Sound},
        store::Scratch,
    },
    sheet::{Paper, PrintPalettes},
    ui::{
        self, View,
        look::Look,
        pictures::Pictures,
        theme::{Themes, fonts},
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
    /// What makes this the only window, if it is: a second start asks it for it.
    pub first: Option<First>,
    /// A writer's folder, to be read again when it changes.
    pub content: Option<PathBuf>,
    /// Which languages there are, and what is wished for beside the settings.
    pub languages: Languages,
    /// Said at the foot when the window opens.
    pub notices: Vec<String>,
    /// What writes down a fault of the program's own.
    pub faults: Faults,
    /// For the tests: what is to fail, as [`rescue`] has it.
    pub pretended_fault: Option<String>,
    /// Print how long the first frame took, and each cue of a session, for the measurements.
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
    settings: settings::SettingsFiles,
    history: history::Files,
    /// Everything that the machine answers later.
    inbox: Inbox,
    /// Held as long as the window lives.
    _first: Option<First>,
    awake: Awake,
    sound: Sound,
    /// The language that it and a writer's folder are read in.
    spoken: machine::Spoken,
    /// A writer's folder.
    content: Option<PathBuf>,
    /// What was last asked to be at hand.
    sound_wanted: Option<Prefer>,
    /// A page that a viewer may still show; gone when the window closes.
    shown_page: Arc<Mutex<Option<Scratch>>>,
    reminding: reminder::Reminding,
    faults: Faults,
    rescue: rescue::Rescue,
    /// The monitor's size and the text's size that the window was last fitted to.
    fitted: Option<(egui::Vec2, f32)>,
    /// Look and text size that egui was last told.
    look: Look,
    /// What the window was last called.
    titled: String,
    /// The window has had the keyboard at some time.
    had_focus: bool,
    /// It has it now.
    has_focus: bool,
    closing: bool,
    timing: bool,
    /// Print each cue when it is due, for the measurements.
    tells_cues: bool,
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
        let inbox = Inbox::new(ctx);
        print::sweep();
        let language = start.book.guide.language.clone();
        let spoken = Arc::new(Mutex::new(language.clone()));
        if let Some(folder) = &start.content {
            machine::follow_content(folder.clone(), Arc::clone(&spoken), inbox.post());
        }
        machine::follow_appearance(&inbox);
        sound::follow_reader(&inbox);
        let sound = sound::start(&inbox, start.clock, &language);
        let mut model = Model::new(start.book, start.clock.now());
        model.notices = start.notices;
        model.languages = start.languages;
        let settings = settings::SettingsFiles::open(start.settings_file, &inbox);
        let history = history::Files::open(start.history_file, start.clock, &inbox);
        let post = inbox.post();
        start.faults.tell(Feed::new(move |report: Option<Option<PathBuf>>| {
            let Some(report) = report else { return };
            post.msg(Msg::Failed { in_window: false, report: report.map(|path| path.display().to_string()) });
        }));
        if let Some(first) = &start.first {
            first.tell(inbox.second_starts());
        }
        let mut shell = Self {
            model,
            clock: start.clock,
            themes: Themes::shipped()?,
            icons: Icons::shipped()?,
            pictures: Pictures::new(print.clone()),
            print,
            settings,
            history,
            _first: start.first,
            awake: awake::new(&inbox),
            inbox,
            sound,
            spoken,
            content: start.content,
            sound_wanted: None,
            shown_page: Arc::default(),
            reminding: reminder::Reminding::default(),
            look: Look::default(),
            faults: start.faults,
            rescue: rescue::Rescue::new(start.pretended_fault),
            fitted: None,
            titled: String::new(),
            had_focus: false,
            has_focus: false,
            closing: false,
            timing: start.timing,
            tells_cues: start.timing,
        };
        let history_msg = match shell.history.told_path() {
            Some(path) => Msg::History(HistoryMsg::Reading(path)),
            None => Msg::HistoryRead(Box::default()),
        };
        // First, so that what damaged settings do not say is asked of what stands beside the history.
        shell.send(history_msg, ctx, None);
        shell.begin_settings(ctx);
        if let Some(gl) = &cc.gl {
            shell.send(Msg::Renderer(Renderer::of_name(&renderer::name(gl))), ctx, None);
        }
        shell.send(Msg::Customs(Customs::of(&locale::of_times())), ctx, None);
        let paper = Paper::usual_in(&locale::of_paper());
        shell.send(Msg::Print(PrintMsg::UsualPaper(paper)), ctx, None);
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
            Effect::ReadBook(language) => self.read_book(language),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::CopyDetails => self.copy_details(ctx, frame),
            Effect::OpenFolder => self.open_folder(ctx),
            Effect::Plan(effect) => self.carry_out_plan(effect, ctx, frame),
            Effect::AppendHistory(entry) => self.append_history(&entry, ctx),
            Effect::History(effect) => self.carry_out_history(effect, ctx, frame),
            Effect::SaveSheet(request) => self.save_sheet(request, Form::Pdf, frame),
            Effect::Print(effect) => self.print(effect, frame),
            Effect::Tell(cue) => self.tell(&cue),
            Effect::Sound(effect) => self.carry_out_sound(effect),
            Effect::Reminder(effect) => self.carry_out_reminder(effect, ctx),
            Effect::FillScreen(fills) => self.fill_screen(fills, ctx),
            Effect::KeepAwake(on) => self.keep_awake(on),
            Effect::Close => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Asks to be woken when something is due, and not before.
    fn sleep(&self, ctx: &egui::Context) {
        if let Some(due) = app::next_wake(&self.model) {
            ctx.request_repaint_after(due.since(self.clock.now().moment));
        }
    }
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if self.rescue.is_plain() {
            return;
        }
        self.guarded(ctx, |shell| {
            shell.receive(ctx);
            shell.send(Msg::Tick, ctx, None);
            let theme = shell.themes.of(&shell.model);
            shell.look.apply(ctx, &theme, &shell.model);
            shell.fit_window(ctx);
            shell.sleep(ctx);
        });
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if self.rescue.is_plain() {
            return self.show_rescue(ui);
        }
        let ctx = ui.ctx().clone();
        self.guarded(&ctx, |shell| {
            shell.rescue.pretend_fault();
            shell.show(ui, frame);
        });
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        let theme = self.themes.of(&self.model);
        theme.color(crate::drawing::Token::Bg).to_normalized_gamma_f32()
    }
}

impl Shell {
    fn show(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let theme = self.themes.of(&self.model);
        let (skins, hairs) = (self.themes.skins(), self.themes.hairs());
        let kit = Kit { theme: &theme, icons: &self.icons, pictures: &self.pictures, skins, hairs };
        let messages = ui::show(ui, View { model: &self.model, kit });
        self.notice_reader(ui);
        self.name_window(ui);
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
            console::complain(&format!("first frame: {millis} ms"));
        }
    }
}
