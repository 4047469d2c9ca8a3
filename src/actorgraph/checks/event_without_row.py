"""An event with a perpetrator and a victim that no relation names."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Severity

SEVERITY: Severity = "hint"
WHY = (
    "Ties are read from relations, never from events, so the deed would be missing between the two. Add a row "
    "with `event:`, or leave it where the source does not say who did it to whom."
)
GOOD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, who: {perpetrator: militia, victim: south}}
""",
    "relations.yaml": """\
relations:
  - {from: militia, type: attack, to: south, event: border-clash, evidence: report p1}
""",
}
BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, who: {perpetrator: militia, victim: south}}
""",
}
ALSO_BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, who: {perpetrator: [militia], victim: [south, north]}}
""",
    "relations.yaml": """\
relations:
  - {from: militia, type: attack, to: south, evidence: report p1}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    if dataset.left_out:  # the row that is missed may be one of those
        return
    named = {row.event for row in dataset.relations}
    for event in dataset.events.values():
        who = dict(event.who)
        if event.id in named or not ("perpetrator" in who and "victim" in who):
            continue
        from_, to = who["perpetrator"][0], who["victim"][0]
        yield Problem(
            "event-without-row",
            SEVERITY,
            event.where,
            f"no relation names the event {event.id}",
            ("It has a perpetrator and a victim, and ties are read from relations alone. Add one, such as:",),
            (f"- {{from: {from_}, type: ..., to: {to}, event: {event.id}, evidence: ...}}",),
        )
