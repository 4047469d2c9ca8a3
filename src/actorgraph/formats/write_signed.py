"""An edge list of friend and foe, tab-separated: from, to, 1 or -1, the tie's id; lines led by # say what it is.

It holds what structural questions count: firm, unconditional ties with a sign, between actors that take sides.
Nothing is netted: two ties of one pair are two lines, also where their signs differ. A symmetric tie is one line.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..pair import counted
from ..sight import Seen
from ..text import safe
from .fields import Loss
from .flat import about
from .outgoing import Outgoing
from .writing import Written

LOSSES: Final = (
    Loss(
        "relation",
        (
            *("type", "against", "modality", "if", "when", "as-of", "gone-by", "means", "extent", "priority"),
            *(
                "scope",
                "place",
                "event",
                "see",
                "assessment",
                "coding",
                "coded",
                "reviewed",
                "note",
            ),
        ),
        "a line holds two ends and a sign; the id leads back to the rest",
    ),
    Loss("evidence", (), "a line holds two ends and a sign"),
    Loss("actor", ("name", "kind", "of", "existed", "place", "ids", "shared", "note"), "of actors the ids"),
    Loss("name", (), "of actors the ids"),
    Loss("trait", (), "of actors the ids"),
    Loss("event", (), "no room"),
    Loss("source", (), "no room"),
    Loss("voice", (), "no room"),
    Loss("type", (), "a sign says it all"),
    Loss("scenario", (), "a what-if is not of the record"),
    Loss("dataset", ("format", "question", "coverage", "coders", "corrections", "suppress"), "no room"),
)
NOTES: Final = (
    "Only firm, unconditional ties with a sign, between actors that take sides; how many others there are is told.",
    "Of handling marks it bears the strictest.",
    "Nothing is netted: ties of one pair with unlike signs are two lines.",
)


def write(out: Outgoing) -> Written:
    rows = [row for row in out.rows if counted(row, out.view.sight)]
    why = Counter(_why(row, out) for row in out.rows if not counted(row, out.view.sight))
    left = tuple(f"{number} tie{'' if number == 1 else 's'} {words}" for words, number in why.items())
    return Written({"signed.tsv": "".join(_lines(rows, out)).encode()}, left)


def _lines(rows: list[Seen], out: Outgoing) -> Iterator[str]:
    for name, value in about(out):
        yield f"# {name}: {safe(value)}\n"
    yield "# from\tto\tsign\tid\n"
    for row in rows:
        sign = {"+": "1", "-": "-1"}[out.view.dataset.type_of(row.relation).sign]
        yield f"{row.from_}\t{row.to}\t{sign}\t{row.relation.id}\n"


def _why(row: Seen, out: Outgoing) -> str:
    """The first reason for which the tie is no line."""
    type_ = out.view.dataset.type_of(row.relation)
    if type_.sign == "0" or not type_.balance:
        return "without a sign that counts"
    if row.relation.modality != "actual":
        return "intended or expected"
    if not row.firm:
        return "contested, claimed or otherwise not firm"
    return "aimed at a third party" if row.relation.against else "of persons, communities or segments"
