#!/usr/bin/env python3
"""Sends random clicks, keys, resizes, scale changes and focus losses to the real window, and says what came of it.

    tools/monkey.py PROGRAM [--seed 1] [--events 10000] [--pace 0.01]

It starts a screen of its own (Xvfb) and a home of its own, so nothing of the tester's is touched, and takes every
program but PROGRAM out of reach, so that "Open in viewer" and its like find nobody. A seed gives the same events again.
After every few events the window is asked whether it still hears (_NET_WM_PING); how long that takes is the time that it
stood still. Needs Xvfb, Mesa's software OpenGL, libX11 and libXtst. Ends with 1 if something broke.
"""

import argparse
import ctypes
import ctypes.util
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

KEYS = ["Tab", "Return", "Escape", "space", "Up", "Down", "Left", "Right", "Home", "End", "Prior", "Next", "F1", "F5",
        "F11", "BackSpace", "Delete", "slash", "plus", "minus", *"0123456789abcdefghijklmnopqrstuvwxyz"]
HELD = ["Control_L", "Shift_L", "Alt_L"]
SIZES = [(480, 560), (640, 560), (720, 600), (1020, 700), (1180, 780), (1366, 740), (1900, 1000)]
DPIS = [72, 96, 120, 144, 192]
SETTLE_SECS = 3.0
STILL_SECS = 1.0  # longer than this is standing still
PING_EVERY = 20
GONE_SECS = 60.0


class Data(ctypes.Structure):
    _fields_ = [("l", ctypes.c_long * 5)]


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", Data)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("client", ClientMessage), ("pad", ctypes.c_long * 24)]


def library(name):
    found = ctypes.util.find_library(name)
    if not found:
        sys.exit(f"lib{name} is not installed.")
    return ctypes.CDLL(found)


