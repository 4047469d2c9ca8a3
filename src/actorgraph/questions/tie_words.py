"""A tie in a few words, beside the names of its ends: what it is, what narrows it, when, and who is for or against."""

from ..sight import Seen
from ..view import View
from .contest import in_a_line
from .statements import ASIDE, statements
from .wording import qualifiers, short

APART = {"intended": "planned", "expected": "forecast"}


def tie_words(row: Seen, view: View, *, dated: bool) -> str:
    """`military campaigns, planned`; `collaboration, contested; asserted by X, doubted by Y`."""
    relation, dataset = row.relation, view.dataset
    words = [dataset.type_of(relation).noun, *qualifiers(relation, dataset)]
    if row.supposed:
        words.append("what if")
    if relation.modality != "actual":
        words.append(APART[relation.modality])
    elif row.standing == "suggested":
        words.append("held possible")
    if dated and relation.modality != "expected":
        words.append(short(row.spell.words.partition("; bounded by ")[0]))
    if row.standing in ("contested", "claimed"):
        words.append(row.standing)
    elif row.standing == "unsourced":
        words.append(dataset.vocabulary.words["standing"][row.standing]["page"])
    said = ""
    if row.standing in ASIDE or row.standing in ("claimed", "attributed"):
        said = in_a_line(statements(row, row.from_, dataset), view)
    return "; ".join(filter(None, [", ".join(words), said]))
