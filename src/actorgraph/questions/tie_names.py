"""Which tie is meant by the names of actors: the one that two have, or a choice to be made."""

from collections.abc import Sequence

from ..errors import Fault
from ..model import Actor, Relation
from ..sight import Seen
from ..view import View
from ..view.names import resolve
from .warrant import proposition

MOST = 20


def of_pair(view: View, a: str, b: str) -> Relation:
    """The one tie of two actors; a Fault that lists them where there are several."""
    one, other = view.resolve(a), view.resolve(b)
    rows = [row for row in view.dataset.around.get(one.id, ()) if other.id in row.ends and one.id != other.id]
    names = f"{one.name} and {other.name}"
    if len(rows) == 1:
        return rows[0]
    if not rows:
        raise Fault(f"{names} have no tie of their own. Ties of one of them: actorgraph cite {one.id}")
    raise Fault(f"{names} have {len(rows)} ties; say which, by its id:", *_choices(rows, view))


def of_actor(word: str, view: View) -> Fault | None:
    """What to say of a word that names an actor: its ties to choose from; None where it names none."""
    found = resolve(word, view.dataset)
    if not isinstance(found, Actor):
        return None
    rows = view.dataset.around.get(found.id, [])
    if not rows:
        return Fault(f"{found.name} is an actor, and it has no tie that could be cited.")
    return Fault(f"{found.name} is an actor; cite takes a tie. Say which, by its id:", *_choices(rows, view))


def _choices(rows: Sequence[Relation], view: View) -> list[str]:
    seen = [found for row in rows[:MOST] if isinstance(found := view.sight.see(row), Seen)]
    told = [f"  {row.relation.id}  {proposition(row, view.dataset)}" for row in seen]
    more = f"  and {len(rows) - MOST} more: actorgraph list relations --format csv"
    return [*told, *([more] if len(rows) > MOST else [])]
