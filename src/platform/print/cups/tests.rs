//! CUPS as it was seen to answer, held against what is made of it.

use std::cell::RefCell;

use super::*;
use crate::sheet::Through;

/// A CUPS that says what CUPS 2.4 was seen to say.
#[derive(Default)]
struct Pretended {
    missing: bool,
    down: bool,
    names: &'static str,
    default: &'static str,
    states: &'static str,
    taking: &'static str,
    refusal: &'static str,
    asked: RefCell<Vec<String>>,
}

impl Pretended {
    fn run(&self, command: &str, arguments: &[&str]) -> Result<Said, NotRun> {
        if self.missing {
            return Err(NotRun::Missing);
        }
        self.asked.borrow_mut().push(format!("{command} {}", arguments.join(" ")));
        let out = match (command, arguments.first().copied()) {
            ("lpstat", Some("-r")) if self.down => "scheduler is not running\n",
            ("lpstat", Some("-r")) => "scheduler is running\n",
            ("lpstat", Some("-e")) => self.names,
            ("lpstat", Some("-d")) => self.default,
            ("lpstat", Some("-p")) => self.states,
            ("lpstat", Some("-a")) => self.taking,
            ("lp", _) if !self.refusal.is_empty() => {
                return Ok(Said { succeeded: false, out: String::new(), err: self.refusal.to_owned() });
            }
            ("lp", _) => "request id is Den-7 (1 file(s))\n",
            other => panic!("nobody asks {other:?}"),
        };
        Ok(Said { succeeded: true, out: out.to_owned(), err: String::new() })
    }

    fn print(&self, name: &str) -> Printed {
        let through = Through::Printer { name: name.to_owned(), copies: 2 };
        let (paper, ink) = (Paper::Letter, Ink::BlackAndWhite);
        let job = Job { pdf: b"%PDF".to_vec(), title: "A page".to_owned(), paper, ink, through };
        print(&|command, arguments| self.run(command, arguments), &job, name, 2)
    }

    fn printers(&self) -> Ways {
        printers(&|command, arguments| self.run(command, arguments))
    }
}

/// Two printers, one of them paused.
fn two() -> Pretended {
    Pretended {
        missing: false,
        down: false,
        names: "Attic\nDen\n",
        default: "system default destination: Den\n",
        states: "printer Attic disabled since Sun Nov 22 13:00:00 2026 -\n\tPaused\nprinter Den is idle.  enabled since Sun Nov 22\n",
        taking: "Attic accepting requests since Sun Nov 22\nDen accepting requests since Sun Nov 22\n",
        refusal: "",
        asked: RefCell::new(Vec::new()),
    }
}

#[test]
fn the_default_comes_first_and_a_paused_printer_is_seen() {
    let printer = |name: &str, state| Printer { name: name.to_owned(), state };
    let expected = vec![printer("Den", PrinterState::Ready), printer("Attic", PrinterState::Paused)];
    assert_eq!(two().printers(), Ways::Printers(expected));
}

#[test]
fn each_state_without_a_printer_has_its_own_value() {
    assert_eq!(Pretended { missing: true, ..two() }.printers(), Ways::Nothing(Unable::NoSystem));
    assert_eq!(Pretended { down: true, ..two() }.printers(), Ways::Nothing(Unable::NotRunning));
    let none = Pretended { names: "", default: "no system default destination\n", states: "", taking: "", ..two() };
    assert_eq!(none.printers(), Ways::Nothing(Unable::NoPrinter));
    assert_eq!(none.print("Den"), Printed::Nothing(Unable::NoPrinter));
    assert_eq!(Pretended { down: true, ..two() }.print("Den"), Printed::Nothing(Unable::NotRunning));
}

#[test]
fn a_job_is_sent_waits_is_refused_or_finds_nobody() {
    assert_eq!(two().print("Den"), Printed::Sent("Den".to_owned()));
    assert_eq!(two().print("Attic"), Printed::Waits("Attic".to_owned()));
    assert_eq!(two().print("Cellar"), Printed::Gone("Cellar".to_owned()));
    let full = Pretended { refusal: "lp: Destination \"Den\" is not accepting jobs.\n", ..two() };
    assert_eq!(full.print("Den"), Printed::Refused("Den".to_owned()));
    let odd = Pretended { refusal: "lp: The printer is on fire.\n", ..two() };
    assert_eq!(odd.print("Den"), Printed::Broken);
}

#[test]
fn the_job_names_paper_copies_and_ink() {
    let cups = two();
    cups.print("Den");
    let asked = cups.asked.borrow();
    let lp = asked.iter().find(|line| line.starts_with("lp ")).expect("asked");
    assert!(lp.starts_with("lp -d Den -n 2 -t A page -o media=Letter -o print-scaling=none"), "{lp}");
    assert!(lp.contains("print-color-mode=monochrome -- "), "{lp}");
}
