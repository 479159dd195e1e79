//! The program as the window runs it, driven by a test: the shell's work with a simulated clock and kept effects.
//!
//! Invariant: time passes only when the test says so, and every change goes through `app::update`, as in the shell.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Color32, Event, Key, Modifiers, PointerButton, Rect, Ui, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use gentleback::app::{self, Book, Effect, Model, Msg, SessionStage, SettingsRead, WarmUpMsg};
use gentleback::content;
use gentleback::drawing::Token;
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::{self, Ache, GateEvent, ListAnswer, Phase, Position, Session};
use gentleback::settings::{Settings, Theme};
use gentleback::sheet::PrintPalettes;
use gentleback::ui::look::Look;
use gentleback::ui::pictures::Pictures;
use gentleback::ui::theme::{Themes, fonts};
use gentleback::ui::widgets::{Kit, icon::Icons};
use gentleback::ui::{self, View};
use jiff::civil::date;
use jiff::tz::Offset;

use super::cpu::Cpu;

/// The usual window.
pub const WIDE: Vec2 = vec2(1180.0, 780.0);
/// The smallest window that the program allows.
pub const LEAST: Vec2 = vec2(720.0, 560.0);
/// A window of one column.
pub const COLUMN: Vec2 = vec2(600.0, 800.0);

/// How far the clock moves in one go: well inside what a session takes for an undisturbed look.
const STEP: Duration = Duration::from_millis(100);
/// A little more than an answer must wait after a question has appeared.
const GUARD_SECS: f64 = 0.7;

/// The shipped book, read once for all tests.
pub static BOOK: LazyLock<Arc<Book>> = LazyLock::new(|| {
    let (book, problems) = Book::read(&content::embedded(), "en");
    assert!(problems.is_empty(), "the shipped content has problems: {problems:?}");
    Arc::new(book.expect("every file could be read"))
});

/// What the shell keeps, without its platform.
pub struct App {
    /// What there is to show.
    pub model: Model,
    /// What should have happened outside, in order.
    pub effects: Vec<Effect>,
    now: Now,
    themes: Themes,
    icons: Icons,
    pictures: Pictures,
    look: Look,
}

impl App {
    fn new(dark: bool) -> Self {
        let now = Now::new(Moment::START, Stamp::new(date(2026, 3, 4).at(9, 0, 0, 0), Offset::UTC));
        let mut model = Model::new(Arc::clone(&BOOK), now);
        model.settings.theme = if dark { Theme::Dark } else { Theme::Light };
        model.settings_path = "settings.ron".to_owned();
        let mut app = Self {
            model,
            effects: Vec::new(),
            now,
            themes: Themes::shipped().expect("shipped themes"),
            icons: Icons::shipped().expect("shipped icons"),
            pictures: Pictures::new(PrintPalettes::shipped().expect("shipped palettes")),
            look: Look::default(),
        };
        // Nothing kept from earlier days: the very first start.
        app.send(Msg::HistoryRead(Box::default()));
        app
    }

    /// Hands a message to the program, as the shell does.
    pub fn send(&mut self, msg: Msg) {
        self.effects.extend(app::update(&mut self.model, msg, self.now));
    }

    /// A colour of the look that shows.
    pub fn color(&self, token: Token) -> Color32 {
        self.themes.of(&self.model).color(token)
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.send(Msg::Tick);
        let theme = self.themes.of(&self.model);
        self.look.apply(ctx, &theme, &self.model);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let theme = self.themes.of(&self.model);
        let (skins, hairs) = (self.themes.skins(), self.themes.hairs());
        let kit = Kit { theme: &theme, icons: &self.icons, pictures: &self.pictures, skins, hairs };
        let messages = ui::show(ui, View { model: &self.model, kit });
        if !messages.is_empty() {
            ui.ctx().request_repaint();
        }
        for message in messages {
            self.send(message);
        }
    }
}

/// A running program and the person in front of it.
pub struct Desk {
    /// The window.
    pub harness: Harness<'static, App>,
}

impl Desk {
    /// Starts the program in a window of this many points, as on the very first day.
    pub fn new(size: Vec2, dark: bool) -> Self {
        let app = App::new(dark);
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
            .with_max_steps(24)
            .with_render_cursor(false)
            .with_context_setup(move |ctx| {
                ctx.set_fonts(fonts());
                ctx.options_mut(|options| {
                    options.quit_shortcuts.clear();
                    options.zoom_with_keyboard = false;
                });
            })
            .renderer(Cpu::default())
            .build_eframe(|_| app);
        let mut desk = Self { harness };
        desk.settle();
        desk
    }

