//! A whole session by accessible actions alone, over the real accessibility bus.
//!
//! Not what a screen reader makes of it: Orca itself is heard by `tools/hear-orca.sh`. Here the real program is operated
//! only by what AT-SPI offers: a part's action, its value, the keyboard's place. Invariant: no mouse, no key.

use std::time::Duration;

use gentleback::app::Book;
use gentleback::content;
use gentleback::session::{Gate, Phase, Position};
use tempfile::TempDir;

use super::program::{Program, new_home, settings_in};
use super::reader::{Part, Reader, Told, page};
use super::screen::Screen;

/// The shortest pace that a person may choose, and a screen that is near.
const SETTINGS: &str = "(version: 1, screen_is_far: Some(false), lead_in_secs: Some(5), hold_secs: Some(3), \
                        release_secs: Some(3), breaths: Some(2), rounds: Some(2))";
/// So long a question takes no answer after it has come.
const GUARD: Duration = Duration::from_millis(800);
/// What a person acts on: each needs a name.
const PRESSED: [&str; 8] = ["push button", "toggle button", "radio button", "check box", "page tab", "slider", "entry", "link"];

/// A person without a screen, and all that was told to them since the last question.
struct Person {
    reader: Reader,
    book: Book,
    _program: Program,
    _screen: Screen,
    _home: TempDir,
}

impl Person {
    /// Starts everything, up to the welcome; `None` after saying why the test is skipped.
    fn start() -> Option<Self> {
        let screen = Screen::start()?;
        let home = new_home();
        let settings = settings_in(home.path());
        std::fs::create_dir_all(settings.parent().expect("a folder")).expect("a folder");
        std::fs::write(settings, SETTINGS).expect("settings");
        let reader = Reader::start(home.path())?;
        let bus = ("DBUS_SESSION_BUS_ADDRESS", reader.address.as_str());
        let program = Program::start(home.path(), &[("DISPLAY", &screen.name), bus]);
        let window = screen.wait("the window", || screen.find("Gentleback"));
        screen.focus(window);
        let (book, _) = Book::read(&content::embedded(), "en");
        Some(Self { reader, book: book.expect("the shipped book"), _program: program, _screen: screen, _home: home })
    }

    /// The window as it is, once this is its question or title; every part that can be pressed has a name.
    #[track_caller]
    fn at(&self, title: &str) -> Vec<Part> {
        self.reader.wait_for(title, |part| part.role == "heading" && part.name.contains(title));
        let parts = self.reader.parts();
        let nameless: Vec<_> = parts.iter().filter(|part| PRESSED.contains(&part.role) && part.name.is_empty()).collect();
        assert!(nameless.is_empty(), "{title}: {nameless:?}\n{}", page(&parts));
        parts
    }

    /// Presses what has this name, once it can be.
    #[track_caller]
    fn press(&self, role: &str, name: &str) {
        self.reader.find(role, name);
        std::thread::sleep(GUARD);
        // What was there a moment ago may have been laid out anew meanwhile.
        self.reader.press(&self.reader.find(role, name));
    }

    /// All that was heard since this was asked last.
    fn heard(&self) -> Vec<String> {
        let heard = self.reader.told().into_iter().filter_map(|told| match told {
            Told::Heard(words) => Some(words),
            _ => None,
        });
        heard.collect()
    }

