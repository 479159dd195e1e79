//! The readers, each with what must hold of whatever it gives back.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use gentleback::app::Book;
use gentleback::content::embedded;
use gentleback::figure::Library;
use gentleback::history::{self, Entry, Guard, GuardFile, Log};
use gentleback::moment::Stamp;
use gentleback::plan::{self, Numbers, Part, PlanWords};
use gentleback::reminder::{Memory, Read};
use gentleback::session::Protocol;
use gentleback::settings;
use gentleback::source::{self, FaultWords};
use jiff::SignedDuration;
use jiff::civil::date;
use jiff::tz::Offset;
use proptest::prelude::*;

use super::mutate::files;

/// No file may take longer, on a slow machine and without optimisation.
const LONGEST: Duration = Duration::from_secs(2);

/// Words that only a parser says.
const RAW: [&str; 3] = ["Expected", "expected", "Unexpected"];

static FAULTS: LazyLock<FaultWords> = LazyLock::new(|| FaultWords::shipped().expect("the shipped words"));
static PLAN_WORDS: LazyLock<PlanWords> = LazyLock::new(|| embedded().read("en/plan.ron").expect("the shipped words"));
static GUIDE: LazyLock<Numbers> = LazyLock::new(|| {
    let protocol = Protocol::read(&embedded()).expect("the shipped numbers");
    Numbers { session: protocol.session, warm_up: protocol.warm_up }
});

/// Runs a check, and holds its time against the bound: the best of three, since a busy machine may hold one up.
fn timed(check: impl Fn() -> Result<(), TestCaseError>) -> Result<(), TestCaseError> {
    let mut took = Duration::ZERO;
    for _ in 0..3 {
        let started = Instant::now();
        check()?;
        took = started.elapsed();
        if took < LONGEST {
            return Ok(());
        }
    }
    prop_assert!(took < LONGEST, "{took:?}");
    Ok(())
}

fn is_plain(said: &str) -> Result<(), TestCaseError> {
    prop_assert!(!said.trim().is_empty() && said.len() < 2_000, "{said}");
    prop_assert!(!RAW.iter().any(|word| said.contains(word)), "{said}");
    Ok(())
}

/// Later than anything that a file can say.
fn end_of_time() -> Stamp {
    Stamp::new(date(9999, 12, 30).at(0, 0, 0, 0), Offset::UTC)
}

/// Entries survive their own file and the table, whatever they are.
fn entries_survive(entries: &[Entry]) -> Result<(), TestCaseError> {
    let log = Log::new(entries.to_vec());
    for entry in log.entries() {
        log.leads_to_a_session(entry);
    }
    if let Some((first, last)) = log.span() {
        log.marks_of(first, last).unsaid();
        // At the ends of the calendar a day of another zone is cut off.
        let is_inside = first.year() > -9_999 && last < end_of_time().date();
        prop_assert!(!is_inside || log.within(first, last).count() == log.entries().len());
    }
    let again = history::decode(&history::export(&log));
    prop_assert_eq!((again.entries.as_slice(), again.warnings.len()), (log.entries(), 0));
    let table = history::csv(&log);
    if log.is_empty() {
        return Ok(());
    }
    let import = history::read_import(&table).map_err(|why| TestCaseError::fail(format!("{why:?}: {table}")))?;
    let preview = import.against(&Log::default(), end_of_time());
    // A day ahead of the clock is taken in, and no more.
    let latest = end_of_time().plus(SignedDuration::from_hours(24));
    let soon: Vec<&Entry> = log.entries().iter().filter(|entry| entry.started() <= latest).collect();
    prop_assert_eq!(preview.new.iter().collect::<Vec<_>>(), soon, "{}", table);
    Ok(())
}

fn settings(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(text) = source::read_text(bytes) else { return Ok(()) };
    let decoded = settings::decode(&text);
    prop_assert!(decoded.warnings.len() <= 20);
    for said in decoded.warnings.iter().map(|warning| FAULTS.say_setting(warning)) {
        is_plain(&said)?;
    }
    if let Some(damage) = &decoded.damage {
        is_plain(&FAULTS.say_damage(damage))?;
    }
    let again = settings::decode(&settings::encode(&decoded.settings));
    prop_assert_eq!((again.settings, again.damage, again.warnings), (decoded.settings, None, vec![]));
    Ok(())
}

fn history_file(bytes: &[u8]) -> Result<(), TestCaseError> {
    let text = source::lines(bytes);
    let decoded = history::decode(&text);
    prop_assert!(decoded.warnings.len() <= 20);
    if let Some(mended) = &decoded.mended {
        let again = history::decode(mended);
        prop_assert_eq!((&again.entries, again.warnings, again.mended), (&decoded.entries, vec![], None));
    }
    if let Some(entry) = decoded.entries.first() {
        let rest = history::decode(&history::without(&text, entry.name()));
        prop_assert!(rest.entries.iter().all(|other| other.name() != entry.name()));
        prop_assert_eq!(rest.entries.len() + 1, decoded.entries.len());
    }
    entries_survive(&decoded.entries)
}

fn table(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(import) = history::read_import(&source::lines(bytes)) else { return Ok(()) };
    let preview = import.against(&Log::default(), end_of_time());
    prop_assert!(preview.faults.len() <= history::TOLD && preview.faults.len() <= preview.unreadable);
    entries_survive(&preview.new)
}

