"""What bench/growth.py asks, and of which data sets: those of bench/generate.py with a scenario and a segment more."""

import shlex
import shutil
from pathlib import Path

from generate import generate

COVERED = "coverage: {actors: [actor-1, actor-2]}\n"  # `rank` refuses a record that declares none
SUPPOSED = """scenarios:
  truce:
    name: A truce
    on: 2019
    do:
      - {add: {from: actor-1, type: courts, to: actor-2}, reason: for the bench}
"""
MORE = "  wing:\n    name: Wing\n    kind: segment\n    of: actor-1\n  spare:\n    name: Spare\n    kind: party\n"
MEANT = """source: {id: net, title: A network, author: us, published: 2023}
table: relations
from: source
to: target
type: {column: sign, values: {'1': positive-tie, '-1': negative-tie}}
kind: {is: other}
"""

# By the name in the table. A is the actor with most ties, B the next, FAR one with few, TIE one of A's, NEW a new file.
RUNS = {
    "show": "show A",
    "show, nothing kept": "show A",
    "compare": "compare A B",
    "path": "path A FAR",
    "why": "why A B",
    "matrix": "matrix",
    "list": "list relations",
    "timeline": "timeline A",
    "disputes": "disputes",
    "diff": "diff --from 2014 --to 2018",
    "brief": "brief --since 2022",
    "hinges": "hinges",
    "sources": "sources",
    "balance": "balance --time-limit 10",
    "blocs": "blocs --time-limit 10",
    "rank": "rank --time-limit 10",
    "scenario": "scenario truce",
    "draw": "draw A -o NEW.svg",
    "draw, everything": "draw -o NEW.svg",
    "view": "view -o NEW.html",
    "check": "check",
    "init": "init NEW",
    "add": "add actor Newcomer --kind party --dry-run",
    "rename": "rename A renamed --dry-run",
    "merge": "merge A spare --join --dry-run",
    "retire": "retire TIE --gone-by 2021 --evidence 'paper-1 p4' --dry-run",
    "promote": "promote wing --dry-run",
    "fmt": "fmt --check",
    "agree": "agree . .",
    "cite": "cite TIE",
    "export": "export csv -o NEW",
    "import": "import signed SIGNED --map MEANT --into NEW --dry-run",
    "merge-driver": "merge-driver relations.yaml OURS THEIRS",
    "schema": "schema -o NEW",
    "explain": "explain threat",
    "doctor": "doctor",
    "completion": "completion bash",
}


class World:
    """A data set of some size in `folder`, and beside it the files that some commands read."""

    def __init__(self, relations: int, made: Path) -> None:
        self.folder, self._beside = made / f"{relations}", made / f"{relations}-beside"
        self._made = 0
        self._beside.mkdir()
        generate(relations, self.folder)
        (self.folder / "scenarios.yaml").write_text(SUPPOSED)
        for name, more in (("dataset.yaml", COVERED), ("actors.yaml", MORE)):
            (self.folder / name).write_text((self.folder / name).read_text() + more)
        head, *rows = (self.folder / "relations.yaml").read_text().split("\n  - ")
        ends = [[line.split(": ")[1] for line in row.splitlines()[:3]] for row in rows]
        self._tie = ".".join(next(words for words in ends if words[0] == "actor-1"))
        self._far = f"actor-{max(12, relations // 20) - 1}"
        signed = "".join(f"{one}\t{other}\t{1 - at % 2 * 2}\n" for at, (one, _, other) in enumerate(ends))
        (self._beside / "signed.tsv").write_text(f"source\ttarget\tsign\n{signed}")
        (self._beside / "meant.yaml").write_text(MEANT)
        for name, at in (("ours", 0), ("theirs", -1)):
            changed = [*rows]
            changed[at] = changed[at].replace("\n", f"\n    note: by {name}\n", 1)
            (self._beside / f"{name}.yaml").write_text("\n  - ".join([head, *changed]))

    def kept(self, anew: bool) -> Path:
        """The folder for what the program keeps: one for all runs, or an empty one."""
        return self._new("kept") if anew else self._beside / "kept"

    def words(self, name: str) -> list[str]:
        """The words of a run in this world; what it writes is new each time."""
        words = {
            "A": "actor-1",
            "B": "actor-2",
            "FAR": self._far,
            "TIE": self._tie,
            "NEW": str(self._new("new")),
            "SIGNED": str(self._beside / "signed.tsv"),
            "MEANT": str(self._beside / "meant.yaml"),
            "THEIRS": str(self._beside / "theirs.yaml"),
        }
        line = shlex.split(RUNS[name])
        if "OURS" in line:  # the driver writes into it
            words["OURS"] = str(shutil.copy(self._beside / "ours.yaml", self._new("ours")))
        return [_put(word, words) for word in line]

    def _new(self, what: str) -> Path:
        self._made += 1
        return self._beside / f"{what}-{self._made}"


def _put(word: str, words: dict[str, str]) -> str:
    stem, dot, suffix = word.partition(".")
    return words.get(stem, stem) + dot + suffix
