"""What a handling mark holds back is nowhere in the bytes of a release: not in a note, a name, a type or a zipped sheet."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings

import worlds
from actorgraph.formats.outgoing import outgoing
from actorgraph.formats.writing import INDEX, module
from actorgraph.loading import Loaded, build
from actorgraph.view.released import released
from generated import Dice, dice, written

ORDER = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


class Marked:
    """A data set drawn in which each record bears words of its own, and which of them must stay behind at a mark."""

    def __init__(self, dice: Dice, limit: str) -> None:
        self.dice = dice
        self.limit = ORDER.index(limit)
        self.secret: set[str] = set()
        self.open: set[str] = set()
        self.sources = {f"src{n}": dice.one(ORDER) for n in range(4)}

    def token(self, kept: bool, name: str) -> str:
        """Words that stand nowhere else."""
        found = f"zq{name}zq"
        (self.open if kept else self.secret).add(found)
        return found

    def passes(self, mark: str) -> bool:
        return ORDER.index(mark) <= self.limit

    def files(self) -> dict[str, Any]:
        dice = self.dice
        sources = {
            name: {
                "title": self.token(self.passes(mark), f"title{name}"),
                "author": f"voice{name}",
                "published": "2020",
                "handling": mark,
                "note": self.token(self.passes(mark), f"note{name}"),
            }
            for name, mark in self.sources.items()
        }
        voices = {
            f"voice{name}": {"name": self.token(self.passes(mark), f"author{name}"), "kind": "author"}
            for name, mark in self.sources.items()
        }
        actors = {f"actor{n}": {"name": f"Actor {n}", "kind": "faction"} for n in range(4)}
        types, rows = {}, []
        for n in range(5):
            cited = dice.some(list(self.sources), 1, 2)
            mark = dice.one(ORDER)
            kept = self.passes(mark) and any(self.passes(self.sources[one]) for one in cited)
            types[f"zqtype{n}zq"] = {
                "family": "hostile", "sign": "-", "class": "act",
                "reads": self.token(kept, f"reads{n}") + " TO", "def": self.token(kept, f"def{n}"),
            }  # fmt: skip
            (self.open if kept else self.secret).add(f"zqtype{n}zq")
            actors[f"only{n}"] = {"name": self.token(kept, f"only{n}"), "kind": "party"}
            rows.append(
                {
                    "id": f"zqtie{n}zq", "from": f"only{n}", "type": f"zqtype{n}zq", "to": "actor1", "handling": mark,
                    "note": self.token(kept, f"tienote{n}"), "scope": self.token(kept, f"scope{n}"),
                    "see": [f"zqtie{(n + 1) % 5}zq"], "event": f"zqevent{n}zq",
                    "coded": {"by": self.token(kept, f"coder{n}")},
                    "evidence": [self.item(one, kept, f"tie{n}{one}") for one in cited],
                }
            )  # fmt: skip
            (self.open if kept else self.secret).add(f"zqtie{n}zq")
        events = {}
        for n in range(5):
            source, mark = dice.one(list(self.sources)), dice.one(ORDER)
            kept = self.passes(mark) and self.passes(self.sources[source])
            events[f"zqevent{n}zq"] = {
                "name": self.token(kept, f"event{n}"), "handling": mark, "note": self.token(kept, f"eventnote{n}"),
                "place": [self.token(kept, f"eventplace{n}")], "evidence": [self.item(source, kept, f"event{n}")],
            }  # fmt: skip
            (self.open if kept else self.secret).add(f"zqevent{n}zq")
        for n in range(3):
            source = dice.one(list(self.sources))
            kept = self.passes(self.sources[source])
            actors[f"actor{n}"] |= {
                "aliases": [{"name": self.token(kept, f"alias{n}"), "evidence": self.item(source, kept, f"alias{n}")}],
                "traits": [
                    {
                        "trait": "goal", "is": self.token(kept, f"goal{n}"), "note": self.token(kept, f"goalnote{n}"),
                        "evidence": [self.item(source, kept, f"trait{n}")],
                    }
                ],
            }  # fmt: skip
        # What a scenario says is no part of an export, under no mark.
        scenario = {
            "name": self.token(False, "scenario"), "on": "2021", "note": self.token(False, "scenarionote"),
            "do": [{"end": "zqtie0zq", "reason": self.token(False, "why")}],
        }  # fmt: skip
        return {
            "dataset.yaml": {"format": "1", "title": "Marked"},
            "actors.yaml": {"actors": actors},
            "sources.yaml": {"sources": sources, "voices": voices},
            "types.yaml": {"types": types},
            "relations.yaml": {"relations": rows},
            "events.yaml": {"events": events},
            "scenarios.yaml": {"scenarios": {"s": scenario}},
        }

    def item(self, source: str, kept: bool, name: str) -> dict[str, str]:
        kept = kept and self.passes(self.sources[source])
        return {
            "source": source,
            "at": self.token(kept, f"at{name}"),
            "gist": self.token(kept, f"gist{name}"),
        }


def everything(files: dict[str, bytes]) -> bytes:
    """The bytes of an export, those of a workbook unpacked."""
    found = []
    for data in files.values():
        found.append(data)
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                found += [book.read(name) for name in book.namelist()]
    return b"\n".join(found)


@pytest.mark.parametrize("limit", ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"])
@given(dice)
@settings(max_examples=15, deadline=None)
def test_nothing_that_is_marked_stricter_leaves_in_any_format(limit: str, dice: Dice) -> None:
    marked = Marked(dice, limit)
    loaded = build({name: written(content) for name, content in marked.files().items()}, [])
    assert not [one for one in loaded.problems if one.severity == "error"], loaded.problems
    dataset, _ = released(loaded.dataset, limit)
    out = outgoing(worlds.view(Loaded(dataset, [], {})))
    for name in INDEX:
        data = everything(module(name).write(out).files)
        leaked = [token for token in sorted(marked.secret) if token.encode() in data]
        assert not leaked, (name, leaked)
        if name == "node-link":
            missing = [token for token in sorted(marked.open) if token.encode() not in data]
            assert not missing, "what may go out does"
