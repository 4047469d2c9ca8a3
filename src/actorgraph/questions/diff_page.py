"""The page of two dates: what began, ended and changed by the sources' own words; then what can't be told."""

from collections.abc import Iterable, Sequence

from ..lens import Days
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, text
from ..view import View
from .about import on_the_line
from .basis import document_line, title
from .changed import Change
from .diff import Diff, Fate
from .legend import mark_words, onward
from .untold import MANY, untold
from .wording import options, places, short

# Told in full: by kind of fate the heading, and what it rests on.
TOLD = (
    ("began", "BEGAN", "a source dates the beginning"),
    ("began with its actor", "BEGAN WITH ITS ACTOR", "concluded from when the actor existed"),
    ("ended", "ENDED", "a source dates the end"),
    ("ended with its actor", "ENDED WITH ITS ACTOR", "concluded from when the actor existed"),
    ("between", "BEGAN AND ENDED IN BETWEEN", "a source dates both"),
    ("happened", "EVENTS IN BETWEEN", ""),
    ("last evidenced", "LAST EVIDENCED BEFORE {now}", "no source says that it ended"),
    ("start uncertain", "CANNOT BE TOLD: its beginning is too uncertain", ""),
    ("end uncertain", "CANNOT BE TOLD: its end is too uncertain", ""),
    ("seen between", "SEEN IN BETWEEN ONLY", "nothing is known of {then} and {now}"),
    ("same", "THE SAME ON BOTH", ""),
)
BRIEFLY = (
    (
        "known later only",
        "CANNOT BE TOLD: so {in_now}, nothing is known of {then}",
        "silence is no beginning",
    ),
    ("undated", "CANNOT BE PLACED: undated", ""),
)
COLUMNS = (
    Column(width=1),
    Column(most=17, shared="when", wide=24),
    Column(width=2),
    Column(width=0),
    Column("at", most=12, shared="at", wide=16),
)


def page(answer: Diff, view: View, folder: str = "", *, whole: bool = False) -> Page:
    """The differences first, what is the same next, what can't be told after it: counted where it is much."""
    then, now = answer.then.text, answer.now.text
    blocks: list[Block] = [
        title(f"From {then} to {now}", answer.basis),
        Paragraph(document_line(answer.basis, view)),
        Paragraph(text(_summary(answer))),
    ]
    blocks += _changes(answer, view)
    for kind, heading, more in TOLD:
        held = [fate for fate in answer.fates if fate.kind == kind]
        if held:
            heads = [words.format(then=then, now=now, in_now=_in(answer.now)) for words in (heading, more)]
            rows = tuple(_row(fate, answer) for fate in _in_order(held))
            blocks += [Gap(), Table(_heading(*heads).text, COLUMNS, rows)]
    for kind, heading, more in BRIEFLY:
        held = [fate for fate in answer.fates if fate.kind == kind]
        if held:
            heads = [words.format(then=then, now=now, in_now=_in(answer.now)) for words in (heading, more)]
            blocks += [Gap(), _heading(*heads), *untold(held, now, view.dataset, whole=whole)]
    if rest := _rest(answer):
        blocks += [Gap(), Paragraph(text(rest))]
    shown = [fate for fate in answer.fates if fate.kind not in ("other days", "forecast")]
    if marks := mark_words({fate.mark for fate in shown if fate.mark}, view):
        blocks += [Gap(), Paragraph((Run(f"{'; '.join(marks)}.", "dim"),))]
    lens = options(view.lens, view.dataset, folder)
    about = on_the_line(answer.about, view.dataset)
    one = "list relations" if not about else f"{'show' if len(answer.about) == 1 else 'compare'}{about}"
    lines = [
        ("one of the dates", f"actorgraph {one} --on {then}{lens}"),
        ("all in time", f"actorgraph timeline{about}{lens}"),
    ]
    often = [sum(fate.kind == kind for fate in answer.fates) for kind, *_ in BRIEFLY]
    if not whole and any(number > MANY for number in often):
        named = on_the_line(answer.about, view.dataset, "--about")
        lines.insert(0, ("one by one", f"actorgraph diff --from {then} --to {now} --all{named}{lens}"))
    return (*blocks, Gap(), onward(lines))


def _heading(words: str, more: str = "") -> Paragraph:
    return Paragraph(text(Run(words, "heading"), f"; {more}" if more else ""))


