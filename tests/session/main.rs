//! The guided session from outside: whole sessions as transcripts, and the rules that must never break.

mod rules;
mod transcript;
mod walker;