    /// Hears one list out, and answers that nothing of it fits.
    #[track_caller]
    fn answer_list(&self, gate: Gate) {
        let words = self.book.gates.list(gate).expect("a list").clone();
        let parts = self.at(&words.question);
        let place = |role: &str, name: &str| {
            let found = parts.iter().position(|part| part.role == role && part.name == name);
            found.unwrap_or_else(|| panic!("{gate:?}: no {role} “{name}” in\n{}", page(&parts)))
        };
        let question = place("label", &words.question);
        assert!(parts[question].is_focused(), "{gate:?}: the question has the keyboard");
        assert!(parts[question].description.contains("“Not sure” counts as yes"), "{gate:?}: and what counts is heard with it");
        place("list", &words.question);
        let signs: Vec<String> = words.signs.iter().map(|sign| sign.replace("**", "")).collect();
        let told: Vec<&str> = parts.iter().filter(|part| part.role == "list item").map(|part| part.name.as_str()).collect();
        assert_eq!(told, signs, "{gate:?}");
        let [first, last] = [&signs[0], &signs[signs.len() - 1]].map(|sign| place("list item", sign));
        let answers = [&words.one_or_more, &words.none].map(|answer| place("push button", answer));
        assert!(question < first && answers.iter().all(|answer| last < *answer), "{gate:?}: {}", page(&parts));
        self.heard();
        for sign in &signs {
            self.reader.focus(&self.reader.find("list item", sign));
            self.reader.wait_for(sign, |part| part.name == *sign && part.is_focused());
        }
        let none = self.reader.find("push button", &words.none);
        assert_eq!(none.description, "", "{gate:?}: open, and no reason left");
        std::thread::sleep(GUARD);
        let heard = self.heard();
        let times = |words: &str| heard.iter().filter(|heard| heard.contains(words)).count();
        for sign in &signs {
            assert_eq!(times(sign), 1, "{gate:?}: “{sign}” in {heard:#?}");
        }
        if signs.len() > 3 {
            assert_eq!(times(&words.none_open), 1, "{gate:?}: {heard:#?}");
        }
        self.reader.press(&none);
    }

    /// From the welcome to where the first press can be asked for, on the back.
    fn go_to_ready(&self) {
        let (words, cues) = (&self.book.words, &self.book.cues);
        let who = &self.book.sound.who_speaks;
        self.reader.find("push button", &who.reader);
        let welcome = self.at(&self.book.gates.consent.title);
        assert_eq!(welcome.iter().filter(|part| part.name == who.reader).count(), 1, "asked once: {}", page(&welcome));
        let title = welcome.iter().find(|part| part.role == "label" && part.name == self.book.gates.consent.title);
        let title = title.expect("its words");
        for point in &self.book.gates.consent.points {
            assert!(title.description.contains(&point.body), "the three things are heard: {title:?}");
        }
        self.press("push button", &who.reader);
        self.press("push button", &self.book.gates.consent.understand);

        let start = self.at(&words.nav.start);
        assert_eq!(start.iter().filter(|part| part.name.ends_with(", this page")).count(), 1);
        assert!(start.iter().any(|part| part.role == "landmark" && part.name == words.nav.guide));

        self.press("push button", &words.nav.settings);
        self.at(&words.settings.title);
        let volume = self.reader.find("slider", &words.settings.volume);
        self.reader.set_value(&volume, 40.0);
        self.reader.wait_for("the volume", |part| part.role == "slider" && (self.reader.value(part) - 40.0).abs() < 0.1);

        self.heard();
        self.press("push button", &words.nav.begin);
        let [question, ..] = self.book.gates.question(Gate::Consult);
        let asked = self.at(question);
        let place = |name: &str| asked.iter().position(|part| part.name == name).expect("a part");
        assert!(place(question) < place("Yes"));
        self.press("push button", "Yes");
        for gate in [Gate::Emergency, Gate::Urgent, Gate::TalkFirst, Gate::TodayList] {
            self.answer_list(gate);
        }
        self.at(&self.book.gates.today.question);
        self.press("push button", "2 of 10");
        self.at("Warm up first");
        self.press("toggle button", &words.warm_up.already_walked);
        self.press("push button", &words.warm_up.to_positions);
        self.at(&words.player.position_title);
        self.press("push button", "Choose: On your back");
        self.press("push button", &cues.buttons.in_place);
        self.at("Settle in");
        self.press("radio button", "3 of 10");
        self.reader.wait_for("the ache", |part| part.name.contains("You said 3 of 10"));
        // The rest, settling and the three core cues, goes on by itself.
        self.reader.find("push button", &cues.buttons.ready);
    }

