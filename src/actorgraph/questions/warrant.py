"""Why a tie stands as it does, in words: who holds it, by which chain, with what stake in it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..dataset import Dataset
from ..model import ASSUMED, Evidence, Relation
from ..page import count, listing
from ..sight import Seen, Sight
from ..spell import words
from ..standing import AGAINST, SUPPOSED, assessed_none, positions
from .wording import claim, places, predicate, qualifiers


class Word(NamedTuple):
    """One item of evidence on a tie: the chain it came by, and what its voice has at stake.

    `spoke` is "author" for the source's own voice, "writer" for another hand in the same document, else
    "reported". `stakes` is None where none can be derived: the voice is no actor of the record.
    """

    item: Evidence
    chain: tuple[str, ...]
    spoke: str
    overtaken: bool
    party: bool
    stakes: tuple[Relation, ...] | None


def weighed(seen: Seen, sight: Sight) -> tuple[Word, ...]:
    """Each item left of a tie; who speaks for it comes first, the items of one voice stand together."""
    dataset = sight.dataset
    order = _stances(dataset)
    by_voice: dict[str, list[Evidence]] = {}
    for item in seen.items:
        by_voice.setdefault(item.says, []).append(item)

    def rank(spoken: list[Evidence]) -> tuple[int, bool]:
        return min(order.index(item.stance) for item in spoken), not _own(spoken[0], dataset)

    together = [item for spoken in sorted(by_voice.values(), key=rank) for item in spoken]
    made = {id(item) for item in seen.place.made_by}
    return tuple(
        Word(
            item,
            chain(item, dataset),
            spoke(item, dataset),
            id(item) not in made,
            sight.belonging.party(seen.relation, item),
            sight.belonging.stake(seen.relation, item) if item.says in dataset.actors else None,
        )
        for item in together
    )


def chain(item: Evidence, dataset: Dataset) -> tuple[str, ...]:
    """The names from the voice, through those who relay it, to whoever wrote the source."""
    links = [item.says, *reversed(item.via)]
    if spoke(item, dataset) == "reported" or item.via:
        links.append(dataset.sources[item.source].own)
    return tuple(dict.fromkeys(dataset.name_of(link) for link in links if link))


def spoke(item: Evidence, dataset: Dataset) -> str:
    """Whether the voice wrote the passage itself or is reported in it."""
    if _own(item, dataset):
        return "author"
    voice = dataset.voices.get(item.says)
    writes = item.says == dataset.sources[item.source].publisher or (voice and voice.kind == "editor")
    return "writer" if writes else "reported"


def _own(item: Evidence, dataset: Dataset) -> bool:
    return item.says == dataset.sources[item.source].own


def proposition(seen: Seen, dataset: Dataset) -> str:
    """The tie as a sentence, a plan or a forecast told as one."""
    kinds = {"intended": "planned, not done: ", "expected": "a forecast, no fact: "}
    return f"{kinds.get(seen.relation.modality, '')}{claim(seen.relation, dataset)}"


def reason(seen: Seen, sight: Sight) -> str:
    """The standing, and the rule behind it in one plain sentence."""
    dataset = sight.dataset
    told = _REASONS.get(seen.standing, _nobody)(seen, sight)
    minds = [dataset.name_of(voice) for voice in seen.place.two_minds]
    torn = f"; in two minds: {listing(minds)}" if minds else ""
    return f"{standing_word(seen, dataset)}{told}{torn}"


def standing_word(seen: Seen, dataset: Dataset) -> str:
    """The standing in a word or two: a claim by a party or an unnamed voice is a claim."""
    if seen.standing in ("claimed", SUPPOSED):
        return "supposed here" if seen.supposed else seen.standing
    return dataset.vocabulary.words["standing"][seen.standing].get("page") or seen.standing


def _corroborated(seen: Seen, sight: Sight) -> str:
    def free(item: Evidence) -> bool:
        return sight.impartial(seen, item) and not sight.belonging.staked(seen.relation, item)

    groups = sum(any(free(item) for item in group) for group in seen.backing.groups)
    return f": {groups} independent groups of support, each with a named voice without a stake"


def _undisputed(seen: Seen, sight: Sight) -> str:
    dataset = sight.dataset
    party = sight.belonging.party
    own = [item for item in seen.backing.items if _own(item, dataset) and not party(seen.relation, item)]
    labels = list(dict.fromkeys(f"[{dataset.label_of(item.source)}]" for item in own))
    if len(labels) > 1:
        return f": asserted by the own voices of {listing(labels)}, contradicted by none"
    by = "author" if not own or dataset.sources[own[0].source].author else "publisher"
    held_up = f" in {labels[0]}" if seen.backing.sources == 1 else ""
    return f"{held_up}: asserted by its {by}, contradicted by none"


def _attributed(seen: Seen, sight: Sight) -> str:
    names = _names((item for item in seen.backing.items if sight.impartial(seen, item)), sight)
    one = "a named voice and no party" if len(names) == 1 else "named voices and no parties"
    return f": asserted by {listing(names)}, {one} to it"


def _claimed(seen: Seen, sight: Sight) -> str:
    told: list[str] = []
    for item in seen.backing.items:
        name = sight.dataset.name_of(item.says)
        told.append(f"{name} ({'unnamed' if sight.dataset.unnamed(item.says) else 'a party to it'})")
    if told:
        return f": asserted by {listing(list(dict.fromkeys(told)))} only"
    return f": {_by_stance(seen, sight)}; asserted by nobody"


def _contested(seen: Seen, sight: Sight) -> str:
    return f": {_by_stance(seen, sight)}"


def _denied(seen: Seen, sight: Sight) -> str:
    sure = assessed_none(seen.items, lambda item: sight.impartial(seen, item))
    names = _names((item for item in seen.items if item.stance == "disputes"), sight)
    if sure:
        return f" by {listing(names)}, asserted by nobody: assessed none"
    return f" by {listing(names)}, unnamed or a party to it; asserted by nobody: unsettled"


def _nobody(seen: Seen, sight: Sight) -> str:
    """Held possible, doubted or asked, with nobody who asserts it."""
    order = sight.dataset.vocabulary.words["stances"]
    told: list[str] = []
    for stance in order:
        names = _names((item for item in seen.place.made_by if item.stance == stance), sight)
        if names:
            lead = "" if not told else f"{order[stance]['own']} "
            told.append(f"{lead}by {listing(names)}")
    return f" {'; '.join(told)}; asserted by nobody"


def _unsourced(seen: Seen, sight: Sight) -> str:
    return ": no item of evidence is coded"


def _supposed(seen: Seen, sight: Sight) -> str:
    by = "this line" if seen.relation.scenario == ASSUMED else f"the scenario {seen.relation.scenario}"
    return f" by {by}, not in the record: no evidence makes it so"


_REASONS = {
    SUPPOSED: _supposed,
    "corroborated": _corroborated,
    "undisputed": _undisputed,
    "attributed": _attributed,
    "claimed": _claimed,
    "contested": _contested,
    "denied": _denied,
    "unsourced": _unsourced,
}


def _by_stance(seen: Seen, sight: Sight) -> str:
    """The positions that count, a stance at a time: `asserted by X; not supported by Y`."""
    told = []
    verbs = sight.dataset.vocabulary.words["stances"]
    for stance in _stances(sight.dataset):
        names = _names((item for item in seen.place.made_by if item.stance == stance), sight)
        if names:
            told.append(f"{verbs[stance]['own']} by {listing(names)}")
    return "; ".join(told)


def _stances(dataset: Dataset) -> list[str]:
    """The stances as a page tells them: those for a tie first, and of those against it the strongest first."""
    order = list(dataset.vocabulary.words["stances"])
    return [one for one in order if one not in AGAINST] + [one for one in reversed(order) if one in AGAINST]


def _names(items: Iterable[Evidence], sight: Sight) -> list[str]:
    return list(dict.fromkeys(sight.dataset.name_of(item.says) for item in items))


def support_words(seen: Seen) -> str:
    """Independent support, where several voices lend it: `2 voices, 1 source, 1 independent group`."""
    found = seen.backing
    if found.voices < 2:
        return ""
    groups = f"{len(found.groups)} independent group{'s' if len(found.groups) != 1 else ''}"
    return f"{count(found.voices, 'voice')}, {count(found.sources, 'source')}, {groups}"


def dated(seen: Seen) -> str:
    """The time of the tie in words, without what the existence of its ends adds."""
    times = [item.time for item in seen.place.timing]
    return words(times, seen.relation.modality == "expected") if times else seen.spell.words


def stake_words(word: Word, sight: Sight) -> str:
    """What the voice has at stake, each of its own ties with its date and place."""
    if word.stakes is None:
        unnamed = sight.dataset.unnamed(word.item.says)
        return f"cannot be derived: {'an unnamed voice' if unnamed else 'no actor of this record'}"
    told = stakes_told(word.stakes, word.item.says, sight)
    lead = ["a party to it"] if word.party else []
    if told:
        return "; ".join([*lead, *told])
    if word.stakes:
        return "; ".join([*lead, "has ties of its own, which this lens leaves out"])
    return lead[0] if lead else "none in this record"


def stakes_told(rows: Sequence[Relation], voice: str, sight: Sight) -> list[str]:
    """The voice's own ties in words; one that only evidence outside the lens bears is left out."""
    dataset = sight.dataset
    told = []
    for row in rows:
        items = sight.evidence(row.evidence)
        if items:
            time = words([item.time for item in positions(items).timing], row.modality == "expected")
            said = "; ".join([_seen_by(row, voice, dataset), *qualifiers(row, dataset)])
            told.append(f"{said}, {time} [{places(items, dataset)}]")
    return told


def _seen_by(row: Relation, voice: str, dataset: Dataset) -> str:
    """The tie in the type's words, the voice itself left out or called `it`."""
    type_ = dataset.type_of(row)
    if row.from_ != voice and not type_.symmetric:
        return f"{dataset.name_of(row.from_)} {predicate(row, dataset).replace('TO', 'it')}"
    other = dataset.name_of(row.to if row.from_ == voice else row.from_)
    told = predicate(row, dataset).replace("TO", other)
    return f"it {told}" if type_.symmetric else told
