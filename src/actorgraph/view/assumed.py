"""The words of --scenario, --assume and --assume-not into scenarios."""

from ..dataset import Dataset
from ..decode.relation import derived_id
from ..decode.scenario import retimed, since
from ..errors import Fault
from ..lens import Days
from ..model import ASSUMED, Edit, Relation, Scenario
from ..period import FOREVER, NEVER, Date, Refusal, read_date
from ..problems import Span
from .cited import no_such
from .names import resolve

NOWHERE = Span("", 0, 0, 0)
ADVICE = 'Write two actors with a type of tie between them, such as: --assume "us-government support taliban"'
ALWAYS = Date("", NEVER + 1, FOREVER - 1, "", (NEVER + 1, FOREVER - 1))


def named(word: str, dataset: Dataset) -> Scenario:
    """The scenario of the record that bears the id."""
    found = dataset.scenarios.get(word)
    if found:
        return found
    ids = list(dataset.scenarios)
    new = (
        f"The record has: {', '.join(ids)}." if ids else "The record has none: they stand in scenarios.yaml."
    )
    raise no_such("scenario", word, ids, new)


def assumed(yes: list[str], no: list[str], days: Days | None, dataset: Dataset) -> Scenario | None:
    """What the line itself assumes, from the first of the days asked on; at all times where none are asked."""
    if not (yes or no):
        return None
    on = _first(days)
    both = {_tie(word, "assume", dataset): word for word in yes}
    for word in no:
        if word not in dataset.by_id and (other := both.get(_tie(word, "assume-not", dataset))):
            raise Fault(
                f'--assume "{other}" and --assume-not "{word}" suppose one tie and its absence. Leave one out.'
            )
    edits = [_added(word, on, dataset) for word in yes]
    edits += [edit for word in no for edit in _ended(word, on, dataset)]
    return Scenario(ASSUMED, "what this line assumes", on, NOWHERE, tuple(edits))


def _first(days: Days | None) -> Date:
    found = read_date(days.text.partition("/")[0], "on") if days else None
    return ALWAYS if found is None or isinstance(found, Refusal) else found


def _added(word: str, on: Date, dataset: Dataset) -> Edit:
    from_, type_, to = _tie(word, "assume", dataset)
    row = Relation("", from_, type_, to, NOWHERE, scenario=ASSUMED, when=since(on) if on.text else None)
    row = retimed(row._replace(id=derived_id(row)))
    return Edit("add", "assumed on the command line", NOWHERE, row)


def _ended(word: str, on: Date, dataset: Dataset) -> list[Edit]:
    """Of a relation's id that relation, of two actors and a type all such relations between them."""
    if word in dataset.by_id:
        ids = [word]
    else:
        from_, type_, to = _tie(word, "assume-not", dataset)
        ids = [
            row.id
            for row in dataset.around.get(from_, ())
            if (row.from_, row.type, row.to) == (from_, type_, to)
        ]
        if not ids:
            raise _no_tie(from_, type_, to, dataset)
    return [Edit("end", "assumed away on the command line", NOWHERE, id=id_) for id_ in ids]


def _no_tie(from_: str, type_: str, to: str, dataset: Dataset) -> Fault:
    there = [row.id for row in dataset.around.get(from_, ()) if to in row.ends]
    told = (
        f"Between the two the record has: {', '.join(there[:8])}."
        if there
        else "It has no tie between the two."
    )
    return Fault(f'--assume-not: the record has no "{from_} {type_} {to}". {told}')


def _tie(word: str, option: str, dataset: Dataset) -> tuple[str, str, str]:
    """From, type and to in their canonical order; names of actors may have several words."""
    words = word.split()
    vocabulary = dataset.vocabulary
    at = [i for i in range(1, len(words) - 1) if vocabulary.canonical(words[i])]
    if not at:
        raise Fault(f'--{option}: "{word}" names no tie. {ADVICE}')
    from_, to = " ".join(words[: at[0]]), " ".join(words[at[0] + 1 :])
    ends = []
    for name in (from_, to):
        found = resolve(name, dataset)
        if isinstance(found, Fault):
            raise found
        ends.append(found.id)
    typed = words[at[0]]
    type_ = vocabulary.canonical(typed) or typed
    if type_ != typed:
        ends.reverse()
    if vocabulary.types[type_].symmetric:
        ends.sort()
    if ends[0] == ends[1]:
        raise Fault(f'--{option}: "{word}" has the same actor at both ends. {ADVICE}')
    return ends[0], type_, ends[1]
