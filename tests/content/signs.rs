//! The table of signs: each sign once, with one urgency, in every place where it is asked or read.
//!
//! Not the lists' wording. Invariant: what is spoilt here stands in the shipped table, or the test says so.

use std::collections::BTreeMap;

use gentleback::content::{AFTER_STOP, Asked, HistoryWords, Level, Signs, Urgency, embedded, load, words};
use gentleback::session::{Advice, CheckIn, CueWords, Gate, GateWords, Happened, Phase, Position};
use gentleback::sheet::SheetWords;
use gentleback::source::{Files, Problem};

use crate::guide;

const TABLE: &str = "en/signs.ron";

fn spoilt(old: &str, new: &str) -> Result<Signs, Problem> {
    let mut files = embedded();
    let text = files.get(TABLE).expect("the table").to_owned();
    assert!(text.contains(old), "{TABLE} has no {old}");
    files.insert(TABLE, text.replacen(old, new, 1));
    Signs::read(&files, "en")
}

/// One entry of the table, as it is written.
fn entry(id: &str) -> String {
    let files = embedded();
    let text = files.get(TABLE).expect("the table");
    let start = text.find(&format!("        (\n            id: \"{id}\"")).expect("the entry");
    let (_, from) = text.split_at(start);
    let end = from.find("        ),\n").expect("its end") + "        ),\n".len();
    from.split_at(end).0.to_owned()
}

#[test]
fn a_sign_with_two_urgencies_is_refused() {
    // A weak leg that is an emergency before a session and a call today after a stop.
    let weak = entry("weak");
    let problem = spoilt(&weak, &weak.replace("urgency: Emergency", "urgency: Today")).expect_err("two urgencies");
    assert!(problem.what.contains("\u{201c}weak\u{201d} is Today, but EmergencyList acts by Emergency"), "{problem}");
    assert_eq!(problem.line, embedded().line_of(TABLE, "id: \"weak\""));
    // The same sign a second time, with another urgency.
    let twice = weak.replace("urgency: Emergency", "urgency: Soon").replace("[EmergencyList, AfterStop]", "[SeeSomeone]");
    let problem = spoilt(&weak, &format!("{weak}{twice}")).expect_err("twice");
    assert!(problem.what.contains("is here twice"), "{problem}");
    // One that is asked in two lists that act differently.
    let fever = entry("fever");
    let problem = spoilt(&fever, &fever.replace("[UrgentList]", "[UrgentList, TalkFirstList]")).expect_err("two lists");
    assert!(problem.what.contains("TalkFirstList acts by Soon"), "{problem}");
}

#[test]
fn a_table_that_lacks_something_is_refused() {
    let problem = spoilt(&entry("chest"), "").expect_err("a sign is gone");
    assert!(problem.what.contains("EmergencyList has 10 signs instead of 11"), "{problem}");
    let chest = entry("chest");
    let line = "            paper: Line(\"Chest pain with your back pain\"),\n";
    let problem = spoilt(&chest, &chest.replace(line, "")).expect_err("no line on paper");
    assert!(problem.what.contains("no line on paper"), "{problem}");
    let sharp = entry("sharp");
    let name = "            name: \"Sharp or shooting pain\",\n";
    assert!(spoilt(&sharp, &sharp.replace(name, "")).is_err_and(|problem| problem.what.contains("no name")));
    assert!(spoilt("In(\"bladder\")", "In(\"fever\")").is_err_and(|problem| problem.what.contains("speak for this sign")));
    assert!(spoilt("[AfterStop],", "[],").is_err_and(|problem| problem.what.contains("asked nowhere")));
}

#[test]
fn a_page_that_names_no_sign_is_told() {
    let mut files = embedded();
    let text = files.get("en/sections.ron").expect("the sections").replace("(sign: \"severe\")", "(sign: \"awful\")");
    files.insert("en/sections.ron", text);
    let line = files.line_of("en/sections.ron", "sign: \"awful\"");
    let (_, problems) = load(&files, "en");
    assert!(problems.iter().any(|problem| problem.line == line && problem.what.contains("no sign")), "{problems:#?}");
}

