"""A field that records of this kind don't have."""

WHY = (
    'A slip such as "agianst" would silently drop what it says, and a tie aimed at one actor would seem '
    "to hold in general. Write the field's name; words of your own go to `note`."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, extent: limited, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, extend: limited, evidence: report p1}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  east: {nam: East, name: East, kind: state}
""",
}
