"""Two actors bear one name."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Span
from ..text import fold

WHY = (
    "Whoever asks by that name would get the one or the other, or their ties mixed up in his mind. Is it one "
    "actor, merge the two; if both do bear the name, `shared: yes` at each says that you know it."
)
GOOD = {
    "actors.yaml": """\
actors:
  front-a: {name: Front of the East, kind: faction, aliases: [{name: the Front, shared: yes}]}
  front-b: {name: Front of the West, kind: faction, aliases: [{name: the Front, shared: yes}]}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  front-a: {name: Front of the East, kind: faction, aliases: [the Front]}
  front-b: {name: Front of the West, kind: faction, aliases: [the Front]}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  north-b: {name: north, kind: faction}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    first: dict[str, tuple[str, Span, bool]] = {}
    for actor in dataset.actors.values():
        borne = [(actor.name, actor.where, actor.shared, "shared: yes")]
        for alias in actor.aliases:
            borne.append((alias.name, alias.where, alias.shared, f"- {{name: {alias.name}, shared: yes}}"))
        for name, where, shared, write in borne:
            other, place, other_shared = first.setdefault(fold(name), (actor.id, where, shared))
            if other != actor.id and not (shared and other_shared):
                yield Problem(
                    "same-name",
                    "error",
                    where,
                    f'"{name}" is a name of {other} too',
                    (
                        f"It stands at {place.file}:{place.line}:{place.column}. One actor? Keep one record.",
                        "Two that bear the same name? Say so at both:",
                    ),
                    (write,),
                )
