"""A format of the data that this version does not know."""

WHY = (
    "Words may mean something else in another format, and the answers would be wrong without a sign of "
    "it. Format 1 is read; for a newer one get a newer actorgraph."
)
GOOD = {
    "dataset.yaml": """\
format: 1
title: A sample
""",
}
BAD = {
    "dataset.yaml": """\
format: 7
title: A sample
""",
}
ALSO_BAD = {
    "dataset.yaml": """\
format: one
title: A sample
""",
}
