"""A hedge of more than three words."""

WHY = (
    '`hedge` keeps the source\'s hedging word, such as "appears", so that like can be set beside like. '
    "The rest of the sentence goes to `gist`, in your own words."
)
GOOD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, stance: suggests, hedge: appears}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, stance: suggests, hedge: it would appear that}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, stance: suggests, hedge: is said to have been}
""",
}
