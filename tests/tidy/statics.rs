//! No state outside the model.

use super::lex::{Source, has_word};
use super::tree::{Finding, assert_kept};

/// Types that let a static change.
const CHANGING: [&str; 8] = ["Mutex", "RwLock", "OnceLock", "LazyLock", "OnceCell", "LazyCell", "RefCell", "Cell"];

/// Statics that may be filled once, each with its reason: `(path, name, reason)`.
const REASONED: [(&str, &str, &str); 0] = [];

fn statics(source: &Source) -> Vec<Finding> {
    let reasoned = |code: &str| REASONED.iter().any(|(path, name, _)| *path == source.path && has_word(code, name));
    let changes = |code: &str| {
        has_word(code, "static")
            && (has_word(code, "mut") || code.contains("Atomic") || CHANGING.iter().any(|kind| has_word(code, kind)))
    };
    source
        .code_lines()
        .filter(|(_, code)| (changes(code) && !reasoned(code)) || code.contains("thread_local!"))
        .map(|(line, _)| Finding::new(source, line, "a static that can change"))
        .collect()
}

#[test]
fn no_static_changes() {
    assert_kept("state lives in the model, where update alone changes it", statics);
}

#[test]
fn a_changing_static_is_found() {
    let text = "static mut A: u8 = 0;\nstatic B: OnceLock<u8> = OnceLock::new();\nstatic C: AtomicU8 = AtomicU8::new(0);\n\
        thread_local! {}\nstatic D: &str = \"\";\nfn f(m: &'static Mutex<u8>) {}";
    assert_eq!(statics(&Source::new("src/a.rs", text)).iter().map(|f| f.line).collect::<Vec<_>>(), [1, 2, 3, 4]);
}