class Screen:
    """A screen of its own, and the hand on its mouse and keyboard."""

    CLIENT_MESSAGE, NOTIFY, REPLACE = 33, 1 << 19, 0

    def __init__(self):
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "+extension", "GLX"]
        self.server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        self.name = ":" + os.fdopen(read).readline().strip()
        self.x, self.test = library("X11"), library("Xtst")
        for call in ("XOpenDisplay", "XDefaultRootWindow", "XInternAtom", "XStringToKeysym"):
            getattr(self.x, call).restype = ctypes.c_void_p if call == "XOpenDisplay" else ctypes.c_ulong
        # A window that has just gone is no reason to end.
        self.handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.handler)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(self.name.encode()))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.x.XSelectInput(self.display, self.root, ctypes.c_long(self.NOTIFY))

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def window(self, title="Gentleback"):
        """The shown window of this title, or of a page of it."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children, name = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_char_p()
        self.x.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                          ctypes.byref(count))
        for index in range(count.value):
            window = ctypes.c_ulong(children[index])
            if self.x.XFetchName(self.display, window, ctypes.byref(name)) and (name.value == title.encode() or
                                                                                      name.value.endswith(b" - " + title.encode())):
                return window
        return None

    def ping(self, window):
        """Seconds until the window answers; None if it does not within a minute."""
        event = Event()
        event.client.type, event.client.window, event.client.format = self.CLIENT_MESSAGE, window.value, 32
        event.client.message_type = self.atom("WM_PROTOCOLS")
        stamp = int(time.monotonic() * 1000) & 0x7FFFFFFF
        event.client.data.l[0], event.client.data.l[1] = self.atom("_NET_WM_PING"), stamp
        event.client.data.l[2] = window.value
        self.x.XSendEvent(self.display, window, 0, ctypes.c_long(0), ctypes.byref(event))
        self.x.XSync(self.display, 0)
        began = time.monotonic()
        while time.monotonic() - began < GONE_SECS:
            while self.x.XPending(self.display):
                self.x.XNextEvent(self.display, ctypes.byref(event))
                if event.type == self.CLIENT_MESSAGE and event.client.data.l[1] == stamp:
                    return time.monotonic() - began
            time.sleep(0.002)
        return None

    def move(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, x, y, ctypes.c_ulong(0))

    def button(self, number, down):
        self.test.XTestFakeButtonEvent(self.display, number, down, ctypes.c_ulong(0))

    def key(self, name, down):
        code = self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(self.x.XStringToKeysym(name.encode()))) & 0xFF
        if code:
            self.test.XTestFakeKeyEvent(self.display, code, down, ctypes.c_ulong(0))

    def focus(self, window):
        self.x.XSetInputFocus(self.display, window or self.root, 2, ctypes.c_ulong(0))

    def resize(self, window, width, height):
        self.x.XResizeWindow(self.display, window, width, height)

    def scale(self, dpi):
        text = f"Xft.dpi:\t{dpi}\n".encode()
        self.x.XChangeProperty(self.display, self.root, ctypes.c_ulong(self.atom("RESOURCE_MANAGER")), ctypes.c_ulong(31), 8,
                               self.REPLACE, text, len(text))

    def flush(self):
        self.x.XFlush(self.display)

    def end(self):
        self.server.kill()
        self.server.wait()


class Monkey:
    """One event after the other, as the seed says."""

    def __init__(self, screen, seed):
        self.screen, self.chance = screen, random.Random(seed)
        self.size, self.told = SIZES[4], {}

    def do(self, window):
        chance = self.chance
        kind = chance.choices(["click", "key", "type", "wheel", "drag", "resize", "scale", "focus"],
                              [45, 25, 5, 12, 4, 3, 1, 5])[0]
        self.told[kind] = self.told.get(kind, 0) + 1
        place = lambda: (chance.randrange(self.size[0]), chance.randrange(self.size[1]))
        getattr(self, kind)(window, place)
        self.screen.flush()

    def click(self, _window, place):
        self.screen.move(*place())
        for down in (1, 0):
            self.screen.button(1, down)

    def key(self, _window, _place):
        held = [name for name in HELD if self.chance.random() < 0.1]
        name = self.chance.choice(KEYS)
        for step in held:
            self.screen.key(step, 1)
        self.screen.key(name, 1)
        self.screen.key(name, 0)
        for step in held:
            self.screen.key(step, 0)

    def type(self, _window, _place):
        for name in self.chance.choices(KEYS[-36:], k=self.chance.randrange(1, 12)):
            self.screen.key(name, 1)
            self.screen.key(name, 0)

    def wheel(self, _window, place):
        self.screen.move(*place())
        number = self.chance.choice([4, 5])
        for _ in range(self.chance.randrange(1, 8)):
            self.screen.button(number, 1)
            self.screen.button(number, 0)

    def drag(self, _window, place):
        self.screen.move(*place())
        self.screen.button(1, 1)
        self.screen.move(*place())
        self.screen.button(1, 0)

    def resize(self, window, _place):
        self.size = self.chance.choice(SIZES)
        self.screen.resize(window, *self.size)

    def scale(self, _window, _place):
        self.screen.scale(self.chance.choice(DPIS))

    def focus(self, window, _place):
        self.screen.focus(None)
        self.screen.flush()
        time.sleep(0.05)
        self.screen.focus(window)


class Program:
    """The program in a home of its own, started again where it was closed."""

    def __init__(self, path, screen, home):
        self.path, self.screen, self.home, self.ends = path, screen, pathlib.Path(home), []
        nothing = self.home / "no-programs"
        nothing.mkdir()
        self.environment = {
            "HOME": home, "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data", "XDG_RUNTIME_DIR": home,
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home}/no-bus", "PATH": str(nothing), "TMPDIR": home,
            "LIBGL_ALWAYS_SOFTWARE": "1", "RUST_BACKTRACE": "0", "DISPLAY": screen.name}
        self.start()

    def start(self):
        self.process = subprocess.Popen([self.path], env=self.environment, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        began, self.window = time.monotonic(), None
        while self.window is None and time.monotonic() - began < GONE_SECS and self.process.poll() is None:
            time.sleep(0.05)
            self.window = self.screen.window()
        if self.window is None:
            sys.exit("There was no window.")
        time.sleep(SETTLE_SECS)
        self.screen.focus(self.window)
        self.screen.flush()

    def is_there(self):
        """Whether it runs; one that ended is started again, and how it ended is kept."""
        if self.process.poll() is None:
            return True
        self.ends.append(self.process.returncode)
        self.start()
        return False

    def own_kib(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1])
        return 0

    def faults(self):
        return sorted(self.home.glob("data/gentleback/fault-*.txt"))


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("program")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--events", type=int, default=10_000)
    asked.add_argument("--pace", type=float, default=0.01, help="seconds between two events")
    asked = asked.parse_args()
    screen = Screen()
    with tempfile.TemporaryDirectory() as home:
        program = Program(os.path.abspath(asked.program), screen, home)
        monkey, waits, memory, gone = Monkey(screen, asked.seed), [], [], 0
        try:
            for number in range(asked.events):
                if not program.is_there():
                    memory.clear()
                monkey.do(program.window)
                time.sleep(asked.pace)
                if number % PING_EVERY == 0:
                    wait = screen.ping(program.window)
                    if wait is None:
                        gone += program.process.poll() is None
                    else:
                        waits.append(wait)
                if number % 500 == 0:
                    memory.append(program.own_kib())
            time.sleep(SETTLE_SECS)
            memory.append(program.own_kib() if program.process.poll() is None else 0)
            faults = program.faults()
            for fault in faults:
                print(fault.read_text())
        finally:
            program.process.kill()
            program.process.wait()
            screen.end()
    still = [wait for wait in waits if wait > STILL_SECS]
    waits.sort()
    course = memory[:: max(1, len(memory) // 10)]
    print(f"seed {asked.seed}: {asked.events} events {dict(sorted(monkey.told.items()))}")
    print(f"  faults {len(faults)}, ends {program.ends}, no answer within a minute {gone}")
    print(f"  answer after: median {waits[len(waits) // 2] * 1e3:.0f} ms, longest {waits[-1] * 1e3:.0f} ms, "
          f"stood still {len(still)} times for {sum(still):.1f} s in all")
    print(f"  memory of its own, KiB: {' '.join(map(str, course))}, {memory[-1]} at the end")
    return 1 if faults or gone or still or any(program.ends) else 0


if __name__ == "__main__":
    sys.exit(main())
