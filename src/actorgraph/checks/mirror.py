"""A tie that holds both ways is written from both ends."""

WHY = (
    "One tie would count as two, and the two would drift apart. Keep one row, and put what the other "
    "adds under its evidence."
)
GOOD = {
    "relations.yaml": """\
relations:
  - from: north
    type: alignment
    to: south
    evidence: [report p1, report p2]
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: alignment, to: south, evidence: report p1}
  - {from: south, type: alignment, to: north, evidence: report p2}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: fighting, to: south, evidence: report p1}
  - {id: again, from: south, type: fighting, to: north, when: 2019/, evidence: report p2}
""",
}
