"""Two spells of a tie in one row."""

WHY = (
    "One row is one unbroken spell, so the years between would count as well. Give the second spell a "
    "row and an id of its own."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2010/2012, evidence: report p1}
  - {id: support-again, from: north, type: support, to: militia, when: 2018/2020, evidence: report p2}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence:
      - {source: report, at: p1, when: 2010/2012}
      - {source: report, at: p2, when: 2018/2020}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: [{source: report, at: p1, when: /2012}, {source: report, at: p2, when: 2018/}]
""",
}
