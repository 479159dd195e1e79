"""Speaks every line and packs the recordings. Started by tools/record-voice, which fetches what it needs.

    record-voice.py LANGUAGE CACHE LINES OUT [--all]

LINES has one sentence a line. OUT/voice.ron says which sentence lies where in OUT/voice.pack; src/sound/recordings.rs
reads both. A sentence that is in OUT already is kept as it is, unless --all is given.
"""
import json
import re
import struct
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np
import onnxruntime

RATE = 24_000
LOUDNESS = 0.13       # of what is spoken, without its pauses; of full scale
PEAK = 0.75           # what is louder is pressed together softly; the rest is left to the encoder's overshoot
KNEE = 0.45
# How each language is spoken. Slower than everyday speech, for a listener at two metres. QUALITY is oggenc's: 2 is about
# 40 kbit/s; what is not the language of most people weighs less.
LANGUAGES = {
    "en": {"kokoro": "af_heart", "espeak": "en-us", "speed": 0.86, "quality": "2"},
    "es": {"kokoro": "ef_dora", "espeak": "es", "speed": 0.9, "quality": "0"},
    "fr": {"pico": "fr-FR", "speed": 0.88, "quality": "-1"},
    "de": {"pico": "de-DE", "speed": 1.0, "quality": "-1"},
}
# What espeak-ng's phonemes are called in Kokoro's alphabet; longest first.
NAMES = {
    "en": {
        "ʔˌn\u0329": "ʔn", "ʔn\u0329": "ʔn", "a^ɪ": "I", "a^ʊ": "W", "d^ʒ": "ʤ", "e^ɪ": "A", "e": "A", "t^ʃ": "ʧ",
        "ɔ^ɪ": "Y", "ə^l": "ᵊl", "ʲo": "jo", "ʲə": "jə", "ʲ": "", "ɚ": "əɹ", "r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə",
        "ɬ": "l", "\u0303": "",
    },
    "others": {
        "a^ɪ": "I", "a^ʊ": "W", "d^z": "ʣ", "d^ʒ": "ʤ", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q", "s^s": "S", "t^s": "ʦ",
        "t^ʃ": "ʧ", "ɔ^ɪ": "Y", "^": "", "-": "",
    },
}
AMERICAN = [("o^ʊ", "O"), ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("ː", ""), ("o", "ɔ"), ("ɾ", "T"), ("ʔ", "t"), ("^", "")]


def phonemes(text, language):
    """A sentence in Kokoro's alphabet; its punctuation stays, because the melody follows it."""
    names = sorted(NAMES["en" if language == "en" else "others"].items(), key=lambda pair: -len(pair[0]))
    text = re.sub("[“”«»„¿¡\u00a0\u202f]", lambda mark: " " if mark[0].isspace() else "", text.replace("’", "'"))
    out = ""
    for part in re.split(r"([.,;:?!…])", text):
        if re.fullmatch(r"[.,;:?!…]", part):
            out += part
        elif part.strip():
            said = ["espeak-ng", "-q", "--ipa", "--tie=^", "-v", LANGUAGES[language]["espeak"], part.strip()]
            ipa = " ".join(subprocess.run(said, capture_output=True, text=True, check=True).stdout.split())
            # It marks a word that it takes for another language's.
            ipa = re.sub(r"\([a-z-]+\)", "", ipa)
            for espeak, kokoro in names:
                ipa = ipa.replace(espeak, kokoro)
            if language == "en":
                ipa = re.sub(r"(\S)\u0329", r"ᵊ\1", ipa).replace("\u0329", "")
                for espeak, kokoro in AMERICAN:
                    ipa = ipa.replace(espeak, kokoro)
                # espeak-ng writes "on the" as one word, and an r at the seam of two twice.
                ipa = ipa.replace("nðə ", "n ðə ").replace("ɹɹ", "ɹ")
            out += (" " if out else "") + ipa
    return out


class Kokoro:
    """Kokoro-82M: a small network that speaks several languages."""

    def __init__(self, cache, language):
        self.language, self.speed = language, LANGUAGES[language]["speed"]
        self.model = onnxruntime.InferenceSession(str(cache / "kokoro.onnx"), providers=["CPUExecutionProvider"])
        self.alphabet = json.loads((cache / "vocab.json").read_text())["vocab"]
        style = LANGUAGES[language]["kokoro"]
        self.styles = np.fromfile(cache / f"{style}.bin", dtype=np.float32).reshape(-1, 256)

    def say(self, text):
        spoken = phonemes(text, self.language)
        unknown = sorted({letter for letter in spoken if letter not in self.alphabet})
        assert not unknown, f"{text!r}: no sound for {unknown} in {spoken!r}"
        tokens = [self.alphabet[letter] for letter in spoken]
        given = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self.styles[len(tokens) - 1].reshape(1, 256),
            "speed": np.array([self.speed], dtype=np.float32),
        }
        return shape(self.model.run(None, given)[0].ravel())


