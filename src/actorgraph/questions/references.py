"""The works that cited claims stand on: each source with the places used, and the data set itself."""

import re
from collections.abc import Iterable, Sequence

from ..dataset import Dataset
from ..model import Source
from ..page import Work, listing
from ..sight import Seen
from ..text import slug
from .basis import month
from .wording import figure

CLEAR = "TLP:CLEAR"


def works(claims: Sequence[tuple[str, Seen]], dataset: Dataset) -> tuple[Work, ...]:
    """The sources in the record's order, then the data set; none where nothing is cited."""
    if not claims:
        return ()
    used: dict[str, dict[str, None]] = {}
    for _, seen in claims:
        for item in seen.items:
            used.setdefault(item.source, {}).update(dict.fromkeys(item.at))
    sources = [work(one, used[one.id], dataset) for one in dataset.sources.values() if one.id in used]
    return (*sources, record([id_ for id_, _ in claims], dataset))


def work(source: Source, at: Iterable[str], dataset: Dataset) -> Work:
    """A source as a work, with the places used of it."""
    published = source.published
    marks = [source.handling] if source.handling not in ("", CLEAR) else []
    return Work(
        key=source.id,
        kind="document",
        label=dataset.label_of(source.id),
        title=source.title,
        author=dataset.name_of(source.author) if source.author else "",
        publisher=dataset.name_of(source.publisher) if source.publisher else "",
        published=published.text if published else "",
        url=source.url,
        places=spots(at),
        marks=tuple(marks),
    )


def record(ids: Sequence[str], dataset: Dataset) -> Work:
    """The data set as a work, with the claims cited from it."""
    about = dataset.about
    key = slug(about.title) or "data-set"
    return Work(
        key=f"{key}-record" if key in dataset.sources else key,
        kind="dataset",
        label="",
        title=about.title,
        version=about.version,
        licence=about.licence,
        cite=about.cite,
        claims=tuple(ids),
        marks=(about.handling,) if about.handling not in ("", CLEAR) else (),
    )


def spots(at: Iterable[str]) -> str:
    """`paragraphs 4, 10 and 11`; a place that is no paragraph as the record has it."""
    places = sorted(dict.fromkeys(at), key=lambda one: (figure(one), one))
    numbers = [one[1:] for one in places if re.fullmatch(r"p[0-9]{1,9}", one)]
    others = [one for one in places if not re.fullmatch(r"p[0-9]{1,9}", one)]
    told = [f"paragraph{'s' if len(numbers) > 1 else ''} {listing(numbers)}"] if numbers else []
    return "; ".join([*told, *others])


def reference(work: Work) -> str:
    """A work as a footnote has it: author, title, publisher, date, address, places."""
    if work.kind == "dataset":
        return _data_set(work)
    published = month(work.published)
    said = [work.author, work.title, work.publisher, published, work.url, work.places]
    told = ", ".join(filter(None, said))
    return f"[{work.label}] {told}." if work.label else f"{told}."


def _data_set(work: Work) -> str:
    """The words by which the data set wants to be cited, else its title; and what of version and licence they lack."""
    version = f"version {work.version}" if work.version else ""
    called = work.cite.strip().rstrip(".") or work.title
    return (
        f"{', '.join([called, *(part for part in (version, work.licence) if part and part not in called)])}."
    )


def handling(rows: Iterable[Seen], dataset: Dataset) -> tuple[str, ...]:
    """The handling marks that ties and their sources bear, save that all may see them."""
    found: dict[str, None] = {}
    for seen in rows:
        sources = [dataset.sources[item.source].handling for item in seen.items]
        found.update(dict.fromkeys([seen.relation.handling or dataset.about.handling, *sources]))
    return tuple(sorted(mark for mark in found if mark not in ("", CLEAR)))
