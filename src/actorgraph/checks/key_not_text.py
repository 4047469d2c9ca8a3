"""A list or a mapping stands before the colon."""

WHY = "Nothing could be looked up by it. A key is one word; text that begins with a bracket takes quotes."
GOOD = {
    "actors.yaml": """\
actors:
  east: {name: East, kind: state}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  east: {name: East, [kind]: state}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1, {scope: arms}: yes}
""",
}
