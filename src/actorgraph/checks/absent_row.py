"""A scenario ends or changes a tie that does not hold on its day."""

WHY = (
    "What is over can't be ended, and the answer would tell of a change that is none. Name the tie that holds "
    "then, or another day under `on`."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2015/.., evidence: report p1}
""",
    "scenarios.yaml": """\
scenarios:
  withdrawal:
    name: North withdraws its support
    on: 2021-09
    do: [{end: north.support.militia, reason: North wants talks, evidence: report p8}]
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2015/2019, evidence: report p1}
""",
    "scenarios.yaml": """\
scenarios:
  withdrawal:
    name: North withdraws its support
    on: 2021-09
    do: [{end: north.support.militia, reason: North wants talks, evidence: report p8}]
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, when: 2021/.., evidence: report p1}
""",
    "scenarios.yaml": """\
scenarios:
  more-arms:
    name: North sends more arms
    on: 2020
    do: [{change: {id: north.support.militia, extent: close}, reason: North fears defeat, evidence: report p8}]
""",
}
