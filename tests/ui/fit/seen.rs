//! What one frame shows, as the rules of fit need it: texts, boxes, ink and controls, layer by layer.
//!
//! Read from the painted shapes and the tree for screen readers, so that no page has to say anything of itself.
//! Invariant: what lies under an open dialog or menu is left out, because nobody can get at it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::{ClippedShape, PathShape, Shape, TextShape};
use egui::mutex::Mutex;
use egui::{Color32, LayerId, Order, Pos2, Rect};
use egui_kittest::kittest::NodeT as _;

use gentleback::drawing::Token;

use super::super::app::Desk;

/// Up to this side a picture is an icon, whose lines must stay clear of letters.
const ICON: f32 = 64.0;
/// The least side of a box that counts as a container.
const CONTAINER: f32 = 20.0;

/// One painted text.
pub struct Text {
    /// Where it was painted among the marks of its layer.
    pub at: usize,
    /// Its letters' extent.
    pub place: Rect,
    /// What of that may show.
    pub clip: Rect,
    /// Each row's letters, as far as they show.
    pub rows: Vec<Rect>,
    /// What it says.
    pub words: String,
    /// The first word that is torn apart by the end of a row.
    pub broken: Option<String>,
    /// A row after its first begins with a space.
    pub indented: bool,
    /// It ends in an ellipsis because there is no room.
    pub elided: bool,
}

impl Text {
    /// What shows of it.
    pub fn shown(&self) -> Rect {
        self.place.intersect(self.clip)
    }
}

/// What a container is like.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    /// A rectangle.
    Box,
    /// A disc or ring, also where only a part of it shows: its middle, half of the room inside, and half of the whole.
    Round { middle: Pos2, inner: f32, outer: f32 },
}

/// A filled or stroked shape that is large enough to hold something.
pub struct Container {
    /// Where it was painted among the marks of its layer.
    pub at: usize,
    /// What shows of it.
    pub shown: Rect,
    /// Its form.
    pub form: Form,
    /// Nothing that was painted before shows through.
    pub is_opaque: bool,
    /// The floor of a figure's stage: a button may stand before it.
    pub is_floor: bool,
}

/// Thin lines, dots and icons.
pub struct Ink {
    /// What shows of it.
    pub shown: Rect,
    /// The line, where it is one; a dot or an icon has all of its extent.
    pub line: Vec<Pos2>,
}

/// What can be used.
pub struct Control {
    /// Its key in the tree.
    pub node: u64,
    /// Role and name.
    pub name: String,
    /// Its place.
    pub place: Rect,
    /// What shows of it.
    pub shown: Rect,
}

/// All that one layer shows.
#[derive(Default)]
pub struct Layer {
    pub texts: Vec<Text>,
    pub containers: Vec<Container>,
    pub inks: Vec<Ink>,
    pub controls: Vec<Control>,
    /// Painted pictures that are no icons.
    pub images: Vec<Rect>,
    /// Named pictures: description and place.
    pub pictures: Vec<(String, Rect)>,
    /// The colour of a stage's floor.
    floor: Color32,
}

/// One frame.
pub struct Seen {
    /// The window, in points.
    pub window: Rect,
    /// Pixels of a window at 100 % for each point.
    pub zoom: f32,
    /// What can be got at, from the bottom up.
    pub layers: Vec<Layer>,
    /// How far the page reaches up and down beyond what shows of it.
    pub hidden: f32,
}

/// Role, place and visible place of every widget, by its key in the tree.
type Widgets = HashMap<u64, (LayerId, Rect, Rect)>;

/// What egui knew at the end of a pass.
#[derive(Default)]
struct Pass {
    shapes: Vec<(LayerId, Vec<ClippedShape>)>,
    widgets: Widgets,
}

/// Takes what a pass has painted, before egui makes one list of it.
#[derive(Clone, Default)]
pub struct Eye(Arc<Mutex<Option<Pass>>>);

impl Eye {
    /// An eye for this window.
    pub fn new(desk: &Desk) -> Self {
        let eye = Self::default();
        let kept = eye.clone();
        desk.harness.ctx.on_end_pass("fit", Arc::new(move |ui| kept.keep(ui.ctx())));
        eye
    }

