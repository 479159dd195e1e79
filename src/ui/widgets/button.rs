//! Buttons in their three weights, and the round ones on cards.
//!
//! Invariant: the accessible name is the visible label (label in name), except for icon-only buttons, which are
//! given one.

use std::borrow::Cow;

use eframe::egui::{
    self, Align2, Color32, CursorIcon, Key, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::{
    drawing::Token,
    ui::{
        layout::Width,
        metrics::TextRole,
        theme::radius,
        widgets::{Kit, focus, icon::Icon, text},
    },
};

/// How loud a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do here.
    Primary,
    /// Something else to do here.
    Secondary,
    /// A quiet way elsewhere.
    Quiet,
    /// Something that can not be taken back; bordered in red, never filled (screens.md 2).
    Danger,
}

/// A button to be shown.
#[derive(Clone)]
#[must_use]
pub struct Button<'a> {
    label: Cow<'a, str>,
    weight: Weight,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    hint: Option<Cow<'a, str>>,
    cap: Option<Icon>,
    name: Option<Cow<'a, str>>,
    height: f32,
    pad: Option<f32>,
    width: Option<f32>,
    selected: Option<bool>,
    role: TextRole,
    is_tight: bool,
    icon_alone: bool,
}

impl<'a> Button<'a> {
    /// A button of the usual height.
    pub fn new(kit: Kit<'_>, weight: Weight, label: impl Into<Cow<'a, str>>) -> Self {
        let label = label.into();
        let (height, role) = (kit.theme.metrics.button, kit.theme.metrics.strong);
        Self {
            label,
            weight,
            icon: None,
            trailing: None,
            hint: None,
            cap: None,
            name: None,
            height,
            pad: None,
            width: None,
            selected: None,
            role,
            is_tight: false,
            icon_alone: false,
        }
    }

    /// An icon before the label.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the label.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// A quiet word after the label: the key that does the same.
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// A key's cap before the label, with what is printed on it: the key that does the same.
    pub fn cap(mut self, cap: Icon) -> Self {
        self.cap = Some(cap);
        self
    }