#[test]
fn every_place_is_made_from_the_table() {
    let files = embedded();
    let signs = Signs::read(&files, "en").expect("the table");
    let gates = GateWords::read(&files, "en").expect("the gates");
    let sheet = SheetWords::read(&files, "en").expect("the sheet");
    let history = HistoryWords::read(&files, "en").expect("the history");
    let guide = guide();
    for (gate, asked) in [
        (Gate::Emergency, Asked::EmergencyList),
        (Gate::Urgent, Asked::UrgentList),
        (Gate::TalkFirst, Asked::TalkFirstList),
        (Gate::TodayList, Asked::TodayList),
    ] {
        assert_eq!(gates.list(gate).map(|list| &list.signs), Some(&signs.texts(asked)));
        // And read aloud in that order.
        let heard = gates.heard(gate);
        assert!(signs.texts(asked).iter().all(|text| heard.contains(&text.as_str())), "{gate:?}");
    }
    assert_eq!(sheet.emergency.signs, signs.on_paper(Asked::EmergencyList));
    for (line, sign) in sheet.stop.signs.iter().zip(signs.asked(Asked::AfterStop)) {
        assert!(line.starts_with(sign.name()), "{line}");
        // How soon, as the table says it: an emergency is not put down to a call, nor more pain up to one.
        assert_eq!(line.contains("emergency"), sign.urgency == Urgency::Emergency, "{line}");
        assert_eq!(line.ends_with("call today"), sign.urgency == Urgency::Today, "{line}");
        assert_eq!(line.contains("if it grows or does not settle"), sign.urgency == Urgency::IfItStays, "{line}");
    }
    assert_eq!(sheet.stop.signs.len(), 4);
    assert!(!sheet.stop.then.contains("Call"), "the line below the signs says nothing of how soon: {}", sheet.stop.then);
    assert_eq!(history.entry.notes.len(), 5);
    let cues = CueWords::read(&files, "en").expect("the cues");
    for happened in Happened::ALL {
        let Some(sign) = happened.sign().and_then(|id| signs.sign(id)) else { continue };
        assert_eq!(cues.happened(happened), sign.answer());
        assert!(CheckIn::ALL.iter().any(|answer| cues.check_in(*answer) == sign.answer()), "{}", sign.id);
        let said = format!("{}.", sign.answer());
        assert!(cues.phases.check_in.spoken.contains(&said), "{said}");
    }
    let answers: Vec<String> = signs.asked(Asked::AfterStop).into_iter().map(|sign| sign.answer().to_owned()).collect();
    assert_eq!(history.entry.notes.get(..4), Some(answers.as_slice()));
    for level in &guide.warning.levels {
        let ids: Vec<_> = level.signs.iter().filter_map(|sign| sign.sign.clone()).collect();
        assert_eq!(ids, signs.asked(level.level.asked()).iter().map(|sign| sign.id.clone()).collect::<Vec<_>>());
    }
}

/// What the session does after a stop is what the table says, and what the warning page tells beside the sign.
#[test]
fn the_advice_after_a_stop_is_the_tables() {
    let guide = guide();
    for (id, urgency) in AFTER_STOP {
        let sign = guide.signs.sign(id).expect("a sign of the table");
        let happened = Happened::ALL.into_iter().find(|happened| happened.sign() == Some(id)).expect("an answer");
        assert_eq!((sign.urgency, happened.urgency()), (urgency, urgency), "{id}");
        let level = guide.warning.levels.iter().find(|level| level.level == Level::WhilePressing).expect("the level");
        let told = level.signs.iter().find(|told| told.sign.as_deref() == Some(id)).expect("told there");
        assert!(told.text.ends_with(guide.warning.while_pressing.of(sign)), "{}", told.text);
    }
    assert_eq!(Happened::Weak.urgency(), Urgency::Emergency);
    assert_eq!(Happened::NotSure.urgency(), Urgency::Today, "not sure counts as sharp");
}

