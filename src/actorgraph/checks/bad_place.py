"""A place in a source with blanks, or joined by something else than a plus."""

WHY = (
    "Each place is looked up and can be left out by itself, as in --without report:p1. Write several as "
    "p1+p2."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: report, at: p1+p2}}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: "p1, p2"}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1+}
""",
}
