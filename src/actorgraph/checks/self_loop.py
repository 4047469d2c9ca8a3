"""One actor stands at both ends of a tie."""

WHY = (
    "A tie needs two. What holds of one actor is a trait; a quarrel inside it is a tie between two "
    "parts of it, each an actor or a segment."
)
GOOD = {
    "actors.yaml": """\
actors:
  militia-youth: {name: the militia's youth, kind: segment, of: militia}
""",
    "relations.yaml": """\
relations:
  - {from: militia-youth, type: opposition, to: militia, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: opposition, to: militia, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: alignment, to: militia, evidence: report p1}
""",
}
