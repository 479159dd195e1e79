//! The runs, one for each position, and the long one.

use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::protocol::xproto::Window;

use gentleback::app::Book;
use gentleback::content;
use gentleback::session::Position;
use gentleback::sound::Recordings;

use super::listener::Listener;
use super::person::Person;
use super::program::{Program, new_home, settings_in};
use super::screen::Screen;
use super::server::Server;
use super::timeline;

/// The shortest round that the settings allow.
const LEAD_IN_SECS: u32 = 5;
const HOLD_SECS: u32 = 3;
const RELEASE_SECS: u32 = 3;
const BREATHS: u32 = 2;
const ROUNDS: usize = 2;

/// Somebody who has been here before: nothing is asked that is not asked every time.
fn write_settings(home: &Path, position: Position, lead_in_secs: u32) {
    let today = jiff::Zoned::now().date();
    let path = settings_in(home);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    let settings = format!(
        "(version: 1, preferred_position: Some({}), lead_in_secs: Some({lead_in_secs}), hold_secs: Some({HOLD_SECS}), \
         release_secs: Some({RELEASE_SECS}), breaths: Some({BREATHS}), rounds: Some({ROUNDS}), screen_is_far: Some(false), \
         consulted_on: Some(\"{today}\"), talk_first_list_on: Some(\"{today}\"), welcomed_version: Some(\"{}\"))",
        position.id(),
        env!("CARGO_PKG_VERSION"),
    );
    std::fs::write(path, settings).expect("written");
}

fn book() -> Book {
    Book::read(&content::embedded(), "en").0.expect("the shipped book")
}

/// The program beside a sound server, with the keyboard's focus.
fn open(home: &Path, screen: &Screen, server: &Server) -> (Program, Window) {
    let socket = format!("unix:{}", server.socket().display());
    let variables = [("DISPLAY", screen.name.as_str()), ("PULSE_SERVER", &socket), ("GENTLEBACK_TIMING", "1")];
    let program = Program::start(home, &variables);
    let window = screen.wait("the window", || screen.find("Gentleback"));
    std::thread::sleep(Duration::from_secs(3));
    screen.focus(window);
    (program, window)
}

/// A whole session in a position, by ear alone.
fn run(position: Position) {
    let (Some(screen), Some(server)) = (Screen::start(), Server::start()) else { return };
    let (book, home) = (book(), new_home());
    let recordings = Recordings::shipped("en").expect("recordings");
    let listener = Listener::new(&recordings);
    write_settings(home.path(), position, LEAD_IN_SECS);
    let listening = server.listen();
    let (program, window) = open(home.path(), &screen, &server);
    let mut person = Person::new(&screen, &listening, listener, &book);
    person.answer_the_questions();
    person.follow_the_voice(position);
    screen.close(window);
    let (status, said) = program.wait();
    let mut diary = person.diary;
    diary.note_cues(&said);
    let heard = timeline::of(&diary, person.listener.samples(), listening.began_secs(), &recordings);
    let numbers = book.protocol.session.numbers();
    let breaths = BREATHS * (numbers.breath_in_secs + numbers.breath_out_secs);
    let lengths = [
        ("hands", LEAD_IN_SECS),
        ("press-on", numbers.ramp_secs),
        ("hold", HOLD_SECS),
        ("let-go", RELEASE_SECS),
        ("breathe", breaths),
    ];
    let (table, wrong) = timeline::table(&diary, &heard, &lengths.map(|(name, secs)| (name, f64::from(secs))));
    let text = format!("{}\n\n{table}", diary.text());
    println!("{}\n{text}", position.id());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("blindfold-{}.txt", position.id()));
    std::fs::write(path, text).expect("a writable target folder");
    assert_eq!(status.code(), Some(0));
    assert_eq!(diary.broken(), Vec::<String>::new(), "the law of the hands");
    assert_eq!(diary.cues().filter(|(_, name, ..)| *name == "press-on").count(), ROUNDS, "as many rounds as were asked for");
    assert_eq!(wrong, Vec::<String>::new(), "everything was heard where it belongs");
}

