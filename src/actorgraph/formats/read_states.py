"""States as one signed data set: ATOP alliance spells, Thompson and Dreyer's rivalries, Correlates of War states (CSV).

The files are told apart by their columns; any of them may be left out. States are known by their Correlates of War
number, and by name where the table of states is there. A spell that reaches the last year of its table is not over:
it is last seen in that year.
"""

import re
from typing import Final, NamedTuple

from ..errors import Fault
from ..text import safe
from . import cells
from .cells import Row, Table
from .incoming import ELSEWHERE, Incoming, Item, Record, Value
from .losses import Loss, Losses
from .mapping import Plan
from .takes import whole

SOURCES: Final[dict[str, Record]] = {
    "atop": {
        "title": "Alliance Treaty Obligations and Provisions (ATOP), spells of directed dyads",
        "author": "Leeds, Ritter, Mitchell and Long",
        "published": "2022",
        "url": "http://www.atopdata.org/",
    },
    "rivalries": {
        "title": "Handbook of International Rivalries, 1494-2010",
        "author": "Thompson and Dreyer",
        "published": "2012",
    },
    "cow-states": {
        "title": "State System Membership List",
        "author": "Correlates of War Project",
        "published": "2017",
        "url": "https://correlatesofwar.org/",
    },
}
COLUMNS: Final = {
    "atop": ("ccode1", "ccode2", "atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul",
             "start", "end"),
    "rivalries": ("rivalryno", "rivalryname", "ccode1", "ccode2", "styear", "endyear", "region", "type1", "type2", "type3"),
    "cow-states": ("stateabb", "ccode", "statenme", "styear", "stmonth", "stday", "endyear", "endmonth", "endday",
                   "version"),
}  # fmt: skip
# The obligations, the heaviest first: column, type of tie, and what stands in `scope`.
OBLIGATIONS: Final = (
    ("atop_defense", "defence-pact", "defence"),
    ("atop_offense", "offence-pact", "offence"),
    ("atop_neutral", "neutrality-pact", "neutrality"),
    ("atop_nonagg", "non-aggression", "non-aggression"),
    ("atop_consul", "consultation-pact", "consultation"),
)
_PACT: Final[Record] = {
    "family": "cooperative",
    "sign": "+",
    "class": "status",
    "symmetric": "yes",
    "names": ["with"],
}
TYPES: Final[dict[str, Record]] = {
    "offence-pact": {
        **_PACT,
        "reads": "and TO are bound to go to war together",
        "noun": "pact of offence",
        "def": "written promise to join the other in a war that is no defence, under conditions of the treaty",
    },
    "neutrality-pact": {
        **_PACT,
        "reads": "and TO are bound to stay neutral in a war of the other",
        "noun": "pact of neutrality",
        "def": "written promise to stay neutral when the other is at war",
    },
    "consultation-pact": {
        **_PACT,
        "reads": "and TO are bound to consult each other",
        "noun": "pact of consultation",
        "def": "written promise to consult or to act together in a crisis, without a promise to fight",
    },
}
LOSSES: Final = {
    "elsewhere": ELSEWHERE,
    "nothing-promised": Loss("out", "spells of a treaty without any of the five obligations", "no tie is left to state"),
    "no-code": Loss("out", "rows without a code or a year", "a tie has two ends and a time"),
    "no-name": Loss("read", "states that the table of states does not name, such as", "called by their number"),
    "named-by-rivalry": Loss("read", "states without a row among the states",
                             "called what the names of their rivalries share"),
    "one-sided": Loss("read", "spells of one side whose other side promised otherwise or for other years",
                      "a tie of both, and `scope` says what each promised"),
    "going-on": Loss("read", "spells that reach the last year of their table", "seen in that year, with no end"),
    "before": Loss("read", "memberships that begin with the list, on 1816-01-01", "seen on that day, with no beginning"),
    "other-end": Loss("same", "rows of a pact from its other end", "one more place of the same tie's evidence"),
    "rivalryno": Loss("lost", "cells of rivalryno", "the number of a rivalry; the row is cited"),
    "rivalryname": Loss("lost", "cells of rivalryname", "the two states are named in full"),
    "region": Loss("lost", "cells of region", "the record has no place for a region that is no place of the tie"),
    "version": Loss("lost", "cells of version", "the source is cited"),
    "unknown": Loss("lost", "cells of the column", "this version of the format is not known to have it"),
    **cells.LOSSES,
}  # fmt: skip


class _Spell(NamedTuple):
    """What one side promised from a year to a year, and the row that says so."""

    terms: tuple[int, ...]
    place: str


