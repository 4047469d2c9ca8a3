"""One key twice in a record."""

WHY = (
    "Only one of the two values can be meant, and taking either would be a guess. Keep the right one; "
    "two things are a list or two rows."
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
  east: {name: East, kind: state, kind: government}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1, evidence: report p2}
""",
}
