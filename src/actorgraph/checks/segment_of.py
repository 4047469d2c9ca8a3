"""A segment without its whole, or a whole for what is no segment."""

WHY = (
    '"Elements of" somebody says nothing without the somebody; and that a named group is a branch of '
    "another is a statement that needs a source. Write `of`, or a `part-of` row."
)
GOOD = {
    "actors.yaml": """\
actors:
  militia-elements: {name: elements of the militia, kind: segment, of: militia}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  militia-elements: {name: elements of the militia, kind: segment}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  border-guards: {name: Border Guards, kind: armed-forces, of: south}
""",
}
