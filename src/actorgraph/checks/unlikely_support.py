"""A voice that thinks it less likely than not is said to support it."""

WHY = "The tie would count as asserted by one who doubts it. Write `stance: doubts`, or check the likelihood."
GOOD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, stance: doubts, likelihood: unlikely}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, likelihood: unlikely}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, says: press, stance: supports, likelihood: almost-no-chance}
""",
}
