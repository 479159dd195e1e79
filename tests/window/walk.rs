//! A short walk through the window with mouse and keyboard.

use std::collections::HashMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use image::RgbImage;
use x11rb::protocol::xproto::Window;

use super::gestures::Key;
use super::program::{Program, new_home, own_words, settings_in};
use super::screen::Screen;

// Where the sidebar's rows are in a window of the usual size, in pixels; a row is 38 high.
const SIDEBAR_X: i16 = 110;
const SIDEBAR_TOP: i16 = 173;
const SIDEBAR_BOTTOM: i16 = 660;
const ROW_STEP: usize = 38;

/// Something is drawn: many colours, and none of them nearly everywhere.
fn is_drawn(picture: &RgbImage) -> bool {
    let mut counts = HashMap::new();
    picture.pixels().for_each(|pixel| *counts.entry(pixel.0).or_insert(0_u32) += 1);
    let most = counts.values().max().copied().unwrap_or_default();
    counts.len() > 40 && f64::from(most) < 0.97 * f64::from(picture.width() * picture.height())
}

/// The share of pixels that are not the same; 1 for pictures of different sizes.
fn difference(one: &RgbImage, other: &RgbImage) -> f64 {
    if one.dimensions() != other.dimensions() {
        return 1.0;
    }
    let different = one.pixels().zip(other.pixels()).filter(|(a, b)| a != b).count();
    different as f64 / one.pixels().len() as f64
}

/// Keeps a picture where a person can look at it.
fn keep(picture: &RgbImage, name: &str) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("window-{name}.png"));
    picture.save(path).expect("a writable target folder");
}

/// Opens the window and waits for its first picture.
fn open(screen: &Screen, home: &Path, name: &str) -> (Program, Window, RgbImage) {
    let mut program = Program::start(home, &[("DISPLAY", &screen.name)]);
    let window = screen.wait("the window", || {
        assert!(program.is_running(), "the program ended before it had a window");
        screen.find("Gentleback")
    });
    screen.wait("a first picture", || is_drawn(&screen.picture(window)).then_some(()));
    screen.focus(window);
    let first = settle(screen, window);
    keep(&first, name);
    (program, window, first)
}

/// Closes the window as its title bar would, and holds the program to a quiet, good end.
fn close(screen: &Screen, program: Program, window: Window) {
    screen.close(window);
    let (status, said) = program.wait();
    assert_eq!(own_words(&said), Vec::<&str>::new(), "a good run is silent");
    assert_eq!(status.code(), Some(0));
}

#[test]
fn it_opens_shows_its_pages_remembers_and_closes() {
    let Some(screen) = Screen::start() else { return };
    let home = new_home();
    let (mut program, window, welcome) = open(&screen, home.path(), "welcome");

    // By keyboard alone: Tab moves a focus that can be seen, and Enter does what it is on. The page's title comes
    // first and shows no ring.
    screen.wait("a focus that can be seen", || {
        screen.key(Key::Tab);
        Some(settle(&screen, window)).filter(|now| difference(&welcome, now) > 0.0)
    });
    keep(&settle(&screen, window), "focus");
    screen.key(Key::Enter);
    let start = screen.wait("the start page", || Some(settle(&screen, window)).filter(|now| difference(&welcome, now) > 0.2));
    keep(&start, "start");

    // Down the sidebar, row by row: each row that is hit opens a page, and a page looks unlike those before.
    let mut pages = vec![start];
    for y in (SIDEBAR_TOP..SIDEBAR_BOTTOM).step_by(ROW_STEP) {
        screen.click(SIDEBAR_X, y);
        screen.point(1270, 890); // away again, so that hovering is not taken for a page
        let page = settle(&screen, window);
        if pages.iter().all(|other| difference(other, &page) > 0.02) {
            keep(&page, &format!("page-{}", pages.len()));
            pages.push(page);
        }
    }
    assert!(pages.len() > 10, "the sidebar opened {} pages", pages.len() - 1);

    screen.key(Key::Escape);
    keep(&settle(&screen, window), "after-escape");
    assert!(program.is_running(), "Escape closes no window");
    close(&screen, program, window);

    // What was agreed to is kept for this person only, and not asked again.
    let settings = std::fs::metadata(settings_in(home.path())).expect("settings were written");
    assert_eq!(settings.permissions().mode() & 0o777, 0o600);
    let (program, window, again) = open(&screen, home.path(), "again");
    assert!(difference(&welcome, &again) > 0.2, "the second start shows the welcome again");
    close(&screen, program, window);
}

/// The picture once it stays the same from one look to the next, animations aside.
fn settle(screen: &Screen, window: Window) -> RgbImage {
    let mut last = screen.picture(window);
    for _ in 0..20 {
        std::thread::sleep(std::time::Duration::from_millis(150));
        let now = screen.picture(window);
        if now == last {
            return now;
        }
        last = now;
    }
    last
}

#[test]
fn a_blank_picture_is_told_from_a_drawn_one() {
    let blank = RgbImage::from_pixel(200, 100, image::Rgb([245, 247, 245]));
    let drawn = RgbImage::from_fn(200, 100, |x, y| image::Rgb([x as u8, y as u8, 0]));
    assert!(!is_drawn(&blank) && is_drawn(&drawn));
    assert_eq!((difference(&blank, &blank), difference(&blank, &drawn)), (0.0, 1.0));
}
