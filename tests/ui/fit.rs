//! Every page in every window, at every text size, on every screen, in every language and in longer words: all of it fits.
//!
//! The rules are in `fit/rules.rs`; this file says what is looked at and how faults are told. The usual run looks at a
//! spread in which every page meets each width, height, text size and scale factor at least once. For more, or less:
//!
//! - `FIT=all`: every combination (hours);
//! - `FIT_PAGE=start,section`: these pages alone (a name or its beginning followed by `*`), and all their faults;
//! - `FIT_PICTURES=folder`: a picture of each way in which something is wrong, of the whole page;
//! - `FIT_TELLS=1`: each page's faults as soon as it is done;
//! - `FIT_WIDTH=720`, `FIT_HEIGHT=560`, `FIT_TEXT=150`, `FIT_SCALE=2`: every combination that has this;
//! - `FIT_WORDS=en`, `longer` or a language: in these words alone.
//!
//! Invariant: no page is let off a rule.

mod labels;
mod longer;
mod rules;
mod seen;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, Vec2, ViewportId, vec2};
use egui_kittest::kittest::NodeT as _;
use gentleback::app::{Choice, Msg};
use gentleback::settings::TextScale;

use super::app::{Desk, WIDE};
use super::floor;
use super::floor_fit::MORE;
use super::screens::{AROUND, ENDS, GUIDE, LED, OVER, RUNNING, STATES};
use rules::{Fault, Rule};
pub use seen::Eye;
use seen::Seen;
pub use words::Words;

/// Windows' widths, in points at 100 %.
const WIDTHS: [u16; 10] = [480, 640, 720, 860, 1020, 1180, 1366, 1600, 1920, 2560];
/// Their heights.
const HEIGHTS: [u16; 6] = [560, 780, 768, 900, 1080, 1440];
/// Text sizes.
const PERCENTS: [u16; 6] = [100, 115, 130, 150, 175, 200];
/// Pixels of the screen for each of a window.
const SCALES: [f32; 3] = [1.0, 1.25, 2.0];

/// What a graphics card can hold; the harness has less.
const TEXTURE_SIDE: usize = 16_384;

/// One way of looking at a page: the window in points at 100 %, text size, pixels for each point, words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    pub width: u16,
    pub height: u16,
    pub percent: u16,
    pub scale: f32,
    pub words: Words,
}

impl Look {
    /// How far it is from the usual window: few steps are told first.
    fn oddness(self) -> (Words, u16, u16) {
        (self.words, self.percent + if self.scale == 1.0 { 0 } else { 5 }, self.width.abs_diff(1180))
    }
}

impl std::fmt::Display for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}x{}", self.width, self.height)?;
        if self.percent != 100 {
            write!(f, " {} %", self.percent)?;
        }
        if self.scale != 1.0 {
            write!(f, " scale {}", self.scale)?;
        }
        if self.words == Words::English { Ok(()) } else { write!(f, " {}", self.words.name()) }
    }
}

/// What every page is looked at in: the usual window, one step of larger text, and the least room with the largest text.
const FIXED: [(u16, u16, u16); 4] = [(1180, 780, 100), (1180, 780, 115), (1020, 780, 100), (720, 560, 200)];

/// The spread of a page: each width once, and with it in turn each of the other things; no two pages have the same.
fn spread(page: &str) -> Vec<Look> {
    let page = number(page);
    let others: Vec<Words> = Words::others().collect();
    let fixed = FIXED.map(|(width, height, percent)| Look { width, height, percent, scale: 1.0, words: Words::English });
    let looks = WIDTHS.into_iter().enumerate().map(|(index, width)| Look {
        width,
        height: HEIGHTS[(index * 5 + page / 2) % HEIGHTS.len()],
        percent: PERCENTS[(index + page) % PERCENTS.len()],
        scale: SCALES[(index + page / 6) % SCALES.len()],
        words: if index % 3 == page / 18 % 3 { others[(index / 3 + page) % others.len()] } else { Words::English },
    });
    fixed.into_iter().chain(looks).collect()
}

