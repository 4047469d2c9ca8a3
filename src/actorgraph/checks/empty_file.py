"""A file without any data."""

WHY = (
    "It may be a file that was not saved, or lost its text. Begin it with its top key; a file that is "
    "not wanted can go."
)
GOOD = {
    "events.yaml": """\
events:
""",
}
BAD = {
    "events.yaml": """\
# to be coded
""",
}
ALSO_BAD = {
    "relations.yaml": "",
}
