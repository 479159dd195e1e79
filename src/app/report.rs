//! What the machine reports: settings found, files written, texts read anew.
//!
//! Invariant: what went wrong is said once, in words of the content, and nothing is lost because of it.

use std::sync::Arc;

use super::{language, navigate::go, notice::tell, remember, sound};
use crate::{
    app::{Book, Effect, Model, Route, SettingsDamage, SettingsRead, SheetSaved, SoundMsg},
    content::fill,
};

/// So many settings that can not be read are told one by one.
const WARNINGS: usize = 3;

pub(super) fn settings_read(model: &mut Model, read: SettingsRead, effects: &mut Vec<Effect>) {
    model.settings_pending = false;
    model.settings_path = read.path;
    let is_damaged = read.damage.is_some();
    model.settings_read_only = read.read_only || is_damaged && read.damaged_copy.is_none();
    model.settings_unsaid = is_damaged;
    model.settings = read.settings;
    let said = remember::restricted(&model.settings);
    remember::restrict(model);
    // A file of before this was kept there, or changed by hand: what it closes is kept from now on.
    if said.any() && model.history.restricted != Some(said) {
        remember::guard(model, effects);
    }
    if let Some(preferred) = model.settings.preferred_position {
        model.shown_position = preferred;
    }
    let words = &model.book.words.notice;
    let mut notices = Vec::new();
    if let Some(damage) = &read.damage {
        let (said, why) = match damage {
            SettingsDamage::Unread(why) => (&words.settings_damaged, why),
            SettingsDamage::Mended(why) => (&words.settings_mended, why),
        };
        let copy = read.damaged_copy.as_ref().map(|copy| copy.display().to_string());
        let kept = copy.map_or_else(|| words.no_copy.clone(), |copy| fill(&words.copy_kept, &[("path", &copy)]));
        notices.push(fill(said, &[("kept", &kept), ("why", why)]));
    }
    if read.read_only {
        notices.push(words.settings_newer.clone());
    }
    notices.extend(read.warnings.iter().take(WARNINGS).map(|why| fill(&words.settings_warning, &[("why", why)])));
    if read.warnings.len() > WARNINGS {
        notices.push(words.settings_warnings.clone());
    }
    model.notices.extend(notices);
    let welcomed = model.settings.welcomed_version.as_deref() == Some(env!("CARGO_PKG_VERSION"));
    if welcomed && model.route == Route::Welcome {
        go(model, Route::Start);
    }
}

/// Says that the settings could not be written yet; they are tried again.
pub(super) fn settings_not_saved(model: &mut Model, why: &str) {
    let notice = fill(&model.book.words.notice.settings_failed, &[("why", why)]);
    if let Some(before) = model.settings_unwritten.replace(notice.clone()) {
        model.notices.retain(|notice| *notice != before);
    }
    tell(model, notice);
}

/// They are written now: the message about it has had its time.
pub(super) fn settings_written(model: &mut Model) {
    if let Some(said) = model.settings_unwritten.take() {
        model.notices.retain(|notice| *notice != said);
        tell(model, model.book.history.files.settings_written.clone());
    }
}

pub(super) fn sheet_saved(model: &mut Model, outcome: SheetSaved) {
    model.saving_sheet = false;
    let words = &model.book.words.notice;
    let notice = match outcome {
        SheetSaved::Saved(path) => fill(&words.saved_pdf, &[("path", &path)]),
        SheetSaved::SavedWithoutDialog(path) => fill(&words.no_dialog, &[("path", &path)]),
        SheetSaved::Failed(why) => fill(&words.pdf_failed, &[("why", &why)]),
        SheetSaved::Cancelled => return,
    };
    tell(model, notice);
}

/// Says that something in the program failed, and where a report of it lies.
pub(super) fn failed(model: &mut Model, path: Option<&str>) {
    let words = &model.book.words.fault;
    let notice = path.map_or_else(|| words.went_on.clone(), |path| format!("{} {}", words.went_on, words.report_in(path)));
    tell(model, notice);
}

/// Takes in texts and figures that a writer has changed, or that are in another language. The page stays.
pub(super) fn book_read(model: &mut Model, book: Arc<Book>, effects: &mut Vec<Effect>) {
    if !language::may_change_to(model, &book.guide.language) {
        return;
    }
    model.notices.retain(|notice| *notice != model.book.words.notice.content_broken);
    let is_other = model.book.guide.language != book.guide.language;
    if is_other {
        // Nothing of the language before is spoken on, and what was found in it is looked for in this one.
        sound::message(model, SoundMsg::Hush, effects);
        (model.recordings, model.sound.voice, model.sought) = (None, None, None);
    }
    model.book = book;
    if is_other && !model.finding.words.is_empty() {
        model.finding.found = model.book.search().find(&model.finding.words);
    }
}

/// Says that a writer's change can not be read.
pub(super) fn book_broken(model: &mut Model) {
    tell(model, model.book.words.notice.content_broken.clone());
}
