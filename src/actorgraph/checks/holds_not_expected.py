"""`holds` in a scenario names a tie that is no forecast of the record."""

WHY = (
    "`holds` lets a forecast of the record come true, so that it is coded once. A tie that is so already needs no "
    "scenario; one that is wanted and not forecast is added, with the source that discusses it."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, modality: expected, evidence: report p1}
""",
    "scenarios.yaml": """\
scenarios:
  arms:
    name: The arms arrive
    on: 2021-09
    do: [{holds: north.support.militia.expected, reason: a shipment is on its way, evidence: report p8}]
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, as-of: 2021, evidence: report p1}
""",
    "scenarios.yaml": """\
scenarios:
  arms:
    name: The arms arrive
    on: 2021-09
    do: [{holds: north.support.militia, reason: a shipment is on its way, evidence: report p8}]
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, modality: intended, evidence: report p1}
""",
    "scenarios.yaml": """\
scenarios:
  arms:
    name: The arms arrive
    on: 2021-09
    do: [{holds: north.support.militia.intended, reason: a shipment is on its way, evidence: report p8}]
""",
}
