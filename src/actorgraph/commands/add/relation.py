"""A tie between two actors, or several at once, with its evidence."""

from shlex import quote
from typing import TYPE_CHECKING

import typer

from ...errors import Fault
from ...text import safe
from .. import offering, prompting
from . import naming
from .evidence import put
from .form import Form, adding
from .items import asked, items, joined
from .options import EVIDENCE, ITEM, NOTE, TIME, argument, text, texts, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model import Relation
    from ...record.emitting import Value
    from ...record.naming import Tie

EXAMPLES = (
    'actorgraph add relation "River Front" threat "Northern Council" --when 2020/.. --evidence "wire p4"',
    'actorgraph add relation front seeks-to-topple council --evidence "wire p4" --stance doubts --dry-run',
    'actorgraph add relation "Upland League" distrust council --and "council distrust upland" --evidence "wire p3"',
)


@adding(
    {
        "FROM": argument("[FROM]", "An actor: a name, an id, an alias, or how one begins.", offering.actors),
        "TYPE": argument(
            "[TYPE]",
            "enmity, support, part-of ...; all: actorgraph explain hostile, cooperative, belongs, movement, neutral.",
            offering.typed,
        ),
        "TO": argument("[TO]", "The other actor.", offering.actors),
        "and": texts("--and", 'One more tie, the same evidence: "ACTOR TYPE ACTOR".', "TIE"),
    },
    EVIDENCE,
    ITEM,
    TIME,
    {
        "against": texts("--against", "The third party at whom it is aimed.", "ACTOR", offering.actors),
        "modality": word("--modality", "intended (wanted, planned), expected (forecast).", "modality"),
        "if": text("--if", "On what it depends; of what is expected only."),
        "means": texts(
            "--means",
            "arms, funds, transit ...; where the type takes means.",
            "WORD",
            offering.words("means"),
        ),
        "extent": word("--extent", "limited or close.", "extent"),
        "priority": word("--priority", "leading or lesser, in FROM's own ranking.", "priority"),
        "scope": text("--scope", "A few words: attacks in cities, local."),
        "place": texts("--place", "Where; may be given several times."),
        "event": text("--event", "The event that it is.", "EVENT", offering.events),
        "see": texts("--see", "A relation to be read with it.", "RELATION", offering.ties),
        "coding": word("--coding", "How sure you are to have read it right.", "coding"),
        "handling": text("--handling", "Where stricter than the record's: TLP:GREEN, TLP:AMBER ...", "TLP"),
        "id": text("--id", "Of a second spell, or a claim beside another one.", "ID"),
    },
    NOTE,
)
def command(form: Form) -> None:
    """A tie between two actors, or several at once, with its evidence.

    It reads as a sentence: FROM, TYPE, TO. Names are understood as in questions, ids are written. What the options
    say holds for each tie of the line. A tie that is there already gets one more item of evidence instead:
    actorgraph add evidence.
    """
    from ...record.naming import actor, normal

    ties = _ties(form)
    evidence = [str(one) for one in form.many("evidence")]
    if form.asking and not evidence:
        evidence = asked(form, dated=True)
    found = items(form, evidence)
    against = [str(one) for one in form.many("against", lambda name: actor(name, form.dataset))]
    rows = [normal(tie, tuple(against), form.one("modality") or "actual", form.dataset) for tie in ties]
    for row in rows:
        if row is not None and not form.one("id") and _there(form, row, evidence):
            return
    shared = form.values(
        "modality", "if", "when", "as-of", "gone-by", "extent", "priority", "scope", "event", "coding", "handling",
        "id", "note",
    )  # fmt: skip
    shared |= {
        "means": form.many("means"),
        "see": joined(form.many("see")),
        "place": joined(form.many("place")),
    }
    shared |= {"against": joined([*against]), "evidence": joined(found)}
    records: list[tuple[str, Mapping[str, Value]]] = [
        (
            form.one("id") or (row.id if row else "tie"),
            {"from": tie.from_, "type": tie.type, "to": tie.to, **shared},
        )
        for tie, row in zip(ties, rows, strict=True)
    ]
    form.add("relations", records, by_id=False)


def _ties(form: Form) -> "list[Tie]":
    from ...record.naming import Tie, actor, sentence, type_

    dataset = form.dataset
    form.lacks("relation", {name: form.one(name) for name in ("FROM", "TYPE", "TO")})
    more = [sentence(str(one), dataset) for one in form.many("and")]
    if more and form.one("id"):
        raise Fault("--id names one relation, and --and adds another. Add them one by one.")
    names = naming.actors(dataset)
    kinds = [*dataset.vocabulary.types, *dataset.vocabulary.inverses]
    known = naming.type_of_tie(dataset)
    from_ = form.need("From", "FROM", lambda word: actor(word, dataset), names)
    type_of = form.need(
        "Type (? lists them)",
        "TYPE",
        lambda word: type_(known(word) if form.asking else word, dataset),
        kinds,
    )
    to = form.need("To", "TO", lambda word: actor(word, dataset), names)
    return [Tie(from_, type_of, to), *more]


def _there(form: Form, row: "Relation", evidence: list[str]) -> bool:
    """Whether the tie stood there, and on a yes got the evidence instead; a Fault where it must not be added again."""
    from ...record.alike import may_be_one, same_ties

    dates = {name: str(date) for name, date in form.values(*TIME).items()}
    same = same_ties(row, form.dataset)
    one = [other for other in same if may_be_one(other, dates)]
    if one and not (form.anyway and row.id not in form.dataset.by_id):
        return _one_more(form, one, evidence)
    if row.id in form.dataset.by_id:
        raise Fault(
            f"{row.id} is there already, for another time ({_place(form.dataset.by_id[row.id])}).",
            f"A second spell is a row of its own, with an id of its own: --id {row.id.replace('.', '-')[:60]}-2",
        )
    return False


def _one_more(form: Form, same: "list[Relation]", evidence: list[str]) -> bool:
    there = same[0]
    told = f"{there.id} is there already ({_place(there)})."
    if form.terminal and len(same) == 1 and len(evidence) == 1 and not form.many("and"):
        typer.echo(safe(told), err=True)
        if not prompting.agreed("Add the evidence to it?", True):
            raise Fault("Nothing was written. A claim of its own beside it: --id ID")
        put(form, there.id, items(form, evidence, dated=True)[0])
        return True
    place = quote(evidence[0] if evidence else "SOURCE PLACE")
    raise Fault(
        told,
        f"Another voice or place for it: actorgraph add evidence {there.id} {place}",
        "A claim of its own beside it, or a second spell: --id ID",
    )


def _place(row: "Relation") -> str:
    return f"{row.where.file}:{row.where.line}"