class Pico:
    """SVOX Pico: quick, and speaks German, which Kokoro does not."""

    def __init__(self, cache, language):
        self.cache, self.language, self.speed = cache, LANGUAGES[language]["pico"], LANGUAGES[language]["speed"]

    def say(self, text):
        text = re.sub("[“”„«»\u00a0\u202f]", lambda mark: " " if mark[0].isspace() else "", text)
        spoken = f"<speed level='{self.speed * 100:.0f}'>{text.replace('&', '&amp;')}</speed>"
        with tempfile.TemporaryDirectory() as folder:
            pico, wav = Path(folder) / "pico.wav", Path(folder) / "a.wav"
            subprocess.run([str(self.cache / "pico2wave"), "-l", self.language, "-w", str(pico), spoken], check=True)
            subprocess.run(["sox", "-v", "0.9", str(pico), "-r", str(RATE), "-b", "16", str(wav)], check=True)
            with wave.open(str(wav)) as read:
                samples = np.frombuffer(read.readframes(read.getnframes()), dtype="<i2")
        # Its silence is without any noise, and an f at the end of a word is hardly louder.
        return shape(samples / 32768.0, silent=0.01)


def shape(samples, silent=0.02):
    """Cuts off the silence, quieter than this share of the loudest sound, brings the voice to one loudness, and softens both ends."""
    frame = RATE // 100
    power = np.array([np.sqrt(np.mean(samples[at:at + frame] ** 2)) for at in range(0, len(samples) - frame, frame)])
    spoken = np.flatnonzero(power > power.max() * silent)
    first, last = max(0, spoken[0] - 1) * frame, min(len(power), spoken[-1] + 7) * frame
    samples = samples[first:last].astype(np.float64)
    level = np.sqrt(np.mean(power[power > power.max() * 0.1] ** 2))
    samples *= LOUDNESS / level
    loud = np.abs(samples) > KNEE
    samples[loud] = np.sign(samples[loud]) * (KNEE + (PEAK - KNEE) * np.tanh((np.abs(samples[loud]) - KNEE) / (PEAK - KNEE)))
    rise, fall = RATE // 200, RATE // 25
    samples[:rise] *= np.linspace(0, 1, rise)
    samples[-fall:] *= np.linspace(1, 0, fall)
    return samples


def packets(samples, quality):
    """The Vorbis packets of a recording: the three headers first."""
    with tempfile.TemporaryDirectory() as folder:
        wav, ogg = Path(folder) / "a.wav", Path(folder) / "a.ogg"
        with wave.open(str(wav), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes((samples * 32767).round().astype("<i2").tobytes())
        subprocess.run(["oggenc", "--quiet", "--discard-comments", "-q", quality, "-o", str(ogg), str(wav)], check=True)
        data = ogg.read_bytes()
    found, open_packet, at = [], b"", 0
    while at < len(data):
        assert data[at:at + 4] == b"OggS"
        lengths = data[at + 27:at + 27 + data[at + 26]]
        at += 27 + len(lengths)
        for length in lengths:
            open_packet += data[at:at + length]
            at += length
            if length < 255:
                found.append(open_packet)
                open_packet = b""
    return found


def framed(packet):
    return struct.pack("<H", len(packet)) + packet


def known(out, wanted):
    """What there is already: the headers, and for each wanted sentence its bytes and its length."""
    listed, pack = out / "voice.ron", out / "voice.pack"
    if not listed.exists() or not pack.exists():
        return None, {}
    data = pack.read_bytes()
    entries = re.findall(r'\(text: ("(?:[^"\\]|\\.)*"), at: (\d+), bytes: (\d+), samples: (\d+)\)', listed.read_text())
    kept = {json.loads(text): (data[int(at):int(at) + int(size)], int(length)) for text, at, size, length in entries}
    first = min((int(at) for _, at, _, _ in entries), default=0)
    return data[:first], {text: recording for text, recording in kept.items() if text in wanted}


def main(language, cache, lines, out, *options):
    cache, out = Path(cache), Path(out)
    wanted = sorted(set(filter(None, Path(lines).read_text().splitlines())))
    headers, recordings = (None, {}) if "--all" in options else known(out, set(wanted))
    missing = [text for text in wanted if text not in recordings]
    print(f"{len(wanted)} sentences, {len(missing)} to record")
    speaker = Pico if "pico" in LANGUAGES[language] else Kokoro
    voice = speaker(cache, language) if missing else None
    for number, text in enumerate(missing, 1):
        samples = voice.say(text)
        ident, _, setup, *sound = packets(samples, LANGUAGES[language]["quality"])
        its_headers = framed(ident) + framed(setup)
        headers = headers or its_headers
        assert headers == its_headers, "another encoder than before: use --all"
        recordings[text] = (b"".join(map(framed, sound)), len(samples))
        print(f"{number}/{len(missing)}  {len(samples) / RATE:5.2f} s  {text}", flush=True)
    pack, entries = headers, []
    for text in wanted:
        data, length = recordings[text]
        entries.append(f"    (text: {json.dumps(text, ensure_ascii=False)}, at: {len(pack)}, bytes: {len(data)}, samples: {length}),\n")
        pack += data
    out.mkdir(parents=True, exist_ok=True)
    (out / "voice.pack").write_bytes(pack)
    heading = "// Which sentence lies where in voice.pack. Made by tools/record-voice; do not edit.\n"
    (out / "voice.ron").write_text(heading + "[\n" + "".join(entries) + "]\n")
    total = sum(length for _, length in recordings.values()) / RATE
    print(f"{len(entries)} recordings, {total:.0f} s, {len(pack) / 1e6:.2f} MB")


main(*sys.argv[1:])
