//! Whatever stands in a file, nothing falls, nothing takes long, and what was read can be written and read again.
//!
//! Each reader gets bytes at random and files that were good before something happened to them. `PROPTEST_CASES` says how
//! many of each (256 without it): `PROPTEST_CASES=100000 cargo test --test fuzz` goes on for about an hour. Events of a
//! session are thrown about in the same way in `session/walk.rs`, which heeds the same number.
//!
//! Invariant: a target fails on a panic, on a broken round trip, on a list without bounds, and on two seconds for a file.

mod fuzz {
    mod mutate;
    mod targets;
}
