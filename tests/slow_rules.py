"""The rules of positions, support, standing, parties and stakes, once more: slow, literal, and by other means."""

from collections.abc import Callable, Sequence
from itertools import combinations

import networkx as nx

from actorgraph.dataset import Dataset
from actorgraph.model import Evidence, Relation
from actorgraph.period import Date
from actorgraph.sight import Seen

FOR, AGAINST = {"supports", "suggests"}, {"withholds", "doubts", "disputes"}


def later(one: Evidence, other: Evidence) -> bool:
    """By `said`, then `published`; wholly later: the first day after the other's last."""

    def after(a: Date | None, b: Date | None) -> bool:
        return bool(a and b and a.first > b.last)

    a, b = one.time.said, other.time.said
    if a and b and a.first == b.first and a.last == b.last:
        return after(one.time.published, other.time.published)
    return after(a, b)


def held(evidence: tuple[Evidence, ...]) -> dict[str, set[str]]:
    """Each voice's latest stances, with those that take no position."""
    found: dict[str, set[str]] = {}
    for item in evidence:
        takes = item.stance not in ("frames", "mentions")
        rivals = [o for o in evidence if o.says == item.says and o.stance not in ("frames", "mentions")]
        overtaken = takes and any(later(other, item) for other in rivals)
        found.setdefault(item.says, set()).update(set() if overtaken else {item.stance})
    return found


def overtaken(item: Evidence, evidence: tuple[Evidence, ...]) -> bool:
    sides = [o for o in evidence if o.says == item.says and o.stance in FOR | AGAINST]
    return item.stance in FOR | AGAINST and any(later(other, item) for other in sides)


def roots(source: str, dataset: Dataset) -> set[str]:
    above = dataset.sources[source].derives_from
    return set().union(*(roots(one, dataset) for one in above)) if above else {source}


def supporting(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    now = held(evidence)
    return [item for item in evidence if item.stance == "supports" and "supports" in now[item.says]]


def groups(evidence: tuple[Evidence, ...], dataset: Dataset) -> list[set[int]]:
    """Supports as a graph, joined by a root or a voice; a digest only where none of its roots supports."""
    graph: nx.Graph = nx.Graph()
    found = supporting(evidence)
    own = [roots(item.source, dataset) for item in found]
    speak = {next(iter(one)) for one in own if len(one) == 1}
    graph.add_nodes_from(n for n, one in enumerate(own) if len(one) == 1 or not one & speak)
    for one, other in combinations(list(graph), 2):
        voices = [{found[n].says, *found[n].via} for n in (one, other)]
        if voices[0] & voices[1] or own[one] & own[other]:
            graph.add_edge(one, other)
    return list(nx.connected_components(graph))


def rule(
    evidence: tuple[Evidence, ...],
    dataset: Dataset,
    party: Callable[[Evidence], bool],
    staked: Callable[[Evidence], bool],
) -> str:
    """The table, read from the top."""
    stances = set().union(*held(evidence).values()) if evidence else set()
    unnamed = {voice.id for voice in dataset.voices.values() if voice.kind == "unnamed"}
    found = supporting(evidence)
    if not evidence:
        return "unsourced"
    if stances & FOR and stances & AGAINST:
        return "contested"
    own_voice = [i for i in found if i.says == dataset.sources[i.source].own and not party(i)]
    free = [i.says not in unnamed and not party(i) and not staked(i) for i in found]
    independent = sum(any(free[n] for n in group) for group in groups(evidence, dataset))
    if own_voice and independent >= 2:
        return "corroborated"
    if own_voice:
        return "undisputed"
    if any(item.says not in unnamed and not party(item) for item in found):
        return "attributed"
    if found or stances in ({"frames"}, {"frames", "mentions"}):
        return "claimed"
    if "suggests" in stances:
        return "suggested"
    if "disputes" in stances:
        return "denied"
    return "doubted" if stances & AGAINST else "open"


def whole(actor: str, item: Evidence, record: Sequence[Seen], dataset: Dataset) -> str | None:
    """up(A) on the day the item was said."""
    if dataset.actors[actor].of:
        return dataset.actors[actor].of
    types = dataset.vocabulary.types
    found = {
        row.relation.to
        for row in record
        if row.relation.from_ == actor
        and types[row.relation.type].rolls_up
        and row.firm
        and not_no(row, item)
    }
    return found.pop() if len(found) == 1 else None


def not_no(row: Seen, item: Evidence) -> bool:
    said = item.time.said
    return said is None or row.spell.on(said.first, said.last) != "no"


def wholes(actor: str, item: Evidence, record: Sequence[Seen], dataset: Dataset) -> list[str]:
    """The actor, its whole and so on; the members of a cycle go no further."""
    path = [actor]
    while above := whole(path[-1], item, record, dataset):
        if above in path:
            return path[: path.index(above) + 1]
        path.append(above)
    return path


def is_party(item: Evidence, relation: Relation, record: Sequence[Seen], dataset: Dataset) -> bool:
    type_ = dataset.type_of(relation)
    if item.says not in dataset.actors:
        return False
    own = type_.kind in ("attitude", "word", "aim") and not type_.symmetric
    if own and item.says == relation.from_:
        return False
    if type_.family == "belongs":
        up = item.says
        while up not in relation.ends and dataset.actors[up].of:
            up = dataset.actors[up].of
        return up in relation.ends
    tops = {wholes(end, item, record, dataset)[-1] for end in (*relation.ends, *relation.against)}
    if wholes(item.says, item, record, dataset)[-1] in tops:
        return True
    return any(
        row.relation.from_ == item.says
        and row.firm
        and row.relation.type in ("leads", "works-for", "speaks-for")
        and not_no(row, item)
        and wholes(row.relation.to, item, record, dataset)[-1] in tops
        for row in record
    )


def stake(item: Evidence, relation: Relation, record: Sequence[Seen], dataset: Dataset) -> set[str]:
    if item.says not in dataset.actors:
        return set()
    ends = {up for end in relation.ends for up in wholes(end, item, record, dataset)}
    said = item.time.said
    return {
        row.relation.id
        for row in record
        if item.says in row.relation.ends
        and row.relation.id != relation.id
        and (set(row.relation.ends) - {item.says}) & ends
        and dataset.type_of(row.relation).sign != "0"
        and row.firm
        and (said is None or row.spell.days.s1 <= said.last)
    }
