//! The desktop portal's settings, on Linux.
//!
//! Not the only source of a theme: other systems tell the window itself.
//!
//! Invariant: a setting of an unknown key or a wrong type changes nothing.

use ashpd::desktop::settings::{
    APPEARANCE_NAMESPACE, COLOR_SCHEME_KEY, ColorScheme, REDUCED_MOTION_KEY, ReducedMotion, Settings,
};
use ashpd::zvariant::OwnedValue;
use futures::StreamExt;

use super::{Appearance, Feed, Scheme};

/// Where GNOME says whether things may move; older portals have no key of their own for it.
const GNOME_NAMESPACE: &str = "org.gnome.desktop.interface";
const GNOME_ANIMATIONS_KEY: &str = "enable-animations";

/// Follows the portal of this person's session until it goes away. No session bus or no portal: returns.
pub(super) async fn follow_session(wishes: Feed<Appearance>) {
    if let Ok(settings) = Settings::new().await {
        follow(settings, &wishes).await.ok();
    }
}

/// Follows one portal; ends when it goes away.
pub(super) async fn follow(settings: Settings, wishes: &Feed<Appearance>) -> ashpd::Result<()> {
    // Listen first, then read: a change between the two is then not lost.
    let mut changes = Box::pin(settings.receive_setting_changed().await?);
    let mut known = Known::default();
    for (namespace, entries) in settings.read_all(&[APPEARANCE_NAMESPACE, GNOME_NAMESPACE]).await? {
        for (key, value) in entries {
            known.learn(&namespace, &key, value);
        }
    }
    let mut sent = Appearance::default();
    loop {
        let now = known.appearance();
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

/// What the portal has said so far, key by key: two keys speak of motion.
#[derive(Debug, Default)]
struct Known {
    scheme: Option<Scheme>,
    still_by_standard: Option<bool>,
    still_by_gnome: Option<bool>,
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
            (GNOME_NAMESPACE, GNOME_ANIMATIONS_KEY) => {
                if let Ok(animations) = bool::try_from(value) {
                    self.still_by_gnome = Some(!animations);
                }
            }
            _ => {}
        }
    }

    /// Either key asking for stillness is enough: a person who set one of them meant it.
    fn appearance(&self) -> Appearance {
        let said = [self.still_by_standard, self.still_by_gnome];
        let reduced_motion = said.into_iter().flatten().reduce(|one, other| one || other);
        Appearance { scheme: self.scheme, reduced_motion }
    }
}
