"""A forecast is said to have been seen."""

WHY = (
    "What has not happened can't be seen, and a sighting would turn the forecast into a fact. Write "
    "`when` for the time it is expected in, or no time."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, modality: expected, when: 2022/, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, modality: expected, as-of: 2021, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, modality: expected, evidence: {source: report, at: p1, as-of: 2021}}
""",
}
