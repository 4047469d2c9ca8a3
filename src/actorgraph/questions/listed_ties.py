"""The list of ties: by family, or by what their dates answer where days are asked."""

from collections.abc import Sequence

from ..dataset import Dataset
from ..page import Column, Run, Text, count, listing, text
from ..sight import Seen
from ..view import View
from .dated import ANSWERS
from .legend import mark_words
from .listed import Entry, Listed
from .statements import mark_of
from .wording import claim, places, short

COLUMNS = (
    "id", "from", "type", "to", "against", "family", "sign", "modality", "mark", "standing", "voices",
    "when", "answer", "places", "tie", "coding",
)  # fmt: skip
SHOWN = (
    Column(width=3),
    Column("tie", width=0),
    Column("standing", most=13),
    Column("when", most=13, wide=24),
    Column("at", most=8, wide=16),
)
MODALITY = {"intended": "planned", "expected": "forecast"}


def listed(view: View) -> Listed:
    """Every tie that is seen. On the days asked, those that can't have held are counted, not shown."""
    dataset, dated = view.dataset, view.lens.dated
    seen = view.relations()
    families = list(dataset.vocabulary.families)
    if dated:
        headings = {answer: heading for answer, heading in ANSWERS if answer != "no"}
        asked = [
            answer for answer in headings if answer != "not known" or any(r.answer == answer for r in seen)
        ]
        groups = tuple(headings[answer] for answer in asked)
    else:
        headings = {name: family.heading for name, family in dataset.vocabulary.families.items()}
        groups = tuple(
            headings[n]
            for n in families
            if any(dataset.type_of(r.relation).family == n for r in seen if not r.supposed)
        )
        if any(row.supposed for row in seen):
            headings["supposed"] = "what if: supposed here, not in the record"
            groups = (*groups, headings["supposed"])
    entries = []
    for row in sorted(seen, key=lambda row: families.index(dataset.type_of(row.relation).family)):
        group = (
            str(row.answer) if dated else "supposed" if row.supposed else dataset.type_of(row.relation).family
        )
        shown = _shown(row, dataset) if row.answer != "no" else ()
        entries.append(Entry(headings.get(group, ""), _cells(row, dataset), shown))
    return Listed(COLUMNS, tuple(entries), SHOWN, groups if seen else (), _notes(seen, view), gap=2)


def _shown(row: Seen, dataset: Dataset) -> tuple[Text, ...]:
    mark = mark_of(row, None, dataset)
    role = "open" if mark.startswith("~") else "contested" if mark == "?" else ""
    voices = _voices(row, dataset)
    type_ = Run(f" ({row.relation.type})", "dim")
    tie = text(claim(row.relation, dataset), *((", ", Run(voices, "voice")) if voices else ()), type_)
    when = Run(short(row.spell.words), "dim")
    at = Run(places(row.items, dataset), "place")
    return (text(Run(mark.rjust(3), role)), tie, text(standing(row, dataset)), text(when), text(at))


def standing(row: Seen, dataset: Dataset) -> str:
    """The standing, after what keeps the tie from being a fact: `planned, undisputed`; `forecast, held possible`."""
    stands = "held possible" if row.standing == "suggested" else row.standing
    not_yet = MODALITY.get(row.relation.modality, "")
    if not not_yet and dataset.type_of(row.relation).kind == "aim":
        not_yet = "aim"
    return f"{not_yet}, {stands}" if not_yet else stands


def _voices(row: Seen, dataset: Dataset) -> str:
    """Who holds what, where it is not the source's own author alone: `says press reports, doubted by some analysts`."""
    words = dataset.vocabulary.words["stances"]
    held: dict[str, list[str]] = {}
    for item in row.items:
        held.setdefault(item.stance, []).append(item.says)
    if row.supposed:
        return ""
    own = all(dataset.sources[item.source].own == item.says for item in row.items)
    if own and set(held) in ({"supports"}, {"suggests"}, set()):
        return ""
    told = []
    for stance, voices in held.items():
        verb = "says" if stance == "supports" else f"{words[stance]['own']} by"
        told.append(f"{verb} {listing([dataset.name_of(voice) for voice in dict.fromkeys(voices)])}")
    return ", ".join(told)


def _cells(row: Seen, dataset: Dataset) -> tuple[str, ...]:
    relation, type_ = row.relation, dataset.type_of(row.relation)
    voices = dict.fromkeys(f"{item.says}:{item.stance}" for item in row.items)
    places_ = dict.fromkeys(place for item in row.items for place in item.places)
    return (
        relation.id, row.from_, relation.type, row.to, " ".join(relation.against), type_.family, type_.sign,
        relation.modality, mark_of(row, None, dataset), row.standing, " ".join(voices), row.spell.words,
        row.answer or "", " ".join(places_), claim(relation, dataset), relation.coding,
    )  # fmt: skip


def _notes(seen: Sequence[Seen], view: View) -> tuple[str, ...]:
    """How many are not shown, and what the marks mean."""
    over = sum(row.answer == "no" for row in seen)
    hidden = len(view.hidden())
    notes = []
    if over:
        verb = "is" if over == 1 else "are"
        notes.append(f"{over} more {verb} over or not begun on the days asked; csv and json list them too.")
    if hidden:
        notes.append(f"{count(hidden, 'tie')} hidden by this lens.")
    marks = mark_words({mark_of(row, None, view.dataset) for row in seen if row.answer != "no"}, view)
    return (*notes, *([f"{'; '.join(marks)}."] if marks else []))
