"""A tie names an actor that is not declared."""

WHY = (
    "A slip would make a second actor beside the one that is meant, and each would have half of the "
    "ties. Write the id that stands in actors.yaml, or declare the actor there."
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
  - {from: north, type: support, to: milita, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: press, evidence: report p1}
""",
}
