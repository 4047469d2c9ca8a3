"""A field that the record must have is not there."""

WHY = (
    "Without it the record says nothing that could be counted or cited. Add the field; what the source "
    "does not say is no record."
)
GOOD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: Jane Doe, published: 2021-09}
""",
}
BAD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: Jane Doe}
""",
}
