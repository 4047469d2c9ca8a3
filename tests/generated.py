"""Whole small data sets that reading accepts, drawn by hypothesis, and the writer that puts them down as YAML.

Dates are true to a history drawn first: each item's tie begins, is seen, ends and is gone in that order, around
one middle year, and every date typed holds its day. So no row clashes with itself, and none is two spells.
"""

import calendar
import itertools
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

import yaml
from hypothesis import strategies as st

from actorgraph.loading import Loaded, build
from actorgraph.vocabulary import shipped

T = TypeVar("T")
Files = dict[str, Any]
STANCES = ("supports",) * 3 + ("suggests", "frames", "mentions", "withholds", "doubts", "disputes")
ACTORS = ("alba", "brel", "corvo", "dune", "esker", "fjord")
SEGMENT = "alba-wing"
KINDS = ("faction", "faction", "government", "party", "community", "person", "armed-forces")
VOICES = {
    "herald": "official",
    "observer": "analyst",
    "clerk": "official",
    "crowd": "unnamed",
    "rumour": "unnamed",
}
SIGNED = ("author", "author", "author", "publisher")
WRITERS = ("quill", "scribe", "alba", "corvo", "crowd")
TYPES = shipped().types
NAMES = sorted(TYPES) + sorted(shipped().inverses)
BELONGS = sorted(name for name, type_ in TYPES.items() if type_.family == "belongs")
TIES = sorted(name for name, type_ in TYPES.items() if type_.sign != "0" and type_.balance)
WHOLES = sorted(name for name, type_ in TYPES.items() if type_.rolls_up)
EARLY, MIDDLE, LATE = (date(year, 1, 1).toordinal() for year in (1960, 1980, 2000))
NEWS, END = date(2001, 1, 1).toordinal(), date(2016, 12, 31).toordinal()


def typed(day: int, size: int, mark: str = "") -> str:
    """A year, month or day that holds that day."""
    return date.fromordinal(day).isoformat()[:size] + mark


def last_day(text: str) -> str:
    """The last day of a date without a mark, to be compared as text."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]:02d}"
    return text


class Dice:
    """Choices read off bytes: one draw for a whole data set, since a draw a choice takes five times as long.

    What hypothesis shrinks to nothing is the first of each choice.
    """

    def __init__(self, thrown: bytes) -> None:
        self._left = iter(thrown)

    def number(self, least: int, most: int) -> int:
        value, size = 0, most - least + 1
        for _ in range(1 if size <= 256 else 3):
            value = value * 256 + next(self._left, 0)
        return least + value % size

    def one(self, choices: Sequence[T]) -> T:
        return choices[self.number(0, len(choices) - 1)]

    def some(self, choices: Sequence[T], least: int, most: int) -> list[T]:
        return list(dict.fromkeys(self.one(choices) for _ in range(self.number(least, most))))

    def mixed(self, choices: Iterable[T]) -> list[T]:
        """All of them, in some order."""
        left = list(choices)
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(len(left))]

    def often(self) -> bool:
        return self.number(0, 1) == 1

    def seldom(self) -> bool:
        return self.number(0, 3) == 3

    def size(self) -> int:
        return self.one((4, 7, 7, 10))

    def dated(self, day: int) -> str:
        """That day, or the month or year that holds it, with or without a mark."""
        return typed(day, self.size(), self.one(("", "", "", "", "~", "?", "%")))


dice = st.binary(min_size=1400, max_size=1400).map(Dice)


def times(dice: Dice, expected: bool = False) -> dict[str, str]:
    """`when`, `as-of` and `gone-by` of one item, in any combination that its history allows."""
    if dice.number(0, 2) == 0:
        return {}
    shift = date(2037, 1, 1).toordinal() - MIDDLE if expected else 0
    begin, end = dice.number(EARLY, MIDDLE) + shift, dice.number(MIDDLE, LATE - 1) + shift
    seen = sorted(dice.number(begin, end) for _ in range(2))
    shape = dice.one(("", "A/B", "A/", "A/..", "/B", "../B", "A"))
    found = {}
    if shape == "A":  # all of it within one date
        seen, end = [MIDDLE + shift] * 2, MIDDLE + shift
        found["when"] = dice.dated(end)
    elif shape:
        text = shape.replace("A", dice.dated(begin)).replace("B", dice.dated(end))
        found["when"] = text.replace("/..", "/") if expected else text
    if not expected and dice.often():
        found["as-of"] = dice.dated(seen[0])
        if seen[0] < seen[1] and dice.often():
            found["as-of"] += f"/{dice.dated(seen[1])}"
    if not found.get("when", "").endswith("..") and dice.seldom():
        found["gone-by"] = dice.dated(end + dice.number(0, 360))
    return found


def item(
    dice: Dice, files: Files, count: "itertools.count[int]", expected: bool = False, ends: Sequence[str] = ()
) -> Any:
    """One item of evidence, in short form where it fits; its place and gist are no other item's."""
    sources = files["sources.yaml"]["sources"]
    speakers = ["author", *files["sources.yaml"]["voices"], *files["actors.yaml"]["actors"]]
    source, number = dice.one(sorted(sources)), next(count)
    found: dict[str, Any] = {"source": source, "stance": dice.one(STANCES)}
    if not dice.seldom():
        found["at"] = f"p{number}" if dice.often() else f"p{number}+p{next(count)}"
    if dice.number(0, 2) == 0:
        found["says"] = dice.one(dice.one((speakers, ends or speakers)))
    if dice.number(0, 2) == 0:
        words = [source, found.get("at", "")]
        return " ".join(
            filter(None, words + ([found["says"], found["stance"]] if "says" in found and words[1] else []))
        )
    if dice.seldom():
        found["via"] = dice.one(speakers[1:])
    if dice.often():
        found["said"] = typed(dice.one((MIDDLE, dice.number(EARLY, LATE))), dice.size())
    found["gist"] = f"gist{number}"
    asides = (("hedge", "it seems"), ("credibility", "6"), ("confidence", "low"))
    found |= {field: word for field, word in asides if dice.seldom()}
    if found["stance"] == "supports" and dice.seldom():
        found["likelihood"] = dice.one(("likely", "almost-certain"))
    return found | times(dice, expected)


