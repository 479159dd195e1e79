//! The guided session from outside: whole sessions as transcripts, and the rules that must never break.

mod after_rules;
mod gates;
mod languages;
mod machine_rules;
mod movement;
mod timing;
mod transcript;
mod transcript_ways;
mod walk;
mod walker;
