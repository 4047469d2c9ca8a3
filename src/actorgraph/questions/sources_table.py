"""Sources as a table: a row a document, a paragraph, a voice, and a tie whose documents are not independent."""

from collections.abc import Iterator

from .borne import Borne
from .sources import Sources


def table(answer: Sources) -> list[tuple[str, ...]]:
    """The rows, a cell a column."""
    return [*_document_rows(answer), *_voice_rows(answer), *_echo_rows(answer)]


def _document_rows(answer: Sources) -> Iterator[tuple[str, ...]]:
    dataset, begun = answer.dataset, dict(answer.resting)
    for one in answer.documents:
        source = one.source
        by = ", ".join(dataset.name_of(voice) for voice in (source.author, source.publisher) if voice)
        date = source.published.text if source.published else ""
        derives = " ".join(source.derives_from)
        head = (source.title, by, date, source.reliability, derives, " ".join(one.roots))
        resting = "" if source.derives_from else str(begun.get(source.id, 0))
        yield ("document", source.id, *head, *_cells(one.borne, resting), *[""] * 5)
        for at, borne in one.paragraphs:
            yield ("paragraph", f"{source.id}:{at}", *[""] * 6, *_cells(borne), *[""] * 5)


def _voice_rows(answer: Sources) -> Iterator[tuple[str, ...]]:
    for one, borne in answer.speakers:
        stances = ", ".join(f"{stance} {number}" for stance, number in one.stances)
        derived = ("not derived",) * 2 if one.stake is None else (str(one.party), str(one.stake))
        name = answer.dataset.name_of(one.id)
        yield (
            "voice",
            one.id,
            name,
            one.kind,
            *[""] * 4,
            *_cells(borne),
            stances,
            str(one.only),
            *derived,
            "",
        )


def _echo_rows(answer: Sources) -> Iterator[tuple[str, ...]]:
    for one in answer.echoes:
        documents, supports = " ".join(one.documents), str(len(one.seen.backing.groups))
        statements = str(len(one.seen.backing.items))
        derives = ("", "", "", "", documents, " ".join(one.roots))
        yield ("tie", one.seen.relation.id, *derives, statements, *[""] * 9, supports)


def _cells(borne: Borne, resting: str = "") -> tuple[str, ...]:
    return (*borne.cells[:3], resting, *borne.cells[3:])
