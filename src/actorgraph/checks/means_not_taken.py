"""Means on a type of tie that has none."""

WHY = (
    "Arms, funds or training answer how somebody helps or fights; of a mere view they can't be true. "
    "Choose the type that the passage states, or put the words under `scope`."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, means: [arms], evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: distrust, to: militia, means: [arms], evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: distrust, to: militia, means: [arms, funds], evidence: report p1}
""",
}
