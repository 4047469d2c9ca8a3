"""A kind of actor that is not in the vocabulary."""

WHY = (
    "The kind decides whether an actor is ranked, placed in a camp or only listed. Choose the nearest "
    "kind, or `other`."
)
GOOD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: armed-group}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: armed-grop}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: terrorist}
""",
}
