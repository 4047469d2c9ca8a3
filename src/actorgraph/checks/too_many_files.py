"""More files than are read."""

WHY = (
    "A folder of that many files is mostly the wrong folder, and reading on would keep you waiting. "
    "Join small files, or name the folder that you mean."
)
GOOD = "The folder relations/ holds one file a year."
BAD = "The folder relations/ holds one file a relation, more than 10,000 of them."
ALSO_BAD = "The folder actors/ holds one file an actor, more than 10,000 of them."
