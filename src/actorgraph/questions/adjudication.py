"""What two coders have to talk over: each disagreement with both codings and an empty decision."""

from typing import Any

from ..dataset import Dataset
from .agree import Agreement
from .coded import Statement

_OWN = ("type", "on", "against", "toward", "extent", "modality")
_ITEM = ("says", "stance", "time")


def cases(answer: Agreement) -> dict[str, Any]:
    """Plain lists and objects: what was coded otherwise, then what one coder alone found, each by place."""
    differing = [
        {
            "at": list(pair.first.item.places),
            "differ": list(pair.differ),
            "a": _coding(pair.first),
            "b": _coding(pair.second),
            **_open(),
        }
        for pair in answer.differing
    ]
    alone = [
        {"at": list(one.item.places), "found-by": side, side: _coding(one), **_open()}
        for side, held in zip("ab", answer.alone, strict=True)
        for one in held
    ]
    actors = [
        {"found-by": side, "actor": id_, "name": dataset.name_of(id_), **_open()}
        for side, held, dataset in _sides(answer)
        for id_ in held
    ]
    return {
        "a": answer.names[0], "b": answer.names[1],
        "coded-otherwise": differing, "found-by-one": alone, "actors-of-one": actors,
    }  # fmt: skip


def _sides(answer: Agreement) -> list[tuple[str, tuple[str, ...], Dataset]]:
    (one, other), (first, second) = answer.actors_alone, (answer.first, answer.second)
    return [("a", one, first), ("b", other, second)]


def _open() -> dict[str, str]:
    return {"decision": "", "why": ""}


def _coding(one: Statement) -> dict[str, str]:
    """One coding in the names of the files, without what it leaves empty."""
    ends = {"actor": one.ends[0]} if one.row == "trait" else {"from": one.ends[0], "to": one.ends[1]}
    told = {field: one.told(field) for field in (*_OWN, *_ITEM)}
    if one.row == "trait":
        told = {"trait" if field == "type" else field: word for field, word in told.items()}
    fields = {"row": one.id, **ends, **told, "hedge": one.item.hedge, "gist": one.item.gist}
    where = one.item.where
    return {**{field: word for field, word in fields.items() if word}, "line": f"{where.file}:{where.line}"}
