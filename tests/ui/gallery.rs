//! A picture of every page and state in eight ways and in every language, to be looked at: a folder for each way, and one sheet with all of it.
//!
//! `GALLERY=folder cargo test --test ui gallery -- --ignored`, with `FIT_PAGE` as in `fit.rs` for some pages alone, and
//! `GALLERY_WAY=dark,de` for some ways. A page that scrolls is shown whole, but in the way that is called “opens”. Not the pictures that are held against (`pictures.rs`): nothing is compared here.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{ColorImage, RichText, TextureOptions, Vec2, vec2};
use egui_kittest::Harness;
use gentleback::app::{Choice, Msg};
use gentleback::settings::Theme;
use gentleback::ui::theme::fonts;
use image::RgbaImage;
use image::imageops::{FilterType, crop_imm, resize};

use super::cpu::Cpu;
use super::fit::{Look, Page, Words, for_all, heighten, is_wanted, pages, turn_to};

/// The usual window.
const USUAL: Look = Look { width: 1180, height: 780, percent: 100, scale: 1.0, words: Words::English };

/// Text of twice the size on a screen that is common.
const LARGE: Look = Look { width: 1366, height: 768, percent: 200, ..USUAL };

/// A page as it opens, not whole: what the window shows of it before anybody scrolls.
const OPENS: &str = "opens";

/// Name, theme, and the way of looking.
const WAYS: [(&str, Theme, Look); 8] = [
    ("light", Theme::Light, USUAL),
    ("dark", Theme::Dark, USUAL),
    ("contrast", Theme::HighContrast, USUAL),
    ("narrow", Theme::Light, Look { width: 480, height: 800, ..USUAL }),
    ("wide", Theme::Light, Look { width: 1920, height: 1080, ..USUAL }),
    ("large", Theme::Light, LARGE),
    (OPENS, Theme::Light, LARGE),
    ("long", Theme::Light, Look { words: Words::Longer, ..USUAL }),
];

/// How wide a page is on a sheet, in pixels; of its height only what the window shows, at most this much.
const THUMB: [u32; 2] = [300, 480];
/// Pages in a row of a sheet.
const COLUMNS: usize = 8;

/// What a page looks like in one way.
fn picture(page: &Page, way: &str, theme: Theme, look: Look) -> RgbaImage {
    let (mut desk, eye) = page.open(theme != Theme::Light);
    desk.send(Msg::Set(Choice::Theme(theme)));
    turn_to(&mut desk, look);
    if way != OPENS {
        heighten(&mut desk, &eye);
    }
    desk.settle();
    desk.harness.render().expect("a picture")
}

/// The top of a picture, small.
fn thumb(picture: &RgbaImage, look: Look) -> ColorImage {
    let [width, height] = THUMB;
    let height = height.min(width * u32::from(look.height) / u32::from(look.width));
    let share = f64::from(width) / f64::from(picture.width());
    let part = crop_imm(picture, 0, 0, picture.width(), picture.height().min((f64::from(height) / share) as u32)).to_image();
    let small = resize(&part, width, (f64::from(part.height()) * share).round().max(1.0) as u32, FilterType::Triangle);
    ColorImage::from_rgba_unmultiplied([small.width() as usize, small.height() as usize], &small)
}

/// All pages of one way side by side, each under its name.
fn sheet(thumbs: Vec<(String, ColorImage)>) -> RgbaImage {
    let width = THUMB[0] as f32;
    let height = thumbs.iter().map(|(_, thumb)| thumb.size[1]).max().unwrap_or_default() as f32;
    let cell = vec2(width + 16.0, height + 36.0);
    let rows = thumbs.len().div_ceil(COLUMNS);
    let size: Vec2 = vec2(cell.x * COLUMNS as f32, cell.y * rows as f32) + Vec2::splat(16.0);
    let mut textures = Vec::new();
    let mut harness = Harness::builder().with_size(size).renderer(Cpu::default()).build_ui(move |ui| {
        if textures.is_empty() {
            ui.ctx().set_fonts(fonts());
            let load = |(name, image): &(String, ColorImage)| {
                (name.clone(), ui.ctx().load_texture(name, image.clone(), TextureOptions::LINEAR))
            };
            textures = thumbs.iter().map(load).collect();
        }
        ui.painter().rect_filled(ui.max_rect().expand(99.0), 0.0, egui::Color32::DARK_GRAY);
        for (index, (name, texture)) in textures.iter().enumerate() {
            let place = vec2((index % COLUMNS) as f32 * cell.x, (index / COLUMNS) as f32 * cell.y);
            let rect = egui::Rect::from_min_size((place + Vec2::splat(8.0)).to_pos2(), cell);
            let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
            ui.label(RichText::new(name).size(13.0));
            ui.image(texture);
        }
    });
    harness.run();
    harness.render().expect("a sheet")
}

#[test]
#[ignore = "makes a folder of pictures to look at: GALLERY=folder cargo test --test ui gallery -- --ignored"]
fn gallery() {
    let folder = PathBuf::from(std::env::var_os("GALLERY").expect("GALLERY names the folder"));
    let pages: Vec<Page> = pages().into_iter().filter(|page| is_wanted(&page.name)).collect();
    let translated = Words::others().filter(|words| *words != Words::Longer);
    let translated = translated.map(|words| (words.name(), Theme::Light, Look { words, ..USUAL }));
    let asked = std::env::var("GALLERY_WAY").ok();
    let is_asked = |way: &str| asked.as_ref().is_none_or(|asked| asked.split(',').any(|name| name == way));
    for (way, theme, look) in WAYS.into_iter().chain(translated).filter(|(way, ..)| is_asked(way)) {
        let inside = folder.join(way);
        fs::create_dir_all(&inside).expect("a folder");
        let thumbs = for_all(&pages, |page| {
            let picture = picture(page, way, theme, look);
            save(&picture, &inside.join(page.name.replace(' ', "-")));
            (page.name.clone(), thumb(&picture, look))
        });
        save(&sheet(thumbs), &folder.join(way));
    }
}

fn save(picture: &RgbaImage, path: &Path) {
    picture.save(path.with_extension("png")).expect("the folder can be written");
}
