//! Nothing in the program stops it: a person on the floor must not lose the screen.

use super::lex::Source;
use super::tree::{Finding, assert_kept};

const STOPS: [&str; 8] =
    [".unwrap()", ".expect(", ".unwrap_err()", "panic!", "todo!", "unimplemented!", "unreachable!", "process::abort"];

fn panics(source: &Source) -> Vec<Finding> {
    let lines = source.code_lines();
    lines
        .flat_map(|(line, code)| {
            let stops = STOPS.iter().filter(move |stop| code.contains(*stop));
            stops.map(move |stop| Finding::new(source, line, format!("`{stop}` outside a test")))
        })
        .collect()
}

#[test]
fn nothing_stops_the_program() {
    assert_kept("errors are values, handled once, at the edge", panics);
}

#[test]
fn a_stop_is_found() {
    let text = "fn f() {\n a.unwrap();\n b.expect(\"x\");\n panic!(\"y\");\n c.unwrap_or_default();\n}\n\
        #[cfg(test)]\nmod tests { fn t() { a.unwrap(); } }";
    assert_eq!(panics(&Source::new("src/a.rs", text)).iter().map(|f| f.line).collect::<Vec<_>>(), [2, 3, 4]);
}
