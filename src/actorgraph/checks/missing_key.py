"""A field that the record must have is not there."""

WHY = (
    "Without it the record says nothing that could be counted or cited. Add the field; what the source "
    "does not say is no record."
)
GOOD = {
    "actors.yaml": """\
actors:
  east: {name: East, kind: state}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  east: {name: East}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, to: militia, evidence: report p1}
""",
}
