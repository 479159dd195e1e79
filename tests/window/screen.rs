//! A screen without a monitor: Xvfb, and the way to look at what is on it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use image::RgbImage;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{Atom, AtomEnum, ConnectionExt, ImageFormat, InputFocus, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// How long anything may take: a loaded machine that draws without a graphics card is slow.
pub const PATIENCE: Duration = Duration::from_secs(90);
/// How often a test looks again.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// A running X server, and a connection to it.
pub struct Screen {
    server: Child,
    /// Its name, as the `DISPLAY` variable wants it.
    pub name: String,
    /// Our own connection.
    pub x: RustConnection,
    /// The window behind all windows.
    pub root: Window,
}

impl Screen {
    /// A screen with software OpenGL, or `None` after saying why the test is skipped.
    pub fn start() -> Option<Self> {
        let drivers = ["/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
        if !drivers.iter().any(|folder| Path::new(folder).join("dri").is_dir()) {
            return skipped("Mesa's OpenGL drivers are not installed (libgl1-mesa-dri, libegl-mesa0)");
        }
        Self::start_with(&["+extension", "GLX"])
    }

    /// A screen that was started with these further arguments.
    pub fn start_with(arguments: &[&str]) -> Option<Self> {
        Self::start_as("1280x900x24", arguments)
    }

    /// A screen with software OpenGL of this size, as `1280x900x24`.
    pub fn start_sized(size: &str) -> Option<Self> {
        Self::start_as(size, &["+extension", "GLX"])
    }

    fn start_as(size: &str, arguments: &[&str]) -> Option<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]).args(arguments);
        let mut server = match command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() {
            Ok(server) => server,
            Err(error) => return skipped(&format!("Xvfb cannot be started (xvfb): {error}")),
        };
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("piped")).read_line(&mut number).expect("a display number");
        let name = format!(":{}", number.trim());
        let (x, screen) = RustConnection::connect(Some(&name)).expect("an X server that answers");
        let root = x.setup().roots[screen].root;
        Some(Self { server, name, x, root })
    }

    /// The shown window of this title, or of a page of it, once there is one.
    pub fn find(&self, title: &str) -> Option<Window> {
        let children = self.x.query_tree(self.root).ok()?.reply().ok()?.children;
        children.into_iter().find(|window| self.is_shown(*window) && self.is_called(*window, title))
    }

    /// What the window looks like now.
    pub fn picture(&self, window: Window) -> RgbImage {
        let size = self.x.get_geometry(window).expect("sent").reply().expect("a window");
        let (width, height) = (size.width, size.height);
        let image = self.x.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, !0).expect("sent");
        let pixels = image.reply().expect("a picture").data;
        let rgb = pixels.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        RgbImage::from_raw(width.into(), height.into(), rgb).expect("four bytes a pixel")
    }

    /// Waits until `look` finds something.
    ///
    /// # Panics
    /// After [`PATIENCE`], with what was waited for.
    pub fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(LOOK_EVERY);
        }
    }

    /// Gives a window the keyboard: there is no window manager here to do so.
    pub fn focus(&self, window: Window) {
        self.x.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME).expect("sent").check().expect("focus");
    }

    /// The number of a name that both sides of X agree on.
    pub fn atom(&self, name: &str) -> Atom {
        self.x.intern_atom(false, name.as_bytes()).expect("sent").reply().expect("an atom").atom
    }

    /// How large the window is, in pixels.
    pub fn size(&self, window: Window) -> (u16, u16) {
        let size = self.x.get_geometry(window).expect("sent").reply().expect("a window");
        (size.width, size.height)
    }

    /// How small the window lets itself be made, in pixels, if it says so.
    pub fn least_size(&self, window: Window) -> Option<(u32, u32)> {
        let hints = self.x.get_property(false, window, AtomEnum::WM_NORMAL_HINTS, AtomEnum::WM_SIZE_HINTS, 0, 18).ok()?;
        let hints = hints.reply().ok()?;
        let words: Vec<u32> = hints.value32()?.collect();
        Some((*words.get(5)?, *words.get(6)?))
    }

    fn is_shown(&self, window: Window) -> bool {
        let attributes = self.x.get_window_attributes(window).ok().and_then(|sent| sent.reply().ok());
        attributes.is_some_and(|attributes| attributes.map_state == MapState::VIEWABLE)
    }

    /// Whether a window has this title, alone or behind the name of its page.
    pub fn is_called(&self, window: Window, title: &str) -> bool {
        self.title(window).is_some_and(|whole| whole == title || whole.ends_with(&format!(" - {title}")))
    }

    /// A window's title.
    pub fn title(&self, window: Window) -> Option<String> {
        let name = self.atom("_NET_WM_NAME");
        let property = self.x.get_property(false, window, name, AtomEnum::ANY, 0, 256).ok()?.reply().ok()?;
        String::from_utf8(property.value).ok()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// Says why a test is skipped, where skipping is allowed.
pub fn skipped<T>(why: &str) -> Option<T> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0" && value != "false");
    assert!(!set("CI") && !set("GENTLEBACK_REQUIRE_WINDOW"), "a window is required here: {why}");
    // Straight to the stream: what a passing test prints is not shown.
    writeln!(std::io::stderr(), "skipped: {why}").ok();
    None
}
