"""Disagreement on a page: a block a proposition, a line a voice with its verb. Voices are never tallied."""

from collections.abc import Iterable, Sequence

from ..page import Row, Run, text
from ..view import View
from .statements import Statement
from .warrant import proposition
from .wording import READ, hedged, held_by, places, short


def contest_rows(ties: Sequence[Statement], view: View) -> Iterable[Row]:
    """Each relation once, its standing in words, then who holds what about it."""
    words = view.dataset.vocabulary.words["standing"]
    for relation in dict.fromkeys(tie.seen.relation.id for tie in ties):
        held = [tie for tie in ties if tie.seen.relation.id == relation]
        seen = held[0].seen
        stands = words[seen.standing].get("page") or seen.standing
        head = text(
            f"{proposition(seen, view.dataset)}: ",
            Run(stands, "contested"),
            READ.get(seen.relation.coding, ""),
        )
        yield Row(((Run("  ?", "contested"),), head, (), ()))
        for tie in held:
            yield voice_row(tie, view)


def voice_row(tie: Statement, view: View) -> Row:
    """`asserted by former Afghan government: ...`, with its own date and place."""
    item, dataset = tie.item, view.dataset
    if item is None:
        return Row(((), text("no evidence"), (), ()))
    verb, voice = held_by(item, dataset)
    hedge = f" ({hedged(item)})" if item.hedge else ""
    gist = f": {item.gist}" if item.gist else ""
    via = f", by way of {', '.join(dataset.name_of(one) for one in item.via)}" if item.via else ""
    words = text("   ", Run(f"{verb} ", "contested"), Run(voice, "voice"), f"{via}{hedge}{gist}")
    return Row(((), words, text(Run(short(tie.when), "dim")), text(Run(places([item], dataset), "place"))))


def in_a_line(ties: Sequence[Statement], view: View) -> str:
    """The voices of one relation with what they do: `asserted by X, not supported by Y`."""
    parts = [" ".join(held_by(tie.item, view.dataset)) for tie in ties if tie.item]
    return ", ".join(dict.fromkeys(parts))
