"""Which document, paragraph and voice bears how much of the record, and which documents only repeat another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..model import Source
from ..sight import Seen
from ..view import View
from .basis import Basis, basis, leaves
from .borne import Borne, Tally
from .chains import Link, chains, roots
from .listed import counted
from .show import chooses_ties
from .speakers import Speaker, speakers

COLUMNS = (
    "row", "id", "name", "by", "date", "reliability", "derives-from", "roots", "statements", "ties", "alone",
    "root-alone", "traits", "events", "stances", "only-voice", "party", "stake", "supports",
)  # fmt: skip


class Document(NamedTuple):
    """A document that the lens leaves. `roots` is itself where it derives from none; `voices` with their statements."""

    source: Source
    borne: Borne
    roots: tuple[str, ...]
    voices: tuple[tuple[str, int], ...]
    paragraphs: tuple[tuple[str, Borne], ...]


class Echo(NamedTuple):
    """A tie that more documents support than are independent: `roots` are where these begin."""

    seen: Seen
    documents: tuple[str, ...]
    roots: tuple[str, ...]


class Sources(NamedTuple):
    """The answer. `ties` hold on the days asked, `others` do not; `told` where traits and events are asked too.

    `resting`: by root, the ties that nothing bears but it and what derives from it alone.
    """

    basis: Basis
    documents: tuple[Document, ...]
    speakers: tuple[tuple[Speaker, Borne], ...]
    chains: tuple[Link, ...]
    echoes: tuple[Echo, ...]
    resting: tuple[tuple[str, int], ...]
    left_out: int
    ties: int
    others: int
    told: bool
    dataset: Dataset

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    @property
    def roots(self) -> tuple[str, ...]:
        """Where the documents begin that derive from others or from none; a circle has no beginning."""
        return tuple(dict.fromkeys(root for one in self.documents for root in one.roots))

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a document, then its paragraphs; one a voice; one a tie whose documents are not independent."""
        from .sources_table import table

        return table(self)

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        of, resting = self.dataset.sources, dict(self.resting)
        return {
            "lens": self.basis.lens,
            "ties": self.ties,
            "ties-of-other-days": self.others,
            "roots": self.roots,
            "documents": [
                {
                    "source": one.source,
                    **one.borne._asdict(),
                    "roots": one.roots,
                    "rest-on-this-root": resting.get(one.source.id, 0),
                    "voices": dict(one.voices),
                    "paragraphs": [{"at": at, **borne._asdict()} for at, borne in one.paragraphs],
                }
                for one in self.documents
            ],
            "voices": [{**one._asdict(), **borne._asdict()} for one, borne in self.speakers],
            "derives": [
                {"source": link.source, "from": above}
                for link in self.chains
                if not link.again and link.source in of
                for above in of[link.source].derives_from
            ],
            "echoes": [
                {
                    "relation": one.seen.relation.id,
                    "documents": one.documents,
                    "roots": one.roots,
                    "independent-supports": len(one.seen.backing.groups),
                }
                for one in self.echoes
            ],
            "left-out": self.left_out,
        }


def ask(view: View) -> Sources:
    """Every document that the lens leaves, every voice that speaks in what it leaves, and what is only repeated."""
    dataset, lens = view.dataset, view.lens
    seen, others = counted(view)
    tally = Tally(view, seen)
    left = [
        one.id
        for one in dataset.sources.values()
        if leaves(view, one) and (lens.says is None or any(tally.borne(one.id)))
    ]
    beginnings = roots(
        [*dict.fromkeys([*left, *(i.source for row in seen for i in row.items)])], dataset.sources
    )
    documents = tuple(
        Document(
            dataset.sources[id_],
            tally.borne(id_),
            tuple(sorted(beginnings[id_])),
            tuple(tally.voices[id_].most_common()),
            tuple((at, tally.borne(f"{id_}:{at}")) for at in tally.places(id_)),
        )
        for id_ in left
    )
    return Sources(
        basis(view),
        documents,
        tuple((one, tally.borne(one.id)) for one in speakers(view, seen, tally.speaking)),
        chains(dataset.sources, left),
        tuple(_echoes(seen, beginnings)),
        tuple(_resting(seen, beginnings).items()),
        len(dataset.sources) - len(left),
        len(seen),
        others,
        not chooses_ties(view),
        dataset,
    )


def _echoes(seen: Sequence[Seen], beginnings: dict[str, frozenset[str]]) -> Iterator[Echo]:
    for row in seen:
        documents = tuple(dict.fromkeys(item.source for item in row.backing.items))
        if len(documents) > len(row.backing.groups):
            found = dict.fromkeys(root for one in documents for root in sorted(beginnings[one]))
            yield Echo(row, documents, tuple(found))


def _resting(seen: Sequence[Seen], beginnings: dict[str, frozenset[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in seen:
        begun = frozenset[str]().union(*(beginnings[item.source] for item in row.items))
        found.update(begun if len(begun) == 1 else ())
    return found
