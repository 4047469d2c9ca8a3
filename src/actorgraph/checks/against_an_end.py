"""The third party of a tie is one of its two ends."""

WHY = (
    "`against` names whom two actors turn on together, and nobody turns on itself. Name the third "
    "party; enmity between the two is a row of its own."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, against: south, evidence: report p1}
  - {from: north, type: distrust, to: south, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, against: militia, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, against: [south, north], evidence: report p1}
  - {from: north, type: distrust, to: south, evidence: report p1}
""",
}
