//! `gentleback sheet`: a page as PDF or as pictures, by the same layout as the window's.
//!
//! Not a window: nothing of the guide is read but what stands on the page. Invariant: what was asked is written whole,
//! or nothing is.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use gentleback::{
    app::{SheetRequest, session_numbers, sheet_document, sheet_facts, sheet_weeks},
    content::{PrintWords, Words, fill, languages, whole},
    figure::Library,
    history::{self, Log},
    plan::{self, Numbers, OwnPlan, PlanWords},
    platform::{
        clock::Clock,
        console, dirs,
        export::{self, Form},
        locale, store,
    },
    session::Protocol,
    settings::{self, Settings},
    sheet::{
        Include, Ink, Kind, Layouter, NOTE_LETTERS, Options, Own, PHONE_LETTERS, Paper, PrintPalettes, SheetWords, TextSize,
        Weeks,
    },
    source::{FaultWords, Files, Problem},
};

use super::{Shipped, fail, files_of, next, out_of, say, unknown, value};

/// Dots per inch of a picture, when nothing is said.
const USUAL_DPI: u32 = 150;

/// What was asked for.
#[derive(Default)]
struct Asked {
    content: Option<PathBuf>,
    out: Option<PathBuf>,
    options: Options,
    paper: Option<Paper>,
    dpi: Option<u32>,
    /// In the place of what was typed in the window.
    note: Option<String>,
    phone: Option<String>,
}

/// Reads what stands after `sheet`, and does it.
pub(super) fn run(
    words: &Words,
    shipped: Shipped<'_>,
    content: Option<PathBuf>,
    clock: Clock,
    parser: &mut lexopt::Parser,
) -> Result<ExitCode, String> {
    let spoken = shipped.1.best(&languages(&shipped.0));
    let print: PrintWords = match whole(&shipped.0, &spoken).read_in(&spoken, "print") {
        Ok(print) => print,
        Err(problem) => return Ok(fail(&problem.to_string())),
    };
    let Some(asked) = parse(words, &print, content, parser)? else { return Ok(say(&words.command.help)) };
    let out = out_of(words, asked.out.clone())?;
    let form = form_of(&print, &out, asked.dpi)?;
    let (files, language) = match files_of(words, shipped, asked.content.as_deref()) {
        Ok(found) => found,
        Err(over) => return Ok(over),
    };
    let texts = Texts { files: &whole(&files, &language), language: &language };
    Ok(match write(texts, &print, asked, clock, &out, form) {
        Ok(told) => {
            for line in told {
                console::complain(&line);
            }
            say(&fill(&print.command.written, &[("path", &out.display().to_string())]))
        }
        Err(why) => fail(&fill(&print.command.failed, &[("why", &why)])),
    })
}

/// What was asked for; nothing when help was.
fn parse(
    words: &Words,
    print: &PrintWords,
    content: Option<PathBuf>,
    parser: &mut lexopt::Parser,
) -> Result<Option<Asked>, String> {
    use lexopt::prelude::*;
    let mut asked = Asked { content, ..Asked::default() };
    let text = |value: std::ffi::OsString| value.to_string_lossy().into_owned();
    while let Some(argument) = next(words, parser)? {
        match argument {
            Long("out") => asked.out = Some(PathBuf::from(value(words, parser)?)),
            Long("content") => asked.content = Some(PathBuf::from(value(words, parser)?)),
            Long("large") => asked.options.text = TextSize::Large,
            Long("bw") => asked.options.ink = Ink::BlackAndWhite,
            Long("paper") => asked.paper = Some(paper_of(words, &text(value(words, parser)?))?),
            Long("include") => asked.options.include = include_of(print, &text(value(words, parser)?))?,
            Long("dpi") => asked.dpi = Some(dpi_of(words, &text(value(words, parser)?))?),
            Long("clinician") => asked.options.kind = one_of(print, asked.options.kind, Kind::Clinician)?,
            Long("card") => asked.options.kind = one_of(print, asked.options.kind, Kind::EmergencyCard)?,
            Long("note") => asked.note = Some(text(value(words, parser)?).chars().take(NOTE_LETTERS).collect()),
            Long("phone") => asked.phone = Some(text(value(words, parser)?).chars().take(PHONE_LETTERS).collect()),
            Long("help") | Short('h') => return Ok(None),
            other => return Err(unknown(words, other)),
        }
    }
    Ok(Some(asked))
}

fn not_known(words: &Words, what: &str) -> String {
    fill(&words.command.unknown, &[("what", what)])
}

fn paper_of(words: &Words, name: &str) -> Result<Paper, String> {
    match name {
        "a4" => Ok(Paper::A4),
        "letter" => Ok(Paper::Letter),
        other => Err(not_known(words, other)),
    }
}

fn dpi_of(words: &Words, number: &str) -> Result<u32, String> {
    number.parse().ok().filter(|dpi| (36..=600).contains(dpi)).ok_or_else(|| not_known(words, number))
}

fn one_of(print: &PrintWords, before: Kind, wanted: Kind) -> Result<Kind, String> {
    if before == Kind::Summary || before == wanted { Ok(wanted) } else { Err(print.command.twice.clone()) }
}

