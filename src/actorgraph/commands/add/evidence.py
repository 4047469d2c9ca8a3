"""One more voice or place for a tie that is there."""

from typing import TYPE_CHECKING

import typer

from ...text import safe
from .. import offering
from .form import Form, adding
from .items import asked, items
from .options import ITEM, TIME, argument

if TYPE_CHECKING:
    from ...record.emitting import Value

EXAMPLES = (
    'actorgraph add evidence upland-league.support.river-front "wire p3" --quote "nine boats"',
    'actorgraph add evidence "Upland League support River Front" "monitors p1" --dry-run',
)


@adding(
    {
        "RELATION": argument("[RELATION]", 'Its id, or "ACTOR TYPE ACTOR" in quotes.', offering.ties),
        "EVIDENCE": argument(
            "[EVIDENCE]", '"SOURCE PLACE" or "SOURCE PLACE VOICE STANCE".', offering.documents
        ),
    },
    ITEM,
    TIME,
)
def command(form: Form) -> None:
    """One more voice or place for a tie that is there.

    The period, the voice and the stance given are those of this item alone.
    """
    from ...record.naming import relation

    form.lacks("evidence", {"RELATION": form.one("RELATION"), "EVIDENCE": form.one("EVIDENCE")})
    dataset = form.dataset
    ids = list(dataset.by_id)
    id_ = form.need("Relation", "RELATION", lambda word: relation(word, dataset).id, ids)
    typed = form.one("EVIDENCE") or asked(form, needed=True, dated=True)[0]
    item = items(form, [typed], dated=True)[0]
    if form.asking:
        form.show([(id_, {"evidence": item})])
    put(form, id_, item)


def put(form: Form, id_: str, item: "Value") -> None:
    """The item at the end of the evidence of that relation."""
    from ...nodes import Mapping, Sequence
    from ...record.fields import lengthened
    from ...record.order import order
    from ..recording import recording

    with recording(form.data, form.dry_run, options=form.options) as draft:
        where = draft.loaded.dataset.by_id[id_].where
        root = draft.root(where.file)
        there = root.get("relations") if root else None
        rows = there.items if isinstance(there, Sequence) else []
        node = next(one for one in rows if (one.line, one.column) == (where.line, where.column))
        assert isinstance(node, Mapping)
        draft.edit(
            where.file, *lengthened(draft.text(where.file), node, "evidence", item, order("relations"))
        )
    if not form.dry_run:
        typer.echo(safe(f"Added to {id_} ({where.file}:{where.line})."))
