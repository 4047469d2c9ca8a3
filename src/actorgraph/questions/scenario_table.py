"""A what-if as a table and as JSON: a row an item of evidence, the triads and the other options beside."""

from collections.abc import Iterable, Sequence
from typing import Any

from ..model import Attitude, Evidence, Relation, Risk
from ..sight import Seen
from .scenario import COLUMNS, Option, Outlook, Told
from .signed import Triad, triads
from .wording import claim


def table(answer: Outlook) -> list[Sequence[str]]:
    """The rows by section, in the order of the page."""
    return [(answer.scenario.id, *row) for row in _sections(answer)]


def _sections(answer: Outlook) -> Iterable[tuple[str, ...]]:
    for pair in answer.changed:
        for kind, rows in (("now", pair.now), ("ends", pair.ends), ("comes", pair.comes)):
            for row in rows:
                yield from _ties("change", kind, row.relation, row.items, answer)
    for one in answer.follows:
        yield from _ties("follows", one.edit.verb, one.relation, one.items, answer, one.edit.reason)
    for stand in answer.stands:
        yield from _words("stands", stand.stands, stand.who, stand.why, stand.evidence)
    for told in answer.unless:
        yield from _records("unless", told, answer)
    for risk in answer.risks:
        yield from _words("risks", "risk", risk.to, risk.risk, risk.evidence)
    for told in answer.see:
        yield from _records("see", told, answer)


def _ties(
    section: str,
    kind: str,
    row: Relation,
    items: Sequence[Evidence],
    answer: Outlook,
    reason: str = "",
) -> Iterable[tuple[str, ...]]:
    words = claim(row, answer.dataset)
    words = f"{words}: {reason}" if reason else words
    for cells in _items(items):
        yield section, kind, row.id, row.from_, row.type, row.to, "", words, *cells


def _records(section: str, told: Told, answer: Outlook) -> Iterable[tuple[str, ...]]:
    if isinstance(told.record, Relation):
        yield from _ties(section, "relation", told.record, told.items, answer)
        return
    for cells in _items(told.items):
        yield section, "event", told.id, "", "", "", "", told.record.name, *cells


def _words(
    section: str, kind: str, who: Sequence[str], words: str, items: Sequence[Evidence]
) -> Iterable[tuple[str, ...]]:
    for cells in _items(items):
        yield section, kind, "", "", "", "", " ".join(who), words, *cells


def _items(items: Sequence[Evidence]) -> Iterable[tuple[str, ...]]:
    for item in items:
        yield item.says, item.stance, item.hedge, item.likelihood, item.source, "+".join(item.at)
    if not items:
        yield ("",) * 6


def plain(answer: Outlook) -> dict[str, Any]:
    """The scenario, what it changes, each row of the table, the triads before and after, and the other options."""
    found = answer.scenario
    return {
        "scenario": found.id,
        "name": found.name,
        "on": found.on.text,
        "note": found.note,
        "lens": answer.basis.lens,
        "evidence": [place for item in found.evidence for place in item.places],
        "reasons": [
            {"verb": edit.verb, "id": _named(edit.relation, edit.id), "reason": edit.reason}
            for edit in found.do
        ],
        "pairs": [
            {
                "pair": [pair.one, pair.other],
                "now": _ids(pair.now),
                "ends": _ids(pair.ends),
                "comes": _ids(pair.comes),
                "state-now": pair.before.text,
                "state-then": pair.after.text,
            }
            for pair in answer.changed
        ],
        "rows": [dict(zip(COLUMNS, row, strict=True)) for row in table(answer)],
        "triads-now": [_triad(one) for one in triads(answer.before)],
        "triads-then": [_triad(one) for one in triads(answer.after)],
        "of-both-signs-now": [[tie.one, tie.other] for tie in answer.before.mixed],
        "of-both-signs-then": [[tie.one, tie.other] for tie in answer.after.mixed],
        "not-counted": _ids(answer.uncounted),
        "options": [_option(one) for one in answer.options],
        "left-out-by-the-lens": answer.hidden,
    }


def _named(row: Relation | None, id_: str) -> str:
    return row.id if row else id_


def _ids(rows: Sequence[Seen]) -> list[str]:
    return [row.relation.id for row in rows]


def _triad(one: Triad) -> dict[str, Any]:
    return {"actors": one.actors, "strained": one.strained, "ties": [_ids(tie.rows) for tie in one.ties]}


def _option(one: Option) -> dict[str, Any]:
    return {
        "scenario": one.scenario.id,
        "name": one.scenario.name,
        "brings": [row.id for row in one.does],
        "ends": [row.id for row in one.ends],
        "could-follow": [row.id for row in one.could],
        "stands": [_stand(stand) for stand in one.stands],
        "risks": [_risk(risk) for risk in one.risks],
    }


def _stand(one: Attitude) -> dict[str, Any]:
    return {"stands": one.stands, "who": one.who, "why": one.why}


def _risk(one: Risk) -> dict[str, Any]:
    return {"risk": one.risk, "to": one.to}
