//! The way back: where the machine's answers go.
//!
//! Not a queue and not a thread. Whoever asks says with a [`Reply`] or a [`Feed`] what becomes of an answer, and hands
//! it to the thread that will have one.
//!
//! Invariant: a thread that ends without an answer, even by a panic, still gives one: "none, and none will come". So
//! nobody who asked waits for ever because of a thread that is no more.

use std::fmt;

/// Where the one answer to a question goes.
///
/// Dropped without one, it says so itself, by `None`.
pub struct Reply<T>(Option<Box<dyn FnOnce(Option<T>) + Send>>);

impl<T> Reply<T> {
    /// `answered` is called once, on whichever thread has the answer; with `None` if that thread ended without one.
    pub fn new(answered: impl FnOnce(Option<T>) + Send + 'static) -> Self {
        Self(Some(Box::new(answered)))
    }

    /// Gives the answer.
    pub fn give(mut self, answer: T) {
        if let Some(answered) = self.0.take() {
            answered(Some(answer));
        }
    }
}

impl<T> Drop for Reply<T> {
    fn drop(&mut self) {
        if let Some(answered) = self.0.take() {
            answered(None);
        }
    }
}

impl<T> fmt::Debug for Reply<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Reply").field(&self.0.is_some()).finish()
    }
}

/// Where everything goes that a thread reports while it runs; its end too, by `None`.
pub struct Feed<T>(Box<dyn Fn(Option<T>) + Send>);

impl<T> Feed<T> {
    /// `heard` is called for each report, on the thread that makes it, and once with `None` when there will be no more.
    pub fn new(heard: impl Fn(Option<T>) + Send + 'static) -> Self {
        Self(Box::new(heard))
    }

    /// Reports something.
    pub fn tell(&self, report: T) {
        (self.0)(Some(report));
    }
}

impl<T> Drop for Feed<T> {
    fn drop(&mut self) {
        (self.0)(None);
    }
}

impl<T> fmt::Debug for Feed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Feed")
    }
}

#[cfg(test)]
pub(crate) mod test {
    use std::sync::mpsc::{self, Receiver};

    use super::{Feed, Reply};

    /// A reply, and where its answer arrives.
    pub(crate) fn reply<T: Send + 'static>() -> (Reply<T>, Receiver<Option<T>>) {
        let (sender, receiver) = mpsc::channel();
        (Reply::new(move |answer| sender.send(answer).unwrap_or_default()), receiver)
    }

    /// A feed, and where its reports arrive; the channel breaks off when the feed ends.
    pub(crate) fn feed<T: Send + 'static>() -> (Feed<T>, Receiver<T>) {
        let (sender, receiver) = mpsc::channel();
        (Feed::new(move |report| report.map_or((), |report| sender.send(report).unwrap_or_default())), receiver)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn an_answer_comes_once() {
        let (reply, answers) = test::reply();
        reply.give(7);
        assert_eq!(answers.iter().collect::<Vec<_>>(), [Some(7)]);
    }

    #[test]
    fn a_thread_that_dies_still_answers() {
        let (reply, answers) = test::reply::<u8>();
        let (told, reports) = std::sync::mpsc::channel();
        let feed = Feed::new(move |report: Option<u8>| told.send(report).unwrap_or_default());
        let dies = thread::spawn(move || {
            let (_asked, _reports) = (&reply, &feed);
            feed.tell(1);
            let nothing: [u8; 0] = [];
            std::hint::black_box(&nothing)[std::hint::black_box(3)]
        });
        assert!(dies.join().is_err());
        assert_eq!(answers.iter().collect::<Vec<_>>(), [None]);
        assert_eq!(reports.iter().collect::<Vec<_>>(), [Some(1), None]);
    }
}
