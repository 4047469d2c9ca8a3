"""The summary of a page: fixed sentences filled from groups of statements, facts first, never free text."""

from collections.abc import Iterable, Sequence

from ..model import Evidence
from ..page import Block, Paragraph, Run, Text, count, listing, text
from ..view import View
from .contest import in_a_line
from .show import Portrait, firm
from .statements import Statement, when
from .warrant import proposition
from .wording import PRESUPPOSED, bracketed

LEADING = ("origin", "ideology", "leadership")
MOST_CONTESTED = 3
MOST_AHEAD = 4


def in_short(answer: Portrait, view: View) -> Iterable[Block]:
    """A heading and one paragraph a sentence; a sentence without evidence is left out."""
    sentences = [
        *_leading(answer, view),
        *_attitudes(answer, view),
        *_acts(answer, view),
        *(text(words) for words in absent(answer, view)),
        *contested([tie for tie in answer.own if tie.section == "contested"], view),
        *_ahead(answer, view),
    ]
    if sentences:
        yield Paragraph(text(Run("IN SHORT", "heading")))
    for sentence in sentences:
        yield Paragraph(sentence, 2, 4)


def _leading(answer: Portrait, view: View) -> Iterable[Text]:
    for name in LEADING:
        facts = [fact for fact in answer.facts if fact.trait.trait == name and fact.trait.is_]
        facts = [fact for fact in facts if not fact.mark and fact.item]
        if facts:
            first = facts[0]
            items = [fact.item for fact in facts if fact.trait is first.trait and fact.item]
            dated = when(items[0].time, False)
            yield text(
                f"{first.label[:1].upper() + first.label[1:]}: {first.trait.is_}, {dated} ",
                bracketed(items, view.dataset),
                ".",
            )


def _signed(answer: Portrait, view: View, family: str, *kinds: str) -> list[Statement]:
    """The firm statements of a family on actors that act, of those classes of type."""
    found = []
    for tie in answer.own:
        type_ = view.dataset.type_of(tie.seen.relation)
        if (
            tie.section == family
            and firm(tie)
            and tie.item
            and type_.kind in kinds
            and tie.item.stance == "supports"
        ):
            found.append(tie)
    return found


def _attitudes(answer: Portrait, view: View) -> Iterable[Text]:
    """Who is a foe, by direction; then who is a friend."""
    foes = _signed(answer, view, "hostile", "attitude", "word", "status")
    towards = {tie.other for tie in foes if _outward(tie, answer, view)}
    back = {tie.other for tie in foes if _inward(tie, answer, view)}
    both = [tie for tie in foes if tie.other in towards & back]
    if both:
        yield _names("Hostile in both directions: ", both, view)
    if one := [tie for tie in foes if tie.other in towards - back]:
        yield _names("Hostile towards: ", one, view)
    if one := [tie for tie in foes if tie.other in back - towards]:
        yield _names("Held hostile or denounced by: ", one, view)
    friends = _signed(answer, view, "cooperative", "attitude", "word", "status", "act")
    if friends:
        yield _names("Cooperative ties with: ", friends, view)


def absent(answer: Portrait, view: View) -> Iterable[str]:
    """That nobody is firmly a friend, or a foe, of an actor that has firm ties of the other sign."""
    if view.lens.family or view.lens.type or view.lens.sign or view.lens.standing:
        return
    firm_ = {tie.section.removesuffix(" aim") for tie in answer.own if firm(tie)}
    for family, other in (("cooperative", "hostile"), ("hostile", "cooperative")):
        if family in firm_ or other not in firm_:
            continue
        types = view.dataset.type_of
        weaker = {tie.seen.relation.id for tie in answer.own if types(tie.seen.relation).family == family}
        less = f"; {count(len(weaker), 'tie')} of that kind less firm or with people" if weaker else ""
        left = "left by the lens" if answer.coverage.hidden else "coded"
        yield f"No firm {family} tie is {left}{less}."


