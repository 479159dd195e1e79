//! The window's contents: what a person sees and can do, as a function of the model.
//!
//! Views read the model and return messages in the order things were done; they change nothing and know no
//! platform. Words come from content, colours and sizes from the theme.
//!
//! Invariant: Stop (in a session) and Warning signs (everywhere else) stand in one fixed place and never scroll.

pub mod keys;
pub mod layout;
pub mod look;
pub mod metrics;
pub mod pane;
pub mod pictures;
pub mod rescue;
pub mod returning;
pub mod screens;
pub mod theme;
pub mod turn;
pub mod vector;
pub mod widgets;
pub mod width_class;

mod frame;
mod notices;
mod read_aloud;
mod sidebar;

pub use frame::show;

use crate::app::{Model, Msg};
use crate::session::{Phase, Session};
use pictures::Shown;
use widgets::Kit;

/// What a screen is given: the model to read, and what its parts need to paint themselves.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Everything there is to show.
    pub model: &'a Model,
    /// Colours, sizes, icons, pictures.
    pub kit: Kit<'a>,
}

impl View<'_> {
    /// A scene that stands still.
    pub fn shown(self, scene: &str) -> Shown {
        self.kit.pictures.still(&self.model.book.figures, scene, self.model.settings.look).map_or(Shown::Nothing, Shown::Still)
    }

    /// A scene at a share of its movement; where motion is unwelcome, its start and end side by side.
    pub fn shown_at(self, scene: &str, phase: f64) -> Shown {
        let (figures, look) = (&self.model.book.figures, self.model.settings.look);
        match (figures.clip_secs(scene), self.model.moves()) {
            (None, _) => self.shown(scene),
            (Some(_), true) => figures.frame_as(scene, phase, look).map_or(Shown::Nothing, Shown::Moving),
            (Some(_), false) => match self.kit.pictures.ends(figures, scene, look) {
                Some(ends) => {
                    let words = &self.model.book.cues.labels;
                    Shown::Pair(ends, [words.pose_start.as_str().into(), words.pose_end.as_str().into()])
                }
                None => self.shown(scene),
            },
        }
    }

    /// The picture of a session as it stands now, turned round for the left hand: its scene, and what shows of it.
    pub fn shown_in(self, session: &Session) -> (String, Shown) {
        self.shown_as(session, false)
    }

    /// The same for who lies far from the screen: where the hands matter, they alone, as large as a picture.
    pub fn shown_from_far(self, session: &Session) -> (String, Shown) {
        self.shown_as(session, true)
    }

    fn shown_as(self, session: &Session, is_far: bool) -> (String, Shown) {
        let place = self.model.book.cues.position(session.position());
        let step = match (session.phase(), session.step_up()) {
            (Phase::GettingDown(step), _) => place.steps_down.get(usize::from(step)),
            (Phase::Finish, Some(step)) => place.steps_up.get(usize::from(step)).or(place.steps_up.last()),
            _ => None,
        };
        let (scene, moment) = step.map_or_else(|| session.picture(self.model.now), |step| (step.scene.clone(), 1.0));
        let near = self.model.book.figures.near(&scene).filter(|_| is_far);
        let shown = match self.shown_at(near.unwrap_or(&scene), moment) {
            // Where the hands go matters, not where they come from: one large picture instead of two small ones.
            Shown::Pair([_, end], _) if session.phase() == Phase::Hands => Shown::Still(end),
            shown => shown,
        };
        let shown = if session.is_mirrored() { self.kit.pictures.mirrored(shown) } else { shown };
        (scene, shown)
    }

    /// A scene that has been moving for this long, at its own pace.
    pub fn shown_for(self, scene: &str, time: std::time::Duration) -> Shown {
        let secs = self.model.book.figures.clip_secs(scene).unwrap_or(1.0);
        self.shown_at(scene, time.as_secs_f64() / secs)
    }
}

/// What the person did, in order.
pub type Messages = Vec<Msg>;
