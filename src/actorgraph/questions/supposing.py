"""What a what-if makes of the record, in a sentence that stands under the basis of every page."""

from collections.abc import Sequence

from ..model import Relation
from ..page import count
from ..view import View
from .wording import claim

MOST = 4


def supposing(view: View) -> str:
    """`What if, not in the record: 2 ties added (if); ended: North supports Militia.` Empty where nothing is supposed."""
    if not view.lens.suppose:
        return ""
    ended = {gone.relation.id: gone.relation for gone in view.ended()}
    rows = [row for row in view.relations() if row.supposed and row.answer != "no"]
    changed = [row.relation for row in rows if row.relation.id.partition(":")[2] in ended]
    kept = {row.id.partition(":")[2] for row in changed}
    could = sum(row.relation.modality != "actual" for row in rows if row.relation not in changed)
    new = len(rows) - len(changed) - could
    told = [f"{count(new, 'tie')} added"] if new else []
    told += [f"{count(could, 'tie')} that could follow"] if could else []
    told += [f"changed: {_claims(changed, view)}"] if changed else []
    gone = [row for id_, row in ended.items() if id_ not in kept]
    told += [f"ended: {_claims(gone, view)}"] if gone else []
    if not told and not any(one.do or any(edit.relation for edit in one.then) for one in view.lens.suppose):
        return "What if: it adds, changes and ends no tie, and what it says could follow stands in the record as forecasts."
    if not told:
        return "What if: nothing of it shows through this lens."
    return f"What if, not in the record: {'; '.join(told)}."


def _claims(rows: Sequence[Relation], view: View) -> str:
    words = [claim(row, view.dataset) for row in rows[:MOST]]
    words += [f"{len(rows) - MOST} more"] if len(rows) > MOST else []
    return "; ".join(words)