def _acts(answer: Portrait, view: View) -> Iterable[Text]:
    """Hostile deeds by type and direction: `Military campaigns against it: ...`."""
    acts = _signed(answer, view, "hostile", "act")
    for outward in (False, True):
        by_type: dict[str, list[Statement]] = {}
        for tie in acts:
            if _outward(tie, answer, view) == outward:
                by_type.setdefault(tie.seen.relation.type, []).append(tie)
        for type_, ties in by_type.items():
            known = view.dataset.vocabulary.types[type_]
            ways = "with" if known.symmetric else "by it against" if outward else "against it by"
            if outward or not known.symmetric:
                yield _names(f"{_capital(known.noun)} {ways}: ", ties, view)


def contested(aside: Sequence[Statement], view: View) -> Iterable[Text]:
    """A sentence a proposition: who holds what about it."""
    relations = list(dict.fromkeys(tie.seen.relation.id for tie in aside))
    for relation in relations[:MOST_CONTESTED]:
        held = [tie for tie in aside if tie.seen.relation.id == relation]
        seen = held[0].seen
        lead = "Contested: " if seen.standing == "contested" else ""
        words = _capital(f"{lead}{proposition(seen, view.dataset)}: {in_a_line(held, view)} ")
        yield text(words, bracketed(seen.items, view.dataset), ".")
    if len(relations) > MOST_CONTESTED:
        yield text(f"{len(relations) - MOST_CONTESTED} more contested or doubted below.")


def _ahead(answer: Portrait, view: View) -> Iterable[Text]:
    """Plans and forecasts, its own before those of others; what only appears to be planned, as such."""
    ahead = [t for t in answer.own if t.item and t.section not in ("contested", "supposed")]
    plans = [t for t in ahead if t.seen.relation.modality == "intended"]
    only = [t for t in plans if _only_appears(t)]
    kinds = (
        ("Wanted or planned", [t for t in plans if t not in only]),
        ("Wanted or planned, as it appears", only),
        ("Expected by a voice, not a fact", [t for t in ahead if t.seen.relation.modality == "expected"]),
    )
    for words, ties in kinds:
        parts: dict[tuple[str, str], list[str]] = {}
        for tie in sorted(_first_each(ties), key=lambda tie: not _outward(tie, answer, view)):
            known = view.dataset.type_of(tie.seen.relation)
            ways = "with" if known.symmetric else "by it" if _outward(tie, answer, view) else "by"
            parts.setdefault((known.noun, ways), []).append(tie.name)
        if not ties:
            continue
        shown = [_of_kind(noun, ways, names) for (noun, ways), names in parts.items()]
        over = len(shown) - MOST_AHEAD
        more = [f"{count(over, 'more kind', 'more kinds')} below"] if over > 0 else []
        yield text(
            f"{words}: {'; '.join([*shown[:MOST_AHEAD], *more])} ", bracketed(_items(ties), view.dataset), "."
        )


def _only_appears(tie: Statement) -> bool:
    """Whether every item on the tie only suggests it or hedges; what a passage presupposes is no hedge."""
    return all(item.stance == "suggests" or item.hedge not in ("", PRESUPPOSED) for item in tie.seen.items)


def _of_kind(noun: str, ways: str, names: Sequence[str]) -> str:
    """`containment by A and B`, `competition with A`, `military campaigns by it (A)`."""
    named = listing(list(dict.fromkeys(names)))
    return f"{noun} {ways} ({named})" if ways == "by it" else f"{noun} {ways} {named}"


def _names(lead: str, ties: Sequence[Statement], view: View) -> Text:
    """The lead, the names, and where they stand."""
    names = list(dict.fromkeys(tie.name for tie in ties))
    return text(lead, listing(names), " ", bracketed(_items(ties), view.dataset), ".")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _first_each(ties: Sequence[Statement]) -> list[Statement]:
    seen: dict[str, Statement] = {}
    for tie in ties:
        seen.setdefault(tie.seen.relation.id, tie)
    return list(seen.values())


def _items(ties: Sequence[Statement]) -> list[Evidence]:
    return [tie.item for tie in ties if tie.item]


def _outward(tie: Statement, answer: Portrait, view: View) -> bool:
    type_ = view.dataset.type_of(tie.seen.relation)
    return type_.symmetric or tie.seen.from_ == answer.actor.id


def _inward(tie: Statement, answer: Portrait, view: View) -> bool:
    type_ = view.dataset.type_of(tie.seen.relation)
    return type_.symmetric or tie.seen.to == answer.actor.id
