//! The history from outside: what a restart knows, what a kill leaves, and what a full or locked disk says.
//!
//! Not the form of a line: the history module tests that on its own texts.
//!
//! Invariant: the file is the only thing that goes from one run of the program to the next in these tests.

mod history {
    mod disk;
    mod help;
    mod kill;
    mod limit;
    mod locks;
    mod restart;
}
