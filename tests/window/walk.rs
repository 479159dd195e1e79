//! A short walk through the window with mouse and keyboard.

use std::collections::HashMap;
use std::path::Path;

use image::RgbImage;

use super::gestures::Key;
use super::program::{Program, own_words};
use super::screen::Screen;

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

#[test]
fn it_opens_shows_its_pages_and_closes() {
    let Some(screen) = Screen::start() else { return };
    let mut program = Program::start(&[("DISPLAY", &screen.name)]);
    let window = screen.wait("the window", || {
        assert!(program.is_running(), "the program ended before it had a window");
        screen.find("Gentleback")
    });
    let start = screen.wait("a first picture", || {
        let now = screen.picture(window);
        keep(&now, "start");
        is_drawn(&now).then_some(now)
    });

    // Down the sidebar, row by row: each row that is hit opens a page, and a page looks unlike the last.
    screen.focus(window);
    let mut pages = vec![start];
    for y in (100..700).step_by(60) {
        screen.click(110, y);
        screen.point(1270, 890); // away again, so that hovering is not taken for a page
        let settled = settle(&screen, window);
        if pages.iter().all(|page| difference(page, &settled) > 0.02) {
            keep(&settled, &format!("page-{}", pages.len()));
            pages.push(settled);
        }
    }
    assert!(pages.len() >= 4, "the sidebar opened {} pages", pages.len() - 1);

    // The keyboard moves a visible focus, and Escape closes nothing by itself.
    let before = settle(&screen, window);
    screen.key(Key::Tab);
    screen.key(Key::Tab);
    let focused = settle(&screen, window);
    assert!(difference(&before, &focused) > 0.0, "Tab moves a focus that can be seen");
    screen.key(Key::Enter);
    keep(&settle(&screen, window), "after-enter");
    screen.key(Key::Escape);
    keep(&settle(&screen, window), "after-escape");
    assert!(program.is_running(), "the program is still there after Escape");

    screen.close(window);
    let (status, said) = program.wait();
    assert_eq!(own_words(&said), Vec::<&str>::new(), "a good run is silent");
    assert_eq!(status.code(), Some(0));
}

/// The picture once it stays the same from one look to the next, animations aside.
fn settle(screen: &Screen, window: u32) -> RgbImage {
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
