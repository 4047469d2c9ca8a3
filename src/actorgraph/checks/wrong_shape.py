"""A list, a mapping or one text stands where another of them belongs."""

WHY = (
    "The program can't tell what is meant, and a guess would be a silent repair. Write it in the shape "
    "that is shown."
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
  - {name: East, kind: state}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, scope: [arms, funds], evidence: report p1}
""",
}
