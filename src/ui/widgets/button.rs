//! Buttons in their three weights, and the round ones on cards.
//!
//! Invariant: the accessible name is the visible label (label in name), except for icon-only buttons, which are
//! given one.

use std::borrow::Cow;

use eframe::egui::{
    self, Align2, Color32, CursorIcon, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
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
    name: Option<Cow<'a, str>>,
    height: f32,
    width: Option<f32>,
    selected: Option<bool>,
    role: TextRole,
    icon_alone: bool,
}

impl<'a> Button<'a> {
    /// A button of the usual height.
    pub fn new(kit: Kit<'_>, weight: Weight, label: impl Into<Cow<'a, str>>) -> Self {
        let label = label.into();
        let (height, role) = (kit.theme.metrics.button, kit.theme.metrics.strong);
        let (icon, trailing, hint, name, width, selected) = (None, None, None, None, None, None);
        Self { label, weight, icon, trailing, hint, name, height, width, selected, role, icon_alone: false }
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
        2.0 * self.pad(kit) + icons * (metrics.icon + metrics.icon_gap) + hint
    }

    fn pad(&self, kit: Kit<'_>) -> f32 {
        if self.weight == Weight::Quiet { kit.theme.metrics.gap_12 } else { kit.theme.metrics.button_pad }
    }

    /// How large it is at a width: as wide as its label, and higher where the label needs a second line.
    pub fn measure(&self, ui: &Ui, kit: Kit<'_>, width: Width) -> Vec2 {
        let (theme, metrics) = (kit.theme, &kit.theme.metrics);
        if self.icon_alone {
            return Vec2::splat(self.height);
        }
        let line = |role, words: &str| text::line(ui, theme, role, Token::Ink, words).size();
        let hint = self.hint.as_deref().map_or(0.0, |hint| line(metrics.meta, hint).x);
        let beside = self.beside(kit, hint);
        let widest = |words: &str| words.split_whitespace().map(|word| line(self.role, word).x).fold(0.0, f32::max);
        let label = match (width, self.width) {
            (Width::Least, _) => vec2(widest(&self.label), self.role.line),
            (Width::Natural, None) => line(self.role, &self.label),
            (Width::Natural, Some(room)) | (Width::Of(_), Some(room)) | (Width::Of(room), None) => {
                let room = (room - beside).max(metrics.gap_48);
                text::wrapped(ui, theme, self.role, Token::Ink, &self.label, room).size()
            }
        };
        vec2(self.width.unwrap_or(label.x + beside), self.height.max(label.y + metrics.gap_16))
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, kit: Kit<'_>) -> Response {
        if let Some(icon) = self.icon.filter(|_| self.icon_alone) {
            return icon_button(ui, kit, icon, &self.name.unwrap_or(self.label), self.weight, self.height);
        }
        let (theme, metrics) = (kit.theme, &kit.theme.metrics);
        let enabled = ui.is_enabled();
        let ink = match (enabled, self.weight) {
            (false, _) => Token::DisabledInk,
            (true, Weight::Primary) => Token::OnPrimary,
            (true, Weight::Secondary) => Token::Ink,
            (true, Weight::Quiet) => Token::PrimaryInk,
            (true, Weight::Danger) => Token::StopInk,
        };
        let hint = self.hint.as_deref().map(|hint| text::line(ui, theme, metrics.meta, Token::Ink2, hint));
        let pad = self.pad(kit);
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
    response.on_hover_text(name).on_hover_cursor(CursorIcon::PointingHand)
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
