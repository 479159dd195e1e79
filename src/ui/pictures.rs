//! Figures as textures: solved once, painted once, kept until the theme or the size changes.
//!
//! Stills cost nothing after their first frame. The cache is bounded and knows nothing of pages.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use eframe::egui::{self, ColorImage, Rect, TextureHandle, TextureOptions, pos2};

use crate::{
    app::{Model, SheetRequest, sheet_document},
    drawing::raster,
    figure::{Library, Look, Still},
    sheet::{PrintPalettes, to_pixels},
    ui::theme::{Theme, ThemeKey},
};

/// How many textures are kept: every picture of the largest page twice over.
const KEPT: usize = 48;

/// What a stage is to show.
pub enum Shown {
    /// There is no such scene: caption and steps remain.
    Nothing,
    /// A picture that stands still, kept as a texture.
    Still(Rc<Still>),
    /// One frame of a movement, painted as triangles.
    Moving(Still),
    /// Start and end of a movement, side by side.
    Pair([Rc<Still>; 2], Ends),
}

/// What stands under the two poses of a movement that stands still: "start" and "end".
pub type Ends = [Rc<str>; 2];

/// The point that every near view gives: the hand in it.
const NEAR_VIEW: &str = "close_near_hand";

impl Shown {
    /// Whether the picture is higher than wide: someone who stands.
    pub fn is_tall(&self) -> bool {
        let size = match self {
            Self::Nothing | Self::Pair(..) => return false,
            Self::Still(still) => still.drawing.size,
            Self::Moving(still) => still.drawing.size,
        };
        size.height > size.width
    }

    /// Whether it has no floor to stand on: seen from above, or the hands alone.
    pub fn is_from_above(&self) -> bool {
        match self {
            Self::Nothing | Self::Pair(..) => false,
            Self::Still(still) => still.is_from_above(),
            Self::Moving(still) => still.is_from_above(),
        }
    }

    /// Whether near views of the hands stand with the figure: then it needs more of the stage.
    pub fn has_near_view(&self) -> bool {
        match self {
            Self::Nothing | Self::Pair(..) => false,
            Self::Still(still) => still.anchors.contains_key(NEAR_VIEW),
            Self::Moving(still) => still.anchors.contains_key(NEAR_VIEW),
        }
    }

    /// The same with left and right exchanged, for the other side of a stretch.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Still(still) => Self::Moving(Still::clone(&still).mirrored()),
            Self::Moving(still) => Self::Moving(still.mirrored()),
            // Start and end stay as they are: their order says which is which.
            Self::Pair(ends, words) => Self::Pair(ends, words),
        }
    }

    /// Whether there is nothing to see.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// A kept still (by its place in memory, which it has until the cache is cleared), a look and a size.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    still: *const Still,
    theme: ThemeKey,
    /// Pixels per thousand drawing units.
    scale_milli: u32,
}

/// What the sheet's pages were painted for.
#[derive(Clone, PartialEq)]
struct SheetKey {
    request: SheetRequest,
    dpi: u32,
}

/// What was solved, by scene and person; also that there is nothing.
type Solved<T> = HashMap<(String, Look), Option<T>>;

/// What was painted of the sheet.
struct Painted {
    key: SheetKey,
    pages: SheetPages,
    /// How many characters paper can not show.
    dropped: usize,
}

/// The sheet's pages, or why there are none.
type SheetPages = Result<Rc<[TextureHandle]>, String>;

/// The cache; one for the window.
pub struct Pictures {
    print: PrintPalettes,
    sheet: RefCell<Option<Painted>>,
    stills: RefCell<Solved<Rc<Still>>>,
    ends: RefCell<Solved<[Rc<Still>; 2]>>,
    /// Kept stills turned round, by the still's place in memory.
    turned: RefCell<HashMap<*const Still, Rc<Still>>>,
    textures: RefCell<HashMap<Key, TextureHandle>>,
}

impl Pictures {
    /// An empty cache; the sheet is painted in the colours it prints in.
    pub fn new(print: PrintPalettes) -> Self {
        Self {
            print,
            sheet: RefCell::default(),
            stills: RefCell::default(),
            ends: RefCell::default(),
            turned: RefCell::default(),
            textures: RefCell::default(),
        }
    }

    /// The pages of the summary sheet as they will print, `width` points wide on screen.
    ///
    /// # Errors
    /// Why the sheet can not be laid out, in words.
    pub fn sheet_pages(&self, ui: &egui::Ui, model: &Model, width: f32) -> SheetPages {
        let paper = model.sheet.paper.size_pt();
        let wanted = f64::from(width * ui.pixels_per_point()) / paper.width * 72.0;
        let most = ui.input(|input| input.max_texture_side) as f64 / paper.height * 72.0 - 1.0;
        let dpi = wanted.min(most).round().clamp(36.0, 300.0) as u32;
        let key = SheetKey { request: model.sheet_request(), dpi };
        let mut known = self.sheet.borrow_mut();
        if let Some(painted) = &*known
            && painted.key == key
        {
            return painted.pages.clone();
        }
        let painted = self.paint_sheet(ui.ctx(), model, key);
        let pages = painted.pages.clone();
        *known = Some(painted);
        pages
    }