fn guard(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(text) = source::read_text(bytes) else { return Ok(()) };
    if let (Some(guard), _) = Guard::decode(&text) {
        guard.misses_some_of(&Log::default());
        prop_assert!(matches!(Guard::decode(&guard.encode()), (Some(_), GuardFile::Sound)), "what was read can be kept");
    }
    if let Read::Memory(memory) = Memory::decode(&text) {
        memory.waits(end_of_time());
        prop_assert!(matches!(Memory::decode(&memory.encode()), Read::Memory(_)));
    }
    Ok(())
}

fn plan_file(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(text) = source::read_text(bytes) else { return Ok(()) };
    let reading = plan::read(&text, *GUIDE);
    prop_assert!(reading.refusals.len() <= 21, "{}", reading.refusals.len());
    let lines = text.lines().count().max(1);
    for refusal in &reading.refusals {
        prop_assert!(refusal.line <= lines + 1, "{refusal:?} of {lines}");
        is_plain(&PLAN_WORDS.refusal(refusal, *GUIDE, &FAULTS))?;
    }
    let Some(own) = reading.plan else {
        prop_assert!(!reading.refusals.is_empty());
        return Ok(());
    };
    let over = own.over(*GUIDE);
    prop_assert!(Part::ALL.iter().all(|part| part.range(*GUIDE).contains(&part.of(&over))));
    prop_assert_eq!(plan::read(&plan::write(&own, *GUIDE, &PLAN_WORDS), *GUIDE).plan, Some(own));
    Ok(())
}

/// Shipped files, any of which may be spoilt.
const SPOILT: [&str; 6] =
    ["en/tips.ron", "en/reminders.ron", "en/faults.ron", "en/warning.ron", "protocol.ron", "figures/scenes.ron"];

fn content(path: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(text) = source::read_text(bytes) else { return Ok(()) };
    let mut shipped = embedded();
    shipped.insert(path, text);
    let problems = if path.starts_with("figures/") { Library::load(&shipped).1 } else { Book::read(&shipped, "en").1 };
    prop_assert!(source::told(&problems).len() <= 51);
    for problem in &problems {
        prop_assert!(!problem.help.is_empty(), "{problem:?}");
        is_plain(&problem.what)?;
    }
    Ok(())
}

/// A good file of each form.
macro_rules! good {
    ($($path:literal),+ $(,)?) => { vec![$(include_str!(concat!("../fixtures/", $path))),+] };
}

fn cases(share: u32) -> ProptestConfig {
    let cases = (ProptestConfig::default().cases / share).max(16);
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn any_settings(bytes in files(good!["settings-v1.ron", "settings-v1-early.ron"])) {
        timed(|| settings(&bytes))?;
    }

    #[test]
    fn any_history(bytes in files(good!["history-v1.ron", "history-v1-plan.ron"])) {
        timed(|| history_file(&bytes))?;
    }

    #[test]
    fn any_table(bytes in files(good!["fuzz/table.csv", "fuzz/table-semicolons.csv", "history-v1.ron"])) {
        timed(|| table(&bytes))?;
    }

    #[test]
    fn any_guard_and_memory(bytes in files(good!["fuzz/limit.ron", "fuzz/reminders.ron"])) {
        timed(|| guard(&bytes))?;
    }

    #[test]
    fn any_plan(bytes in files(good!["fuzz/plan.ron"])) {
        timed(|| plan_file(&bytes))?;
    }
}

proptest! {
    // The whole book is read each time.
    #![proptest_config(cases(16))]

    #[test]
    fn any_content(
        (path, bytes) in (0..SPOILT.len()).prop_flat_map(|at| {
            let path = SPOILT[at];
            let good: &'static str = embedded().get(path).expect("a shipped file").to_owned().leak();
            files(vec![good]).prop_map(move |bytes| (path, bytes))
        }),
    ) {
        content(path, &bytes)?;
    }
}

/// Files that are built to be slow or deep: each reader takes them in time that grows as they do.
#[test]
fn bombs_are_harmless() {
    let many = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let bombs = [
        many("(", 60_000),
        many("[", 60_000),
        many("{", 60_000),
        many("Some(", 60_000),
        many("/*", 60_000),
        many("\"", 60_000),
        many("\\", 60_000),
        many("a:", 60_000),
        many("x\n", 60_000),
        many("(a:1)\n", 60_000),
        many("r#\"", 60_000),
        many("r#", 60_000),
        many("'", 60_000),
        many("\u{a0}", 60_000),
        many("\u{feff}", 60_000),
        many("kind,started\n", 60_000),
        many("kind;started;\"", 60_000),
        format!("({}", many("a: 1,\n", 60_000)),
        format!("(version: 1, title: \"T\",\n{})", many("rounds: 2,\n", 60_000)),
        format!("({})", many("f: [1, (b: \"c\")],", 60_000)),
        format!("kind;started\n{}", many(";", 60_000)),
        format!("kind,started\n\"{}", many("\n", 60_000)),
        format!("kind,started\n{}", many("\"\"", 60_000)),
        format!("version: 1\n{}", many("b: (\n", 60_000)),
        format!("{{{}}}", (0..4_000).map(|n| format!("\"f{n}\": 1,\n")).collect::<String>()),
    ];
    for bomb in bombs {
        let bytes = bomb.as_bytes();
        for target in [settings, history_file, table, guard, plan_file] {
            timed(|| target(bytes)).unwrap_or_else(|error| panic!("{error}: {}", bomb.chars().take(40).collect::<String>()));
        }
        for path in SPOILT {
            timed(|| content(path, bytes)).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
}
