"""A source speaks of a time after it was published."""

WHY = (
    "No document has seen what came later, so the date belongs to another passage or is a forecast. "
    "Give each item the time that its own source can speak of."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, as-of: 2021-09, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, as-of: 2022, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: report, at: p1, said: 2023, when: 2019/}}
""",
}