    fn keep(&self, ctx: &egui::Context) {
        let known: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().collect());
        let mut layers: Vec<LayerId> = std::iter::once(LayerId::background()).chain(known).collect();
        layers.sort_by_key(|layer| layer.order);
        layers.dedup();
        let widgets = ctx.viewport(|viewport| {
            let all = viewport.this_pass.widgets.layers().flat_map(|(_, widgets)| widgets);
            all.map(|widget| (widget.id.value(), (widget.layer_id, widget.rect, widget.interact_rect))).collect()
        });
        let shapes = ctx.graphics(|graphics| {
            let lists = layers.into_iter().filter_map(|layer| Some((layer, graphics.get(layer)?)));
            lists.map(|(layer, list)| (layer, list.all_entries().cloned().collect())).collect()
        });
        *self.0.lock() = Some(Pass { shapes, widgets });
    }

    /// Looks at what shows now.
    pub fn look(&self, desk: &Desk) -> Seen {
        let pass = self.0.lock().take().unwrap_or_default();
        let ctx = &desk.harness.ctx;
        let modal = ctx.memory(|memory| memory.top_modal_layer());
        let can_be_reached = |layer: LayerId| {
            modal.is_none_or(|modal| layer == modal || layer.order > modal.order || layer.order == Order::Tooltip)
        };
        let window = ctx.content_rect();
        let floor = desk.harness.state().color(Token::StageFloor);
        let mut layers = BTreeMap::new();
        for (layer, shapes) in pass.shapes.iter().filter(|(layer, _)| can_be_reached(*layer)) {
            let found: &mut Layer = layers.entry((layer.order, layer.id.value())).or_default();
            found.floor = floor;
            let mut at = 0;
            for ClippedShape { clip_rect, shape, .. } in shapes {
                add(found, &mut at, shape, clip_rect.intersect(window));
            }
        }
        let (mut above, mut below) = (0.0_f32, 0.0_f32);
        for node in desk.harness.root().children_recursive() {
            let data = node.accesskit_node();
            let (id, _) = data.locate();
            let Some(&(layer, place, shown)) = pass.widgets.get(&id.0) else { continue };
            if !can_be_reached(layer) || !place.is_finite() {
                continue;
            }
            above = above.max(shown.top() - place.top());
            below = below.max(place.bottom() - shown.bottom());
            let found = layers.entry((layer.order, layer.id.value())).or_default();
            let name = data.label().or_else(|| data.value()).unwrap_or_default();
            // A link inside a line of words is part of them (WCAG 2.5.8, Inline).
            if is_usable(data.role()) && data.role() != Role::Link {
                let name = format!("{:?} {name}", data.role());
                found.controls.push(Control { node: id.0, name, place, shown: shown.intersect(window) });
            } else if data.role() == Role::Image {
                found.pictures.push((name, place));
            }
        }
        Seen { window, zoom: ctx.zoom_factor(), layers: layers.into_values().collect(), hidden: above + below }
    }
}

/// Whether something can be done with it.
pub fn is_usable(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::RadioButton
            | Role::Tab
            | Role::Switch
            | Role::CheckBox
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::DisclosureTriangle
            | Role::Slider
            | Role::SpinButton
            | Role::ComboBox
            | Role::Link
    )
}

