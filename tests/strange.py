"""What a stranger might send: files of a small data set, cut, doubled, moved and strewn with nasty characters.

The seeds are the samples of all rules, the shipped data in pieces, and records that are made up.
"""

import random
import re
from collections.abc import Callable
from pathlib import Path

from actorgraph import checks, tree
from actorgraph.checks.sample import laid
from actorgraph.decode import about, actor, event, evidence, relation, source, types
from actorgraph.decode.reader import Shape
from actorgraph.vocabulary import shipped

Files = dict[str, bytes]

FAMILIES = ("actors", "relations", "sources", "events", "types", "scenarios", "dataset")
# What YAML takes for something else, dates near and far, words that spreadsheets run.
_TYPED = r"""
: , - [ ] { } # & * ! | > % @ ` " ' ? ~ \ --- ... << <<: !!python/object:os.system !!binary !!set &a *a |- >- >2
\x1b \u202e \ud800 \0 \N no yes null .inf 1_000 0x1f .. / 2021 2021-09 2021-13 2015/.. /2019 2015/2016 2015~ 2015?
'2015%' 0001 9999 10000 c. =1+1 +1 -1 @x
"""
TOKENS = [*_TYPED.split(), "\t"]
# What terminals obey or hide, and letters that take no cell or two, or that folding makes longer.
_OBEYED = (
    "\x00 \x07 \x1b[31m \x1b]0;x\x07 \x85 \x9b31m \u2028 \u200b \u200d \u200f \u202e \u2066 \ufeff \ufffe \ufffd \xad "
    "\u3164 \u115f e\u0301 \u0301 \u0338 漢字 한 ｱ طالبان עברית क्षि 👩\u200d👧 🇩🇪 ☀\ufe0f İ ß ﬁ Ǆ ٣ ² \U000e0041 "
    "\U0001f600 \U0010ffff"
)
NASTY = [*_OBEYED.split(" "), "x" * 300]
_BYTES = "ff c3 eda080 c080 f5808080 efbbbf fffe 0d 0d0a 09 00"
RAW = [bytes.fromhex(word) for word in _BYTES.split()]
# What people write dates with, blanks and all.
_DATES = (
    "2021_2015_1442_0001_9999_99999_3_09_9_20_31_²_٣_٢٠٢١_-_/_.._~_?_%_ _ _ _May_sept_Sept._c. _about _early _the "
    "_2010s_1st_AH_BC_xx_u_T12:00:00Z_and_ to _until _[_(_+"
)
DATED = _DATES.split("_")


def _keys() -> list[str]:
    modules = (about, actor, event, evidence, relation, source, types)
    shapes = [value for module in modules for value in vars(module).values() if isinstance(value, Shape)]
    return sorted({key for shape in shapes for key in shape.fields})


def _words() -> list[str]:
    """Words that the vocabulary knows, and ids of the small data set."""
    known = shipped()
    words = {
        *known.types,
        *known.families,
        "author",
        "north",
        "south",
        "militia",
        "report",
        "press",
        "jane-doe",
        "p1",
        "p1+p2",
    }
    words |= set(
        re.findall(
            r"[\w-]+",
            (Path(str(checks.__file__)).parents[1] / "vocabulary" / "words.yaml").read_text("utf-8"),
        )
    )
    return sorted(words)


KEYS, WORDS = _keys(), _words()


def seeds() -> list[Files]:
    """The samples of all rules, and the shipped data in pieces, its names mapped to those of the samples."""
    found = [
        laid(sample) for name in checks.NAMES for sample in (checks.rule(name).good, checks.rule(name).bad)
    ]
    for file in tree.read(tree.shipped())[0]:
        text, family = file.data.decode(), file.name.partition(".")[0]
        if family == "dataset":
            found.append({**laid({}), file.name: file.data})
            continue
        head, *records = re.split(r"(?m)^(?=  (?:- )?\w)", text)
        for first in range(0, len(records), 2):
            piece = _mapped("".join(records[first : first + 2]))
            found.append({**laid({}), file.name: (head.split("\n")[0] + "\n" + piece).encode()})
    return found


def _mapped(text: str) -> str:
    """Ids of actors become those of the small data set, the same always the same."""
    homes = ("north", "south", "militia")
    text = re.sub(r"\bmir-2021\b", "report", text)
    text = re.sub(
        r"\b(from|to|against|toward|of): ([a-z0-9-]+)",
        lambda m: f"{m[1]}: {homes[sum(map(ord, m[2])) % 3]}",
        text,
    )
    return re.sub(
        r"\b(says|by): ([a-z0-9-]+)",
        lambda m: f"{m[1]}: {('press', 'jane-doe', 'north')[len(m[2]) % 3]}",
        text,
    )


def made(rng: random.Random) -> Files:
    """A file that no seed has: records with keys of the format and values of any kind."""
    family = rng.choice(FAMILIES)
    if family == "dataset":
        return {
            **laid({}),
            "dataset.yaml": "".join(
                f"{rng.choice(KEYS)}: {_value(rng, 0)}\n" for _ in range(rng.randint(1, 8))
            ).encode(),
        }
    lines = [f"{rng.choice((family, family, family, rng.choice(KEYS)))}:"]
    for number in range(rng.randint(1, 4)):
        if family == "relations":
            ends = rng.sample(("north", "south", "militia"), 2)
            lines.append(
                f"  - from: {ends[0]}\n    type: {rng.choice(sorted(shipped().types))}\n    to: {ends[1]}"
            )
        else:
            lines.append(
                f"  {rng.choice(('north', 'a-thing', f'n{number}', rng.choice(WORDS)))}:\n    name: {_value(rng, 2)}"
            )
            if family == "actors":
                lines.append(
                    f"    kind: {rng.choice(('state', 'faction', 'segment', 'person', 'community'))}"
                )
        lines += [f"    {rng.choice(KEYS)}: {_value(rng, 0)}" for _ in range(rng.randint(0, 5))]
    return {**laid({}), f"{family}.yaml": "\n".join((*lines, "")).encode("utf-8", "surrogatepass")}


