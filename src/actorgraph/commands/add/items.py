"""Items of evidence: from the words of --evidence and the options beside it to what a file holds."""

from typing import TYPE_CHECKING

from ...errors import Fault
from .. import prompting
from . import naming
from .form import Form
from .options import ITEM, TIME, taken

if TYPE_CHECKING:
    from ...record.emitting import Value

LONGEST = 4
SHORT = (1, 2, LONGEST)


def items(form: Form, given: "list[str]", *, dated: bool = False) -> "list[Value]":
    """An item each, short where it can be; with `dated` the dates of the line are the item's own."""
    beside = _beside(form, dated)
    if beside and len(given) > 1:
        raise Fault(
            f"--{next(iter(beside))} belongs to one item of evidence, and {len(given)} are given.",
            "Name one of them here, the others one by one: actorgraph add evidence RELATION EVIDENCE",
        )
    return [item(form, one, beside) for one in given]


def item(form: Form, typed: str, beside: "dict[str, Value]") -> "Value":
    """One item: its words with the ids that they mean, as a mapping where there is more to say."""
    from ...record.naming import source, voice

    parts = typed.split()
    if len(parts) not in SHORT:
        raise Fault(
            f'"{typed}" has {len(parts)} words. Evidence is SOURCE, SOURCE PLACE, or SOURCE PLACE VOICE STANCE.',
            'Several places are joined: "report p3+p4". Several items: --evidence twice.',
        )
    record: dict[str, Value] = {"source": source(parts[0], form.dataset)}
    if parts[1:]:
        record["at"] = parts[1]
    if parts[2:]:
        record |= {"says": voice(parts[2], form.dataset), "stance": parts[3]}
    twice = next((name for name in beside if name in record), None)
    if twice:
        raise Fault(f'"{typed}" says it already: leave --{twice} out, or name only source and place.')
    record |= beside
    if record.keys() == {"source"}:
        return record["source"]
    if record.keys() <= {"source", "at", "says", "stance"} and "at" in record:
        words = [record["source"], record["at"]]
        if record.keys() != {"source", "at"}:
            words += [record.get("says", "author"), record.get("stance", "supports")]
        return " ".join(map(str, words))
    from ...record.order import order

    return {name: record[name] for name in order("evidence") if name in record}


def _beside(form: Form, dated: bool) -> "dict[str, Value]":
    """What the options say of the item, by field."""
    from ...record.naming import voice

    plain = [name for name in (*ITEM, *(TIME if dated else ())) if name not in ("says", "via")]
    found = form.values(*plain)
    if form.one("says"):
        found["says"] = voice(form.one("says"), form.dataset)
    if via := form.many("via", lambda word: voice(word, form.dataset)):
        found["via"] = via[0] if len(via) == 1 else via
    return found


def joined(found: "list[Value]") -> "Value":
    """A single one alone, several or none as a list."""
    return found[0] if len(found) == 1 else found


def asked(form: Form, *, needed: bool = False, dated: bool = False) -> list[str]:
    """Evidence asked for on a terminal: the source, the place in it, whose word it is, and what it says."""

    def take(typed: str) -> str:
        item(form, taken("evidence", typed), {})
        return typed

    question = "Evidence: source and place, such as report p3"
    found = prompting.ask(question, take, form.dataset.sources, needed=needed)
    if not found:
        return []
    parts = found.split()
    if len(parts) < LONGEST:
        _whose(form, parts[0])
    if dated:
        form.may(
            "The period it speaks of: 2019, 2019/.. (and still), 2019/2021",
            "when",
            fits=naming.period("when"),
        )
        if not form.one("when"):
            form.may(
                "Or when it is seen: 2021, 2017/2021 (first and last)", "as-of", fits=naming.period("as-of")
            )
    form.may("What it says, in your own words", "gist")
    return [found]


def _whose(form: Form, word: str) -> None:
    """The voice and the stance, where the line gives none."""
    from ...record.naming import source, voice

    dataset = form.dataset
    own = dataset.sources[source(word, dataset)].own
    author = f"its author, {dataset.name_of(own)}" if own else "its author"
    form.may(
        "Who says so",
        "says",
        naming.voices(dataset),
        fits=lambda typed: voice(typed, dataset),
        without=author,
    )
    stances = dataset.vocabulary.words["stances"]
    form.may("Stance", "stance", stances, fits=naming.one_of("stance", stances), without="supports")
