//! The person: hears sentences, presses the key that they name, and knows nothing else.
//!
//! What a sentence asks for comes from the same content that the program speaks from: which words ask for which press is
//! [`CueWords::asked`], so a changed text changes what is listened for. Where the voice names no key yet (the questions,
//! the warm-up and the choice of a position, all of them before anyone lies down) the person goes by Tab and Enter, and by
//! "Read aloud".

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use gentleback::app::Book;
use gentleback::session::{Cue, CueId, Device, Gate, KeyAct, ListWords, Phase, Position};
use gentleback::sound::lines_of;

use super::diary::{Diary, Entry};
use super::gestures::Key;
use super::listener::{Listener, Sentence};
use super::screen::Screen;
use super::server::{Listening, wall_secs};

/// How long a person takes from the last word to the key.
const THINKS: Duration = Duration::from_millis(600);
/// Longer than any sentence of the program and the wait before it.
const PATIENCE: Duration = Duration::from_secs(60);
/// Twice as long as a session with the shortest numbers takes: whoever goes round in a circle is stopped.
const AT_MOST: Duration = Duration::from_secs(480);
/// From one Tab to the next.
const TAB: Duration = Duration::from_millis(150);
/// The ache that this person has.
const ACHE: u8 = 2;

/// The person, and what is around the blindfold.
pub struct Person<'a> {
    pub screen: &'a Screen,
    pub listening: &'a Listening,
    pub listener: Listener,
    pub book: &'a Book,
    pub diary: Diary,
    /// What was heard and not thought about yet.
    heard: Vec<Sentence>,
}

impl<'a> Person<'a> {
    pub fn new(screen: &'a Screen, listening: &'a Listening, listener: Listener, book: &'a Book) -> Self {
        Self { screen, listening, listener, book, diary: Diary::default(), heard: Vec::new() }
    }

    /// From "Begin a session" to the questions' end, the warm-up and the position: everything before the voice leads.
    pub fn answer_the_questions(&mut self) {
        self.go_by_tab(1);
        self.press("Begin a session", Key::Enter);
        loop {
            // "Read aloud" stands two before the title, which has the focus on a new page.
            self.turn_the_page();
            self.go_back_by_tab(2);
            self.press("Read aloud", Key::Enter);
            let book = self.book;
            let question = self.wait_for(|text| gate_of(book, text));
            let gates = &self.book.gates;
            match question {
                Gate::Today => {
                    self.wait_for_sentence(&gates.today.stops_me);
                    // Over "Leave" and the title to the numbers, which begin with 0.
                    self.go_by_tab(3 + usize::from(ACHE));
                    self.press("how strong the ache is", Key::Enter);
                    break;
                }
                gate => {
                    let list = self.list(gate);
                    let (signs, none) = (list.signs.len(), list.none.clone());
                    self.wait_for_sentence(&none);
                    // Over "Leave" and the title, sign by sign, and over the other answer.
                    self.go_by_tab(2 + signs + 2);
                    self.press("None of these", Key::Enter);
                }
            }
        }
        self.turn_the_page();
        self.go_by_tab(1);
        self.press("I already walked", Key::Enter);
        // Back on the title, where no button takes the key that goes on.
        self.go_back_by_tab(1);
        self.press("on to the position", Key::Enter);
        if self.hears_something() {
            return;
        }
        // Where no key goes on yet, the button that does stands last, and so before the first; on two pages.
        self.go_back_by_tab(2);
        self.press("Go on", Key::Enter);
        self.turn_the_page();
        self.go_back_by_tab(2);
        self.press("Choose", Key::Enter);
    }

    /// From the first step down to the last word, by nothing but what the voice names.
    pub fn follow_the_voice(&mut self, position: Position) {
        let (named, steps, over) = (self.named_keys(position), self.steps(position), self.over());
        let (mut steps_key, start) = (None, Instant::now());
        loop {
            assert!(start.elapsed() < AT_MOST, "the session does not end\n{}", self.diary.text());
            let heard = self.next_sentence();
            if heard == over {
                return;
            }
            match named.get(&heard) {
                // The first step names the key for all of them, and each one waits to be done.
                Some((key, Named::EachStep)) => steps_key = Some(*key),
                Some((key, Named::Once)) => self.press(&heard, *key),
                None if steps.contains(&heard) => {
                    let key = steps_key.expect("the voice has named the key for the steps");
                    self.press(&heard, key);
                }
                None => {}
            }
        }
    }

    /// "Ready", and on the way there "not yet": the session is where it was, and much was heard. For the long run.
    pub fn ready_and_not_yet(&mut self, position: Position) {
        let (named, steps) = (self.named_keys(position), self.steps(position));
        let asked = self.book.cues.asked(&self.cue(CueId::Enter(Phase::Ready), position));
        let ready = asked.first().map(|(_, words)| last_line(words)).expect("it is asked");
        loop {
            let heard = self.next_sentence();
            if steps.contains(&heard) || matches!(named.get(&heard), Some((_, Named::Once))) {
                self.press(&heard, Key::Right);
            }
            if heard == ready {
                // Long enough for a sentence or two, and short enough for any lead-in.
                std::thread::sleep(Duration::from_secs(3));
                return self.press("not yet", Key::Left);
            }
        }
    }

    fn over(&self) -> String {
        last_line(&self.book.cues.phases.closed.spoken.join(" "))
    }

