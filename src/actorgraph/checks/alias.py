"""A value is borrowed with * from elsewhere."""

WHY = "A row must stand alone: a change in another place would change what it says. Write the value itself."
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: arms, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: *what, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: *same}
""",
}
