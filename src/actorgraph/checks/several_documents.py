"""A second document begins with --- in one file."""

WHY = (
    "What follows would be read by some programs and not by others. Put its records under the top key "
    "of the first."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
  - {from: south, type: distrust, to: militia, evidence: report p2}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
---
relations:
  - {from: south, type: distrust, to: militia, evidence: report p2}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  east: {name: East, kind: state}
---
actors:
  west: {name: West, kind: state}
""",
}
