//! Work done beside the window: on a thread of its own, its result over a channel.
//!
//! Not a pool: what is asked here is asked by a person, one thing at a time. Invariant: there is exactly one result,
//! also where no thread can be had.

use std::sync::mpsc::{self, Receiver};

use super::Wake;

/// Does the work on a thread. `otherwise` makes the result where there is no thread, from what the system said.
pub fn run<T: Send + 'static>(
    name: &str,
    wake: Wake,
    work: impl FnOnce() -> T + Send + 'static,
    otherwise: impl FnOnce(String) -> T,
) -> Receiver<T> {
    let (sender, receiver) = mpsc::channel();
    let refused = sender.clone();
    let work = move || {
        sender.send(work()).ok();
        wake();
    };
    if let Err(error) = std::thread::Builder::new().name(name.to_owned()).spawn(work) {
        refused.send(otherwise(error.to_string())).ok();
    }
    receiver
}