/// What is read and heard of an answer after a stop says as soon as the table does, in the session too.
#[test]
fn the_advice_of_a_session_is_as_urgent_as_the_table() {
    let cues = CueWords::read(&embedded(), "en").expect("the cues");
    let heard = |phase| cues.phase(phase, Position::Back).spoken.join(" ");
    let stays = [cues.advice.if_it_stays.body.join(" "), heard(Phase::Advice(Advice::IfItStays))];
    assert!(stays.iter().all(|text| text.contains("today if the pain grows or does not settle")), "{stays:?}");
    let today = [cues.advice.today.title.clone(), heard(Phase::Advice(Advice::Today))];
    assert!(today.iter().all(|text| text.contains("today")), "{today:?}");
    let emergency = cues.phase(Phase::Advice(Advice::Emergency), Position::Back);
    for text in [emergency.cue.to_owned(), emergency.spoken.join(" ")] {
        assert!(text.contains("emergency number now") && text.contains("Do not drive yourself"), "{text}");
    }
}

/// "Numb" is a call today wherever it is read: on the list before a session too, which else says today or tomorrow.
#[test]
fn numbness_is_a_call_today_everywhere() {
    let guide = guide();
    let numb = guide.signs.sign("numb").expect("the sign");
    assert!(numb.text.contains("Call today"), "{}", numb.text);
    assert!(!numb.answer().contains("between"), "between the legs is an emergency, asked by the list that follows");
}

/// Every text of the shipped files, with its file; comments, code and the names of things are left out.
fn texts(files: &Files) -> Vec<(String, String)> {
    let of = |(path, text): (&str, &str)| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let texts = lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned);
        texts.map(|text| (path.to_owned(), text)).collect::<Vec<_>>()
    };
    files.under("en/").flat_map(of).collect()
}

/// The words of a text without its marks, to be compared.
fn plain(text: &str) -> String {
    words(&text.to_lowercase()).collect::<Vec<_>>().join(" ")
}

/// A sign's words stand in the table and nowhere else: a second place could be changed alone.
#[test]
fn no_sign_is_written_twice() {
    let files = embedded();
    let mut written = BTreeMap::<String, Vec<String>>::new();
    for (path, text) in texts(&files) {
        written.entry(plain(&text)).or_default().push(path);
    }
    let signs = guide().signs;
    let mut twice = vec![];
    for sign in signs.all() {
        for text in [Some(&sign.text), sign.name.as_ref(), sign.answer.as_ref()].into_iter().flatten() {
            let places = written.get(&plain(text)).cloned().unwrap_or_default();
            if places.iter().any(|path| path != TABLE) {
                twice.push(format!("{text}: {places:?}"));
            }
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

/// Longer texts of safety stand in one file each; what is shorter is a button or a title.
#[test]
fn no_text_of_safety_stands_in_two_files() {
    const LEAST_WORDS: usize = 8;
    let files = embedded();
    let mut written = BTreeMap::<String, Vec<String>>::new();
    let safety = ["en/gates.ron", "en/warning.ron", "en/sheet.ron", "en/signs.ron", "en/sections.ron", "en/notes.ron"];
    for (path, text) in texts(&files).into_iter().filter(|(path, _)| safety.contains(&path.as_str())) {
        for sentence in gentleback::content::sentences(&text) {
            let places = written.entry(plain(&sentence)).or_default();
            if !places.contains(&path) {
                places.push(path.clone());
            }
        }
    }
    let twice: Vec<_> = written.iter().filter(|(text, places)| places.len() > 1 && words(text).count() >= LEAST_WORDS).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

/// In one list a sign is asked once, and what a list asks is not what another asks with another urgency.
#[test]
fn no_two_signs_say_the_same() {
    let signs = guide().signs;
    let mut seen = BTreeMap::<String, (&str, Urgency)>::new();
    for sign in signs.all() {
        for text in [sign.text.as_str(), sign.name(), sign.answer()] {
            let before = seen.insert(plain(text), (&sign.id, sign.urgency));
            assert!(before.is_none_or(|(id, _)| id == sign.id), "{} and {before:?}: {text}", sign.id);
        }
    }
}
