"""A tab where blanks indent."""

WHY = (
    "Editors show a tab as wide as they like, so nobody could see to which record the line belongs. Put "
    "blanks in its place."
)
GOOD = {
    "actors.yaml": """\
actors:
  east:
    name: East
    kind: state
""",
}
BAD = {
    "actors.yaml": ("actors:\n  east:\n    name: East\n\tkind: state\n"),
}
ALSO_BAD = {
    "actors.yaml": "actors:\n  east: {name: East, kind: state}\n\twest: {name: West, kind: state}\n",
}
