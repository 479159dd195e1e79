//! How the window looks: palette, sizes and fonts, handed to every view as one value.
//!
//! It knows nothing of pages. Invariant: a theme that can be made has a value for every token and every size, so
//! no view needs a fallback.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, sync::Arc};

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Shadow, Stroke, TextFormat, Vec2,
};

use crate::app::Model;
use crate::drawing::{Palette, PaletteError, Rgb, Token};
use crate::figure::{HairColor, SkinTone, hair};
use crate::ui::metrics::{Metrics, TextRole, Weight};

/// What keeps a theme from being made.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// The colours can not be read.
    #[error("theme {name}: {source}")]
    Palette { name: &'static str, source: PaletteError },
    /// The sizes can not be read.
    #[error("metrics.ron: {0}")]
    Metrics(#[from] ron::error::SpannedError),
}

/// What the window stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// Dark words on light.
    Light,
    /// Light words on dark.
    Dark,
    /// Pure black and white, no tints.
    HighContrast,
}

/// Which look it is: the ground, and skin and hair of the person in the figures (their places in the lists).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThemeKey {
    pub ground: Ground,
    pub skin: Option<usize>,
    pub hair: Option<usize>,
}

/// Every look of the window, each made when it is first asked for.
#[derive(Debug)]
pub struct Themes {
    metrics: Metrics,
    light: Palette,
    dark: Palette,
    high_contrast: Palette,
    skins: Vec<SkinTone>,
    hairs: Vec<HairColor>,
    made: RefCell<BTreeMap<ThemeKey, Rc<Theme>>>,
}

/// One look of the window.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Which one it is.
    pub key: ThemeKey,
    /// Colours by token.
    pub palette: Palette,
    /// Sizes by name.
    pub metrics: Metrics,
    /// The ground's own skin and hair, whatever was chosen: what is shown beside the other choices.
    pub usual_skin: Rgb,
    pub usual_hair: Rgb,
}

impl Themes {
    /// Reads the shipped theme files.
    ///
    /// # Errors
    /// When a shipped file is broken; a test keeps this from ever being released.
    pub fn shipped() -> Result<Self, ThemeError> {
        let palette = |name, text| Palette::from_ron(text).map_err(|source| ThemeError::Palette { name, source });
        let skins = SkinTone::list_from_ron(include_str!("../../assets/theme/skin.ron"));
        let hairs = HairColor::list_from_ron(include_str!("../../assets/theme/hair.ron"));
        Ok(Self {
            metrics: ron::from_str(include_str!("../../assets/theme/metrics.ron"))?,
            light: palette("light", include_str!("../../assets/theme/light.ron"))?,
            dark: palette("dark", include_str!("../../assets/theme/dark.ron"))?,
            high_contrast: palette("high contrast", include_str!("../../assets/theme/high-contrast.ron"))?,
            skins: skins.map_err(|source| ThemeError::Palette { name: "skin", source })?,
            hairs: hairs.map_err(|source| ThemeError::Palette { name: "hair", source })?,
            made: RefCell::default(),
        })
    }

    /// The look for what the person chose.
    pub fn of(&self, model: &Model) -> Rc<Theme> {
        // From the floor a light screen would dazzle: there it is dark, whatever was chosen for reading.
        let dark = model.is_dark() || model.floor_form().is_some();
        let ground = match (model.is_high_contrast(), dark) {
            (true, _) => Ground::HighContrast,
            (_, true) => Ground::Dark,
            (_, false) => Ground::Light,
        };
        let wanted = model.settings.skin.as_deref();
        let skin = wanted.and_then(|name| self.skins.iter().position(|tone| tone.name == name));
        let wanted = model.settings.hair_color.as_deref();
        let color = wanted.and_then(|name| self.hairs.iter().position(|color| color.name == name));
        self.get(ThemeKey { ground, skin, hair: color })
    }

    /// One look.
    pub fn get(&self, key: ThemeKey) -> Rc<Theme> {
        let make = || {
            let palette = match key.ground {
                Ground::Light => self.light.clone(),
                Ground::Dark => self.dark.clone(),
                Ground::HighContrast => self.high_contrast.clone(),
            };
            let (usual_skin, usual_hair) = (palette.get(Token::SkinNear), palette.get(Token::Hair));
            let palette = match key.skin.and_then(|index| self.skins.get(index)) {
                Some(tone) => tone.on(palette),
                None => palette,
            };
            let palette = hair::on(palette, key.hair.and_then(|index| self.hairs.get(index)));
            Rc::new(Theme { key, palette, metrics: self.metrics.clone(), usual_skin, usual_hair })
        };
        Rc::clone(self.made.borrow_mut().entry(key).or_insert_with(make))
    }

    /// The skin tones there are, in the order of their file.
    pub fn skins(&self) -> &[SkinTone] {
        &self.skins
    }

    /// The colors of hair there are beside the usual one, in the order of their file.
    pub fn hairs(&self) -> &[HairColor] {
        &self.hairs
    }
}

impl Theme {
    /// Whether light words stand on a dark ground.
    pub fn is_dark(&self) -> bool {
        self.key.ground != Ground::Light
    }

