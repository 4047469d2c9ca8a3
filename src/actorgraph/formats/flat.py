"""Actors and ties as flat attributes: what GraphML, GEXF and Cytoscape JSON can hold of a node and an edge.

An edge is one tie; `if` stands before its type where it is supposed. Its evidence is kept in the short form, source,
place, voice and stance, so that each edge can be walked back; the rest of the evidence, traits, events and sources
have no room in one flat row.
"""

from collections.abc import Iterator
from typing import Final

from ..sight import Seen
from .columns import ACTOR, RELATION, Column
from .fields import Loss
from .outgoing import Outgoing
from .tables import Row, actor_rows, joined, relation_rows, short, typed

LOSSES: Final = (
    Loss(
        "evidence",
        (
            *("via", "hedge", "likelihood", "confidence", "credibility", "said", "when", "as-of", "gone-by"),
            *("gist", "quote", "retrieved"),
        ),
        "an edge holds one flat row: of each item source, place, voice and stance",
    ),
    Loss(
        "name",
        ("lang", "by", "when", "kind", "shared"),
        "a node holds one flat row: of other names the words",
    ),
    Loss("trait", (), "a node holds one flat row"),
    Loss(
        "event",
        ("name", "when", "place", "who", "figures", "see", "handling", "note"),
        "an event is no actor",
    ),
    Loss(
        "source",
        ("url", "reliability", "derives-from", "text", "sha256", "label", "handling", "note"),
        "a source is no actor: the graph as a whole holds who published it and when",
    ),
    Loss("type", (), "an edge has the family, the sign and the direction of its type"),
    Loss("scenario", (), "a what-if is not of the record"),
    Loss("dataset", ("format", "question", "coverage", "coders", "corrections", "suppress"), "no room"),
)
NOTES: Final = (
    "Its handling mark is the strictest of what is in it.",
    (
        "Every tie is one edge, also where two actors have several; what is denied, doubted or only asked is an edge too: "
        "look at `standing` before counting it."
    ),
    "All edges have a direction, since readers take no mixture; `symmetric` says where it means nothing.",
)
ABOUT: Final = ("title", "cite", "licence", "version", "handling", "what-if")
WHOLE: Final = (*ABOUT, "sources", "voices")
_ENDS: Final = {"id", "from", "to"}
NODE: Final = tuple(column for column in ACTOR if column.name not in ("id", "name"))
EDGE: Final = (
    *(column for column in RELATION if column.name not in _ENDS),
    Column("evidence", "each item in the short form: source, place, voice, stance", derived=True),
)
_NODE_AT: Final = tuple(at for at, column in enumerate(ACTOR) if column.name not in ("id", "name"))
_EDGE_AT: Final = tuple(at for at, column in enumerate(RELATION) if column.name not in _ENDS)
_FROM, _TO = (
    next(at for at, column in enumerate(RELATION) if column.name == name) for name in ("from", "to")
)


def nodes(out: Outgoing) -> Iterator[tuple[str, str, Row]]:
    """Id, name and the cells of NODE. What is rolled up stands in its whole."""
    lens, top = out.view.lens, out.view.sight.belonging.top
    for row in actor_rows(out):
        if lens.roll_up and top(row[0], lens.days) != row[0]:
            continue
        yield row[0], row[1], tuple(row[at] for at in _NODE_AT)


def edges(out: Outgoing) -> Iterator[tuple[str, str, str, str, Row]]:
    """Id, the two ends, what to write on the edge, and the cells of EDGE."""
    for seen, row in zip(out.rows, relation_rows(out), strict=True):
        evidence = joined(map(short, seen.items))
        yield row[0], row[_FROM], row[_TO], label(seen), (*(row[at] for at in _EDGE_AT), evidence)


def label(seen: Seen) -> str:
    """The word on an edge: its type, `if` before it where it is supposed."""
    return f"if {seen.relation.type}" if seen.supposed else seen.relation.type


def cited(out: Outgoing) -> Iterator[tuple[str, str]]:
    """What the graph as a whole says: of the data set, of each source that is cited and of each voice."""
    yield from about(out)
    sources = ((s.id, s.title, s.author, s.publisher, typed(s.published)) for s in out.sources)
    for name, held in (("sources", sources), ("voices", ((v.id, v.name, v.kind) for v in out.voices))):
        if value := joined(map(joined, held)):
            yield name, value


def about(out: Outgoing) -> Iterator[tuple[str, str]]:
    """What the graph says of the data set."""
    found = out.view.dataset.about
    derived = {"handling": out.handling, "what-if": out.what_if}
    return (
        (name, value)
        for name in ABOUT
        if (value := derived[name] if name in derived else getattr(found, name))
    )
