"""A third party, a voice or somebody in an event is named for a time when it was not there."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Severity, Span
from ..spell import Claim, Clash, combine
from ..standing import positions
from ..timing import own_claim
from .cited import evidence

SEVERITY: Severity = "warning"
WHY = (
    "Mostly another actor is meant, such as the one that came before it, or a date is wrong. A voice that spoke "
    "while it was there, in a source that appeared later, needs `said`. (For the ends of a tie this is a clash.)"
)
GOOD = {
    "actors.yaml": """\
actors:
  old-regime: {name: Old Regime, kind: government, existed: /2014}
""",
    "relations.yaml": """\
relations:
  - {from: south, type: distrust, to: old-regime, as-of: 2012, evidence: report p1}
  - {from: north, type: support, to: south, against: old-regime, as-of: 2012, evidence: report p1}
""",
}
BAD = {
    **GOOD,
    "relations.yaml": """\
relations:
  - {from: south, type: distrust, to: old-regime, as-of: 2012, evidence: report p1}
  - {from: north, type: support, to: south, against: old-regime, as-of: 2018, evidence: report p1}
""",
}
ALSO_BAD = {
    **GOOD,
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: south, evidence: {source: report, at: p1, says: old-regime}}
""",
}
ADVICE = "Is another actor meant, or another time? Is `existed` right?"


def check(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.relations:
        if row.against:
            timing = positions(row.evidence).timing
            claims = [item.time for item in timing] or [own_claim(row)]
            for third in row.against:
                yield from _clash(dataset, third, claims, row.where, "this is aimed at")
    for event in dataset.events.values():
        if event.when:
            claim = Claim(event.when, None, None, None, None, False)
            for actor in dict.fromkeys(actor for _, actors in event.who for actor in actors):
                yield from _clash(dataset, actor, [claim], event.where, "this event has")
    yield from _voices(dataset)


def _clash(dataset: Dataset, id_: str, claims: list[Claim], where: Span, role: str) -> Iterator[Problem]:
    actor = dataset.actors.get(id_)
    if actor is None or actor.existed is None:
        return
    found = combine(claims, [(actor.name, actor.existed)], claims[0].expected)
    if isinstance(found, Clash):
        yield Problem(
            "outside-existence",
            SEVERITY,
            where,
            f'{role} "{id_}", which was not there then (`existed: {actor.existed.text}`)',
            (ADVICE,),
        )


def _voices(dataset: Dataset) -> Iterator[Problem]:
    for item in evidence(dataset):
        actor, said = dataset.actors.get(item.says), item.time.said
        if actor is None or actor.existed is None or said is None:
            continue
        start, end = actor.existed.start, actor.existed.end
        if (start and said.last < start.first) or (end and said.first > end.last):
            spoke = f"said {said.text}" if item.said else f"published {said.text}, with no `said`"
            yield Problem(
                "outside-existence",
                SEVERITY,
                item.where,
                f'"{item.says}" was not there to say this (`existed: {actor.existed.text}`; {spoke})',
                (f"When did it speak? Write `said` beside it. {ADVICE}",),
            )
