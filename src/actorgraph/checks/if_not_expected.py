"""A condition on a tie that is not a forecast."""

WHY = (
    'What is so, or is wanted, has no condition; "only if" belongs to what may come. Is it a forecast, '
    "add `modality: expected`; a choice of policy is a scenario."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, modality: expected, if: war breaks out, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, if: war breaks out, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, modality: intended, if: the talks fail, evidence: report p1}
""",
}
