"""A voice that says nothing."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Severity
from .cited import evidence

SEVERITY: Severity = "warning"
WHY = (
    "It is left over, or its statements stand under another voice, such as the author's. Give them to it with "
    "`says`, or take it out."
)
GOOD = {
    "sources.yaml": """\
voices:
  envoys: {name: envoys, kind: unnamed}
""",
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1 envoys supports}
""",
}
BAD = {**GOOD, "relations.yaml": GOOD["relations.yaml"].replace(" envoys supports", "")}
ALSO_BAD = {**GOOD, "relations.yaml": GOOD["relations.yaml"].replace("envoys", "press")}


def check(dataset: Dataset) -> Iterator[Problem]:
    if dataset.left_out:  # it may speak in one of those
        return
    used = {name for item in evidence(dataset) for name in (item.says, *item.via)}
    used.update(name for source in dataset.sources.values() for name in (source.author, source.publisher))
    used.update(figure.says for event in dataset.events.values() for figure in event.figures)
    used.update(name for actor in dataset.actors.values() for alias in actor.aliases for name in alias.by)
    for voice in dataset.voices.values():
        if voice.id not in used:
            yield Problem(
                "unused-voice",
                SEVERITY,
                voice.where._replace(length=1),
                f"{voice.id} says nothing in the record",
                ("Are its words under another voice? Give them to it; else take it out. In `evidence`:",),
                (f"says: {voice.id}",),
            )
