#!/usr/bin/env python3
"""The summary sheet by its usual alternatives, beside this program, in one run: time of a fresh process, and bytes.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install weasyprint typst
    cargo build --release && /tmp/peers/bin/python tools/sheet-peers.py target/release/gentleback

The words come from content/en/sheet.ron and the figures from `gentleback figures`, so that all three set the same page:
title, band, four figures in cards, five boxes, eight points, two lists of signs, a table, lines to write on. WeasyPrint
gets it as HTML, Typst as its own markup, both tagged as far as they can. Each is a fresh process, as a person who
presses a button would start it; a library that is loaded already is measured too. Processor time counts where others use the
machine as well: wall time then tells of them.
"""

import html
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

TIMES = 15
ROOT = pathlib.Path(__file__).resolve().parent.parent
FIGURES = ["back-set-up", "side-set-up", "four-set-up", "wall-set-up"]


def words():
    """Every quoted text of the words' file, in order, with the numbers of a usual round."""
    text = (ROOT / "content/en/sheet.ron").read_text()
    text = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("//"))
    values = {"n": "1", "ramp": "3", "hold": "5", "release": "4", "breaths": "3", "rounds": "3", "day": "22", "month": "Nov", "year": "2026"}
    fill = lambda t: re.sub(r"\{(\w+)\}", lambda m: values.get(m[1], ""), t)

    def part(name, end):
        return text[text.index(name + ":"):text.index(end + ":")]

    field = lambda name, t: [fill(m) for m in re.findall(name + r':\s*"([^"]*)"', t)]
    listed = lambda name, t: re.findall(r'"([^"]*)"', re.search(name + r":\s*\[(.*?)\]", t, re.S)[1])
    points, signs = part("points", "stop"), part("emergency", "log")
    return {
        "title": field("title", text)[0], "banner": field("banner", text)[0],
        "cards": list(zip(field(" name", part("positions", "round")), field("tagline", text), field("picture", text))),
        "boxes": list(zip(field("name", part("round", "points")), field("what", part("round", "points")))),
        "headings": field("heading", text), "points": list(zip(field("lead", points), field("rest", points))),
        "stop": listed("signs", part("stop", "emergency")), "emergency": listed("signs", signs), "then": field("then", text),
        "days": listed("days", text), "rows": listed("rows", text), "key": field("key", text)[0],
        "phone": field("phone", text)[0], "questions": field("questions", text)[0], "note": field("note", part("footer", "months"))[0],
        "made": field("made", text)[0],
    }


FONT = "Atkinson Hyperlegible Next"


def as_html(w, figures):
    e = html.escape
    cards = "".join(f'<li><img src="{f}" alt="{e(p)}"><b>{e(n)}</b><br>{e(t)}</li>' for f, (n, t, p) in zip(figures, w["cards"]))
    boxes = "".join(f"<li><b>{e(n)}</b><br>{e(t)}</li>" for n, t in w["boxes"])
    points = "".join(f"<li><b>{e(a)}</b> {e(b)}</li>" for a, b in w["points"])
    ticks = lambda items: "".join(f"<li>{e(i)}</li>" for i in items)
    head = "".join(f"<th>{e(d)}</th>" for d in w["days"])
    rows = "".join(f"<tr><th>{e(r)}</th>{'<td></td>' * 7}</tr>" for r in w["rows"])
    faces = "".join(
        f"@font-face{{font-family:'{FONT}';font-weight:{weight};src:url('{(ROOT / f'assets/fonts/AtkinsonHyperlegibleNext-{weight}.ttf').as_uri()}')}}"
        for weight in (400, 600, 750)
    )
    return f"""<!doctype html><html lang=en><meta charset=utf-8><title>{e(w['title'])}</title><style>{faces}
@page{{size:A4;margin:10mm 13mm}} body{{font:9.5pt/1.25 '{FONT}';margin:0}} b,th{{font-weight:600}} h1{{font-size:24pt;margin:0}}
h2{{font-size:12pt;margin:6pt 0 3pt}} .band{{background:#17646a;color:#fff;border-radius:7pt;padding:7pt;font-weight:600}}
ul,ol{{margin:0;padding:0}} .row{{display:flex;gap:6pt;list-style:none}} .row li{{flex:1;border:.75pt solid #6f8280;border-radius:6pt;padding:4pt}}
.row img{{display:block;height:62pt;width:100%;object-fit:contain}} .two{{display:flex;gap:12pt}} .two>*{{flex:1}}
.signs{{border:1.5pt solid #b3261e;border-radius:8pt;padding:7pt}} .signs ul{{list-style:square inside}} table{{width:100%;border-collapse:collapse}}
td{{border:.75pt solid #6f8280;height:18pt}} .line{{border-bottom:.75pt solid #6f8280;height:20pt}} ol{{padding-left:14pt}}</style>
<h1>{e(w['title'])}</h1><p class=band>{e(w['banner'])}</p><h2>{e(w['headings'][0])}</h2><ul class=row>{cards}</ul>
<h2>{e(w['headings'][1])}</h2><ul class=row>{boxes}</ul><div class=two><section><h2>{e(w['headings'][2])}</h2><ol>{points}</ol>
<h2>{e(w['phone'])}</h2><div class=line></div></section><section class=signs><h2>{e(w['headings'][3])}</h2><ul>{ticks(w['stop'])}</ul>
<b>{e(w['then'][0])}</b><h2>{e(w['headings'][4])}</h2><ul>{ticks(w['emergency'])}</ul><b>{e(w['then'][1])}</b></section></div>
<h2>{e(w['headings'][5])} <small>{e(w['key'])}</small></h2><table><tr><td style=border:0></td>{head}</tr>{rows}</table>
<h2>{e(w['questions'])}</h2><div class=line></div><p>{e(w['note'])} {e(w['made'])}</p></html>"""


