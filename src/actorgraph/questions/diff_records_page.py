"""The page of two data sets: each kind of difference under its heading, what came first, what came to bear it last."""

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, count, text
from ..view import View
from .diff_records import KINDS, Change, Records
from .legend import mark_words
from .wording import places

HEADINGS = {
    "added with a source": "ADDED WITH A SOURCE that was not there before",
    "removed with its only source": "REMOVED WITH ITS ONLY SOURCE",
    "ended": "ENDED: an end is stated now",
    "end taken back": "END TAKEN BACK: no end is stated any more",
    "lost its only source": "LOST ITS ONLY SOURCE: nothing bears it now",
    "gained an independent support": "GAINED AN INDEPENDENT SUPPORT",
    "lost an independent support": "LOST AN INDEPENDENT SUPPORT",
    "other words": "OTHER WORDS of a fact, an event or a name: read whether they mean the same",
    "changed voice": "A VOICE HOLDS SOMETHING ELSE",
}
COLUMNS = (Column(width=1), Column(width=2), Column(width=0), Column("at", most=12, shared="at", wide=16))
# What stands on its own: the words of one side say it all.
WHOLE = ("added", "added with a source", "removed", "removed with its only source")


def page(answer: Records, new: View) -> Page:
    """The differences by kind; nothing of what means the same."""
    lens = "".join(f", {word}" for word in answer.basis.lens)
    blocks: list[Block] = [
        Paragraph(text(Run(f"From {answer.before} to {answer.after}", "name"), Run(lens, "lens"))),
        Paragraph(text(_summary(answer))),
    ]
    for kind in KINDS:
        held = [one for one in answer.changes if one.kind == kind]
        if held:
            heading = HEADINGS.get(kind, kind.upper())
            rows = tuple(_row(one, answer) for one in held)
            blocks += [Gap(), Table((Run(heading, "heading"),), COLUMNS, rows)]
    if marks := mark_words({one.mark for one in answer.changes if one.mark}, new):
        blocks += [Gap(), Paragraph((Run(f"{'; '.join(marks)}.", "dim"),))]
    return tuple(blocks)


def _summary(answer: Records) -> str:
    same = count(answer.alike, "tie")
    words = (
        f"{count(answer.words_only, 'tie')} in words only (gist, place, note)" if answer.words_only else ""
    )
    rest = "; ".join(filter(None, [f"{same} unchanged", words]))
    if not answer.changes:
        return f"Nothing means anything else; {rest}."
    rows = len({(one.row, one.id_before, one.id_after, one.name) for one in answer.changes})
    return f"{count(len(answer.changes), 'difference')} in {count(rows, 'row')}; {rest}."


def _row(one: Change, answer: Records) -> Row:
    role = {"?": "contested", "~": "open"}.get(one.mark[:1], "")
    role = role or {"-": "hostile", "+": "cooperative"}.get(one.mark, "")
    mark = text(Run(one.mark.rjust(2), role)) if one.mark else ()
    return Row(((), mark, text(change_words(one)), text(Run(change_at(one, answer), "place"))))


def change_words(one: Change) -> str:
    """What the row is, and what was and is; of what came or went as a whole, its own words."""
    told = one.before or one.after
    if one.kind in WHOLE:
        kind = "" if one.row in ("tie", "fact") else f"{one.row} "
        return f"{kind}{one.name}" + (f": {told}" if told and told != one.name else "")
    kind = f"{one.row} " if one.row in ("actor", "source", "voice") else ""
    return f"{kind}{one.name}; was {one.before or 'nothing'}, now {one.after or 'nothing'}"


def change_at(one: Change, answer: Records) -> str:
    """Where the row stands now, else where it stood."""
    if one.new:
        return places(one.new, answer.new)
    return places(one.old, answer.old) if one.old else ""
