"""How one statement reads: its place, its voice, its hedge, and the row's text."""

from collections.abc import Iterable

from ..dataset import Dataset
from ..lens import Lens
from ..model import ASSUMED, Actor, Evidence, Relation, Scenario
from ..page import Run, Text, listing, text
from ..standing import FIRM
from ..text import safe


def places(items: Iterable[Evidence], dataset: Dataset) -> str:
    """Where the items stand, in order: `p6 p11`, each led by its source's label where there are several."""
    several = len(dataset.sources) > 1
    found: dict[tuple[str, int, str], str] = {}
    for item in items:
        label = dataset.label_of(item.source)
        for at in item.at or ("",):
            found[(label, figure(at), at)] = " ".join(filter(None, [label if several or not at else "", at]))
    return " ".join(found[key] for key in sorted(found))


def figure(at: str) -> int:
    """The number in a place of a source, by which places are sorted: p9 before p10."""
    return int("".join(filter(str.isdecimal, at))[:18] or 0)


def short(when: str) -> str:
    """The words of a period as a narrow column has them; the legend says what they mean."""
    when = when.split(", last evidenced ")[0]
    if when.startswith("from at least "):
        return when.replace("from at least ", "seen ", 1).replace(" to at least ", " to ", 1)
    return when.removeprefix("from ") if " to " in when and ", " not in when else when


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
    from_, to = (dataset.name_of(end) for end in relation.ends)
    words = f"{from_} {predicate(relation, dataset).replace('TO', to)}"
    return "; ".join([words, *qualifiers(relation, dataset)])


def predicate(relation: Relation, dataset: Dataset) -> str:
    """The type's sentence without its subject, its verb in the plural where FROM is many."""
    reads = dataset.type_of(relation).reads
    verb, blank, rest = reads.partition(" ")
    return f"{_many(verb)}{blank}{rest}" if plural(dataset.actors[relation.from_]) else reads


GROUPS = ("community", "segment")
_HEAD_ENDS = ("of", "in", "on", "at", "from", "to", "with", "for", "by", "against", "who", "that", "which")
_MANY = ("some", "many", "several", "two", "three", "four", "five", "people", "men", "women")


def plural(actor: Actor) -> bool:
    """Whether a group of people is many by its name: `young jihadis`, `some commanders of X`, not `the base of X`."""
    words = []
    for word in actor.name.partition(",")[0].split():
        if word in _HEAD_ENDS:
            break
        words.append(word)
    ends_so = any(
        w.endswith("s") and not w.endswith(("ss", "'s", "\u2019s")) and w != w.upper() for w in words
    )
    return actor.kind in GROUPS and (ends_so or any(word.lower() in _MANY for word in words))


def _many(verb: str) -> str:
    """`is` as `are`, `leads` as `lead`; a verb in the past stays."""
    if verb in ("is", "has", "does", "was"):
        return {"is": "are", "has": "have", "does": "do", "was": "were"}[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


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


READ = {"judgement": ", read by judgement", "unsure": ", read unsurely"}  # how surely a coder read the text
TOLD = "told as an option"  # what a voice does with a tie that is only supposed
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


LONGEST_NAME = 28  # two longer ones make a command that no line of 80 cells holds


def typed(actor: Actor) -> str:
    """The actor as a shell takes it: its name where that is harmless and short, else its id."""
    plain = actor.name.replace(" ", "").replace("-", "").replace(".", "")
    harmless = plain.isalnum() and plain.isascii() and not actor.name.startswith("-")
    if actor.shared or not harmless or len(actor.name) > LONGEST_NAME:
        return actor.id
    return f'"{actor.name}"' if " " in actor.name else actor.name


def options(lens: Lens, dataset: Dataset, folder: str = "") -> str:
    """The lens and the data set's folder as a command line has them, to stand behind a command: ` --on 2018`."""
    from shlex import quote

    told: list[tuple[str, str]] = []
    for option, days in (("during", lens.days), ("throughout", lens.throughout), ("known-by", lens.known_by)):
        if days:
            told.append(("on" if option == "during" and "/" not in days.text else option, days.text))
    chosen = {
        "says": lens.says, "source": lens.source, "type": lens.type and families(lens.type, dataset),
        "family": lens.family, "sign": lens.sign, "kind": lens.kind,
        "standing": lens.standing and firm(lens.standing), "without": lens.without,
    }  # fmt: skip
    told += [(option, ",".join(sorted(words))) for option, words in chosen.items() if words]
    line = "".join(f" --{option} {quote(words)}" for option, words in told)
    line += " --roll-up" if lens.roll_up else ""
    for scenario in lens.suppose:
        line += _supposed(scenario)
    return safe(line + (f" --data {quote(folder)}" if folder else ""))


def _supposed(scenario: Scenario) -> str:
    """A scenario by its name, what the line assumed by its ties."""
    from shlex import quote

    if scenario.id != ASSUMED:
        return f" --scenario {quote(scenario.id)}"
    line = ""
    for edit in scenario.do:
        row = edit.relation
        line += (
            f" --assume {quote(f'{row.from_} {row.type} {row.to}')}"
            if row
            else f" --assume-not {quote(edit.id)}"
        )
    return line


def families(types: frozenset[str], dataset: Dataset) -> frozenset[str]:
    """The types, those of a whole family by its name."""
    known = dataset.vocabulary.types
    whole = [
        family
        for family in dataset.vocabulary.families
        if (held := {name for name, type_ in known.items() if type_.family == family}) and held <= types
    ]
    return frozenset(whole) | {name for name in types if known[name].family not in whole}


def firm(standings: frozenset[str]) -> frozenset[str]:
    return (standings - FIRM) | {"firm"} if standings >= FIRM else standings


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