/// Sorts a painted shape in.
fn add(layer: &mut Layer, at: &mut usize, shape: &Shape, clip: Rect) {
    *at += 1;
    let shown = shape.visual_bounding_rect().intersect(clip);
    if let Shape::Vec(shapes) = shape {
        return shapes.iter().for_each(|shape| add(layer, at, shape, clip));
    }
    if !shown.is_positive() && !matches!(shape, Shape::LineSegment { .. } | Shape::Text(_)) {
        return;
    }
    let side = shown.size().min_elem();
    let icon = shown.size().max_elem() <= ICON;
    match shape {
        Shape::Text(text) => layer.texts.extend(read(text, *at, clip)),
        Shape::Rect(rect) if rect.blur_width > 0.0 || rect.brush.is_some() => {
            if rect.brush.is_none() {
            } else if icon {
                layer.inks.push(Ink { shown, line: Vec::new() });
            } else {
                layer.images.push(rect.rect);
            }
        }
        Shape::Rect(rect) => {
            let (is_filled, is_stroked) = (rect.fill.a() > 0, !rect.stroke.is_empty());
            if !is_filled && !is_stroked {
            } else if rect.rect.size().min_elem() >= CONTAINER {
                let (is_opaque, is_floor) = (rect.fill.is_opaque(), rect.fill == layer.floor);
                layer.containers.push(Container { at: *at, shown, form: Form::Box, is_opaque, is_floor });
            } else if side <= 4.0 {
                layer.inks.push(Ink { shown, line: Vec::new() });
            }
        }
        Shape::Circle(circle) => {
            let is_opaque = circle.fill.is_opaque();
            if circle.radius * 2.0 >= CONTAINER {
                let outer = circle.radius + circle.stroke.width;
                let (middle, inner) = (circle.center, circle.radius);
                layer.containers.push(Container {
                    at: *at,
                    shown,
                    form: Form::Round { middle, inner, outer },
                    is_opaque,
                    is_floor: false,
                });
            } else if circle.fill.a() > 0 || !circle.stroke.is_empty() {
                layer.inks.push(Ink { shown, line: Vec::new() });
            }
        }
        Shape::LineSegment { points, stroke } if !stroke.is_empty() => {
            let shown = Rect::from_two_pos(points[0], points[1]).expand(stroke.width / 2.0).intersect(clip);
            if shown.is_positive() {
                layer.inks.push(Ink { shown, line: points.to_vec() });
            }
        }
        Shape::Path(path) => match ring(path) {
            Some((middle, inner, outer)) => {
                layer.containers.push(Container {
                    at: *at,
                    shown,
                    form: Form::Round { middle, inner, outer },
                    is_opaque: false,
                    is_floor: false,
                });
            }
            None if path.fill.a() > 0 && icon => layer.inks.push(Ink { shown, line: Vec::new() }),
            None if path.fill.a() == 0 => layer.inks.push(Ink { shown, line: path.points.clone() }),
            None => {}
        },
        Shape::Mesh(_) if icon => layer.inks.push(Ink { shown, line: Vec::new() }),
        Shape::Mesh(mesh) if mesh.vertices.len() == 4 => layer.images.push(mesh.calc_bounds()),
        _ => {}
    }
}

/// The middle of a closed line that is a circle, half the room inside it, and half of the whole.
fn ring(path: &PathShape) -> Option<(Pos2, f32, f32)> {
    let bounds = Rect::from_points(&path.points);
    let is_round = path.closed && path.points.len() >= 60 && (bounds.width() - bounds.height()).abs() < 1.0;
    let (half, width) = (bounds.width() / 2.0, path.stroke.width);
    (is_round && half * 2.0 >= CONTAINER).then_some((bounds.center(), half - width / 2.0, half + width / 2.0))
}

fn is_letter(chars: &[char], index: usize) -> bool {
    chars.get(index).is_some_and(|letter| letter.is_alphanumeric())
}

/// A text with its rows, if it has letters.
fn read(text: &TextShape, at: usize, clip: Rect) -> Option<Text> {
    let galley = &text.galley;
    let rows: Vec<Rect> = galley
        .rows
        .iter()
        .map(|row| row.visuals.mesh_bounds.translate(row.pos.to_vec2() + text.pos.to_vec2()))
        .filter(|rect| rect.is_positive())
        .collect();
    let place = rows.iter().copied().reduce(|all, row| all.union(row))?;
    let chars: Vec<char> = galley.text().chars().collect();
    let mut end = 0;
    let torn = galley.rows.iter().find_map(|row| {
        end += row.glyphs.len() + usize::from(row.ends_with_newline);
        let is_torn = !row.ends_with_newline && is_letter(&chars, end.checked_sub(1)?) && is_letter(&chars, end);
        let start = (0..end).rev().take_while(|&index| !chars[index].is_whitespace()).last()?;
        is_torn.then(|| chars[start..].iter().take_while(|letter| !letter.is_whitespace()).collect())
    });
    Some(Text {
        at,
        place,
        clip,
        rows: rows.into_iter().map(|row| row.intersect(clip)).filter(Rect::is_positive).collect(),
        words: galley.text().to_owned(),
        broken: torn,
        indented: galley.rows.iter().skip(1).any(|row| row.glyphs.first().is_some_and(|glyph| glyph.chr == ' ')),
        elided: galley.elided,
    })
}
