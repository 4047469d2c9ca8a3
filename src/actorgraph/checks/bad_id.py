"""An id with letters or signs that ids don't have."""

WHY = (
    "Ids stand in file names, commands and links, where blanks, capitals and accents break. The printed "
    "name goes to `name`, spelt as you like."
)
GOOD = {
    "actors.yaml": """\
actors:
  peoples-front: {name: People's Front, kind: faction}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  People's Front: {name: People's Front, kind: faction}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {id: Support!, from: north, type: support, to: militia, evidence: report p1}
""",
}
