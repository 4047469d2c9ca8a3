"""A field without a value."""

WHY = (
    "It may be forgotten, or mean that nothing is known: the record can't say which. Write the value, "
    "or take the field out."
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
  east: {name: East, kind: state, note: }
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: "", evidence: report p1}
""",
}
