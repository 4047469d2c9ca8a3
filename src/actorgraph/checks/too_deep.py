"""Lists and mappings stand too deep in each other."""

WHY = (
    "No record needs more than six levels; a file with hundreds is broken, or made to break the reader. "
    "Look for a bracket that is not closed."
)
GOOD = {
    "actors.yaml": """\
actors:
  east: {name: East, kind: state, place: [The coast]}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  east: {name: East, kind: state, place: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[The coast]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[report p1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
""",
}
