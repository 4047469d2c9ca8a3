"""A kind of trait that is not in the vocabulary."""

WHY = (
    "Traits are set side by side by their kind, so a kind of your own would stand beside nothing. "
    "Choose the nearest, or `other`, and say the topic under `on`."
)
GOOD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, traits: [{trait: ideology, is: localism, evidence: report p1}]}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, traits: [{trait: idology, is: localism, evidence: report p1}]}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, traits: [{trait: colour, is: red, evidence: report p1}]}
""",
}
