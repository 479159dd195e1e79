//! What is asked for is heard at the right time; what cannot be heard is said; and it comes back.

use std::time::Duration;

use gentleback::app::Book;
use gentleback::content;
use gentleback::session::{CoreCue, Cue, CueId, Phase, Position, Tone};
use gentleback::sound::{Mixer, RATE, Recordings, lines_of, tone};

use super::ear::{Ear, Found};
use super::player::{Player, TONES};
use super::server::Server;

/// How far a tone or a word may be from where it belongs.
const WITHIN_SECS: f64 = 0.15;

fn book() -> Book {
    Book::read(&content::embedded(), "en").0.expect("the shipped book")
}

/// The cues of one round with the usual numbers, but for a single breath, and how long each has.
fn round() -> Vec<(CueId, u32, u64)> {
    vec![
        (CueId::Enter(Phase::Core(CoreCue::LowBack)), 5, 4),
        (CueId::Enter(Phase::PressOn), 3, 3),
        (CueId::Enter(Phase::Hold), 5, 5),
        (CueId::Enter(Phase::LetGo), 4, 4),
        (CueId::Enter(Phase::Breathe), 10, 4),
        (CueId::BreatheOut, 10, 5),
        (CueId::Enter(Phase::CheckIn), 0, 5),
    ]
}

#[test]
fn a_round_is_heard_at_the_right_times() {
    let Some(server) = Server::start() else { return };
    let (book, recordings) = (book(), Recordings::shipped("en").expect("recordings"));
    let effort = book.protocol.session.effort_start();
    let listening = server.listen();
    let mut player = Player::start(&server);
    player.keep_ready();
    player.wait_until("on");
    let mut asked = Vec::new();
    for (id, seconds, wait) in round() {
        let cue = Cue {
            id,
            position: Position::Back,
            round: 1,
            rounds: 3,
            effort,
            more: false,
            seconds,
            ache: Some(2),
            hand: None,
            swapped: false,
            self_paced: false,
            lead_in_secs: 10,
            device: gentleback::session::Device::Keyboard,
        };
        let words = book.cues.spoken(&cue).join(" ");
        let time_budget = (seconds > 0).then(|| Duration::from_secs(seconds.into()));
        asked.push((cue, words.clone(), player.play(cue.tone(), &words, time_budget)));
        std::thread::sleep(Duration::from_secs(wait));
    }
    let (ear, began) = (Ear::new(listening.samples()), listening.began_secs());
    for (cue, words, at) in asked {
        let at = at - began;
        let (name, late) = (cue.id.name(), |found: Found| (found.at_secs - at) * 1e3);
        let first = lines_of(&words)[0];
        let spoken = recordings.speak(first).expect("a recording");
        let word = ear.find(&spoken, at - 0.2, at + 0.4).expect("inside the recording");
        println!("{name:>14}  word {:+4.0} ms  ({:.2})  {first}", late(word), word.likeness);
        assert!((word.at_secs - at).abs() < WITHIN_SECS && word.likeness > 0.6, "{first}: {word:?} instead of {at}");
        let Some(kind) = cue.tone() else { continue };
        let under = ear.without(&spoken, word);
        let near = |kind: Tone| under.find(&beside_a_voice(kind), at - 0.2, at + 0.4).expect("inside the recording");
        let found = near(kind);
        println!("{name:>14}  tone {:+4.0} ms  ({:.2})  {kind:?}", late(found), found.likeness);
        assert!((found.at_secs - at).abs() < WITHIN_SECS && found.likeness > 0.6, "{kind:?}: {found:?} instead of {at}");
        let like = TONES.into_iter().max_by(|one, other| near(*one).likeness.total_cmp(&near(*other).likeness));
        assert_eq!(like, Some(kind), "told from the others");
    }
}

/// A tone as it sounds while a voice speaks for as long as it does, without the voice.
fn beside_a_voice(kind: Tone) -> Vec<f32> {
    let whole = tone(kind);
    let mut mixer = Mixer::default();
    mixer.play_tone(whole.clone());
    mixer.speak(vec![0.0; whole.len()]);
    // No longer than the shortest sentence: where the voice ends, the tone grows louder again.
    let mut out = vec![0.0; whole.len().min(RATE as usize * 3 / 4)];
    mixer.fill(&mut out);
    out
}

#[test]
fn a_lost_server_is_said_once_and_comes_back() {
    let Some(mut server) = Server::start() else { return };
    let mut player = Player::start(&server);
    player.keep_ready();
    player.wait_until("on");
    server.kill();
    assert_eq!(player.report(), "off", "said once");
    // What is asked for meanwhile is dropped, and never heard.
    player.play(Some(Tone::Finish), "", None);
    server.restart();
    let listening = server.listen();
    assert_eq!(player.report(), "on", "and nothing in between");
    std::thread::sleep(Duration::from_millis(500));
    let silent = listening.samples();
    assert_eq!(Ear::new(silent).loudest(0.0, f64::INFINITY), 0.0, "too late is not heard");
    let at = player.play(Some(Tone::Ask), "", None) - listening.began_secs();
    std::thread::sleep(Duration::from_secs(2));
    let found = Ear::new(listening.samples()).find(&tone(Tone::Ask), at - 0.2, at + 0.5).expect("heard");
    assert!((found.at_secs - at).abs() < WITHIN_SECS && found.likeness > 0.9, "{found:?}");
}

#[test]
fn a_new_cue_cuts_the_old_voice() {
    let Some(server) = Server::start() else { return };
    let listening = server.listen();
    let mut player = Player::start(&server);
    player.keep_ready();
    player.wait_until("on");
    player.play(None, &book().gates.heard_emergency().join(" "), None);
    std::thread::sleep(Duration::from_secs(2));
    let at = player.play(Some(Tone::LetGo), "", None) - listening.began_secs();
    std::thread::sleep(Duration::from_secs(4));
    let ear = Ear::new(listening.samples());
    assert!(ear.loudest(at - 1.5, at) > 0.1, "it was speaking");
    let found = ear.find(&tone(Tone::LetGo), at - 0.2, at + 0.5).expect("heard");
    assert!(found.likeness > 0.9, "alone: {found:?}");
    assert!(ear.loudest(at + 2.5, at + 3.5) < 1e-3, "nothing goes on");
}

/// A server that takes connections and never answers: it is given up each time, and no thread is left behind for it.
#[test]
fn a_server_that_hangs_costs_one_thread_however_long() {
    let folder = tempfile::tempdir().expect("a folder");
    let socket = folder.path().join("socket");
    let _hung = std::os::unix::net::UnixListener::bind(&socket).expect("bound");
    let mut player = Player::start_at(&socket, folder.path());
    let before = player.threads();
    player.keep_ready();
    assert_eq!(player.report(), "off");
    let after_one = player.threads();
    assert!(after_one <= before + 1, "{before}, {after_one}");
    // Long enough for three more tries.
    std::thread::sleep(Duration::from_secs(12));
    assert_eq!(player.threads(), after_one);
}
