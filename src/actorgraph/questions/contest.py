"""Disagreement on a page: a block a proposition, a line a voice with its verb. Voices are never tallied."""

from collections.abc import Iterable, Sequence

from ..page import Row, Run, text
from ..view import View
from .statements import Statement
from .wording import claim, places


def contest_rows(ties: Sequence[Statement], view: View) -> Iterable[Row]:
    """Each relation once, its standing in words, then who holds what about it."""
    words = view.dataset.vocabulary.words["standing"]
    for relation in dict.fromkeys(tie.seen.relation.id for tie in ties):
        held = [tie for tie in ties if tie.seen.relation.id == relation]
        seen = held[0].seen
        proposition = claim(seen.relation, view.dataset)
        stands = words[seen.standing].get("page") or seen.standing
        yield Row(((Run("  ?", "contested"),), text(f"{proposition}: ", Run(stands, "contested")), (), ()))
        for tie in held:
            yield voice_row(tie, view)


def voice_row(tie: Statement, view: View) -> Row:
    """`asserts: former Afghan government: ...`, with its own date and place."""
    item, dataset = tie.item, view.dataset
    if item is None:
        return Row(((), text("no evidence"), (), ()))
    verb = dataset.vocabulary.words["stances"][item.stance]["verb"]
    hedge = f' ("{item.hedge}")' if item.hedge else ""
    gist = f": {item.gist}" if item.gist else ""
    via = f", by way of {', '.join(dataset.name_of(one) for one in item.via)}" if item.via else ""
    words = text(
        "   ", Run(f"{verb}: ", "contested"), Run(dataset.name_of(item.says), "voice"), f"{hedge}{gist}{via}"
    )
    return Row(((), words, text(Run(tie.when, "dim")), text(Run(places([item], dataset), "place"))))


def in_a_line(ties: Sequence[Statement], view: View) -> str:
    """The voices of one relation with their verbs: `asserts: X; did not support: Y`."""
    dataset = view.dataset
    verbs = dataset.vocabulary.words["stances"]
    parts = [
        f"{verbs[tie.item.stance]['verb']}: {dataset.name_of(tie.item.says)}" for tie in ties if tie.item
    ]
    return "; ".join(dict.fromkeys(parts))
