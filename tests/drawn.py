"""One small data set in which every key of every record may stand, drawn by a seed, and ways to spoil it.

Dates, ends and ids are chosen so that no rule between records is broken: what is spoilt is one value or key.
"""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

Place = tuple[str | int, ...]
Files = dict[str, Any]


class Record(dict[str, Any]):
    """A mapping whose keys are known, with those that must be there."""

    must: tuple[str, ...] = ()


class Typed(str):
    """Text of one kind; `wrong` is text of no such kind."""

    __slots__ = ()
    wrong: tuple[str, ...] = ()


class Word(Typed):
    wrong = ("blue", "Nes", "7")


class Day(Typed):
    wrong = (
        "2016-2020",
        "c. 1995",
        "2015-13",
        "2015-06-32",
        "0000",
        "15",
        "2015-6",
        "2015~~",
        "2015/x",
        "a/b",
    )


class OneDay(Day):
    wrong = (*Day.wrong, "2015/2016", "2015/", "..")


class Seen(Day):
    wrong = (*Day.wrong, "2015/", "/2015", "../2015", "2015/..")


class Id(Typed):
    wrong = ("Alba", "al_ba", "-alba", "alba-", "al--ba", "al ba", "a.b", "alba" * 17, "á")


class RowId(Typed):
    wrong = ("Row", "r_1", ".r", "r.", "r..1", "r 1")


class Number(Typed):
    wrong = ("many", "170+", "~~5", ">1..2", "1...2", "5.x", "-3", "1,000")


class Spot(Typed):
    wrong = ("p7, p8", "p7 p8", "+p7", "p7++p8")


class Hedge(Typed):
    wrong = ("it would seem so",)


class Short(Typed):
    wrong = ("s1 p7 author", "s1 p7 author supports it", "s1 p7 author suports", "S1 p7", "s1 p7+")


