"""A value longer than anybody reads."""

WHY = (
    "A name, a gist or a note is read in a table; what is longer than a book chapter is a quote that was not "
    "closed, or made to keep the reader busy. Keep the text of a source in a file of its own."
)
GOOD = "A note of a few lines."
BAD = "A note of 100,001 letters in actors.yaml."
ALSO_BAD = "A gist of 100,001 letters in relations.yaml."
