//! The program's side, as a process of its own: the way to the sound server is in its environment.
//!
//! This test binary starts itself with one ignored test in it, which does what it is told line by line.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use gentleback::platform::clock::Clock;
use gentleback::platform::reply::Feed;
use gentleback::platform::sound::{Prefer, Report, Request, Sound};
use gentleback::session::Tone;

use super::server::{Server, wall_secs};

/// Every tone, by its place here.
pub const TONES: [Tone; 9] =
    [Tone::Step, Tone::PressOn, Tone::Hold, Tone::LetGo, Tone::BreatheIn, Tone::BreatheOut, Tone::Ask, Tone::Stop, Tone::Finish];

/// What each line of the player begins with; the test harness says other things on the same stream.
const MARK: &str = "player: ";

/// A player that waits for what to do.
pub struct Player {
    process: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Player {
    /// Starts it beside a sound server.
    pub fn start(server: &Server) -> Self {
        Self::start_at(&server.socket(), &server.empty_home())
    }

    /// Starts it beside whatever listens on this socket, with a home that has nothing in it.
    pub fn start_at(socket: &Path, home: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this test"));
        command.args(["--ignored", "--exact", "sound::player::is_played_by_the_other_tests", "--nocapture"]);
        // A home without a cookie for the server, as on a fresh machine.
        command.env("HOME", home).env_remove("PULSE_COOKIE");
        command.env("PULSE_SERVER", format!("unix:{}", socket.display()));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("itself");
        let orders = process.stdin.take().expect("piped");
        let answers = BufReader::new(process.stdout.take().expect("piped"));
        let mut player = Self { process, orders, answers };
        assert_eq!(player.next(), "there");
        player
    }

    /// Lets a tone and words be heard; tells when it asked for them, in seconds of the wall clock.
    pub fn play(&mut self, tone: Option<Tone>, words: &str, time_budget: Option<Duration>) -> f64 {
        let tone = tone.and_then(|tone| TONES.iter().position(|one| *one == tone)).map_or(-1, |place| place as i32);
        let time_budget = time_budget.map_or(0, |time_budget| time_budget.as_secs());
        self.tell(&format!("play {tone} {time_budget} {words}"));
        self.next().parse().expect("a time")
    }

    /// Keeps the way open, as a session does.
    pub fn keep_ready(&mut self) {
        self.tell("ready");
    }

    /// Asks for its reports until there is one.
    pub fn report(&mut self) -> String {
        self.tell("report");
        self.next()
    }

    /// Waits for a report; a busy machine may say "off" first.
    pub fn wait_until(&mut self, report: &str) {
        while self.report() != report {}
    }

    /// How many threads it has.
    pub fn threads(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/task", self.process.id())).expect("a process").count()
    }

    fn tell(&mut self, line: &str) {
        writeln!(self.orders, "{line}").expect("it listens");
    }

    fn next(&mut self) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.answers.read_line(&mut line).expect("text") > 0, "the player has ended");
            // The harness does not end its own line before a test speaks.
            if let Some((_, said)) = line.trim_end().split_once(MARK) {
                return said.to_owned();
            }
        }
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[test]
#[ignore = "is started by the other tests, beside a sound server"]
fn is_played_by_the_other_tests() {
    let clock = Clock::start();
    let (told, reports) = mpsc::channel();
    let sound = Sound::start(clock, "en", Feed::new(move |report| told.send(report).unwrap_or_default()));
    println!("{MARK}there");
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let mut words = line.splitn(4, ' ');
        match words.next() {
            Some("play") => {
                let tone = words.next().and_then(|place| place.parse::<usize>().ok()).and_then(|place| TONES.get(place).copied());
                let time_budget =
                    words.next().and_then(|secs| secs.parse().ok()).filter(|secs| *secs > 0).map(Duration::from_secs);
                let words = words.next().filter(|words| !words.is_empty()).map(str::to_owned);
                let at = wall_secs();
                sound.play(Request {
                    asked: clock.now().moment,
                    tone,
                    words,
                    time_budget,
                    volume: 100,
                    prefer: Prefer::Recordings,
                });
                println!("{MARK}{at}");
            }
            Some("ready") => sound.keep_ready(Some(Prefer::Recordings)),
            _ => {
                let said = match reports.recv().expect("a report") {
                    Some(Report::Output(true)) => "on",
                    Some(Report::Output(false)) => "off",
                    Some(Report::Voice(_)) => "voice",
                    None => "ended",
                };
                println!("{MARK}{said}");
            }
        }
    }
}
