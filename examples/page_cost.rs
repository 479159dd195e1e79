//! What a frame of a page costs before it is painted: `cargo run --release --example page_cost`.
//!
//! Medians of 200 frames each of the first frame's work anew (pass) and of its triangles (mesh), the number of layout
//! passes that a frame needs at most, and the time of the page's first frame. No graphics card, no window.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{self, Context, RawInput, Rect, Vec2, vec2};
use gentleback::app::{self, Book, Model, Msg, Route};
use gentleback::content;
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::sheet::PrintPalettes;
use gentleback::ui::pictures::Pictures;
use gentleback::ui::theme::{Themes, fonts};
use gentleback::ui::widgets::{Kit, icon::Icons};
use gentleback::ui::{self, View};
use jiff::{civil::date, tz::Offset};

const FRAMES: usize = 200;
const STEP: Duration = Duration::from_millis(33);

struct Window {
    ctx: Context,
    model: Model,
    now: Now,
    themes: Themes,
    icons: Icons,
    pictures: Pictures,
    size: Vec2,
}

impl Window {
    fn new(size: Vec2) -> Result<Self, Box<dyn Error>> {
        let (book, _) = Book::read(&content::embedded(), "en");
        let now = Now::new(Moment::START, Stamp::new(date(2026, 3, 4).at(9, 0, 0, 0), Offset::UTC));
        let model = Model::new(Arc::new(book.ok_or("the content is damaged")?), now);
        let ctx = Context::default();
        ctx.set_fonts(fonts());
        ctx.enable_accesskit();
        let pictures = Pictures::new(PrintPalettes::shipped()?);
        let mut window = Self { ctx, model, now, themes: Themes::shipped()?, icons: Icons::shipped()?, pictures, size };
        window.send(Msg::SettingsRead(Box::default()));
        window.send(Msg::HistoryRead(Box::default()));
        window.themes.of(&window.model).apply(&window.ctx);
        Ok(window)
    }

    fn send(&mut self, msg: Msg) {
        app::update(&mut self.model, msg, self.now);
    }

    /// One frame: the time of its passes, of its triangles, and how many passes there were.
    fn frame(&mut self) -> (Duration, Duration, u64) {
        self.now = self.now.plus(STEP);
        self.send(Msg::Tick);
        let screen_rect = Some(Rect::from_min_size(egui::Pos2::ZERO, self.size));
        let input = RawInput { screen_rect, time: Some(self.now.moment.since_start().as_secs_f64()), ..RawInput::default() };
        let theme = self.themes.of(&self.model);
        let kit = Kit {
            theme: &theme,
            icons: &self.icons,
            pictures: &self.pictures,
            skins: self.themes.skins(),
            hairs: self.themes.hairs(),
        };
        let view = View { model: &self.model, kit };
        let (passes, began) = (self.ctx.cumulative_pass_nr(), Instant::now());
        let mut messages = Vec::new();
        let output = self.ctx.run_ui(input, |ui| messages.extend(ui::show(ui, view)));
        let laid = began.elapsed();
        let began = Instant::now();
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let cut = began.elapsed();
        drop(meshes);
        let passes = self.ctx.cumulative_pass_nr() - passes;
        for message in messages {
            self.send(message);
        }
        (laid, cut, passes)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let pages = [
        ("start", Route::Start),
        ("section 1", Route::Section(0)),
        ("position", Route::Section(2)),
        ("warm-ups", Route::Section(1)),
        ("questions", Route::Questions),
        ("settings", Route::Settings),
        ("history", Route::History),
        ("warning", Route::Warning),
    ];
    println!("{:12} {:>10} {:>10} {:>10} {:>7}", "page", "first", "pass", "mesh", "passes");
    for (name, route) in pages {
        let mut window = Window::new(vec2(1180.0, 780.0))?;
        for _ in 0..5 {
            window.frame();
        }
        window.send(Msg::Go(if route == Route::Start { Route::Tips } else { Route::Start }));
        for _ in 0..5 {
            window.frame();
        }
        window.send(Msg::Go(route));
        let (first, _, passes) = window.frame();
        let frames: Vec<_> = (0..FRAMES).map(|_| window.frame()).collect();
        let median = |mut times: Vec<Duration>| {
            times.sort();
            times.get(times.len() / 2).copied().unwrap_or_default()
        };
        let laid = median(frames.iter().map(|frame| frame.0).collect());
        let cut = median(frames.iter().map(|frame| frame.1).collect());
        let most = frames.iter().map(|frame| frame.2).max().unwrap_or(0).max(passes);
        println!("{name:12} {first:>10.1?} {laid:>10.1?} {cut:>10.1?} {most:>7}");
    }
    Ok(())
}
