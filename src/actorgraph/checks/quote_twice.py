"""One quote is the evidence of two claims."""

from collections.abc import Iterator
from typing import NamedTuple

from ..dataset import Dataset
from ..model import Evidence
from ..problems import Problem, Severity
from ..text import fold

SEVERITY: Severity = "warning"
WHY = (
    "Words that bear two claims often bear one of them only, and the other was read into them. Quote for each claim "
    "the words that say it; where one sentence does say both, keep it with that reason."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: report, at: p1, quote: has shipped it rifles}}
  - {from: militia, type: attack, to: south, evidence: {source: report, at: p1, quote: with which it raids the South}}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: report, at: p1, quote: has shipped it rifles}}
  - {from: north, type: alliance, to: militia, evidence: {source: report, at: p1, quote: has shipped it rifles}}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: report, at: p1, quote: "Has shipped it rifles,"}}
""",
    "events.yaml": """\
events:
  shipment:
    name: Shipment of rifles
    evidence: {source: report, at: p1, quote: has shipped it rifles}
""",
}


class Claim(NamedTuple):
    """What an item is evidence of: two spells of one tie are one claim."""

    name: str
    key: tuple[str, ...]


def check(dataset: Dataset) -> Iterator[Problem]:
    first: dict[tuple[str, str], tuple[Claim, Evidence]] = {}
    for claim, item in _quoted(dataset):
        bearing, other = first.setdefault((item.source, fold(item.quote)), (claim, item))
        if bearing.key != claim.key:
            where = other.where
            there = f"There it stands at {where.file}:{where.line}:{where.column}."
            yield Problem(
                "quote-twice",
                SEVERITY,
                item.where,
                f'the quote "{item.quote}" is the evidence of {bearing.name} too',
                (f"{there} Which of the two do these words say? Quote for the other the words that say it.",),
            )


def _quoted(dataset: Dataset) -> Iterator[tuple[Claim, Evidence]]:
    """Every item with a quote. A name that somebody bears is no claim that the same words could not serve."""
    for row in dataset.relations:
        claim = Claim(row.id, ("tie", row.from_, row.type, row.to, row.modality))
        yield from ((claim, item) for item in row.evidence if item.quote)
    for actor in dataset.actors.values():
        for trait in actor.traits:
            claim = Claim(f"a trait of {actor.id}", ("trait", actor.id, trait.trait, trait.on))
            yield from ((claim, item) for item in trait.evidence if item.quote)
    for event in dataset.events.values():
        yield from ((Claim(event.id, ("event", event.id)), item) for item in event.evidence if item.quote)
