"""How one statement reads: its place, its voice, its hedge, and the row's text."""

from collections.abc import Iterable

from ..dataset import Dataset
from ..model import Evidence, Relation
from ..page import Run, Text, listing, text


def places(items: Iterable[Evidence], dataset: Dataset) -> str:
    """Where the items stand, in order: `p6 p11`, each led by its source's label where there are several."""
    several = len(dataset.sources) > 1
    found: dict[tuple[str, int, str], str] = {}
    for item in items:
        label = dataset.label_of(item.source)
        for at in item.at or ("",):
            number = int("".join(filter(str.isdigit, at)) or 0)
            found[(label, number, at)] = " ".join(filter(None, [label if several or not at else "", at]))
    return " ".join(found[key] for key in sorted(found))


def short(when: str) -> str:
    """The words of a period as a narrow column has them; the legend says what they mean."""
    when = when.split(", last evidenced ")[0]
    if when.startswith("from at least "):
        return when.replace("from at least ", "seen ", 1).replace(" to at least ", " to ", 1)
    return when.removeprefix("from ") if " to " in when else when


def bracketed(items: Iterable[Evidence], dataset: Dataset) -> Run:
    return Run(f"[{places(items, dataset)}]", "place")


def sentence(relation: Relation, dataset: Dataset) -> str:
    """What the type says, the other end called `it`, for a row that has no words of its own."""
    reads = dataset.type_of(relation).reads
    if reads.startswith("and TO "):
        return reads.removeprefix("and TO ")
    return reads.replace("FROM", "it").replace("TO", "it")


def claim(relation: Relation, dataset: Dataset) -> str:
    """The proposition with both names, as a heading: `Taliban holds IS-K an enemy; strategic`."""
    type_ = dataset.type_of(relation)
    from_, to = (dataset.name_of(end) for end in relation.ends)
    words = f"{from_} {type_.reads.replace('TO', to)}"
    return "; ".join([words, *qualifiers(relation, dataset)])


def qualifiers(relation: Relation, dataset: Dataset) -> list[str]:
    """What narrows the proposition: scope, extent, means, third party, condition."""
    found = []
    if relation.scope:
        found.append(relation.scope)
    if relation.extent:
        found.append(f"{relation.extent} in extent")
    if relation.means:
        found.append(f"by {listing(relation.means)}")
    if relation.against:
        found.append(f"only against {listing([dataset.name_of(one) for one in relation.against])}")
    if relation.if_:
        found.append(f"if {relation.if_}")
    return found


PRESUPPOSED = "presupposed"  # the coder's own word where the source has none


def hedged(item: Evidence) -> str:
    """The source's hedging word, quoted."""
    return item.hedge if item.hedge == PRESUPPOSED else f'"{item.hedge}"'


def said(item: Evidence, dataset: Dataset) -> Text:
    """Who says so and how strongly, to stand behind a row's text; empty where the source itself asserts it."""
    own = dataset.sources[item.source].own == item.says
    name = dataset.name_of(item.says)
    stance = dataset.vocabulary.words["stances"][item.stance]
    pieces: list[str | Run] = []
    if item.hedge:
        pieces.append(f", {hedged(item)}")
    if item.likelihood:
        pieces.append(f", {item.likelihood.replace('-', ' ')}")
    if item.stance == "supports":
        pieces += [] if own else [", says ", Run(name, "voice")]
    elif not own:
        pieces += [f", {stance['by']} ", Run(name, "voice")]
    elif item.stance != "suggests" or not item.hedge:
        pieces.append(f", {stance['own']}")
    if item.via:
        pieces += [", by way of ", Run(listing([dataset.name_of(one) for one in item.via]), "voice")]
    return tuple(Run(one) if isinstance(one, str) else one for one in pieces)


def quoted(name: str) -> str:
    """A name as a command line takes it."""
    plain = name.replace("-", "").replace("_", "")
    return name if plain.isalnum() and plain.isascii() else '"' + name.replace('"', "") + '"'


def held_by(item: Evidence, dataset: Dataset) -> tuple[str, str]:
    """What a voice does with a proposition, and its name: `not supported by`, `US government`."""
    return f"{dataset.vocabulary.words['stances'][item.stance]['own']} by", dataset.name_of(item.says)


def row_text(relation: Relation, item: Evidence | None, dataset: Dataset) -> Text:
    """The words of a row: the coder's gist, or the type's sentence, then what narrows it and who says it."""
    told = (item.gist if item else "") or sentence(relation, dataset)
    narrowed = [word for word in qualifiers(relation, dataset) if not _told(word, told)]
    words = "; ".join([told, *narrowed])
    return text(words, *(said(item, dataset) if item else ()))


def _told(qualifier: str, told: str) -> bool:
    """Whether the gist already holds the scope, word for word."""
    return qualifier.casefold() in told.casefold()
