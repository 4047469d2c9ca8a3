"""The page beside Cytoscape.js on the same graph: until it is ready, and how many frames a second while it is panned.

Both get the same places for the actors, so that neither is charged for a layout. `make bench`; needs Chromium, and npm
once for Cytoscape.js.
"""

import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import browser
import worlds
from actorgraph.commands import paging, scenes
from actorgraph.drawing import viewer

SIZES = ((45, 300), (1250, 5000))
VERSION = "3.34.4"
TYPES = ("attack", "support", "cooperation", "enmity", "recruits-from")
# For two and a half seconds, a step of the pan a frame: how many frames came.
FRAMES = """step => new Promise(done => { let frames = 0; const begun = performance.now(); const act = eval_(step);
const next = now => { frames += 1; act(frames); if (now - begun > 2500) done(1000 * frames / (now - begun));
else requestAnimationFrame(next); }; requestAnimationFrame(next); })"""
OURS = """frames => document.getElementById('picture').dispatchEvent(new PointerEvent(
frames === 1 ? 'pointerdown' : 'pointermove', {bubbles: true, pointerId: 1,
clientX: 300 + 9 * (frames % 40), clientY: 500 - 3 * (frames % 40)}))"""
THEIRS = "frames => cy.panBy({x: frames % 40 < 20 ? 9 : -9, y: frames % 40 < 20 ? -3 : 3})"


def record(actors: int, ties: int) -> Any:
    """A made-up record: few actors have many ties, most have few."""
    dice = random.Random(7)  # noqa: S311  # a bench, no secret
    names = [f"actor-{number}" for number in range(actors)]
    pairs = set()
    while len(pairs) < ties:
        one, other = names[int(actors * dice.random() ** 2)], names[dice.randrange(actors)]
        if one != other:
            pairs.add((one, dice.choice(TYPES), other))
    rows = [
        {
            "from": a, "type": type_, "to": b, "when": f"{2000 + number % 20}/",
            "evidence": [{"source": "s", "at": f"p{number}", "gist": "what the report says"}],
        }
        for number, (a, type_, b) in enumerate(sorted(pairs))
    ]  # fmt: skip
    world = {"actors": dict.fromkeys(names), "sources": {"s": {"author": "An Author", "published": "2021"}}}
    return worlds.view(worlds.loaded(world, rows))


def cytoscape(found: Any, scene: Any, drawn: Any, script: str) -> str:
    """The same actors at the same places, the same lines, in the other library's page."""
    at = {
        id_.replace("&#45;", "-"): (float(x), float(y))
        for id_, x, y in re.findall(
            r'class="node">\n<title>([^<]*)</title>.*?(?:points="|d="M|cx=")(-?[\d.]+)[," ]+(?:cy=")?(-?[\d.]+)',
            drawn.inner, re.DOTALL,
        )
    }  # fmt: skip
    nodes = [
        {
            "data": {"id": node.id, "name": node.name},
            "position": dict(zip("xy", at.get(node.id, (0, 0)), strict=True)),
        }
        for node in scene.nodes
    ]
    edges = [
        {"data": {"id": f"e{line.note}", "source": line.from_, "target": line.to}, "classes": line.family}
        for line in scene.lines
    ]
    style = [
        {"selector": "node", "style": {"label": "data(name)", "shape": "round-rectangle", "font-size": 10}},
        {
            "selector": "edge",
            "style": {"width": 1.6, "line-color": "#C1272D", "target-arrow-shape": "triangle", "curve-style": "bezier"},
        },
    ]  # fmt: skip
    return f"""<!doctype html><meta charset="utf-8">
<style>html,body,#c{{margin:0;height:100%;width:100%}}</style><div id="c"></div>
<script>{script}</script><script>
var cy = cytoscape({{container: document.getElementById("c"), elements: {json.dumps({"nodes": nodes, "edges": edges})},
style: {json.dumps(style)}, layout: {{name: "preset", fit: true}}}});
cy.one("render", () => requestAnimationFrame(() => {{ document.documentElement.dataset.ready = "yes"; }}));
</script>"""


def measured(chromium: Any, file: Path, step: str) -> tuple[float, float]:
    """Milliseconds until the page is there and drawn, and frames a second while it is dragged."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    begun = time.perf_counter()
    page.goto(file.as_uri())
    page.wait_for_function("() => document.documentElement.dataset.ready === 'yes'", timeout=120_000)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    ready = (time.perf_counter() - begun) * 1000
    page.wait_for_timeout(600)
    place = "() => typeof cy === 'undefined' ? document.getElementById('map').style.transform : JSON.stringify(cy.pan())"
    before = page.evaluate(place)
    frames = page.evaluate(FRAMES.replace("eval_(step)", step), None)
    assert page.evaluate(place) != before, "what does not move is not measured"
    page.close()
    return ready, frames


def library(folder: Path) -> str:
    """Cytoscape.js from npm; the folder keeps it for the next run."""
    built = folder / "node_modules" / "cytoscape" / "dist" / "cytoscape.min.js"
    if not built.exists():
        npm = shutil.which("npm")
        if npm is None:
            return ""
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund", f"cytoscape@{VERSION}"],
            cwd=folder,
            check=True,
        )
    return built.read_text(encoding="utf-8")


def main() -> None:
    """Print both sizes, both pages."""
    if browser.MISSING:
        print(f"no times of the page in a browser: {browser.MISSING}")
        return
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "actorgraph-bench"
    script = library(cache)
    print(f"{'':30}{'made in s':>10}{'kB':>8}{'ready ms':>10}{'frames/s':>10}")
    with browser.chromium() as chromium, tempfile.TemporaryDirectory() as folder:
        for actors, ties in SIZES:
            found = record(actors, ties)
            begun = time.perf_counter()
            scene = scenes.whole(found)
            data = paging.data(found, scene, whole=True)
            drawn = paging.picture(scene, "graphviz-pure", 120)
            text = viewer.page(data, drawn)
            took = time.perf_counter() - begun
            pages = {"page": text}
            if script and drawn:
                pages[f"Cytoscape.js {VERSION}"] = cytoscape(found, scene, drawn, script)
            for name, page in pages.items():
                file = Path(folder) / "page.html"
                file.write_text(page, encoding="utf-8")
                runs = [measured(chromium, file, OURS if name == "page" else THEIRS) for _ in range(3)]
                ready, frames = (statistics.median(one) for one in zip(*runs, strict=True))
                made = f"{took:.1f}" if name == "page" else ""
                print(
                    f"{f'{ties:,} ties: {name}':30}{made:>10}{len(page.encode()) // 1000:>8}{ready:>10.0f}{frames:>10.1f}"
                )


if __name__ == "__main__":
    main()