    /// How often the words of a phase were heard.
    fn times(&self, heard: &[String], phase: Phase) -> usize {
        // Its longest sentence: short ones stand in more than one phase.
        let words = self.book.cues.phase(phase, Position::Back).spoken.iter().max_by_key(|words| words.len()).expect("words");
        heard.iter().filter(|heard| heard.contains(words)).count()
    }
}

#[test]
fn a_whole_session_by_accessible_actions_alone() {
    let Some(person) = Person::start() else { return };
    person.go_to_ready();
    let (reader, cues) = (&person.reader, &person.book.cues);
    reader.told();
    person.press("push button", &cues.buttons.ready);
    reader.wait_for("the check-in", |part| part.name == cues.answers.check_in.none);
    // What is said of it comes over the bus by itself, and may come after the answers can be found.
    std::thread::sleep(GUARD);
    let told = reader.told();
    let heard: Vec<String> =
        told.iter().filter_map(|told| if let Told::Heard(words) = told { Some(words.clone()) } else { None }).collect();
    for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::CheckIn] {
        assert_eq!(person.times(&heard, phase), 1, "{phase:?} is heard once: {heard:#?}");
    }
    assert!(!told.iter().any(|told| matches!(told, Told::Value(_))), "no value ticks: {told:#?}");
    let named = told.iter().filter(|told| matches!(told, Told::Named(_))).count();
    assert!(named < 60, "nothing counts by its name: {told:#?}");

    person.press("push button", &cues.answers.check_in.none);
    let enough = &cues.answers.next_round.enough;
    person.press("push button", &format!("{}. {}", enough.title, enough.detail));
    person.press("push button", &cues.finish.show_steps);
    person.press("push button", &cues.buttons.is_up);
    person.press("radio button", &cues.finish.eased);
    person.press("push button", &cues.buttons.done);
    let start = person.at(&person.book.words.nav.start);
    let begins = start.iter().any(|part| part.name == person.book.words.nav.begin);
    assert!(!begins, "the session counts, and once a day is the most: {}", page(&start));
}

#[test]
fn stop_and_what_follows_by_accessible_actions_alone() {
    let Some(person) = Person::start() else { return };
    person.go_to_ready();
    let (reader, cues) = (&person.reader, &person.book.cues);
    person.press("push button", &cues.buttons.ready);
    reader.focus(&reader.find("push button", &cues.buttons.stop));
    let hold = &cues.phase(Phase::Hold, Position::Back).spoken[0];
    reader.wait_for("the hold", |part| part.role == "heading" && part.name.contains(hold.as_str()));
    let stop = reader.wait_for("Stop", |part| part.name == cues.buttons.stop);
    assert!(stop.is_focused(), "no phase takes the keyboard from Stop");
    assert_eq!(person.times(&person.heard(), Phase::Hold), 1, "and the hold is heard once all the same");
    reader.press(&stop);
    person.press("push button", &cues.buttons.have_let_go);
    person.press("push button", &cues.answers.what_happened.sharp);
    let words = &person.book.gates.emergency;
    let list = person.at(&words.question);
    let signs: Vec<&str> = list.iter().filter(|part| part.role == "list item").map(|part| part.name.as_str()).collect();
    assert_eq!(signs.len(), words.signs.len(), "the list is there again: {}", page(&list));
    person.heard();
    person.press("push button", &words.one_or_more);
    let card = &person.book.gates.emergency_card;
    let shown = person.at(&card.title);
    assert!(shown.iter().filter(|part| part.role == "radio button").count() > 3, "the numbers: {}", page(&shown));
    let mut heard = Vec::new();
    reader.wait_for("the card to be heard", |_| {
        heard.extend(person.heard());
        heard.iter().any(|heard| heard.contains(&card.title))
    });
    std::thread::sleep(GUARD);
    heard.extend(person.heard());
    assert_eq!(heard.iter().filter(|heard| heard.contains(&card.title)).count(), 1, "its title is heard once: {heard:#?}");
}
