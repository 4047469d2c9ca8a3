"""Dates of one statement that can't all be true."""

WHY = (
    "Any answer about a day would be wrong by one of them. Read the passage again: is one date not this "
    "tie's, or are there two spells?"
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2016/, gone-by: 2020, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2016/, gone-by: 2015, evidence: report p1}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  rebels:
    name: Rebels
    kind: faction
    existed: 2015/
    traits: [{trait: goal, is: a sea port, as-of: 2010, evidence: report p1}]
""",
}
