"""The walk of tools/hear-orca.sh, inside its Debian: starts screen, buses, program and Orca, presses keys, writes down.

Not to be run by itself. Orca's own log says what it gave to the voice ("SPEECH OUTPUT"); a voice that makes no sound takes
it. Where the keyboard is, is asked of AT-SPI; nothing is pressed but keys, by a person's own ways.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import pyatspi

PLACE = pathlib.Path(sys.argv[1])
HOME = PLACE / "home"
SAID = PLACE / "said"
LOG = PLACE / "orca.log"  # of the walk under way
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: \{|$)")
# Orca's echo of the keys that this walk presses: not what the window has to say.
ECHO = {"tab", "return", "space", "left tab", "escape", "left", "right", "up", "down", "F1", "F6", "home", "end", "page down", "page up"}
# Orca as it is, but its log is written line by line, so that it can be read while it grows.
ORCA = """
import builtins, runpy, sys
plain = builtins.open
def line_by_line(file, mode="r", buffering=-1, *rest, **more):
    return plain(file, mode, 1 if mode == "w" else buffering, *rest, **more)
builtins.open = line_by_line
runpy.run_path(sys.argv[0], run_name="__main__")
"""
SETTINGS = HOME / "config/gentleback/settings.ron"


def start(*command, log="quiet", **more):
    """Starts a program whose output goes to a file of its own."""
    with open(PLACE / f"{log}.log", "ab") as file:
        return subprocess.Popen(command, stdout=file, stderr=file, **more)


def until(what, look, seconds=60):
    """Waits until `look` finds something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"waited in vain for {what}")


def prepare():
    """Screen and buses, with a screen reader said to be on."""
    for folder in (HOME, SAID, PLACE / "run"):
        folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        HOME=str(HOME), XDG_CONFIG_HOME=str(HOME / "config"), XDG_DATA_HOME=str(HOME / "data"), XDG_RUNTIME_DIR=str(PLACE / "run"),
        LIBGL_ALWAYS_SOFTWARE="1", GSETTINGS_BACKEND="memory", XDG_SESSION_TYPE="x11",
    )
    os.chmod(PLACE / "run", 0o700)
    read, write = os.pipe()
    start("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp", pass_fds=(write,))
    os.close(write)
    os.environ["DISPLAY"] = f":{os.fdopen(read).readline().strip()}"
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={PLACE}/run/bus"
    start("dbus-daemon", "--session", "--nofork", f"--address={os.environ['DBUS_SESSION_BUS_ADDRESS']}")
    until("the bus", (PLACE / "run/bus").exists)
    start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        set_it = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                  "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", f"string:{name}", "variant:boolean:true"]
        until(name, lambda: subprocess.run(set_it, capture_output=True).returncode == 0)
    dispatcher = HOME / "config/speech-dispatcher"
    dispatcher.mkdir(parents=True, exist_ok=True)
    (dispatcher / "speechd.conf").write_text('AddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\nLogLevel 1\n')


