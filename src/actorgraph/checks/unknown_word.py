"""A word that the closed list of a field does not have."""

WHY = (
    "Only words from a closed list can be counted and set side by side. Take the nearest that the "
    "source bears out; the rest goes to `scope`, `gist` or `note`."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, extent: limited, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, extent: limitted, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, means: [arm], evidence: report p1}
""",
}
