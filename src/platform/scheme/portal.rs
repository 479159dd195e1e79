//! The desktop portal's settings, on Linux.
//!
//! Not the only source of a theme: other systems tell the window itself.
//!
//! Invariant: a setting of an unknown key or a wrong type changes nothing.

use ashpd::desktop::settings::{
    APPEARANCE_NAMESPACE, COLOR_SCHEME_KEY, CONTRAST_KEY, ColorScheme, Contrast, REDUCED_MOTION_KEY, ReducedMotion, Settings,
};
use ashpd::zvariant::OwnedValue;
use futures::StreamExt;

use super::{Appearance, Feed, Scheme};

/// Where GNOME says whether things may move; older portals have no key of their own for it.
const GNOME_NAMESPACE: &str = "org.gnome.desktop.interface";
const GNOME_ANIMATIONS_KEY: &str = "enable-animations";
/// How large text is, as a factor: "Large Text" of a desktop is 1.25.
const GNOME_TEXT_KEY: &str = "text-scaling-factor";
/// Where GNOME keeps what is under "Accessibility"; older portals have no key of their own for contrast either.
const GNOME_ACCESS_NAMESPACE: &str = "org.gnome.desktop.a11y.interface";
const GNOME_CONTRAST_KEY: &str = "high-contrast";

/// Follows the portal of this person's session until it goes away. No session bus or no portal: returns.
pub(super) async fn follow_session(wishes: Feed<Appearance>) {
    if let Ok(settings) = Settings::new().await {
        follow(settings, &wishes, text_is_apart()).await.ok();
    }
}

/// Whether the size of text has to be followed here. On X11 it is in the dots per inch that a desktop sets for all
/// programs (`Xft.dpi`), and the window is larger by it already; Wayland's scale knows nothing of it.
fn text_is_apart() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Follows one portal; ends when it goes away.
pub(super) async fn follow(settings: Settings, wishes: &Feed<Appearance>, text_is_apart: bool) -> ashpd::Result<()> {
    // Listen first, then read: a change between the two is then not lost.
    let mut changes = Box::pin(settings.receive_setting_changed().await?);
    let mut known = Known::default();
    for (namespace, entries) in settings.read_all(&[APPEARANCE_NAMESPACE, GNOME_NAMESPACE, GNOME_ACCESS_NAMESPACE]).await? {
        for (key, value) in entries {
            known.learn(&namespace, &key, value);
        }
    }
    let mut sent = Appearance::default();
    loop {
        let now = known.appearance(text_is_apart);
        if now != sent {
            wishes.tell(now);
            sent = now;
        }
        let Some(change) = changes.next().await else { return Ok(()) };
        if let Ok(value) = change.value().try_clone() {
            known.learn(change.namespace(), change.key(), value);
        }
    }
}

/// What the portal has said so far, key by key: two keys speak of motion, and two of contrast.
#[derive(Debug, Default)]
struct Known {
    scheme: Option<Scheme>,
    still_by_standard: Option<bool>,
    still_by_gnome: Option<bool>,
    contrast_by_standard: Option<bool>,
    contrast_by_gnome: Option<bool>,
    text_percent: Option<u16>,
}

impl Known {
    /// Takes in one setting; those of no use to us, and values of the wrong type, change nothing.
    fn learn(&mut self, namespace: &str, key: &str, value: OwnedValue) {
        match (namespace, key) {
            (APPEARANCE_NAMESPACE, COLOR_SCHEME_KEY) => {
                if let Ok(scheme) = ColorScheme::try_from(value) {
                    self.scheme = match scheme {
                        ColorScheme::PreferDark => Some(Scheme::Dark),
                        ColorScheme::PreferLight => Some(Scheme::Light),
                        ColorScheme::NoPreference => None,
                    };
                }
            }
            (APPEARANCE_NAMESPACE, REDUCED_MOTION_KEY) => {
                if let Ok(motion) = ReducedMotion::try_from(value) {
                    self.still_by_standard = Some(motion == ReducedMotion::ReducedMotion);
                }
            }
            (APPEARANCE_NAMESPACE, CONTRAST_KEY) => {
                if let Ok(contrast) = Contrast::try_from(value) {
                    self.contrast_by_standard = Some(contrast == Contrast::High);
                }
            }
            (GNOME_ACCESS_NAMESPACE, GNOME_CONTRAST_KEY) => {
                if let Ok(high) = bool::try_from(value) {
                    self.contrast_by_gnome = Some(high);
                }
            }
            (GNOME_NAMESPACE, GNOME_TEXT_KEY) => {
                if let Ok(factor) = f64::try_from(value) {
                    self.text_percent = Some((factor * 100.0).round() as u16);
                }
            }
            (GNOME_NAMESPACE, GNOME_ANIMATIONS_KEY) => {
                if let Ok(animations) = bool::try_from(value) {
                    self.still_by_gnome = Some(!animations);
                }
            }
            _ => {}
        }
    }

    /// Either key asking for stillness, or for contrast, is enough: a person who set one of them meant it.
    fn appearance(&self, text_is_apart: bool) -> Appearance {
        let either = |said: [Option<bool>; 2]| said.into_iter().flatten().reduce(|one, other| one || other);
        Appearance {
            scheme: self.scheme,
            reduced_motion: either([self.still_by_standard, self.still_by_gnome]),
            high_contrast: either([self.contrast_by_standard, self.contrast_by_gnome]),
            text_percent: self.text_percent.filter(|_| text_is_apart),
        }
    }
}
