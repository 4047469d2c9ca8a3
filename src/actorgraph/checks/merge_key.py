"""Keys are taken over from another record with <<."""

WHY = "A row must stand alone: what it says would stand in another place. Write its keys out."
GOOD = {
    "actors.yaml": """\
actors:
  east: {name: East, kind: state}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  east: {<<: {kind: state}, name: East}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - <<: {from: north, type: support}
    to: militia
    evidence: report p1
""",
}
