"""A year before 1500."""

from ..problems import Severity

SEVERITY: Severity = "hint"
WHY = (
    "Mostly it is a year of the Hijri calendar, six centuries away from what is meant. Dates are "
    "Gregorian: write that one."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, as-of: 2020, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, as-of: 1399, evidence: report p1}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, existed: 1442/}
""",
}
