//! The system's voice on Windows: one long-lived PowerShell that speaks what is written to it, line by line.
//!
//! Invariant: a text is handed over as data, never as a command, and cannot hold the end of a line.

use std::{
    io::{BufRead, BufReader, Write},
    os::windows::process::CommandExt,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use super::{Speaker, Unable};

/// Reads a volume and a text a line, or an empty line for silence; says when it is ready and when a sentence begins.
const SCRIPT: &str = "\
$ErrorActionPreference = 'Stop'; \
Add-Type -AssemblyName System.Speech; \
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
$voice.Rate = -2; \
[Console]::InputEncoding = [Text.Encoding]::UTF8; \
[Console]::Out.WriteLine('ready'); \
while ($null -ne ($line = [Console]::In.ReadLine())) { \
  $voice.SpeakAsyncCancelAll(); \
  if ($line.Length -gt 4) { $voice.Volume = [int]$line.Substring(0, 3); $null = $voice.SpeakAsync($line.Substring(4)); \
    [Console]::Out.WriteLine('begun') } }";

/// Without a console window of its own.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;
/// Loading Windows speech takes its time, once.
const READY_WITHIN: Duration = Duration::from_secs(10);

/// The process, and what it says.
pub(super) struct PowerShell {
    process: Child,
    input: ChildStdin,
    lines: Receiver<String>,
    begun: bool,
}

/// Starts the process and waits until it is ready.
pub(super) fn open(_language: &str) -> Result<PowerShell, Unable> {
    let mut command = Command::new("powershell.exe");
    command.args(["-NoProfile", "-NonInteractive", "-Command", SCRIPT]).creation_flags(CREATE_NO_WINDOW);
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut process = started.map_err(Unable::from)?;
    let pipes = process.stdin.take().zip(process.stdout.take());
    let (input, output) = pipes.ok_or_else(|| Unable("no pipe to it".to_owned()))?;
    let (sender, lines) = mpsc::channel();
    let reader = move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("speech-read".into()).spawn(reader).map_err(Unable::from)?;
    let powershell = PowerShell { process, input, lines, begun: true };
    match powershell.lines.recv_timeout(READY_WITHIN) {
        Ok(line) if line == "ready" => Ok(powershell),
        _ => Err(Unable("Windows speech did not start".to_owned())),
    }
}

impl PowerShell {
    fn write(&mut self, line: &str) -> Result<(), Unable> {
        writeln!(self.input, "{line}").and_then(|()| self.input.flush()).map_err(Unable::from)
    }
}

impl Speaker for PowerShell {
    fn say(&mut self, words: &str, volume: u8) -> Result<(), Unable> {
        while self.lines.try_recv().is_ok() {}
        self.begun = false;
        let words: String = words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        self.write(&format!("{:03} {words}", volume.min(100)))
    }

    fn has_begun(&mut self) -> Result<bool, Unable> {
        match self.lines.try_recv() {
            Ok(_) => self.begun = true,
            Err(mpsc::TryRecvError::Empty) => {}
            Err(mpsc::TryRecvError::Disconnected) => return Err(Unable("it has ended".to_owned())),
        }
        Ok(self.begun)
    }

    fn hush(&mut self) -> Result<(), Unable> {
        self.write("")
    }
}

impl Drop for PowerShell {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
