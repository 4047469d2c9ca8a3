"""The page of balance: what counts, triads, ties out of line, what it hangs on; evidence first, an index last."""

from collections.abc import Iterable, Sequence

from ..model import Evidence
from ..page import (
    Block,
    Column,
    Gap,
    Group,
    Page,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    count,
    headed,
    listing,
    text,
)
from ..sight import Seen
from ..view import View
from .balance import Balance
from .balance_splits import Words, split_blocks
from .balance_turned import turn_blocks
from .basis import document_line, title
from .counted_ties import REASONS, WITH, Counted
from .legend import onward
from .signed import AMBIVALENT, Tie, Ties, Triad
from .tie_words import tie_words
from .wording import claim, options, places

TRIADS = (Column(width=1), Column(width=10), Column(width=0), Column(most=16))
LISTED = (Column(width=1), Column(width=0), Column(most=14))
MOST = 12
MOST_WORDS = 2


def page(answer: Balance, view: View, folder: str = "", *, left_out: bool = False) -> Page:
    """The answer; `left_out` lists what does not count, tie by tie."""
    ties = answer.ties
    blocks: list[Block] = [
        title("Balance", answer.basis),
        Paragraph(document_line(answer.basis, view)),
        Paragraph(text(counts(ties.number, len(ties.actors), ties.hostile, ties.friendly))),
        *counted_blocks(answer.counted, answer.with_, view, listed=left_out, list_="--left-out"),
    ]
    if ties.ties:
        blocks += [Gap(), *triad_blocks(answer, view)]
        blocks += [Gap(), *split_blocks(ties, answer.optima, words(view))]
        upper = answer.optima.best.upper + ties.twice
        blocks += turn_blocks(answer.turns, ties, answer.triads, upper, view)
        blocks += [Gap(), *_index(answer)]
    return (*blocks, Gap(), _next(answer, view, folder))


def counts(ties: int, actors: int, hostile: int, friendly: int) -> str:
    """How many ties of how many actors, by sign."""
    if not ties:
        return "No signed tie counts, so there is nothing to split."
    return f"{count(ties, 'tie')} of {count(actors, 'actor')}: {hostile} hostile, {friendly} friendly."


def counted_blocks(
    counted: Counted, with_: frozenset[str], view: View, *, listed: bool = False, list_: str = ""
) -> Iterable[Block]:
    """What counts, what is left out, and the pairs of both signs; `list_` is the option that lists what is left out."""
    taken = [word for word in WITH if word in with_]
    also = f" Also, as asked: ties {listing([REASONS[word] for word in taken])}." if taken else ""
    day = "certainly true on the days asked, " if view.lens.dated else ""
    yield Paragraph(
        text(
            f"Counted, {_number(counted.rows)} as one a pair: signed, undisputed, actual, "
            f"{day}between actors that act.{also}{_supposed(counted.ties)}"
        ),
        0,
        2,
    )
    if not view.lens.dated:
        yield Paragraph(
            text(
                "No day is asked: the record as a whole, ties of any time side by side. On a day: --on DATE; "
                "at each date in turn: --over-time."
            ),
            0,
            2,
        )
    for tie in counted.ties.mixed[:MOST]:
        yield Paragraph(_both(tie, counted.ties.how, view), 0, 2)
    left = [row for rows in counted.left.values() for row in rows]
    lead = f"{len(left)} of the {_number([*left, *counted.rows])}"
    if left and not listed:
        told = "; ".join(f"{len(rows)} {REASONS[name]}" for name, rows in counted.left.items())
        yield Paragraph(text(f"Left out, {lead}: {told}.{f' List: {list_}' if list_ else ''}"), 0, 2)
    elif left:
        yield Gap()
        yield Table(headed(f"LEFT OUT, {lead}"), LISTED, tuple(_left(counted, view)), 1)
    if counted.hidden:
        yield Paragraph(text(f"The lens hides {count(counted.hidden, 'more tie')}."), 0, 2)


def _supposed(ties: Ties) -> str:
    return " if+, if-: by what is supposed alone." if any(tie.what_if for tie in ties.ties) else ""


def _number(rows: Sequence[Seen]) -> str:
    """`16 recorded ties`, `16 recorded ties and 1 supposed`."""
    new = sum(row.supposed for row in rows)
    return f"{count(len(rows) - new, 'recorded tie')}{f' and {new} supposed' if new else ''}"


def _left(counted: Counted, view: View) -> Iterable[Row | Group | Paragraph]:
    for name, rows in counted.left.items():
        word = f"; taken in by --with {name}" if name in WITH else ""
        yield Group(text(f" {REASONS[name]}{word}"))
        for row in rows:
            told = f"{'what if: ' if row.supposed else ''}{claim(row.relation, view.dataset)}"
            yield Row(((), text(told), _at(row.items, view)))


def _both(tie: Tie, read: str, view: View) -> Text:
    """A pair of both signs, and how it counts."""
    how = AMBIVALENT[read]
    if tie.sign:
        how = f"{'friendly' if tie.sign > 0 else 'hostile'}, {how}"
    nouns = {"+": "", "-": ""}
    for sign in nouns:
        held = [row for row in tie.rows if view.dataset.type_of(row.relation).sign == sign]
        words = listing(list(dict.fromkeys(view.dataset.type_of(row.relation).noun for row in held)))
        lead = "if " if all(row.supposed for row in held) else ""
        nouns[sign] = f"{lead}{words}{_cited(held, view)}"
    return text(
        f"Of both signs, and {how} (--ambivalent {read}): {pair_name(tie, view)}: {nouns['+']}, {nouns['-']}."
    )


