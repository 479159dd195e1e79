//! One sentence over the page, said once.

use crate::app::Model;

/// Shows a notice before those that are there; one that stands there already is not said twice.
pub(super) fn tell(model: &mut Model, notice: String) {
    if !model.notices.contains(&notice) {
        model.notices.insert(0, notice);
    }
}
