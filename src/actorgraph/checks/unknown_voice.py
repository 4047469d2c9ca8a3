"""Evidence from a voice that is neither declared nor an actor."""

WHY = (
    "Who speaks decides how firmly a tie stands, and a slip would make one voice two. Write the id of "
    "an actor or a voice, or declare the voice in sources.yaml."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1 press supports}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1 pres supports}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: report, at: p1, via: preses, says: south}}
""",
}