def _summary(answer: Diff) -> str:
    """How much of each, so that a long page is not read for nothing."""
    words = []
    for kinds, told in (
        (("began", "began with its actor"), "began"),
        (("ended", "ended with its actor"), "ended"),
        (("between",), "began and ended in between"),
        (("same",), "held on both"),
        (("known later only",), "known of the later date only"),
        (("last evidenced",), "of the earlier only"),
        (("start uncertain", "end uncertain"), "with an end too uncertain to tell"),
        (("seen between",), "seen in between only"),
    ):
        number = sum(fate.kind in kinds for fate in answer.fates)
        words += [f"{number} {told}"] if number else []
    if not words:
        return "No tie and no fact reaches either date."
    signs = sum(change.kind == "sign" for change in answer.changes)
    pairs = f" {count(signs, 'pair')} changed sign." if signs else " No pair changed sign."
    return f"Of ties and facts {listing(words)}.{pairs}"


def _changes(answer: Diff, view: View) -> Iterable[Block]:
    for kind, heading, more in (
        ("sign", "CHANGED SIGN", "each row of it stands below too"),
        ("kind", "CHANGED IN KIND, EXTENT OR STANDING", "of the same sign"),
    ):
        held = [change for change in answer.changes if change.kind == kind]
        if held:
            rows = tuple(_change(change, answer.now, view) for change in held)
            yield from (Gap(), Table(_heading(heading, more).text, (COLUMNS[0], *COLUMNS[3:]), rows))


def _change(change: Change, now: Days, view: View) -> Row:
    names = listing([view.dataset.name_of(end) for end in change.ends])
    aimed = listing([view.dataset.name_of(one) for one in change.against])
    items = [item for row in (*change.before, *change.after) for item in row.items]
    still = f", possibly still {change.maybe} {_in(now)}" if change.maybe else ""
    words = f"{names}{f' (against {aimed})' if aimed else ''}: {change.then}, then {change.now}{still}"
    return Row(((), text(words), text(Run(places(items, view.dataset), "place"))))


def _row(fate: Fate, answer: Diff) -> Row:
    words = ": ".join(filter(None, [fate.name, fate.words]))
    sides = ((fate.then, answer.then, "began"), (fate.now, answer.now, "ended"))
    maybe = [
        f"possibly {_in(days)}"
        for told, days, out in sides
        if fate.kind.startswith(("same", "began", "ended"))
        and not fate.kind.startswith(out)
        and told == "possibly"
    ]
    bound = f"; bounded by {fate.bound}" if fate.bound and "actor" in fate.kind else ""
    if len(maybe) == 2:
        maybe = ["possibly on both"]
    told = "; ".join([words, *maybe]) + bound
    at = Run(places(fate.items, answer.dataset), "place")
    return Row(((), text(Run(_when(fate), "dim")), _mark(fate), text(told), text(at)))


def _in(days: Days) -> str:
    """`in 1907`, `in 2021-09`, `on 2021-08-26`."""
    return f"{'on' if days.first == days.last else 'in'} {days.text}"


def _when(fate: Fate) -> str:
    """Of what began the beginning, of what ended the end."""
    parts = fate.when.split(", ")
    if fate.kind.startswith(("began", "start")):
        return parts[0]
    return short(parts[-1] if fate.kind.startswith("end") else fate.when)


def _mark(fate: Fate) -> Text:
    role = {"?": "contested", "~": "open"}.get(fate.mark[:1], "")
    role = role or {"-": "hostile", "+": "cooperative"}.get(fate.mark, "")
    return text(Run(fate.mark.rjust(2), role)) if fate.mark else ()


def _in_order(held: Sequence[Fate]) -> list[Fate]:
    """Ties before facts; each by its date as told, and in the order of the file."""
    return sorted(held, key=lambda fate: (fate.row == "fact", _year(fate.when)))


def _year(when: str) -> str:
    """The first date that the words name."""
    return next((word.strip(",;") for word in when.split() if word[:4].isdigit()), "")


def _rest(answer: Diff) -> str:
    """What is not compared, counted."""
    forecasts = sum(fate.kind == "forecast" for fate in answer.fates)
    outside = sum(fate.kind == "other days" for fate in answer.fates)
    words = [f"{count(forecasts, 'forecast')} not compared"] if forecasts else []
    words += (
        [f"{count(outside, 'row')} on other days, outside both dates and what lies between"]
        if outside
        else []
    )
    return f"{'; '.join(words)}." if words else ""