def relation(dice: Dice, files: Files, count: "itertools.count[int]") -> Any:
    ends = dice.mixed(name for name in files["actors.yaml"]["actors"] if name != SEGMENT)
    if dice.seldom():
        ends[dice.number(0, 1)] = SEGMENT
    row: dict[str, Any] = {
        "from": ends[0],
        "type": dice.one(dice.one((NAMES, NAMES, TIES, TIES, WHOLES, BELONGS))),
        "to": ends[1],
    }
    modality = dice.one(("actual",) * 6 + ("intended", "expected"))
    expected = modality == "expected"
    if modality != "actual":
        row["modality"] = modality
    if expected and dice.often():
        row["if"] = "the rains fail"
    if dice.seldom():
        row["against"] = ends[2]
    if TYPES[shipped().canonical(row["type"]) or ""].means and dice.often():
        row["means"] = ["arms", "funds"]
    if dice.seldom():
        row["scope"] = "in the hills"
    row |= times(dice, expected)
    evidence = [
        item(dice, files, count, expected, ends) for _ in range(dice.one((1, 1, 1, 1, 2, 2, 2, 3, 4, 0)))
    ]
    if evidence:
        row["evidence"] = evidence[0] if len(evidence) == 1 and dice.often() else evidence
    if dice.seldom():
        on = typed(dice.number(NEWS, END), dice.size())
        row["assessment"] = {"confidence": "low", "by": "assessor", "on": on}
    return row


def documents(dice: Dice, undated: bool) -> dict[str, Any]:
    """Two to four sources; later ones may derive from earlier ones."""
    found: dict[str, Any] = {}
    for number in range(1, dice.number(2, 4) + 1):
        row: dict[str, Any] = {"title": f"Paper {number}", dice.one(SIGNED): dice.one(WRITERS)}
        if not (undated and dice.seldom()):
            row["published"] = typed(dice.number(NEWS, END), dice.size())
        if found and dice.seldom():
            row["derives-from"] = dice.some(sorted(found), 1, 2)
        found[f"s{number}"] = row
    return found


def files_of(dice: Dice, undated: bool, most: int) -> Files:
    names = ACTORS[: dice.number(3, most)]
    actors: dict[str, Any] = {name: {"name": name.title(), "kind": dice.one(KINDS)} for name in names}
    actors[SEGMENT] = {"name": "Wing of Alba", "kind": "segment", "of": "alba"}
    voices = {name: {"name": name.title(), "kind": kind} for name, kind in VOICES.items()}
    files: Files = {
        "dataset.yaml": {"format": "1", "title": "Drawn"},
        "actors.yaml": {"actors": actors},
        "sources.yaml": {"sources": documents(dice, undated), "voices": voices},
    }
    count = itertools.count(1)
    for actor in actors.values():
        if dice.seldom():
            begin, end = str(dice.number(1940, 1959)), str(dice.number(2060, 2079))
            actor["existed"] = dice.one(("A/B", "A/", "/B")).replace("A", begin).replace("B", end)
        if dice.seldom():
            actor["aliases"] = [{"name": f"Alias{next(count)}", "evidence": item(dice, files, count)}]
        if dice.seldom():
            trait = {"trait": "goal", "is": f"aim{next(count)}", "evidence": [item(dice, files, count)]}
            actor["traits"] = [trait | times(dice)]
    rows = [relation(dice, files, count) for _ in range(dice.number(4, 9))]
    files["relations.yaml"] = {"relations": told_apart(rows, dice.often())}
    return files


def data_sets(undated: bool = False, most: int = 6) -> st.SearchStrategy[Files]:
    """Files by name, as plain values, of three actors and at most so many, and a segment.

    `undated`: a source may lack `published`, the one fault allowed.
    """
    return dice.map(lambda found: files_of(found, undated, most))


