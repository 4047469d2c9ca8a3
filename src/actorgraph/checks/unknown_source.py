"""Evidence from a source that is not declared."""

WHY = (
    "A statement whose document nobody can find is no evidence. Write the id that stands in "
    "sources.yaml, or declare the source there."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: raport p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: [report p1, memo p2]}
""",
}
