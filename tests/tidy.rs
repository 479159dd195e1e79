//! The house rules of docs/ARCHITECTURE.md, held against the files as they are.
//!
//! Not a lint of style (clippy and rustfmt do that): these are the promises about what may name what, and what may
//! stand where. Each rule is a function from one file to its findings, with two tests beside it: that the tree
//! keeps it, and that it finds a small bad sample, so that a rule which can no longer fail is noticed.

mod tidy {
    mod circles;
    mod embedded;
    mod foreign;
    mod layers;
    mod lex;
    mod machine;
    mod map;
    mod panics;
    mod shape;
    mod statics;
    mod tree;
    mod views;
}
