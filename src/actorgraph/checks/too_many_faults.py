"""More faults in a file than anybody reads at once."""

WHY = (
    "What comes after them was not looked at, so the file may hold further ones. Mend those that are "
    "told, then check again."
)
GOOD = "A file with few faults is read to its end."
BAD = "A file in which twenty records can't be read."
ALSO_BAD = "A file of actors in which thirty records can't be read."
