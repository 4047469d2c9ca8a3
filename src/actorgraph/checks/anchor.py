"""A value is named with & for use elsewhere."""

WHY = (
    "A row must stand alone: moved, copied or blamed in git it would change its meaning. Write the "
    "value where it is used."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: arms, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: &what arms, evidence: report p1}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  east: &base
    name: East
    kind: state
""",
}