    /// A usual light window, past the first screen.
    pub fn wide() -> Self {
        Self::welcomed(WIDE, false)
    }

    /// A window of any size, past the first screen.
    pub fn welcomed(size: Vec2, dark: bool) -> Self {
        let mut desk = Self::new(size, dark);
        desk.send(Msg::Understand);
        desk.knows_the_questions();
        desk.harness.state_mut().effects.clear();
        desk
    }

    /// As if the questions that are kept had been answered well today.
    pub fn knows_the_questions(&mut self) {
        let app = self.harness.state_mut();
        let today = Some(app.now.date());
        (app.model.settings.consulted_on, app.model.settings.talk_first_on) = (today, today);
        self.settle();
    }

    /// The window as it stands on the screen, in points, however its contents are turned.
    pub fn window(&self) -> Rect {
        ui::turn::window(&self.harness.ctx)
    }

    /// What there is to show.
    pub fn model(&self) -> &Model {
        &self.harness.state().model
    }

    /// The session that runs.
    #[track_caller]
    pub fn session(&self) -> &Session {
        self.model().running().expect("a session runs")
    }

    /// Where it stands.
    #[track_caller]
    pub fn phase(&self) -> Phase {
        self.session().phase()
    }

    /// Hands the program a message that no click can bring, or takes a short cut to a screen.
    pub fn send(&mut self, msg: Msg) {
        self.harness.state_mut().send(msg);
        self.settle();
    }

    /// Lets frames pass until nothing wants to be drawn at once.
    #[track_caller]
    pub fn settle(&mut self) {
        self.harness.run();
    }

    /// Lets time pass, looking as often as the window would.
    #[track_caller]
    pub fn wait(&mut self, secs: f64) {
        let app = self.harness.state_mut();
        let mut left = Duration::from_secs_f64(secs);
        while !left.is_zero() {
            let step = left.min(STEP);
            app.now = app.now.plus(step);
            app.send(Msg::Tick);
            left -= step;
        }
        self.settle();
    }

    /// Lets a session run until it stands here.
    #[track_caller]
    pub fn wait_for(&mut self, phase: Phase) {
        for _ in 0..1_000 {
            if self.model().running().is_some_and(|session| session.phase() == phase) {
                return self.settle();
            }
            let app = self.harness.state_mut();
            app.now = app.now.plus(STEP);
            app.send(Msg::Tick);
        }
        panic!("the session never came to {phase:?}; it stands at {:?}", self.phase());
    }

    /// The one part of this role and name, scrolled into view.
    #[track_caller]
    pub fn reach<'a>(&'a mut self, role: Role, name: &'a str) -> Node<'a> {
        let node = self.harness.get_by_role_and_label(role, name);
        node.scroll_to_me();
        self.settle();
        self.harness.get_by_role_and_label(role, name)
    }

    /// Clicks the one part of this role and name.
    #[track_caller]
    pub fn click_role(&mut self, role: Role, name: &str) {
        self.reach(role, name).click();
        self.settle();
        self.harness.remove_cursor();
        self.settle();
    }