class Dice:
    """Choices of one seed."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311  # the same choices on every run
        self.one = self._random.choice

    def record(self, must: dict[str, Any], may: dict[str, Any]) -> Record:
        """All of `must` and some of `may`; a value that is a function is drawn now."""
        chosen = {key: value for key, value in may.items() if self._random.random() < 0.6}
        found = Record(
            {key: value() if callable(value) else value for key, value in {**must, **chosen}.items()}
        )
        found.must = tuple(must)
        return found

    def some(self, one: Callable[[], Any]) -> Any:
        """One value, or a list of none to two."""
        return self.one((one, lambda: [one() for _ in range(self.one((0, 1, 2)))]))()

    def text(self) -> str:
        return self.one(("words", "two words", "77", "1.5", "no", "true", "2021-08-26", "ʿarab, 'x' #1"))

    def word(self, *words: str) -> Word:
        return Word(self.one(words))

    def number(self) -> Number:
        return Number(self.one(("77", "1.5", ">170", "<20", "~500", "100..120", "1.5..2")))

    def spell(self) -> Day:
        return Day(
            self.one(
                ("2015", "2015-06", "2015-06-03", "2015~", "2015?", "2015/2016", "2015/", "/2016", "2015/..")
            )
        )

    def times(self) -> dict[str, Day]:
        seen, gone = (
            Seen(self.one(("2015", "2015-06/2015", "2015%"))),
            OneDay(self.one(("2016", "2016-02-29~"))),
        )
        return self.one(({}, {"when": self.spell()}, {"as-of": seen}, {"gone-by": gone}))

    def actor(self) -> Id:
        return Id(self.one(("alba", "brel")))

    def voice(self) -> Id:
        return Id(self.one(("alba", "herald", "author")))

    def item(self) -> Any:
        short = Short(
            self.one(("s1", "s1 p7", "2021 p7+p8", "s1 p7 herald doubts", "s1  p7 author  supports"))
        )
        told = self.one(
            ({}, {"stance": self.word("doubts", "suggests"), "likelihood": self.word("unlikely")})
        )
        may = {
            "at": lambda: Spot(self.one(("p7", "p7+p8", "7"))),
            "says": self.voice,
            "via": lambda: self.some(self.voice),
            "stance": lambda: self.word("supports", "mentions", "disputes"),
            "hedge": lambda: Hedge(self.one(("may", "it would seem"))),
            "likelihood": lambda: self.word("likely", "roughly-even"),
            "confidence": lambda: self.word("low", "high"),
            "credibility": lambda: self.word("1", "6"),
            "said": OneDay("2020"),
            "gist": self.text,
            "quote": self.text,
            "retrieved": OneDay("2022-01-31"),
        }
        long = self.record({"source": Id("s1")}, may)
        long.update(told, **self.times())
        return self.one((short, long))

    def evidence(self) -> Any:
        return self.some(self.item)


def dataset(dice: Dice) -> Record:
    texts = lambda: dice.some(dice.text)  # noqa: E731
    coverage = {"sources": texts, "actors": texts, "types": texts, "period": dice.spell}
    row = {"check": dice.text, "at": dice.text, "why": dice.text}
    may = {
        **dict.fromkeys(("question", "licence", "version", "cite", "corrections"), dice.text),
        "coverage": lambda: dice.record({}, coverage),
        "coders": texts,
        "handling": lambda: dice.word("TLP:CLEAR", "TLP:AMBER+STRICT"),
        "suppress": lambda: dice.some(lambda: dice.record(row, {})),
    }
    return dice.record({"format": Word("1"), "title": dice.text}, may)


def actors(dice: Dice) -> Record:
    alias = {
        "lang": dice.text,
        "by": lambda: dice.some(dice.voice),
        "when": dice.spell,
        "evidence": dice.evidence,
        "kind": lambda: dice.word("full", "former"),
        "shared": lambda: dice.word("yes", "no"),
    }
    trait = {
        "on": dice.text,
        "toward": dice.actor,
        "priority": lambda: dice.word("leading", "lesser"),
        "modality": lambda: dice.word("actual", "intended"),
        "place": lambda: dice.some(dice.text),
        "evidence": dice.evidence,
        "coding": lambda: dice.word("sure", "unsure"),
        "note": dice.text,
    }

    def a_trait() -> Record:
        found = dice.record({"trait": lambda: dice.word("goal", "capacity")}, trait)
        return (
            Record(found)
            if found.update(dice.one(({"is": dice.text()}, {"figure": dice.number()})))
            else found
        )

    may = {
        "aliases": lambda: dice.some(dice.one((dice.text, lambda: dice.record({"name": dice.text}, alias)))),
        "existed": lambda: Day(dice.one(("1990/", "1990~/2022", "1990/.."))),
        "place": lambda: dice.some(dice.text),
        "ids": lambda: dice.record({}, {"wikidata": dice.text, "mmp": dice.text}),
        "traits": lambda: [a_trait() for _ in range(dice.one((0, 1, 2)))],
        "shared": lambda: dice.word("yes", "no"),
        "note": dice.text,
    }
    kind = lambda: dice.word("faction", "government", "person")  # noqa: E731
    names = ("alba", "brel", "77", "spare")
    found = {id_: dice.record({"name": dice.text, "kind": kind}, may) for id_ in names}
    wing = dice.record({"name": dice.text, "kind": Word("segment"), "of": dice.actor}, may)
    return Record({"actors": {**found, "wing": wing}})


def relations(dice: Dice) -> Record:
    by = {"on": OneDay("2021-09")}
    signed = lambda: dice.record({"by": dice.text}, by)  # noqa: E731
    may = {
        "against": lambda: dice.some(lambda: Id("spare")),
        "modality": lambda: dice.word("actual", "intended"),
        "means": lambda: dice.some(lambda: dice.word("arms", "funds")),
        "extent": lambda: dice.word("limited", "close"),
        "priority": lambda: dice.word("leading", "lesser"),
        "scope": dice.text,
        "place": lambda: dice.some(dice.text),
        "event": Id("clash"),
        "see": lambda: dice.some(dice.text),
        "evidence": dice.evidence,
        "assessment": lambda: dice.record(
            {"confidence": Word("low"), "by": dice.text, "on": OneDay("2021")}, {"why": dice.text}
        ),
        "coding": lambda: dice.word("sure", "judgement"),
        "handling": lambda: dice.word("TLP:GREEN", "TLP:RED"),
        "coded": signed,
        "reviewed": lambda: dice.some(signed),
        "note": dice.text,
    }

    def row(number: int) -> Record:
        ends = {"from": Id("alba"), "type": dice.one(("support", "supported-by", "guards")), "to": Id("brel")}
        found = dice.record(ends, may)
        found["id"] = RowId(dice.one((f"r{number}", f"r.{number}", f"1.{number}")))
        expected = {"modality": Word("expected"), "if": dice.text()}
        found.update(dice.one((dice.times(), {**expected})))
        if found.get("modality") == "expected":
            found.pop("evidence", None)
        return found

    rows = [row(number) for number in range(1, dice.one((2, 3)) + 1)]
    ends = {"from": "alba", "type": "support", "to": "brel"}
    named = [Record({"id": "row", **ends}), Record({"id": "forecast", **ends, "modality": "expected"})]
    return Record({"relations": rows + named})


def sources(dice: Dice) -> Record:
    may = {
        **dict.fromkeys(("url", "text", "sha256", "label", "note"), dice.text),
        "reliability": lambda: dice.word("A", "F"),
        "derives-from": lambda: dice.some(lambda: Id("s1")),
        "handling": lambda: dice.word("TLP:CLEAR"),
    }

    def source() -> Record:
        found = dice.record({"title": dice.text, "published": OneDay("2021-09")}, may)
        found.update(
            dice.one(({"author": "Jane Doe"}, {"publisher": "alba"}, {"author": "2021", "publisher": "x"}))
        )
        return found

    kind = lambda: dice.word("official", "unnamed")  # noqa: E731
    voice = lambda: dice.record({"name": dice.text, "kind": kind}, {"note": dice.text})  # noqa: E731
    return Record(
        {
            "sources": {id_: source() for id_ in ("s1", "2021", "spare-source")},
            "voices": {id_: voice() for id_ in ("herald", "spare-voice")},
        }
    )


def events(dice: Dice) -> Record:
    who = {role: lambda: dice.some(dice.actor) for role in ("perpetrator", "target", "claimed-by")}

    def figures() -> dict[str, Any]:
        long = lambda: dice.record({"figure": dice.number}, {"says": dice.voice})  # noqa: E731
        return {unit: dice.one((dice.number, long))() for unit in ("killed", "hurt, at least")}

    may = {
        "when": dice.spell,
        "place": lambda: dice.some(dice.text),
        "who": lambda: dice.record({}, who),
        "figures": figures,
        "evidence": dice.evidence,
        "see": lambda: dice.some(dice.text),
        "handling": lambda: dice.word("TLP:CLEAR"),
        "note": dice.text,
    }
    return Record({"events": {id_: dice.record({"name": dice.text}, may) for id_ in ("clash", "spare")}})


def types(dice: Dice) -> Record:
    flags = ("symmetric", "balance", "rolls-up", "third", "view", "answers-for", "steps")
    may: dict[str, Any] = {
        **dict.fromkeys(flags, lambda: dice.word("yes", "no")),
        **dict.fromkeys(("inverse", "noun", "def"), dice.text),
        "names": lambda: dice.some(dice.text),
    }
    must = {
        "family": lambda: dice.word("hostile", "neutral"),
        "sign": lambda: dice.word("+", "-", "0"),
        "class": lambda: dice.word("act", "aim"),
        "reads": "guards TO",
    }
    guards = dice.record(must, {**may, "means": Word("yes")})
    guards["means"], guards["symmetric"] = Word("yes"), Word("no")
    return Record({"types": {"guards": guards, "support": dice.record({}, {"def": dice.text})}})


def scenarios(dice: Dice) -> Record:
    reason = lambda: {"reason": dice.text()}  # noqa: E731
    ties = {
        "means": lambda: dice.some(lambda: dice.word("arms", "funds")),
        "extent": lambda: dice.word("limited", "close"),
        "scope": dice.text,
        "place": lambda: dice.some(dice.text),
        "note": dice.text,
    }
    more = {
        "against": lambda: dice.some(lambda: Id("spare")),
        "evidence": dice.evidence,
        "assessment": lambda: dice.record(
            {"confidence": Word("low"), "by": dice.text, "on": OneDay("2021")}, {"why": dice.text}
        ),
        "coded": lambda: dice.record({"by": dice.text}, {"on": OneDay("2021-09")}),
        "handling": lambda: dice.word("TLP:GREEN", "TLP:RED"),
        **reason(),
    }

    def edit() -> Record:
        ends = {"from": Id("alba"), "type": dice.one(("support", "guards")), "to": Id("brel")}
        verb = dice.one(
            (
                {"add": dice.record(ends, {**ties, **more})},
                {"end": RowId("row")},
                {"holds": RowId("forecast")},
                {"change": dice.record({"id": RowId("row")}, {**ties, **reason()})},
            )
        )
        if "add" in verb:
            verb["add"].update(dice.times())
        found = dice.record({}, {"evidence": dice.evidence})
        found.update(verb, **reason())
        return found

    who = lambda: dice.some(dice.actor)  # noqa: E731
    stand = {"stands": lambda: dice.word("favours", "weighs"), "why": dice.text, "evidence": dice.evidence}
    risk = {"risk": dice.text, "evidence": dice.evidence}
    edits = lambda: [edit() for _ in range(dice.one((1, 2)))]  # noqa: E731
    may = {
        "then": edits,
        "unless": lambda: dice.some(lambda: "row"),
        "stands": lambda: [dice.record(stand, {"who": who}) for _ in range(dice.one((0, 1, 2)))],
        "risks": lambda: [dice.record(risk, {"to": who}) for _ in range(dice.one((0, 1, 2)))],
        "see": lambda: dice.some(lambda: "row"),
        "evidence": dice.evidence,
        "note": dice.text,
    }
    found = {
        id_: dice.record({"name": dice.text, "on": OneDay("2021-09")}, may) for id_ in ("deal", "spare-deal")
    }
    for one in found.values():
        one["do"] = edits()
    return Record({"scenarios": found})


DRAWERS = {f.__name__: f for f in (dataset, actors, relations, sources, events, types, scenarios)}


def files_of(seed: int) -> Files:
    """A whole data set without a fault, by the name of the file without its suffix."""
    return {name: draw(Dice(f"{seed} {name}")) for name, draw in DRAWERS.items()}


def spoilt(files: Files, name: str, seed: int) -> tuple[Any, str]:
    """The file with one thing wrong in it, and what that is."""
    dice = Dice(f"{seed} spoil {name}")
    root = deepcopy(files[name])
    ways = list(_ways(root, ()))
    kind = dice.one(sorted({kind for kind, _, _ in ways}))
    _, place, spoil = dice.one([way for way in ways if way[0] == kind])
    spoil(dice)
    return root, f"{kind} at {place}"


Way = tuple[str, Place, Callable[[Dice], None]]


def _ways(node: Any, place: Place) -> Iterator[Way]:
    """Each thing that can be spoilt below a node."""
    if isinstance(node, Record):
        for key in node.must:
            yield "key dropped", (*place, key), lambda _, key=key: node.pop(key)
        if place:
            yield "key unknown", place, lambda dice: node.update({dice.one(("colour", "zzz")): "x"})
        for key in node:
            yield "key misspelt", (*place, key), lambda dice, key=key: _renamed(node, key, f"{key}x")
    for key in list(node) if isinstance(node, dict) else []:
        if key.startswith("spare"):
            yield "bad id", (*place, key), lambda dice, key=key: _renamed(node, key, dice.one(Id.wrong))
    for key, value in list(node.items()) if isinstance(node, dict) else list(enumerate(node)):
        here = (*place, key)
        yield from _spoilt_value(node, key, value, here)
        if isinstance(value, (dict, list)):
            yield from _ways(value, here)


def _spoilt_value(node: Any, key: Any, value: Any, here: Place) -> Iterator[Way]:
    def put(new: Any) -> Callable[[Dice], None]:
        return lambda dice: node.__setitem__(key, new(dice))

    if isinstance(value, Typed):
        yield f"bad {type(value).__name__}", here, put(lambda dice: dice.one(value.wrong))
    if len(here) > 1:
        yield "no value", here, put(lambda _: "")
    if isinstance(value, str):
        yield "mapping for text", here, put(lambda _: {"colour": "x"})
    if isinstance(value, list):
        yield "extra level", here, put(lambda _: [[*value, "x"]])
        yield "mapping for list", here, put(lambda _: {"colour": "x"})
    elif isinstance(value, str):
        yield "two levels of list", here, put(lambda _: [[value]])
    elif isinstance(value, Record):
        yield "list for record", here, put(lambda _: [[]])


def records(node: Any) -> Iterator[Record]:
    """Every record from a node down."""
    if isinstance(node, Record):
        yield node
    if isinstance(node, (dict, list)):
        for value in list(node.values() if isinstance(node, dict) else node):
            yield from records(value)


def plain(value: Any) -> Any:
    """Without the kinds of records and texts."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else str(value)


def _renamed(node: dict[str, Any], old: str, new: str) -> None:
    """The key under another name, in its place."""
    pairs = [(new if key == old else key, value) for key, value in node.items()]
    node.clear()
    node.update(pairs)