def triad_blocks(answer: Balance, view: View) -> Iterable[Block]:
    """The strained triads tie by tie, with what strains them in words; the consistent ones in a line each."""
    n = len(answer.ties.actors)
    triples = n * (n - 1) * (n - 2) // 6
    strained = [one for one in answer.triads if one.strained]
    others = [one for one in answer.triads if not one.strained]
    told = f"{len(answer.triads)} closed of {count(triples, 'triple')}: {len(strained)} strained, {len(others)} consistent"
    if not answer.triads:
        yield Paragraph(
            (Run("TRIADS", "heading"), Run(f"  no three of {n} actors are all tied to each other."))
        )
        return
    rows: list[Row | Group | Paragraph] = []
    for one in strained[:MOST]:
        for number, tie in enumerate(one.ties):
            lead = text("strained") if not number else ()
            rows.append(Row(((), lead, pair_words(tie, view), _at(_items(tie), view))))
        rows.append(Row(((), (), text(in_words(one, view)), ())))
    for one in others[:MOST]:
        legs = ", ".join(f"{pair_name(tie, view)}{_cited(tie.rows, view)}" for tie in one.ties)
        rows.append(Row(((), text("consistent"), text(legs), ())))
    more = max(0, len(strained) - MOST) + max(0, len(others) - MOST)
    if more:
        rows.append(Paragraph(text(f"{more} more: --format json has all of them."), 1, 3))
    yield Table((Run("TRIADS", "heading"), Run(f"  {told}")), TRIADS, tuple(rows), 1)


def in_words(one: Triad, view: View) -> str:
    """What strains a triad, without a word on what follows from it."""
    name = view.dataset.name_of
    if one.hostile == 3:
        a, b, c = (name(actor) for actor in one.actors)
        return (
            f"In words: {a}, {b} and {c} are each at odds with both others, so that in two camps two of them "
            "share one."
        )
    odd = next(tie for tie in one.ties if tie.sign < 0)
    middle = next(actor for actor in one.actors if not odd.has(actor))
    return (
        f"In words: {name(middle)} has friendly ties with {name(odd.one)} and with {name(odd.other)}, "
        "between whom there is a hostile one."
    )


def pair_name(tie: Tie, view: View) -> str:
    """`Taliban + al-Qaeda`, `US government - IS-K`."""
    name = view.dataset.name_of
    return f"{name(tie.one)} {tie.mark} {name(tie.other)}"


def pair_words(tie: Tie, view: View) -> Text:
    """The pair, and what each of its first ties is."""
    shown = [tie_words(row, view, dated=False) for row in tie.rows]
    told = list(dict.fromkeys(shown))
    more = f"; {len(told) - MOST_WORDS} more" if len(told) > MOST_WORDS else ""
    return text(Run(pair_name(tie, view), "name"), f": {'; '.join(told[:MOST_WORDS])}{more}")


def _cited(rows: Sequence[Seen], view: View) -> str:
    """` [p20 p27]`; nothing where a tie without evidence is supposed."""
    items = [item for row in rows for item in row.items]
    return f" [{places(items, view.dataset)}]" if items else ""


def _items(tie: Tie) -> list[Evidence]:
    return [item for row in tie.rows for item in row.items]


def words(view: View) -> Words:
    """How a record's actors are called, and that its ties are cited with their places."""
    return Words(view.dataset.name_of, lambda tie: places(_items(tie), view.dataset))


def _at(items: Sequence[Evidence], view: View) -> Text:
    return text(Run(places(items, view.dataset), "place"))


def _index(answer: Balance) -> Iterable[Block]:
    """The figures, or why there are none; asked for all the same, they stand with that reason."""
    if answer.figures:
        rows = tuple(Row(((), text(one.name), text(one.text), text(one.words))) for one in answer.figures)
        columns = (Column(width=1), Column(most=10), Column(most=16), Column(width=0))
        yield Table(headed("INDEX"), columns, rows)
    if answer.withheld:
        why = f"{'; '.join(answer.withheld)}. A figure has little meaning here"
        shown = "" if answer.figures else " (--index prints it with this line)"
        yield Paragraph(text(f"{'Mind' if answer.figures else 'No index'}: {why}{shown}."), 0, 2)
    yield Paragraph(
        text("That a tie is out of line says nothing of what becomes of it, nor of what ought to."), 0, 2
    )


def _next(answer: Balance, view: View, folder: str) -> Table:
    lens = same(view, answer.with_, answer.ties.how, folder)
    lines = [("left out", f"actorgraph balance{lens} --left-out")] if answer.counted.left else []
    if answer.ties.ties:
        lines.append(("more camps", f"actorgraph blocs{lens}"))
    lines.append(("tie by tie", f"actorgraph balance{lens} --format csv"))
    return onward(lines)


def same(view: View, with_: frozenset[str], how: str, folder: str) -> str:
    """The options that count the same ties again."""
    also = ",".join(word for word in WITH if word in with_)
    read = f" --ambivalent {how}" if how != "drop" else ""
    return f"{options(view.lens, view.dataset, folder)}{f' --with {also}' if also else ''}{read}"
