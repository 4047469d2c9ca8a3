"""What `add` asks of names: an id that is free, no near duplicate unseen, and what Tab offers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...errors import Fault
from ...period import Refusal, read_date, read_interval
from ...text import fold, slug
from ...vocabulary.everyday import nearest
from .. import prompting
from .form import Form, Take

if TYPE_CHECKING:
    from ...dataset import Dataset
    from ...model import Actor, Event, Source, Voice
    from ...record.alike import Near
    from ...record.emitting import Value


# Which ids a new record must not have: actors and voices are called in one name space.
APART = {
    "actors": ("actors", "voices"),
    "voices": ("actors", "voices"),
    "sources": ("sources",),
    "events": ("events",),
}


def new_id(form: Form, name: str, family: str) -> str:
    """The id given, else the one that the name makes; a Fault where it is taken or there is none."""
    made = form.one("id") or slug(name)
    if not made and form.asking:
        made = prompting.ask("Id (small letters a to z, digits, hyphens)", free(form, family))
    if not made:
        raise Fault(f'"{name}" has no letter a to z and no digit to make an id of. Give it one: --id ID')
    return free(form, family)(made)


def free(form: Form, family: str) -> Take:
    """Takes an id that nobody else has."""

    def take(id_: str) -> str:
        dataset = form.dataset
        for what in APART[family]:
            known: dict[str, Actor | Voice | Source | Event] = getattr(dataset, what)
            if id_ in known:
                where = known[id_].where
                if what == family == "actors":
                    raise Fault(
                        f"{named(dataset, id_)} is in the record already: {id_} ({where.file}:{where.line}).",
                        f"One more name for it: actorgraph rename {id_} --alias NAME; what else is known of it goes there.",
                        "Is it another one, give it another id: --id ID",
                    )
                told = f'The id "{id_}" is taken, by {named(dataset, id_)} ({where.file}:{where.line}).'
                other = "" if family == "sources" else ": --id ID"
                raise Fault(f"{told} Is it another one, give it another id{other}")
        return id_

    return take


def named(dataset: "Dataset", id_: str) -> str:
    """What the record with that id is called."""
    if id_ in dataset.sources:
        return dataset.sources[id_].title
    return dataset.events[id_].name if id_ in dataset.events else dataset.name_of(id_)


def told_near(form: Form, names: Iterable[str], whole: str = "") -> None:
    """Of actors and voices whose names are near, the whole of a segment apart: shown first, added only on a yes."""
    from ...record.alike import near_names

    settle(form, [one for one in near_names(names, form.dataset) if one.id != whole])


def settle(form: Form, found: "list[Near]") -> None:
    """Shows what is near and goes on only on a yes or --anyway."""
    lines = [f"  {one.id}  {one.name} ({one.what})" for one in found[:5]]
    lines += [f"  and {len(found) - 5} more"] if len(found) > 5 else []
    form.settle(
        [
            "There is one whose name is near:" if len(found) == 1 else "There are some whose names are near:",
            *lines,
        ]
        if found
        else [],
        "Add it all the same?",
        "If it is another one, add it all the same: --anyway",
    )


def kind(form: Form) -> Take:
    """Takes a kind of actor."""
    return one_of("kind", form.dataset.vocabulary.kinds)


def one_of(what: str, known: Iterable[str]) -> Take:
    """Takes a word of a closed list, however it was spelled."""
    words = list(known)

    def take(word: str) -> str:
        if (meant := slug(word)) in words:
            return meant
        if word in words:
            return word
        found = nearest(word, words, 2)
        told = f"Nearest: {' or '.join(found)}." if found else f"It is one of: {', '.join(words)}."
        raise Fault(f'No {what} "{word}". {told}')

    return take


def type_of_tie(dataset: "Dataset") -> Take:
    """Takes a type or the inverse of one; where nothing is near, all types are told by family."""
    vocabulary = dataset.vocabulary
    known = [*vocabulary.types, *vocabulary.inverses]

    def take(word: str) -> str:
        for one in (word, slug(word)):
            if vocabulary.canonical(one):
                return one
        found = nearest(word, known)
        if found:
            raise Fault(
                f'No type of tie "{word}". Nearest: {" or ".join(found)}.', "A question mark lists them all."
            )
        types = vocabulary.types.values()
        raise Fault(
            "The types, by family:" if word == "?" else f'No type of tie "{word}". The types, by family:',
            *(
                f"{family}: {', '.join(type_.name for type_ in types if type_.family == family)}"
                for family in vocabulary.families
            ),
            f"What they mean: {', '.join(f'actorgraph explain {family}' for family in vocabulary.families)}",
        )

    return take


def listed(words: str) -> "list[Value]":
    """What a semicolon joins."""
    return [word.strip() for word in words.split(";") if word.strip()]


def actors(dataset: "Dataset") -> list[str]:
    """What actors are called, for Tab."""
    return [name for one in dataset.actors.values() for name in _called(one.name, one.id)]


def voices(dataset: "Dataset") -> list[str]:
    """What all who can speak are called, for Tab."""
    return [
        *actors(dataset),
        *(name for one in dataset.voices.values() for name in _called(one.name, one.id)),
    ]


def _called(name: str, id_: str) -> list[str]:
    """The name, and the id where it does not begin as the name does: two alike would complete neither."""
    return [name] if fold(name) == fold(id_) else [name, id_]


def date(name: str) -> Take:
    """Takes a date as the format has them."""

    def take(word: str) -> str:
        found = read_date(word, name)
        if isinstance(found, Refusal):
            raise _no_date(found)
        return word

    return take


def period(name: str) -> Take:
    """Takes a date or two."""

    def take(word: str) -> str:
        found = read_interval(word, name)
        if isinstance(found, Refusal):
            raise _no_date(found)
        return word

    return take


def _no_date(found: Refusal) -> Fault:
    lead = "" if found.advice.endswith(":") or not found.write else " Write instead:"
    written = f"{lead} {' or '.join(found.write)}" if found.write else ""
    return Fault(f"{found.what}. {found.advice}{written}".replace("  ", " ").rstrip())
