"""A tie names an event that is not declared."""

WHY = (
    "The tie would lose its date, place and figures. Write the id that stands in events.yaml, or "
    "declare the event there."
)
GOOD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, when: 2021-03}
""",
    "relations.yaml": """\
relations:
  - {from: militia, type: attack, to: south, event: border-clash, evidence: report p1}
""",
}
BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, when: 2021-03}
""",
    "relations.yaml": """\
relations:
  - {from: militia, type: attack, to: south, event: border-crash, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: attack, to: south, event: the-ambush, evidence: report p1}
""",
}