#[test]
#[ignore = "takes five minutes, on a machine that does nothing else: see the head of tests/blindfold.rs"]
fn on_the_back() {
    run(Position::Back);
}

#[test]
#[ignore = "takes five minutes, on a machine that does nothing else: see the head of tests/blindfold.rs"]
fn on_the_side() {
    run(Position::Side);
}

#[test]
#[ignore = "takes five minutes, on a machine that does nothing else: see the head of tests/blindfold.rs"]
fn on_all_fours() {
    run(Position::AllFours);
}

#[test]
#[ignore = "takes five minutes, on a machine that does nothing else: see the head of tests/blindfold.rs"]
fn at_the_wall() {
    run(Position::Wall);
}

/// How many minutes the long run takes; without it there is none.
const MINUTES: &str = "GENTLEBACK_SOAK_MINUTES";
/// How much may be added to the memory of a process, in kilobytes, before it counts as growing.
const MEMORY_MAY_GROW_KB: usize = 4_000;

/// The hands are asked for and put off again, with tones and words each time, for as long as it is told.
#[test]
#[ignore = "takes an hour: GENTLEBACK_SOAK_MINUTES=60 cargo test --test blindfold grows -- --ignored --nocapture"]
fn an_hour_of_sound_and_speech_grows_nothing() {
    let Some(minutes) = std::env::var(MINUTES).ok().and_then(|minutes| minutes.parse::<f64>().ok()) else { return };
    let (Some(screen), Some(server)) = (Screen::start(), Server::start()) else { return };
    let (book, home) = (book(), new_home());
    let listener = Listener::new(&Recordings::shipped("en").expect("recordings"));
    // So long that "not yet" comes before it is over on the slowest machine.
    write_settings(home.path(), Position::Back, 30);
    let listening = server.listen();
    let (program, window) = open(home.path(), &screen, &server);
    let mut person = Person::new(&screen, &listening, listener, &book);
    person.answer_the_questions();
    let (start, mut used) = (Instant::now(), Vec::new());
    let mut looked = None::<Instant>;
    println!("minute  cycles  threads  handles  memory (kB)");
    let mut cycles = 0;
    while start.elapsed().as_secs_f64() < 60.0 * minutes {
        person.ready_and_not_yet(Position::Back);
        cycles += 1;
        // The first minute fills what is filled once: glyphs, pictures, the decoder.
        if start.elapsed() > Duration::from_secs(60) && looked.is_none_or(|looked| looked.elapsed() > Duration::from_secs(60)) {
            looked = Some(Instant::now());
            let now = Used::by(program.id());
            let minute = start.elapsed().as_secs_f64() / 60.0;
            println!("{minute:6.1}  {cycles:6}  {:7}  {:7}  {:11}", now.threads, now.handles, now.memory_kb);
            used.push(now);
        }
    }
    screen.close(window);
    assert_eq!(program.wait().0.code(), Some(0));
    let (Some(first), Some(last)) = (used.first(), used.last()) else { panic!("too short to tell") };
    assert!(last.threads <= first.threads && last.handles <= first.handles, "{first:?}, {last:?}");
    assert!(last.memory_kb <= first.memory_kb + MEMORY_MAY_GROW_KB, "{first:?}, {last:?}");
}

/// What a process holds.
#[derive(Debug)]
struct Used {
    threads: usize,
    handles: usize,
    memory_kb: usize,
}

impl Used {
    fn by(process: u32) -> Self {
        let folder = Path::new("/proc").join(process.to_string());
        let count = |part: &str| std::fs::read_dir(folder.join(part)).expect("a process").count();
        let status = std::fs::read_to_string(folder.join("status")).expect("a process");
        let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        let memory_kb = memory.trim().trim_end_matches(" kB").parse().expect("a number");
        Self { threads: count("task"), handles: count("fd"), memory_kb }
    }
}
