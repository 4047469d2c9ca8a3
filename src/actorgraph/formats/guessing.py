"""A mapping to be reviewed: what the headings and the cells of a table seem to be. It is offered, never applied."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from ..text import fold, slug
from ..vocabulary import shipped
from .cells import Table
from .signs import TYPES
from .takes import whole

_LOOKED_AT: Final = 2_000
_MOST_VALUES: Final = 40
HEADINGS: Final = {
    "from": "from source sender subject ego actor1 actora group1 groupa sidea partya statea countrya",
    "to": "to target receiver object alter actor2 actorb group2 groupb sideb partyb stateb countryb",
    "type": "type relation relationship tie typeoftie relationtype relationshiptype edgetype kindoftie link kind category",
    "sign": "sign polarity valence",
    "begin": "start begin from since startyear startdate beginyear begindate styear first firstyear fromyear yearfrom",
    "end": "end until endyear enddate to last lastyear toyear yearto stop",
    "when": "when year date period dates",
    "place": "place location country where area",
    "scope": "scope aspect domain",
    "quote": "quote quotation",
    "gist": "gist summary",
    "note": "note notes comment comments remark remarks description details",
    "name": "name actor group organisation organization label title",
    "id": "id code key",
    "kind": "kind type category class actortype",
    "aliases": "alias aliases alsoknownas aka othernames alternativenames",
}
_OF: Final = {
    "relations": (
        "from",
        "to",
        "type",
        "sign",
        "begin",
        "end",
        "when",
        "place",
        "scope",
        "quote",
        "gist",
        "note",
    ),
    "actors": ("id", "name", "kind", "aliases", "place", "begin", "end", "note"),
}
# Words of people's sheets, and the type or kind they may mean.
MEANINGS: Final = {
    "ally": "alliance", "allies": "alliance", "allied": "alliance", "rival": "rivalry", "rivals": "rivalry",
    "enemy": "enmity", "enemies": "enmity", "foe": "enmity", "hostile": "enmity", "friend": "alignment",
    "friendly": "alignment", "partner": "cooperation", "partners": "cooperation", "cooperates": "cooperation",
    "supporter": "support", "supporters": "support", "supports": "support", "splinter": "split-from", "split": "split-from",
    "merged": "merged-into", "merger": "merged-into", "member": "member-of", "affiliate": "affiliate-of",
    "faction": "part-of",
    "sponsor": "sponsors", "statesponsor": "sponsors", "war": "fighting", "clash": "fighting", "ceasefire": "truce",
    "competitor": "competition", "competitors": "competition", "1": "positive-tie",
    "+": "positive-tie", "positive": "positive-tie",
    "-1": "negative-tie", "-": "negative-tie", "negative": "negative-tie", "group": "armed-group", "rebel": "armed-group",
    "militia": "armed-group", "country": "state", "organisation": "international-organisation",
}  # fmt: skip


def mapping(tables: dict[str, Table], name: str, command: str, *, plain: bool, header: int = 1) -> str:
    """The mapping file; `plain` where one table is all there is, `tables` then by what it seems to be."""
    id_ = slug(name.rpartition(".")[0] or name) or "my-file"
    lines = [
        "# What the headings seem to mean: guesses. Look at every line, fill the empty ones, then:",
        f"#   {command}",
        "source:",
        f"  id: {id_}",
        f"  title: {_quoted(name)}",
        "  author:        # whose word it is",
        "  published:     # when it appeared, such as 2021-09",
    ]
    for what, table in tables.items():
        lines += [f"table: {what}"] if plain else [f"{what}:"]
        lines += [
            line if plain or not line else f"  {line}"
            for line in _part(what, table, header, alone="actors" not in tables)
        ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def what_of(table: Table) -> str:
    """Whether it seems to be a table of ties or of actors."""
    found = _found("relations", table.columns)
    return "relations" if "from" in found and "to" in found else "actors"


def _part(what: str, table: Table, header: int, *, alone: bool) -> list[str]:
    found = _found(what, table.columns)
    values = _values(table, [found[key] for key in ("type", "sign", "kind") if key in found])
    lines: list[str] = [f"header: {header}"] if header > 1 else []
    if what == "relations":
        sign = "sign" in found and "type" not in found
        typed = found.get("sign" if sign else "type")
        lines += [f"{key}: {_quoted(found.get(key, ''))}" for key in ("from", "to")]
        types = {
            **dict.fromkeys(shipped().types),
            **dict.fromkeys(shipped().inverses),
            **dict.fromkeys(TYPES),
        }
        lines += (
            _valued("type", typed, values, types)
            if typed
            else ["type:          # a column, or {is: alliance}"]
        )
        if alone:
            lines += ["kind: {is: other}    # what the actors are: armed-group, state, party, person, ..."]
    else:
        lines += [f"name: {_quoted(found.get('name') or found.get('id', ''))}"]
        if "id" in found and what == "actors":
            lines += [f"key: {_quoted(found['id'])}"]
        kinds = dict.fromkeys(shipped().kinds)
        lines += (
            _valued("kind", found["kind"], values, kinds)
            if "kind" in found
            else ["kind: {is: other}    # or armed-group, state, party, person, ..."]
        )
        if "aliases" in found:
            lines += [f"aliases: {{column: {_quoted(found['aliases'])}, split: ';'}}"]
    if "begin" in found and "end" in found:
        lines += [
            f"{'when' if what == 'relations' else 'existed'}: {_quoted(found['begin'] + '/' + found['end'])}"
        ]
    elif "begin" in found or "end" in found:
        word = f"{found.get('begin', '')}/{found.get('end', '')}"
        lines += [f"{'when' if what == 'relations' else 'existed'}: {_quoted(word)}"]
    elif "when" in found:
        lines += [f"when: {_quoted(found['when'])}"]
    lines += [f"{key}: {_quoted(found[key])}" for key in ("place", "scope", "note") if key in found]
    item = [f"{key}: {_quoted(found[key])}" for key in ("gist", "quote") if key in found]
    if item:
        lines += [f"evidence: {{at: row, {', '.join(item)}}}"]
    used = {*found.values()}
    left = [_quoted(column) for column in table.columns if column not in used]
    return [*lines, *([f"# Not taken over: {', '.join(left)}"] if left else [])]


def _found(what: str, columns: Iterable[str]) -> dict[str, str]:
    """The column of each field whose heading is one of those that people give it, the first that fits."""
    found: dict[str, str] = {}
    for field in _OF[what]:
        for wanted in HEADINGS[field].split():
            column = next(
                (
                    one
                    for one in columns
                    if fold(one).replace("_", "") == wanted and one not in found.values()
                ),
                None,
            )
            if column is not None:
                found[field] = column
                break
    return found


def _values(table: Table, columns: list[str]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {column: {} for column in columns}
    for row in islice(table.rows, _LOOKED_AT):
        for column, words in found.items():
            if row.cells[column] and len(words) <= _MOST_VALUES:
                words[row.cells[column]] = None
    return {column: list(words) for column, words in found.items()}


def _valued(field: str, column: str, values: dict[str, list[str]], known: Iterable[str]) -> list[str]:
    words = values.get(column, [])
    known = list(known)
    if len(words) > _MOST_VALUES or not words:
        return [f"{field}: {_quoted(column)}"]
    if all(word in known for word in words):
        return [f"{field}: {_quoted(column)}"]
    lines = [f"{field}:", f"  column: {_quoted(column)}", "  values:"]
    folded = {fold(one): one for one in known}
    for word in words:
        meant = folded.get(fold(word)) or MEANINGS.get(fold(word)) or MEANINGS.get(whole(word), "")
        meant = meant if meant in known else ""
        lines.append(f"    {_quoted(word)}:{f' {meant}' if meant else ''}")
    return lines


def _quoted(word: str) -> str:
    if not word or re.fullmatch(r"[^\W\d_][\w ./()-]*", word):
        return word
    return "'" + " ".join(word.split()).replace("'", "''") + "'"
