"""The small data set that the samples of all rules are laid beside: two states, a militia, a report, the press."""

from collections.abc import Mapping

# Files by name; a sentence where the fault is no text that could be shown.
Sample = Mapping[str, str | bytes] | str

BASE = {
    "dataset.yaml": "format: 1\ntitle: A sample\n",
    "actors/sample.yaml": """\
actors:
  north:
    name: North
    kind: state
    traits: [{trait: position, is: no foreign bases, evidence: [report p9, report p9 press supports]}]
  south: {name: South, kind: state}
  militia: {name: Militia, kind: faction}
""",
    "relations/sample.yaml": "relations:\n",
    "sources/sample.yaml": """\
sources:
  report: {title: A report, author: jane-doe, published: 2021-09}
voices:
  jane-doe: {name: Jane Doe, kind: author}
  press: {name: press reports, kind: unnamed}
""",
}


def laid(sample: Sample) -> dict[str, bytes]:
    """The sample's files beside those of the base; a sentence adds none."""
    files: dict[str, str | bytes] = {**BASE, **(sample if isinstance(sample, Mapping) else {})}
    return {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