    /// How many pages the sheet had when it was last painted.
    pub fn sheet_page_count(&self) -> usize {
        self.sheet.borrow().as_ref().and_then(|painted| painted.pages.as_ref().ok()).map_or(0, |pages| pages.len())
    }

    /// How many of a person's characters could not be shown on it.
    pub fn sheet_dropped(&self) -> usize {
        self.sheet.borrow().as_ref().map_or(0, |painted| painted.dropped)
    }

    fn paint_sheet(&self, ctx: &egui::Context, model: &Model, key: SheetKey) -> Painted {
        let document = sheet_document(&model.book.layouter, &model.book.sheet, &model.book.figures, &key.request);
        let dropped = document.as_ref().map_or(0, |document| document.dropped.len());
        let palette = self.print.of(key.request.options.ink);
        let pages = document.and_then(|document| {
            let mut pages = Vec::new();
            for page in &document.pages {
                let pixels = to_pixels(page, palette, key.dpi)?;
                let size = [pixels.width as usize, pixels.height as usize];
                let image = ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
                pages.push(ctx.load_texture("sheet", image, TextureOptions::LINEAR));
            }
            Ok(pages.into())
        });
        Painted { key, pages: pages.map_err(|error| error.to_string()), dropped }
    }

    /// A scene, solved once. `None` when there is no such scene: caption and steps remain.
    pub fn still(&self, library: &Library, scene: &str, look: Look) -> Option<Rc<Still>> {
        let key = (scene.to_owned(), look);
        if let Some(known) = self.stills.borrow().get(&key) {
            return known.clone();
        }
        let still = library.still_as(scene, look).map(Rc::new);
        self.stills.borrow_mut().insert(key, still.clone());
        still
    }

    /// Start and end of a movement, solved once.
    pub fn ends(&self, library: &Library, scene: &str, look: Look) -> Option<[Rc<Still>; 2]> {
        let key = (scene.to_owned(), look);
        if let Some(known) = self.ends.borrow().get(&key) {
            return known.clone();
        }
        let ends = library.ends(scene, look).map(|ends| ends.map(Rc::new));
        self.ends.borrow_mut().insert(key, ends.clone());
        ends
    }

    /// The same with left and right exchanged, for the other hand or side. Start and end stay in their order, each
    /// turned in itself; a still is turned once and kept.
    pub fn mirrored(&self, shown: Shown) -> Shown {
        let turn = |still: &Rc<Still>| {
            let mut turned = self.turned.borrow_mut();
            Rc::clone(turned.entry(Rc::as_ptr(still)).or_insert_with(|| Rc::new(Still::clone(still).mirrored())))
        };
        match shown {
            Shown::Nothing => Shown::Nothing,
            Shown::Still(still) => Shown::Still(turn(&still)),
            Shown::Moving(still) => Shown::Moving(still.mirrored()),
            Shown::Pair(ends, words) => Shown::Pair([turn(&ends[0]), turn(&ends[1])], words),
        }
    }

    /// Forgets everything: the figures have changed on disk.
    pub fn clear(&self) {
        self.stills.borrow_mut().clear();
        self.ends.borrow_mut().clear();
        self.turned.borrow_mut().clear();
        self.textures.borrow_mut().clear();
        *self.sheet.borrow_mut() = None;
    }

    /// Paints a kept still with its top left corner at `rect.min`, filling `rect`.
    pub fn paint(&self, ui: &egui::Ui, theme: &Theme, still: &Rc<Still>, rect: Rect) {
        let drawing = &still.drawing;
        if !ui.is_rect_visible(rect) || drawing.size.width <= 0.0 {
            return;
        }
        let scale = f64::from(rect.width() * ui.pixels_per_point()) / drawing.size.width;
        let key = Key { still: Rc::as_ptr(still), theme: theme.key, scale_milli: (scale * 1e3).round() as u32 };
        let mut textures = self.textures.borrow_mut();
        if textures.len() >= KEPT && !textures.contains_key(&key) {
            textures.clear();
        }
        let texture = textures.entry(key).or_insert_with(|| {
            let image = match raster::to_pixmap(drawing, &theme.palette, scale, None) {
                Some(pixels) => {
                    ColorImage::from_rgba_premultiplied([pixels.width as usize, pixels.height as usize], &pixels.rgba)
                }
                None => ColorImage::filled([1, 1], egui::Color32::TRANSPARENT),
            };
            ui.ctx().load_texture("figure", image, TextureOptions::LINEAR)
        });
        // On whole pixels, or every edge would blur.
        let corner = (rect.min * ui.pixels_per_point()).round() / ui.pixels_per_point();
        let size = texture.size_vec2() / ui.pixels_per_point();
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), Rect::from_min_size(corner, size), uv, egui::Color32::WHITE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::embedded;

    #[test]
    fn turned_round_twice_a_figure_is_itself_and_once_it_is_not() {
        let (library, _) = Library::load(&embedded());
        let still = library.still("quad-stretch").expect("the scene");
        let once = Shown::Moving(still.clone()).mirrored();
        let Shown::Moving(once) = once else { panic!("a figure that moves stays one") };
        assert_ne!(once.drawing, still.drawing);
        let back = once.mirrored();
        let (there, here) = (back.anchors["near_knee"], still.anchors["near_knee"]);
        assert!((there - here).hypot() < 1e-6);
    }
}