def as_typst(w, figures):
    q = lambda t: '"' + t.replace("\\", "\\\\").replace('"', '\\"') + '"'
    box = lambda body: f"box(width: 100%, inset: 4pt, radius: 6pt, stroke: .75pt + rgb(\"6f8280\"), {body})"
    cards = ",".join(
        box(f'[#image({q(pathlib.Path(f).name)}, height: 62pt, width: 100%, fit: "contain", alt: {q(p)}) #strong({q(n)}) \\ #text({q(t)})]')
        for f, (n, t, p) in zip(figures, w["cards"])
    )
    boxes = ",".join(box(f"[#strong({q(n)}) \\ #text({q(t)})]") for n, t in w["boxes"])
    points = ",".join(f"[#strong({q(a)}) #text({q(b)})]" for a, b in w["points"])
    ticks = lambda items: "list(" + ",".join(f"text({q(i)})" for i in items) + ")"
    head = ",".join(f"strong({q(d)})" for d in [""] + w["days"])
    rows = ",".join(f"text({q(r)})," + ",".join(["[]"] * 7) for r in w["rows"])
    h = lambda t: f"heading(level: 2, {q(t)})"
    return f"""#set document(title: {q(w['title'])})
#set page(paper: "a4", margin: (x: 13mm, y: 10mm))
#set text(font: {q(FONT)}, size: 9.5pt, lang: "en")
#heading(level: 1, text(size: 24pt, {q(w['title'])}))
#block(width: 100%, fill: rgb("17646a"), radius: 7pt, inset: 7pt, text(fill: white, weight: 600, {q(w['banner'])}))
#{h(w['headings'][0])}
#grid(columns: (1fr,) * 4, gutter: 6pt, {cards})
#{h(w['headings'][1])}
#grid(columns: (1fr,) * 5, gutter: 6pt, {boxes})
#grid(columns: (1fr, 1fr), gutter: 12pt, [#{h(w['headings'][2])} #enum({points}) #{h(w['phone'])} #v(18pt) #line(length: 100%)],
  block(width: 100%, inset: 7pt, radius: 8pt, stroke: 1.5pt + rgb("b3261e"), [#{h(w['headings'][3])} #{ticks(w['stop'])} #strong({q(w['then'][0])})
  #{h(w['headings'][4])} #{ticks(w['emergency'])} #strong({q(w['then'][1])})]))
#{h(w['headings'][5])} #text({q(w['key'])})
#table(columns: (1fr,) * 8, table.header({head}), {rows})
#{h(w['questions'])} #v(18pt) #line(length: 100%)
#text(size: 8pt, {q(w['note'] + ' ' + w['made'])})
"""


WEASY = "import weasyprint,sys; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
TYPST = "import typst,sys; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], pdf_standards=['ua-1'])"
WARM = """
import sys, time, statistics
{setup}
times = []
for _ in range({times}):
    start = time.process_time(); {work}; times.append(time.process_time() - start)
print(statistics.median(times[1:]) * 1000)
"""


def fresh(command, out):
    """Least wall time, median processor time, bytes."""
    walls, cpus = [], []
    for _ in range(TIMES):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        walls.append((time.perf_counter() - start) * 1000)
        cpus.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    return min(walls), statistics.median(cpus), out.stat().st_size


def warm(setup, work, arguments):
    script = WARM.format(setup=setup, work=work, times=TIMES)
    done = subprocess.run([sys.executable, "-c", script, *arguments], check=True, capture_output=True, text=True)
    return f"{float(done.stdout):.1f} ms"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    here = pathlib.Path(tempfile.mkdtemp())
    subprocess.run([program, "figures", "--out", str(here), "--theme", "light"], check=True, stdout=subprocess.DEVNULL)
    figures = [next(here.glob(f"*{name}*.svg")) for name in FIGURES]
    w = words()
    page, markup = here / "sheet.html", here / "sheet.typ"
    page.write_text(as_html(w, [figure.as_uri() for figure in figures]))
    markup.write_text(as_typst(w, [str(figure) for figure in figures]))
    ours, weasy, typst = here / "ours.pdf", here / "weasyprint.pdf", here / "typst.pdf"
    fonts = str(ROOT / "assets/fonts")
    runs = [
        ("this program", [program, "sheet", "--out", str(ours), "--paper", "a4"], ours, lambda: "see `sheet_cost`"),
        ("Typst (PyPI)", [sys.executable, "-c", TYPST, str(markup), str(typst), fonts], typst,
         lambda: warm("import typst",
                      "typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], pdf_standards=['ua-1'])", [str(markup), str(typst), fonts])),
        ("WeasyPrint (PyPI)", [sys.executable, "-c", WEASY, str(page), str(weasy)], weasy,
         lambda: warm("import weasyprint", "weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')", [str(page), str(weasy)])),
    ]
    print("| by | fresh process, least wall time | processor time, median | again in the same process, processor time | bytes |\n|---|---|---|---|---|")
    for name, command, out, again in runs:
        least, processor, size = fresh(command, out)
        print(f"| {name} | {least:.1f} ms | {processor:.1f} ms | {again()} | {size:,} |")
    print(f"\nfiles: {here}", file=sys.stderr)


main()
