//! Figures as textures: solved once, painted once, kept until the theme or the size changes.
//!
//! Stills cost nothing after their first frame. The cache is bounded and knows nothing of pages.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

use eframe::egui::{self, ColorImage, Rect, TextureHandle, TextureOptions, pos2, vec2};

use crate::{
    drawing::{Drawing, raster},
    figure::{Library, Still},
    ui::theme::Theme,
};

/// How many textures are kept: every picture of the largest page twice over.
const KEPT: usize = 48;

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    scene: String,
    dark: bool,
    /// Pixels per thousand drawing units.
    scale_milli: u32,
}

/// The cache; one for the window.
#[derive(Default)]
pub struct Pictures {
    stills: RefCell<BTreeMap<String, Option<Rc<Still>>>>,
    textures: RefCell<HashMap<Key, TextureHandle>>,
}

impl Pictures {
    /// A scene, solved once. `None` when there is no such scene: caption and steps remain.
    pub fn still(&self, library: &Library, scene: &str) -> Option<Rc<Still>> {
        if let Some(known) = self.stills.borrow().get(scene) {
            return known.clone();
        }
        let still = library.still(scene).map(Rc::new);
        self.stills.borrow_mut().insert(scene.to_owned(), still.clone());
        still
    }

    /// Forgets everything: the figures have changed on disk.
    pub fn clear(&self) {
        self.stills.borrow_mut().clear();
        self.textures.borrow_mut().clear();
    }

    /// Paints a drawing with its top left corner at `rect.min`, filling `rect`.
    pub fn paint(&self, ui: &egui::Ui, theme: &Theme, scene: &str, drawing: &Drawing, rect: Rect) {
        if !ui.is_rect_visible(rect) || drawing.size.width <= 0.0 {
            return;
        }
        let scale = f64::from(rect.width() * ui.pixels_per_point()) / drawing.size.width;
        let key = Key { scene: scene.to_owned(), dark: theme.dark, scale_milli: (scale * 1e3).round() as u32 };
        let mut textures = self.textures.borrow_mut();
        if textures.len() >= KEPT && !textures.contains_key(&key) {
            textures.clear();
        }
        let texture = textures.entry(key).or_insert_with(|| {
            let pixels = raster::to_pixmap(drawing, &theme.palette, scale, None);
            let image = ColorImage::from_rgba_premultiplied([pixels.width as usize, pixels.height as usize], &pixels.rgba);
            ui.ctx().load_texture(scene, image, TextureOptions::LINEAR)
        });
        let size = texture.size_vec2() / ui.pixels_per_point();
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), Rect::from_min_size(rect.min, vec2(size.x, size.y)), uv, egui::Color32::WHITE);
    }
}