/// A number for a name, which stays when other pages come and go.
fn number(page: &str) -> usize {
    page.bytes().fold(7, |number, byte| (number * 31 + usize::from(byte)) % 10_007)
}

/// Every combination.
fn all() -> impl Iterator<Item = Look> {
    let sizes = WIDTHS.into_iter().flat_map(|width| HEIGHTS.map(|height| (width, height)));
    let texts = sizes.flat_map(|size| PERCENTS.map(|percent| (size, percent)));
    let scales = texts.flat_map(|(size, percent)| SCALES.map(|scale| (size, percent, scale)));
    scales.flat_map(|((width, height), percent, scale)| {
        Words::all().map(move |words| Look { width, height, percent, scale, words })
    })
}

/// Every page and state, by name.
pub fn pages() -> Vec<Page> {
    let usual = GUIDE.into_iter().chain(OVER).chain(AROUND).chain(RUNNING).chain(LED).chain(ENDS).chain(MORE).chain(STATES);
    let usual = usual.map(|(name, go)| Page { name: name.to_owned(), go, floor: false });
    let ends = ENDS.into_iter().filter(|(name, _)| *name != "position-stage");
    let floor = floor::PAGES.into_iter().chain(LED).chain(ends).chain(MORE);
    let floor = floor.map(|(name, go)| Page { name: format!("floor {name}"), go, floor: true });
    usual.chain(floor).collect()
}

/// A page, and the way to it.
pub struct Page {
    pub name: String,
    go: fn(&mut Desk),
    floor: bool,
}

impl Page {
    /// A window at this page.
    pub fn open(&self, dark: bool) -> (Desk, Eye) {
        let mut desk = Desk::welcomed(WIDE, dark);
        desk.harness.state_mut().model.floor.on = self.floor;
        (self.go)(&mut desk);
        desk.harness.remove_cursor();
        let eye = Eye::new(&desk);
        (desk, eye)
    }
}

/// Does the same for every page, on every core, and gives what came of it in the order of the pages.
pub fn for_all<T: Send>(pages: &[Page], work: impl Fn(&Page) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let some = || {
        let indices = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let mine = indices.map_while(|index| Some((index, pages.get(index)?)));
        mine.map(|(index, page)| (index, work(page))).collect::<Vec<_>>()
    };
    let mut done: Vec<_> = std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(2, usize::from);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(some)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker")).collect()
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, done)| done).collect()
}

/// What was asked for by the environment.
fn asked(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The looks that were asked for.
fn looks(page: &str) -> Vec<Look> {
    let number = |name: &str| asked(name).map(|value| value.parse::<f32>().expect("a number"));
    let (width, height, percent) = (number("FIT_WIDTH"), number("FIT_HEIGHT"), number("FIT_TEXT"));
    let scale = number("FIT_SCALE");
    let words = asked("FIT_WORDS").map(|name| Words::all().find(|words| words.name() == name).expect("words by this name"));
    let is = |wanted: Option<f32>, value: f32| wanted.is_none_or(|wanted| wanted == value);
    let narrowed = [width, height, percent, scale].iter().any(Option::is_some);
    let whole = narrowed || asked("FIT").as_deref() == Some("all");
    let looks: Vec<Look> = if whole { all().collect() } else { spread(page) };
    // The spread has each words in some ways only: asked for, they are seen in all of them.
    let looks = looks.into_iter().map(|look| if whole { look } else { Look { words: words.unwrap_or(look.words), ..look } });
    let kept = looks.filter(|look| {
        is(width, look.width.into())
            && is(height, look.height.into())
            && is(percent, look.percent.into())
            && is(scale, look.scale)
            && words.is_none_or(|words| words == look.words)
    });
    kept.collect()
}

/// Whether this page was asked for.
pub fn is_wanted(name: &str) -> bool {
    let Some(wanted) = asked("FIT_PAGE") else { return true };
    wanted.split(',').any(|wanted| match wanted.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == wanted,
    })
}

