"""Which ties count where the structure of a record is asked for, and why the others don't."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..errors import Fault
from ..sight import Seen, Sight
from ..text import near
from ..view import View
from .signed import Pair, Ties, how_read, ties

PEOPLE = {"community": "communities", "segment": "segments"}
# Reasons in the order in which they are looked for. Those that --with takes back in have its word for a name.
REASONS = {
    "unsigned": "without a sign",
    "belongs": "that make one part of, or served by, another, or state a mere view or danger",
    "persons": "with persons, who are placed in no camp",
    "communities": "with communities",
    "segments": "with segments of an actor",
    "doubted": "doubted, denied, only asked or without evidence",
    "contested": "contested",
    "claimed": "claimed by a party or an unnamed voice only",
    "suggested": "that a voice holds possible",
    "planned": "intended or expected",
    "against": "with one actor against another: conditional",
    "other-days": "not, or not known to be, on the days asked",
    "possibly": "possibly but not certainly on the days asked",
}
WITH = ("possibly", "planned", "suggested", "claimed", "contested", "against", "communities", "segments")
ENDINGS = {"denied": "doubted", "open": "doubted", "unsourced": "doubted"}


class Counted(NamedTuple):
    """What counts, as one sign a pair; what is left out, by reason; how many ties the lens hides."""

    ties: Ties
    rows: tuple[Seen, ...]
    left: dict[str, tuple[Seen, ...]]
    hidden: int


def wide(words: Iterable[str]) -> frozenset[str]:
    """The words of --with, a comma between two; a Fault names those there are."""
    found = [word for one in words for word in one.split(",") if word]
    for word in found:
        if word not in WITH:
            told = near(word, WITH)
            nearest = f" Nearest: {told[0]}." if told else ""
            raise Fault(f'--with "{word}" is none of {", ".join(WITH)}.{nearest}')
    return frozenset(found)


def reason(row: Seen, sight: Sight, with_: frozenset[str] = frozenset()) -> str:
    """Why the tie does not count; empty where it does."""
    dataset = sight.dataset
    type_ = dataset.type_of(row.relation)
    if type_.sign == "0":
        return "unsigned"
    if not type_.balance:
        return "belongs"
    kinds = {dataset.actors[end].kind for end in (*row.relation.ends, row.from_, row.to)}
    people = {PEOPLE.get(kind, "persons") for kind in kinds if not dataset.vocabulary.acts(kind)}
    whole = with_ - {"segments"} if sight.lens.roll_up else with_  # elements of two make no tie of the wholes
    found: list[str] = [name for name in ("persons", "communities", "segments") if name in people]
    standing = ENDINGS.get(row.standing, row.standing)
    found += [standing] if standing in REASONS else []
    found += ["planned"] if row.relation.modality != "actual" else []
    found += ["against"] if row.relation.against else []
    found += ["other-days"] if row.answer in ("no", "not known") else []
    expected = row.relation.modality == "expected" and "planned" in with_  # never more than possibly
    found += ["possibly"] if row.answer == "possibly" and not expected else []
    return next((name for name in found if name not in whole), "")


def counted(view: View, with_: frozenset[str] = frozenset(), ambivalent: str = "drop") -> Counted:
    """The ties of a view that count."""
    return count_rows(view.relations(), view.sight, with_, ambivalent, len(view.hidden()))


def count_rows(
    rows: Sequence[Seen], sight: Sight, with_: frozenset[str], ambivalent: str, hidden: int = 0
) -> Counted:
    """The ties among these that count."""
    how_read(ambivalent)
    left: dict[str, list[Seen]] = {name: [] for name in REASONS}
    kept = []
    for row in rows:
        why = reason(row, sight, with_)
        if why:
            left[why].append(row)
        else:
            kept.append(row)
    name = sight.dataset.name_of
    ends = {end for row in kept for end in (row.from_, row.to)}
    order = sorted(ends, key=lambda actor: (name(actor).casefold(), actor))
    place = {actor: number for number, actor in enumerate(order)}
    held: dict[Pair, list[Seen]] = {}
    for row in kept:
        one, other = sorted((row.from_, row.to), key=place.__getitem__)
        held.setdefault((one, other), []).append(row)
    signs = {pair: [_sign(row, sight) for row in of] for pair, of in held.items()}
    return Counted(
        ties(order, signs, ambivalent, held),
        tuple(kept),
        {name: tuple(of) for name, of in left.items() if of},
        hidden,
    )


def _sign(row: Seen, sight: Sight) -> int:
    return 1 if sight.dataset.type_of(row.relation).sign == "+" else -1
