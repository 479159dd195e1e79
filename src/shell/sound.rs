//! What is to be heard, handed to the loudspeaker, and what that reports, turned into messages.
//!
//! Not the choice of it: the app makes that. Invariant: nothing here waits.

use eframe::egui;

use super::{Shell, inbox::Inbox};
use crate::{
    app::{Heard, Msg, Route, SoundEffect, SoundMsg, Voice},
    platform::{
        clock::{self, Clock},
        console, screen_reader,
        sound::{Prefer, Report, Request, Sound, VoiceKind},
    },
    session::Cue,
};

/// The way to the loudspeaker. One whose thread has ended is a lost one.
pub(super) fn start(inbox: &Inbox, clock: Clock, language: &str) -> Sound {
    let heard = |report: Option<Report>| {
        Some(Msg::Sound(match report {
            Some(Report::Output(there_is)) => SoundMsg::Output(there_is),
            Some(Report::Voice(VoiceKind::System)) => SoundMsg::Voice(Voice::System),
            Some(Report::Voice(VoiceKind::Recordings)) => SoundMsg::Voice(Voice::Recordings),
            Some(Report::Voice(VoiceKind::None)) => SoundMsg::Voice(Voice::Missing),
            None => SoundMsg::Output(false),
        }))
    };
    Sound::start(clock, language, inbox.feed(heard))
}

/// Has it told whether a screen reader is there.
pub(super) fn follow_reader(inbox: &Inbox) {
    screen_reader::watch(inbox.feed(|is_there: Option<bool>| Some(Msg::Sound(SoundMsg::Reader(is_there?)))));
}

impl Shell {
    /// Lets a cue of the session be heard.
    pub(super) fn tell(&self, cue: &Cue) {
        let heard = self.model.heard(cue);
        if self.tells_cues {
            // For tools/hear-session.sh: when it was due, what it is, and what should be heard.
            let due = clock::wall_secs();
            let tone = heard.tone.map_or_else(|| "-".to_owned(), |tone| format!("{tone:?}"));
            let words = heard.words.as_deref().unwrap_or_default();
            console::complain(&format!("cue {due:.3} {} {tone} {words}", cue.id.name()));
        }
        self.play(heard);
    }

    pub(super) fn carry_out_sound(&self, effect: SoundEffect) {
        match effect {
            SoundEffect::Play(heard) => self.play(heard),
            SoundEffect::Hush => self.sound.hush(),
        }
    }

    fn play(&self, heard: Heard) {
        let Heard { tone, words, time_budget } = heard;
        let asked = self.clock.now().moment;
        let volume = u8::try_from(self.model.settings.volume.percent()).unwrap_or(100);
        self.sound.play(Request { asked, tone, words, time_budget, volume, prefer: self.prefer() });
    }

    fn prefer(&self) -> Prefer {
        if self.model.settings.prefers_system_voice() { Prefer::System } else { Prefer::Recordings }
    }

    /// Where the desktop does not tell of screen readers: whether someone asked for what one reads out.
    pub(super) fn notice_reader(&mut self, ui: &egui::Ui) {
        if cfg!(not(target_os = "linux")) && !self.model.sound.reader {
            let is_read = ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some();
            if is_read {
                self.send(Msg::Sound(SoundMsg::Reader(true)), ui.ctx(), None);
            }
        }
    }

    /// Says whether a session wants the loudspeaker at hand.
    pub(super) fn keep_sound_ready(&mut self) {
        let settings = &self.model.settings;
        // Where the voice is chosen and tried out, it is at hand too: it needs a moment to be found.
        let tries = self.model.route == Route::Settings && settings.prefers_system_voice();
        let wanted = (self.model.session.is_some() || tries) && (settings.tones || settings.voice);
        let wanted = wanted.then(|| self.prefer());
        if wanted != self.sound_wanted {
            self.sound_wanted = wanted;
            self.sound.keep_ready(wanted);
        }
    }
}
