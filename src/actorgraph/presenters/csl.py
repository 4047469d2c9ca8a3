"""Works -> CSL-JSON, which Zotero, pandoc and word processors read. Names are literal: a record does not split them."""

from collections.abc import Sequence
from typing import Any

from ..page import Work
from .bibtex import notes
from .json import dumped


def present(works: Sequence[Work]) -> str:
    """An item a work, its id the id of the source."""
    return dumped([_item(work) for work in works])


def _item(work: Work) -> dict[str, Any]:
    address = work.url.startswith(("https://", "http://"))
    found: dict[str, Any] = {
        "id": work.key,
        "type": _type(work),
        "title": work.title,
        "author": [{"literal": work.author}] if work.author else [],
        "publisher": work.publisher,
        "issued": _date(work.published),
        "version": work.version,
        "URL": work.url if address else "",
        "note": "; ".join(filter(None, notes(work))),
    }
    return {name: value for name, value in found.items() if value}


def _type(work: Work) -> str:
    """A record does not say what kind of document a source is: what somebody published is a report."""
    if work.kind == "dataset":
        return "dataset"
    return "report" if work.publisher else "webpage" if work.url else "article"


def _date(text: str) -> dict[str, Any]:
    """The year, month and day as far as they are given."""
    if not text:
        return {}
    bare = text.rstrip("~?%")
    found: dict[str, Any] = {"date-parts": [[int(part) for part in bare.split("-")]]}
    return {**found, "circa": True} if bare != text else found
