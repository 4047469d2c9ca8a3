"""A figure that is no number or bound."""

WHY = (
    '"Some 500" can\'t be compared with "at least 450"; ~500 and >450 can. Nothing is made more exact '
    "than the source has it."
)
GOOD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, figures: {soldiers killed: ~500}}
""",
}
BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, figures: {soldiers killed: some 500}}
""",
}
ALSO_BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, figures: {soldiers killed: dozens}}
""",
}