class Walk:
    """One run of program and Orca, and what was said in it."""

    running = None

    def __init__(self, name, settings):
        Walk.running = self
        self.name, self.lines, self.faults, self.mark, self.last = name, [], [], 0, []
        for old in (SETTINGS.parent, HOME / "data/gentleback"):
            subprocess.run(["rm", "-rf", old])
        if settings:
            SETTINGS.parent.mkdir(parents=True)
            SETTINGS.write_text(settings)
        if LOG.exists():
            LOG.rename(PLACE / f"orca-{time.time():.0f}.log")
        run = f"import sys; sys.argv = ['/usr/bin/orca', '--debug-file={LOG}']\n{ORCA}"
        self.orca = start("/usr/bin/python3", "-c", run, log="orca-stderr")
        until("Orca", lambda: "SPEECH OUTPUT" in LOG.read_text(errors="replace"))
        self.program = start(str(PLACE / "gentleback"), log="program", cwd=PLACE)
        window = until("the window", lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Gentleback$"], capture_output=True, text=True).stdout.split())
        until("the program on the bus", self.window)
        subprocess.run(["xdotool", "windowfocus", window[0]], check=True)
        time.sleep(2)

    @staticmethod
    def window():
        desktop = pyatspi.Registry.getDesktop(0)
        for at in range(desktop.childCount):
            app = desktop.getChildAtIndex(at)
            if app is not None and app.name == "gentleback" and app.childCount:
                return app.getChildAtIndex(0)
        return None

    def parts(self, part=None):
        part = part or self.window()
        part.clear_cache()
        yield part
        for at in range(part.childCount):
            child = part.getChildAtIndex(at)
            if child is not None:
                yield from self.parts(child)

    def focused(self):
        try:
            return next((part for part in self.parts() if part.getState().contains(pyatspi.STATE_FOCUSED)), None)
        except Exception:
            return None

    def has(self, name):
        try:
            return any(name in (part.name or "") for part in self.parts())
        except Exception:
            return False

    def said(self):
        """What Orca has said since the last time this was asked."""
        text = LOG.read_text(errors="replace")[self.mark:]
        self.mark += len(text)
        said = []
        for line in text.splitlines():
            found = SPOKEN.search(line)
            words = found.group(1).strip() if found else ""
            if words and words not in ECHO:
                said.append(words)
        return said

    def hear(self, mark, seconds=1.2):
        """Notes what is said until there has been silence for a while; `mark` stands before it."""
        heard = []
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < seconds:
            time.sleep(0.1)
            new = self.said()
            if new:
                heard += new
                quiet_since = time.monotonic()
        self.lines += [f"{mark:>8}  {heard[0]}", *(f"{'':>8}  {line}" for line in heard[1:])] if heard else []
        return heard

    def title(self, title):
        self.lines.append(f"\n== {title}")

    def key(self, key, title=None, seconds=1.2):
        if title:
            self.title(title)
        subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
        return self.hear(key, seconds)

    def go(self, name, most=45, key="Tab"):
        """Presses Tab until the keyboard is on this part; everything on the way is heard."""
        heard = []
        for _ in range(most):
            now = self.focused()
            if now is not None and now.name == name:
                return heard + self.hear("", 0.4)
            heard += self.key(key, seconds=0.5)
        raise SystemExit(f"Tab never came to “{name}”")

    def press(self, name, title, key="Tab"):
        self.go(name, key=key)
        time.sleep(0.8)
        return self.key("Return", title=title)

    def wait(self, words, title, seconds=90):
        """Waits until something on the screen has these words, and hears what is said meanwhile."""
        if title:
            self.title(title)
        heard = []
        end = time.monotonic() + seconds
        while not self.has(words):
            heard += self.hear("", 0.3)
            if time.monotonic() > end:
                raise SystemExit(f"waited in vain for {words}")
        return heard + self.hear("")

    def opens(self):
        self.title("The window opens")
        return self.hear("", 2)

    def must(self, heard, *sentences, once=False):
        """Each of these was heard, in this order; with `once`, no more than once."""
        # The window's new name is said by the reader itself.
        heard = [line for line in heard if not line.endswith(" - Gentleback")]
        at = 0
        for sentence in sentences:
            plain = sentence.replace("**", "")
            found = next((index for index in range(at, len(heard)) if plain in heard[index]), None)
            if found is None:
                self.faults.append(f"not heard: {plain}")
            else:
                at = found
            if once and sum(plain in line for line in heard) > 1:
                self.faults.append(f"heard more than once: {plain}")

    def never_on_the_frame(self, heard):
        """The keyboard was on some part all the time: else Orca says the window's name."""
        self.faults += [f"the keyboard was on the frame: {line}" for line in heard if line.endswith(" frame")]

    def end(self):
        Walk.running = None
        for process in (self.program, self.orca):
            process.send_signal(signal.SIGTERM)
        for process in (self.program, self.orca):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        head = f"What Orca says: {self.name}\n"
        (SAID / f"{self.name.replace(' ', '-')}.txt").write_text(head + "\n".join(self.lines) + "\n")
        print(f"{self.name}: {len(self.lines)} lines, {len(self.faults)} faults", flush=True)
        for fault in self.faults:
            print(f"  {fault}", flush=True)
        return not self.faults


def signs_of(words, asked):
    """The signs of one list, in the order of the content file."""
    text = (words / "signs.ron").read_text()
    found = re.findall(r'text: "([^"]*)"(?:(?!text:).)*?asked: \[([^\]]*)\]', text, re.DOTALL)
    return [sign.replace("**", "") for sign, lists in found if asked in [name.strip() for name in lists.split(",")]]


SHORT = "(version: 1, lead_in_secs: Some(5), hold_secs: Some(3), release_secs: Some(3), breaths: Some(2), rounds: Some(2), screen_is_far: Some(false))"
WELCOMED = SHORT[:-1] + ', welcomed_version: Some("0.1.0"))'
NONE = "None of these"


def answer_lists(walk, words):
    """The four lists: question, every sign, both answers; then "None of these"."""
    for asked in ("EmergencyList", "UrgentList", "TalkFirstList", "TodayList"):
        walk.title(asked)
        heard = walk.last + walk.go(NONE)
        walk.must(heard, *signs_of(words, asked), "One or more, or not sure", NONE)
        time.sleep(0.8)
        walk.last = walk.key("Return", title=f"{asked} answered")


def session():
    """From the first window to the end of a session, with this computer's screen reader speaking."""
    walk, words = Walk("a whole session", SHORT), PLACE / "words"
    heard = walk.opens()
    walk.must(heard, "Before you begin", once=True)
    walk.press("My screen reader", "Who speaks is answered")
    walk.press("I understand", "The welcome is understood")
    heard = walk.press("Begin a session", "A session begins")
    walk.must(heard, "Have you talked to a professional?", once=True)
    walk.last = walk.press("Yes", "A professional was asked")
    walk.must(walk.last, "Do you have any of these emergency signs right now?", once=True)
    answer_lists(walk, words)
    walk.must(walk.last, "How much does your back ache right now?", once=True)
    heard = walk.press("2 of 10", "The ache is said")
    walk.must(heard, "Warm up first", once=True)
    walk.press("I already walked 5 minutes", "Walked already")
    heard = walk.press("Choose a position", "The warm-up is over")
    walk.must(heard, "Which position feels steady?", once=True)
    heard = walk.press("Choose: On your back", "The position is chosen")
    walk.must(heard, "Stand by a steady chair", once=True)
    heard = walk.press("I am in place", "In place")
    walk.must(heard, "Settle in", once=True)
    heard = walk.press("2 of 10", "The ache once more")
    heard = walk.wait("Begin", "Settling and switching the core on", 90)
    walk.must(heard, "Draw your belly button in", once=True)
    walk.must(heard, "Firm your low back", once=True)
    walk.must(heard, "Take off your rings", once=True)
    heard = walk.press("Begin", "The first round")
    heard += walk.wait("Is anything new", None, 90)
    for once in ("Left palm down", "Tuck your tail", "Hold. Breathe out slowly", "Let go, bit by bit", "Is anything new, or worse"):
        walk.must(heard, once, once=True)
    heard = walk.press("No, the same or better", "The check-in is answered")
    heard = walk.press("That’s enough. Rest, then get up slowly", "Enough")
    heard = walk.press("Get up, step by step", "The way up")
    heard = walk.press("I am up", "Up again")
    heard = walk.press("Eased", "It eased")
    walk.press("Done", "Done")
    return walk.end()


def stop():
    """Stop in a press, what follows, and the emergency card."""
    walk, words = Walk("stop and the emergency card", WELCOMED), PLACE / "words"
    walk.opens()
    walk.press("My screen reader", "Who speaks is answered")
    walk.press("Begin a session", "A session begins")
    walk.last = walk.press("Yes", "A professional was asked")
    answer_lists(walk, words)
    walk.press("2 of 10", "The ache is said")
    walk.press("I already walked 5 minutes", "Walked already")
    walk.press("Choose a position", "The warm-up is over")
    walk.press("Choose: On your back", "The position is chosen")
    walk.press("I am in place", "In place")
    walk.press("2 of 10", "The ache once more")
    walk.wait("Begin", "Settling and switching the core on", 90)
    walk.press("Begin", "The first round")
    walk.go("Stop")
    heard = walk.key("Return", title="Stop", seconds=6)
    walk.must(heard, "Let go", once=True)
    walk.wait("I have let go", None, 30)
    walk.press("I have let go", "I have let go")
    walk.press("Sharp or shooting pain", "What happened")
    heard = walk.go("One or more, or not sure")
    walk.must(walk.last + heard, *signs_of(words, "EmergencyList"), "One or more, or not sure")
    heard = walk.press("One or more, or not sure", "A sign")
    walk.must(heard, "Get emergency help now", once=True)
    for _ in range(12):
        walk.key("Tab")
    return walk.end()


def pages():
    """Settings and the sheet, by Tab alone."""
    walk = Walk("settings and the sheet", WELCOMED)
    walk.opens()
    walk.press("My screen reader", "Who speaks is answered")
    heard = walk.press("Settings", "Settings")
    walk.must(heard, "Settings", once=True)
    for _ in range(90):
        walk.key("Tab", seconds=0.5)
        now = walk.focused()
        if now is not None and now.name == "Reset settings":
            break
    heard = walk.key("Return", title="A question over the page")
    walk.must(heard, "Reset all settings?", once=True)
    walk.never_on_the_frame(heard)
    heard = walk.key("Escape", title="Esc puts it away")
    walk.must(heard, "Reset settings", once=True)
    walk.never_on_the_frame(heard)
    walk.key("F6", title="To the sidebar")
    walk.press("Summary sheet", "The sheet", key="shift+Tab")
    for _ in range(25):
        walk.key("Tab", seconds=0.5)
    return walk.end()


WALKS = {"session": session, "stop": stop, "pages": pages}

if __name__ == "__main__":
    prepare()
    good = True
    for name in sys.argv[2:] or WALKS:
        try:
            good &= WALKS[name]()
        except (SystemExit, Exception) as why:
            if Walk.running is None:
                print(f"{name}: {why!r}", flush=True)
            else:
                Walk.running.faults.append(str(why))
                Walk.running.end()
            good = False
    sys.exit(0 if good else 1)
