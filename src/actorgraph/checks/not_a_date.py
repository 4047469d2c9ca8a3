"""A date that can't be read."""

WHY = (
    "A period read wrongly moves a tie by years, and nobody would see it. Dates are 2015, 2015-06 or "
    "2015-06-03, a period has a slash, about is ~: nothing else is guessed at."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2016/2020, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2016-2020, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 1399 SH, evidence: report p1}
""",
}