    /// A longer name for a screen reader, where the label leans on what stands beside it.
    pub fn name(mut self, name: impl Into<Cow<'a, str>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Another height.
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Another room at its ends: a quiet button that stands under words begins where they do.
    pub fn pad(mut self, points: f32) -> Self {
        self.pad = Some(points);
        self
    }

    /// Larger words, for a button that is reached for from the floor.
    pub fn role(mut self, role: TextRole) -> Self {
        self.role = role;
        self
    }

    /// As wide as this.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// A toggle that is on or off.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// Its icon alone, with the label as its name, where there is little room; a button without an icon stays as it is.
    pub fn icon_alone(mut self) -> Self {
        self.icon_alone = self.icon.is_some();
        self
    }

    /// What stands beside the label: room at the ends, icons, the hint.
    fn beside(&self, kit: Kit<'_>, hint_width: f32) -> f32 {
        let metrics = &kit.theme.metrics;
        let icons = [self.icon, self.trailing].into_iter().flatten().count() as f32;
        let hint = if self.hint.is_some() { hint_width + metrics.gap_12 } else { 0.0 };
        let cap = if self.cap.is_some() { self.cap_side(kit) + metrics.icon_gap } else { 0.0 };
        2.0 * self.room_at_ends(kit) + icons * (metrics.icon + metrics.icon_gap) + hint + cap
    }

    /// A cap is as high as the words, and a little more.
    fn cap_side(&self, kit: Kit<'_>) -> f32 {
        self.role.line.max(kit.theme.metrics.icon + kit.theme.metrics.gap_8)
    }

    fn room_at_ends(&self, kit: Kit<'_>) -> f32 {
        let metrics = &kit.theme.metrics;
        match self.weight {
            _ if self.is_tight => metrics.gap_8,
            Weight::Quiet => self.pad.unwrap_or(metrics.gap_12),
            _ => self.pad.unwrap_or(metrics.button_pad),
        }
    }

    fn hint_width(&self, ui: &Ui, kit: Kit<'_>) -> f32 {
        let meta = kit.theme.metrics.meta;
        self.hint.as_deref().map_or(0.0, |hint| text::line_width(ui, kit.theme, meta, hint))
    }

    /// How wide the longest word is.
    fn widest(&self, ui: &Ui, kit: Kit<'_>) -> f32 {
        text::longest_word(ui, kit.theme, self.role, &self.label)
    }

    /// The same for a room: where the longest word would be broken, icons, hint and room at the ends give way.
    fn within(&self, ui: &Ui, kit: Kit<'_>, room: f32) -> Self {
        if self.is_tight || self.widest(ui, kit) + self.beside(kit, self.hint_width(ui, kit)) <= room + 0.5 {
            return self.clone();
        }
        Self { icon: None, trailing: None, hint: None, cap: None, is_tight: true, ..self.clone() }
    }

    /// How large it is at a width: as wide as its label, and higher where the label needs a second line.
    pub fn measure(&self, ui: &Ui, kit: Kit<'_>, width: Width) -> Vec2 {
        let (theme, metrics) = (kit.theme, &kit.theme.metrics);
        if self.icon_alone {
            return Vec2::splat(self.height);
        }
        let height = |words: f32| self.height.max(words + metrics.gap_16);
        let room = match (width, self.width) {
            (Width::Least, _) => return vec2(self.widest(ui, kit) + 2.0 * metrics.gap_8, height(self.role.line)),
            (Width::Natural, None) => {
                let label = text::size(ui, theme, self.role, &self.label, Width::Natural);
                return vec2(label.x + self.beside(kit, self.hint_width(ui, kit)), height(label.y));
            }
            (Width::Natural | Width::Of(_), Some(room)) | (Width::Of(room), None) => room,
        };
        let button = self.within(ui, kit, room);
        let beside = button.beside(kit, button.hint_width(ui, kit));
        let label = text::size(ui, theme, self.role, &self.label, Width::Of((room - beside).max(metrics.gap_48)));
        vec2(self.width.unwrap_or(label.x + beside), height(label.y))
    }

    /// Shows it.
    pub fn show(mut self, ui: &mut Ui, kit: Kit<'_>) -> Response {
        if let Some(icon) = self.icon.filter(|_| self.icon_alone) {
            return icon_button(ui, kit, icon, &self.name.unwrap_or(self.label), self.weight, self.height);
        }
        let (theme, metrics) = (kit.theme, &kit.theme.metrics);
        self = self.within(ui, kit, self.width.unwrap_or(ui.available_width()));
        let enabled = ui.is_enabled();
        let ink = match (enabled, self.weight) {
            (false, _) => Token::DisabledInk,
            (true, Weight::Primary) => Token::OnPrimary,
            (true, Weight::Secondary) => Token::Ink,
            (true, Weight::Quiet) => Token::PrimaryInk,
            (true, Weight::Danger) => Token::StopInk,
        };
        let hint = self.hint.as_deref().map(|hint| text::line(ui, theme, metrics.meta, Token::Ink2, hint));
        let pad = self.room_at_ends(kit);
        let beside = self.beside(kit, hint.as_ref().map_or(0.0, |hint| hint.size().x));
        let room = (self.width.unwrap_or(ui.available_width()) - beside).max(metrics.gap_48);
        // Half a point for what rounding takes where the width was measured from the label.
        let label = text::wrapped(ui, theme, self.role, ink, &self.label, room + 0.5);
        let content = label.size().x + beside;
        let size = vec2(self.width.unwrap_or(content), self.height.max(label.size().y + metrics.gap_16));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = self.name.as_ref().unwrap_or(&self.label);
        response.widget_info(|| match self.selected {
            Some(selected) => WidgetInfo::selected(Role::Button, enabled, selected, name),
            None => WidgetInfo::labeled(Role::Button, enabled, name),
        });
        if ui.is_rect_visible(rect) {
            paint_ground(ui, kit, rect, &response, self.weight, enabled);
            let mut x = rect.center().x - content / 2.0 + pad;
            let icon_at = |icon: Icon, x: &mut f32| {
                let square = Rect::from_min_size(pos2(*x, rect.center().y - metrics.icon / 2.0), Vec2::splat(metrics.icon));
                kit.icons.paint(ui.painter(), icon, square, theme.color(ink));
                *x += metrics.icon + metrics.icon_gap;
            };
            if let Some(icon) = self.icon {
                icon_at(icon, &mut x);
            }
            if let Some(cap) = self.cap {
                let side = self.cap_side(kit);
                key_cap(ui, kit, Rect::from_center_size(pos2(x + side / 2.0, rect.center().y), Vec2::splat(side)), cap);
                x += side + metrics.icon_gap;
            }
            let label_width = label.size().x;
            ui.painter().galley(pos2(x, rect.center().y - label.size().y / 2.0), label, Color32::PLACEHOLDER);
            x += label_width + metrics.icon_gap;
            if let Some(icon) = self.trailing {
                icon_at(icon, &mut x);
            }
            if let Some(hint) = hint {
                ui.painter().galley(pos2(x + metrics.gap_4, rect.center().y - hint.size().y / 2.0), hint, Color32::PLACEHOLDER);
            }
        }
        focus::ring(ui, theme, &response, rect, metrics.radius_button);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// The cap of a key, with what is printed on it: white with a lower edge, on every ground.
pub fn key_cap(ui: &Ui, kit: Kit<'_>, rect: Rect, printed: Icon) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let corner = radius(metrics.gap_8);
    let foot = metrics.border * 2.0;
    ui.painter().rect_filled(rect.translate(vec2(0.0, foot)), corner, theme.color(Token::Control));
    ui.painter().rect(
        rect,
        corner,
        theme.color(Token::Surface),
        theme.line(metrics.control_border, Token::Control),
        StrokeKind::Inside,
    );
    let side = metrics.icon.min(rect.width() - metrics.gap_8);
    kit.icons.paint(ui.painter(), printed, Rect::from_center_size(rect.center(), Vec2::splat(side)), theme.color(Token::Ink));
}

fn paint_ground(ui: &Ui, kit: Kit<'_>, rect: Rect, response: &Response, weight: Weight, enabled: bool) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let corner = metrics.radius_button;
    let (hovered, down) = (response.hovered(), response.is_pointer_button_down_on());
    let painter = ui.painter();
    match weight {
        _ if !enabled => {
            painter.rect_filled(rect, radius(corner), theme.color(Token::Disabled));
        }
        Weight::Primary => {
            let fill = if down {
                Token::PrimaryDown
            } else if hovered {
                Token::PrimaryHover
            } else {
                Token::Primary
            };
            painter.rect_filled(rect, radius(corner), theme.color(fill));
        }
        Weight::Secondary | Weight::Danger => {
            let (border, raised) = match weight {
                Weight::Danger => (Token::Stop, Token::StopSoft),
                _ => (Token::Control, Token::Sunk),
            };
            let fill = if down || hovered { raised } else { Token::Surface };
            let line = theme.line(metrics.control_border, border);
            painter.rect(rect, radius(corner), theme.color(fill), line, StrokeKind::Inside);
        }
        Weight::Quiet if hovered || down => {
            painter.rect_filled(rect, radius(corner), theme.color(Token::PrimarySoft));
        }
        Weight::Quiet => {}
    }
}

/// A square button with an icon and no words; `name` is what a screen reader says.
pub fn icon_button(ui: &mut Ui, kit: Kit<'_>, icon: Icon, name: &str, weight: Weight, side: f32) -> Response {
    let enabled = ui.is_enabled();
    icon_button_as(ui, kit, icon, name, weight, side, enabled)
}

/// The same, looking and sounding off where it is, but keeping the keyboard: whoever stands on it is not thrown off.
pub fn icon_button_as(ui: &mut Ui, kit: Kit<'_>, icon: Icon, name: &str, weight: Weight, side: f32, enabled: bool) -> Response {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    paint_ground(ui, kit, rect, &response, weight, enabled);
    let ink = match weight {
        _ if !enabled => Token::DisabledInk,
        Weight::Primary => Token::OnPrimary,
        Weight::Secondary => Token::Ink,
        Weight::Quiet => Token::PrimaryInk,
        Weight::Danger => Token::StopInk,
    };
    let square = Rect::from_center_size(rect.center(), Vec2::splat(metrics.gap_24));
    kit.icons.paint(ui.painter(), icon, square, theme.color(ink));
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    tip(response, name).on_hover_cursor(CursorIcon::PointingHand)
}

/// Shows what a part is called while the pointer is on it, until Esc puts that away (WCAG 2.2, 1.4.13). The words are
/// the part's name already, so a screen reader does not hear them a second time as its description.
pub fn tip(response: Response, words: &str) -> Response {
    let away = response.id.with("tip put away");
    let was_away = response.ctx.data(|data| data.get_temp::<bool>(away).unwrap_or(false));
    let esc = response.ctx.input(|input| input.key_pressed(Key::Escape));
    let is_away = response.hovered() && (was_away || esc);
    if is_away != was_away {
        response.ctx.data_mut(|data| data.insert_temp(away, is_away));
    }
    if is_away { response } else { response.on_hover_ui(|ui| drop(ui.label(words))) }
}

/// A round button on a card: start, pause, done.
pub fn round_button(ui: &mut Ui, kit: Kit<'_>, rect: Rect, icon: Icon, name: &str, filled: bool) -> Response {
    let theme = kit.theme;
    let response = ui.interact(rect, ui.id_for(name), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let (ground, ink) = match (filled, response.hovered()) {
        (true, false) => (Token::Primary, Token::OnPrimary),
        (true, true) => (Token::PrimaryHover, Token::OnPrimary),
        (false, false) => (Token::PrimarySoft, Token::PrimaryInk),
        (false, true) => (Token::Track, Token::PrimaryInk),
    };
    ui.painter().circle_filled(rect.center(), rect.width() / 2.0, theme.color(ground));
    kit.icons.paint(ui.painter(), icon, rect.shrink(rect.width() * 0.26), theme.color(ink));
    focus::ring(ui, theme, &response, rect, rect.width() / 2.0);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Text set in the middle of a rectangle, for badges and key caps.
pub fn centred_text(ui: &Ui, kit: Kit<'_>, rect: Rect, role: TextRole, token: Token, words: &str) {
    let galley = text::line(ui, kit.theme, role, token, words);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    ui.painter().galley(at.min, galley, Color32::PLACEHOLDER);
}

/// Ids by name inside a scope, for parts placed by hand.
trait IdFor {
    fn id_for(&self, name: &str) -> egui::Id;
}

impl IdFor for Ui {
    fn id_for(&self, name: &str) -> egui::Id {
        self.scope_id().with(name)
    }
}
