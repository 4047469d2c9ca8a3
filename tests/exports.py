"""Data sets to export: one in which every field is filled with words of its own, and one that strangers wrote."""

import io
from typing import Any

import openpyxl

import worlds
from actorgraph.formats.fields import fields
from actorgraph.formats.outgoing import Outgoing, outgoing
from actorgraph.formats.writing import Written, module
from actorgraph.loading import Loaded, build

# Of every field a value that stands nowhere else; those of closed lists are words that no other field here has.
ITEM = {
    "source": "paper-one",
    "at": "p77",
    "says": "voice-one",
    "via": ["relay-one"],
    "stance": "suggests",
    "hedge": "seemingly so",
    "likelihood": "very-likely",
    "confidence": "moderate",
    "credibility": "4",
    "said": "2011-05-05",
    "when": "2011-01-03~",
    "as-of": "2011-01~",
    "gone-by": "2011-02~",
    "gist": "gist of it",
    "quote": "quoted words",
    "retrieved": "2013-01-01",
}
FULL: dict[str, Any] = {
    "dataset.yaml": {
        "format": "1",
        "title": "Title of all",
        "question": "what is asked",
        "coverage": {"sources": ["paper-one"], "actors": "all named", "types": "all", "period": "2009/2012"},
        "coders": ["coder-one"],
        "handling": "TLP:GREEN",
        "licence": "LIC-1",
        "version": "9.8.7",
        "cite": "cite me",
        "corrections": "write here",
        "suppress": [{"check": "no-paragraph", "at": "tie-one", "why": "why suppressed"}],
    },
    "actors.yaml": {
        "actors": {
            "actor-one": {
                "name": "Actor One",
                "kind": "party",
                "existed": "2001/2012",
                "place": ["Placeville"],
                "ids": {"wikidata": "Q4242"},
                "shared": "yes",
                "note": "actor note",
                "aliases": [
                    {
                        "name": "Other Name",
                        "lang": "xq",
                        "by": ["user-one"],
                        "when": "2003",
                        "kind": "pejorative",
                        "shared": "yes",
                        "evidence": ITEM,
                    }
                ],
                "traits": [
                    {
                        "trait": "funding",
                        "on": "topic one",
                        "is": "is so",
                        "toward": "toward-one",
                        "priority": "lesser",
                        "modality": "intended",
                        "when": "2004",
                        "as-of": "2004-05",
                        "gone-by": "2005",
                        "place": ["Traitburg"],
                        "coding": "unsure",
                        "note": "trait note",
                        "evidence": ITEM,
                    },
                    {"trait": "capacity", "on": "fighters", "figure": "~777", "evidence": ITEM},
                ],
            },
            "actor-two": {"name": "Actor Two", "kind": "segment", "of": "whole-one"},
            "whole-one": {"name": "Whole One", "kind": "faction"},
            "toward-one": {"name": "Toward", "kind": "state"},
            "third-one": {"name": "Third", "kind": "state"},
        }
    },
    "sources.yaml": {
        "sources": {
            "paper-zero": {"title": "Paper zero", "published": "2011-06", "author": "author-one"},
            "paper-one": {
                "title": "Paper title",
                "author": "author-one",
                "publisher": "house-one",
                "published": "2012-12-12",
                "url": "https://example.org/x",
                "reliability": "D",
                "derives-from": ["paper-zero"],
                "text": "texts/one.txt",
                "sha256": "ab" * 32,
                "label": "LBL",
                "handling": "TLP:AMBER",
                "note": "source note",
            },
        },
        "voices": {
            "voice-one": {"name": "Voice One", "kind": "official"},
            "relay-one": {"name": "Relay", "kind": "unnamed"},
            "author-one": {"name": "Author", "kind": "author"},
            "house-one": {"name": "House", "kind": "publisher"},
            "user-one": {"name": "User", "kind": "media"},
        },
    },
    "events.yaml": {
        "events": {
            "event-one": {
                "name": "Event One",
                "when": "2010-10-10",
                "place": ["Eventown"],
                "who": {"perpetrator": ["third-one"]},
                "figures": {"people hurt": {"figure": "33", "says": "voice-one"}},
                "evidence": ITEM,
                "see": ["tie-three"],
                "handling": "TLP:AMBER+STRICT",
                "note": "event note",
            }
        }
    },
    "relations.yaml": {
        "relations": [
            {
                "id": "tie-one",
                "from": "actor-one",
                "type": "support",
                "to": "actor-two",
                "against": ["third-one"],
                "modality": "expected",
                "if": "on a condition",
                "when": "2006-06",
                "gone-by": "2010-02",
                "means": ["transit"],
                "extent": "limited",
                "priority": "leading",
                "scope": "a scope",
                "place": ["Tietown"],
                "event": "event-one",
                "see": ["tie-three"],
                "assessment": {"confidence": "high", "by": "judge-one", "on": "2012-05-05", "why": "judged so"},
                "coding": "judgement",
                "handling": "TLP:RED",
                "coded": {"by": "hand-one", "on": "2012-07-07"},
                "reviewed": [{"by": "eye-one", "on": "2012-08-08"}],
                "note": "tie note",
                "evidence": [{**ITEM, "as-of": ""}],
            },
            {
                "id": "tie-two",
                "from": "toward-one",
                "type": "enmity",
                "to": "third-one",
                "as-of": "2007-07",
                "handling": "TLP:RED",
                "evidence": [{k: v for k, v in ITEM.items() if k not in ("when", "gone-by")} | {"stance": "supports"}],
            },
            {
                "id": "tie-three",
                "from": "actor-two",
                "type": "contact",
                "to": "third-one",
                "evidence": "paper-one p77 voice-one supports",
            },
        ]
    },
}  # fmt: skip


def bare(world: dict[str, Any]) -> dict[str, Any]:
    """The world without what holds nothing."""
    if isinstance(world, dict):
        return {key: bare(value) for key, value in world.items() if value != ""}
    if isinstance(world, list):
        return [bare(one) for one in world]
    return world


def read(files: dict[str, Any]) -> Loaded:
    """The data set in those files; one that does not load whole tests nothing."""
    found = build({name: worlds.typed(bare(value)) for name, value in files.items()}, [])
    errors = [problem for problem in found.problems if problem.severity == "error"]
    assert not errors, errors
    return found


def written(name: str, found: Loaded, lens: dict[str, Any] | None = None) -> tuple[Outgoing, Written]:
    """What would go out through the lens, and the files of that format."""
    out = outgoing(worlds.view(found, lens))
    return out, module(name).write(out)


def text(name: str, found: Written) -> str:
    """All that a reader of the export would see, dictionaries apart: they speak of fields, whatever they hold."""
    if name != "xlsx":
        shown = {
            file: data for file, data in found.files.items() if file not in ("dictionary.csv", "CODEBOOK.md")
        }
        return "\n".join(data.decode() for data in shown.values())
    book = openpyxl.load_workbook(io.BytesIO(found.files["record.xlsx"]))
    sheets = (sheet for sheet in book if sheet.title != "columns")
    cells = (
        str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )
    return "\n".join(cells)


def every() -> list[tuple[str, str]]:
    """Every field of the record that a format holds or names as lost."""
    records = ("dataset", "actor", "name", "trait", "relation", "evidence", "source", "voice", "event")
    return [(record, field) for record in records for field in fields(record)]
