"""A stance that no voice can take."""

WHY = (
    "The stance decides whether a tie is asserted, doubted or denied. Choose the weakest one that the "
    "passage bears out."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1 press doubts}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1 press doubtful}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: report, at: p1, says: press, stance: denies}}
""",
}
