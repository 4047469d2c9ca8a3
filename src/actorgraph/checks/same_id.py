"""One id for two records."""

WHY = (
    "Nobody could tell which of the two a row or an answer means. Is it the same actor or tie, add to "
    "the first; if not, give the newer one an id of its own."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2015/2016, evidence: report p1}
  - {id: support-again, from: north, type: support, to: militia, when: 2020/, evidence: report p2}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2015/2016, evidence: report p1}
  - {from: north, type: support, to: militia, when: 2020/, evidence: report p2}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  militia: {name: The other militia, kind: faction}
""",
}
