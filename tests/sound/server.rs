//! A sound server of a test's own, and an ear at its loudspeaker.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use gentleback::sound::RATE;
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(20);

/// A folder for a server, and the server while it runs.
pub struct Server {
    folder: TempDir,
    daemon: Option<Child>,
}

impl Server {
    /// A running server, or `None` after saying why the test is skipped.
    pub fn start() -> Option<Self> {
        for tool in ["pulseaudio", "parec"] {
            if let Err(error) = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status() {
                assert!(std::env::var_os("CI").is_none(), "{tool} is needed here: {error}");
                writeln!(std::io::stderr(), "skipped: no {tool} ({error})").ok();
                return None;
            }
        }
        let mut server = Self { folder: tempfile::tempdir().expect("a folder"), daemon: None };
        server.restart();
        Some(server)
    }

    /// Its socket.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    /// A home folder with nothing in it.
    pub fn empty_home(&self) -> PathBuf {
        self.folder.path().join("empty")
    }

    /// Ends it, as a crash would.
    pub fn kill(&mut self) {
        if let Some(mut daemon) = self.daemon.take() {
            daemon.kill().ok();
            daemon.wait().ok();
        }
        std::fs::remove_file(self.socket()).ok();
    }

    /// Starts it (again), and waits until it answers.
    pub fn restart(&mut self) {
        let modules = [
            format!("module-native-protocol-unix socket={} auth-anonymous=1", self.socket().display()),
            format!("module-null-sink sink_name=speaker rate={RATE} channels=1 format=float32le"),
        ];
        let mut command = Command::new("pulseaudio");
        command.args(["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-target=null"]);
        command.args(modules.iter().flat_map(|module| ["-L", module]));
        surroundings(&mut command, self.folder.path());
        self.daemon = Some(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("pulseaudio"));
        let start = Instant::now();
        while !self.answers() {
            assert!(start.elapsed() < PATIENCE, "the sound server does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn answers(&self) -> bool {
        let mut command = Command::new("pactl");
        command.args(["--server", &format!("unix:{}", self.socket().display()), "list", "short", "sinks"]);
        surroundings(&mut command, self.folder.path());
        let said = command.stderr(Stdio::null()).output().expect("pactl").stdout;
        String::from_utf8_lossy(&said).contains("speaker")
    }

    /// Listens to what the loudspeaker plays from now on.
    pub fn listen(&self) -> Listening {
        let mut command = Command::new("parec");
        command.args(["--server", &format!("unix:{}", self.socket().display()), "--device=speaker.monitor"]);
        command.args(["--raw", "--format=float32le", "--channels=1", "--latency-msec=10", &format!("--rate={RATE}")]);
        surroundings(&mut command, self.folder.path());
        let mut recorder = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("parec");
        let mut output = recorder.stdout.take().expect("piped");
        let heard: Arc<Mutex<Heard>> = Arc::default();
        let kept = Arc::clone(&heard);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = output.read(&mut buffer) {
                let mut heard = kept.lock().expect("not poisoned");
                heard.bytes.extend_from_slice(&buffer[..length]);
                // The first sample was made at the latest when the least delayed of all chunks says so.
                let length_secs = heard.bytes.len() as f64 / 4.0 / f64::from(RATE);
                heard.began_secs = heard.began_secs.min(wall_secs() - length_secs);
            }
        });
        let listening = Listening { recorder, heard };
        let start = Instant::now();
        while listening.samples().is_empty() {
            assert!(start.elapsed() < PATIENCE, "nothing is recorded");
            std::thread::sleep(Duration::from_millis(20));
        }
        listening
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Nothing of the tester's own sound around it.
fn surroundings(command: &mut Command, folder: &Path) {
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).env("HOME", folder).env("XDG_RUNTIME_DIR", folder);
}

/// Seconds of the wall clock.
pub fn wall_secs() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs_f64()
}

struct Heard {
    bytes: Vec<u8>,
    began_secs: f64,
}

impl Default for Heard {
    fn default() -> Self {
        Self { bytes: Vec::new(), began_secs: f64::INFINITY }
    }
}

/// A recording that goes on.
pub struct Listening {
    recorder: Child,
    heard: Arc<Mutex<Heard>>,
}

impl Listening {
    /// What has been heard so far.
    pub fn samples(&self) -> Vec<f32> {
        self.samples_from(0)
    }

    /// What has been heard so far, from this sample on.
    pub fn samples_from(&self, first: usize) -> Vec<f32> {
        let heard = self.heard.lock().expect("not poisoned");
        let bytes = heard.bytes.get(first * 4..).unwrap_or_default();
        bytes.chunks_exact(4).map(|bytes| f32::from_le_bytes(bytes.try_into().expect("four"))).collect()
    }

    /// When its first sample sounded, in seconds of the wall clock.
    pub fn began_secs(&self) -> f64 {
        self.heard.lock().expect("not poisoned").began_secs
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.recorder.kill().ok();
        self.recorder.wait().ok();
    }
}
