//! One sentence over the page, said once.

use crate::app::Model;

/// Shows a notice before those that are there; one that stands there already is not said twice.
pub(super) fn tell(model: &mut Model, notice: String) {
    if !model.notices.contains(&notice) {
        model.notices.insert(0, notice);
    }
}

/// Says that what the person asked for on this page was done. It needs no answer: it goes when another page opens, and
/// by no clock (WCAG 2.2.1).
pub(super) fn confirm(model: &mut Model, notice: String) {
    if let Some(before) = model.confirmed.replace(notice.clone()) {
        model.notices.retain(|notice| *notice != before);
    }
    tell(model, notice);
}

/// Another page opens: what was only confirmed on the one before goes.
pub(super) fn leave_page(model: &mut Model) {
    if let Some(before) = model.confirmed.take() {
        model.notices.retain(|notice| *notice != before);
    }
}
