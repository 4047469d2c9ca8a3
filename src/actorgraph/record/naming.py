"""Names as a person types them, into the ids that a file holds; a Fault says which were meant, or how to add one."""

import re
from shlex import quote
from typing import NamedTuple

from ..dataset import Dataset
from ..decode.relation import derived_id
from ..errors import Fault
from ..model import Relation
from ..problems import Span
from ..text import fold, near, slug
from ..view.names import bearers, resolve, words
from ..vocabulary.everyday import nearest


class Tie(NamedTuple):
    """A relation as it is to be written: `type` may be an inverse, the ends are ids."""

    from_: str
    type: str
    to: str


def actor(word: str, dataset: Dataset) -> str:
    """The id of an actor."""
    found = resolve(word, dataset)
    if not isinstance(found, Fault):
        return found.id
    if found.hints or "is a voice" in str(found):
        raise found
    raise Fault(
        f"{re.split(r'[.] (?:Try that name|All:)|, and no name near', str(found))[0].rstrip('.')}.",
        f"A new one: actorgraph add actor {quote(word)} --kind KIND",
    )


def voice(word: str, dataset: Dataset) -> str:
    """The id of a voice or an actor, or `author`."""
    if word in ("author", *dataset.voices, *dataset.actors):
        return word
    called = {one.id: [one.id, one.name] for one in dataset.voices.values()}
    called |= {id_: words(one) for id_, one in dataset.actors.items()}
    found = bearers(word, called)
    if len(found) == 1:
        return found[0]
    if found:
        raise Fault(
            f'"{word}" may stand for {len(found)} voices; say which:',
            *(f"  {id_}  {dataset.name_of(id_)}" for id_ in found),
        )
    meant = near(word, [name for names in called.values() for name in names], 2)
    nearest = f" Nearest: {' or '.join(meant)}." if meant else ""
    raise Fault(
        f'No voice or actor "{word}".{nearest}', f"A new one: actorgraph add voice {quote(word)} --kind KIND"
    )


def source(word: str, dataset: Dataset) -> str:
    """The id of a source, by its id, label or title."""
    if word in dataset.sources:
        return word
    found = [
        one.id
        for one in dataset.sources.values()
        if fold(word) in {fold(one.id), fold(one.title), *([fold(one.label)] if one.label else [])}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise Fault(f'"{word}" may stand for {" or ".join(found)}: write the id.')
    if re.fullmatch(r"(p\d+|\d+)(\+p?\d+)*", word):
        such = [*dataset.sources][:3] or ["report"]
        raise Fault(
            f'"{word}" is a place. Which source? Such as: {" or ".join(f"{id_} {word}" for id_ in such)}'
        )
    meant = near(word, dataset.sources, 2)
    nearest = f" Nearest: {' or '.join(meant)}." if meant else ""
    raise Fault(
        f'No source "{word}".{nearest}',
        f'A new one: actorgraph add source {slug(word) or "ID"} --title "..." --author "..." --published DATE',
    )


def type_(word: str, dataset: Dataset) -> str:
    """A type's name or inverse, however it was spelled; what is none stays for the check to tell."""
    vocabulary = dataset.vocabulary
    return next((name for name in (word, slug(word)) if vocabulary.canonical(name)), word)


def tie(from_: str, type_of: str, to: str, dataset: Dataset) -> Tie:
    """The tie of those three."""
    return Tie(actor(from_, dataset), type_(type_of, dataset), actor(to, dataset))


def sentence(text: str, dataset: Dataset) -> Tie:
    """A tie as a sentence: the name of an actor, a type, the name of an actor."""
    parts = text.split()
    found, faults = [], []
    for at in range(1, len(parts) - 1):
        if dataset.vocabulary.canonical(parts[at]):
            try:
                found.append(tie(" ".join(parts[:at]), parts[at], " ".join(parts[at + 1 :]), dataset))
            except Fault as fault:
                faults.append(fault)
    if len(found) == 1:
        return found[0]
    if found:
        raise Fault(f'"{text}" can be read in {len(found)} ways. Write the ids of its actors.')
    if faults:
        raise faults[0]
    kinds = [*dataset.vocabulary.types, *dataset.vocabulary.inverses]
    meant = [name for part in parts[1:-1] for name in nearest(part, kinds, 2)]
    raise Fault(
        f'"{text}" holds no type of tie between two names.',
        f"Nearest: {', '.join(meant[:3])}." if meant else "Such as: IS-K seeks-to-topple Taliban",
    )


def normal(one: Tie, against: tuple[str, ...], modality: str, dataset: Dataset) -> Relation | None:
    """The tie as reading would have it, with the id it would get; None where there is no such type."""
    name = dataset.vocabulary.canonical(one.type)
    if name is None:
        return None
    from_, to = (one.to, one.from_) if name != one.type else (one.from_, one.to)
    if dataset.vocabulary.types[name].symmetric and from_ > to:
        from_, to = to, from_
    row = Relation("", from_, name, to, Span("", 0, 0), against=against, modality=modality)
    return row._replace(id=derived_id(row))


def relation(word: str, dataset: Dataset) -> Relation:
    """A relation of the record: its id, or a sentence that one relation says."""
    if word in dataset.by_id:
        return dataset.by_id[word]
    parts = word.replace(".", " ").split()
    if len(parts) > 2:
        row = normal(sentence(" ".join(parts), dataset), (), "actual", dataset)
        assert row is not None
        found = [one for one in dataset.relations if (one.ends, one.type) == (row.ends, row.type)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Fault(
                f'{len(found)} relations say "{word}"; name one by its id:',
                *(f"  {one.id}" for one in found),
            )
        raise Fault(f'No relation says "{word}". A new one: actorgraph add relation')
    meant = near(word, dataset.by_id, 3)
    raise Fault(
        f'No relation has the id "{word}".',
        *([f"Nearest: {', '.join(meant)}."] if meant else []),
        "Ids: actorgraph list relations --format csv",
    )