def told_apart(rows: list[dict[str, Any]], always: bool) -> list[dict[str, Any]]:
    """The rows, with an `id` where two would have the same; the mirror of a symmetric tie is left out."""
    seen: set[Any] = set()
    kept = []
    for number, row in enumerate(rows, 1):
        name = shipped().canonical(row["type"]) or ""
        key = (frozenset((row["from"], row["to"])), name)
        if key in seen and TYPES[name].symmetric:
            continue
        kept.append({**row, "id": f"r{number}"} if always or key in seen else row)
        seen.add(key)
    return kept


def lenses(files: Files, *options: str) -> st.SearchStrategy[dict[str, list[str]]]:
    """Up to three options of a lens as typed, of those named or of all, with names and dates of the data set."""
    return st.binary(min_size=60, max_size=60).map(lambda thrown: lens_of(Dice(thrown), files, options))


def lens_of(dice: Dice, files: Files, options: Sequence[str]) -> dict[str, list[str]]:
    rows = files["relations.yaml"]["relations"]
    told = [short(item) for row in rows for item in listed(row.get("evidence"))]
    voices, papers = sorted(names_of(files)), sorted(files["sources.yaml"]["sources"])
    places = [f"{source}:{at}" for source, joined, *_ in told for at in joined.split("+") if at]
    out = [row["published"] for row in files["sources.yaml"]["sources"].values() if "published" in row]

    def day() -> str:
        return typed(dice.number(EARLY, LATE), dice.one((4, 7, 10)))

    def known() -> str:
        """Often the very month or year in which a source appeared, or the one before."""
        near = date.fromisoformat((dice.one(out or ["2001"]) + "-01-01")[:10]).toordinal()
        return typed(near + dice.number(-40, 40), dice.one((4, 7, 10)))

    def span() -> str:
        first = dice.number(EARLY, LATE)
        return f"{typed(first, 10)}/{typed(first + dice.number(0, 9000), 10)}"

    choices: dict[str, Callable[[], str | list[str]]] = {
        "known-by": known,
        "says": lambda: dice.some(voices, 1, 3),
        "source": lambda: dice.some(papers, 1, 3),
        "without": lambda: dice.some([*voices, *papers, *places], 1, 2),
        "on": day,
        "during": span,
        "throughout": lambda: day() if dice.often() else span(),
        "type": lambda: dice.some(sorted(TYPES), 10, 30),
        "family": lambda: dice.some(sorted(shipped().families), 1, 3),
        "sign": lambda: dice.some("+-0", 1, 2),
        "kind": lambda: dice.some(("armed-group", "state", "community", "segment"), 1, 3),
        "standing": lambda: dice.some(("firm", "contested", "claimed", "denied"), 1, 2),
        "roll-up": lambda: "yes",
    }
    chosen = dice.some(list(options or choices), 1 if options else 0, 3)
    return {option: listed(choices[option]()) for option in chosen}


def names_of(files: Files) -> set[str]:
    """Every id that can speak."""
    documents = files["sources.yaml"]["sources"].values()
    own = {row.get("author") or row.get("publisher") for row in documents}
    return own | set(files["sources.yaml"]["voices"]) | set(files["actors.yaml"]["actors"])


def listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def short(item: Any) -> tuple[str, str, str, str]:
    """Source, place, voice and stance of an item in either form."""
    if isinstance(item, dict):
        return item["source"], item.get("at", ""), item.get("says", "author"), item.get("stance", "supports")
    words = [*item.split(), "", ""]
    source, at, says, stance = words[:4] if len(item.split()) == 4 else (*words[:2], "", "")
    return source, at, says or "author", stance or "supports"


def written(value: Any, *, quoted: bool = True, flow: bool = False, width: int = 10_000) -> bytes:
    """The value as YAML: every scalar in quotes, or plain wherever YAML allows it."""
    node = _node(value, quoted, flow)
    dumper = yaml.CBaseDumper if width > 1000 else yaml.BaseDumper
    return yaml.serialize(node, Dumper=dumper, allow_unicode=True, width=width, encoding="utf-8")


def _node(value: Any, quoted: bool, flow: bool) -> yaml.Node:
    if isinstance(value, dict):
        pairs = [(_node(key, quoted, flow), _node(one, quoted, flow)) for key, one in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)
    if isinstance(value, list):
        return yaml.SequenceNode(
            "tag:yaml.org,2002:seq", [_node(one, quoted, flow) for one in value], flow_style=flow
        )
    return yaml.ScalarNode("tag:yaml.org,2002:str", value, style='"' if quoted else None)


def read(files: Files) -> Loaded:
    """The data set as the program reads it from text; nothing but a missing `published` may be wrong with it."""
    found = build({name: written(content) for name, content in files.items()}, [])
    assert all(p.name == "missing-key" and "published" in p.what for p in found.problems), found.problems
    return found
