"""What a value of one kind looks like: the reader that takes it, and its JSON Schema.

YAML readers make numbers and truth values of plain text such as 2021 or no: both pass wherever text does.
`errorMessage`, `enumDescriptions`, `defaultSnippets` and `deprecationMessage` (it warns and refuses nothing) are
words of editors; others pass over them.
"""

from collections.abc import Iterable
from typing import Any

from ..decode import about, actor, event, evidence, relation, source, values
from ..period import BOTH_ENDS
from ..vocabulary import Vocabulary

Schema = dict[str, Any]

ID = "[a-z0-9]+(-[a-z0-9]+)*"
DATE = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?%]?"
NUMBER = r"[0-9]+(\.[0-9]+)?"
PLACE = r"[^\s+]+(\+[^\s+]+)*"


def _text(pattern: str, wrong: str, *also: str, **more: Any) -> Schema:
    """Text of that pattern; `wrong` is what an editor says of anything else."""
    return {"type": ["string", *also], "pattern": pattern, "errorMessage": wrong, **more}


def _or_boolean(text: Schema) -> Schema:
    """That text, or a truth value. Said by `not`, or editors would offer true and false."""
    return {"anyOf": [text, {"not": {"type": ["string", "number", "object", "array", "null"]}}]}


def _date(pattern: str, wrong: str) -> Schema:
    return _text(f"^({pattern})$", wrong, "integer", minimum=1000, maximum=9999)


def enum(allowed: Iterable[str]) -> Schema:
    """One of these words, or of these digits, which may be read as numbers."""
    words = list(allowed)
    digits = [int(word) for word in words if word.isdigit()]
    if len(digits) < len(words):
        return {"type": ["string", "integer"] if digits else "string", "enum": [*words, *digits]}
    # In quotes too. Said by a pattern, or editors would offer each twice.
    quoted = {"type": "string", "pattern": f"^({'|'.join(words)})$"}
    return {"anyOf": [{"type": "integer", "enum": digits}, quoted]}


def meant(words: Iterable[str]) -> Schema:
    """One of these words, with what each means where its list says so."""
    found = enum(words)
    if isinstance(words, dict):
        means = [row.get("page") or row.get("verb") for row in words.values() if isinstance(row, dict)]
        if all(means) and len(means) == len(words):
            found["enumDescriptions"] = means
    return found


YES = _or_boolean(enum(values.YES_NO))
TEXT = _or_boolean(_text(r"\S", "Write a value, or take the line out.", "number"))
AN_ID = _text(
    f"^{ID}$",
    "An id has small letters a to z, digits and single hyphens, at most 64.",
    "integer",
    maxLength=values.ID_LENGTH,
    minimum=0,
)
ROW_ID = {**AN_ID, "type": ["string", "number"], "pattern": "^[a-z0-9]+([.-][a-z0-9]+)*$"}
FIGURE = _text(
    rf"^([<>~]?{NUMBER}|{NUMBER}\.\.{NUMBER})$",
    "A figure is 77, >170, <20, ~500 or 100..120; its unit stands elsewhere.",
    "number",
    minimum=0,
)
A_DATE = _date(DATE, "A date is 2015, 2015-06 or 2015-06-03; about is 2015~, uncertain 2015?")
PERIOD = _date(
    rf"{DATE}(/({DATE}|\.\.)?)?|(\.\.)?/{DATE}",
    "A date is 2015, 2015-06 or 2015-06-03; a period is 2015/2019, 2015/, /2019, or 2015/.. where it goes on.",
)
SIGHTING = _date(f"{DATE}(/{DATE})?", "A date is 2015, 2015-06 or 2015-06-03; two are joined by a slash.")
NO_TYPE = (
    "No type has this name: completion offers all. One of your own stands in types.yaml; after adding it, write the "
    "schemas again: actorgraph schema -o DIR"
)
LEAVES: dict[Any, Schema] = {
    about.format_: enum([about.FORMAT]),
    values.yes: YES,
    values.text: TEXT,
    source.speaker: TEXT,
    actor.bare_alias: TEXT,
    values.actor: AN_ID,
    values.voice: AN_ID,
    values.source: AN_ID,
    relation.event: AN_ID,
    values.new_id: ROW_ID,
    values.date: A_DATE,
    values.interval: PERIOD,
    actor.figure: FIGURE,
    event.bare_figure: FIGURE,
    evidence.places: _or_boolean(
        _text(f"^{PLACE}$", "A place has no blanks; several are joined by a plus: p6+p8", "number")
    ),
    evidence.hedge: _or_boolean(
        _text(
            rf"^\s*\S+(\s+\S+){{0,{evidence.HEDGE_WORDS - 1}}}\s*$",
            "A hedge is the hedging word of the source, at most three words; the rest goes to gist.",
            "number",
        )
    ),
}


def leaf(read: Any, key: str, vocabulary: Vocabulary) -> Schema:
    """What that reader takes under that key."""
    if read is values.interval and key in BOTH_ENDS:
        return SIGHTING
    if read is values.modality:
        return enum(values.MODALITY.words(vocabulary))
    if read is relation.type_:
        return _type(vocabulary)
    if read is evidence.short:
        return _short(vocabulary)
    return LEAVES[read]


def _type(vocabulary: Vocabulary) -> Schema:
    """A type with its definition; or a name that types.yaml may define by now, of which an editor warns."""
    names = {name: found.definition for name, found in vocabulary.types.items()}
    names |= {inverse: f"From the other end: {names[name]}" for inverse, name in vocabulary.inverses.items()}
    ours = {
        "title": "A type of tie",
        **enum(names),
        "enumDescriptions": list(names.values()),
        "errorMessage": NO_TYPE,
    }
    other = {
        "title": "A type of another record",
        **AN_ID,
        "not": enum([*vocabulary.families, *names]),
        "deprecationMessage": NO_TYPE,
    }
    return {"anyOf": [ours, other]}


def _short(vocabulary: Vocabulary) -> Schema:
    stances = "|".join(vocabulary.words["stances"])
    return _text(
        rf"^\s*{ID}(\s+{PLACE}(\s+{ID}\s+({stances}))?)?\s*$",
        "Short evidence is: source; or source, place; or source, place, voice, stance.",
        "integer",
        minimum=0,
    )
