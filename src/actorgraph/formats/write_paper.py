"""A folder to deposit beside a publication: the tables, what their columns and words mean, citation and licence.

README.md says what it is and what it leaves out, `dictionary.csv` what each column holds, CODEBOOK.md the words the
record uses, CITATION.cff how to cite it, LICENCE.txt on what terms; the tables are those of the csv format.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from ..text import safe
from . import write_csv
from .columns import Column
from .fields import Loss
from .outgoing import Outgoing
from .tables import Table, tables
from .writing import Written

LOSSES: Final[tuple[Loss, ...]] = write_csv.LOSSES
NOTES: Final = write_csv.NOTES
_DICTIONARY: Final = (
    Column("table", "file"),
    Column("column", "its column"),
    Column("meaning", "what stands in it"),
    Column("derived", "yes: by the program"),
)
_SPDX: Final = re.compile(r"[A-Za-z0-9.+-]+")
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def write(out: Outgoing) -> Written:
    found = tables(out)
    meanings = [
        (f"{table.name}.csv", column.name, column.meaning, "yes" if column.derived else "")
        for table in found
        for column in table.columns
    ]
    pages = {
        "README.md": _readme(out, found),
        "CODEBOOK.md": _codebook(out),
        "CITATION.cff": _citation(out),
        "LICENCE.txt": _licence(out),
    }
    return Written(
        {
            **{name: "".join(f"{line}\n" for line in lines).encode() for name, lines in pages.items()},
            "dictionary.csv": write_csv.text(_DICTIONARY, meanings),
            **{f"tables/{table.name}.csv": write_csv.text(table.columns, table.rows) for table in found},
        }
    )


def _readme(out: Outgoing, found: tuple[Table, ...]) -> Iterator[str]:
    about = out.view.dataset.about
    yield f"# {_md(about.title)}"
    yield ""
    if about.question:
        yield f"Question: {_md(about.question)}."
        yield ""
    yield f"Handling: {out.handling}. Version: {_md(about.version) or 'not stated'}."
    yield f"Licence: {_md(about.licence) or 'none stated'}."
    yield f"Cite as: {_md(about.cite) or 'see CITATION.cff'}"
    yield ""
    yield "Searched (the record's coverage): " + (
        _coverage(out) or "not declared, so that nothing missing means anything."
    )
    yield ""
    yield "A tie says what would be so, its evidence who holds what about it. What is denied, doubted or only asked is"
    yield "a row too: read `standing` before counting a tie as a fact. An empty cell is not a zero."
    yield ""
    if out.what_if:
        yield f"What if, no record of what is so: {_md(out.what_if)}."
        yield ""
    yield "| file | a row is | rows |"
    yield "|---|---|---|"
    for table in found:
        yield f"| tables/{table.name}.csv | {table.row} | {len(table.rows)} |"
    yield ""
    yield "`dictionary.csv` says what each column holds, CODEBOOK.md what the words in them mean."
    if out.left:
        yield ""
        yield f"Left out: {'; '.join(out.left)}."


def _coverage(out: Outgoing) -> str:
    found = out.view.dataset.about.coverage
    if not found:
        return ""
    parts = (
        ("sources", ", ".join(found.sources)),
        ("actors", ", ".join(found.actors)),
        ("types", ", ".join(found.types)),
        ("period", found.period.text if found.period else ""),
    )
    return f"{'; '.join(f'{name}: {_md(words)}' for name, words in parts if words)}."


def _codebook(out: Outgoing) -> Iterator[str]:
    vocabulary = out.view.dataset.vocabulary
    used = {row.relation.type for row in out.rows}
    yield "# Codebook"
    yield ""
    yield "The words that this record uses."
    yield ""
    yield "## Types of tie"
    yield ""
    yield "| type | family | sign | reads | means |"
    yield "|---|---|---|---|---|"
    for name in sorted(used):
        type_ = vocabulary.types[name]
        yield f"| {name} | {type_.family} | {type_.sign} | {_md(type_.reads)} | {_md(type_.definition)} |"
    yield ""
    yield "The sign belongs to the type: a denial never turns it, and an intended tie is none yet."
    yield ""
    yield "## Kinds of actor"
    yield ""
    for kind in sorted({actor.kind for actor in out.actors}):
        found = vocabulary.kinds[kind]
        yield f"- {kind}: {found.one}{f', below {found.under}' if found.under else ''}"
    yield ""
    yield "## Stances of a voice"
    yield ""
    for name, words in vocabulary.words["stances"].items():
        yield f"- {name}: {words['verb']}"
    yield ""
    yield "## Standing of a tie, derived by rule"
    yield ""
    for name, words in vocabulary.words["standing"].items():
        yield f"- {name}: {words['page']}"


def _citation(out: Outgoing) -> Iterator[str]:
    """In the Citation File Format; every value is quoted as JSON is, which is YAML too."""
    about = out.view.dataset.about
    yield "cff-version: 1.2.0"
    yield "type: dataset"
    yield f"message: {_quoted(about.cite or 'Cite this data set by its title and version.')}"
    yield f"title: {_quoted(about.title or 'untitled')}"
    yield "authors:"
    for coder in about.coders or ("not stated",):
        yield f"  - name: {_quoted(coder)}"
    if about.version:
        yield f"version: {_quoted(about.version)}"
    if _SPDX.fullmatch(about.licence):
        yield f"license: {about.licence}"


def _licence(out: Outgoing) -> Iterator[str]:
    about = out.view.dataset.about
    yield f"Licence of this data set, as its dataset.yaml states it: {safe(about.licence) or 'none stated'}"
    if not about.licence:
        yield "Without one nothing is granted: ask whoever made it."
    yield "It covers the coding. Quoted passages belong to the authors of their sources (tables/sources.csv)."
    if out.handling != "TLP:CLEAR":
        yield f"Handling: {out.handling}. A licence does not lift a handling mark."


def _quoted(text: str) -> str:
    return json.dumps(safe(text), ensure_ascii=False)


def _md(text: str) -> str:
    """A stranger's words in Markdown: text, and nothing that formats or links."""
    return _MARKUP.sub(r"\\\1", safe(text))
