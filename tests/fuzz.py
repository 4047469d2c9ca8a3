"""A fuzzer of what `check` and the questions do with strangers' files, run by hand: `make fuzz`.

An input is one file of a small data set: a sample of a rule, a piece of the shipped data or a record made up,
then cut, doubled, moved and strewn with what YAML and terminals take for something else. Whatever it is, reading
it ends within a second in records and problems, each problem stands at a place that is there, and what is printed
is text alone. What breaks that is written into a folder, one file for each line of the program at fault.

With --guided the same is driven by atheris, which looks for inputs that reach new code.
"""

import argparse
import json
import multiprocessing
import os
import random
import re
import signal
import sys
import time
import traceback
from itertools import count
from pathlib import Path
from typing import Any

from actorgraph import checks
from actorgraph.checks.sample import laid
from actorgraph.errors import Fault
from actorgraph.loading import build
from actorgraph.nodes.lines import split
from actorgraph.presenters import csv, faults, github, markdown, plain, sarif
from actorgraph.presenters import json as json_
from actorgraph.problems import Problem
from actorgraph.questions import brief, compare, compare_page, listing, show, show_page, why, why_page
from actorgraph.text import width
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens
from strange import CHANGES, FAMILIES, Files, made, mutated, seeds

LENSES: list[dict[str, list[str]]] = [
    *({}, {}, {"roll-up": []}, {"on": ["2018"]}, {"says": ["north"]}, {"source": ["report"]}),
    *({"known-by": ["2021-09"], "roll-up": []}, {"during": ["2015/2019"], "without": ["report:p1"]}),
    {"throughout": ["2019"]},
]
SLOWEST = 1.0  # seconds an input may take
HANGS = 20
# What may be printed: no control character, no override of direction, no mark that nobody sees.
STEERS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\u3164\uffa0]"
)
# Problems that quote the very value they stand at.
QUOTING = frozenset(
    f"unknown-{word}"
    for word in ["key", "actor", "type", "source", "voice", "stance", "word", "kind", "trait", "role"]
)


# -- what must hold


