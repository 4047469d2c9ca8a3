"""A source that nothing is cited from."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Severity
from .cited import evidence

SEVERITY: Severity = "warning"
WHY = (
    "It looks as if the record rested on it. Was it read and nothing found, name it under `coverage: sources`, so "
    'that "not coded" speaks for it too; is it still to be read, take it out until then.'
)
GOOD = {
    "dataset.yaml": """\
format: 1
title: A sample
coverage: {sources: [report, memo]}
""",
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09}
""",
}
BAD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09}
""",
}
ALSO_BAD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09, derives-from: report}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    if dataset.left_out:  # one of those may cite it
        return
    coverage = dataset.about.coverage
    used = {item.source for item in evidence(dataset)}
    used.update(name for source in dataset.sources.values() for name in source.derives_from)
    used.update(coverage.sources if coverage else ())
    for source in dataset.sources.values():
        if source.id not in used:
            yield Problem(
                "unused-source",
                SEVERITY,
                source.where._replace(length=1),
                f"nothing is cited from {source.id}",
                ("Read, and nothing found? Add it to what was searched, in dataset.yaml:",),
                (f"coverage: {{sources: [..., {source.id}]}}",),
            )