/// Shows the same moment in another way.
pub fn turn_to(desk: &mut Desk, look: Look) {
    desk.harness.state_mut().model.book = look.words.book();
    let viewport = desk.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.native_pixels_per_point = Some(look.scale);
    desk.harness.input_mut().max_texture_side = Some(TEXTURE_SIDE);
    desk.send(Msg::Set(Choice::TextScale(TextScale::from_percent(look.percent).expect("in the range"))));
    resize(desk, vec2(look.width.into(), look.height.into()) / desk.model().text_scale());
}

/// Makes the window as high as its page, so that nothing has to scroll; tells whether it had to.
pub fn heighten(desk: &mut Desk, eye: &Eye) -> bool {
    let window = |desk: &Desk| desk.harness.ctx.content_rect().size();
    let before = window(desk);
    for _ in 0..4 {
        let hidden = eye.look(desk).hidden;
        if hidden <= 1.0 {
            break;
        }
        resize(desk, vec2(before.x, window(desk).y + hidden + 24.0));
    }
    window(desk).y > before.y + 1.0
}

/// Turns the wheel back to the top of the page: a page that was scrolled stays so in a higher window.
fn to_the_top(desk: &mut Desk) {
    let window = desk.harness.ctx.content_rect();
    desk.harness.hover_at(window.center() + vec2(window.width() * 0.2, 0.0));
    desk.harness.step();
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
    let delta = vec2(0.0, 20_000.0);
    desk.harness.event(Event::MouseWheel { unit, delta, phase, source, modifiers: Modifiers::NONE });
    desk.settle();
    desk.harness.remove_cursor();
    desk.settle();
}

fn resize(desk: &mut Desk, points: Vec2) {
    desk.harness.set_size(points);
    desk.settle();
    desk.settle();
}

/// What is wrong with a page, seen in one way: as it shows, whole, and as it shows after each control was asked into view.
fn examine(desk: &mut Desk, eye: &Eye, reach: bool) -> BTreeSet<Fault> {
    let seen = eye.look(desk);
    let mut found: BTreeSet<Fault> = rules::faults(&seen, false).into_iter().chain(labels::faults(desk, &seen)).collect();
    if reach {
        found.extend(reach_all(desk, eye, &seen));
    }
    desk.settle();
    to_the_top(desk);
    if heighten(desk, eye) {
        desk.settle();
        let whole = eye.look(desk);
        found.extend(rules::faults(&whole, true).into_iter().chain(labels::faults(desk, &whole)));
        resize(desk, seen.window.size());
    }
    found
}

/// Asks each control that does not show whole into view, and looks again.
fn reach_all(desk: &mut Desk, eye: &Eye, first: &Seen) -> Vec<Fault> {
    let mut found = Vec::new();
    let hidden = |seen: &Seen| -> Vec<(u64, String)> {
        let controls = seen.layers.iter().flat_map(|layer| &layer.controls);
        let hidden = controls.filter(|control| {
            !control.shown.expand(1.5).contains_rect(control.place.intersect(seen.window))
                || !seen.window.expand(1.5).contains_rect(control.place)
        });
        hidden.map(|control| (control.node, control.name.clone())).collect()
    };
    let mut left = hidden(first);
    while let Some((node, name)) = left.pop() {
        let wanted = desk.harness.root().children_recursive().find(|found| found.accesskit_node().locate().0.0 == node);
        let Some(wanted) = wanted else { continue };
        wanted.scroll_to_me();
        desk.settle();
        desk.settle();
        let seen = eye.look(desk);
        let still: BTreeSet<u64> = hidden(&seen).into_iter().map(|(node, _)| node).collect();
        if still.contains(&node) {
            found.push((Rule::Reach, name));
        }
        left.retain(|(node, _)| still.contains(node));
        found.extend(rules::faults(&seen, false));
    }
    found
}

