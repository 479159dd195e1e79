//! Keeping what a person chose.

use crate::app::{Effect, Model};

/// Has the settings written down as they are now.
pub(super) fn save(model: &Model, effects: &mut Vec<Effect>) {
    // While they are still being read there is nothing to write over them.
    if !model.settings_read_only && !model.settings_pending {
        effects.push(Effect::SaveSettings(Box::new(model.settings.clone())));
    }
}