/// The parts of a list such as `log,weeks`. The warning signs are in none: they are always there.
fn include_of(print: &PrintWords, list: &str) -> Result<Include, String> {
    let mut include = Include { positions: false, log: false, questions: false, weeks: false };
    for part in list.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match part {
            "positions" => include.positions = true,
            "log" => include.log = true,
            "questions" => include.questions = true,
            "weeks" => include.weeks = true,
            "all" => include = Include { positions: true, log: true, questions: true, weeks: true },
            "none" => {}
            other => return Err(fill(&print.command.unknown_part, &[("what", other)])),
        }
    }
    Ok(include)
}

/// What to write, by the ending of the name.
fn form_of(print: &PrintWords, out: &Path, dpi: Option<u32>) -> Result<Form, String> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("pdf") => Ok(Form::Pdf),
        Some("png") => Ok(Form::Picture(dpi.unwrap_or(USUAL_DPI))),
        _ => Err(fill(&print.command.unknown_ending, &[("path", &out.display().to_string())])),
    }
}

/// The texts that a page is made of.
#[derive(Clone, Copy)]
struct Texts<'a> {
    files: &'a Files,
    language: &'a str,
}

/// Lays the page out and writes it; what the person has to know about it comes back, a line each.
fn write(
    texts: Texts<'_>,
    print: &PrintWords,
    asked: Asked,
    clock: Clock,
    out: &Path,
    form: Form,
) -> Result<Vec<String>, String> {
    let Texts { files, language } = texts;
    let told = |problem: Problem| problem.to_string();
    let words = SheetWords::read(files, language).map_err(told)?;
    let protocol = Protocol::read(files).map_err(|problems| problems.first().map_or_else(String::new, ToString::to_string))?;
    let palettes = PrintPalettes::shipped().map_err(|error| error.to_string())?;
    let (settings, mut options) = (settings_kept(), asked.options);
    options.paper = asked.paper.or(settings.paper).unwrap_or_else(|| Paper::usual_in(&locale::of_paper()));
    let today = clock.now().date();
    let needs_weeks = options.kind == Kind::Clinician || options.kind == Kind::Summary && options.include.weeks;
    let weeks = if needs_weeks { sheet_weeks(&history_kept()?, today) } else { Weeks::default() };
    let needs_figures = options.kind == Kind::Summary && options.include.positions;
    let figures = if needs_figures { Library::load(files).0 } else { Library::default() };
    let guide = Numbers { session: protocol.session, warm_up: protocol.warm_up };
    let (plan, mut told) = plan_kept(texts, print, guide)?;
    let numbers = session_numbers(guide, settings.pace, plan.as_ref()).session.numbers();
    let kept = settings.own.clone();
    let own = Own { phone: asked.phone.unwrap_or(kept.phone), note: asked.note.unwrap_or(kept.note) };
    let facts = sheet_facts(numbers, &settings, own, weeks, today);
    let request = SheetRequest { options, facts };
    let document = sheet_document(&Layouter::default(), &words, &figures, &request).map_err(|error| error.to_string())?;
    let made = export::files(&document, palettes.of(options.ink), form)?;
    export::write_all(out, &made).map_err(|error| error.to_string())?;
    let dropped: Vec<String> = document.dropped.iter().map(char::to_string).collect();
    if !dropped.is_empty() {
        told.push(fill(&print.command.dropped, &[("what", &dropped.join(" "))]));
    }
    Ok(told)
}

/// The person's settings; the usual ones where there are none. Nothing is mended here: the window does that.
fn settings_kept() -> Settings {
    let text = dirs::config().ok().and_then(|folder| store::read_text(&folder.join("settings.ron")).ok());
    text.map(|text| settings::decode(&text).settings).unwrap_or_default()
}

/// The plan in use, as the window takes it up, and what is wrong with it in words. Without one, or where none can be
/// read, the guide's own numbers stand.
fn plan_kept(texts: Texts<'_>, print: &PrintWords, guide: Numbers) -> Result<(Option<OwnPlan>, Vec<String>), String> {
    let Ok(folder) = dirs::config() else { return Ok((None, Vec::new())) };
    let unread = |why: &str| (None, vec![fill(&print.command.plan_unread, &[("why", why)])]);
    let text = match store::read_text(&folder.join("plan.ron")) {
        Ok(text) => text,
        Err(error) if error.reason == store::Reason::Missing => return Ok((None, Vec::new())),
        Err(error) => return Ok(unread(&error.to_string())),
    };
    let Texts { files, language } = texts;
    let words: PlanWords = files.read_in(language, "plan").map_err(|problem| problem.to_string())?;
    let faults: FaultWords = files.read(&format!("{language}/faults.ron")).map_err(|problem| problem.to_string())?;
    let reading = plan::read(&text, guide);
    let why = reading.refusals.iter().map(|refusal| words.refusal(refusal, guide, &faults)).collect::<Vec<_>>().join(" ");
    Ok(match (reading.plan, why.is_empty()) {
        (None, _) => unread(&why),
        (Some(plan), true) => (Some(plan), Vec::new()),
        (Some(plan), false) => (Some(plan), vec![fill(&print.command.plan_partly, &[("why", &why)])]),
    })
}

/// The person's history; an empty one where there is none.
fn history_kept() -> Result<Log, String> {
    let path = dirs::data().map_err(|error| error.to_string())?.join("history.ron");
    match store::read_lines(&path) {
        Ok(text) => Ok(Log::new(history::decode(&text).entries)),
        Err(error) if error.reason == store::Reason::Missing => Ok(Log::default()),
        Err(error) => Err(error.to_string()),
    }
}
