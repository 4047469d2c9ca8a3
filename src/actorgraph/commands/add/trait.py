"""What holds of one actor alone: its creed, aims, strength."""

from typing import TYPE_CHECKING

import typer

from ...text import safe
from .. import offering
from . import naming
from .form import Form, adding
from .items import asked, items, joined
from .options import EVIDENCE, ITEM, NOTE, TIME, argument, text, texts, word

if TYPE_CHECKING:
    from ...record.emitting import Value

EXAMPLES = (
    'actorgraph add trait "Upland League" capacity --on boats --figure 9 --as-of 2020-03 --evidence "monitors p2"',
    'actorgraph add trait front goal --on "the crossing" --is "wants it closed" --evidence "wire p4" --dry-run',
)


@adding(
    {
        "ACTOR": argument("[ACTOR]", "Of whom it holds.", offering.actors),
        "TRAIT": argument(
            "[TRAIT]", "ideology, goal, tactic, leadership, territory, capacity, funding ...", offering.traits
        ),
        "is": text("--is", "What holds, in a few words."),
        "figure": text("--figure", "Or how many: 77, >170, ~500, 100..120; the unit is its topic.", "N"),
        "on": text("--on", "Its topic, by which actors are compared: creed, attacks."),
        "toward": text("--toward", "The actor that it is about.", "ACTOR", offering.actors),
        "modality": word("--modality", "intended (wanted, planned), expected (forecast).", "modality"),
        "priority": word("--priority", "leading or lesser, in its own ranking.", "priority"),
        "place": texts("--place", "Where; may be given several times."),
        "coding": word("--coding", "How sure you are to have read it right.", "coding"),
    },
    EVIDENCE,
    ITEM,
    TIME,
    NOTE,
)
def command(form: Form) -> None:
    """What holds of one actor alone: its creed, aims, strength.

    What needs a second actor to be true is a relation, and what happened and would be counted an event.
    """
    from ...record.naming import actor
    from ...record.order import order

    dataset = form.dataset
    said = form.one("is") or form.one("figure")
    form.lacks("trait", {"ACTOR": form.one("ACTOR"), "TRAIT": form.one("TRAIT"), "--is or --figure": said})
    id_ = form.need("Actor", "ACTOR", lambda name: actor(name, dataset), naming.actors(dataset))
    kinds = dataset.vocabulary.traits
    kind = form.need("Trait", "TRAIT", naming.one_of("trait", kinds), kinds)
    form.may("Topic, such as creed, attacks", "on")
    is_ = "" if form.one("figure") else form.need("What holds, in a few words", "is")
    evidence = [str(one) for one in form.many("evidence")]
    if form.asking and not evidence:
        evidence = asked(form, dated=True)
    record: dict[str, Value] = {"trait": kind, "is": is_, "place": joined(form.many("place"))}
    record |= form.values(
        "on", "figure", "priority", "modality", "when", "as-of", "gone-by", "coding", "note"
    )
    if form.one("toward"):
        record["toward"] = actor(form.one("toward"), dataset)
    if evidence:
        record["evidence"] = joined(items(form, evidence))
    ready = {name: record[name] for name in order("traits") if record.get(name)}
    if form.asking:
        form.show([(id_, {"traits": [ready]})])
    _put(form, id_, ready)


def _put(form: Form, id_: str, trait: "dict[str, Value]") -> None:
    from ...nodes import Mapping
    from ...record.fields import lengthened
    from ...record.order import order
    from ...record.references import records
    from ..recording import recording

    with recording(form.data, form.dry_run, options=form.options) as draft:
        file, node = next((f, node) for f, _, one, node in records(draft, "actors") if one.text == id_)
        assert isinstance(node, Mapping)
        value: Value = trait if node.get("traits") is not None else [trait]
        draft.edit(file, *lengthened(draft.text(file), node, "traits", value, order("actors")))
    if not form.dry_run:
        typer.echo(safe(f"Added to {id_} ({file}:{node.line})."))
