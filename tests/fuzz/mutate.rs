//! What can happen to a file: a slip of the pen, another editor, a bad disk, someone who tries.
//!
//! Invariant: the same changes to the same file give the same bytes, and never more than [`MOST_BYTES`].

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// So long a file may grow; every reader takes longer ones by the same code.
const MOST_BYTES: usize = 48 * 1024;

/// Pieces that mean something to one reader or another.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ",",
    ";",
    ":",
    "\n",
    "\r\n",
    "\t",
    "//",
    "/*",
    "*/",
    "\\",
    "#",
    "r#\"",
    "\"#",
    "Some(",
    "None",
    "version",
    "version: 2",
    "\u{feff}",
    "\u{a0}",
    "“",
    "\u{202e}",
    "\u{1b}[2J",
    "\0",
    "=1+1",
    "'=",
    "-0",
    "1e999",
    "NaN",
    "inf",
    "0x",
    "1_000",
    "9223372036854775807",
    "18446744073709551616",
    "-1",
    "+25:59",
    "+00:00:01",
    "-009999-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59.999999999-25:59",
    "2026-02-30",
    "24:00",
    "é",
    "\u{1f600}",
    "a: 1,",
    "sep=;\n",
    "((((((((",
    "[[[[[[[[",
    "/*/*/*/*",
];

/// One thing that happens.
#[derive(Debug, Clone)]
pub enum Change {
    /// Bytes come in.
    Put(Index, Vec<u8>),
    /// A piece that means something comes in.
    Piece(Index, &'static str),
    /// Bytes go.
    Cut(Index, usize),
    /// One byte is another.
    Set(Index, u8),
    /// A part stands there many times.
    Repeat(Index, usize, usize),
    /// The digits from here on are another number.
    Number(Index, &'static str),
    /// The rest is gone.
    End(Index),
    /// Two lines change places.
    Swap(Index, Index),
    /// Saved in two bytes a letter.
    Wide(bool),
    /// A part of it is zeros, as after a power cut.
    Zeros(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), prop::collection::vec(any::<u8>(), 1..6)).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        8 => (at(), select(PIECES)).prop_map(|(at, piece)| Change::Piece(at, piece)),
        4 => (at(), 1..40_usize).prop_map(|(at, count)| Change::Cut(at, count)),
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        2 => (at(), 1..80_usize, 2..200_usize).prop_map(|(at, count, times)| Change::Repeat(at, count, times)),
        4 => (at(), select(PIECES)).prop_map(|(at, number)| Change::Number(at, number)),
        1 => at().prop_map(Change::End),
        2 => (at(), at()).prop_map(|(one, other)| Change::Swap(one, other)),
        1 => any::<bool>().prop_map(Change::Wide),
        1 => (at(), 1..64_usize).prop_map(|(at, count)| Change::Zeros(at, count)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let place = |at: &Index, length: usize| at.index(length + 1);
    let length = bytes.len();
    match change {
        Change::Put(at, new) => drop(bytes.splice(place(at, length)..place(at, length), new.iter().copied())),
        Change::Piece(at, piece) => drop(bytes.splice(place(at, length)..place(at, length), piece.bytes())),
        Change::Cut(at, count) => drop(bytes.drain(place(at, length)..(place(at, length) + count).min(length))),
        Change::Set(at, byte) => bytes.iter_mut().skip(place(at, length)).take(1).for_each(|old| *old = *byte),
        Change::Repeat(at, count, times) => {
            let from = place(at, length);
            let part = bytes[from..(from + count).min(length)].repeat(*times);
            bytes.splice(from..from, part);
        }
        Change::Number(at, number) => {
            let is_digit = |byte: &u8| byte.is_ascii_digit();
            let from = place(at, length);
            let Some(from) = bytes[from..].iter().position(is_digit).map(|ahead| from + ahead) else { return };
            let count = bytes[from..].iter().take_while(|byte| is_digit(byte)).count();
            bytes.splice(from..from + count, number.bytes());
        }
        Change::End(at) => bytes.truncate(place(at, length)),
        Change::Swap(one, other) => {
            let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
            if !lines.is_empty() {
                let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                lines.swap(one, other);
                *bytes = lines.concat();
            }
        }
        Change::Wide(low_first) => {
            let text = format!("\u{feff}{}", String::from_utf8_lossy(bytes));
            let pair = |unit: u16| if *low_first { unit.to_le_bytes() } else { unit.to_be_bytes() };
            *bytes = text.encode_utf16().flat_map(pair).collect();
        }
        Change::Zeros(at, count) => bytes.iter_mut().skip(place(at, length)).take(*count).for_each(|byte| *byte = 0),
    }
    bytes.truncate(MOST_BYTES);
}

/// Bytes at random now and then, and otherwise one of the good files after a few changes.
pub fn files(good: Vec<&'static str>) -> impl Strategy<Value = Vec<u8>> {
    let changed = (select(good), prop::collection::vec(change(), 1..8)).prop_map(|(good, changes)| {
        let mut bytes = good.as_bytes().to_vec();
        changes.iter().for_each(|change| apply(&mut bytes, change));
        bytes
    });
    prop_oneof![1 => prop::collection::vec(any::<u8>(), 0..400), 9 => changed]
}