    /// A border around what a tint sets apart elsewhere: where there are no tints.
    pub fn edge_without_tints(&self) -> Option<Stroke> {
        (self.key.ground == Ground::HighContrast).then(|| self.line(self.metrics.control_border, Token::Control))
    }

    /// The colour of a token, for painting.
    pub fn color(&self, token: Token) -> Color32 {
        let Rgb(red, green, blue) = self.palette.get(token);
        Color32::from_rgb(red, green, blue)
    }

    /// A colour that is no token: a skin tone to choose.
    pub fn rgb(&self, Rgb(red, green, blue): Rgb) -> Color32 {
        Color32::from_rgb(red, green, blue)
    }

    /// A line of this width in a token's colour.
    pub fn line(&self, width: f32, token: Token) -> Stroke {
        Stroke::new(width, self.color(token))
    }

    /// The format of a role of text.
    pub fn format(&self, role: TextRole, token: Token) -> TextFormat {
        TextFormat {
            font_id: font_id(role),
            extra_letter_spacing: role.spacing,
            line_height: Some(role.line),
            color: self.color(token),
            ..Default::default()
        }
    }

    /// The soft shadow of a card.
    pub fn card_shadow(&self) -> Shadow {
        self.shadow([0, 2], 10, 0.06)
    }

    /// The deeper shadow of what is chosen.
    pub fn selected_shadow(&self) -> Shadow {
        self.shadow([0, 6], 18, 0.12)
    }

    /// The shadow of a sheet of paper.
    pub fn paper_shadow(&self) -> Shadow {
        self.shadow([0, 8], 26, 0.22)
    }

    fn shadow(&self, offset: [i8; 2], blur: u8, alpha: f32) -> Shadow {
        Shadow { offset, blur, spread: 0, color: self.color(Token::Shadow).gamma_multiply(alpha) }
    }

    /// Gives egui's own widgets (text fields, scroll bars) the same look, so that nothing stands out.
    pub fn apply(&self, ctx: &egui::Context) {
        let metrics = &self.metrics;
        ctx.set_theme(if self.is_dark() { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.all_styles_mut(|style| {
            let visuals = &mut style.visuals;
            visuals.dark_mode = self.is_dark();
            visuals.panel_fill = self.color(Token::Bg);
            visuals.window_fill = self.color(Token::Surface);
            visuals.extreme_bg_color = self.color(Token::Surface);
            visuals.override_text_color = Some(self.color(Token::Ink));
            visuals.selection.bg_fill = self.color(Token::PrimarySoft);
            visuals.selection.stroke = self.line(metrics.control_border, Token::PrimaryInk);
            visuals.text_cursor.stroke = self.line(metrics.control_border, Token::Ink);
            for widget in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
                widget.bg_fill = self.color(Token::Control);
                widget.bg_stroke = self.line(metrics.control_border, Token::Control);
                widget.corner_radius = radius(metrics.radius_row);
            }
            style.spacing.item_spacing = Vec2::ZERO;
            style.spacing.scroll.floating = true;
            style.interaction.selectable_labels = false;
            style.text_styles.values_mut().for_each(|font| *font = font_id(metrics.body));
        });
    }
}

/// A corner radius in points; egui keeps them as whole numbers below 256.
pub fn radius(points: f32) -> CornerRadius {
    CornerRadius::same(points.round().clamp(0.0, 255.0) as u8)
}

fn font_id(role: TextRole) -> FontId {
    FontId::new(role.size, family(role.weight))
}

fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Semibold => FontFamily::Name("semibold".into()),
        Weight::Bold => FontFamily::Name("bold".into()),
    }
}

/// The window itself: title, sizes and icon.
pub fn viewport(title: &str) -> egui::ViewportBuilder {
    // By this name a desktop finds the menu entry, and the icon in it: packaging/linux/gentleback.desktop.
    let mut builder = egui::ViewportBuilder::default().with_title(title).with_app_id("gentleback");
    // Where nothing is installed; without one the toolkit shows its own.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/png/gentleback-256.png")) {
        builder = builder.with_icon(icon);
    }
    match ron::from_str::<Metrics>(include_str!("../../assets/theme/metrics.ron")) {
        Ok(metrics) => builder.with_inner_size(metrics.window).with_min_inner_size(metrics.window_least),
        // A broken file is told when the theme is made, a moment later.
        Err(_) => builder,
    }
}

/// The bundled fonts. No font of the system joins in, so text looks and measures the same everywhere.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    // For letters of a person's own words that the family lacks: Greek, Cyrillic, and Latin with rarer accents.
    const OTHER: &str = "other";
    fonts
        .font_data
        .insert(OTHER.to_owned(), Arc::new(FontData::from_static(include_bytes!("../../assets/fonts/NotoSans-Other.ttf"))));
    let faces: [(&str, &'static [u8], Vec<FontFamily>); 3] = [
        (
            "regular",
            include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-400.ttf"),
            vec![FontFamily::Proportional, FontFamily::Monospace],
        ),
        ("semibold", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-600.ttf"), vec![family(Weight::Semibold)]),
        ("bold", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-750.ttf"), vec![family(Weight::Bold)]),
    ];
    for (name, bytes, families) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        for family in families {
            fonts.families.insert(family, vec![name.to_owned(), OTHER.to_owned()]);
        }
    }
    fonts
}