/// Whether controls are asked into view: it is slow, so the spread does it where there is the least room.
fn reaches(look: Look, page: &str) -> bool {
    asked("FIT_PAGE").is_some() || look.width == 720 || usize::from(look.height / 4 + look.width) % 4 == number(page) % 4
}

/// All faults of one page: for each the ways in which it shows.
fn faults_of(page: &Page) -> BTreeMap<Fault, Vec<Look>> {
    let mut found: BTreeMap<Fault, Vec<Look>> = BTreeMap::new();
    let looks = looks(&page.name);
    let Ok((mut desk, mut eye)) = catch_unwind(|| page.open(false)) else {
        return BTreeMap::from([((Rule::Panics, "the way to the page".to_owned()), looks)]);
    };
    for look in looks {
        let faults = catch_unwind(AssertUnwindSafe(|| {
            turn_to(&mut desk, look);
            examine(&mut desk, &eye, reaches(look, &page.name))
        }));
        match faults {
            Ok(faults) => {
                if let Some(folder) = asked("FIT_PICTURES").filter(|_| !faults.is_empty()) {
                    to_the_top(&mut desk);
                    heighten(&mut desk, &eye);
                    let picture = desk.harness.render().expect("a picture");
                    let name = format!("{}-{look}.png", page.name).replace(['%', ' '], "_");
                    picture.save(std::path::Path::new(&folder).join(name)).expect("the folder is there");
                }
                faults.into_iter().for_each(|(rule, words)| {
                    found.entry((rule, look.words.told(words))).or_default().push(look);
                });
            }
            Err(_) => {
                found.entry((Rule::Panics, String::new())).or_default().push(look);
                (desk, eye) = page.open(false);
            }
        }
    }
    found
}

/// The beginning of words that are many.
fn shorten(words: &str) -> String {
    let start: String = words.chars().take(56).collect();
    if start.len() < words.len() { format!("{start}…") } else { start }
}

/// One line for each fault: page, rule, words, and the ways in which it shows, the most usual first.
fn told(page: &str, faults: &BTreeMap<Fault, Vec<Look>>, of: usize) -> Vec<String> {
    let lines = faults.iter().map(|((rule, words), looks)| {
        let mut looks = looks.clone();
        looks.sort_by_key(|look| look.oddness());
        let first: Vec<String> = looks.iter().take(3).map(Look::to_string).collect();
        let more = if looks.len() > 3 { format!(", +{}", looks.len() - 3) } else { String::new() };
        let cut: Vec<String> = words.split(" × ").map(shorten).collect();
        let words = cut.join(" × ");
        format!("{page}: {rule:?} “{words}” in {} of {of}: {}{more}", looks.len(), first.join(", "))
    });
    lines.collect()
}

#[test]
fn every_page_fits_in_every_window_at_every_text_size_and_in_every_language() {
    let pages: Vec<Page> = pages().into_iter().filter(|page| is_wanted(&page.name)).collect();
    let done = for_all(&pages, |page| {
        let (of, faults) = (looks(&page.name).len(), faults_of(page));
        // At once: the whole takes minutes.
        if asked("FIT_TELLS").is_some() {
            told(&page.name, &faults, of).iter().for_each(|line| println!("{line}"));
            println!("{} is done", page.name);
        }
        (of, faults)
    });
    let mut found: Vec<_> = pages.iter().zip(done).map(|(page, (of, faults))| (page.name.as_str(), of, faults)).collect();
    found.sort_by_key(|(name, ..)| *name);
    let lines: Vec<String> = found.iter().flat_map(|(page, of, faults)| told(page, faults, *of)).collect();
    assert!(!found.is_empty(), "no page of this name");
    assert!(lines.is_empty(), "{} faults:\n{}", lines.len(), lines.join("\n"));
}