def check(files: Files, number: int = 0) -> None:
    """Read the files and ask them what a user would; raises where something is not as it must be."""
    loaded = build(files, [])
    report = checks.report(loaded)
    printed = faults.present(report, files)
    _harmless(printed)
    if number % 5 == 0:
        for text in (
            faults.as_json(report),
            github.present(report, "", len(files)),
            sarif.present(report, ""),
        ):
            _harmless(text)
    for problem in report.problems:
        _placed(problem, files, printed)
    actors = sorted(loaded.dataset.actors)
    if actors:
        try:
            seen = lens(LENSES[number % len(LENSES)], loaded.dataset)
        except Fault:  # no such voice or source
            seen = lens({}, loaded.dataset)
        _asked(
            MemoryView(loaded.dataset, seen),
            actors[number % len(actors)],
            actors[number // 7 % len(actors)],
            number,
        )


def _asked(view: MemoryView, one: str, other: str, number: int) -> None:
    answer: Any
    try:
        answer = show.ask(view, one)
        pages = [show_page.page(answer, view)]
        if number % 4 == 0:
            pages.append(brief.page(answer, view))
            answer = why.ask(view, one, other if number % 8 and one != other else None)
            pages.append(why_page.page(answer, view))
        elif number % 4 == 1:
            answer = listing.ask(view, listing_of(number))
            pages.append(listing.page(answer, view))
        elif number % 4 == 2 and one != other:
            answer = compare.ask(view, [one, other], None)
            pages.append(compare_page.page(answer, view))
        shown = [plain.present(page) for page in pages]
        if number % 5 == 0:
            _harmless("".join(map(markdown.present, pages)))
        answers = [json_.present("answer", answer.plain(), 0, 0), csv.present(answer.columns, answer.rows())]
    except Fault:
        return
    for page in shown:
        for line in page.split("\n"):
            assert width(line) <= 80, ("a line wider than the page", line)
    for text in (*shown, *answers):
        _harmless(text)
    json.loads(answers[0])


def listing_of(number: int) -> str:
    return ("actors", "relations", "sources", "voices")[number // 4 % 4]


def _harmless(text: str) -> None:
    found = STEERS.search(text)
    assert not found, ("printed as it is", text[max(0, found.start() - 30) : found.end() + 30])
    text.encode()


def _placed(problem: Problem, files: Files, printed: str) -> None:
    file, line, column, length = problem.where
    if not line:
        return
    assert file in files, ("a place in no file", problem)
    lines = split(files[file].decode("utf-8-sig", "surrogateescape"))
    assert line <= len(lines), ("a line after the last", problem)
    assert 1 <= column <= len(lines[line - 1]) + 1, ("a column after the end of the line", problem)
    assert f"{file}:{line}:{column}: {problem.severity}: " in printed
    marked = lines[line - 1][column - 1 : column - 1 + length]
    quoted = re.search(r'^[^"]*"([^"]*)"', problem.what)
    if (
        problem.name in QUOTING
        and quoted
        and quoted[1].isprintable()
        and not set("\\'") & set(marked)
        and " ... " not in quoted[1]
    ):
        assert quoted[1] in marked or length == 1, ("the mark stands under something else", problem, marked)


# -- the run


class Hangs(BaseException):
    """Reading goes on and on."""


def _alarm(*_: object) -> None:
    raise Hangs


def tried(files: Files, number: int, folder: Path) -> None:
    """Check the files; what breaks is kept, once for each place in the program."""
    begun = time.process_time()
    signal.alarm(HANGS)
    try:
        check(files, number)
        signal.alarm(0)
        took = time.process_time() - begun
        assert took < SLOWEST, ("slow", round(took, 2))
    except (Exception, Hangs) as error:
        signal.alarm(0)
        ours = [
            frame for frame in traceback.extract_tb(error.__traceback__) if "actorgraph" in frame.filename
        ] or traceback.extract_tb(error.__traceback__)
        said = error.args[0] if error.args else ""
        what = said[0] if isinstance(error, AssertionError) and isinstance(said, tuple) else ""
        if what and len(said) > 1 and isinstance(said[1], Problem):
            what += " " + said[1].name
        name = f"{type(error).__name__} {Path(ours[-1].filename).stem} {ours[-1].lineno} {what}"
        keep = folder / re.sub(r"[^\w.-]+", "-", name).strip("-")
        if not keep.exists():
            keep.mkdir(parents=True)
            (keep / "why.txt").write_text(
                "".join(traceback.format_exception(error)), "utf-8", "backslashreplace"
            )
            for file, data in files.items():
                if data != laid({}).get(file):
                    (keep / file.replace("/", "+")).write_bytes(data)
            sys.stderr.write(f"found: {keep.name}\n")


def work(worker: int, seed: int, most: int, until: float, folder: Path, done: Any) -> None:
    """One process: inputs from its own seed until it has tried enough or the time is over."""
    rng = random.Random(f"{seed} {worker}")  # noqa: S311 - a fuzzer wants to be repeated
    signal.signal(signal.SIGALRM, _alarm)
    pool = seeds()
    for number in count() if not most else range(most):
        files = made(rng) if rng.random() < 0.15 else rng.choice(pool)
        if rng.random() < 0.95:
            files = mutated(files, pool, rng)
        tried(files, number, folder)
        done[worker] = number + 1
        if number % 100 == 0 and time.monotonic() > until:
            break


def guided(seed: int, most: int, minutes: float, folder: Path) -> None:
    """The same by atheris: the first byte names the file, the rest is its text."""
    import atheris  # type: ignore[import-not-found]

    tries = count()
    rng = random.Random(seed)  # noqa: S311
    pool = seeds()
    names = [f"{family}.yaml" for family in FAMILIES]
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, files in enumerate(pool):
        for name, data in files.items():
            family = name.partition(".")[0].partition("/")[0]
            if data != laid({}).get(name) and family in FAMILIES:
                (corpus / f"{number:04} {family}").write_bytes(bytes([FAMILIES.index(family)]) + data)

    def one(data: bytes) -> None:
        if data:
            tried({**laid({}), names[data[0] % len(names)]: data[1:]}, next(tries), folder)

    def change(data: bytes, most_bytes: int, seed: int) -> bytes:
        if rng.random() < 0.3:
            return bytes(atheris.Mutate(data, most_bytes))
        body = data[1:]
        for _ in range(rng.choice((1, 1, 2, 4))):
            body = rng.choice(CHANGES)(body, pool, rng)
        return (data[:1] + body)[:most_bytes]

    signal.signal(signal.SIGALRM, _alarm)
    options = [
        f"-seed={seed}",
        f"-runs={most or -1}",
        f"-max_total_time={int(minutes * 60)}",
        "-max_len=4096",
        "-timeout=60",
        "-rss_limit_mb=4096",
    ]
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *options, str(corpus)], one, custom_mutator=change)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=0, help="inputs in all; 0: until the time is over")
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--found", type=Path, default=Path(".hypothesis/fuzz"), help="a folder for what breaks"
    )
    parser.add_argument("--guided", action="store_true", help="by atheris (pip install atheris)")
    given = parser.parse_args()
    if given.guided:
        guided(given.seed, given.count, given.minutes, given.found)
        return 0
    begun = time.monotonic()
    until = begun + given.minutes * 60
    each = -(-given.count // given.processes)
    done = multiprocessing.Array("q", given.processes)
    workers = [
        multiprocessing.Process(target=work, args=(n, given.seed, each, until, given.found, done))
        for n in range(given.processes)
    ]
    for worker in workers:
        worker.start()
    while any(worker.is_alive() for worker in workers):
        workers[0].join(5)
        for worker in workers[1:]:
            worker.join(5)
        sys.stderr.write(f"{sum(done):,} inputs in {time.monotonic() - begun:,.0f} s\n")
    found = sorted(path.name for path in given.found.glob("*") if path.is_dir() and path.name != "corpus")
    sys.stderr.write(
        f"{sum(done):,} inputs, seed {given.seed}: {len(found)} kinds of findings in {given.found}\n"
    )
    return int(bool(found) or any(worker.exitcode for worker in workers))


if __name__ == "__main__":
    sys.exit(main())
