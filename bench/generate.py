"""A data set of many relations, the same each time: `generate.py N FOLDER`.

It is made like a real one: few actors with many ties and many with few, ties under wholes, sources that repeat others,
voices that are parties, one to three items of evidence a relation, dates of every size.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

A_FILE = 100_000  # relations; a file may have 64 MiB
KINDS = ("armed-group", "government", "party", "community", "person", "state", "faction", "armed-forces")
HOSTILE = (
    "enmity",
    "fighting",
    "attack",
    "denouncement",
    "sees-as-threat",
    "opposition",
    "rivalry",
    "targets",
)
FRIENDLY = ("cooperation", "support", "alliance", "hosts", "endorsement", "joint-operations", "sponsors")
OTHERS = ("contact", "negotiation", "trade", "courts", "ideological-difference", "member-of", "affiliate-of")
UNDER = ("member-of", "affiliate-of")
MUTUAL = {"enmity", "fighting", "rivalry", "cooperation", "alliance", "joint-operations"}
MUTUAL |= {"contact", "negotiation", "trade", "ideological-difference"}
STANCES = ("supports",) * 12 + ("suggests", "suggests", "disputes", "doubts", "withholds", "frames")
WORDS = (  # noqa: SIM905  # sentences are easier to read
    "a long quarrel over land, roads and who may levy tolls along the border; talks held in the capital and broken off; "
    "fighters seen in the valley before winter; arms sent by way of the port; a statement read out on the radio"
).split()


def generate(relations: int, folder: Path) -> None:
    """The files of a data set with so many relations, into a folder that is made."""
    dice = random.Random(relations)  # noqa: S311  # the same data set each time
    many = max(12, relations // 20)
    papers = max(3, relations // 50)
    folder.mkdir(parents=True, exist_ok=True)
    about = "format: 1\ntitle: Generated\ncoders: [coder-a]\nhandling: TLP:CLEAR\nlicence: CC0-1.0\nversion: 1.0.0\n"
    (folder / "dataset.yaml").write_text(about)
    (folder / "actors.yaml").write_text("".join(["actors:\n", *actors(dice, many, papers)]))
    (folder / "sources.yaml").write_text("".join(["sources:\n", *sources(dice, papers)]))
    rows = ties(dice, relations, many, papers)
    for number in range(-(-relations // A_FILE)):
        name = "relations.yaml" if number == 0 else f"relations/more-{number}.yaml"
        (folder / name).parent.mkdir(exist_ok=True)
        with open(folder / name, "w") as file:
            file.write("relations:\n")
            file.writelines(row for _, row in zip(range(A_FILE), rows, strict=False))


def actors(dice: random.Random, many: int, papers: int) -> Iterator[str]:
    """Actors, one in four with an alias, one in three with a trait."""
    for number in range(1, many + 1):
        yield f"  actor-{number}:\n    name: Actor {number}\n    kind: {dice.choice(KINDS)}\n"
        if dice.random() < 0.25:
            yield f"    aliases:\n      - {{name: Front {number}, evidence: paper-{dice.randint(1, papers)} p1}}\n"
        if dice.random() < 0.33:
            said = f"evidence: paper-{dice.randint(1, papers)} p2"
            yield f"    traits:\n      - {{trait: goal, on: land, is: {gist(dice)}, as-of: 2019, {said}}}\n"


def sources(dice: random.Random, papers: int) -> Iterator[str]:
    """Papers of a tenth as many authors; one in eight repeats an earlier one."""
    writers = papers // 10 + 1
    for number in range(1, papers + 1):
        yield f"  paper-{number}:\n    title: 'Paper {number}: {gist(dice)}'\n"
        yield f"    author: author-{dice.randint(1, writers)}\n"
        yield f"    published: {dice.randint(2020, 2023)}-{dice.randint(1, 12):02d}\n"
        if number > 3 and dice.random() < 0.125:
            yield f"    derives-from: [paper-{dice.randint(1, number - 1)}]\n"
    yield "voices:\n  press: {name: press reports, kind: unnamed}\n"
    for number in range(1, writers + 1):
        yield f"  author-{number}: {{name: Author {number}, kind: author}}\n"


def ties(dice: random.Random, relations: int, many: int, papers: int) -> Iterator[str]:
    """Relations, no two alike; ends are drawn so that a few actors have hundreds."""
    taken: set[tuple[int, int, str]] = set()
    while len(taken) < relations:
        one, other = (int(many * dice.random() ** 1.5) + 1 for _ in range(2))
        type_ = dice.choice(dice.choice((HOSTILE, HOSTILE, FRIENDLY, FRIENDLY, OTHERS)))
        if type_ in UNDER:  # under one of a few wholes, as a forest has it
            one, other = one + many // 20 + 1, other % (many // 20 + 1) + 1
        if one > many:
            continue
        key = (min(one, other), max(one, other), type_) if type_ in MUTUAL else (one, other, type_)
        if one == other or key in taken:
            continue
        taken.add(key)
        items = (item(dice, papers, at, (one, other)) for at in range(1, dice.choice((1, 1, 2, 2, 3)) + 1))
        row = f"  - from: actor-{one}\n    type: {type_}\n    to: actor-{other}\n    evidence:\n{''.join(items)}"
        yield row + ("    coding: judgement\n" if dice.random() < 0.2 else "")


def item(dice: random.Random, papers: int, at: int, ends: tuple[int, int]) -> str:
    """One item of evidence, in words of its author, of the press or of one of the two."""
    says = dice.choice(("",) * 5 + ("says: press, ", f"says: actor-{ends[0]}, ", f"says: actor-{ends[1]}, "))
    year = dice.randint(2012, 2019)
    time = dice.choice((f"{year}", f"{year}-{dice.randint(1, 12):02d}", f"{year}/2019"))
    words = f"{says}stance: {dice.choice(STANCES)}, as-of: {time}, gist: {gist(dice)}"
    return (
        f"      - {{source: paper-{dice.randint(1, papers)}, at: p{10 * dice.randint(0, 9) + at}, {words}}}\n"
    )


def gist(dice: random.Random) -> str:
    """A few words, in quotes."""
    start = dice.randrange(len(WORDS) - 8)
    return '"' + " ".join(WORDS[start : start + dice.randint(4, 8)]) + '"'


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
