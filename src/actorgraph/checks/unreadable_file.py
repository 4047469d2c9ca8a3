"""A file is there and can't be read."""

WHY = (
    "Its records would be missing from every answer, as if nobody had coded them. Make it a plain file "
    "that you may read."
)
GOOD = "relations.yaml is a file."
BAD = "relations.yaml is a folder of that name, a pipe, or a file that you may not read."
ALSO_BAD = "actors.yaml is a folder of that name."