def read(files: list[str], plan: Plan) -> Incoming:
    """The states of these tables, their pacts and rivalries."""
    losses = Losses(LOSSES)
    found: dict[str, list[Row]] = {}
    for name in files:
        table = cells.table(name, losses)
        what = _what(table)
        if what in found:
            raise Fault(f'"{safe(table.name)}" is a second table of {what}. Name each once.')
        found[what] = [_known(row, table, what, losses) for row in table.rows]
    incoming = Incoming("Alliances and rivalries of states", losses, plan)
    for what in SOURCES:
        if what in found:
            incoming.source(what, SOURCES[what])
    _States(incoming, found).read()
    return incoming


def _what(table: Table) -> str:
    for what, columns in COLUMNS.items():
        if {*columns} <= {*table.columns}:
            return what
    every = "; ".join(f"{what}: {', '.join(columns)}" for what, columns in COLUMNS.items())
    raise Fault(f'"{safe(table.name)}" is none of the three tables of states.', f"Their columns: {every}")


def _known(row: Row, table: Table, what: str, losses: Losses) -> Row:
    for name in table.columns:
        if name not in COLUMNS[what] and row.cells[name]:
            losses.tell("unknown", of=f'"{safe(name)}"')
    return Row(row.place, {name: whole(cell) if _figures(cell) else cell for name, cell in row.cells.items()})


def _figures(cell: str) -> bool:
    return cell.replace(".", "", 1).lstrip("-").isdigit()


