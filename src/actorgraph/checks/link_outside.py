"""A link leads out of the data set's folder."""

WHY = (
    "Whoever gets a copy of the folder would get a record without that part, and a stranger's data "
    "could show you any file of yours. Put the file itself into the folder."
)
GOOD = "actors.yaml is a file in the folder, or a link to one that is."
BAD = "actors.yaml is a link to a file elsewhere on the disk."
ALSO_BAD = "The folder relations/ is a link to one elsewhere on the disk."
