"""A source derives from itself, by way of others."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem

WHY = (
    "Independent support is counted by the documents where a statement began, and in a circle none of them is the "
    "first. `derives-from` names the older source that this one repeats, never the other way round."
)
GOOD = {
    "sources.yaml": """\
sources:
  wire: {title: Wire story, publisher: An agency, published: 2021-08}
  paper: {title: Paper story, publisher: A paper, published: 2021-09, derives-from: wire}
""",
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: [wire, paper]}
""",
}
BAD = {
    **GOOD,
    "sources.yaml": """\
sources:
  wire: {title: Wire story, publisher: An agency, published: 2021-08, derives-from: paper}
  paper: {title: Paper story, publisher: A paper, published: 2021-09, derives-from: wire}
""",
}
ALSO_BAD = {
    **GOOD,
    "sources.yaml": """\
sources:
  wire: {title: Wire story, publisher: An agency, published: 2021-08, derives-from: wire}
  paper: {title: Paper story, publisher: A paper, published: 2021-09}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    sources = dataset.sources
    told: set[str] = set()
    for start in sources:
        path = _circle(start, dataset)
        if not path or told & set(path):
            continue
        told |= set(path)
        others = [sources[name].where for name in path[1:]]
        places = ", ".join(f"{where.file}:{where.line}" for where in others)
        yield Problem(
            "source-circle",
            "error",
            sources[start].where,
            f'{start} derives from "{(path[1:] or path)[0]}", and so from itself: {" from ".join([*path, start])}',
            (
                *((f"See also {places}.",) if others else ()),
                "Which of them appeared first? Take `derives-from` out of that one.",
            ),
        )


def _circle(start: str, dataset: Dataset) -> list[str]:
    """The way from a source back to itself; empty where there is none."""
    came: dict[str, str] = {}
    todo = [start]
    while todo:
        name = todo.pop()
        for above in dataset.sources[name].derives_from if name in dataset.sources else ():
            if above == start:
                path = [name]
                while path[-1] != start:
                    path.append(came[path[-1]])
                return path[::-1]
            if above not in came:
                came[above] = name
                todo.append(above)
    return []
