"""A graph as GEXF 1.3, dynamic: a node an actor, an edge a tie, each with a spell of days for Gephi's timeline.

A tie's spell runs over the days on which it certainly held; where its dates are too coarse for a single day, over
the period at some time in which it certainly held. A tie that is nowhere certain has the days on which a stated
limit makes it possible. `held` says which: certainly, possibly, or undated; an undated tie has no spell, and Gephi
shows it on every day. An actor's spell is its `existed`. Edges of one pair differ in `kind`, or Gephi would merge them.
"""

from collections.abc import Iterator
from typing import Final

from ..model import Actor
from ..period import FOREVER, NEVER
from ..sight import Seen
from . import flat
from .columns import Column
from .outgoing import Outgoing
from .tables import day, joined
from .writing import Written
from .xml import HEAD, escaped

LOSSES: Final = flat.LOSSES
NOTES: Final = (
    *flat.NOTES,
    (
        "A spell is a tie's certain days, or the period in which it certainly held at some time; `held` is `possibly` where "
        "only a stated limit allows them. An undated tie has no spell: Gephi shows it on every day, and `held` finds it."
    ),
)
HELD: Final = Column("held", "what the spell is: certainly, possibly, or undated", derived=True)
EDGE: Final = (*flat.EDGE, HELD)


def write(out: Outgoing) -> Written:
    undated = sum(spell(row)[0] == "undated" for row in out.rows)
    ties = "ties are" if undated != 1 else "tie is"
    left = (f"a spell: {undated} {ties} undated, and Gephi shows them on every day",) if undated else ()
    return Written({"graph.gexf": "".join(_lines(out)).encode()}, left)


def spell(row: Seen) -> tuple[str, str, str]:
    """Certainly, possibly or undated; and the first and the last day, either of them empty where there is no limit."""
    found = row.spell
    if found.sure:
        early, late = sorted(found.sure)
        if (early, late) != (NEVER, FOREVER):
            return "certainly", day(early), day(late)
    if found.reach:
        early, late = max(found.days.s1, found.reach[0]), min(found.days.e2, found.reach[1])
        if (early > NEVER or late < FOREVER) and early <= late:
            return "possibly", day(early), day(late)
    return "undated", "", ""


def _lines(out: Outgoing) -> Iterator[str]:
    about = out.view.dataset.about
    yield f'{HEAD}\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<meta>\n<creator>actorgraph</creator>\n'
    told = joined(f"{name}: {value}" for name, value in flat.cited(out))
    yield f"<keywords>{escaped(about.title)}</keywords>\n<description>{escaped(told)}</description>\n</meta>\n"
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
    for domain, columns in (("node", flat.NODE), ("edge", EDGE)):
        yield f'<attributes class="{domain}" mode="static">\n'
        for at, column in enumerate(columns):
            yield f'<attribute id="{domain[0]}{at}" title="{column.name}" type="string"/>\n'
        yield "</attributes>\n"
    actors = {actor.id: actor for actor in out.actors}
    yield "<nodes>\n"
    for id_, label, row in flat.nodes(out):
        body = _values("n", row) + _existed(actors[id_])
        yield f'<node id="{id_}" label="{escaped(label)}">{body}</node>\n'
    yield "</nodes>\n<edges>\n"
    before: dict[tuple[str, ...], int] = {}
    for seen, (id_, from_, to, label, row) in zip(out.rows, flat.edges(out), strict=True):
        held, first, last = spell(seen)
        same = before[from_, to, row[0]] = before.get((from_, to, row[0]), 0) + 1
        kind = row[0] if same == 1 else f"{row[0]} ({same})"
        body = _values("e", (*row, held)) + (_spell(first, last) if held != "undated" else "")
        yield (
            f'<edge id="{escaped(id_)}" source="{from_}" target="{to}" kind="{escaped(kind)}" '
            f'label="{escaped(label)}">{body}</edge>\n'
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(letter: str, row: tuple[str, ...]) -> str:
    cells = "".join(
        f'<attvalue for="{letter}{at}" value="{escaped(cell)}"/>' for at, cell in enumerate(row) if cell
    )
    return f"<attvalues>{cells}</attvalues>"


def _existed(actor: Actor) -> str:
    found = actor.existed
    first = day(found.start.first) if found and found.start else ""
    last = day(found.end.last) if found and found.end else ""
    return _spell(first, last) if first or last else ""


def _spell(first: str, last: str) -> str:
    start = f' start="{first}"' if first else ""
    end = f' end="{last}"' if last else ""
    return f"<spells><spell{start}{end}/></spells>"
