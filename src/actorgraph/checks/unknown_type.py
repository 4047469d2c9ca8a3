"""A tie of a type that is not declared."""

WHY = (
    "The type gives a tie its sign and its words, so without one it is neither friendly nor hostile. "
    "Choose one of the vocabulary, or declare your own in types.yaml."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: suports, to: militia, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: hostile, to: militia, evidence: report p1}
""",
}