    /// The last sentence of each ask that a well person follows, and the key that it names.
    fn named_keys(&self, position: Position) -> BTreeMap<String, (Key, Named)> {
        let once = [
            CueId::Enter(Phase::Ready),
            CueId::Enter(Phase::CheckIn),
            CueId::Enter(Phase::NextRound),
            CueId::Enter(Phase::Finish),
            CueId::IsUp,
        ];
        let each = [CueId::Enter(Phase::GettingDown(0)), CueId::GettingUp(0)];
        let asked = once.map(|id| (id, Named::Once)).into_iter().chain(each.map(|id| (id, Named::EachStep)));
        let keys = asked.flat_map(|(id, named)| {
            let asks = self.book.cues.asked(&self.cue(id, position)).into_iter();
            // Of several answers the one that goes on: this person is well.
            let on = asks.filter(|(act, _)| *act == KeyAct::GoOn);
            on.map(move |(_, words)| (last_line(&words), (Key::Right, named)))
        });
        let keys: BTreeMap<_, _> = keys.collect();
        assert!(keys.len() >= 5, "hardly anything is asked: {:?}", keys.keys());
        keys
    }

    /// The last sentence of each step down and up.
    fn steps(&self, position: Position) -> Vec<String> {
        let cues = &self.book.cues;
        let place = cues.position(position);
        let down = (0..place.steps_down.len()).filter_map(|step| cues.step_down(position, u8::try_from(step).ok()?, None));
        let up = place.steps_up.iter().map(|step| step.text.clone());
        // More is said after the first step down; the key is for after that.
        let first = cues.phases.getting_down.spoken.join(" ");
        [first].into_iter().chain(down.skip(1)).chain(up).map(|text| last_line(&text)).collect()
    }

    fn cue(&self, id: CueId, position: Position) -> Cue {
        let effort = self.book.protocol.session.effort_start();
        Cue {
            id,
            position,
            round: 1,
            rounds: 2,
            effort,
            more: false,
            seconds: 0,
            ache: Some(ACHE),
            hand: None,
            swapped: false,
            self_paced: false,
            lead_in_secs: 5,
            device: Device::Keyboard,
        }
    }

    fn list(&self, gate: Gate) -> &ListWords {
        self.book.gates.list(gate).expect("a list")
    }

    /// Listens until a sentence tells something.
    fn wait_for<T>(&mut self, tells: impl Fn(&str) -> Option<T>) -> T {
        loop {
            let heard = self.next_sentence();
            if let Some(told) = tells(&heard) {
                return told;
            }
        }
    }

    fn wait_for_sentence(&mut self, text: &str) {
        let wanted = last_line(text).trim_end_matches('.').to_owned();
        while self.next_sentence().trim_end_matches('.') != wanted {}
    }

    fn next_sentence(&mut self) -> String {
        let start = Instant::now();
        while self.heard.is_empty() {
            assert!(start.elapsed() < PATIENCE, "nothing more was heard\n{}", self.diary.text());
            std::thread::sleep(Duration::from_millis(50));
            self.listen();
        }
        self.heard.remove(0).text
    }

    /// Whether anything is said in the next seconds; it is still there to be thought about.
    fn hears_something(&mut self) -> bool {
        let start = Instant::now();
        while self.heard.is_empty() && start.elapsed() < Duration::from_secs(4) {
            std::thread::sleep(Duration::from_millis(50));
            self.listen();
        }
        !self.heard.is_empty()
    }

    /// A new page takes no answer in its first moments.
    fn turn_the_page(&self) {
        std::thread::sleep(Duration::from_millis(1_500));
    }

    fn listen(&mut self) {
        let samples = self.listening.samples_from(self.listener.length());
        let began = self.listening.began_secs();
        for sentence in self.listener.hear(&samples) {
            let lasted = sentence.until_secs - sentence.from_secs;
            self.diary.note(began + sentence.until_secs, Entry::Heard(sentence.text.clone(), lasted));
            self.heard.push(sentence);
        }
    }

    fn press(&mut self, why: &str, key: Key) {
        std::thread::sleep(THINKS);
        let name = match key {
            Key::Right => "Right",
            Key::Left => "Left",
            Key::Up => "Up",
            Key::Enter => "Enter",
            Key::Tab => "Tab",
            Key::Escape => "Escape",
            Key::Shift => "Shift",
        };
        self.diary.note(wall_secs(), Entry::Key(format!("{name}, for “{why}”")));
        self.screen.key(key);
        // What was said before the key is answered by it.
        self.listen();
        self.heard.clear();
    }

    fn go_by_tab(&mut self, times: usize) {
        for _ in 0..times {
            self.diary.note(wall_secs(), Entry::Key("Tab".to_owned()));
            self.screen.key(Key::Tab);
            std::thread::sleep(TAB);
        }
    }

    fn go_back_by_tab(&mut self, times: usize) {
        for _ in 0..times {
            self.diary.note(wall_secs(), Entry::Key("Shift+Tab".to_owned()));
            self.screen.key_with_shift(Key::Tab);
            std::thread::sleep(TAB);
        }
    }
}

/// For how long a named key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Once,
    EachStep,
}

/// The question that begins with this sentence.
fn gate_of(book: &Book, text: &str) -> Option<Gate> {
    Gate::ALL.into_iter().find(|gate| {
        let heard = book.gates.heard(*gate);
        heard.first().is_some_and(|first| last_line(first).trim_end_matches('.') == text.trim_end_matches('.'))
    })
}

fn last_line(text: &str) -> String {
    lines_of(text).last().map(|line| (*line).to_owned()).unwrap_or_default()
}