    /// Clicks the one button of this name.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        self.click_role(Role::Button, name);
    }

    /// Clicks an answer, after the moment in which a question takes none.
    #[track_caller]
    pub fn answer(&mut self, name: &str) {
        // A list is read to its end first.
        if name == "None of these" {
            self.key(Key::End);
        }
        self.wait(GUARD_SECS);
        self.click(name);
    }

    /// As if none of the questions that are kept had been answered, and an urgent sign was seen or not.
    pub fn asks_all(&mut self, needs_check: bool) {
        let settings = &mut self.harness.state_mut().model.settings;
        (settings.consulted_on, settings.talk_first_on, settings.needs_check) = (None, None, needs_check);
        self.settle();
    }

    /// Answers a question; a list is read to its end first.
    #[track_caller]
    pub fn gate(&mut self, event: GateEvent) {
        self.send(Msg::Gate(GateEvent::ListSeen));
        self.wait(GUARD_SECS);
        self.send(Msg::Gate(event));
    }

    /// Goes from the guide into a session: no sign, walked already, this position.
    #[track_caller]
    pub fn go_to_session(&mut self, position: Position) {
        self.go_to_positions();
        self.send(Msg::ChoosePosition(position));
        assert_eq!(self.phase(), Phase::GettingDown(0));
        self.wait(GUARD_SECS);
        self.send(Msg::Session(session::Event::SkipSteps));
        assert_eq!(self.phase(), Phase::Settle);
        self.wait(GUARD_SECS);
        self.send(Msg::Session(session::Event::Ache(3)));
    }

    /// Goes from the guide to the choice of the position: no sign, walked already.
    #[track_caller]
    pub fn go_to_positions(&mut self) {
        self.send(Msg::Begin);
        self.pass_the_questions();
        self.send(Msg::WarmUp(WarmUpMsg::AlreadyWalked(true)));
        self.send(Msg::WarmedUp);
    }

    /// Changes the settings as if they had been read so.
    pub fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.model().settings.clone();
        change(&mut settings);
        let (path, warnings) = (String::new(), Vec::new());
        let read = SettingsRead { settings, path, warnings, ..SettingsRead::default() };
        self.send(Msg::SettingsRead(Box::new(read)));
    }

    /// Answers the questions of a usual day: no sign on either list, and a little ache.
    #[track_caller]
    pub fn pass_the_questions(&mut self) {
        let none = GateEvent::Signs(ListAnswer::NoneOfThese);
        [none, none, none, GateEvent::Ache(Ache::new(2).expect("on the scale"))].into_iter().for_each(|event| self.gate(event));
        assert!(matches!(self.model().session, Some(SessionStage::WarmUp(_))), "the questions are answered");
    }

    /// Goes from settling to where the first press is asked for.
    #[track_caller]
    pub fn go_to_ready(&mut self) {
        self.wait(GUARD_SECS);
        self.send(Msg::Session(session::Event::GoOn));
        self.wait_for(Phase::Ready);
    }

    /// Sets the clock on without a look in between, as when the computer stood still.
    pub fn later(&mut self, secs: u64) {
        let app = self.harness.state_mut();
        app.now = app.now.plus(Duration::from_secs(secs));
        self.settle();
    }

    /// Presses a key.
    #[track_caller]
    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key with others held.
    #[track_caller]
    pub fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Presses the mouse at a place and does not let go.
    pub fn press_mouse(&mut self, at: Rect) {
        self.harness.hover_at(at.center());
        self.harness.step();
        let pressed = true;
        let button = PointerButton::Primary;
        self.harness.event(Event::PointerButton { pos: at.center(), button, pressed, modifiers: Modifiers::NONE });
        self.harness.step();
    }

    /// Whether the one part of this role and name can not be used now.
    #[track_caller]
    pub fn is_off(&self, role: Role, name: &str) -> bool {
        self.harness.get_by_role_and_label(role, name).accesskit_node().is_disabled()
    }

    /// The names of all parts of a role, in the order of the tree.
    pub fn names(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.query_all_by_role(role).map(|node| node.accesskit_node());
        nodes.filter_map(|node| node.label().or_else(|| node.value())).collect()
    }

    /// Whether the settings were to be saved since the last time this was asked.
    pub fn saved(&mut self) -> bool {
        let effects = std::mem::take(&mut self.harness.state_mut().effects);
        effects.iter().any(|effect| matches!(effect, Effect::SaveSettings(_)))
    }

    /// Whether the window was to be closed.
    pub fn closes(&self) -> bool {
        self.harness.state().effects.contains(&Effect::Close)
    }

    /// Whether something of this role and name is there.
    pub fn has(&self, role: Role, name: &str) -> bool {
        self.harness.query_by_role_and_label(role, name).is_some()
    }

    /// Whether a text with these words is there.
    pub fn reads(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// Whether the page's title has the keyboard: the words in a heading of the first level.
    pub fn title_has_the_keyboard(&self) -> bool {
        let focused = self.harness.root().children_recursive().find(|node| node.is_focused());
        let heading = focused.and_then(|words| words.accesskit_node().parent());
        heading.is_some_and(|heading| heading.role() == Role::Heading && heading.data().level() == Some(1))
    }

    /// The names of all level 1 headings.
    pub fn titles(&self) -> Vec<String> {
        let nodes = self.harness.query_all_by_role(Role::Heading);
        let first = nodes.filter(|node| node.accesskit_node().data().level() == Some(1));
        first.filter_map(|node| node.accesskit_node().label()).collect()
    }
}
