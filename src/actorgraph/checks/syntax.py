"""A line that can't be read as YAML."""

WHY = (
    "The record in which it stands is left out of every answer until it is mended. Mostly a quote, a "
    "bracket, a comma or an indent is amiss."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: "arms: by sea", evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: arms: by sea, evidence: report p1}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  east: {name: East, kind: state
  west: {name: West, kind: state}
""",
}
