"""A file larger than is read at once."""

WHY = (
    "Nobody reads, reviews or merges a file of that size, and a program that tried might stop your "
    "machine. Split it: actors, relations and sources may each be a folder of files."
)
GOOD = "relations/2020.yaml and relations/2021.yaml, each below 64 MiB."
BAD = "relations.yaml of 70 MiB."
ALSO_BAD = "events.yaml of 70 MiB."
