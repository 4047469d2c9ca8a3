"""Evidence in short form with a wrong number of words."""

WHY = (
    "The words are read by their place: source, place, voice, stance. With three of them a voice can't "
    "be told from a stance. Write one, two or four, or a mapping."
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
  - {from: north, type: support, to: militia, evidence: report p1 press}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report page one says press supports}
""",
}
