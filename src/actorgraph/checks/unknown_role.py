"""A role in an event that is not in the vocabulary."""

WHY = (
    "Who did it, whom it was meant for, whom it hit and who claimed it are four things, and a fifth "
    "word would hide which is meant. Choose one of the roles listed."
)
GOOD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, who: {target: south}}
""",
}
BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, who: {targets: south}}
""",
}
ALSO_BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, who: {attacker: south}}
""",
}
