//! What is said, silenced and found lost, with a voice that only takes notes.

use std::sync::Mutex;

use super::*;

/// A voice that begins after a number of looks, and writes down what it was told.
struct Pretended {
    told: Arc<Mutex<Vec<String>>>,
    looks: u32,
    begins_at: u32,
    gone: bool,
}

impl Speaker for Pretended {
    fn say(&mut self, words: &str, _volume: u8) -> Result<(), Unable> {
        self.told.lock().unwrap().push(words.to_owned());
        self.looks = 0;
        Ok(())
    }

    fn has_begun(&mut self) -> Result<bool, Unable> {
        self.looks += 1;
        Ok(self.looks > self.begins_at)
    }

    fn hush(&mut self) -> Result<(), Unable> {
        self.told.lock().unwrap().push("hush".to_owned());
        Ok(())
    }

    fn is_there(&mut self) -> Result<(), Unable> {
        if self.gone { Err(Unable("gone".to_owned())) } else { Ok(()) }
    }
}

/// What a voice was told, and how talking to it ended, after several sentences asked for one after the other.
fn told(begins_at: u32, sentences: &[&str], age: Duration) -> (Vec<String>, Result<(), Unable>) {
    let clock = Clock::start();
    std::thread::sleep(age);
    let asked = if age.is_zero() { None } else { Some(Moment::START) };
    let (orders, taken) = mpsc::channel();
    let told = Arc::default();
    let speaker = Pretended { told: Arc::clone(&told), looks: 0, begins_at, gone: false };
    let talking = std::thread::spawn(move || talk(speaker, &taken, clock));
    for words in sentences {
        let before = told.lock().unwrap().len();
        let asked = asked.unwrap_or_else(|| clock.now().moment);
        orders.send(Order::Say { words: (*words).to_owned(), asked, volume: 50 }).ok();
        // Until it was called off, where it never begins.
        while asked != Moment::START && begins_at == u32::MAX && told.lock().unwrap().len() < before + 2 && !talking.is_finished()
        {
            std::thread::yield_now();
        }
    }
    drop(orders);
    let ended = talking.join().unwrap();
    let told = told.lock().unwrap().clone();
    (told, ended)
}

#[test]
fn what_is_asked_for_is_said() {
    let (told, ended) = told(0, &["One.", "Two."], Duration::ZERO);
    assert_eq!(told, ["One.", "Two.", "hush"]);
    assert!(ended.is_ok());
}

#[test]
fn what_begins_too_late_is_called_off_and_twice_is_enough() {
    let (told, ended) = told(u32::MAX, &["One.", "Two.", "Three."], Duration::ZERO);
    assert_eq!(told, ["One.", "hush", "Two.", "hush"]);
    assert!(ended.is_err(), "not asked again");
}

#[test]
fn what_is_asked_for_too_late_is_not_said() {
    let (told, ended) = told(0, &["One."], super::super::sound::TOO_LATE + Duration::from_millis(20));
    assert_eq!(told, ["hush"]);
    assert!(ended.is_ok());
}

#[test]
fn a_voice_that_goes_away_is_noticed_before_it_is_asked_to_speak() {
    for gone in [false, true] {
        let (orders, taken) = mpsc::channel();
        let told = Arc::default();
        let speaker = Pretended { told: Arc::clone(&told), looks: 0, begins_at: 0, gone };
        orders.send(Order::Look).unwrap();
        let clock = Clock::start();
        orders.send(Order::Say { words: "One.".to_owned(), asked: clock.now().moment, volume: 50 }).unwrap();
        drop(orders);
        assert_eq!(talk(speaker, &taken, clock).is_err(), gone);
        assert_eq!(told.lock().unwrap().iter().any(|said| said == "One."), !gone);
    }
}
