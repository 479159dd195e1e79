//! Work done beside the window, on a thread of its own.
//!
//! Not a pool: what is asked here is asked by a person, one thing at a time. Invariant: there is exactly one answer,
//! also where no thread can be had, where it dies, and where what it waits for never comes.

use std::{
    sync::mpsc::{self, RecvTimeoutError},
    thread::Builder,
    time::Duration,
};

use super::reply::Reply;

/// Does the work on a thread; the reply gets its result.
pub fn run<T: Send + 'static>(name: &str, reply: Reply<T>, work: impl FnOnce() -> T + Send + 'static) {
    // Without a thread the reply is dropped with the work, and says so.
    Builder::new().name(name.to_owned()).spawn(move || reply.give(work())).ok();
}

/// How long a file that a person chose may take to be read: it may lie on a disk that has gone to sleep, or be no file.
pub const FILE_WITHIN: Duration = Duration::from_secs(20);

/// What was asked for did not come in time, or never will.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there was no answer in time")]
pub struct NoAnswer;

/// Waits for work on another thread, but not longer than this; a thread that hangs is left behind.
///
/// For a question to another program, on a thread that may wait.
///
/// # Errors
/// [`NoAnswer`]: too late, or the thread could not be had or died.
pub fn within<T: Send + 'static>(limit: Duration, name: &str, work: impl FnOnce() -> T + Send + 'static) -> Result<T, NoAnswer> {
    let (sender, receiver) = mpsc::channel();
    let work = move || sender.send(work()).ok();
    Builder::new().name(name.to_owned()).spawn(work).map_err(|_| NoAnswer)?;
    receiver.recv_timeout(limit).map_err(|_| NoAnswer)
}

/// Waits for work on another thread for as long as `goes_on` says that it is worth it, asking every `step`.
///
/// For a dialog, which may stay open for an hour: what is watched is not the person but the program that shows it.
///
/// # Errors
/// [`NoAnswer`]: not worth it any more, or the thread could not be had or died.
pub fn while_it_goes_on<T: Send + 'static>(
    step: Duration,
    goes_on: impl Fn() -> bool,
    name: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, NoAnswer> {
    let (sender, receiver) = mpsc::channel();
    let work = move || sender.send(work()).ok();
    Builder::new().name(name.to_owned()).spawn(work).map_err(|_| NoAnswer)?;
    loop {
        match receiver.recv_timeout(step) {
            Ok(answer) => return Ok(answer),
            Err(RecvTimeoutError::Timeout) if goes_on() => {}
            Err(_) => return Err(NoAnswer),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread::{park, sleep};

    use super::*;

    const SOON: Duration = Duration::from_millis(30);

    #[test]
    fn work_that_hangs_is_left_behind() {
        assert_eq!(within(SOON, "test", || park_for_ever(1)), Err(NoAnswer));
        assert_eq!(within(Duration::from_secs(20), "test", || 2), Ok(2));
        assert_eq!(while_it_goes_on(SOON, || false, "test", || park_for_ever(3)), Err(NoAnswer));
    }

    #[test]
    fn work_may_take_its_time_while_it_goes_on() {
        let slow = || {
            sleep(SOON * 5);
            4
        };
        assert_eq!(while_it_goes_on(SOON, || true, "test", slow), Ok(4));
    }

    fn park_for_ever(answer: u8) -> u8 {
        loop {
            park();
            if std::hint::black_box(answer) == 0 {
                return answer;
            }
        }
    }
}
