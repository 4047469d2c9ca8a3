"""A type is forced with !."""

WHY = (
    "Every value is text until its field says what it is; a tag could turn it into something else. "
    "Write the value alone, or in quotes."
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
  east: {name: !!str East, kind: state}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: !source report}
""",
}
