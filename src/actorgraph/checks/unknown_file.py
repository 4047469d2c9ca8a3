"""A file with a name that is not read, near one that is."""

from ..problems import Severity

SEVERITY: Severity = "warning"
WHY = (
    "What stands in it would silently count for nothing. Rename it, or move it out of the folder if it "
    "is no part of the data set."
)
GOOD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, when: 2021-03}
""",
}
BAD = {
    "event.yaml": """\
events:
  border-clash: {name: Border clash, when: 2021-03}
""",
}
ALSO_BAD = {
    "relations/2020.yml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
""",
}
