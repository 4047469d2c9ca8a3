"""docs/crosswalk.md, made of the vocabulary. `make docs` writes it."""

from collections.abc import Iterator
from pathlib import Path

from actorgraph.vocabulary import shipped
from actorgraph.vocabulary.crosswalk import Crosswalk, Term, crosswalk

PAGE = Path(__file__).parent.parent / "docs" / "crosswalk.md"
HEAD = """# Our types of tie, and the terms of others

This page is made of `src/actorgraph/vocabulary/crosswalk.yaml` by `make docs`. Every term was looked up in the source that
stands below, at the place named beside it; nothing is put from memory. How a term stands to our type is said in one word:

| word | the term |
|---|---|
| near | means the same in most cases; look at the note |
| wider | covers more than our type |
| narrower | covers less than our type |
| overlaps | covers some of it, and other things too |

That a term is exactly ours is claimed nowhere: an event, a column of a treaty table and a sourced tie are unlike things.
`-` says that no term was found in what was read, `not checked` that this part of the source was not within reach.
"""


def page() -> str:
    """The page."""
    return "\n".join([HEAD, *_sets(crosswalk()), *_types(crosswalk())]) + "\n"


def _sets(found: Crosswalk) -> Iterator[str]:
    yield "## What was read\n\n| set | source | publisher | read | note |\n|---|---|---|---|---|"
    for one in found.sets.values():
        yield f"| {one.name} | {one.title} | {one.publisher} | {one.checked} | {one.note} |"


def _types(found: Crosswalk) -> Iterator[str]:
    vocabulary = shipped()
    sets = list(found.sets)
    for family in vocabulary.families:
        yield f"\n## {family.capitalize()}\n"
        yield f"| type | {' | '.join(found.sets[name].name for name in sets)} |\n|---|{'---|' * len(sets)}"
        for name, type_ in vocabulary.types.items():
            if type_.family == family:
                held = found.terms.get(name, {})
                cells = (
                    _cell(held[one])
                    if one in held
                    else "-"
                    if found.sets[one].checked != "in part"
                    else "not checked"
                    for one in sets
                )
                yield f"| `{name}` | {' | '.join(cells)} |"


def _cell(one: Term) -> str:
    note = f"; {one.note}" if one.note else ""
    return f"{one.how}: {one.term} ({one.at}{note})"