def _value(rng: random.Random, depth: int) -> str:
    pick = rng.random()
    if depth < 3 and pick < 0.12:
        return "[" + ", ".join(_value(rng, depth + 1) for _ in range(rng.randint(0, 3))) + "]"
    if depth < 3 and pick < 0.3:
        return (
            "{"
            + ", ".join(f"{rng.choice(KEYS)}: {_value(rng, depth + 1)}" for _ in range(rng.randint(0, 4)))
            + "}"
        )
    if pick < 0.45:
        return "report " + " ".join(rng.choice(WORDS) for _ in range(rng.randint(0, 3)))
    if pick < 0.6:
        return f'"{rng.choice(NASTY)}{rng.choice(WORDS)}"'
    if pick < 0.68:
        return _date(rng)
    if pick < 0.77:
        return f"{rng.choice(WORDS)} {rng.choice(NASTY)}"
    return rng.choice(TOKENS if pick < 0.85 else WORDS)


def _date(rng: random.Random) -> str:
    """What somebody might write for a date."""
    return "".join(rng.choice(DATED) for _ in range(rng.randint(1, 6)))


def mutated(files: Files, others: list[Files], rng: random.Random) -> Files:
    """One of the files, changed in some places."""
    own = [name for name in files if files[name] != laid({}).get(name)] or sorted(files)
    name = rng.choice(own if rng.random() < 0.7 else sorted(files))
    data = files[name]
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        data = rng.choice(CHANGES)(data, others, rng)[:20_000]
    return {**files, name: data}


def _cut(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + data[at + rng.choice((1, 1, 2, 5, 30)) :]


def _put(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    new = rng.choice(
        (
            rng.choice(TOKENS).encode(),
            rng.choice(NASTY).encode("utf-8", "surrogatepass"),
            rng.choice(RAW),
            rng.choice(WORDS).encode(),
            rng.choice((b"\n", b"\n  ", b"\n    ", b" ", b": ", b"\n- ", b", ")),
            bytes([rng.randrange(256)]),
        )
    )
    return data[:at] + new + data[at:]


def _doubled(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    start = rng.randint(0, len(data))
    part = data[start : start + rng.choice((1, 4, 20, 100))]
    at = rng.randint(0, len(data))
    return data[:at] + part * rng.choice((1, 1, 2, 50)) + data[at:]


def _spliced(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    other = rng.choice(list(rng.choice(others).values()))
    start = rng.randint(0, len(other))
    at = rng.randint(0, len(data))
    return data[:at] + other[start : start + rng.randint(1, 200)] + data[at + rng.choice((0, 0, 10, 100)) :]


def _line(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
    what = rng.randrange(5)
    if what == 0:
        lines[at] = b" " * rng.randint(1, 4) + lines[at]
    elif what == 1:
        lines[at] = lines[at][rng.randint(1, 4) :]
    elif what == 2:
        lines[at], lines[to] = lines[to], lines[at]
    elif what == 3:
        lines.insert(to, lines[at])
    else:
        del lines[at]
    return b"\n".join(lines)


def _revalued(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    """The value of one key becomes another."""
    places = [found.span() for found in re.finditer(rb"(?<=: )[^\s,{}\[\]][^,{}\[\]\n]*", data)]
    if not places:
        return data
    start, end = rng.choice(places)
    return data[:start] + _value(rng, 1).encode("utf-8", "surrogatepass") + data[end:]


def _strewn(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    """A value keeps its words, with something nasty among them."""
    places = [found.span() for found in re.finditer(rb"(?<=: )[^\s,{}\[\]\"'][^,{}\[\]\n\"']*", data)]
    if not places:
        return data
    start, end = rng.choice(places)
    at = rng.randint(start, end)
    nasty = rng.choice(NASTY)
    if not nasty.isprintable() and rng.random() < 0.5:
        nasty = "".join(f"\\U{ord(character):08x}" for character in nasty)
    text = data[start:at] + nasty.encode("utf-8", "surrogatepass") + data[at:end]
    return data[:start] + (b'"' + text + b'"' if rng.random() < 0.6 else text) + data[end:]


def _rekeyed(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    places = [found.span() for found in re.finditer(rb"[\w-]+(?=:\s)", data)]
    if not places:
        return data
    start, end = rng.choice(places)
    return data[:start] + rng.choice(KEYS).encode() + data[end:]


def _noise(data: bytes, others: list[Files], rng: random.Random) -> bytes:
    return rng.randbytes(rng.randint(0, 60)) if rng.random() < 0.2 else _put(data, others, rng)


Change = Callable[[bytes, list[Files], random.Random], bytes]
CHANGES: tuple[Change, ...] = (
    _cut,
    _put,
    _put,
    _doubled,
    _spliced,
    _line,
    _line,
    _revalued,
    _revalued,
    _revalued,
    _strewn,
    _strewn,
    _rekeyed,
    _noise,
)
