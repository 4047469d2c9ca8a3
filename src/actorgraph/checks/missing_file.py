"""A file that every data set has is not there."""

WHY = (
    "Without its actors, sources or relations a record can't say who is meant or who says so, and "
    "answers from the rest would look whole. Make the file, or name the folder that holds it."
)
GOOD = "The folder holds dataset.yaml, actors.yaml, relations.yaml and sources.yaml."
BAD = "The folder holds dataset.yaml, actors.yaml and sources.yaml, and no relations.yaml."
ALSO_BAD = "The folder holds relations.yaml alone, without the files that say who and what its ids mean."