class _States:
    def __init__(self, incoming: Incoming, found: dict[str, list[Row]]) -> None:
        self.incoming = incoming
        self.losses = incoming.losses
        self.found = found

    def read(self) -> None:
        for row in self.found.get("cow-states", ()):
            self._state(row)
        self._nameless()
        for type_, record in TYPES.items() if "atop" in self.found else ():
            self.incoming.type(type_, record)
        self._pacts()
        self._rivalries()
        self._covered()

    # -- the states

    def _state(self, row: Row) -> None:
        cell = row.cells
        code = cell["ccode"]
        if not code or not cell["statenme"]:
            self.losses.tell("no-code", row.place)
            return
        self.losses.tell("version")
        id_ = self.incoming.known(code)
        if id_ is None:
            record: Record = {
                "name": cell["statenme"],
                "kind": "state",
                "note": f"Correlates of War number {code}.",
            }
            if cell["stateabb"]:
                record["aliases"] = [cell["stateabb"]]
            id_ = self.incoming.actor(code, cell["statenme"], record, apart=code)
        begin = "-".join((cell["styear"], cell["stmonth"].zfill(2), cell["stday"].zfill(2)))
        end = "-".join((cell["endyear"], cell["endmonth"].zfill(2), cell["endday"].zfill(2)))
        trait: Record = {"trait": "standing", "on": "state system", "is": "member of the system of states"}
        seen = [
            day
            for day, open_ in ((begin, begin == "1816-01-01"), (end, cell["endyear"] == self._last))
            if open_
        ]
        when = f"{'' if begin in seen else begin}/{'' if end in seen else end}"
        if when != "/":
            trait["when"] = when
        if seen:
            trait["as-of"] = "/".join(seen)
        self.losses.tell("before", times=begin in seen)
        self.losses.tell("going-on", times=end in seen)
        trait["evidence"] = f"cow-states {row.place}"
        traits = self.incoming.actors[id_].setdefault("traits", [])
        assert isinstance(traits, list)
        traits.append(trait)

    @property
    def _last(self) -> str:
        return max((row.cells["endyear"] for row in self.found.get("cow-states", ())), default="")

    def _covered(self) -> None:
        """What all tables that are here were searched for, so that "not coded" means something."""
        years = {
            what: [row.cells[key] for row in self.found[what] for key in keys if row.cells[key].isdigit()]
            for what, keys in (("atop", ("start", "end")), ("rivalries", ("styear", "endyear")))
            if what in self.found
        }
        if not years or not all(years.values()):
            return
        begin = max(min(found) for found in years.values())
        end = min(max(found) for found in years.values())
        types = [type_ for _, type_, _ in OBLIGATIONS] if "atop" in years else []
        types += ["rivalry"] if "rivalries" in years else []
        sources: list[Value] = [*self.incoming.sources]
        self.incoming.about["coverage"] = {
            "sources": sources, "actors": "every state", "types": [*types], "period": f"{begin}/{end}",
        }  # fmt: skip

    def _nameless(self) -> None:
        rows = [row for what in ("atop", "rivalries") for row in self.found.get(what, ())]
        codes = {
            code: row.place
            for row in reversed(rows)
            for code in (row.cells["ccode1"], row.cells["ccode2"])
            if code
        }
        shared = self._rivals_names()
        for code in sorted(codes, key=lambda code: (len(code), code)):
            if self.incoming.known(code):
                continue
            name = shared.get(code, f"State {code}")
            if code in shared:
                self.losses.tell("named-by-rivalry", codes[code], f"{code}: {safe(name)}")
            else:
                self.losses.tell("no-name", f"{codes[code]}: {safe(code)}")
            record: Record = {"name": name, "kind": "state", "note": f"Correlates of War number {code}."}
            self.incoming.actor(code, name, record, apart=code)

    def _rivals_names(self) -> dict[str, str]:
        """By number what the names of all rivalries of a state share, where that is one name alone."""
        found: dict[str, set[str]] = {}
        for row in self.found.get("rivalries", ()):
            parts = {part.strip() for part in re.sub(r" \d+$", "", row.cells["rivalryname"]).split("-")}
            for code in (row.cells["ccode1"], row.cells["ccode2"]):
                found[code] = found.get(code, parts) & parts
        return {
            code: next(iter(parts)) for code, parts in found.items() if len(parts) == 1 and "" not in parts
        }

    # -- their ties

    def _pacts(self) -> None:
        """A tie a spell of a pair; the table has each pair from both sides."""
        rows = self.found.get("atop", [])
        last = max((row.cells["end"] for row in rows), default="")
        spells: dict[tuple[str, str, str, str], dict[str, _Spell]] = {}
        for row in rows:
            one, other, begin, end = (row.cells[key] for key in ("ccode1", "ccode2", "start", "end"))
            if not (one and other and begin and end) or one == other:
                self.losses.tell("no-code", row.place)
                continue
            terms = tuple(n for n, (column, _, _) in enumerate(OBLIGATIONS) if row.cells[column] == "1")
            a, b = sorted((one, other), key=lambda code: (len(code), code))
            spells.setdefault((a, b, begin, end), {})[one] = _Spell(terms, row.place)
        for (a, b, begin, end), sides in spells.items():
            self._pact(a, b, sides, self._time(begin, end, last))

    def _pact(self, a: str, b: str, sides: dict[str, _Spell], time: Record) -> None:
        terms = sorted({term for side in sides.values() for term in side.terms})
        places = [side.place for side in sides.values()]
        if not terms:
            self.losses.tell("nothing-promised", places[0], times=len(places))
            return
        record: Record = {"from": self._id(a), "type": OBLIGATIONS[terms[0]][1], "to": self._id(b), **time}
        promised = {code: sides[code].terms if code in sides else () for code in (a, b)}
        if promised[a] != promised[b]:
            self.losses.tell("one-sided", places[0])
            record["scope"] = "; ".join(
                f"{self._name(code)}: {_terms(promised[code])}" for code in (a, b) if code in sides
            )
        elif len(terms) > 1:
            record["scope"] = _terms(tuple(terms))
        for number, place in enumerate(places):
            self.incoming.relation(record, Item("atop"), place)
            self.losses.tell("other-end", times=number > 0)

    def _rivalries(self) -> None:
        rows = self.found.get("rivalries", [])
        last = max((row.cells["endyear"] for row in rows), default="")
        for row in rows:
            cell = row.cells
            for column in ("rivalryno", "rivalryname", "region"):
                self.losses.tell(column, times=bool(cell[column]))
            if (
                not all(cell[key] for key in ("ccode1", "ccode2", "styear", "endyear"))
                or cell["ccode1"] == cell["ccode2"]
            ):
                self.losses.tell("no-code", row.place)
                continue
            record: Record = {
                "from": self._id(cell["ccode1"]),
                "type": "rivalry",
                "to": self._id(cell["ccode2"]),
            }
            record |= self._time(cell["styear"], cell["endyear"], last)
            if scope := ", ".join(cell[key] for key in ("type1", "type2", "type3") if cell[key]):
                record["scope"] = scope
            self.incoming.relation(record, Item("rivalries"), row.place)

    def _time(self, begin: str, end: str, last: str) -> Record:
        if end == last:
            self.losses.tell("going-on")
            return {"when": f"{begin}/", "as-of": end}
        return {"when": begin if begin == end else f"{begin}/{end}"}

    def _id(self, code: str) -> str:
        found = self.incoming.known(code)
        assert found is not None, "every number has been given a state"
        return found

    def _name(self, code: str) -> str:
        return str(self.incoming.actors[self._id(code)]["name"])


def _terms(terms: tuple[int, ...]) -> str:
    return ", ".join(OBLIGATIONS[term][2] for term in terms) or "nothing"
