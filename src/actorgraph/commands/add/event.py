"""What happened at a time and would be counted."""

from typing import TYPE_CHECKING

from ...errors import Fault
from .. import prompting
from . import naming
from .form import Form, adding
from .items import asked, items, joined
from .options import EVIDENCE, ITEM, NOTE, argument, text, texts

if TYPE_CHECKING:
    from ...record.emitting import Value

EXAMPLES = (
    'actorgraph add event "Shots at the landing" --who "perpetrator=River Front" --figure "boats sunk=2"',
)


@adding(
    {
        "NAME": argument("[NAME]", "What it is called."),
        "when": text("--when", "When it happened.", "FROM/TO"),
        "place": texts("--place", "Where; may be given several times."),
        "who": texts("--who", "Who took which part: perpetrator=ACTOR, victim=ACTOR ...", "ROLE=ACTOR"),
        "figure": texts("--figure", 'What was counted: "civilians killed=>170".', "UNIT=N"),
        "id": text("--id", "Instead of the id made from the name.", "ID"),
    },
    EVIDENCE,
    ITEM,
    NOTE,
)
def command(form: Form) -> None:
    """What happened at a time and would be counted.

    A tie that holds over time is a relation, and what holds of one actor a trait.
    """
    from ...record.alike import near_titles

    form.lacks("event", {"NAME": form.one("NAME")})
    name = form.need("Name", "NAME")
    id_ = naming.new_id(form, name, "events")
    naming.settle(form, [one for one in near_titles([name], form.dataset) if one.what == "event"])
    when = form.may("When, such as 2021-08-26", "when", fits=naming.period("when"))
    who = _who(form)
    evidence = [str(one) for one in form.many("evidence")]
    if form.asking and not evidence:
        evidence = asked(form)
    record: dict[str, Value] = {"name": name, "when": when, "place": form.many("place"), "who": who}
    record |= {"figures": _figures(form), "evidence": joined(items(form, evidence)) if evidence else ""}
    form.add("events", [(id_, {**record, **form.values("note")})])


def _who(form: Form) -> "dict[str, Value]":
    typed = [str(one) for one in form.many("who")]
    if form.asking and not typed:
        roles = form.dataset.vocabulary.words["roles"]

        def fits(words: str) -> str:
            _roles(form, _split(words))
            return words

        question = f"Who took part ({', '.join(roles)}), such as perpetrator=River Front; target=Council"
        typed = _split(prompting.ask(question, fits, [f"{role}=" for role in roles], needed=False))
    return _roles(form, typed)


def _split(words: str) -> list[str]:
    return [part.strip() for part in words.split(";") if part.strip()]


def _roles(form: Form, typed: list[str]) -> "dict[str, Value]":
    from ...record.naming import actor

    known = naming.one_of("role", form.dataset.vocabulary.words["roles"])
    found: dict[str, list[Value]] = {}
    for words in typed:
        role, name = _parted(words, "--who", "perpetrator=River Front")
        found.setdefault(known(role) if form.asking else role, []).append(actor(name, form.dataset))
    return {role: joined(actors) for role, actors in found.items()}


def _figures(form: Form) -> "dict[str, Value]":
    found: dict[str, Value] = {}
    for words in map(str, form.many("figure")):
        unit, number = _parted(words, "--figure", "civilians killed=>170")
        if unit in found:
            raise Fault(f'--figure has "{unit}" twice.')
        found[unit] = number
    return found


def _parted(words: str, option: str, such: str) -> tuple[str, str]:
    left, equals, right = (part.strip() for part in words.partition("="))
    if not (left and equals and right):
        raise Fault(f'{option} "{words}" has no `=` between two parts. Such as: {option} "{such}"')
    return left, right
