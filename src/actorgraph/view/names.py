"""Kind resolution of a name: id, name, alias, initials in capitals, how one begins, then a word of one.

Case, accents, marks and a leading article are ignored. What could mean two actors is asked back, never guessed.
"""

import re
from collections.abc import Iterable
from shlex import quote

from ..dataset import Dataset
from ..errors import Fault
from ..model import Actor
from ..text import akin, fold, near

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)


def resolve(name: str, dataset: Dataset) -> Actor | Fault:
    """The one actor that bears the name, or what to say to the user."""
    if name in dataset.actors:
        return dataset.actors[name]
    if len(known := dataset.bearing(bare(name))) == 1:
        return dataset.actors[known[0]]
    actors = list(dataset.actors.values())
    people = {actor.id for actor in actors if dataset.vocabulary.is_kind(actor.kind, "person")}
    found = bearers(name, {actor.id: words(actor) for actor in actors}, people)
    if len(found) == 1:
        return dataset.actors[found[0]]
    return _ambiguous(name, found, dataset) if found else _unknown(name, actors, dataset)


def words(actor: Actor) -> list[str]:
    """Every way to call an actor."""
    return [actor.id, actor.name, *(alias.name for alias in actor.aliases)]


def bearers(asked: str, called: dict[str, list[str]], people: Iterable[str] = ()) -> list[str]:
    """The ids that `asked` may stand for, of those called so: first the id itself and the name, then aliases.

    By the last part of a name one finds people; anybody by a single word of one.
    """
    wanted = bare(asked)
    if not wanted:
        return []
    for kept in (slice(2), slice(2, None)):
        if same := [id_ for id_, names in called.items() if wanted in map(bare, names[kept])]:
            return same
    short = [id_ for id_, names in called.items() if initials(asked, names)]
    if short and asked.strip().isupper():
        return short
    begun = [id_ for id_, names in called.items() if any(bare(name).startswith(wanted) for name in names)]
    if begun:
        meant = _singular(asked, called)
        return list(
            dict.fromkeys(
                [
                    *meant,
                    *(short if len(begun) > 1 else ()),
                    *begun,
                    *(_worded(asked, called) if len(begun) > 1 else ()),
                ]
            )
        )
    parts = _parts(asked)
    several = " " in _ARTICLE.sub("", asked.strip(), count=1)
    named = _worded(asked, {id_: called[id_] for id_ in people} if several else called)
    if len(named) != 1 or several:
        return named
    near_by = [
        id_ for id_, names in called.items() if any(akin(part, name) for part in parts for name in names)
    ]
    return list(dict.fromkeys([*named, *near_by]))


def bare(name: str) -> str:
    """The name folded, without its article."""
    return fold(_ARTICLE.sub("", name.strip(), count=1))


def holding(asked: str, names: Iterable[str]) -> list[str]:
    """Those of the names that hold all the words asked."""
    parts = set(_parts(asked))
    return [name for name in names if parts and parts <= set(_parts(name))]


def _near_by_word(asked: str, names: Iterable[str]) -> list[str]:
    """Those of the names of which a word is nearly one asked: Haqani, Haqqani Network; the shortest names first."""
    worded: dict[str, list[str]] = {}
    for name in sorted(names, key=len):
        for part in _parts(name):
            worded.setdefault(part, []).append(name)
    found = [word for part in _parts(asked) if len(part) > 3 for word in near(part, worded)]
    return list(dict.fromkeys(name for word in found for name in worded[word]))


def initials(asked: str, names: Iterable[str]) -> list[str]:
    """Those of the names that `asked` abbreviates: UN, United Nations."""
    return [
        name
        for name in names
        if len(parts := _parts(name)) > 1 and fold(asked) == "".join(part[0] for part in parts)
    ]


def _singular(asked: str, called: dict[str, list[str]]) -> list[str]:
    """Whom a plural may mean: `Talibans` the Taliban, rather than only a segment whose name begins so."""
    one = re.sub(r"(['\u2019]?s|s['\u2019])$", "", asked.strip())
    wanted = bare(one) if one != asked.strip() else ""
    if len(wanted) < 4:
        return []
    exact = [id_ for id_, names in called.items() if wanted in map(bare, names)]
    return exact or [id_ for id_, names in called.items() if any(bare(n).startswith(wanted) for n in names)]


def _worded(asked: str, called: dict[str, list[str]]) -> list[str]:
    """The ids in whose name the words asked stand side by side."""
    parts = _parts(asked)
    return [id_ for id_, names in called.items() if any(_stands_in(parts, _parts(name)) for name in names)]


def _stands_in(parts: list[str], name: list[str]) -> bool:
    size = len(parts)
    return bool(parts) and any(name[at : at + size] == parts for at in range(len(name) - size + 1))


def _parts(name: str) -> list[str]:
    """The words of a name, folded, without its article."""
    return [fold(part) for part in re.split(r"[\s\-/,]+", _ARTICLE.sub("", name.strip(), count=1)) if part]


def _ambiguous(name: str, found: list[str], dataset: Dataset) -> Fault:
    width = max(map(len, found))
    lines = []
    for id_ in found:
        count = len(dataset.around.get(id_, ()))
        ties = f"{count} tie" if count == 1 else f"{count} ties"
        lines.append(f"  {id_:<{width}}  {dataset.actors[id_].name}, {ties}")
    return Fault(f'"{name}" may stand for {len(found)} actors; say which:', *lines)


def _unknown(name: str, actors: list[Actor], dataset: Dataset) -> Fault:
    if bare(name) in {bare(word) for voice in dataset.voices.values() for word in (voice.id, voice.name)}:
        return Fault(
            f'"{name}" is a voice: it speaks in the sources and is no actor. What it says: --says {quote(name)}'
        )
    called = {word: actor for actor in actors for word in words(actor)}
    bare_name = _ARTICLE.sub("", name.strip(), count=1)
    nearest = (holding(name, called) or near(bare_name, list(called)) or _near_by_word(name, called))[:3]
    if not nearest:
        return Fault(f'No actor "{name}", and no name near it. All: actorgraph list actors')
    found = list(dict.fromkeys(called[word].name for word in nearest))
    listed = " or ".join(found)
    return Fault(f'No actor "{name}". Nearest: {listed}. Try that name, or all: actorgraph list actors')
