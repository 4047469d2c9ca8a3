"""States since 1816 as a data set: rivalries (Thompson and Dreyer) and alliances (ATOP), where the tables lie at hand.

Nothing of them is kept here: see the README beside the tables for what may be done with them.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from worlds import SHARED

FOLDER = Path(SHARED) / "data" / "states"
PACTS = ("defense", "offense", "neutrality", "non-aggression", "consultation")


def there() -> bool:
    return (FOLDER / "atop_alliance_spells.csv").exists()


def write(folder: Path) -> Path:
    """The data set in that folder: a relation a spell."""
    names = {row["ccode"].partition(".")[0]: row["statenme"] for row in _rows("cow_states.csv")}
    relations = [*_rivalries(), *_alliances()]
    used = sorted({code for a, b, *_ in relations for code in (a, b)}, key=int)
    actors = "".join(f"  s{code}: {{name: {_typed(names.get(code, code))}, kind: state}}\n" for code in used)
    (folder / "actors.yaml").write_text(f"actors:\n{actors}", encoding="utf-8")
    lines = []
    for number, (a, b, type_, source, begin, end, scope) in enumerate(relations):
        when = f"{begin}/{end}" if begin != end else begin
        scoped = f", scope: {_typed(scope)}" if scope else ""
        lines.append(
            f"  - {{id: r{number}, from: s{a}, type: {type_}, to: s{b}, when: {when}{scoped}, evidence: {source}}}\n"
        )
    (folder / "relations.yaml").write_text("relations:\n" + "".join(lines), encoding="utf-8")
    (folder / "sources.yaml").write_text(
        "sources:\n"
        "  atop: {title: Alliance Treaty Obligations and Provisions, author: Leeds et al., published: 2022, label: A}\n"
        "  rivalries: {title: Handbook of Rivalries, author: Thompson and Dreyer, published: 2022, label: T}\n",
        encoding="utf-8",
    )
    about = "format: 1\ntitle: Alliances and rivalries of states, 1816 to 2018\n"
    coverage = "coverage: {sources: [atop, rivalries], actors: every state, types: all, period: 1816/2018}\n"
    (folder / "dataset.yaml").write_text(about + coverage, encoding="utf-8")
    return folder


def _rivalries() -> Iterator[tuple[str, ...]]:
    for row in _rows("td_rivalries.csv"):
        a, b = (row[key].partition(".")[0] for key in ("ccode1", "ccode2"))
        begin, end = (row[key].partition(".")[0] for key in ("styear", "endyear"))
        yield a, b, "rivalry", "rivalries", begin, end if int(end) < 2022 else "..", row["type1"]


def _alliances() -> Iterator[tuple[str, ...]]:
    """Each spell once: the table has it from both ends."""
    for row in _rows("atop_alliance_spells.csv"):
        if int(row["ccode1"]) > int(row["ccode2"]):
            continue
        kinds = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
        terms = ", ".join(name for name, kind in zip(PACTS, kinds, strict=True) if row[kind].startswith("1"))
        yield row["ccode1"], row["ccode2"], "alliance", "atop", row["start"], row["end"], terms


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _typed(words: str) -> str:
    return '"' + words.replace('"', "'") + '"'


if __name__ == "__main__":
    import sys

    write(Path(sys.argv[1]))
